//! What must come before money is cut or stopped, and that what was decided is what is paid.

use super::refused;
use crate::asking::Asking;
use crate::due::last_day;
use crate::value::Value;
use jiff::civil::Date;
use law::calculation::{Money, birthday};

/// The age from which nobody is a child.
const ADULT: i64 = 18;

/// Stopped for want of the yearly statement before the reminder and the days after it.
pub(super) fn stopped_without_warning(asking: &Asking) -> Option<String> {
    if asking.choice("stop_reason") != "statement" {
        return None;
    }
    let Some(watch) = asking.case.running(asking.id(), "special_guardian_statement_reminder") else {
        return Some("No written reminder was sent.".to_owned());
    };
    let until = last_day(watch, asking.law)?;
    (asking.on <= until).then(|| format!("The time after the reminder runs until {}.", crate::letter::written(until)))
}

/// Cut or ended before the person was told it was proposed, and could answer.
pub(super) fn cut_unheard(asking: &Asking) -> Option<String> {
    let Some(proposed) = asking.last("change_proposed") else { return Some(String::new()) };
    let used = asking.last("plan_changed").is_some_and(|done| done.version > proposed.version);
    let heard = super::answered(asking, "change_answered", proposed);
    let by = proposed.values.get("representations_by").and_then(Value::day);
    refused(used || (!heard && by.is_none_or(|by| asking.on <= by)))
}

/// Ended because the child grew up, who has not.
pub(super) fn not_grown_up(asking: &Asking) -> Option<String> {
    if asking.choice("plan_ended_by") != "grown_up" {
        return None;
    }
    let is_young = |born: Date| birthday(born, ADULT).is_some_and(|grown| asking.on < grown);
    let names: Vec<&str> = asking
        .case
        .with_part("child")
        .filter(|child| child.born.is_none_or(is_young))
        .map(|child| child.name.as_str())
        .collect();
    (!names.is_empty()).then(|| format!("It is about: {}.", names.join("; ")))
}

/// Less paid than was decided, with no reason.
pub(super) fn paid_less_than_decided(asking: &Asking) -> Option<String> {
    let paid = asking.values.get("sum").and_then(Value::sum)?;
    let rows = asking.last("decision_made")?.values.get("needs_decided").map(Value::rows).unwrap_or_default();
    let decided = rows.iter().filter_map(|row| row.get("sum")?.sum()).fold(Money::ZERO, Money::plus);
    let reasoned = asking.values.get("row_reason").and_then(Value::text).is_some_and(|words| !words.trim().is_empty());
    (paid < decided && !reasoned).then(|| format!("Decided: {decided}. Paid: {paid}."))
}
