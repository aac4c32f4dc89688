//! How a node learns that another has written: PostgreSQL tells it; a file is looked at every few milliseconds.

use sqlx::AnyPool;
use sqlx::postgres::PgListener;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;

use crate::append::CHANNEL;
use crate::event::Position;
use crate::read;
use crate::store::{Engine, Store};

/// How often a file is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(25);
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
    pub(crate) fn start(engine: Engine, url: String, pool: AnyPool, changes: watch::Sender<Position>) -> Self {
        let news = Arc::new(Notify::new());
        let mut tasks = Vec::new();
        let every = match engine {
            Engine::Sqlite => LOOK_EVERY,
            Engine::Postgres => {
                tasks.push(tokio::spawn(listen(url, news.clone())));
                ASK_EVERY
            }
        };
        tasks.push(tokio::spawn(look(every, news, pool, changes)));
        Self { tasks }
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}

/// Asks for the position whenever there is news, and every so often without.
async fn look(every: Duration, news: Arc<Notify>, pool: AnyPool, changes: watch::Sender<Position>) {
    while !pool.is_closed() {
        let _ = tokio::time::timeout(every, news.notified()).await;
        if let Ok(position) = read::position(&pool).await {
            forward(&changes, position);
        }
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

/// Listens, and begins again whenever the connection is lost; what was missed meanwhile is news too.
async fn listen(url: String, news: Arc<Notify>) {
    loop {
        if let Ok(mut listener) = PgListener::connect(&url).await
            && listener.listen(CHANNEL).await.is_ok()
        {
            news.notify_one();
            while let Ok(Some(_)) = listener.try_recv().await {
                news.notify_one();
            }
        }
        tokio::time::sleep(LISTEN_AGAIN).await;
    }
}
