//! Leaving in a hurry: the answers are wiped, the page of a case or of a question is closed, and a page about the weather comes up.

use super::session::wipe;
use crate::App;
use crate::cases::{closing, forget};
use crate::outreach::{closing_question, forget_question};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};

const WEATHER: &str = "https://www.bbc.co.uk/weather";

/// `/find/exit`
pub(super) async fn leave(State(app): State<App>, headers: HeaderMap) -> Response {
    // A browser that only looks ahead must not wipe anything.
    let ahead = ["sec-purpose", "purpose"].iter().filter_map(|name| headers.get(*name));
    if ahead.filter_map(|value| value.to_str().ok()).any(|value| value.contains("prefetch")) {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    // Nobody who leaves in a hurry waits for a database.
    tokio::spawn(closing(&app, &headers));
    tokio::spawn(closing_question(&app, &headers));
    wipe(&app, forget(&app, forget_question(&app, Redirect::to(WEATHER).into_response())))
}
