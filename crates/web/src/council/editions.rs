//! The editions of a council's offer, at addresses that stay: the one of any day, each by number, and what each changed.

use super::offer::{Banner, OfferPage};
use crate::App;
use crate::language::{Piece, Said, date as said_date, say, say_with};
use crate::publish::{ChangeView, approval_words, change_views, kind_words};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use offer::publish::{Desk, Edition, InForce, Report};
use offer::{Difference, differences};
use serde::Serialize;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "council/editions.html")]
struct ListPage {
    shell: Shell,
    slug: String,
    council: String,
    editions: Vec<View>,
    steps: Vec<(String, String, String, String)>,
}

/// An edition, in words. Colleagues' names are not public.
struct View {
    number: u32,
    kind: String,
    effective: String,
    published: String,
    approval: String,
    minutes: Option<String>,
    digest: String,
    report: Option<Report>,
    withdrawn: Option<(String, String)>,
    /// The proof of the last day it counted, and that day.
    proof: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "council/edition_changes.html")]
struct ChangesPage {
    shell: Shell,
    slug: String,
    number: u32,
    before: u32,
    changes: Vec<ChangeView>,
}

/// The changes of an edition as data.
#[derive(Serialize)]
struct ChangesData {
    council: String,
    before: u32,
    edition: u32,
    digest: String,
    changes: Vec<Difference>,
}

/// The edition of that number, once it has begun: before its first day nobody but the council reads it.
fn begun<'a>(app: &App, desk: &'a Desk, number: u32) -> Option<&'a Edition> {
    desk.edition(number).filter(|edition| edition.effective <= app.clock().today())
}

pub(super) fn desk(app: &App, slug: &str) -> Option<Arc<Desk>> {
    app.keeper()?.desk(slug)
}

/// What stands above the offer as it is now: its edition, where it was published here.
pub(super) fn banner(app: &App, slug: &str) -> Option<Banner> {
    let desk = desk(app, slug)?;
    let InForce::Edition(edition) = desk.in_force(app.clock().today()) else { return None };
    Some(Banner {
        title: say_with("offer-edition", [numbered(edition)]),
        words: say_with("offer-counts-since", [("day", said_date(edition.effective).into())]),
        links: links(slug),
    })
}

/// Where it is proved what counted on a day.
fn proof_href(slug: &str, day: Date) -> String {
    format!("/council/{slug}/offer/{day}/proof")
}

/// Where to read on about editions, and where to say something about them.
fn links(slug: &str) -> Vec<(String, Said)> {
    vec![
        (format!("/council/{slug}/editions"), say("offer-editions")),
        (format!("/council/{slug}/feedback"), say("offer-feedback")),
    ]
}

/// An edition's number, as texts name it.
fn numbered(edition: &Edition) -> (&'static str, Piece) {
    ("number", edition.number.to_string().as_str().into())
}

/// Why the last edition was withdrawn, and since when, where none counts now.
pub(super) fn withdrawn(app: &App, slug: &str) -> Option<(Said, String)> {
    let desk = desk(app, slug)?;
    match desk.in_force(app.clock().today()) {
        InForce::Withdrawn(_, why) => {
            Some((say_with("council-withdrawn", [("from", said_date(why.from).into())]), why.reason.clone()))
        }
        _ => None,
    }
}

/// The page of a council that is not in the register and whose offer was withdrawn.
pub(super) fn gone(app: &App, slug: &str) -> Option<Response> {
    withdrawn(app, slug).map(|_| all(app, slug).unwrap_or_else(|| Fault::not_found().into_response()))
}

fn view(slug: &str, desk: &Desk, edition: &Edition, today: Date) -> View {
    let proof = last_day(desk, edition, today).map(|day| (proof_href(slug, day), show::date(day)));
    let consultation = edition.consultation.and_then(|id| desk.consultation(id));
    View {
        number: edition.number,
        kind: kind_words(&edition.change),
        effective: show::date(edition.effective),
        published: show::moment(edition.published_at),
        approval: approval_words(&edition.approval),
        minutes: edition.approval.link.clone(),
        digest: edition.digest.to_string(),
        proof,
        report: consultation.and_then(|known| known.report.as_ref()).map(|(_, report)| report.clone()),
        withdrawn: edition.withdrawn.as_ref().map(|why| (show::date(why.from), why.reason.clone())),
    }
}

/// The last day up to today on which an edition counted.
fn last_day(desk: &Desk, edition: &Edition, today: Date) -> Option<Date> {
    let later = desk.editions.iter().filter(|later| later.number > edition.number).map(|later| later.effective);
    let ends = later.chain(edition.withdrawn.as_ref().map(|why| why.from));
    let last = ends.filter_map(|end| end.yesterday().ok()).chain([today]).min()?;
    matches!(desk.in_force(last), InForce::Edition(one) if one.number == edition.number).then_some(last)
}

/// `/council/{slug}/editions`.
pub(super) async fn list(State(app): State<App>, Path(slug): Path<String>) -> Response {
    all(&app, &slug).unwrap_or_else(|| Fault::not_found().into_response())
}

fn all(app: &App, slug: &str) -> Option<Response> {
    let desk = desk(app, slug)?;
    let today = app.clock().today();
    let last = desk.begun(today).next_back()?;
    let (offer, _) = last.offer(app.law());
    let steps = desk.steps.iter().rev().map(|step| {
        let reached = step.reached_in_public().unwrap_or_else(|| say("editions-not-counted").plain().to_owned());
        (show::date(step.on), step.what.clone(), step.audience.clone(), reached)
    });
    let page = ListPage {
        shell: Shell::said(&say("editions-tab"), Part::Councils),
        slug: slug.to_owned(),
        council: offer.head.council.clone(),
        editions: desk.begun(today).rev().map(|edition| view(slug, &desk, edition, today)).collect(),
        steps: steps.collect(),
    };
    Some(page::ok(&page))
}

/// `/council/{slug}/offer/{date}`: the edition of that day. What will count on a day to come is not public yet.
pub(super) async fn on(State(app): State<App>, Path((slug, date)): Path<(String, String)>) -> Response {
    let day = date.parse::<Date>().ok().filter(|day| *day <= app.clock().today());
    let Some(day) = day else { return Fault::not_found().into_response() };
    let Some(desk) = desk(&app, &slug) else { return Fault::not_found().into_response() };
    let (edition, title) = match desk.in_force(day) {
        InForce::Nothing => return Fault::not_found().into_response(),
        InForce::Edition(edition) => {
            (edition, say_with("offer-edition-on", [numbered(edition), ("day", said_date(day).into())]))
        }
        InForce::Withdrawn(edition, why) => {
            let (since, why) = (said_date(why.from).into(), Piece::written(&why.reason));
            (edition, say_with("offer-edition-withdrawn", [numbered(edition), ("since", since), ("why", why)]))
        }
    };
    of_edition(&app, &slug, edition, day, title)
}

/// `/council/{slug}/editions/{number}`: an edition by number, as a page, as its text with `.law` and as data with `.json`.
pub(super) async fn one(
    State(app): State<App>,
    Path((slug, name)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let (number, ending) = name.split_once('.').unwrap_or((&name, ""));
    let desk = desk(&app, &slug);
    let found =
        desk.as_ref().zip(number.parse().ok()).and_then(|(desk, number)| Some((desk, begun(&app, desk, number)?)));
    match (found, ending) {
        (Some((_, edition)), "") => {
            let title = say_with("offer-this-edition", [numbered(edition)]);
            of_edition(&app, &slug, edition, app.clock().today(), title)
        }
        (Some((_, edition)), "law") => {
            let kind = (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned());
            let digest = (header::HeaderName::from_static("x-digest-sha256"), edition.digest.to_string());
            ([kind, digest], edition.text.clone()).into_response()
        }
        (Some((desk, edition)), "json") => crate::data::edition(&app, &slug, desk, edition, &headers),
        _ => Fault::not_found().into_response(),
    }
}

/// The page of an edition, with the way to its proof as on a day.
fn of_edition(app: &App, slug: &str, edition: &Edition, on: Date, title: Said) -> Response {
    let (offer, _) = edition.offer(app.law());
    let mut links = links(slug);
    if edition.effective <= on && on <= app.clock().today() {
        links.insert(0, (proof_href(slug, on), say_with("offer-prove", [("day", said_date(on).into())])));
    }
    let digest = Piece::written(&edition.digest.to_string());
    let banner = Banner { title, words: say_with("offer-digest", [("digest", digest)]), links };
    let day = app.today();
    page::ok(&OfferPage::new(&offer, &day, &offer.check(&day), Some(banner)))
}

/// `/council/{slug}/editions/{number}/changes`: what it changed against the one before.
pub(super) async fn changes(State(app): State<App>, Path((slug, number)): Path<(String, u32)>) -> Response {
    let Some((number, _, changes)) = against_before(&app, &slug, number) else {
        return Fault::not_found().into_response();
    };
    let shell = Shell::said(&say("editions-changes-tab"), Part::Councils);
    page::ok(&ChangesPage { shell, slug, number, before: number - 1, changes: change_views(&app, changes) })
}

/// `/council/{slug}/editions/{number}/changes.json`: the same as data.
pub(super) async fn changes_data(State(app): State<App>, Path((slug, number)): Path<(String, u32)>) -> Response {
    let Some((edition, digest, changes)) = against_before(&app, &slug, number) else {
        return Fault::not_found().into_response();
    };
    let data = ChangesData { council: slug, before: edition - 1, edition, digest, changes };
    ([(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")], Json(data)).into_response()
}

/// An edition's number and digest, and what it changed.
fn against_before(app: &App, slug: &str, number: u32) -> Option<(u32, String, Vec<Difference>)> {
    let desk = desk(app, slug)?;
    let edition = begun(app, &desk, number)?;
    let before = number.checked_sub(1)?;
    let old = desk.edition(before).map(Edition::records).unwrap_or_default();
    Some((number, edition.digest.to_string(), differences(&old, &edition.records())))
}
