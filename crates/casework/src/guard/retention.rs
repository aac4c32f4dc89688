//! What keeps a case from being destroyed, and words that outlive it from naming anybody.

use super::refused;
use crate::asking::Asking;
use crate::gate;
use crate::letter::written;
use crate::retention;
use crate::value::Value;

/// Kept until a day until which it is kept anyway.
pub(super) fn not_longer(asking: &Asking) -> Option<String> {
    let day = asking.values.get("keep_until").and_then(Value::day)?;
    let keeping = retention::due(asking.case, asking.practice, asking.today);
    let now = keeping.until.filter(|until| *until >= asking.today).unwrap_or(asking.today);
    (day <= now).then(|| format!("It is kept until {}.", written(now)))
}

/// Destroyed before its time has passed, or although nobody can say when that is.
pub(super) fn time_not_passed(asking: &Asking) -> Option<String> {
    let keeping = retention::due(asking.case, asking.practice, asking.today);
    match keeping.until {
        _ if keeping.passed => None,
        Some(until) => Some(format!("It is kept until {}.", written(until))),
        None => Some("Nobody can say until when: something is not written down.".to_owned()),
    }
}

/// Destroyed while something holds it.
pub(super) fn held(asking: &Asking) -> Option<String> {
    let keeping = retention::due(asking.case, asking.practice, asking.today);
    let mut titles: Vec<&str> = keeping
        .held_by
        .iter()
        .filter_map(|held| asking.practice.hold(&held.hold))
        .map(|hold| hold.title.as_str())
        .collect();
    titles.dedup();
    (!titles.is_empty()).then(|| format!("{}.", titles.join("; ")))
}

/// Destroyed although something happened after it was proposed.
pub(super) fn changed_since(asking: &Asking) -> Option<String> {
    let proposed = asking.last("destruction_proposed").map(|done| done.version);
    refused(proposed != Some(asking.case.version))
}

/// Another reference than that of the case.
pub(super) fn wrong_reference(asking: &Asking) -> Option<String> {
    let typed = asking.values.get("confirm_reference").and_then(Value::text).unwrap_or_default();
    refused(!typed.trim().eq_ignore_ascii_case(&asking.case.reference))
}

/// Words that are kept or printed apart from the case name somebody in it.
pub(super) fn names_somebody(asking: &Asking) -> Option<String> {
    let said = ["destroyed_because", "learned"].into_iter().filter_map(|field| asking.values.get(field)?.text());
    let words: Vec<&str> = said.collect();
    let names = asking.case.people.iter().flat_map(|person| person.name.split_whitespace());
    let mut parts = names.filter(|part| part.chars().count() > 1);
    let named = parts.find(|part| words.iter().any(|words| gate::is_named(words, part)))?;
    Some(format!("“{named}” is one of them."))
}
