//! Effects: what one support does to another, such as money that is taken off other money.

use crate::cite::Cite;
use crate::condition::{Condition, read_list};
use crate::duty::read_cites;
use crate::fact::Facts;
use crate::fault::{Fault, Spot};
use crate::text::Entry;

/// What getting one support does.
#[derive(Clone, Debug)]
pub struct Effect {
    /// Its name.
    pub id: String,
    /// The support that is got.
    pub of: String,
    /// The support it does something to, where it is one.
    pub on: Option<String>,
    /// What it does.
    pub kind: EffectKind,
    /// For whom; otherwise for everybody who gets it.
    pub when: Option<Condition>,
    /// The same in a carer's words.
    pub says: String,
    /// What it rests on.
    pub cites: Vec<Cite>,
    /// Where it is written.
    pub spot: Spot,
}

/// What one support does to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EffectKind {
    /// The other ends.
    Ends,
    /// One is taken off the other, in whole or in part.
    TakenOff,
    /// Our sources do not say.
    NotKnown,
    /// Neither touches the other.
    LeftAlone,
    /// It opens the way to the other.
    Opens,
}

impl EffectKind {
    /// Every kind, the one that may cost most first.
    pub const ALL: [EffectKind; 5] =
        [EffectKind::Ends, EffectKind::TakenOff, EffectKind::NotKnown, EffectKind::LeftAlone, EffectKind::Opens];

    /// The word used in files.
    pub fn word(self) -> &'static str {
        match self {
            EffectKind::Ends => "ends",
            EffectKind::TakenOff => "taken off",
            EffectKind::NotKnown => "not known",
            EffectKind::LeftAlone => "left alone",
            EffectKind::Opens => "opens",
        }
    }
}

const KEYS: [&str; 7] = ["of", "on", "kind", "when", "says", "cites", "checked"];

impl Effect {
    pub(crate) fn read(entry: &Entry, facts: &Facts, faults: &mut Vec<Fault>) -> Result<Effect, Fault> {
        faults.extend(entry.unknown_keys(&KEYS));
        let kind = entry.must("kind")?;
        let kind = EffectKind::ALL.into_iter().find(|known| known.word() == kind).ok_or_else(|| {
            let words = EffectKind::ALL.map(EffectKind::word);
            Fault::new(&entry.spot, format!("{kind:?} is not a kind of effect"))
                .hint(format!("the kinds are: {}", words.join(", ")))
        })?;
        Ok(Effect {
            id: entry.name.clone(),
            of: entry.must("of")?,
            on: entry.text("on"),
            kind,
            when: entry.field("when").map(|field| read_list(&field.joined(), &field.spot, facts)).transpose()?,
            says: entry.must("says")?,
            cites: read_cites(entry)?,
            spot: entry.spot.clone(),
        })
    }
}
