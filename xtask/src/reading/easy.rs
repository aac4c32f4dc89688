//! The pages in easy words: each as one text, with limits of its own.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::{EASY, Text, files, short};

/// Every page in easy words: its title, its headings and its ideas, each a paragraph.
pub(super) fn texts(root: &Path) -> Result<Vec<Text>> {
    let mut texts = Vec::new();
    for path in files(&root.join("content/en/easy"), "txt")? {
        let text = fs::read_to_string(&path)?;
        let words: Vec<&str> = text.lines().filter_map(words).collect();
        texts.push(Text {
            place: short(root, &path),
            what: "easy page".into(),
            words: words.join("\n\n"),
            limits: &EASY,
        });
    }
    Ok(texts)
}

/// The words of a line, without the name of its drawing.
fn words(line: &str) -> Option<&str> {
    let titled = ["title ", "## "].iter().find_map(|start| line.strip_prefix(start));
    let idea = || line.split_once('|').filter(|_| !line.starts_with('#')).map(|(_, words)| words);
    titled.or_else(idea).map(str::trim)
}
