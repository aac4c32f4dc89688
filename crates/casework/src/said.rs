//! What was said in an act, in words: each field with what it asks, and each row with its columns by their names, in the order
//! in which the form asks them.

use crate::case::Case;
use crate::letter::{cited, say};
use crate::practice::{Act, Field, Kind, Practice};
use crate::value::{Value, Values};
use law::Law;

/// Something that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    /// The field.
    pub field: &'a str,
    /// What it asks.
    pub asks: String,
    /// What was answered.
    pub words: String,
}

/// Puts what was said in a case into words.
pub struct Teller<'a> {
    /// The case.
    pub case: &'a Case,
    /// The table.
    pub practice: &'a Practice,
    /// The law.
    pub law: &'a Law,
    /// What somebody of the council is called, by their account.
    pub officer: &'a dyn Fn(&str) -> String,
}

impl Teller<'_> {
    /// Everything that was said in an act, in the order of its form; a field of rows once for each row, and facts one by one.
    pub fn said<'v>(&self, act: &str, values: &'v Values) -> Vec<Said<'v>> {
        let asks: &[_] = self.practice.act(act).map_or(&[], |act: &Act| &act.asks);
        let place = |field: &str| asks.iter().position(|column| column.field == field).unwrap_or(usize::MAX);
        let mut fields: Vec<_> = values.iter().filter(|(field, _)| field.as_str() != "reference").collect();
        fields.sort_by_key(|(field, _)| place(field));
        fields.into_iter().flat_map(|(field, value)| self.field(field, value)).collect()
    }

    fn field<'v>(&self, name: &'v str, value: &'v Value) -> Vec<Said<'v>> {
        let field = self.practice.fields.get(name);
        let said = |asks: &str, words: String| Said { field: name, asks: asks.to_owned(), words };
        let asks = field.map_or(name, |field| field.asks.as_str());
        match value {
            Value::Rows(rows) => rows.iter().map(|row| said(asks, self.row(field, row))).collect(),
            Value::Facts(facts) => facts.iter().map(|(fact, text)| said(self.fact(fact), text.clone())).collect(),
            value => vec![said(asks, self.one(field, value))],
        }
    }

    fn fact<'f>(&'f self, name: &'f str) -> &'f str {
        let known = self.law.facts.find(name).and_then(|id| self.law.facts[id].ask.as_deref());
        known.unwrap_or(name)
    }

    /// A row: `Need: a bed; Answer: it will be given`.
    fn row(&self, field: Option<&Field>, row: &Values) -> String {
        let columns = field.map(Field::columns).unwrap_or_default();
        let place = |name: &str| columns.iter().position(|column| column.field == name).unwrap_or(usize::MAX);
        let mut cells: Vec<_> = row.iter().collect();
        cells.sort_by_key(|(name, _)| place(name));
        let cell = |(name, value): (&String, &Value)| {
            let field = self.practice.fields.get(name);
            let asks = field.map_or(name.as_str(), |field| field.asks.as_str());
            format!("{asks}: {}", self.one(field, value))
        };
        cells.into_iter().map(cell).collect::<Vec<_>>().join("; ")
    }

    fn one(&self, field: Option<&Field>, value: &Value) -> String {
        if let (Value::Text(text), Some(field)) = (value, field) {
            match field.kind {
                Kind::Support => {
                    return self.law.support(text).map_or_else(|| text.clone(), |support| support.title.clone());
                }
                Kind::Provision => return cited(self.law, text),
                Kind::Officer => return (self.officer)(text),
                _ => {}
            }
        }
        let option = |option: &str| field.and_then(|field| field.words_of(option)).unwrap_or(option).to_owned();
        say(value, option, |id| self.case.person(id).map_or_else(String::new, |person| person.name.clone()))
    }
}
