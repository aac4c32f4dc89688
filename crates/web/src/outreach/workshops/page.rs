//! `/workshops/{host}/{id}`: what a workshop is, when, where, for whom, and how to take a place.

use super::view::{DayView, Fill, cost};
use super::{Shown, calendar};
use crate::App;
use crate::find::{Band, Session};
use crate::language::Said;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use law::rule::Force;
use outreach::workshop::{Booked, Workshop};

#[derive(Template)]
#[template(path = "outreach/workshops/page.html")]
struct WorkshopPage {
    shell: Shell,
    host: String,
    host_slug: String,
    workshop: Workshop,
    address: String,
    is_course: bool,
    days: Vec<DayView>,
    called_off: Option<String>,
    whom: Whom,
    cost: String,
    about: Vec<String>,
    phone: Option<(String, String)>,
}

/// Who it is for.
pub(super) struct Whom {
    /// In the host's words.
    pub words: String,
    /// The choices, in words.
    pub lines: Vec<String>,
    /// What follows for whoever looks, where anything is known.
    pub outcome: Option<(Band, Said, Option<String>)>,
}

impl Whom {
    pub(super) fn of(app: &App, session: &Session, workshop: &Workshop) -> Whom {
        let audience = &workshop.audience;
        let mut lines = Vec::new();
        if !audience.arrangements.is_empty() {
            let names = arrangements(app);
            let known = names.iter().filter(|(code, _)| audience.arrangements.contains(code));
            let words: Vec<&str> = known.map(|(_, words)| words.as_str()).collect();
            lines.push(format!("Kinds of arrangement: {}", words.join(", ")));
        }
        lines.extend(audience.ages().map(|ages| format!("For those who care for {ages}")));
        if !workshop.welcomes.is_empty() {
            let words: Vec<&str> = workshop.welcomes.iter().map(|whom| whom.word()).collect();
            lines.push(format!("For these above all: {}", words.join(", ")));
        }
        if audience.is_everybody() {
            lines.push("For every kinship carer".to_owned());
        }
        let outcome = session.has_told(app).then(|| session.picture(app)).and_then(|picture| {
            let answer = audience.eligibility(app.law()).ok()?.answer(&picture.family());
            let band = Band::of(answer.outcome, Force::Voluntary);
            Some((band, band.local(), answer.because.into_iter().next()))
        });
        Whom { words: audience.words.clone(), lines, outcome }
    }
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
        shell: Shell::new("Workshops and events", Part::Find),
        host: shown.host.name.clone(),
        host_slug: shown.name.host.clone(),
        address: shown.address(),
        is_course: shown.workshop.booked == Booked::Course,
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
