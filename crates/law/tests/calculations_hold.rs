//! What holds for every calculation, whatever it is given.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod common;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use law::calculation::*;
use proptest::prelude::*;

fn any_day() -> impl Strategy<Value = Date> {
    (0..9_000_i32).prop_map(|days| date(2014, 1, 1) + days.days())
}

proptest! {
    #[test]
    fn a_hand_over_is_a_monday_at_least_three_weeks_after_the_claim_week(claim in any_day()) {
        let law = law::Law::default();
        let kept = child_benefit_hand_over(&law, claim, None).unwrap();
        let sunday = kept.claim_week + 6.days();
        prop_assert_eq!(kept.first_monday.weekday(), Weekday::Monday);
        prop_assert!(kept.claim_week <= claim && claim <= sunday);
        prop_assert!(kept.first_monday >= sunday + 3.weeks());
    }

    #[test]
    fn giving_up_never_delays_a_hand_over(claim in any_day(), days in -60..60_i32, later in 0..30_i32) {
        let law = law::Law::default();
        let first = |given_up| child_benefit_hand_over(&law, claim, given_up).unwrap().first_monday;
        let (one, two) = (claim + days.days(), claim + (days + later).days());
        prop_assert_eq!(first(Some(one)).weekday(), Weekday::Monday);
        prop_assert!(first(Some(one)) <= first(Some(two)));
        prop_assert!(first(Some(two)) <= first(None));
    }

    #[test]
    fn a_means_test_is_never_negative_and_falls_as_income_rises(
        income in -10_000..1_000_000_i64,
        more in 0..100_000_i64,
        outgoings in -10_000..500_000_i64,
        full in 0..200_000_i64,
        taken_off in 0..=100_u8,
        share in 0..=100_u8,
    ) {
        let law = law::Law::default();
        let model =
            MeansTestModel { taken_off: Percent::whole(taken_off), share: Percent::whole(share), ..ONE_COUNCIL };
        let test = |income| {
            let sums = [income, outgoings, full].map(Money::from_pence);
            means_test(&law, &model, sums[0], sums[1], sums[2])
        };
        let (less, greater) = (test(income), test(income + more));
        prop_assert!(greater.allowance >= Money::ZERO);
        prop_assert!(greater.allowance <= less.allowance);
        prop_assert!(less.allowance <= Money::from_pence(full));
        if let Some(cut) = less.nothing_from_income {
            let cut = cut.thousandths() / 10;
            prop_assert_eq!(test(cut).allowance, Money::ZERO);
            if full > 0 && cut > 0 {
                prop_assert!(test(cut - 1).allowance > Money::ZERO);
            }
        }
    }

    #[test]
    fn every_band_change_is_a_birthday(born in any_day(), ahead in 0..7_000_i32) {
        let law = common::law();
        let day = born + ahead.days();
        let found = fostering_allowance(&law, day, born, Region::London);
        for change in &found.changes {
            prop_assert!(change.birthday > day);
            let then = fostering_allowance(&law, change.birthday, born, Region::London);
            let before = fostering_allowance(&law, change.birthday.yesterday().unwrap(), born, Region::London);
            prop_assert_eq!((then.age, before.age), (change.age, change.age - 1));
            prop_assert_eq!(&then.week, &change.figure);
            prop_assert!(change.week <= change.birthday && change.birthday <= change.week + 6.days());
        }
    }

    #[test]
    fn more_children_never_bring_less_universal_credit(
        born in proptest::collection::vec((any_day(), any::<bool>()), 0..7),
        old in any::<bool>(),
    ) {
        let law = common::law();
        let month = if old { date(2026, 3, 10) } else { date(2026, 11, 10) };
        let children: Vec<_> = born
            .iter()
            .map(|(born, excepted)| UcChild { born: *born, disability: Disability::None, excepted: *excepted })
            .collect();
        let total = |count| universal_credit_children(&law, month, &children[..count]).unwrap().sum.total;
        for count in 1..=children.len() {
            prop_assert!(total(count - 1) <= total(count));
        }
    }
}
