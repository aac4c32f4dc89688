//! The table is whole, and says what its documentation says.
#![allow(clippy::unwrap_used, reason = "tests")]

mod data;

use data::TABLE;

#[test]
fn the_table_has_no_faults() {
    let faults: Vec<String> = TABLE.1.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_matter_can_be_brought_to_an_end() {
    for kind in &TABLE.0.matters {
        let ways = TABLE.0.ways(kind);
        let mut reached: Vec<&str> = ways.iter().filter(|way| way.from.is_none()).map(|way| way.to).collect();
        let mut seen = 0;
        while seen < reached.len() {
            seen = reached.len();
            for way in &ways {
                if way.from.is_some_and(|from| reached.contains(&from)) && !reached.contains(&way.to) {
                    reached.push(way.to);
                }
            }
        }
        for stage in &kind.stages {
            assert!(reached.contains(&stage.name.as_str()), "{} never comes to {}", kind.name, stage.name);
        }
        assert!(kind.stages.iter().any(|stage| stage.is_end), "{} never ends", kind.name);
    }
}

#[test]
fn every_act_makes_a_letter_or_says_why_it_makes_none() {
    for act in &TABLE.0.acts {
        assert_eq!(act.tells.is_empty(), act.no_letter.is_some(), "{}", act.name);
        let why = act.no_letter.as_deref().unwrap_or("A letter.");
        assert!(why.ends_with('.') && !why.contains(['{', '}']), "{}: {why}", act.name);
    }
}

#[test]
fn whatever_the_council_decides_about_a_family_is_told_in_a_letter() {
    // These lead somewhere, are no work of the family's own, and decide nothing about what it gets.
    let own = [
        "arrangement_recorded",
        "arrangement_ended",
        "private_fostering_visited",
        "private_fostering_ended",
        "case_opened",
        "case_reopened",
        "panel_met",
        "decision_begun",
        "meeting_answered",
        "meeting_declined",
        "meeting_held",
        "family_plan_recorded",
        "meeting_ended",
    ];
    let is_work = |matter: &str| TABLE.0.matter(matter).unwrap().is_work;
    let leads = |act: &&casework::practice::Act| !act.to.is_empty() && is_work(&act.matter);
    let untold = TABLE.0.acts.iter().filter(leads).filter(|act| act.tells.is_empty());
    assert_eq!(untold.map(|act| act.name.as_str()).collect::<Vec<_>>(), own);
}

#[test]
fn a_fault_names_the_act_that_tells_nobody_and_does_not_say_why() {
    for (from, to, fault) in [
        ("no letter  The carer wrote it.\n", "", "`message_sent` makes no letter and does not say why"),
        (
            "no letter  The carer wrote it.\n",
            "no letter  The carer wrote it.\ntells    carer plan\n",
            "says why it makes none",
        ),
    ] {
        let mut files = data::files("casework");
        for file in files.iter_mut().filter(|file| file.path.ends_with("case.law")) {
            assert!(file.text.contains(from));
            file.text = file.text.replace(from, to);
        }
        let faults = casework::Practice::load(&files, &data::LAW).1;
        assert!(faults.iter().any(|known| known.to_string().contains(fault)), "{faults:?}");
    }
}
