//! Sums that were decided, and what changes in them, with the figures of `law/rates`.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod data;

use casework::Case;
use casework::money::{Why, changes, payments};
use data::{LAW, TABLE, play};
use jiff::civil::{Date, date};
use law::calculation::{Money, Region};

/// A case in which Max, born in May 2014, has an allowance; `every` is how often it is paid.
fn with_allowance(every: &str, more: &str) -> Case {
    let decided = format!(
        "need=Money; answer=yes; what=An allowance; sum=187; every={every}; basis=fostering_minimum; start=2026-03-02; review_on=2027-01-04"
    );
    let text = format!(
        "story    money
title    Money
after    asked
2026-01-08  worker does person_changed
  person          Max Field
  born            2014-05-20
2026-01-12  worker does assessment_begun
  assessment_kind  child_in_need
  assessed_for    Max Field
2026-01-14  worker does wishes_recorded
  child_wishes    To stay
  wishes_how      Asked
2026-01-20  worker does needs_recorded
  needs           need=Money; shown_by=Her pension; whose=carer
  carer_views     I worry.
2026-02-02  worker does assessment_concluded
  summary         Money
  supports_considered  support=s17_assessment; thought=this is it
  supports_considered  support=ehcp; thought=the school is asked
2026-02-02  worker does decision_begun
2026-02-13  manager does decision_made
  facts_relied_on  The assessment
  needs_decided   {decided}
2026-02-16  worker does plan_made
  services        what=An allowance; objective=Keep; provider=the council; start=2026-03-02; sum=187; every={every}; basis=fostering_minimum
  monitor         Ben
  back_up         Ring Ben
  review_on       2027-01-04
{more}"
    );
    play(&text, &TABLE.0, &LAW).case
}

fn pounds(pounds: i64) -> Option<Money> {
    Some(Money::from_pence(pounds * 100))
}

/// What changes up to a day: when, why, from and to which rate.
fn told(case: &Case, after: Date, until: Date) -> Vec<(Date, Why, Option<Money>, Option<Money>)> {
    let all = changes(case, &LAW, Region::RestOfEngland, after, until);
    all.into_iter().map(|change| (change.on, change.why, change.from, change.to)).collect()
}

#[test]
fn a_sum_rises_in_april_and_at_the_birthday_that_moves_the_band() {
    let case = with_allowance("week", "");
    assert_eq!(
        told(&case, date(2025, 1, 1), date(2026, 1, 1)),
        [
            (date(2025, 4, 6), Why::April, pounds(187), pounds(194)),
            (date(2025, 5, 20), Why::Birthday(11), pounds(194), pounds(220)),
        ]
    );
}

#[test]
fn a_birthday_within_the_band_changes_nothing() {
    let case = with_allowance("week", "");
    assert_eq!(told(&case, date(2025, 5, 20), date(2026, 4, 5)), []);
}

#[test]
fn a_year_whose_rates_are_not_known_is_told_once() {
    let case = with_allowance("week", "");
    assert_eq!(told(&case, date(2026, 1, 1), date(2027, 1, 1)), [(date(2026, 4, 6), Why::April, pounds(220), None)]);
}

#[test]
fn the_last_change_is_when_the_child_is_grown_up() {
    let case = with_allowance("week", "");
    let last = told(&case, date(2032, 5, 1), date(2032, 5, 31));
    assert!(last.iter().all(|(on, why, ..)| (*on, *why) == (date(2032, 5, 20), Why::Birthday(18))), "{last:?}");
    assert_eq!(told(&case, date(2032, 5, 20), date(2033, 4, 5)), []);
}

#[test]
fn each_way_to_pay_is_kept_and_a_single_sum_is_no_payment() {
    for every in ["week", "fortnight", "month", "year"] {
        let all = payments(&with_allowance(every, ""));
        assert_eq!(all.iter().map(|payment| payment.every.as_str()).collect::<Vec<_>>(), [every]);
        assert_eq!(all[0].sum, pounds(187).unwrap());
    }
    assert_eq!(payments(&with_allowance("once", "")), []);
}

#[test]
fn what_was_decided_last_is_paid_until_the_plan_ends() {
    let change = "2026-05-01  worker does change_proposed
  what_would_change  More
  reason          The rates
  representations_by  2026-05-10
2026-05-11  manager does plan_changed
  change_is       changed
  services        what=An allowance; objective=Keep; provider=the council; start=2026-05-11; sum=220; every=week; basis=fostering_minimum
  reason          The rates
  from_when       2026-05-11
";
    let raise = "2026-06-01  worker does sum_raised
  sum             230
  every           week
  start           2026-06-01
  raised_because  correction
";
    let end = "2026-07-01  manager does plan_ended
  plan_ended_by   not_wanted
  reason          Rose asked for it.
";
    let sums = |more: &str| payments(&with_allowance("week", more)).iter().map(|one| one.sum).collect::<Vec<_>>();
    assert_eq!(sums(change), [pounds(220).unwrap()]);
    assert_eq!(sums(&format!("{change}{raise}")), [pounds(230).unwrap()]);
    assert_eq!(sums(&format!("{change}{raise}{end}")), []);
    let ended = with_allowance("week", end);
    assert_eq!(told(&ended, date(2026, 1, 1), date(2030, 1, 1)), []);
}
