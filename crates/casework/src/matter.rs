//! A matter of a case: a request, an assessment, a meeting, a complaint; where it stands, and what was done in it.

use crate::event::{Officer, Version};
use crate::person::PersonId;
use crate::value::{Value, Values};
use jiff::civil::Date;

/// One matter of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Matter {
    /// The event that began it; its name from then on.
    pub id: Version,
    /// Its kind, by its name in the table.
    pub kind: String,
    /// The matter it belongs to.
    pub within: Option<Version>,
    /// The stage it is at.
    pub stage: String,
    /// Whether it is work for the family, and not only about how long the case is kept.
    pub is_work: bool,
    /// Whether it has ended.
    pub is_ended: bool,
    /// The day it began.
    pub begun: Date,
    /// What was done in it, in order.
    pub done: Vec<Done>,
    /// The clocks and diary days that were started in it.
    pub watches: Vec<Watch>,
}

/// An act that was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The event.
    pub version: Version,
    /// The act.
    pub act: String,
    /// The day.
    pub on: Date,
    /// By whom.
    pub by: Officer,
    /// What was said.
    pub values: Values,
}

/// A clock or a day in the diary that was started.
#[derive(Clone, Debug, PartialEq)]
pub struct Watch {
    /// What is watched.
    pub what: Watched,
    /// The day it started from.
    pub from: Date,
    /// The event that started it.
    pub started: Version,
    /// The days to which it was put off, with the event that did it.
    pub extended: Vec<(Date, Version)>,
    /// The day it was met, and by which event.
    pub met: Option<(Date, Version)>,
}

/// What is watched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Watched {
    /// A clock of the law, by its name.
    Clock(String),
    /// A day in the diary.
    Diary {
        /// Its name.
        name: String,
        /// The day.
        by: Date,
        /// What must be done.
        words: String,
    },
}

impl Watched {
    /// The name by which it is ended.
    pub fn name(&self) -> &str {
        match self {
            Watched::Clock(name) | Watched::Diary { name, .. } => name,
        }
    }
}

impl Matter {
    /// What was said last of a field, in this matter.
    pub fn value(&self, field: &str) -> Option<&Value> {
        self.done.iter().rev().find_map(|done| done.values.get(field))
    }

    /// Whether it is one that these people may look at who look only at what is theirs: a complaint is whoever's it is.
    pub fn is_open_to(&self, people: &[PersonId]) -> bool {
        self.value("complainant").is_none_or(|who| who.people().iter().all(|id| people.contains(id)))
    }

    /// The last time an act was done in it.
    pub fn last(&self, act: &str) -> Option<&Done> {
        self.done.iter().rev().find(|done| done.act == act)
    }

    /// Every time an act was done in it.
    pub fn each<'a>(&'a self, act: &'a str) -> impl Iterator<Item = &'a Done> {
        self.done.iter().filter(move |done| done.act == act)
    }
}
