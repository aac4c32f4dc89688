//! Councils: the children's services authorities of England, and what is known of each.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

/// The code the Office for National Statistics gives to a county, unitary, metropolitan or
/// London council: `E` and eight digits.
///
/// ```
/// use offer::place::CouncilCode;
/// let southwark: CouncilCode = "E09000028".parse()?;
/// assert_eq!(southwark.to_string(), "E09000028");
/// assert!("E07000240".parse::<CouncilCode>().is_err(), "a district has no children's services");
/// # Ok::<(), offer::place::NotACouncilCode>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CouncilCode(u32);

/// Said of a text that is no [`CouncilCode`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a council's code: E06, E08, E09 or E10 and six digits, like E09000028")]
pub struct NotACouncilCode(String);

impl FromStr for CouncilCode {
    type Err = NotACouncilCode;

    fn from_str(text: &str) -> Result<Self, NotACouncilCode> {
        let digits = text.strip_prefix('E').filter(|d| d.len() == 8 && d.bytes().all(|b| b.is_ascii_digit()));
        digits
            .and_then(|digits| digits.parse().ok())
            .filter(|number: &u32| matches!(number / 1_000_000, 6 | 8 | 9 | 10))
            .map(Self)
            .ok_or_else(|| NotACouncilCode(text.chars().take(40).collect()))
    }
}

impl fmt::Display for CouncilCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "E{:08}", self.0)
    }
}

impl fmt::Debug for CouncilCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CouncilCode({self})")
    }
}

/// A children's services authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Council {
    /// Its code in national statistics.
    pub code: CouncilCode,
    /// Its name in addresses and file names: `southwark`.
    pub slug: String,
    /// What a carer calls it: "Southwark".
    pub name: String,
    /// What a letter calls it: "London Borough of Southwark".
    pub full_name: String,
    /// Other names people type.
    pub also: Vec<String>,
    /// What kind of council it is.
    pub kind: CouncilKind,
    /// The statistical region.
    pub region: Region,
    /// The column of the national minimum fostering allowance. See [`NMA_REGION_CAUTION`].
    pub nma_region: NmaRegion,
    /// The trust that runs children's services for it, if one does. The council stays answerable.
    pub delivered_by: Option<Trust>,
    /// Set where the council is known to come to an end.
    pub ending: Option<Ending>,
}

/// To be shown wherever an amount rests on [`Council::nma_region`].
pub const NMA_REGION_CAUTION: &str = "Taken from the statistical region. We have not seen the government's own list \
     of which councils count as London and which as South East, so ask the council to confirm.";

/// A company that runs children's services for a council.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trust {
    /// Its name.
    pub name: String,
    /// Its first day there.
    pub since: Date,
    /// The first day without it; `None` while it runs the service.
    pub until: Option<Date>,
    /// The day to which our evidence speaks; `None` = from memory.
    pub seen: Option<Date>,
    /// What was seen.
    pub evidence: String,
}

/// The known end of a council.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// The first day of its successors.
    pub on: Date,
    /// The successors, in words.
    pub after: String,
    /// What was seen.
    pub evidence: String,
}

/// An authority that has ended or been given a new code, still named by old orders and letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former {
    /// Its old code.
    pub code: CouncilCode,
    /// Its old name.
    pub name: String,
    /// The first day without it, or without that code.
    pub ended: Date,
    /// The councils that answer now.
    pub successors: Vec<CouncilCode>,
}

impl Former {
    /// The one council that answers now, where there is one.
    #[must_use]
    pub fn heir(&self) -> Option<CouncilCode> {
        match self.successors.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }
}

/// A district council: housing and council tax are its business, children are the county's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct District {
    /// Its code in national statistics, `E07000098`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The council that answers for children there.
    pub council: CouncilCode,
    /// The first day without it; `None` while it stands.
    pub ended: Option<Date>,
}

/// Gives an enum of words its text form, its parser and the list of all its values.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $value:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$each])* $value),+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &[Self] = &[$(Self::$value),+];

            /// The word used in data.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$value => $word),+ }
            }

            /// The value of a word used in data.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == word)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

words! {
    /// The four kinds of children's services authority.
    CouncilKind {
        /// A county with districts beneath it.
        County = "county",
        /// A council that does everything, outside the big conurbations. The Isles of Scilly too.
        Unitary = "unitary",
        /// A metropolitan district.
        Metropolitan = "metropolitan",
        /// A London borough, or the City of London.
        London = "london",
    }
}

words! {
    /// The statistical regions of England.
    Region {
        /// North East.
        NorthEast = "North East",
        /// North West.
        NorthWest = "North West",
        /// Yorkshire and The Humber.
        YorkshireAndTheHumber = "Yorkshire and The Humber",
        /// East Midlands.
        EastMidlands = "East Midlands",
        /// West Midlands.
        WestMidlands = "West Midlands",
        /// East of England.
        EastOfEngland = "East of England",
        /// London.
        London = "London",
        /// South East.
        SouthEast = "South East",
        /// South West.
        SouthWest = "South West",
    }
}

words! {
    /// The columns of the national minimum fostering allowance.
    NmaRegion {
        /// London.
        London = "london",
        /// South East.
        SouthEast = "south_east",
        /// Everywhere else.
        RestOfEngland = "rest_of_england",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_councils_and_of_nothing_else() {
        for code in ["E06000001", "E08000039", "E09000033", "E10000034"] {
            assert_eq!(code.parse::<CouncilCode>().map(|c| c.to_string()), Ok(code.to_owned()));
        }
        for wrong in
            ["", "E", "E0900002", "E090000280", "E07000240", "W06000015", "e09000028", "E+9000028", "E0900002é"]
        {
            assert!(wrong.parse::<CouncilCode>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn words_are_read_back() {
        for region in Region::ALL {
            assert_eq!(Region::from_word(region.as_str()), Some(*region));
        }
        assert_eq!(NmaRegion::from_word("South East"), None);
    }
}
