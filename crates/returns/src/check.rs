//! The mistakes that would stop a return, found before it is written and told with what to do.
//!
//! A rule with a number is the Department's, as its public validators hold it; one without is ours, and says of kinship
//! families what no rule of the Department's does.

mod before_court;
mod care;
mod child;
mod health;
mod referral;
mod rule;

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;

use crate::child::Child;
use crate::year::Year;

pub use rule::Rule;

/// A mistake in what is written down of a child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The council's number for the child.
    pub child: String,
    /// Which rule does not hold.
    pub rule: Rule,
    /// The day by which to find the entry, where there is one.
    pub on: Option<Date>,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Child {}", self.child)?;
        if let Some(on) = self.on {
            write!(out, ", {}", on.strftime("%-d %B %Y"))?;
        }
        write!(out, ": {} {}", self.rule.what(), self.rule.mend())
    }
}

/// Gathers the faults of one child.
struct Faults<'a> {
    child: &'a Child,
    found: Vec<Fault>,
}

impl Faults<'_> {
    fn add(&mut self, rule: Rule, on: impl Into<Option<Date>>) {
        self.found.push(Fault { child: self.child.id.clone(), rule, on: on.into() });
    }

    fn when(&mut self, broken: bool, rule: Rule, on: impl Into<Option<Date>>) {
        if broken {
            self.add(rule, on);
        }
    }
}

/// Every fault that would be found in the returns of a year.
pub fn faults(year: Year, children: &[Child]) -> Vec<Fault> {
    let mut all = Vec::new();
    let mut ids = BTreeMap::new();
    let mut numbers = BTreeMap::new();
    for child in children {
        let mut faults = Faults { child, found: Vec::new() };
        faults.when(ids.insert(child.id.as_str(), ()).is_some(), Rule::ChildTwice, None);
        if let crate::child::Upn::Known(number) = &child.upn {
            faults.when(numbers.insert(number.as_str(), ()).is_some(), Rule::PupilNumberTwice, None);
        }
        child::check(&mut faults, year);
        referral::check(&mut faults, year);
        care::check(&mut faults, year);
        health::check(&mut faults, year);
        all.append(&mut faults.found);
    }
    all
}
