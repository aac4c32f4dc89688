//! What must be known before a child's home is called a private matter of the family.

use super::refused;
use crate::asking::Asking;
use crate::value::Value;

/// Whether the council had a part in how the child came to live there.
fn council_had_a_part(asking: &Asking) -> bool {
    let asked = matches!(asking.choice("who_asked"), "council" | "police");
    asked || matches!(asking.choice("who_moved"), "council" | "police")
}

/// Whether the arrangement is said to be the family's own.
fn is_called_private(asking: &Asking) -> bool {
    matches!(asking.choice("status"), "informal" | "private_fostering")
}

/// Called private although nobody told the carer in writing, beforehand, what that would mean.
pub(super) fn private_without_information(asking: &Asking) -> Option<String> {
    let told = asking.each("information_given").into_iter().any(|done| {
        done.values.get("in_writing").is_some_and(Value::is_yes)
            && done.values.get("before_yes").is_some_and(Value::is_yes)
    });
    refused(council_had_a_part(asking) && is_called_private(asking) && !told)
}

/// Called private although the council had a part in it, with nothing said of why the child is not looked after.
pub(super) fn council_part_unanswered(asking: &Asking) -> Option<String> {
    let answered =
        asking.values.get("why_not_looked_after").and_then(Value::text).is_some_and(|words| !words.is_empty());
    refused(council_had_a_part(asking) && is_called_private(asking) && !answered)
}
