//! The letters that an act makes: a template filled with what was said, the days that run from it, and the law it rests on.

use crate::asking::Asking;
use crate::case::holds;
use crate::due::last_day;
use crate::event::Event;
use crate::gate;
use crate::matter::{Watch, Watched};
use crate::person::{Person, PersonId};
use crate::practice::{Is, Kind, Part, Template, gaps};
use crate::value::{Value, Values};
use jiff::civil::Date;
use law::Law;
use law::cite::{Cite, Sureness};
use law::fault::Spot;
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
    let mut letters = Vec::new();
    for tells in asking.act.tells.iter().filter(|tells| holds(tells.when.as_ref(), |field| asking.value(field))) {
        let Some(template) = asking.practice.templates.get(&tells.letter) else { continue };
        for person in recipients(asking, &tells.to) {
            let writing = Writing { asking, event, council, person };
            let document = gate::redact(asking.case, person, writing.document(template));
            letters.push(Letter { name: template.name.clone(), to: person.id, document });
        }
    }
    letters
}

fn recipients<'a>(asking: &Asking<'a>, to: &'a str) -> Vec<&'a Person> {
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

    fn parts(&self, template: &Template, blocks: &mut Vec<Block>) {
        for part in &template.parts {
            if !self.holds(part) {
                continue;
            }
            match &part.each {
                None => self.part(part, None, blocks),
                Some(rows) => {
                    let rows = self.asking.value(rows).map(Value::rows).unwrap_or_default();
                    rows.iter().for_each(|row| self.part(part, Some(row), blocks));
                }
            }
        }
    }

    /// A test of a part outside rows is on the form, or on what was said before.
    fn holds(&self, part: &Part) -> bool {
        holds(part.when.as_ref(), |field| self.asking.value(field))
    }

    fn part(&self, part: &Part, row: Option<&Values>, blocks: &mut Vec<Block>) {
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
            text = text.replacen(&format!("{{{gap}}}"), &said, 1);
        }
        Some(text)
    }

    fn is_column(&self, gap: &str) -> bool {
        let rows = self.asking.act.asks.iter().filter_map(|column| self.asking.practice.fields.get(&column.field));
        rows.flat_map(|field| field.columns()).any(|column| column.field == gap)
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
            _ => self.asking.value(gap).map(|value| self.words(gap, value)),
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

    /// The days that run from this letter.
    fn dates(&self) -> Vec<String> {
        let starts = self
            .asking
            .act
            .starts
            .iter()
            .filter(|starts| holds(starts.when.as_ref(), |field| self.asking.value(field)));
        let clocks = starts.filter_map(|starts| {
            let from = starts.from.as_ref().and_then(|field| self.asking.value(field)).and_then(Value::day);
            let watch = Watch {
                what: Watched::Clock(starts.clock.clone()),
                from: from.unwrap_or(self.event.on),
                started: 0,
                extended: Vec::new(),
                met: None,
            };
            let clock = self.asking.law.clock(&starts.clock)?;
            Some(format!("{}: by {}.", clock.title, written(last_day(&watch, self.asking.law)?)))
        });
        let diary = self.asking.act.diary.iter().filter_map(|diary| {
            let day = self.asking.values.get(&diary.by).and_then(Value::day)?;
            Some(format!("{}: by {}.", diary.words, written(day)))
        });
        clocks.chain(diary).collect()
    }

    /// What the act and the rows of the form rest on, each once.
    fn law(&self) -> Vec<String> {
        let law = self.asking.law;
        let mut provisions: Vec<String> = self.asking.act.cites.iter().map(|cite| says(law, cite)).collect();
        let rows = self.asking.values.values().flat_map(Value::rows).flat_map(|row| row.iter());
        let plain = self.asking.values.iter();
        for (name, value) in plain.chain(rows) {
            let is_provision = self.asking.practice.fields.get(name).is_some_and(|field| field.kind == Kind::Provision);
            if let (true, Value::Text(provision)) = (is_provision, value) {
                let spot = Spot::default();
                provisions.push(says(law, &Cite { provision: provision.clone(), mark: None, spot }));
            }
        }
        let mut once = Vec::new();
        provisions.into_iter().for_each(|says| {
            if !once.contains(&says) {
                once.push(says);
            }
        });
        once
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

/// How a provision is named.
pub fn cited(law: &Law, provision: &str) -> String {
    let found = law.provision(provision);
    let of = found.and_then(|found| Some((found, law.instrument(found.instrument())?)));
    of.map_or_else(|| provision.to_owned(), |(found, of)| of.cite(found))
}

/// What a citation says, and that it was not checked where it was not.
fn says(law: &Law, cite: &Cite) -> String {
    let name = cited(law, &cite.provision);
    let says = law.provision(&cite.provision).map_or("", |found| found.says.as_str());
    let mark = match law.sureness(cite) {
        Sureness::Seen | Sureness::Excerpt => "",
        _ => " (We have not yet checked this against the law’s own words.)",
    };
    format!("{name}: {says}{mark}")
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
