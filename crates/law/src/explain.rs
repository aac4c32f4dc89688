//! Explaining: why an answer is what it is, what it rests on, what it is worth and what is still unknown.

use crate::brief::Brief;
use crate::case::Case;
use crate::cite::{Cite, Sureness};
use crate::condition::{ConditionKind, Lines, RuleLine};
use crate::day::Day;
use crate::fact::{FactId, Origin};
use crate::find::{Finding, Findings};
use crate::rate::{RateValue, worth_words};
use crate::rule::{Outcome, Support, Worth};
use crate::tree::{Tree, Truth};
use jiff::civil::Date;
use serde::Serialize;

/// A citation, ready to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// `instrument/provision`.
    pub provision: String,
    /// The instrument's short title and the provision's number.
    pub name: String,
    /// What the provision is about.
    pub title: String,
    /// How sure we are of this use of it.
    pub sureness: Sureness,
    /// Whether the words of the source were read, in whole or in part.
    pub verified: bool,
}

/// One condition that helped to decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The condition as a sentence.
    pub text: String,
    /// Whether it holds; where it does not, that is what decided.
    pub holds: bool,
    /// What it rests on.
    pub cites: Vec<Citation>,
    /// The derived fact it tests, which can be explained in turn.
    pub derived: Option<FactId>,
}

/// What a support is worth to a family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Amount {
    /// What the sum is for.
    pub label: String,
    /// The sum in words: `£27.05 a week`, or plain words where no figure is set.
    pub text: String,
    /// The rate it comes from.
    pub rate: Option<String>,
    /// Whether it surely applies to this family; otherwise it may.
    pub sure: bool,
    /// The lowest and the highest sum it may be, in thousandths of the unit.
    #[serde(skip)]
    pub between: Option<(i64, i64)>,
    /// The first and last day the figure holds for.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
    /// True where no figure for the day asked is known and this is the last one known.
    pub last_known: bool,
    /// What it rests on.
    pub cites: Vec<Citation>,
}

/// Everything there is to say about one finding.
#[derive(Clone, Debug)]
pub struct Explanation<'a> {
    /// The support.
    pub support: &'a Support,
    /// What follows.
    pub outcome: Outcome,
    /// The reason a carer reads.
    pub because: Option<&'a str>,
    /// What settles it, where something outside the facts must.
    pub settled_by: Option<&'a str>,
    /// The conditions that decided, in the order of the rule.
    pub reasons: Vec<Reason>,
    /// Everything the answer rests on: never empty.
    pub cites: Vec<Citation>,
    /// The facts that could still change the answer.
    pub missing: Vec<FactId>,
    /// What each line that may still decide would say, where several may.
    pub possible: Vec<(Outcome, Option<&'a str>)>,
    /// What it is worth.
    pub amounts: Vec<Amount>,
}

/// Why a derived fact is what it is.
#[derive(Clone, Debug)]
pub struct FactExplanation {
    /// The conditions that decided.
    pub reasons: Vec<Reason>,
    /// What it rests on.
    pub cites: Vec<Citation>,
}

impl Explanation<'_> {
    /// Whether the rule can still come to an outcome, where several lines of it may decide.
    pub fn can_be(&self, outcome: Outcome) -> bool {
        self.possible.iter().any(|(possible, _)| *possible == outcome)
    }
}

impl Day {
    /// Explains a finding.
    pub fn explain<'a>(&'a self, findings: &Findings, finding: &'a Finding) -> Explanation<'a> {
        let Brief { support, because, .. } = self.brief(findings, finding);
        let rule = &support.rule;
        let line = finding.line().map(|place| rule.line(place));
        let reasons: Vec<Reason> = findings.reasons(finding).iter().map(|leaf| self.reason(*leaf, findings)).collect();
        let places = self.possible_lines(findings, finding);
        let lines = (0..=rule.lines.len()).filter(|place| places >> place & 1 == 1).map(|place| rule.line(place));
        let mut possible: Vec<(Outcome, Option<&str>)> = Vec::new();
        for line in lines.clone().filter(|_| line.is_none()) {
            let said = (Outcome::from_place(line.outcome), line.because.as_deref());
            if !possible.contains(&said) {
                possible.push(said);
            }
        }
        Explanation {
            support,
            outcome: finding.outcome,
            because,
            settled_by: line.and_then(|line| line.settled_by.as_deref()),
            cites: self.finding_cites(lines, &reasons, rule),
            reasons,
            missing: finding.missing.iter().collect(),
            possible,
            amounts: match finding.outcome {
                Outcome::No => Vec::new(),
                _ => self.amounts(findings, finding.support),
            },
        }
    }

    /// Explains why a derived fact is what it is; `None` where it is not derived, was said directly or is not settled.
    pub fn explain_fact(&self, findings: &Findings, case: &Case, fact: FactId) -> Option<FactExplanation> {
        let Origin::Derived(lines) = &self.law.facts[fact].origin else { return None };
        if case.value(fact).is_some() {
            return None;
        }
        findings.derived(fact)?;
        let trees = &self.fact_trees[fact.index()];
        let truth = |tree: Tree| self.forest.truth(tree, &findings.truths);
        let decided = trees.iter().position(|tree| truth(*tree) == Truth::Yes);
        let mut leaves = Vec::new();
        let mut cites: Vec<Citation> = Vec::new();
        match decided {
            Some(place) => {
                self.forest.reasons(trees[place], Truth::Yes, &findings.truths, &mut leaves);
                cites.extend(lines.line(place).cites.iter().map(|cite| self.citation(cite)));
            }
            None => {
                for tree in trees {
                    self.forest.reasons(*tree, Truth::No, &findings.truths, &mut leaves);
                }
                cites.extend(lines.otherwise.cites.iter().map(|cite| self.citation(cite)));
            }
        }
        let mut reasons: Vec<Reason> = Vec::new();
        for leaf in leaves {
            let reason = self.reason(leaf, findings);
            cites.extend(reason.cites.iter().cloned());
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        dedup(&mut cites);
        Some(FactExplanation { reasons, cites })
    }

    /// A citation, ready to show.
    pub fn citation(&self, cite: &Cite) -> Citation {
        let law = &self.law;
        let provision = law.provision(&cite.provision);
        let sureness = law.sureness(cite);
        let name = match provision.and_then(|found| law.instrument(found.instrument()).map(|of| (found, of))) {
            Some((found, of)) => of.cite(found),
            None => cite.provision.clone(),
        };
        Citation {
            provision: cite.provision.clone(),
            name,
            title: provision.map_or_else(String::new, |found| found.title.clone()),
            sureness,
            verified: sureness.is_verified(),
        }
    }

    fn reason(&self, leaf: u32, findings: &Findings) -> Reason {
        let condition = &self.forest.conditions[leaf as usize];
        let atom = self.forest.tests[leaf as usize];
        let derived = match condition.kind {
            ConditionKind::Fact(fact, _) if self.law.facts[fact].is_derived() => Some(fact),
            _ => None,
        };
        Reason {
            text: condition.words(&self.law.facts),
            holds: findings.truths[atom as usize] == Truth::Yes,
            cites: condition.cites.iter().map(|cite| self.citation(cite)).collect(),
            derived,
        }
    }

    fn finding_cites<'a>(
        &self,
        lines: impl Iterator<Item = &'a RuleLine>,
        reasons: &[Reason],
        rule: &Lines,
    ) -> Vec<Citation> {
        let mut cites: Vec<Citation> = lines.flat_map(|line| &line.cites).map(|cite| self.citation(cite)).collect();
        cites.extend(reasons.iter().flat_map(|reason| reason.cites.iter().cloned()));
        if cites.is_empty() {
            // Nothing cites the deciding line itself: the answer rests on the whole rule.
            for line in rule.all() {
                cites.extend(line.cites.iter().map(|cite| self.citation(cite)));
                line.when.iter().for_each(|when| {
                    when.walk(&mut |part| cites.extend(part.cites.iter().map(|cite| self.citation(cite))));
                });
            }
        }
        dedup(&mut cites);
        cites
    }

    /// What a support is worth to a family, as far as the facts known say.
    pub fn amounts(&self, findings: &Findings, support: usize) -> Vec<Amount> {
        self.amounts_by(findings, support, &|label, rate| self.rate_amount(findings, label, rate))
    }

    /// The same without what the amounts rest on.
    pub fn bare_amounts(&self, findings: &Findings, support: usize) -> Vec<Amount> {
        self.amounts_by(findings, support, &|label, rate| self.bare_amount(findings, label, rate).0)
    }

    fn amounts_by(&self, findings: &Findings, support: usize, of_rate: &dyn Fn(&str, &str) -> Amount) -> Vec<Amount> {
        let lines = self.law.supports[support].amounts.iter().zip(&self.amount_trees[support]);
        let truth = |tree: Option<Tree>| tree.map_or(Truth::Yes, |tree| self.forest.truth(tree, &findings.truths));
        lines
            .filter(|(_, when)| truth(**when) != Truth::No)
            .map(|(line, when)| match &line.worth {
                Worth::Words(words) => Amount {
                    sure: true,
                    label: line.label.clone(),
                    text: words.clone(),
                    rate: None,
                    between: None,
                    from: None,
                    to: None,
                    last_known: false,
                    cites: Vec::new(),
                },
                Worth::Rate(rate) => {
                    let sure = truth(*when) == Truth::Yes;
                    Amount { sure, ..of_rate(&line.label, rate) }
                }
            })
            .collect()
    }

    /// The value of a rate for a family on the day: one sum, or the range it may lie in.
    pub fn rate_amount(&self, findings: &Findings, label: &str, rate: &str) -> Amount {
        let (mut amount, values) = self.bare_amount(findings, label, rate);
        amount.cites = values.iter().flat_map(|value| &value.cites).map(|cite| self.citation(cite)).collect();
        dedup(&mut amount.cites);
        amount
    }

    /// The value of a rate without what it rests on, and the values it was made from.
    fn bare_amount(&self, findings: &Findings, label: &str, rate: &str) -> (Amount, Vec<&RateValue>) {
        let mut amount = Amount {
            label: label.to_owned(),
            text: "The figure for this day is not known.".to_owned(),
            rate: Some(rate.to_owned()),
            sure: true,
            between: None,
            from: None,
            to: None,
            last_known: false,
            cites: Vec::new(),
        };
        let Some(place) = self.law.rate_place(rate) else { return (amount, Vec::new()) };
        let known = &self.law.rates[place];
        let (values, last_known) = known.on(self.date);
        let possible: Vec<_> = values
            .into_iter()
            .filter(|value| {
                let index = known.values.iter().position(|other| std::ptr::eq(other, *value)).unwrap_or(0);
                let tree = self.rate_trees[place][index];
                tree.is_none_or(|tree| self.forest.truth(tree, &findings.truths) != Truth::No)
            })
            .collect();
        let low = possible.iter().map(|value| value.amount).min();
        let high = possible.iter().map(|value| value.amount).max();
        let (Some(low), Some(high)) = (low, high) else { return (amount, possible) };
        amount.text = match low == high {
            true => worth_words(low, &known.unit),
            false => format!("between {} and {}", worth_words(low, &known.unit), worth_words(high, &known.unit)),
        };
        amount.between = Some((low, high));
        amount.from = possible.iter().filter_map(|value| value.period.from).max();
        amount.to = possible.iter().filter_map(|value| value.period.to).min();
        amount.last_known = last_known;
        (amount, possible)
    }
}

fn dedup(cites: &mut Vec<Citation>) {
    let mut seen = rustc_hash::FxHashSet::default();
    cites.retain(|cite| seen.insert((cite.provision.clone(), cite.sureness)));
}
