//! The mutation check for derived facts: a change there must be noticed by a story about whatever rests on it.

use super::{Report, Stage, conditions, replaced, story_days};
use crate::condition::{ConditionKind, Lines};
use crate::day::{derived_order, variables_on};
use crate::diagram::Node;
use crate::fact::{FactId, Origin};
use crate::fault::Fault;
use crate::library::Law;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One change: a fact, a line, a path in it, and whether the condition there is taken to hold.
type Change = (FactId, usize, Vec<usize>, bool);

/// What became of a change over all days so far.
struct Verdict {
    altered: bool,
    noticed: bool,
    fault: Fault,
}

/// Runs the mutation check over every derived fact.
///
/// # Errors
/// Where the law cannot be compiled.
pub fn check_facts(law: &Arc<Law>) -> Result<Report, Fault> {
    let mut verdicts: BTreeMap<Change, Verdict> = BTreeMap::new();
    for day in story_days(law) {
        let variables = variables_on(law, day)?;
        let mut stage = Stage::new(law, day, &variables)?;
        for id in derived_order(law)? {
            stage.fact(id, &mut verdicts)?;
        }
    }
    let mut report = Report::default();
    for verdict in verdicts.into_values().filter(|verdict| verdict.altered) {
        report.made += 1;
        if verdict.noticed {
            report.noticed += 1;
        } else {
            report.idle.push(verdict.fault);
        }
    }
    Ok(report)
}

impl Stage<'_> {
    fn fact(&mut self, id: FactId, verdicts: &mut BTreeMap<Change, Verdict>) -> Result<(), Fault> {
        let law = self.law;
        let Origin::Derived(rule) = &law.facts[id].origin else { return Ok(()) };
        let (facts, supports) = resting_on(law, id)?;
        let before: Vec<Node> = supports.iter().map(|place| self.outcomes(&law.supports[*place].rule)).collect();
        let fact_before = self.maker.derived.clone();
        for (line, path, spot, words) in conditions(rule, law) {
            for holds in [true, false] {
                self.derive_again(id, &replaced(rule, line, &path, holds), &facts);
                let change = if holds { "always holds" } else { "never holds" };
                let verdict = verdicts.entry((id, line, path.clone(), holds)).or_insert_with(|| Verdict {
                    altered: false,
                    noticed: false,
                    fault: Fault::new(&spot, format!("no story notices if this {change}: {words}")),
                });
                for (place, before) in supports.iter().zip(&before) {
                    let after = self.outcomes(&law.supports[*place].rule);
                    if after != *before {
                        verdict.altered = true;
                        verdict.noticed = verdict.noticed || self.noticed(*place, after);
                    }
                }
                for fact in std::iter::once(&id).chain(&facts) {
                    let after = self.maker.derived[fact.index()].unwrap_or_default();
                    if fact_before[fact.index()] != Some(after) {
                        verdict.noticed = verdict.noticed || self.fact_noticed(*fact, after);
                    }
                }
                self.maker.derived.clone_from(&fact_before);
            }
        }
        Ok(())
    }

    fn derive_again(&mut self, id: FactId, changed: &Lines, above: &[FactId]) {
        let law = self.law;
        self.maker.derive_by(id, changed);
        for fact in above {
            if let Origin::Derived(rule) = &law.facts[*fact].origin {
                self.maker.derive_by(*fact, rule);
            }
        }
    }
}

/// The derived facts and the supports that rest on a fact, directly or through others, in order.
fn resting_on(law: &Law, id: FactId) -> Result<(Vec<FactId>, Vec<usize>), Fault> {
    let mut facts = vec![id];
    for other in derived_order(law)? {
        if let Origin::Derived(rule) = &law.facts[other].origin
            && other != id
            && rests_on(rule, &facts, &[], law)
        {
            facts.push(other);
        }
    }
    let mut supports: Vec<usize> = Vec::new();
    for place in law.order()? {
        if rests_on(&law.supports[place].rule, &facts, &supports, law) {
            supports.push(place);
        }
    }
    facts.remove(0);
    Ok((facts, supports))
}

fn rests_on(rule: &Lines, facts: &[FactId], supports: &[usize], law: &Law) -> bool {
    let mut rests = false;
    for when in rule.lines.iter().filter_map(|line| line.when.as_ref()) {
        when.walk(&mut |part| match &part.kind {
            ConditionKind::Fact(fact, _) => rests |= facts.contains(fact),
            ConditionKind::Answer(name, _) => {
                rests |= law.support_place(name).is_some_and(|place| supports.contains(&place));
            }
            _ => {}
        });
    }
    rests
}
