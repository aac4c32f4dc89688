//! Whether a period that an offer states is the one the law sets.

use crate::decision::{Bound, Length, Unit};
use law::clock;

/// The law's period in words, where the offer's is another. A period that binds in no stated way is compared by its
/// length alone; what is counted in other units than days and weeks is compared only with the same.
pub(super) fn unlike(said: &Length, law: &clock::Clock) -> Option<String> {
    let Length::Period { bound, number, unit } = *said else { return None };
    let (lawful, word) = match law.length {
        clock::Length::Hours(count) => (in_days(count, Unit::Hours), format!("{count} hours")),
        clock::Length::Days(count) => (in_days(count, Unit::Days), format!("{count} days")),
        clock::Length::WorkingDays(count) => (in_days(count, Unit::WorkingDays), format!("{count} working days")),
        clock::Length::Weeks(count) => (in_days(count, Unit::Weeks), format!("{count} weeks")),
        clock::Length::Months(count) => (in_days(count, Unit::Months), format!("{count} months")),
        clock::Length::Years(count) => (in_days(count, Unit::Years), format!("{count} years")),
        clock::Length::Open | clock::Length::Precondition | clock::Length::SetByCouncil => return None,
    };
    let stated = in_days(i32::from(number), unit);
    if stated.1 != lawful.1 {
        return None;
    }
    let binds = |bound: Bound| law.bound.as_deref().is_none_or(|lawful| lawful == bound.word());
    let same = stated.0 == lawful.0 && (bound == Bound::Unsaid || binds(bound));
    let lawful = match law.bound.as_deref() {
        Some("at least") => format!("{word} or more"),
        Some(bound) => format!("{bound} {word}"),
        None => word,
    };
    (!same).then_some(lawful)
}

/// A period in a unit that others can be compared with.
fn in_days(count: i32, unit: Unit) -> (i32, Unit) {
    match unit {
        Unit::Weeks => (count * 7, Unit::Days),
        unit => (count, unit),
    }
}
