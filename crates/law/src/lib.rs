//! Kinship law as data: load it, check it, and say what follows for one family or for many.
//!
//! The crate is pure. Texts and days are given to it; it reads no file, no clock and no network, and it knows
//! no council by name. [`Law::load`] reads the files of `law/`; [`Day::new`] fixes the law on one day; and
//! [`Day::find`] says what follows for a family, with reasons, citations and what is still unknown.

pub mod ahead;
pub mod ask;
pub mod brief;
pub mod calculation;
pub mod calendar;
pub mod card;
pub mod case;
pub mod cite;
pub mod clash;
pub mod clock;
pub mod condition;
pub mod day;
mod diagram;
pub mod duty;
pub mod effect;
pub mod explain;
pub mod fact;
pub mod fault;
pub mod find;
pub mod format;
pub mod glossary;
pub mod instrument;
pub mod library;
pub mod lint;
pub mod mutants;
pub mod period;
pub mod prove;
pub mod rate;
mod reach;
pub mod rule;
pub mod running;
pub mod screen;
pub mod story;
pub mod text;
pub mod tree;
pub mod truth;
pub mod value;
mod variable;
pub mod watchword;
pub mod words;
pub mod young;

pub use ahead::Ahead;
pub use brief::Brief;
pub use case::Case;
pub use day::Day;
pub use explain::{Amount, Citation, Explanation, Reason};
pub use fault::Fault;
pub use find::{Finding, Findings};
pub use library::Law;
pub use reach::Scratch;
pub use rule::Outcome;
pub use truth::Family;
