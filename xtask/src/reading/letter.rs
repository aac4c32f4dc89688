//! The texts of letters: what a carer reads about them, and what they say to an officer.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use law::text::{Entry, SourceFile};

use super::{LETTER, PAGE, Text, files, reasons, short};

/// Where the letters are.
pub(super) const FOLDER: &str = "content/en/letters";

/// Every text of the letters: their lines for the carer as one text, their words as another; each field as one.
pub(super) fn texts(root: &Path) -> Result<Vec<Text>> {
    let folder = root.join(FOLDER);
    let mut texts = Vec::new();
    for path in files(&folder, "law")?.into_iter().chain(files(&folder, "md")?) {
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        let file = SourceFile { path: short(root, &path), text };
        let kind = if file.path.ends_with(".law") { "field" } else { "letter" };
        let (entries, _) = law::text::read(&file, &[kind]);
        texts.extend(entries.iter().flat_map(if kind == "field" { of_field } else { of_letter }));
    }
    Ok(texts)
}

fn of_field(entry: &Entry) -> Vec<Text> {
    vec![about(entry, &["label", "hint", "why"])]
}

fn of_letter(entry: &Entry) -> Vec<Text> {
    let mut lines = about(entry, &["title", "what", "before", "next", "no answer"]);
    let rules = entry.fields.iter().filter(|field| field.key.is_empty());
    for because in rules.flat_map(|field| reasons(entry, field)) {
        lines.words.push_str(&format!("\n\n{}", because.words));
    }
    let body = entry.body.as_deref().unwrap_or_default();
    let words = body.lines().filter(|line| !line.starts_with("{when ") && !line.starts_with("{unless ")).map(filled);
    let place = entry.spot.file.to_string();
    let words = words.collect::<Vec<_>>().join("\n");
    vec![lines, Text { place, what: format!("words of {}", entry.name), words, limits: &LETTER }]
}

/// The lines for the carer, each a sentence of its own.
fn about(entry: &Entry, keys: &[&str]) -> Text {
    let lines = keys.iter().filter_map(|key| entry.text(key)).map(|line| match line.ends_with(['.', '?', '!']) {
        true => line,
        false => format!("{line}."),
    });
    let words = lines.collect::<Vec<_>>().join("\n\n");
    let place = format!("{}:{}", entry.spot.file, entry.spot.line);
    Text { place, what: format!("lines of {}", entry.name), words, limits: &PAGE }
}

/// A line with a short name for every placeholder.
pub(super) fn filled(line: &str) -> String {
    let (mut out, mut rest) = (String::new(), line);
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        out.push_str("Sam");
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}
