//! What keeps a family meeting safe, independent and in time.

use super::refused;
use crate::asking::Asking;
use crate::event::Officer;
use crate::gate;
use crate::letter;
use crate::matter::Matter;
use crate::person::PersonId;
use crate::value::Value;
use std::collections::BTreeMap;

/// The person an act is about.
fn person(asking: &Asking) -> Option<PersonId> {
    asking.values.get("person").and_then(|value| value.people().first().copied())
}

fn is_about(values: &crate::value::Values, person: PersonId) -> bool {
    values.get("person").is_some_and(|value| value.people().contains(&person))
}

/// Invited, or sent papers, before anybody settled what may be told to this person.
pub(super) fn not_told_before(asking: &Asking) -> Option<String> {
    let person = person(asking)?;
    let confirmed = asking.each("disclosure_confirmed").into_iter().any(|done| is_about(&done.values, person));
    let name = asking.case.person(person).map_or("", |person| person.name.as_str());
    (!confirmed).then(|| format!("It is about: {name}."))
}

/// A plan about to go to people of whom nobody settled, since it was made, how much of it they may have.
pub(super) fn plan_share_open(asking: &Asking) -> Option<String> {
    let to = asking.act.tells.iter().flat_map(|tells| letter::recipients(asking, &tells.to));
    let mut open: Vec<&str> =
        to.filter(|person| plan_share(asking, person.id).is_none()).map(|person| person.name.as_str()).collect();
    open.sort_unstable();
    open.dedup();
    (!open.is_empty()).then(|| format!("It is about: {}.", open.join("; ")))
}

/// A plan sent to somebody of whom it was settled that they get nothing of it.
pub(super) fn plan_kept_from(asking: &Asking) -> Option<String> {
    let person = person(asking)?;
    refused(plan_share(asking, person) == Some("none"))
}

/// How much of the plan somebody may have, as was settled last since it was made.
fn plan_share<'a>(asking: &Asking<'a>, person: PersonId) -> Option<&'a str> {
    let made = asking.last("family_plan_recorded")?.version;
    let mut settled = asking.each("plan_share_settled").into_iter().filter(|done| done.version > made);
    let last = settled.rfind(|done| is_about(&done.values, person))?;
    last.values.get("plan_share").and_then(Value::text)
}

/// Invited although nobody settled that they should be there, or it was settled that they should not.
pub(super) fn not_of_the_network(asking: &Asking) -> Option<String> {
    let person = person(asking)?;
    let considered = asking.each("member_considered");
    let last = considered.into_iter().rfind(|done| is_about(&done.values, person));
    refused(!last.is_some_and(|done| done.values.get("appropriate").is_some_and(Value::is_yes)))
}

/// Two people invited to one place of whom one is hidden from the other, with no word on how that is made safe.
pub(super) fn hidden_together(asking: &Asking) -> Option<String> {
    let person = person(asking)?;
    let invited = asking.each("person_invited").into_iter();
    let mut others: Vec<PersonId> =
        invited.flat_map(|done| done.values.get("person").map(Value::people).unwrap_or_default()).copied().collect();
    others.extend(asking.case.with_part("child").chain(asking.case.with_part("carer")).map(|person| person.id));
    let apart = |other: &&PersonId| {
        gate::is_hidden_from(asking.case, person, **other) || gate::is_hidden_from(asking.case, **other, person)
    };
    let names: Vec<&str> =
        others.iter().filter(apart).filter_map(|other| Some(asking.case.person(*other)?.name.as_str())).collect();
    let is_safe = asking.values.get("kept_safe").and_then(Value::text).is_some_and(|words| !words.trim().is_empty());
    (!names.is_empty() && !is_safe).then(|| format!("It is about: {}.", names.join("; ")))
}

/// A coordinator who works on the case or decides in it.
pub(super) fn not_independent(asking: &Asking) -> Option<String> {
    let named = Officer::new(asking.values.get("coordinator").and_then(Value::text).unwrap_or_default());
    let decides = asking.case.matters.iter().flat_map(|matter| &matter.done).any(|done| {
        let act = asking.practice.act(&done.act);
        let is_decision = act.is_some_and(|act| matches!(act.matter.as_str(), "assessment" | "decision" | "care"));
        is_decision && done.by == named
    });
    refused(decides || asking.case.worker.as_ref() == Some(&named))
}

/// To court before a meeting was offered and, where somebody accepted, held; once the law that asks it is in force.
pub(super) fn court_before_meeting(asking: &Asking) -> Option<String> {
    let provision = asking.law.provision("ca-1989/31ZA(1)")?;
    if !provision.period.holds_on(asking.on) || asking.choice("court_order") == "emergency" {
        return None;
    }
    let meetings = || asking.case.of_kind("meeting");
    let not_in_interests = ["meeting_not_in_interests", "meeting_not_offered"];
    if meetings().any(|meeting| not_in_interests.iter().any(|act| meeting.last(act).is_some())) {
        return None;
    }
    // The offer stands in the letter before proceedings; one made for another reason is not it.
    let in_letter = |meeting: &&Matter| {
        let offer = meeting.last("meeting_offered");
        offer.is_some_and(|offer| offer.values.get("letter_before_court").is_some_and(Value::is_yes))
    };
    let offered: Vec<&Matter> = meetings().filter(in_letter).collect();
    if offered.is_empty() {
        return Some("No meeting was offered in the letter before proceedings.".to_owned());
    }
    let is_held = |meeting: &Matter| meeting.last("meeting_held").is_some();
    let waits = offered.iter().any(|meeting| is_accepted(meeting) && !is_held(meeting));
    waits.then(|| "Somebody accepted, and the meeting was not held.".to_owned())
}

/// Whether anybody's last answer to an offer was yes.
fn is_accepted(meeting: &Matter) -> bool {
    let mut answers = BTreeMap::new();
    for done in meeting.each("meeting_answered") {
        let who = done.values.get("person").map(Value::people).unwrap_or_default();
        let yes = done.values.get("accepted").is_some_and(Value::is_yes);
        answers.extend(who.iter().map(|who| (*who, yes)));
    }
    answers.values().any(|yes| *yes)
}

/// A meeting held without a word on how the child took part.
pub(super) fn child_part_missing(asking: &Asking) -> Option<String> {
    refused(asking.last("child_part_settled").is_none())
}
