//! The page of one booking, opened by its link: how it stands, a button that gives the place back, and, when it is over, what
//! somebody thought, what there is to read, and a certificate.

use super::notice::{Letter, Tells};
use super::view::{cost, days, number};
use super::{OPINION_DAYS, Shown, booker, calendar, certificate};
use crate::App;
use crate::account::Open;
use crate::find::Fields;
use crate::language::{Piece, Said, say, say_with};
use crate::ui::download::Format;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::ToSpan;
use outreach::workshop::{Booker, Channel, Helped, Material, Occasion, Opinion, When, Workshop};
use std::collections::BTreeMap;
use store::{Booking, BookingState, BookingToken, NewMail};

/// The longest that somebody may write of what they thought, in letters.
const LONGEST: usize = 1500;

#[derive(Template)]
#[template(path = "outreach/workshops/mine.html")]
struct MinePage {
    shell: Shell,
    token: String,
    title: String,
    host: String,
    address: String,
    words: Said,
    state: BookingState,
    /// How many wait before.
    before: usize,
    booker: Option<Booker>,
    /// What the organiser wrote to all.
    messages: Vec<String>,
    workshop: Workshop,
    cost: Said,
    called_off: Option<String>,
    is_new: bool,
    is_over: bool,
    /// Whether the place can be given back.
    can_cancel: bool,
    asks: bool,
    has_said: bool,
    materials: Vec<Material>,
    has_certificate: bool,
    has_pdf: bool,
    notice: Option<Said>,
}

struct Mine {
    token: BookingToken,
    booking: Booking,
    shown: Shown,
    occasion: Occasion,
}

async fn find(app: &App, open: &Open, token: &str) -> Result<Mine, Response> {
    let not_found = || Fault::not_found().into_response();
    let token: BookingToken = token.parse().map_err(|_| not_found())?;
    let booking = open.0.store().booking(&token).await.map_err(Fault::store)?.ok_or_else(not_found)?;
    let shown = Shown::find(app, &booking.key.host, &booking.key.workshop).ok_or_else(not_found)?;
    let when: When = booking.key.occasion.parse().map_err(|()| not_found())?;
    let occasion = shown.occasion(app, when).ok_or_else(not_found)?;
    Ok(Mine { token, booking, shown, occasion })
}

impl Mine {
    fn is_over(&self, app: &App) -> bool {
        super::now(app) >= self.shown.workshop.times.ends(self.occasion.last())
    }

    fn can_cancel(&self, app: &App) -> bool {
        matches!(self.booking.state, BookingState::Taken | BookingState::Waiting) && !self.is_over(app)
    }

    fn has_certificate(&self) -> bool {
        self.shown.workshop.certificate && self.booking.state == BookingState::Taken && self.booking.came == Some(true)
    }

    fn asks(&self, app: &App) -> bool {
        self.shown.workshop.asks_opinion
            && self.booking.state == BookingState::Taken
            && self.booking.came != Some(false)
            && self.is_over(app)
    }
}

/// `/workshops/booking/{token}`.
pub(super) async fn show(
    State(app): State<App>,
    open: Open,
    Path(token): Path<String>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Response> {
    let mine = find(&app, &open, &token).await?;
    draw(&app, &open, &mine, asked.contains_key("booked"), None).await
}

async fn draw(app: &App, open: &Open, mine: &Mine, is_new: bool, notice: Option<Said>) -> Result<Response, Response> {
    let Mine { booking, shown, occasion, .. } = mine;
    let before = match booking.state {
        BookingState::Waiting => open.0.store().booking_before(booking).await.map_err(Fault::store)?,
        _ => 0,
    };
    let is_over = mine.is_over(app);
    let is_mine = booking.state == BookingState::Taken;
    let page = MinePage {
        shell: Shell::said(&say("mine-tab"), Part::Find),
        token: mine.token.reveal(),
        title: shown.workshop.title.clone(),
        host: shown.host.name.clone(),
        address: shown.address(),
        words: days(&occasion.days, shown.workshop.times.hours),
        state: booking.state,
        before: number(before),
        booker: booker(booking),
        messages: if is_mine {
            open.0.store().bookings_messages(&booking.key).await.map_err(Fault::store)?
        } else {
            Vec::new()
        },
        cost: cost(&shown.workshop.cost),
        called_off: occasion.called_off.clone(),
        is_new,
        is_over,
        can_cancel: mine.can_cancel(app),
        asks: mine.asks(app),
        has_said: booking.has_said,
        materials: if is_mine && is_over { shown.standing.thing.materials.clone() } else { Vec::new() },
        has_certificate: mine.has_certificate(),
        has_pdf: app.pdf().is_some(),
        workshop: shown.workshop.clone(),
        notice: notice.clone(),
    };
    Ok(page::form(notice.is_some(), &page))
}

/// Gives the place back, or takes what somebody thought.
pub(super) async fn take(
    State(app): State<App>,
    open: Open,
    Path(token): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let mine = find(&app, &open, &token).await?;
    let here = || Redirect::to(&format!("/workshops/booking/{token}")).into_response();
    match sent.get("do") {
        "cancel" if mine.can_cancel(&app) => {
            let letter = Letter { app: &app, shown: &mine.shown, occasion: &mine.occasion };
            let letters = |booking: &Booking| -> Vec<NewMail> { letter.to(booking, Tells::MovedUp) };
            let room = mine.shown.room(&mine.occasion);
            let done = open.0.store().booking_cancel(&mine.token, &room, app.clock().now(), &letters).await;
            done.map_err(Fault::store)?;
            Ok(here())
        }
        "opinion" if mine.asks(&app) => {
            let Some(helped) = Helped::read(sent.get("helped")) else {
                return draw(&app, &open, &mine, false, Some(say("mine-wrong-helped"))).await;
            };
            let words = sent.lines("words").unwrap_or_default();
            if words.chars().count() > LONGEST {
                return draw(&app, &open, &mine, false, Some(say("mine-wrong-long"))).await;
            }
            let opinion = serde_json::to_string(&Opinion { helped, words });
            let opinion = opinion.map_err(|_| Fault::bad_request().into_response())?;
            let forget = app.clock().today().saturating_add(i64::from(OPINION_DAYS).days());
            open.0.store().opinion_add(&mine.token, &opinion, forget).await.map_err(Fault::store)?;
            Ok(here())
        }
        _ => Ok(here()),
    }
}

/// `/workshops/booking/{token}/{file}`: its dates for a calendar, or a certificate.
pub(super) async fn file(
    State(app): State<App>,
    open: Open,
    Path((token, name)): Path<(String, String)>,
) -> Result<Response, Response> {
    let mine = find(&app, &open, &token).await?;
    let booker = booker(&mine.booking).ok_or_else(|| Fault::not_found().into_response())?;
    if name == "dates.ics" {
        return Ok(calendar::booked(&app, &mine.shown, &mine.occasion, booker.may_name));
    }
    let format = name.strip_prefix("certificate.").and_then(Format::of).filter(|_| mine.has_certificate());
    let format = format.ok_or_else(|| Fault::not_found().into_response())?;
    let document = certificate::document(&app, &mine.shown, &mine.occasion, &booker.name);
    match format.write(&app, &document).await {
        Ok(bytes) => Ok(format.send("certificate", bytes)),
        Err(why) => draw(&app, &open, &mine, false, Some(why.into())).await,
    }
}

impl MinePage {
    fn heading(&self) -> Said {
        say(match self.state {
            BookingState::Cancelled => "mine-title-back",
            _ if self.called_off.is_some() => "mine-title-off",
            BookingState::CalledOff => "mine-title-off",
            BookingState::Waiting => "mine-title-waiting",
            BookingState::Taken if self.is_over => "mine-title-over",
            BookingState::Taken => "mine-title",
        })
    }

    fn way(&self) -> Option<Said> {
        Some(say(match self.booker.as_ref()?.channel {
            Channel::Email => "mine-by-email",
            Channel::Phone => "mine-by-phone",
            Channel::Post => "mine-by-post",
        }))
    }

    /// The certificate, in each kind of file it can be had in.
    fn certificate(&self) -> Said {
        let file = |ending| Piece::link(format!("/workshops/booking/{}/certificate.{ending}", self.token));
        let (word, text, end) = (("word", file("docx")), ("text", file("txt")), ("end", Piece::end("a")));
        match self.has_pdf {
            true => say_with("mine-certificate-says-pdf", [word, ("pdf", file("pdf")), text, end]),
            false => say_with("mine-certificate-says", [word, text, end]),
        }
    }
}
