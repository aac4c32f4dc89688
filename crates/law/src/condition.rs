//! Conditions: what a line of a rule rests on, as a tree of tests on facts, each with its citations.
//!
//! A condition is written either as the sentence its fact declares or in a short form; both read to the same
//! tree, and [`crate::words`] writes the tree back as sentences.

mod lines;
mod test;

pub use lines::read_list;
pub(crate) use test::read_test;

use crate::cite::Cite;
use crate::fact::FactId;
use crate::fault::Spot;
use crate::rule::Outcome;
use jiff::civil::Date;

/// A condition with its citations and its place.
#[derive(Clone, Debug)]
pub struct Condition {
    /// What must hold.
    pub kind: ConditionKind,
    /// What it rests on.
    pub cites: Vec<Cite>,
    /// Where it is written.
    pub spot: Spot,
}

/// What must hold.
#[derive(Clone, Debug)]
pub enum ConditionKind {
    /// Every one of these.
    All(Vec<Condition>),
    /// At least one of these.
    Any(Vec<Condition>),
    /// Not one of these.
    None(Vec<Condition>),
    /// A test on one fact.
    Fact(FactId, Test),
    /// The day asked about is on or after a date (or before it).
    Day(Compare, Date),
    /// A provision is in force on the day asked about (or is not).
    InForce(String, bool),
    /// The answer for another support is one of these outcomes.
    Answer(String, Vec<Outcome>),
}

/// A test on one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// A yes/no fact is so.
    Is(bool),
    /// A choice is among these (or, negated, is not).
    In(Vec<u16>, bool),
    /// A council is among these (or, negated, is not).
    Councils(Vec<String>, bool),
    /// A number, amount or date compares so.
    Compare(Compare, Bound),
    /// A set includes this choice (or, negated, does not).
    Has(u16, bool),
}

/// How two values compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// Less; a date before.
    Under,
    /// Less or the same.
    AtMost,
    /// More.
    Over,
    /// More or the same; a date on or after.
    AtLeast,
    /// The same.
    Equal,
}

/// What a fact is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bound {
    /// A number or amount in thousandths.
    Amount(i64),
    /// A date.
    Date(Date),
    /// The value of a rate on the day asked about.
    Rate(String),
}

/// The ordered lines of a rule: the first that holds decides.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    /// The lines that have a condition.
    pub lines: Vec<RuleLine>,
    /// The last line.
    pub otherwise: RuleLine,
}

/// One line of a rule.
#[derive(Clone, Debug, Default)]
pub struct RuleLine {
    /// The outcome: of a support an [`Outcome`], of a derived fact the place of its value.
    pub outcome: u16,
    /// When it holds; absent on the last line.
    pub when: Option<Condition>,
    /// What the line as a whole rests on.
    pub cites: Vec<Cite>,
    /// The reason a carer reads.
    pub because: Option<String>,
    /// What settles it, for a line that says `depends`.
    pub settled_by: Option<String>,
    /// Where it is written.
    pub spot: Spot,
}

impl Condition {
    /// Calls `visit` on this condition and every one inside it.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Condition)) {
        visit(self);
        if let ConditionKind::All(parts) | ConditionKind::Any(parts) | ConditionKind::None(parts) = &self.kind {
            for part in parts {
                part.walk(visit);
            }
        }
    }
}
