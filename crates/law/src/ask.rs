//! The next question: the unanswered fact that settles most, gently.
//!
//! For every support that is not settled, each way through its diagram that is still open is weighed by how
//! likely it is if every value were as likely as any other. A fact earns what asking it there would settle,
//! times how much the support matters, less for questions that are painful. A fact that can no longer change
//! any answer earns nothing and is never asked. One sweep does for all supports: where they share a node, it is
//! as likely as all of them together make it.

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
    doubts: Vec<Doubt>,
    /// The nodes still open, those below before those above.
    open: Vec<Node>,
    worth: Vec<f32>,
}

/// What is in doubt at one node. Every rule that shares the node shares this.
#[derive(Clone, Copy, Debug, Default)]
struct Doubt {
    stamp: u32,
    /// The share of each outcome below.
    share: Share,
    /// How much of the doubt asking here settles.
    settles: f32,
    /// How likely the node is to be reached, summed over the supports by how much they matter.
    likely: f32,
}

type Share = [f32; 5];

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
        scratch.stamp = scratch.stamp.wrapping_add(1);
        scratch.doubts.resize(self.diagrams.len(), Doubt::default());
        scratch.open.clear();
        scratch.worth.clear();
        scratch.worth.resize(self.law.facts.len(), 0.0);
        let mut matters = FactSet::default();
        for finding in findings.iter().filter(|finding| !finding.is_settled()) {
            matters.extend(&finding.missing);
            let root = self.diagrams.descend(self.outcomes[finding.support], &findings.known);
            self.share(root, &findings.known, scratch);
            if root >= LEAVES {
                scratch.doubts[(root - LEAVES) as usize].likely += f32::from(self.law.supports[finding.support].weight);
            }
        }
        self.spread(&findings.known, scratch);
        let mut questions: Vec<Question> = (matters.iter())
            .filter(|id| self.law.facts[*id].can_be_asked() && case.get(*id).is_none())
            .map(|id| {
                let pain = PAIN[usize::from(self.law.facts[id].distress).min(PAIN.len() - 1)];
                Question { fact: id, worth: scratch.worth[id.index()] * pain }
            })
            .collect();
        questions.sort_by(|a, b| b.worth.total_cmp(&a.worth).then(a.fact.cmp(&b.fact)));
        questions
    }

    /// The share of each outcome below an open node or leaf.
    fn share(&self, node: Node, known: &[u64], scratch: &mut AskScratch) -> Share {
        if node < LEAVES {
            let mut share = [0.0; 5];
            share[Outcome::from_place(node as u16) as usize] = 1.0;
            return share;
        }
        let place = (node - LEAVES) as usize;
        if scratch.doubts[place].stamp == scratch.stamp {
            return scratch.doubts[place].share;
        }
        let (mut share, mut doubt_after) = ([0.0; 5], 0.0);
        self.each_way(node, known, |kid, part| {
            let below = self.share(kid, known, scratch);
            share.iter_mut().zip(below).for_each(|(sum, add)| *sum += add * part);
            doubt_after += part * doubt(&below);
        });
        let settles = (doubt(&share) - doubt_after).max(0.0);
        scratch.doubts[place] = Doubt { stamp: scratch.stamp, share, settles, likely: 0.0 };
        scratch.open.push(node);
        share
    }

    /// Sends likelihood from the roots down and credits each fact with what asking it settles.
    fn spread(&self, known: &[u64], scratch: &mut AskScratch) {
        for node in scratch.open.iter().rev() {
            let Doubt { settles, likely, .. } = scratch.doubts[(node - LEAVES) as usize];
            if let Some(fact) = self.variables.subject_facts[usize::from(self.diagrams.var(*node))] {
                scratch.worth[fact.index()] += likely * settles;
            }
            self.each_way(*node, known, |kid, part| {
                if kid >= LEAVES {
                    scratch.doubts[(kid - LEAVES) as usize].likely += likely * part;
                }
            });
        }
    }

    /// Every way from an open node to the next open node or leaf, with its part of the likelihood.
    #[inline]
    fn each_way(&self, node: Node, known: &[u64], mut visit: impl FnMut(Node, f32)) {
        let cells = known[usize::from(self.diagrams.var(node))];
        let part = 1.0 / cells.count_ones() as f32;
        for way in self.diagrams.ways(node) {
            let count = (way.cells & cells).count_ones();
            if count > 0 {
                visit(self.diagrams.descend(way.kid, known), part * count as f32);
            }
        }
    }
}

/// How far a share of outcomes is from settled: 0 where one has all of it.
fn doubt(share: &Share) -> f32 {
    1.0 - share.iter().map(|part| part * part).sum::<f32>()
}
