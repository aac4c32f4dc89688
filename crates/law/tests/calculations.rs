//! Calculations over the real law: the sums and dates of the worked cases, tables of edges, and what always holds.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod common;

use jiff::civil::{Date, date};
use law::calculation::*;

fn pounds(text: &str) -> Money {
    Money::parse(text).unwrap()
}

#[test]
fn every_calculation_rests_on_provisions_of_the_law() {
    let law = common::law();
    for info in CALCULATIONS {
        assert!(!info.cites.is_empty(), "{}", info.name);
        for cite in info.citations(&law) {
            assert!(law.provision(&cite.provision).is_some(), "{}: {}", info.name, cite.provision);
        }
    }
}

#[test]
fn child_benefit_passes_on_after_the_claim_week_and_three_more() {
    let law = common::law();
    // Worked case 10: a claim on Wednesday 4 November 2026.
    let kept = child_benefit_hand_over(&law, date(2026, 11, 4), None).unwrap();
    let weeks = [date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16), date(2026, 11, 23)];
    assert_eq!((kept.claim_week, kept.kept_weeks.as_slice()), (date(2026, 11, 2), weeks.as_slice()));
    assert_eq!(kept.cites[0].provision, "source/S22");
    let table = [
        (date(2026, 11, 4), None, date(2026, 11, 30)),
        (date(2026, 11, 2), None, date(2026, 11, 30)),
        (date(2026, 11, 8), None, date(2026, 11, 30)),
        (date(2026, 12, 28), None, date(2027, 1, 25)),
        // Given up before the claim week, in it, in the third week and too late to matter.
        (date(2026, 11, 4), Some(date(2026, 10, 1)), date(2026, 11, 2)),
        (date(2026, 11, 4), Some(date(2026, 11, 3)), date(2026, 11, 9)),
        (date(2026, 11, 4), Some(date(2026, 11, 16)), date(2026, 11, 23)),
        (date(2026, 11, 4), Some(date(2027, 3, 1)), date(2026, 11, 30)),
    ];
    for (claim, given_up, first) in table {
        assert_eq!(child_benefit_hand_over(&law, claim, given_up).unwrap().first_monday, first, "{claim} {given_up:?}");
    }
    assert!(child_benefit_hand_over(&law, Date::MAX, None).is_err());
}

#[test]
fn child_benefit_for_a_week() {
    let law = common::law();
    let table = [
        (date(2026, 11, 22), 0, Some("0"), false),
        (date(2026, 11, 22), 1, Some("27.05"), false),
        (date(2026, 11, 22), 3, Some("62.85"), false),
        (date(2026, 4, 5), 2, Some("43.30"), false),
        // After the last year known, the last figures are shown as such; before the first, none are.
        (date(2027, 4, 6), 2, Some("44.95"), true),
        (date(2025, 4, 5), 2, None, false),
    ];
    for (day, children, total, last_known) in table {
        let sum = child_benefit_week(&law, day, children);
        assert_eq!((sum.total, sum.last_known), (total.map(pounds), last_known), "{children} on {day}");
    }
}

fn child(year: i16, excepted: bool) -> UcChild {
    UcChild { born: date(year, 6, 1), disability: Disability::None, excepted }
}

#[test]
fn universal_credit_for_the_four_children_of_worked_case_11() {
    let law = common::law();
    let family = |excepted| [child(2025, false), child(2012, false), child(2018, excepted), child(2020, excepted)];
    let table = [
        (date(2026, 11, 10), false, "1263.70", vec![]),
        (date(2026, 11, 10), true, "1263.70", vec![]),
        (date(2026, 3, 10), true, "1217.43", vec![]),
        (date(2026, 3, 10), false, "631.81", vec![0, 3]),
    ];
    for (month, excepted, total, left_out) in table {
        let found = universal_credit_children(&law, month, &family(excepted)).unwrap();
        assert_eq!((found.sum.total, found.left_out), (Some(pounds(total)), left_out), "{month} {excepted}");
        assert!(!found.sum.last_known);
    }
}

#[test]
fn universal_credit_edges() {
    let law = common::law();
    let limit = [(date(2026, 4, 5), true), (date(2026, 4, 6), false)];
    for (month, limited) in limit {
        assert_eq!(universal_credit_children(&law, month, &[]).unwrap().limited, limited, "{month}");
    }
    let total = |month, children: &[UcChild]| universal_credit_children(&law, month, children).unwrap().sum.total;
    let (old, new) = (date(2026, 3, 10), date(2026, 5, 10));
    let on = |year, month, day| UcChild { born: date(year, month, day), ..child(2018, false) };
    let table = [
        // Only an eldest child born before 6 April 2017 has the higher amount.
        (new, vec![on(2017, 4, 5)], Some("351.88")),
        (new, vec![on(2017, 4, 6)], Some("303.94")),
        (new, vec![child(2012, false), child(2014, false)], Some("655.82")),
        // Under the limit a third child born before 6 April 2017 was still paid for.
        (old, vec![child(2010, false), child(2012, false), child(2014, false)], Some("924.62")),
        (old, vec![child(2010, false), child(2012, false), child(2018, false)], Some("631.81")),
        (old, vec![child(2018, true), child(2019, true), child(2020, true)], Some("878.43")),
        (new, vec![UcChild { disability: Disability::Higher, ..child(2018, false) }], Some("818.65")),
        (new, vec![UcChild { disability: Disability::Lower, ..child(2018, false) }], Some("468.73")),
        // The additions of 2025-26 are not known, so the whole sum is not.
        (old, vec![UcChild { disability: Disability::Lower, ..child(2018, false) }], None),
    ];
    for (month, children, expected) in table {
        assert_eq!(total(month, &children), expected.map(pounds), "{month} {children:?}");
    }
    assert!(universal_credit_children(&law::Law::default(), new, &[]).is_err());
}

#[test]
fn fostering_allowance_by_age_and_region() {
    let law = common::law();
    let born = date(2025, 12, 10);
    // Worked case 3: 11 months old, South East; 2025-26 is the last table known.
    let baby = fostering_allowance(&law, date(2026, 11, 22), born, Region::SouthEast);
    assert_eq!((baby.age, baby.week.amount, baby.week.last_known), (0, Some(pounds("189")), true));
    let changes: Vec<_> = baby.changes.iter().map(|change| (change.age, change.week)).collect();
    let weeks = [(3, date(2028, 12, 4)), (5, date(2030, 12, 9)), (11, date(2036, 12, 8)), (16, date(2041, 12, 9))];
    assert_eq!(changes, weeks);
    assert_eq!(baby.changes[0].figure.amount, Some(pounds("196")));
    assert_eq!(baby.ends, Some(date(2043, 12, 10)));
    let day = date(2025, 6, 1);
    let table = [
        (day, date(2017, 1, 1), Region::RestOfEngland, Some("194"), false),
        (day, date(2022, 6, 2), Region::London, Some("198"), false),
        (day, date(2022, 6, 1), Region::London, Some("201"), false),
        (day, date(2007, 6, 2), Region::London, Some("299"), false),
        (day, date(2007, 6, 1), Region::London, None, false),
        (day, date(2025, 6, 2), Region::London, None, false),
        (date(2025, 4, 5), date(2017, 1, 1), Region::RestOfEngland, Some("187"), false),
        (date(2024, 4, 5), date(2017, 1, 1), Region::RestOfEngland, None, false),
    ];
    for (day, born, region, week, last_known) in table {
        let found = fostering_allowance(&law, day, born, region).week;
        assert_eq!((found.amount, found.last_known), (week.map(pounds), last_known), "{born} {region:?} on {day}");
    }
}

#[test]
fn the_means_test_of_worked_case_15() {
    let law = common::law();
    let test = |income, outgoings| means_test(&law, &ONE_COUNCIL, pounds(income), pounds(outgoings), pounds("783.49"));
    let first = test("1500", "1100");
    let steps = [first.counted, first.left_over, first.contribution, first.allowance];
    assert_eq!(steps, ["1200", "100", "50", "733.49"].map(pounds));
    let table = [("3500", "1700", "233.49"), ("0", "0", "783.49"), ("1000", "1000", "783.49"), ("100000", "0", "0")];
    for (income, outgoings, allowance) in table {
        assert_eq!(test(income, outgoings).allowance, pounds(allowance), "{income} less {outgoings}");
    }
    // The cut-off: 1,566.98 left over, which with these outgoings is an income of 3,333.73.
    assert_eq!(first.nothing_from_left_over, Some(pounds("1566.98")));
    let cut = first.nothing_from_income.unwrap();
    assert_eq!(cut, pounds("3333.73"));
    assert_eq!(test("3333.73", "1100").allowance, Money::ZERO);
    assert_eq!(test("3333.72", "1100").allowance, pounds("0.01"));
    let named: Vec<_> = first.cites.iter().map(|cite| cite.provision.as_str()).collect();
    assert_eq!(named, ["sgr-2005/13", "source/S48"]);
}

#[test]
fn tax_free_fostering_money() {
    let law = common::law();
    let year = |day| TaxYear::of(day).unwrap();
    let cared = |born, from, to| vec![CaredFor { born, stays: vec![(from, to)] }];
    let (under_11, over_11) = (date(2020, 1, 1), date(2010, 1, 1));
    let (early, late) = (date(2020, 1, 1), date(2030, 1, 1));
    let (now, saturday, sunday) = (date(2026, 11, 22), date(2026, 11, 21), date(2026, 11, 22));
    let table = [
        // 6 April 2026 and 5 April 2027 are both Mondays: 53 in the tax year.
        (now, vec![], Some("20440"), false),
        (now, cared(under_11, early, late), Some("43495"), false),
        (now, cared(over_11, early, late), Some("47735"), false),
        // One day is one week; a Sunday and the Monday after are two.
        (now, cared(under_11, saturday, sunday), Some("20875"), false),
        (now, cared(under_11, sunday, date(2026, 11, 23)), Some("21310"), false),
        // Eleven on Wednesday 11 November: that week is still at the lower amount.
        (now, cared(date(2015, 11, 11), date(2026, 11, 9), sunday), Some("21390"), false),
        (date(2025, 11, 22), cared(under_11, date(2025, 11, 3), date(2025, 11, 16)), Some("20520"), false),
        (date(2027, 11, 22), vec![], Some("20440"), true),
        (date(2023, 11, 22), vec![], None, false),
    ];
    for (day, children, total, last_known) in table {
        let sum = qualifying_care_relief(&law, year(day), &children);
        assert_eq!((sum.total, sum.last_known), (total.map(pounds), last_known), "{day} {children:?}");
        assert_eq!(sum.assumed.len(), 3);
    }
    // Two stays in one week are one week.
    let twice = CaredFor {
        born: date(2020, 1, 1),
        stays: vec![(date(2026, 11, 9), date(2026, 11, 10)), (date(2026, 11, 12), date(2026, 11, 15))],
    };
    assert_eq!(qualifying_care_relief(&law, year(date(2026, 11, 9)), &[twice]).total, Some(pounds("20875")));
}

#[test]
fn temporary_approval_lasts_16_weeks_and_at_most_8_more() {
    let law = common::law();
    // Worked case 3: placed on Friday 20 November 2026.
    let uncle = temporary_approval(&law, date(2026, 11, 20), Some(8)).unwrap();
    assert_eq!((uncle.ends, uncle.longest), (date(2027, 3, 12), date(2027, 5, 7)));
    assert_eq!(uncle.extended_to, Some(uncle.longest));
    assert!(uncle.counting_assumed && !uncle.cites.is_empty());
    let table = [
        (date(2026, 11, 20), None, None),
        (date(2026, 11, 20), Some(3), Some(date(2027, 4, 2))),
        (date(2027, 11, 9), Some(8), Some(date(2028, 4, 25))),
    ];
    for (approved, weeks, to) in table {
        assert_eq!(temporary_approval(&law, approved, weeks).unwrap().extended_to, to, "{approved} {weeks:?}");
    }
    let nine = temporary_approval(&law, date(2026, 11, 20), Some(9)).unwrap_err();
    assert_eq!(nine, CannotCalculate::TooLong { weeks: 9, most: 8 });
    assert_eq!(temporary_approval(&law, Date::MAX, None), Err(CannotCalculate::Calendar));
    assert!(temporary_approval(&law::Law::default(), date(2026, 11, 20), None).is_err());
}
