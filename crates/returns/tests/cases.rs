//! What cases tell: every story of casework, and cases made up on every path, as the returns ask for them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "../../casework/tests/data/mod.rs"]
mod data;
mod made_cases;
mod made_up;

use std::collections::BTreeMap;
use std::env;
use std::path::PathBuf;
use std::sync::LazyLock;

use casework::Case;
use casework::story::{Story, Told as Played, run};
use data::{LAW, TABLE, files};
use returns::{Child, Collection, Missing, Year, faults, told};

/// Every story of casework by its name, with what came of it.
static STORIES: LazyLock<BTreeMap<String, Played>> = LazyLock::new(|| {
    let all = files("casework").into_iter().filter(|file| file.path.starts_with("stories/"));
    let all: Vec<Story> = all.flat_map(|file| Story::read(&file).0).collect();
    let played = run(&all, &TABLE.0, &LAW);
    all.into_iter().map(|story| story.name).zip(played).collect()
});

fn year(ending: i16) -> Year {
    Year::ending(ending).expect("a year")
}

fn of(case: &Case, ending: i16, collection: Collection) -> (Vec<Child>, Vec<Missing>) {
    let told = told(case, &TABLE.0, year(ending), collection);
    (told.children, told.missing)
}

#[test]
fn whatever_is_missing_can_be_told_where_it_is_said_to_be() {
    let mut seen = 0;
    for (name, played) in &*STORIES {
        for (ending, collection) in
            [2026, 2027, 2028].into_iter().flat_map(|ending| Collection::ALL.map(|one| (ending, one)))
        {
            for missing in of(&played.case, ending, collection).1 {
                seen += 1;
                let act = TABLE.0.act(missing.act).unwrap_or_else(|| panic!("{name}: no act {}", missing.act));
                let matter = missing.matter.and_then(|id| played.case.matter(id)).expect("a matter");
                let kind = TABLE.0.matter(&matter.kind).expect("a kind");
                let fits = match act.begins {
                    true => TABLE.0.matter(&act.matter).is_some_and(|begun| begun.within.contains(&kind.name)),
                    false => {
                        act.matter == kind.name && kind.stage(&matter.stage).is_some_and(|stage| act.fits_stage(stage))
                    }
                };
                assert!(fits, "{name}, {ending}: {} cannot be told by {} in {}", missing.what, act.name, matter.stage);
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn no_child_of_a_story_is_told_with_a_fault() {
    let mut seen = 0;
    for (name, played) in &*STORIES {
        for (ending, collection) in [2026, 2027].into_iter().flat_map(|ending| Collection::ALL.map(|one| (ending, one)))
        {
            let children = of(&played.case, ending, collection).0;
            seen += children.len();
            let found = faults(year(ending), &children);
            assert!(found.is_empty(), "{name}, {ending}: {}", found[0]);
        }
    }
    assert!(seen >= 8, "{seen}");
}

#[test]
fn families_of_whom_all_was_written_down_are_told_in_full() {
    for (name, ending, collection, referrals, stays) in [
        ("told-in-need", 2026, Collection::Need, 1, 0),
        ("told-in-need", 2027, Collection::Need, 1, 0),
        ("told-after-handing-over", 2026, Collection::Need, 1, 0),
        ("told-after-handing-over", 2027, Collection::Need, 1, 0),
        ("told-in-care", 2026, Collection::Need, 1, 0),
        ("told-in-care", 2026, Collection::Care, 0, 1),
        ("told-in-care", 2027, Collection::Care, 0, 2),
        ("told-in-care", 2028, Collection::Care, 0, 2),
    ] {
        let (children, missing) = of(&STORIES[name].case, ending, collection);
        assert_eq!(missing, [], "{name}, {ending}");
        let child = children.first().unwrap_or_else(|| panic!("{name}, {ending}: nobody"));
        assert_eq!(child.referrals.len(), referrals, "{name}, {ending}");
        assert_eq!(child.care.iter().flat_map(|care| &care.stays).count(), stays, "{name}, {ending}");
    }
}

#[test]
fn cases_on_every_path_are_told_in_full_and_without_faults() {
    let told_in_full = ["told-in-need", "told-after-handing-over", "told-in-care"];
    let of_stories = told_in_full.iter().map(|name| STORIES[*name].case.clone());
    let cases: Vec<Case> = made_cases::cases(20_270_331, 320).into_iter().chain(of_stories).collect();
    for ending in [2026, 2027] {
        let mut all = Vec::new();
        for collection in Collection::ALL {
            let told = cases.iter().map(|case| of(case, ending, collection));
            let (children, missing): (Vec<_>, Vec<_>) = told.unzip();
            let missing: Vec<Missing> = missing.into_iter().flatten().collect();
            assert!(missing.is_empty(), "{ending}: {} missing, such as {:?}", missing.len(), missing[0]);
            let children: Vec<Child> = children.into_iter().flatten().collect();
            let found = faults(year(ending), &children);
            assert!(found.is_empty(), "{ending}: {} faults, such as {}", found.len(), found[0]);
            assert!(children.len() > 40, "{ending}: {}", children.len());
            all.push(children);
        }
        if let Some(folder) = env::var_os("KITH_RETURNS") {
            let folder = PathBuf::from(folder).join("cases").join(ending.to_string());
            made_up::files::write_each(&folder, year(ending), &all[0], &all[1]);
        }
    }
}
