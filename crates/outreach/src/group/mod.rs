//! Peer groups: what a host says of one, how it is found, and how its organiser keeps it true.
//!
//! A group that meets somewhere sensitive has an area and nothing more: its address is not taken from the form, so no
//! page, feed, calendar or picture can tell it.

mod confirm;
mod event;
mod offered;
mod read;
mod wanted;

pub use confirm::{ASKED_EVERY, Ask, CONFIRMED_FOR, LEAVING, Stage, Standing};
pub use event::{Event, Record, Told};
pub use wanted::{Asked, DayPart, Fit, Wanted};

use offer::place::{Found, Places, Spot};
use offer::{Schedule, Welcome};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A peer group, as its host describes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// What happens there, in a sentence or two.
    pub summary: String,
    /// When it meets, as days can be counted from it; none where it is not fixed.
    pub when: Option<When>,
    /// Where it meets face to face; none where it only meets online.
    pub room: Option<Room>,
    /// Whether it meets online, alone or as well.
    pub is_online: bool,
    /// For whom in particular it is; empty where nothing is stated, which is not a no to anybody.
    #[serde(with = "welcome_words")]
    pub welcomes: Vec<Welcome>,
    /// The culture or faith it is made for, in its own words, where it is made for one.
    pub culture: Option<String>,
    /// The languages it is held in; empty where that is not stated.
    pub languages: Vec<String>,
    /// What is done so that everybody can come; empty where that is not stated.
    pub access: Vec<String>,
    /// What it costs; none where that is not stated.
    pub cost: Option<String>,
    /// How to come the first time.
    pub join: Option<String>,
    /// A number to ring. Published.
    pub phone: Option<String>,
    /// An address to write to. Published.
    pub email: Option<String>,
}

/// Where a group meets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Room {
    /// Somewhere that anybody may know of.
    Open {
        /// The address, without its postcode.
        address: String,
        /// The postcode.
        postcode: String,
    },
    /// Somewhere that is told only to those who ask.
    Sensitive {
        /// The area, such as “the north of Borchester”.
        area: String,
    },
}

impl Room {
    /// Where it is, for those who may know: the address, or the area alone.
    pub fn words(&self) -> String {
        match self {
            Room::Open { address, postcode } => format!("{}, {postcode}", address.replace('\n', ", ")),
            Room::Sensitive { area } => area.clone(),
        }
    }

    /// Whether the place is told only to those who ask.
    pub fn is_sensitive(&self) -> bool {
        matches!(self, Room::Sensitive { .. })
    }

    /// The middle of the postcode's sector. A sensitive place has none, so that it is in no distance and no picture.
    pub fn spot(&self, places: &Places) -> Option<Spot> {
        match self {
            Room::Open { postcode, .. } => match places.find(postcode) {
                Ok(Found::England { near, .. }) => near,
                _ => None,
            },
            Room::Sensitive { .. } => None,
        }
    }
}

/// When a group meets: a schedule in its one written form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct When {
    text: String,
    schedule: Schedule,
}

impl When {
    /// The schedule.
    pub fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// As it is written: `monthly | second Tuesday | 10:00 to 12:00`.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl TryFrom<String> for When {
    type Error = String;

    fn try_from(text: String) -> Result<When, String> {
        text.parse().map(|schedule| When { schedule, text })
    }
}

impl From<When> for String {
    fn from(when: When) -> String {
        when.text
    }
}

/// As a reader is told: “Every Thursday, 18:00 to 19:30”.
impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.schedule.fmt(f)
    }
}

/// Whom a group is made for, by the words files use. A word that is not known any more is left out.
mod welcome_words {
    use offer::Welcome;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(list: &[Welcome], to: S) -> Result<S::Ok, S::Error> {
        list.iter().map(|one| one.word()).collect::<Vec<_>>().serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Welcome>, D::Error> {
        let words = Vec::<String>::deserialize(from)?;
        Ok(Welcome::ALL.iter().copied().filter(|one| words.iter().any(|word| word == one.word())).collect())
    }
}
