//! What differs between two texts of one offer, record by record and key by key.

use crate::record::{Record, RecordId};
use serde::Serialize;

/// How one record differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Which record.
    pub record: RecordId,
    /// What a reader calls it: as it is now, or as it was where it is gone.
    pub title: String,
    /// What happened to it.
    #[serde(flatten)]
    pub what: What,
}

/// What happened to a record between two texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "what", content = "keys", rename_all = "lowercase")]
pub enum What {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Some of its keys say something else.
    Changed(Vec<KeyChange>),
}

/// What one key said, and says now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyChange {
    /// The key; empty for the outcome lines.
    pub key: String,
    /// What it said, one value after another.
    pub before: Vec<String>,
    /// What it says now.
    pub after: Vec<String>,
}

/// What differs, in the order of the records as they are now; records that are gone come last.
pub fn differences(before: &[Record], after: &[Record]) -> Vec<Difference> {
    let find = |list: &'_ [Record], id: &RecordId| list.iter().position(|record| record.id() == id);
    let mut found = Vec::new();
    for record in after {
        let what = match find(before, record.id()) {
            None => What::Added,
            Some(place) => match key_changes(&before[place], record) {
                changes if changes.is_empty() => continue,
                changes => What::Changed(changes),
            },
        };
        found.push(Difference { record: record.id().clone(), title: record.title(), what });
    }
    for record in before.iter().filter(|record| find(after, record.id()).is_none()) {
        found.push(Difference { record: record.id().clone(), title: record.title(), what: What::Removed });
    }
    found
}

/// The keys that two texts of one record do not agree on.
pub fn key_changes(before: &Record, after: &Record) -> Vec<KeyChange> {
    let (old, new) = (before.fields(), after.fields());
    let mut keys: Vec<&String> = Vec::new();
    for (key, _) in new.iter().chain(&old) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let values = |fields: &[(String, String)], key: &String| -> Vec<String> {
        fields.iter().filter(|(known, _)| known == key).map(|(_, value)| value.clone()).collect()
    };
    let changes =
        keys.into_iter().map(|key| KeyChange { key: key.clone(), before: values(&old, key), after: values(&new, key) });
    changes.filter(|change| change.before != change.after).collect()
}

/// Two changes of one record put together, where they are about different keys.
///
/// # Errors
/// The keys that both changed, and not in the same way.
pub fn merge(base: &Record, mine: &Record, theirs: &Record) -> Result<Record, Vec<String>> {
    let (my_changes, their_changes) = (key_changes(base, mine), key_changes(base, theirs));
    let clash =
        |change: &&KeyChange| my_changes.iter().any(|mine| mine.key == change.key && mine.after != change.after);
    let clashes: Vec<String> = their_changes.iter().filter(clash).map(|change| change.key.clone()).collect();
    if !clashes.is_empty() {
        return Err(clashes);
    }
    let mut fields: Vec<(String, String)> = Vec::new();
    let ours = mine.fields();
    let changed = |key: &String| their_changes.iter().find(|change| change.key == *key);
    for (key, value) in &ours {
        match changed(key) {
            None => fields.push((key.clone(), value.clone())),
            Some(change) if !fields.iter().any(|(known, _)| known == key) => {
                fields.extend(change.after.iter().map(|value| (key.clone(), value.clone())));
            }
            Some(_) => {}
        }
    }
    for change in their_changes.iter().filter(|change| !ours.iter().any(|(key, _)| *key == change.key)) {
        fields.extend(change.after.iter().map(|value| (change.key.clone(), value.clone())));
    }
    Record::from_fields(mine.id().clone(), &fields).map_err(|_| Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(text: &str) -> Record {
        Record::read(&format!("service  a\n{text}")).unwrap()
    }

    #[test]
    fn changes_are_told_key_by_key() {
        let before = [record("name  One\nnote  x\n"), Record::read("contact  c\nname  C\n").unwrap()];
        let after = [record("name  One\nnote  x\nnote  y\n"), Record::read("clock  k\ntitle  K\n").unwrap()];
        let found = differences(&before, &after);
        let told: Vec<_> = found.iter().map(|one| (one.record.to_string(), one.title.as_str())).collect();
        assert_eq!(told, [("service/a".into(), "One"), ("clock/k".into(), "K"), ("contact/c".into(), "C")]);
        let What::Changed(keys) = &found[0].what else { panic!("changed") };
        assert_eq!((keys[0].key.as_str(), keys[0].before.len(), keys[0].after.len()), ("note", 1, 2));
        assert_eq!(found[1].what, What::Added);
        assert_eq!(found[2].what, What::Removed);
    }

    #[test]
    fn changes_of_different_keys_go_together_and_of_one_key_do_not() {
        let base = record("name  One\nsummary  S\n");
        let mine = record("name  Two\nsummary  S\n");
        let theirs = record("name  One\nsummary  T\nnote  n\n");
        let both = merge(&base, &mine, &theirs).unwrap();
        assert_eq!(both, merge(&base, &theirs, &mine).unwrap());
        assert_eq!((both.values("name"), both.values("summary")), (vec!["Two".into()], vec!["T".into()]));
        assert_eq!(both.values("note"), ["n"]);
        assert_eq!(merge(&base, &mine, &record("name  Three\nsummary  S\n")), Err(vec!["name".to_owned()]));
        assert_eq!(merge(&base, &mine, &mine), Ok(mine.clone()));
    }
}
