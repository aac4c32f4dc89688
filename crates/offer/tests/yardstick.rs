//! The yardstick: what a reader who held the three offers against law and guidance found, line by line. The checks
//! must come to the same.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod shipped;

use offer::check::Verdict;
use offer::check::Verdict::{CannotTell, Fail, Partly, Pass};
use shipped::{DAY, OFFERS};

/// The rows of the yardstick and the lines of the checklist that they are about.
const ROWS: [(&str, &[&str]); 18] = [
    ("E1", &["offer_approach_children", "offer_approach_carers"]),
    ("E2", &["offer_money_child", "offer_money_carer"]),
    ("E3", &["offer_health"]),
    ("E4", &["offer_relationships"]),
    ("E5", &["offer_education"]),
    ("E6", &["offer_accommodation"]),
    ("E7", &["offer_other_services"]),
    ("E8", &["offer_information_received"]),
    ("E9", &["offer_reviewed"]),
    ("E10", &["offer_needs_led"]),
    ("E11", &["offer_all_arrangements"]),
    ("E12", &["offer_fgdm"]),
    ("E13 groups", &["offer_support_groups"]),
    ("E13 legal", &["offer_legal_help"]),
    ("E13 therapy", &["offer_therapeutic"]),
    ("E14", &["offer_senior_manager"]),
    ("E16", &["offer_school"]),
    ("E18", &["offer_complaints"]),
];

/// What the reader wrote, row by row. A row that they left out is not here.
const SOUTHWARK: [(&str, &str, Verdict); 15] = [
    ("E1", "yes (values page)", Pass),
    ("E2", "benefits help mentioned; allowance policy not seen", Partly),
    ("E3", "not seen", CannotTell),
    ("E4", "not seen", CannotTell),
    ("E5", "yes, but most lines are for children who were in care", Pass),
    ("E6", "not seen", CannotTell),
    ("E7", "link to a charity's guides", Partly),
    ("E8", "web only, as far as seen", CannotTell),
    ("E9", "none on any part seen", Fail),
    ("E10", "stated as principle; contradicted by the education lines", Partly),
    ("E11", "yes", Pass),
    ("E12", "not seen", CannotTell),
    ("E13 groups", "monthly group, open-door sessions (old page)", Partly),
    ("E14", "not seen", CannotTell),
    ("E18", "separate page, not joined to the offer", Partly),
];

const GATESHEAD: [(&str, &str, Verdict); 17] = [
    ("E1", "yes", Pass),
    ("E2", "yes (strong on process, no amounts)", Pass),
    ("E3", "partly (CYPS, therapy)", Partly),
    ("E4", "yes", Pass),
    ("E5", "Learning Hub, education named", Pass),
    ("E6", "not seen", CannotTell),
    ("E7", "yes", Pass),
    ("E8", "celebration event, web and PDF", Partly),
    ("E9", "no date seen", CannotTell),
    ("E10", "yes, stated; section 17 open to informal care", Pass),
    ("E11", "yes", Pass),
    ("E12", "yes", Pass),
    ("E13 groups", "yes", Pass),
    ("E13 legal", "named", Partly),
    ("E14", "not seen", CannotTell),
    ("E16", "not seen", CannotTell),
    ("E18", "section 8 exists, not seen", CannotTell),
];

const HERTFORDSHIRE: [(&str, &str, Verdict); 8] = [
    ("E1", "weak", Partly),
    ("E2", "not seen on the page part seen", CannotTell),
    ("E5", "yes", Pass),
    ("E6", "not seen", CannotTell),
    ("E10", "built around orders; informal care has no block of its own", Partly),
    ("E11", "no (informal care missing from the menu)", Fail),
    ("E14", "no", Fail),
    ("E18", "informal: talk to the social worker", Partly),
];

fn check(council: &str, expected: &[(&str, &str, Verdict)]) {
    let report = OFFERS.by_slug(council).unwrap().check(&DAY);
    let mut wrong = Vec::new();
    for (row, wrote, verdict) in expected {
        let (_, duties) = ROWS.iter().find(|(name, _)| name == row).unwrap();
        for duty in *duties {
            let found = report.duty(duty).unwrap_or_else(|| panic!("no line {duty}"));
            if found.verdict != *verdict {
                wrong.push(format!("{row} {duty}: {wrote:?} is {verdict:?}, found {:?}: {found:?}", found.verdict));
            }
        }
    }
    assert!(wrong.is_empty(), "{council}\n{}", wrong.join("\n"));
}

#[test]
fn southwark() {
    check("southwark", &SOUTHWARK);
    check("southwark", &[("E16", "yes (widened to all kinship children)", Pass)]);
}

#[test]
fn gateshead() {
    check("gateshead", &GATESHEAD);
}

#[test]
fn hertfordshire() {
    check("hertfordshire", &HERTFORDSHIRE);
}

/// What nobody read is never held against a council.
#[test]
fn what_was_not_seen_is_never_a_fail() {
    for offer in OFFERS.iter() {
        for finding in offer.check(&DAY).findings {
            if finding.verdict == Fail {
                let seen = !finding.records.is_empty() || !finding.missing.is_empty();
                assert!(seen, "{}: {finding:?}", offer.slug());
            }
        }
    }
}

#[test]
fn before_the_act_began_its_lines_were_not_asked() {
    let before = law::Day::new(shipped::LAW.clone(), "2026-06-28".parse().unwrap()).unwrap();
    for offer in OFFERS.iter() {
        let report = offer.check(&before);
        assert!(report.layer(law::duty::Layer::Statute).all(|finding| finding.verdict == Verdict::NotAsked));
        assert!(report.layer(law::duty::Layer::Guidance).any(|finding| finding.verdict == Pass));
    }
}
