//! The draft: every record as it stands, whole or not, and who changed it last.

use super::event::{Officer, Version};
use crate::key::Shape;
use crate::offer::{KINDS, Offer};
use crate::record::{Record, RecordId};
use jiff::Timestamp;
use law::Law;
use law::fault::Fault;

/// A record of the draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// The record as it is now.
    pub record: Record,
    /// The event that changed it last.
    pub changed: Version,
    /// Who did.
    pub by: Officer,
    /// When.
    pub at: Timestamp,
}

/// Every record as it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    held: Vec<Held>,
}

/// What is wrong with a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordFault {
    /// Which record; none where the fault is the whole offer's.
    pub record: Option<RecordId>,
    /// The key it is about, where it is about one; empty for the outcome lines.
    pub key: Option<String>,
    /// What is wrong, and what to do.
    pub fault: Fault,
}

impl Draft {
    /// The records, by kind, in their order.
    pub fn held(&self) -> impl Iterator<Item = &Held> {
        KINDS.iter().flat_map(|kind| self.of_kind(kind))
    }

    /// The records of one kind, in their order.
    pub fn of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Held> {
        self.held.iter().filter(move |held| held.record.id().kind == kind)
    }

    /// The record of that name.
    pub fn get(&self, id: &RecordId) -> Option<&Held> {
        self.held.iter().find(|held| held.record.id() == id)
    }

    /// The records alone.
    pub fn records(&self) -> Vec<Record> {
        self.held().map(|held| held.record.clone()).collect()
    }

    /// The offer that the records come to, with everything that is wrong with them.
    pub fn offer(&self, law: &Law) -> (Offer, Vec<RecordFault>) {
        let files: Vec<_> = self.held().map(|held| held.record.file()).collect();
        let (offer, faults) = Offer::load(&files, law);
        let faults = faults.into_iter().map(|fault| {
            let record = RecordId::of_spot(&fault.spot);
            let held = record.as_ref().and_then(|id| self.get(id));
            RecordFault { key: held.and_then(|held| held.record.key_at(fault.spot.line)), record, fault }
        });
        (offer, faults.collect())
    }

    /// The records that name one, as `contacts` of a service name a contact.
    pub fn named_by(&self, id: &RecordId) -> Vec<&Record> {
        let records = self.held().map(|held| &held.record);
        records.filter(|record| record.id() != id && names(record, id)).collect()
    }

    pub(super) fn put(&mut self, held: Held) {
        match self.held.iter_mut().find(|known| known.record.id() == held.record.id()) {
            Some(known) => *known = held,
            None => self.held.push(held),
        }
    }

    pub(super) fn remove(&mut self, id: &RecordId) {
        self.held.retain(|held| held.record.id() != id);
    }

    pub(super) fn order(&mut self, kind: &str, ids: &[String]) {
        let place = |held: &Held| match held.record.id().kind == kind {
            true => ids.iter().position(|id| *id == held.record.id().id).unwrap_or(usize::MAX),
            false => 0,
        };
        let mut of_kind: Vec<Held> = self.of_kind(kind).cloned().collect();
        of_kind.sort_by_key(place);
        self.held.retain(|held| held.record.id().kind != kind);
        self.held.extend(of_kind);
    }
}

/// Whether a record names another.
fn names(record: &Record, id: &RecordId) -> bool {
    let keys = crate::keys(&record.id().kind).unwrap_or_default();
    record.fields().iter().any(|(name, value)| {
        keys.iter().find(|key| key.name == name).is_some_and(|key| match key.shape {
            Shape::Entry(kind) | Shape::Entries(kind) if kind == id.kind => {
                value.split(',').any(|part| part.trim() == id.id)
            }
            _ if key.name == "source" && id.kind == "page" => value.split(" | ").next() == Some(id.id.as_str()),
            _ => false,
        })
    })
}
