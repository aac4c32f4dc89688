//! What happens to a workshop. An event never changes.

use super::description::{Material, Workshop};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// It was written, or written anew. Nobody but the host sees that.
    WorkshopSaved {
        /// As it stands now.
        workshop: Box<Workshop>,
    },
    /// As it was saved last, it became public.
    WorkshopPublished,
    /// One of its days will not be.
    DayCalledOff {
        /// The day.
        day: Date,
        /// Why, for those who booked.
        why: String,
    },
    /// All of it that is still to come will not be.
    WorkshopCalledOff {
        /// Why, for those who booked.
        why: String,
    },
    /// What to read afterwards was put there, in place of what was.
    MaterialsGiven {
        /// What.
        materials: Vec<Material>,
    },
}
