//! When something is in force, in words and as data.

use crate::language::{Piece, Said, date, say, say_with};
use jiff::civil::Date;
use law::period::Period;
use offer::place::Places;
use serde_json::{Value, json};

/// The period in a sentence; none where it simply holds.
pub(super) fn words(period: &Period, today: Date, places: &Places) -> Option<Said> {
    let areas: Vec<String> = (period.areas.iter())
        .map(|code| {
            let council = code.parse().ok().and_then(|code| places.council(&code));
            council.map_or_else(|| code.clone(), |council| council.name.clone())
        })
        .collect();
    let from = |day: Date| ("from", Piece::from(date(day)));
    let to = |day: Date| ("to", Piece::from(date(day)));
    let time = match (period.not_commenced, period.from, period.to) {
        (true, ..) => say("law-period-made"),
        (_, Some(begin), _) if begin > today => say_with("law-period-begins", [from(begin)]),
        (_, _, Some(end)) if end < today => say_with("law-period-ended", [to(end)]),
        (_, Some(begin), Some(end)) => say_with("law-period-from-to", [from(begin), to(end)]),
        (_, Some(begin), None) => say_with("law-period-since", [from(begin)]),
        (_, None, Some(end)) => say_with("law-period-until", [to(end)]),
        (_, None, None) if areas.is_empty() => return None,
        (_, None, None) => say("law-period-in-force"),
    };
    Some(match areas.is_empty() {
        true => time,
        false => {
            let areas = Piece::from(areas.join(", ").as_str());
            say_with("law-period-areas", [("time", time.into()), ("areas", areas)])
        }
    })
}

/// The period as data.
pub(super) fn json(period: &Period) -> Value {
    json!({
        "from": period.from.map(|day| day.to_string()),
        "to": period.to.map(|day| day.to_string()),
        "not_commenced": period.not_commenced,
        "areas": period.areas,
    })
}
