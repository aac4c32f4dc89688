//! Why an act may not be: what is in the way, what to do, and the provision where it is the law's rule.

use super::event::{Officer, Version};
use crate::record::Record;
use jiff::civil::Date;
use thiserror::Error;

/// Why an act may not be.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Refusal {
    /// Somebody else changed the same part of the record.
    #[error("somebody else changed this while you were writing; both versions are shown, choose what to keep")]
    ChangedMeanwhile {
        /// Who.
        by: Officer,
        /// Up to which event it has now been changed.
        now: Version,
        /// The record as it is now; none where it was taken out.
        theirs: Option<Box<Record>>,
        /// The keys that both changed.
        keys: Vec<String>,
    },
    /// A new record has the name of one that is there.
    #[error("there is already a {0} of that name; choose another")]
    NameTaken(String),
    /// What the act is about is not there.
    #[error("there is no {0}; perhaps somebody else took it out")]
    NotThere(String),
    /// The offer's own entry cannot be taken out.
    #[error("the entry that says whose offer this is cannot be taken out; change it instead")]
    HeadStays,
    /// Other records name the record.
    #[error("{0} still point to this; change them first")]
    StillNamed(String),
    /// Something must be written.
    #[error("write {0}")]
    Lacks(&'static str),
    /// Records have faults.
    #[error("the draft has {0} faults; each is shown at its field, and must be put right before it can be sent on")]
    Faults(usize),
    /// Nothing has changed.
    #[error("nothing has changed since edition {0}")]
    NothingChanged(u32),
    /// There was no consultation.
    #[error(
        "an update needs a consultation with a report first. Record the consultation and its report, or say why this \
         is only a correction"
    )]
    NoConsultation,
    /// The consultation has not ended.
    #[error("the consultation is open until {0}; write the report after that day")]
    StillOpen(Date),
    /// A consultation asked nobody the law calls relevant.
    #[error(
        "nobody was asked whom the law calls a relevant person: children in kinship care, kinship carers, or people who speak for them"
    )]
    NobodyRelevant,
    /// The days are the wrong way round.
    #[error("the last day, {1}, is before the first, {0}")]
    WrongWayRound(Date, Date),
    /// A correction cannot come first.
    #[error("there is no edition yet that could be corrected; publish it as an update")]
    NothingToCorrect,
    /// A day has passed.
    #[error("{0} has passed; choose today or a later day")]
    Past(Date),
    /// An edition that begins later is already there.
    #[error("edition {0} begins on {1}; this one cannot begin before it")]
    BeforeAnother(u32, Date),
    /// Nothing waits for a second person.
    #[error("nothing waits to be published")]
    NothingProposed,
    /// The draft was changed after it was proposed.
    #[error("the draft has changed since it was sent to you; look at it again, or ask for it to be sent again")]
    DraftMoved,
    /// The same person.
    #[error("a second person must publish; you sent this one yourself")]
    SamePerson,
    /// The edition was withdrawn before.
    #[error("edition {0} was withdrawn before")]
    WithdrawnBefore(u32),
}

impl Refusal {
    /// The provision whose rule stands in the way, where it is the law's.
    pub fn provision(&self) -> Option<&'static str> {
        match self {
            Refusal::NoConsultation | Refusal::StillOpen(_) => Some("ca-1989/22H(8)"),
            Refusal::NobodyRelevant => Some("ca-1989/22H(9)"),
            _ => None,
        }
    }
}
