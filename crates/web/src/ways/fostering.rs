//! Private fostering: the duty to tell the council, what happens next, and where to get advice first. No alarm.

use super::dates;
use super::row::Row;
use super::standing::{self, arrangement_is};
use super::words::{Passage, Words};
use crate::App;
use crate::find::{ClockView, Session};
use crate::language::{Said, say};
use crate::letters::Onward;
use crate::ui::shell::Part;
use crate::ui::show::CiteView;
use crate::ui::{Shell, page};
use askama::Template;
use axum::extract::State;
use axum::response::Response;

/// What it turns on.
const FACTS: [&str; 6] =
    ["carer_relation", "child_dob", "arrangement_start", "intended_days", "order_type", "council_involvement_at_start"];

/// The clocks, and the fact each is counted from where it can be.
const CLOCKS: [(&str, Option<&str>); 4] = [
    ("becomes_private_fostering", Some("arrangement_start")),
    ("private_fostering_arrival_notice", Some("arrangement_start")),
    ("private_fostering_first_visit", None),
    ("private_fostering_visits_year_one", None),
];

/// The letters that help.
pub(super) const LETTERS: [&str; 3] = ["private-fostering-notice", "child-benefit", "parent-authority"];

#[derive(Template)]
#[template(path = "ways/private_fostering.html")]
struct FosteringPage {
    shell: Shell,
    expired: bool,
    standing: &'static str,
    /// A relative as the law counts it.
    is_relative: bool,
    is_placed: bool,
    rows: Vec<Row>,
    /// Where to get advice: it comes before everything else.
    advice: Option<Passage>,
    words: Words,
    clocks: Vec<ClockView>,
    cites: Vec<CiteView>,
    /// Which council it is, with the way to its page.
    council: Option<Said>,
    letters: Vec<Onward>,
}

/// `/find/private-fostering`
pub(super) async fn show(State(app): State<App>, session: Session) -> Response {
    let picture = session.picture(&app);
    let law = &picture.day.law;
    let place = law.support_place("private_fostering_duties");
    let said = place.map(|place| picture.day.explain(&picture.findings, picture.findings.of(place)));
    let mut words = Words::of(include_str!("../../../../content/en/ways/private-fostering.md"));
    let page = FosteringPage {
        shell: Shell::said(&say("fostering-tab"), Part::Find),
        expired: session.expired,
        standing: arrangement_is(&picture, "PF").key(),
        is_relative: standing::is_so(&picture, "carer_is_s105_relative", true),
        is_placed: standing::may_be_placed(&picture),
        rows: Row::all(&app, &picture, &FACTS, "fostering", false),
        advice: words.take("get-advice-first-if-you-like"),
        words,
        clocks: dates::some(&picture, &CLOCKS),
        cites: CiteView::all(&said.map(|said| said.cites).unwrap_or_default()),
        council: session.say_council(&app, "detail-council"),
        letters: Onward::named(&app, &LETTERS),
    };
    session.keep(&app, page::ok(&page))
}
