//! The database opened: its connections, and who may write when.

use sqlx::any::AnyPoolOptions;
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, AnyPool, AssertSqlSafe, Connection, Transaction};
use std::fs::OpenOptions;
use std::ops::{Deref, DerefMut};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, OwnedMutexGuard, watch};

use crate::changes::Watcher;
use crate::error::StoreError;
use crate::event::Position;
use crate::key::Keys;
use crate::location::Location;
use crate::primary::Servers;
use crate::schema;
use crate::sql::number;
use crate::vault::Vaults;

/// How long to wait for the turn to write, or for the answer to a commit, before saying that the database is too busy.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long to wait for a connection: a reader should not wait long for a database that is away.
const CONNECT: Duration = Duration::from_secs(3);

/// Which database it is. The few places where the two differ ask this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file.
    Sqlite,
    /// A server.
    Postgres,
}

impl Engine {
    /// How a transaction that writes begins.
    fn begin(self) -> &'static str {
        match self {
            Self::Sqlite => "begin immediate",
            Self::Postgres => "begin isolation level read committed",
        }
    }
}

/// The database. Cheap to clone; every clone is the same one.
#[derive(Clone)]
pub struct Store {
    pub(crate) pool: AnyPool,
    engine: Engine,
    location: Location,
    /// Writes that must follow one another queue here, in order, within this process: every one to SQLite, which lets one
    /// write at a time, and those in turn to PostgreSQL.
    turn: Arc<Mutex<()>>,
    pub(crate) changes: watch::Sender<Position>,
    pub(crate) vaults: Arc<Vaults>,
    /// Ends with the last clone.
    _watcher: Arc<Watcher>,
}

impl Store {
    /// Opens the database, makes the file and the tables where they are missing, and takes the steps that an older
    /// database lacks. Any number of programs may do so at once.
    pub async fn open(location: &Location) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let engine = match location {
            Location::Sqlite(path) => {
                make_file(path)?;
                Engine::Sqlite
            }
            Location::Postgres(_) => Engine::Postgres,
        };
        location.check_safe()?;
        let servers = Arc::new(Servers::of(location)?);
        // First by itself: the pool tries again and again, and would not say what is wrong.
        let options = servers.primary().await?;
        let mut first = AnyConnection::connect_with(&options).await?;
        prepare(&mut first, engine).await?;
        schema::bring_up(&mut first, engine).await?;
        let position = crate::read::position(&mut first).await?;
        first.close().await?;
        let pool = AnyPoolOptions::new()
            .max_connections(8)
            .acquire_timeout(CONNECT)
            .test_before_acquire(false)
            .after_connect(move |connection, _| Box::pin(prepare(connection, engine)));
        let pool = match engine {
            Engine::Sqlite => pool,
            Engine::Postgres => servers.clone().watch_over(pool),
        };
        let pool = pool.connect_lazy_with(options);
        let changes = watch::Sender::new(position);
        let watcher = Watcher::start(location, servers, pool.clone(), changes.clone());
        let turn = Arc::new(Mutex::new(()));
        let (location, vaults) = (location.clone(), Arc::default());
        Ok(Self { pool, engine, location, turn, changes, vaults, _watcher: Arc::new(watcher) })
    }

    /// The same database, with the keys to seal and open what is sealed in it. Without them, whatever needs one is
    /// refused with `NoKey`.
    #[must_use]
    pub fn with_keys(self, keys: impl Into<Keys>) -> Self {
        Self { vaults: Arc::new(Vaults::new(keys.into())), ..self }
    }

    /// The keys it was given.
    pub fn keys(&self) -> Result<&Keys, StoreError> {
        self.vaults.keys()
    }

    /// Which database it is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Where it is.
    pub fn location(&self) -> &Location {
        &self.location
    }

    /// Ends every connection. What is under way is finished first.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// A transaction that writes.
    pub(crate) async fn write(&self) -> Result<Write, StoreError> {
        let turn = match self.engine {
            Engine::Sqlite => Some(self.turn().await?),
            Engine::Postgres => None,
        };
        let mut write = self.not_begun(turn).await?;
        sqlx::raw_sql(self.engine.begin()).execute(&mut *write).await?;
        Ok(write)
    }

    /// A transaction that writes, and holds the lock by which appends follow one another until its end: what it sees
    /// nobody else changes, and the audit chain goes on without gaps.
    pub(crate) async fn write_in_turn(&self) -> Result<Write, StoreError> {
        Ok(self.write_at_next(0).await?.0)
    }

    /// The same, with as many positions taken for it; the last of them. No position becomes visible before a lower one.
    pub(crate) async fn write_at_next(&self, count: i64) -> Result<(Write, Position), StoreError> {
        // Those of one process queue here also for PostgreSQL, where each would else have a connection wait for the row.
        let mut write = self.not_begun(Some(self.turn().await?)).await?;
        // Sent together: the lock is waited for, and held, no longer than it must be.
        let begin = self.engine.begin();
        let words = format!("{begin}; update head set position = position + {count} where id = 1 returning position");
        let rows = sqlx::raw_sql(AssertSqlSafe(words)).fetch_all(&mut *write).await?;
        let row = rows.first().ok_or_else(|| StoreError::Corrupt("the table `head` is empty".into()))?;
        Ok((write, Position(number(row, "position")?)))
    }

    async fn turn(&self) -> Result<OwnedMutexGuard<()>, StoreError> {
        let turn = tokio::time::timeout(PATIENCE, self.turn.clone().lock_owned()).await;
        turn.map_err(|_| StoreError::Unavailable("another write goes on and on".into()))
    }

    async fn not_begun(&self, turn: Option<OwnedMutexGuard<()>>) -> Result<Write, StoreError> {
        Ok(Write { connection: self.pool.acquire().await?, engine: self.engine, is_over: false, _turn: turn })
    }

    /// Returns once what was written before is written for good. A server that was waiting for the others when it was
    /// interrupted shows what none of them has.
    pub(crate) async fn settled(&self) -> Result<(), StoreError> {
        self.write().await?.commit().await
    }

    /// A transaction that sees the database as it is at one moment.
    pub(crate) async fn snapshot(&self) -> Result<Transaction<'static, Any>, StoreError> {
        let begin = match self.engine {
            Engine::Sqlite => "begin",
            Engine::Postgres => "begin isolation level repeatable read read only",
        };
        Ok(self.pool.begin_with(begin).await?)
    }
}

/// A transaction that writes, and the turn to do so. Where it is dropped before its end, its connection is closed, which
/// undoes it: nobody waits for a server that may never answer, and no later act begins in the middle of this one.
pub(crate) struct Write {
    connection: PoolConnection<Any>,
    engine: Engine,
    is_over: bool,
    _turn: Option<OwnedMutexGuard<()>>,
}

impl Write {
    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    /// Where it is not answered in time, as when no other server takes the copy that was asked for, nobody knows yet.
    ///
    /// PostgreSQL lets a transaction that changed nothing go at once; this one always writes a word into the log, so that it
    /// waits for the other servers, and thereby for all that it saw: "that was done before" is true on each of them too.
    pub(crate) async fn commit(mut self) -> Result<(), StoreError> {
        let waiting = "select pg_logical_emit_message(true, 'kith', '')::text; commit";
        match self.engine {
            Engine::Sqlite => self.end("commit").await,
            Engine::Postgres => tokio::time::timeout(PATIENCE, self.end(waiting))
                .await
                .unwrap_or_else(|_| Err(StoreError::Unavailable("it does not say whether it was written".into()))),
        }
    }

    pub(crate) async fn rollback(mut self) -> Result<(), StoreError> {
        self.end("rollback").await
    }

    async fn end(&mut self, words: &'static str) -> Result<(), StoreError> {
        sqlx::raw_sql(words).execute(&mut **self).await?;
        self.is_over = true;
        Ok(())
    }
}

impl Drop for Write {
    fn drop(&mut self) {
        if !self.is_over {
            self.connection.close_on_drop();
        }
    }
}

impl Deref for Write {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        &self.connection
    }
}

impl DerefMut for Write {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.connection
    }
}

/// An empty file is an empty database. It is made here so that only its owner may read it; SQLite gives its other files
/// the same rights.
fn make_file(path: &Path) -> Result<(), StoreError> {
    let fault = |why: std::io::Error| {
        StoreError::Unusable(format!(
            "{} cannot be made: {why}\n  Hint: give another place with --data or --database",
            path.display()
        ))
    };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(fault)?;
    }
    match private().create_new(true).open(path) {
        Ok(_) => Ok(()),
        Err(why) if why.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(why) => Err(fault(why)),
    }
}

/// How to open a file to write that only its owner may read.
pub(crate) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// What every connection is told first: a commit is answered only once it is on the disk, and nobody waits without end.
async fn prepare(connection: &mut AnyConnection, engine: Engine) -> Result<(), sqlx::Error> {
    let words = match engine {
        // What is erased is overwritten, and not left in the file.
        Engine::Sqlite => {
            "pragma busy_timeout = 5000; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on"
        }
        // What the server's keeper has set is kept, save a commit that does not wait for the disk, or not for the other
        // servers that are to have it. A node that stops in the middle of a write lets go of its locks after half a minute.
        Engine::Postgres => {
            "select set_config('synchronous_commit', 'on', false)
             where current_setting('synchronous_commit') in ('off', 'local');
             select set_config('lock_timeout', '5s', false) where current_setting('lock_timeout') = '0';
             select set_config('idle_in_transaction_session_timeout', '30s', false)
             where current_setting('idle_in_transaction_session_timeout') = '0'"
        }
    };
    sqlx::raw_sql(words).execute(connection).await?;
    Ok(())
}
