//! The keys of each kind of entry, as data: what a form asks for, and what the published schema of the format says.

use crate::clerk::{self, Form};
use crate::contact::{Contact, Organisation};
use crate::decision::{Body, Clock, Complaint};
use crate::head::Head;
use crate::history::{Event, Remark};
use crate::money::Payment;
use crate::page::Page;
use crate::section::{Section, Statement};
use crate::service::Service;

/// One key of a kind of entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key as files write it; empty for the outcome lines of a rule.
    pub name: &'static str,
    /// Whether it may stand more than once.
    pub many: bool,
    /// Whether it must be there.
    pub need: Need,
    /// What its value is.
    pub shape: Shape,
}

/// Whether a key must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Without it the entry is not whole.
    Must,
    /// It may be left out.
    May,
    /// It may be left out, or say `not stated`, `not seen` or `none`.
    Stated,
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Words.
    Words,
    /// Words that may end in citations of the law.
    Cited,
    /// Words between quotation marks where they are the council's own.
    Published,
    /// A day.
    Date,
    /// A whole number.
    Number,
    /// An address on the web.
    Web,
    /// A name made of small letters, digits and dashes.
    Name,
    /// A council's code.
    Council,
    /// Yes, or no line at all.
    Flag,
    /// One of a list of words.
    OneOf(&'static [&'static str]),
    /// Parts with `|` between, written like this example.
    Columns(&'static str),
    /// A sum and what it is for, or a formula in words.
    Amount,
    /// A period.
    Length,
    /// The name of another entry of this kind.
    Entry(&'static str),
    /// The names of other entries of this kind, with commas between.
    Entries(&'static str),
    /// The name of something in the law: a support or a clock.
    National(&'static str),
    /// Lines of the offer checklist, with commas between: those that a record of this kind can answer; any, where
    /// no kind is named.
    Duties(&'static str),
    /// Outcome lines.
    Rule,
}

/// The kinds of entry, in the order in which an offer is written.
///
/// ```
/// assert_eq!(offer::kinds().first(), Some(&"offer"));
/// ```
pub fn kinds() -> &'static [&'static str] {
    &crate::offer::KINDS
}

/// The keys of a kind of entry, in the order in which they are written; `None` for a word that is not a kind.
///
/// ```
/// let keys = offer::keys("contact").unwrap();
/// assert!(keys.iter().any(|key| key.name == "phone" && key.many));
/// assert!(offer::keys("teapot").is_none());
/// ```
pub fn keys(kind: &str) -> Option<Vec<Key>> {
    fn of<F: Form>(kind: &str) -> Option<Vec<Key>> {
        (kind == F::KIND).then(clerk::keys::<F>)
    }
    of::<Head>(kind)
        .or_else(|| of::<Statement>(kind))
        .or_else(|| of::<Page>(kind))
        .or_else(|| of::<Section>(kind))
        .or_else(|| of::<Service>(kind))
        .or_else(|| of::<Payment>(kind))
        .or_else(|| of::<Body>(kind))
        .or_else(|| of::<Clock>(kind))
        .or_else(|| of::<Contact>(kind))
        .or_else(|| of::<Organisation>(kind))
        .or_else(|| of::<Complaint>(kind))
        .or_else(|| of::<Event>(kind))
        .or_else(|| of::<Remark>(kind))
}
