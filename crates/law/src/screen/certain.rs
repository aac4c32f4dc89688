//! Certain doubt: the families that the first pass leaves undecided because they truly are.
//!
//! Kleene's logic holds too much possible only where a variable speaks both for and against. Where each unknown
//! one speaks for one side alone, all of them can speak for that side together, and what seems possible is. So a
//! rule's outcomes are split in two, and a variable is *torn* where it speaks for both halves: a family of which
//! every torn variable is known, and for which both halves seem possible, is truly undecided.

use super::program::Memory;
use super::{Column, WORDS};
use crate::condition::Lines;
use crate::day::{Day, NOT_ON_THIS_DAY};
use crate::fact::{ASKED, Origin};
use crate::rule::Outcome;
use crate::tree::{Atom, Join, Shape, Tree};
use rustc_hash::FxHashSet;

/// A rule's outcomes in two halves.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Split {
    /// One half, as a set of outcomes; the other is every other.
    half: u8,
    /// The variables that speak for both.
    torn: Vec<u16>,
}

/// For every support, the splits that show most.
#[derive(Clone, Debug)]
pub(crate) struct Certain {
    supports: Vec<Vec<Split>>,
    /// Every variable that is torn in any split.
    torn: Vec<u16>,
}

impl Certain {
    pub(crate) fn new(day: &Day) -> Certain {
        let supports: Vec<Vec<Split>> = (0..day.outcomes.len()).map(|place| splits(day, place)).collect();
        let mut torn: Vec<u16> = supports.iter().flatten().flat_map(|split| &split.torn).copied().collect();
        torn.sort_unstable();
        torn.dedup();
        Certain { supports, torn }
    }

    /// Whether the first pass never leaves a family undecided that is not.
    pub(crate) fn is_exact(&self, support: usize) -> bool {
        self.supports[support].iter().all(|split| split.torn.is_empty())
    }

    /// Says of which families each torn variable is known.
    #[inline(always)]
    pub(crate) fn look(&self, memory: &Memory, known: &mut [Column]) {
        for var in &self.torn {
            known[usize::from(*var)] = memory.variable(*var).iter().fold([0; WORDS], or);
        }
    }

    /// The families for whom two outcomes of a support surely stay possible.
    #[inline(always)]
    pub(crate) fn families(&self, support: usize, possible: &[Column], known: &[Column]) -> Column {
        let mut certain = [0; WORDS];
        for Split { half, torn } in &self.supports[support] {
            let mut sides = [[0; WORDS]; 2];
            for (outcome, column) in possible.iter().enumerate() {
                let side = &mut sides[usize::from(half >> outcome & 1)];
                *side = or(*side, column);
            }
            let both = and(sides[0], &sides[1]);
            certain = or(certain, &torn.iter().fold(both, |both, var| and(both, &known[usize::from(*var)])));
        }
        certain
    }
}

#[inline(always)]
fn or(mut one: Column, other: &Column) -> Column {
    one.iter_mut().zip(other).for_each(|(word, more)| *word |= more);
    one
}

#[inline(always)]
fn and(mut one: Column, other: &Column) -> Column {
    one.iter_mut().zip(other).for_each(|(word, more)| *word &= more);
    one
}

/// For each two outcomes of a support, the split between them that tears the fewest variables.
fn splits(day: &Day, place: usize) -> Vec<Split> {
    let outcomes: Vec<u16> = {
        let leaves = day.diagrams.leaves(day.outcomes[place], &vec![u64::MAX; day.variables.list.len()]);
        (0..Outcome::ALL.len() as u16).filter(|outcome| leaves >> outcome & 1 == 1).collect()
    };
    let every = outcomes.iter().fold(0u8, |set, outcome| set | 1 << outcome);
    let halves = (1..every).filter(|half| half & !every == 0);
    let all: Vec<Split> = halves.map(|half| Split { half, torn: Voices::of_split(day, place, half).torn() }).collect();
    let mut best: Vec<Split> = Vec::new();
    for (number, one) in outcomes.iter().enumerate() {
        for other in &outcomes[..number] {
            let parts = all.iter().filter(|split| split.half >> one & 1 != split.half >> other & 1);
            if let Some(split) = parts.min_by_key(|split| split.torn.len()).filter(|split| !best.contains(split)) {
                best.push(split.clone());
            }
        }
    }
    best
}

/// What each variable says for one side of a question: the sets of cells that speak for it.
struct Voices<'d> {
    day: &'d Day,
    sets: Vec<Vec<u64>>,
    heard: FxHashSet<(Atom, bool)>,
}

impl<'d> Voices<'d> {
    /// What speaks for an outcome of one half.
    fn of_split(day: &'d Day, place: usize, half: u8) -> Self {
        let sets = vec![Vec::new(); day.variables.list.len()];
        let mut voices = Voices { day, sets, heard: FxHashSet::default() };
        voices.atom(Atom::Answer(place, half), true);
        voices
    }

    /// The variables of which no one value is best for every set, and so could not speak for one side alone.
    fn torn(&self) -> Vec<u16> {
        let nested = |one: u64, other: u64| one & !other == 0 || other & !one == 0;
        let torn = |sets: &[u64]| sets.iter().any(|one| sets.iter().any(|other| !nested(*one, *other)));
        (0..self.sets.len() as u16).filter(|var| torn(&self.sets[usize::from(*var)])).collect()
    }

    fn tree(&mut self, tree: Tree, holds: bool) {
        match self.day.forest.shape(tree) {
            Shape::Joint(join, parts) => {
                parts.iter().for_each(|part| self.tree(*part, holds == (join != Join::None)));
            }
            Shape::Leaf(atom) => self.atom(atom, holds),
        }
    }

    fn atom(&mut self, atom: Atom, holds: bool) {
        let day = self.day;
        if !self.heard.insert((atom, holds)) {
            return;
        }
        match atom {
            Atom::Fixed(_) => {}
            Atom::Cells(var, cells) => self.cells(var, cells, holds),
            Atom::Derived(fact, values) => {
                let Origin::Derived(rule) = &day.law.facts[fact].origin else { return };
                if let Some(asked) = day.variables.asked(fact).filter(|_| rule.all().any(|line| line.outcome == ASKED))
                {
                    self.cells(asked, values, holds);
                }
                self.lines(rule, &day.fact_trees[fact.index()], values, holds);
            }
            Atom::Answer(place, _) if day.lines[place] == NOT_ON_THIS_DAY => {}
            Atom::Answer(place, outcomes) => {
                self.lines(&day.law.supports[place].rule, &day.rule_trees[place], u64::from(outcomes), holds);
            }
        }
    }

    fn cells(&mut self, var: u16, cells: u64, holds: bool) {
        let every = self.day.variables.list[usize::from(var)].every();
        self.sets[usize::from(var)].push(if holds { cells } else { every & !cells });
    }

    /// A line speaks for the outcomes wanted where its own is one of them, and against them where it is not.
    fn lines(&mut self, rule: &Lines, trees: &[Tree], wanted: u64, holds: bool) {
        let is_wanted = |outcome: u16| (outcome != ASKED).then(|| wanted >> outcome & 1 == 1);
        let last = is_wanted(rule.otherwise.outcome);
        // Of the lines at the end that come to the same half as the last, it never matters which decides.
        let ends = rule.lines.iter().rposition(|line| last.is_none() || is_wanted(line.outcome) != last);
        for (tree, line) in trees.iter().zip(&rule.lines[..ends.map_or(0, |end| end + 1)]) {
            match is_wanted(line.outcome) {
                Some(wanted) => self.tree(*tree, wanted == holds),
                // Whether to ask speaks for neither or, as far as we can tell, for both.
                None => [true, false].into_iter().for_each(|either| self.tree(*tree, either)),
            }
        }
    }
}
