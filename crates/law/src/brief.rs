//! In brief: what follows from a finding and why, in a sentence. Enough for a line of a list; the reasons and sources
//! behind it are told in full by [`crate::explain`].

use crate::day::Day;
use crate::find::{Finding, Findings};
use crate::rule::{Outcome, Support};

/// A finding in brief.
#[derive(Clone, Copy, Debug)]
pub struct Brief<'a> {
    /// The support.
    pub support: &'a Support,
    /// What was found.
    pub finding: &'a Finding,
    /// The reason a carer reads; none where something unknown decides between several.
    pub because: Option<&'a str>,
}

const NOT_ON_THIS_DAY: &str = "This did not exist, or no longer exists, on the day you asked about.";
const EITHER_WAY: &str = "The answer is the same whichever way the things we do not know yet turn out.";

impl Brief<'_> {
    /// Whether the rule can still come to an outcome, where several lines of it may decide.
    pub fn can_be(&self, outcome: Outcome) -> bool {
        self.finding.line().is_none() && self.finding.can_be(outcome)
    }
}

impl Day {
    /// A finding in brief.
    pub fn brief<'a>(&'a self, findings: &Findings, finding: &'a Finding) -> Brief<'a> {
        let support = &self.law.supports[finding.support];
        let rule = &support.rule;
        let because = match finding.line() {
            Some(line) => rule.line(line).because.as_deref(),
            None if finding.is_not_on_this_day() => Some(NOT_ON_THIS_DAY),
            None if finding.is_settled() => match self.possible_lines(findings, finding) >> rule.lines.len() & 1 {
                // The last line's reason is true of everybody who may still come to it.
                1 => rule.otherwise.because.as_deref(),
                _ => Some(EITHER_WAY),
            },
            None => None,
        };
        Brief { support, finding, because }
    }
}
