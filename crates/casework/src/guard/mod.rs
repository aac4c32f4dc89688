//! The rules that the table cannot say: each guard looks at an act that is asked for, and says what is in its way. Its
//! words, what to do instead and its provision stand under the same name in `casework/rules.law`.

mod arrangement;
mod assessment;
mod care;
mod case;
mod complaint;
mod decision;
mod meeting;
mod money;
mod moves;
mod request;
mod retention;

pub use assessment::owed;

use crate::asking::Asking;
use crate::matter::Done;
use crate::refusal::Refusal;

/// A guard: what is in the way, in words that follow those of its rule; an empty text where those say it all.
pub(crate) type Guard = fn(&Asking) -> Option<String>;

/// Every guard, by the name of its rule.
const GUARDS: [(&str, Guard); 50] = [
    ("no_consent", request::no_consent),
    ("offer_not_given", request::offer_not_given),
    ("private_without_information", arrangement::private_without_information),
    ("council_part_unanswered", arrangement::council_part_unanswered),
    ("still_open", case::still_open),
    ("restricted_given", case::restricted_given),
    ("not_a_carer", case::not_a_carer),
    ("wrong_council", moves::wrong_council),
    ("assessment_owed", assessment::assessment_owed),
    ("refused_unheard", assessment::refused_unheard),
    ("wishes_missing", assessment::wishes_missing),
    ("needs_missing", assessment::needs_missing),
    ("support_forgotten", assessment::support_forgotten),
    ("not_concluded", decision::not_concluded),
    ("need_unanswered", decision::need_unanswered),
    ("withheld_for_status", decision::withheld_for_status),
    ("no_reason", decision::no_reason),
    ("sum_without_terms", decision::sum_without_terms),
    ("not_proposed", decision::not_proposed),
    ("not_heard", decision::not_heard),
    ("review_too_late", decision::review_too_late),
    ("care_only_for_a_service", care::only_for_a_service),
    ("care_runs_here", care::runs_here),
    ("care_withheld", care::withheld),
    ("parent_objects", care::parent_objects),
    ("no_review_asked", care::no_review_asked),
    ("extension_not_ready", care::extension_not_ready),
    ("not_told_before", meeting::not_told_before),
    ("not_of_the_network", meeting::not_of_the_network),
    ("plan_share_open", meeting::plan_share_open),
    ("plan_kept_from", meeting::plan_kept_from),
    ("hidden_together", meeting::hidden_together),
    ("not_independent", meeting::not_independent),
    ("court_before_meeting", meeting::court_before_meeting),
    ("child_part_missing", meeting::child_part_missing),
    ("wrong_procedure", complaint::wrong_procedure),
    ("not_late", complaint::not_late),
    ("time_to_go_on", complaint::time_to_go_on),
    ("investigators_not_apart", complaint::investigators_not_apart),
    ("panel_not_independent", complaint::panel_not_independent),
    ("stopped_without_warning", money::stopped_without_warning),
    ("cut_unheard", money::cut_unheard),
    ("not_grown_up", money::not_grown_up),
    ("paid_less_than_decided", money::paid_less_than_decided),
    ("not_longer", retention::not_longer),
    ("time_not_passed", retention::time_not_passed),
    ("held", retention::held),
    ("changed_since", retention::changed_since),
    ("wrong_reference", retention::wrong_reference),
    ("names_somebody", retention::names_somebody),
];

/// The guard of a rule.
pub(crate) fn named(rule: &str) -> Option<Guard> {
    GUARDS.iter().find(|(name, _)| *name == rule).map(|(_, guard)| *guard)
}

/// Whether any of an act's rules is in its way.
pub(crate) fn check(asking: &Asking) -> Result<(), Refusal> {
    for name in &asking.act.refuse {
        let rule = asking.practice.rules.get(name);
        if let Some((rule, about)) = rule.and_then(|rule| Some((rule, named(name)?(asking)?))) {
            return Err(Refusal::of(rule, &about));
        }
    }
    Ok(())
}

/// Whether a proposal was answered, by the day of the act that is asked for.
fn answered(asking: &Asking, act: &str, proposed: &Done) -> bool {
    asking.last(act).is_some_and(|heard| heard.version > proposed.version && heard.on <= asking.on)
}

/// What a guard says where its rule says it all.
fn refused(is_in_the_way: bool) -> Option<String> {
    is_in_the_way.then(String::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_guard_has_its_own_name() {
        for (place, (name, _)) in GUARDS.iter().enumerate() {
            assert!(GUARDS.iter().skip(place + 1).all(|(other, _)| other != name), "{name}");
        }
    }
}
