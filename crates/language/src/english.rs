//! Everything that is written in English and can be translated: messages, and texts that are written elsewhere.

use crate::ENGLISH;
use crate::file::{Fault, File};
use crate::standing::digest;
use crate::words::Words;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that can be translated.
#[derive(Debug)]
pub struct English {
    /// The messages.
    pub words: Words,
    /// Digests of texts written elsewhere, by their keys.
    elsewhere: BTreeMap<String, String>,
}

impl English {
    /// Reads the messages; `elsewhere` are keys and texts of what the law or a page of words says.
    pub fn read<'a>(files: &[File], elsewhere: impl IntoIterator<Item = (String, &'a str)>) -> (English, Vec<Fault>) {
        let (words, faults) = Words::read(&ENGLISH, files);
        let elsewhere = elsewhere.into_iter().map(|(key, text)| (key, digest(text))).collect();
        (English { words, elsewhere }, faults)
    }

    /// The digest of what is said under a key.
    pub fn digest(&self, key: &str) -> Option<&str> {
        self.words.digest(key).or_else(|| self.elsewhere.get(key).map(String::as_str))
    }

    /// The names of the values that what is said under a key needs.
    pub fn arguments(&self, key: &str) -> BTreeSet<String> {
        self.words.arguments(key).cloned().unwrap_or_default()
    }

    /// Every key: those of the messages, then the others.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.words.keys().chain(self.elsewhere.keys().map(String::as_str))
    }
}
