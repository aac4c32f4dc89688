//! Letters that write themselves. What is typed into them lives in the body of a request and in the page that answers
//! it, and nowhere else: in no cookie, no address, no log and no file of ours.

mod desk;
mod file;
mod list;
mod one;

pub(crate) use one::FieldView;

use crate::App;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use paper::Letter;

/// The longest body of a form with a letter in it: every letter typed may come as nine bytes.
const LONGEST_BODY: usize = 512 * 1024;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/letters", get(list::show))
        .route("/letters/{id}", get(one::show).post(one::take))
        .route("/letters/{id}/file", get(file::lead_back).post(file::send))
        .layer(DefaultBodyLimit::max(LONGEST_BODY))
}

/// A letter to go on to: its name in addresses and its title.
#[derive(Clone, Debug)]
pub(crate) struct Onward {
    /// The name in addresses.
    pub id: String,
    /// What it asks for.
    pub title: String,
}

impl Onward {
    /// The letters that help with a support.
    pub(crate) fn about(app: &App, support: &str) -> Vec<Onward> {
        app.letters().about(support).map(Onward::of).collect()
    }

    /// The letters of these names, in this order.
    pub(crate) fn named(app: &App, ids: &[&str]) -> Vec<Onward> {
        ids.iter().filter_map(|id| app.letters().letter(id)).map(Onward::of).collect()
    }

    fn of(letter: &Letter) -> Onward {
        Onward { id: letter.id.clone(), title: letter.title.clone() }
    }
}
