//! What readers say about a council's offer, and what the council answers: "you said, we did".

use crate::App;
use crate::account::{Open, may_try};
use crate::find::Fields;
use crate::language::{Said, date, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use law::Law;
use store::{FeedbackState, LONGEST_FEEDBACK, NewFeedback, StoreError};

/// Within how many working days a council means to answer. No law sets a time; it is what this site tells readers.
pub(crate) const ANSWERED_WITHIN: i32 = 20;
/// How many readers may write to one council in a quarter of an hour.
const MOST: i64 = 60;
/// How many are shown.
const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "council/feedback.html")]
struct FeedbackPage {
    shell: Shell,
    slug: String,
    council: String,
    about: String,
    typed: String,
    wrong: Option<Said>,
    sent: bool,
    within: Said,
    longest: usize,
    /// How many wait for an answer.
    waiting: Option<Said>,
    answered: Vec<Answered>,
}

/// Words that were answered.
struct Answered {
    said: String,
    answer: String,
    on: Option<Said>,
}

/// The day by which something that came on a day is meant to be answered.
pub(crate) fn due(law: &Law, came: Date) -> Option<Date> {
    law.holidays.add_working_days(came, ANSWERED_WITHIN, false)
}

/// The council's name as it is public, where an edition has begun here.
fn council(app: &App, slug: &str) -> Result<String, Response> {
    let name = app.keeper().and_then(|keeper| {
        let desk = keeper.desk(slug)?;
        let last = desk.begun(app.clock().today()).next_back()?;
        Some(keeper.offer(last, app.law()).head.council.clone())
    });
    name.ok_or_else(|| Fault::not_found().into_response())
}

/// `/council/{slug}/feedback`.
pub(super) async fn show(
    State(app): State<App>,
    open: Open,
    Path(slug): Path<String>,
    uri: axum::http::Uri,
) -> Result<Response, Response> {
    let name = council(&app, &slug)?;
    let sent = uri.query() == Some("sent=1");
    draw(&open, &slug, name, "", None, sent).await.map_err(Fault::store)
}

async fn draw(
    open: &Open,
    slug: &str,
    council: String,
    typed: &str,
    wrong: Option<Said>,
    sent: bool,
) -> Result<Response, StoreError> {
    let list = open.0.store().feedback(slug, SHOWN).await?;
    let answered = list.iter().filter(|one| one.state == FeedbackState::Answered);
    let waiting = list.iter().filter(|one| one.state == FeedbackState::Waiting).count();
    let is_wrong = wrong.is_some();
    let page = FeedbackPage {
        shell: Shell::said(&say("feedback-title"), Part::Councils),
        about: format!("/council/{slug}"),
        slug: slug.to_owned(),
        council,
        typed: typed.to_owned(),
        wrong,
        sent,
        within: say_with("feedback-within", [("days", ANSWERED_WITHIN.to_string().as_str().into())]),
        longest: LONGEST_FEEDBACK / 4,
        waiting: Some(waiting)
            .filter(|many| *many > 0)
            .map(|many| say_with("feedback-waiting", [("many", many.into())])),
        answered: answered
            .map(|one| Answered {
                said: one.published.clone().unwrap_or_default(),
                answer: one.answer.clone().unwrap_or_default(),
                on: one.answered.map(|at| date(crate::clock::london(at).date())),
            })
            .collect(),
    };
    Ok(page::form(is_wrong, &page))
}

/// Keeps what a reader wrote. Nobody sees it but the council until it is answered.
pub(super) async fn take(
    State(app): State<App>,
    open: Open,
    Path(slug): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let name = council(&app, &slug)?;
    let words = sent.get("words");
    let wrong = match words.chars().count() {
        0 => Some("feedback-empty"),
        long if long > LONGEST_FEEDBACK / 4 => Some("feedback-long"),
        _ if !may_try(&app, &open.0, &format!("feedback {slug}"), MOST).await.map_err(Fault::store)? => {
            Some("feedback-often")
        }
        _ => None,
    };
    if wrong.is_some() {
        return draw(&open, &slug, name, words, wrong.map(say), false).await.map_err(Fault::store);
    }
    let page = sent.get("about").chars().take(200).collect();
    let new = NewFeedback { council: slug.clone(), page, words: words.to_owned(), created: app.clock().now() };
    open.0.store().feedback_add(&new).await.map_err(Fault::store)?;
    Ok(Redirect::to(&format!("/council/{slug}/feedback?sent=1")).into_response())
}
