//! The paths of made-up cases of children who are looked after.

use jiff::civil::{Date, date};

use super::Tale;
use super::paths::FOUND;
use crate::made_up::{after, year};

/// Whom the child lives with in care, as the form says it.
const WITH_ROSE: [(&str, &str); 4] = [
    ("placement_type", "relative"),
    ("placement_provider", "own"),
    ("placement_postcode", "SE1 0AB"),
    ("provider_number", "SC000001"),
];

/// The child comes into care after a request and an assessment; the day care began.
fn in_care(tale: &mut Tale, from: Date, within: i64, basis: &str) -> Date {
    let on = tale.told(from, within);
    let born = tale.opened(on, 1, 14);
    tale.asked(on, "assess");
    let found = tale.pick(&FOUND);
    let signed = tale.assessed(after(on, 1), "Max Field", found);
    tale.settled(signed);
    let began = after(on, 2);
    care(tale, began, basis);
    reviews(tale, began, born, after(began, 320).min(year().ends()));
    began
}

fn care(tale: &mut Tale, began: Date, basis: &str) {
    let day = began.to_string();
    let form = [
        ("who_asked", "council"),
        ("asked_to_care_on", &*day),
        ("who_was_there", "The social worker and Rose"),
        ("who_moved", "council"),
        ("said_on_money", "That there will be some"),
        ("said_on_status", "That he is looked after"),
        ("other_choice", "A foster home"),
        ("carer_says", "They rang me."),
    ];
    tale.step(began, "worker does arrangement_recorded", &form);
    let form = [
        ("for_children", "Max Field"),
        ("care_answer", "become"),
        ("care_reasons", "prevented"),
        ("care_basis", basis),
        ("objection", "nobody"),
        ("child_wishes", "To be with nan"),
        ("facts_relied_on", "The note"),
        ("reason", "His mother was in hospital."),
    ];
    tale.step(began, "manager does care_decided", &form);
    if basis == "protection" {
        let law = tale.pick(&["police_protection", "emergency_protection"]);
        tale.step(began, "worker does stay_recorded", &[("from_when", &*day), ("legal_status", law)]);
        let next = after(began, 2).to_string();
        let form = [("from_when", &*next), ("legal_status", "interim_care_order")];
        tale.step(after(began, 3), "worker does stay_recorded", &form);
    }
    let need = tale.need();
    let form = [("main_need", need), ("home_postcode", "SE1 0BA"), ("earlier_order", "none")];
    tale.step(after(began, 1), "worker does care_return_recorded", &form);
    let form = [("given_to", "worker"), ("worker_number", "SW100001"), ("worker_change", "first")];
    tale.step(began, "manager does case_given", &form);
    if tale.rng.bool() {
        let form = [("given_to", "worker-ben"), ("worker_number", "SW100002"), ("worker_change", "transfer")];
        tale.step(after(began, 40), "manager does case_given", &form);
    }
}

/// Rose is approved, at first for a time, and the child lives with her from a day on.
fn with_rose(tale: &mut Tale, from: Date) {
    let day = from.to_string();
    let form = [
        ("approved_person", "Rose Field"),
        ("suitability_found", "Safe and loved"),
        ("full_assessment_begun", &*day),
        ("weekly_sum", "180"),
    ];
    tale.step(from, "manager does temporary_approval_given", &form);
    let form: Vec<_> = std::iter::once(("from_when", &*day)).chain(WITH_ROSE).collect();
    tale.step(after(from, 1), "worker does stay_recorded", &form);
    tale.step(
        after(from, 80),
        "manager does carer_approved",
        &[("reason", "The panel says so."), ("weekly_sum", "185")],
    );
}

fn reviews(tale: &mut Tale, began: Date, born: Date, until: Date) {
    let four = born.saturating_add(jiff::Span::new().years(4));
    let mut first = "yes";
    let mut on = after(began, 18);
    while on < until {
        let mut form = vec![("review_found", "All goes well."), ("first_review", first)];
        if on >= four {
            form.push(("took_part", tale.pick(&["spoke", "advocate", "sent"])));
        }
        tale.step(on, "worker does care_reviewed", &form);
        first = "no";
        on = after(on, 150);
    }
}

fn left(tale: &mut Tale, on: Date, by: &str, how: Option<&str>, because: &str) {
    let mut form = vec![("care_ended_by", by), ("reason", "It was decided."), ("child_wishes", "To stay")];
    form.extend(how.map(|how| ("care_left_how", how)));
    tale.step(on, "manager does care_ended", &form);
    if tale.rng.bool() {
        tale.closed(after(on, tale_days(because)), because);
    }
}

/// An order ends the work on its day; without one it goes on for a while.
fn tale_days(because: &str) -> i64 {
    if because == "other" { 20 } else { 0 }
}

pub(super) fn guardian_fosterer(tale: &mut Tale) {
    let began = in_care(tale, date(2025, 9, 1), 250, "protection");
    with_rose(tale, began);
    let made = after(began, 330);
    left(tale, made, "sgo", Some("guardian_relative_fosterer"), "special_guardianship");
}

/// With other foster carers first, then special guardianship to a relative.
pub(super) fn guardian_relative(tale: &mut Tale) {
    let began = in_care(tale, date(2025, 9, 1), 250, "interim_order");
    let day = began.to_string();
    let form = [
        ("from_when", &*day),
        ("with_whom", "the Greens"),
        ("placement_type", "carer"),
        ("placement_provider", "own"),
        ("placement_postcode", "SE1 0AD"),
        ("provider_number", "SC000001"),
    ];
    tale.step(began, "worker does stay_recorded", &form);
    let moved = after(began, 60).to_string();
    let form = [("from_when", &*moved), ("with_whom", "the Browns"), ("moved_because", "care_plan")];
    let same = [("placement_type", "carer"), ("placement_provider", "own"), ("placement_postcode", "SE1 0AE")];
    let form: Vec<_> = form.into_iter().chain(same).chain([("provider_number", "SC000001")]).collect();
    tale.step(after(began, 60), "worker does stay_recorded", &form);
    left(tale, after(began, 325), "sgo", Some("guardian_relative"), "special_guardianship");
}

pub(super) fn child_arrangements(tale: &mut Tale) {
    let began = in_care(tale, date(2025, 9, 1), 200, "care_order");
    with_rose(tale, began);
    left(tale, after(began, 340), "cao", None, "child_arrangements_order");
}

pub(super) fn to_relatives(tale: &mut Tale) {
    let began = in_care(tale, date(2025, 9, 1), 200, "agreement");
    with_rose(tale, began);
    left(tale, after(began, 330), "relative", None, "other");
}

pub(super) fn home(tale: &mut Tale) {
    let began = in_care(tale, date(2025, 9, 1), 200, "agreement");
    with_rose(tale, began);
    let how = tale.pick(&["home_planned", "home_unplanned"]);
    left(tale, after(began, 325), "home", Some(how), "other");
}

/// In care all year: Rose is approved long term, and the health record is asked.
pub(super) fn long_term(tale: &mut Tale) {
    let began = in_care(tale, date(2025, 8, 1), 150, "care_order");
    with_rose(tale, began);
    let day = after(began, 200).to_string();
    let form = [("from_when", &*day), ("placement_type", "relative_long_term"), ("moved_because", "plan_changed")];
    tale.step(after(began, 201), "worker does stay_recorded", &form);
    let away = after(began, 100).to_string();
    let back = after(began, 101).to_string();
    let form = [("absence_kind", "away"), ("absence_from", &*away), ("absence_to", &*back)];
    tale.step(after(began, 101), "worker does absence_recorded", &form);
    let score = tale.rng.u8(0..=40).to_string();
    let form = [
        ("health_year", "2027"),
        ("score", &*score),
        ("convicted", "no"),
        ("development", "yes"),
        ("immunised", "yes"),
        ("dentist", "yes"),
        ("health_assessed", "yes"),
        ("substances", tale.pick(&["no_problem", "helped", "declined", "not_offered"])),
    ];
    tale.step(date(2027, 4, 6), "worker does health_recorded", &form);
}

pub(super) fn back_in_care(tale: &mut Tale) {
    let began = in_care(tale, date(2026, 4, 20), 200, "agreement");
    with_rose(tale, began);
    let order = tale.pick(&["special_guardianship", "child_arrangements_order"]);
    let form = [("earlier_order", order), ("earlier_order_on", "2024-02-20"), ("earlier_order_council", "211")];
    tale.step(after(began, 5), "worker does care_return_recorded", &form);
}

/// A brother and a sister, of whom one comes into care.
pub(super) fn two_children(tale: &mut Tale) {
    let began = in_care(tale, date(2026, 4, 20), 150, "agreement");
    tale.child(began, "Mia Field", "B", 1, 15);
    with_rose(tale, began);
    let form = [("for_children", "Max Field"), ("home_postcode", "SE1 0BA")];
    tale.step(after(began, 2), "worker does care_return_recorded", &form);
}
