//! When something is in force, in words and as data.

use crate::ui::show;
use jiff::civil::Date;
use law::period::Period;
use offer::place::Places;
use serde_json::{Value, json};

/// The period in a sentence; none where it simply holds.
pub(super) fn words(period: &Period, today: Date, places: &Places) -> Option<String> {
    let areas: Vec<String> = (period.areas.iter())
        .map(|code| {
            let council = code.parse().ok().and_then(|code| places.council(&code));
            council.map_or_else(|| code.clone(), |council| council.name.clone())
        })
        .collect();
    let place = match areas.is_empty() {
        true => String::new(),
        false => format!(" Only in these areas: {}.", areas.join(", ")),
    };
    let time = match (period.not_commenced, period.from, period.to) {
        (true, ..) => "Made, but not yet in force.".to_owned(),
        (_, Some(from), _) if from > today => format!("Begins on {}.", show::date(from)),
        (_, _, Some(to)) if to < today => format!("Ended on {}.", show::date(to)),
        (_, Some(from), Some(to)) => format!("In force from {} to {}.", show::date(from), show::date(to)),
        (_, Some(from), None) => format!("In force since {}.", show::date(from)),
        (_, None, Some(to)) => format!("In force until {}.", show::date(to)),
        (_, None, None) if areas.is_empty() => return None,
        (_, None, None) => "In force.".to_owned(),
    };
    Some(format!("{time}{place}"))
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
