//! What can happen to an offer on the way to the public, and after. An event that happened never changes.

use super::consultation::{Asked, Heard, Report};
use super::digest::Digest;
use super::edition::{Approval, Change};
use super::reminder::Stage;
use crate::record::{Record, RecordId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The place of an event among those of one offer, counted from 1. It also names what the event brought about,
/// such as a comment or a consultation.
pub type Version = u64;

/// Somebody who works on an offer, under the name of their account. Their own name is kept elsewhere, where it can
/// be erased.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Officer(String);

impl Officer {
    /// The officer with that account.
    pub fn new(account: impl Into<String>) -> Officer {
        Officer(account.into())
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

/// Something that happened, by whom, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Happened {
    /// Its place among the events of this offer.
    pub version: Version,
    /// Who did it.
    pub by: Officer,
    /// When.
    pub at: Timestamp,
    /// What.
    pub event: Event,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// A record was written, anew or again.
    RecordSaved {
        /// The record as it is now.
        record: Record,
    },
    /// A record was taken out.
    RecordRemoved {
        /// Which.
        record: RecordId,
    },
    /// The records of one kind were put in another order.
    RecordsOrdered {
        /// The kind.
        kind: String,
        /// All names, in the new order.
        ids: Vec<String>,
    },
    /// Records were brought in from elsewhere, in place of those of the same name.
    RecordsImported {
        /// Where they came from, in words.
        from: String,
        /// The records.
        records: Vec<Record>,
    },
    /// Somebody said something about the draft.
    CommentMade {
        /// The record it is about; the whole offer where none is named.
        about: Option<RecordId>,
        /// What was said.
        words: String,
    },
    /// A comment was dealt with.
    CommentSettled {
        /// Which.
        comment: Version,
    },
    /// A record was given to somebody to look after.
    RecordAssigned {
        /// Which.
        record: RecordId,
        /// To whom; to nobody where none is named.
        to: Option<Officer>,
    },
    /// A consultation began.
    ConsultationOpened {
        /// What it was about.
        about: String,
        /// Who was asked, and how.
        asked: Vec<Asked>,
        /// The first day.
        opens: Date,
        /// The last day.
        closes: Date,
    },
    /// Something was said in the consultation.
    ConsultationHeard {
        /// Which consultation.
        consultation: Version,
        /// What was said, by what kind of person, and what the council answered.
        heard: Heard,
    },
    /// The report of a consultation was written.
    ConsultationReported {
        /// Which consultation.
        consultation: Version,
        /// The report.
        report: Report,
    },
    /// The draft was sent to a second person.
    EditionProposed {
        /// What the draft came to, with all that is proposed of it.
        digest: Digest,
        /// What kind of change it is.
        change: Change,
        /// The first day it is to count.
        effective: Date,
        /// Who approved it outside this program, such as a cabinet, with the minute.
        approval: Approval,
    },
    /// The second person sent it back.
    EditionSentBack {
        /// Why.
        reason: String,
    },
    /// The second person published it.
    EditionPublished {
        /// Its number.
        number: u32,
        /// The whole text, in canonical form.
        text: String,
        /// What the text comes to.
        digest: Digest,
        /// What kind of change it is.
        change: Change,
        /// The first day it counts.
        effective: Date,
        /// Who approved it outside this program.
        approval: Approval,
        /// Who proposed it.
        proposed_by: Officer,
        /// The consultation it rests on.
        consultation: Option<Version>,
    },
    /// An edition was withdrawn.
    EditionWithdrawn {
        /// Its number.
        number: u32,
        /// The first day it no longer counts.
        from: Date,
        /// Why.
        reason: String,
    },
    /// A step was taken so that families receive what is relevant to them (s.22H(6)). No person is named.
    StepTaken {
        /// What was done.
        what: String,
        /// The day.
        on: Date,
        /// For whom.
        audience: String,
        /// How many it reached, where that is known.
        reached: Option<u32>,
    },
    /// Somebody was told that a record must be looked at again.
    ReminderSent {
        /// Which.
        record: RecordId,
        /// The day by which.
        due: Date,
        /// How far on it was.
        stage: Stage,
    },
}
