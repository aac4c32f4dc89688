//! Every story of casework goes as it says.

mod data;

use casework::story::{Story, Told, run};

use data::{LAW, TABLE, files};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Every story, in the order of the files: those that others begin after stand in the first. With the faults of reading
/// them, and what came of each.
static STORIES: LazyLock<(Vec<Story>, Vec<String>, Vec<Told>)> = LazyLock::new(|| {
    let (mut all, mut faults) = (Vec::new(), Vec::new());
    for file in files("casework").iter().filter(|file| file.path.starts_with("stories/")) {
        let (stories, found) = Story::read(file);
        all.extend(stories);
        faults.extend(found.iter().map(ToString::to_string));
    }
    let told = run(&all, &TABLE.0, &LAW);
    (all, faults, told)
});

#[test]
fn every_story_goes_as_it_says() {
    let (stories, faults, told) = &*STORIES;
    let wrong = stories
        .iter()
        .zip(told)
        .flat_map(|(story, told)| told.wrong.iter().map(|wrong| format!("{}: {wrong}", story.name)));
    let wrong: Vec<String> = faults.iter().cloned().chain(wrong).collect();
    assert!(wrong.is_empty(), "{} wrong in {} stories:\n{}", wrong.len(), stories.len(), wrong.join("\n"));
    assert!(stories.len() > 20);
}

#[test]
fn every_rule_refuses_in_some_story() {
    let steps = || STORIES.0.iter().flat_map(|story| &story.steps);
    let refused = |rule: &str| {
        steps().any(|step| matches!(&step.is, casework::story::Is::Tries { refused, .. } if refused == rule))
    };
    let never: Vec<&str> = TABLE.0.rules.keys().map(String::as_str).filter(|rule| !refused(rule)).collect();
    // Not in force yet: `tests/court.rs` tries it by a law in which it is.
    assert_eq!(never, ["court_before_meeting"]);
}

#[test]
fn every_rule_is_passed_in_some_story() {
    let done: BTreeSet<&str> =
        STORIES.2.iter().flat_map(|told| &told.events).map(|happened| happened.event.act.as_str()).collect();
    for rule in TABLE.0.rules.keys() {
        let mut acts = TABLE.0.acts.iter().filter(|act| act.refuse.contains(rule));
        let passed = acts.any(|act| done.contains(act.name.as_str()));
        // `tests/court.rs` goes to court.
        assert!(passed || rule == "court_before_meeting", "{rule}");
    }
}

#[test]
fn every_act_is_done_in_some_story() {
    let done: BTreeSet<&str> =
        STORIES.2.iter().flat_map(|told| &told.events).map(|happened| happened.event.act.as_str()).collect();
    let never: Vec<&str> = TABLE.0.acts.iter().map(|act| act.name.as_str()).filter(|act| !done.contains(act)).collect();
    assert_eq!(never, ["court_application_recorded"]);
}

#[test]
fn every_decision_of_the_ombudsman_is_told_in_a_story() {
    let told: BTreeSet<&str> =
        STORIES.0.iter().filter_map(|story| story.source.as_deref()).flat_map(|source| source.split(", ")).collect();
    // A decision has a number; what else the Ombudsman published has a name.
    let is_decision = |id: &&str| {
        id.strip_prefix("ombudsman/").is_some_and(|number| number.starts_with(|sign: char| sign.is_ascii_digit()))
    };
    let ids = LAW.provisions.iter().map(|provision| provision.id.as_str());
    let never: Vec<&str> = ids.filter(is_decision).filter(|id| !told.contains(id)).collect();
    assert_eq!(never, Vec::<&str>::new());
}

#[test]
fn every_source_of_a_story_is_known() {
    for story in &STORIES.0 {
        for source in story.source.iter().flat_map(|source| source.split(", ")) {
            assert!(LAW.provision(source).is_some(), "{}: {source}", story.name);
        }
    }
}

#[test]
fn no_letter_of_any_story_has_a_gap_left() {
    for (story, told) in STORIES.0.iter().zip(&STORIES.2) {
        for happened in &told.events {
            for letter in &happened.event.letters {
                let text = letter.document.to_text();
                assert!(!text.contains(['{', '}']), "{}: {}: {text}", story.name, letter.name);
                assert!(!text.contains("\n\n\n"), "{}: {}: an empty part", story.name, letter.name);
            }
        }
    }
}
