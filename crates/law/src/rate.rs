//! Rates: dated values, each with its source. A year without a value is never filled in.

use crate::cite::{self, Cite};
use crate::condition::{Condition, read_list};
use crate::fact::Facts;
use crate::fault::Fault;
use crate::period::Period;
use crate::text::{Entry, Field};
use jiff::civil::Date;

/// One named rate.
#[derive(Clone, Debug)]
pub struct Rate {
    /// Its name.
    pub id: String,
    /// What it is, for a reader.
    pub title: String,
    /// Its unit, such as `pounds a week`.
    pub unit: String,
    /// Its values.
    pub values: Vec<RateValue>,
    /// Caveats shown to the reader.
    pub notes: Vec<String>,
    /// Where it is written.
    pub spot: crate::fault::Spot,
}

/// One value of a rate.
#[derive(Clone, Debug)]
pub struct RateValue {
    /// The value in thousandths of the unit.
    pub amount: i64,
    /// The days it holds for.
    pub period: Period,
    /// The families it holds for, where a rate has bands.
    pub when: Option<Condition>,
    /// What it rests on.
    pub cites: Vec<Cite>,
    /// Where it is written.
    pub spot: crate::fault::Spot,
}

const KEYS: [&str; 6] = ["title", "unit", "value", "note", "checked", "code"];

impl Rate {
    pub(crate) fn read(entry: &Entry, facts: &Facts, faults: &mut Vec<Fault>) -> Result<Rate, Fault> {
        faults.extend(entry.unknown_keys(&KEYS));
        let values = entry.all("value").map(|field| read_value(field, facts)).collect::<Result<Vec<_>, _>>()?;
        if values.is_empty() {
            return Err(Fault::new(&entry.spot, format!("rate {} has no value", entry.name)));
        }
        Ok(Rate {
            id: entry.name.clone(),
            title: entry.must("title")?,
            unit: entry.must("unit")?,
            values,
            notes: entry.all("note").map(Field::joined).collect(),
            spot: entry.spot.clone(),
        })
    }

    /// The values that hold on a day and, where none does, the last that held before it.
    ///
    /// The flag is true where the values are only the last known.
    pub fn on(&self, day: Date) -> (Vec<&RateValue>, bool) {
        let current: Vec<_> = self.values.iter().filter(|value| value.period.holds_on(day)).collect();
        if !current.is_empty() {
            return (current, false);
        }
        let ended = |value: &&RateValue| value.period.to.is_some_and(|to| to < day);
        let last = self.values.iter().filter(ended).filter_map(|value| value.period.to).max();
        let values = self.values.iter().filter(|value| last.is_some() && value.period.to == last).collect();
        (values, true)
    }
}

fn read_value(field: &Field, facts: &Facts) -> Result<RateValue, Fault> {
    let (text, cites) = cite::split(&field.joined(), &field.spot)?;
    if cites.is_empty() {
        return Err(
            Fault::new(&field.spot, "a value without a source").hint("end the line with its source in brackets")
        );
    }
    let (head, when) = match text.split_once(" when ") {
        Some((head, when)) => (head.to_owned(), Some(read_list(when, &field.spot, facts)?)),
        None => (text, None),
    };
    let (amount, period) = head.trim().split_once(' ').unwrap_or((head.trim(), ""));
    let amount = crate::value::amount(amount).map_err(|message| Fault::new(&field.spot, message))?;
    Ok(RateValue { amount, period: Period::parse(period, &field.spot)?, when, cites, spot: field.spot.clone() })
}

/// An amount with its unit, as a reader sees it: `£27.05 a week`, `15 hours a week`, `3.55%`.
pub fn worth_words(amount: i64, unit: &str) -> String {
    let figure = grouped(amount);
    match unit.strip_prefix("pounds") {
        Some(period) => format!("£{figure}{period}"),
        None if unit == "percent" => format!("{figure}%"),
        None => format!("{figure} {unit}"),
    }
}

fn grouped(amount: i64) -> String {
    let plain = crate::value::write_amount(amount);
    let (whole, part) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, part)| (whole, Some(part)));
    let mut text = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && digit.is_ascii_digit() && (whole.len() - place) % 3 == 0 && !text.ends_with('-') {
            text.push(',');
        }
        text.push(digit);
    }
    match part {
        Some(part) => format!("{text}.{part}"),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worth_in_words() {
        assert_eq!(worth_words(27_050, "pounds a week"), "£27.05 a week");
        assert_eq!(worth_words(20_440_000, "pounds a year"), "£20,440 a year");
        assert_eq!(worth_words(2_630_000, "pounds"), "£2,630");
        assert_eq!(worth_words(15_000, "hours a week"), "15 hours a week");
        assert_eq!(worth_words(85_000, "percent"), "85%");
    }
}
