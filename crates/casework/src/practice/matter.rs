//! A kind of matter: what a case holds several of, such as a request or a complaint, and the stages it goes through.

use super::list;
use law::fault::Fault;
use law::text::Entry;

/// A kind of matter.
#[derive(Clone, Debug)]
pub struct MatterKind {
    /// Its name.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// What it is, in a line.
    pub what: String,
    /// The kinds of matter it may belong to; none where it stands alone.
    pub within: Vec<String>,
    /// Whether it is work for the family. What is not neither keeps a case open nor counts as something done in it.
    pub is_work: bool,
    /// Its stages, in the order they usually follow.
    pub stages: Vec<Stage>,
    /// Where it is written.
    pub spot: law::fault::Spot,
}

/// A stage of a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Its name.
    pub name: String,
    /// It, in words.
    pub words: String,
    /// Whether the matter has ended with it.
    pub is_end: bool,
}

impl MatterKind {
    pub(super) fn read(entry: &Entry, faults: &mut Vec<Fault>) -> Result<MatterKind, Fault> {
        faults.extend(entry.unknown_keys(&["title", "what", "within", "work", "stage", "end"]));
        let mut stages = Vec::new();
        for field in entry.fields.iter().filter(|field| matches!(field.key.as_str(), "stage" | "end")) {
            let text = field.joined();
            let (name, words) = text.split_once("  ").ok_or_else(|| {
                Fault::new(&field.spot, "a stage has a name, two spaces, and its words").hint("stage  open  it is open")
            })?;
            stages.push(Stage { name: name.to_owned(), words: words.trim().to_owned(), is_end: field.key == "end" });
        }
        Ok(MatterKind {
            name: entry.name.clone(),
            title: entry.must("title")?,
            what: entry.must("what")?,
            within: list(&entry.text("within").unwrap_or_default()),
            is_work: match entry.field("work").map(|field| (field.joined(), &field.spot)) {
                None => true,
                Some((word, _)) if word == "no" => false,
                Some((word, spot)) => {
                    return Err(Fault::new(spot, format!("`{word}` says nothing here")).hint("work  no"));
                }
            },
            stages,
            spot: entry.spot.clone(),
        })
    }

    /// The stage of that name.
    pub fn stage(&self, name: &str) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.name == name)
    }
}
