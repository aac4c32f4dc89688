//! When a service is given: the published words, and what a calendar can be told of them.

use super::hsds::Schedule;
use super::identity::Path;
use crate::schedule::{self, Rhythm};
use crate::search::weekday_name;
use crate::service::Service;
use jiff::civil::Weekday;

const SHORT: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The schedules of a service, exact where it states them so, otherwise from its words; none where nothing is known of
/// when.
pub(crate) fn all(service: &Service, path: &Path) -> Vec<Schedule> {
    match service.schedules.as_slice() {
        [] => from_words(service, path),
        exact => exact.iter().enumerate().map(|(place, one)| counted(service, one, path, place + 1)).collect(),
    }
}

fn counted(service: &Service, one: &schedule::Schedule, path: &Path, place: usize) -> Schedule {
    let short = SHORT.get(one.day.to_monday_zero_offset() as usize).copied().unwrap_or_default();
    let (freq, interval, byday) = match one.rhythm {
        Rhythm::Weekly(weeks) => ("WEEKLY", weeks, short.to_owned()),
        Rhythm::Monthly(months, nth) => ("MONTHLY", months, format!("{}{short}", nth.number())),
    };
    let comes_again = one.only_day().is_none();
    Schedule {
        id: path.part("schedule", place).id(),
        service_id: path.id(),
        valid_from: one.from.or(service.from.value().copied()),
        valid_to: one.to.or(service.to.value().copied()),
        freq: comes_again.then_some(freq),
        interval: comes_again.then(|| f64::from(interval)),
        dtstart: one.from.and_then(|from| one.every_day_from(from).next()),
        byday: comes_again.then_some(byday),
        opens_at: one.hours.map(|hours| hours.from.strftime("%H:%M").to_string()),
        closes_at: one.hours.and_then(|hours| hours.to).map(|to| to.strftime("%H:%M").to_string()),
        description: Some(match one.not_on_bank_holidays {
            true => format!("{one}. Not on bank holidays."),
            false => format!("{one}."),
        }),
        attending_type: attending(service),
    }
}

fn attending(service: &Service) -> Option<String> {
    let ways: Vec<&str> = service.delivery.value().into_iter().flatten().map(|way| way.word()).collect();
    (!ways.is_empty()).then(|| ways.join("; "))
}

fn from_words(service: &Service, path: &Path) -> Vec<Schedule> {
    let words = service.frequency.value();
    let (from, to) = (service.from.value().copied(), service.to.value().copied());
    if words.is_none() && from.is_none() && to.is_none() {
        return Vec::new();
    }
    let (freq, interval) = words.and_then(|words| rhythm(words)).unzip();
    let days: Vec<&str> = words.map(|words| days(words)).unwrap_or_default();
    vec![Schedule {
        id: path.part("schedule", 1).id(),
        service_id: path.id(),
        valid_from: from,
        valid_to: to,
        freq,
        interval,
        dtstart: None,
        byday: (!days.is_empty() && freq == Some("WEEKLY")).then(|| days.join(",")),
        opens_at: None,
        closes_at: None,
        description: words.cloned(),
        attending_type: attending(service),
    }]
}

/// Weeks or months, and how many, where the words say it plainly.
fn rhythm(words: &str) -> Option<(&'static str, f64)> {
    const PLAIN: [(&str, &str, f64); 10] = [
        ("once a week", "WEEKLY", 1.0),
        ("every week", "WEEKLY", 1.0),
        ("weekly", "WEEKLY", 1.0),
        ("every two weeks", "WEEKLY", 2.0),
        ("once a month", "MONTHLY", 1.0),
        ("every month", "MONTHLY", 1.0),
        ("monthly", "MONTHLY", 1.0),
        ("every two months", "MONTHLY", 2.0),
        ("every three months", "MONTHLY", 3.0),
        ("every six months", "MONTHLY", 6.0),
    ];
    let words = words.to_lowercase();
    PLAIN.iter().find(|(plain, ..)| words.starts_with(plain)).map(|(_, freq, interval)| (*freq, *interval))
}

fn days(words: &str) -> Vec<&'static str> {
    let words = words.to_lowercase();
    let week = Weekday::Monday.cycle_forward().take(7).zip(SHORT);
    week.filter(|(day, _)| words.contains(&weekday_name(*day).to_lowercase())).map(|(_, short)| short).collect()
}
