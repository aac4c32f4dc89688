//! What a program is told where it cannot have what it asked for: what, where, and what to do.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

offer::records! {
    /// Why a request has no answer.
    Refusal {
        /// The status of the answer.
        status: u32,
        /// What is wrong.
        what: String,
        /// Where it is wrong: the parameter, or the address.
        place: String,
        /// What to do.
        r#do: String,
    }
}

impl Refusal {
    /// Something in the request cannot be read.
    pub(super) fn bad(place: impl Into<String>, what: impl Into<String>, help: impl Into<String>) -> Refusal {
        Refusal { status: 400, what: what.into(), place: place.into(), r#do: help.into() }
    }

    /// There is no such thing.
    pub(super) fn not_found(place: impl Into<String>, what: impl Into<String>, help: impl Into<String>) -> Refusal {
        Refusal { status: 404, ..Refusal::bad(place, what, help) }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = u16::try_from(self.status).ok().and_then(|status| StatusCode::from_u16(status).ok());
        let text = serde_json::to_string(&self).unwrap_or_default();
        let headers = [(header::CONTENT_TYPE, "application/json; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
        (status.unwrap_or(StatusCode::BAD_REQUEST), headers, text).into_response()
    }
}
