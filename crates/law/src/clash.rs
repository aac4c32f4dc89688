//! Clashes: what a person said of a fact against what the other facts make of it.

use crate::case::Case;
use crate::day::Day;
use crate::fact::{FactId, Origin};
use crate::value::{Answer, Kind, Value};
use crate::variable::since_count;

/// Something said that cannot be so together with something else said.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{fact} is said to be {said}, but the other facts make it {found}\n  Hint: leave {fact} out, or change one of: {rests_on}"
)]
pub struct Clash {
    /// The fact.
    pub fact: String,
    /// What was said of it.
    pub said: String,
    /// What the other facts make of it.
    pub found: String,
    /// The facts it follows from.
    pub rests_on: String,
}

impl Day {
    /// Every fact said to be one thing while the other facts make it another.
    pub fn clashes(&self, case: &Case) -> Vec<Clash> {
        let said: Vec<(FactId, Value)> = case
            .answers()
            .filter_map(|(id, answer)| match answer {
                Answer::Is(value) => Some((id, value.clone())),
                Answer::Not(_) => None,
            })
            .collect();
        let mut clashes: Vec<Clash> = said.into_iter().filter_map(|(id, value)| self.clash(case, id, value)).collect();
        clashes.extend(self.impossible(case));
        clashes
    }

    /// Dates that no day can meet, such as an age in years and another in months.
    fn impossible(&self, case: &Case) -> Option<Clash> {
        let mut known = Vec::new();
        self.variables.known(case, &self.law.facts, &mut known);
        let place = known.iter().position(|cells| *cells == 0)?;
        let date = self.variables.list[place].subject.fact()?;
        let spans: Vec<&str> = (self.law.facts.iter())
            .filter(|(id, fact)| {
                matches!(fact.origin, Origin::Since { date: from, .. } if from == date) && case.value(*id).is_some()
            })
            .map(|(_, fact)| fact.name.as_str())
            .collect();
        Some(Clash {
            fact: self.law.facts[date].name.clone(),
            said: "what several spans of time say".to_owned(),
            found: "no day at all".to_owned(),
            rests_on: spans.join(", "),
        })
    }

    fn clash(&self, case: &Case, id: FactId, said: Value) -> Option<Clash> {
        let fact = &self.law.facts[id];
        let (found, rests_on) = match &fact.origin {
            Origin::Told => return None,
            Origin::Since { date, unit } => {
                let Some(Value::Date(day)) = case.value(*date) else { return None };
                let count = since_count(self.date, *unit, *day) * crate::value::SCALE;
                (Value::Amount(count), vec![self.law.facts[*date].name.clone()])
            }
            Origin::Derived(lines) => {
                let mut without = case.clone();
                without.unset(id);
                let place = self.find(&without).derived(id)?;
                let value = match fact.kind {
                    Kind::YesNo => Value::YesNo(place == 1),
                    _ => Value::Choice(place),
                };
                let mut names = Vec::new();
                for when in lines.lines.iter().filter_map(|line| line.when.as_ref()) {
                    when.walk(&mut |part| {
                        if let crate::condition::ConditionKind::Fact(other, _) = part.kind
                            && without.get(other).is_some()
                        {
                            names.push(self.law.facts[other].name.clone());
                        }
                    });
                }
                names.sort();
                names.dedup();
                (value, names)
            }
        };
        (found != said).then(|| Clash {
            fact: fact.name.clone(),
            said: fact.kind.write(&said),
            found: fact.kind.write(&found),
            rests_on: rests_on.join(", "),
        })
    }
}
