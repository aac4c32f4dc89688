//! A public answer to a common question: reviewed and dated, and marked when its review is late.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An answer is to be reviewed after at most so many months. No law sets it: rates and guidance change each April, so an
/// answer that is older than a year has certainly missed one.
pub const REVIEWED_EVERY: i32 = 12;

/// A public answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The question, as carers ask it.
    pub question: String,
    /// The answer, in Markdown.
    pub words: String,
    /// The provisions it rests on, such as `ca-1989/14F`.
    pub cites: Vec<String>,
    /// Who looks after it, by their post.
    pub owner: String,
    /// The day it was reviewed last.
    pub reviewed: Date,
    /// The day by which it is to be reviewed again.
    pub review_by: Date,
}

impl Answer {
    /// Whether its review is late.
    ///
    /// ```
    /// use jiff::civil::date;
    /// let mut answer = outreach::advice::Answer {
    ///     question: "Can I get help?".into(), words: "You may.".into(), cites: vec![], owner: "Advice lead".into(),
    ///     reviewed: date(2026, 1, 1), review_by: date(2026, 11, 1),
    /// };
    /// assert!(answer.is_stale(date(2026, 11, 2)) && !answer.is_stale(date(2026, 11, 1)));
    /// ```
    pub fn is_stale(&self, today: Date) -> bool {
        self.review_by < today
    }

    /// The last day by which something reviewed on a day may be reviewed again.
    pub fn latest(reviewed: Date) -> Date {
        reviewed.checked_add(REVIEWED_EVERY.months()).unwrap_or(Date::MAX)
    }
}
