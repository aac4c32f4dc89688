//! What must hold for every family and every day, over the real law and random families of which part is known.
//!
//! `PROPTEST_CASES` sets how many families each property is tried on.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod common;
mod families;

use families::{DAY, answers, complete, date_of, fact_at, family, id, is_told, names, possible, said, tried_on, value};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use law::ask::{AskScratch, Question};
use law::fact::FactId;
use law::find::FactSet;
use law::rule::Outcome;
use law::value::{Answer, Value};
use law::{Ahead, Amount, Case, Day, Finding, Findings, Scratch};
use proptest::prelude::*;
use std::collections::BTreeSet;

proptest! {
    #![proptest_config(tried_on(24))]

    #[test]
    fn completing_a_family_never_contradicts_what_was_settled(said in said(), seed in any::<u64>()) {
        let case = family(&said);
        let findings = DAY.find(&case);
        let completed = complete(&case, seed);
        let full = DAY.find(&completed);
        for (part, whole) in findings.iter().zip(full.iter()) {
            prop_assert!(whole.is_settled(), "{} still misses {}", id(whole), names(whole));
            if part.is_settled() {
                prop_assert_eq!(part.outcome, whole.outcome, "{} of {}", id(part), answers(&case));
            } else {
                // A line resting on a rate with no value yet can end in "the rule is not known".
                let expected = possible(&findings, part);
                prop_assert!(
                    expected.contains(&whole.outcome) || whole.outcome == Outcome::UnknownRule,
                    "{} came to {}, none of {expected:?}, of {}", id(part), whole.outcome, answers(&case)
                );
            }
        }
    }

    #[test]
    fn learning_one_more_fact_never_turns_a_settled_outcome_into_another(
        said in said(),
        more in (0..DAY.law.facts.len(), any::<u64>()),
    ) {
        let law = &DAY.law;
        let case = family(&said);
        let fact = fact_at(law, more.0);
        prop_assume!(case.get(fact).is_none());
        let before = DAY.find(&case);
        let mut wiser = case.clone();
        let learnt = value(law, fact, more.1);
        if law.facts[fact].is_derived() {
            // Only what the other facts still allow can be learnt of a fact that follows from them.
            let place = match &learnt {
                Value::YesNo(yes) => u16::from(*yes),
                Value::Choice(place) => *place,
                _ => 0,
            };
            prop_assume!(before.derived_values(fact) >> place & 1 == 1);
        }
        // A date and the spans counted from it could contradict each other.
        let date = date_of(law, fact).unwrap_or(fact);
        prop_assume!(!case.answers().any(|(other, _)| other == date || date_of(law, other) == Some(date)));
        wiser.set(fact, Answer::Is(learnt));
        let after = DAY.find(&wiser);
        for (old, new) in before.iter().zip(after.iter()).filter(|(old, _)| old.is_settled()) {
            if new.is_settled() {
                prop_assert_eq!(old.outcome, new.outcome, "{} after {}", id(old), law.facts[fact].name);
            } else {
                // Said directly, a derived fact no longer speaks for the facts it would have followed from.
                prop_assert!(law.facts[fact].is_derived(), "{} unsettled by {}", id(old), law.facts[fact].name);
                prop_assert!(possible(&after, new).contains(&old.outcome), "{}", id(old));
            }
        }
    }

    #[test]
    fn the_order_of_answers_never_matters(said in said(), seed in any::<u64>()) {
        let case = family(&said);
        let mut answers: Vec<_> = case.answers().map(|(fact, answer)| (fact, answer.clone())).collect();
        fastrand::Rng::with_seed(seed).shuffle(&mut answers);
        let (mut scratch, mut ask) = (Scratch::default(), AskScratch::default());
        let (mut findings, mut questions) = (Findings::default(), Vec::new());
        let mut shuffled = Case::on(DAY.date);
        for (place, (fact, answer)) in answers.into_iter().enumerate() {
            shuffled.set(fact, answer);
            // Memory used along the way must leave nothing behind.
            if place % 16 == 0 {
                DAY.find_into(&shuffled, &mut scratch, &mut findings);
                DAY.questions_with(&shuffled, &findings, &mut ask);
            }
        }
        DAY.find_into(&shuffled, &mut scratch, &mut findings);
        questions.extend(DAY.questions_with(&shuffled, &findings, &mut ask));
        let at_once = DAY.find(&case);
        prop_assert!(at_once.iter().eq(findings.iter()));
        prop_assert_eq!(DAY.questions(&case, &at_once), questions);
    }

    #[test]
    fn looking_ahead_asks_what_would_be_asked(said in said(), more in said()) {
        let mut case = family(&said);
        let mut ahead = Ahead::new(&DAY, &case, &DAY.find(&case));
        for (fact, answer) in family(&more).answers() {
            case.set(fact, answer.clone());
            ahead.take(fact, answer.clone());
        }
        let questions = DAY.questions(&case, &DAY.find(&case));
        for question in &questions {
            prop_assert_eq!(ahead.first(&[question.fact]), Some(question.fact));
        }
        prop_assert_eq!(ahead.has_more(), !questions.is_empty());
        prop_assert_eq!(ahead.questions(), questions);
    }

    #[test]
    fn in_brief_is_what_is_explained(said in said()) {
        let findings = DAY.find(&family(&said));
        for finding in findings.iter() {
            let (brief, explained) = (DAY.brief(&findings, finding), DAY.explain(&findings, finding));
            prop_assert_eq!(brief.because, explained.because);
            for outcome in Outcome::ALL {
                prop_assert_eq!(brief.can_be(outcome), explained.can_be(outcome), "{} {}", id(finding), outcome);
            }
            let bare = DAY.bare_amounts(&findings, finding.support).into_iter();
            let amounts = DAY.amounts(&findings, finding.support).into_iter();
            let is_the_same = bare.eq(amounts.map(|amount| Amount { cites: Vec::new(), ..amount }));
            prop_assert!(is_the_same, "{}", id(finding));
        }
    }

    #[test]
    fn every_explanation_cites_something(said in said()) {
        let case = family(&said);
        let findings = DAY.find(&case);
        for finding in findings.iter() {
            let explained = DAY.explain(&findings, finding);
            prop_assert!(!explained.cites.is_empty(), "{} rests on nothing", id(finding));
            prop_assert_eq!(explained.missing.is_empty(), finding.is_settled());
            let one_line = finding.line().is_some() || finding.is_not_on_this_day();
            prop_assert_eq!(explained.possible.is_empty(), one_line, "{}", id(finding));
        }
    }

    #[test]
    fn facts_that_are_not_missing_change_nothing(said in said(), seed in any::<u64>()) {
        let law = &DAY.law;
        let case = family(&said);
        let findings = DAY.find(&case);
        let spanned: BTreeSet<FactId> = case.answers().filter_map(|(fact, _)| date_of(law, fact)).collect();
        let mut rng = fastrand::Rng::with_seed(seed);
        let mut unsettled: Vec<&Finding> = findings.iter().filter(|finding| !finding.is_settled()).collect();
        rng.shuffle(&mut unsettled);
        for finding in unsettled.into_iter().take(4) {
            let mut other = case.clone();
            for (fact, _) in law.facts.iter() {
                let free = is_told(law, fact) && case.get(fact).is_none() && !spanned.contains(&fact);
                if free && !finding.missing.contains(fact) {
                    other.set(fact, Answer::Is(value(law, fact, rng.u64(..))));
                }
            }
            let changed = DAY.find(&other);
            let same = changed.of(finding.support);
            prop_assert_eq!(finding.missing, same.missing, "{}", id(finding));
            prop_assert_eq!(possible(&findings, finding), possible(&changed, same), "{}", id(finding));
        }
    }

    #[test]
    fn the_next_question_is_always_the_same_and_always_worth_asking(said in said()) {
        let case = family(&said);
        let findings = DAY.find(&case);
        let questions = DAY.questions(&case, &findings);
        prop_assert_eq!(DAY.next_question(&case, &DAY.find(&case.clone())), questions.first().copied());
        let mut missed = FactSet::default();
        findings.iter().for_each(|finding| missed.extend(&finding.missing));
        for Question { fact, worth } in questions {
            let name = &DAY.law.facts[fact].name;
            prop_assert!(missed.contains(fact), "{name} is asked for nothing");
            prop_assert!(worth >= 0.0 && case.get(fact).is_none() && DAY.law.facts[fact].can_be_asked());
        }
    }
}

/// For a fact that a finding misses: a case in which that fact alone decides, found by settling all others.
fn alone(case: &Case, support: usize, fact: FactId, rng: &mut fastrand::Rng) -> Option<Case> {
    let law = &DAY.law;
    let mut case = case.clone();
    for _ in 0..400 {
        let missing = DAY.find(&case).of(support).missing;
        let Some(other) = missing.iter().find(|other| *other != fact) else { return Some(case) };
        let kept = (0..12).any(|_| {
            case.set(other, Answer::Is(value(law, other, rng.u64(..))));
            DAY.find(&case).of(support).missing.contains(fact)
        });
        if !kept {
            return None;
        }
    }
    None
}

#[test]
fn a_missing_fact_can_decide_alone() {
    let law = &DAY.law;
    let mut rng = fastrand::Rng::with_seed(2026);
    let (mut tried, mut decided) = (0, 0);
    for number in 0..12 {
        let said: Vec<_> = (0..number * 8).map(|_| (rng.usize(..law.facts.len()), rng.u64(..))).collect();
        let case = family(&said);
        let findings = DAY.find(&case);
        let unsettled: Vec<_> = findings.iter().filter(|finding| !finding.is_settled()).collect();
        let Some(finding) = rng.choice(unsettled) else { continue };
        let missing: Vec<FactId> = finding.missing.iter().collect();
        let Some(fact) = rng.choice(missing) else { continue };
        tried += 1;
        let Some(ready) = alone(&case, finding.support, fact, &mut rng) else { continue };
        let outcomes: BTreeSet<Outcome> = (0..60)
            .map(|_| {
                let mut told = ready.clone();
                told.set(fact, Answer::Is(value(law, fact, rng.u64(..))));
                DAY.find(&told).of(finding.support).outcome
            })
            .collect();
        decided += usize::from(outcomes.len() > 1);
    }
    assert!(tried >= 8 && decided * 2 >= tried, "of {tried} missing facts only {decided} were seen to decide");
}

#[test]
fn every_day_can_be_asked_about() {
    let (first, last) = (date(2014, 1, 1), date(2030, 12, 31));
    let mut rng = fastrand::Rng::with_seed(2014);
    let span = (last - first).get_days();
    let mut days = vec![first, date(2016, 2, 29), date(2026, 4, 5), date(2026, 4, 6), last];
    days.extend((0..5).map(|_| first + rng.i32(0..=span).days()));
    for day in days {
        let law = common::law();
        let found = Day::new(law.clone(), day).unwrap();
        let findings = found.find(&Case::on(day));
        assert_eq!(findings.iter().count(), law.supports.len(), "{day}");
        for finding in findings.iter() {
            assert!(!found.explain(&findings, finding).cites.is_empty(), "{day}");
        }
    }
}

#[test]
fn every_turning_day_is_a_day_of_the_calendar() {
    let days: Vec<Date> = law::day::turning_days(&common::law());
    assert!(days.contains(&date(2026, 4, 6)) && days.windows(2).all(|pair| pair[0] < pair[1]));
}
