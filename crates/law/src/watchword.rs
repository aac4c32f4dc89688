//! Words to watch for in an offer: the names of what has ended or been replaced, and words that are not the law's.

use crate::cite::{Cite, Sureness};
use crate::duty::{read_cites, read_verified};
use crate::fault::Fault;
use crate::period::Period;
use crate::text::{Entry, Field};

/// Words to watch for.
#[derive(Clone, Debug)]
pub struct Watchword {
    /// Its name.
    pub id: String,
    /// What is wrong with the words, in a line.
    pub title: String,
    /// Whether what they name has ended, or they are not the law's words.
    pub sort: Sort,
    /// The words, in small letters.
    pub words: Vec<String>,
    /// Words one of which stands in the same text, where only that makes it wrong.
    pub near: Vec<String>,
    /// Words that make it right where they stand in the same text.
    pub unless: Vec<String>,
    /// What to write instead.
    pub instead: Option<String>,
    /// While the words were right.
    pub right: Option<Period>,
    /// What it rests on.
    pub cites: Vec<Cite>,
    /// How sure we are.
    pub verified: Sureness,
    /// Caveats.
    pub notes: Vec<String>,
}

/// A sort of words to watch for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Guidance, a benefit, a body or an order that has ended or has another name.
    Ended,
    /// Words that say something else than the law does.
    NotTheLaws,
}

const KEYS: [&str; 11] =
    ["title", "sort", "words", "near", "unless", "instead", "in force", "cites", "verified", "note", "checked"];

impl Watchword {
    pub(crate) fn read(entry: &Entry, faults: &mut Vec<Fault>) -> Result<Watchword, Fault> {
        faults.extend(entry.unknown_keys(&KEYS));
        let sort = match entry.must("sort")?.as_str() {
            "ended" => Sort::Ended,
            "not the law's" => Sort::NotTheLaws,
            other => {
                let fault = Fault::new(&entry.spot, format!("{other:?} is not a sort of words to watch for"));
                return Err(fault.hint("the sorts are: ended, not the law's"));
            }
        };
        let list = |key: &str| -> Vec<String> {
            let text = entry.text(key).unwrap_or_default().to_lowercase();
            text.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
        };
        let words = list("words");
        if words.is_empty() {
            return Err(Fault::new(&entry.spot, format!("watchword {} has no words", entry.name))
                .hint("add `words` and the words to watch for, with commas between"));
        }
        Ok(Watchword {
            id: entry.name.clone(),
            title: entry.must("title")?,
            sort,
            words,
            near: list("near"),
            unless: list("unless"),
            instead: entry.text("instead"),
            right: entry.field("in force").map(|_| Period::read(entry)).transpose()?,
            cites: read_cites(entry)?,
            verified: read_verified(entry)?,
            notes: entry.all("note").map(Field::joined).collect(),
        })
    }

    /// Whether a text uses the words where they are wrong.
    pub fn is_in(&self, text: &str) -> bool {
        let text = plain(text);
        let has = |words: &[String]| words.iter().any(|words| stands_in(&text, &plain(words)));
        has(&self.words) && (self.near.is_empty() || has(&self.near)) && !has(&self.unless)
    }
}

/// Small letters, one kind of dash and of apostrophe, single spaces.
fn plain(text: &str) -> String {
    let text = text.to_lowercase().replace(['–', '—'], "-").replace('’', "'");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether words stand in a text as whole words.
fn stands_in(text: &str, words: &str) -> bool {
    let edge = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    text.match_indices(words)
        .any(|(at, _)| edge(text[..at].chars().next_back()) && edge(text[at + words.len()..].chars().next()))
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn only_whole_words_are_found() {
        assert!(stands_in("claim tax credits first", "tax credits"));
        assert!(!stands_in("a syntax creditsheet", "tax credits"));
        assert!(stands_in("tax credits", "tax credits"));
    }
}
