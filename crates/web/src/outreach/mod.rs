//! What councils and charities run around the offer: workshops, groups, advice and updates.

mod board;
mod home;
mod seat;
mod updates;

#[allow(unused_imports, reason = "used with the first kind of thing")]
pub(crate) use board::{Board, BoardError, Follows, Name, Standing, Writing};
pub(crate) use seat::HostSeat;

use crate::App;
use axum::Router;
use axum::routing::get;
use outreach::update::News;
use store::{Store, StoreError};

/// Everything that hosts run.
pub struct Boards {
    store: Store,
    news: Board<News>,
}

impl Boards {
    /// Takes in everything that has happened.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn open(store: Store) -> Result<Boards, StoreError> {
        let news = Board::open(store.clone()).await?;
        Ok(Boards { store, news })
    }

    /// The database.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// News that hosts wrote.
    pub(crate) fn news(&self) -> &Board<News> {
        &self.news
    }

    /// Takes in what has happened since, on whichever node.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn catch_up(&self) -> Result<(), StoreError> {
        self.news.catch_up().await
    }
}

pub(crate) fn routes() -> Router<App> {
    let desk = Router::new().route("/hosts", get(home::choose)).route("/hosts/{slug}", get(home::show));
    desk.merge(updates::routes())
}
