//! Finding: what follows for one family, which line decided, on which facts, and which facts could still change it.

use crate::case::Case;
use crate::day::{Day, Derived, NOT_ON_THIS_DAY};
use crate::fact::FactId;
use crate::reach::{Scratch, Walk};
use crate::rule::Outcome;
use crate::tree::{Atom, Forest, Tree, Truth};
use std::cell::RefCell;

thread_local! {
    /// Memory for answers that bring none of their own: as large as the diagrams of a day, so not made for each.
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// A set of facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FactSet([u64; 4]);

impl FactSet {
    /// The most facts there may be.
    pub const MOST: usize = 256;
    /// No fact.
    pub(crate) const NONE: FactSet = FactSet([0; 4]);

    /// Adds a fact.
    pub fn insert(&mut self, fact: FactId) {
        if let Some(word) = self.0.get_mut(fact.index() / 64) {
            *word |= 1 << (fact.index() % 64);
        }
    }

    /// Whether the fact is in the set.
    pub fn contains(&self, fact: FactId) -> bool {
        self.0.get(fact.index() / 64).is_some_and(|word| word >> (fact.index() % 64) & 1 == 1)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The facts, in their order.
    pub fn iter(&self) -> impl Iterator<Item = FactId> + '_ {
        self.0.into_iter().enumerate().flat_map(|(at, word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros() as u16)?;
                left &= left - 1;
                Some(FactId(64 * at as u16 + bit))
            })
        })
    }

    /// Whether some fact is in both.
    pub(crate) fn meets(&self, other: &FactSet) -> bool {
        self.0.iter().zip(other.0).any(|(mine, theirs)| mine & theirs != 0)
    }

    /// Adds every fact of another set.
    pub fn extend(&mut self, other: &FactSet) {
        self.0.iter_mut().zip(other.0).for_each(|(mine, theirs)| *mine |= theirs);
    }
}

/// What follows from one support's rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The place of the support in the law.
    pub support: usize,
    /// What follows.
    pub outcome: Outcome,
    /// The facts that could still change the outcome: exactly those, where it is not settled; else none.
    pub missing: FactSet,
    /// The outcomes it can still come to, as a set of places.
    possible: u8,
    decided_by: DecidedBy,
    reasons: (u32, u32),
}

/// What of a support's rule decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DecidedBy {
    /// The one line that can.
    Line(u8),
    /// One of several lines.
    SomeLine,
    /// Nothing: the support does not exist on the day.
    Nothing,
}

impl Finding {
    /// The line that decides, where only one can.
    pub fn line(&self) -> Option<usize> {
        match self.decided_by {
            DecidedBy::Line(line) => Some(usize::from(line)),
            DecidedBy::SomeLine | DecidedBy::Nothing => None,
        }
    }

    /// Whether the rule can still come to an outcome, whatever the facts not known yet turn out to be.
    pub fn can_be(&self, outcome: Outcome) -> bool {
        self.possible >> outcome as u8 & 1 == 1
    }

    /// Whether the support does not exist on the day at all.
    pub fn is_not_on_this_day(&self) -> bool {
        self.decided_by == DecidedBy::Nothing
    }

    /// Whether only one outcome is possible. Not so where a rate has no value yet, though no fact can change the outcome.
    pub(crate) fn is_decided(&self) -> bool {
        self.possible.is_power_of_two()
    }

    /// Whether no fact still unknown can change the outcome.
    pub fn is_settled(&self) -> bool {
        self.missing.is_empty()
    }
}

/// What stands in place of a finding until it is found.
const NOT_FOUND_YET: Finding = Finding {
    support: 0,
    outcome: Outcome::No,
    missing: FactSet::NONE,
    possible: 0,
    decided_by: DecidedBy::SomeLine,
    reasons: (0, 0),
};

/// What follows from every support's rule for one family.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    list: Vec<Finding>,
    /// For every derived fact, the values it may have, as a set of places.
    derived: Vec<u64>,
    reasons: Vec<u32>,
    pub(crate) truths: Vec<Truth>,
    pub(crate) known: Vec<u64>,
}

impl Findings {
    /// The finding for every support, in the order of the law.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.list.iter()
    }

    /// The finding for the support at a place in the law.
    pub fn of(&self, support: usize) -> &Finding {
        &self.list[support]
    }

    /// The leaves that made a finding what it is.
    pub(crate) fn reasons(&self, finding: &Finding) -> &[u32] {
        &self.reasons[finding.reasons.0 as usize..finding.reasons.1 as usize]
    }

    /// The value of a derived fact, as its place, where it is settled.
    pub fn derived(&self, fact: FactId) -> Option<u16> {
        let values = self.derived[fact.index()];
        (values.count_ones() == 1).then(|| values.trailing_zeros() as u16)
    }

    /// The values a derived fact may have, as a set of places.
    pub fn derived_values(&self, fact: FactId) -> u64 {
        self.derived[fact.index()]
    }
}

impl Day {
    /// What follows for a family.
    pub fn find(&self, case: &Case) -> Findings {
        let mut findings = Findings::default();
        SCRATCH.with_borrow_mut(|scratch| self.find_into(case, scratch, &mut findings));
        findings
    }

    /// What follows for a family, into memory used before.
    pub fn find_into(&self, case: &Case, scratch: &mut Scratch, into: &mut Findings) {
        self.variables.known(case, &self.law.facts, &mut into.known);
        self.find_known(scratch, into);
    }

    /// What follows from what `into` already knows of every variable.
    pub(crate) fn find_known(&self, scratch: &mut Scratch, into: &mut Findings) {
        let known = std::mem::take(&mut into.known);
        let mut walk = Walk::new(self, &known, scratch);
        into.derived.resize(self.law.facts.len(), 0);
        into.reasons.clear();
        into.list.resize(self.outcomes.len(), NOT_FOUND_YET);
        for Derived { fact, node, leaves } in &self.derived {
            into.derived[fact.index()] = walk.leaves(*node, |found| found == *leaves) as u64;
        }
        self.say_truths(&known, into);
        for place in &self.order {
            let start = into.reasons.len() as u32;
            let mut finding = match self.plain_line(*place, &into.truths) {
                Some(line) => {
                    self.say_reasons(*place, line, Forest::seen_reasons, into);
                    let decided_by = DecidedBy::Line(line as u8);
                    let outcome = self.outcome_of_line[*place][line];
                    Finding { outcome, possible: 1 << outcome as u8, decided_by, ..NOT_FOUND_YET }
                }
                None => {
                    let finding = self.walked(*place, &mut walk);
                    if let (Some(line), true) = (finding.line(), finding.is_settled()) {
                        self.say_reasons(*place, line, Forest::reasons, into);
                    }
                    finding
                }
            };
            finding.support = *place;
            finding.reasons = (start, into.reasons.len() as u32);
            into.list[*place] = finding;
            self.say_answers(*place, into);
        }
        into.known = known;
    }

    /// The line that decides, where Kleene's logic sees it.
    fn plain_line(&self, place: usize, truths: &[Truth]) -> Option<usize> {
        if self.lines[place] == NOT_ON_THIS_DAY {
            return None;
        }
        for (line, tree) in self.rule_trees[place].iter().enumerate() {
            match self.forest.truth(*tree, truths) {
                Truth::Yes => return Some(line),
                Truth::No => {}
                Truth::Unknown => return None,
            }
        }
        Some(self.rule_trees[place].len())
    }

    /// The finding by way of the diagram: exact, whatever is unknown.
    fn walked(&self, place: usize, walk: &mut Walk) -> Finding {
        let reached = *walk.reach(self.outcomes[place]);
        let possible = reached.leaves as u8;
        let only = reached.leaves.is_power_of_two();
        let outcome = match reached.missing.is_empty() {
            _ if only => Outcome::from_place(reached.leaves.trailing_zeros() as u16),
            // No fact can tell: a rate that the rule compares with has no value yet.
            true => Outcome::UnknownRule,
            false => Outcome::Depends,
        };
        let decided_by = if only { self.decided_by(place, walk) } else { DecidedBy::SomeLine };
        Finding { outcome, missing: reached.missing, possible, decided_by, ..NOT_FOUND_YET }
    }

    fn decided_by(&self, place: usize, walk: &mut Walk) -> DecidedBy {
        if self.lines[place] == NOT_ON_THIS_DAY {
            return DecidedBy::Nothing;
        }
        let lines = walk.leaves(self.lines[place], |lines| lines.count_ones() > 1);
        if lines.is_power_of_two() { DecidedBy::Line(lines.trailing_zeros() as u8) } else { DecidedBy::SomeLine }
    }

    /// The lines that may decide, as a set of places.
    pub(crate) fn possible_lines(&self, findings: &Findings, finding: &Finding) -> u128 {
        match finding.decided_by {
            DecidedBy::Line(line) => 1 << line,
            DecidedBy::SomeLine => SCRATCH.with_borrow_mut(|scratch| {
                Walk::new(self, &findings.known, scratch).leaves(self.lines[finding.support], |_| false)
            }),
            DecidedBy::Nothing => 0,
        }
    }

    /// Settles the conditions that ask for the answer of a support, once it is found.
    fn say_answers(&self, place: usize, into: &mut Findings) {
        let finding = &into.list[place];
        for (atom, outcomes) in &self.forest.answers[place] {
            let is_one = outcomes >> (finding.outcome as u8) & 1 == 1;
            into.truths[*atom as usize] = match finding.is_decided() {
                true => Truth::of(is_one, !is_one),
                false => Truth::Unknown,
            };
        }
    }

    fn say_truths(&self, known: &[u64], into: &mut Findings) {
        let among = |possible: u64, wanted: u64| Truth::of(possible & wanted != 0, possible & !wanted != 0);
        let Findings { truths, derived, .. } = into;
        truths.clear();
        truths.extend(self.forest.atoms.iter().map(|atom| match *atom {
            Atom::Fixed(true) => Truth::Yes,
            Atom::Fixed(false) => Truth::No,
            Atom::Cells(var, cells) => among(known[usize::from(var)], cells),
            Atom::Derived(fact, values) => among(derived[fact.index()], values),
            Atom::Answer(..) => Truth::Unknown,
        }));
    }

    /// The reasons of a settled finding: what made its line hold or, on the last line, what kept every line of another
    /// outcome from holding. `add` adds those of one condition.
    fn say_reasons(&self, place: usize, line: usize, add: AddReasons, into: &mut Findings) {
        let (trees, outcomes) = (&self.rule_trees[place], &self.outcome_of_line[place]);
        let Findings { truths, reasons, .. } = into;
        if let Some(tree) = trees.get(line) {
            return add(&self.forest, *tree, Truth::Yes, truths, reasons);
        }
        for (tree, outcome) in trees.iter().zip(outcomes) {
            if *outcome != outcomes[line] {
                add(&self.forest, *tree, Truth::No, truths, reasons);
            }
        }
    }
}

/// How the reasons of one condition are added.
type AddReasons = fn(&Forest, Tree, Truth, &[Truth], &mut Vec<u32>);
