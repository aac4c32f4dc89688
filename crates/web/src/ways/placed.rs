//! The disputed placement: who asked, who arranged, whether there was a choice, what was said about money; and what
//! follows. Only "may": the council, the Ombudsman or a court settles it.

use super::row::Row;
use super::standing::{self, Standing};
use super::words::{Passage, Words};
use crate::App;
use crate::find::{Picture, Session, told};
use crate::language::say;
use crate::letters::Onward;
use crate::ui::shell::Part;
use crate::ui::show::CiteView;
use crate::ui::{Shell, page};
use askama::Template;
use axum::extract::State;
use axum::response::Response;

/// What it turns on: who asked and whether there was a choice, how it came about, what was said about money, and
/// whether the council says that the child is in care.
const FACTS: [&str; 4] = [
    "council_involvement_at_start",
    "arrangement_made_by",
    "informed_consent_to_private_arrangement",
    "child_looked_after_now",
];

/// The letters that help.
pub(super) const LETTERS: [&str; 3] = ["decision-in-writing", "private-arrangement-challenge", "complaint-stage-1"];

#[derive(Template)]
#[template(path = "ways/placed.html")]
struct PlacedPage {
    shell: Shell,
    expired: bool,
    standing: &'static str,
    /// The council already says that the child is in care.
    in_care: bool,
    rows: Vec<Row>,
    reasons: Vec<String>,
    cites: Vec<CiteView>,
    /// Where to get advice: it comes before everything else.
    advice: Option<Passage>,
    words: Words,
    letters: Vec<Onward>,
}

/// `/find/placed`
pub(super) async fn show(State(app): State<App>, session: Session) -> Response {
    let picture = session.picture(&app);
    let standing = standing::council_placed(&picture);
    let (reasons, cites) = why(&app, &picture, standing);
    let mut words = Words::of(include_str!("../../../../content/en/ways/disputed.md"));
    let page = PlacedPage {
        shell: Shell::said(&say("placed-tab"), Part::Find),
        expired: session.expired,
        standing: standing.key(),
        in_care: standing::is_so(&picture, "child_looked_after_now", true),
        rows: Row::all(&app, &picture, &FACTS, "placed", false),
        reasons,
        cites,
        advice: words.take("get-advice-first"),
        words,
        letters: Onward::named(&app, &LETTERS),
    };
    session.keep(&app, page::ok(&page))
}

/// Why we say so, from the family's own answers, and what it rests on.
fn why(app: &App, picture: &Picture, standing: Standing) -> (Vec<String>, Vec<CiteView>) {
    let fact = picture.day.law.facts.find("council_placed_child_arguably");
    let found = fact.and_then(|fact| picture.day.explain_fact(&picture.findings, &picture.case, fact));
    let reasons = match (&found, standing) {
        (Some(found), Standing::Likely) => found
            .reasons
            .iter()
            .filter(|reason| reason.holds)
            .map(|reason| told::reason(app, picture, reason))
            .collect(),
        _ => Vec::new(),
    };
    let place = picture.day.law.support_place("status_challenge");
    let said = place.map(|place| picture.day.explain(&picture.findings, picture.findings.of(place)));
    let mut cites = found.map(|found| found.cites).unwrap_or_default();
    cites.extend(said.map(|said| said.cites).unwrap_or_default());
    (reasons, CiteView::all(&cites))
}
