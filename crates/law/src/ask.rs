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
use std::cell::RefCell;

thread_local! {
    /// Memory for rankings that bring none of their own.
    static SCRATCH: RefCell<AskScratch> = RefCell::default();
}

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
    /// The nodes still open, those below before those above, each with where its ways begin.
    open: Vec<(Node, usize)>,
    /// The ways from open nodes to open nodes, each with its part of the likelihood.
    ways: Vec<(Node, f32)>,
    /// The ways of nodes whose work is not done yet.
    pending: Vec<(Node, f32)>,
    worth: Vec<f32>,
}

/// What is in doubt at one node. Every rule that shares the node shares this.
#[derive(Clone, Copy, Debug, Default)]
struct Doubt {
    stamp: u32,
    /// The share of each outcome below.
    share: Share,
    /// How far that is from settled.
    doubt: f32,
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
        SCRATCH.with_borrow_mut(|scratch| self.questions_with(case, findings, scratch))
    }

    /// The best question still worth asking.
    pub fn next_question(&self, case: &Case, findings: &Findings) -> Option<Question> {
        self.questions(case, findings).first().copied()
    }

    /// Every question still worth asking, with memory used before.
    pub fn questions_with(&self, case: &Case, findings: &Findings, scratch: &mut AskScratch) -> Vec<Question> {
        let open = findings.iter().filter(|finding| !finding.is_settled());
        self.rank(case, &findings.known, open.map(|finding| (finding.support, finding.missing)), scratch)
    }

    /// Every question still worth asking, by the supports still open and what each of them misses.
    pub(crate) fn rank(
        &self,
        case: &Case,
        known: &[u64],
        open: impl Iterator<Item = (usize, FactSet)>,
        scratch: &mut AskScratch,
    ) -> Vec<Question> {
        scratch.stamp = scratch.stamp.wrapping_add(1);
        if scratch.stamp == 0 {
            scratch.doubts.clear();
            scratch.stamp = 1;
        }
        scratch.doubts.resize(self.diagrams.len(), Doubt::default());
        scratch.open.clear();
        scratch.ways.clear();
        scratch.worth.clear();
        scratch.worth.resize(self.law.facts.len(), 0.0);
        let mut matters = FactSet::default();
        for (support, missing) in open {
            matters.extend(&missing);
            let root = self.diagrams.descend(self.outcomes[support], known);
            if root >= LEAVES {
                self.share(root, known, scratch);
                scratch.doubts[(root - LEAVES) as usize].likely += f32::from(self.law.supports[support].weight);
            }
        }
        self.spread(scratch);
        let mut questions: Vec<Question> = (matters.iter())
            .filter(|id| self.is_open(case, *id))
            .map(|id| {
                let pain = PAIN[usize::from(self.law.facts[id].distress).min(PAIN.len() - 1)];
                Question { fact: id, worth: scratch.worth[id.index()] * pain }
            })
            .collect();
        questions.sort_by(|a, b| b.worth.total_cmp(&a.worth).then(a.fact.cmp(&b.fact)));
        questions
    }

    /// Whether a fact can be asked and nothing has been said of it.
    pub(crate) fn is_open(&self, case: &Case, fact: FactId) -> bool {
        self.law.facts[fact].can_be_asked() && case.get(fact).is_none()
    }

    /// Works out the share of each outcome below an open node, notes its ways, and gives its place.
    fn share(&self, node: Node, known: &[u64], scratch: &mut AskScratch) -> usize {
        let place = (node - LEAVES) as usize;
        if scratch.doubts[place].stamp == scratch.stamp {
            return place;
        }
        let (mut share, mut doubt_after, start) = ([0.0; 5], 0.0, scratch.pending.len());
        let (var, ways) = self.diagrams.fork(node);
        let each = 1.0 / known[var].count_ones() as f32;
        for way in ways {
            let cells = way.cells & known[var];
            if cells == 0 {
                continue;
            }
            let part = each * cells.count_ones() as f32;
            let kid = self.diagrams.descend(way.kid, known);
            if kid < LEAVES {
                // Nothing is in doubt at a leaf.
                share[Outcome::from_place(kid as u16) as usize] += part;
                continue;
            }
            let below = self.share(kid, known, scratch);
            let below = &scratch.doubts[below];
            share.iter_mut().zip(below.share).for_each(|(sum, add)| *sum += add * part);
            doubt_after += part * below.doubt;
            scratch.pending.push((kid, part));
        }
        let doubt = doubt(&share);
        let settles = (doubt - doubt_after).max(0.0);
        scratch.doubts[place] = Doubt { stamp: scratch.stamp, share, doubt, settles, likely: 0.0 };
        scratch.open.push((node, scratch.ways.len()));
        scratch.ways.extend(scratch.pending.drain(start..));
        place
    }

    /// Sends likelihood from the roots down and credits each fact with what asking it settles.
    fn spread(&self, scratch: &mut AskScratch) {
        let AskScratch { doubts, open, ways, worth, .. } = scratch;
        for (node, start) in open.iter().rev() {
            let Doubt { settles, likely, .. } = doubts[(node - LEAVES) as usize];
            if let Some(fact) = self.variables.subject_facts[usize::from(self.diagrams.var(*node))] {
                worth[fact.index()] += likely * settles;
            }
            for (kid, part) in ways.drain(*start..) {
                doubts[(kid - LEAVES) as usize].likely += likely * part;
            }
        }
    }
}

/// How far a share of outcomes is from settled: 0 where one has all of it.
fn doubt(share: &Share) -> f32 {
    1.0 - share.iter().map(|part| part * part).sum::<f32>()
}
