//! What councils and charities run around the offer: workshops, groups, advice and updates.

mod board;
mod home;
mod seat;
mod workshops;

pub(crate) use board::{Board, BoardError, Name, Standing, Writing};
pub(crate) use seat::HostSeat;

use crate::App;
use ::outreach::workshop::Kept;
use axum::Router;
use axum::routing::get;
use store::{Store, StoreError};

/// Everything that hosts run.
pub struct Boards {
    store: Store,
    workshops: Board<Kept>,
}

impl Boards {
    /// Takes in everything that has happened.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn open(store: Store) -> Result<Boards, StoreError> {
        Ok(Boards { workshops: Board::open(store.clone()).await?, store })
    }

    /// The database.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Takes in what has happened since, on whichever node.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn catch_up(&self) -> Result<(), StoreError> {
        self.workshops.catch_up().await
    }
}

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/hosts", get(home::choose)).route("/hosts/{slug}", get(home::show)).merge(workshops::routes())
}
