//! The description of the interfaces, written from the tables that lead the requests.

use crate::App;
use axum::http::HeaderMap;
use axum::response::Response;

/// `/open-referral/v3/openapi.json`
pub(super) fn open_referral(app: &App, council: Option<&str>, headers: &HeaderMap) -> Response {
    let _ = (app, council);
    super::answer::json(headers, &"")
}
