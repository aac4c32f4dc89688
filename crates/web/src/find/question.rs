//! One question to a page: why we ask, what can be answered, how far it still is, and what to do if it cannot be read.

use super::asking::{self, Depth};
use super::field::{Field, answer_said};
use super::form::{self, Fields, Wrong};
use super::session::{Picture, Session, wipe};
use super::then::Then;
use super::way::Way;
use crate::App;
use crate::language::{Said, say_of, say_with};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use ::language::fact_part;
use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use law::fact::{Fact, FactId};
use law::value::Answer;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "find/question.html")]
struct QuestionPage {
    shell: Shell,
    fact: String,
    ask: Said,
    hint: Option<Said>,
    why: Option<Said>,
    decided_by: Option<String>,
    is_hard: bool,
    field: Field,
    wrong: Option<Wrong>,
    /// What was said instead of an answer: "I don't know".
    said: Option<Said>,
    presumed: Option<Said>,
    progress: Said,
    has_answers: bool,
    /// The young person is asked, not the carer.
    is_young: bool,
    /// The page with what was found so far.
    so_far: &'static str,
    council: Option<String>,
    back: String,
    then: Then,
    expired: bool,
    is_last_chance: bool,
}

/// What an address may say beside the fact: where the reader came from. It says nothing of any answer.
#[derive(Debug, Default, Deserialize)]
pub(super) struct From {
    #[serde(default)]
    from: String,
}

/// `/find/question`: on to the next one, or to the result where nothing much is left to ask.
///
/// Each question has an address of its own, so that the browser's back button goes back question by question. The
/// address is a bare number: which question comes next would itself say something of the answers before it.
pub(super) async fn next(State(app): State<App>, session: Session) -> Response {
    let address = next_address(&app, &session, Depth::Main, Then::Next);
    session.keep(&app, Redirect::to(&address).into_response())
}

/// `/find/more`: on to the next one, small ones too.
pub(super) async fn more(State(app): State<App>, session: Session) -> Response {
    let address = next_address(&app, &session, Depth::Every, Then::More);
    session.keep(&app, Redirect::to(&address).into_response())
}

/// The address of the next question, or of the result.
fn next_address(app: &App, session: &Session, depth: Depth, then: Then) -> String {
    let from = if then == Then::More { "?from=more" } else { "" };
    match (asking::next(app.openings(), session, &session.picture(app), depth), session.packet.way) {
        (Some(_), _) => format!("/find/question/{}{from}", session.answered().count() + 1),
        (None, Way::Young) => Way::Young.end().to_owned(),
        (None, _) => "/find/answer".to_owned(),
    }
}

/// The address after an answer: the page a short list leads to, once its last question has been answered.
fn address_after(app: &App, session: &Session, fact: FactId) -> String {
    let way = session.packet.way;
    let is_last = way != Way::Already
        && app.openings().of(way).contains(&fact)
        && asking::short_list(app.openings(), session, &session.picture(app)).is_empty();
    match is_last {
        true => way.end().to_owned(),
        false => next_address(app, session, Depth::Main, Then::Next),
    }
}

/// `/find/question/{fact}`: one question, by its number as it was asked, or by name to change its answer.
pub(super) async fn one(
    State(app): State<App>,
    session: Session,
    Path(name): Path<String>,
    from: Result<Query<From>, QueryRejection>,
) -> Response {
    let then = from.map(|Query(from)| Then::of(&from.from)).unwrap_or_default();
    let is_number = name.bytes().all(|letter| letter.is_ascii_digit());
    let fact = match is_number {
        true => name.parse().ok().and_then(|number| numbered(&app, &session, number, then)),
        false => askable(&app, &name),
    };
    match fact {
        Some(fact) => session.keep(&app, show(&app, &session, fact, then, Sent::default())),
        // A bookmark of a question that is no longer there, as after the answers were cleared.
        None if is_number => session.keep(&app, Redirect::to("/find/question").into_response()),
        None => Fault::not_found().into_response(),
    }
}

/// The question of that number: one answered already, or the next.
fn numbered(app: &App, session: &Session, number: usize, then: Then) -> Option<FactId> {
    let answered = session.answered().count();
    if number == answered + 1 {
        let depth = if then == Then::More { Depth::Every } else { Depth::Main };
        return asking::next(app.openings(), session, &session.picture(app), depth);
    }
    let fact = session.answered().nth(number.checked_sub(1)?)?;
    app.law().facts[fact].can_be_asked().then_some(fact)
}

/// The fact of that name, where a person can be asked for it.
pub(super) fn askable(app: &App, name: &str) -> Option<FactId> {
    let facts = &app.law().facts;
    facts.find(name).filter(|fact| facts[*fact].can_be_asked())
}

/// An answer, sent from a question's page.
pub(super) async fn take(State(app): State<App>, mut session: Session, fields: Fields) -> Response {
    let Some(fact) = askable(&app, fields.get("fact")) else { return Fault::bad_request().into_response() };
    let then = Then::of(fields.get("then"));
    if session.expired {
        // The answers before this one are gone. It is said so here, with this one still in its field, to be sent again.
        let page = show(&app, &session, fact, then, Sent { wrong: None, fields: Some(&fields) });
        return wipe(&app, page);
    }
    match form::read(&app.law().facts[fact], &fields, app.clock().today()) {
        Ok(answer) => {
            session.packet.elsewhere = 0;
            session.set(fact, answer);
            match then {
                Then::Next => session.go(&app, &address_after(&app, &session, fact)),
                Then::More => session.go(&app, &next_address(&app, &session, Depth::Every, then)),
                Then::Back(to) => session.go(&app, to.address),
            }
        }
        Err(wrong) => show(&app, &session, fact, then, Sent { wrong: Some(wrong), fields: Some(&fields) }),
    }
}

/// What was sent from a question's page and has not been taken.
#[derive(Default)]
struct Sent<'a> {
    /// Why not, where something is wrong with it.
    wrong: Option<Wrong>,
    fields: Option<&'a Fields>,
}

fn show(app: &App, session: &Session, id: FactId, then: Then, sent: Sent) -> Response {
    let fact = &app.law().facts[id];
    let picture = session.picture(app);
    let said = session.answer(id);
    let Sent { wrong, fields } = sent;
    let presumed = picture.presumed.contains(&id).then(|| picture.case.get(id)).flatten();
    let number = session.answered().position(|known| known == id).unwrap_or(session.packet.answers.len()) + 1;
    let title = if wrong.is_some() { "question-title-wrong" } else { "question-title" };
    let title = say_with(title, &[("number", number.into())]);
    let young = fact.young.as_ref().filter(|_| session.packet.way == Way::Young);
    let field = Field::of(app, fact, said.or(presumed), fields);
    let page = QuestionPage {
        shell: Shell::said(&title, Part::Find),
        fact: fact.name.clone(),
        ask: match young {
            Some(young) => young.ask.as_str().into(),
            None => asked(fact).unwrap_or_else(|| "".into()),
        },
        hint: match young {
            Some(young) => young.hint.as_deref().map(Said::from),
            None => hint(fact),
        },
        why: part(fact, "why", fact.why.as_deref()).filter(|_| young.is_none()),
        decided_by: fact.decided_by.clone(),
        is_hard: fact.distress >= 2,
        field: young.map_or_else(|| field.clone(), |young| field.to_young(young)),
        said: match said {
            Some(answer @ Answer::Not(_)) => Some(answer_said(app, fact, answer)),
            _ => None,
        },
        presumed: presumed.map(|answer| answer_said(app, fact, answer)),
        progress: progress(app, session, &picture),
        has_answers: !session.is_empty(),
        is_young: session.packet.way == Way::Young,
        so_far: session.packet.way.end(),
        council: session.council(app).map(|council| council.name.clone()),
        back: back(app, session, id, then),
        then,
        expired: session.expired,
        is_last_chance: then == Then::More,
        wrong,
    };
    page::form(page.wrong.is_some(), &page)
}

/// The question about a fact, in the words of the page.
pub(crate) fn asked(fact: &Fact) -> Option<Said> {
    part(fact, "ask", fact.ask.as_deref())
}

/// What helps to answer it, in the words of the page.
pub(super) fn hint(fact: &Fact) -> Option<Said> {
    part(fact, "hint", fact.hint.as_deref())
}

/// A part of the question, in the words of the page.
fn part(fact: &Fact, part: &str, text: Option<&str>) -> Option<Said> {
    text.map(|text| say_of(&fact_part(fact, part), text))
}

/// How far it still is: through the short list of the way in or, after it, through all that matters.
fn progress(app: &App, session: &Session, picture: &Picture) -> Said {
    match asking::short_list(app.openings(), session, picture).len() {
        0 => asking::progress(session.remaining(app, picture)),
        still => asking::short_progress(still),
    }
}

/// The page before this one: the question answered before, or where the reader came from.
fn back(app: &App, session: &Session, fact: FactId, then: Then) -> String {
    match then {
        Then::Back(to) => return to.address.to_owned(),
        Then::Next | Then::More => {}
    }
    let council = app.law().facts.find("carer_council");
    let before = session.answered().take_while(|known| *known != fact).enumerate().last();
    match before {
        None => session.packet.way.start().to_owned(),
        Some((_, before)) if Some(before) == council => "/find/council".to_owned(),
        Some((place, _)) => format!("/find/question/{}", place + 1),
    }
}
