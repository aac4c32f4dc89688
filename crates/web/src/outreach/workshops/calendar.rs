//! Workshops as calendar files (RFC 5545): those of a host, of a search, one of them, one place that is booked.

use super::{Shown, list};
use crate::App;
use crate::ui::Fault;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use icalendar::{Calendar, Component, Event, EventLike, Property};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use outreach::workshop::{Fit, Occasion, Recurrence, Way, When};
use std::collections::BTreeMap;
use std::fmt::Write;

const ZONE: &str = "Europe/London";
/// When London’s clocks change (RFC 5545, section 3.6.5).
const LONDON: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n\
    BEGIN:DAYLIGHT\r\nDTSTART:19810329T010000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n\
    TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nTZNAME:BST\r\nEND:DAYLIGHT\r\n\
    BEGIN:STANDARD\r\nDTSTART:19961027T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n\
    TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nTZNAME:GMT\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// `/workshops/calendar.ics`: those that a search finds. Its address holds only what says nothing of who looks.
pub(super) async fn search(State(app): State<App>, Query(asked): Query<BTreeMap<String, String>>) -> Response {
    let get = |name: &str| asked.get(name).cloned().unwrap_or_default();
    let wanted = list::wanted(&get);
    let fits = |shown: &Shown| {
        let days: Vec<Date> = shown.to_come(&app).into_iter().flat_map(|one| one.days).collect();
        wanted.fits(&shown.name.host, &shown.workshop, &days, app.places()) != Fit::No
    };
    file(&app, Shown::all(&app).iter().filter(|shown| fits(shown)))
}

/// `/workshops/{host}/calendar.ics`.
pub(super) async fn of_host(State(app): State<App>, Path(host): Path<String>) -> Response {
    if app.host(&host).is_none() {
        return Fault::not_found().into_response();
    }
    file(&app, Shown::all(&app).iter().filter(|shown| shown.name.host == host))
}

/// A file with all that is still to come of these.
pub(super) fn file<'a>(app: &App, list: impl Iterator<Item = &'a Shown>) -> Response {
    let mut calendar = Calendar::new();
    for shown in list {
        for event in whole(app, shown) {
            calendar.push(event);
        }
    }
    send(&calendar)
}

/// A file for somebody who booked: the days, and nothing that says what it is unless they want that.
pub(super) fn booked(app: &App, shown: &Shown, occasion: &Occasion, may_name: bool) -> Response {
    let mut calendar = Calendar::new();
    for day in &occasion.days {
        let title = if may_name { shown.workshop.title.as_str() } else { "Appointment" };
        let mut event = timed(app, shown, *day, &format!("{}-{}", shown.name.id, day));
        event.summary(title);
        if may_name {
            event.location(&place(shown));
        }
        calendar.push(event.done());
    }
    send(&calendar)
}

fn send(calendar: &Calendar) -> Response {
    let kind = (header::CONTENT_TYPE, "text/calendar; charset=utf-8");
    let name = (header::CONTENT_DISPOSITION, "attachment; filename=\"dates.ics\"");
    // The zone stands before the first thing that names it. The crate has no type for it.
    let text = calendar.to_string().replacen("BEGIN:VEVENT", &format!("{LONDON}BEGIN:VEVENT"), 1);
    ([kind, name], text).into_response()
}

fn figures(at: DateTime) -> String {
    at.strftime("%Y%m%dT%H%M%S").to_string()
}

fn at(key: &str, moment: DateTime) -> Property {
    let mut property = Property::new(key, figures(moment));
    property.add_parameter("TZID", ZONE);
    property.done()
}

fn timed(app: &App, shown: &Shown, day: Date, uid: &str) -> Event {
    let times = &shown.workshop.times;
    let mut event = Event::new();
    event.uid(&format!("{uid}-{}", shown.name.host));
    event.append_property(Property::new("DTSTAMP", stamp(app.clock().now())));
    event.append_property(at("DTSTART", times.begins(day)));
    event.append_property(at("DTEND", times.ends(day)));
    event
}

fn stamp(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// One workshop: its rule with exceptions, its single days, and each day that was called off.
fn whole(app: &App, shown: &Shown) -> Vec<Event> {
    if shown.to_come(app).is_empty() {
        return Vec::new();
    }
    let (workshop, kept) = (&shown.workshop, &shown.standing.thing);
    let days = workshop.days(app.law());
    let ruled = workshop.times.ruled();
    let Some(first) = ruled.first().copied() else { return Vec::new() };
    let is_off =
        |day: Date| kept.called_off.contains_key(&When::Day(day)) || kept.called_off.contains_key(&When::Whole);
    let mut event = timed(app, shown, first, &shown.name.id);
    if let Some(rule) = &workshop.times.again {
        event.append_property(Property::new("RRULE", counted(rule, ruled.len())));
    }
    for day in ruled.iter().filter(|day| !days.contains(day) || is_off(**day)) {
        event.append_multi_property(at("EXDATE", workshop.times.begins(*day)));
    }
    for day in days.iter().filter(|day| !ruled.contains(day) && !is_off(**day)) {
        event.append_multi_property(at("RDATE", workshop.times.begins(*day)));
    }
    tell(app, shown, &mut event);
    if kept.called_off.contains_key(&When::Whole) {
        event.append_property(Property::new("STATUS", "CANCELLED"));
    }
    vec![event.done()]
}

/// The rule with a count for its end: a day would have to be told in the time of Greenwich.
fn counted(rule: &Recurrence, times: usize) -> String {
    let end = outreach::workshop::End::Times(u16::try_from(times).unwrap_or(u16::MAX));
    Recurrence { end, ..rule.clone() }.to_string()
}

fn tell(app: &App, shown: &Shown, event: &mut Event) {
    let workshop = &shown.workshop;
    event.summary(&format!("{} ({})", workshop.title, shown.host.name));
    let mut words = workshop.summary.clone();
    let _ = write!(words, " Look whether it still holds, and book: {}{}", app.address(), shown.address());
    event.description(&words);
    event.url(&format!("{}{}", app.address(), shown.address()));
    event.location(&place(shown));
}

fn place(shown: &Shown) -> String {
    let (way, venue) = (shown.workshop.way, &shown.workshop.venue);
    match way {
        Way::Online => "Online".to_owned(),
        _ => format!("{}, {}, {}", venue.name, venue.address, venue.postcode),
    }
}

/// One workshop as a file.
pub(super) fn one(app: &App, shown: &Shown) -> Response {
    file(app, std::iter::once(shown))
}
