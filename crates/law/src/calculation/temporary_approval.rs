//! Temporary approval of a connected person as a foster carer: its last day, and the last day if it is extended.

use super::{CannotCalculate, cited};
use crate::clock::{Clock, Length};
use crate::explain::Citation;
use crate::library::Law;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

pub(crate) const CITES: &[&str] = &["cpr-2010/24(1)", "cpr-2010/25(2)", "cpr-2010/25(3)"];

/// The clocks it runs by.
const CLOCK: &str = "temporary_approval";
const EXTENSION: &str = "temporary_approval_extension";

/// How long a temporary approval may last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TemporaryApproval {
    /// The last day without an extension.
    pub ends: Date,
    /// The last day with the extension that was given, where one was.
    pub extended_to: Option<Date>,
    /// The last day there could be with the longest extension for an unfinished assessment. While an independent
    /// review is going on approval may last longer, until its outcome.
    pub longest: Date,
    /// Whether the way of counting is our assumption.
    pub counting_assumed: bool,
    /// What it rests on.
    pub cites: Vec<Citation>,
}

/// The last day of a temporary approval given on a day, and of its one extension by so many weeks.
///
/// # Errors
/// Where the extension is longer than the law allows, the clocks are not in the law or the days leave the calendar.
pub fn temporary_approval(
    law: &Law,
    approved: Date,
    extension_weeks: Option<u32>,
) -> Result<TemporaryApproval, CannotCalculate> {
    let (first, extension) = (clock(law, CLOCK)?, clock(law, EXTENSION)?);
    let end = |clock: &Clock, from| clock.deadline(from, &law.holidays).ok_or(CannotCalculate::Calendar);
    let ends = end(first, approved)?;
    let longest = end(extension, ends)?;
    let most = match extension.length {
        Length::Weeks(weeks) => u32::try_from(weeks).unwrap_or(0),
        _ => return Err(CannotCalculate::Missing(format!("number of weeks for clock {EXTENSION}"))),
    };
    let extended_to = match extension_weeks {
        Some(weeks) if weeks > most => return Err(CannotCalculate::TooLong { weeks, most }),
        Some(weeks) => Some(ends.checked_add(i64::from(weeks).weeks()).map_err(|_| CannotCalculate::Calendar)?),
        None => None,
    };
    let mut cites = cited::cited(law, CITES);
    first.cites.iter().chain(&extension.cites).for_each(|cite| cited::add(&mut cites, law, cite));
    let counting_assumed = first.counting_assumed || extension.counting_assumed;
    Ok(TemporaryApproval { ends, extended_to, longest, counting_assumed, cites })
}

fn clock<'a>(law: &'a Law, id: &str) -> Result<&'a Clock, CannotCalculate> {
    law.clock(id).ok_or_else(|| CannotCalculate::Missing(format!("clock {id}")))
}
