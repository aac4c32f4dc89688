//! What happened in a case: which act, by whom, when, with what was said and the letters it made. An event never changes.

use crate::letter::Letter;
use crate::person::PersonId;
use crate::value::Values;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The place of an event among those of one case, counted from 1. It also names what the event began: a matter or a
/// person.
pub type Version = u64;

/// Somebody who acts in a case, under the name of their account or, for a carer, of their person in the case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Officer(String);

impl Officer {
    /// Whoever has that account.
    pub fn new(account: impl Into<String>) -> Officer {
        Officer(account.into())
    }

    /// Somebody in the case, who has no account.
    pub fn of(person: PersonId) -> Officer {
        Officer(format!("person {}", person.0))
    }

    /// The account's name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Officer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What somebody is when they act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The carer, through the tracking page.
    Carer,
    /// A social worker or family help worker.
    Worker,
    /// Decides for the council.
    Manager,
    /// Brings a family meeting about, and decides nothing about the child.
    Coordinator,
    /// Runs complaints.
    Complaints,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 5] = [Role::Carer, Role::Worker, Role::Manager, Role::Coordinator, Role::Complaints];

    /// The word for it in the table.
    pub fn word(self) -> &'static str {
        match self {
            Role::Carer => "carer",
            Role::Worker => "worker",
            Role::Manager => "manager",
            Role::Coordinator => "coordinator",
            Role::Complaints => "complaints",
        }
    }

    /// The role that a word means.
    pub fn read(word: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.word() == word)
    }
}

/// Who acts, and as what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// Who.
    pub officer: Officer,
    /// What they are here; somebody may be more than one thing.
    pub roles: Vec<Role>,
}

/// Something that happened in a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Happened {
    /// Its place among the events of the case.
    pub version: Version,
    /// When it was written down.
    pub at: Timestamp,
    /// What.
    pub event: Event,
}

/// What can happen: an act of the table, done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// The act's name in the table.
    pub act: String,
    /// The matter it was done in; none where it began one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<Version>,
    /// The matter that the one it began belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Version>,
    /// The day it was done, which may be before the day it was written down.
    pub on: Date,
    /// Who did it.
    pub by: Officer,
    /// As what.
    pub role: Role,
    /// What was said in the form.
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    pub values: Values,
    /// The letters it made, word for word.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub letters: Vec<Letter>,
}
