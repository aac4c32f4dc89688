//! A letter to take away: as PDF, as a Word file or as plain text.

use super::desk::Desk;
use super::one;
use crate::App;
use crate::find::{Fields, Session};
use crate::ui::Fault;
use crate::ui::download::Format;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// `/letters/{id}/file` opened as an address, as from a bookmark or the list of pages visited: back to the form.
pub(super) async fn lead_back(State(app): State<App>, Path(id): Path<String>) -> Response {
    match app.letters().letter(&id) {
        Some(letter) => Redirect::to(&format!("/letters/{}", letter.id)).into_response(),
        None => Fault::not_found().into_response(),
    }
}

/// `/letters/{id}/file`
pub(super) async fn send(State(app): State<App>, session: Session, Path(id): Path<String>, sent: Fields) -> Response {
    let Some(letter) = app.letters().letter(&id) else { return Fault::not_found().into_response() };
    let picture = session.picture(&app);
    let desk = Desk::lay(&app, &session, &picture, letter, &sent);
    if !desk.errors.is_empty() {
        return one::form(&app, &session, &desk, StatusCode::UNPROCESSABLE_ENTITY);
    }
    if desk.too_long().is_some() {
        return one::written(&app, &session, &desk, None);
    }
    let Some(format) = Format::of(sent.get("format")) else { return Fault::bad_request().into_response() };
    match format.write(&app, &desk.draft().document()).await {
        Ok(bytes) => format.send("letter", bytes),
        Err(why) => one::written(&app, &session, &desk, Some(why)),
    }
}
