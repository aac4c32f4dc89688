//! What the words of `content/` must be: whole in English, used, and in each translation like the English.

use super::catalogue::{PAGES, catalogue, read};
use super::said::{Piece, say, say_of, say_with};
use language::{ENGLISH, English, File, Report, Standing, URDU, Words, fact_texts};
use law::Law;
use std::collections::BTreeSet;
use std::path::Path;

/// Everything that is written in Rust and in templates.
fn written() -> String {
    let mut all = String::new();
    for folder in ["src", "templates"] {
        gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut all);
    }
    all
}

fn gather(folder: &Path, into: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => gather(&path, into),
            false => into.push_str(&std::fs::read_to_string(&path).unwrap_or_default()),
        }
    }
}

#[test]
fn every_text_that_is_asked_for_is_there_and_every_text_is_asked_for() {
    let written = written();
    let (english, desk) = (&catalogue().english.words, &catalogue().desk);
    assert_eq!(read().1, []);
    let mut asked = 0;
    for start in ["say(\"", "say_with(\"", "say_many(\"", "say_council(&app, \"", "wrong(\""] {
        for rest in written.split(start).skip(1) {
            let key = rest.split('"').next().unwrap();
            if key.contains('-') && !key.contains([' ', '{', '’']) {
                let is_there = english.digest(key).is_some() || desk.digest(key).is_some();
                assert!(is_there, "{key} is asked for and is in no file of content/en");
                asked += 1;
            }
        }
    }
    assert!(asked > 100, "{asked}");
    let keys = || english.keys().chain(desk.keys());
    let unused: Vec<&str> = keys().filter(|key| !written.contains(&format!("\"{key}\""))).collect();
    assert_eq!(unused, Vec::<&str>::new(), "nothing asks for these");
}

/// How the keys begin of what no one has to translate: questions that are asked late, whole pages of words, and the pages on
/// the law, on checks and editions, and on comparisons.
const ENGLISH_ALONE: [&str; 7] = ["fact-", "page-", "law-", "checks-", "editions-", "compare-", "data-"];

#[test]
fn urdu_is_like_the_english_and_says_what_it_lacks() {
    let (law, _) = Law::load(&crate::routes::tests::law_texts());
    let pages = PAGES.map(|(key, text)| (key.to_owned(), text));
    let mut files = String::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/en/pages"), &mut files);
    let files = [File { path: "content/en/pages", text: &files }];
    let facts = law.facts.iter().flat_map(|(_, fact)| fact_texts(fact));
    let (english, faults) = English::read(&files, facts.chain(pages));
    assert_eq!(faults, []);
    assert_eq!(english.words.keys().count(), catalogue().english.words.keys().count(), "a file is left out");
    let report = Report::of(&english, &catalogue().others[0]);
    for (what, list) in [("unlike", &report.unlike), ("unused", &report.unused), ("changed", &report.changed)] {
        assert_eq!(*list, Vec::<String>::new(), "{what}: see `cargo xtask words ur`");
    }
    let is_english_alone = |key: &str| ENGLISH_ALONE.iter().any(|kind| key.starts_with(kind));
    let other: Vec<&String> = report.missing.iter().filter(|key| !is_english_alone(key)).collect();
    assert_eq!(other, Vec::<&String>::new(), "all that stands around questions is there");
    // The questions asked first can be read whole, with every answer.
    let opening = include_str!("../../../../content/en/opening.txt");
    let asked: BTreeSet<&str> = opening.split("way young").next().unwrap().lines().collect();
    let first = law.facts.iter().filter(|(_, fact)| asked.contains(fact.name.as_str()));
    let texts: Vec<String> = first.flat_map(|(_, fact)| fact_texts(fact)).map(|(key, _)| key).collect();
    assert!(texts.len() > 30);
    let lacking: Vec<&String> = texts.iter().filter(|key| report.missing.contains(key)).collect();
    assert_eq!(lacking, Vec::<&String>::new());
}

#[test]
fn the_words_of_desks_are_all_there_and_no_translation_lacks_them() {
    let mut files = String::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/en/desk"), &mut files);
    let (all, faults) = Words::read(&ENGLISH, &[File { path: "content/en/desk", text: &files }]);
    assert_eq!(faults, []);
    let (english, desk) = (&catalogue().english, &catalogue().desk);
    assert_eq!(all.keys().count(), desk.keys().count(), "a file is left out");
    let twice: Vec<&str> = desk.keys().filter(|key| english.digest(key).is_some()).collect();
    assert_eq!(twice, Vec::<&str>::new(), "these stand in content/en/pages too");
    let report = Report::of(english, &catalogue().others[0]);
    assert!(desk.keys().all(|key| !report.missing.iter().any(|missing| missing == key)));
}

#[test]
fn nobody_is_said_to_have_checked_what_is_a_draft() {
    let english = &catalogue().english;
    let urdu = &catalogue().others[0];
    assert_eq!(urdu.language, URDU);
    let key = "start-title";
    assert_eq!(urdu.standing(key, english.digest(key).unwrap()), Standing::Draft);
    assert_eq!(urdu.standing(key, "another"), Standing::Changed);
    assert!(urdu.say(key, "another", &[]).is_none(), "what was made from other English is not shown");
}

#[test]
fn values_are_written_safely_and_html_stays_in_its_place() {
    let said = say_with("start-meant", [("postcode", "<b>\"&".into())]).to_string();
    assert_eq!(said, "Use &#60;b&#62;&#34;&#38;");
    let said = say_with("arrived-danger", [("phone", Piece::phone("999"))]).to_string();
    assert!(said.ends_with("phone <a href=\"tel:999\">999</a>."), "{said}");
    let ends = [("strong", Piece::start("strong")), ("end", Piece::end("strong"))];
    let typed = [("host", "A\u{e000}\u{e001}".into()), ("people", "3 people".into())];
    let said = say_with("look-lead", [ends, typed].concat()).to_string();
    assert!(
        said.starts_with("News from A. It goes to <strong>3 people</strong>."),
        "what was typed is no mark: {said}"
    );
    assert_eq!(say("frame-back").to_string(), "Back");
    assert_eq!(say_of("fact-nothing-ask", "Is it so?").to_string(), "Is it so?");
    assert_eq!(
        say_with("progress-about", [("many", 1.into())]).to_string(),
        "About 1 more question can still change your answers."
    );
}
