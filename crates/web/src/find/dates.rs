//! Dates: every time limit that runs for this family, as a picture, a list and a calendar file.

use super::clock::ClockView;
use super::question::asked;
use super::session::{Picture, Session};
use crate::App;
use crate::language::{Said, date, say, say_with};
use crate::ui::assets::fingerprint;
use crate::ui::shell::Part;
use crate::ui::{Shell, page};
use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use icalendar::{Calendar, Component, Event, Property};
use jiff::civil::Date;
use law::running::Running;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "find/dates.html")]
struct DatesPage {
    shell: Shell,
    today: Said,
    coming: Vec<DateLine>,
    past: Vec<DateLine>,
    picture: Option<Timeline>,
    /// Days that could be told, and the question for each.
    waiting: Vec<WaitingDay>,
    expired: bool,
}

/// One time limit and its number in the picture.
pub(crate) struct DateLine {
    pub number: usize,
    pub clock: ClockView,
}

/// A day the family could tell.
struct WaitingDay {
    fact: String,
    short: String,
    ask: Option<Said>,
    /// What it would let us count.
    clocks: Vec<String>,
}

/// The time limits drawn along a line of days.
pub(crate) struct Timeline {
    pub height: u32,
    pub today: u32,
    pub bars: Vec<Bar>,
    pub alt: Said,
}

/// One time limit in the picture, in the units of the picture.
pub(crate) struct Bar {
    pub number: usize,
    pub top: u32,
    pub left: u32,
    pub width: u32,
    pub text: u32,
    pub past: bool,
}

/// `/find/dates`
pub(super) async fn show(State(app): State<App>, session: Session) -> Response {
    let picture = session.picture(&app);
    let family = picture.family();
    let running = family.clocks();
    let today = picture.day.date;
    let clocks = running.iter().enumerate();
    let lines = clocks.map(|(place, one)| DateLine { number: place + 1, clock: ClockView::of(&picture, one) });
    let (past, coming) = lines.partition(|line| line.clock.has_passed());
    let page = DatesPage {
        shell: Shell::said(&say("dates-tab"), Part::Find),
        today: date(today),
        picture: timeline(&running, today),
        coming,
        past,
        waiting: waiting(&picture),
        expired: session.expired,
    };
    session.keep(&app, page::ok(&page))
}

fn waiting(picture: &Picture) -> Vec<WaitingDay> {
    let facts = &picture.day.law.facts;
    let mut days: Vec<WaitingDay> = Vec::new();
    for one in picture.family().waiting_clocks() {
        let fact = &facts[one.fact];
        match days.iter_mut().find(|day| day.fact == fact.name) {
            Some(day) => day.clocks.push(one.clock.title.clone()),
            None => days.push(WaitingDay {
                fact: fact.name.clone(),
                short: fact.short.clone(),
                ask: asked(fact),
                clocks: vec![one.clock.title.clone()],
            }),
        }
    }
    days
}

/// The picture is 640 units wide, with room for a number at the end of each bar.
const WIDE: u32 = 600;
const ROW: u32 = 30;

/// Draws the time limits from the first day to the last; nothing to draw where there is none.
fn timeline(running: &[Running], today: Date) -> Option<Timeline> {
    let first = running.iter().map(|one| one.start).min()?.min(today);
    let last = running.iter().map(|one| one.end).max()?.max(today);
    let days = |from: Date, to: Date| from.until(to).map_or(0, |span| u32::try_from(span.get_days()).unwrap_or(0));
    let whole = days(first, last).max(1);
    // No bar is so short that it cannot be seen.
    let along = |day: Date| 10 + days(first, day) * (WIDE - 20) / whole;
    let bars = running.iter().enumerate().map(|(place, one)| {
        let (left, right) = (along(one.start), along(one.end));
        let top = 26 + ROW * u32::try_from(place).unwrap_or_default();
        let width = right.saturating_sub(left).max(6);
        Bar { number: place + 1, top, left, width, text: left + width + 8, past: one.end < today }
    });
    let bars: Vec<Bar> = bars.collect();
    Some(Timeline {
        height: 26 + ROW * u32::try_from(bars.len()).unwrap_or_default(),
        today: along(today),
        alt: say_with(
            "dates-picture",
            [("many", bars.len().into()), ("first", date(first).into()), ("last", date(last).into())],
        ),
        bars,
    })
}

/// What the calendar file should say.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Names {
    /// Whether entries say what they are about; otherwise they only say "Reminder".
    #[serde(default)]
    named: bool,
}

/// `/find/dates.ics`: the dates for a calendar, which others may see; so entries say little unless asked.
pub(super) async fn calendar(
    State(app): State<App>,
    session: Session,
    names: Result<Query<Names>, QueryRejection>,
) -> Response {
    let named = names.map(|Query(names)| names.named).unwrap_or_default();
    let picture = session.picture(&app);
    let mut calendar = Calendar::new();
    for one in picture.family().clocks() {
        calendar.push(event(&one, named, picture.day.date));
    }
    let kind = (header::CONTENT_TYPE, "text/calendar; charset=utf-8");
    let name = (header::CONTENT_DISPOSITION, "attachment; filename=\"dates.ics\"");
    session.keep(&app, ([kind, name], calendar.to_string()).into_response())
}

fn event(one: &Running, named: bool, today: Date) -> Event {
    let day = |date: Date| date.strftime("%Y%m%d").to_string();
    let whole_day = |key: &str, date: Date| {
        let mut property = Property::new(key, day(date));
        property.add_parameter("VALUE", "DATE");
        property.done()
    };
    let mut event = Event::new();
    // What a calendar shows to others must not be told by the name beneath it either.
    event.uid(&fingerprint(format!("{}-{}", one.clock.id, day(one.end)).as_bytes()));
    event.append_property(whole_day("DTSTART", one.end));
    event.append_property(Property::new("DTSTAMP", format!("{}T000000Z", day(today))));
    match named {
        true => event.summary(&one.clock.title).description(one.means),
        false => event.summary("Reminder"),
    };
    event.done()
}
