//! The table of families: for each variable a few planes of bits, block by block.

use super::{BLOCK, Column, WORDS};
use crate::case::Case;
use crate::day::Day;
use crate::diagram::{LEAVES, Node};
use crate::fact::FactId;
use crate::variable::{Subject, Variable};

/// Where each variable's planes stand.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    spans: Vec<Span>,
    planes: usize,
    /// For each variable, the set of every cell, or what "nothing said" is.
    start: Vec<u64>,
    used: Vec<usize>,
}

/// The planes of one variable, and what number in them means its first cell.
#[derive(Clone, Copy, Debug)]
enum Span {
    /// None: answers cannot set it, or no rule asks it.
    Absent,
    /// "Nothing said" of a derived fact is its first cell.
    Said { first: usize, width: usize },
    /// Of any other, nothing known is a state of its own, before its first cell.
    Told { first: usize, width: usize },
    /// A choice of a set: one plane says whether the set is known, for all of its choices.
    Member { known: usize, plane: usize },
}

/// How many planes it takes to tell so many states apart.
fn width(states: usize) -> usize {
    (states - 1).checked_ilog2().map_or(0, |log| log as usize + 1)
}

impl Layout {
    pub(crate) fn new(day: &Day) -> Layout {
        let used = variables_below(day, day.outcomes.iter().copied());
        let (mut planes, mut sets) = (0, Vec::new());
        let spans: Vec<Span> = (day.variables.list.iter().zip(&used))
            .map(|(variable, used)| if *used { span(variable, &mut planes, &mut sets) } else { Span::Absent })
            .collect();
        let start = day.variables.start().to_vec();
        let told = (0..spans.len()).filter(|var| !matches!(spans[*var], Span::Absent) || start[*var] == 1).collect();
        Layout { spans, planes, start, used: told }
    }

    pub(crate) fn planes(&self) -> usize {
        self.planes
    }

    /// The variables that have planes or always lie in their first cell.
    pub(crate) fn used(&self) -> &[usize] {
        &self.used
    }

    /// The columns of every cell of a variable for a block; families of which nothing is known are in none.
    #[inline(always)]
    pub(crate) fn cells(&self, var: usize, planes: &[Column], into: &mut [Column]) {
        let (first, width, shift) = match self.spans[var] {
            Span::Absent => {
                into[0] = [u64::MAX; WORDS];
                return;
            }
            Span::Member { known, plane } => {
                for word in 0..WORDS {
                    into[0][word] = planes[known][word] & !planes[plane][word];
                    into[1][word] = planes[known][word] & planes[plane][word];
                }
                return;
            }
            Span::Said { first, width } => (first, width, 0),
            Span::Told { first, width } => (first, width, 1),
        };
        let planes = &planes[first..first + width];
        for (cell, column) in into.iter_mut().enumerate() {
            let state = cell + shift;
            let mut here = [u64::MAX; WORDS];
            for (bit, plane) in planes.iter().enumerate() {
                let flip = if state >> bit & 1 == 1 { 0 } else { u64::MAX };
                for word in 0..WORDS {
                    here[word] &= plane[word] ^ flip;
                }
            }
            *column = here;
        }
    }

    /// What is known of every variable for the family at a place of a block, as sets of cells.
    pub(crate) fn known(&self, planes: &[Column], place: usize, into: &mut Vec<u64>) {
        let state = |first: usize, width: usize| {
            let bit = |plane: &Column| plane[place / 64] >> (place % 64) & 1;
            planes[first..first + width].iter().rev().fold(0, |state, plane| state << 1 | bit(plane))
        };
        into.clear();
        into.extend(self.spans.iter().zip(&self.start).map(|(span, start)| match *span {
            Span::Absent => *start,
            Span::Said { first, width } => 1 << state(first, width),
            Span::Told { first, width } => match state(first, width) {
                0 => *start,
                state => 1 << (state - 1),
            },
            Span::Member { known, .. } if state(known, 1) == 0 => *start,
            Span::Member { plane, .. } => 1 << state(plane, 1),
        }));
    }
}

/// The next free planes for a variable; `sets` notes the sets met so far, with the plane that says they are known.
fn span(variable: &Variable, planes: &mut usize, sets: &mut Vec<(FactId, usize)>) -> Span {
    let mut take = |count: usize| {
        *planes += count;
        *planes - count
    };
    let told = width(variable.count() + 1);
    match variable.subject {
        Subject::Asked(_) | Subject::NoRate => Span::Absent,
        Subject::Said(_) => Span::Said { first: take(width(variable.count())), width: width(variable.count()) },
        Subject::Fact(_) => Span::Told { first: take(told), width: told },
        Subject::Member(set, _) => {
            let known = match sets.iter().find(|(known, _)| *known == set) {
                Some((_, plane)) => *plane,
                None => {
                    sets.push((set, take(1)));
                    sets[sets.len() - 1].1
                }
            };
            Span::Member { known, plane: take(1) }
        }
    }
}

/// Which variables the outcome of these diagrams hangs on.
pub(super) fn variables_below(day: &Day, roots: impl IntoIterator<Item = Node>) -> Vec<bool> {
    let mut used = vec![false; day.variables.list.len()];
    let mut seen = rustc_hash::FxHashSet::default();
    let mut open: Vec<Node> = roots.into_iter().collect();
    while let Some(node) = open.pop() {
        if node >= LEAVES && seen.insert(node) {
            used[usize::from(day.diagrams.var(node))] = true;
            open.extend(day.diagrams.kids(node));
        }
    }
    used
}

/// Many families, column by column.
#[derive(Clone, Debug)]
pub struct Families {
    layout: Layout,
    planes: Vec<Column>,
    count: usize,
    /// Families of which something is known only in part, such as an age without a date of birth.
    irregular: Vec<(usize, Vec<u64>)>,
}

impl Families {
    pub(crate) fn new(layout: Layout) -> Families {
        Families { layout, planes: Vec::new(), count: 0, irregular: Vec::new() }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Adds a family.
    pub fn push(&mut self, day: &Day, case: &Case) {
        let mut known = Vec::new();
        day.variables.known(case, &day.law.facts, &mut known);
        self.push_known(&known);
    }

    fn push_known(&mut self, known: &[u64]) {
        if self.count.is_multiple_of(BLOCK) {
            self.planes.resize(self.planes.len() + self.layout.planes, [0; WORDS]);
        }
        let place = self.count;
        let base = self.planes.len() - self.layout.planes;
        let (word, bit) = (place % BLOCK / 64, place % 64);
        let mut irregular = false;
        for (var, cells) in known.iter().enumerate() {
            let one_cell = cells.is_power_of_two();
            irregular |= !one_cell && *cells != self.layout.start[var];
            let cell = if one_cell { cells.trailing_zeros() } else { 0 };
            let mut write = |first: usize, width: usize, state: u32| {
                for plane in 0..width {
                    self.planes[base + first + plane][word] |= u64::from(state >> plane & 1) << bit;
                }
            };
            match self.layout.spans[var] {
                Span::Absent => {}
                Span::Said { first, width } => write(first, width, cell),
                Span::Told { first, width } => write(first, width, if one_cell { cell + 1 } else { 0 }),
                Span::Member { known, plane } => {
                    write(known, 1, u32::from(one_cell));
                    write(plane, 1, cell);
                }
            }
        }
        if irregular {
            self.irregular.push((place, known.to_vec()));
        }
        self.count += 1;
    }

    pub(crate) fn blocks(&self) -> impl Iterator<Item = &[Column]> {
        self.planes.chunks(self.layout.planes.max(1))
    }

    pub(crate) fn irregular(&self) -> impl Iterator<Item = (usize, &Vec<u64>)> {
        self.irregular.iter().map(|(place, known)| (*place, known))
    }
}
