//! How a workshop stands: a fold over its events.

use super::description::{Material, Workshop};
use super::event::Event;
use super::times::{Occasion, When};
use crate::run::Run;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use law::Law;
use offer::publish::Officer;
use std::collections::BTreeMap;

/// A workshop, as everything that happened left it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// As it was saved last.
    pub draft: Option<Workshop>,
    /// As the public sees it.
    pub public: Option<Workshop>,
    /// What was called off, and why.
    pub called_off: BTreeMap<When, String>,
    /// What to read afterwards.
    pub materials: Vec<Material>,
    /// The day on which what the public sees of it was last changed.
    pub changed: Option<Date>,
}

impl Run for Kept {
    const KIND: &'static str = "workshop";
    type Event = Event;

    fn take(&mut self, event: &Event, _: &Officer, at: Timestamp) {
        if !matches!(event, Event::WorkshopSaved { .. }) {
            self.changed = Some(at.to_zoned(TimeZone::UTC).date());
        }
        match event {
            Event::WorkshopSaved { workshop } => self.draft = Some((**workshop).clone()),
            Event::WorkshopPublished => self.public.clone_from(&self.draft),
            Event::DayCalledOff { day, why } => drop(self.called_off.insert(When::Day(*day), why.clone())),
            Event::WorkshopCalledOff { why } => drop(self.called_off.insert(When::Whole, why.clone())),
            Event::MaterialsGiven { materials } => self.materials.clone_from(materials),
        }
    }
}

impl Kept {
    /// Whether something was saved that is not public.
    pub fn has_changes(&self) -> bool {
        self.draft.is_some() && self.draft != self.public
    }

    /// What the public can take a place in, or could.
    pub fn occasions(&self, law: &Law) -> Vec<Occasion> {
        self.public.as_ref().map(|public| public.occasions(law, &self.called_off)).unwrap_or_default()
    }

    /// One of those.
    pub fn occasion(&self, law: &Law, when: When) -> Option<Occasion> {
        self.occasions(law).into_iter().find(|one| one.when == when)
    }

    /// What is still to come on a day, that day among it.
    pub fn to_come(&self, law: &Law, today: Date) -> Vec<Occasion> {
        self.occasions(law).into_iter().filter(|one| one.last() >= today).collect()
    }
}
