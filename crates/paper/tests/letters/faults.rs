//! Every fault is told with its place and a hint.

use crate::common::{BODY, HEAD, letters, made};

#[test]
fn the_letters_of_this_repository_have_no_fault() {
    assert!(!letters().letters.is_empty());
}

#[test]
fn every_fault_says_where_and_what_to_do() {
    assert!(made(HEAD, BODY).1.is_empty(), "{:?}", made(HEAD, BODY).1);
    let head = |from: &str, to: &str| made(&HEAD.replace(from, to), BODY);
    let body = |from: &str, to: &str| made(HEAD, &BODY.replace(from, to));
    let cases = [
        head("title  Made", "titel  Made"),
        head("ca-1989/17(1)]", "ca-1989/17(999)]"),
        head("cites  [ca-1989/17(1)]\n", ""),
        head("cites  [ca-1989/17(1)]", "cites  none"),
        head("child_disabled", "child_disabeld"),
        head("fits when", "fit when"),
        head("clock  social", "about  s17_mony\nclock  social"),
        head("social_care_assessment", "social_care_assesment"),
        head("worries", "worries, worrys"),
        head("otherwise could\n  because  Perhaps.\n", ""),
        head("  because  Yes.\n", ""),
        head("subject  Made", "council  perhaps\nsubject  Made"),
        body("{came_on}", "{came_in}"),
        body("{came_on}", "{came_on"),
        body("{came_on}", "{came_on} {fact child_bod}"),
        body("{worries}\n\n", ""),
        body("On {came_on}", "{when child_disabeld}\nOn {came_on}"),
        body("On {came_on}", "{when child_disabled}\n\nOn {came_on}"),
        body("On {came_on}", "Now\n{unless child_disabled}\nOn {came_on}"),
        made(&HEAD.replace("clock  social_care_assessment\n", ""), &format!("{BODY} {{reply by}}")),
        made(HEAD, ""),
    ];
    let faults = cases.map(|(_, faults)| faults.iter().map(|fault| format!("{fault}\n")).collect::<String>());
    insta::assert_snapshot!(faults.join("\n"));
}
