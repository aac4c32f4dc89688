//! What a host publishes about advice, and what can happen to it.

use super::answer::Answer;
use super::line::Line;
use crate::Run;
use jiff::Timestamp;
use jiff::civil::Date;
use offer::publish::Officer;
use serde::{Deserialize, Serialize};

/// A team that answers questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Its name.
    pub name: String,
    /// Within how many working days it means to answer.
    pub within: i32,
    /// What it can help with.
    pub helps: Vec<String>,
    /// What it cannot help with.
    pub cannot: Vec<String>,
}

/// Something that a host publishes about advice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Item {
    /// A line to ring.
    Line(Box<Line>),
    /// A team that answers questions.
    Team(Team),
    /// An answer that everybody may read.
    Answer(Answer),
}

/// What can happen to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// It was published, anew or again.
    AdvicePublished {
        /// The day.
        on: Date,
        /// As it is now.
        item: Box<Item>,
    },
    /// It was taken away from the public.
    AdviceTakenOff {
        /// Why.
        why: String,
    },
    /// An answer was read again and is still right.
    AnswerReviewed {
        /// The day.
        on: Date,
        /// The day by which it is to be reviewed again.
        review_by: Date,
    },
}

/// How it stands: a fold over what happened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// As it was published last.
    pub item: Option<Item>,
    /// The day on which it was published last.
    pub on: Option<Date>,
    /// Why it was taken away, where it was.
    pub off: Option<String>,
}

impl Run for Record {
    const KIND: &'static str = "advice";
    type Event = Event;

    fn take(&mut self, event: &Event, _: &Officer, _: Timestamp) {
        match event {
            Event::AdvicePublished { on, item } => {
                self.item = Some((**item).clone());
                self.on = Some(*on);
                self.off = None;
            }
            Event::AdviceTakenOff { why } => self.off = Some(why.clone()),
            Event::AnswerReviewed { on, review_by } => {
                if let Some(Item::Answer(answer)) = &mut self.item {
                    (answer.reviewed, answer.review_by) = (*on, *review_by);
                }
            }
        }
    }
}

impl Record {
    /// What the public sees.
    pub fn public(&self) -> Option<&Item> {
        self.item.as_ref().filter(|_| self.off.is_none())
    }
}
