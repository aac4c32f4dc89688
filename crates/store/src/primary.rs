//! Of several servers one takes writes, the primary. It is looked for when the store is opened, and followed when another
//! takes its place. Kith makes no server the primary: that is for whoever looks after the servers.

use futures_util::future::join_all;
use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::pool::PoolConnectionMetadata;
use sqlx::{AnyConnection, AnyPool, Connection, Row};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::time::timeout;

use crate::error::StoreError;
use crate::location::Location;

/// How long a server may take to say whether it is the primary, or that it is still there.
const ANSWER: Duration = Duration::from_secs(2);
/// How long a connection that answered is taken to be there still, without asking it again.
const STILL: Duration = Duration::from_secs(1);
/// How often to look round among several: a server may lose touch with the others and not know that it is replaced.
const LOOK_ROUND: Duration = Duration::from_secs(5);
/// None from a server that only reads. From the primary its timeline, which grows each time a server is made primary, in
/// digits of one width.
const TIMELINE: &str = "select case when pg_is_in_recovery() then null
    else substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) end";

/// The servers of one database, and which of them is the primary.
pub(crate) struct Servers {
    each: Vec<Server>,
    known: Mutex<Known>,
}

struct Server {
    url: String,
    options: AnyConnectOptions,
}

/// The primary as we know it, and since when.
#[derive(Clone, Copy)]
struct Known {
    place: usize,
    since: Instant,
}

impl Servers {
    pub(crate) fn of(location: &Location) -> Result<Self, StoreError> {
        let server = |url: String| -> Result<Server, StoreError> { Ok(Server { options: url.parse()?, url }) };
        let each = location.urls()?.into_iter().map(server).collect::<Result<_, _>>()?;
        Ok(Self { each, known: Mutex::new(Known { place: 0, since: Instant::now() }) })
    }

    /// How to reach the primary, now that it has been looked for.
    pub(crate) async fn primary(&self) -> Result<AnyConnectOptions, StoreError> {
        let place = self.look().await?;
        self.know(place);
        Ok(self.at(place)?.options.clone())
    }

    /// Looks for the primary, turns the pool to it where it is another than before, and says its address.
    pub(crate) async fn follow(&self, pool: &AnyPool) -> Result<&str, StoreError> {
        let place = self.look().await?;
        let server = self.at(place)?;
        if place != self.known().place {
            pool.set_connect_options(server.options.clone());
            self.know(place);
            tracing::warn!(server = %Location::Postgres(server.url.clone()), "another server takes writes now");
        }
        Ok(&server.url)
    }

    /// Returns once the primary is no longer the one that is known.
    pub(crate) async fn moved(&self) {
        if self.each.len() == 1 {
            return std::future::pending().await;
        }
        loop {
            tokio::time::sleep(LOOK_ROUND).await;
            if self.look().await.ok() != Some(self.known().place) {
                return;
            }
        }
    }

    /// Has each connection asked, before it is lent after a rest and whenever it is given back, whether it is fit to be used.
    /// The pool alone would wait without end for a server that fell silent.
    pub(crate) fn watch_over(self: Arc<Self>, pool: AnyPoolOptions) -> AnyPoolOptions {
        let again = self.clone();
        pool.before_acquire(move |connection, meta| {
            let servers = self.clone();
            Box::pin(async move {
                let is_fresh = meta.idle_for < STILL && servers.is_newer(&meta);
                Ok(is_fresh || servers.is_fit(connection, meta).await)
            })
        })
        .after_release(move |connection, meta| {
            let fit = again.clone().is_fit(connection, meta);
            Box::pin(async move { Ok(fit.await) })
        })
    }

    /// Whether a connection leads to the primary and is answered.
    async fn is_fit(self: Arc<Self>, connection: &mut AnyConnection, meta: PoolConnectionMetadata) -> bool {
        self.is_newer(&meta) && matches!(timeout(ANSWER, connection.ping()).await, Ok(Ok(())))
    }

    /// Whether a connection was made since the primary is known.
    fn is_newer(&self, meta: &PoolConnectionMetadata) -> bool {
        meta.age < self.known().since.elapsed()
    }

    /// The place of the primary; where several say that they are, of the one made so last.
    async fn look(&self) -> Result<usize, StoreError> {
        if self.each.len() == 1 {
            return Ok(0);
        }
        let said = join_all(self.each.iter().map(|server| timeline(&server.options))).await;
        let primaries =
            said.iter().enumerate().filter_map(|(place, said)| Some((said.as_ref().ok()?.as_ref()?, place)));
        if let Some((_, place)) = primaries.max() {
            return Ok(place);
        }
        let mut faults: Vec<StoreError> = said.into_iter().filter_map(Result::err).collect();
        match faults.iter().position(|fault| !fault.is_passing()) {
            Some(place) if faults.len() == self.each.len() => Err(faults.swap_remove(place)),
            _ => {
                let (silent, all) = (faults.len(), self.each.len());
                Err(StoreError::Unavailable(format!("of {all} servers {silent} do not answer, and none takes writes")))
            }
        }
    }

    fn at(&self, place: usize) -> Result<&Server, StoreError> {
        self.each.get(place).ok_or_else(|| StoreError::Unusable("no server is named".into()))
    }

    fn known(&self) -> Known {
        *self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn know(&self, place: usize) {
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Known { place, since: Instant::now() };
    }
}

async fn timeline(options: &AnyConnectOptions) -> Result<Option<String>, StoreError> {
    let ask = async {
        let mut connection = AnyConnection::connect_with(options).await?;
        let said = sqlx::query(TIMELINE).fetch_one(&mut connection).await?.try_get(0)?;
        connection.close().await?;
        Ok(said)
    };
    timeout(ANSWER, ask).await.unwrap_or_else(|_| Err(StoreError::Unavailable("it does not answer".into())))
}
