//! An edition: the offer as published, numbered, dated, approved, and never changed again.

use super::digest::Digest;
use super::event::{Officer, Version};
use crate::offer::Offer;
use crate::record::Record;
use jiff::Timestamp;
use jiff::civil::Date;
use law::Law;
use law::fault::Fault;
use law::text::SourceFile;
use serde::{Deserialize, Serialize};

/// What kind of change an edition is. The two are different acts: a correction needs an officer's reason, an update
/// needs a consultation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Change {
    /// What the council offers has changed, or is published for the first time.
    Update,
    /// The words were put right; what the council offers has not changed.
    Correction {
        /// The officer's reason for treating it so.
        reason: String,
    },
}

/// Who approved an edition outside this program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// The body or the post, such as a cabinet or the director of children's services.
    pub body: String,
    /// The day.
    pub on: Option<Date>,
    /// The minute or decision number.
    pub minute: Option<String>,
    /// Where the minutes stand.
    pub link: Option<String>,
}

/// Why an edition no longer counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// The first day it no longer counts.
    pub from: Date,
    /// Why.
    pub reason: String,
    /// When it was decided.
    pub at: Timestamp,
}

/// The offer as published.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// Its number, counted from 1.
    pub number: u32,
    /// The whole text, in canonical form.
    pub text: String,
    /// What the text comes to.
    pub digest: Digest,
    /// What kind of change it is.
    pub change: Change,
    /// The first day it counts.
    pub effective: Date,
    /// When it was published; before its first day where it was scheduled.
    pub published_at: Timestamp,
    /// Who proposed it.
    pub proposed_by: Officer,
    /// The second person, who published it.
    pub published_by: Officer,
    /// Who approved it outside this program.
    pub approval: Approval,
    /// The consultation it rests on.
    pub consultation: Option<Version>,
    /// Why it no longer counts, where it was withdrawn.
    pub withdrawn: Option<Withdrawal>,
}

impl Edition {
    /// The offer, as it reads under a law. Faults are what a later law or format no longer knows.
    pub fn offer(&self, law: &Law) -> (Offer, Vec<Fault>) {
        Offer::load(&[SourceFile { path: "edition.law".to_owned(), text: self.text.clone() }], law)
    }

    /// Its records.
    pub fn records(&self) -> Vec<Record> {
        Record::read_all(&self.text, "edition.law").0
    }

    /// Whether there is a day on which it counts: it was not withdrawn before its first.
    pub fn ever_counts(&self) -> bool {
        self.withdrawn.as_ref().is_none_or(|why| why.from >= self.effective)
    }

    /// Whether the text is the one that was published.
    pub fn is_whole(&self) -> bool {
        Digest::of(&self.text) == self.digest
    }
}

/// What counts on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum InForce<'a> {
    /// Nothing had been published for that day.
    Nothing,
    /// This edition.
    Edition(&'a Edition),
    /// The last edition was withdrawn, and no other has taken its place.
    Withdrawn(&'a Edition, &'a Withdrawal),
}

impl<'a> InForce<'a> {
    /// What counts on a day, of editions in the order of their numbers: the last that has begun. One that was withdrawn
    /// before its first day never began, and the one before it goes on.
    pub fn on(day: Date, editions: &'a [Edition]) -> InForce<'a> {
        match editions.iter().rev().find(|edition| edition.effective <= day && edition.ever_counts()) {
            None => InForce::Nothing,
            Some(edition) => match &edition.withdrawn {
                Some(withdrawal) if withdrawal.from <= day => InForce::Withdrawn(edition, withdrawal),
                _ => InForce::Edition(edition),
            },
        }
    }
}
