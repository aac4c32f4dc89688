//! The ages of children a service is for, where its rule draws that line before anything else.

use crate::eligibility::{Eligibility, Rule};
use law::Outcome;
use law::condition::{Bound, Compare, Condition, ConditionKind, Test};
use law::fact::Facts;

/// The youngest and the oldest age, where the lines that come first say no to others whatever else is so.
pub(crate) fn stated(who: &Eligibility, facts: &Facts) -> (Option<u16>, Option<u16>) {
    let lines = who.rule.iter().flat_map(|rule| rule.lines().all());
    let (mut youngest, mut oldest) = (None, None);
    for line in lines.take_while(|line| Rule::outcome(line) == Outcome::No) {
        let parts = match line.when.as_ref().map(|when| (&when.kind, when)) {
            Some((ConditionKind::Any(parts), _)) => parts.as_slice(),
            Some((ConditionKind::All(parts), _)) if parts.len() == 1 => parts.as_slice(),
            Some((_, when)) => std::slice::from_ref(when),
            None => &[],
        };
        for part in parts {
            match of(part, facts) {
                Some((Compare::Under, age)) => youngest = youngest.max(Some(age)),
                Some((Compare::AtMost, age)) => youngest = youngest.max(Some(age + 1)),
                Some((Compare::AtLeast, age)) if age > 0 => oldest = least(oldest, age - 1),
                Some((Compare::Over, age)) => oldest = least(oldest, age),
                _ => {}
            }
        }
    }
    (youngest, oldest)
}

fn least(known: Option<u16>, age: u16) -> Option<u16> {
    Some(known.map_or(age, |known| known.min(age)))
}

fn of(part: &Condition, facts: &Facts) -> Option<(Compare, u16)> {
    let ConditionKind::Fact(fact, Test::Compare(compare, Bound::Amount(thousandths))) = &part.kind else { return None };
    (facts[*fact].name == "child_age" && thousandths % 1000 == 0)
        .then(|| Some((*compare, u16::try_from(thousandths / 1000).ok()?)))?
}
