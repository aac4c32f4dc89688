//! What a decision must say, and what must have come before it.

use super::refused;
use crate::asking::Asking;
use crate::value::{Value, Values};
use jiff::ToSpan;

fn word<'a>(row: &'a Values, field: &str) -> &'a str {
    row.get(field).and_then(Value::text).unwrap_or_default()
}

/// Whether a row says no, or only a part.
fn holds_back(row: &Values) -> bool {
    matches!(word(row, "answer"), "no" | "part")
}

/// A decision begun before its assessment is done.
pub(super) fn not_concluded(asking: &Asking) -> Option<String> {
    refused(asking.matter.is_some_and(|matter| matter.kind == "assessment" && matter.stage != "concluded"))
}

/// A need that was found and is not answered.
pub(super) fn need_unanswered(asking: &Asking) -> Option<String> {
    let found = asking.last("needs_recorded")?.values.get("needs").map(Value::rows).unwrap_or_default();
    let answered: Vec<&str> = asking.rows("needs_decided").iter().map(|row| word(row, "need")).collect();
    let open: Vec<&str> = found.iter().map(|row| word(row, "need")).filter(|need| !answered.contains(need)).collect();
    (!open.is_empty()).then(|| format!("Not yet answered: {}.", open.join("; ")))
}

/// Held back for legal status alone, with no provision in force that bars it.
pub(super) fn withheld_for_status(asking: &Asking) -> Option<String> {
    let for_status = |row: &&Values| holds_back(row) && word(row, "why_not") == "legal_status";
    let barred = |row: &&Values| {
        let provision = asking.law.provision(word(row, "provision"));
        provision.is_some_and(|provision| provision.period.holds_on(asking.on))
    };
    let rows = asking.rows("needs_decided").iter();
    let unlawful: Vec<&str> = rows.filter(for_status).filter(|row| !barred(row)).map(|row| word(row, "need")).collect();
    (!unlawful.is_empty()).then(|| format!("It is about: {}.", unlawful.join("; ")))
}

/// No, or only a part, with no reason.
pub(super) fn no_reason(asking: &Asking) -> Option<String> {
    let rows = asking.rows("needs_decided").iter();
    let bare: Vec<&str> = rows
        .filter(|row| holds_back(row) && (word(row, "why_not").is_empty() || word(row, "row_reason").trim().is_empty()))
        .map(|row| word(row, "need"))
        .collect();
    (!bare.is_empty()).then(|| format!("It is about: {}.", bare.join("; ")))
}

/// A sum without how often, from when, or when it is looked at again.
pub(super) fn sum_without_terms(asking: &Asking) -> Option<String> {
    let rows = asking.rows("needs_decided").iter();
    let lacking = |row: &&Values| {
        let is_regular = !matches!(word(row, "every"), "" | "once");
        let has = |field| row.contains_key(field);
        has("sum") && (!has("every") || !has("start") || (is_regular && !has("review_on")))
    };
    let bare: Vec<&str> = rows.filter(lacking).map(|row| word(row, "need")).collect();
    (!bare.is_empty()).then(|| format!("It is about: {}.", bare.join("; ")))
}

/// A decision on special guardianship support that was not proposed first, with time to answer.
pub(super) fn not_proposed(asking: &Asking) -> Option<String> {
    let is_special = asking.choice("assessment_kind") == "special_guardianship";
    refused(is_special && asking.last("decision_proposed").is_none())
}

/// Decided before the person could answer what was proposed.
pub(super) fn not_heard(asking: &Asking) -> Option<String> {
    let proposed = asking.last("decision_proposed")?;
    let heard = super::answered(asking, "representations_heard", proposed);
    let by = proposed.values.get("representations_by").and_then(Value::day)?;
    refused(!heard && asking.on <= by)
}

/// Help that is looked at again later than the yearly review of special guardianship support.
pub(super) fn review_too_late(asking: &Asking) -> Option<String> {
    let latest = asking.on.checked_add(1.year()).ok()?;
    let late = |row: &Values| row.get("review_on").and_then(Value::day).is_some_and(|day| day > latest);
    let is_special = asking.choice("assessment_kind") == "special_guardianship";
    refused(is_special && asking.rows("needs_decided").iter().any(late))
}
