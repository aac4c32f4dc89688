//! The second pass: where the first may leave families undecided without need, follow the rule's diagram with sets of
//! families.
//!
//! A family of which a variable is not known goes down every way; the leaves it can reach are exactly what the
//! rule can still say for it. Once it has reached two it is truly undecided and goes no further.

use super::certain::Certain;
use super::program::{Memory, settle};
use super::{Column, WORDS};
use crate::day::Day;
use crate::diagram::{LEAVES, Node};
use crate::rule::Outcome;
use rustc_hash::FxHashMap;

/// One node of a support's diagram: for each different child, the way to it.
#[derive(Clone, Debug)]
struct Fork {
    ways: Box<[(u32, Target)]>,
}

#[derive(Clone, Copy, Debug)]
enum Target {
    /// Another fork, by its place.
    Fork(u32),
    /// An outcome.
    Leaf(Outcome),
}

/// A set of cells of one variable: the families that may go that way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Way {
    var: u16,
    cells: u64,
}

/// The diagram of every support that the first pass may leave undecided without need, parents before children.
#[derive(Clone, Debug)]
pub(crate) struct Exact {
    certain: Certain,
    supports: Vec<Vec<Fork>>,
    ways: Vec<Way>,
    largest: usize,
}

/// The columns the second pass works in.
#[derive(Clone, Debug)]
pub(crate) struct Reach {
    /// For each variable, the families of which it is known.
    known: Vec<Column>,
    /// For each way, the families that may go it, once it is `looked` at.
    ways: Vec<Column>,
    looked: Vec<bool>,
    forks: Vec<Column>,
}

impl Exact {
    pub(crate) fn new(day: &Day) -> Exact {
        let certain = Certain::new(day);
        let mut ways = Ways::default();
        let supports: Vec<Vec<Fork>> = (0..day.outcomes.len())
            .map(|place| if certain.is_exact(place) { Vec::new() } else { forks(day, place, &mut ways) })
            .collect();
        let largest = supports.iter().map(Vec::len).max().unwrap_or(0);
        Exact { certain, supports, ways: ways.list, largest }
    }

    pub(crate) fn memory(&self, variables: usize) -> Reach {
        let columns = |count: usize| vec![[0; WORDS]; count];
        Reach {
            known: columns(variables),
            ways: columns(self.ways.len()),
            looked: vec![false; self.ways.len()],
            forks: columns(self.largest),
        }
    }

    /// Settles what the first pass left undecided.
    #[inline(always)]
    pub(crate) fn settle(&self, memory: &Memory, reach: &mut Reach, outcomes: &mut [[Column; 5]]) {
        self.certain.look(memory, &mut reach.known);
        reach.looked.fill(false);
        for (support, (forks, outcomes)) in self.supports.iter().zip(outcomes).enumerate() {
            if forks.is_empty() {
                continue;
            }
            let mut undecided = outcomes[Outcome::Depends as usize];
            let certain = self.certain.families(support, memory.possible(support), &reach.known);
            undecided.iter_mut().zip(certain).for_each(|(word, certain)| *word &= !certain);
            if undecided != [0; WORDS] {
                let possible = self.follow(forks, memory, reach, undecided);
                settle(&possible, &undecided, outcomes);
            }
        }
    }

    #[inline(always)]
    fn follow(&self, forks: &[Fork], memory: &Memory, reach: &mut Reach, from: Column) -> [Column; 5] {
        let mut possible = [[0; WORDS]; 5];
        let (mut once, mut twice) = ([0; WORDS], [0; WORDS]);
        // Every fork is left empty behind us, so that the next rule finds the columns clear.
        reach.forks[0] = from;
        for (number, fork) in forks.iter().enumerate() {
            let mut here = std::mem::take(&mut reach.forks[number]);
            here.iter_mut().zip(&twice).for_each(|(word, done)| *word &= !done);
            if here == [0; WORDS] {
                continue;
            }
            for (way, target) in &fork.ways {
                let number = *way as usize;
                if !std::mem::replace(&mut reach.looked[number], true) {
                    reach.ways[number] = may_go(&self.ways[number], memory);
                }
                let mut going = reach.ways[number];
                going.iter_mut().zip(&here).for_each(|(word, here)| *word &= here);
                match target {
                    Target::Fork(next) => {
                        reach.forks[*next as usize].iter_mut().zip(going).for_each(|(word, going)| *word |= going);
                    }
                    Target::Leaf(outcome) => {
                        let reached = &mut possible[*outcome as usize];
                        for word in 0..WORDS {
                            twice[word] |= going[word] & once[word] & !reached[word];
                            once[word] |= going[word];
                            reached[word] |= going[word];
                        }
                    }
                }
            }
        }
        possible
    }
}

/// The families that may go a way: all but those known to lie in another cell.
#[inline(always)]
fn may_go(way: &Way, memory: &Memory) -> Column {
    let mut elsewhere = [0; WORDS];
    for (cell, column) in memory.variable(way.var).iter().enumerate() {
        if way.cells >> cell & 1 == 0 {
            for word in 0..WORDS {
                elsewhere[word] |= column[word];
            }
        }
    }
    elsewhere.map(|word| !word)
}

/// The ways of all diagrams, each once.
#[derive(Default)]
struct Ways {
    list: Vec<Way>,
    places: FxHashMap<Way, u32>,
}

impl Ways {
    fn place(&mut self, way: Way) -> u32 {
        let list = &mut self.list;
        *self.places.entry(way).or_insert_with(|| {
            list.push(way);
            list.len() as u32 - 1
        })
    }
}

/// The forks of a support's diagram by outcome, parents before children.
fn forks(day: &Day, place: usize, ways: &mut Ways) -> Vec<Fork> {
    let root = day.outcomes[place];
    let mut nodes = Vec::new();
    order(day, root, &mut rustc_hash::FxHashSet::default(), &mut nodes);
    nodes.reverse();
    let places: FxHashMap<Node, u32> = nodes.iter().enumerate().map(|(at, node)| (*node, at as u32)).collect();
    let target = |node: Node| match places.get(&node) {
        Some(at) => Target::Fork(*at),
        None => Target::Leaf(Outcome::from_place(node as u16)),
    };
    let fork = |node: &Node| {
        let (var, on) = day.diagrams.fork(*node);
        let place = |ways: &mut Ways, cells| ways.place(Way { var: var as u16, cells });
        Fork { ways: on.iter().map(|way| (place(ways, way.cells), target(way.kid))).collect() }
    };
    nodes.iter().map(fork).collect()
}

fn order(day: &Day, node: Node, seen: &mut rustc_hash::FxHashSet<Node>, into: &mut Vec<Node>) {
    if node < LEAVES || !seen.insert(node) {
        return;
    }
    for kid in day.diagrams.kids(node) {
        order(day, *kid, seen, into);
    }
    into.push(node);
}
