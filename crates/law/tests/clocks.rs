//! Clocks: for every clock of the real law that has a length, a day it starts and the last day in time.
//!
//! Counted by hand. Bank holidays that matter: Easter is 3 and 6 April in 2026 and 26 and 29 March in 2027;
//! in 2026 Boxing Day is a Saturday, so Monday 28 December is a holiday.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod common;

use jiff::civil::Date;
use law::clock::Length;
use std::collections::BTreeSet;

const TABLE: &[(&str, &str, &str)] = &[
    // Working days: over a weekend, over Christmas and New Year, over Easter, over one Monday holiday.
    ("referral_decision", "2026-11-20", "2026-11-23"),
    ("referral_decision", "2026-12-24", "2026-12-29"),
    ("referral_decision", "2026-04-02", "2026-04-07"),
    ("referral_decision", "2022-09-16", "2022-09-20"),
    ("social_care_assessment", "2026-11-23", "2027-01-28"),
    ("social_care_assessment", "2026-02-20", "2026-04-28"),
    ("child_protection_conference", "2026-12-21", "2027-01-14"),
    ("core_group", "2026-03-30", "2026-04-15"),
    ("care_plan", "2026-12-18", "2027-01-06"),
    ("placement_plan", "2027-03-24", "2027-04-02"),
    ("looked_after_review_first", "2026-12-07", "2027-01-07"),
    ("independent_review_papers", "2026-05-01", "2026-05-18"),
    ("private_fostering_first_visit", "2026-12-22", "2027-01-05"),
    ("private_fostering_visit_after_late_notice", "2026-08-24", "2026-09-03"),
    ("complaint_stage_one", "2026-12-23", "2027-01-11"),
    ("complaint_stage_two", "2026-11-30", "2027-01-07"),
    ("complaint_panel_request", "2026-04-20", "2026-05-19"),
    ("complaint_panel_meets", "2026-11-16", "2026-12-30"),
    ("complaint_panel_report", "2026-05-22", "2026-06-01"),
    ("complaint_final_response", "2027-03-15", "2027-04-07"),
    ("complaint_acknowledged", "2026-12-23", "2027-01-04"),
    ("complaint_corporate_stage_one", "2026-12-23", "2027-01-11"),
    ("complaint_corporate_stage_two", "2026-04-20", "2026-05-19"),
    // Hours are told in whole days.
    ("becomes_looked_after", "2026-12-31", "2027-01-01"),
    ("private_fostering_arrival_notice", "2026-12-24", "2026-12-26"),
    ("private_fostering_change_notice", "2028-02-28", "2028-03-01"),
    ("private_fostering_end_notice", "2027-02-27", "2027-03-01"),
    ("police_protection", "2026-04-03", "2026-04-06"),
    // Calendar days and weeks do not stop for holidays.
    ("emergency_protection_order", "2026-12-22", "2026-12-30"),
    ("non_approval_challenge", "2028-02-01", "2028-02-29"),
    ("foster_resignation", "2027-02-01", "2027-03-01"),
    ("becomes_private_fostering", "2026-12-04", "2027-01-01"),
    ("special_guardian_written_confirmation", "2026-12-25", "2027-01-01"),
    ("special_guardian_statement_reminder", "2026-03-31", "2026-04-28"),
    ("temporary_approval", "2026-11-20", "2027-03-12"),
    ("temporary_approval", "2027-11-09", "2028-02-29"),
    ("temporary_approval_extension", "2027-03-12", "2027-05-07"),
    ("placement_visit_first", "2026-12-18", "2026-12-25"),
    ("placement_visit_temporary", "2028-02-22", "2028-02-29"),
    ("placement_visit_temporary_later", "2026-11-27", "2026-12-25"),
    ("placement_visit_year_one", "2026-11-20", "2027-01-01"),
    ("placement_visit_later", "2026-01-01", "2026-02-12"),
    ("private_fostering_notice", "2026-10-01", "2026-11-12"),
    ("private_fostering_visits_year_one", "2027-02-01", "2027-03-15"),
    ("private_fostering_visits_later", "2026-12-10", "2027-03-04"),
    ("school_holiday_private_fostering", "2026-07-22", "2026-08-05"),
    ("care_case", "2026-08-31", "2027-03-01"),
    // Months end on the same day of the month, or on the last where there is no such day.
    ("kinship_offer_duty_begins", "2026-04-29", "2026-06-28"),
    ("child_protection_review_first", "2026-11-30", "2027-02-28"),
    ("child_protection_review_later", "2026-08-31", "2027-02-28"),
    ("special_guardianship_notice", "2027-11-30", "2028-02-29"),
    ("placement_visit_later_long_term", "2026-11-22", "2027-02-22"),
    ("looked_after_review_second", "2026-12-31", "2027-03-31"),
    ("looked_after_review_later", "2026-10-31", "2027-04-30"),
    ("health_reassessment_under_5", "2026-09-30", "2027-03-30"),
    ("health_reassessment_5_and_over", "2028-02-29", "2029-02-28"),
    ("special_guardianship_service_review", "2026-11-22", "2027-11-22"),
    ("ombudsman_complaint", "2027-02-28", "2028-02-28"),
    ("abroad_with_lives_with_order", "2027-01-31", "2027-02-28"),
    ("abroad_with_special_guardian", "2026-12-01", "2027-03-01"),
    // Years, with 29 February at either end.
    ("complaint_in_time", "2028-02-29", "2029-02-28"),
    ("foster_approval_review", "2027-02-28", "2028-02-28"),
    ("relative_may_apply", "2026-11-22", "2027-11-22"),
    ("anyone_may_apply", "2024-02-29", "2027-02-28"),
    ("special_guardianship_first_council", "2025-02-28", "2028-02-28"),
    ("special_guardianship_money_review", "2026-12-25", "2027-12-25"),
    ("former_foster_carer_reward", "2026-02-28", "2028-02-28"),
];

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn every_clock_ends_when_counted_by_hand() {
    let law = common::law();
    for (id, start, end) in TABLE {
        let clock = law.clock(id).unwrap_or_else(|| unreachable!("there is no clock {id}"));
        assert_eq!(clock.deadline(day(start), &law.holidays), Some(day(end)), "{id} from {start}");
    }
}

#[test]
fn every_clock_with_a_length_is_in_the_table() {
    let law = common::law();
    let told: BTreeSet<&str> = TABLE.iter().map(|(id, ..)| *id).collect();
    for clock in &law.clocks {
        let open = matches!(clock.length, Length::Open | Length::Precondition | Length::SetByCouncil);
        assert_eq!(told.contains(clock.id.as_str()), !open, "{}", clock.id);
        assert_eq!(clock.deadline(day("2026-11-22"), &law.holidays).is_none(), open, "{}", clock.id);
    }
}

#[test]
fn the_offer_duty_began_on_the_day_after_its_two_months() {
    let law = common::law();
    let clock = law.clock("kinship_offer_duty_begins").unwrap();
    assert!(clock.counts_first_day, "the day of Royal Assent is day one");
    let last = clock.deadline(day("2026-04-29"), &law.holidays).unwrap();
    assert_eq!(last.tomorrow().unwrap(), day("2026-06-29"));
}

#[test]
fn no_clock_ends_before_it_starts_or_where_the_calendar_does() {
    let law = common::law();
    for clock in &law.clocks {
        for start in [day("2014-01-01"), day("2026-12-24"), day("2028-02-29"), day("2030-12-31")] {
            if let Some(end) = clock.deadline(start, &law.holidays) {
                assert!(end > start, "{} from {start}", clock.id);
            }
        }
        assert_eq!(clock.deadline(Date::MAX, &law.holidays), None, "{}", clock.id);
    }
}
