//! The clocks that run for one family: from which day, to which day, and which would run if one more day were told.

use crate::clock::{Clock, Runs, Start};
use crate::fact::FactId;
use crate::tree::Truth;
use crate::truth::Family;
use crate::value::Value;
use jiff::civil::Date;

/// A clock that runs for a family, or may.
#[derive(Clone, Copy, Debug)]
pub struct Running<'a> {
    /// The clock.
    pub clock: &'a Clock,
    /// What it means to the family.
    pub means: &'a str,
    /// The day it starts from.
    pub start: Date,
    /// The last day in time.
    pub end: Date,
    /// Whether it surely runs; otherwise something still unknown decides.
    pub sure: bool,
}

/// A clock that runs, or may, once the family tells the day it starts from.
#[derive(Clone, Copy, Debug)]
pub struct Waiting<'a> {
    /// The clock.
    pub clock: &'a Clock,
    /// The day to tell.
    pub fact: FactId,
}

impl<'a> Family<'a> {
    /// Every clock that runs for the family, or may, the one that ends first before the others.
    pub fn clocks(&self) -> Vec<Running<'a>> {
        let clocks = self.day.law.clocks.iter();
        let mut running: Vec<Running<'a>> = clocks.filter_map(|clock| self.running(clock)).collect();
        running.sort_by_key(|one| one.end);
        running
    }

    /// Every clock that is not known not to run, but whose first day the family has not told.
    pub fn waiting_clocks(&self) -> Vec<Waiting<'a>> {
        let clocks = self.day.law.clocks.iter();
        clocks
            .filter_map(|clock| match clock.runs.as_ref()? {
                runs @ Runs { from: Start::Fact(fact), .. }
                    if self.case.value(*fact).is_none() && self.holds(runs) != Truth::No =>
                {
                    Some(Waiting { clock, fact: *fact })
                }
                _ => None,
            })
            .collect()
    }

    fn running(&self, clock: &'a Clock) -> Option<Running<'a>> {
        let runs = clock.runs.as_ref()?;
        let holds = self.holds(runs);
        if holds == Truth::No {
            return None;
        }
        let (start, follows_sure) = match &runs.from {
            Start::Fact(fact) => match self.case.value(*fact)? {
                Value::Date(start) => (*start, true),
                _ => return None,
            },
            // The law is refused where a clock follows one that is not written before it, so this ends.
            Start::EndOf(name) => self.running(self.day.law.clock(name)?).map(|before| (before.end, before.sure))?,
        };
        let end = clock.deadline(start, &self.day.law.holidays)?;
        Some(Running { clock, means: &runs.means, start, end, sure: holds == Truth::Yes && follows_sure })
    }

    fn holds(&self, runs: &Runs) -> Truth {
        runs.when.as_ref().map_or(Truth::Yes, |when| self.truth(when))
    }
}
