//! Which words stand in which listings, and how much they count there.

use super::word;
use rust_stemmers::Stemmer;
use std::collections::HashMap;

/// How slowly more of the same word stops to count.
const ENOUGH: f32 = 3.0;

/// The words of all listings, each with the listings it stands in. Listings are known by the order they came in.
pub(super) struct Postings {
    stemmer: Stemmer,
    /// Every word as it was written, and the place of its stem.
    words: HashMap<Box<str>, u32>,
    stems: HashMap<Box<str>, u32>,
    /// By the place of a stem: listings and how much it counts there.
    lists: Vec<Vec<(u32, f32)>>,
    count: u32,
}

impl std::fmt::Debug for Postings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Postings({} words in {} listings)", self.words.len(), self.count)
    }
}

impl Default for Postings {
    fn default() -> Postings {
        let (words, stems, lists) = (HashMap::new(), HashMap::new(), Vec::new());
        Postings { stemmer: word::stemmer(), words, stems, lists, count: 0 }
    }
}

impl Postings {
    /// Takes in the next listing by its texts and what they count.
    pub(super) fn add(&mut self, texts: &[(String, f32)]) {
        let mut counts: Vec<(u32, f32)> = Vec::new();
        for (text, weight) in texts {
            // A text that says one word ten times is not ten times as much about it.
            let mut said = self.stems(text);
            said.sort_unstable();
            said.dedup();
            counts.extend(said.into_iter().map(|stem| (stem, *weight)));
        }
        counts.sort_unstable_by_key(|(stem, _)| *stem);
        for same in counts.chunk_by(|a, b| a.0 == b.0) {
            let sum: f32 = same.iter().map(|(_, weight)| weight).sum();
            let list = same.first().and_then(|(stem, _)| self.lists.get_mut(*stem as usize));
            list.into_iter().for_each(|list| list.push((self.count, sum / (sum + ENOUGH))));
        }
        self.count += 1;
    }

    fn take(&mut self, word: String) -> u32 {
        if let Some(stem) = self.words.get(word.as_str()) {
            return *stem;
        }
        let text = self.stemmer.stem(&word).into_owned().into_boxed_str();
        let next = self.stems.len() as u32;
        let place = *self.stems.entry(text).or_insert(next);
        if self.lists.len() <= place as usize {
            self.lists.push(Vec::new());
        }
        self.words.insert(word.into_boxed_str(), place);
        place
    }

    /// How many listings there are.
    pub(super) fn count(&self) -> usize {
        self.count as usize
    }

    /// The places of the stems of a text, in its order; new ones are taken in.
    pub(super) fn stems(&mut self, text: &str) -> Vec<u32> {
        word::words(text).map(|word| self.take(word)).collect()
    }

    /// The place of a word's stem, where some listing has it.
    pub(super) fn stem(&self, word: &str) -> Option<u32> {
        let stem = self.words.get(word).or_else(|| self.stems.get(self.stemmer.stem(word).as_ref()));
        stem.copied().filter(|stem| !self.list(*stem).is_empty())
    }

    /// Every word that some listing has, as it was written, with the place of its stem.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, u32)> {
        let words = self.words.iter().map(|(word, stem)| (word.as_ref(), *stem));
        words.filter(|(_, stem)| !self.list(*stem).is_empty())
    }

    /// The listings a stem stands in, and how much it counts there.
    pub(super) fn list(&self, stem: u32) -> &[(u32, f32)] {
        self.lists.get(stem as usize).map_or(&[], Vec::as_slice)
    }

    /// How much a stem tells: more, the fewer listings it stands in.
    pub(super) fn tells(&self, stem: u32) -> f32 {
        let (all, some) = (self.count as f32, self.list(stem).len() as f32);
        (1.0 + (all - some + 0.5) / (some + 0.5)).ln()
    }
}
