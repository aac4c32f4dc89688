//! From a template to an answer.

use crate::language;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use memchr::{memchr2_iter, memrchr2};

/// The page as an HTML answer.
pub(crate) fn html(status: StatusCode, page: &impl Template) -> Response {
    written(status, page.render())
}

fn written(status: StatusCode, page: askama::Result<String>) -> Response {
    match page {
        Ok(text) => (status, Html(language::finish(&curl(&text)).into_owned())).into_response(),
        Err(error) => {
            tracing::error!(%error, "a page could not be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// The page with every straight apostrophe of its words as a curly one. Texts may be written either way; a page shows
/// one. What stands within a tag, such as an address, is left as it is, and so is what was typed into a text box.
fn curl(page: &str) -> String {
    let mut out = String::with_capacity(page.len() + page.len() / 64);
    let mut done = 0;
    for at in memchr2_iter(b'\'', b'&', page.as_bytes()) {
        let length = if page[at..].starts_with('\'') { 1 } else { ESCAPED.len() };
        if (length == 1 || page[at..].starts_with(ESCAPED)) && is_words(&page[..at]) {
            out.push_str(&page[done..at]);
            out.push('’');
            done = at + length;
        }
    }
    out.push_str(&page[done..]);
    out
}

/// A straight apostrophe as templates write it.
const ESCAPED: &str = "&#39;";

/// Whether what follows is neither within a tag nor in a text box.
fn is_words(before: &str) -> bool {
    let Some(end) = memrchr2(b'<', b'>', before.as_bytes()) else { return true };
    let tag = memrchr2(b'<', b'>', &before.as_bytes()[..end]).map_or("", |start| &before[start..]);
    before[end..].starts_with('>') && !tag.starts_with("<textarea")
}

/// A page with a form: what was sent was taken, or came back with what is wrong with it.
pub(crate) fn form(is_wrong: bool, page: &impl Template) -> Response {
    html(if is_wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, page)
}

/// The page as an HTML answer that everything is well.
pub(crate) fn ok(page: &impl Template) -> Response {
    html(StatusCode::OK, page)
}

/// A name from an address, without the `.json` that asks for data, and whether it was there.
pub(crate) fn split_json(name: &str) -> (&str, bool) {
    name.strip_suffix(".json").map_or((name, false), |name| (name, true))
}

/// Data as an answer.
pub(crate) fn json(value: &serde_json::Value) -> Response {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    ([("content-type", "application/json; charset=utf-8"), ("access-control-allow-origin", "*")], text).into_response()
}

#[cfg(test)]
mod tests {
    use super::curl;

    #[test]
    fn words_are_curled_and_tags_are_not() {
        let page = "<p title=\"it's\">The child&#39;s <a href=\"/o'x\">carer's</a> won’t</p>\n";
        assert_eq!(curl(page), "<p title=\"it's\">The child’s <a href=\"/o'x\">carer’s</a> won’t</p>\n");
        let box_of_text = "<textarea id=\"more\">order_type = &#39;SGO&#39;</textarea> it's";
        assert_eq!(curl(box_of_text), "<textarea id=\"more\">order_type = &#39;SGO&#39;</textarea> it’s");
    }
}
