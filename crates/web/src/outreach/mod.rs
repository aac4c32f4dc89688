//! What councils and charities run around the offer: workshops, groups, advice and updates.

mod advice;
mod board;
mod form;
mod groups;
mod home;
mod open_data;
mod seat;
mod updates;
mod workshops;

pub(crate) use advice::{closing as closing_question, forget as forget_question};
pub(crate) use board::{Board, BoardError, Follows, Name, Standing, Writing};
pub(crate) use form::wrong_said;
pub(crate) use seat::HostSeat;

use crate::App;
use ::outreach::update::News;
use ::outreach::workshop::Kept;
use axum::Router;
use axum::routing::get;
use store::{Store, StoreError};

/// Everything that hosts run.
pub struct Boards {
    store: Store,
    /// Peer groups.
    pub(crate) groups: Board<::outreach::group::Record>,
    /// Advice lines, teams and public answers.
    pub(crate) advice: Board<::outreach::advice::Record>,
    /// Workshops and events.
    workshops: Board<Kept>,
    /// News that hosts write.
    news: Board<News>,
}

impl Boards {
    /// Takes in everything that has happened.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn open(store: Store) -> Result<Boards, StoreError> {
        Ok(Boards {
            groups: Board::open(store.clone()).await?,
            advice: Board::open(store.clone()).await?,
            workshops: Board::open(store.clone()).await?,
            news: Board::open(store.clone()).await?,
            store,
        })
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
        self.groups.catch_up().await?;
        self.advice.catch_up().await?;
        self.workshops.catch_up().await?;
        self.news.catch_up().await
    }
}

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/hosts", get(home::choose))
        .route("/hosts/{slug}", get(home::show))
        .merge(groups::routes())
        .merge(advice::routes())
        .merge(workshops::routes())
        .merge(updates::routes())
}
