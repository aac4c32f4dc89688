//! Finding: what follows for one family, which line decided, on which facts, and which facts could still change it.

use crate::case::Case;
use crate::day::{Day, NOT_ON_THIS_DAY};
use crate::diagram::{LEAVES, Node};
use crate::fact::FactId;
use crate::rule::Outcome;
use crate::tree::{Atom, Truth};

/// A set of facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FactSet([u64; 4]);

impl FactSet {
    /// The most facts there may be.
    pub const MOST: usize = 256;

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
        (0..Self::MOST as u16).map(FactId).filter(|fact| self.contains(*fact))
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
    /// The lines that may decide, as a set of places; one where the line is settled.
    pub lines: u128,
    /// The facts that could still change the outcome: exactly those, where it is not settled; else none.
    pub missing: FactSet,
    reasons: (u32, u32),
}

impl Finding {
    /// The line that decides, where only one can.
    pub fn line(&self) -> Option<usize> {
        (self.lines.count_ones() == 1 && self.lines >> NOT_ON_THIS_DAY == 0)
            .then(|| self.lines.trailing_zeros() as usize)
    }

    /// Whether the support does not exist on the day at all.
    pub fn is_not_on_this_day(&self) -> bool {
        self.lines == 1 << NOT_ON_THIS_DAY
    }

    /// Whether no fact still unknown can change the outcome.
    pub fn is_settled(&self) -> bool {
        self.missing.is_empty()
    }
}

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

/// Memory that one answer after another can use again.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    stamp: u32,
    stamps: Vec<u32>,
    hashes: Vec<u64>,
    leaves: Vec<u128>,
}

impl Day {
    /// What follows for a family.
    pub fn find(&self, case: &Case) -> Findings {
        let mut findings = Findings::default();
        self.find_into(case, &mut Scratch::default(), &mut findings);
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
        scratch.stamps.resize(self.diagrams.len(), scratch.stamp);
        scratch.hashes.resize(self.diagrams.len(), 0);
        scratch.leaves.resize(self.diagrams.len(), 0);
        into.derived.clear();
        into.derived.resize(self.law.facts.len(), 0);
        into.reasons.clear();
        let empty =
            Finding { support: 0, outcome: Outcome::No, lines: 0, missing: FactSet::default(), reasons: (0, 0) };
        into.list.clear();
        into.list.resize(self.supports.len(), empty);
        for fact in &self.derived_order {
            if let Some(node) = self.derived[fact.index()] {
                let mut walk = Walk::new(self, &known, scratch, &[]);
                into.derived[fact.index()] = walk.reach(node).1 as u64;
            }
        }
        self.say_truths(&known, into);
        for place in &self.order {
            into.list[*place] = match self.plain_line(*place, &into.truths) {
                Some(line) => {
                    Finding { support: *place, outcome: self.outcome_of_line[*place][line], lines: 1 << line, ..empty }
                }
                None => self.walked(*place, &known, scratch),
            };
            self.say_answers(*place, into);
        }
        for place in 0..self.supports.len() {
            self.say_reasons(place, into);
        }
        into.known = known;
    }

    /// The line that decides, where Kleene's logic sees it.
    fn plain_line(&self, place: usize, truths: &[Truth]) -> Option<usize> {
        if self.supports[place] == NOT_ON_THIS_DAY {
            return None;
        }
        for (line, tree) in self.rule_trees[place].iter().enumerate() {
            match tree.truth(&self.forest, truths) {
                Truth::Yes => return Some(line),
                Truth::No => {}
                Truth::Unknown => return None,
            }
        }
        Some(self.rule_trees[place].len())
    }

    /// The finding by way of the diagram: exact, whatever is unknown.
    fn walked(&self, place: usize, known: &[u64], scratch: &mut Scratch) -> Finding {
        let mut walk = Walk::new(self, known, scratch, &self.outcome_of_line[place]);
        let lines = walk.reach(self.supports[place]).1;
        let (missing, no_rate) = (walk.missing, walk.no_rate);
        let outcome = self.outcome(place, lines, missing.is_empty() && no_rate);
        Finding { support: place, outcome, lines, missing, reasons: (0, 0) }
    }

    /// Settles the conditions that ask for the answer of a support, once it is found.
    fn say_answers(&self, place: usize, into: &mut Findings) {
        let finding = &into.list[place];
        for (atom, outcomes) in &self.forest.answers[place] {
            into.truths[*atom as usize] = match (finding.missing.is_empty(), outcomes >> (finding.outcome as u8) & 1) {
                (false, _) => Truth::Unknown,
                (true, 0) => Truth::No,
                (true, _) => Truth::Yes,
            };
        }
    }

    fn outcome(&self, support: usize, lines: u128, only_rate_missing: bool) -> Outcome {
        let outcomes = &self.outcome_of_line[support];
        let of = |line: u32| outcomes.get(line as usize).copied().unwrap_or(Outcome::No);
        let first = of(lines.trailing_zeros());
        let mut left = lines;
        while left != 0 {
            if of(left.trailing_zeros()) != first {
                return if only_rate_missing { Outcome::UnknownRule } else { Outcome::Depends };
            }
            left &= left - 1;
        }
        first
    }

    fn say_truths(&self, known: &[u64], into: &mut Findings) {
        let among = |possible: u64, wanted: u64| match (possible & wanted, possible & !wanted) {
            (0, _) => Truth::No,
            (_, 0) => Truth::Yes,
            _ => Truth::Unknown,
        };
        into.truths.clear();
        for atom in &self.forest.atoms {
            into.truths.push(match *atom {
                Atom::Fixed(true) => Truth::Yes,
                Atom::Fixed(false) => Truth::No,
                Atom::Cells(var, cells) => among(known[usize::from(var)], cells),
                Atom::Derived(fact, values) => among(into.derived[fact.index()], values),
                Atom::Answer(..) => Truth::Unknown,
            });
        }
    }

    /// The reasons of a settled finding: what made its line hold or, on the last line, what kept every line of another
    /// outcome from holding.
    fn say_reasons(&self, place: usize, into: &mut Findings) {
        let start = into.reasons.len() as u32;
        let finding = into.list[place];
        if let (Some(line), true) = (finding.line(), finding.missing.is_empty()) {
            let trees = &self.rule_trees[place];
            if let Some(tree) = trees.get(line) {
                tree.reasons(Truth::Yes, &self.forest, &into.truths, &mut into.reasons);
            } else {
                for (tree, outcome) in trees.iter().zip(&self.outcome_of_line[place]) {
                    if *outcome != finding.outcome {
                        tree.reasons(Truth::No, &self.forest, &into.truths, &mut into.reasons);
                    }
                }
            }
        }
        into.list[place].reasons = (start, into.reasons.len() as u32);
    }
}

/// One way through a diagram with what is known, gathering the leaves it may end in and the facts that matter.
struct Walk<'a> {
    day: &'a Day,
    known: &'a [u64],
    scratch: &'a mut Scratch,
    outcomes: &'a [Outcome],
    missing: FactSet,
    no_rate: bool,
}

impl<'a> Walk<'a> {
    fn new(day: &'a Day, known: &'a [u64], scratch: &'a mut Scratch, outcomes: &'a [Outcome]) -> Self {
        scratch.stamp = scratch.stamp.wrapping_add(1);
        Walk { day, known, scratch, outcomes, missing: FactSet::default(), no_rate: false }
    }

    /// A fingerprint of what the diagram still says given what is known, and the set of leaves it may end in.
    ///
    /// Two diagrams with the same fingerprint give the same outcome whatever the unknown facts are, so a
    /// variable matters exactly where the fingerprints of its possible children differ.
    fn reach(&mut self, mut node: Node) -> (u64, u128) {
        let diagrams = &self.day.diagrams;
        let cells = loop {
            if node < LEAVES {
                return (self.fingerprint(node), 1 << node);
            }
            let cells = self.known[usize::from(diagrams.var(node))];
            if !cells.is_power_of_two() {
                break cells;
            }
            node = diagrams.kid(node, cells.trailing_zeros());
        };
        let place = (node - LEAVES) as usize;
        if self.scratch.stamps[place] == self.scratch.stamp {
            return (self.scratch.hashes[place], self.scratch.leaves[place]);
        }
        let var = diagrams.var(node);
        let mut hash = 0x9e37_79b9_7f4a_7c15 ^ u64::from(var);
        let (mut first, mut differ, mut leaves, mut left) = (None, false, 0, cells);
        while left != 0 {
            let (kid_hash, kid_leaves) = self.reach(diagrams.kid(node, left.trailing_zeros()));
            differ |= *first.get_or_insert(kid_hash) != kid_hash;
            hash = (hash ^ kid_hash).wrapping_mul(0xff51_afd7_ed55_8ccd).rotate_left(29);
            leaves |= kid_leaves;
            left &= left - 1;
        }
        if differ {
            match self.day.variables.list[usize::from(var)].subject.fact() {
                Some(fact) => self.missing.insert(fact),
                None => self.no_rate = true,
            }
        } else {
            hash = first.unwrap_or(hash);
        }
        self.scratch.stamps[place] = self.scratch.stamp;
        self.scratch.hashes[place] = hash;
        self.scratch.leaves[place] = leaves;
        (hash, leaves)
    }

    fn fingerprint(&self, leaf: Node) -> u64 {
        let outcome = self.outcomes.get(leaf as usize).map_or(u64::from(leaf), |outcome| *outcome as u64);
        (outcome + 1).wrapping_mul(0xc4ce_b9fe_1a85_ec53)
    }
}
