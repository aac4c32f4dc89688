//! What councils and charities run around the offer: workshops, groups, advice and updates.

#[allow(dead_code, reason = "used with the first kind of thing")]
mod board;
mod home;
mod seat;

#[allow(unused_imports, reason = "used with the first kind of thing")]
pub(crate) use board::{Board, BoardError, Follows, Name, Standing, Writing};
pub(crate) use seat::HostSeat;

use crate::App;
use axum::Router;
use axum::routing::get;
use store::{Store, StoreError};

/// Everything that hosts run.
pub struct Boards {
    store: Store,
}

impl Boards {
    /// Takes in everything that has happened.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn open(store: Store) -> Result<Boards, StoreError> {
        Ok(Boards { store })
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
        Ok(())
    }
}

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/hosts", get(home::choose)).route("/hosts/{slug}", get(home::show))
}
