//! What somebody may try to do with an offer.

use super::consultation::{Asked, Heard, Report};
use super::digest::Digest;
use super::edition::{Approval, Change};
use super::event::{Officer, Version};
use crate::record::{Record, RecordId};
use jiff::civil::Date;

/// An act. [`decide`](super::decide()) says what follows from it, or why it may not be.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Write a record.
    Save {
        /// The record as typed.
        record: Record,
        /// The event up to which the officer had seen the record; none for a new one.
        seen: Option<Version>,
    },
    /// Take a record out.
    Remove {
        /// Which.
        record: RecordId,
        /// The event up to which the officer had seen it.
        seen: Version,
    },
    /// Put a record back as it was just after an event.
    Restore {
        /// Which.
        record: RecordId,
        /// That event.
        as_of: Version,
        /// The event up to which the officer had seen it.
        seen: Version,
    },
    /// Put a record before another of its kind, or last.
    Move {
        /// Which.
        record: RecordId,
        /// Before which; last where none is named.
        before: Option<String>,
    },
    /// Bring records in.
    Import {
        /// Where they come from, in words.
        from: String,
        /// The records.
        records: Vec<Record>,
    },
    /// Say something about the draft.
    Comment {
        /// The record it is about.
        about: Option<RecordId>,
        /// What is said.
        words: String,
    },
    /// Mark a comment as dealt with.
    Settle {
        /// Which.
        comment: Version,
    },
    /// Give a record to somebody to look after.
    Assign {
        /// Which.
        record: RecordId,
        /// To whom.
        to: Option<Officer>,
    },
    /// Begin a consultation.
    OpenConsultation {
        /// What it is about.
        about: String,
        /// Who is asked, and how.
        asked: Vec<Asked>,
        /// The first day.
        opens: Date,
        /// The last day.
        closes: Date,
    },
    /// Write down what was said.
    Hear {
        /// In which consultation.
        consultation: Version,
        /// What was said.
        heard: Heard,
    },
    /// Write the report.
    Report {
        /// Of which consultation.
        consultation: Version,
        /// The report.
        report: Report,
    },
    /// Send the draft to a second person.
    Propose {
        /// What kind of change it is.
        change: Change,
        /// The first day it is to count.
        effective: Date,
        /// Who approved it outside this program.
        approval: Approval,
    },
    /// Send it back.
    SendBack {
        /// Why.
        reason: String,
    },
    /// Publish it.
    Publish {
        /// What the second person saw.
        digest: Digest,
    },
    /// Withdraw an edition.
    Withdraw {
        /// Which.
        number: u32,
        /// The first day it no longer counts.
        from: Date,
        /// Why.
        reason: String,
    },
    /// Write down a step taken so that families receive what is relevant to them.
    TakeStep {
        /// What was done.
        what: String,
        /// The day.
        on: Date,
        /// For whom.
        audience: String,
        /// How many it reached.
        reached: Option<u32>,
    },
}
