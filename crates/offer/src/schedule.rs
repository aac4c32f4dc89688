//! When a service is given, so that days can be counted from it: every week or month, the day, the hours, and what is
//! left out.

use crate::key::Shape;
use crate::search::weekday_name;
use crate::written::{Written, words};
use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};
use std::fmt;

/// The longest rhythm: every so many weeks or months.
const LONGEST: i8 = 52;

words! {
    /// Which one of a month's Tuesdays, or of another day.
    pub enum Nth {
        /// The first.
        #[default]
        First = "first",
        /// The second.
        Second = "second",
        /// The third.
        Third = "third",
        /// The fourth.
        Fourth = "fourth",
        /// The last.
        Last = "last",
    }
}

impl Nth {
    /// Its number as calendars write it: 2, or -1 for the last.
    pub fn number(self) -> i8 {
        match self {
            Nth::First => 1,
            Nth::Second => 2,
            Nth::Third => 3,
            Nth::Fourth => 4,
            Nth::Last => -1,
        }
    }
}

/// How a service comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// Every so many weeks.
    Weekly(i8),
    /// Every so many months, on one of that month's days of the week.
    Monthly(i8, Nth),
}

/// The hours of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// When it begins.
    pub from: Time,
    /// When it ends, where that is stated.
    pub to: Option<Time>,
}

/// When a service is given.
///
/// ```
/// use jiff::civil::date;
/// let schedule: offer::Schedule = "monthly | second Tuesday | 10:00 to 12:00".parse().unwrap();
/// let next = schedule.days_from(date(2026, 11, 22), &|_| false).next();
/// assert_eq!(next, Some(date(2026, 12, 8)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// How it comes again.
    pub rhythm: Rhythm,
    /// The day of the week.
    pub day: Weekday,
    /// The hours, where they are stated.
    pub hours: Option<Hours>,
    /// The day from which it is given, where that is stated. A rhythm of several weeks or months counts from it.
    pub from: Option<Date>,
    /// The last day, where an end is stated.
    pub to: Option<Date>,
    /// Whether it falls out on bank holidays. Otherwise nothing is said of them.
    pub not_on_bank_holidays: bool,
    /// Single days on which it falls out.
    pub not_on: Vec<Date>,
}

impl Schedule {
    /// The days on which it is given, from a day on, that day among them. What is said of bank holidays is the
    /// schedule's; which days those are is told by `is_holiday`.
    pub fn days_from<'a>(
        &'a self,
        day: Date,
        is_holiday: &'a dyn Fn(Date) -> bool,
    ) -> impl Iterator<Item = Date> + use<'a> {
        self.every_day_from(day).filter(move |day| !self.is_left_out(*day, is_holiday))
    }

    /// The days that the rhythm alone gives, from a day on.
    pub fn every_day_from(&self, day: Date) -> impl Iterator<Item = Date> + use<> {
        let (rhythm, weekday, last) = (self.rhythm, self.day, self.to.unwrap_or(Date::MAX));
        // Several weeks or months are counted from the first time it was given.
        let start = self.from.unwrap_or(day);
        rhythm.days(weekday, start).skip_while(move |found| *found < day).take_while(move |found| *found <= last)
    }

    /// The one day on which it is given, where there is no other.
    pub fn only_day(&self) -> Option<Date> {
        let is_weekly = matches!(self.rhythm, Rhythm::Weekly(_));
        self.from.filter(|from| is_weekly && self.to == Some(*from) && from.weekday() == self.day)
    }

    /// Whether a day of its rhythm falls out.
    pub fn is_left_out(&self, day: Date, is_holiday: &dyn Fn(Date) -> bool) -> bool {
        self.not_on.contains(&day) || self.not_on_bank_holidays && is_holiday(day)
    }
}

impl Rhythm {
    /// Every day it gives, beginning with the first one on or after the start.
    fn days(self, weekday: Weekday, start: Date) -> impl Iterator<Item = Date> + use<> {
        let weeks = move |every: i8| {
            let ahead = i64::from(start.weekday().until(weekday));
            let first = start.checked_add(ahead.days()).ok();
            std::iter::successors(first, move |day| day.checked_add(i64::from(every).weeks()).ok())
        };
        let months = move |every: i8, nth: Nth| {
            let at = move |month: Date| month.nth_weekday_of_month(nth.number(), weekday).ok();
            let this = start.first_of_month();
            let is_over = at(this).is_none_or(|day| day < start);
            let first = if is_over { this.checked_add(1.month()).ok() } else { Some(this) };
            let each = std::iter::successors(first, move |month| month.checked_add(i64::from(every).months()).ok());
            each.filter_map(at)
        };
        let (weekly, monthly) = match self {
            Rhythm::Weekly(every) => (Some(weeks(every)), None),
            Rhythm::Monthly(every, nth) => (None, Some(months(every, nth))),
        };
        weekly.into_iter().flatten().chain(monthly.into_iter().flatten())
    }

    fn read(text: &str) -> Option<(&'static str, i8)> {
        match text {
            "weekly" => return Some(("week", 1)),
            "monthly" => return Some(("month", 1)),
            _ => {}
        }
        let (number, unit) = text.strip_prefix("every ")?.split_once(' ')?;
        let number = number.parse().ok().filter(|number| (2..=LONGEST).contains(number))?;
        match unit {
            "weeks" => Some(("week", number)),
            "months" => Some(("month", number)),
            _ => None,
        }
    }
}

/// As a reader is told: "Every Thursday, 18:00 to 19:30".
impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = weekday_name(self.day);
        match (self.only_day(), self.rhythm) {
            (Some(only), _) => write!(f, "{day} {}", only.strftime("%-d %B %Y"))?,
            (_, Rhythm::Weekly(1)) => write!(f, "Every {day}")?,
            (_, Rhythm::Weekly(weeks)) => write!(f, "Every {weeks} weeks on a {day}")?,
            (_, Rhythm::Monthly(1, nth)) => write!(f, "The {} {day} of each month", nth.word())?,
            (_, Rhythm::Monthly(months, nth)) => write!(f, "Every {months} months, on the {} {day}", nth.word())?,
        }
        self.hours.map_or(Ok(()), |hours| write!(f, ", {hours}"))
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.from.strftime("%H:%M"))?;
        self.to.map_or(Ok(()), |to| write!(f, " to {}", to.strftime("%H:%M")))
    }
}

impl std::str::FromStr for Schedule {
    type Err = String;

    fn from_str(text: &str) -> Result<Schedule, String> {
        Schedule::read(text)
    }
}

const LIKE: &str = "monthly | second Tuesday | 10:00 to 12:00 | from 2026-01-13";

impl Written for Schedule {
    const SHAPE: Shape = Shape::Columns(LIKE);

    fn read(text: &str) -> Result<Self, String> {
        let mut parts = text.split('|').map(str::trim);
        let (Some(rhythm), Some(day)) = (parts.next(), parts.next()) else {
            return Err(format!("{text:?} has no day; write a schedule like `{LIKE}`"));
        };
        let (unit, every) = Rhythm::read(rhythm).ok_or_else(|| {
            format!("{rhythm:?} is not how often; write weekly, monthly, `every 2 weeks` or `every 3 months`")
        })?;
        let (rhythm, day) = match unit {
            "week" => (Rhythm::Weekly(every), weekday(day)?),
            _ => {
                let (nth, day) = day.split_once(' ').ok_or_else(|| {
                    format!("{day:?} does not say which one of the month; write it like `second Tuesday`")
                })?;
                (Rhythm::Monthly(every, Nth::read(nth)?), weekday(day)?)
            }
        };
        let (hours, from, to, not_on) = (None, None, None, Vec::new());
        let mut schedule = Schedule { rhythm, day, hours, from, to, not_on_bank_holidays: false, not_on };
        parts.try_for_each(|part| schedule.take(part))?;
        match (schedule.from, schedule.to) {
            (None, _) if every > 1 => Err(format!("add the first day, so that {every} {unit}s can be counted from it")),
            (Some(from), Some(to)) if to < from => Err(format!("it ends on {to}, before it begins on {from}")),
            _ => Ok(schedule),
        }
    }

    fn write(&self) -> String {
        let day = weekday_name(self.day);
        let mut parts = match self.rhythm {
            Rhythm::Weekly(1) => vec!["weekly".to_owned(), day.to_owned()],
            Rhythm::Weekly(every) => vec![format!("every {every} weeks"), day.to_owned()],
            Rhythm::Monthly(1, nth) => vec!["monthly".to_owned(), format!("{} {day}", nth.word())],
            Rhythm::Monthly(every, nth) => vec![format!("every {every} months"), format!("{} {day}", nth.word())],
        };
        parts.extend(self.hours.map(|hours| hours.to_string()));
        parts.extend(self.from.map(|day| format!("from {day}")));
        parts.extend(self.to.map(|day| format!("to {day}")));
        parts.extend(self.not_on_bank_holidays.then(|| "not on bank holidays".to_owned()));
        parts.extend(self.not_on.iter().map(|day| format!("not on {day}")));
        parts.join(" | ")
    }
}

impl Schedule {
    /// Takes one of the parts that may follow the day.
    fn take(&mut self, part: &str) -> Result<(), String> {
        if part == "not on bank holidays" {
            self.not_on_bank_holidays = true;
        } else if let Some(day) = part.strip_prefix("not on ") {
            self.not_on.push(Date::read(day)?);
        } else if let Some(day) = part.strip_prefix("from ") {
            once(&mut self.from, Date::read(day)?, part)?;
        } else if let Some(day) = part.strip_prefix("to ") {
            once(&mut self.to, Date::read(day)?, part)?;
        } else {
            once(&mut self.hours, hours(part)?, part)?;
        }
        Ok(())
    }
}

fn once<T>(place: &mut Option<T>, value: T, part: &str) -> Result<(), String> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(format!("{part:?} says again what was said before; write it once")),
    }
}

fn weekday(text: &str) -> Result<Weekday, String> {
    let mut week = Weekday::Monday.cycle_forward().take(7);
    week.find(|day| weekday_name(*day) == text)
        .ok_or_else(|| format!("{text:?} is not a day of the week, like Tuesday"))
}

fn hours(text: &str) -> Result<Hours, String> {
    let wrong = || {
        format!(
            "{text:?} is none of: 10:00 to 12:00, from 2026-01-13, to 2026-12-17, not on bank holidays, not on 2026-12-24"
        )
    };
    let time = |text: &str| match text.len() {
        5 => Time::strptime("%H:%M", text).map_err(|_| wrong()),
        _ => Err(wrong()),
    };
    match text.split_once(" to ") {
        None => Ok(Hours { from: time(text)?, to: None }),
        Some((from, to)) => {
            let (from, to) = (time(from)?, time(to)?);
            match from < to {
                true => Ok(Hours { from, to: Some(to) }),
                false => Err(format!("{text:?} ends before it begins")),
            }
        }
    }
}

#[cfg(test)]
#[path = "schedule/tests.rs"]
mod tests;
