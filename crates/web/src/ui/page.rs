//! From a template to an answer.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

/// The page as an HTML answer.
pub(crate) fn html(status: StatusCode, page: &impl Template) -> Response {
    match page.render() {
        Ok(text) => (status, Html(curl(&text))).into_response(),
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
    let mut is_typed = false;
    for piece in page.split_inclusive('>') {
        let (words, tag) = piece.split_at(piece.find('<').unwrap_or(piece.len()));
        match is_typed {
            true => out.push_str(words),
            false => out.push_str(&words.replace("&#39;", "’").replace('\'', "’")),
        }
        out.push_str(tag);
        is_typed = tag.starts_with("<textarea");
    }
    out
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
