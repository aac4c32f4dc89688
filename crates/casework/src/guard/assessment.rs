//! What an assessment must hold before it can be concluded, and what must come before one is refused.

use super::refused;
use crate::asking::Asking;
use crate::case::Case;
use crate::value::Value;
use law::{Day, Outcome};

/// Refused although the law gives it to this family, as the facts are known.
pub(super) fn assessment_owed(asking: &Asking) -> Option<String> {
    let support = match asking.choice("assessment_kind") {
        "child_in_need" => "s17_assessment",
        "special_guardianship" => "sgo_support_assessment",
        "young_carer" => "young_carer_assessment",
        "parent_carer" => "parent_carer_assessment",
        _ => return None,
    };
    // Only what was said counts here, and nothing that is presumed of every family.
    let family = asking.case.family(asking.law, asking.day.date);
    refused(rights(&family, asking.day).iter().any(|(id, _)| id == support))
}

/// Refused to a person without a proposal they could answer.
pub(super) fn refused_unheard(asking: &Asking) -> Option<String> {
    let Some(proposed) = asking.last("assessment_refusal_proposed") else { return Some(String::new()) };
    let heard = super::answered(asking, "refusal_answered", proposed);
    let over = proposed.values.get("representations_by").and_then(Value::day).is_some_and(|day| asking.on > day);
    refused(!heard && !over)
}

/// Concluded without the child's wishes, or why they could not be asked.
pub(super) fn wishes_missing(asking: &Asking) -> Option<String> {
    refused(asking.last("wishes_recorded").is_none())
}

/// Concluded without saying what the needs are.
pub(super) fn needs_missing(asking: &Asking) -> Option<String> {
    refused(asking.last("needs_recorded").is_none())
}

/// Concluded without a word on a support the council must give, as the law stands and the facts are.
pub(super) fn support_forgotten(asking: &Asking) -> Option<String> {
    let rows = asking.rows("supports_considered");
    let considered: Vec<&str> = rows.iter().filter_map(|row| row.get("support")?.text()).collect();
    let owed = owed(asking.case, asking.day);
    let forgotten: Vec<&str> =
        owed.iter().filter(|(id, _)| !considered.contains(&id.as_str())).map(|(_, title)| title.as_str()).collect();
    (!forgotten.is_empty()).then(|| format!("Not yet considered: {}.", forgotten.join("; ")))
}

/// The supports of the council to which the family has a right: name and title.
pub fn owed(case: &Case, day: &Day) -> Vec<(String, String)> {
    let mut family = case.family(&day.law, day.date);
    family.presume(&day.law.facts);
    rights(&family, day)
}

fn rights(family: &law::Case, day: &Day) -> Vec<(String, String)> {
    let findings = day.find(family);
    let owed = findings.iter().filter(|finding| finding.outcome == Outcome::Right);
    let supports = owed.filter_map(|finding| day.law.supports.get(finding.support));
    // How to complain and what a court can do is nothing that an assessment finds.
    let is_help = |support: &&law::rule::Support| support.group != "legal";
    let ours = supports.filter(is_help).filter(|support| support.provider.to_lowercase().contains("council"));
    ours.map(|support| (support.id.clone(), support.title.clone())).collect()
}
