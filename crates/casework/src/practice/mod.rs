//! How casework is done, as data: the matters of a case, the acts that move them, who may do which, what each asks, which
//! clocks it starts and ends, and when it is refused.

mod act;
mod check;
mod codes;
mod field;
mod matter;
mod picture;
mod refusal;
mod retention;
mod template;

pub use act::{Act, BEGINNING, Diary, Effect, Extends, Move, Starts, Tells, Test};
pub use codes::Codes;
pub use field::{Column, Field, Kind, Opt};
pub use matter::{MatterKind, Stage};
pub use picture::Way;
pub use refusal::Rule;
pub use retention::{Hold, Holding, Kept, Span, Trigger};
pub(crate) use template::gaps;
pub use template::{Is, Part, Template};

use law::fault::Fault;
use law::text::{SourceFile, read};
use law::{Law, fault};
use std::collections::BTreeMap;

/// The whole table.
#[derive(Clone, Debug, Default)]
pub struct Practice {
    /// The kinds of matter, in the order written.
    pub matters: Vec<MatterKind>,
    /// The fields of forms, by name.
    pub fields: BTreeMap<String, Field>,
    /// The acts, in the order written.
    pub acts: Vec<Act>,
    /// The rules by which acts are refused, by name.
    pub rules: BTreeMap<String, Rule>,
    /// The letters, by name.
    pub templates: BTreeMap<String, Template>,
    /// How answers are written in the yearly returns.
    pub codes: Vec<Codes>,
    /// How long a case is kept, in the order written.
    pub kept: Vec<Kept>,
    /// What keeps a case although its time has passed, in the order written.
    pub holds: Vec<Hold>,
}

/// The words that begin an entry.
const KINDS: [&str; 8] = ["matter", "field", "act", "rule", "letter", "codes", "kept", "hold"];

impl Practice {
    /// Reads the files of `casework/`, save its stories and its README, and checks every name and citation.
    ///
    /// What can be read is returned with every fault found.
    pub fn load(files: &[SourceFile], law: &Law) -> (Practice, Vec<Fault>) {
        let mut practice = Practice::default();
        let mut faults = Vec::new();
        let is_read = |file: &&SourceFile| !file.path.starts_with("stories/") && !file.path.ends_with("README.md");
        for file in files.iter().filter(is_read) {
            let (entries, mut found) = read(file, &KINDS);
            faults.append(&mut found);
            for entry in &entries {
                let taken = practice.take(entry, &mut faults);
                faults.extend(taken.err());
            }
        }
        practice.check(law, &mut faults);
        (practice, faults)
    }

    fn take(&mut self, entry: &law::text::Entry, faults: &mut Vec<Fault>) -> Result<(), Fault> {
        let twice = || Fault::new(&entry.spot, format!("there are two entries `{} {}`", entry.kind, entry.name));
        let is_new = match entry.kind.as_str() {
            "matter" => {
                let kind = MatterKind::read(entry, faults)?;
                let is_new = self.matter(&kind.name).is_none();
                self.matters.push(kind);
                is_new
            }
            "act" => {
                let act = Act::read(entry, faults)?;
                let is_new = self.act(&act.name).is_none();
                self.acts.push(act);
                is_new
            }
            "field" => self.fields.insert(entry.name.clone(), Field::read(entry, faults)?).is_none(),
            "codes" => {
                let codes = Codes::read(entry, faults)?;
                let is_same = |known: &Codes| known.field == codes.field && known.from == codes.from;
                let is_new = !self.codes.iter().any(is_same);
                self.codes.push(codes);
                is_new
            }
            "kept" => {
                let kept = Kept::read(entry, faults)?;
                let is_new = self.kept.iter().all(|known| known.name != kept.name);
                self.kept.push(kept);
                is_new
            }
            "hold" => {
                let hold = Hold::read(entry, faults)?;
                let is_new = self.hold(&hold.name).is_none();
                self.holds.push(hold);
                is_new
            }
            "rule" => self.rules.insert(entry.name.clone(), Rule::read(entry, faults)?).is_none(),
            _ => self.templates.insert(entry.name.clone(), Template::read(entry, faults)?).is_none(),
        };
        if is_new { Ok(()) } else { Err(twice()) }
    }

    /// The act of that name.
    pub fn act(&self, name: &str) -> Option<&Act> {
        self.acts.iter().find(|act| act.name == name)
    }

    /// The kind of matter of that name.
    pub fn matter(&self, name: &str) -> Option<&MatterKind> {
        self.matters.iter().find(|kind| kind.name == name)
    }

    /// Whether a clock comes again and again: what ends it starts it anew.
    pub fn is_repeated(&self, clock: &str) -> bool {
        self.acts.iter().any(|act| {
            act.ends.iter().any(|name| name == clock) && act.starts.iter().any(|starts| starts.clock == clock)
        })
    }

    /// The act whose name is most like a word.
    pub fn nearest_act(&self, word: &str) -> Option<&str> {
        fault::nearest(word, self.acts.iter().map(|act| act.name.as_str()))
    }
}

/// The parts of a list written with commas.
pub(crate) fn list(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
