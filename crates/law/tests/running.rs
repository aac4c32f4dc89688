//! Which clocks run for a family, as tables: what it says, and the dates that follow.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod common;

use law::{Case, Family};

/// What follows on 25 November 2026: `clock end`, with `?` where something unknown decides.
fn check(said: &[(&str, &str)], expected: &[&str]) {
    let law = common::law();
    let day = common::day("2026-11-25".parse().unwrap());
    let mut case = Case::on(day.date);
    said.iter().for_each(|(fact, value)| case.set_text(fact, value, &law.facts).unwrap());
    let findings = day.find(&case);
    let family = Family { day: &day, findings: &findings, case: &case };
    let clocks = family.clocks();
    let found: Vec<String> =
        clocks.iter().map(|one| format!("{} {}{}", one.clock.id, one.end, if one.sure { "" } else { " ?" })).collect();
    assert_eq!(found, expected, "{said:?}");
}

#[test]
fn a_cousin_three_weeks_in_is_near_private_fostering() {
    let said = [
        ("arrangement_start", "2026-11-04"),
        ("carer_relation", "cousin"),
        ("child_dob", "2018-05-01"),
        ("order_type", "none"),
        ("child_looked_after_now", "no"),
        ("council_involvement_at_start", "none"),
        ("intended_days", "10"),
    ];
    check(&said, &["becomes_private_fostering 2026-12-02", "anyone_may_apply 2029-11-04"]);
}

#[test]
fn a_grandmother_never_hears_of_private_fostering() {
    let said = [
        ("arrangement_start", "2026-11-24"),
        ("carer_relation", "grandparent"),
        ("child_dob", "2018-05-01"),
        ("order_type", "none"),
        ("child_looked_after_now", "no"),
        ("council_involvement_at_start", "none"),
    ];
    check(&said, &["relative_may_apply 2027-11-24"]);
}

#[test]
fn an_uncle_with_approval_for_now_sees_both_ends_of_it() {
    let said = [
        ("arrangement_start", "2026-11-20"),
        ("approval_start", "2026-11-20"),
        ("carer_approval", "reg24_temp"),
        ("carer_relation", "aunt_uncle"),
        ("child_looked_after_now", "yes"),
        ("order_type", "interim_care_order"),
        ("looked_after_since", "2026-11-20"),
    ];
    check(
        &said,
        &[
            "placement_plan 2026-11-27",
            "placement_visit_first 2026-11-27",
            "looked_after_review_first 2026-12-18",
            "temporary_approval 2027-03-12",
            "looked_after_review_second 2027-03-18",
            "temporary_approval_extension 2027-05-07",
            "relative_may_apply 2027-11-20",
        ],
    );
}

#[test]
fn a_special_guardian_sees_the_first_council_end_and_the_yearly_look() {
    let said = [
        ("order_type", "SGO"),
        ("order_date", "2025-03-01"),
        ("child_looked_after_immediately_before_order", "yes"),
        ("allowance_reviewed_on", "2025-04-10"),
    ];
    check(&said, &["special_guardianship_money_review 2026-04-10", "special_guardianship_first_council 2028-03-01"]);
}

#[test]
fn what_is_unknown_is_said_and_not_left_out() {
    check(&[("order_type", "SGO"), ("order_date", "2025-03-01")], &["special_guardianship_first_council 2028-03-01 ?"]);
}

#[test]
fn a_complaint_runs_through_its_stages() {
    let said = [
        ("trouble_known_on", "2026-05-01"),
        ("complaint_made_on", "2026-10-01"),
        ("complaint_stage_two_on", "2026-10-20"),
        ("complaint_stage_two_answer_on", "2026-11-20"),
    ];
    check(
        &said,
        &[
            "complaint_stage_one 2026-10-15",
            "complaint_stage_two 2026-11-24",
            "complaint_panel_request 2026-12-18",
            "complaint_in_time 2027-05-01",
            "ombudsman_complaint 2027-05-01",
        ],
    );
}
