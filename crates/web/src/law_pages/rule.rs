//! A rule as lines to read and as data: each outcome, its conditions in sentences, and what each rests on.

use crate::find::Band;
use crate::ui::condition::{self, Row};
use crate::ui::show::CiteView;
use law::cite::Cite;
use law::condition::{Condition, ConditionKind, Lines, RuleLine};
use law::rule::Support;
use law::{Citation, Day, Law, Outcome};
use serde_json::{Value, json};

/// One line of a rule.
pub(super) struct LineView {
    /// The group of its outcome.
    pub band: Band,
    /// Its outcome, and for whom.
    pub outcome: String,
    /// Its conditions, one to a row.
    pub rows: Vec<Row>,
    /// The reason a carer reads.
    pub because: Option<String>,
    /// What settles it.
    pub settled_by: Option<String>,
    /// What the line as a whole rests on.
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
    let band = Band::of(outcome_of(line), support.force);
    let whom = match &line.when {
        Some(_) => "families where:",
        None if support.rule.lines.is_empty() => "every family",
        None if band == Band::No => "any other family",
        None => "every other family",
    };
    LineView {
        band,
        outcome: band.words_for(whom),
        rows: condition::rows(day, line.when.as_ref()),
        because: line.because.clone(),
        settled_by: line.settled_by.clone(),
        cites: condition::cites(day, &line.cites),
    }
}

fn citations(day: &Day, cites: &[Cite]) -> Vec<Citation> {
    cites.iter().map(|cite| day.citation(cite)).collect()
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
