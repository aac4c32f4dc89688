//! When a workshop is: its first day, its hours on the clock of London, how it comes again, and single days more or fewer.

use super::recurrence::Recurrence;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// The most days one workshop has.
pub const MOST_DAYS: usize = 200;

/// The hours of a day, in London's civil time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// When it begins.
    pub from: Time,
    /// When it ends, later on the same day.
    pub to: Time,
}

/// As a reader is told: "10:00 to 12:00".
impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} to {}", self.from.strftime("%H:%M"), self.to.strftime("%H:%M"))
    }
}

/// When a workshop is.
///
/// ```
/// use jiff::civil::{date, time};
/// use outreach::workshop::{Slot, Times};
/// let hours = Slot { from: time(10, 0, 0, 0), to: time(12, 0, 0, 0) };
/// let mut times = Times::once(date(2026, 12, 8), hours);
/// times.again = Some("FREQ=WEEKLY;COUNT=4".parse().unwrap());
/// times.not_on = vec![date(2026, 12, 22)];
/// times.also_on = vec![date(2027, 1, 5)];
/// let days: Vec<String> = times.days(&|_| false).iter().map(|day| day.to_string()).collect();
/// assert_eq!(days, ["2026-12-08", "2026-12-15", "2026-12-29", "2027-01-05"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Times {
    /// The first day.
    pub first: Date,
    /// The hours of each day.
    pub hours: Slot,
    /// How it comes again; none for a single day.
    #[serde(default)]
    pub again: Option<Recurrence>,
    /// Days beside those.
    #[serde(default)]
    pub also_on: Vec<Date>,
    /// Days of those on which it is not.
    #[serde(default)]
    pub not_on: Vec<Date>,
    /// Whether it falls out on bank holidays.
    #[serde(default)]
    pub not_on_bank_holidays: bool,
}

impl Times {
    /// On one day.
    pub fn once(first: Date, hours: Slot) -> Times {
        let (also_on, not_on) = Default::default();
        Times { first, hours, again: None, also_on, not_on, not_on_bank_holidays: false }
    }

    /// The days the rule alone gives.
    pub fn ruled(&self) -> Vec<Date> {
        match &self.again {
            None => vec![self.first],
            Some(rule) => rule.days(self.first).collect(),
        }
    }

    /// Every day on which it is, in order, at most [`MOST_DAYS`]. Which days are bank holidays is told by `is_holiday`; a day
    /// that is named singly stands, whatever day it is.
    pub fn days(&self, is_holiday: &dyn Fn(Date) -> bool) -> Vec<Date> {
        let ruled = self.ruled().into_iter().filter(|day| !(self.not_on_bank_holidays && is_holiday(*day)));
        let days: BTreeSet<Date> =
            ruled.chain(self.also_on.iter().copied()).filter(|day| !self.not_on.contains(day)).collect();
        days.into_iter().take(MOST_DAYS).collect()
    }

    /// When the day's meeting begins.
    pub fn begins(&self, day: Date) -> DateTime {
        day.to_datetime(self.hours.from)
    }

    /// When the day's meeting ends.
    pub fn ends(&self, day: Date) -> DateTime {
        day.to_datetime(self.hours.to)
    }
}

/// What a place is taken in: one day, or the whole course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// One day.
    Day(Date),
    /// All of its days.
    Whole,
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            When::Day(day) => write!(f, "{day}"),
            When::Whole => f.write_str("course"),
        }
    }
}

impl FromStr for When {
    type Err = ();

    fn from_str(text: &str) -> Result<When, ()> {
        match text {
            "course" => Ok(When::Whole),
            day => day.parse().map(When::Day).map_err(|_| ()),
        }
    }
}

/// Something in which a place can be taken: a day, or the whole course with its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// Which.
    pub when: When,
    /// Its days, in order; never none.
    pub days: Vec<Date>,
    /// Why it was called off, where it was.
    pub called_off: Option<String>,
}

impl Occasion {
    /// Its first day.
    pub fn first(&self) -> Date {
        self.days.first().copied().unwrap_or(Date::MAX)
    }

    /// Its last day.
    pub fn last(&self) -> Date {
        self.days.last().copied().unwrap_or(Date::MIN)
    }

    /// How many days there are until it first meets; fewer than none once it has.
    pub fn days_left(&self, today: Date) -> i32 {
        today.until(self.first()).map_or(i32::MAX, |span| span.get_days())
    }

    /// The day after which what people gave is not needed any more: so many days after it was last held.
    pub fn forget_after(&self, days: i32) -> Date {
        self.last().checked_add(i64::from(days).days()).unwrap_or(Date::MAX)
    }
}
