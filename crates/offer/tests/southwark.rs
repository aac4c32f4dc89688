//! Southwark's offer as it stands in `offers/southwark`: it loads, it is whole, and it says to each family what
//! the council's pages say.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod shipped;

use law::Case;
use offer::{Offer, Stated};
use shipped::{DAY, OFFERS, family, reads_back};

fn southwark() -> &'static Offer {
    OFFERS.by_slug("southwark").unwrap()
}

fn check(facts: &str, expected: &str) {
    shipped::check(southwark(), facts, expected);
}

const GRAN: &str = "
    child_dob               2019-03-10
    carer_relation          grandparent
    order_type              none
    child_looked_after_now  no
    looked_after_ever       no
    left_care_through       none
    council_involvement_at_start none
    arrangement_start       2026-09-22
    intended_days           365
    child_disabled          no
    sgo_notice_given        no";

const GUARDIAN: &str = "
    child_dob               2017-03-10
    carer_relation          grandparent
    order_type              SGO
    order_date              2020-05-01
    child_looked_after_now  no
    looked_after_ever       yes
    child_looked_after_immediately_before_order yes
    left_care_through       SGO
    arrangement_start       2019-09-22
    intended_days           4000
    child_disabled          no";

#[test]
fn loads_without_a_fault_and_is_whole() {
    let offer = southwark();
    assert!(
        offer.head.example
            && offer.head.notice.as_deref().is_some_and(|notice| notice.contains("not the council's own"))
    );
    let parts: Vec<u16> = offer.sections.iter().filter_map(|section| section.part.value().copied()).collect();
    assert_eq!(parts, (1..=14).collect::<Vec<_>>());
    let unseen: Vec<u16> = (offer.sections.iter().filter(|section| !section.is_seen()))
        .filter_map(|section| section.part.value().copied())
        .collect();
    assert_eq!(unseen, [1, 4, 6, 8, 9, 10, 11, 12, 13]);
    let counts =
        [offer.pages.len(), offer.services.len(), offer.payments.len(), offer.contacts.len(), offer.remarks.len()];
    assert_eq!(counts, [15, 16, 3, 7, 18]);
    assert_eq!(OFFERS.by_council("E09000028".parse().unwrap()), Some(offer));
}

#[test]
fn every_page_that_was_read_says_when() {
    assert!(southwark().pages.iter().all(|page| page.seen == Stated::Is("2026-11-22".parse().unwrap())));
}

#[test]
fn gran_without_an_order_and_a_child_never_in_care() {
    check(
        GRAN,
        "pupil-premium-plus  no
         admissions-priority no
         bursary             no
         childcare           no
         fair-access         unknown_rule
         virtual-school      may
         designated-teacher  unknown_rule
         signposting         may
         benefits-help       may
         needs-assessment    depends
         private-fostering-assessment no
         connected-carer-assessment   no
         special-guardian-group       unknown_rule",
    );
}

#[test]
fn special_guardian_of_a_child_who_was_in_care() {
    check(
        GUARDIAN,
        "pupil-premium-plus  right
         admissions-priority right
         fair-access         right
         virtual-school      may
         open-door           may
         signposting         unknown_rule
         private-fostering-assessment no",
    );
}

#[test]
fn great_aunt_for_five_weeks_and_for_exactly_twenty_eight_days() {
    let aunt = GRAN.replace("grandparent", "great_aunt_uncle");
    check(&aunt, "private-fostering-assessment right");
    let exactly = aunt.replace("2026-09-22", "2026-11-20").replace("365", "28");
    check(&exactly, "private-fostering-assessment no");
    let case = family(&exactly);
    let taken = shipped::taken_away(southwark(), &case);
    let named: Vec<&str> = taken.iter().map(|(service, _)| service.as_str()).collect();
    assert_eq!(named, ["private-fostering-assessment"], "the law says 28 days or more");
}

#[test]
fn what_is_not_known_is_asked_for_and_is_never_no() {
    check(
        "child_dob 2019-03-10
         carer_relation grandparent
         order_type none",
        "pupil-premium-plus  depends  child_looked_after_now looked_after_ever left_care_through
         benefits-help       may",
    );
}

#[test]
fn a_two_year_old_loses_hours_that_national_law_gives() {
    let case = family(&format!(
        "{}\nuc_household yes\nhousehold_net_earnings_month 200",
        GRAN.replace("2019-03-10", "2024-03-10")
    ));
    let taken = shipped::taken_away(southwark(), &case);
    assert_eq!(taken, [("childcare".to_owned(), "early_ed_2yo".to_owned())]);
}

#[test]
fn versions_of_the_education_page_side_by_side() {
    let offer = southwark();
    let topics = offer.topics();
    assert_eq!(topics.len(), 1);
    let versions = offer.versions(topics[0]);
    let list: Vec<_> = versions.iter().map(|page| (page.id.as_str(), page.current)).collect();
    assert_eq!(list, [("education-v1", false), ("education-v2", false), ("education-v3", true)]);
    assert_eq!(versions[1].url, versions[2].url, "two versions at one address");
    let rows = offer.compare(topics[0]);
    let school = rows.iter().find(|row| row.label == "Virtual school").unwrap();
    assert_eq!(school.cells[0], Stated::NotStated);
    assert!(matches!(school.cells[2], Stated::Is(words) if words.contains("kinship care")));
    let childcare = rows.iter().find(|row| row.label == "Childcare").unwrap();
    assert_eq!(childcare.cells[2], Stated::NotSeen);
    assert!(offer.is_earlier(offer.service("childcare").unwrap()));
    assert!(!offer.is_earlier(offer.service("virtual-school").unwrap()));
}

#[test]
fn writing_and_reading_again_gives_the_same_offer() {
    reads_back(southwark());
}

/// Taking facts away may leave an answer open; it may never turn it into another settled one.
#[test]
fn learning_a_fact_never_changes_a_settled_answer() {
    let settled = |case: &Case| -> Vec<(String, law::Outcome, bool)> {
        let findings = DAY.find(case);
        let matches = southwark().matches(&DAY, &findings, case);
        matches.iter().map(|found| (found.service.id.to_string(), found.outcome, found.missing.is_empty())).collect()
    };
    for facts in [GRAN, GUARDIAN] {
        let lines: Vec<&str> = facts.lines().filter(|line| !line.trim().is_empty()).collect();
        let full = settled(&family(facts));
        for kept in 0..1u32 << lines.len().min(10) {
            let some: Vec<&str> =
                lines.iter().enumerate().filter(|(at, _)| kept >> at & 1 == 1).map(|(_, line)| *line).collect();
            for ((name, less, is_settled), (_, more, _)) in settled(&family(&some.join("\n"))).iter().zip(&full) {
                assert!(!is_settled || less == more, "{name}: {less} became {more}, knowing only {some:?}");
            }
        }
    }
}
