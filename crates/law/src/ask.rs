//! The next question: the unanswered fact that settles most, gently.
//!
//! For every support that is not settled, each way through its diagram that is still open is weighed by how
//! likely it is if every value were as likely as any other. A fact earns what asking it there would settle,
//! times how much the support matters, less for questions that are painful. A fact that can no longer change
//! any answer earns nothing and is never asked.

use crate::case::Case;
use crate::day::Day;
use crate::diagram::{LEAVES, Node};
use crate::fact::FactId;
use crate::find::{FactSet, Findings};
use crate::rule::Outcome;

/// A question worth asking, with what it would earn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Question {
    /// The fact asked for.
    pub fact: FactId,
    /// What its answer would settle, in weighed answers.
    pub worth: f32,
}

/// Memory that one ranking after another can use again.
#[derive(Clone, Debug, Default)]
pub struct AskScratch {
    stamp: u32,
    stamps: Vec<u32>,
    shares: Vec<[f32; 5]>,
    likely: Vec<f32>,
    open: Vec<Node>,
    worth: Vec<f32>,
}

/// How much of a question's worth each degree of pain takes away.
const PAIN: [f32; 4] = [1.0, 0.8, 0.55, 0.3];

impl Day {
    /// Every question still worth asking, the best first; ties go by the order of the facts.
    pub fn questions(&self, case: &Case, findings: &Findings) -> Vec<Question> {
        self.questions_with(case, findings, &mut AskScratch::default())
    }

    /// The best question still worth asking.
    pub fn next_question(&self, case: &Case, findings: &Findings) -> Option<Question> {
        self.questions(case, findings).first().copied()
    }

    /// Every question still worth asking, with memory used before.
    pub fn questions_with(&self, case: &Case, findings: &Findings, scratch: &mut AskScratch) -> Vec<Question> {
        scratch.stamps.resize(self.diagrams.len(), scratch.stamp);
        scratch.shares.resize(self.diagrams.len(), [0.0; 5]);
        scratch.likely.resize(self.diagrams.len(), 0.0);
        scratch.worth.clear();
        scratch.worth.resize(self.law.facts.len(), 0.0);
        let mut matters = FactSet::default();
        for finding in findings.iter().filter(|finding| !finding.is_settled()) {
            scratch.stamp = scratch.stamp.wrapping_add(1);
            scratch.open.clear();
            matters.extend(&finding.missing);
            let outcomes = &self.outcome_of_line[finding.support];
            let root = self.descend(self.supports[finding.support], &findings.known);
            self.shares(root, &findings.known, outcomes, scratch);
            let weight = f32::from(self.law.supports[finding.support].weight);
            self.spread(root, weight, &findings.known, scratch);
        }
        let mut questions: Vec<Question> = (self.law.facts.iter())
            .filter(|(id, fact)| matters.contains(*id) && fact.can_be_asked() && case.get(*id).is_none())
            .map(|(id, fact)| {
                let pain = PAIN[usize::from(fact.distress).min(PAIN.len() - 1)];
                Question { fact: id, worth: scratch.worth[id.index()] * pain }
            })
            .collect();
        questions.sort_by(|a, b| b.worth.total_cmp(&a.worth).then(a.fact.cmp(&b.fact)));
        questions
    }

    fn descend(&self, mut node: Node, known: &[u64]) -> Node {
        while node >= LEAVES {
            let cells = known[usize::from(self.diagrams.var(node))];
            if !cells.is_power_of_two() {
                break;
            }
            node = self.diagrams.kid(node, cells.trailing_zeros());
        }
        node
    }

    /// The share of each outcome below a node; notes every open node, those below before those above.
    fn shares(&self, node: Node, known: &[u64], outcomes: &[Outcome], scratch: &mut AskScratch) -> [f32; 5] {
        if node < LEAVES {
            let mut share = [0.0; 5];
            share[outcomes.get(node as usize).copied().unwrap_or(Outcome::No) as usize] = 1.0;
            return share;
        }
        let place = (node - LEAVES) as usize;
        if scratch.stamps[place] == scratch.stamp {
            return scratch.shares[place];
        }
        let cells = known[usize::from(self.diagrams.var(node))];
        let part = 1.0 / cells.count_ones() as f32;
        let mut share = [0.0f32; 5];
        let mut left = cells;
        while left != 0 {
            let kid = self.descend(self.diagrams.kid(node, left.trailing_zeros()), known);
            let below = self.shares(kid, known, outcomes, scratch);
            share.iter_mut().zip(below).for_each(|(sum, add)| *sum += add * part);
            left &= left - 1;
        }
        scratch.stamps[place] = scratch.stamp;
        scratch.shares[place] = share;
        scratch.likely[place] = 0.0;
        scratch.open.push(node);
        share
    }

    /// Sends likelihood from the root down and credits each fact with what asking it settles.
    fn spread(&self, root: Node, weight: f32, known: &[u64], scratch: &mut AskScratch) {
        if root < LEAVES {
            return;
        }
        scratch.likely[(root - LEAVES) as usize] = 1.0;
        for index in (0..scratch.open.len()).rev() {
            let node = scratch.open[index];
            let place = (node - LEAVES) as usize;
            let var = self.diagrams.var(node);
            let cells = known[usize::from(var)];
            let likely = scratch.likely[place];
            let part = likely / cells.count_ones() as f32;
            let doubt_before = doubt(&scratch.shares[place]);
            let mut doubt_after = 0.0;
            let mut left = cells;
            while left != 0 {
                let kid = self.descend(self.diagrams.kid(node, left.trailing_zeros()), known);
                if kid >= LEAVES {
                    let below = (kid - LEAVES) as usize;
                    scratch.likely[below] += part;
                    doubt_after += part * doubt(&scratch.shares[below]);
                }
                left &= left - 1;
            }
            let settles = likely * doubt_before - doubt_after;
            if let Some(fact) = self.variables.list[usize::from(var)].subject.fact() {
                scratch.worth[fact.index()] += weight * settles.max(0.0);
            }
        }
    }
}

/// How far a share of outcomes is from settled: 0 where one has all of it.
fn doubt(share: &[f32; 5]) -> f32 {
    1.0 - share.iter().map(|part| part * part).sum::<f32>()
}
