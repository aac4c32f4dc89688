//! Reach: what a diagram can still say, given what is known of a family, and which facts that hangs on.

use crate::day::Day;
use crate::diagram::{LEAVES, Node, Way};
use crate::find::FactSet;

/// What a node can still come to. Every rule that shares the node shares this.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
pub(crate) struct Reach {
    /// The family it was found for.
    stamp: u32,
    /// A fingerprint of what the node still says: two nodes with the same come to the same leaf, whatever the
    /// unknown facts are.
    print: u64,
    /// The leaves it may end in.
    pub(crate) leaves: u64,
    /// The facts that could still change the leaf: exactly those.
    pub(crate) missing: FactSet,
}

/// Memory that one answer after another can use again.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    stamp: u32,
    /// For each leaf and node, what it can still come to.
    reached: Vec<Reach>,
    /// For each node, the last search for leaves that came by.
    seen: Vec<u32>,
    search: u32,
    open: Vec<Node>,
}

/// A way through the diagrams of a day with what is known of one family.
pub(crate) struct Walk<'a> {
    day: &'a Day,
    pub(crate) known: &'a [u64],
    scratch: &'a mut Scratch,
}

impl<'a> Walk<'a> {
    pub(crate) fn new(day: &'a Day, known: &'a [u64], scratch: &'a mut Scratch) -> Self {
        scratch.stamp = scratch.stamp.wrapping_add(1);
        if scratch.stamp == 0 {
            // So many families later, what was found for the first would pass for this one's.
            scratch.reached.clear();
            scratch.stamp = 1;
        }
        if scratch.reached.is_empty() {
            scratch.reached.extend((0..LEAVES).map(leaf));
        }
        scratch.reached.resize(LEAVES as usize + day.diagrams.len(), Reach::default());
        scratch.seen.resize(day.diagrams.len(), 0);
        Walk { day, known, scratch }
    }

    /// What a diagram, all of whose leaves are below 64, can still come to.
    pub(crate) fn reach(&mut self, node: Node) -> &Reach {
        let open = self.follow(node);
        &self.scratch.reached[open as usize]
    }

    /// The leaves that a diagram can still come to, or as many of them as are enough.
    pub(crate) fn leaves(&mut self, node: Node, enough: impl Fn(u128) -> bool) -> u128 {
        let diagrams = &self.day.diagrams;
        let node = diagrams.descend(node, self.known);
        if node < LEAVES {
            return 1 << node;
        }
        let Scratch { seen, search, open, .. } = &mut *self.scratch;
        *search = search.wrapping_add(1);
        if *search == 0 {
            seen.fill(0);
            *search = 1;
        }
        open.clear();
        open.push(node);
        let mut leaves = 0;
        while let Some(node) = open.pop() {
            let (var, ways) = diagrams.fork(node);
            let possible = self.known[var];
            for way in ways.iter().filter(|way| way.cells & possible != 0) {
                let kid = diagrams.descend(way.kid, self.known);
                if kid < LEAVES {
                    leaves |= 1 << kid;
                } else if std::mem::replace(&mut seen[(kid - LEAVES) as usize], *search) != *search {
                    open.push(kid);
                }
            }
            if enough(leaves) {
                break;
            }
        }
        leaves
    }

    /// Follows a node to where something unknown must be asked, and works out what that can come to.
    #[inline(always)]
    fn follow(&mut self, node: Node) -> Node {
        let node = self.day.diagrams.descend(node, self.known);
        if node >= LEAVES && self.scratch.reached[node as usize].stamp != self.scratch.stamp {
            self.work_out(node);
        }
        node
    }

    /// Works out what a node that asks something unknown can come to.
    ///
    /// A variable matters exactly where the fingerprints of its possible children differ.
    #[inline(never)]
    fn work_out(&mut self, node: Node) {
        let day = self.day;
        let (var, ways) = day.diagrams.fork(node);
        let possible = self.known[var];
        let mut all = Reach { stamp: self.scratch.stamp, ..Reach::default() };
        // Each way counts as its set of cells does as a number, so that it never matters how equal ways are parted.
        let (mut print, mut matters) = (0, false);
        for Way { cells, kid } in ways {
            let cells = cells & possible;
            if cells == 0 {
                continue;
            }
            let open = self.follow(*kid);
            let below = &self.scratch.reached[open as usize];
            print += u128::from(below.print) * u128::from(cells);
            if all.leaves == 0 {
                all = Reach { stamp: all.stamp, ..*below };
            } else if below.print != all.print {
                matters = true;
                all.leaves |= below.leaves;
                all.missing.extend(&below.missing);
            }
        }
        if matters {
            let mixed = (print as u64 ^ var as u64).wrapping_mul(0xff51_afd7_ed55_8ccd) ^ (print >> 64) as u64;
            all.print = (mixed ^ mixed >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            if let Some(fact) = day.variables.subject_facts[var] {
                all.missing.insert(fact);
            }
        }
        self.scratch.reached[node as usize] = all;
    }
}

/// A leaf comes to itself alone; those from 64 on stand for lines and are never walked to.
fn leaf(leaf: Node) -> Reach {
    let print = u64::from(leaf + 1).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    Reach { print, leaves: 1u64.checked_shl(leaf).unwrap_or(0), ..Reach::default() }
}
