//! A translation: its messages, its whole pages, and how far each can be relied on.

use crate::Language;
use crate::file::{Fault, File};
use crate::standing::{Standing, Statuses};
use crate::words::{Value, Words};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A translation.
#[derive(Debug)]
pub struct Translation {
    /// Into which language.
    pub language: Language,
    pub(crate) words: Words,
    /// Whole pages, by their keys.
    pub(crate) pages: BTreeMap<String, String>,
    pub(crate) statuses: Statuses,
}

impl Translation {
    /// Reads a translation: its messages, whole pages with their keys, and its `status.txt`.
    pub fn read(language: Language, files: &[File], pages: &[(&str, &str)], status: File) -> (Translation, Vec<Fault>) {
        let (words, mut faults) = Words::read(&language, files);
        let (statuses, more) = Statuses::read(status);
        faults.extend(more);
        let pages = pages.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
        (Translation { language, words, pages, statuses }, faults)
    }

    /// How far what stands under a key can be relied on, where the English says what this is the digest of.
    ///
    /// ```
    /// use language::{File, Standing, Translation, URDU, digest};
    /// let now = digest("Yes");
    /// let status = format!("yes  {now}  draft\n");
    /// let files = [File { path: "a.ftl", text: "yes = جی ہاں\n" }];
    /// let (urdu, faults) = Translation::read(URDU, &files, &[], File { path: "status.txt", text: &status });
    /// assert!(faults.is_empty());
    /// assert_eq!(urdu.standing("yes", &now), Standing::Draft);
    /// assert_eq!(urdu.standing("yes", &digest("Yes, now")), Standing::Changed);
    /// assert_eq!(urdu.standing("no", &now), Standing::Missing);
    /// ```
    pub fn standing(&self, key: &str, english: &str) -> Standing {
        let is_there = self.words.digest(key).is_some() || self.pages.contains_key(key);
        if is_there { self.statuses.of(key, english) } else { Standing::Missing }
    }

    /// The words under a key, with their values, and how far they can be relied on; `None` where the English must be shown.
    pub fn say(&self, key: &str, english: &str, values: &[(&str, Value)]) -> Option<(Cow<'_, str>, Standing)> {
        let standing = self.standing(key, english);
        standing.is_shown().then(|| self.words.say(key, values))?.map(|words| (words, standing))
    }

    /// A whole page, and how far it can be relied on; `None` where the English must be shown.
    pub fn page(&self, key: &str, english: &str) -> Option<(&str, Standing)> {
        let standing = self.standing(key, english);
        let page = self.pages.get(key).filter(|_| standing.is_shown())?;
        Some((page, standing))
    }

    /// Every key of which there are words, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.words.keys().chain(self.pages.keys().map(String::as_str))
    }
}
