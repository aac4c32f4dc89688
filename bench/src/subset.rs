//! The supports that are compared with other engines, cut out of the law with the facts and rates they rest on.
//!
//! Each engine then has the same rules and no other: Kith is not slowed by law that its peers do not know, and
//! they are not slowed by facts that no rule of theirs asks for.

use crate::texts;
use anyhow::{Context, Result};
use law::Law;
use law::condition::{Bound, Condition, ConditionKind, Lines, Test};
use law::fact::{FactId, Origin};
use law::rule::Worth;
use law::text::SourceFile;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The supports compared: rules over yes and no, choices, ages and dates, from two conditions to twenty.
pub const SUPPORTS: [&str; 14] = [
    "child_benefit",
    "pp_plus_plac",
    "pp_plus_lac",
    "admissions_priority",
    "designated_teacher",
    "exclusion_protection",
    "staying_put",
    "s24_sgo",
    "lac_health_assessment",
    "private_fostering_duties",
    "s17_assessment",
    "parental_responsibility",
    "apply_without_leave",
    "care_leaver_core",
];

/// What the chosen supports rest on.
#[derive(Debug, Default)]
struct Needed {
    facts: BTreeSet<FactId>,
    rates: BTreeSet<String>,
}

/// The law of the chosen supports alone.
pub fn law(files: &[SourceFile]) -> Result<Arc<Law>> {
    let whole = texts::load(files)?;
    let mut needed = Needed::default();
    for id in SUPPORTS {
        let support = whole.support(id).with_context(|| format!("there is no support {id}"))?;
        needed.lines(&whole, &support.rule);
        for amount in &support.amounts {
            amount.when.iter().for_each(|when| needed.condition(&whole, when));
            if let Worth::Rate(rate) = &amount.worth {
                needed.rate(&whole, rate);
            }
        }
    }
    let facts: Vec<&str> = needed.facts.iter().map(|fact| whole.facts[*fact].name.as_str()).collect();
    let cut = files.iter().filter_map(|file| cut(file, &facts, &needed.rates)).collect::<Vec<_>>();
    texts::load(&cut)
}

/// What is left of a file: an instrument's whole, of facts and rates those that are needed, of others nothing.
fn cut(file: &SourceFile, facts: &[&str], rates: &BTreeSet<String>) -> Option<SourceFile> {
    let (folder, _) = file.path.split_once('/')?;
    let keep = |line: &str| match line.split_once(char::is_whitespace) {
        Some(("fact", name)) => Some(facts.contains(&name.trim())),
        Some(("rate", name)) => Some(rates.contains(name.trim())),
        _ => None,
    };
    match folder {
        "instruments" => Some(file.clone()),
        "supports" => SUPPORTS.iter().any(|id| file.path.ends_with(&format!("/{id}.md"))).then(|| file.clone()),
        "facts" | "rates" => {
            let mut kept = false;
            let lines = file.text.lines().filter(|line| {
                kept = keep(line).unwrap_or(kept);
                kept
            });
            let text = lines.collect::<Vec<_>>().join("\n");
            Some(SourceFile { path: file.path.clone(), text })
        }
        _ => None,
    }
}

impl Needed {
    fn lines(&mut self, law: &Law, lines: &Lines) {
        lines.lines.iter().filter_map(|line| line.when.as_ref()).for_each(|when| self.condition(law, when));
    }

    fn condition(&mut self, law: &Law, condition: &Condition) {
        condition.walk(&mut |part| {
            if let ConditionKind::Fact(fact, test) = &part.kind {
                self.fact(law, *fact);
                if let Test::Compare(_, Bound::Rate(rate)) = test {
                    self.rate(law, rate);
                }
            }
        });
    }

    fn fact(&mut self, law: &Law, fact: FactId) {
        if !self.facts.insert(fact) {
            return;
        }
        match &law.facts[fact].origin {
            Origin::Told => {}
            Origin::Since { date, .. } => self.fact(law, *date),
            Origin::Derived(lines) => self.lines(law, lines),
        }
    }

    fn rate(&mut self, law: &Law, rate: &str) {
        if self.rates.insert(rate.to_owned()) {
            let values = law.rate(rate).into_iter().flat_map(|rate| &rate.values);
            values.filter_map(|value| value.when.as_ref()).for_each(|when| self.condition(law, when));
        }
    }
}
