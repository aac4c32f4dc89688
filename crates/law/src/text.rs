//! The one text format of every file in `law/` and `offers/`: entries made of `key  value` lines.
//!
//! An entry begins with its kind and its name; the lines under it are a key, at least two spaces and a
//! value; an indented line carries on the line above. Nothing here knows what a key means.

use crate::fault::{Fault, Spot};
use std::sync::Arc;

/// A file handed to the loader: its path (for messages and for its place in the tree) and its text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path relative to the folder that was loaded, with `/` between parts.
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// One entry: a kind, a name, its fields and, in Markdown files, the page below the rule.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The first word, such as `support` or `rate`.
    pub kind: String,
    /// What follows it: the entry's name.
    pub name: String,
    /// Where the entry begins.
    pub spot: Spot,
    /// Its fields in the order written.
    pub fields: Vec<Field>,
    /// The Markdown below the closing `---`, if the file has one.
    pub body: Option<String>,
}

/// One `key  value` line with the indented lines that belong to it.
#[derive(Clone, Debug)]
pub struct Field {
    /// The key; empty for an outcome line, whose whole text is the value.
    pub key: String,
    /// The rest of the line.
    pub value: String,
    /// Where the value begins.
    pub spot: Spot,
    /// The indented lines beneath, with their depth.
    pub lines: Vec<Line>,
}

/// One indented line.
#[derive(Clone, Debug)]
pub struct Line {
    /// Number of leading spaces.
    pub indent: usize,
    /// The text without them.
    pub text: String,
    /// Where the text begins.
    pub spot: Spot,
}

impl Entry {
    /// The first field of that key.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The text of the first field of that key, continuation lines joined by spaces.
    pub fn text(&self, key: &str) -> Option<String> {
        self.field(key).map(Field::joined)
    }

    /// Every field of that key.
    pub fn all<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a Field> {
        self.fields.iter().filter(move |field| field.key == key)
    }

    /// The text of a field that must be there.
    ///
    /// # Errors
    /// A fault at the entry's own line that names the missing key.
    pub fn must(&self, key: &str) -> Result<String, Fault> {
        self.text(key).filter(|text| !text.is_empty()).ok_or_else(|| {
            Fault::new(&self.spot, format!("{} {:?} has no `{key}`", self.kind, self.name))
                .hint(format!("add a line `{key}` followed by two spaces and its value"))
        })
    }

    /// Faults for every key that is not one of `known`, with the nearest known key as a hint.
    pub fn unknown_keys(&self, known: &[&str]) -> Vec<Fault> {
        self.fields
            .iter()
            .filter(|field| !field.key.is_empty() && !known.contains(&field.key.as_str()))
            .map(|field| {
                Fault::new(&field.spot, format!("`{}` is not a key of a {}", field.key, self.kind))
                    .nearest(&field.key, known.iter().copied())
            })
            .collect()
    }
}

impl Field {
    /// The value with its continuation lines, joined by single spaces.
    pub fn joined(&self) -> String {
        let mut text = self.value.clone();
        for line in &self.lines {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&line.text);
        }
        text
    }
}

/// Reads every entry of a file.
///
/// `kinds` are the words that begin an entry. In a Markdown file the entry stands between two `---` lines and the rest is its body. Lines that cannot be
/// placed become faults; what could be read is returned all the same.
pub fn read(file: &SourceFile, kinds: &[&str]) -> (Vec<Entry>, Vec<Fault>) {
    let mut entries: Vec<Entry> = Vec::new();
    let mut faults = Vec::new();
    let path: Arc<str> = file.path.as_str().into();
    let markdown = file.path.ends_with(".md");
    let mut lines = file.text.lines().enumerate();
    if markdown && file.text.trim_start().starts_with("---") {
        for (_, line) in lines.by_ref() {
            if line.trim() == "---" {
                break;
            }
        }
    }
    let mut body = None;
    while let Some((number, raw)) = lines.next() {
        let line = raw.trim_end();
        if markdown && line == "---" {
            let rest: Vec<&str> = lines.by_ref().map(|(_, text)| text).collect();
            body = Some(rest.join("\n").trim().to_owned());
            break;
        }
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            continue;
        }
        place(&path, kinds, number + 1, line, &mut entries, &mut faults);
    }
    if let (Some(entry), Some(body)) = (entries.last_mut(), body) {
        entry.body = Some(body);
    }
    (entries, faults)
}

fn place(
    path: &Arc<str>,
    kinds: &[&str],
    number: usize,
    line: &str,
    entries: &mut Vec<Entry>,
    faults: &mut Vec<Fault>,
) {
    let indent = line.len() - line.trim_start().len();
    let spot = |column: usize| Spot::new(path, number, column + 1);
    if line.starts_with('\t') || line[..indent].contains('\t') {
        faults.push(Fault::new(&spot(0), "a tab stands where spaces are expected").hint("indent by two spaces"));
        return;
    }
    if indent > 0 {
        match entries.last_mut().and_then(|entry| entry.fields.last_mut()) {
            Some(field) => field.lines.push(Line { indent, text: line[indent..].to_owned(), spot: spot(indent) }),
            None => faults.push(
                Fault::new(&spot(indent), "an indented line with nothing above it to carry on")
                    .hint("begin the entry at the left margin with its kind and name"),
            ),
        }
        return;
    }
    let (key, value, column) = split_key(line, kinds);
    let outcome_line = key.is_empty();
    if !outcome_line && kinds.contains(&key) {
        let name = value.to_owned();
        entries.push(Entry { kind: key.to_owned(), name, spot: spot(0), fields: Vec::new(), body: None });
        return;
    }
    match entries.last_mut() {
        Some(entry) => entry.fields.push(Field {
            key: key.to_owned(),
            value: value.to_owned(),
            spot: spot(column),
            lines: Vec::new(),
        }),
        None => faults.push(
            Fault::new(&spot(0), format!("`{key}` does not begin an entry"))
                .hint(format!("a file begins with one of: {}", kinds.join(", ")))
                .nearest(key, kinds.iter().copied()),
        ),
    }
}

/// Splits a line at its first run of two spaces; an outcome line (`right when …`, `otherwise …`) has no key.
fn split_key<'a>(line: &'a str, kinds: &[&str]) -> (&'a str, &'a str, usize) {
    let head = line.split('[').next().unwrap_or(line);
    let is_rule = head.starts_with("otherwise ")
        || head.split_once(' ').is_some_and(|(_, rest)| rest == "when" || rest.starts_with("when "));
    if is_rule {
        return ("", line, 0);
    }
    match line.find("  ") {
        Some(at) => {
            let value = line[at..].trim_start();
            (&line[..at], value, line.len() - value.len())
        }
        None => match line.split_once(' ') {
            Some((key, value)) if kinds.contains(&key) => (key, value, key.len() + 1),
            _ => (line, "", line.len()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> SourceFile {
        SourceFile { path: "rates/x.law".into(), text: text.into() }
    }

    #[test]
    fn entries_fields_and_continuations() {
        let (entries, faults) =
            read(&file("# note\nrate  a\ntitle   One\n  and two\n\nrate b\nunit  pounds\n"), &["rate"]);
        assert!(faults.is_empty());
        assert_eq!(entries.len(), 2);
        assert_eq!(entries[0].text("title").as_deref(), Some("One and two"));
        assert_eq!(entries[1].name, "b");
        assert_eq!(entries[1].spot.line, 6);
    }

    #[test]
    fn outcome_lines_keep_their_whole_text() {
        let (entries, _) =
            read(&file("support  s\nright when all of  [ca-1989/17]\n  child_disabled\notherwise no\n"), &["support"]);
        assert_eq!(entries[0].fields[0].key, "");
        assert_eq!(entries[0].fields[0].value, "right when all of  [ca-1989/17]");
        assert_eq!(entries[0].fields[0].lines[0].indent, 2);
        assert_eq!(entries[0].fields[1].value, "otherwise no");
    }

    #[test]
    fn a_stray_line_is_a_fault_with_its_place() {
        let (_, faults) = read(&file("titel  x\n"), &["rate"]);
        assert_eq!(faults[0].spot.line, 1);
    }
}
