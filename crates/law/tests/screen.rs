//! Screening many families gives, family by family, what finding gives for one.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod common;

use jiff::civil::date;
use law::screen::Screen;
use law::{Findings, Scratch};

/// How many families: a few where tests are quick, a million where `KITH_FAMILIES` says so.
fn families() -> usize {
    std::env::var("KITH_FAMILIES").ok().and_then(|number| number.parse().ok()).unwrap_or(3_000)
}

/// How many families are held at once.
const CHUNK: usize = 10_000;

#[test]
fn many_families_agree_with_one() {
    let day = common::day(date(2026, 11, 22));
    let screen = Screen::new(&day);
    let mut rng = fastrand::Rng::with_seed(22);
    let mut random = |below: u64| rng.u64(0..below.max(1));
    let (mut scratch, mut findings) = (Scratch::default(), Findings::default());
    let (all, mut compared) = (families(), 0);
    for start in (0..all).step_by(CHUNK) {
        let cases: Vec<_> = (start..all.min(start + CHUNK))
            .map(|number| common::family(&day.law, day.date, [95, 80, 50, 10][number % 4], &mut random))
            .collect();
        let mut table = screen.families();
        cases.iter().for_each(|case| table.push(&day, case));
        screen.run(&table, |first, block| {
            for place in 0..block.count {
                day.find_into(&cases[first + place], &mut scratch, &mut findings);
                for finding in findings.iter() {
                    let support = &day.law.supports[finding.support].id;
                    let many = block.outcome(finding.support, place);
                    assert_eq!(many, finding.outcome, "family {} {support}", start + first + place);
                    compared += 1;
                }
            }
        });
    }
    assert_eq!(compared, all * day.law.supports.len());
}
