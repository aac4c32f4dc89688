//! Code sets of the returns: each code as a name of ours, as the Department writes it, in plain words, and how sure
//! we are of it.

mod care;
mod health;
mod need;
mod person;

pub use care::{
    Ceased, LegalStatus, Missing, NewEpisode, Participation, PlaceChange, Placement, PreviousPermanence, Provider,
    WorkerChange,
};
pub use health::NoScore;
pub use need::{Abuse, Closure, Disability, Factor, PreProceedingsOutcome, PrimaryNeed, ReferralSource};
pub use person::{Ethnicity, Sex, UnknownUpn};

/// How sure we are of a code and of what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// Both were read in a source.
    Seen,
    /// The code was read; its meaning is from memory.
    Memory,
    /// The code was read; what it means could not be found.
    Unsure,
}

/// One code of a set that the Department lays down.
pub trait Code: Copy + Eq + 'static {
    /// Every code of the set, in the order of its source.
    const ALL: &'static [Self];

    /// The code as the Department writes it.
    fn code(self) -> &'static str;

    /// What it means, in plain words.
    fn meaning(self) -> &'static str;

    /// How sure we are of it.
    fn sure(self) -> Sure;

    /// The code written so, where there is one.
    fn read(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.code() == text)
    }
}

/// A code set as one table: our name, the Department's code, how sure we are, and what it means.
macro_rules! codes {
    ($(#[$of:meta])* $set:ident { $($name:ident $code:literal $sure:ident $meaning:literal,)+ }) => {
        $(#[$of])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $set {
            $(#[doc = concat!("`", $code, "`: ", $meaning, ".")] $name,)+
        }

        impl $crate::code::Code for $set {
            const ALL: &'static [Self] = &[$(Self::$name),+];

            fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            fn meaning(self) -> &'static str {
                match self { $(Self::$name => $meaning,)+ }
            }

            fn sure(self) -> $crate::code::Sure {
                match self { $(Self::$name => $crate::code::Sure::$sure,)+ }
            }
        }
    };
}

use codes;
