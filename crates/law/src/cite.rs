//! A citation: which provision a condition, a rate or a clock rests on, and how sure we are of it.

use crate::fault::{Fault, Spot};
use serde::Serialize;

/// How sure we are that a statement says what its source says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sureness {
    /// The text of the source itself was read.
    Seen,
    /// An excerpt of the source was read.
    #[default]
    Excerpt,
    /// Read in a page that reports the source.
    SecondHand,
    /// Worked out by us from a rule that was read.
    Computed,
    /// From general knowledge of the instrument, not checked against it.
    Memory,
    /// Not settled.
    Unsure,
}

impl Sureness {
    /// The mark as it is written in the files.
    pub fn word(self) -> &'static str {
        match self {
            Sureness::Seen => "seen",
            Sureness::Excerpt => "excerpt",
            Sureness::SecondHand => "second-hand",
            Sureness::Computed => "computed",
            Sureness::Memory => "memory",
            Sureness::Unsure => "unsure",
        }
    }

    /// Whether the words of the source were read, in whole or in part.
    pub fn is_verified(self) -> bool {
        matches!(self, Sureness::Seen | Sureness::Excerpt)
    }

    /// Reads a mark.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Seen, Self::Excerpt, Self::SecondHand, Self::Computed, Self::Memory, Self::Unsure]
            .into_iter()
            .find(|mark| mark.word() == word)
    }
}

/// A reference to a provision, as written: `instrument/provision`, with a mark of its own if it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cite {
    /// `instrument/provision`.
    pub provision: String,
    /// How sure we are of *this use* of the provision; where absent the provision's own mark holds.
    pub mark: Option<Sureness>,
    /// Where the citation is written.
    pub spot: Spot,
}

/// Splits `text   [a/1, b/2 memory]` into the text and its citations.
///
/// # Errors
/// A fault where a bracket does not close or a citation is not `instrument/provision`.
pub fn split(text: &str, spot: &Spot) -> Result<(String, Vec<Cite>), Fault> {
    let Some(open) = text.find('[') else {
        return Ok((text.trim_end().to_owned(), Vec::new()));
    };
    let place = spot.shifted(open);
    let inside = text[open + 1..].trim_end().strip_suffix(']').ok_or_else(|| {
        Fault::new(&place, "a citation bracket is not closed at the end of the line").hint("end the line with `]`")
    })?;
    let cites = inside.split(',').map(|part| one(part.trim(), &place)).collect::<Result<_, _>>()?;
    Ok((text[..open].trim_end().to_owned(), cites))
}

fn one(part: &str, place: &Spot) -> Result<Cite, Fault> {
    let (provision, mark) = match part.rsplit_once(' ') {
        Some((provision, word)) => match Sureness::parse(word) {
            Some(mark) => (provision.trim(), Some(mark)),
            None => {
                return Err(Fault::new(place, format!("`{word}` is not a mark of how sure we are"))
                    .hint("the marks are: seen, excerpt, second-hand, computed, memory, unsure"));
            }
        },
        None => (part, None),
    };
    if !provision.contains('/') {
        return Err(Fault::new(place, format!("`{provision}` is not a citation"))
            .hint("write instrument/provision, for example [ca-1989/17(10)]"));
    }
    Ok(Cite { provision: provision.to_owned(), mark, spot: place.clone() })
}

impl std::fmt::Display for Cite {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.mark {
            Some(mark) => write!(f, "{} {}", self.provision, mark.word()),
            None => f.write_str(&self.provision),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citations_and_marks() {
        let (text, cites) = split("child_disabled   [ca-1989/17(10), source/S129 memory]", &Spot::default()).unwrap();
        assert_eq!(text, "child_disabled");
        assert_eq!(cites[0].provision, "ca-1989/17(10)");
        assert_eq!(cites[1].mark, Some(Sureness::Memory));
    }

    #[test]
    fn a_bad_mark_says_what_the_marks_are() {
        let fault = split("x [ca-1989/17 maybe]", &Spot::default()).unwrap_err();
        assert!(fault.hint.unwrap().contains("second-hand"));
    }
}
