//! One support, for this family: what follows, why, what it rests on, what it is worth, and what to do next.

use super::lines::{Band, Missing, Worth, because, missing};
use super::local::Local;
use super::session::{Picture, Session};
use super::told;
use crate::App;
use crate::language::{Said, say};
use crate::letters::Onward;
use crate::ui::shell::Part;
use crate::ui::show::CiteView;
use crate::ui::{Fault, Shell, markdown, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use law::explain::Reason;

#[derive(Template)]
#[template(path = "find/detail.html")]
struct DetailPage<'a> {
    shell: Shell,
    id: String,
    title: String,
    band: Band,
    because: String,
    settled_by: Option<String>,
    force: &'static str,
    worth: Vec<Worth>,
    provider: String,
    ask: Option<String>,
    proof: Option<String>,
    refused: Option<String>,
    holds: Vec<ReasonView>,
    fails: Vec<ReasonView>,
    cites: Vec<CiteView>,
    missing: Vec<Missing<'a>>,
    possible: Vec<(Band, String)>,
    notes: Vec<String>,
    body: String,
    checked: String,
    /// Which council it is, with the way to its page.
    council: Option<Said>,
    local: Option<Local<'a>>,
    letters: Vec<Onward>,
}

/// A reason as a sentence, with what lies behind it.
struct ReasonView {
    text: String,
    cites: Vec<CiteView>,
    /// Why a worked-out fact is what it is.
    behind: Vec<String>,
}

/// `/find/answer/{support}`
pub(super) async fn show(State(app): State<App>, session: Session, Path(id): Path<String>) -> Response {
    let picture = session.picture(&app);
    let law = picture.day.law.clone();
    let Some(place) = law.support_place(&id) else { return Fault::not_found().into_response() };
    let finding = picture.findings.of(place);
    let said = picture.day.explain(&picture.findings, finding);
    let support = said.support;
    let views = |holds: bool| -> Vec<ReasonView> {
        let wanted = said.reasons.iter().filter(|reason| reason.holds == holds);
        let mut views: Vec<ReasonView> = Vec::new();
        for reason in wanted {
            let view = reason_view(&app, &picture, reason);
            if !views.iter().any(|known| known.text == view.text) {
                views.push(view);
            }
        }
        views
    };
    let possible = said
        .possible
        .iter()
        .map(|(outcome, because)| (Band::of(*outcome, support.force), because.unwrap_or_default().to_owned()));
    let page = DetailPage {
        shell: Shell::said(&say("detail-tab"), Part::Find),
        local: Local::of(&app, &session, &picture).and_then(|local| local.about(&support.id)),
        letters: Onward::about(&app, &support.id),
        id: support.id.clone(),
        title: support.title.clone(),
        band: Band::of(said.outcome, support.force),
        because: because(said.because, |outcome| said.can_be(outcome)).to_owned(),
        settled_by: said.settled_by.map(str::to_owned),
        force: show::force(support.force),
        worth: said.amounts.iter().map(Worth::of).collect(),
        provider: support.provider.clone(),
        ask: support.ask.clone(),
        proof: support.proof.clone(),
        refused: support.refused.clone(),
        holds: views(true),
        fails: views(false),
        cites: CiteView::all(&said.cites),
        missing: said.missing.iter().map(|fact| missing(&law, *fact)).collect(),
        possible: possible.collect(),
        notes: support.notes.clone(),
        body: markdown::render(&support.body, 0),
        checked: show::checked(&support.checked),
        council: session.say_council(&app, "detail-council"),
    };
    session.keep(&app, page::ok(&page))
}

fn reason_view(app: &App, picture: &Picture, reason: &Reason) -> ReasonView {
    let why = reason.derived.and_then(|fact| picture.day.explain_fact(&picture.findings, &picture.case, fact));
    let behind = why.map(|why| why.reasons).unwrap_or_default();
    ReasonView {
        text: told::reason(app, picture, reason),
        cites: CiteView::all(&reason.cites),
        behind: behind.iter().filter(|one| one.holds).map(|one| told::reason(app, picture, one)).collect(),
    }
}
