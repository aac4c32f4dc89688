//! Proofs over rules written outside the law, such as a council's: whether any family at all is answered so and so.
//!
//! A rule becomes a decision diagram over the facts, as the law's own rules do, so an answer covers every family and
//! not a sample. What follows from other facts follows here too: an order that is in force is one that a family can
//! have, and a child in care now has been in care. A proof that some family exists hands the family over.

mod witness;

use crate::condition::{Condition, ConditionKind, Lines};
use crate::day::{Maker, bound_on, derived_order, for_each_condition};
use crate::diagram::{FALSE, LEAVES, Node, TRUE};
use crate::fact::{FactId, Origin};
use crate::fault::Fault;
use crate::library::Law;
use crate::rule::Outcome;
use crate::variable::{CELLS_MAX, Cells, Gatherer, Subject, Variable, Variables};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::sync::Arc;

pub use witness::Pair;

/// What a set of rules tells apart on one day.
#[derive(Debug)]
pub struct Ground {
    law: Arc<Law>,
    date: Date,
    variables: Variables,
    derived: Vec<FactId>,
}

impl Ground {
    /// What the law and these rules tell apart on a day. `of_all` is what is so of every family thought of.
    ///
    /// # Errors
    /// Where facts follow from one another in a circle, or the rules tell apart too many kinds of one fact.
    pub fn new<'r>(
        law: Arc<Law>,
        date: Date,
        rules: impl Iterator<Item = &'r Lines>,
        of_all: &[Condition],
    ) -> Result<Ground, Fault> {
        let mut gatherer = Gatherer::new(&law.facts, date);
        let mut note = |condition: &Condition| {
            if let ConditionKind::Fact(fact, test) = &condition.kind {
                gatherer.note(*fact, test, bound_on(&law, test, date));
            }
        };
        for_each_condition(&law, &mut note);
        let whens = rules.flat_map(|rule| &rule.lines).filter_map(|line| line.when.as_ref());
        whens.for_each(|when| when.walk(&mut note));
        of_all.iter().for_each(|condition| condition.walk(&mut note));
        // Nobody says directly what follows from other facts: that keeps every family in keeping with itself.
        let said = |variable: &Variable| matches!(variable.subject, Subject::Said(_));
        let mut list: Vec<Variable> = gatherer.variables().into_iter().filter(|variable| !said(variable)).collect();
        list.push(Variable { subject: Subject::NoRate, cells: Cells::Places(2) });
        if let Some(wide) = list.iter().find(|variable| variable.count() > CELLS_MAX) {
            let name = wide.subject.fact().map_or("a rate", |fact| law.facts[fact].name.as_str());
            let message = format!("these rules tell apart more than {CELLS_MAX} kinds of {name}");
            return Err(Fault::new(&crate::fault::Spot::default(), message).hint("check fewer offers at a time"));
        }
        let derived = derived_order(&law)?;
        Ok(Ground { variables: Variables::new(list, law.facts.len()), derived, law, date })
    }
}

/// What a rule answers, for every family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Answers(Node);

/// A set of families.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Set(Node);

impl Set {
    /// Whether no family is in it.
    pub fn is_empty(self) -> bool {
        self.0 == FALSE
    }
}

/// Proves things about rules, sharing what they have in common.
#[derive(Debug)]
pub struct Prover<'g> {
    ground: &'g Ground,
    maker: Maker<'g>,
    of_all: Node,
    compiled: Vec<bool>,
    free: Vec<bool>,
    freed: FxHashMap<Node, Node>,
    settled: FxHashMap<Node, Node>,
}

impl<'g> Prover<'g> {
    /// A prover for which the facts that `is_free` names may differ, all else being equal.
    pub fn new(ground: &'g Ground, of_all: &[Condition], is_free: impl Fn(FactId) -> bool) -> Prover<'g> {
        let mut maker = Maker::new(&ground.law, ground.date, &ground.variables);
        ground.derived.iter().for_each(|fact| {
            if let Origin::Derived(lines) = &ground.law.facts[*fact].origin {
                maker.derive_by(*fact, lines);
            }
        });
        let of_all = of_all.iter().fold(TRUE, |all, condition| {
            let one = maker.diagram(condition);
            maker.diagrams.choose(all, one, FALSE)
        });
        let free = ground.variables.subject_facts.iter().map(|fact| fact.is_some_and(&is_free)).collect();
        let compiled = vec![false; ground.law.supports.len()];
        let (freed, settled) = (FxHashMap::default(), FxHashMap::default());
        Prover { ground, maker, of_all, compiled, free, freed, settled }
    }

    /// What a rule answers.
    pub fn rule(&mut self, rule: &Lines) -> Answers {
        self.compile_asked(rule);
        Answers(self.maker.outcomes_of(rule))
    }

    /// What the support at a place in the law answers.
    pub fn support(&mut self, place: usize) -> Answers {
        let support = &self.ground.law.supports[place];
        match support.period.holds_on(self.ground.date) {
            true => self.rule(&support.rule),
            false => Answers(Outcome::No as Node),
        }
    }

    /// Makes the diagrams of the supports that a rule asks about.
    fn compile_asked(&mut self, rule: &Lines) {
        let ground = self.ground;
        let mut asked = Vec::new();
        for when in rule.lines.iter().filter_map(|line| line.when.as_ref()) {
            when.walk(&mut |part| {
                if let ConditionKind::Answer(name, _) = &part.kind {
                    asked.extend(ground.law.support_place(name));
                }
            });
        }
        for place in asked {
            if !std::mem::replace(&mut self.compiled[place], true) {
                self.compile_asked(&ground.law.supports[place].rule);
                self.maker.support(place);
            }
        }
    }

    /// The families who are surely answered with one of these.
    pub fn answered(&mut self, answers: Answers, outcomes: &[Outcome]) -> Set {
        let leaves = outcomes.iter().fold(0u128, |set, outcome| set | 1 << *outcome as u32);
        let among = self.maker.diagrams.among(answers.0, leaves);
        let settled = self.settled(among);
        self.and(Set(settled), Set(self.of_all))
    }

    /// The families for whom a condition surely holds.
    pub fn who_are(&mut self, condition: &Condition) -> Set {
        let node = self.maker.diagram(condition);
        let settled = self.settled(node);
        self.and(Set(settled), Set(self.of_all))
    }

    /// The families in both.
    pub fn and(&mut self, a: Set, b: Set) -> Set {
        Set(self.maker.diagrams.choose(a.0, b.0, FALSE))
    }

    /// Every family who would be in the set if only the free facts were other.
    pub fn with_other_free_facts(&mut self, set: Set) -> Set {
        Set(self.freed(set.0))
    }

    /// Without the families for whom it hangs on a rate that has no value yet.
    fn settled(&mut self, node: Node) -> Node {
        if node < LEAVES {
            return node;
        }
        if let Some(done) = self.settled.get(&node) {
            return *done;
        }
        let var = self.maker.diagrams.var(node);
        let kids = self.maker.diagrams.kids(node).to_vec();
        let done = match self.ground.variables.list[usize::from(var)].subject {
            Subject::NoRate => self.maker.diagrams.choose(kids[0], kids[1], FALSE),
            _ => {
                let kids = kids.into_iter().map(|kid| self.settled(kid)).collect();
                self.maker.diagrams.node(var, kids)
            }
        };
        self.settled.insert(node, done);
        done
    }

    fn freed(&mut self, node: Node) -> Node {
        if node < LEAVES {
            return node;
        }
        if let Some(done) = self.freed.get(&node) {
            return *done;
        }
        let var = self.maker.diagrams.var(node);
        let kids = self.maker.diagrams.kids(node).to_vec();
        let kids: Vec<Node> = kids.into_iter().map(|kid| self.freed(kid)).collect();
        let done = match self.free[usize::from(var)] {
            true => kids.into_iter().fold(FALSE, |any, kid| self.maker.diagrams.choose(any, TRUE, kid)),
            false => self.maker.diagrams.node(var, kids),
        };
        self.freed.insert(node, done);
        done
    }
}

#[cfg(test)]
mod tests;
