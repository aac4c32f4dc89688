//! Services near you: help found by everyday words, among the councils' offers and the law.
//!
//! What is looked for is in the body of a POST alone: never in an address, the cookie or a log. The shortlist is
//! kept in the page itself, in hidden fields of its form.

mod ask;
mod family;
mod hit;
mod list;
mod near;
mod page;
mod results;
mod words;

pub(crate) use ask::arrangements;
pub(crate) use words::need_said;

use crate::App;
use crate::published::Words;
use axum::Router;
use axum::routing::get;
use law::Fault;
use law::text::SourceFile;
use offer::search::{Everyday, Needs};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/services", get(page::show).post(page::look))
        .route("/services/list", get(list::back).post(list::show))
}

/// The words of `content/` that help people to search.
///
/// # Errors
/// The first fault in them.
pub(crate) fn words() -> Result<Words, Box<Fault>> {
    let content = |path: &str, text: &str| SourceFile { path: path.to_owned(), text: text.to_owned() };
    let words = include_str!("../../../../content/en/everyday-words.txt");
    let groups = include_str!("../../../../content/en/needs.txt");
    let (everyday, mut faults) = Everyday::read(&content("content/en/everyday-words.txt", words));
    let (needs, of_needs) = Needs::read(&content("content/en/needs.txt", groups));
    faults.extend(of_needs);
    match faults.into_iter().next() {
        Some(fault) => Err(Box::new(fault)),
        None => Ok((everyday, needs)),
    }
}
