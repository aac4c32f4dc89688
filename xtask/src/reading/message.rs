//! The messages of pages and of desks, in `content/en/pages` and `content/en/desk`: each form of each as a text.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::letter::filled;
use super::{LINE, Text, files, short};

/// Every message.
pub(super) fn texts(root: &Path) -> Result<Vec<Text>> {
    let mut texts = Vec::new();
    let (pages, desk) = (root.join("content/en/pages"), root.join("content/en/desk"));
    for path in files(&pages, "ftl")?.into_iter().chain(files(&desk, "ftl")?) {
        let text = fs::read_to_string(&path)?;
        for (number, line) in text.lines().enumerate() {
            if let Some(words) = words(line) {
                let place = format!("{}:{}", short(root, &path), number + 1);
                texts.push(Text { place, what: "message".into(), words, limits: &LINE });
            }
        }
    }
    Ok(texts)
}

/// The words of a line: what follows the key, or the name of a form.
fn words(line: &str) -> Option<String> {
    let is_note = line.starts_with('#');
    let form = line.trim_start().trim_start_matches('*');
    let words = match form.strip_prefix('[') {
        Some(form) => form.split_once(']')?.1,
        None if line.starts_with(char::is_whitespace) => line,
        None => line.split_once(" = ")?.1,
    };
    let words = filled(words.rsplit("->").next()?);
    (!is_note && words.contains(char::is_alphabetic)).then(|| words.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn keys_and_the_names_of_forms_are_no_words() {
        assert_eq!(words("start-title = Hello, { $name }").as_deref(), Some("Hello, Sam"));
        assert_eq!(words("    [one] One question").as_deref(), Some("One question"));
        assert_eq!(words("   *[other] Some questions").as_deref(), Some("Some questions"));
        assert_eq!(words("still = { $many ->"), None);
        assert_eq!(words("# A note = here"), None);
        assert_eq!(words("  }"), None);
    }
}
