//! A case as a story in the order in which it happened, and the pack for somebody who asks for what is held about them.

use crate::case::Case;
use crate::event::{Event, Happened, Officer, Role, Version};
use crate::gate::{self, LEFT_OUT};
use crate::letter::{say, written};
use crate::person::{Person, PersonId};
use crate::practice::{Kind, Practice};
use crate::value::{Value, Values};
use law::Law;
use paper::{Block, Document, ListStyle, Size, Span};
use std::collections::BTreeSet;

/// Something said in a case that tells of somebody else than the one who asks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// The event.
    pub version: Version,
    /// The field.
    pub field: String,
}

/// What a pack for somebody holds and leaves out.
#[derive(Clone, Copy, Debug)]
pub struct Pack<'a> {
    /// Who asks.
    pub subject: &'a Person,
    /// What tells of others and may be told all the same, as a person settled it.
    pub told: &'a BTreeSet<Mark>,
}

/// A case as it happened; for the council, or as a pack for one person.
pub fn chronology(case: &Case, practice: &Practice, law: &Law, events: &[Happened], pack: Option<Pack>) -> Document {
    let title = match pack {
        Some(_) => "What we hold about you".to_owned(),
        None => format!("What happened: {}", case.reference),
    };
    let mut blocks = vec![Block::heading(1, title.clone())];
    if pack.is_some() {
        blocks.push(Block::paragraph(
            "This is the story of the case in the order in which it happened. Words that tell of other people are left out \
             where they have a right to that. You can ask why, and you can ask for it to be looked at again.",
        ));
    }
    for happened in events {
        let Some(act) = practice.act(&happened.event.act) else { continue };
        let event = &happened.event;
        blocks.push(Block::heading(2, format!("{}: {}", written(event.on), act.done)));
        blocks.push(Block::paragraph(by_whom(event)));
        let items: Vec<Vec<Span>> = event
            .values
            .iter()
            .filter(|(name, _)| name.as_str() != "reference")
            .flat_map(|(name, value)| lines(case, practice, law, name, value, pack.as_ref(), happened))
            .collect();
        if !items.is_empty() {
            blocks.push(Block::List { style: ListStyle::Dots, items });
        }
        for letter in &event.letters {
            let to = case.person(letter.to).map_or("", |person| person.name.as_str());
            let is_theirs = pack.is_none_or(|pack| pack.subject.id == letter.to);
            let to = if is_theirs || pack.is_none() { to } else { "somebody else" };
            blocks.push(Block::note(format!("A letter was made to {to}: {}", letter.document.title)));
        }
    }
    Document { title, kind: paper::Kind::Sheet, size: Size::Usual, blocks }
}

fn by_whom(event: &Event) -> String {
    let who = match event.role {
        Role::Carer => "the carer",
        Role::Worker => "a worker",
        Role::Manager => "a manager",
        Role::Coordinator => "the coordinator",
        Role::Complaints => "the complaints team",
    };
    format!("By {who}.")
}

fn lines(
    case: &Case,
    practice: &Practice,
    law: &Law,
    name: &str,
    value: &Value,
    pack: Option<&Pack>,
    happened: &Happened,
) -> Vec<Vec<Span>> {
    let asks = practice.fields.get(name).map_or(name, |field| field.asks.as_str());
    let line = |words: String| {
        let mark = Mark { version: happened.version, field: name.to_owned() };
        let is_told = |pack: &Pack| {
            pack.told.contains(&mark) || !tells_of_others(case, pack.subject, &happened.event, value, &words)
        };
        let words = if pack.is_none_or(is_told) { words } else { LEFT_OUT.to_owned() };
        vec![Span::strong(format!("{asks} ")), Span::plain(words)]
    };
    if let Value::Rows(rows) = value {
        let row = |row: &Values| {
            let parts: Vec<String> =
                row.iter().map(|(column, value)| told(case, practice, law, column, value)).collect();
            parts.join("; ")
        };
        return rows.iter().map(|one| line(row(one))).collect();
    }
    vec![line(told(case, practice, law, name, value))]
}

fn told(case: &Case, practice: &Practice, law: &Law, name: &str, value: &Value) -> String {
    let field = practice.fields.get(name);
    if let Value::Facts(facts) = value {
        let one = |(fact, text): (&String, &String)| {
            let question =
                law.facts.find(fact).map_or(fact.as_str(), |id| law.facts[id].ask.as_deref().unwrap_or(fact));
            format!("{question} {text}")
        };
        return facts.iter().map(one).collect::<Vec<_>>().join("; ");
    }
    if let (Value::Text(text), Some(Kind::Support)) = (value, field.map(|field| &field.kind)) {
        return law.support(text).map_or_else(|| text.clone(), |support| support.title.clone());
    }
    let option = |option: &str| field.and_then(|field| field.words_of(option)).unwrap_or(option).to_owned();
    say(value, option, |id: PersonId| case.person(id).map_or_else(String::new, |person| person.name.clone()))
}

/// Whether what was said names somebody else in the case, or tells how to reach them. Of a paper that somebody else handed
/// in, nobody knows before having read it.
fn tells_of_others(case: &Case, subject: &Person, event: &Event, value: &Value, words: &str) -> bool {
    if value.paper().is_some() && event.by != Officer::of(subject.id) {
        return true;
    }
    let mut others = case.people.iter().filter(|person| person.id != subject.id && person.part != "professional");
    // A name that both have, such as the family's, does not say which of them is meant.
    let own: Vec<String> = subject.name.split_whitespace().map(str::to_lowercase).collect();
    let is_named = others.any(|person| {
        let mut parts = person.name.split_whitespace().filter(|part| part.chars().count() > 1);
        parts.any(|part| !own.contains(&part.to_lowercase()) && gate::is_named(words, part))
    });
    is_named || gate::tells(case, subject, words).is_some()
}

/// Everything in a case that tells of others than one person, for somebody to look at one by one.
pub fn marks(
    case: &Case,
    practice: &Practice,
    law: &Law,
    events: &[Happened],
    subject: &Person,
) -> Vec<(Mark, String)> {
    let mut marks = Vec::new();
    for happened in events {
        for (name, value) in &happened.event.values {
            let words = match value {
                Value::Rows(rows) => {
                    let all = rows
                        .iter()
                        .flat_map(|row| row.iter().map(|(column, value)| told(case, practice, law, column, value)));
                    all.collect::<Vec<_>>().join("; ")
                }
                value => told(case, practice, law, name, value),
            };
            if tells_of_others(case, subject, &happened.event, value, &words) {
                marks.push((Mark { version: happened.version, field: name.clone() }, words));
            }
        }
    }
    marks
}
