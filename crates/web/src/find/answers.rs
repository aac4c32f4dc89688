//! Check your answers: what was said, what is taken to be so, and a way to change or clear all of it.

use super::field::answer_said;
use super::session::{Session, wipe};
use super::told;
use crate::App;
use crate::language::{Said, say};
use crate::ui::shell::Part;
use crate::ui::{Shell, page, show};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use law::fact::FactId;
use law::value::Answer;

#[derive(Template)]
#[template(path = "find/answers.html")]
struct AnswersPage {
    shell: Shell,
    said: Vec<Row>,
    presumed: Vec<Row>,
    expired: bool,
}

struct Row {
    short: String,
    /// What is taken to be so, in a sentence.
    ask: String,
    answer: Said,
    is_unknown: bool,
    change: String,
}

/// `/find/answers`
pub(super) async fn show(State(app): State<App>, session: Session) -> Response {
    let picture = session.picture(&app);
    let row = |fact: FactId, answer: &Answer| {
        let known = &app.law().facts[fact];
        Row {
            short: known.short.clone(),
            ask: String::new(),
            answer: answer_said(&app, known, answer),
            is_unknown: matches!(answer, Answer::Not(_)),
            change: match known.name.as_str() {
                "carer_council" => "/find/council".to_owned(),
                name => format!("/find/question/{}?from=answers", show::part(name)),
            },
        }
    };
    let presumed_row = |fact: FactId| {
        let answer = picture.case.get(fact)?;
        Some(Row { ask: told::presumed(&app, &picture, &app.law().facts[fact], answer), ..row(fact, answer) })
    };
    let page = AnswersPage {
        shell: Shell::said(&say("answers-title"), Part::Find),
        said: session.packet.answers.iter().map(|(fact, answer)| row(*fact, answer)).collect(),
        presumed: picture.presumed.iter().filter_map(|fact| presumed_row(*fact)).collect(),
        expired: session.expired,
    };
    session.keep(&app, page::ok(&page))
}

/// `/find/clear` opened as an address clears nothing: on to the page with the button.
pub(super) async fn lead_back() -> Redirect {
    Redirect::to("/find/answers")
}

/// Clears every answer.
pub(super) async fn clear(State(app): State<App>) -> Response {
    wipe(&app, Redirect::to("/").into_response())
}
