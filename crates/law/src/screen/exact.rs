//! The second pass: where the first leaves families undecided, follow the rule's diagram with sets of families.
//!
//! A family of which a variable is not known goes down every way; the leaves it can reach are exactly what the
//! rule can still say for it.

use super::program::{Memory, settle};
use super::{Column, WORDS};
use crate::day::Day;
use crate::diagram::{LEAVES, Node};
use crate::rule::Outcome;
use crate::tree::{Atom, Tree};
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
    supports: Vec<Vec<Fork>>,
    ways: Vec<Way>,
    largest: usize,
}

/// The columns the second pass works in.
#[derive(Clone, Debug)]
pub(crate) struct Reach {
    ways: Vec<Column>,
    forks: Vec<Column>,
}

impl Exact {
    pub(crate) fn new(day: &Day) -> Exact {
        let mut ways = Ways::default();
        let supports: Vec<Vec<Fork>> = (0..day.supports.len())
            .map(|place| if asks_once(day, place) { Vec::new() } else { forks(day, place, &mut ways) })
            .collect();
        let largest = supports.iter().map(Vec::len).max().unwrap_or(0);
        Exact { supports, ways: ways.list, largest }
    }

    pub(crate) fn memory(&self) -> Reach {
        Reach { ways: vec![[0; WORDS]; self.ways.len()], forks: vec![[0; WORDS]; self.largest] }
    }

    /// Settles what the first pass left undecided.
    #[inline(always)]
    pub(crate) fn settle(&self, memory: &Memory, reach: &mut Reach, outcomes: &mut [[Column; 5]]) {
        for (way, column) in self.ways.iter().zip(&mut reach.ways) {
            *column = may_go(way, memory);
        }
        for (forks, outcomes) in self.supports.iter().zip(outcomes) {
            let undecided = outcomes[Outcome::Depends as usize];
            if !forks.is_empty() && undecided != [0; WORDS] {
                let possible = follow(forks, reach, undecided);
                settle(&possible, &undecided, outcomes);
            }
        }
    }
}

/// The families that may go a way: all but those known to lie in another cell.
#[inline(always)]
fn may_go(way: &Way, memory: &Memory) -> Column {
    let (first, count) = memory.starts[usize::from(way.var)];
    let mut elsewhere = [0; WORDS];
    for (cell, column) in memory.cells[first..first + count].iter().enumerate() {
        if way.cells >> cell & 1 == 0 {
            for word in 0..WORDS {
                elsewhere[word] |= column[word];
            }
        }
    }
    elsewhere.map(|word| !word)
}

#[inline(always)]
fn follow(forks: &[Fork], reach: &mut Reach, from: Column) -> [Column; 5] {
    let mut possible = [[0; WORDS]; 5];
    // Every fork is left empty behind us, so that the next rule finds the columns clear.
    reach.forks[0] = from;
    for (number, fork) in forks.iter().enumerate() {
        let here = std::mem::take(&mut reach.forks[number]);
        if here == [0; WORDS] {
            continue;
        }
        for (way, target) in &fork.ways {
            let way = &reach.ways[*way as usize];
            let into = match target {
                Target::Fork(next) => &mut reach.forks[*next as usize],
                Target::Leaf(outcome) => &mut possible[*outcome as usize],
            };
            for word in 0..WORDS {
                into[word] |= here[word] & way[word];
            }
        }
    }
    possible
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
    let root = day.supports[place];
    let mut nodes = Vec::new();
    order(day, root, &mut rustc_hash::FxHashSet::default(), &mut nodes);
    nodes.reverse();
    let places: FxHashMap<Node, u32> = nodes.iter().enumerate().map(|(at, node)| (*node, at as u32)).collect();
    let outcomes = &day.outcome_of_line[place];
    let target = |node: Node| match places.get(&node) {
        Some(at) => Target::Fork(*at),
        None => Target::Leaf(outcomes.get(node as usize).copied().unwrap_or(Outcome::No)),
    };
    let fork = |node: &Node| {
        let mut kids: Vec<(Node, u64)> = Vec::new();
        for (cell, kid) in day.diagrams.kids(*node).iter().enumerate() {
            match kids.iter_mut().find(|(known, _)| known == kid) {
                Some((_, cells)) => *cells |= 1 << cell,
                None => kids.push((*kid, 1 << cell)),
            }
        }
        let var = day.diagrams.var(*node);
        Fork { ways: kids.into_iter().map(|(kid, cells)| (ways.place(Way { var, cells }), target(kid))).collect() }
    };
    nodes.iter().map(fork).collect()
}

/// Whether a support's rule, with all it rests on, asks each variable at most once: then Kleene's logic is exact.
fn asks_once(day: &Day, place: usize) -> bool {
    let mut asked = vec![0u8; day.variables.list.len()];
    count_support(day, place, &mut asked);
    asked.iter().all(|times| *times <= 1)
}

fn count_support(day: &Day, place: usize, asked: &mut [u8]) {
    day.rule_trees[place].iter().for_each(|tree| count_tree(day, tree, asked));
}

fn count_tree(day: &Day, tree: &Tree, asked: &mut [u8]) {
    match tree {
        Tree::All(parts) | Tree::Any(parts) | Tree::None(parts) => {
            parts.iter().for_each(|part| count_tree(day, part, asked));
        }
        Tree::Leaf(leaf) => match day.forest.atoms[day.forest.tests[*leaf as usize] as usize] {
            Atom::Fixed(_) => {}
            Atom::Cells(var, _) => asked[usize::from(var)] = asked[usize::from(var)].saturating_add(1),
            Atom::Derived(fact, _) => {
                let told = [day.variables.of(fact), day.variables.asked(fact)];
                told.into_iter().flatten().for_each(|var| {
                    asked[usize::from(var)] = asked[usize::from(var)].saturating_add(1);
                });
                day.fact_trees[fact.index()].iter().for_each(|tree| count_tree(day, tree, asked));
            }
            Atom::Answer(other, _) => count_support(day, other, asked),
        },
    }
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
