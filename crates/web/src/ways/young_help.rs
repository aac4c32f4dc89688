//! What a young person can get, in words for them: `content/en/young/help.law`. Whether they can get it is the
//! law's to say, by the same rules as for everybody.

use law::fault::Fault;
use law::text::{Entry, SourceFile, read};

const TEXT: &str = include_str!("../../../../content/en/young/help.law");

/// One thing a young person can get.
#[derive(Clone, Debug)]
pub(super) struct Help {
    /// The support of the law.
    pub support: String,
    /// The subject it stands under.
    pub subject: String,
    /// What it is called.
    pub what: String,
    /// What it is.
    pub means: String,
    /// How to ask.
    pub ask: String,
    /// What it depends on.
    pub depends: String,
    /// It is worth asking about even where the rule gives nothing.
    pub is_always_shown: bool,
}

/// Everything of the list, in its order.
#[derive(Debug, Default)]
pub(crate) struct YoungHelp(Vec<Help>);

impl YoungHelp {
    /// The list of this site. An entry that lacks something is left out; a test says that none does.
    pub(crate) fn read() -> YoungHelp {
        YoungHelp(entries().0.iter().filter_map(|entry| help(entry).ok()).collect())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Help> {
        self.0.iter()
    }
}

fn entries() -> (Vec<Entry>, Vec<Fault>) {
    read(&SourceFile { path: "help.law".to_owned(), text: TEXT.to_owned() }, &["help"])
}

fn help(entry: &Entry) -> Result<Help, Fault> {
    Ok(Help {
        support: entry.name.clone(),
        subject: entry.must("subject")?,
        what: entry.must("what")?,
        means: entry.must("means")?,
        ask: entry.must("ask")?,
        depends: entry.must("depends")?,
        is_always_shown: entry.text("shown").as_deref() == Some("always"),
    })
}

#[cfg(test)]
mod tests {
    use super::{entries, help};
    use law::Law;

    #[test]
    fn every_entry_is_whole_and_names_a_support() {
        let (law, _) = Law::load(&crate::routes::tests::law_texts());
        let (entries, faults) = entries();
        assert!(faults.is_empty() && entries.len() > 8, "{faults:?}");
        for entry in entries {
            assert!(law.support_place(&entry.name).is_some(), "{} is no support", entry.name);
            assert_eq!(entry.unknown_keys(&["subject", "what", "means", "ask", "depends", "shown"]), []);
            help(&entry).unwrap();
        }
    }
}
