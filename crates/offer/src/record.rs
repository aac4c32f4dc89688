//! One entry of an offer as text, whole or not yet whole: what an editor works on before anything is checked.
//!
//! An offer is its records. A record keeps what was typed even where that is wrong, so that nothing is lost;
//! [`Offer::load`](crate::Offer::load) over all records says what is wrong, and where.

use crate::clerk::write_line;
use crate::offer::KINDS;
use crate::written::{Id, Written};
use law::fault::{Fault, Spot};
use law::text::{self, Entry, SourceFile};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Which record: its kind and its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RecordId {
    /// The kind of entry, such as `service`.
    pub kind: String,
    /// Its name.
    pub id: String,
}

impl RecordId {
    /// The record of that kind and name.
    ///
    /// # Errors
    /// Where there is no such kind, or the name is not made of small letters, digits and dashes.
    pub fn new(kind: &str, id: &str) -> Result<RecordId, String> {
        if !KINDS.contains(&kind) {
            return Err(format!("{kind:?} is not a kind of entry; the kinds are: {}", KINDS.join(", ")));
        }
        Id::read(id).map(|id| RecordId { kind: kind.to_owned(), id: id.to_string() })
    }

    /// The name of the file it is checked as, so that a fault's place names the record.
    fn path(&self) -> String {
        format!("{self}.law")
    }

    /// The record that a fault's place names.
    pub fn of_spot(spot: &Spot) -> Option<RecordId> {
        let (kind, id) = spot.file.strip_suffix(".law")?.split_once('/')?;
        RecordId::new(kind, id).ok()
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind, self.id)
    }
}

/// One entry as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Record {
    id: RecordId,
    text: String,
}

impl Record {
    /// The one record in a text.
    ///
    /// # Errors
    /// Where the text holds no entry, more than one, or lines that belong to none.
    pub fn read(text: &str) -> Result<Record, Fault> {
        let (mut records, mut faults) = Record::read_all(text, "text.law");
        let here = Spot { file: "text.law".into(), line: 1, column: 1 };
        match (faults.is_empty(), records.len()) {
            (false, _) => Err(faults.swap_remove(0)),
            (true, 1) => Ok(records.swap_remove(0)),
            (true, count) => Err(Fault::new(&here, format!("{count} entries stand here, and one is expected"))),
        }
    }

    /// Every record in a text, in order, with what could not be placed. Notes that begin with `#` are not kept.
    pub fn read_all(text: &str, path: &str) -> (Vec<Record>, Vec<Fault>) {
        let file = SourceFile { path: path.to_owned(), text: text.to_owned() };
        let (entries, mut faults) = text::read(&file, &KINDS);
        let mut records = Vec::new();
        for entry in entries {
            match RecordId::new(&entry.kind, &entry.name) {
                Ok(id) => records.push(Record { text: write(&id, &fields_of(&entry)), id }),
                Err(message) => faults.push(Fault::new(&entry.spot, message)),
            }
        }
        (records, faults)
    }

    /// A record made of its fields: keys and values, in order. The outcome lines are one field without a key.
    ///
    /// # Errors
    /// Where a value would begin another entry, or outcome lines are not outcome lines.
    pub fn from_fields(id: RecordId, fields: &[(String, String)]) -> Result<Record, Fault> {
        let record = Record::read(&write(&id, fields))?;
        let here = |message: &str| Fault::new(&Spot { file: id.path().into(), line: 1, column: 1 }, message);
        if record.id != id {
            return Err(here("a value reads as the beginning of another entry"));
        }
        let stray = record.fields().into_iter().find(|(key, _)| !fields.iter().any(|(known, _)| known == key));
        match stray {
            Some((key, _)) => Err(here(&format!("`{key}` stands among the outcome lines, and is not one"))
                .hint("an outcome line looks like `may when` with conditions indented beneath, or `otherwise no`")),
            None => Ok(record),
        }
    }

    /// Which record it is.
    pub fn id(&self) -> &RecordId {
        &self.id
    }

    /// Its text, in one form.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its keys and values, in order. The outcome lines are one field without a key.
    pub fn fields(&self) -> Vec<(String, String)> {
        let (entries, _) = text::read(&self.file(), &KINDS);
        entries.first().map(fields_of).unwrap_or_default()
    }

    /// The values of one key, in order.
    pub fn values(&self, key: &str) -> Vec<String> {
        self.fields().into_iter().filter(|(known, _)| known == key).map(|(_, value)| value).collect()
    }

    /// What a reader calls it: its title or name, or else its name in the files.
    pub fn title(&self) -> String {
        let fields = self.fields();
        let of = |wanted: &str| fields.iter().find(|(key, _)| key == wanted).map(|(_, value)| value.clone());
        of("title").filter(|title| title != "not stated").or_else(|| of("name")).unwrap_or_else(|| self.id.id.clone())
    }

    /// The record as a file to be loaded.
    pub fn file(&self) -> SourceFile {
        SourceFile { path: self.id.path(), text: self.text.clone() }
    }

    /// The key that a line of the record belongs to; `None` for its first line and for lines it does not have.
    pub fn key_at(&self, line: usize) -> Option<String> {
        let (entries, _) = text::read(&self.file(), &KINDS);
        let fields = &entries.first()?.fields;
        fields.iter().rev().find(|field| field.spot.line <= line).map(|field| field.key.clone())
    }
}

impl TryFrom<String> for Record {
    type Error = Fault;

    fn try_from(text: String) -> Result<Record, Fault> {
        Record::read(&text)
    }
}

impl From<Record> for String {
    fn from(record: Record) -> String {
        record.text
    }
}

/// The keys and values of an entry; all outcome lines together, with their lines kept apart.
fn fields_of(entry: &Entry) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut rule = String::new();
    for field in &entry.fields {
        if field.key.is_empty() {
            rule.push_str(field.value.trim_end());
            rule.push('\n');
            for line in &field.lines {
                rule.push_str(&format!("{:indent$}{}\n", "", line.text, indent = line.indent));
            }
        } else {
            fields.push((field.key.clone(), field.joined()));
        }
    }
    if !rule.is_empty() {
        fields.push((String::new(), rule.trim_end().to_owned()));
    }
    fields
}

fn write(id: &RecordId, fields: &[(String, String)]) -> String {
    let mut text = String::new();
    write_line(&mut text, &id.kind, &id.id);
    for (key, value) in fields {
        if key.is_empty() {
            value.lines().map(str::trim_end).filter(|line| !line.is_empty()).for_each(|line| {
                text.push_str(line);
                text.push('\n');
            });
        } else {
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            if !value.is_empty() {
                write_line(&mut text, key, &value);
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "service     group\nname        A group\nnote        one\nnote        two\n\
        may when all of  [ca-1989/17]\n  child_age < 2\n  because  So it is.\notherwise no\n  because  Not so.\n";

    #[test]
    fn a_record_keeps_its_fields_in_order() {
        let record = Record::read(TEXT).unwrap();
        assert_eq!(record.id().to_string(), "service/group");
        assert_eq!(record.values("note"), ["one", "two"]);
        assert_eq!(record.values("").len(), 1);
        assert_eq!(Record::from_fields(record.id().clone(), &record.fields()).unwrap(), record);
        assert_eq!(record.key_at(4).as_deref(), Some("note"));
        assert_eq!(record.title(), "A group");
    }

    #[test]
    fn outcome_lines_cannot_smuggle_in_another_entry_or_key() {
        let id = RecordId::new("service", "group").unwrap();
        for bad in ["otherwise no\nservice  other\nname  x", "otherwise no\ncost  free", "  because  adrift"] {
            assert!(Record::from_fields(id.clone(), &[(String::new(), bad.to_owned())]).is_err(), "{bad}");
        }
        assert!(RecordId::new("teapot", "x").is_err());
        assert!(RecordId::new("service", "../x").is_err());
    }

    proptest! {
        #[test]
        fn whatever_is_typed_reads_back(value in "\\PC{0,300}", other in "[a-z #|'\"\\[\\]:]{0,60}") {
            let id = RecordId::new("service", "x").unwrap();
            let typed = [("name".to_owned(), value.clone()), ("note".to_owned(), other.clone())];
            let record = Record::from_fields(id, &typed).unwrap();
            let clean = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let read = |key: &str| record.values(key).first().cloned().unwrap_or_default();
            prop_assert_eq!(clean(&read("name")), clean(&value));
            prop_assert_eq!(clean(&read("note")), clean(&other));
            prop_assert_eq!(Record::read(record.text()).unwrap(), record);
        }
    }
}
