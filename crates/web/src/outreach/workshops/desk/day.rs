//! A day of a workshop at the desk: who booked and how they are reached, who came, a message to all, calling it off.

use super::{Desk, follow, refused};
use crate::App;
use crate::account::{SignedIn, form_key};
use crate::find::Fields;
use crate::language::{Said, say};
use crate::outreach::workshops::notice::{Letter, Tells};
use crate::outreach::workshops::{Shown, booker, key, view};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use outreach::workshop::{Act, Booker, Channel, Occasion, When};
use std::collections::BTreeMap;
use store::{Booking, BookingId, BookingState, GroupMessage, IdempotencyKey, NewMail};

/// The longest message, in letters.
const LONGEST: usize = 2000;

#[derive(Template)]
#[template(path = "outreach/workshops/day.html")]
struct DayPage {
    shell: Shell,
    slug: String,
    id: String,
    title: String,
    words: String,
    called_off: Option<String>,
    is_over: bool,
    has_begun: bool,
    places: Option<u32>,
    taken: Vec<LineView>,
    waiting: Vec<LineView>,
    /// Those of a day that was called off.
    told: Vec<LineView>,
    /// How many are not reached by email.
    by_hand: usize,
    messages: usize,
    typed: Fields,
    refused: Option<Said>,
    done: Option<Said>,
    key: String,
}

/// Somebody who booked.
struct LineView {
    id: BookingId,
    booker: Booker,
    came: Option<bool>,
}

impl LineView {
    fn way(&self) -> Said {
        match self.booker.channel {
            Channel::Email => say("workshop-day-way-email"),
            Channel::Phone => say("workshop-day-way-phone"),
            Channel::Post => say("workshop-day-way-post"),
        }
    }
}

struct At {
    desk: Desk,
    shown: Shown,
    occasion: Occasion,
}

fn find(app: &App, signed: SignedIn, slug: &str, id: &str, when: &str) -> Result<At, Response> {
    let desk = Desk::take(app, signed, slug)?;
    let not_found = || Fault::not_found().into_response();
    let shown = Shown::find(app, slug, id).ok_or_else(not_found)?;
    let when: When = when.parse().map_err(|()| not_found())?;
    let occasion = shown.occasion(app, when).ok_or_else(not_found)?;
    Ok(At { desk, shown, occasion })
}

/// `/hosts/{slug}/workshops/{id}/on/{when}`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, id, when)): Path<(String, String, String)>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Response> {
    let at = find(&app, signed, &slug, &id, &when)?;
    let done = match asked.get("done").map(String::as_str) {
        Some("message") => Some(say("workshop-day-message-sent")),
        Some(_) => Some(say("desk-kept")),
        None => None,
    };
    draw(&app, &at, Fields::default(), None, done).await
}

async fn draw(
    app: &App,
    at: &At,
    typed: Fields,
    refused: Option<Said>,
    done: Option<Said>,
) -> Result<Response, Response> {
    let At { desk, shown, occasion } = at;
    let (store, of) = (desk.boards.store(), key(&shown.name, occasion.when));
    let list = store.bookings(&of).await.map_err(Fault::store)?;
    let views = |state: BookingState| -> Vec<LineView> {
        let these = list.iter().filter(|one| one.state == state);
        these.filter_map(|one| Some(LineView { id: one.id, booker: booker(one)?, came: one.came })).collect()
    };
    let (taken, waiting, told) =
        (views(BookingState::Taken), views(BookingState::Waiting), views(BookingState::CalledOff));
    let now = crate::outreach::workshops::now(app);
    let by_hand = taken.iter().chain(&told).filter(|one| one.booker.channel != Channel::Email).count();
    let page = DayPage {
        shell: Shell::said(&say("workshop-day-title"), Part::Desk),
        slug: shown.name.host.clone(),
        id: shown.name.id.clone(),
        title: shown.workshop.title.clone(),
        words: view::days(&occasion.days, shown.workshop.times.hours),
        called_off: occasion.called_off.clone(),
        is_over: now >= shown.workshop.times.ends(occasion.last()),
        has_begun: now.date() >= occasion.first(),
        places: shown.workshop.places,
        by_hand,
        taken,
        waiting,
        told,
        messages: store.bookings_messages(&of).await.map_err(Fault::store)?.len(),
        typed,
        refused: refused.clone(),
        done,
        key: form_key(),
    };
    Ok(page::form(refused.is_some(), &page))
}

/// Writes down who came, sends a message, lets a booking go, or calls the day off.
pub(super) async fn take(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, id, when)): Path<(String, String, String)>,
    sent: Fields,
) -> Result<Response, Response> {
    let at = find(&app, signed, &slug, &id, &when)?;
    let At { desk, shown, occasion } = &at;
    let (store, of, now) = (desk.boards.store(), key(&shown.name, occasion.when), app.clock().now());
    let here =
        |done: &str| Redirect::to(&format!("/hosts/{slug}/workshops/{id}/on/{when}?done={done}")).into_response();
    let letter = Letter { app: &app, shown, occasion };
    match sent.get("do") {
        "came" => {
            if app.clock().today() < occasion.first() {
                return draw(&app, &at, sent, Some(say("workshop-day-came-early")), None).await;
            }
            let came: Vec<(BookingId, Option<bool>)> = (sent.under("came:"))
                .filter_map(|(id, word)| {
                    let came = match word {
                        "yes" => Some(true),
                        "no" => Some(false),
                        _ => None,
                    };
                    Some((id.parse().ok()?, came))
                })
                .collect();
            store.bookings_came(&of, &came).await.map_err(Fault::store)?;
            Ok(here("came"))
        }
        "message" => {
            let words = sent.lines("words").unwrap_or_default();
            if words.trim().is_empty() || words.chars().count() > LONGEST {
                let why = say("workshop-day-message-wrong");
                return draw(&app, &at, sent, Some(why), None).await;
            }
            let form = IdempotencyKey::new(sent.get("key")).map_err(Fault::store)?;
            let letters = |booking: &Booking| -> Vec<NewMail> { letter.to(booking, Tells::Message(&words)) };
            let message = GroupMessage { words: &words, by: desk.seat.signed.account.id, at: now };
            store.bookings_message(&of, &form, &message, &letters).await.map_err(Fault::store)?;
            Ok(here("message"))
        }
        "let_go" => {
            let id: BookingId = sent.get("id").parse().map_err(|_| Fault::bad_request().into_response())?;
            let letters = |booking: &Booking| -> Vec<NewMail> { letter.to(booking, Tells::MovedUp) };
            store.booking_let_go(&of, id, &shown.room(occasion), now, &letters).await.map_err(Fault::store)?;
            Ok(here("let_go"))
        }
        "call_off" => {
            let why = sent.lines("why").unwrap_or_default();
            let act = match occasion.when {
                When::Day(day) => Act::CallOffDay { day, why },
                When::Whole => Act::CallOff { why },
            };
            match desk.act(&app, &shown.name, &act, sent.get("key")).await {
                Ok(_) => {
                    follow(&app, desk, &shown.name).await.map_err(Fault::store)?;
                    Ok(here("call_off"))
                }
                Err(error) => {
                    let words = refused(error)?;
                    draw(&app, &at, sent, Some(words), None).await
                }
            }
        }
        _ => Err(Fault::bad_request().into_response()),
    }
}
