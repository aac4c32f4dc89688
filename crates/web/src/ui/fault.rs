//! Error pages: what happened, what to do next, and a way back.

use super::shell::{Part, Shell};
use crate::language::{Said, say};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// Something that cannot be shown or done, as a page.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    status: StatusCode,
    /// The key of its heading.
    title: &'static str,
    /// The key of what happened and what to do next.
    words: &'static str,
}

#[derive(Template)]
#[template(path = "ui/fault.html")]
struct FaultPage {
    shell: Shell,
    title: Said,
    words: Said,
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
        Fault { status: StatusCode::FORBIDDEN, title: "fault-role", words: "fault-role-why" }
    }

    /// The database is away, or what it holds cannot be read; or it cannot keep what was sent.
    pub(crate) fn store(error: store::StoreError) -> Response {
        if let store::StoreError::Invalid(_) = error {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return Fault { status, title: "fault-kept", words: "fault-kept-why" }.into_response();
        }
        tracing::error!(%error, "the database did not do what it was asked");
        let status = StatusCode::SERVICE_UNAVAILABLE;
        Fault { status, title: "fault-store", words: "fault-store-why" }.into_response()
    }

    /// The page for a status.
    pub(crate) fn of(status: StatusCode) -> Fault {
        let (title, words) = match status.as_u16() {
            404 => ("fault-not-found", "fault-not-found-why"),
            403 => ("fault-elsewhere", "fault-elsewhere-why"),
            405 => ("fault-method", "fault-method-why"),
            408 | 503 | 504 => ("fault-slow", "fault-slow-why"),
            429 => ("fault-often", "fault-often-why"),
            413 => ("fault-long", "fault-long-why"),
            400..=499 => ("fault-unread", "fault-unread-why"),
            _ => ("fault-ours", "fault-ours-why"),
        };
        Fault { status, title, words }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let (title, words) = (say(self.title), say(self.words));
        let page = FaultPage { shell: Shell::said(&title, Part::Words), title, words };
        super::html(self.status, &page)
    }
}
