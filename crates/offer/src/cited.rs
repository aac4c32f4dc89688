//! Words with the law they rest on, and the page they were found on.

use crate::key::Shape;
use crate::written::{Id, Written, spaced};
use law::Law;
use law::cite::{self, Sureness};
use law::fault::{Fault, Spot};

/// A provision that a council's words rest on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// `instrument/provision`, as in `law/instruments`.
    pub provision: String,
    /// How sure this use of it is, where it has a mark of its own.
    pub mark: Option<Sureness>,
}

impl Cited {
    /// The same as the law writes it.
    pub(crate) fn cite(&self) -> cite::Cite {
        cite::Cite { provision: self.provision.clone(), mark: self.mark, spot: Spot::default() }
    }
}

/// Words, and what they rest on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The words.
    pub words: String,
    /// The provisions.
    pub cites: Vec<Cited>,
}

/// Where something was found: a page of the council, and perhaps where on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The page.
    pub page: Id,
    /// Where on the page.
    pub place: Option<String>,
}

impl Written for Source {
    const SHAPE: Shape = Shape::Columns("page | where on it");

    fn read(text: &str) -> Result<Self, String> {
        let (page, place) = match text.split_once(" | ") {
            Some((page, place)) => (page, Some(String::read(place)?)),
            None => (text, None),
        };
        Ok(Source { page: Id::read(page.trim())?, place })
    }

    fn write(&self) -> String {
        match &self.place {
            Some(place) => format!("{} | {place}", self.page),
            None => self.page.to_string(),
        }
    }
}

impl Said {
    /// Reads words that may end in citations; each must be a provision of the law.
    pub(crate) fn read(text: &str, spot: &Spot, law: &Law, faults: &mut Vec<Fault>) -> Said {
        match cite::split(text, spot) {
            Ok((words, cites)) => {
                Said { words: spaced(&words), cites: cites.iter().map(|cite| check(cite, law, faults)).collect() }
            }
            Err(fault) => {
                faults.push(fault);
                Said::default()
            }
        }
    }

    /// Writes the words and their citations.
    pub(crate) fn write(&self) -> String {
        format!("{}{}", self.words, brackets(&self.cites)).trim().to_owned()
    }
}

/// Takes a citation of the law's own form, with a fault where the law has no such provision.
pub(crate) fn check(cite: &cite::Cite, law: &Law, faults: &mut Vec<Fault>) -> Cited {
    if law.provision(&cite.provision).is_none() {
        let names = law.provisions.iter().map(|known| known.id.as_str());
        let message = format!("there is no provision {} in law/instruments", cite.provision);
        faults.push(Fault::new(&cite.spot, message).nearest(&cite.provision, names));
    }
    Cited { provision: cite.provision.clone(), mark: cite.mark }
}

/// Citations as files write them, with a space before; nothing where there are none.
pub(crate) fn brackets(cites: &[Cited]) -> String {
    if cites.is_empty() {
        return String::new();
    }
    let each = cites.iter().map(|cite| match cite.mark {
        Some(mark) => format!("{} {}", cite.provision, mark.word()),
        None => cite.provision.clone(),
    });
    format!(" [{}]", each.collect::<Vec<_>>().join(", "))
}
