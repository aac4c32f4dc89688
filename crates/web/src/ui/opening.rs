//! A page that a reference and a code opened, without an account: how long it stays open, and that a copy of what held it open is
//! worth nothing once its reader closed it.

use crate::App;
use jiff::Timestamp;
use store::{SessionToken, Store, StoreError};

/// How many seconds it stays open without being used.
const IDLE: i64 = 30 * 60;
/// How many seconds it stays open at most, however much it is used: as long as the session of a worker.
const LONGEST: i64 = 12 * 60 * 60;

/// A page that is open.
#[derive(Clone)]
pub(crate) struct Opening {
    /// By chance.
    name: String,
    /// The second at which reference and code were shown.
    since: i64,
}

impl Opening {
    /// One that begins now.
    pub(crate) fn new(app: &App) -> Opening {
        Opening { name: SessionToken::fresh().reveal(), since: app.clock().now().as_second() }
    }

    /// What was sealed of one, where that was not too long ago.
    pub(crate) fn read(app: &App, words: &str) -> Option<Opening> {
        let [name, since, at] = words.split(' ').collect::<Vec<_>>().try_into().ok()?;
        let (since, at): (i64, i64) = (since.parse().ok()?, at.parse().ok()?);
        let now = app.clock().now().as_second();
        (now - at <= IDLE && now - since <= LONGEST).then(|| Opening { name: name.to_owned(), since })
    }

    /// What is sealed of it, as used now.
    pub(crate) fn written(&self, app: &App) -> String {
        format!("{} {} {}", self.name, self.since, app.clock().now().as_second())
    }

    /// Whether its reader closed it, here or in another browser.
    pub(crate) async fn is_closed(&self, store: &Store) -> Result<bool, StoreError> {
        store.page_is_closed(&self.name).await
    }

    /// Closes it, for every copy. Where that fails the log says so: the browser at hand is closed all the same.
    pub(crate) async fn close(self, store: Store) {
        let until = Timestamp::from_second(self.since + LONGEST).unwrap_or(Timestamp::MAX);
        if let Err(error) = store.page_close(&self.name, until).await {
            tracing::error!(%error, "a page was closed in its browser alone");
        }
    }
}
