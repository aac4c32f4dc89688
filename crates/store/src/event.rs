//! What happened: streams of events, where they stand, and what is handed in to be appended.

use jiff::Timestamp;
use std::fmt;
use std::str::FromStr;

use crate::error::StoreError;
use crate::id::AccountId;
use crate::outbox::NewMail;
use crate::secret::{Digest, Parts};
use crate::sql::fit;
use crate::word::IndexWord;

/// The longest body of one event, in bytes: an edition with all its services fits.
pub const LONGEST_BODY: usize = 2 * 1024 * 1024;
/// The most events appended at once.
pub const MOST_EVENTS: usize = 1000;

/// How the name of a case's history begins.
const CASE: &str = "case/";

/// The name of one thing's history, `kind/which`: `offer/southwark`, `case/southwark/0198…`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StreamId(String);

impl StreamId {
    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The council whose case this is the history of, by its short name; none where it is not that of a case. What
    /// happens in a case is sealed and stands in the council's audit chain.
    pub fn council(&self) -> Option<&str> {
        self.0.strip_prefix(CASE)?.split_once('/').map(|(council, _)| council)
    }
}

impl fmt::Display for StreamId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl FromStr for StreamId {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let plain = |sign: u8| matches!(sign, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/');
        let whole = text.split_once('/').is_some_and(|(kind, which)| !kind.is_empty() && !which.is_empty());
        if !whole || text.len() > 200 || !text.bytes().all(plain) {
            return Err(StoreError::Invalid(format!(
                "{text:?} does not name a stream\n  Hint: it is kind/which, in small letters, digits, - _ . and /"
            )));
        }
        let of_case =
            |rest: &str| rest.split_once('/').is_some_and(|(council, id)| !council.is_empty() && !id.is_empty());
        if text.strip_prefix(CASE).is_some_and(|rest| !of_case(rest)) {
            return Err(StoreError::Invalid(format!("{text:?} does not name a case\n  Hint: it is case/COUNCIL/ID")));
        }
        Ok(Self(text.to_owned()))
    }
}

/// How many events a stream has. The first event has version 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Version(pub i64);

impl Version {
    /// A stream nothing has happened in yet.
    pub const NONE: Self = Self(0);
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// Where an event stands among all events. Positions follow one another without a gap, and become visible in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position(pub i64);

impl Position {
    /// Before the first event.
    pub const START: Self = Self(0);
}

impl fmt::Display for Position {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// An event to be appended. The store does not look into its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEvent {
    /// What happened, in a word: `edition_published`.
    pub kind: String,
    /// All of it, as JSON.
    pub body: String,
}

/// What an event holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// All of it, as JSON.
    Text(String),
    /// The case was destroyed, and nobody can read it any more.
    Gone,
}

impl Body {
    /// The text, while it is there.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Gone => None,
        }
    }
}

/// An event that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Where it stands among all.
    pub position: Position,
    /// Whose history it belongs to.
    pub stream: StreamId,
    /// Where it stands in that history.
    pub version: Version,
    /// What happened, in a word.
    pub kind: String,
    /// What it holds.
    pub body: Body,
    /// Who did it; none where Kith itself did.
    pub by: Option<AccountId>,
    /// When.
    pub at: Timestamp,
}

/// What makes an act sent twice happen once: the name of one sending of a form, and what was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey {
    key: String,
    payload: Option<Digest>,
}

impl IdempotencyKey {
    /// A key as the form carries it. That it is used for one thing alone is then told from the events themselves.
    pub fn new(key: &str) -> Result<Self, StoreError> {
        if key.is_empty() || key.len() > 200 || !key.bytes().all(|sign| sign.is_ascii_graphic()) {
            return Err(StoreError::Invalid(
                "the form's key is not whole\n  Hint: open the page again and send it once more".into(),
            ));
        }
        Ok(Self { key: key.to_owned(), payload: None })
    }

    /// Told instead from what was sent, where the events hold something new each time (an id, a moment).
    #[must_use]
    pub fn of_payload(self, payload: &[u8]) -> Self {
        Self { payload: Some(Digest::of(payload)), ..self }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.key
    }
}

/// Everything one act writes. It is written whole or not at all.
#[derive(Clone, Debug)]
pub struct Append<'a> {
    /// The history it continues.
    pub stream: &'a StreamId,
    /// Where that history stood when the act was decided.
    pub expected_version: Version,
    /// Who acts; none where Kith itself does.
    pub by: Option<&'a AccountId>,
    /// When.
    pub at: Timestamp,
    /// What happened; at least one.
    pub events: Vec<NewEvent>,
    /// By what a case is found from now on, in place of what it was found by; none to leave that as it is.
    pub index: Option<Vec<IndexWord>>,
    /// Letters that go out because of it.
    pub mail: Vec<NewMail>,
    /// The key of the form, where there is one.
    pub key: Option<IdempotencyKey>,
    /// The form that was sent, by the name its draft is kept under: what its writer had begun of it goes.
    pub form: Option<&'a str>,
}

impl Append<'_> {
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        if self.events.is_empty() || self.events.len() > MOST_EVENTS {
            let count = self.events.len();
            return Err(StoreError::Invalid(format!("{count} events at once: at least 1, at most {MOST_EVENTS}")));
        }
        for event in &self.events {
            fit("the kind of an event", &event.kind, 100)?;
            fit("an event", &event.body, LONGEST_BODY)?;
        }
        if self.index.is_some() && self.stream.council().is_none() {
            return Err(StoreError::Invalid(format!("{} is no case: it cannot be found by words", self.stream)));
        }
        self.mail.iter().try_for_each(NewMail::check)
    }

    /// What tells one use of a key from another. The moment is left out: the same act sent again comes later.
    pub(crate) fn digest(&self, key: &IdempotencyKey) -> Digest {
        let mut parts = Parts::default();
        parts.part(self.stream.as_str().as_bytes());
        parts.part(self.by.map(AccountId::to_string).unwrap_or_default().as_bytes());
        match &key.payload {
            Some(payload) => parts.part(payload.as_str().as_bytes()),
            None => {
                for event in &self.events {
                    parts.part(event.kind.as_bytes());
                    parts.part(event.body.as_bytes());
                }
            }
        }
        parts.digest()
    }
}

/// Where things stand after an append.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The stream's version, that of the last event appended.
    pub version: Version,
    /// The position of the last event appended.
    pub position: Position,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_have_a_kind_and_a_name() {
        for good in ["offer/southwark", "case/southwark/0198-a_b.c", "offer/a/b"] {
            assert_eq!(good.parse::<StreamId>().unwrap().as_str(), good);
        }
        assert_eq!("case/southwark/0198".parse::<StreamId>().unwrap().council(), Some("southwark"));
        assert_eq!("offer/a/b".parse::<StreamId>().unwrap().council(), None);
        for bad in [
            "case/a",
            "case//a",
            "case/a/",
            "",
            "offer",
            "/a",
            "offer/",
            "Offer/a",
            "offer/a b",
            "offer/é",
            &format!("a/{}", "b".repeat(200)),
        ] {
            assert!(bad.parse::<StreamId>().is_err(), "{bad}");
        }
    }
}
