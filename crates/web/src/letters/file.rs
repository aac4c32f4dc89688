//! A letter to take away: as PDF, as a Word file or as plain text.

use super::desk::Desk;
use super::one;
use crate::App;
use crate::find::{Fields, Session};
use crate::ui::Fault;
use crate::ui::download::Format;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

const NO_PDF: &str = "We cannot make a PDF just now. Your letter is safe below. You can print this page, or take it as \
     a Word file or as plain text.";
const NO_WORD: &str = "We cannot make a Word file just now. Your letter is safe below. You can print this page, or take \
     it as plain text.";

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
        Some(bytes) => format.send("letter", bytes),
        None => one::written(&app, &session, &desk, Some(if format == Format::Pdf { NO_PDF } else { NO_WORD })),
    }
}
