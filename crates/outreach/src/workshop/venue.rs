//! Where a workshop is: a place, with what makes it open to more people, or online.

use super::word::{accesses, words};
use offer::search::Access;
use serde::{Deserialize, Serialize};

words! {
    /// How people take part.
    pub enum Way {
        /// They come.
        #[default]
        InPerson = "in person",
        /// From where they are.
        Online = "online",
        /// Whichever they like.
        Both = "both",
    }
}

impl Way {
    /// What a reader is told.
    pub fn says(self) -> &'static str {
        match self {
            Way::InPerson => "Face to face",
            Way::Online => "Online",
            Way::Both => "Face to face, or online",
        }
    }

    /// Whether there is a place to come to.
    pub fn has_place(self) -> bool {
        self != Way::Online
    }

    /// Whether it can be joined from elsewhere.
    pub fn has_online(self) -> bool {
        self != Way::InPerson
    }
}

/// A place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Venue {
    /// What it is called.
    pub name: String,
    /// Where it is, without the postcode.
    pub address: String,
    /// Its postcode, as written.
    pub postcode: String,
    /// What makes it open to more people.
    #[serde(with = "accesses")]
    pub access: Vec<Access>,
    /// More about getting there and in: parking, the bus, which door.
    pub more: String,
}

/// How to join from elsewhere. Only those who have a place are told the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Online {
    /// With what: "a video call on Teams; you need nothing but a browser".
    pub how: String,
    /// The address to join at.
    pub link: String,
}
