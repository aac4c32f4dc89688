//! What a council's kinship local offer must, should or may hold: three layers, never merged.

use crate::cite::{self, Cite, Sureness};
use crate::fault::{Fault, Spot};
use crate::text::{Entry, Field};

/// One line of the offer checklist.
#[derive(Clone, Debug)]
pub struct Duty {
    /// Its name.
    pub id: String,
    /// Its number in the checklist.
    pub no: u16,
    /// The layer it belongs to.
    pub layer: Layer,
    /// must, should or good practice.
    pub force: String,
    /// What it is about.
    pub title: String,
    /// What an offer must show to meet it.
    pub asks: String,
    /// What it rests on.
    pub cites: Vec<Cite>,
    /// How sure we are.
    pub verified: Sureness,
    /// Caveats.
    pub notes: Vec<String>,
    /// Where it is written.
    pub spot: Spot,
}

/// A layer of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Children Act 1989 section 22H.
    Statute,
    /// Statutory guidance.
    Guidance,
    /// Good practice.
    GoodPractice,
}

impl Layer {
    /// The word used in files.
    pub fn word(self) -> &'static str {
        match self {
            Layer::Statute => "statute",
            Layer::Guidance => "guidance",
            Layer::GoodPractice => "good-practice",
        }
    }
}

const KEYS: [&str; 9] = ["no", "layer", "force", "title", "asks", "cites", "verified", "note", "checked"];

impl Duty {
    pub(crate) fn read(entry: &Entry, faults: &mut Vec<Fault>) -> Result<Duty, Fault> {
        faults.extend(entry.unknown_keys(&KEYS));
        let layer = entry.must("layer")?;
        let layer = [Layer::Statute, Layer::Guidance, Layer::GoodPractice]
            .into_iter()
            .find(|known| known.word() == layer)
            .ok_or_else(|| {
                Fault::new(&entry.spot, format!("{layer:?} is not a layer"))
                    .hint("the layers are: statute, guidance, good-practice")
            })?;
        let no = entry.must("no")?;
        Ok(Duty {
            id: entry.name.clone(),
            no: no.parse().map_err(|_| Fault::new(&entry.spot, format!("no {no:?} is not a number")))?,
            layer,
            force: entry.must("force")?,
            title: entry.must("title")?,
            asks: entry.must("asks")?,
            cites: read_cites(entry)?,
            verified: read_verified(entry)?,
            notes: entry.all("note").map(Field::joined).collect(),
            spot: entry.spot.clone(),
        })
    }
}

/// Reads the `cites` key, which must hold at least one citation.
pub(crate) fn read_cites(entry: &Entry) -> Result<Vec<Cite>, Fault> {
    let field = entry.field("cites").ok_or_else(|| {
        Fault::new(&entry.spot, format!("{} {} cites nothing", entry.kind, entry.name))
            .hint("add `cites` and the provisions in square brackets")
    })?;
    let (_, cites) = cite::split(&field.joined(), &field.spot)?;
    match cites.is_empty() {
        true => Err(Fault::new(&field.spot, "no citation in square brackets").hint("for example [ca-1989/22H(1)(a)]")),
        false => Ok(cites),
    }
}

/// Reads the `verified` key.
pub(crate) fn read_verified(entry: &Entry) -> Result<Sureness, Fault> {
    let word = entry.must("verified")?;
    Sureness::parse(&word).ok_or_else(|| {
        Fault::new(&entry.spot, format!("{word:?} does not say how sure we are"))
            .hint("write one of: seen, excerpt, second-hand, computed, memory, unsure")
    })
}
