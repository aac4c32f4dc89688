//! Words our readers should not meet, with what to write instead, from `content/plain-words.txt`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// The words to leave out.
pub(crate) struct PlainWords {
    words: Vec<(Vec<String>, String)>,
}

impl PlainWords {
    /// Reads the list: `word or words | what to write instead`, one a line, `#` for notes.
    pub(crate) fn read(root: &Path) -> Result<PlainWords> {
        let path = root.join("content/plain-words.txt");
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let words = lines
            .map(|line| {
                let (word, instead) = line.split_once('|').unwrap_or((line, ""));
                let word = word.to_lowercase().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
                ensure!(!word.is_empty() && !instead.trim().is_empty(), "{line:?} is not `word | instead`");
                Ok((word, instead.trim().to_owned()))
            })
            .collect::<Result<_>>()?;
        Ok(PlainWords { words })
    }

    /// The words of the list among these, each with what to write instead.
    pub(crate) fn found(&self, plain: &[String]) -> Vec<(String, &str)> {
        let here = |word: &Vec<String>| plain.windows(word.len()).any(|window| window == word.as_slice());
        self.words
            .iter()
            .filter(|(word, _)| here(word))
            .map(|(word, instead)| (word.join(" "), instead.as_str()))
            .collect()
    }
}
