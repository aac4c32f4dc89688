//! An invitation to a family meeting, to put into a calendar. A calendar may be seen by others: the entry tells a day and a
//! time, and neither for what nor where.

use crate::ui::assets::fingerprint;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use casework::{Event, Happened, Value};
use icalendar::{Calendar, Component, Property};

/// Whether an event invites somebody to a day.
pub(super) fn invites(event: &Event) -> bool {
    event.values.contains_key("meeting_on")
}

/// The entry for the day to which an event invites; none where it invites to nothing.
pub(super) fn calendar(happened: &Happened, case: &str) -> Option<Response> {
    let said = |field: &str| happened.event.values.get(field);
    let on = said("meeting_on").and_then(Value::day)?;
    let mut day = Property::new("DTSTART", on.strftime("%Y%m%d").to_string());
    day.add_parameter("VALUE", "DATE");
    let at = said("meeting_at").and_then(Value::text).unwrap_or_default();
    let mut event = icalendar::Event::new();
    event.uid(&fingerprint(format!("{case} {}", happened.version).as_bytes()));
    event.append_property(day.done());
    event.append_property(Property::new("DTSTAMP", happened.at.strftime("%Y%m%dT%H%M%SZ").to_string()));
    event.summary(format!("Appointment {at}").trim());
    let calendar = Calendar::new().push(event.done()).done();
    let kind = (header::CONTENT_TYPE, "text/calendar; charset=utf-8");
    let name = (header::CONTENT_DISPOSITION, "attachment; filename=\"appointment.ics\"");
    Some(([kind, name, (header::CACHE_CONTROL, "no-store")], calendar.to_string()).into_response())
}
