//! What if: one answer changed, and only what that would change. Nothing is kept unless the carer says so.

use super::field::{Field, answer_said};
use super::form::{self, Fields, Wrong};
use super::lines::{Band, Line};
use super::question::{askable, asked, hint};
use super::session::{Picture, Session};
use crate::App;
use crate::language::{Said, say};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use law::fact::FactId;
use law::value::Answer;

#[derive(Template)]
#[template(path = "find/what_if.html")]
struct WhatIfPage {
    shell: Shell,
    trial: Option<Trial>,
    choices: Vec<(String, String, Said)>,
    expired: bool,
}

/// An answer tried out.
struct Trial {
    short: String,
    now: Said,
    then: Said,
    changes: Vec<Change>,
}

/// One thing that would change.
struct Change {
    id: String,
    title: String,
    from: Band,
    to: Band,
    because: String,
}

#[derive(Template)]
#[template(path = "find/what_if_one.html")]
struct OnePage {
    shell: Shell,
    fact: String,
    ask: Said,
    hint: Option<Said>,
    field: Field,
    now: Said,
    wrong: Option<Wrong>,
}

/// `/find/what-if`: choose an answer to try, or see what the trial would change.
pub(super) async fn show(State(app): State<App>, session: Session) -> Response {
    let picture = session.picture(&app);
    let choices = session.packet.answers.iter().map(|(fact, answer)| {
        let fact = &app.law().facts[*fact];
        (fact.name.clone(), fact.short.clone(), answer_said(&app, fact, answer))
    });
    let page = WhatIfPage {
        shell: Shell::said(&say("what-if-tab"), Part::Find),
        trial: session.packet.what_if.as_ref().map(|(fact, answer)| trial(&app, &picture, *fact, answer)),
        choices: choices.collect(),
        expired: session.expired,
    };
    session.keep(&app, page::ok(&page))
}

fn trial(app: &App, picture: &Picture, id: FactId, answer: &Answer) -> Trial {
    let fact = &app.law().facts[id];
    let then = picture.with(&[(id, Some(answer.clone()))]);
    let pairs = picture.findings.iter().zip(then.findings.iter()).filter(|(a, b)| a.outcome != b.outcome);
    let mut changes: Vec<(u8, Change)> = pairs
        .map(|(before, after)| {
            let (from, to) = (Line::of(picture, before), Line::of(&then, after));
            let change = Change {
                from: from.band,
                to: to.band,
                because: to.because.to_owned(),
                id: to.id.to_owned(),
                title: to.title.to_owned(),
            };
            (to.weight, change)
        })
        .collect();
    changes.sort_by(|a, b| (a.1.to, b.0).cmp(&(b.1.to, a.0)));
    Trial {
        short: fact.short.clone(),
        now: picture.case.get(id).map_or_else(|| say("orders-not-answered"), |now| answer_said(app, fact, now)),
        then: answer_said(app, fact, answer),
        changes: changes.into_iter().map(|(_, change)| change).collect(),
    }
}

/// `/find/what-if/{fact}`: another value for one answer.
pub(super) async fn one(State(app): State<App>, session: Session, Path(name): Path<String>) -> Response {
    let Some(fact) = askable(&app, &name) else { return Fault::not_found().into_response() };
    session.keep(&app, one_page(&app, &session, fact, None))
}

fn one_page(app: &App, session: &Session, id: FactId, sent: Option<(Wrong, &Fields)>) -> Response {
    let fact = &app.law().facts[id];
    let (wrong, fields) = sent.map_or((None, None), |(wrong, fields)| (Some(wrong), Some(fields)));
    let picture = session.picture(app);
    let said = picture.case.get(id);
    let page = OnePage {
        shell: Shell::said(&say(if wrong.is_some() { "what-if-tab-wrong" } else { "what-if-tab" }), Part::Find),
        fact: fact.name.clone(),
        ask: asked(fact).unwrap_or_else(|| "".into()),
        hint: hint(fact),
        field: Field::of(app, fact, said, fields),
        now: said.map_or_else(|| say("what-if-nothing-yet"), |answer| answer_said(app, fact, answer)),
        wrong,
    };
    page::form(page.wrong.is_some(), &page)
}

/// Tries an answer, keeps it, or lets it go.
pub(super) async fn take(State(app): State<App>, mut session: Session, fields: Fields) -> Response {
    match fields.get("do") {
        "keep" => {
            if let Some((fact, answer)) = session.packet.what_if.take() {
                session.set(fact, answer);
            }
            session.go(&app, "/find/answer")
        }
        "drop" => {
            session.packet.what_if = None;
            session.go(&app, "/find/answer")
        }
        "other" => {
            session.packet.what_if = None;
            session.go(&app, "/find/what-if")
        }
        _ => {
            let Some(fact) = askable(&app, fields.get("fact")) else { return Fault::bad_request().into_response() };
            match form::read(&app.law().facts[fact], &fields, app.clock().today()) {
                Ok(answer) => {
                    session.packet.what_if = Some((fact, answer));
                    session.go(&app, "/find/what-if")
                }
                Err(wrong) => one_page(&app, &session, fact, Some((wrong, &fields))),
            }
        }
    }
}
