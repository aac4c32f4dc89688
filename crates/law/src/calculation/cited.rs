//! Citations for a calculation, found in the law it was given.

use crate::cite::{Cite, Sureness};
use crate::explain::Citation;
use crate::fault::Spot;
use crate::library::Law;

/// The citations of a list written as in the files: `instrument/provision`, perhaps with how sure we are.
pub(crate) fn cited(law: &Law, list: &[&str]) -> Vec<Citation> {
    let mut citations = Vec::new();
    for written in list {
        let (provision, mark) = match written.split_once(' ') {
            Some((provision, word)) => (provision, Sureness::parse(word)),
            None => (*written, None),
        };
        add(&mut citations, law, &Cite { provision: provision.to_owned(), mark, spot: Spot::default() });
    }
    citations
}

/// Adds a citation, unless it is there already.
pub(crate) fn add(citations: &mut Vec<Citation>, law: &Law, cite: &Cite) {
    let provision = law.provision(&cite.provision);
    let sureness = law.sureness(cite);
    let named = provision.and_then(|found| law.instrument(found.instrument()).map(|of| of.cite(found)));
    let citation = Citation {
        provision: cite.provision.clone(),
        name: named.unwrap_or_else(|| cite.provision.clone()),
        title: provision.map_or_else(String::new, |found| found.title.clone()),
        sureness,
        verified: sureness.is_verified(),
    };
    if !citations.contains(&citation) {
        citations.push(citation);
    }
}

/// Adds every citation that is not there already.
pub(crate) fn extend(citations: &mut Vec<Citation>, more: &[Citation]) {
    for citation in more {
        if !citations.contains(citation) {
            citations.push(citation.clone());
        }
    }
}
