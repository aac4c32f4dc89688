//! The fields of the form: for each family one for every fact that matters most, and one for all other facts.

use super::typed::{Slip, Typed};
use crate::language::{say, say_with};
use crate::ui::show;
use law::Law;
use law::fact::{Fact, FactId};
use law::value::Kind;

/// One family's part of the form.
pub(super) struct Part {
    pub number: usize,
    /// The field of the other facts.
    pub id: String,
    pub rows: Vec<Row>,
    pub more: String,
    /// What is wrong with the other facts.
    pub wrong: Vec<Slip>,
}

/// One fact.
pub(super) struct Row {
    /// Its field.
    pub id: String,
    /// What is told, in the rule's own words.
    pub says: String,
    /// Its name.
    pub name: String,
    pub control: Control,
    pub wrong: Vec<Slip>,
}

/// How a fact is told.
pub(super) enum Control {
    /// Chosen from a list: its code, what is read, whether it is chosen.
    List(Vec<(String, String, bool)>),
    /// A council: its name, code or postcode.
    Council(String),
    /// Typed, with what may be typed.
    Text(String, String),
}

impl Part {
    /// The part of the form for what was typed, and for what is wrong with it.
    pub(super) fn of(law: &Law, typed: &Typed, facts: &[FactId], slips: &[Slip]) -> Part {
        let wrong = |field: &str| -> Vec<Slip> {
            slips.iter().filter(|slip| slip.family == typed.number && slip.field == field).cloned().collect()
        };
        let rows = facts.iter().map(|id| {
            let fact = &law.facts[*id];
            Row {
                id: format!("f{}-{}", typed.number, fact.name),
                says: show::capital(&fact.says),
                name: fact.name.clone(),
                control: control(fact, typed.value(*id)),
                wrong: wrong(&fact.name),
            }
        });
        let id = format!("f{}-more", typed.number);
        Part { number: typed.number, id, rows: rows.collect(), more: typed.more.clone(), wrong: wrong("more") }
    }
}

fn control(fact: &Fact, typed: &str) -> Control {
    let list = |pairs: Vec<(&str, String)>| {
        let mut items: Vec<(String, String, bool)> =
            pairs.into_iter().map(|(code, label)| (code.to_owned(), label, code == typed)).collect();
        if !items.iter().any(|(code, ..)| code == "unknown") {
            items.push(("unknown".to_owned(), say("families-unknown").plain().to_owned(), typed == "unknown"));
        }
        Control::List(items)
    };
    let text = |may_be: String| Control::Text(typed.to_owned(), may_be);
    match &fact.kind {
        Kind::YesNo => {
            list(vec![("yes", say("families-yes").plain().to_owned()), ("no", say("families-no").plain().to_owned())])
        }
        Kind::OneOf(choices) => list(
            choices.iter().map(|choice| (choice.code.as_str(), format!("{}: {}", choice.code, choice.words))).collect(),
        ),
        Kind::SetOf(choices) => {
            let codes: Vec<&str> = choices.iter().map(|choice| choice.code.as_str()).collect();
            text(say_with("families-any-of", [("codes", codes.join(", ").as_str().into())]).plain().to_owned())
        }
        Kind::Date => text(say("families-day").plain().to_owned()),
        Kind::Number(unit) | Kind::Money(unit) => text(unit.clone()),
        Kind::Council => Control::Council(typed.to_owned()),
    }
}
