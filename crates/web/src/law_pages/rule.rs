//! A rule as rows to read and as data: each outcome, its conditions in sentences, and what each rests on.

use crate::find::Band;
use crate::ui::show::{self, CiteView};
use law::cite::Cite;
use law::condition::{Condition, ConditionKind, Lines, RuleLine};
use law::rule::Support;
use law::{Citation, Day, Law, Outcome};
use serde_json::{Value, json};

/// One line of a rule.
pub(super) struct LineView {
    /// The group of its outcome.
    pub band: Band,
    /// Its outcome in words.
    pub outcome: &'static str,
    /// Its conditions, one to a row.
    pub rows: Vec<Row>,
    /// The reason a carer reads.
    pub because: Option<String>,
    /// What settles it.
    pub settled_by: Option<String>,
    /// What the line as a whole rests on.
    pub cites: Vec<CiteView>,
}

/// One condition or the head of a group of them.
pub(super) struct Row {
    /// How far it is indented.
    pub depth: usize,
    /// What it says.
    pub text: String,
    /// Whether it only heads the rows beneath it.
    pub is_head: bool,
    /// What it rests on.
    pub cites: Vec<CiteView>,
}

/// The rule of a support as rows.
pub(super) fn view(day: &Day, support: &Support) -> Vec<LineView> {
    support.rule.all().map(|line| line_view(day, support, line)).collect()
}

fn outcome_of(line: &RuleLine) -> Outcome {
    Outcome::ALL.get(usize::from(line.outcome)).copied().unwrap_or(Outcome::UnknownRule)
}

fn line_view(day: &Day, support: &Support, line: &RuleLine) -> LineView {
    let mut rows = Vec::new();
    match line.when.as_ref().map(|when| (&when.kind, when)) {
        None => {}
        // Lines directly under `when` must all hold: no head is needed.
        Some((ConditionKind::All(parts), when)) if when.cites.is_empty() => {
            parts.iter().for_each(|part| push(day, part, 0, &mut rows));
        }
        Some((_, when)) => push(day, when, 0, &mut rows),
    }
    LineView {
        band: Band::of(outcome_of(line), support.force),
        outcome: show::outcome(outcome_of(line)),
        rows,
        because: line.because.clone(),
        settled_by: line.settled_by.clone(),
        cites: views(day, &line.cites),
    }
}

fn push(day: &Day, condition: &Condition, depth: usize, rows: &mut Vec<Row>) {
    let (head, parts) = match &condition.kind {
        ConditionKind::All(parts) => ("All of these", parts),
        ConditionKind::Any(parts) => ("At least one of these", parts),
        ConditionKind::None(parts) => ("None of these", parts),
        _ => {
            let text = show::sentence(&condition.words(&day.law.facts), &day.law);
            rows.push(Row { depth, text, is_head: false, cites: views(day, &condition.cites) });
            return;
        }
    };
    rows.push(Row { depth, text: format!("{head}:"), is_head: true, cites: views(day, &condition.cites) });
    parts.iter().for_each(|part| push(day, part, depth + 1, rows));
}

fn citations(day: &Day, cites: &[Cite]) -> Vec<Citation> {
    cites.iter().map(|cite| day.citation(cite)).collect()
}

/// Citations as pages show them.
pub(super) fn views(day: &Day, cites: &[Cite]) -> Vec<CiteView> {
    CiteView::all(&citations(day, cites))
}

/// Citations as data.
pub(super) fn cites_json(day: &Day, cites: &[Cite]) -> Value {
    json!(citations(day, cites))
}

/// A rule as data.
pub(super) fn rule_json(day: &Day, rule: &Lines) -> Value {
    let lines = rule.all().map(|line| {
        json!({
            "outcome": outcome_of(line).word(),
            "when": line.when.as_ref().map(|when| condition_json(day, when)),
            "because": line.because,
            "settled_by": line.settled_by,
            "cites": cites_json(day, &line.cites),
        })
    });
    Value::Array(lines.collect())
}

fn condition_json(day: &Day, condition: &Condition) -> Value {
    let list = |parts: &[Condition]| -> Vec<Value> { parts.iter().map(|part| condition_json(day, part)).collect() };
    let law: &Law = &day.law;
    let mut value = match &condition.kind {
        ConditionKind::All(parts) => json!({ "all": list(parts) }),
        ConditionKind::Any(parts) => json!({ "any": list(parts) }),
        ConditionKind::None(parts) => json!({ "none": list(parts) }),
        ConditionKind::Fact(fact, _) => json!({ "fact": law.facts[*fact].name, "says": condition.words(&law.facts) }),
        ConditionKind::InForce(provision, wanted) => json!({ "provision": provision, "in_force": wanted }),
        ConditionKind::Answer(support, outcomes) => {
            json!({ "support": support, "answer": outcomes.iter().map(|one| one.word()).collect::<Vec<_>>() })
        }
        ConditionKind::Day(..) => json!({ "says": condition.words(&law.facts) }),
    };
    if let (Some(object), false) = (value.as_object_mut(), condition.cites.is_empty()) {
        object.insert("cites".to_owned(), cites_json(day, &condition.cites));
    }
    value
}
