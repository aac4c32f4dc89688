//! The words by which an editor is asked for each key of each kind of record: `content/en/offer-fields.law`.

use law::text::{SourceFile, read};
use std::collections::BTreeMap;

/// What a kind of record is called.
#[derive(Clone, Debug, Default)]
pub(crate) struct KindWords {
    /// One of them.
    pub name: String,
    /// Several.
    pub plural: String,
    /// What it is, in a sentence.
    pub what: String,
}

/// How a key is asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct FieldWords {
    /// The question.
    pub label: String,
    /// What to write.
    pub hint: Option<String>,
}

/// The words for every kind and key.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels {
    kinds: BTreeMap<String, KindWords>,
    fields: BTreeMap<String, FieldWords>,
}

impl Labels {
    /// Reads the words built in.
    pub(crate) fn read() -> Labels {
        let text = include_str!("../../../../content/en/offer-fields.law").to_owned();
        let (entries, _) = read(&SourceFile { path: "offer-fields.law".to_owned(), text }, &["kind", "field"]);
        let mut labels = Labels::default();
        for entry in entries {
            let of = |key: &str| entry.text(key).unwrap_or_default();
            if entry.kind == "kind" {
                let words = KindWords { name: of("name"), plural: of("plural"), what: of("what") };
                labels.kinds.insert(entry.name.clone(), words);
            } else {
                let words = FieldWords { label: of("label"), hint: entry.text("hint") };
                labels.fields.insert(entry.name.clone(), words);
            }
        }
        labels
    }

    /// What a kind is called.
    pub(crate) fn kind(&self, kind: &str) -> KindWords {
        self.kinds.get(kind).cloned().unwrap_or_else(|| KindWords {
            name: kind.to_owned(),
            plural: kind.to_owned(),
            what: String::new(),
        })
    }

    /// How a key is asked for; the outcome lines go by the key `rule`.
    pub(crate) fn field(&self, kind: &str, key: &str) -> FieldWords {
        let key = if key.is_empty() { "rule" } else { key };
        let known = self.fields.get(&format!("{kind}.{key}")).cloned();
        known.unwrap_or_else(|| FieldWords { label: key.to_owned(), hint: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_and_key_has_its_words_and_no_other_has() {
        let labels = Labels::read();
        let mut wanted = Vec::new();
        for kind in offer::kinds() {
            let words = labels.kinds.get(*kind).unwrap_or_else(|| panic!("{kind} has no words"));
            assert!(!words.name.is_empty() && !words.plural.is_empty() && !words.what.is_empty(), "{kind}");
            for key in offer::keys(kind).unwrap() {
                wanted.push(format!("{kind}.{}", if key.name.is_empty() { "rule" } else { key.name }));
            }
        }
        for name in &wanted {
            assert!(labels.fields.get(name).is_some_and(|words| !words.label.is_empty()), "{name} has no label");
        }
        assert_eq!(labels.fields.keys().filter(|name| !wanted.contains(name)).collect::<Vec<_>>(), [] as [&String; 0]);
        assert_eq!(labels.kinds.len(), offer::kinds().len());
    }
}
