//! What holds of every case, whatever is done in it, by whom, on which day and with which words.
//!
//! `PROPTEST_CASES` sets on how many cases each property is tried.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod data;
mod random;

use casework::gate::LEFT_OUT;
use casework::letter::Letter;
use casework::{Case, Due, Event, Happened, Person, Refusal, Version, due};
use data::{LAW, TABLE};
use proptest::prelude::*;
use random::{Going, SECRETS};
use std::collections::BTreeMap;

fn tried_on(cases: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(cases), failure_persistence: None, ..ProptestConfig::default() }
}

/// How many things are tried in each case.
const STEPS: usize = 90;

/// The day on which each thing that was ever watched was met, by its matter, name and start, and the event that met it.
fn met(case: &Case) -> BTreeMap<(Version, String, Version), Version> {
    let watches = case.matters.iter().flat_map(|matter| matter.watches.iter().map(move |watch| (matter.id, watch)));
    let met = watches
        .filter_map(|(matter, watch)| Some(((matter, watch.what.name().to_owned(), watch.started), watch.met?.1)));
    met.collect()
}

/// Only letters and digits, in small letters, as somebody would look for them who does not care how they are written.
fn plain(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What a letter tells somebody of the three others that it must not.
fn leak(case: &Case, letter: &Letter) -> Option<&'static str> {
    let to = case.person(letter.to)?;
    let text = letter.document.to_text();
    let whole = plain(&text.replace(LEFT_OUT, "\u{F8FF}\u{4E00}"));
    // What somebody had before it was changed is nobody's any more.
    let has = |person: &Person, secret: &str| {
        let known = [&person.address, &person.phone, &person.email, &person.code_word];
        known.into_iter().flatten().any(|text| text.lines().any(|line| line == secret))
    };
    let others = case.people.iter().zip(SECRETS).filter(|(person, _)| person.id != to.id);
    let told = others.flat_map(|(person, secrets)| secrets.into_iter().filter(move |secret| has(person, secret)));
    told.into_iter().find(|secret| match *secret {
        // As a code word these two may be a part of what stands for them.
        "left out" => text.replace(LEFT_OUT, "").to_lowercase().contains("left out"),
        secret => whole.contains(&plain(secret)),
    })
}

/// Whether somebody did what rests on what they did themselves, in the same matter or one that it belongs to.
fn is_alone(before: &Case, event: &Event) -> bool {
    let act = TABLE.0.act(&event.act).unwrap();
    let lineage = before.lineage(event.matter.or(event.within));
    let nearer = lineage.iter().take(lineage.len().saturating_sub(1).max(1)).filter_map(|id| before.matter(*id));
    let done: Vec<_> = nearer.flat_map(|matter| &matter.done).collect();
    act.not_by.iter().any(|name| {
        let last = done.iter().filter(|done| done.act == *name).max_by_key(|done| done.version);
        last.is_some_and(|last| last.by == event.by)
    })
}

proptest! {
    #![proptest_config(tried_on(24))]

    #[test]
    fn whatever_is_tried_the_laws_of_a_case_hold(seed in any::<u64>()) {
        let mut going = Going::begun(seed);
        for _ in 0..STEPS {
            let before = going.case.clone();
            let events = going.events.len();
            let tried = going.step();
            let act = TABLE.0.act(&tried.doing.act).unwrap();
            let may = tried.doing.by.roles.iter().any(|role| act.who.contains(role));
            match tried.came_of_it {
                Err(refusal) => {
                    prop_assert_eq!(&before, &going.case);
                    prop_assert_eq!(events, going.events.len());
                    prop_assert!(!refusal.to_string().is_empty());
                    prop_assert!(may || matches!(refusal, Refusal::NotYours(_)), "{}: {}", act.name, refusal);
                }
                Ok(event) => {
                    prop_assert!(may, "{} was done without the role", event.act);
                    prop_assert!(!is_alone(&before, &event), "{} was done alone", event.act);
                    let text = serde_json::to_string(&event).unwrap();
                    prop_assert_eq!(&serde_json::from_str::<Event>(&text).unwrap(), &event);
                    for letter in &event.letters {
                        let leaks = leak(&before, letter);
                        prop_assert_eq!(leaks, None, "{}: {}", letter.name, letter.document.to_text());
                    }
                    let met_before = met(&before);
                    let met_now = met(&going.case);
                    prop_assert!(met_before.iter().all(|(watch, by)| met_now.get(watch) == Some(by)), "{}", event.act);
                }
            }
        }
    }

    #[test]
    fn a_case_is_the_fold_of_what_happened_in_any_portions(seed in any::<u64>(), part in 0..=100_usize) {
        let mut going = Going::begun(seed);
        let mut then: Vec<Vec<Due>> = vec![];
        for _ in 0..STEPS {
            if going.step().came_of_it.is_ok() {
                then.push(due(&going.case, &LAW));
            }
        }
        let all: &[Happened] = &going.events;
        prop_assert_eq!(&Case::after(&TABLE.0, all), &going.case);
        let (first, rest) = all.split_at(all.len() * part / 100);
        let mut case = Case::after(&TABLE.0, first);
        // What was due on an earlier day does not depend on what came later.
        let begun = all.len() - then.len();
        if let Some(known) = first.len().checked_sub(begun + 1).and_then(|at| then.get(at)) {
            prop_assert_eq!(&due(&case, &LAW), known);
        }
        rest.iter().for_each(|happened| case.take(&TABLE.0, happened));
        prop_assert_eq!(&case, &going.case);
    }

    #[test]
    fn nothing_runs_in_a_matter_that_has_ended(seed in any::<u64>()) {
        let mut going = Going::begun(seed);
        for _ in 0..STEPS {
            going.step();
            let mut ended = going.case.matters.iter().filter(|matter| matter.is_ended && matter.kind != "case");
            prop_assert!(ended.all(|matter| matter.watches.iter().all(|watch| watch.met.is_some())));
        }
    }
}

#[test]
fn random_cases_go_far_enough_to_show_something() {
    let mut done: BTreeMap<String, usize> = BTreeMap::new();
    let (mut letters, mut left_out) = (0, 0);
    for seed in 0..60 {
        let mut going = Going::begun(seed);
        for _ in 0..STEPS {
            if let Ok(event) = going.step().came_of_it {
                letters += event.letters.len();
                let mut texts = event.letters.iter().map(|letter| letter.document.to_text());
                left_out += usize::from(texts.any(|text| text.contains(LEFT_OUT)));
                *done.entry(event.act).or_default() += 1;
            }
        }
    }
    // To be destroyed a case must be older than these become.
    let is_work = |act: &&casework::practice::Act| TABLE.0.matter(&act.matter).is_some_and(|kind| kind.is_work);
    let work: Vec<_> = TABLE.0.acts.iter().filter(is_work).collect();
    let share = work.iter().filter(|act| done.contains_key(&act.name)).count() * 100 / work.len();
    assert!(share >= 75 && letters > 200 && left_out > 50, "{share} in a hundred of the acts, {letters}, {left_out}");
}

#[test]
fn two_matters_side_by_side_need_a_second_person_each() {
    // Two assessments of one request: somebody else proposed to refuse the other one later.
    let mut going = Going::begun(6_473_816_700_550_999_372);
    for _ in 0..STEPS {
        let before = going.case.clone();
        if let Ok(event) = going.step().came_of_it {
            assert!(!is_alone(&before, &event), "{} was done alone", event.act);
        }
    }
}
