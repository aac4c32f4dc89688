//! The editions of a council's offer as data: the list of them, and each whole. Colleagues' names are not public.

use super::asked::Asked;
use super::changes::{kind, why};
use super::dataset::{DATASETS, From, Row, entries};
use super::refusal::Refusal;
use super::{LICENCE, answer};
use crate::App;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jiff::civil::Date;
use offer::Offer;
use offer::publish::{Consultation, Desk, Edition, InForce};
use serde_json::{Map, Value};

offer::records! {
    /// What stands before the editions of a council.
    EditionsHead {
        /// The council's name in addresses.
        council: String,
        /// The council.
        name: String,
        /// The licence of the facts.
        licence: &'static str,
        /// The number of the edition that counts today; not there where none does.
        counts_now: Option<u32>,
    }

    /// An edition, without its text.
    EditionRow {
        /// Its number.
        number: u32,
        /// update or correction.
        kind: &'static str,
        /// The officer's reason for a correction.
        why: Option<String>,
        /// When it was published.
        published: Timestamp,
        /// The first day it counts.
        effective: Date,
        /// The body or the post that approved it.
        approved_by: Option<String>,
        /// The day it was approved.
        approved_on: Option<Date>,
        /// The minute or decision number.
        minute: Option<String>,
        /// Where the minutes stand.
        minutes: Option<String>,
        /// What its text comes to (SHA-256).
        digest: String,
        /// The consultation it rests on.
        consultation: Option<ConsultationRow>,
        /// The first day it no longer counts, where it was withdrawn.
        withdrawn_from: Option<Date>,
        /// Why it was withdrawn.
        withdrawn_because: Option<String>,
        /// The address of its page.
        address: String,
        /// The address of the whole edition as data.
        data: String,
        /// The address of its text, of which the digest is made.
        text: String,
        /// The address of what it changed, as data.
        changes: String,
    }

    /// A consultation and its published report.
    ConsultationRow {
        /// What it was about.
        about: String,
        /// The first day.
        opens: Date,
        /// The last day.
        closes: Date,
        /// Who was asked, and how.
        asked: Vec<String>,
        /// The report, in the council's words.
        report: Option<String>,
        /// What the council changed because of it.
        changed: Option<String>,
        /// Where else the report stands.
        address: Option<String>,
    }

    /// What stands before the records of an edition.
    EditionHead {
        /// The council's name in addresses.
        council: String,
        /// The council.
        name: String,
        /// The licence of the facts.
        licence: &'static str,
        /// The edition.
        edition: EditionRow,
    }
}

fn row(app: &App, slug: &str, desk: &Desk, edition: &Edition) -> EditionRow {
    let address = format!("{}/council/{slug}/editions/{}", app.address(), edition.number);
    let approval = &edition.approval;
    let withdrawn = edition.withdrawn.as_ref();
    EditionRow {
        number: edition.number,
        kind: kind(&edition.change),
        why: why(&edition.change),
        published: edition.published_at,
        effective: edition.effective,
        approved_by: Some(approval.body.clone()).filter(|body| !body.is_empty()),
        approved_on: approval.on,
        minute: approval.minute.clone(),
        minutes: approval.link.clone(),
        digest: edition.digest.to_string(),
        consultation: edition.consultation.and_then(|id| desk.consultation(id)).map(consultation),
        withdrawn_from: withdrawn.map(|why| why.from),
        withdrawn_because: withdrawn.map(|why| why.reason.clone()),
        data: format!("{address}.json"),
        text: format!("{address}.law"),
        changes: format!("{address}/changes.json"),
        address,
    }
}

fn consultation(one: &Consultation) -> ConsultationRow {
    let report = one.report.as_ref().map(|(_, report)| report);
    ConsultationRow {
        about: one.about.clone(),
        opens: one.opens,
        closes: one.closes,
        asked: one.asked.iter().map(|asked| format!("{}: {}", asked.who.word(), asked.how)).collect(),
        report: report.map(|report| report.words.clone()),
        changed: report.map(|report| report.changed.clone()),
        address: report.and_then(|report| report.address.clone()),
    }
}

fn no_editions(slug: &str) -> Refusal {
    let shown: String = slug.chars().take(60).collect();
    let what = format!("no edition of a council named `{shown}` was published here");
    Refusal::not_found(shown, what, "see /data/changes.json for the editions there are")
}

/// `/council/{slug}/editions.json`
pub(super) async fn list(
    State(app): State<App>,
    Path(slug): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    Asked::read(uri.query().unwrap_or_default(), &[])?;
    let desk = app.keeper().and_then(|keeper| Some((keeper.desk(&slug)?, keeper)));
    let (desk, keeper) = desk.ok_or_else(|| no_editions(&slug))?;
    let today = app.clock().today();
    let last = desk.begun(today).next_back().ok_or_else(|| no_editions(&slug))?;
    let counts_now = match desk.in_force(today) {
        InForce::Edition(edition) => Some(edition.number),
        _ => None,
    };
    let name = keeper.offer(last, app.law()).head.council.clone();
    let head = EditionsHead { council: slug.clone(), name, licence: LICENCE, counts_now };
    let rows: Vec<EditionRow> = desk.begun(today).rev().map(|one| row(&app, &slug, &desk, one)).collect();
    Ok(answer::whole(&headers, answer::JSON, answer::with_list(&head, "editions", &rows)))
}

/// `/council/{slug}/editions/{number}.json`: the whole edition, known again by its own digest.
pub(crate) fn one(app: &App, slug: &str, desk: &Desk, edition: &Edition, headers: &HeaderMap) -> Response {
    let Some(keeper) = app.keeper() else { return no_editions(slug).into_response() };
    // What is said of an edition changes once: when it is withdrawn. Weak, because it may come squeezed or as it is.
    let gone = edition.withdrawn.as_ref().map(|why| format!("-withdrawn-{}", why.from)).unwrap_or_default();
    let etag = format!("W/\"{}{gone}\"", edition.digest);
    let known = answer::known(headers, &etag);
    let mut response = known.unwrap_or_else(|| {
        let offer = keeper.offer(edition, app.law());
        let name = offer.head.council.clone();
        let edition = row(app, slug, desk, edition);
        let head = EditionHead { council: slug.to_owned(), name, licence: LICENCE, edition };
        let text = answer::with_list(&head, "records", &records(app, &offer));
        answer::data(answer::JSON, &etag, Body::from(text))
    });
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response.headers_mut().insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("etag"));
    response
}

/// The records of an offer by the names of the files that hold those of all offers, in the same form.
fn records(app: &App, offer: &Offer) -> Map<String, Value> {
    let of = |set: &super::dataset::Dataset| match set.from {
        From::Offers(kind) => {
            let rows: Vec<Row> = entries(offer, kind, app.law());
            Some((set.name.to_owned(), Value::from(rows)))
        }
        _ => None,
    };
    DATASETS.iter().filter_map(of).collect()
}
