//! Answers for programs: open to every site, known again by a digest of what they say.

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt::Write;

pub(super) const JSON: &str = "application/json; charset=utf-8";
pub(super) const NDJSON: &str = "application/x-ndjson; charset=utf-8";

pub(super) const CSV: &str = "text/csv; charset=utf-8; header=present";
pub(super) const ATOM: &str = "application/atom+xml; charset=utf-8";
pub(super) const SCHEMA: &str = "application/schema+json; charset=utf-8";

/// How long a copy may be used without asking again.
const KEEP: HeaderValue = HeaderValue::from_static("public, max-age=300");

/// The mark by which an answer is known again: the SHA-256 of these parts. Weak, because the same answer may come
/// squeezed or as it is.
pub(super) fn etag(parts: &[&[u8]]) -> String {
    let mut digest = Sha256::new();
    parts.iter().for_each(|part| digest.update(part));
    let mut text = String::with_capacity(68);
    text.push_str("W/\"");
    for byte in digest.finalize() {
        let _ = write!(text, "{byte:02x}");
    }
    text.push('"');
    text
}

/// The answer that nothing is new, where the request knows this mark.
pub(super) fn known(headers: &HeaderMap, etag: &str) -> Option<Response> {
    let asked = headers.get(header::IF_NONE_MATCH)?.to_str().ok()?;
    let bare = etag.trim_start_matches("W/");
    let is_known = asked.trim() == "*" || asked.split(',').any(|one| one.trim().trim_start_matches("W/") == bare);
    is_known.then(|| dressed(StatusCode::NOT_MODIFIED.into_response(), etag))
}

/// Data with its mark.
pub(super) fn data(kind: &'static str, etag: &str, body: Body) -> Response {
    let mut response = Response::new(body);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    dressed(response, etag)
}

fn dressed(mut response: Response, etag: &str) -> Response {
    if let Ok(etag) = HeaderValue::from_str(etag) {
        response.headers_mut().insert(header::ETAG, etag);
    }
    response.headers_mut().insert(header::CACHE_CONTROL, KEEP);
    response
}

/// A record with a list behind its own fields, which is there where it is empty too.
pub(super) fn with_list(head: &impl Serialize, name: &str, list: &impl Serialize) -> Vec<u8> {
    let mut text = serde_json::to_vec(head).unwrap_or_default();
    text.pop();
    text.extend_from_slice(format!(",\"{name}\":").as_bytes());
    text.extend(serde_json::to_vec(list).unwrap_or_default());
    text.extend_from_slice(b"}\n");
    text
}

/// A small record, written for this request.
pub(super) fn json(headers: &HeaderMap, record: &impl Serialize) -> Response {
    whole(headers, JSON, serde_json::to_vec(record).unwrap_or_default())
}

/// An answer that is at hand as a whole, or that nothing is new in it.
pub(super) fn whole(headers: &HeaderMap, kind: &'static str, text: impl Into<Bytes>) -> Response {
    Written::new(text.into()).send(headers, kind)
}

/// A text with its mark. Cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    text: Bytes,
    etag: std::sync::Arc<str>,
}

impl Written {
    /// A text, marked by what it says.
    pub(super) fn new(text: Bytes) -> Written {
        Written { etag: etag(&[&text]).into(), text }
    }

    /// The text as an answer, or that nothing is new in it.
    pub(super) fn send(&self, headers: &HeaderMap, kind: &'static str) -> Response {
        known(headers, &self.etag).unwrap_or_else(|| data(kind, &self.etag, Body::from(self.text.clone())))
    }
}
