//! What can happen to a group, and how it stands after that.

use super::Group;
use super::confirm::Stage;
use crate::Run;
use jiff::Timestamp;
use jiff::civil::Date;
use offer::publish::Officer;
use serde::{Deserialize, Serialize};

/// Who said that a group met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// Its organiser, by the link in a letter.
    Organiser,
    /// Somebody at the host's desk.
    Desk,
}

/// What can happen to a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// It was described, anew or again.
    GroupSaved {
        /// As it is now.
        group: Box<Group>,
    },
    /// It was put on the public list.
    GroupListed {
        /// The day.
        on: Date,
    },
    /// It was taken off the public list.
    GroupTakenOff {
        /// Why.
        why: String,
    },
    /// It met.
    GroupMet {
        /// On which day.
        on: Date,
        /// Who said so.
        told: Told,
    },
    /// It did not meet on a day on which it was to.
    GroupMissed {
        /// The day.
        on: Date,
        /// Who said so.
        told: Told,
    },
    /// Its organiser was asked whether it met.
    GroupAsked {
        /// The day.
        on: Date,
        /// How far on it was.
        stage: Stage,
        /// The meeting that was asked about, where its days are fixed.
        about: Option<Date>,
    },
}

/// How a group stands: a fold over what happened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// As it is described; none before it was.
    pub group: Option<Group>,
    /// The day since which it is on the list; none where it is off it.
    pub listed: Option<Date>,
    /// Why it was taken off the list.
    pub off: Option<String>,
    /// The last day it is known to have met, and who said so.
    pub met: Option<(Date, Told)>,
    /// The last day of which it was said that it did not meet.
    pub missed: Option<Date>,
    /// When its organiser was asked last, and how far on it was. Forgotten when it is known to have met again.
    pub asked: Vec<(Date, Stage)>,
}

impl Run for Record {
    const KIND: &'static str = "group";
    type Event = Event;

    /// Takes in what happened.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use outreach::Run;
    /// use outreach::group::{Event, Record};
    /// let (mut record, by, at) = (Record::default(), offer::publish::Officer::new("a"), jiff::Timestamp::UNIX_EPOCH);
    /// record.take(&Event::GroupListed { on: date(2026, 11, 1) }, &by, at);
    /// assert_eq!(record.listed, Some(date(2026, 11, 1)));
    /// record.take(&Event::GroupTakenOff { why: "It ended.".into() }, &by, at);
    /// assert_eq!(record.listed, None);
    /// ```
    fn take(&mut self, event: &Event, _: &Officer, _: Timestamp) {
        match event {
            Event::GroupSaved { group } => self.group = Some((**group).clone()),
            Event::GroupListed { on } => {
                self.listed = Some(*on);
                self.off = None;
                self.asked.clear();
            }
            Event::GroupTakenOff { why } => {
                self.listed = None;
                self.off = Some(why.clone());
            }
            Event::GroupMet { on, told } => {
                if self.met.is_none_or(|(known, _)| known < *on) {
                    self.met = Some((*on, *told));
                    self.asked.clear();
                }
            }
            Event::GroupMissed { on, .. } => self.missed = self.missed.max(Some(*on)),
            Event::GroupAsked { on, stage, .. } => self.asked.push((*on, *stage)),
        }
    }
}
