//! Fairness and overlay of the offers as shipped: proved for every family, and shown by families whom the ordinary
//! engine answers the same.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod shipped;

use law::{Case, Outcome};
use offer::Offer;
use offer::check::{Check, Finding, Report, Witness};
use shipped::{DAY, LAW, OFFERS};
use std::sync::LazyLock;

static REPORTS: LazyLock<Vec<(&'static Offer, Report)>> = LazyLock::new(|| {
    let offers: Vec<&Offer> = OFFERS.iter().collect();
    let mut reports = Vec::new();
    offer::check::each(&DAY, &offers, &Check::ALL, &mut |offer, report| reports.push((offer, report)));
    reports
});

fn found(council: &str, check: Check) -> Vec<(&'static str, &'static str)> {
    let (_, report) = REPORTS.iter().find(|(offer, _)| offer.slug() == council).unwrap();
    report.of(check).map(|finding| (finding.records[0].id.as_str(), finding.id.as_str())).collect()
}

#[test]
fn where_southwark_lets_status_decide() {
    let by = |id: &str| -> Vec<&str> {
        found("southwark", Check::Fairness).into_iter().filter(|(_, one)| *one == id).map(|(name, _)| name).collect()
    };
    assert_eq!(by("status_chosen"), ["childcare", "bursary"]);
    let by_law =
        ["pupil-premium-plus", "admissions-priority", "private-fostering-assessment", "connected-carer-assessment"];
    assert_eq!(by("status_by_law"), by_law);
    assert_eq!(by("status_never"), ["needs-assessment", "benefits-help", "virtual-school"]);
    let (_, report) = REPORTS.iter().find(|(offer, _)| offer.slug() == "southwark").unwrap();
    let chosen = report.of(Check::Fairness).find(|finding| finding.id == "status_chosen").unwrap();
    assert!(chosen.records.iter().any(|record| record.kind == "statement" && record.id == "need-not-status"));
    let by_law = report.of(Check::Fairness).find(|finding| finding.records[0].id == "pupil-premium-plus").unwrap();
    assert!(by_law.cites.iter().any(|cite| cite.provision == "source/S73"));
}

#[test]
fn nobody_else_lets_status_decide() {
    for council in ["gateshead", "hertfordshire"] {
        assert!(found(council, Check::Fairness).iter().all(|(_, id)| *id != "status_chosen"), "{council}");
        assert!(found(council, Check::Overlay).iter().all(|(_, id)| *id == "nothing_taken_away"), "{council}");
    }
}

#[test]
fn what_southwark_takes_away() {
    let taken: Vec<_> = found("southwark", Check::Overlay).into_iter().filter(|(_, id)| *id == "taken_away").collect();
    let names: Vec<&str> = taken.into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["childcare", "bursary", "private-fostering-assessment"]);
}

/// The answer of the ordinary engine: a service or a payment held against one family.
fn engine(offer: &Offer, finding: &Finding, case: &Case) -> Outcome {
    let findings = DAY.find(case);
    let id = &finding.records[0].id;
    match finding.records[0].kind {
        "payment" => {
            let matches = offer.payment_matches(&DAY, &findings, case);
            matches.iter().find(|one| one.payment.id.is(id)).unwrap().answer.outcome
        }
        _ => offer.matches(&DAY, &findings, case).iter().find(|one| one.service.id.is(id)).unwrap().outcome,
    }
}

#[test]
fn the_families_of_a_proof_are_answered_so_by_the_ordinary_engine() {
    for (offer, report) in REPORTS.iter() {
        for finding in &report.findings {
            for Witness { council, law, case, .. } in &finding.families {
                let place = format!("{} {} {case:?}", offer.slug(), finding.title);
                assert!(DAY.clashes(case).is_empty(), "{place}");
                assert_eq!(engine(offer, finding, case), *council, "{place}");
                let tie = |id: &str| offer.service(id).and_then(|service| service.tie.support());
                if let (Some(law), Some(support)) = (law, tie(&finding.records[0].id)) {
                    let findings = DAY.find(case);
                    let national = findings.of(LAW.support_place(support.as_str()).unwrap());
                    assert_eq!((national.outcome, national.is_settled()), (*law, true), "{place}");
                }
            }
        }
    }
}

#[test]
fn two_families_differ_in_status_only() {
    for (offer, report) in REPORTS.iter() {
        for finding in report.of(Check::Fairness) {
            let [one, other] = &finding.families[..] else { continue };
            let plain = |witness: &Witness| -> Vec<String> {
                let same = witness.facts.iter().filter(|fact| !fact.differs);
                same.map(|fact| format!("{} {}", fact.fact, fact.value)).collect()
            };
            assert_eq!(plain(one), plain(other), "{} {}", offer.slug(), finding.title);
            assert!(one.facts.iter().any(|fact| fact.differs), "{} {}", offer.slug(), finding.title);
        }
    }
}

/// The checks come to the same by themselves as together, and every time.
#[test]
fn reports_are_the_same_however_they_are_made() {
    for (offer, report) in REPORTS.iter() {
        assert_eq!(&offer.check(&DAY), report, "{}", offer.slug());
    }
}
