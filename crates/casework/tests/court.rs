//! Section 31ZA of the Children Act, as it will be once it is in force: a family meeting before the council goes to court.
//! The Act that puts it in was passed, and no day has been named from which it counts. So no story of `casework/stories` can
//! be refused by its rule; here the law is read as if a day had been named.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod data;

use casework::Practice;
use data::{LAW, TABLE, files, play};
use law::Law;
use std::sync::{Arc, LazyLock};

/// The law with section 31ZA in force from December 2025.
static IN_FORCE: LazyLock<Arc<Law>> = LazyLock::new(|| commenced("2025-12-01"));
static TABLE_THEN: LazyLock<Practice> = LazyLock::new(|| Practice::load(&files("casework"), &IN_FORCE).0);

/// The law with section 31ZA in force from a day.
fn commenced(day: &str) -> Arc<Law> {
    let mut files = files("law");
    for file in files.iter_mut().filter(|file| file.path.ends_with("ca-1989.law")) {
        let mut entries: Vec<String> = file.text.split("\n\n").map(str::to_owned).collect();
        let mut changed = 0;
        for entry in entries.iter_mut().filter(|entry| entry.contains("provision   ca-1989/31ZA")) {
            *entry = entry.replace("in force    not commenced", &format!("in force    from {day}"));
            changed += 1;
        }
        assert!(changed >= 9);
        file.text = entries.join("\n\n");
    }
    Arc::new(Law::load(&files).0)
}

const APPLY: &str = "manager does court_application_recorded
  court_order     care
  applied_on      2026-01-31
  reason          He is not safe at home.
";
const REFUSED: &str = "manager tries court_application_recorded refused court_before_meeting
  court_order     care
  applied_on      2026-01-31
  reason          He is not safe at home.
";

fn offer(in_letter: &str) -> String {
    format!(
        "2026-01-12  worker does meeting_offered
  offered_to      Dawn Field, Rose Field
  offered_on      2026-01-12
  letter_before_court  {in_letter}
  why_meet        How can Max be safe?
"
    )
}

fn answer(day: u8, person: &str, accepted: &str) -> String {
    format!("2026-01-{day}  worker does meeting_answered\n  person          {person}\n  accepted        {accepted}\n")
}

fn in_force(steps: &str) {
    play(&format!("story    court\ntitle    Court\nafter    opened\n{steps}"), &TABLE_THEN, &IN_FORCE);
}

const HELD: &str = "2026-02-01  coordinator does child_part_settled
  child_takes_part  advocate
  child_wishes    To be with nan
  advocate_offered  yes
2026-02-20  coordinator does meeting_held
  held_on         2026-02-20
  came            Rose Field, Dawn Field
  information_told  What we worry about
  family_time_alone  yes
";

#[test]
fn while_it_is_not_in_force_no_act_is_refused_by_it() {
    play(&format!("story    court\ntitle    Court\nafter    opened\n2026-03-01  {APPLY}"), &TABLE.0, &LAW);
}

#[test]
fn it_counts_from_its_first_day_and_not_the_day_before() {
    let law = commenced("2026-02-20");
    let table = Practice::load(&files("casework"), &law).0;
    let on = |day: u8, step: &str| {
        play(&format!("story    court\ntitle    Court\nafter    opened\n2026-02-{day}  {step}"), &table, &law);
    };
    on(19, APPLY);
    on(20, REFUSED);
}

#[test]
fn without_an_offer_the_council_does_not_go_to_court() {
    in_force(&format!("2026-03-01  {REFUSED}"));
    // An offer made for another reason is not the one in the letter before proceedings.
    in_force(&format!("{}2026-03-01  {REFUSED}", offer("no")));
}

#[test]
fn once_one_person_accepts_the_meeting_is_held_first() {
    let one = format!("{}{}{}", offer("yes"), answer(14, "Dawn Field", "no"), answer(15, "Rose Field", "yes"));
    in_force(&format!("{one}2026-01-31  {REFUSED}{HELD}2026-03-01  {APPLY}"));
}

#[test]
fn where_everybody_declines_the_council_may_go_on() {
    let nobody = format!("{}{}{}", offer("yes"), answer(14, "Dawn Field", "no"), answer(15, "Rose Field", "no"));
    in_force(&format!("{nobody}2026-01-20  worker does meeting_declined\n2026-03-01  {APPLY}"));
    // Whoever said yes may change their mind.
    let changed = format!("{}{}{}", offer("yes"), answer(14, "Dawn Field", "yes"), answer(15, "Dawn Field", "no"));
    in_force(&format!("{changed}2026-03-01  {APPLY}"));
}

#[test]
fn where_a_meeting_is_against_the_childs_interests_its_reasons_stand_instead() {
    let words = "  reason          Dawn was hurt by Rose’s son.\n  what_else_was_tried  Talks with each alone\n";
    in_force(&format!("2026-01-12  manager does meeting_not_offered\n{words}2026-03-01  {APPLY}"));
    let accepted = format!("{}{}", offer("yes"), answer(15, "Rose Field", "yes"));
    in_force(&format!(
        "{accepted}2026-02-01  {REFUSED}2026-02-02  manager does meeting_not_in_interests\n{words}2026-03-01  {APPLY}"
    ));
}

#[test]
fn an_emergency_does_not_wait() {
    in_force(&format!("2026-03-01  {}", APPLY.replace("care\n", "emergency\n")));
}
