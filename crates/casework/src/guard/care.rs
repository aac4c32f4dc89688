//! Whether a child must become looked after is a question of its own, with a threshold of its own.

use super::refused;
use crate::asking::Asking;
use crate::value::Value;

/// Reasons for a child to be looked after that are no threshold of the law.
const NO_THRESHOLD: [&str; 3] = ["service", "money", "status"];
/// The grounds on which the council must look after a child in need.
const MUST: [&str; 4] = ["nobody_responsible", "lost", "prevented", "young_person_at_risk"];

fn reasons<'a>(asking: &'a Asking) -> &'a [String] {
    asking.values.get("care_reasons").map(Value::choices).unwrap_or_default()
}

/// Into care only to get a service, or out of it only to save one.
pub(super) fn only_for_a_service(asking: &Asking) -> Option<String> {
    let reasons = reasons(asking);
    let ends = asking.act.name == "care_ended";
    let moves = ends || matches!(asking.choice("care_answer"), "become" | "cease");
    // How it ended says enough where no reasons were asked for.
    refused(
        moves && !(ends && reasons.is_empty()) && reasons.iter().all(|reason| NO_THRESHOLD.contains(&reason.as_str())),
    )
}

/// Said to have ceased although the child is looked after in this case, where it would go on beside it.
pub(super) fn runs_here(asking: &Asking) -> Option<String> {
    let runs = asking.case.of_kind("care").any(|care| care.stage == "looked_after");
    refused(runs && asking.choice("care_answer") == "cease")
}

/// An approval kept until the outcome of a review for which nobody asked.
pub(super) fn no_review_asked(asking: &Asking) -> Option<String> {
    let asked = asking.last("non_approval_challenged").and_then(|done| done.values.get("challenged_with")?.text());
    refused(asked != Some("independent_review"))
}

/// Not looked after although a ground of section 20(1) is there, and no word on why not.
pub(super) fn withheld(asking: &Asking) -> Option<String> {
    let must = reasons(asking).iter().any(|reason| MUST.contains(&reason.as_str()));
    let answered =
        asking.values.get("why_not_required").and_then(Value::text).is_some_and(|words| !words.trim().is_empty());
    refused(asking.choice("care_answer") == "stay_out" && must && !answered)
}

/// Accommodation by agreement although somebody with parental responsibility who can house the child objects.
pub(super) fn parent_objects(asking: &Asking) -> Option<String> {
    let by_agreement = asking.choice("care_answer") == "become" && asking.choice("care_basis") == "agreement";
    refused(by_agreement && asking.choice("objection") == "objects_and_can")
}

/// A temporary approval made longer before everything the regulations ask was done.
pub(super) fn extension_not_ready(asking: &Asking) -> Option<String> {
    let steps = [
        ("still_best", "that the placement is still the most appropriate one"),
        ("panel_heard", "the view of the fostering panel"),
        ("reviewer_told", "word to the independent reviewing officer"),
        ("officer_approves", "the nominated officer’s approval"),
    ];
    let open: Vec<&str> = steps.iter().filter(|(field, _)| !asking.is_yes(field)).map(|(_, words)| *words).collect();
    (!open.is_empty()).then(|| format!("Still lacking: {}.", open.join("; ")))
}
