//! The texts for children and young people, each held to the gate of its age: the page of each age alone, and with what a
//! council's offer adds to it, or fails to.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use law::text::{Entry, SourceFile};
use offer::reading::{FOR_CHILDREN, Terms, counted};

use super::{Text, line};

/// Where they stand.
const FOLDER: &str = "content/en/young";

/// Everything that is written for children.
pub(super) struct Young {
    /// The page of each age.
    pages: Vec<String>,
    /// What an offer adds.
    local: Vec<Entry>,
}

impl Young {
    /// Reads it below the root of the workspace.
    pub(super) fn read(root: &Path) -> Result<Young> {
        let text = |name: &str| {
            let path = root.join(FOLDER).join(name);
            fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
        };
        let pages = FOR_CHILDREN.iter().map(|gate| text(&format!("{}.md", gate.age)));
        let local = SourceFile { path: format!("{FOLDER}/local.law"), text: text("local.law")? };
        Ok(Young { pages: pages.collect::<Result<_>>()?, local: law::text::read(&local, &["local"]).0 })
    }

    /// Each line that an offer adds, to be held to what every text is held to.
    pub(super) fn texts(&self) -> Vec<Text> {
        let says = |key: &str| key.starts_with("has ") || key.starts_with("ask ");
        let of = |entry: &Entry| {
            let fields = entry.fields.iter().filter(|field| says(&field.key));
            let texts =
                fields.map(|field| line(&field.spot, &format!("{} of {}", field.key, entry.name), field.joined()));
            texts.collect::<Vec<_>>()
        };
        self.local.iter().flat_map(of).collect()
    }

    /// Each text that is too hard for its age, with why.
    pub(super) fn faults(&self, terms: &Terms) -> Vec<String> {
        let mut faults = Vec::new();
        for (place, (gate, page)) in FOR_CHILDREN.iter().zip(&self.pages).enumerate() {
            let local = |kind: &str| -> String {
                let key = format!("{kind} {}", place + 1);
                self.local.iter().filter_map(|entry| entry.text(&key)).map(|words| format!("\n\n{words}")).collect()
            };
            let added = [("alone", String::new()), ("with an offer", local("has")), ("without one", local("ask"))];
            for (what, added) in added {
                let why = gate.too_hard(&counted(&format!("{page}{added}"), terms)).into_iter();
                faults.extend(why.map(|why| format!("{FOLDER}/{}.md: {what}: {why}", gate.age)));
            }
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_too_hard_for_its_age_is_found() {
        let hard = "Accommodation arrangements necessitate parental authorisation.";
        let local = SourceFile { path: "local.law".into(), text: format!("local talk\nhas 2  {hard}\n") };
        let young = |first: &str| Young {
            pages: vec![first.to_owned(), "You can ask.".to_owned(), "You can ask.".to_owned()],
            local: law::text::read(&local, &["local"]).0,
        };
        let found = young(hard).faults(&Terms::default());
        assert_eq!(found.iter().filter(|fault| fault.contains("under-11.md: alone")).count(), 1, "{found:?}");
        let found = young("You can ask.").faults(&Terms::default());
        assert!(
            !found.is_empty() && found.iter().all(|fault| fault.contains("11-to-15.md: with an offer")),
            "{found:?}"
        );
    }
}
