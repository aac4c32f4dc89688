//! What an edition changed, as families are told of it.

use super::wants::Topic;
use std::collections::BTreeSet;

/// What happened to something an offer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    /// It is new.
    New,
    /// It says something else.
    Changed,
    /// It is no longer offered.
    Ended,
}

impl Happening {
    /// In a word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Happening::New => "New",
            Happening::Changed => "Changed",
            Happening::Ended => "No longer offered",
        }
    }
}

/// One thing that an edition changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What a reader calls it.
    pub title: String,
    /// What happened to it.
    pub what: Happening,
    /// What it is about; none where that cannot be told.
    pub topics: BTreeSet<Topic>,
    /// The arrangements it is certainly not for, neither as it was nor as it is.
    pub not_for: BTreeSet<String>,
    /// What is new about it, in sentences.
    pub told: Vec<String>,
    /// For whom it is, in the council's words or ours for them.
    pub for_whom: Vec<String>,
    /// Where to read all of it.
    pub link: String,
}
