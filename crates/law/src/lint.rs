//! Lint: faults of a law that loads, which a lawyer or a reader would stumble over.

use crate::fault::Fault;
use crate::library::Law;
use crate::rule::{Outcome, Support};
use crate::{Case, Day};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The headings of a carer's page, in order.
pub const HEADINGS: [&str; 6] =
    ["What it is", "Who it is for", "How to ask", "What to have ready", "How long it may take", "If they say no"];

/// Every fault of reading: missing headings, lines without a reason, outcomes no story reaches.
pub fn run(law: &Arc<Law>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for support in &law.supports {
        faults.extend(headings(support));
        faults.extend(reasons(support));
    }
    faults.extend(unreached(law));
    faults
}

fn headings(support: &Support) -> Option<Fault> {
    let found: Vec<&str> = support.body.lines().filter_map(|line| line.strip_prefix("## ")).map(str::trim).collect();
    (found != HEADINGS).then(|| {
        Fault::new(&support.spot, format!("the page of {} does not have the six headings in order", support.id))
            .hint(format!("the headings are: {}", HEADINGS.join(", ")))
    })
}

fn reasons(support: &Support) -> Vec<Fault> {
    support
        .rule
        .all()
        .filter(|line| line.because.is_none())
        .map(|line| {
            Fault::new(&line.spot, "this line gives the reader no reason").hint("add an indented `because` line")
        })
        .collect()
}

/// Outcome lines that no story makes decide, leaving out those that the day alone rules out.
fn unreached(law: &Arc<Law>) -> Vec<Fault> {
    let mut reached: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut possible: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut scenes: Vec<_> = law.stories.iter().flat_map(|story| &story.scenes).collect();
    scenes.sort_by_key(|scene| scene.case.day);
    for same_day in scenes.chunk_by(|one, other| one.case.day == other.case.day) {
        let Ok(day) = Day::new(law.clone(), same_day[0].case.day) else { continue };
        let nothing_known = day.find(&Case::on(day.date));
        for finding in nothing_known.iter() {
            let lines = day.possible_lines(&nothing_known, finding);
            possible.extend((0..128).filter(|line| lines >> line & 1 == 1).map(|line| (finding.support, line)));
        }
        for scene in same_day {
            let mut case = scene.case.clone();
            case.presume(&law.facts);
            let findings = day.find(&case);
            for finding in scene.expect.iter().filter_map(|expected| law.support_place(&expected.about)) {
                reached.extend(findings.of(finding).line().map(|line| (finding, line)));
            }
        }
    }
    let mut faults = Vec::new();
    for (place, support) in law.supports.iter().enumerate() {
        for (number, line) in support.rule.all().enumerate() {
            if possible.contains(&(place, number)) && !reached.contains(&(place, number)) {
                let outcome = Outcome::from_place(line.outcome);
                faults.push(Fault::new(&line.spot, format!("no story reaches this line ({outcome})")));
            }
        }
    }
    faults
}
