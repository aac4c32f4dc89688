//! The letters that an act makes: a template filled with what was said, the days that run from it, and the law it rests on.

mod rests;

pub use rests::cited;

use crate::asking::Asking;
use crate::case::holds;
use crate::event::Event;
use crate::gate;
use crate::person::{Person, PersonId};
use crate::practice::{Is, Kind, Part, Template, Test, gaps};
use crate::value::{Value, Values};
use jiff::civil::Date;
use paper::{Block, Document, ListStyle, Size, Span};
use serde::{Deserialize, Serialize};

/// A letter, word for word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Its name in the table.
    pub name: String,
    /// To whom.
    pub to: PersonId,
    /// The letter.
    pub document: Document,
}

/// A day as letters write it.
pub fn written(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// The letters of an event, each to one person, with what that person must not learn left out.
pub(crate) fn letters(asking: &Asking, event: &Event, council: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for tells in &asking.act.tells {
        let Some(template) = asking.practice.templates.get(&tells.letter) else { continue };
        for person in recipients(asking, &tells.to) {
            // Who is told in two ways, as a carer and as one who came, is written to once.
            if letters.iter().any(|letter| letter.to == person.id && letter.name == template.name) {
                continue;
            }
            // What was settled of one person, such as how much of a plan they get, is settled for nobody else.
            let writing = Writing { asking, event, council, person };
            if !writing.passes(tells.when.as_ref(), None) {
                continue;
            }
            let document = gate::redact(asking.case, person, writing.document(template));
            letters.push(Letter { name: template.name.clone(), to: person.id, document });
        }
    }
    letters
}

/// To whom something goes: to those with that part in the case, or to those whom a field names.
pub(crate) fn recipients<'a>(asking: &Asking<'a>, to: &'a str) -> Vec<&'a Person> {
    let part: Vec<&Person> = asking.case.with_part(to).collect();
    if !part.is_empty() {
        return part;
    }
    let named = asking.value(to).map(Value::people).unwrap_or_default();
    named.iter().filter_map(|id| asking.case.person(*id)).collect()
}

/// One letter being written.
struct Writing<'a> {
    asking: &'a Asking<'a>,
    event: &'a Event,
    council: &'a str,
    person: &'a Person,
}

impl Writing<'_> {
    fn document(&self, template: &Template) -> Document {
        let mut head = vec![self.person.name.clone()];
        head.extend(self.person.address.iter().flat_map(|address| address.lines().map(str::to_owned)));
        let mut blocks = vec![
            Block::Lines { lines: vec![self.council.to_owned(), written(self.event.on)], right: true },
            Block::Lines { lines: head, right: false },
            Block::paragraph(format!("Dear {},", self.person.name)),
            Block::Paragraph { text: vec![Span::strong(self.fill(&template.subject, None).unwrap_or_default())] },
        ];
        self.parts(template, &mut blocks);
        let mut next = template.ends_with.as_ref().and_then(|name| self.asking.practice.templates.get(name));
        while let Some(ending) = next {
            self.parts(ending, &mut blocks);
            let after = ending.ends_with.as_ref().filter(|name| **name != ending.name);
            next = after.and_then(|name| self.asking.practice.templates.get(name));
        }
        without_bare_headings(&mut blocks);
        blocks.push(Block::paragraph("Yours sincerely,"));
        blocks.push(Block::Lines {
            lines: vec!["Children’s services".to_owned(), self.council.to_owned()],
            right: false,
        });
        if !self.asking.case.reference.is_empty() {
            blocks.push(Block::note(format!("Our reference: {}", self.asking.case.reference)));
        }
        let title = self.fill(&template.subject, None).unwrap_or_default();
        Document { title, kind: paper::Kind::Letter, size: Size::Usual, blocks }
    }

    /// The parts in their order; those in a row that are for each row of one field are written row by row.
    fn parts(&self, template: &Template, blocks: &mut Vec<Block>) {
        for together in template.parts.chunk_by(|a, b| a.each == b.each) {
            let rows = together.first().and_then(|part| part.each.as_ref());
            let rows = rows.map(|rows| self.said(rows).map(Value::rows).unwrap_or_default());
            match rows {
                None => together.iter().for_each(|part| self.part(part, None, blocks)),
                Some(rows) => {
                    rows.iter().for_each(|row| together.iter().for_each(|part| self.part(part, Some(row), blocks)));
                }
            }
        }
    }

    /// What the form says of a field; only where it does not ask it, what was said last in the matter. What was said of
    /// one person, such as why it is right that they take part, is told to nobody else.
    fn said(&self, field: &str) -> Option<&Value> {
        let asking = self.asking;
        let of_others = |values: &Values| {
            let about = values.get("person").map(Value::people).unwrap_or_default();
            !about.is_empty() && !about.contains(&self.person.id)
        };
        // What the form asks and was left empty was not said.
        if asking.act.asks.iter().any(|column| column.field == field) {
            return asking.values.get(field);
        }
        let matters = asking.case.lineage(asking.id()).into_iter().filter_map(|id| asking.case.matter(id));
        let done = matters.flat_map(|matter| matter.done.iter().rev());
        done.filter(|done| !of_others(&done.values)).find_map(|done| done.values.get(field))
    }

    /// Whether what was said passes a test: in the row where the field is a column of it, in the case otherwise.
    fn passes(&self, test: Option<&Test>, row: Option<&Values>) -> bool {
        holds(test, |field| match row {
            Some(row) if self.is_column(field) => row.get(field),
            _ => self.said(field),
        })
    }

    /// Whether a field of the row names whoever gets the letter: by the whole name or, where nobody else in the case has
    /// it, by the first.
    fn is_theirs(&self, field: &str, row: Option<&Values>) -> bool {
        let first = |person: &Person| person.name.split_whitespace().next().unwrap_or_default().to_lowercase();
        let own = first(self.person);
        let said = row.and_then(|row| row.get(field)).and_then(Value::text).unwrap_or_default();
        let others = self.asking.case.people.iter().filter(|person| person.id != self.person.id);
        let is_shared = others.map(first).any(|other| other == own);
        gate::is_named(said, &self.person.name) || (!is_shared && gate::is_named(said, &own))
    }

    fn part(&self, part: &Part, row: Option<&Values>, blocks: &mut Vec<Block>) {
        let is_barred = part.unless.is_some() && self.passes(part.unless.as_ref(), row);
        let is_of_others = part.names.as_ref().is_some_and(|field| !self.is_theirs(field, row));
        if is_barred || is_of_others || !self.passes(part.when.as_ref(), row) {
            return;
        }
        match &part.is {
            Is::Heading(words) => blocks.extend(self.fill(words, row).map(|text| Block::heading(2, text))),
            Is::Paragraph(words) => blocks.extend(self.fill(words, row).map(Block::paragraph)),
            Is::Item(words) => {
                let Some(text) = self.fill(words, row) else { return };
                let item = vec![Span::plain(text)];
                match blocks.last_mut() {
                    Some(Block::List { items, .. }) => items.push(item),
                    _ => blocks.push(Block::List { style: ListStyle::Dots, items: vec![item] }),
                }
            }
            Is::Dates => blocks.extend(list(self.dates())),
            Is::Law => blocks.extend(list(self.law())),
        }
    }

    /// The words with their gaps filled; none where something that was left out belongs there.
    fn fill(&self, words: &str, row: Option<&Values>) -> Option<String> {
        let mut text = words.to_owned();
        for gap in gaps(words) {
            let said = row.and_then(|row| row.get(gap).map(|value| self.words(gap, value)));
            let said = match (said, row) {
                (Some(said), _) => said,
                (None, Some(_)) if self.is_column(gap) => return None,
                _ => self.gap(gap)?,
            };
            let mark = format!("{{{gap}}}");
            // Words that end in a full stop need no second one.
            let before_stop = if said.ends_with(['.', '!', '?']) { format!("{mark}.") } else { String::new() };
            let mark = if !before_stop.is_empty() && text.contains(&before_stop) { before_stop } else { mark };
            text = text.replacen(&mark, &said, 1);
        }
        Some(text)
    }

    fn is_column(&self, gap: &str) -> bool {
        let fields = self.asking.practice.fields.values();
        fields.flat_map(|field| field.columns()).any(|column| column.field == gap)
    }

    fn gap(&self, gap: &str) -> Option<String> {
        let case = self.asking.case;
        let names = |part: &str| {
            let names: Vec<&str> = case.with_part(part).map(|person| person.name.as_str()).collect();
            (!names.is_empty()).then(|| and(&names))
        };
        match gap {
            "child" => Some(names("child").unwrap_or_else(|| "the child".to_owned())),
            "carer" => Some(names("carer").unwrap_or_else(|| "the carer".to_owned())),
            "recipient" => Some(self.person.name.clone()),
            "relationship" => Some(self.person.relationship.clone()),
            "council" => Some(self.council.to_owned()),
            "reference" if !case.reference.is_empty() => Some(case.reference.clone()),
            "on" => Some(written(self.event.on)),
            "today" => Some(written(self.asking.today)),
            _ => self.said(gap).map(|value| self.words(gap, value)),
        }
    }

    fn words(&self, name: &str, value: &Value) -> String {
        let field = self.asking.practice.fields.get(name);
        if let (Value::Text(text), Some(Kind::Support)) = (value, field.map(|field| &field.kind)) {
            return self.asking.law.support(text).map_or_else(|| text.clone(), |support| support.title.clone());
        }
        if let (Value::Text(text), Some(Kind::Provision)) = (value, field.map(|field| &field.kind)) {
            return cited(self.asking.law, text);
        }
        say(
            value,
            |option| field.and_then(|field| field.words_of(option)).unwrap_or(option).to_owned(),
            |id| self.asking.case.person(id).map_or_else(String::new, |person| person.name.clone()),
        )
    }
}

/// Takes out headings under which nothing stands.
fn without_bare_headings(blocks: &mut Vec<Block>) {
    let is_heading = |block: Option<&Block>| matches!(block, Some(Block::Heading { .. }));
    let bare: Vec<bool> = (0..blocks.len())
        .map(|at| is_heading(blocks.get(at)) && (at + 1 == blocks.len() || is_heading(blocks.get(at + 1))))
        .collect();
    let mut bare = bare.into_iter();
    blocks.retain(|_| !bare.next().unwrap_or_default());
}

fn list(items: Vec<String>) -> Option<Block> {
    (!items.is_empty()).then(|| Block::list(ListStyle::Dots, items))
}

/// A value in words.
pub fn say(value: &Value, option: impl Fn(&str) -> String, name: impl Fn(PersonId) -> String) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Day(day) => written(*day),
        Value::Choice(choice) => option(choice),
        Value::Choices(choices) => choices.iter().map(|choice| option(choice)).collect::<Vec<_>>().join("; "),
        Value::Sum(sum) => sum.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Yes(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Person(person) => name(*person),
        Value::People(people) => {
            let names: Vec<String> = people.iter().map(|person| name(*person)).collect();
            and(&names.iter().map(String::as_str).collect::<Vec<_>>())
        }
        Value::Rows(rows) => format!("{} rows", rows.len()),
        Value::Facts(facts) => format!("{} facts", facts.len()),
        Value::Paper(paper) => paper.name.clone(),
    }
}

/// Names in a row.
fn and(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
