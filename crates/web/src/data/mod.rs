//! Open data: the councils' offers as Open Referral, and everything else as files other programs read.
//!
//! Records are written once for each state of the offers ([`set`]) and handed out from memory. Every answer may be read
//! from any site, and is known again by its digest.

mod answer;
mod asked;
mod bars;
mod changes;
mod comparison;
mod dataset;
mod duties;
mod duties_page;
mod editions;
mod endpoint;
mod files;
mod format;
mod law_rows;
mod marks;
mod open_referral;
mod openapi;
mod parameter;
mod pieces;
mod refusal;
mod schema;
mod set;
mod table;

pub(crate) use answer::Written;
pub(crate) use duties::Standing;
pub(crate) use editions::one as edition;
pub(crate) use set::Set;

use crate::App;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

/// The licence of the facts.
const LICENCE: &str = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/open-referral/v3", get(open_referral::all))
        .route("/open-referral/v3/", get(open_referral::all))
        .route("/open-referral/v3/{*path}", get(open_referral::all))
        .route("/council/{slug}/open-referral/v3", get(open_referral::of_council))
        .route("/council/{slug}/open-referral/v3/", get(open_referral::of_council))
        .route("/council/{slug}/open-referral/v3/{*path}", get(open_referral::of_council))
        .route("/data/{file}", get(files::file))
        .route("/council/{slug}/editions.json", get(editions::list))
        .layer(from_fn(for_everyone))
}

/// The pages about the data, and what search engines read.
pub(crate) fn pages() -> Router<App> {
    Router::new()
        .route("/data", get(files::show))
        .route("/compare", get(comparison::show))
        .route("/compare/duties", get(duties_page::show))
        .route("/robots.txt", get(files::robots))
        .route("/sitemap.xml", get(files::sitemap))
}

/// Every answer, a refusal as well, may be read by pages of any site; other methods are refused in the same way.
async fn for_everyone(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let mut response = match method {
        Method::OPTIONS => StatusCode::NO_CONTENT.into_response(),
        _ => next.run(request).await,
    };
    if response.status() == StatusCode::METHOD_NOT_ALLOWED {
        let allow = response.headers_mut().remove(header::ALLOW);
        let refusal = refusal::Refusal::bad(method.as_str(), "this address can only be read", "use GET or HEAD");
        response = refusal::Refusal { status: 405, ..refusal }.into_response();
        response.headers_mut().extend(allow.map(|allow| (header::ALLOW, allow)));
    }
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("etag"));
    if method == Method::OPTIONS {
        headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, HEAD"));
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("if-none-match"));
        headers.insert(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("86400"));
    }
    response
}
