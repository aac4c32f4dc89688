//! A form as it was sent: names and words, read into values with every fault at its field.

use crate::case::Case;
use crate::person::PersonId;
use crate::practice::{Act, Column, Field, Kind, Practice};
use crate::value::{Paper, Value, Values};
use jiff::civil::Date;
use law::Law;
use law::calculation::Money;
use std::collections::BTreeMap;

/// A form as it was sent. Rows are named `field.0.column`, days are `2026-11-26`, facts `field.fact`, and a paper is the
/// name it is kept under, a space, and what it is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form(pub Vec<(String, String)>);

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field's name in the form.
    pub field: String,
    /// What is wrong and what to do.
    pub says: String,
}

/// The longest words a field takes, in characters.
pub const LONGEST: usize = 20_000;
/// The longest words on one line.
pub const LONGEST_LINE: usize = 300;
/// The largest sum a field takes.
const MOST: Money = Money::from_pence(100_000_000);
/// The most rows a field takes.
pub const MOST_ROWS: usize = 60;

impl Form {
    /// What was written in a field; nothing where it was left empty.
    pub fn get<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        self.all(name).next()
    }

    /// Everything written in fields of that name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let of_name = self.0.iter().filter(move |(known, _)| known == name);
        of_name.map(|(_, text)| text.trim()).filter(|text| !text.is_empty())
    }

    /// The numbers of the rows in which something was written.
    fn rows(&self, name: &str) -> Vec<usize> {
        let number = |known: &str| known.strip_prefix(name)?.strip_prefix('.')?.split('.').next()?.parse().ok();
        let written = self.0.iter().filter(|(_, text)| !text.trim().is_empty());
        let mut rows: Vec<usize> = written.filter_map(|(known, _)| number(known)).collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }
}

/// Reads forms in the light of a case.
pub struct Reader<'a> {
    /// The table.
    pub practice: &'a Practice,
    /// The law.
    pub law: &'a Law,
    /// The case.
    pub case: &'a Case,
}

impl Reader<'_> {
    /// What a form for an act says.
    ///
    /// # Errors
    /// Every field that is missing or cannot be read.
    pub fn read(&self, act: &Act, form: &Form) -> Result<Values, Vec<Fault>> {
        let mut faults = Vec::new();
        let values = self.columns(&act.asks, "", form, &mut faults);
        if faults.is_empty() { Ok(values) } else { Err(faults) }
    }

    fn columns(&self, columns: &[Column], prefix: &str, form: &Form, faults: &mut Vec<Fault>) -> Values {
        let mut values = Values::new();
        for column in columns {
            let Some(field) = self.practice.fields.get(&column.field) else { continue };
            let name = format!("{prefix}{}", field.name);
            match self.value(field, &name, form, faults) {
                Ok(Some(value)) => {
                    values.insert(field.name.clone(), value);
                }
                Ok(None) if column.optional => {}
                Ok(None) => faults.push(Fault { field: name, says: lacking(field) }),
                Err(says) => faults.push(Fault { field: name, says }),
            }
        }
        values
    }

    fn value(&self, field: &Field, name: &str, form: &Form, faults: &mut Vec<Fault>) -> Result<Option<Value>, String> {
        match &field.kind {
            Kind::Rows(columns) => {
                let rows = form.rows(name);
                if rows.len() > MOST_ROWS {
                    return Err(format!("at most {MOST_ROWS} rows fit here"));
                }
                let read = |row: &usize| self.columns(columns, &format!("{name}.{row}."), form, faults);
                let rows: Vec<Values> = rows.iter().map(read).collect();
                return Ok((!rows.is_empty()).then_some(Value::Rows(rows)));
            }
            Kind::Facts => return self.facts(name, form),
            Kind::Choices(_) => {
                let chosen = form.all(name).map(|text| option(field, text)).collect::<Result<Vec<_>, _>>()?;
                return Ok((!chosen.is_empty()).then_some(Value::Choices(chosen)));
            }
            Kind::People => {
                let people = form.all(name).map(|text| self.person(text)).collect::<Result<Vec<_>, _>>()?;
                return Ok((!people.is_empty()).then_some(Value::People(people)));
            }
            _ => {}
        }
        form.get(name).map(|text| self.one(field, text)).transpose()
    }

    fn one(&self, field: &Field, text: &str) -> Result<Value, String> {
        if text.chars().count() > LONGEST {
            return Err(format!("this is longer than {LONGEST} letters; put the rest into a paper of its own"));
        }
        match &field.kind {
            Kind::Line if text.chars().count() > LONGEST_LINE => {
                Err(format!("this is longer than {LONGEST_LINE} letters; say it in fewer"))
            }
            Kind::Day => day(text).map(Value::Day),
            Kind::Choice(_) => option(field, text).map(Value::Choice),
            Kind::Sum => Money::parse(text)
                .filter(|sum| (Money::ZERO..=MOST).contains(sum))
                .map(Value::Sum)
                .ok_or_else(|| format!("{text:?} is not a sum of money; write it like 120 or 120.50")),
            Kind::Number => {
                text.parse().map(Value::Number).map_err(|_| format!("{text:?} is not a whole number; write it like 12"))
            }
            Kind::YesNo => match text {
                "yes" => Ok(Value::Yes(true)),
                "no" => Ok(Value::Yes(false)),
                _ => Err("choose yes or no".to_owned()),
            },
            Kind::Person => self.person(text).map(Value::Person),
            Kind::Support if self.law.support(text).is_none() => {
                Err(format!("the law knows no support named {text:?}"))
            }
            Kind::Provision if self.law.provision(text).is_none() => {
                Err(format!("the law knows no provision named {text:?}; it is written like ca-1989/17(1)"))
            }
            Kind::Paper => match text.split_once(' ') {
                Some((id, name)) => Ok(Value::Paper(Paper { id: id.to_owned(), name: name.to_owned() })),
                None => Err("choose a file".to_owned()),
            },
            _ => Ok(Value::Text(text.replace("\r\n", "\n"))),
        }
    }

    fn person(&self, text: &str) -> Result<PersonId, String> {
        let by_id = text.parse().ok().and_then(|id| self.case.person(PersonId(id)));
        let found = by_id.or_else(|| self.case.people.iter().find(|person| person.name == text));
        found.map(|person| person.id).ok_or_else(|| format!("nobody in this case is {text:?}; add them first"))
    }

    fn facts(&self, name: &str, form: &Form) -> Result<Option<Value>, String> {
        let mut facts = BTreeMap::new();
        let mut case = law::Case::on(jiff::civil::Date::MIN);
        for (known, text) in &form.0 {
            let Some(fact) = known.strip_prefix(name).and_then(|rest| rest.strip_prefix('.')) else { continue };
            if text.trim().is_empty() {
                continue;
            }
            case.set_text(fact, text.trim(), &self.law.facts).map_err(|cannot| cannot.to_string())?;
            facts.insert(fact.to_owned(), text.trim().to_owned());
        }
        Ok((!facts.is_empty()).then_some(Value::Facts(facts)))
    }
}

fn lacking(field: &Field) -> String {
    match field.kind {
        Kind::Choice(_) | Kind::Choices(_) | Kind::YesNo | Kind::Person | Kind::People => {
            format!("choose an answer to “{}”", field.asks)
        }
        Kind::Paper => "choose a file".to_owned(),
        Kind::Day => format!("give a day for “{}”", field.asks),
        Kind::Rows(_) => format!("fill in at least one row of “{}”", field.asks),
        _ => format!("write something for “{}”", field.asks),
    }
}

fn option(field: &Field, text: &str) -> Result<String, String> {
    match field.words_of(text) {
        Some(_) => Ok(text.to_owned()),
        None => Err(format!("{text:?} is not one of the answers to “{}”", field.asks)),
    }
}

/// Whether a day is one that a form takes: nobody in a case was born before these, or plans beyond them.
pub(crate) fn is_near(day: Date) -> bool {
    (1900..=2200).contains(&day.year())
}

/// A day as a form has it.
///
/// # Errors
/// Why it is none, and what to do.
pub fn day(text: &str) -> Result<Date, String> {
    text.parse::<Date>()
        .ok()
        .filter(|day| is_near(*day))
        .ok_or_else(|| format!("{text:?} is not a day of the calendar; choose one like 26 November 2026"))
}
