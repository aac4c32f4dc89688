//! When a service is given: the published words, and what a calendar can be told of them.

use super::hsds::Schedule;
use super::identity::Path;
use crate::search::weekday_name;
use crate::service::Service;
use jiff::civil::Weekday;

/// The schedule of a service; none where nothing is known of when.
pub(crate) fn all(service: &Service, path: &Path) -> Vec<Schedule> {
    let words = service.frequency.value();
    let (from, to) = (service.from.value().copied(), service.to.value().copied());
    if words.is_none() && from.is_none() && to.is_none() {
        return Vec::new();
    }
    let (freq, interval) = words.and_then(|words| rhythm(words)).unzip();
    let days: Vec<&str> = words.map(|words| days(words)).unwrap_or_default();
    let ways: Vec<&str> = service.delivery.value().into_iter().flatten().map(|way| way.word()).collect();
    vec![Schedule {
        id: path.part("schedule", 1).id(),
        service_id: path.id(),
        valid_from: from,
        valid_to: to,
        freq,
        interval,
        byday: (!days.is_empty() && freq == Some("WEEKLY")).then(|| days.join(",")),
        description: words.cloned(),
        attending_type: (!ways.is_empty()).then(|| ways.join("; ")),
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
    const SHORT: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let words = words.to_lowercase();
    let week = Weekday::Monday.cycle_forward().take(7).zip(SHORT);
    week.filter(|(day, _)| words.contains(&weekday_name(*day).to_lowercase())).map(|(_, short)| short).collect()
}
