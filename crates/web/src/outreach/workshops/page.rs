//! `/workshops/{host}/{id}`: what a workshop is, when, where, for whom, and how to take a place.

use super::view::{DayView, Fill, cost};
use super::{Shown, calendar};
use crate::App;
use crate::find::{Band, Session};
use crate::language::{Piece, Said, list, say, say_of, say_with};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, filters, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use language::fact_answer;
use law::rule::Force;
use outreach::workshop::{Audience, Booked, Workshop};

#[derive(Template)]
#[template(path = "outreach/workshops/page.html")]
struct WorkshopPage {
    shell: Shell,
    host: String,
    host_slug: String,
    workshop: Workshop,
    address: String,
    is_course: bool,
    way: Said,
    access: Vec<Said>,
    days: Vec<DayView>,
    called_off: Option<String>,
    whom: Whom,
    cost: Said,
    about: Vec<String>,
    phone: Option<(String, String)>,
}

/// Who it is for.
pub(super) struct Whom {
    /// In the host's words.
    pub words: String,
    /// The choices, in words.
    pub lines: Vec<Said>,
    /// What follows for whoever looks, where anything is known.
    pub outcome: Option<(Band, Said, Option<String>)>,
}

impl Whom {
    pub(super) fn of(app: &App, session: &Session, workshop: &Workshop) -> Whom {
        let audience = &workshop.audience;
        let mut lines = Vec::new();
        if !audience.arrangements.is_empty() {
            let kinds = kinds(app, audience).unwrap_or_else(|| "".into());
            lines.push(say_with("workshop-arrangements", [("kinds", kinds.into())]));
        }
        lines.extend(ages(audience));
        let above_all = filters::above_all(&workshop.welcomes);
        lines.extend(above_all.map(|whom| say_with("workshop-above-all", [("whom", whom.into())])));
        if audience.is_everybody() {
            lines.push(say("workshop-everybody"));
        }
        let outcome = session.has_told(app).then(|| session.picture(app)).and_then(|picture| {
            let answer = audience.eligibility(app.law()).ok()?.answer(&picture.family());
            let band = Band::of(answer.outcome, Force::Voluntary);
            Some((band, band.local(), answer.because.into_iter().next()))
        });
        Whom { words: audience.words.clone(), lines, outcome }
    }
}

/// The kinds of arrangement it is for, in words.
fn kinds(app: &App, audience: &Audience) -> Option<Said> {
    let facts = &app.law().facts;
    let fact = &facts[facts.find("arrangement")?];
    let names = arrangements(app).into_iter().filter(|(code, _)| audience.arrangements.contains(code));
    list(names.map(|(code, words)| say_of(&fact_answer(fact, &code), &words)))
}

/// The child's ages, in words; none where they do not matter.
fn ages(audience: &Audience) -> Option<Said> {
    let piece = |name, age: u8| (name, Piece::from(usize::from(age)));
    Some(match (audience.from_age, audience.to_age) {
        (None, None) => return None,
        (Some(from), None) => say_with("workshop-age-from", [piece("from", from)]),
        (None, Some(to)) => say_with("workshop-age-to", [piece("to", to)]),
        (Some(from), Some(to)) if from == to => say_with("workshop-age", [piece("age", from)]),
        (Some(from), Some(to)) => say_with("workshop-ages", [piece("from", from), piece("to", to)]),
    })
}

/// The kinds of arrangement: as the law names them and as a carer reads them.
pub(super) fn arrangements(app: &App) -> Vec<(String, String)> {
    let facts = &app.law().facts;
    match facts.find("arrangement").map(|id| facts[id].kind.clone()) {
        Some(law::value::Kind::OneOf(choices)) => choices.into_iter().map(|one| (one.code, one.answer)).collect(),
        _ => Vec::new(),
    }
}

/// `/workshops/{host}/{id}`, or `{id}.ics` for its dates as a file.
pub(super) async fn show(
    State(app): State<App>,
    session: Session,
    Path((host, id)): Path<(String, String)>,
) -> Response {
    let (name, is_file) = id.strip_suffix(".ics").map_or((id.as_str(), false), |name| (name, true));
    let Some(shown) = Shown::find(&app, &host, name) else { return Fault::not_found().into_response() };
    if is_file {
        return calendar::one(&app, &shown);
    }
    let fill = Fill::now(&app).await;
    let days = shown.to_come(&app).iter().map(|one| DayView::of(&app, &shown, one, &fill)).collect();
    let whole = outreach::workshop::When::Whole;
    let page = WorkshopPage {
        shell: Shell::said(&say("workshops-title"), Part::Find),
        host: shown.host.name.clone(),
        host_slug: shown.name.host.clone(),
        address: shown.address(),
        is_course: shown.workshop.booked == Booked::Course,
        way: filters::way(shown.workshop.way),
        access: shown.workshop.venue.access.iter().copied().map(filters::access).collect(),
        days,
        called_off: shown.standing.thing.called_off.get(&whole).cloned(),
        whom: Whom::of(&app, &session, &shown.workshop),
        cost: cost(&shown.workshop.cost),
        about: paragraphs(&shown.workshop.about),
        phone: phone(&shown.workshop.phone),
        workshop: shown.workshop,
    };
    session.keep(&app, page::ok(&page))
}

/// A text by paragraphs.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// A number as written, and as dialled.
pub(super) fn phone(text: &str) -> Option<(String, String)> {
    let dialled: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    (!dialled.is_empty()).then(|| (text.to_owned(), dialled))
}
