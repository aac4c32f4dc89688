//! Random families that contradict themselves nowhere, and the ways to complete one, for the tests of the whole domain.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

use crate::common;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use law::condition::ConditionKind;
use law::fact::{FactId, Origin, Unit};
use law::rule::Outcome;
use law::value::{Answer, Kind, Value};
use law::{Case, Day, Finding, Findings, Law};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The day on which families are asked about.
pub(crate) static DAY: LazyLock<Day> = LazyLock::new(|| common::day(date(2026, 11, 22)));

/// The outcome of a derived fact's line that leaves the fact to be asked.
const ASKED: u16 = u16::MAX;

/// A few families where tests are quick; as many as wanted elsewhere.
pub(crate) fn tried_on(usual: u32) -> ProptestConfig {
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = usual;
    }
    config
}

/// Facts by their places, each with the seed of its value.
pub(crate) fn said() -> impl Strategy<Value = Vec<(usize, u64)>> {
    (0..160_usize).prop_flat_map(|most| proptest::collection::vec((0..DAY.law.facts.len(), any::<u64>()), 0..=most))
}

pub(crate) fn fact_at(law: &Law, place: usize) -> FactId {
    law.facts.iter().nth(place).unwrap().0
}

pub(crate) fn value(law: &Law, fact: FactId, seed: u64) -> Value {
    let mut rng = fastrand::Rng::with_seed(seed);
    common::value(&law.facts[fact], DAY.date, &mut |below| rng.u64(0..below.max(1)))
}

pub(crate) fn is_told(law: &Law, fact: FactId) -> bool {
    matches!(law.facts[fact].origin, Origin::Told)
}

/// A family that contradicts itself nowhere: what is told first, then what would follow from it, if it may.
pub(crate) fn family(said: &[(usize, u64)]) -> Case {
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
pub(crate) fn complete(case: &Case, seed: u64) -> Case {
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
pub(crate) fn date_of(law: &Law, fact: FactId) -> Option<FactId> {
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
pub(crate) fn possible(findings: &Findings, finding: &Finding) -> BTreeSet<Outcome> {
    let explained = DAY.explain(findings, finding);
    match finding.is_settled() {
        true => BTreeSet::from([explained.outcome]),
        false => explained.possible.iter().map(|(outcome, _)| *outcome).collect(),
    }
}

pub(crate) fn names(finding: &Finding) -> String {
    finding.missing.iter().map(|fact| DAY.law.facts[fact].name.as_str()).collect::<Vec<_>>().join(", ")
}

pub(crate) fn answers(case: &Case) -> String {
    let write = |(fact, answer): (FactId, &Answer)| {
        let fact = &DAY.law.facts[fact];
        match answer {
            Answer::Is(value) => format!("{} {}", fact.name, fact.kind.write(value)),
            Answer::Not(unknown) => format!("{} {}", fact.name, unknown.word()),
        }
    };
    case.answers().map(write).collect::<Vec<_>>().join(", ")
}

pub(crate) fn id(finding: &Finding) -> &str {
    &DAY.law.supports[finding.support].id
}
