//! How the answers to a question are written in the yearly returns to the Department for Education. A list of codes counts
//! from a year on, until a later one takes its place.

use super::{Kind, Practice, list};
use law::fault::{Fault, Spot};
use law::text::Entry;

/// How the answers to one question are written in the returns of some years.
#[derive(Clone, Debug)]
pub struct Codes {
    /// The question: a field.
    pub field: String,
    /// Where the returns ask it.
    pub within: String,
    /// The first return it is for, named by the year in which that ends.
    pub from: i16,
    /// Where the codes were read, and how sure we are of them.
    pub source: String,
    /// Each answer with its code.
    pub codes: Vec<(String, String)>,
    /// The answers that do not settle the code.
    pub leaves_open: Vec<String>,
    /// Where it is written.
    pub spot: Spot,
}

impl Codes {
    pub(super) fn read(entry: &Entry, faults: &mut Vec<Fault>) -> Result<Codes, Fault> {
        faults.extend(entry.unknown_keys(&["in", "from", "source", "code", "leaves open"]));
        let codes = entry.all("code").map(|field| {
            let text = field.joined();
            let (answer, code) = text.split_once("  ").ok_or_else(|| {
                Fault::new(&field.spot, "a code stands after an answer and two spaces").hint("code  girl  F")
            })?;
            Ok((answer.to_owned(), code.trim().to_owned()))
        });
        let from = entry.must("from")?;
        let year = || Fault::new(&entry.spot, format!("{from:?} is not a year")).hint("from  2026");
        Ok(Codes {
            field: entry.name.clone(),
            within: entry.must("in")?,
            from: from.parse().map_err(|_| year())?,
            source: entry.must("source")?,
            codes: codes.collect::<Result<_, Fault>>()?,
            leaves_open: list(&entry.text("leaves open").unwrap_or_default()),
            spot: entry.spot.clone(),
        })
    }
}

impl Practice {
    /// How an answer to a question is written in the return that ends in a year; nothing where the answer does not settle
    /// it, or where no codes of that year are known.
    pub fn code(&self, field: &str, answer: &str, year: i16) -> Option<&str> {
        let counts = self.codes.iter().filter(|codes| codes.field == field && codes.from <= year);
        let codes = counts.max_by_key(|codes| codes.from)?;
        codes.codes.iter().find(|(known, _)| known == answer).map(|(_, code)| code.as_str())
    }

    /// The first return of which every code is known, named by the year in which it ends.
    pub fn first_return(&self) -> Option<i16> {
        let first = |field: &str| self.codes.iter().filter(|codes| codes.field == field).map(|codes| codes.from).min();
        self.codes.iter().filter_map(|codes| first(&codes.field)).max()
    }

    /// Every answer of a question with codes has one, or is said to leave it open.
    pub(super) fn check_codes(&self, faults: &mut Vec<Fault>) {
        for codes in &self.codes {
            let spot = &codes.spot;
            self.field_there(&codes.field, spot, faults);
            let Some(field) = self.fields.get(&codes.field) else { continue };
            if !matches!(field.kind, Kind::Choice(_) | Kind::Choices(_)) {
                faults.push(Fault::new(spot, format!("`{}` is no choice, and so has no codes", codes.field)));
            }
            let answers = || codes.codes.iter().map(|(answer, _)| answer).chain(&codes.leaves_open);
            for answer in answers().filter(|answer| field.words_of(answer).is_none()) {
                faults.push(Fault::new(spot, format!("`{}` can never be `{answer}`", codes.field)));
            }
            for option in field.options() {
                match answers().filter(|answer| **answer == option.name).count() {
                    1 => {}
                    0 => faults.push(
                        Fault::new(spot, format!("`{}` has no code", option.name))
                            .hint("give it one, or name it under `leaves open`"),
                    ),
                    _ => faults.push(Fault::new(spot, format!("`{}` has two codes", option.name))),
                }
            }
        }
    }
}
