//! What is said of a typed postcode: where it lies, or words that help.

use super::council::{Council, District};
use super::postcode::Postcode;
use super::spot::Spot;

/// Where an existing postcode lies.
#[derive(Debug, Clone, PartialEq)]
pub enum Found<'a> {
    /// In England, in the area of one council.
    England {
        /// The postcode, as it is written.
        postcode: Postcode,
        /// The council that answers for children.
        council: &'a Council,
        /// The district council (housing, council tax), where there is one beneath.
        district: Option<&'a District>,
        /// The middle of the postcode's sector.
        near: Option<Spot>,
    },
    /// In Wales.
    Wales(Postcode),
    /// In Scotland.
    Scotland(Postcode),
    /// In Northern Ireland. Told by the letters BT alone: see the notice in `places/`.
    NorthernIreland(Postcode),
    /// On an island of the Crown, outside the United Kingdom.
    CrownDependency(Postcode, Island),
    /// Real, but the directory does not say where: mostly boxes and large firms. Ask which council.
    Unplaced {
        /// The postcode, as it is written.
        postcode: Postcode,
        /// Councils of the neighbouring postcodes, likeliest first; may be empty.
        likely: Vec<&'a Council>,
    },
}

/// The Crown dependencies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Island {
    /// The Isle of Man.
    IsleOfMan,
    /// Jersey.
    Jersey,
    /// Guernsey, with Alderney, Sark and Herm.
    Guernsey,
}

/// Why a typed text leads to no place. It never repeats what was typed, so it may be logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// Nothing was typed.
    #[error("there is no postcode")]
    Empty,
    /// Only the first half was typed.
    #[error("this is only the first half of a postcode")]
    HalfOnly,
    /// The text has not the shape of a postcode.
    #[error("this is not a postcode")]
    Malformed {
        /// What was perhaps meant.
        suggestion: Option<Postcode>,
    },
    /// The shape is right, but there is no such postcode.
    #[error("this postcode does not exist, or is very new")]
    Unknown {
        /// What was perhaps meant.
        suggestion: Option<Postcode>,
    },
}

impl PlaceError {
    /// What to do next, in a sentence for the person who typed. It may name a postcode.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::Empty => "Enter a full postcode, like SW1A 1AA.".to_owned(),
            Self::HalfOnly => {
                "The second half of a full postcode is one digit and two letters, like the 1AA of SW1A 1AA.".to_owned()
            }
            Self::Malformed { suggestion: Some(meant) } | Self::Unknown { suggestion: Some(meant) } => {
                format!("Did you mean {meant}?")
            }
            Self::Malformed { suggestion: None } => {
                "Enter a full UK postcode of five to seven letters and numbers, like M1 1AE or SW1A 1AA.".to_owned()
            }
            Self::Unknown { suggestion: None } => {
                "Check it for a slip. If it is right, choose your council by name instead.".to_owned()
            }
        }
    }

    /// The postcode that was perhaps meant.
    #[must_use]
    pub fn suggestion(&self) -> Option<Postcode> {
        match self {
            Self::Malformed { suggestion } | Self::Unknown { suggestion } => *suggestion,
            Self::Empty | Self::HalfOnly => None,
        }
    }
}

impl<'a> Found<'a> {
    /// The postcode, as it is written.
    #[must_use]
    pub fn postcode(&self) -> Postcode {
        match self {
            Self::England { postcode, .. } | Self::Unplaced { postcode, .. } => *postcode,
            Self::Wales(postcode) | Self::Scotland(postcode) | Self::NorthernIreland(postcode) => *postcode,
            Self::CrownDependency(postcode, _) => *postcode,
        }
    }

    /// The council, if one English council is sure.
    #[must_use]
    pub fn council(&self) -> Option<&'a Council> {
        match self {
            Self::England { council, .. } => Some(council),
            _ => None,
        }
    }

    /// The country in words; `None` where it is not known.
    #[must_use]
    pub fn country(&self) -> Option<&'static str> {
        match self {
            Self::England { .. } => Some("England"),
            Self::Wales(_) => Some("Wales"),
            Self::Scotland(_) => Some("Scotland"),
            Self::NorthernIreland(_) => Some("Northern Ireland"),
            Self::CrownDependency(_, Island::IsleOfMan) => Some("the Isle of Man"),
            Self::CrownDependency(_, Island::Jersey) => Some("Jersey"),
            Self::CrownDependency(_, Island::Guernsey) => Some("Guernsey"),
            Self::Unplaced { .. } => None,
        }
    }
}
