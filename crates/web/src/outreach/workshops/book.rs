//! Taking a place: a form that asks for as little as it can, and no account.

use super::notice::{Letter, Tells};
use super::page::Whom;
use super::view::{DayView, Fill, days};
use super::{Shown, key, now};
use crate::App;
use crate::account::{Open, form_key, may_try};
use crate::find::{Fields, Session, Wrong};
use crate::language::{Said, say};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use outreach::workshop::{Booked, Booker, BookerFault, Channel, Occasion, When, due};
use std::collections::BTreeMap;
use store::{Asked, Booking, BookingToken, Email, NewBooking, NewMail};

/// How many may ask for a place in one workshop in a quarter of an hour.
const MOST: i64 = 3000;

#[derive(Template)]
#[template(path = "outreach/workshops/book.html")]
struct BookPage {
    shell: Shell,
    title: String,
    host: String,
    address: String,
    when: When,
    words: Said,
    day: DayView,
    whom: Whom,
    typed: Fields,
    wrong: Vec<Wrong>,
    key: String,
}

impl BookPage {
    fn wrong_of(&self, field: &str) -> Option<&Said> {
        self.wrong.iter().find(|wrong| wrong.field == field).map(|wrong| &wrong.words)
    }

    fn is_way(&self, way: &str) -> bool {
        self.typed.get("channel") == way
    }
}

struct At {
    shown: Shown,
    occasion: Occasion,
}

/// The day in the address, or the next.
fn find(app: &App, host: &str, id: &str, on: &str) -> Option<At> {
    let shown = Shown::find(app, host, id).filter(|shown| shown.workshop.booked != Booked::Open)?;
    let occasion = match on.parse::<When>() {
        Ok(when) => shown.occasion(app, when),
        Err(()) => shown.to_come(app).into_iter().find(|one| shown.is_open(one, now(app))),
    };
    occasion.map(|occasion| At { shown, occasion })
}

/// `/workshops/{host}/{id}/book`.
pub(super) async fn show(
    State(app): State<App>,
    _open: Open,
    session: Session,
    Path((host, id)): Path<(String, String)>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Response {
    let on = asked.get("on").map(String::as_str).unwrap_or_default();
    let Some(at) = find(&app, &host, &id, on) else { return Fault::not_found().into_response() };
    draw(&app, &session, &at, Fields::default(), Vec::new()).await
}

async fn draw(app: &App, session: &Session, at: &At, typed: Fields, wrong: Vec<Wrong>) -> Response {
    let At { shown, occasion } = at;
    let fill = Fill::now(app).await;
    let is_wrong = !wrong.is_empty();
    let page = BookPage {
        shell: Shell::said(&say(if is_wrong { "book-tab-wrong" } else { "place-book" }), Part::Find),
        title: shown.workshop.title.clone(),
        host: shown.host.name.clone(),
        address: shown.address(),
        when: occasion.when,
        words: days(&occasion.days, shown.workshop.times.hours),
        day: DayView::of(app, shown, occasion, &fill),
        whom: Whom::of(app, session, &shown.workshop),
        key: if typed.get("key").is_empty() { form_key() } else { typed.get("key").to_owned() },
        typed,
        wrong,
    };
    session.keep(app, page::form(is_wrong, &page))
}

/// What somebody gives, read from the form.
fn read(sent: &Fields) -> (Booker, Vec<Wrong>) {
    let channel = Channel::read(sent.get("channel"));
    let address = match channel {
        Some(Channel::Email) => sent.get("email").to_owned(),
        Some(Channel::Phone) => sent.get("number").to_owned(),
        Some(Channel::Post) => sent.lines("post").unwrap_or_default().trim().to_owned(),
        None => String::new(),
    };
    let booker = Booker {
        name: sent.get("name").to_owned(),
        channel: channel.unwrap_or_default(),
        address,
        times: sent.get("times").to_owned(),
        code_word: sent.get("code_word").to_owned(),
        needs: sent.lines("needs").unwrap_or_default().trim().to_owned(),
        may_name: sent.get("may_name") == "yes",
        reminds: sent.get("reminds") == "yes",
    };
    let mut wrong: Vec<Wrong> = (booker.faults(&|text| text.parse::<Email>().is_ok()).into_iter()).map(told).collect();
    if channel.is_none() {
        wrong.retain(|one| !["email", "number", "post"].contains(&one.field));
        wrong.push(told(BookerFault::Channel));
    }
    (booker, wrong)
}

/// What to do where something that was typed is at fault.
fn told(fault: BookerFault) -> Wrong {
    let words = say(match fault {
        BookerFault::Name => "book-wrong-name",
        BookerFault::Channel => "book-wrong-channel",
        BookerFault::Email => "book-wrong-email",
        BookerFault::Phone => "book-wrong-phone",
        BookerFault::Post => "book-wrong-post",
        BookerFault::Long(_) => "book-wrong-long",
    });
    Wrong { words, field: fault.field() }
}

/// Takes a place, or a place in the line.
pub(super) async fn take(
    State(app): State<App>,
    open: Open,
    session: Session,
    Path((host, id)): Path<(String, String)>,
    sent: Fields,
) -> Result<Response, Response> {
    let at = find(&app, &host, &id, sent.get("on")).ok_or_else(|| Fault::not_found().into_response())?;
    let At { shown, occasion } = &at;
    let (booker, mut wrong) = read(&sent);
    if !shown.is_open(occasion, now(&app)) {
        wrong = vec![Wrong { words: say("book-wrong-closed"), field: "name" }];
    }
    if wrong.is_empty() && !may_try(&app, &open.0, &format!("book {host} {id}"), MOST).await.map_err(Fault::store)? {
        wrong.push(Wrong { words: say("book-wrong-many"), field: "name" });
    }
    if !wrong.is_empty() {
        return Ok(draw(&app, &session, &at, sent, wrong).await);
    }
    let details = serde_json::to_string(&booker).map_err(|_| Fault::bad_request().into_response())?;
    let fresh = form_key();
    let form = if sent.get("key").is_empty() { fresh.as_str() } else { sent.get("key") };
    let token = BookingToken::of_form(&[form, &host, &id, &occasion.when.to_string(), &details]);
    let at_now = app.clock().now();
    let key = key(&shown.name, occasion.when);
    let reminded = due(&shown.workshop.reminders, occasion.days_left(app.clock().today()));
    let new =
        NewBooking { key: &key, room: shown.room(occasion), token: &token, details: &details, reminded, at: at_now };
    let letter = Letter { app: &app, shown, occasion };
    let mine = token.reveal();
    let letters = |booking: &Booking| -> Vec<NewMail> {
        let is_mine = booking.person.as_ref().is_some_and(|person| person.token.reveal() == mine);
        letter.to(booking, if is_mine { Tells::Booked } else { Tells::MovedUp })
    };
    let words = match open.0.store().book(&new, &letters).await.map_err(Fault::store)? {
        Asked::Booked(_) => return Ok(Redirect::to(&format!("/workshops/booking/{mine}?booked=1")).into_response()),
        Asked::Full => say("book-wrong-full"),
        Asked::CalledOff => say("book-wrong-off"),
    };
    let wrong = vec![Wrong { words, field: "name" }];
    Ok(draw(&app, &session, &at, sent, wrong).await)
}
