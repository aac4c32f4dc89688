//! From a template to an answer.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

/// The page as an HTML answer.
pub(crate) fn html(status: StatusCode, page: &impl Template) -> Response {
    match page.render() {
        Ok(text) => (status, Html(text)).into_response(),
        Err(error) => {
            tracing::error!(%error, "a page could not be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
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
