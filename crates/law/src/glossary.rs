//! The glossary: legal words a page may use, each with a one-line meaning.

use crate::fault::{Fault, Spot};
use crate::text::{Entry, Field};

/// One term.
#[derive(Clone, Debug)]
pub struct Term {
    /// The term as it is written in a page.
    pub term: String,
    /// What it means, in a line.
    pub means: String,
    /// Other words for it.
    pub also: Vec<String>,
    /// Caveats.
    pub notes: Vec<String>,
    /// Where it is written.
    pub spot: Spot,
}

impl Term {
    pub(crate) fn read(entry: &Entry) -> Result<Term, Fault> {
        let also = entry.text("also").unwrap_or_default();
        Ok(Term {
            term: entry.name.clone(),
            means: entry.must("means")?,
            also: also.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect(),
            notes: entry.all("note").map(Field::joined).collect(),
            spot: entry.spot.clone(),
        })
    }
}
