//! The mutation check: change or drop any condition of a rule, and some story must notice.
//!
//! Each condition is in turn taken to hold always and never. A change that alters what the rule says for some
//! family, and that no story notices, is a survivor: it is reported with a family that tells the two apart,
//! ready to become a story. A condition that alters nothing either way is reported as idle.

mod facts;

pub use facts::check_facts;

use crate::condition::{Condition, ConditionKind, Lines};
use crate::day::{Maker, derived_order, variables_on};
use crate::diagram::{LEAVES, Node};
use crate::fact::FactId;
use crate::fault::{Fault, Spot};
use crate::library::Law;
use crate::rule::Outcome;
use crate::value::{Kind, Value};
use crate::variable::{Cells, Subject, Variables};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the mutation check found.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// How many changes were made that alter what a rule says.
    pub made: usize,
    /// How many of them some story noticed.
    pub noticed: usize,
    /// The changes no story noticed.
    pub survivors: Vec<Survivor>,
    /// Conditions that can never matter, neither to an outcome nor to its reason.
    pub idle: Vec<Fault>,
}

/// A change no story noticed.
#[derive(Clone, Debug)]
pub struct Survivor {
    /// What was changed, and where.
    pub fault: Fault,
    /// The support whose answer changes.
    pub support: String,
    /// A family that tells the rule and its change apart, as lines of a story, and what the rule says for it.
    pub family: Vec<(String, String)>,
    /// What the rule as written says for that family.
    pub outcome: Outcome,
}

/// Runs the mutation check over every support's rule, with the stories of every day on which any is told.
///
/// # Errors
/// Where the law cannot be compiled.
pub fn check(law: &Arc<Law>) -> Result<Report, Fault> {
    let mut changes: BTreeMap<Change, Vec<Verdict>> = BTreeMap::new();
    for day in story_days(law) {
        let variables = variables_on(law, day)?;
        let mut stage = Stage::new(law, day, &variables)?;
        for place in 0..law.supports.len() {
            stage.support(place, &mut changes);
        }
    }
    Ok(sum_up(changes))
}

/// Every day on which a story is told.
fn story_days(law: &Law) -> Vec<Date> {
    let mut days: Vec<Date> = law.stories.iter().flat_map(|story| &story.scenes).map(|scene| scene.case.day).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// One change: a support, a line, a path in it, and whether the condition there is taken to hold.
type Change = (usize, usize, Vec<usize>, bool);

/// What became of a change on one day.
enum Verdict {
    Idle(Fault),
    /// It only chooses between two reasons for the same outcome.
    OnlyReason,
    Noticed,
    Survived(Survivor),
}

fn sum_up(changes: BTreeMap<Change, Vec<Verdict>>) -> Report {
    let mut report = Report::default();
    let mut idle: BTreeMap<(usize, usize, Vec<usize>), Vec<Fault>> = BTreeMap::new();
    for ((place, line, path, _), verdicts) in changes {
        if verdicts.iter().any(|verdict| matches!(verdict, Verdict::Noticed)) {
            report.made += 1;
            report.noticed += 1;
            continue;
        }
        let only_reason = verdicts.iter().any(|verdict| matches!(verdict, Verdict::OnlyReason));
        let (mut survivor, mut nowhere) = (None, None);
        for verdict in verdicts {
            match verdict {
                Verdict::Survived(found) => survivor = Some(found),
                Verdict::Idle(fault) => nowhere = Some(fault),
                Verdict::Noticed | Verdict::OnlyReason => {}
            }
        }
        match (survivor, nowhere) {
            (Some(found), _) => {
                report.made += 1;
                report.survivors.push(found);
            }
            (None, Some(fault)) if !only_reason => idle.entry((place, line, path)).or_default().push(fault),
            (None, _) => {}
        }
    }
    // Idle only where neither holding always nor holding never changes an outcome.
    report.idle = idle.into_values().filter(|faults| faults.len() == 2).filter_map(|mut faults| faults.pop()).collect();
    report
}

/// What a story knows of every variable, and what it expects.
type Told<T> = (Arc<Vec<u64>>, T);

/// How many steps a search for a family takes at the most.
const SEARCH_MOST: usize = 200_000;

struct Stage<'a> {
    law: &'a Arc<Law>,
    day: Date,
    variables: &'a Variables,
    maker: Maker<'a>,
    /// For each support, what stories on this day know and expect.
    scenes: BTreeMap<usize, Vec<Told<Outcome>>>,
    /// For each derived fact, what stories on this day know and expect, as the place of its value.
    fact_scenes: BTreeMap<FactId, Vec<Told<u16>>>,
}

impl<'a> Stage<'a> {
    fn new(law: &'a Arc<Law>, day: Date, variables: &'a Variables) -> Result<Self, Fault> {
        let mut maker = Maker::new(law, day, variables);
        for fact in derived_order(law)? {
            maker.derive(fact);
        }
        for place in law.order()? {
            maker.support(place);
        }
        let mut scenes: BTreeMap<usize, Vec<Told<Outcome>>> = BTreeMap::new();
        let mut fact_scenes: BTreeMap<FactId, Vec<Told<u16>>> = BTreeMap::new();
        for scene in law.stories.iter().flat_map(|story| &story.scenes).filter(|scene| scene.case.day == day) {
            let mut case = scene.case.clone();
            case.presume(&law.facts);
            let mut known = Vec::new();
            variables.known(&case, &law.facts, &mut known);
            let known = Arc::new(known);
            for expected in &scene.expect {
                if let (Some(place), Some(outcome)) = (law.support_place(&expected.about), expected.outcome()) {
                    scenes.entry(place).or_default().push((known.clone(), outcome));
                }
                if let Some((fact, value)) = expected_value(law, expected) {
                    fact_scenes.entry(fact).or_default().push((known.clone(), value));
                }
            }
        }
        Ok(Stage { law, day, variables, maker, scenes, fact_scenes })
    }

    fn support(&mut self, place: usize, changes: &mut BTreeMap<Change, Vec<Verdict>>) {
        let law = self.law;
        let rule = &law.supports[place].rule;
        if !law.supports[place].period.holds_on(self.day) {
            return;
        }
        let original = self.outcomes(rule);
        let reasons = self.maker.lines(rule, &|line| line as Node);
        for (line, path, spot, words) in conditions(rule, law) {
            for holds in [true, false] {
                let changed = replaced(rule, line, &path, holds);
                let mutant = self.outcomes(&changed);
                if mutant == original && self.maker.lines(&changed, &|line| line as Node) != reasons {
                    let verdict = Verdict::OnlyReason;
                    changes.entry((place, line, path.clone(), holds)).or_default().push(verdict);
                    continue;
                }
                let verdict = self.verdict(place, original, mutant, holds, &spot, &words);
                changes.entry((place, line, path.clone(), holds)).or_default().push(verdict);
            }
        }
    }

    fn verdict(&self, place: usize, original: Node, mutant: Node, holds: bool, spot: &Spot, words: &str) -> Verdict {
        if mutant == original {
            return Verdict::Idle(Fault::new(spot, format!("this condition can never matter: {words}")));
        }
        if self.noticed(place, mutant) {
            return Verdict::Noticed;
        }
        let change = if holds { "always holds" } else { "never holds" };
        let Some((family, leaf)) = self.witness(original, mutant) else {
            return Verdict::OnlyReason;
        };
        Verdict::Survived(Survivor {
            fault: Fault::new(spot, format!("no story notices if this {change}: {words}")),
            support: self.law.supports[place].id.clone(),
            family,
            outcome: Outcome::from_place(leaf as u16),
        })
    }

    fn outcomes(&mut self, rule: &Lines) -> Node {
        self.maker.outcomes_of(rule)
    }

    fn fact_noticed(&self, fact: FactId, mutant: Node) -> bool {
        let scenes = self.fact_scenes.get(&fact).map(Vec::as_slice).unwrap_or_default();
        scenes.iter().any(|(known, expected)| {
            let leaves = self.maker.diagrams.leaves(mutant, known);
            match *expected {
                UNSETTLED => leaves.count_ones() == 1,
                place => leaves != 1 << place,
            }
        })
    }

    fn noticed(&self, place: usize, mutant: Node) -> bool {
        let scenes = self.scenes.get(&place).map(Vec::as_slice).unwrap_or_default();
        scenes.iter().any(|(known, expected)| {
            let leaves = self.maker.diagrams.leaves(mutant, known);
            let outcome = match leaves.count_ones() {
                1 => Outcome::from_place(leaves.trailing_zeros() as u16),
                _ => Outcome::Depends,
            };
            outcome != *expected
        })
    }

    /// A family for which two diagrams differ, and the leaf the first gives it.
    fn witness(&self, one: Node, other: Node) -> Option<(Vec<(String, String)>, Node)> {
        let mut path = Vec::new();
        let leaf = self.differ(one, other, &mut path, &mut { SEARCH_MOST })?;
        let family = path.iter().filter_map(|(var, cell)| self.said(*var, *cell)).collect();
        Some((family, leaf))
    }

    fn differ(&self, one: Node, other: Node, path: &mut Vec<(u16, u32)>, left: &mut usize) -> Option<Node> {
        *left = left.saturating_sub(1);
        if one == other || *left == 0 {
            return None;
        }
        if one < LEAVES && other < LEAVES {
            return self.can_be(path).then_some(one);
        }
        let diagrams = &self.maker.diagrams;
        let asks = |node: Node| if node < LEAVES { u16::MAX } else { diagrams.var(node) };
        let var = asks(one).min(asks(other));
        for cell in 0..self.cells_said(var) {
            let at = |node: Node| if asks(node) == var { diagrams.kid(node, cell) } else { node };
            path.push((var, cell));
            if let Some(leaf) = self.differ(at(one), at(other), path, left) {
                return Some(leaf);
            }
            path.pop();
        }
        None
    }

    /// Whether what is said of derived facts on a path agrees with what the rest of the path makes of them.
    fn can_be(&self, path: &[(u16, u32)]) -> bool {
        let mut known = self.variables.start().to_vec();
        path.iter().for_each(|(var, cell)| known[usize::from(*var)] = 1 << cell);
        path.iter().all(|(var, cell)| {
            let Subject::Said(fact) = self.variables.list[usize::from(*var)].subject else { return true };
            let Some(node) = self.maker.derived[fact.index()].filter(|_| *cell > 0) else { return true };
            let mut without = known.clone();
            without[usize::from(*var)] = 1;
            self.maker.diagrams.leaves(node, &without) >> (cell - 1) & 1 == 1
        })
    }

    /// How many cells of a variable a family can be in; of a fact nobody is asked for, nobody says anything.
    fn cells_said(&self, var: u16) -> u32 {
        let variable = &self.variables.list[usize::from(var)];
        match variable.subject {
            Subject::Said(fact) if !self.law.facts[fact].can_be_asked() => 1,
            _ => variable.count() as u32,
        }
    }

    fn said(&self, var: u16, cell: u32) -> Option<(String, String)> {
        let variable = &self.variables.list[usize::from(var)];
        let fact = &self.law.facts[variable.subject.fact()?];
        let text = match (&variable.subject, &variable.cells) {
            (Subject::Said(_), _) if cell == 0 => return None,
            (Subject::Said(_), _) => write(&fact.kind, cell - 1),
            (Subject::Member(_, place), _) => {
                format!("{} {}", if cell == 1 { "has" } else { "has not" }, write(&fact.kind, (*place).into()))
            }
            (_, Cells::Places(_)) => write(&fact.kind, cell),
            (_, Cells::Councils(codes, _)) => {
                let mut named: Vec<&String> =
                    codes.iter().filter(|(_, of)| **of == cell).map(|(code, _)| code).collect();
                named.sort();
                named.first().map_or_else(|| "E06000030".to_owned(), |code| (*code).clone())
            }
            (_, Cells::Thresholds(list)) => {
                let number = match cell {
                    0 => list.first().map_or(0, |first| first - 1),
                    cell => list[cell as usize - 1],
                };
                match fact.kind {
                    Kind::Date => date_words(number),
                    _ => crate::value::write_amount(number),
                }
            }
        };
        Some((fact.name.clone(), text))
    }
}

/// The place of a value a story expects to be unknown.
const UNSETTLED: u16 = u16::MAX;

/// The value a story expects of a derived fact, as its place.
fn expected_value(law: &Law, expected: &crate::story::Expectation) -> Option<(FactId, u16)> {
    let fact = law.facts.find(&expected.about)?;
    if expected.answer == "unknown" {
        return Some((fact, UNSETTLED));
    }
    match law.facts[fact].kind.parse(&expected.answer).ok()? {
        Value::YesNo(yes) => Some((fact, u16::from(yes))),
        Value::Choice(place) => Some((fact, place)),
        _ => None,
    }
}

fn date_words(number: i64) -> String {
    use jiff::ToSpan;
    jiff::civil::date(1970, 1, 1).checked_add(number.days()).map_or_else(|_| String::new(), |date| date.to_string())
}

fn write(kind: &Kind, place: u32) -> String {
    match kind {
        Kind::YesNo => kind.write(&Value::YesNo(place == 1)),
        Kind::SetOf(choices) => choices.get(place as usize).map(|choice| choice.code.clone()).unwrap_or_default(),
        _ => kind.write(&Value::Choice(place as u16)),
    }
}

type Place = (usize, Vec<usize>, Spot, String);

/// Every condition of a rule that is not settled by the day alone: its line, its path in the line's tree, its words.
fn conditions(rule: &Lines, law: &Law) -> Vec<Place> {
    fn gather(condition: &Condition, line: usize, path: &mut Vec<usize>, law: &Law, into: &mut Vec<Place>) {
        match &condition.kind {
            ConditionKind::All(parts) | ConditionKind::Any(parts) | ConditionKind::None(parts) => {
                for (place, part) in parts.iter().enumerate() {
                    path.push(place);
                    gather(part, line, path, law, into);
                    path.pop();
                }
            }
            ConditionKind::Day(..) | ConditionKind::InForce(..) => {}
            _ => into.push((line, path.clone(), condition.spot.clone(), condition.words(&law.facts))),
        }
    }
    let mut all = Vec::new();
    for (line, when) in rule.lines.iter().enumerate().filter_map(|(line, rule)| Some((line, rule.when.as_ref()?))) {
        gather(when, line, &mut Vec::new(), law, &mut all);
    }
    all
}

/// The rule with one condition taken to hold always or never.
fn replaced(rule: &Lines, line: usize, path: &[usize], holds: bool) -> Lines {
    let mut rule = rule.clone();
    let mut at = rule.lines[line].when.as_mut();
    for step in path {
        at = at.and_then(|condition| match &mut condition.kind {
            ConditionKind::All(parts) | ConditionKind::Any(parts) | ConditionKind::None(parts) => parts.get_mut(*step),
            _ => None,
        });
    }
    if let Some(condition) = at {
        condition.kind = if holds { ConditionKind::All(Vec::new()) } else { ConditionKind::Any(Vec::new()) };
    }
    rule
}
