//! A pack for one person tells what is held about them, and of others only what somebody settled.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod data;

use casework::Person;
use casework::chronology::{Mark, Pack, chronology, marks};
use casework::gate::LEFT_OUT;
use casework::story::Told;
use data::{LAW, TABLE, play};
use std::collections::BTreeSet;

const STORY: &str = "story    pack
title    A pack
after    opened
2026-01-06  worker does person_changed
  person          Rose Field
  phone           07700 900123
2026-01-07  worker does note_written
  note            Dawn was well today, and asked for her papers.
2026-01-08  worker does note_written
  note            Rose said that her heart is weak.
2026-01-09  worker does note_written
  note            Somebody rang from +44 7700 900123.
2026-01-10  carer does paper_given
  paper           1 clinic.pdf
  paper_is        health
";

fn told() -> Told {
    play(STORY, &TABLE.0, &LAW)
}

fn dawn(told: &Told) -> &Person {
    told.case.people.iter().find(|person| person.part == "parent").unwrap()
}

fn pack(told: &Told, settled: &BTreeSet<Mark>) -> String {
    let pack = Pack { subject: dawn(told), told: settled };
    plain(&chronology(&told.case, &TABLE.0, &LAW, &told.events, Some(pack)).to_text())
}

/// Lines are broken anywhere.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_tells_of_others_is_left_out_until_it_is_settled() {
    let told = told();
    let text = pack(&told, &BTreeSet::new());
    assert!(text.contains("Dawn was well today"), "{text}");
    for others in ["heart", "900123", "Acacia", "Rose", "Max", "clinic"] {
        assert!(!text.contains(others), "{others}: {text}");
    }
    assert!(text.contains(LEFT_OUT));
}

#[test]
fn what_was_settled_is_told_and_nothing_beside_it() {
    let told = told();
    let all = marks(&told.case, &TABLE.0, &LAW, &told.events, dawn(&told));
    let (heart, _) = all.iter().find(|(_, words)| words.contains("heart")).unwrap();
    let text = pack(&told, &BTreeSet::from([heart.clone()]));
    assert!(text.contains("her heart is weak"), "{text}");
    assert!(!text.contains("900123") && !text.contains("Acacia"), "{text}");
}

#[test]
fn every_thing_left_out_is_a_mark_to_be_looked_at() {
    let told = told();
    let all = marks(&told.case, &TABLE.0, &LAW, &told.events, dawn(&told));
    let text = pack(&told, &BTreeSet::new());
    assert_eq!(text.matches(LEFT_OUT).count(), all.len(), "{text}");
    let settled: BTreeSet<Mark> = all.into_iter().map(|(mark, _)| mark).collect();
    assert!(!pack(&told, &settled).contains(LEFT_OUT));
}

#[test]
fn the_council_sees_all_of_it() {
    let told = told();
    let text = plain(&chronology(&told.case, &TABLE.0, &LAW, &told.events, None).to_text());
    assert!(text.contains("heart is weak") && text.contains("12 Acacia Road") && !text.contains(LEFT_OUT));
}
