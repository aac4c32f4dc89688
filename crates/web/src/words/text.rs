//! Pages that are only words, written in `content/`.

use crate::App;
use crate::language::{self, Said, say};
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
    title: Said,
    /// The parts of the page: in its language, and in English beside it where that is another.
    parts: Vec<(String, Option<String>)>,
}

/// A page of words. In another language it is shown part by part, each with its English beside it.
fn show(title: &str, key: &str) -> Response {
    let words = language::page(key);
    let render = |text: &str| markdown::render(text, 0);
    let parts = match words.other {
        None => vec![(render(words.english), None)],
        Some(other) => {
            let english = cut(words.english);
            let beside = |place: usize| english.get(place).map(|part| render(part));
            cut(other).iter().enumerate().map(|(place, part)| (render(part), beside(place))).collect()
        }
    };
    let title = say(title);
    let shell = match words.other {
        None => Shell::new(title.english(), Part::Words),
        Some(_) => Shell::said(&title, Part::Words),
    };
    page::ok(&TextPage { shell, title, parts })
}

/// A text, cut before each of its headings.
fn cut(text: &str) -> Vec<String> {
    let mut parts = text.split("\n## ");
    let lead = parts.next().unwrap_or_default().to_owned();
    std::iter::once(lead).chain(parts.map(|part| format!("## {part}"))).collect()
}

/// `/about`
pub(super) async fn about() -> Response {
    show("frame-about", "page-about")
}

/// `/privacy`
pub(super) async fn privacy() -> Response {
    show("frame-privacy", "page-privacy")
}

/// `/accessibility`
pub(super) async fn accessibility() -> Response {
    show("frame-accessibility", "page-accessibility")
}

/// `/safety`
pub(super) async fn safety() -> Response {
    show("frame-safety", "page-safety")
}

/// `/health`: a line for machines.
pub(super) async fn health(State(app): State<App>) -> Response {
    let text = format!("well, with {} supports\n", app.today().law.supports.len());
    let kind = (header::CONTENT_TYPE, "text/plain; charset=utf-8");
    ([kind, (header::CACHE_CONTROL, "no-store")], text).into_response()
}
