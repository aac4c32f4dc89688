//! What letters say: known, typed and left as gaps.

use crate::common::{BODY, HEAD, Home, day, letters, made, sample, typed, write};
use jiff::civil::date;

const TYPED: [(&str, &str); 7] = [
    ("sender_name", "Ann Grey"),
    ("sender_address", "1 Long Lane\nLondon\nSE15 5EB"),
    ("recipient_name", "Ms Okafor"),
    ("child_name", "Sam"),
    ("child_dob", "3/5/2019"),
    ("came_on", "November 2026"),
    ("worries", "Sam does not sleep.\nSam is often ill, and I miss work for it."),
];

#[test]
fn a_letter_with_everything_typed() {
    let (letters, letter) = sample();
    let council = Some("London Borough of Southwark");
    let written = write(letters, letter, &[("child_disabled", "yes")], council, &TYPED);
    insta::assert_snapshot!(written.draft.document().to_text());
    let reply = written.reply.unwrap();
    assert_eq!(reply.by, date(2027, 2, 1));
    assert!(reply.is_assumed && !reply.sureness.is_verified());
    assert_eq!(written.citations.len(), letter.cites.len());
}

#[test]
fn a_letter_with_nothing_typed_has_gaps_and_no_placeholders() {
    let (letters, letter) = sample();
    let written = write(letters, letter, &[], None, &[]);
    insta::assert_snapshot!(written.draft.document().to_text());
}

#[test]
fn no_letter_leaves_a_placeholder_whatever_is_known() {
    for letter in &letters().letters {
        let typed: Vec<(&str, &str)> = letter.fields.iter().map(|id| (id.as_str(), "3 May 2019")).collect();
        for facts in [&[][..], &[("child_disabled", "yes"), ("order_type", "SGO"), ("child_dob", "2019-03-10")]] {
            for values in [&[][..], &typed] {
                for council in [None, Some("Kent County Council")] {
                    let written = write(letters(), letter, facts, council, values);
                    let text = written.draft.document().to_text();
                    assert!(!text.contains(['{', '}', '[', ']']), "{}: {text}", letter.id);
                    let longest = text.lines().map(|line| line.chars().count()).max().unwrap_or_default();
                    assert!(longest <= 72, "{}: {longest}", letter.id);
                }
            }
        }
    }
}

#[test]
fn placeholders_say_what_is_known() {
    let body = "{today}, {council}, {fact child_dob}, {fact order_type}, {fact child_disabled}, {fact savings}.\n\n\
                {when order_type is SGO}\nWith one.\n\n{unless order_type is SGO}\nWithout one.\n\n\
                - {worries}\n\n{came_on} {worries}\n\n{sender_name}";
    let (letters, faults) = made(HEAD, body);
    assert!(faults.is_empty(), "{faults:?}");
    let letter = &letters.letters[0];
    let say = |facts: &[(&str, &str)], council, values: &[(&str, &str)]| {
        write(&letters, letter, facts, council, values).draft.body
    };
    let facts = [("child_dob", "2019-05-03"), ("order_type", "SGO"), ("child_disabled", "yes"), ("savings", "1000")];
    let known = say(&facts, Some("London Borough of Southwark"), &[("worries", "One.\nTwo."), ("sender_name", "Ann")]);
    let unknown = say(&[], None, &[]);
    insta::assert_snapshot!(format!("{known}\n\n=====\n\n{unknown}"));
}

#[test]
fn only_letters_to_the_council_name_it_in_the_address() {
    for (head, address) in [
        (HEAD.to_owned(), "The team\nKent County Council"),
        (HEAD.replace("subject", "council  no\nsubject"), "The team"),
    ] {
        let (letters, faults) = made(&head, BODY);
        assert!(faults.is_empty(), "{faults:?}");
        let written = write(&letters, &letters.letters[0], &[], Some("Kent County Council"), &[]);
        assert_eq!(written.draft.recipient, address);
    }
}

#[test]
fn what_cannot_stand_in_a_letter_is_told_and_kept() {
    let (letters, _) = made(HEAD, BODY);
    let letter = &letters.letters[0];
    let long = "x".repeat(paper::LONGEST_FIELD + 1);
    let (typed, errors) = typed(&letters, letter, &[("came_on", "31 2 2020"), ("worries", &long)]);
    let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(
        errors,
        [
            "The day: enter a real date, like 27 March 2015, or leave it empty",
            "Your worries: this has 2001 letters, and there is room for 2000",
        ]
    );
    assert_eq!((typed.text("came_on"), typed.text("worries")), ("31 2 2020", long.as_str()));
}

#[test]
fn clocks_that_end_give_a_day_for_every_letter() {
    for letter in letters().letters.iter().filter(|letter| letter.clock.is_some()) {
        let home = Home::of(&[]);
        let reply = letter.write(letters(), &home.family(), None, &paper::Typed::default()).reply;
        let clock = day().law.clock(letter.clock.as_deref().unwrap()).unwrap();
        assert_eq!(reply.map(|reply| reply.by), clock.deadline(day().date, &day().law.holidays), "{}", letter.id);
    }
}
