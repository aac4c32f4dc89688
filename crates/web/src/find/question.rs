//! One question to a page: why we ask, what can be answered, how far it still is, and what to do if it cannot be read.

use super::asking::{self, Depth};
use super::field::{Field, answer_words};
use super::form::{self, Fields, Wrong};
use super::session::Session;
use crate::App;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use law::fact::FactId;
use law::value::Answer;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "find/question.html")]
struct QuestionPage {
    shell: Shell,
    fact: String,
    ask: String,
    hint: Option<String>,
    why: Option<String>,
    decided_by: Option<String>,
    is_hard: bool,
    field: Field,
    wrong: Option<Wrong>,
    /// What was said instead of an answer: "I don't know".
    said: Option<String>,
    presumed: Option<String>,
    progress: String,
    has_answers: bool,
    council: Option<String>,
    back: String,
    then: Then,
    expired: bool,
    is_last_chance: bool,
}

/// Where to go after an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Then {
    /// To the next question.
    #[default]
    Next,
    /// To the next question, small ones too.
    More,
    /// To the list of answers.
    Answers,
    /// To the result.
    Result,
    /// To the list of dates.
    Dates,
}

impl Then {
    fn of(word: &str) -> Then {
        match word {
            "more" => Then::More,
            "answers" => Then::Answers,
            "result" => Then::Result,
            "dates" => Then::Dates,
            _ => Then::Next,
        }
    }

    /// The word a form carries.
    pub(super) fn word(self) -> &'static str {
        match self {
            Then::Next => "next",
            Then::More => "more",
            Then::Answers => "answers",
            Then::Result => "result",
            Then::Dates => "dates",
        }
    }

    fn address(self) -> &'static str {
        match self {
            Then::Next => "/find/question",
            Then::More => "/find/more",
            Then::Answers => "/find/answers",
            Then::Result => "/find/answer",
            Then::Dates => "/find/dates",
        }
    }
}

/// What an address may say beside the fact: where the reader came from. It says nothing of any answer.
#[derive(Debug, Default, Deserialize)]
pub(super) struct From {
    #[serde(default)]
    from: Then,
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
    match asking::next(app.opening(), session, &session.picture(app), depth) {
        Some(_) => format!("/find/question/{}{from}", session.answered().count() + 1),
        None => "/find/answer".to_owned(),
    }
}

/// `/find/question/{fact}`: one question, by its number as it was asked, or by name to change its answer.
pub(super) async fn one(
    State(app): State<App>,
    session: Session,
    Path(name): Path<String>,
    from: Result<Query<From>, QueryRejection>,
) -> Response {
    let then = from.map(|Query(from)| from.from).unwrap_or_default();
    let fact = match name.parse::<usize>() {
        Ok(number) => match numbered(&app, &session, number, then) {
            Some(fact) => fact,
            None => return session.keep(&app, Redirect::to("/find/question").into_response()),
        },
        Err(_) => match askable(&app, &name) {
            Some(fact) => fact,
            None => return Fault::not_found().into_response(),
        },
    };
    session.keep(&app, show(&app, &session, fact, then, None))
}

/// The question of that number: one answered already, or the next.
fn numbered(app: &App, session: &Session, number: usize, then: Then) -> Option<FactId> {
    let answered = session.answered().count();
    if number == answered + 1 {
        let depth = if then == Then::More { Depth::Every } else { Depth::Main };
        return asking::next(app.opening(), session, &session.picture(app), depth);
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
    match form::read(&app.law().facts[fact], &fields, app.clock().today()) {
        Ok(answer) => {
            session.packet.elsewhere = 0;
            session.set(fact, answer);
            match then {
                Then::Next => session.go(&app, &next_address(&app, &session, Depth::Main, then)),
                Then::More => session.go(&app, &next_address(&app, &session, Depth::Every, then)),
                Then::Answers | Then::Result | Then::Dates => session.go(&app, then.address()),
            }
        }
        Err(wrong) => show(&app, &session, fact, then, Some((wrong, &fields))),
    }
}

fn show(app: &App, session: &Session, id: FactId, then: Then, sent: Option<(Wrong, &Fields)>) -> Response {
    let fact = &app.law().facts[id];
    let picture = session.picture(app);
    let said = session.answer(id);
    let (wrong, fields) = sent.map_or((None, None), |(wrong, fields)| (Some(wrong), Some(fields)));
    let presumed = picture.presumed.contains(&id).then(|| picture.case.get(id)).flatten();
    let number = session.answered().position(|known| known == id).unwrap_or(session.packet.answers.len()) + 1;
    let title = format!("{}Question {number}", if wrong.is_some() { "Error: " } else { "" });
    let remaining = asking::remaining(app.opening(), session, &picture);
    let page = QuestionPage {
        shell: Shell::new(&title, Part::Find),
        fact: fact.name.clone(),
        ask: fact.ask.clone().unwrap_or_default(),
        hint: fact.hint.clone(),
        why: fact.why.clone(),
        decided_by: fact.decided_by.clone(),
        is_hard: fact.distress >= 2,
        field: Field::of(app, fact, said.or(presumed), fields),
        said: match said {
            Some(answer @ Answer::Not(_)) => Some(answer_words(app, fact, answer)),
            _ => None,
        },
        presumed: presumed.map(|answer| answer_words(app, fact, answer)),
        progress: asking::progress(remaining),
        has_answers: !session.is_empty(),
        council: session.council(app).map(|council| council.name.clone()),
        back: back(app, session, id, then),
        then,
        expired: session.expired,
        is_last_chance: then == Then::More,
        wrong,
    };
    let status = if page.wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page::html(status, &page)
}

/// The page before this one: the question answered before, or where the reader came from.
fn back(app: &App, session: &Session, fact: FactId, then: Then) -> String {
    match then {
        Then::Answers | Then::Result | Then::Dates => return then.address().to_owned(),
        Then::Next | Then::More => {}
    }
    let council = app.law().facts.find("carer_council");
    let before = session.answered().take_while(|known| *known != fact).enumerate().last();
    match before {
        None => "/".to_owned(),
        Some((_, before)) if Some(before) == council => "/find/council".to_owned(),
        Some((place, _)) => format!("/find/question/{}", place + 1),
    }
}
