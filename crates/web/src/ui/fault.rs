//! Error pages: what happened, what to do next, and a way back.

use super::shell::{Part, Shell};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// Something that cannot be shown or done, as a page.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    status: StatusCode,
    /// The heading.
    title: &'static str,
    /// What happened and what to do next.
    words: &'static str,
}

#[derive(Template)]
#[template(path = "ui/fault.html")]
struct FaultPage {
    shell: Shell,
    title: &'static str,
    words: &'static str,
}

impl Fault {
    /// There is no such page.
    pub(crate) fn not_found() -> Fault {
        Fault::of(StatusCode::NOT_FOUND)
    }

    /// The request cannot be understood.
    pub(crate) fn bad_request() -> Fault {
        Fault::of(StatusCode::BAD_REQUEST)
    }

    /// Somebody signed in asks for what is not theirs to do.
    pub(crate) fn not_yours() -> Fault {
        let words = "Your role does not cover this page. Whoever looks after accounts at your council can change that.";
        Fault { status: StatusCode::FORBIDDEN, title: "This is not yours to do", words }
    }

    /// The database is away, or what it holds cannot be read; or it cannot keep what was sent.
    pub(crate) fn store(error: store::StoreError) -> Response {
        if let store::StoreError::Invalid(_) = error {
            let words = "Something you sent is too long or was sent before. Please go back, open the page again, and \
                send less.";
            let (status, title) = (StatusCode::UNPROCESSABLE_ENTITY, "We cannot keep that");
            return Fault { status, title, words }.into_response();
        }
        tracing::error!(%error, "the database did not do what it was asked");
        let words =
            "What you sent is not kept yet. Please go back and send it again in a minute. The public pages go on.";
        let title = "We cannot keep anything just now";
        Fault { status: StatusCode::SERVICE_UNAVAILABLE, title, words }.into_response()
    }

    /// The page for a status.
    pub(crate) fn of(status: StatusCode) -> Fault {
        let (title, words) = match status.as_u16() {
            404 => (
                "We cannot find that page",
                "The address may have a slip in it, or the page may have moved. Nothing you told us is lost.",
            ),
            403 => (
                "That came from another site",
                "To keep you safe, we only take answers that are sent from our own pages. Please go back and try again.",
            ),
            405 => ("That page cannot be used this way", "Please go back to the page you came from and try again."),
            408 | 503 | 504 => (
                "That took too long",
                "Sorry. The page did not come in time. Nothing you told us is lost. Please try again.",
            ),
            429 => (
                "That was too often",
                "Many requests came from your network in a short time. Wait a few minutes, then try again. Nothing you \
                    sent before is lost.",
            ),
            413 => ("That is too long for us to read", "Please go back and send a shorter answer."),
            400..=499 => (
                "We could not read that",
                "Something in the request was not what we expected. Please go back and try again.",
            ),
            _ => (
                "Sorry, something went wrong here",
                "This is our fault, not yours. Your answers are still in your browser. Please try again in a minute.",
            ),
        };
        Fault { status, title, words }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let page = FaultPage { shell: Shell::new(self.title, Part::Words), title: self.title, words: self.words };
        super::html(self.status, &page)
    }
}
