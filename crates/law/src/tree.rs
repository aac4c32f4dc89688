//! Conditions of one day as small trees over shared atoms, for saying *why* in the order a rule was written.

use crate::condition::Condition;
use crate::fact::FactId;

/// Whether something holds, when not everything is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// It holds, whatever the unknown facts are.
    Yes,
    /// It does not hold, whatever the unknown facts are.
    No,
    /// It may or may not.
    Unknown,
}

impl Truth {
    /// By whether it may hold and whether it may fail.
    #[inline(always)]
    pub(crate) fn of(may_hold: bool, may_fail: bool) -> Truth {
        match (may_hold, may_fail) {
            (false, _) => Truth::No,
            (true, false) => Truth::Yes,
            (true, true) => Truth::Unknown,
        }
    }
}

/// The smallest thing a condition tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Atom {
    /// Settled by the day alone.
    Fixed(bool),
    /// A variable lies in one of these cells.
    Cells(u16, u64),
    /// A derived fact has one of these values.
    Derived(FactId, u64),
    /// The answer for a support is one of these outcomes.
    Answer(usize, u8),
}

/// A condition: a leaf of the forest, or a joint of other conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tree(u32);

/// What a tree is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape<'a> {
    Leaf(Atom),
    Joint(Join, &'a [Tree]),
}

/// How a joint joins its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Join {
    All,
    Any,
    None,
}

/// Where a joint's parts stand.
#[derive(Clone, Copy, Debug)]
struct Joint {
    join: Join,
    first: u32,
    count: u32,
}

/// Marks the trees that are joints.
const JOINT: u32 = 1 << 31;

/// The trees of a day: the joints, and the leaves with the condition as written and the atom it tests.
#[derive(Clone, Debug, Default)]
pub(crate) struct Forest {
    pub(crate) atoms: Vec<Atom>,
    /// For each leaf, the place of its atom.
    pub(crate) tests: Vec<u32>,
    /// For each support, the atoms that ask for its answer, with the outcomes they ask for.
    pub(crate) answers: Vec<Vec<(u32, u8)>>,
    /// For each leaf, its condition as written.
    pub(crate) conditions: Vec<Condition>,
    joints: Vec<Joint>,
    /// The parts of all joints, side by side.
    parts: Vec<Tree>,
    known: rustc_hash::FxHashMap<Atom, u32>,
}

impl Forest {
    pub(crate) fn new(supports: usize) -> Forest {
        Forest { answers: vec![Vec::new(); supports], ..Forest::default() }
    }

    pub(crate) fn leaf(&mut self, atom: Atom, condition: &Condition) -> Tree {
        let (atoms, answers) = (&mut self.atoms, &mut self.answers);
        let place = *self.known.entry(atom).or_insert_with(|| {
            let place = atoms.len() as u32;
            if let Atom::Answer(support, outcomes) = atom {
                answers[support].push((place, outcomes));
            }
            atoms.push(atom);
            place
        });
        self.tests.push(place);
        self.conditions.push(condition.clone());
        Tree(self.tests.len() as u32 - 1)
    }

    pub(crate) fn joint(&mut self, join: Join, parts: &[Tree]) -> Tree {
        self.joints.push(Joint { join, first: self.parts.len() as u32, count: parts.len() as u32 });
        self.parts.extend_from_slice(parts);
        Tree(JOINT | (self.joints.len() as u32 - 1))
    }

    pub(crate) fn shape(&self, tree: Tree) -> Shape<'_> {
        if tree.0 & JOINT == 0 {
            return Shape::Leaf(self.atoms[self.tests[tree.0 as usize] as usize]);
        }
        let (join, parts) = self.parts(tree);
        Shape::Joint(join, parts)
    }

    #[inline]
    fn parts(&self, tree: Tree) -> (Join, &[Tree]) {
        let Joint { join, first, count } = self.joints[(tree.0 & !JOINT) as usize];
        (join, &self.parts[first as usize..(first + count) as usize])
    }

    /// Whether a condition holds, by the three-valued logic of Kleene over the truths of the atoms.
    #[inline(always)]
    pub(crate) fn truth(&self, tree: Tree, truths: &[Truth]) -> Truth {
        if tree.0 & JOINT == 0 {
            return truths[self.tests[tree.0 as usize] as usize];
        }
        self.joint_truth(tree, truths)
    }

    #[inline(never)]
    fn joint_truth(&self, tree: Tree, truths: &[Truth]) -> Truth {
        let (join, parts) = self.parts(tree);
        // The strong truth of one part decides; the other needs every part.
        let strong = if join == Join::All { Truth::No } else { Truth::Yes };
        let mut unknown = false;
        for part in parts {
            let truth = self.truth(*part, truths);
            if truth == strong {
                return if join == Join::Any { Truth::Yes } else { Truth::No };
            }
            unknown |= truth == Truth::Unknown;
        }
        match (unknown, join) {
            (true, _) => Truth::Unknown,
            (false, Join::Any) => Truth::No,
            (false, _) => Truth::Yes,
        }
    }

    /// Adds the leaves that make a condition hold (or, where `wanted` is `No`, fail), as few as written order
    /// allows; adds nothing where Kleene's logic does not see it.
    pub(crate) fn reasons(&self, tree: Tree, wanted: Truth, truths: &[Truth], into: &mut Vec<u32>) {
        if self.truth(tree, truths) == wanted {
            self.seen_reasons(tree, wanted, truths, into);
        }
    }

    /// The same for a condition whose truth is the one wanted.
    pub(crate) fn seen_reasons(&self, tree: Tree, wanted: Truth, truths: &[Truth], into: &mut Vec<u32>) {
        if tree.0 & JOINT == 0 {
            into.push(tree.0);
            return;
        }
        let (join, parts) = self.parts(tree);
        let of_parts = if (join == Join::None) == (wanted == Truth::Yes) { Truth::No } else { Truth::Yes };
        if (join == Join::All) == (of_parts == Truth::Yes) {
            parts.iter().for_each(|part| self.seen_reasons(*part, of_parts, truths, into));
        } else if let Some(part) = parts.iter().find(|part| self.truth(**part, truths) == of_parts) {
            self.seen_reasons(*part, of_parts, truths, into);
        }
    }
}
