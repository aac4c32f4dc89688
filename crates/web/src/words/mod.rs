//! Pages of words: about, privacy, accessibility, safety, the glossary, and a line that says the site is well.

mod glossary;
mod text;

use crate::App;
use axum::Router;
use axum::routing::get;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/about", get(text::about))
        .route("/privacy", get(text::privacy))
        .route("/accessibility", get(text::accessibility))
        .route("/safety", get(text::safety))
        .route("/glossary", get(glossary::show))
        .route("/health", get(text::health))
}
