//! When services are given: in words with the next day, and as calendar files.

use crate::App;
use crate::language::{Piece, Said, in_english, say_with, weekday};
use crate::ui::{Fault, show};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use icalendar::{Calendar, Component, Event, EventLike, Property};
use jiff::civil::Date;
use law::Day;
use offer::{Hours, Offer, Rhythm, Schedule, Service};

/// Each schedule of a service, in words.
pub(crate) fn words(service: &Service) -> Vec<String> {
    service.schedules.iter().map(one).collect()
}

fn one(schedule: &Schedule) -> String {
    let mut words = schedule.to_string();
    words.extend(schedule.from.map(|day| format!(", from {}", show::date(day))));
    words.extend(schedule.to.map(|day| format!(", until {}", show::date(day))));
    if schedule.not_on_bank_holidays {
        words.push_str(". Not on bank holidays");
    }
    let not_on: Vec<String> = schedule.not_on.iter().map(|day| show::date(*day)).collect();
    if !not_on.is_empty() {
        words.push_str(&format!(". Not on {}", not_on.join(", ")));
    }
    words
}

/// The soonest time a service is given, today among them: "Tuesday 8 December 2026, 10:00 to 12:00". None where no
/// schedule tells, or where the service has ended.
pub(crate) fn next(day: &Day, service: &Service) -> Option<String> {
    let soonest = soonest(day, service)?;
    let mut words = show::weekday(soonest.date);
    words.extend(soonest.hours.map(|hours| format!(", {hours}")));
    if soonest.unless_holiday {
        words.push_str(", if that is not a bank holiday");
    }
    Some(words)
}

/// The same as a line of a page, in its language.
pub(super) fn said_next(day: &Day, service: &Service) -> Option<Said> {
    let soonest = soonest(day, service)?;
    let date = ("date", weekday(soonest.date).into());
    Some(match (soonest.hours.map(said_hours), soonest.unless_holiday) {
        (None, false) => say_with("thing-next", [date]),
        (None, true) => say_with("thing-next-unless", [date]),
        (Some(hours), false) => say_with("thing-next-hours", [date, ("hours", hours.into())]),
        (Some(hours), true) => say_with("thing-next-hours-unless", [date, ("hours", hours.into())]),
    })
}

fn said_hours(hours: Hours) -> Said {
    let clock = |time: jiff::civil::Time| Piece::from(time.strftime("%H:%M").to_string().as_str());
    match hours.to {
        Some(to) => say_with("thing-hours", [("from", clock(hours.from)), ("to", clock(to))]),
        None => in_english(hours.to_string()),
    }
}

/// The soonest time of a service.
struct Soonest {
    date: Date,
    hours: Option<Hours>,
    /// Not given on bank holidays, and nobody knows yet whether that day is one.
    unless_holiday: bool,
}

fn soonest(day: &Day, service: &Service) -> Option<Soonest> {
    let holidays = &day.law.holidays;
    let is_holiday = |date: Date| holidays.is_bank_holiday(date);
    let begin = service.from.value().copied().unwrap_or(day.date).max(day.date);
    let each = service.schedules.iter().filter_map(|schedule| {
        Some((schedule.days_from(begin, &is_holiday).next()?, schedule.hours.map(|hours| hours.from), schedule))
    });
    let (date, _, schedule) = each.min_by_key(|(date, from, _)| (*date, *from))?;
    if service.to.value().is_some_and(|end| *end < date) {
        return None;
    }
    let unless_holiday = schedule.not_on_bank_holidays && !holidays.knows(date);
    Some(Soonest { date, hours: schedule.hours, unless_holiday })
}

/// `/council/{slug}/calendar.ics`: everything of the offer that has a schedule.
pub(super) async fn whole(State(app): State<App>, Path(slug): Path<String>) -> Response {
    let published = app.published();
    match published.offers().by_slug(&slug) {
        Some(offer) => file(&app, offer, &offer.services),
        None => Fault::not_found().into_response(),
    }
}

/// `/council/{slug}/service/{id}.ics`: one service that has a schedule.
pub(super) async fn service(State(app): State<App>, Path((slug, file_name)): Path<(String, String)>) -> Response {
    let published = app.published();
    let found = published.offers().by_slug(&slug).and_then(|offer| {
        let id = file_name.strip_suffix(".ics")?;
        let service = offer.services.iter().find(|service| service.id.is(id))?;
        (!service.schedules.is_empty()).then(|| file(&app, offer, [service]))
    });
    found.unwrap_or_else(|| Fault::not_found().into_response())
}

fn file<'a>(app: &App, offer: &Offer, services: impl IntoIterator<Item = &'a Service>) -> Response {
    let day = app.today();
    let mut calendar = Calendar::new();
    for service in services {
        for (place, schedule) in service.schedules.iter().enumerate() {
            let uid = format!("{}-{}-{}", offer.slug(), service.id, place + 1);
            if let Some(event) = event(app, &day, offer, service, schedule, uid.clone()) {
                calendar.push(event.clone().uid(&uid).done());
            }
        }
    }
    sent(&calendar)
}

/// What a calendar entry says, beside its days.
pub(crate) struct Entry {
    /// A name that stays the same each time the file is made.
    pub uid: String,
    /// Its title.
    pub title: String,
    /// Its words.
    pub says: String,
    /// Where it is, as far as that may be told.
    pub place: Option<String>,
}

/// A calendar file of one schedule.
pub(crate) fn one_file(app: &App, schedule: &Schedule, entry: &Entry) -> Response {
    let mut calendar = Calendar::new();
    if let Some(event) = days(&app.today(), schedule, None, schedule.to, entry) {
        calendar.push(event.clone().uid(&entry.uid).done());
    }
    sent(&calendar)
}

fn sent(calendar: &Calendar) -> Response {
    let kind = (header::CONTENT_TYPE, "text/calendar; charset=utf-8");
    let name = (header::CONTENT_DISPOSITION, "attachment; filename=\"dates.ics\"");
    ([kind, name], calendar.to_string()).into_response()
}

/// One schedule of a service; none where it gives no day any more.
fn event(app: &App, day: &Day, offer: &Offer, service: &Service, schedule: &Schedule, uid: String) -> Option<Event> {
    let last = service.to.value().copied().into_iter().chain(schedule.to).min();
    let says = format!(
        "{} Ask if it still holds before you go: {}/council/{}#service-{}",
        service.summary,
        app.address(),
        offer.slug(),
        service.id
    );
    let title = format!("{} ({})", service.name, offer.head.council);
    let entry = Entry { uid, title, says, place: service.place.value().cloned() };
    days(day, schedule, service.from.value().copied(), last, &entry)
}

/// One schedule; none where it gives no day any more. Hours are those on the clock of the place, in summer as in winter,
/// so they name no time zone.
fn days(day: &Day, schedule: &Schedule, from: Option<Date>, last: Option<Date>, entry: &Entry) -> Option<Event> {
    let holidays = &day.law.holidays;
    let is_holiday = |date: Date| holidays.is_bank_holiday(date);
    let is_over = |date: &Date| last.is_some_and(|last| *date > last);
    schedule.days_from(day.date, &is_holiday).next().filter(|next| !is_over(next))?;
    let begin = schedule.from.or(from).unwrap_or(day.date);
    let first = schedule.days_from(begin, &is_holiday).next()?;
    let mut event = Event::new();
    event.append_property(at("DTSTART", first, schedule.hours.map(|hours| hours.from)));
    if let Some(Hours { to: Some(to), .. }) = schedule.hours {
        event.append_property(at("DTEND", first, Some(to)));
    }
    event.append_property(Property::new("DTSTAMP", format!("{}T000000Z", figures(day.date))));
    event.append_property(Property::new("RRULE", rule(schedule, last)));
    // Bank holidays are known for some years ahead only; those to come are added to the file as they are made known.
    let known = holidays.iter().map(|(day, _)| day).max().into_iter();
    let until = known.chain(schedule.not_on.iter().copied()).max().unwrap_or(first);
    let left_out = schedule.every_day_from(first).take_while(|date| *date <= until);
    for date in left_out.filter(|date| schedule.is_left_out(*date, &is_holiday)) {
        event.append_multi_property(at("EXDATE", date, schedule.hours.map(|hours| hours.from)));
    }
    event.summary(&entry.title);
    event.description(&entry.says);
    entry.place.iter().for_each(|place| {
        event.location(place);
    });
    Some(event)
}

fn figures(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

/// A day with its hour or, without one, the whole day.
fn at(key: &str, day: Date, time: Option<jiff::civil::Time>) -> Property {
    match time {
        Some(time) => Property::new(key, format!("{}T{}", figures(day), time.strftime("%H%M%S"))),
        None => {
            let mut property = Property::new(key, figures(day));
            property.add_parameter("VALUE", "DATE");
            property.done()
        }
    }
}

/// How it comes again, as calendars write it.
fn rule(schedule: &Schedule, last: Option<Date>) -> String {
    let short = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let day = usize::try_from(schedule.day.to_monday_zero_offset()).ok().and_then(|place| short.get(place));
    let day = day.copied().unwrap_or_default();
    let mut rule = match schedule.rhythm {
        Rhythm::Weekly(weeks) => format!("FREQ=WEEKLY;INTERVAL={weeks};BYDAY={day}"),
        Rhythm::Monthly(months, nth) => format!("FREQ=MONTHLY;INTERVAL={months};BYDAY={}{day}", nth.number()),
    };
    let end = if schedule.hours.is_some() { "T235959" } else { "" };
    rule.extend(last.map(|last| format!(";UNTIL={}{end}", figures(last))));
    rule
}
