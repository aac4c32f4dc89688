//! Pages that are only words, written in `content/`.

use crate::App;
use crate::ui::shell::Part;
use crate::ui::{Shell, markdown, page};
use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};

#[derive(Template)]
#[template(path = "words/text.html")]
struct TextPage {
    shell: Shell,
    title: &'static str,
    body: String,
}

fn show(title: &'static str, text: &str) -> Response {
    page::ok(&TextPage { shell: Shell::new(title, Part::Words), title, body: markdown::render(text, 0) })
}

/// `/about`
pub(super) async fn about() -> Response {
    show("About Kith", include_str!("../../../../content/en/about.md"))
}

/// `/privacy`
pub(super) async fn privacy() -> Response {
    show("Your privacy", include_str!("../../../../content/en/privacy.md"))
}

/// `/accessibility`
pub(super) async fn accessibility() -> Response {
    show("Using this site your way", include_str!("../../../../content/en/accessibility.md"))
}

/// `/safety`
pub(super) async fn safety() -> Response {
    show("Staying safe", include_str!("../../../../content/en/safety.md"))
}

/// `/health`: a line for machines.
pub(super) async fn health(State(app): State<App>) -> Response {
    let text = format!("well, with {} supports\n", app.today().law.supports.len());
    let kind = (header::CONTENT_TYPE, "text/plain; charset=utf-8");
    ([kind, (header::CACHE_CONTROL, "no-store")], text).into_response()
}
