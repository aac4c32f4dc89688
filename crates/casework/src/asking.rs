//! An act that is being asked for, with all that a guard may look at.

use crate::case::Case;
use crate::event::{Version, Who};
use crate::matter::{Done, Matter};
use crate::practice::{Act, Practice, Starts};
use crate::value::{Value, Values};
use jiff::civil::Date;
use law::{Day, Law};

/// An act that is being asked for.
pub(crate) struct Asking<'a> {
    pub(crate) practice: &'a Practice,
    pub(crate) day: &'a Day,
    pub(crate) law: &'a Law,
    pub(crate) case: &'a Case,
    pub(crate) act: &'a Act,
    /// The matter it is done in; for an act that begins one, that to which it will belong.
    pub(crate) matter: Option<&'a Matter>,
    pub(crate) values: &'a Values,
    pub(crate) on: Date,
    pub(crate) today: Date,
    pub(crate) by: &'a Who,
}

impl<'a> Asking<'a> {
    /// What the form says of a field; where it does not ask it, what was last said of it in the matter.
    pub(crate) fn value(&self, field: &str) -> Option<&'a Value> {
        self.values.get(field).or_else(|| self.case.value(self.id(), field))
    }

    /// The day from which a clock runs that the act starts, where a field or the matter's beginning says it.
    pub(crate) fn first_day(&self, starts: &Starts) -> Option<Date> {
        let said = starts.from.as_ref().and_then(|field| self.values.get(field)).and_then(Value::day);
        said.or_else(|| self.case.first_day(self.id(), starts))
    }

    /// The choice in a field.
    pub(crate) fn choice(&self, field: &str) -> &'a str {
        self.value(field).and_then(Value::text).unwrap_or_default()
    }

    /// Whether a field says yes.
    pub(crate) fn is_yes(&self, field: &str) -> bool {
        self.value(field).is_some_and(Value::is_yes)
    }

    /// The rows in a field.
    pub(crate) fn rows(&self, field: &str) -> &'a [Values] {
        self.value(field).map(Value::rows).unwrap_or_default()
    }

    pub(crate) fn id(&self) -> Option<Version> {
        self.matter.map(|matter| matter.id)
    }

    /// The matter, those it belongs to, and those that belong to any of them.
    pub(crate) fn around(&self) -> impl Iterator<Item = &'a Matter> {
        let lineage = self.case.lineage(self.id());
        // The case itself holds everything; what is only together in it is not together.
        let near = move |matter: &&Matter| {
            let together = |id: &Version| matter.id == *id || matter.within == Some(*id);
            lineage.iter().take(lineage.len().saturating_sub(1).max(1)).any(together)
        };
        self.case.matters.iter().filter(near)
    }

    /// The last time an act was done around here.
    pub(crate) fn last(&self, act: &str) -> Option<&'a Done> {
        self.around().filter_map(|matter| matter.last(act)).max_by_key(|done| done.version)
    }

    /// Every time an act was done around here.
    pub(crate) fn each(&self, act: &str) -> Vec<&'a Done> {
        let mut all: Vec<&Done> = self.around().flat_map(|matter| matter.done.iter()).collect();
        all.retain(|done| done.act == act);
        all.sort_by_key(|done| done.version);
        all
    }
}
