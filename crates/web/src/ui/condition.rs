//! A condition as rows to read: one sentence to a row, with heads over those that belong together.

use super::show::{self, CiteView};
use crate::language::{Said, in_english, say};
use law::Day;
use law::cite::Cite;
use law::condition::{Condition, ConditionKind};

/// One condition or the head of a group of them.
pub(crate) struct Row {
    /// How far it is indented.
    pub depth: usize,
    /// What it says.
    pub text: Said,
    /// Whether it only heads the rows beneath it.
    pub is_head: bool,
    /// What it rests on.
    pub cites: Vec<CiteView>,
}

/// The condition as rows; none where nothing is asked.
pub(crate) fn rows(day: &Day, condition: Option<&Condition>) -> Vec<Row> {
    let mut rows = Vec::new();
    match condition.map(|when| (&when.kind, when)) {
        None => {}
        // What stands directly under `when` must all hold: no head is needed.
        Some((ConditionKind::All(parts), when)) if when.cites.is_empty() => {
            parts.iter().for_each(|part| push(day, part, 0, &mut rows));
        }
        Some((_, when)) => push(day, when, 0, &mut rows),
    }
    rows
}

fn push(day: &Day, condition: &Condition, depth: usize, rows: &mut Vec<Row>) {
    let cites = cites(day, &condition.cites);
    let (head, parts) = match &condition.kind {
        ConditionKind::All(parts) => ("condition-all", parts),
        ConditionKind::Any(parts) => ("condition-any", parts),
        ConditionKind::None(parts) => ("condition-none", parts),
        _ => {
            let text = in_english(show::sentence(&condition.words(&day.law.facts), &day.law));
            rows.push(Row { depth, text, is_head: false, cites });
            return;
        }
    };
    rows.push(Row { depth, text: say(head), is_head: true, cites });
    parts.iter().for_each(|part| push(day, part, depth + 1, rows));
}

/// Citations as pages show them.
pub(crate) fn cites(day: &Day, cites: &[Cite]) -> Vec<CiteView> {
    CiteView::all(&cites.iter().map(|cite| day.citation(cite)).collect::<Vec<_>>())
}
