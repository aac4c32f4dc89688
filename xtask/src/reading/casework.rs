//! The texts of casework: the letters a council writes to a family, and the words of its forms, acts and rules.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use law::text::{Entry, Field, SourceFile};

use super::letter::filled;
use super::{PAGE, Text, files, line, short};

const FOLDER: &str = "casework";
const KINDS: [&str; 6] = ["matter", "field", "act", "rule", "letter", "codes"];

/// Every text of casework: each letter as a page; each line of a form, an act, a rule or a matter by itself.
pub(super) fn texts(root: &Path) -> Result<Vec<Text>> {
    let folder = root.join(FOLDER);
    let mut texts = Vec::new();
    for path in files(&folder, "law")?.into_iter().chain(files(&folder, "md")?) {
        if path.ends_with("README.md") || path.starts_with(folder.join("stories")) {
            continue;
        }
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        let file = SourceFile { path: short(root, &path), text };
        let (entries, _) = law::text::read(&file, &KINDS);
        texts.extend(entries.iter().flat_map(|entry| if entry.body.is_some() { letter(entry) } else { lines(entry) }));
    }
    Ok(texts)
}

fn letter(entry: &Entry) -> Vec<Text> {
    let is_said = |line: &&str| !(line.starts_with('{') && line.ends_with('}') && line.matches('{').count() == 1);
    let body = entry.body.as_deref().unwrap_or_default();
    let words: Vec<String> = body.lines().filter(is_said).map(filled).collect();
    let subject = line(&entry.spot, &format!("subject of {}", entry.name), entry.text("subject").unwrap_or_default());
    let place = entry.spot.file.to_string();
    vec![subject, Text { place, what: format!("words of {}", entry.name), words: words.join("\n"), limits: &PAGE }]
}

fn lines(entry: &Entry) -> Vec<Text> {
    let words = |field: &Field| {
        let all = field.joined();
        match field.key.as_str() {
            "title" | "for a carer" | "what" | "done" | "no letter" | "asks" | "hint" | "says" | "instead"
                if !is_list(entry, field) =>
            {
                Some(all)
            }
            // These begin with a name, or with what the table does, and have their words after two spaces.
            "option" | "stage" | "end" | "diary" => all.split_once("  ").map(|(_, words)| words.trim().to_owned()),
            _ => None,
        }
    };
    let text = |field: &Field| Some(line(&field.spot, &format!("{} of {}", field.key, entry.name), words(field)?));
    entry.fields.iter().filter_map(text).collect()
}

/// An act asks fields by their names.
fn is_list(entry: &Entry, field: &Field) -> bool {
    entry.kind == "act" && field.key == "asks"
}
