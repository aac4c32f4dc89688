//! The main pages once more in easy words: one idea to a line, in short sentences, each with a drawing.
//!
//! The words are in `content/en/easy`; `cargo xtask reading` holds them to limits of their own.

mod page;
mod words;

use crate::App;
use axum::Router;
use axum::routing::get;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/easy", get(page::start)).route("/easy/{page}", get(page::one))
}
