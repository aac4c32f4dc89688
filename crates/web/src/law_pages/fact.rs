//! Facts: every question Kith may ask, with its answers, and why.

use crate::App;
use crate::language::say;
use crate::ui::shell::Part;
use crate::ui::{Shell, page, show};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use law::Law;
use law::fact::{Fact, Origin};
use law::value::{Choice, Kind};
use serde_json::{Value, json};

#[derive(Template)]
#[template(path = "law/facts.html")]
struct FactsPage {
    shell: Shell,
    groups: Vec<Group>,
    asked: usize,
    worked_out: usize,
}

/// The facts of one subject.
struct Group {
    id: String,
    name: String,
    rows: Vec<Row>,
}

struct Row {
    name: String,
    short: String,
    ask: Option<String>,
    why: Option<String>,
    answers: Vec<String>,
    kind: &'static str,
    taken_as: Option<String>,
    decided_by: Option<String>,
}

/// `/law/facts`
pub(super) async fn list(State(app): State<App>) -> Response {
    let law = app.law();
    let mut groups: Vec<Group> = Vec::new();
    for (_, fact) in law.facts.iter() {
        let (row, id) = (row(fact), format!("about-{}", fact.group.replace(' ', "-")));
        match groups.iter_mut().find(|group| group.id == id) {
            Some(group) => group.rows.push(row),
            None => groups.push(Group { id, name: show::capital(&fact.group), rows: vec![row] }),
        }
    }
    let asked = law.facts.iter().filter(|(_, fact)| fact.can_be_asked()).count();
    let shell = Shell::said(&say("law-facts-tab"), Part::Law);
    page::ok(&FactsPage { shell, asked, worked_out: law.facts.len() - asked, groups })
}

fn row(fact: &Fact) -> Row {
    let answers = match &fact.kind {
        Kind::OneOf(choices) | Kind::SetOf(choices) => choices.iter().map(|choice| choice.answer.clone()).collect(),
        _ => Vec::new(),
    };
    Row {
        name: fact.name.clone(),
        short: fact.short.clone(),
        ask: fact.ask.clone(),
        why: fact.why.clone(),
        answers,
        kind: fact.kind.words(),
        taken_as: fact.taken_as.clone(),
        decided_by: fact.decided_by.clone(),
    }
}

/// A fact as data.
pub(super) fn json(law: &Law, fact: &Fact) -> Value {
    let choice = |choice: &Choice| json!({ "code": choice.code, "words": choice.words, "answer": choice.answer });
    let choices: Option<Vec<Value>> = match &fact.kind {
        Kind::OneOf(choices) | Kind::SetOf(choices) => Some(choices.iter().map(choice).collect()),
        _ => None,
    };
    let since = match fact.origin {
        Origin::Since { date, .. } => Some(law.facts[date].name.as_str()),
        _ => None,
    };
    json!({
        "name": fact.name, "type": fact.kind.words(), "group": fact.group, "ask": fact.ask, "hint": fact.hint,
        "why": fact.why, "values": choices, "decided_by": fact.decided_by, "taken_as": fact.taken_as,
        "derived": fact.is_derived(), "since": since,
    })
}
