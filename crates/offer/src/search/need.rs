//! What a family may need, in everyday groups: data that a writer of pages can edit.

use super::word;
use law::fault::{Fault, Spot};
use law::text::SourceFile;
use rust_stemmers::Stemmer;

/// A group of needs, such as "Talking to someone".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Its name in forms.
    pub id: String,
    /// What a reader calls it.
    pub name: String,
    /// The parts of the law, or single supports, that meet it.
    law: Vec<String>,
    /// Stems that mark it in a title or summary; each is a run of one or more.
    marks: Vec<Vec<String>>,
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
        let stemmer = word::stemmer();
        for (place, line) in file.text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let spot = Spot { file: file.path.clone(), line: place + 1, column: 1 };
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
            let marks: Vec<String> = each(marks);
            needs.list.push(Need {
                id: id.to_owned(),
                name: name.to_owned(),
                law: each(law),
                marks: marks.iter().map(|mark| stems(&stemmer, mark)).collect(),
            });
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

    /// The groups, as bits, that a support of the law, or words, belong to.
    pub(super) fn bits(&self, support: Option<(&str, &str)>, text: &str) -> u32 {
        let stems = stems(&word::stemmer(), text);
        let belongs = |need: &Need| {
            let by_law = support.is_some_and(|(id, group)| need.law.iter().any(|known| known == id || known == group));
            by_law || need.marks.iter().any(|mark| stems.windows(mark.len().max(1)).any(|run| run == mark.as_slice()))
        };
        let places = self.list.iter().enumerate().filter(|(_, need)| belongs(need));
        places.fold(0, |bits, (place, _)| bits | 1 << place)
    }
}

fn stems(stemmer: &Stemmer, text: &str) -> Vec<String> {
    word::words(text).map(|word| stemmer.stem(&word).into_owned()).collect()
}
