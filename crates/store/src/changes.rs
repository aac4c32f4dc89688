//! How a node learns that another has written: PostgreSQL tells it; of a file it sees that it was written to.

use futures_util::future::select;
use sqlx::AnyPool;
use sqlx::postgres::PgListener;
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::append::CHANNEL;
use crate::event::Position;
use crate::location::Location;
use crate::primary::Servers;
use crate::read;
use crate::store::Store;

/// How often a file is looked at, from outside, which costs next to nothing.
const LOOK_EVERY: Duration = Duration::from_millis(20);
/// For how many more looks the database itself is asked after a change: two writes may bear the same time.
const ASK_ON: u32 = 4;
/// After how many looks without a change it is asked all the same.
const ASK_ANYWAY: u32 = 100;
/// How often PostgreSQL is asked all the same, lest a lost connection is not noticed.
const ASK_EVERY: Duration = Duration::from_secs(2);
/// How long to wait before listening again.
const LISTEN_AGAIN: Duration = Duration::from_millis(500);

impl Store {
    /// The position of the last event, kept up to date, whichever node wrote it. It never goes back. While the
    /// database is away it stays as it was, and moves on by itself when the database is there again.
    pub fn changes(&self) -> watch::Receiver<Position> {
        self.changes.subscribe()
    }

    /// Tells this process at once what it has written itself.
    pub(crate) fn tell(&self, position: Position) {
        forward(&self.changes, position);
    }
}

/// The tasks that watch; they end with it.
pub(crate) struct Watcher {
    tasks: Vec<JoinHandle<()>>,
}

impl Watcher {
    pub(crate) fn start(
        location: &Location,
        servers: Arc<Servers>,
        pool: AnyPool,
        changes: watch::Sender<Position>,
    ) -> Self {
        let tasks = match location {
            Location::Sqlite(file) => {
                let mut log = file.as_os_str().to_owned();
                log.push("-wal");
                vec![tokio::spawn(look(log.into(), pool, changes))]
            }
            Location::Postgres(_) => {
                let news = Arc::new(Notify::new());
                vec![
                    tokio::spawn(listen(servers, pool.clone(), news.clone(), changes.clone())),
                    tokio::spawn(hear(news, pool, changes)),
                ]
            }
        };
        Self { tasks }
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}

/// Asks for the position whenever the file's log is written to, and every so often without.
async fn look(log: PathBuf, pool: AnyPool, changes: watch::Sender<Position>) {
    let (mut seen, mut quiet) = (None, 0_u32);
    while !pool.is_closed() {
        tokio::time::sleep(LOOK_EVERY).await;
        let now = std::fs::metadata(&log).ok().map(|found| (found.len(), found.modified().ok()));
        quiet = if now == seen { quiet.wrapping_add(1) } else { 0 };
        seen = now;
        if quiet < ASK_ON || quiet.is_multiple_of(ASK_ANYWAY) {
            ask(&pool, &changes).await;
        }
    }
}

/// Asks for the position whenever somebody listens anew, and every so often without.
async fn hear(news: Arc<Notify>, pool: AnyPool, changes: watch::Sender<Position>) {
    while !pool.is_closed() {
        let _ = timeout(ASK_EVERY, news.notified()).await;
        ask(&pool, &changes).await;
    }
}

async fn ask(pool: &AnyPool, changes: &watch::Sender<Position>) {
    if let Ok(Ok(position)) = timeout(ASK_EVERY, read::position(pool)).await {
        forward(changes, position);
    }
}

fn forward(changes: &watch::Sender<Position>, position: Position) {
    changes.send_if_modified(|known| {
        let further = position > *known;
        if further {
            *known = position;
        }
        further
    });
}

/// Listens to the primary, and begins again whenever it is lost or another has taken its place; what was missed meanwhile
/// is news too.
async fn listen(servers: Arc<Servers>, pool: AnyPool, news: Arc<Notify>, changes: watch::Sender<Position>) {
    loop {
        if let Ok(url) = servers.follow(&pool).await
            && let Ok(Ok(mut listener)) = timeout(ASK_EVERY, PgListener::connect(url)).await
            && listener.listen(CHANNEL).await.is_ok()
        {
            // By itself it would go on with the server that is lost.
            listener.eager_reconnect(false);
            news.notify_one();
            select(pin!(tell_of(listener, &changes)), pin!(servers.moved())).await;
        }
        tokio::time::sleep(LISTEN_AGAIN).await;
    }
}

/// Passes on what is heard, until the connection is lost: each says how far the events go, and is sent once that is
/// committed, so the database need not be asked.
async fn tell_of(mut listener: PgListener, changes: &watch::Sender<Position>) {
    while let Ok(Some(heard)) = listener.try_recv().await {
        if let Ok(position) = heard.payload().parse() {
            forward(changes, Position(position));
        }
    }
}
