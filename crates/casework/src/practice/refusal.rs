//! A rule by which an act is refused: the words said, what to do, and the provision. Whether it applies is decided by the
//! guard of the same name.

use law::cite::Cite;
use law::fault::{Fault, Spot};
use law::text::Entry;

/// A rule by which an act is refused.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its name, which is its guard's too.
    pub name: String,
    /// Why the act may not be.
    pub says: String,
    /// What to do instead.
    pub instead: String,
    /// What the rule rests on.
    pub cites: Vec<Cite>,
    /// Whose reading of the law it is, where it is not the law's own words.
    pub reading: Option<String>,
    /// Where it is written.
    pub spot: Spot,
}

impl Rule {
    pub(super) fn read(entry: &Entry, faults: &mut Vec<Fault>) -> Result<Rule, Fault> {
        faults.extend(entry.unknown_keys(&["says", "instead", "cites", "reading"]));
        Ok(Rule {
            name: entry.name.clone(),
            says: entry.must("says")?,
            instead: entry.must("instead")?,
            cites: super::act::read_cites(entry)?,
            reading: entry.text("reading"),
            spot: entry.spot.clone(),
        })
    }
}
