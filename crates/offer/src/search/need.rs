//! What a family may need, in everyday groups: data that a writer of pages can edit.

use super::postings::Postings;
use law::fault::{Fault, Spot};
use law::text::SourceFile;

/// A group of needs, such as "Talking to someone".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Its name in forms.
    pub id: String,
    /// What a reader calls it.
    pub name: String,
    /// The parts of the law, or single supports, that meet it.
    law: Vec<String>,
    /// Words, or runs of them, that mark it in a title or summary.
    marks: Vec<String>,
}

/// The groups of needs, in the order of the page.
#[derive(Clone, Debug, Default)]
pub struct Needs {
    list: Vec<Need>,
}

impl Needs {
    /// The most groups there can be.
    pub const MOST: usize = 32;

    /// Reads lines of `id | name | parts of the law or supports | words of a title or summary`.
    pub fn read(file: &SourceFile) -> (Needs, Vec<Fault>) {
        let (mut needs, mut faults) = (Needs::default(), Vec::new());
        for (place, line) in file.text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let spot = Spot { file: file.path.as_str().into(), line: place + 1, column: 1 };
            let parts: Vec<&str> = line.split('|').map(str::trim).collect();
            let [id, name, law, marks] = parts[..] else {
                let fault = Fault::new(&spot, "this line has not four parts");
                faults.push(fault.hint("write it as: money | Money | money | allowance, fees"));
                continue;
            };
            if needs.list.len() == Needs::MOST {
                faults.push(Fault::new(&spot, format!("there are more than {} needs", Needs::MOST)));
                break;
            }
            let each =
                |text: &str| text.split(',').map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect();
            needs.list.push(Need { id: id.to_owned(), name: name.to_owned(), law: each(law), marks: each(marks) });
        }
        (needs, faults)
    }

    /// The groups, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Need> {
        self.list.iter()
    }

    /// The place of a group in the order.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.list.iter().position(|need| need.id == id)
    }

    /// The marks of each group as stems.
    pub(super) fn marks(&self, postings: &mut Postings) -> Marks {
        Marks(self.list.iter().map(|need| need.marks.iter().map(|mark| postings.stems(mark)).collect()).collect())
    }

    /// The groups, as bits, that a support of the law, or a text given by its stems, belong to.
    pub(super) fn bits(&self, support: Option<(&str, &str)>, text: &[u32], marks: &Marks) -> u32 {
        let belongs = |need: &Need, marks: &[Vec<u32>]| {
            let by_law = support.is_some_and(|(id, group)| need.law.iter().any(|known| known == id || known == group));
            by_law || marks.iter().any(|mark| text.windows(mark.len().max(1)).any(|run| run == mark.as_slice()))
        };
        let places = self.list.iter().zip(&marks.0).enumerate().filter(|(_, (need, marks))| belongs(need, marks));
        places.fold(0, |bits, (place, _)| bits | 1 << place)
    }
}

/// The marks of each group of needs, as places of stems.
pub(super) struct Marks(Vec<Vec<Vec<u32>>>);
