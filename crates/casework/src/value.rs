//! What a form of casework can say: each kind of field has one kind of value.

use crate::person::PersonId;
use jiff::civil::Date;
use law::calculation::Money;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was said in a form, by the names of its fields.
pub type Values = BTreeMap<String, Value>;

/// One thing said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Words.
    Text(String),
    /// A day.
    Day(Date),
    /// One of the field's options.
    Choice(String),
    /// Some of them.
    Choices(Vec<String>),
    /// A sum.
    Sum(#[serde(with = "thousandths")] Money),
    /// A whole number.
    Number(u32),
    /// Yes or no.
    Yes(bool),
    /// Somebody in the case.
    Person(PersonId),
    /// Some of them.
    People(Vec<PersonId>),
    /// Rows of other fields.
    Rows(Vec<Values>),
    /// Facts of the law, by name, as text.
    Facts(BTreeMap<String, String>),
    /// A paper that was handed in.
    Paper(Paper),
}

/// A paper that was handed in. What it holds is kept beside the case's events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// The name under which it is kept.
    pub id: String,
    /// What whoever handed it in called it.
    pub name: String,
}

impl Value {
    /// The words, where it is words or a choice.
    pub fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) | Value::Choice(text) => Some(text),
            _ => None,
        }
    }

    /// The day, where it is one.
    pub fn day(&self) -> Option<Date> {
        if let Value::Day(day) = self { Some(*day) } else { None }
    }

    /// The options chosen.
    pub fn choices(&self) -> &[String] {
        match self {
            Value::Choices(choices) => choices,
            Value::Choice(choice) => std::slice::from_ref(choice),
            _ => &[],
        }
    }

    /// The sum, where it is one.
    pub fn sum(&self) -> Option<Money> {
        if let Value::Sum(sum) = self { Some(*sum) } else { None }
    }

    /// The rows.
    pub fn rows(&self) -> &[Values] {
        if let Value::Rows(rows) = self { rows } else { &[] }
    }

    /// The people named.
    pub fn people(&self) -> &[PersonId] {
        match self {
            Value::People(people) => people,
            Value::Person(person) => std::slice::from_ref(person),
            _ => &[],
        }
    }

    /// The paper, where it is one.
    pub fn paper(&self) -> Option<&Paper> {
        if let Value::Paper(paper) = self { Some(paper) } else { None }
    }

    /// Whether it is yes.
    pub fn is_yes(&self) -> bool {
        *self == Value::Yes(true)
    }
}

/// A sum as it is kept: a whole number, so that it never loses a penny.
mod thousandths {
    use law::calculation::Money;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(sum: &Money, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i64(sum.thousandths())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Money, D::Error> {
        i64::deserialize(from).map(Money::from_thousandths)
    }
}
