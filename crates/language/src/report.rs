//! How whole a translation is: what is missing, what has changed, what nobody uses.

use crate::english::English;
use crate::standing::Standing;
use crate::translation::Translation;

/// How whole a translation is. Each list holds keys, in the order of the English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Not translated: shown in English.
    pub missing: Vec<String>,
    /// Translated from English that has changed since: shown in English until somebody looks again.
    pub changed: Vec<String>,
    /// Drafts.
    pub drafts: Vec<String>,
    /// Checked by a person.
    pub checked: Vec<String>,
    /// Needs other values than the English does.
    pub unlike: Vec<String>,
    /// Stands in the translation, or in its `status.txt`, and not in English.
    pub unused: Vec<String>,
    /// Each text that is there, as a line of `status.txt`: what was checked and has not changed stays checked, all else is a
    /// draft of today's English.
    pub status: Vec<String>,
}

impl Report {
    /// The report of a translation.
    pub fn of(english: &English, translation: &Translation) -> Report {
        let mut report = Report::default();
        for key in english.keys() {
            let now = english.digest(key).unwrap_or_default();
            let list = match translation.standing(key, now) {
                Standing::Missing => &mut report.missing,
                Standing::Changed => {
                    report.status.push(format!("{key}  {now}  draft"));
                    &mut report.changed
                }
                Standing::Draft => {
                    report.status.push(format!("{key}  {now}  draft"));
                    &mut report.drafts
                }
                Standing::Checked { on, by } => {
                    report.status.push(format!("{key}  {now}  checked {on} {by}"));
                    &mut report.checked
                }
            };
            list.push(key.to_owned());
            let needs = translation.words.arguments(key);
            if needs.is_some_and(|needs| *needs != english.arguments(key)) {
                report.unlike.push(key.to_owned());
            }
        }
        let mut unused: Vec<String> =
            translation.keys().chain(translation.statuses.keys()).map(str::to_owned).collect();
        unused.sort();
        unused.dedup();
        unused.retain(|key| english.digest(key).is_none());
        report.unused = unused;
        report
    }
}
