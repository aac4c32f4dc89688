//! Conditions and values as sentences: what a rule says, in the words its facts declare.

use crate::case::Case;
use crate::condition::{Bound, Compare, Condition, ConditionKind, Test};
use crate::day::Day;
use crate::fact::{Fact, FactId, Facts, Origin};
use crate::find::Findings;
use crate::value::{Answer, Choice, Kind, Value, write_amount};
use crate::variable::since_count;

impl Condition {
    /// The condition as one sentence; of a group, its parts joined.
    pub fn words(&self, facts: &Facts) -> String {
        let joined =
            |parts: &[Condition], by: &str| parts.iter().map(|part| part.words(facts)).collect::<Vec<_>>().join(by);
        match &self.kind {
            ConditionKind::All(parts) => joined(parts, " and "),
            ConditionKind::Any(parts) => joined(parts, " or "),
            ConditionKind::None(parts) => format!("none of these: {}", joined(parts, "; ")),
            ConditionKind::Fact(fact, test) => test_words(&facts[*fact], test),
            ConditionKind::Day(Compare::Under, date) => format!("the day asked about is before {date}"),
            ConditionKind::Day(_, date) => format!("the day asked about is on or after {date}"),
            ConditionKind::InForce(provision, true) => format!("provision {provision} is in force"),
            ConditionKind::InForce(provision, false) => format!("provision {provision} is not in force"),
            ConditionKind::Answer(support, outcomes) => {
                let words: Vec<&str> = outcomes.iter().map(|outcome| outcome.word()).collect();
                format!("the answer for {support} is {}", words.join(" or "))
            }
        }
    }
}

/// A test on a fact as a sentence, which reads back to the same test.
pub fn test_words(fact: &Fact, test: &Test) -> String {
    let says = &fact.says;
    match test {
        Test::Is(true) => says.clone(),
        Test::Is(false) => fact.denies.clone(),
        Test::In(places, negated) => match (&fact.kind, places.as_slice(), negated) {
            (Kind::OneOf(choices), [one], false) => format!("{says} is {}", choice_words(choices, *one)),
            (Kind::OneOf(choices), [one], true) => format!("{says} is not {}", choice_words(choices, *one)),
            (Kind::OneOf(choices), many, negated) => {
                let list: Vec<&str> = many.iter().map(|place| choice_words(choices, *place)).collect();
                format!("{says} is {} of: {}", if *negated { "none" } else { "one" }, list.join("; "))
            }
            _ => says.clone(),
        },
        Test::Councils(codes, negated) => {
            format!("{says} is {} of: {}", if *negated { "none" } else { "one" }, codes.join("; "))
        }
        Test::Has(place, negated) => {
            let words = match &fact.kind {
                Kind::SetOf(choices) => choice_words(choices, *place),
                _ => "",
            };
            format!("{says} {} {words}", if *negated { "does not include" } else { "includes" })
        }
        Test::Compare(compare, bound) => {
            format!("{says} is {} {}", compare_words(*compare, bound), bound_words(fact, bound))
        }
    }
}

fn choice_words(choices: &[Choice], place: u16) -> &str {
    choices.get(usize::from(place)).map_or("", |choice| choice.words.as_str())
}

fn compare_words(compare: Compare, bound: &Bound) -> &'static str {
    match (compare, bound) {
        (Compare::Under, Bound::Date(_)) => "before",
        (Compare::AtLeast, Bound::Date(_)) => "on or after",
        (Compare::Under, _) => "under",
        (Compare::AtLeast, _) => "at least",
        (Compare::AtMost, _) => "at most",
        (Compare::Over, _) => "over",
        (Compare::Equal, _) => "exactly",
    }
}

fn bound_words(fact: &Fact, bound: &Bound) -> String {
    match (bound, &fact.kind) {
        (Bound::Date(date), _) => date.to_string(),
        (Bound::Rate(rate), _) => format!("the rate {rate}"),
        (Bound::Amount(amount), Kind::Money(unit)) => {
            let period = unit.strip_prefix("pounds").unwrap_or_default();
            format!("£{}{period}", write_amount(*amount))
        }
        (Bound::Amount(amount), Kind::Number(unit)) => {
            format!("{} {unit}", write_amount(*amount)).trim_end().to_owned()
        }
        (Bound::Amount(amount), _) => write_amount(*amount),
    }
}

impl Day {
    /// The value of a fact for a family as files write it: said, worked out, or `unknown`.
    pub fn value_words(&self, findings: &Findings, case: &Case, id: FactId) -> String {
        let fact = &self.law.facts[id];
        self.value(findings, case, id).map_or_else(|| "unknown".to_owned(), |value| fact.kind.write(&value))
    }

    /// The value of a fact for a family: said, or worked out from what was said.
    pub fn value(&self, findings: &Findings, case: &Case, id: FactId) -> Option<Value> {
        let fact = &self.law.facts[id];
        match (&fact.origin, case.get(id)) {
            (_, Some(Answer::Is(value))) => Some(value.clone()),
            (Origin::Derived(_), _) => findings.derived(id).map(|place| match fact.kind {
                Kind::YesNo => Value::YesNo(place == 1),
                _ => Value::Choice(place),
            }),
            (Origin::Since { date, unit }, _) => match case.value(*date) {
                Some(Value::Date(date)) => {
                    Some(Value::Amount(since_count(self.date, *unit, *date) * crate::value::SCALE))
                }
                _ => None,
            },
            (Origin::Told, _) => None,
        }
    }
}
