//! A letter to take away: as PDF, as a Word file or as plain text, under a name that tells nothing.

use super::desk::Desk;
use super::one;
use crate::App;
use crate::find::{Fields, Session};
use crate::ui::Fault;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

const NO_PDF: &str = "We cannot make a PDF just now. Your letter is safe below. You can print this page, or take it as \
     a Word file or as plain text.";
const NO_WORD: &str = "We cannot make a Word file just now. Your letter is safe below. You can print this page, or take \
     it as plain text.";

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
    let document = desk.draft().document();
    match sent.get("format") {
        "txt" => file("letter.txt", "text/plain; charset=utf-8", document.to_text().into_bytes()),
        "docx" => match document.to_docx() {
            Ok(bytes) => file("letter.docx", WORD, bytes),
            Err(error) => {
                // What went wrong with the archive; no word of the letter is in it.
                tracing::error!(%error, "a letter could not be written");
                one::written(&app, &session, &desk, Some(NO_WORD.to_owned()))
            }
        },
        "pdf" => match pdf(&app, &document).await {
            Ok(bytes) => file("letter.pdf", "application/pdf", bytes),
            Err(why) => one::written(&app, &session, &desk, Some(why)),
        },
        _ => Fault::bad_request().into_response(),
    }
}

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The document as PDF, or why there is none, fit to be shown.
async fn pdf(app: &App, document: &paper::Document) -> Result<Vec<u8>, String> {
    let Some(pdf) = app.pdf() else { return Err(NO_PDF.to_owned()) };
    pdf.write(document).await.map_err(|error| {
        // What the program says may hold words of the letter, so it is not logged.
        tracing::error!("a letter could not be written as PDF");
        error.to_string()
    })
}

fn file(name: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, bytes).into_response()
}
