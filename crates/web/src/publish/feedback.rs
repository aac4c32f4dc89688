//! What readers said, for those who answer: published with the answer, or hidden, or erased.

use crate::App;
use crate::account::{Deed, Seat, SignedIn};
use crate::council::feedback::due;
use crate::find::Fields;
use crate::language::say;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use store::{Feedback, FeedbackAnswer, FeedbackState, StoreError};

/// How many are shown.
const SHOWN: usize = 500;

#[derive(Template)]
#[template(path = "publish/feedback.html")]
struct FeedbackPage {
    shell: Shell,
    slug: String,
    list: Vec<View>,
    may: bool,
    refused: Option<String>,
}

/// A reader's words.
struct View {
    id: String,
    came: String,
    words: String,
    /// By when an answer is meant to come, and whether that day has passed.
    due: Option<(String, bool)>,
    published: Option<String>,
    answer: Option<String>,
    is_waiting: bool,
}

/// `/publish/{slug}/feedback`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let seat = Seat::whole(signed, &slug, Deed::Read)?;
    draw(&app, &seat, None).await.map_err(Fault::store)
}

async fn draw(app: &App, seat: &Seat, refused: Option<String>) -> Result<Response, StoreError> {
    let list = seat.signed.keeper.store().feedback(&seat.slug, SHOWN).await?;
    let page = FeedbackPage {
        shell: Shell::said(&say("desk-readers-title"), Part::Desk),
        slug: seat.slug.clone(),
        list: list.iter().map(|one| view(app, one)).collect(),
        may: seat.may(Deed::Answer),
        refused: refused.clone(),
    };
    Ok(page::form(refused.is_some(), &page))
}

fn view(app: &App, one: &Feedback) -> View {
    let is_waiting = one.state == FeedbackState::Waiting;
    let by = due(app.law(), crate::clock::london(one.created).date()).filter(|_| is_waiting);
    View {
        id: one.id.to_string(),
        came: show::moment(one.created),
        words: one.words.clone(),
        due: by.map(|by| (show::date(by), by < app.clock().today())),
        published: one.published.clone(),
        answer: one.answer.clone(),
        is_waiting,
    }
}

/// Publishes an answer, hides, or erases.
pub(super) async fn take(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let seat = Seat::whole(signed, &slug, Deed::Answer)?;
    let id = sent.get("id").parse().map_err(|_| Fault::bad_request().into_response())?;
    let store = seat.signed.keeper.store();
    if sent.get("do") == "erase" {
        store.feedback_erase(&slug, id).await.map_err(Fault::store)?;
        return Ok(Redirect::to(&format!("/publish/{slug}/feedback")).into_response());
    }
    let (published, answer) = (sent.get("published"), sent.get("answer"));
    let published = (sent.get("do") == "publish").then_some(published);
    if answer.is_empty() || published == Some("") {
        let words = say("desk-readers-wrong").plain().to_owned();
        return draw(&app, &seat, Some(words)).await.map_err(Fault::store);
    }
    let answer = FeedbackAnswer { published, answer, by: seat.signed.account.id, at: app.clock().now() };
    store.feedback_answer(&slug, id, &answer).await.map_err(Fault::store)?;
    Ok(Redirect::to(&format!("/publish/{slug}/feedback")).into_response())
}
