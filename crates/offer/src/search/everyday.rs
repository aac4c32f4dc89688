//! Everyday words, and the words of offers and law that they stand for: data that a writer of pages can edit.

use super::word;
use law::fault::{Fault, Spot};
use law::glossary::Term;
use law::text::SourceFile;
use std::collections::{HashMap, HashSet};

/// Everyday words: `nan` stands for `grandparent`.
#[derive(Clone, Debug, Default)]
pub struct Everyday {
    /// From the words typed (without little words, joined by spaces) to what they stand for.
    means: HashMap<String, Vec<String>>,
    /// How many words the longest has.
    longest: usize,
    /// Every word in what is typed.
    words: HashSet<String>,
}

impl Everyday {
    /// Reads lines of `word, other word = words it stands for, others`. A line that begins with `#` is a note.
    pub fn read(file: &SourceFile) -> (Everyday, Vec<Fault>) {
        let (mut everyday, mut faults) = (Everyday::default(), Vec::new());
        for (place, line) in file.text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let spot = Spot { file: file.path.as_str().into(), line: place + 1, column: 1 };
            let Some((typed, means)) = line.split_once('=').filter(|(_, means)| !means.trim().is_empty()) else {
                let fault = Fault::new(&spot, "this line does not say what its words stand for");
                faults.push(fault.hint("write it as: nan, nana = grandparent"));
                continue;
            };
            let means: Vec<String> = means.split(',').map(|words| words.trim().to_owned()).collect();
            for typed in typed.split(',') {
                if !everyday.add(typed, &means) {
                    let fault = Fault::new(&spot, format!("{:?} says nothing that can be looked for", typed.trim()));
                    faults.push(fault.hint("use at least one word that is not a little word, once in the file"));
                }
            }
        }
        (everyday, faults)
    }

    fn add(&mut self, typed: &str, means: &[String]) -> bool {
        let words = self.take(typed);
        !words.is_empty() && self.means.insert(words, means.to_vec()).is_none()
    }

    /// The same with the short forms and other names of the glossary, where no line says otherwise.
    pub(super) fn with_terms(mut self, terms: &[Term]) -> Everyday {
        for term in terms {
            let short = term.term.chars().all(char::is_uppercase) && !term.also.is_empty();
            if short {
                self.add_if_new(&term.term, &term.also);
            }
            for also in &term.also {
                self.add_if_new(also, std::slice::from_ref(&term.term));
            }
        }
        self
    }

    fn add_if_new(&mut self, typed: &str, means: &[String]) {
        let words = self.take(typed);
        if !words.is_empty() {
            self.means.entry(words).or_insert_with(|| means.to_vec());
        }
    }

    /// The words of what is typed, as they are looked up.
    fn take(&mut self, typed: &str) -> String {
        let words: Vec<String> = word::words(typed).collect();
        self.longest = self.longest.max(words.len());
        self.words.extend(words.iter().cloned());
        words.join(" ")
    }

    /// The longest run of words, from the first on, that stands for others: how many words, and for what.
    pub(super) fn longest_at(&self, words: &[String]) -> Option<(usize, &[String])> {
        (1..=self.longest.min(words.len())).rev().find_map(|many| {
            let typed = words.get(..many)?.join(" ");
            let means = self.means.get(&typed).or_else(|| self.means.get(typed.strip_suffix('s')?))?;
            Some((many, means.as_slice()))
        })
    }

    /// Whether a word is one of those that people type.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Every word that people type.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }
}
