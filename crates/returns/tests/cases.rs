//! What cases tell: every story of casework, and cases made up on every path, as the returns ask for them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "../../casework/tests/data/mod.rs"]
mod data;
mod made_cases;
mod made_up;
#[path = "../../casework/tests/random/mod.rs"]
#[allow(dead_code, reason = "it is the random cases of casework, of which this uses a part")]
mod random;

use std::collections::BTreeMap;
use std::env;
use std::path::PathBuf;
use std::sync::LazyLock;

use casework::Case;
use casework::story::{Story, Told as Played, run};
use data::{LAW, TABLE, files};
use jiff::civil::date;
use returns::cin::{self, Census};
use returns::{Child, Code, Collection, Missing, Year, faults, ssda903, told};

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

/// Whatever is done in a case, and whatever is said, what is told can be written and what is missing can be named.
#[test]
fn of_any_case_a_child_is_told_in_full_or_something_is_missing() {
    let mut asked = 0;
    for seed in 0..25 {
        let mut going = random::Going::begun(seed);
        (0..120).for_each(|_| drop(going.step()));
        for (ending, collection) in
            [2026, 2027, 2028].into_iter().flat_map(|ending| Collection::ALL.map(|one| (ending, one)))
        {
            let (children, missing) = of(&going.case, ending, collection);
            asked += children.len() + missing.len();
            let is_one = going.case.with_part("child").count() == 1;
            assert!(!is_one || children.is_empty() || missing.is_empty(), "{seed}");
            assert!(missing.iter().all(|missing| TABLE.0.act(missing.act).is_some()), "{seed}");
            let (year, written) = (year(ending), date(2027, 5, 4).at(9, 30, 0, 0));
            let census = Census { year, council: "210", release: "0", serial: 1, written };
            assert!(cin::write(&census, &children).is_ok() && ssda903::write(year, &children).is_ok(), "{seed}");
            drop(faults(year, &children));
        }
    }
    assert!(asked > 200, "{asked}");
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

/// What is told by one field alone, in which return, and what is missing without it.
const TOLD_BY: [(&str, &str, i16, Collection, &str); 31] = {
    use Collection::{Care, Need};
    [
        ("told-in-need", "council_number", 2026, Need, "the council’s own number for the child"),
        ("told-in-need", "sex", 2026, Need, "the child’s sex"),
        ("told-in-need", "ethnicity", 2026, Need, "the child’s ethnic group"),
        ("told-in-need", "upn", 2026, Need, "the child’s pupil number, or why there is none"),
        ("told-in-need", "disabilities", 2026, Need, "the child’s disabilities, or that there is none"),
        ("told-in-need", "born", 2026, Need, "the child’s day of birth, or when the baby is due"),
        ("told-in-need", "asked_by", 2026, Need, "who told the council of the child"),
        ("told-in-need", "main_need", 2026, Need, "the child’s main need"),
        ("told-in-need", "factors_found", 2026, Need, "what the assessment found"),
        ("told-in-need", "closed_because", 2027, Need, "why the work for the child was closed"),
        ("told-after-handing-over", "enquiry_began_on", 2026, Need, "when the enquiry began"),
        ("told-after-handing-over", "conference_due", 2026, Need, "by which day a conference was due"),
        ("told-after-handing-over", "conference", 2026, Need, "what came of the enquiry"),
        ("told-after-handing-over", "steps_began_on", 2027, Need, "when the steps before court began"),
        ("told-after-handing-over", "review_meetings", 2027, Need, "how many more meetings were held before court"),
        ("told-after-handing-over", "steps_outcome", 2027, Need, "how the steps before court ended"),
        ("told-in-care", "care_basis", 2026, Care, "by which law the child is looked after"),
        ("told-in-care", "approved_person", 2026, Care, "who cares for the child"),
        ("told-in-care", "placement_type", 2026, Care, "what kind of home the child is in"),
        ("told-in-care", "placement_provider", 2026, Care, "who provides the home"),
        ("told-in-care", "placement_postcode", 2026, Care, "the postcode of where the child lives"),
        ("told-in-care", "provider_number", 2026, Care, "Ofsted’s number for the provider"),
        ("told-in-care", "home_postcode", 2026, Care, "the postcode of the home the child came from"),
        ("told-in-care", "earlier_order", 2026, Care, "whether the child had lived for good with others before"),
        ("told-in-care", "main_need", 2026, Care, "the child’s main need"),
        ("told-in-care", "took_part", 2026, Care, "how the child took part in the review"),
        ("told-in-care", "worker_number", 2026, Care, "the social worker’s number in the register"),
        ("told-in-care", "worker_change", 2026, Care, "why the child got this social worker"),
        ("told-in-care", "score", 2027, Care, "the score of strengths and difficulties, or why there is none"),
        ("told-in-care", "health_year", 2027, Care, "the health record of the year"),
        ("told-in-care", "care_left_how", 2028, Care, "how the time in care ended"),
    ]
};

#[test]
fn what_nobody_said_is_missing_and_never_made_up() {
    for (name, field, ending, collection, what) in TOLD_BY {
        let mut events = STORIES[name].events.clone();
        events.iter_mut().for_each(|happened| drop(happened.event.values.remove(field)));
        let (children, missing) = of(&Case::after(&TABLE.0, &events), ending, collection);
        let missing: Vec<&str> = missing.iter().map(|missing| missing.what).collect();
        assert!(children.is_empty(), "{name} without {field}: the child is told all the same");
        assert!(missing.contains(&what), "{name} without {field}: {missing:?}");
    }
}

#[test]
fn every_code_of_casework_is_one_of_the_return() {
    use returns::code as set;
    fn known<C: Code>() -> Vec<&'static str> {
        C::ALL.iter().map(|code| code.code()).collect()
    }
    for codes in &TABLE.0.codes {
        let known = match codes.field.as_str() {
            "told_by" | "asked_by" => known::<set::ReferralSource>(),
            "main_need" => known::<set::PrimaryNeed>(),
            "closed_because" => known::<set::Closure>(),
            "factors_found" => known::<set::Factor>(),
            "sex" => known::<set::Sex>(),
            "ethnicity" => known::<set::Ethnicity>(),
            "no_upn_because" => known::<set::UnknownUpn>(),
            "disabilities" => known::<set::Disability>(),
            "legal_status" | "care_basis" => known::<set::LegalStatus>(),
            "placement_type" => known::<set::Placement>(),
            "placement_provider" => known::<set::Provider>(),
            "moved_because" => known::<set::PlaceChange>(),
            "care_left_how" | "care_ended_by" => known::<set::Ceased>(),
            "earlier_order" => known::<set::PreviousPermanence>(),
            "took_part" => known::<set::Participation>(),
            "absence_kind" => known::<set::Missing>(),
            "worker_change" => known::<set::WorkerChange>(),
            "no_score_because" => known::<set::NoScore>(),
            "steps_outcome" => known::<set::PreProceedingsOutcome>(),
            "next" => vec!["true", "false"],
            other => panic!("{other} has codes that nobody reads"),
        };
        for (answer, code) in &codes.codes {
            assert!(
                known.contains(&code.as_str()),
                "{}: {answer} is {code}, which the return does not know",
                codes.field
            );
        }
        // What is asked for the return alone offers all that it takes.
        if codes.leaves_open.is_empty() && codes.field != "next" {
            assert_eq!(codes.codes.len(), known.len(), "{}", codes.field);
        }
    }
    assert_eq!(TABLE.0.first_return(), Some(2026));
    assert_eq!(TABLE.0.code("sex", "female", 2025), None, "codes of a year that we do not hold");
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
