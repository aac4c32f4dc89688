//! Whether a condition written outside the law (a line of an offer, a letter, a clock) holds for one family: Kleene’s
//! three values over the same facts.

use crate::condition::{Bound, Compare, Condition, ConditionKind, Test};
use crate::fact::{FactId, Origin};
use crate::tree::Truth;
use crate::value::{Answer, Value};
use crate::{Case, Day, Findings};

/// One family on one day.
#[derive(Clone, Copy, Debug)]
pub struct Family<'a> {
    /// The law on the day.
    pub day: &'a Day,
    /// What follows for the family.
    pub findings: &'a Findings,
    /// What the family said.
    pub case: &'a Case,
}

impl Family<'_> {
    /// Whether a condition holds, whatever the unknown facts are.
    pub fn truth(&self, condition: &Condition) -> Truth {
        match &condition.kind {
            ConditionKind::All(parts) => self.join(parts, Truth::No, Truth::Yes),
            ConditionKind::Any(parts) => self.join(parts, Truth::Yes, Truth::No),
            ConditionKind::None(parts) => not(self.join(parts, Truth::Yes, Truth::No)),
            ConditionKind::Fact(fact, test) => self.test(*fact, test),
            ConditionKind::Day(compare, date) => settled(compares(*compare, self.day.date.cmp(date))),
            ConditionKind::InForce(provision, wanted) => {
                let found = self.day.law.provision(provision);
                settled(found.is_some_and(|found| found.period.holds_on(self.day.date)) == *wanted)
            }
            ConditionKind::Answer(support, outcomes) => match self.day.law.support_place(support) {
                Some(place) if self.findings.of(place).is_decided() => {
                    settled(outcomes.contains(&self.findings.of(place).outcome))
                }
                Some(_) => Truth::Unknown,
                None => Truth::No,
            },
        }
    }

    /// `strong` decides at once; `weak` only if every part gives it.
    fn join(&self, parts: &[Condition], strong: Truth, weak: Truth) -> Truth {
        let mut all = weak;
        for part in parts {
            match self.truth(part) {
                truth if truth == strong => return strong,
                Truth::Unknown => all = Truth::Unknown,
                _ => {}
            }
        }
        all
    }

    fn test(&self, fact: FactId, test: &Test) -> Truth {
        match self.day.value(self.findings, self.case, fact) {
            Some(value) => self.test_value(&value, test),
            None if self.day.law.facts[fact].is_derived() => {
                let possible = self.findings.derived_values(fact);
                let wanted = match test {
                    Test::Is(yes) => 1 << u8::from(*yes),
                    Test::In(places, negated) => {
                        let set = places.iter().fold(0u64, |set, place| set | 1 << place);
                        if *negated { !set } else { set }
                    }
                    _ => return Truth::Unknown,
                };
                match (possible & wanted, possible & !wanted) {
                    (0, _) => Truth::No,
                    (_, 0) => Truth::Yes,
                    _ => Truth::Unknown,
                }
            }
            None => Truth::Unknown,
        }
    }

    fn test_value(&self, value: &Value, test: &Test) -> Truth {
        match (value, test) {
            (Value::YesNo(is), Test::Is(yes)) => settled(is == yes),
            (Value::Choice(place), Test::In(places, negated)) => settled(places.contains(place) != *negated),
            (Value::Choices(set), Test::Has(place, negated)) => settled(set.contains(place) != *negated),
            (Value::Council(code), Test::Councils(codes, negated)) => settled(codes.contains(code) != *negated),
            (Value::Date(date), Test::Compare(compare, Bound::Date(bound))) => {
                settled(compares(*compare, date.cmp(bound)))
            }
            (Value::Amount(amount), Test::Compare(compare, bound)) => match self.bound(bound) {
                Some(bound) => settled(compares(*compare, amount.cmp(&bound))),
                None => Truth::Unknown,
            },
            _ => Truth::Unknown,
        }
    }

    fn bound(&self, bound: &Bound) -> Option<i64> {
        match bound {
            Bound::Amount(amount) => Some(*amount),
            Bound::Date(_) => None,
            Bound::Rate(rate) => self.day.law.rate(rate)?.on(self.day.date).0.first().map(|value| value.amount),
        }
    }

    /// Adds the facts that leave a condition open. A fact that follows from others stands for those of them that
    /// leave it open.
    pub fn missing(&self, condition: &Condition, into: &mut Vec<FactId>) {
        if self.truth(condition) != Truth::Unknown {
            return;
        }
        match &condition.kind {
            ConditionKind::All(parts) | ConditionKind::Any(parts) | ConditionKind::None(parts) => {
                parts.iter().for_each(|part| self.missing(part, into));
            }
            ConditionKind::Fact(fact, _) => self.missing_fact(*fact, into),
            ConditionKind::Answer(support, _) => {
                if let Some(place) = self.day.law.support_place(support) {
                    self.findings.of(place).missing.iter().for_each(|fact| add(fact, into));
                }
            }
            ConditionKind::Day(..) | ConditionKind::InForce(..) => {}
        }
    }

    fn missing_fact(&self, fact: FactId, into: &mut Vec<FactId>) {
        match &self.day.law.facts[fact].origin {
            Origin::Since { date, .. } => add(*date, into),
            Origin::Told => add(fact, into),
            Origin::Derived(_) if self.case.get(fact).is_some_and(|answer| matches!(answer, Answer::Is(_))) => {}
            Origin::Derived(lines) => {
                for line in lines.lines.iter().filter_map(|line| line.when.as_ref()) {
                    match self.truth(line) {
                        Truth::Unknown => self.missing(line, into),
                        Truth::Yes => return self.missing_asked(fact, into),
                        Truth::No => {}
                    }
                }
                self.missing_asked(fact, into);
            }
        }
    }

    /// A derived fact that a person may be asked for is itself missing.
    fn missing_asked(&self, fact: FactId, into: &mut Vec<FactId>) {
        if self.day.law.facts[fact].can_be_asked() {
            add(fact, into);
        }
    }
}

fn add(fact: FactId, into: &mut Vec<FactId>) {
    if !into.contains(&fact) {
        into.push(fact);
    }
}

fn settled(holds: bool) -> Truth {
    if holds { Truth::Yes } else { Truth::No }
}

fn not(truth: Truth) -> Truth {
    match truth {
        Truth::Yes => Truth::No,
        Truth::No => Truth::Yes,
        Truth::Unknown => Truth::Unknown,
    }
}

fn compares(compare: Compare, order: std::cmp::Ordering) -> bool {
    match compare {
        Compare::Under => order.is_lt(),
        Compare::AtMost => order.is_le(),
        Compare::Over => order.is_gt(),
        Compare::AtLeast => order.is_ge(),
        Compare::Equal => order.is_eq(),
    }
}
