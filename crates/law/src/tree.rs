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

/// A condition as a tree.
#[derive(Clone, Debug)]
pub(crate) enum Tree {
    All(Vec<Tree>),
    Any(Vec<Tree>),
    None(Vec<Tree>),
    Leaf(u32),
}

/// The leaves of every tree of a day: the condition as written, and the atom it tests.
#[derive(Clone, Debug, Default)]
pub(crate) struct Forest {
    pub(crate) atoms: Vec<Atom>,
    /// For each leaf, the place of its atom.
    pub(crate) tests: Vec<u32>,
    /// For each support, the atoms that ask for its answer, with the outcomes they ask for.
    pub(crate) answers: Vec<Vec<(u32, u8)>>,
    /// For each leaf, its condition as written.
    pub(crate) conditions: Vec<Condition>,
    known: rustc_hash::FxHashMap<Atom, u32>,
}

impl Forest {
    pub(crate) fn new(supports: usize) -> Forest {
        Forest { answers: vec![Vec::new(); supports], ..Forest::default() }
    }

    pub(crate) fn leaf(&mut self, atom: Atom, condition: &Condition) -> u32 {
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
        self.tests.len() as u32 - 1
    }
}

impl Tree {
    /// Whether the condition holds, by the three-valued logic of Kleene over the truths of the atoms.
    pub(crate) fn truth(&self, forest: &Forest, truths: &[Truth]) -> Truth {
        match self {
            Tree::Leaf(leaf) => truths[forest.tests[*leaf as usize] as usize],
            Tree::All(parts) => join(parts, forest, truths, Truth::No, Truth::Yes),
            Tree::Any(parts) => join(parts, forest, truths, Truth::Yes, Truth::No),
            Tree::None(parts) => match join(parts, forest, truths, Truth::Yes, Truth::No) {
                Truth::Yes => Truth::No,
                Truth::No => Truth::Yes,
                Truth::Unknown => Truth::Unknown,
            },
        }
    }

    /// Adds the leaves that make the condition hold (or, where `wanted` is `No`, fail), as few as written order
    /// allows; adds nothing and returns false where Kleene's logic does not see it.
    pub(crate) fn reasons(&self, wanted: Truth, forest: &Forest, truths: &[Truth], into: &mut Vec<u32>) -> bool {
        let opposite = if wanted == Truth::Yes { Truth::No } else { Truth::Yes };
        let (parts, each, wanted) = match (self, wanted) {
            (Tree::Leaf(leaf), _) => {
                let so = truths[forest.tests[*leaf as usize] as usize] == wanted;
                if so {
                    into.push(*leaf);
                }
                return so;
            }
            (Tree::All(parts), Truth::Yes) | (Tree::Any(parts), Truth::No) => (parts, true, wanted),
            (Tree::All(parts) | Tree::Any(parts), _) => (parts, false, wanted),
            (Tree::None(parts), Truth::Yes) => (parts, true, opposite),
            (Tree::None(parts), _) => (parts, false, opposite),
        };
        if !each {
            return parts.iter().any(|part| part.reasons(wanted, forest, truths, into));
        }
        let start = into.len();
        let all = parts.iter().all(|part| part.reasons(wanted, forest, truths, into));
        if !all {
            into.truncate(start);
        }
        all
    }
}

/// `strong` decides at once; `weak` only if every part gives it.
fn join(parts: &[Tree], forest: &Forest, truths: &[Truth], strong: Truth, weak: Truth) -> Truth {
    let mut all = weak;
    for part in parts {
        match part.truth(forest, truths) {
            truth if truth == strong => return strong,
            Truth::Unknown => all = Truth::Unknown,
            _ => {}
        }
    }
    all
}
