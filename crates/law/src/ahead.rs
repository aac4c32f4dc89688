//! Looking ahead: one answer after another is taken as if a person had given it, and each time it is known at once
//! what is still worth asking. Only rules that an answer bears on are looked at again.

use crate::ask::{AskScratch, Question};
use crate::case::Case;
use crate::day::Day;
use crate::fact::FactId;
use crate::find::{FactSet, Findings};
use crate::reach::{Scratch, Walk};
use crate::value::Answer;
use std::cell::RefCell;

thread_local! {
    static SCRATCH: RefCell<(Scratch, AskScratch)> = RefCell::default();
}

/// A family of which more and more is taken to be known.
#[derive(Clone, Debug)]
pub struct Ahead<'d> {
    day: &'d Day,
    case: Case,
    known: Vec<u64>,
    /// The supports that are not settled, with the facts that could still change them.
    open: Vec<(usize, FactSet)>,
}

impl<'d> Ahead<'d> {
    /// Begins with what has been said, and what was found by it.
    pub fn new(day: &'d Day, case: &Case, findings: &Findings) -> Ahead<'d> {
        let mut ahead = Ahead { day, case: case.clone(), known: Vec::new(), open: Vec::new() };
        ahead.begin(findings);
        ahead
    }

    fn begin(&mut self, findings: &Findings) {
        self.known.clone_from(&findings.known);
        self.open.clear();
        let open = findings.iter().filter(|finding| !finding.is_settled());
        self.open.extend(open.map(|finding| (finding.support, finding.missing)));
    }

    /// The first of some facts that can be asked and could still change an answer.
    pub fn first(&self, facts: &[FactId]) -> Option<FactId> {
        let matters = |fact: FactId| self.open.iter().any(|(_, missing)| missing.contains(fact));
        facts.iter().copied().find(|fact| self.day.is_open(&self.case, *fact) && matters(*fact))
    }

    /// Whether anything that can be asked could still change an answer.
    pub fn has_more(&self) -> bool {
        let mut missing = self.open.iter().flat_map(|(_, missing)| missing.iter());
        missing.any(|fact| self.day.is_open(&self.case, fact))
    }

    /// Every question still worth asking, the best first.
    pub fn questions(&self) -> Vec<Question> {
        SCRATCH
            .with_borrow_mut(|(_, scratch)| self.day.rank(&self.case, &self.known, self.open.iter().copied(), scratch))
    }

    /// Goes on as if this had been answered.
    pub fn take(&mut self, fact: FactId, answer: Answer) {
        let is_learnt = matches!(answer, Answer::Is(_));
        self.case.set(fact, answer);
        if !is_learnt {
            return;
        }
        let before = self.known.clone();
        self.day.variables.known(&self.case, &self.day.law.facts, &mut self.known);
        if self.known.iter().zip(&before).any(|(now, before)| *now == 0 || now & !before != 0) {
            // It contradicts something, or did not only narrow it down: what is said goes before what was inferred,
            // also where nothing was open.
            return self.begin(&self.day.find(&self.case));
        }
        let (day, known) = (self.day, &self.known);
        // An age bears on a date of birth: what was learnt of is not always the fact that was answered.
        let mut learnt = FactSet::default();
        let narrowed = known.iter().zip(&before).zip(&day.variables.subject_facts);
        narrowed.filter(|((now, before), _)| now != before).for_each(|(_, fact)| {
            fact.iter().for_each(|fact| learnt.insert(*fact));
        });
        SCRATCH.with_borrow_mut(|(scratch, _)| {
            let mut walk = Walk::new(day, known, scratch);
            self.open.retain_mut(|(support, missing)| {
                if missing.meets(&learnt) {
                    *missing = walk.reach(day.outcomes[*support]).missing;
                }
                !missing.is_empty()
            });
        });
    }
}
