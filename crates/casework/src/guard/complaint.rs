//! What makes a complaint go the right way, and be looked into by people who stand apart from it.

use super::refused;
use crate::asking::Asking;
use crate::due::last_day;
use crate::route::{self, Procedure};
use crate::value::{Value, Values};
use jiff::ToSpan;

/// Another procedure than the one that fits, with no reason.
pub(super) fn wrong_procedure(asking: &Asking) -> Option<String> {
    let chosen = Procedure::read(asking.choice("procedure"))?;
    let route = route::of(asking.choice("complainant_is"), asking.choice("complaint_about"));
    let reasoned =
        asking.values.get("procedure_reason").and_then(Value::text).is_some_and(|words| !words.trim().is_empty());
    let words = || format!("It fits the {}: {}", route.procedure.title(), route.because);
    (chosen != route.procedure && !reasoned).then(words)
}

/// Turned away as late although it came within a year.
pub(super) fn not_late(asking: &Asking) -> Option<String> {
    let Some(known) = asking.value("known_on").and_then(Value::day) else { return Some(String::new()) };
    let last = known.checked_add(1.year()).ok()?;
    let made = asking.matter.map(|matter| matter.begun)?;
    refused(made <= last)
}

/// Laid to rest while the person can still ask for a panel.
pub(super) fn time_to_go_on(asking: &Asking) -> Option<String> {
    let watch = asking.case.running(asking.id(), "complaint_panel_request")?;
    let until = last_day(watch, asking.law)?;
    (asking.on <= until).then(|| format!("They have until {}.", crate::letter::written(until)))
}

/// One person as investigating officer and as independent person, or an independent person who is not one.
pub(super) fn investigators_not_apart(asking: &Asking) -> Option<String> {
    let name = |field: &str| asking.choice(field).trim().to_lowercase();
    refused(name("investigator") == name("independent_person") || !asking.is_yes("independent_confirmed"))
}

/// A panel that is not three people who stand apart from the council and from what was done before.
pub(super) fn panel_not_independent(asking: &Asking) -> Option<String> {
    let members = asking.values.get("panel").map(Value::rows).unwrap_or_default();
    let name = |row: &Values| row.get("panel_member").and_then(Value::text).unwrap_or_default().trim().to_lowercase();
    let mut names: Vec<String> = members.iter().map(name).collect();
    names.sort_unstable();
    names.dedup();
    if names.len() != 3 || members.len() != 3 {
        return Some(format!("This panel has {}.", names.len()));
    }
    let before = |field: &str| asking.choice(field).trim().to_lowercase();
    if names.contains(&before("independent_person")) || names.contains(&before("investigator")) {
        return Some("Somebody on it took part in stage 2.".to_owned());
    }
    let of_council = |row: &Values| row.get("of_the_council").is_none_or(Value::is_yes);
    members.iter().any(of_council).then(|| "Somebody on it works for the council, or sits on it.".to_owned())
}
