//! Clocks: the periods the law sets, each counted as its own instrument counts.

use crate::calendar::Holidays;
use crate::cite::{Cite, Sureness};
use crate::condition::{Condition, read_list};
use crate::duty::{read_cites, read_verified};
use crate::fact::{FactId, Facts};
use crate::fault::{Fault, Spot, nearest};
use crate::text::{Entry, Field};
use crate::value::Kind;
use jiff::ToSpan;
use jiff::civil::Date;

/// One clock.
#[derive(Clone, Debug)]
pub struct Clock {
    /// Its name.
    pub id: String,
    /// Its code in the working papers.
    pub code: String,
    /// What it is about.
    pub title: String,
    /// The event it starts from.
    pub starts: String,
    /// How long it runs.
    pub length: Length,
    /// How it may be extended, in words.
    pub extension: Option<String>,
    /// Whether the event's own day is day one; otherwise the day after is.
    pub counts_first_day: bool,
    /// Whether the way of counting is our assumption.
    pub counting_assumed: bool,
    /// The definition of working day it uses: `rpr-2006`, `cpr-2010`, `guidance` or `calendar days`.
    pub calendar: String,
    /// Who must act in time.
    pub owed_by: String,
    /// Whether the length is the longest allowed or the shortest.
    pub bound: Option<String>,
    /// What it rests on.
    pub cites: Vec<Cite>,
    /// How sure we are.
    pub verified: Sureness,
    /// Caveats.
    pub notes: Vec<String>,
    /// From which day of a family's life it runs, where Kith can know that.
    pub runs: Option<Runs>,
    /// Where it is written.
    pub spot: Spot,
}

/// For which families a clock runs, and from which day.
#[derive(Clone, Debug)]
pub struct Runs {
    /// The day it starts from.
    pub from: Start,
    /// When it runs at all; otherwise for every family that has such a day.
    pub when: Option<Condition>,
    /// What the last day means, in a carer's words.
    pub means: String,
}

/// The day a clock starts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// The day a fact tells.
    Fact(FactId),
    /// The day another clock ends.
    EndOf(String),
}

/// How long a clock runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Hours; the deadline is told as the day on which they end, counted in whole days from the event.
    Hours(i32),
    /// Calendar days.
    Days(i32),
    /// Working days.
    WorkingDays(i32),
    /// Weeks.
    Weeks(i32),
    /// Calendar months.
    Months(i32),
    /// Years.
    Years(i32),
    /// No length is fixed.
    Open,
    /// Something must happen first; there is no length.
    Precondition,
    /// The council sets it.
    SetByCouncil,
}

const KEYS: [&str; 18] = [
    "code",
    "title",
    "starts",
    "length",
    "bound",
    "extension",
    "calendar",
    "counting",
    "owed by",
    "cites",
    "verified",
    "note",
    "checked",
    "consequence",
    "in force",
    "runs from",
    "runs for",
    "means",
];

impl Clock {
    pub(crate) fn read(entry: &Entry, facts: &Facts, faults: &mut Vec<Fault>) -> Result<Clock, Fault> {
        faults.extend(entry.unknown_keys(&KEYS));
        let counting = entry.text("counting").unwrap_or_default();
        Ok(Clock {
            id: entry.name.clone(),
            code: entry.must("code")?,
            title: entry.must("title")?,
            starts: entry.must("starts")?,
            length: Length::parse(&entry.must("length")?, &entry.spot)?,
            extension: entry.text("extension"),
            counts_first_day: counting.starts_with("the day itself"),
            counting_assumed: counting.contains("assumed"),
            calendar: entry.text("calendar").unwrap_or_else(|| "calendar days".to_owned()),
            owed_by: entry.text("owed by").unwrap_or_else(|| "the council".to_owned()),
            bound: entry.text("bound"),
            cites: read_cites(entry)?,
            verified: read_verified(entry)?,
            notes: entry.all("note").map(Field::joined).collect(),
            runs: Runs::read(entry, facts)?,
            spot: entry.spot.clone(),
        })
    }

    /// The last day in time, for a clock that starts from an event on `start`.
    ///
    /// `None` for a clock without a length, and where the date would leave the calendar.
    pub fn deadline(&self, start: Date, holidays: &Holidays) -> Option<Date> {
        let back = i32::from(self.counts_first_day);
        let end = match self.length {
            Length::Hours(hours) => start.checked_add((hours.div_euclid(24) + i32::from(hours % 24 > 0)).days()),
            Length::Days(days) => start.checked_add((days - back).days()),
            Length::Weeks(weeks) => start.checked_add(weeks.weeks()).and_then(|end| end.checked_sub(back.days())),
            Length::Months(months) => start.checked_add(months.months()).and_then(|end| end.checked_sub(back.days())),
            Length::Years(years) => start.checked_add(years.years()).and_then(|end| end.checked_sub(back.days())),
            Length::WorkingDays(days) => return holidays.add_working_days(start, days, self.counts_first_day),
            Length::Open | Length::Precondition | Length::SetByCouncil => return None,
        };
        end.ok()
    }
}

impl Runs {
    fn read(entry: &Entry, facts: &Facts) -> Result<Option<Runs>, Fault> {
        let Some(from) = entry.field("runs from") else { return Ok(None) };
        let when = entry.field("runs for").map(|field| read_list(&field.joined(), &field.spot, facts)).transpose()?;
        Ok(Some(Runs { from: Start::read(&from.joined(), &from.spot, facts)?, when, means: entry.must("means")? }))
    }
}

impl Start {
    fn read(text: &str, spot: &Spot, facts: &Facts) -> Result<Start, Fault> {
        if let Some(clock) = text.strip_prefix("the end of ") {
            return Ok(Start::EndOf(clock.trim().to_owned()));
        }
        match facts.find(text) {
            Some(fact) if facts[fact].kind == Kind::Date => Ok(Start::Fact(fact)),
            Some(_) => Err(Fault::new(spot, format!("`{text}` is not a date")).hint("name a fact that is a date")),
            None => {
                let fault = Fault::new(spot, format!("there is no fact named `{text}`"));
                Err(match nearest(text, facts.names()) {
                    Some(near) => fault.hint(format!("did you mean `{near}`?")),
                    None => fault.hint("name a fact that is a date, or write `the end of CLOCK`"),
                })
            }
        }
    }
}

impl Length {
    /// Reads a length as it is written in the files, such as `45 working days`.
    ///
    /// # Errors
    /// A fault at the place where what is written is not a length.
    pub fn parse(text: &str, spot: &Spot) -> Result<Length, Fault> {
        let text = text.trim();
        match text {
            "none" => return Ok(Length::Open),
            "precondition" => return Ok(Length::Precondition),
            "set by the council" => return Ok(Length::SetByCouncil),
            _ => {}
        }
        let fault = || {
            Fault::new(spot, format!("{text:?} is not a length")).hint(
                "write for example `45 working days`, `16 weeks`, `3 months`, `none`, `precondition`, `set by the council`",
            )
        };
        let (number, unit) = text.split_once(' ').ok_or_else(fault)?;
        let number: i32 = number.parse().ok().filter(|number| (1..10_000).contains(number)).ok_or_else(fault)?;
        match unit.trim_end_matches('s') {
            "hour" => Ok(Length::Hours(number)),
            "day" | "calendar day" => Ok(Length::Days(number)),
            "working day" => Ok(Length::WorkingDays(number)),
            "week" => Ok(Length::Weeks(number)),
            "month" => Ok(Length::Months(number)),
            "year" => Ok(Length::Years(number)),
            _ => Err(fault()),
        }
    }
}

impl std::fmt::Display for Length {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (number, unit) = match self {
            Length::Hours(number) => (number, "hour"),
            Length::Days(number) => (number, "day"),
            Length::WorkingDays(number) => (number, "working day"),
            Length::Weeks(number) => (number, "week"),
            Length::Months(number) => (number, "month"),
            Length::Years(number) => (number, "year"),
            Length::Open => return f.write_str("no length is fixed"),
            Length::Precondition => return f.write_str("must be done first"),
            Length::SetByCouncil => return f.write_str("set by the council"),
        };
        write!(f, "{number} {unit}{}", if *number == 1 { "" } else { "s" })
    }
}
