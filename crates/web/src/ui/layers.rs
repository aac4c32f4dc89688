//! What happens around every page: safety headers, a check of where answers come from, error pages, quiet logs.

use super::assets::fingerprint;
use super::doors::slow;
use super::fault::Fault;
use crate::App;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::trace::{DefaultOnResponse, TraceLayer};

/// The longest body of a form that is read.
const LONGEST_FORM: usize = 16 * 1024;
/// The longest that a page may take.
const LONGEST_WAIT: Duration = Duration::from_secs(10);
/// The longest that a form with a file may take: ten megabytes at a million bits a second, and some more.
const LONGEST_UPLOAD: Duration = Duration::from_secs(120);
/// The largest page that is given a fingerprint for caches.
const LARGEST_PAGE: usize = 4 * 1024 * 1024;

/// Puts every layer around the pages.
pub(crate) fn wrap(pages: Router<App>, app: &App) -> Router<App> {
    // The route's pattern is logged, never the address: no word that was typed can come into a log.
    let trace = TraceLayer::new_for_http()
        .make_span_with(|request: &Request| {
            let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str);
            tracing::info_span!("request", method = %request.method(), route, account = tracing::field::Empty)
        })
        .on_response(DefaultOnResponse::new().level(tracing::Level::INFO));
    pages
        .fallback(|| async { Fault::not_found() })
        .layer(from_fn(same_site))
        .layer(from_fn_with_state(app.clone(), slow))
        .layer(DefaultBodyLimit::max(LONGEST_FORM))
        .layer(CatchPanicLayer::custom(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response()))
        .layer(from_fn(in_time))
        .layer(from_fn(mend))
        .layer(from_fn(refused))
        .layer(from_fn(keep_nothing))
        .layer(from_fn_with_state(app.clone(), headers))
        .layer(trace)
}

/// Gives up on what takes too long. A file may come over a slow line.
async fn in_time(request: Request, next: Next) -> Response {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let has_file = kind.is_some_and(|kind| kind.starts_with("multipart/form-data"));
    let longest = if has_file { LONGEST_UPLOAD } else { LONGEST_WAIT };
    match tokio::time::timeout(longest, next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// Writes into the log that something was refused.
async fn refused(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    crate::safety::answered(response.status());
    response
}

/// Refuses a form that was not sent from one of our own pages.
async fn same_site(request: Request, next: Next) -> Response {
    if request.method() == Method::POST && !is_same_site(request.headers()) {
        crate::safety::odd("a form came from another site");
        return Fault::of(StatusCode::FORBIDDEN).into_response();
    }
    next.run(request).await
}

/// `Sec-Fetch-Site` decides where a browser sends it. Older ones send `Origin`; our pages ask for no referrer, which
/// makes that `null` for our own forms. A stranger's form still meets no answers: the cookie is `SameSite=Strict`.
fn is_same_site(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, None | Some("null")) => true,
        (None, Some(origin)) => {
            let host = origin.split_once("://").map(|(_, host)| host);
            host.is_some() && host == text("host")
        }
    }
}

/// Turns bare errors, from wherever they come, into pages with a way back.
async fn mend(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let is_page = kind.starts_with("text/html") || kind.starts_with("application/json");
    match (status.is_client_error() || status.is_server_error()) && !is_page {
        true => Fault::of(status).into_response(),
        false => response,
    }
}

/// Nothing may be kept of a page, unless it is one of the public ones: whoever adds a page has a private one.
async fn keep_nothing(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let kept = HeaderValue::from_static("no-store");
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(kept);
    response
}

/// Public pages may be kept by browsers and caches, and are told apart by a fingerprint of what they say.
pub(crate) async fn keep(request: Request, next: Next) -> Response {
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    let is_get = request.method() == Method::GET;
    let response = next.run(request).await;
    if response.headers().contains_key(header::CACHE_CONTROL) || !is_get || response.status() != StatusCode::OK {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, LARGEST_PAGE).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    // Weak: the same page may come squeezed or as it is.
    let etag = format!("W/\"{}\"", fingerprint(&bytes));
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    let is_known = known.is_some_and(|known| known.to_str().is_ok_and(|known| known.contains(&etag)));
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        parts.headers.insert(header::ETAG, etag);
    }
    if is_known {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(header::CONTENT_LENGTH);
        return Response::from_parts(parts, Body::empty());
    }
    Response::from_parts(parts, Body::from(bytes))
}

/// Squeezes public pages for slow lines. Private pages go out as they are: where something secret stands in one page with
/// something a stranger may choose, the length of the squeezed page can tell on the secret (BREACH). A public page holds
/// nothing secret, and says nothing of whoever asked for it.
pub(crate) fn squeeze() -> CompressionLayer {
    CompressionLayer::new()
}

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; \
     base-uri 'none'; frame-ancestors 'none'";

/// At the desk a script may keep what is being typed, and for that speak to this site, and to no other.
const DESK_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HEADERS: [(&str, &str); 7] = [
    ("content-security-policy", POLICY),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"),
    ("x-robots-tag", "noarchive"),
];

/// The safety headers of every answer.
pub(crate) async fn headers(State(app): State<App>, request: Request, next: Next) -> Response {
    let is_desk = ["/publish/", "/cases/"].iter().any(|desk| request.uri().path().starts_with(desk));
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if is_desk {
        headers.insert("content-security-policy", HeaderValue::from_static(DESK_POLICY));
    }
    if app.is_secure() {
        headers.insert("strict-transport-security", HeaderValue::from_static("max-age=31536000; includeSubDomains"));
    }
    response
}
