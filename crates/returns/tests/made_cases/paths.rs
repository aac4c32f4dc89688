//! The paths of made-up cases: of children in need, and of what comes before court.

use jiff::civil::{Date, date};

use super::Tale;
use super::care::{
    back_in_care, child_arrangements, guardian_fosterer, guardian_relative, home, long_term, to_relatives, two_children,
};
use crate::made_up::after;

/// A path, as what writes a story on it.
type Path = fn(&mut Tale);

pub(super) const PATHS: [Path; 16] = [
    nothing_more,
    advice,
    assessed_only,
    helped,
    guardian_fosterer,
    guardian_relative,
    child_arrangements,
    to_relatives,
    home,
    long_term,
    back_in_care,
    enquiry,
    before_court_held,
    before_court_declined,
    two_children,
    unborn,
];

pub(super) const FOUND: [&str; 4] =
    ["drugs_parent", "mental_health_parent, neglect", "alcohol_parent, emotional_abuse", "illness_parent"];

fn nothing_more(tale: &mut Tale) {
    let on = tale.told(date(2025, 6, 1), 600);
    tale.opened(on, 1, 15);
    tale.asked(on, "nothing");
}

/// Advice alone: whether that was nothing more is said.
fn advice(tale: &mut Tale) {
    let on = tale.told(date(2025, 6, 1), 500);
    tale.opened(on, 1, 15);
    tale.asked(on, "advice");
    let nothing = tale.pick(&["yes", "no"]);
    tale.step(after(on, 2), "worker does request_return_recorded", &[("no_further_action", nothing)]);
    tale.closed(after(on, 20), "other");
}

fn assessed_only(tale: &mut Tale) {
    let on = tale.told(date(2025, 6, 1), 550);
    tale.opened(on, 1, 15);
    tale.asked(on, "assess");
    let signed = tale.assessed(after(on, 2), "Max Field", "none");
    tale.settled(after(signed, 3));
    let why = tale.pick(&["after_assessment", "to_early_help"]);
    tale.closed(after(signed, 5), why);
}

/// Help is given by a plan, and ends.
fn helped(tale: &mut Tale) {
    let on = tale.told(date(2025, 6, 1), 300);
    tale.opened(on, 1, 15);
    tale.asked(on, "help_now");
    let found = tale.pick(&FOUND);
    let signed = tale.assessed(after(on, 3), "Max Field", found);
    tale.step(signed, "worker does decision_begun", &[]);
    let start = after(signed, 5).to_string();
    let needs = format!("need=A bed; answer=yes; what=A bed; start={start}");
    let form = [("facts_relied_on", "The assessment"), ("needs_decided", &*needs)];
    tale.step(after(signed, 3), "manager does decision_made", &form);
    let review = after(signed, 150).to_string();
    let services = format!("what=A bed; objective=To sleep; provider=the council; start={start}");
    let form = [("services", &*services), ("monitor", "Ben"), ("back_up", "Ring Ben."), ("review_on", &*review)];
    tale.step(after(signed, 4), "worker does plan_made", &form);
    if tale.rng.bool() {
        let ended = after(signed, tale.days(60, 140));
        tale.step(ended, "manager does plan_ended", &[("plan_ended_by", "not_wanted"), ("reason", "All is well.")]);
        tale.step(ended, "worker does decision_ended", &[("reason", "All was given.")]);
        tale.closed(ended, "other");
    }
}

fn worried(tale: &mut Tale, on: Date) {
    let form = [("what_was_seen", "A bruise"), ("handed_to", "Ann Lee"), ("handed_at", "10:42")];
    tale.step(on, "worker does child_may_be_at_risk", &form);
}

fn enquiry(tale: &mut Tale) {
    let on = tale.told(date(2025, 6, 1), 500);
    tale.opened(on, 1, 15);
    tale.asked(on, "assess");
    let found = tale.pick(&FOUND);
    tale.assessed(after(on, 1), "Max Field", found);
    let began = after(on, 12);
    worried(tale, began);
    let (day, due) = (began.to_string(), after(began, 21).to_string());
    let form = [("enquiry", "yes"), ("enquiry_began_on", &*day), ("conference_due", &*due), ("conference", "awaited")];
    tale.step(after(began, 8), "worker does enquiry_recorded", &form);
    let form = [("enquiry", "yes"), ("enquiry_began_on", &*day), ("conference", "not_needed")];
    tale.step(after(began, 20), "worker does enquiry_recorded", &form);
    worried(tale, after(began, 100));
    tale.step(after(began, 101), "worker does enquiry_recorded", &[("enquiry", "no")]);
}

/// The steps before court began, with a meeting offered in the letter; the day of the letter.
fn before_court(tale: &mut Tale) -> Date {
    let on = tale.told(date(2026, 4, 10), 60);
    tale.opened(on, 1, 14);
    steps(tale, on)
}

fn steps(tale: &mut Tale, on: Date) -> Date {
    tale.asked(on, "assess");
    let found = tale.pick(&FOUND);
    tale.assessed(after(on, 1), "Max Field", found);
    let letter = after(on, 65);
    let (began, sent, met) = (after(on, 60).to_string(), letter.to_string(), after(letter, 10).to_string());
    let form = [("offered_to", "Dawn Field, Rose Field"), ("offered_on", &*sent), ("letter_before_court", "yes")];
    let form: Vec<_> = form.into_iter().chain([("why_meet", "How can Max be safe?")]).collect();
    tale.step(letter, "worker does meeting_offered", &form);
    let form = [("steps_began_on", &*began), ("first_meeting_on", &*met), ("review_meetings", "2")];
    tale.step(after(letter, 40), "worker does before_court_recorded", &form);
    letter
}

fn held(tale: &mut Tale, letter: Date) {
    let form = [("person", "Rose Field"), ("accepted", "yes")];
    tale.step(after(letter, 4), "worker does meeting_answered", &form);
    let form = [("child_takes_part", "letter"), ("child_wishes", "To stay"), ("advocate_offered", "yes")];
    tale.step(after(letter, 8), "coordinator does child_part_settled", &form);
    let day = after(letter, 30).to_string();
    let form = [("held_on", &*day), ("came", "Rose Field"), ("information_told", "All"), ("family_time_alone", "yes")];
    tale.step(after(letter, 30), "coordinator does meeting_held", &form);
}

fn before_court_held(tale: &mut Tale) {
    let letter = before_court(tale);
    held(tale, letter);
    let (began, decided) = (after(letter, -5).to_string(), after(letter, 90).to_string());
    let outcome = tale.pick(&["a", "b"]);
    let form = [("steps_began_on", &*began), ("steps_decided_on", &*decided), ("steps_outcome", outcome)];
    tale.step(after(letter, 91), "worker does before_court_recorded", &form);
}

fn before_court_declined(tale: &mut Tale) {
    let letter = before_court(tale);
    tale.step(after(letter, 12), "worker does meeting_declined", &[]);
    let (began, decided) = (after(letter, -5).to_string(), after(letter, 60).to_string());
    let applied = after(letter, 70).to_string();
    let form = [("court_order", "care"), ("applied_on", &*applied), ("reason", "He is not safe.")];
    tale.step(after(letter, 70), "manager does court_application_recorded", &form);
    let told = after(letter, 72).to_string();
    let form = [("steps_began_on", &*began), ("steps_decided_on", &*decided), ("steps_outcome", "c")];
    let form: Vec<_> = form.into_iter().chain([("court_letter_on", &*told)]).collect();
    tale.step(after(letter, 73), "worker does before_court_recorded", &form);
}

fn unborn(tale: &mut Tale) {
    let due = after(date(2027, 4, 10), tale.days(0, 60));
    let on = after(due, -200);
    tale.opened(on, 2, 12);
    tale.step(
        on,
        "worker does person_added",
        &[("name", "Baby Field"), ("part", "child"), ("relationship", "the child")],
    );
    let (number, day) = (format!("C{:05}B", tale.number), due.to_string());
    let form = [("person", "Baby Field"), ("council_number", &*number), ("ethnicity", "not_obtained")];
    let more = [("no_upn_because", "not_of_age"), ("disabilities", "none"), ("expected_on", &*day)];
    let form: Vec<_> = form.into_iter().chain(more).collect();
    tale.step(on, "worker does child_details_recorded", &form);
    let letter = steps(tale, on);
    held(tale, letter);
}
