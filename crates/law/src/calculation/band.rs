//! Which band of a rate holds, from the few values a calculation is given rather than from a whole family.

use crate::condition::{Bound, Compare, Condition, ConditionKind, Test};
use crate::fact::FactId;
use crate::library::Law;
use crate::value::Value;
use crate::variable::day_number;
use jiff::civil::Date;

/// What a calculation was given: a day and the values of some facts.
pub(crate) struct Given<'a> {
    pub(crate) law: &'a Law,
    pub(crate) day: Date,
    /// Values by the names of their facts.
    pub(crate) values: &'a [(&'a str, Value)],
}

impl Given<'_> {
    /// Whether a condition holds; `None` where what was given does not say.
    pub(crate) fn holds(&self, condition: &Condition) -> Option<bool> {
        match &condition.kind {
            ConditionKind::All(parts) => self.every(parts, true),
            ConditionKind::Any(parts) => self.every(parts, false).map(|none| !none),
            ConditionKind::None(parts) => self.every(parts, false),
            ConditionKind::Fact(fact, test) => self.test(*fact, test),
            ConditionKind::Day(compare, date) => Some(compares(*compare, day_number(self.day), day_number(*date))),
            ConditionKind::InForce(..) | ConditionKind::Answer(..) => None,
        }
    }

    /// Whether every part is as wanted.
    fn every(&self, parts: &[Condition], wanted: bool) -> Option<bool> {
        let found: Vec<Option<bool>> = parts.iter().map(|part| self.holds(part)).collect();
        if found.contains(&Some(!wanted)) {
            return Some(false);
        }
        (!found.contains(&None)).then_some(true)
    }

    fn test(&self, fact: FactId, test: &Test) -> Option<bool> {
        let name = self.law.facts[fact].name.as_str();
        let (_, value) = self.values.iter().find(|(known, _)| *known == name)?;
        match (test, value) {
            (Test::Is(wanted), Value::YesNo(yes)) => Some(yes == wanted),
            (Test::In(places, negated), Value::Choice(place)) => Some(places.contains(place) != *negated),
            (Test::Has(place, negated), Value::Choices(places)) => Some(places.contains(place) != *negated),
            (Test::Councils(codes, negated), Value::Council(code)) => Some(codes.contains(code) != *negated),
            (Test::Compare(compare, Bound::Amount(bound)), Value::Amount(amount)) => {
                Some(compares(*compare, *amount, *bound))
            }
            (Test::Compare(compare, Bound::Date(bound)), Value::Date(date)) => {
                Some(compares(*compare, day_number(*date), day_number(*bound)))
            }
            _ => None,
        }
    }
}

fn compares(compare: Compare, value: i64, bound: i64) -> bool {
    match compare {
        Compare::Under => value < bound,
        Compare::AtMost => value <= bound,
        Compare::Over => value > bound,
        Compare::AtLeast => value >= bound,
        Compare::Equal => value == bound,
    }
}
