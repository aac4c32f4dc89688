//! The clerk reads an entry into a record, and writes a record as an entry, from one and the same list of keys:
//! each kind of entry lists its keys once, in [`Form::fill`]. A key that is read is therefore always written,
//! and a key that is not in the list is a fault with a hint.

use crate::cited::Said;
use crate::eligibility::Rule;
use crate::key::{Key, Need, Shape};
use crate::stated::Stated;
use crate::written::{Id, Written};
use law::Law;
use law::fault::{Fault, Spot};
use law::text::{Entry, Field};
use std::collections::BTreeMap;

/// A kind of entry: its list of keys.
pub(crate) trait Form: Default {
    /// The word that begins an entry.
    const KIND: &'static str;
    /// The name of this entry.
    fn id(&mut self) -> &mut Id;
    /// Its keys, in the order they are written.
    fn fill(&mut self, clerk: &mut Clerk);
}

/// The names of all entries, by kind.
pub(crate) type Names = BTreeMap<String, Vec<String>>;

/// Reads or writes one entry.
pub(crate) struct Clerk<'a> {
    pub(crate) desk: Desk<'a>,
    pub(crate) law: &'a Law,
    /// The keys met so far.
    keys: Vec<Key>,
    pub(crate) faults: Vec<Fault>,
}

/// What the clerk has before them: an entry to read, or the text being written.
pub(crate) enum Desk<'a> {
    Reading(&'a Entry, &'a Names),
    Writing(String),
}

/// Reads an entry as a record.
pub(crate) fn read<F: Form>(entry: &Entry, names: &Names, law: &Law, faults: &mut Vec<Fault>) -> F {
    let mut clerk = Clerk { desk: Desk::Reading(entry, names), law, keys: Vec::new(), faults: Vec::new() };
    let mut record = F::default();
    match Id::read(&entry.name) {
        Ok(id) => *record.id() = id,
        Err(message) => clerk.faults.push(Fault::new(&entry.spot, message)),
    }
    record.fill(&mut clerk);
    let known: Vec<&str> = clerk.keys.iter().map(|key| key.name).collect();
    let rule_known = known.contains(&"");
    if let Some(stray) = entry.fields.iter().find(|field| field.key.is_empty() && !rule_known) {
        let message = format!("a {} has no outcome lines", entry.kind);
        clerk.faults.push(Fault::new(&stray.spot, message).hint("only a service or a payment says who it is for"));
    }
    clerk.faults.extend(entry.unknown_keys(&known));
    faults.append(&mut clerk.faults);
    record
}

/// Writes a record as an entry.
pub(crate) fn write<F: Form + Clone>(record: &F, law: &Law) -> String {
    let mut record = record.clone();
    let mut text = String::new();
    write_line(&mut text, F::KIND, &record.id().write());
    let mut clerk = Clerk { desk: Desk::Writing(text), law, keys: Vec::new(), faults: Vec::new() };
    record.fill(&mut clerk);
    match clerk.desk {
        Desk::Writing(text) => text,
        Desk::Reading(..) => String::new(),
    }
}

/// Every key of a kind of entry.
pub(crate) fn keys<F: Form>() -> Vec<Key> {
    let (law, mut record) = (Law::default(), F::default());
    let mut clerk = Clerk { desk: Desk::Writing(String::new()), law: &law, keys: Vec::new(), faults: Vec::new() };
    record.fill(&mut clerk);
    clerk.keys
}

impl<'a> Clerk<'a> {
    /// The fields of a key while reading; `None` while writing.
    fn fields(&mut self, key: &'static str, need: Need, shape: Shape) -> Option<Vec<&'a Field>> {
        self.keys.push(Key { name: key, many: true, need, shape });
        match &self.desk {
            Desk::Reading(entry, _) => {
                let entry: &'a Entry = entry;
                Some(entry.fields.iter().filter(|field| field.key == key).collect())
            }
            Desk::Writing(_) => None,
        }
    }

    /// The one field of a key while reading; a second is a fault.
    pub(crate) fn field(&mut self, key: &'static str, need: Need, shape: Shape) -> Option<Option<&'a Field>> {
        self.keys.push(Key { name: key, many: false, need, shape });
        let Desk::Reading(entry, _) = &self.desk else { return None };
        let entry: &'a Entry = entry;
        let mut fields = entry.all(key);
        let first = fields.next();
        if let Some(second) = fields.next() {
            let message = format!("`{key}` is written twice");
            self.faults.push(Fault::new(&second.spot, message).hint("keep one of the two lines"));
        }
        Some(first)
    }

    pub(crate) fn parse<T: Written>(&mut self, text: &str, spot: &Spot) -> Option<T> {
        match T::read(text.trim()) {
            Ok(value) => Some(value),
            Err(message) => {
                self.faults.push(Fault::new(spot, message));
                None
            }
        }
    }

    pub(crate) fn line(&mut self, key: &str, value: &str) {
        if let Desk::Writing(text) = &mut self.desk {
            write_line(text, key, value);
        }
    }

    /// A value that must be there.
    pub(crate) fn must<T: Written>(&mut self, key: &'static str, value: &mut T) {
        match self.field(key, Need::Must, T::SHAPE) {
            None => self.line(key, &value.write()),
            Some(Some(field)) => {
                if let Some(read) = self.parse(&field.joined(), &field.spot) {
                    *value = read;
                }
            }
            Some(None) => self.lacks(key),
        }
    }

    pub(crate) fn lacks(&mut self, key: &str) {
        if let Desk::Reading(entry, _) = &self.desk {
            let fault = Fault::new(&entry.spot, format!("{} {:?} has no `{key}`", entry.kind, entry.name));
            self.faults.push(fault.hint(format!("add a line `{key}` followed by two spaces and its value")));
        }
    }

    /// A value that need not be there.
    pub(crate) fn may<T: Written>(&mut self, key: &'static str, value: &mut Option<T>) {
        self.may_be(key, T::SHAPE, value);
    }

    /// A value that need not be there, of a shape that its type does not tell.
    pub(crate) fn may_be<T: Written>(&mut self, key: &'static str, shape: Shape, value: &mut Option<T>) {
        match (self.field(key, Need::May, shape), value.as_ref()) {
            (None, Some(known)) => self.line(key, &known.write()),
            (Some(Some(field)), _) => *value = self.parse(&field.joined(), &field.spot),
            _ => {}
        }
    }

    /// A value the source may be silent about; always written, so that silence shows.
    pub(crate) fn stated<T: Written>(&mut self, key: &'static str, value: &mut Stated<T>) {
        self.either(key, value, true);
    }

    /// A value the source may be silent about; not written where nothing is claimed.
    pub(crate) fn quiet<T: Written>(&mut self, key: &'static str, value: &mut Stated<T>) {
        self.either(key, value, false);
    }

    fn either<T: Written>(&mut self, key: &'static str, value: &mut Stated<T>, always: bool) {
        match self.field(key, Need::Stated, T::SHAPE) {
            None => {
                let text = value.map(T::write);
                match (text.word(), text.value()) {
                    (None, Some(text)) => self.line(key, text),
                    (Some(word), _) if always || !matches!(value, Stated::NotSeen) => self.line(key, word),
                    _ => {}
                }
            }
            Some(Some(field)) => {
                let text = field.joined();
                *value = Stated::absence(text.trim())
                    .or_else(|| self.parse(&text, &field.spot).map(Stated::Is))
                    .unwrap_or_default();
            }
            Some(None) => {}
        }
    }

    /// Several values, one to a line.
    pub(crate) fn each<T: Written>(&mut self, key: &'static str, values: &mut Vec<T>) {
        match self.fields(key, Need::May, T::SHAPE) {
            None => values.iter().for_each(|value| self.line(key, &value.write())),
            Some(fields) => {
                *values = fields.iter().filter_map(|field| self.parse(&field.joined(), &field.spot)).collect();
            }
        }
    }

    /// Several values, one to a line, or a word that says why there are none.
    pub(crate) fn stated_each<T: Written>(&mut self, key: &'static str, values: &mut Stated<Vec<T>>) {
        match self.fields(key, Need::Stated, T::SHAPE) {
            None => match &*values {
                Stated::Is(list) => list.iter().for_each(|value| self.line(key, &value.write())),
                Stated::NotSeen => {}
                absent => self.line(key, absent.word().unwrap_or_default()),
            },
            Some(fields) => {
                let absent = fields.iter().find_map(|field| Stated::absence(field.joined().trim()));
                *values = match (fields.is_empty(), absent) {
                    (true, _) => Stated::NotSeen,
                    (_, Some(absent)) => absent,
                    _ => {
                        Stated::Is(fields.iter().filter_map(|field| self.parse(&field.joined(), &field.spot)).collect())
                    }
                };
            }
        }
    }

    /// Yes, or nothing.
    pub(crate) fn flag(&mut self, key: &'static str, value: &mut bool) {
        match self.field(key, Need::May, Shape::Flag) {
            None if *value => self.line(key, "yes"),
            Some(Some(field)) => match field.value.as_str() {
                "yes" => *value = true,
                "no" => *value = false,
                other => self.faults.push(Fault::new(&field.spot, format!("{other:?} is neither yes nor no"))),
            },
            _ => {}
        }
    }

    /// Words that may end in citations of the law, one piece to a line.
    pub(crate) fn said(&mut self, key: &'static str, list: &mut Vec<Said>) {
        self.said_if(key, Need::May, list);
    }

    fn said_if(&mut self, key: &'static str, need: Need, list: &mut Vec<Said>) {
        match self.fields(key, need, Shape::Cited) {
            None => list.iter().for_each(|said| self.line(key, &said.write())),
            Some(fields) => {
                let law = self.law;
                *list = (fields.iter())
                    .map(|field| Said::read(&field.joined(), &field.spot, law, &mut self.faults))
                    .collect();
            }
        }
    }

    /// Paragraphs that may end in citations, or a word that says why there are none.
    pub(crate) fn prose(&mut self, key: &'static str, prose: &mut Stated<Vec<Said>>) {
        let absent = match &self.desk {
            Desk::Reading(entry, _) if entry.field(key).is_none() => Some(Stated::NotSeen),
            Desk::Reading(entry, _) => entry.text(key).and_then(|text| Stated::absence(text.trim())),
            Desk::Writing(_) => None,
        };
        if let Some(absent) = absent {
            self.keys.push(Key { name: key, many: true, need: Need::Stated, shape: Shape::Cited });
            *prose = absent;
            return;
        }
        match (&self.desk, prose.word()) {
            (Desk::Writing(_), Some(word)) => {
                self.keys.push(Key { name: key, many: true, need: Need::Stated, shape: Shape::Cited });
                self.line(key, word);
            }
            _ => {
                let mut list = prose.value().cloned().unwrap_or_default();
                self.said_if(key, Need::Stated, &mut list);
                *prose = Stated::Is(list);
            }
        }
    }

    /// The outcome lines, where there are any.
    pub(crate) fn rule(&mut self, rule: &mut Option<Rule>) {
        self.keys.push(Key { name: "", many: true, need: Need::May, shape: Shape::Rule });
        match (&mut self.desk, rule.as_ref()) {
            (Desk::Reading(entry, _), _) if entry.fields.iter().any(|field| field.key.is_empty()) => {
                *rule = Some(Rule::read(entry, self.law, &mut self.faults));
            }
            (Desk::Writing(text), Some(rule)) => text.push_str(&rule.write(&self.law.facts)),
            _ => {}
        }
    }
}

/// Writes `key  value`, carrying long values on to indented lines.
pub(crate) fn write_line(text: &mut String, key: &str, value: &str) {
    let width = (key.chars().count() + 2).max(12);
    // A value that begins with `when` would read as an outcome line, so it begins on the next line.
    let below = value.starts_with("when");
    text.push_str(&if below { format!("{key}\n") } else { format!("{key:<width$}") });
    wrap(text, value, if below { 0 } else { width }, if below { "  " } else { "" }, "  ");
}

/// Writes words in lines of at most a hundred letters; no line begins with the mark of a note.
pub(crate) fn wrap(text: &mut String, value: &str, start: usize, first: &str, rest: &str) {
    const WIDTH: usize = 100;
    text.push_str(first);
    let mut column = start + first.len();
    for (place, word) in value.split(' ').enumerate() {
        let length = word.chars().count();
        if place > 0 && column + 1 + length > WIDTH && !word.starts_with('#') {
            text.push('\n');
            text.push_str(rest);
            column = rest.len();
        } else if place > 0 {
            text.push(' ');
            column += 1;
        }
        text.push_str(word);
        column += length;
    }
    text.push('\n');
}
