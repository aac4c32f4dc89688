//! Reach: what a diagram can still say, given what is known of a family, and which facts that hangs on.

use crate::day::Day;
use crate::diagram::{LEAVES, Node};
use crate::find::FactSet;

/// What a node can still come to. Every rule that shares the node shares this.
#[derive(Clone, Copy, Debug, Default)]
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
}

/// A way through the diagrams of a day with what is known of one family.
pub(crate) struct Walk<'a> {
    day: &'a Day,
    pub(crate) known: &'a [u64],
    stamp: u32,
    reached: &'a mut [Reach],
}

impl<'a> Walk<'a> {
    pub(crate) fn new(day: &'a Day, known: &'a [u64], scratch: &'a mut Scratch) -> Self {
        scratch.stamp = scratch.stamp.wrapping_add(1);
        if scratch.reached.is_empty() {
            scratch.reached.extend((0..LEAVES).map(leaf));
        }
        scratch.reached.resize(LEAVES as usize + day.diagrams.len(), Reach::default());
        Walk { day, known, stamp: scratch.stamp, reached: &mut scratch.reached }
    }

    /// What a diagram, all of whose leaves are below 64, can still come to.
    pub(crate) fn reach(&mut self, node: Node) -> &Reach {
        let open = self.follow(node);
        &self.reached[open as usize]
    }

    /// Follows a node to where something unknown must be asked, and works out what that can come to.
    ///
    /// A variable matters exactly where the fingerprints of its possible children differ.
    fn follow(&mut self, node: Node) -> Node {
        let node = self.day.diagrams.descend(node, self.known);
        if node < LEAVES || self.reached[node as usize].stamp == self.stamp {
            return node;
        }
        let var = usize::from(self.day.diagrams.var(node));
        let kids = self.day.diagrams.kids(node);
        let print = 0x9e37_79b9_7f4a_7c15 ^ var as u64;
        let mut all = Reach { stamp: self.stamp, print, ..Reach::default() };
        let (mut last, mut last_print, mut turns) = (Node::MAX, 0, 0);
        let mut left = self.known[var];
        while left != 0 {
            let cell = left.trailing_zeros();
            left &= left - 1;
            let kid = kids[cell as usize];
            // Neighbouring cells often go the same way.
            if kid == last {
                continue;
            }
            last = kid;
            let open = self.follow(kid);
            let below = &self.reached[open as usize];
            if turns == 0 || below.print != last_print {
                last_print = below.print;
                turns += 1;
                all.print = (all.print ^ last_print).wrapping_mul(0xff51_afd7_ed55_8ccd).rotate_left(cell + 1);
                all.leaves |= below.leaves;
                all.missing.extend(&below.missing);
            }
        }
        if turns == 1 {
            all.print = last_print;
        } else if let Some(fact) = self.day.variables.subject_facts[var] {
            all.missing.insert(fact);
        }
        self.reached[node as usize] = all;
        node
    }
}

/// A leaf comes to itself alone; those from 64 on stand for lines and are never walked to.
fn leaf(leaf: Node) -> Reach {
    let print = u64::from(leaf + 1).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    Reach { print, leaves: 1u64.checked_shl(leaf).unwrap_or(0), ..Reach::default() }
}
