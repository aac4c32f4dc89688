//! How something comes again, written as calendars write it (RFC 5545, section 3.3.10): `FREQ=WEEKLY;BYDAY=TU;COUNT=6`.
//!
//! Of that standard, what people say of workshops is here: every so many days, weeks or months; days of the week; one of a
//! month's weekdays, or the same day of the month; so many times, or until a day. The rest is refused, never guessed.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use offer::Nth;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The longest rhythm: every so many days, weeks or months.
const LONGEST: u8 = 52;
/// How many times one may be counted.
const MOST: u16 = 200;
const SHORT: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The rhythm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Every {
    /// Every so many days.
    Days,
    /// On days of the week; on that of the first day where none is named.
    Weeks(Vec<Weekday>),
    /// On one of the month's days of the week, such as its second Tuesday.
    Months(Nth, Weekday),
    /// On the first day's number in the month. A month that has no such day is left out.
    MonthsByNumber,
}

/// When it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// After so many times, the first among them.
    Times(u16),
    /// With this day, that day among them.
    Until(Date),
}

/// How something comes again.
///
/// ```
/// use jiff::civil::date;
/// let rule: outreach::workshop::Recurrence = "FREQ=MONTHLY;BYDAY=2TU;COUNT=3".parse().unwrap();
/// let days: Vec<_> = rule.days(date(2026, 12, 8)).map(|day| day.to_string()).collect();
/// assert_eq!(days, ["2026-12-08", "2027-01-12", "2027-02-09"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Recurrence {
    /// The rhythm.
    pub every: Every,
    /// Every so many of it, from 1.
    pub interval: u8,
    /// When it ends. There is always an end.
    pub end: End,
}

impl Recurrence {
    /// Its days, from the first on. The first is the first day of the rule on or after the one given.
    pub fn days(&self, first: Date) -> impl Iterator<Item = Date> + use<> {
        let (most, until) = match self.end {
            End::Times(times) => (usize::from(times), Date::MAX),
            End::Until(day) => (usize::from(MOST), day),
        };
        self.endless(first).skip_while(move |day| *day < first).take_while(move |day| *day <= until).take(most)
    }

    fn endless(&self, first: Date) -> Box<dyn Iterator<Item = Date>> {
        let interval = i64::from(self.interval.max(1));
        match &self.every {
            Every::Days => {
                Box::new(std::iter::successors(Some(first), move |day| day.checked_add((interval).days()).ok()))
            }
            Every::Weeks(days) => {
                let mut offsets: Vec<i64> = days.iter().map(|day| i64::from(day.to_monday_zero_offset())).collect();
                if offsets.is_empty() {
                    offsets.push(i64::from(first.weekday().to_monday_zero_offset()));
                }
                offsets.sort_unstable();
                offsets.dedup();
                let monday = first.checked_sub(i64::from(first.weekday().to_monday_zero_offset()).days()).ok();
                let weeks = std::iter::successors(monday, move |day| day.checked_add(interval.weeks()).ok());
                Box::new(weeks.flat_map(move |monday| {
                    offsets.clone().into_iter().filter_map(move |offset| monday.checked_add(offset.days()).ok())
                }))
            }
            Every::Months(nth, weekday) => {
                let (nth, weekday) = (*nth, *weekday);
                Box::new(
                    months(first, interval)
                        .filter_map(move |month| month.nth_weekday_of_month(nth.number(), weekday).ok()),
                )
            }
            Every::MonthsByNumber => Box::new(
                months(first, interval)
                    .filter_map(move |month| Date::new(month.year(), month.month(), first.day()).ok()),
            ),
        }
    }
}

fn months(first: Date, interval: i64) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(first.first_of_month()), move |month| month.checked_add(interval.months()).ok())
}

/// As calendars write it.
impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let by = |days: &[Weekday]| days.iter().map(|day| short(*day)).collect::<Vec<_>>().join(",");
        match &self.every {
            Every::Days => f.write_str("FREQ=DAILY")?,
            Every::Weeks(_) => f.write_str("FREQ=WEEKLY")?,
            Every::Months(..) | Every::MonthsByNumber => f.write_str("FREQ=MONTHLY")?,
        }
        if self.interval > 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        match &self.every {
            Every::Weeks(days) if !days.is_empty() => write!(f, ";BYDAY={}", by(days))?,
            Every::Months(nth, day) => write!(f, ";BYDAY={}{}", nth.number(), short(*day))?,
            _ => {}
        }
        match self.end {
            End::Times(times) => write!(f, ";COUNT={times}"),
            End::Until(day) => write!(f, ";UNTIL={}", day.strftime("%Y%m%d")),
        }
    }
}

impl FromStr for Recurrence {
    type Err = String;

    fn from_str(text: &str) -> Result<Recurrence, String> {
        let (mut freq, mut interval, mut by, mut end) = (None, 1, None, None);
        for part in text.trim().trim_start_matches("RRULE:").split(';').filter(|part| !part.is_empty()) {
            let (key, value) =
                part.split_once('=').ok_or_else(|| format!("{part:?} says nothing; write it like COUNT=6"))?;
            match key.to_ascii_uppercase().as_str() {
                "FREQ" => freq = Some(value.to_ascii_uppercase()),
                "INTERVAL" => {
                    let number = value.parse().ok().filter(|number| (1..=LONGEST).contains(number));
                    interval =
                        number.ok_or_else(|| format!("INTERVAL is a number from 1 to {LONGEST}, and not {value:?}"))?;
                }
                "BYDAY" => by = Some(value.to_ascii_uppercase()),
                "COUNT" | "UNTIL" if end.is_some() => return Err("say COUNT or UNTIL, not both".to_owned()),
                "COUNT" => {
                    let number = value.parse().ok().filter(|number| (1..=MOST).contains(number));
                    let number =
                        number.ok_or_else(|| format!("COUNT is a number from 1 to {MOST}, and not {value:?}"))?;
                    end = Some(End::Times(number));
                }
                "UNTIL" => {
                    let day = value.get(..8).and_then(|day| Date::strptime("%Y%m%d", day).ok());
                    end = Some(End::Until(
                        day.ok_or_else(|| format!("UNTIL is a day like 20270331, and not {value:?}"))?,
                    ));
                }
                "WKST" if value == "MO" => {}
                _ => return Err(format!("{key} cannot be used here; use FREQ, INTERVAL, BYDAY, COUNT and UNTIL")),
            }
        }
        let every = match (freq.as_deref(), by) {
            (Some("DAILY"), None) => Every::Days,
            (Some("WEEKLY"), None) => Every::Weeks(Vec::new()),
            (Some("WEEKLY"), Some(by)) => Every::Weeks(by.split(',').map(weekday).collect::<Result<_, _>>()?),
            (Some("MONTHLY"), None) => Every::MonthsByNumber,
            (Some("MONTHLY"), Some(by)) => {
                let (nth, day) = by.split_at_checked(by.len().saturating_sub(2)).unwrap_or_default();
                let number = nth.parse::<i8>().ok();
                let nth = Nth::ALL.iter().copied().find(|nth| Some(nth.number()) == number);
                Every::Months(
                    nth.ok_or_else(|| format!("{by:?} is not one day of a month, like 2TU or -1FR"))?,
                    weekday(day)?,
                )
            }
            _ => return Err("FREQ is DAILY, WEEKLY or MONTHLY; only the last two have BYDAY".to_owned()),
        };
        let end = end.ok_or("say when it ends: COUNT=6, or UNTIL=20270331")?;
        Ok(Recurrence { every, interval, end })
    }
}

fn short(day: Weekday) -> &'static str {
    usize::try_from(day.to_monday_zero_offset()).ok().and_then(|place| SHORT.get(place)).copied().unwrap_or_default()
}

fn weekday(word: &str) -> Result<Weekday, String> {
    let mut week = Weekday::Monday.cycle_forward().take(7);
    week.find(|day| short(*day) == word).ok_or_else(|| format!("{word:?} is not a day of the week, like TU"))
}

impl TryFrom<String> for Recurrence {
    type Error = String;

    fn try_from(text: String) -> Result<Recurrence, String> {
        text.parse()
    }
}

impl From<Recurrence> for String {
    fn from(rule: Recurrence) -> String {
        rule.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of RFC 5545 (section 3.8.5.3) that are within what is read here, with the days it gives.
    #[test]
    fn as_the_standard_counts() {
        for (first, rule, days) in [
            ("1997-09-02", "FREQ=DAILY;COUNT=3", "1997-09-02 1997-09-03 1997-09-04"),
            ("1997-09-02", "FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12"),
            ("1997-09-02", "FREQ=WEEKLY;COUNT=3", "1997-09-02 1997-09-09 1997-09-16"),
            (
                "1997-09-02",
                "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=MO;BYDAY=TU,TH",
                "1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18 1997-09-23 1997-09-25 1997-09-30 1997-10-02 1997-10-07",
            ),
            (
                "1997-09-02",
                "FREQ=WEEKLY;INTERVAL=2;COUNT=8;BYDAY=TU,TH",
                "1997-09-02 1997-09-04 1997-09-16 1997-09-18 1997-09-30 1997-10-02 1997-10-14 1997-10-16",
            ),
            ("1997-09-05", "FREQ=MONTHLY;COUNT=4;BYDAY=1FR", "1997-09-05 1997-10-03 1997-11-07 1997-12-05"),
            ("1997-09-22", "FREQ=MONTHLY;COUNT=3;BYDAY=-1MO", "1997-09-29 1997-10-27 1997-11-24"),
            ("2007-01-31", "FREQ=MONTHLY;COUNT=3", "2007-01-31 2007-03-31 2007-05-31"),
        ] {
            let rule: Recurrence = rule.parse().unwrap();
            let found: Vec<String> = rule.days(first.parse().unwrap()).map(|day| day.to_string()).collect();
            assert_eq!(found.join(" "), days, "{rule}");
            assert_eq!(rule.to_string().parse::<Recurrence>().unwrap(), rule);
        }
    }

    #[test]
    fn what_it_does_not_know_is_refused() {
        for text in [
            "FREQ=WEEKLY",
            "FREQ=YEARLY;COUNT=2",
            "FREQ=WEEKLY;BYDAY=XX;COUNT=2",
            "FREQ=MONTHLY;BYDAY=6TU;COUNT=2",
            "FREQ=WEEKLY;COUNT=0",
            "FREQ=WEEKLY;COUNT=2;UNTIL=20270101",
            "FREQ=WEEKLY;INTERVAL=0;COUNT=2",
            "é",
            "FREQ=MONTHLY;BYDAY=é;COUNT=2",
            "FREQ=WEEKLY;BYSETPOS=1;COUNT=2",
            "FREQ=DAILY;UNTIL=2027é",
        ] {
            assert!(text.parse::<Recurrence>().is_err(), "{text}");
        }
    }
}
