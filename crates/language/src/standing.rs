//! How far a translated text can be relied on. Each line of a language's `status.txt` tells it of one text:
//!
//! ```text
//! start-title  6f1c0a2b9d3e4f50  draft
//! start-lead   0b1c2d3e4f506172  checked 2026-12-01 A. Translator
//! ```
//!
//! The second word is the digest of the English it was made from. Once the English says something else, neither the draft
//! nor the check counts any more.

use crate::file::{Fault, File};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// How far a translated text can be relied on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is none.
    Missing,
    /// It was made from English words that have changed since.
    Changed,
    /// Nobody who speaks the language has checked it.
    Draft,
    /// A person has checked it against the English.
    Checked {
        /// When.
        on: Date,
        /// Who.
        by: String,
    },
}

impl Standing {
    /// Whether it may be shown.
    pub fn is_shown(&self) -> bool {
        matches!(self, Standing::Draft | Standing::Checked { .. })
    }
}

/// A short name for a text (FNV-1a, 64 bits): another once the text is another, but for its spaces.
///
/// ```
/// assert_eq!(language::digest("two  words\n"), language::digest("two words"));
/// assert_ne!(language::digest("may"), language::digest("must"));
/// ```
pub fn digest(text: &str) -> String {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let spaced = text.split_whitespace().flat_map(|word| word.bytes().chain([b' ']));
    format!("{:016x}", spaced.fold(0xcbf2_9ce4_8422_2325, step))
}

/// The lines of a `status.txt`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Statuses(BTreeMap<String, (String, Standing)>);

impl Statuses {
    pub(crate) fn read(file: File) -> (Statuses, Vec<Fault>) {
        let (mut statuses, mut faults) = (Statuses::default(), Vec::new());
        for (place, line) in file.text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let fault = |what: &str| Fault { path: file.path.to_owned(), words: format!("line {}: {what}", place + 1) };
            let Some((key, digest, standing)) = read_line(line) else {
                faults.push(fault("write: key, digest of the English, and `draft` or `checked DATE NAME`"));
                continue;
            };
            if statuses.0.insert(key.to_owned(), (digest.to_owned(), standing)).is_some() {
                faults.push(fault(&format!("{key} stands here twice; leave one")));
            }
        }
        (statuses, faults)
    }

    /// The standing of a text that is there, made from English of this digest or another.
    pub(crate) fn of(&self, key: &str, english: &str) -> Standing {
        match self.0.get(key) {
            Some((digest, standing)) if digest == english => standing.clone(),
            _ => Standing::Changed,
        }
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

fn read_line(line: &str) -> Option<(&str, &str, Standing)> {
    let mut words = line.split_whitespace();
    let (key, digest, mark) = (words.next()?, words.next()?, words.next()?);
    let standing = match mark {
        "draft" if words.next().is_none() => Standing::Draft,
        "checked" => {
            let on = words.next()?.parse().ok()?;
            let by = words.collect::<Vec<_>>().join(" ");
            (!by.is_empty()).then_some(Standing::Checked { on, by })?
        }
        _ => return None,
    };
    Some((key, digest, standing))
}
