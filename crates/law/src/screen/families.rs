//! The table of families: for each variable a few planes of bits, block by block.

use super::{BLOCK, Column, WORDS};
use crate::case::Case;
use crate::day::Day;
use crate::variable::Subject;

/// Where each variable's planes stand.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    /// For each variable: its first plane and how many it has; none for a variable that answers cannot set.
    spans: Vec<(usize, usize)>,
    planes: usize,
    /// For each variable, the set of every cell, or what "nothing said" is.
    start: Vec<u64>,
    used: Vec<usize>,
}

impl Layout {
    pub(crate) fn new(day: &Day) -> Layout {
        let used = used_variables(day);
        let mut planes = 0;
        let mut spans = Vec::new();
        for (place, variable) in day.variables.list.iter().enumerate() {
            let told = !matches!(variable.subject, Subject::Asked(_) | Subject::NoRate);
            // "Nothing said" of a derived fact is its first cell; of any other it is a state of its own.
            let states = variable.count() + usize::from(!matches!(variable.subject, Subject::Said(_)));
            let width =
                if told && used[place] { (states - 1).checked_ilog2().map_or(0, |log| log as usize + 1) } else { 0 };
            spans.push((planes, width));
            planes += width;
        }
        let start = day.variables.start().to_vec();
        let told = (0..spans.len()).filter(|var| spans[*var].1 > 0 || start[*var] == 1).collect();
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
        let (first, width) = self.spans[var];
        if width == 0 {
            into[0] = [u64::MAX; WORDS];
            return;
        }
        let planes = &planes[first..first + width];
        let shift = usize::from(!self.is_said(var));
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

    fn is_said(&self, var: usize) -> bool {
        self.start[var] == 1
    }
}

/// Which variables stand in any diagram that can be reached from a support.
fn used_variables(day: &Day) -> Vec<bool> {
    let mut used = vec![false; day.variables.list.len()];
    let mut seen = rustc_hash::FxHashSet::default();
    let mut open: Vec<u32> = day.supports.iter().copied().chain(day.derived.iter().flatten().copied()).collect();
    while let Some(node) = open.pop() {
        if node >= crate::diagram::LEAVES && seen.insert(node) {
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
            let (first, width) = self.layout.spans[var];
            let shift = u32::from(!self.layout.is_said(var));
            let state = match cells.count_ones() {
                1 => cells.trailing_zeros() + shift,
                _ if *cells == self.layout.start[var] => 0,
                _ => {
                    irregular = true;
                    0
                }
            };
            for plane in 0..width {
                self.planes[base + first + plane][word] |= u64::from(state >> plane & 1) << bit;
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
