//! A field of a form: what it asks and what may be said.

use super::list;
use law::fault::{Fault, Spot};
use law::text::Entry;

/// A field of a form.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What it asks.
    pub asks: String,
    /// A line of help.
    pub hint: Option<String>,
    /// What kind of thing may be said.
    pub kind: Kind,
    /// Whether it is asked anew each time: what was said before is not filled in.
    pub is_afresh: bool,
    /// Where it is written.
    pub spot: Spot,
}

/// What kind of thing may be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A few words on a line.
    Line,
    /// Words.
    Words,
    /// A day.
    Day,
    /// One of some options.
    Choice(Vec<Opt>),
    /// Any of some options.
    Choices(Vec<Opt>),
    /// A sum of money.
    Sum,
    /// A whole number.
    Number,
    /// Yes or no.
    YesNo,
    /// Somebody in the case.
    Person,
    /// Some people in the case.
    People,
    /// Rows of other fields.
    Rows(Vec<Column>),
    /// Facts of the law.
    Facts,
    /// A support of the law, by its name.
    Support,
    /// A provision of the law.
    Provision,
    /// Somebody who works at the council, by their account.
    Officer,
    /// A paper that is handed in with the form.
    Paper,
}

/// One of some options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opt {
    /// Its name.
    pub name: String,
    /// It, in words.
    pub words: String,
}

/// A field in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The field.
    pub field: String,
    /// Whether a row may lack it.
    pub optional: bool,
}

impl Column {
    /// Reads `name`, or `name?` for one that may be left out.
    pub(super) fn read(text: &str) -> Column {
        Column { field: text.trim_end_matches('?').to_owned(), optional: text.ends_with('?') }
    }
}

impl Field {
    pub(super) fn read(entry: &Entry, faults: &mut Vec<Fault>) -> Result<Field, Fault> {
        faults.extend(entry.unknown_keys(&["asks", "hint", "kind", "option", "columns", "afresh"]));
        let options = entry.all("option").map(|field| {
            let text = field.joined();
            let (name, words) = text.split_once("  ").ok_or_else(|| {
                Fault::new(&field.spot, "an option has a name, two spaces, and its words")
                    .hint("option  private  The family agreed it among themselves")
            })?;
            Ok(Opt { name: name.to_owned(), words: words.trim().to_owned() })
        });
        let options: Vec<Opt> = options.collect::<Result<_, Fault>>()?;
        let columns = list(&entry.text("columns").unwrap_or_default());
        let kind = match entry.must("kind")?.as_str() {
            "line" => Kind::Line,
            "words" => Kind::Words,
            "day" => Kind::Day,
            "choice" => Kind::Choice(options),
            "choices" => Kind::Choices(options),
            "sum" => Kind::Sum,
            "number" => Kind::Number,
            "yes or no" => Kind::YesNo,
            "person" => Kind::Person,
            "people" => Kind::People,
            "rows" => Kind::Rows(columns.iter().map(|name| Column::read(name)).collect()),
            "facts" => Kind::Facts,
            "support" => Kind::Support,
            "provision" => Kind::Provision,
            "officer" => Kind::Officer,
            "paper" => Kind::Paper,
            other => {
                return Err(Fault::new(&entry.spot, format!("`{other}` is not a kind of field")).hint(
                    "line, words, day, choice, choices, sum, number, yes or no, person, people, rows, facts, \
                     support, provision, officer, paper",
                ));
            }
        };
        let (name, asks, hint) = (entry.name.clone(), entry.must("asks")?, entry.text("hint"));
        let is_afresh = entry.text("afresh").is_some_and(|afresh| afresh == "yes");
        Ok(Field { name, asks, hint, kind, is_afresh, spot: entry.spot.clone() })
    }

    /// The options, where it has some.
    pub fn options(&self) -> &[Opt] {
        match &self.kind {
            Kind::Choice(options) | Kind::Choices(options) => options,
            _ => &[],
        }
    }

    /// An option's words.
    pub fn words_of(&self, option: &str) -> Option<&str> {
        self.options().iter().find(|known| known.name == option).map(|known| known.words.as_str())
    }

    /// The columns, where it is rows.
    pub fn columns(&self) -> &[Column] {
        if let Kind::Rows(columns) = &self.kind { columns } else { &[] }
    }
}
