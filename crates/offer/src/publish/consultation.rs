//! Consulting before an edition (Children Act 1989 s.22H(8) and (9)): who was asked, what was said, and the report.

use super::event::Version;
use crate::written::{Written, words};
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

words! {
    /// The persons whom section 22H(9) calls relevant.
    pub enum Relevant {
        /// Children in kinship care.
        #[default]
        Children = "children in kinship care",
        /// Kinship carers.
        Carers = "kinship carers",
        /// Persons who represent them.
        Representatives = "people who speak for them",
        /// Children who used to be in kinship care.
        FormerChildren = "children who used to be in kinship care",
        /// Former kinship carers.
        FormerCarers = "former kinship carers",
        /// Somebody else.
        Others = "others",
    }
}

impl Serialize for Relevant {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.word())
    }
}

impl<'de> Deserialize<'de> for Relevant {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Relevant::read(&String::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

/// Whom a consultation asked, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Whom.
    pub who: Relevant,
    /// How, such as a meeting, a letter or a survey.
    pub how: String,
}

/// Something that was said. No person is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    /// By what kind of person.
    pub who: Relevant,
    /// How many said so, where that was counted.
    pub number: Option<u32>,
    /// What was said.
    pub said: String,
    /// What the council answers, or did.
    pub answer: String,
}

/// The report that must be published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// What came of it, in the council's words.
    pub words: String,
    /// What the council changed because of it.
    pub changed: String,
    /// Where else the report stands, where it does.
    pub address: Option<String>,
}

/// A consultation.
#[derive(Clone, Debug, PartialEq)]
pub struct Consultation {
    /// The event that opened it; its name from then on.
    pub id: Version,
    /// What it was about.
    pub about: String,
    /// Who was asked, and how.
    pub asked: Vec<Asked>,
    /// The first day.
    pub opens: Date,
    /// The last day.
    pub closes: Date,
    /// What was said.
    pub heard: Vec<Heard>,
    /// The report, once it is written, and the event that brought it.
    pub report: Option<(Version, Report)>,
}
