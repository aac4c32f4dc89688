//! Workshops and events: looked for, booked without an account, and run from a host's desk.

mod book;
mod calendar;
mod certificate;
mod desk;
mod list;
mod mine;
mod notice;
mod page;
mod round;
mod view;

use super::{Boards, Name, Standing};
use crate::App;
use axum::Router;
use axum::routing::get;
use jiff::civil::DateTime;
use outreach::Host;
use outreach::workshop::{Booker, Kept, Occasion, When, Workshop};
use std::sync::Arc;
use store::{Booking, OccasionKey, Room};

/// How many days after a workshop what people gave is kept: time for a certificate and for what they thought.
const KEPT_DAYS: i32 = 30;
/// How many days what people thought is kept.
const OPINION_DAYS: i32 = 400;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/workshops", get(list::show).post(list::look))
        .route("/workshops/calendar.ics", get(calendar::search))
        .route("/workshops/booking/{token}", get(mine::show).post(mine::take))
        .route("/workshops/booking/{token}/{file}", get(mine::file))
        .route("/workshops/{host}", get(list::of_host))
        .route("/workshops/{host}/calendar.ics", get(calendar::of_host))
        .route("/workshops/{host}/{id}", get(page::show))
        .route("/workshops/{host}/{id}/book", get(book::show).post(book::take))
        .merge(desk::routes())
}

/// A workshop that is public.
pub(super) struct Shown {
    /// Who runs it.
    pub host: Host,
    /// Its names.
    pub name: Name,
    /// All that is known of it.
    pub standing: Arc<Standing<Kept>>,
    /// As it is public.
    pub workshop: Workshop,
}

impl Shown {
    /// The public workshop of these names.
    pub(super) fn find(app: &App, host: &str, id: &str) -> Option<Shown> {
        let name = Name { host: host.to_owned(), id: id.to_owned() };
        let standing = app.boards()?.workshops().get(&name)?;
        Shown::of(app, name, standing)
    }

    fn of(app: &App, name: Name, standing: Arc<Standing<Kept>>) -> Option<Shown> {
        let workshop = standing.thing.public.clone()?;
        Some(Shown { host: app.host(&name.host)?, name, standing, workshop })
    }

    /// Every public workshop.
    pub(super) fn all(app: &App) -> Vec<Shown> {
        let all = app.boards().map(|boards| boards.workshops().all()).unwrap_or_default();
        all.into_iter().filter_map(|(name, standing)| Shown::of(app, name, standing)).collect()
    }

    /// Its page.
    pub(super) fn address(&self) -> String {
        format!("/workshops/{}/{}", self.name.host, self.name.id)
    }

    /// What is still to come.
    pub(super) fn to_come(&self, app: &App) -> Vec<Occasion> {
        self.standing.thing.to_come(app.law(), app.clock().today())
    }

    /// One of its days, or the course.
    pub(super) fn occasion(&self, app: &App, when: When) -> Option<Occasion> {
        self.standing.thing.occasion(app.law(), when)
    }

    /// What there is room for.
    pub(super) fn room(&self, occasion: &Occasion) -> Room {
        Room { places: self.workshop.places, waits: self.workshop.waits, forget: occasion.forget_after(KEPT_DAYS) }
    }

    /// Whether a place can still be asked for.
    pub(super) fn is_open(&self, occasion: &Occasion, now: DateTime) -> bool {
        let first = occasion.first();
        let begins = self.workshop.times.begins(first);
        let closes = jiff::ToSpan::days(i64::from(self.workshop.closes));
        occasion.called_off.is_none()
            && now < begins
            && first.checked_sub(closes).is_ok_and(|last| self.workshop.closes == 0 || now.date() <= last)
    }
}

/// A day of a workshop, or the course, as the store knows it.
pub(super) fn key(name: &Name, when: When) -> OccasionKey {
    OccasionKey { host: name.host.clone(), workshop: name.id.clone(), occasion: when.to_string() }
}

/// Who booked; none where they gave it back.
pub(super) fn booker(booking: &Booking) -> Option<Booker> {
    serde_json::from_str(&booking.person.as_ref()?.details).ok()
}

impl Boards {
    /// Every workshop.
    pub(super) fn workshops(&self) -> &super::Board<Kept> {
        &self.workshops
    }
}

/// This moment in London.
pub(super) fn now(app: &App) -> DateTime {
    let now = crate::clock::london(app.clock().now());
    app.clock().today().to_datetime(now.time())
}
