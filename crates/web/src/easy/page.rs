//! `/easy` and the pages below it.

use super::words::{Page, pages};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};

#[derive(Template)]
#[template(path = "easy/page.html")]
struct EasyPage {
    shell: Shell,
    page: &'static Page,
    is_start: bool,
    others: Vec<Other>,
}

/// A way to another page.
struct Other {
    title: &'static str,
    href: String,
}

/// `/easy`
pub(super) async fn start() -> Response {
    pages().first().map_or_else(|| Fault::not_found().into_response(), show)
}

/// `/easy/{page}`
pub(super) async fn one(Path(name): Path<String>) -> Response {
    let found = pages().iter().find(|page| !page.id.is_empty() && page.id == name);
    found.map_or_else(|| Fault::not_found().into_response(), show)
}

fn show(shown: &'static Page) -> Response {
    let others = pages().iter().filter(|page| !page.id.is_empty() && page.id != shown.id);
    page::ok(&EasyPage {
        shell: Shell { is_easy: true, ..Shell::new(shown.title, Part::Words) },
        page: shown,
        is_start: shown.id.is_empty(),
        others: others.map(|page| Other { title: page.title, href: format!("/easy/{}", page.id) }).collect(),
    })
}
