//! Checks of the yearly health record.

use super::{Faults, Rule};
use crate::care::Score;
use crate::ssda903::{looked_after_all_year, record_asked};
use crate::year::Year;

pub(super) fn check(faults: &mut Faults<'_>, year: Year) {
    if !looked_after_all_year(year, faults.child) {
        return;
    }
    let (asked, record) = record_asked(year, faults.child);
    let Some(record) = record else { return faults.add(Rule::HealthMissing, year.ends()) };
    match record.score {
        None => faults.when(asked.score, Rule::ScoreMissing, year.ends()),
        Some(Score::Of(score)) => faults.when(asked.score && score > 40, Rule::ScoreTooHigh, year.ends()),
        Some(Score::Missing(_)) => {}
    }
}
