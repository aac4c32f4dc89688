//! The second pass: where the first leaves families undecided, follow the rule's diagram with sets of families.
//!
//! A family of which a variable is not known goes down every way; the leaves it can reach are exactly what the
//! rule can still say for it.

use super::program::Memory;
use super::{Column, WORDS};
use crate::day::Day;
use crate::diagram::{LEAVES, Node};
use crate::rule::Outcome;
use rustc_hash::FxHashMap;

/// One node of a support's diagram: a variable, and for each different child the cells that lead to it.
#[derive(Clone, Debug)]
struct Fork {
    var: usize,
    ways: Box<[(u64, Target)]>,
}

#[derive(Clone, Copy, Debug)]
enum Target {
    /// Another fork, by its place.
    Fork(u32),
    /// An outcome.
    Leaf(Outcome),
}

/// The diagram of every support, the nodes above before those below.
#[derive(Clone, Debug)]
pub(crate) struct Exact {
    supports: Vec<Vec<Fork>>,
    largest: usize,
}

impl Exact {
    pub(crate) fn new(day: &Day) -> Exact {
        let supports: Vec<Vec<Fork>> = (0..day.supports.len()).map(|place| forks(day, place)).collect();
        let largest = supports.iter().map(Vec::len).max().unwrap_or(0);
        Exact { supports, largest }
    }

    pub(crate) fn memory(&self) -> Vec<Column> {
        vec![[0; WORDS]; self.largest]
    }

    /// Settles what the first pass left undecided.
    pub(crate) fn settle(&self, memory: &Memory, reach: &mut [Column], outcomes: &mut [[Column; 5]]) {
        for (place, forks) in self.supports.iter().enumerate() {
            // Lines that say `depends` outright are in no diagram's doubt; only doubt is looked at again.
            let undecided = outcomes[place][Outcome::Depends as usize];
            if forks.is_empty() || undecided == [0; WORDS] {
                continue;
            }
            let possible = follow(forks, memory, reach, undecided);
            write(&possible, undecided, &mut outcomes[place]);
        }
    }
}

fn follow(forks: &[Fork], memory: &Memory, reach: &mut [Column], from: Column) -> [Column; 5] {
    let mut possible = [[0; WORDS]; 5];
    reach[..forks.len()].fill([0; WORDS]);
    reach[0] = from;
    for (number, fork) in forks.iter().enumerate() {
        let here = reach[number];
        if here == [0; WORDS] {
            continue;
        }
        let (first, count) = memory.starts[fork.var];
        let cells = &memory.cells[first..first + count];
        let unknown = unknown(cells);
        for (leads, target) in &fork.ways {
            let mut way = unknown;
            for (_, column) in cells.iter().enumerate().filter(|(cell, _)| leads >> cell & 1 == 1) {
                way.iter_mut().zip(column).for_each(|(sum, word)| *sum |= word);
            }
            let into = match target {
                Target::Fork(next) => &mut reach[*next as usize],
                Target::Leaf(outcome) => &mut possible[*outcome as usize],
            };
            for word in 0..WORDS {
                into[word] |= here[word] & way[word];
            }
        }
    }
    possible
}

fn unknown(cells: &[Column]) -> Column {
    let mut known = [0; WORDS];
    for column in cells {
        known.iter_mut().zip(column).for_each(|(sum, word)| *sum |= word);
    }
    known.map(|word| !word)
}

fn write(possible: &[Column; 5], undecided: Column, outcomes: &mut [Column; 5]) {
    for word in 0..WORDS {
        let (mut once, mut twice) = (0, 0);
        for column in possible {
            twice |= once & column[word];
            once |= column[word];
        }
        for (outcome, column) in outcomes.iter_mut().enumerate() {
            column[word] = (column[word] & !undecided[word]) | (possible[outcome][word] & !twice);
        }
        outcomes[Outcome::Depends as usize][word] |= twice & undecided[word];
    }
}

/// The forks of a support's diagram, parents before children.
fn forks(day: &Day, place: usize) -> Vec<Fork> {
    let root = day.supports[place];
    let mut below_first = Vec::new();
    order(day, root, &mut rustc_hash::FxHashSet::default(), &mut below_first);
    below_first.reverse();
    let places: FxHashMap<Node, u32> = below_first.iter().enumerate().map(|(at, node)| (*node, at as u32)).collect();
    let outcomes = &day.outcome_of_line[place];
    let target = |node: Node| match places.get(&node) {
        Some(at) => Target::Fork(*at),
        None => Target::Leaf(outcomes.get(node as usize).copied().unwrap_or(Outcome::No)),
    };
    below_first
        .iter()
        .map(|node| {
            let mut ways: Vec<(Node, u64)> = Vec::new();
            for (cell, kid) in day.diagrams.kids(*node).iter().enumerate() {
                match ways.iter_mut().find(|(known, _)| known == kid) {
                    Some((_, cells)) => *cells |= 1 << cell,
                    None => ways.push((*kid, 1 << cell)),
                }
            }
            let ways = ways.into_iter().map(|(kid, cells)| (cells, target(kid))).collect();
            Fork { var: usize::from(day.diagrams.var(*node)), ways }
        })
        .collect()
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
