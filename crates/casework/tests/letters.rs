//! What the letters of casework say, word for word, to one family; and what none of them may hold.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod data;

use casework::letter::Letter;
use casework::story::{Story, Told, run};
use data::{LAW, TABLE, files};
use paper::Block;
use std::sync::LazyLock;

/// Every story, with what came of it.
static STORIES: LazyLock<Vec<(Story, Told)>> = LazyLock::new(|| {
    let files = files("casework");
    let files = files.iter().filter(|file| file.path.starts_with("stories/"));
    let stories: Vec<Story> = files.flat_map(|file| Story::read(file).0).collect();
    let told = run(&stories, &TABLE.0, &LAW);
    stories.into_iter().zip(told).collect()
});

/// Every letter of a story.
fn letters(told: &Told) -> impl DoubleEndedIterator<Item = &Letter> {
    told.events.iter().flat_map(|happened| &happened.event.letters)
}

/// The last letter of that name to somebody in the story of the letters.
#[track_caller]
fn written(name: &str, to: &str) -> String {
    written_in("letters", name, to)
}

/// The last letter of that name to somebody in a story.
#[track_caller]
fn written_in(story: &str, name: &str, to: &str) -> String {
    let (_, told) = STORIES.iter().find(|(known, _)| known.name == story).unwrap();
    assert!(told.wrong.is_empty(), "{:#?}", told.wrong);
    let id = told.case.people.iter().find(|person| person.name == to).unwrap().id;
    let found = letters(told).rfind(|letter| letter.name == name && letter.to == id);
    found.unwrap_or_else(|| panic!("no {name}")).document.to_text()
}

#[test]
fn a_request_is_answered() {
    insta::assert_snapshot!(written("request-decided", "Rose Field"));
}

#[test]
fn the_status_is_told_with_what_it_means() {
    insta::assert_snapshot!(written("status-notice", "Rose Field"));
}

#[test]
fn a_decision_answers_each_need() {
    insta::assert_snapshot!(written("decision", "Rose Field"));
}

#[test]
fn an_invitation_tells_only_what_may_be_told() {
    let (rose, dawn) = (written("invitation", "Rose Field"), written("invitation", "Dawn Field"));
    insta::assert_snapshot!(format!("{rose}\n\n=====\n\n{dawn}"));
}

#[test]
fn a_family_plan_is_answered_with_reasons() {
    insta::assert_snapshot!(written("family-plan", "Dawn Field"));
}

#[test]
fn who_gets_a_part_of_a_plan_reads_only_their_own_rows() {
    let story = "plan-shared-in-parts";
    let (dawn, jim) =
        (written_in(story, "family-plan-part", "Dawn Field"), written_in(story, "family-plan-part", "Jim Field"));
    insta::assert_snapshot!(dawn);
    for (letter, own) in [(&dawn, "Takes Max to the hub on Fridays"), (&jim, "Takes Max to the park, by 8 March 2026")]
    {
        assert!(letter.contains(own), "{letter}");
        let of_others =
            ["Takes Max to the hub", "Takes Max to the park", "Rings the surgery", "doctor", "Aunt May", "Sundays"];
        for words in of_others.into_iter().filter(|words| !own.starts_with(words)) {
            assert!(!letter.contains(words), "{words}: {letter}");
        }
    }
    assert!(written_in(story, "family-plan", "Rose Field").contains("sees her doctor"));
    let (_, told) = STORIES.iter().find(|(known, _)| known.name == story).unwrap();
    let people = &told.case.people;
    let to = |name: &str| people.iter().find(|person| person.name == name).unwrap().id;
    let answered = told.events.iter().find(|happened| happened.event.act == "family_plan_answered").unwrap();
    let sent: Vec<_> = answered.event.letters.iter().map(|letter| letter.to).collect();
    assert_eq!(sent.len(), 2, "who gets nothing of the plan is sent nothing");
    assert!(sent.contains(&to("Rose Field")) && sent.contains(&to("Dawn Field")));
}

#[test]
fn a_change_is_decided_after_the_answer() {
    insta::assert_snapshot!(written("plan-changed", "Rose Field"));
}

#[test]
fn an_investigation_ends_with_the_way_on() {
    insta::assert_snapshot!(written("stage-two-answer", "Rose Field"));
}

#[test]
fn a_decision_on_care_says_that_help_does_not_depend_on_it() {
    insta::assert_snapshot!(written("care-decision", "Rose Field"));
}

#[test]
fn no_letter_holds_a_gap_or_an_empty_part() {
    let mut read = 0;
    for (story, told) in STORIES.iter() {
        for letter in letters(told) {
            let place = format!("{} in {}", letter.name, story.name);
            assert!(!letter.document.title.contains(['{', '}']), "{place}");
            for block in &letter.document.blocks {
                let words = words(block);
                assert!(!words.is_empty() && words.iter().all(|words| !words.trim().is_empty()), "{place}: {block:?}");
                assert!(!words.iter().any(|words| words.contains(['{', '}'])), "{place}: {block:?}");
            }
            read += 1;
        }
    }
    assert!(read > 80, "{read} letters were read");
}

#[test]
fn nobody_is_written_to_twice_at_once() {
    for (story, told) in STORIES.iter() {
        for happened in &told.events {
            let mut sent: Vec<_> = happened.event.letters.iter().map(|letter| (&letter.name, letter.to)).collect();
            sent.sort();
            assert!(sent.windows(2).all(|two| two[0] != two[1]), "{}: {}", story.name, happened.event.act);
        }
    }
}

#[test]
fn a_subject_line_tells_nobody_whose_case_it_is() {
    for (story, told) in STORIES.iter() {
        for letter in letters(told) {
            let title = &letter.document.title;
            let names = told.case.people.iter().flat_map(|person| person.name.split_whitespace());
            for name in names {
                assert!(!title.contains(name), "{} in {}: {title}", letter.name, story.name);
            }
            let is_invitation = letter.name == "invitation";
            assert!(!is_invitation || title == "An invitation", "{}: {title}", story.name);
        }
    }
}

/// The words of a block, one for each line, item or paragraph.
fn words(block: &Block) -> Vec<String> {
    let joined = |text: &paper::Text| text.iter().map(|span| span.words.as_str()).collect::<String>();
    match block {
        Block::Heading { text, .. } => vec![text.clone()],
        Block::Lines { lines, .. } => lines.clone(),
        Block::Paragraph { text } | Block::Note { text } => vec![joined(text)],
        Block::List { items, .. } => items.iter().map(joined).collect(),
        Block::Table { rows, .. } => rows.iter().flatten().map(joined).collect(),
        Block::Space { .. } => vec!["a space".to_owned()],
    }
}

#[test]
fn every_letter_is_sent_in_some_story() {
    let sent: Vec<&str> =
        STORIES.iter().flat_map(|(_, told)| letters(told)).map(|letter| letter.name.as_str()).collect();
    let told = TABLE.0.acts.iter().flat_map(|act| &act.tells);
    let never: Vec<&str> = told.map(|tells| tells.letter.as_str()).filter(|name| !sent.contains(name)).collect();
    assert!(never.is_empty(), "no story sends {}", never.join(", "));
}
