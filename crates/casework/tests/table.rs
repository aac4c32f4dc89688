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
fn whatever_the_council_decides_about_a_family_is_told_in_a_letter() {
    // An act of a manager that leads somewhere tells somebody, save what is only the council's own order.
    let own =
        ["case_restricted", "case_unrestricted", "case_closed", "arrangement_ended", "request_joined", "meeting_ended"];
    let is_work = |matter: &str| TABLE.0.matter(matter).unwrap().is_work;
    let decides = |act: &&casework::practice::Act| {
        act.who == [casework::Role::Manager] && !act.to.is_empty() && is_work(&act.matter)
    };
    for act in TABLE.0.acts.iter().filter(decides) {
        assert!(!act.tells.is_empty() || own.contains(&act.name.as_str()), "{} tells nobody", act.name);
    }
}
