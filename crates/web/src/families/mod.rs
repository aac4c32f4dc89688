//! For those who work with families: up to four families side by side, with codes and citations first.
//!
//! Nothing is kept anywhere, not even in the cookie: all that was typed travels in the body of the form.

mod form;
mod lines;
mod note;
mod table;
mod typed;

use crate::App;
use crate::find::{Fields, Picture, Way, arrangement};
use crate::language::{Said, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Shell, page, show};
use askama::Template;
use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::response::Response;
use axum::routing::get;
use form::Control;
use law::fact::FactId;
use law::value::{Kind, Value};
use std::sync::Arc;
use table::{Shown, Topic};
use typed::{Slip, Typed};

/// How many families stand side by side.
const MOST: usize = 4;
/// How many of the questions that settle most are put into the form for each family.
const QUESTIONS: usize = 3;
/// How many facts beside the opening the form holds before those typed.
const ROWS: usize = 6;
/// The longest body that is read: four families with all their facts, every letter escaped.
const LONGEST_FORM: usize = 768 * 1024;

pub(crate) fn routes() -> Router<App> {
    let families = get(show).post(take).layer(DefaultBodyLimit::max(LONGEST_FORM));
    Router::new().route("/families", families)
}

#[derive(Template)]
#[template(path = "families/page.html")]
struct FamiliesPage {
    shell: Shell,
    today: String,
    parts: Vec<form::Part>,
    can_add: bool,
    councils: Vec<String>,
    slips: Vec<Slip>,
    /// The form was sent with nothing in it.
    nothing: bool,
    shown: Shown,
    families: Vec<Found>,
    /// What each family is called in the table.
    names: Vec<Said>,
    topics: Vec<Topic>,
}

/// What follows for one family, beside the table.
struct Found {
    number: usize,
    council: Option<String>,
    /// What the arrangement is, or may still turn out to be.
    arrangement: Vec<(String, String)>,
    facts: Vec<String>,
    presumed: Vec<String>,
    next: Option<(String, String)>,
    note: String,
}

/// `/families`: an empty form.
async fn show(State(app): State<App>) -> Response {
    answer(&app, vec![Typed { number: 1, ..Typed::default() }], Shown::Help, false)
}

/// The form, sent: shown again as it was, with what follows beneath it.
async fn take(State(app): State<App>, fields: Fields) -> Response {
    let sent = fields.get("families").parse::<usize>().unwrap_or(1);
    let adds = fields.get("do") == "add";
    let count = (sent + usize::from(adds)).clamp(1, MOST);
    let typed = (1..=count).map(|number| Typed::read(&fields, number, &app.law().facts)).collect();
    answer(&app, typed, Shown::read(fields.get("show")), !adds)
}

fn answer(app: &App, typed: Vec<Typed>, shown: Shown, is_sent: bool) -> Response {
    let day = app.today();
    let mut slips = Vec::new();
    let mut pictures: Vec<(usize, Picture)> = Vec::new();
    for family in typed.iter().filter(|family| !family.is_empty()) {
        match family.case(app, &day) {
            Ok(case) => pictures.push((family.number, Picture::of(Arc::clone(&day), case))),
            Err(wrong) => slips.extend(wrong),
        }
    }
    let facts = facts(app, &typed, &pictures);
    let only: Vec<&Picture> = pictures.iter().map(|(_, picture)| picture).collect();
    let nothing = is_sent && typed.iter().all(Typed::is_empty);
    let is_wrong = nothing || !slips.is_empty();
    let mut councils: Vec<String> = app.places().councils().iter().map(|one| one.name.clone()).collect();
    councils.sort();
    let page = FamiliesPage {
        shell: Shell::said(&say(if is_wrong { "families-title-wrong" } else { "families-title" }), Part::Find),
        names: pictures.iter().map(|(number, _)| say_with("families-family", [("number", (*number).into())])).collect(),
        today: show::date(day.date),
        parts: typed.iter().map(|family| form::Part::of(app.law(), family, &facts, &slips)).collect(),
        can_add: typed.len() < MOST,
        councils,
        nothing,
        shown,
        topics: table::topics(&only, shown),
        families: pictures.iter().map(|(number, picture)| found(app, *number, picture)).collect(),
        slips,
    };
    page::form(is_wrong, &page)
}

/// The facts that have a field: the opening, those filled in, and those that would settle most now.
fn facts(app: &App, typed: &[Typed], pictures: &[(usize, Picture)]) -> Vec<FactId> {
    let mut facts: Vec<FactId> = app.openings().of(Way::default()).to_vec();
    let opening = facts.len();
    let mut add = |fact: FactId, most: usize| {
        if !facts.contains(&fact) && facts.len() < most {
            facts.push(fact);
        }
    };
    typed.iter().flat_map(|family| &family.facts).for_each(|(fact, _)| add(*fact, usize::MAX));
    for place in 0..QUESTIONS {
        for (_, picture) in pictures {
            if let Some(question) = picture.day.questions(&picture.case, &picture.findings).get(place) {
                add(question.fact, opening + ROWS);
            }
        }
    }
    facts
}

/// Every kind of arrangement that it may be, as code and words.
fn arrangements(picture: &Picture) -> Vec<(String, String)> {
    if let Some(settled) = arrangement(picture) {
        return vec![settled];
    }
    let facts = &picture.day.law.facts;
    let Some(fact) = facts.find("arrangement") else { return Vec::new() };
    let values = picture.findings.derived_values(fact);
    let Kind::OneOf(choices) = &facts[fact].kind else { return Vec::new() };
    let open = choices.iter().enumerate().filter(|(place, _)| values >> place & 1 == 1);
    open.map(|(_, choice)| (choice.code.clone(), choice.answer.clone())).collect()
}

fn found(app: &App, number: usize, picture: &Picture) -> Found {
    let facts = &picture.day.law.facts;
    let council = facts.find("carer_council").and_then(|fact| match picture.case.value(fact)? {
        Value::Council(code) => app.places().council(&code.parse().ok()?),
        _ => None,
    });
    let next = picture.day.next_question(&picture.case, &picture.findings).map(|question| &facts[question.fact]);
    Found {
        number,
        council: council.map(|council| format!("{} ({})", council.name, council.code)),
        arrangement: arrangements(picture),
        facts: note::facts(picture).lines().map(str::to_owned).collect(),
        presumed: picture.presumed.iter().map(|fact| facts[*fact].name.clone()).collect(),
        next: next.map(|fact| (fact.name.clone(), fact.ask.clone().unwrap_or_else(|| fact.short.clone()))),
        note: note::text(picture),
    }
}
