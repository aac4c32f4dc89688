//! Entries of an offer as rows of a table, one column for each key, and back: CSV (RFC 4180) that a spreadsheet can open.
//!
//! Several values of one key stand in one cell, a line each; a rule stands in the cell `rule`, as files write it.

use crate::clerk::{self, Form, Names};
use crate::contact::{Contact, Organisation};
use crate::decision::{Body, Clock, Complaint};
use crate::head::Head;
use crate::history::{Event, Remark};
use crate::key::{Key, keys};
use crate::money::Payment;
use crate::offer::{KINDS, Named, Offer};
use crate::page::Page;
use crate::section::{Section, Statement};
use crate::service::Service;
use law::Law;
use law::fault::{Fault, Spot};
use law::text::{self, Entry, Field, SourceFile};

/// The name of the column for the outcome lines.
pub const RULE: &str = "rule";

/// One entry as a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name in the files.
    pub id: String,
    /// The values of each key, in the order of [`keys`]; none where the key is not written.
    pub cells: Vec<Vec<String>>,
}

/// The name of a key's column.
pub fn column(key: &Key) -> &'static str {
    if key.name.is_empty() { RULE } else { key.name }
}

/// Every entry of a kind, in the order of the offer; none for a word that is not a kind.
pub fn rows(offer: &Offer, kind: &str, law: &Law) -> Vec<Row> {
    fn of<F: Form + Clone>(list: &[F], law: &Law) -> Vec<Row> {
        list.iter().filter_map(|record| row(F::KIND, &clerk::write(record, law))).collect()
    }
    match kind {
        Head::KIND => of(std::slice::from_ref(&offer.head), law),
        Statement::KIND => of(&offer.statements, law),
        Page::KIND => of(&offer.pages, law),
        Section::KIND => of(&offer.sections, law),
        Service::KIND => of(&offer.services, law),
        Payment::KIND => of(&offer.payments, law),
        Body::KIND => of(&offer.bodies, law),
        Clock::KIND => of(&offer.clocks, law),
        Contact::KIND => of(&offer.contacts, law),
        Organisation::KIND => of(&offer.organisations, law),
        Complaint::KIND => of(&offer.complaints, law),
        Event::KIND => of(&offer.events, law),
        Remark::KIND => of(&offer.remarks, law),
        _ => Vec::new(),
    }
}

fn row(kind: &str, written: &str) -> Option<Row> {
    let (entries, _) = text::read(&SourceFile { path: String::new(), text: written.to_owned() }, &KINDS);
    let entry = entries.into_iter().next()?;
    let cells = keys(kind)?.into_iter().map(|key| match key.name {
        "" => rule_text(&entry).into_iter().collect(),
        name => entry.all(name).map(Field::joined).collect(),
    });
    Some(Row { cells: cells.collect(), id: entry.name })
}

/// The outcome lines as files write them.
fn rule_text(entry: &Entry) -> Option<String> {
    let mut text = String::new();
    for field in entry.all("") {
        text.push_str(&format!("{}\n", field.value));
        for line in &field.lines {
            text.push_str(&format!("{:indent$}{}\n", "", line.text, indent = line.indent));
        }
    }
    (!text.is_empty()).then(|| text.trim_end().to_owned())
}

/// A cell that no spreadsheet takes for a formula: what begins like one has an apostrophe before it.
///
/// ```
/// use offer::exchange::table::{guard, unguard};
/// assert_eq!(guard("=1+1"), "'=1+1");
/// assert_eq!(unguard("'=1+1"), "=1+1");
/// assert_eq!(guard("It's free"), "It's free");
/// ```
pub fn guard(cell: &str) -> String {
    match cell.starts_with(FORMULA) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}

/// What was written, of a cell that may have been guarded.
pub fn unguard(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(cell)
}

const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

/// Rows of text as CSV, each cell guarded.
pub fn csv<'a>(header: impl IntoIterator<Item = &'a str>, rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory does not fail, and rows are as long as the header.
    let _ = writer.write_record(header);
    for row in rows {
        let _ = writer.write_record(row.iter().map(|cell| guard(cell)));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

impl Offer {
    /// The services as CSV, with a header of their keys.
    pub fn services_csv(&self, law: &Law) -> String {
        let known = keys(Service::KIND).unwrap_or_default();
        let header = std::iter::once("id").chain(known.iter().map(column));
        let rows = rows(self, Service::KIND, law).into_iter().map(|row| {
            let cells = row.cells.iter().map(|values| values.join("\n"));
            std::iter::once(row.id).chain(cells).collect()
        });
        csv(header, rows)
    }

    /// Reads services from CSV with a header of their keys and `id`. What they name, such as contacts and pages, must be
    /// in this offer.
    ///
    /// What could be read is returned even where there are faults; each fault has the line of its row and its column.
    pub fn read_services_csv(&self, text: &str, law: &Law) -> (Vec<Service>, Vec<Fault>) {
        let known = keys(Service::KIND).unwrap_or_default();
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let mut lines = Lines { text, byte: 0, line: 1 };
        let mut faults = Vec::new();
        let header: Vec<String> = match reader.headers() {
            Ok(header) => header.iter().map(|name| name.trim().to_lowercase()).collect(),
            Err(error) => return (Vec::new(), vec![unreadable(&error, 1)]),
        };
        check_header(&header, &known, &mut faults);
        let names = self.names();
        let mut services: Vec<Service> = Vec::new();
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    faults.push(unreadable(&error, lines.at(error.position())));
                    continue;
                }
            };
            let line = lines.at(record.position());
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if record.len() != header.len() {
                let message = format!("this row has {} cells and the header has {}", record.len(), header.len());
                faults.push(Fault::new(&spot(line, 0), message).hint("put cells with commas between quotation marks"));
            }
            let entry = entry(&header, &known, &record, line, &mut faults);
            let service: Service = clerk::read(&entry, &names, law, &mut faults);
            if services.iter().any(|other| other.id == service.id) {
                let message = format!("service {} is in the table twice", service.id);
                faults.push(Fault::new(&entry.spot, message).hint("give each service a name of its own under `id`"));
            }
            services.push(service);
        }
        (services, faults)
    }

    /// The names of all entries, by kind.
    fn names(&self) -> Names {
        fn of<T: Named>(list: &[T]) -> Vec<String> {
            list.iter().map(|record| record.name_of().to_string()).collect()
        }
        [
            ("page", of(&self.pages)),
            ("section", of(&self.sections)),
            ("service", of(&self.services)),
            ("payment", of(&self.payments)),
            ("contact", of(&self.contacts)),
            ("body", of(&self.bodies)),
            ("clock", of(&self.clocks)),
            ("organisation", of(&self.organisations)),
        ]
        .into_iter()
        .map(|(kind, names)| (kind.to_owned(), names))
        .collect()
    }
}

fn spot(line: usize, column: usize) -> Spot {
    Spot { file: "table".into(), line, column: column + 1 }
}

/// Counts lines as a person does who looks at the text: the reader counts those of CRLF one short.
struct Lines<'a> {
    text: &'a str,
    byte: usize,
    line: usize,
}

impl Lines<'_> {
    fn at(&mut self, position: Option<&csv::Position>) -> usize {
        let wanted = position.map_or(self.byte, |position| position.byte() as usize);
        let rest = self.text.as_bytes().get(wanted..).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let between = self.text.as_bytes().get(self.byte..wanted + blank).unwrap_or_default();
        self.line += between.iter().filter(|byte| **byte == b'\n').count();
        self.byte += between.len();
        self.line
    }
}

fn unreadable(error: &csv::Error, line: usize) -> Fault {
    Fault::new(&spot(line, 0), format!("this is not CSV: {error}")).hint("save the table again as CSV in UTF-8")
}

fn check_header(header: &[String], known: &[Key], faults: &mut Vec<Fault>) {
    let names: Vec<&str> = ["id", "council"].into_iter().chain(known.iter().map(column)).collect();
    for (place, name) in header.iter().enumerate() {
        if !names.contains(&name.as_str()) {
            let fault = Fault::new(&spot(1, place), format!("there is no key `{name}` for a service"));
            faults.push(
                fault.nearest(name, names.iter().copied()).hint("the keys are in the schema of the offer format"),
            );
        }
        if header[..place].contains(name) {
            faults.push(Fault::new(&spot(1, place), format!("the column `{name}` is there twice")).hint("keep one"));
        }
    }
    if !header.iter().any(|name| name == "id") {
        let fault = Fault::new(&spot(1, 0), "there is no column `id`");
        faults.push(fault.hint("add it, with a name of small letters, digits and dashes for each service"));
    }
}

fn entry(header: &[String], known: &[Key], record: &csv::StringRecord, line: usize, faults: &mut Vec<Fault>) -> Entry {
    let mut entry = Entry {
        kind: Service::KIND.to_owned(),
        name: String::new(),
        spot: spot(line, 0),
        fields: Vec::new(),
        body: None,
    };
    for (place, (name, cell)) in header.iter().zip(record.iter()).enumerate() {
        let cell = unguard(cell).trim();
        let at = spot(line, place);
        if name == "id" {
            entry.name = cell.to_owned();
        } else if name == RULE && !cell.is_empty() {
            entry.fields.extend(rule_fields(cell, &at, faults));
        } else if let Some(key) = known.iter().find(|key| key.name == name).filter(|_| !cell.is_empty()) {
            let lines: Vec<&str> = cell.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            let values = if key.many { lines.into_iter().map(str::to_owned).collect() } else { vec![lines.join(" ")] };
            let field = |value| Field { key: name.clone(), value, spot: at.clone(), lines: Vec::new() };
            entry.fields.extend(values.into_iter().map(field));
        }
    }
    entry
}

/// The outcome lines of a cell; anything else in it is a fault.
fn rule_fields(cell: &str, at: &Spot, faults: &mut Vec<Fault>) -> Vec<Field> {
    let text = format!("{}  rule\n{cell}\n", Service::KIND);
    let (entries, found) = text::read(&SourceFile { path: at.file.to_string(), text }, &KINDS);
    let moved = |fault: Fault| Fault { spot: at.clone(), ..fault };
    faults.extend(found.into_iter().map(moved));
    if entries.len() > 1 {
        faults.push(Fault::new(at, "this cell holds more than a rule").hint("write only outcome lines in it"));
    }
    let mut fields = entries.into_iter().next().map(|entry| entry.fields).unwrap_or_default();
    for field in &mut fields {
        field.spot = at.clone();
        field.lines.iter_mut().for_each(|line| line.spot = at.clone());
        if !field.key.is_empty() {
            let fault = Fault::new(at, format!("`{}` is not an outcome line", field.key));
            faults.push(fault.hint("begin each with an outcome and `when`, or with `otherwise`"));
        }
    }
    fields.retain(|field| field.key.is_empty());
    fields
}
