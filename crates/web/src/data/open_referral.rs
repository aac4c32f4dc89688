//! The eleven endpoints of Open Referral, for all councils together and for each.

use super::asked::Asked;
use super::endpoint::{ENDPOINTS, Endpoint, Records};
use super::refusal::Refusal;
use super::set::Set;
use super::table::Table;
use super::{answer, pieces::Pieces};
use crate::App;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use offer::exchange::Uuid;
use serde::Serialize;
use std::convert::Infallible;
use std::sync::Arc;

/// `/open-referral/v3` and everything beneath.
pub(super) async fn all(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().strip_prefix("/open-referral/v3").unwrap_or_default();
    respond(&app, None, path, &uri, &headers).await
}

/// `/council/{slug}/open-referral/v3` and everything beneath.
pub(super) async fn of_council(
    State(app): State<App>,
    Path(parts): Path<Vec<(String, String)>>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let slug = parts.first().map(|(_, slug)| slug.as_str()).unwrap_or_default();
    let path = uri.path().split_once("/open-referral/v3").map_or("", |(_, path)| path);
    respond(&app, Some(slug), path, &uri, &headers).await
}

async fn respond(app: &App, council: Option<&str>, path: &str, uri: &Uri, headers: &HeaderMap) -> Response {
    let set = app.published().data(app).await;
    match lead(app, &set, council, path, uri, headers) {
        Ok(response) => response,
        Err(refusal) => refusal.into_response(),
    }
}

fn lead(
    app: &App,
    set: &Arc<Set>,
    council: Option<&str>,
    path: &str,
    uri: &Uri,
    headers: &HeaderMap,
) -> Result<Response, Refusal> {
    if let Some(slug) = council.filter(|slug| !set.councils.contains(*slug)) {
        return Err(no_council(app, slug));
    }
    let query = uri.query().unwrap_or_default();
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => {
            Asked::read(query, &[])?;
            Ok(details(app, council, headers))
        }
        (Some("openapi.json"), None, _) => Ok(super::openapi::open_referral(app, council, headers)),
        (Some(name), None, _) => list(app, set, council, endpoint(name)?, uri, headers),
        (Some(name), Some(id), None) => single(set, council, endpoint(name)?, id, query, headers),
        _ => Err(nothing_here(path)),
    }
}

fn endpoint(name: &str) -> Result<&'static Endpoint, Refusal> {
    ENDPOINTS.iter().find(|endpoint| endpoint.name == name).ok_or_else(|| nothing_here(name))
}

fn nothing_here(place: &str) -> Refusal {
    let names: Vec<&str> = ENDPOINTS.iter().map(|endpoint| endpoint.name).collect();
    let help = format!("use one of these, alone or with an identifier behind it: {}", names.join(", "));
    Refusal::not_found(place.chars().take(80).collect::<String>(), "there is nothing at this address", help)
}

fn no_council(app: &App, slug: &str) -> Refusal {
    match app.places().by_slug(slug) {
        Some(council) => {
            let what =
                format!("we hold no kinship local offer of {}; whether it has one is not known here", council.name);
            Refusal::not_found(slug, what, "see /data for the councils whose offers are held")
        }
        None => {
            let shown: String = slug.chars().take(60).collect();
            let what = format!("there is no council named `{shown}` in addresses");
            Refusal::not_found(shown, what, "see /councils for the names of all councils")
        }
    }
}

offer::records! {
    /// What this interface is.
    ApiDetails {
        /// The version of the standard, as the UK profile writes it.
        version: &'static str,
        /// The profile it keeps to.
        profile: &'static str,
        /// Its description.
        openapi_url: String,
        /// The licence of the data.
        licence: &'static str,
        /// The page that says what there is and how to cite it.
        dataset_url: String,
    }
}

/// Open Referral UK 3.0.
const VERSION: &str = "HSDS-UK-3.0";
const PROFILE: &str = "https://openreferraluk.org/specifications/3.0/openapi.json";

fn details(app: &App, council: Option<&str>, headers: &HeaderMap) -> Response {
    let address = app.address();
    let details = ApiDetails {
        version: VERSION,
        profile: PROFILE,
        openapi_url: format!("{address}{}/openapi.json", stem(council)),
        licence: super::LICENCE,
        dataset_url: format!("{address}/data"),
    };
    answer::json(headers, &details)
}

/// The beginning of the addresses of all endpoints.
pub(super) fn stem(council: Option<&str>) -> String {
    match council {
        Some(slug) => format!("/council/{slug}/open-referral/v3"),
        None => "/open-referral/v3".to_owned(),
    }
}

fn single(
    set: &Arc<Set>,
    council: Option<&str>,
    endpoint: &Endpoint,
    id: &str,
    query: &str,
    headers: &HeaderMap,
) -> Result<Response, Refusal> {
    let asked = Asked::read(query, endpoint.single)?;
    let shown: String = id.chars().take(60).collect();
    let missing = |what: String| Refusal::not_found(shown.clone(), what, format!("see the list at {}", endpoint.name));
    let wanted = Uuid::try_parse(id).map_err(|_| missing(format!("{shown:?} is not an identifier")))?;
    let table = set.table(endpoint.kind);
    let place = table.place(wanted, council);
    let place = place.ok_or_else(|| missing(format!("there is no {} with this identifier", endpoint.one)))?;
    let body = match endpoint.kind {
        Records::Organizations => Bytes::from(organization(set, place, wanted, asked.full_service)),
        _ => table.full.body(place),
    };
    Ok(answer::whole(headers, answer::JSON, body))
}

/// An organisation with its services: their identifiers, or all of each.
fn organization(set: &Set, place: usize, id: Uuid, with_services: bool) -> Vec<u8> {
    let own = set.organizations.full.one(place);
    let pieces = if with_services { &set.services.full } else { &set.services.minimal };
    let mut text = own.strip_suffix(b"}").unwrap_or(own).to_vec();
    let mut before: &[u8] = b",\"services\":[";
    for service in set.services.of_organization(id) {
        text.extend_from_slice(before);
        text.extend_from_slice(pieces.one(service));
        before = b",";
    }
    if before == b"," {
        text.push(b']');
    }
    text.push(b'}');
    text
}

offer::records! {
    /// A page of a list.
    Page {
        /// How many records pass the filters.
        total_items: usize,
        /// How many pages there are.
        total_pages: usize,
        /// Which page this is, counted from 1.
        page_number: usize,
        /// How many records are on this page.
        size: usize,
        /// Whether this is the first page.
        first_page: bool,
        /// Whether no page follows.
        last_page: bool,
        /// Whether no record is on this page.
        empty: bool,
    }
}

fn list(
    app: &App,
    set: &Arc<Set>,
    council: Option<&str>,
    endpoint: &Endpoint,
    uri: &Uri,
    headers: &HeaderMap,
) -> Result<Response, Refusal> {
    let asked = Asked::read(uri.query().unwrap_or_default(), endpoint.list)?;
    let address = uri.path_and_query().map(|whole| whole.as_str()).unwrap_or_default();
    let etag = answer::etag(&[&set.digest, address.as_bytes()]);
    if let Some(known) = answer::known(headers, &etag) {
        return Ok(known);
    }
    let table = set.table(endpoint.kind);
    let found = table.filter(&asked, council, app.places());
    let pick = Pick { set: set.clone(), endpoint: *endpoint, form: Form::of(&asked, endpoint) };
    if asked.lines {
        let places: Vec<usize> = found.places().collect();
        return Ok(answer::data(answer::NDJSON, &etag, stream_of(pick, places)));
    }
    let total = found.count();
    let (page, per_page) = (asked.page.unwrap_or(1), asked.per_page(total));
    let shown: Vec<usize> = found.places().skip((page - 1).saturating_mul(per_page)).take(per_page).collect();
    let pages = total.div_ceil(per_page);
    let head = Page {
        total_items: total,
        total_pages: pages,
        page_number: page,
        size: shown.len(),
        first_page: page == 1,
        last_page: page >= pages,
        empty: shown.is_empty(),
    };
    Ok(answer::data(answer::JSON, &etag, Body::from(pick.page(&head, &shown))))
}

/// Which form of records goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Minimal,
    Brief,
    Full,
    /// An organisation with its services.
    WithServices,
}

impl Form {
    fn of(asked: &Asked, endpoint: &Endpoint) -> Form {
        let is_organization = endpoint.kind == Records::Organizations;
        match (asked.minimal, asked.full || asked.full_service) {
            (true, _) => Form::Minimal,
            (false, true) if is_organization => Form::WithServices,
            (false, true) => Form::Full,
            _ => Form::Brief,
        }
    }
}

/// Where records are taken from.
struct Pick {
    set: Arc<Set>,
    endpoint: Endpoint,
    form: Form,
}

impl Pick {
    fn table(&self) -> &Table {
        self.set.table(self.endpoint.kind)
    }

    fn pieces(&self) -> &Pieces {
        match self.form {
            Form::Minimal => &self.table().minimal,
            Form::Brief => &self.table().brief,
            Form::Full | Form::WithServices => &self.table().full,
        }
    }

    fn page(&self, head: &impl Serialize, places: &[usize]) -> Vec<u8> {
        let mut text = serde_json::to_vec(head).unwrap_or_default();
        let long: usize = places.iter().map(|place| self.pieces().one(*place).len() + 1).sum();
        text.reserve(long + 16);
        text.pop();
        text.extend_from_slice(b",\"contents\":[");
        for (at, place) in places.iter().enumerate() {
            if at > 0 {
                text.push(b',');
            }
            match self.form {
                Form::WithServices => text.extend_from_slice(&self.with_services(*place)),
                _ => text.extend_from_slice(self.pieces().one(*place)),
            }
        }
        text.extend_from_slice(b"]}");
        text
    }

    fn with_services(&self, place: usize) -> Vec<u8> {
        match self.table().id(place) {
            Some(id) => organization(&self.set, place, id, true),
            None => Vec::new(),
        }
    }

    fn line(&self, place: usize) -> Bytes {
        match self.form {
            Form::WithServices => {
                let mut line = self.with_services(place);
                line.push(b'\n');
                line.into()
            }
            _ => self.pieces().line(place),
        }
    }
}

/// One record on a line, taken from the set as the reader takes them.
fn stream_of(pick: Pick, places: Vec<usize>) -> Body {
    let lines = places.into_iter().map(move |place| Ok::<_, Infallible>(pick.line(place)));
    Body::from_stream(stream::iter(lines))
}
