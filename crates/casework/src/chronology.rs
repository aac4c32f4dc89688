//! A case as a story in the order in which it happened, and the pack for somebody who asks for what is held about them.

use crate::case::Case;
use crate::event::{Event, Happened, Officer, Role, Version};
use crate::gate::{self, LEFT_OUT};
use crate::letter::written;
use crate::person::Person;
use crate::practice::Practice;
use crate::said::{Said, Teller};
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
        let line = |said: Said| {
            let mark = Mark { version: happened.version, field: said.field.to_owned() };
            let is_told = |pack: &Pack| {
                pack.told.contains(&mark) || !tells_of_others(case, pack.subject, event, said.field, &said.words)
            };
            let words = if pack.as_ref().is_none_or(is_told) { said.words } else { LEFT_OUT.to_owned() };
            vec![Span::strong(format!("{} ", said.asks)), Span::plain(words)]
        };
        let teller = Teller { case, practice, law, officer: &nobody };
        let items: Vec<Vec<Span>> = teller.said(&event.act, &event.values).into_iter().map(line).collect();
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

/// Who of the council did something is told by what they are.
fn nobody(_: &str) -> String {
    "somebody who works for the council".to_owned()
}

/// Whether what was said names somebody else in the case, or tells how to reach them. Of a paper that somebody else handed
/// in, nobody knows before having read it.
fn tells_of_others(case: &Case, subject: &Person, event: &Event, field: &str, words: &str) -> bool {
    let is_paper = event.values.get(field).is_some_and(|value| value.paper().is_some());
    if is_paper && event.by != Officer::of(subject.id) {
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
    let teller = Teller { case, practice, law, officer: &nobody };
    let mut marks = Vec::new();
    for happened in events {
        let said = teller.said(&happened.event.act, &happened.event.values);
        for of_field in said.chunk_by(|a, b| a.field == b.field) {
            let words = of_field.iter().map(|said| said.words.as_str()).collect::<Vec<_>>().join("; ");
            let field = of_field.first().map(|said| said.field).unwrap_or_default();
            if tells_of_others(case, subject, &happened.event, field, &words) {
                marks.push((Mark { version: happened.version, field: field.to_owned() }, words));
            }
        }
    }
    marks
}
