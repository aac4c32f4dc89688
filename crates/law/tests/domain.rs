//! What must hold for every family and every day, over the real law and random families of which part is known.
//!
//! `PROPTEST_CASES` sets how many families each property is tried on.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod common;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use law::ask::{AskScratch, Question};
use law::condition::ConditionKind;
use law::fact::{FactId, Origin, Unit};
use law::find::FactSet;
use law::rule::Outcome;
use law::value::{Answer, Kind, Value};
use law::{Case, Day, Finding, Findings, Law, Scratch};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The day on which families are asked about.
static DAY: LazyLock<Day> = LazyLock::new(|| common::day(date(2026, 11, 22)));

/// The outcome of a derived fact's line that leaves the fact to be asked.
const ASKED: u16 = u16::MAX;

/// The worth that rounding alone can give a question.
const ROUNDING: f32 = 0.001;

/// A few families where tests are quick; as many as wanted elsewhere.
fn families(usual: u32) -> ProptestConfig {
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = usual;
    }
    config
}

/// Facts by their places, each with the seed of its value.
fn said() -> impl Strategy<Value = Vec<(usize, u64)>> {
    (0..160_usize).prop_flat_map(|most| proptest::collection::vec((0..DAY.law.facts.len(), any::<u64>()), 0..=most))
}

fn fact_at(law: &Law, place: usize) -> FactId {
    law.facts.iter().nth(place).unwrap().0
}

fn value(law: &Law, fact: FactId, seed: u64) -> Value {
    let mut rng = fastrand::Rng::with_seed(seed);
    common::value(&law.facts[fact], DAY.date, &mut |below| rng.u64(0..below.max(1)))
}

fn is_told(law: &Law, fact: FactId) -> bool {
    matches!(law.facts[fact].origin, Origin::Told)
}

/// A family that contradicts itself nowhere: what is told first, then what would follow from it, if it may.
fn family(said: &[(usize, u64)]) -> Case {
    let law = &DAY.law;
    let mut case = Case::on(DAY.date);
    let answers = said.iter().map(|(place, seed)| (fact_at(law, *place), *seed));
    let (told, followed): (Vec<_>, Vec<_>) = answers.partition(|(fact, _)| is_told(law, *fact));
    for (fact, seed) in told {
        case.set(fact, Answer::Is(value(law, fact, seed)));
    }
    let mut dates = BTreeSet::new();
    for (fact, seed) in followed.into_iter().take(6) {
        // Two spans since one date that is not told could contradict each other.
        if matches!(law.facts[fact].origin, Origin::Since { date, .. } if !dates.insert(date)) {
            continue;
        }
        case.set(fact, Answer::Is(value(law, fact, seed)));
        if !DAY.clashes(&case).is_empty() {
            case.unset(fact);
        }
    }
    case
}

/// The case with every fact that can be told, told, and every derived fact that is left to be asked, said.
fn complete(case: &Case, seed: u64) -> Case {
    let law = &DAY.law;
    let mut rng = fastrand::Rng::with_seed(seed);
    let mut full = case.clone();
    for (fact, answer) in case.answers() {
        if let (Some(date), Answer::Is(Value::Amount(count))) = (date_of(law, fact), answer) {
            full.set(date, Answer::Is(Value::Date(date_before(law, fact, *count / 1000, &mut rng))));
        }
    }
    for (fact, _) in law.facts.iter() {
        if is_told(law, fact) && full.get(fact).is_none() {
            full.set(fact, Answer::Is(value(law, fact, rng.u64(..))));
        }
    }
    while let Some((fact, possible)) = next_asked(law, &full) {
        let places: Vec<u16> = (0..64).filter(|place| possible >> place & 1 == 1).collect();
        let place = places[rng.usize(..places.len())];
        let yes_no = law.facts[fact].kind == Kind::YesNo;
        full.set(fact, Answer::Is(if yes_no { Value::YesNo(place == 1) } else { Value::Choice(place) }));
    }
    full
}

/// A date from which a span counts so many whole units to the day.
fn date_before(law: &Law, span: FactId, count: i64, rng: &mut fastrand::Rng) -> Date {
    let Origin::Since { unit, .. } = law.facts[span].origin else { return DAY.date };
    let (whole, most) = match unit {
        Unit::Years => (count.years(), 360),
        Unit::Months => (count.months(), 27),
        Unit::Weeks => (count.weeks(), 6),
        Unit::Days => (count.days(), 0),
    };
    DAY.date - whole - rng.i32(0..=most).days()
}

/// The date fact that a span is counted from.
fn date_of(law: &Law, fact: FactId) -> Option<FactId> {
    match law.facts[fact].origin {
        Origin::Since { date, .. } => Some(date),
        _ => None,
    }
}

/// A derived fact that only a person can settle, while all it rests on is settled; and the values it may have.
fn next_asked(law: &Law, case: &Case) -> Option<(FactId, u64)> {
    let findings = DAY.find(case);
    let settled = |fact: FactId| !law.facts[fact].is_derived() || findings.derived(fact).is_some();
    law.facts.iter().find_map(|(id, fact)| {
        let Origin::Derived(lines) = &fact.origin else { return None };
        if settled(id) || !lines.all().any(|line| line.outcome == ASKED) {
            return None;
        }
        let mut rests_on_settled = true;
        for when in lines.lines.iter().filter_map(|line| line.when.as_ref()) {
            when.walk(&mut |part| {
                if let ConditionKind::Fact(other, _) = part.kind {
                    rests_on_settled &= settled(other);
                }
            });
        }
        rests_on_settled.then(|| (id, findings.derived_values(id)))
    })
}

/// Every outcome a finding may still come to.
fn possible(findings: &Findings, finding: &Finding) -> BTreeSet<Outcome> {
    let explained = DAY.explain(findings, finding);
    match finding.is_settled() {
        true => BTreeSet::from([explained.outcome]),
        false => explained.possible.iter().map(|(outcome, _)| *outcome).collect(),
    }
}

fn names(finding: &Finding) -> String {
    finding.missing.iter().map(|fact| DAY.law.facts[fact].name.as_str()).collect::<Vec<_>>().join(", ")
}

fn answers(case: &Case) -> String {
    let write = |(fact, answer): (FactId, &Answer)| {
        let fact = &DAY.law.facts[fact];
        match answer {
            Answer::Is(value) => format!("{} {}", fact.name, fact.kind.write(value)),
            Answer::Not(unknown) => format!("{} {}", fact.name, unknown.word()),
        }
    };
    case.answers().map(write).collect::<Vec<_>>().join(", ")
}

fn id(finding: &Finding) -> &str {
    &DAY.law.supports[finding.support].id
}

proptest! {
    #![proptest_config(families(24))]

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
        if let Some(date) = date_of(law, fact) {
            let spans_date = |(other, _): (FactId, &Answer)| other == date || date_of(law, other) == Some(date);
            prop_assume!(!case.answers().any(spans_date));
        }
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
    fn every_explanation_cites_something(said in said()) {
        let case = family(&said);
        let findings = DAY.find(&case);
        for finding in findings.iter() {
            let explained = DAY.explain(&findings, finding);
            prop_assert!(!explained.cites.is_empty(), "{} rests on nothing", id(finding));
            prop_assert_eq!(explained.missing.is_empty(), finding.is_settled());
            prop_assert_eq!(explained.possible.is_empty(), finding.is_settled(), "{}", id(finding));
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
            prop_assert!(missed.contains(fact) || worth < ROUNDING, "{} is asked for nothing", DAY.law.facts[fact].name);
            prop_assert!(worth > 0.0 && case.get(fact).is_none() && DAY.law.facts[fact].can_be_asked());
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
