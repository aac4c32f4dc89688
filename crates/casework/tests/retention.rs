//! How long a case is kept: the table, what is wrong in one, and what is so of any case.
#![allow(clippy::unwrap_used, reason = "tests")]

mod data;
mod random;

use casework::practice::Practice;
use casework::retention::{Lacks, due};
use casework::story::Told;
use casework::{Doing, Officer, Role, Value, Values, Who, decide};
use data::{LAW, TABLE, files, play};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use law::Day;
use law::text::SourceFile;
use proptest::prelude::*;
use random::Going;
use std::sync::LazyLock;

static DAY: LazyLock<Day> = LazyLock::new(|| Day::new(LAW.clone(), date(2026, 1, 5)).unwrap());

fn told(steps: &str) -> Told {
    play(&format!("story    here\ntitle    Here\n{steps}"), &TABLE.0, &LAW)
}

fn person(name: &str, part: &str, born: &str) -> String {
    let born = if born.is_empty() { String::new() } else { format!("\n  born  {born}") };
    format!("2026-01-05  worker does person_added\n  name  {name}\n  part  {part}\n  relationship  family{born}\n")
}

const OPENED: &str = "2026-01-05  worker does case_opened\n  reference  KL-7\n  opened_because  Asked\n";
const CARE: &str = "2026-01-06  manager does care_decided\n  care_answer  become\n  care_reasons  prevented\n  \
    objection  nobody\n  child_wishes  I like it here.\n  facts_relied_on  The visit.\n  reason  Nobody else can.\n";
const ARRANGED: &str = "2026-01-05  worker does arrangement_recorded\n  who_asked  parent\n  asked_to_care_on  2026-01-02\n  \
    who_was_there  Us\n  who_moved  parent\n  said_on_money  Nothing\n  said_on_status  Nothing\n  \
    other_choice  Nobody knows\n  carer_says  The same\n";
const MEETING: &str = "2026-03-01  worker does meeting_offered\n  offered_to  Ann\n  offered_on  2026-03-01\n  \
    letter_before_court  no\n  why_meet  Who helps?\n";

#[test]
fn each_kind_of_case_is_kept_as_the_table_says() {
    let max = person("Max", "child", "2019-03-02");
    let ann = person("Ann", "parent", "");
    let died = |on: &str| format!("2099-01-01  worker does death_recorded\n  person  Max\n  died_on  {on}\n");
    let cases: [(&str, String, Option<Date>); 9] = [
        ("nothing but opened", max.clone(), Some(date(2028, 1, 5))),
        ("born on a leap day", person("Max", "child", "2020-02-29") + ARRANGED + CARE, Some(date(2095, 3, 1))),
        ("looked after", max.clone() + ARRANGED + CARE, Some(date(2094, 3, 2))),
        ("died young", max.clone() + ARRANGED + CARE + &died("2030-05-01"), Some(date(2102, 1, 1))),
        ("died on the day before 18", max.clone() + ARRANGED + CARE + &died("2037-03-01"), Some(date(2102, 1, 1))),
        ("died at 18", max.clone() + ARRANGED + CARE + &died("2037-03-02"), Some(date(2102, 1, 1))),
        ("a meeting", max.clone() + &ann + MEETING, Some(date(2040, 3, 2))),
        ("a meeting, with nobody’s birth", person("Max", "child", "") + &ann + MEETING, None),
        ("a meeting, and no child", ann.clone() + MEETING, None),
    ];
    for (what, steps, until) in cases {
        let told = told(&format!("{OPENED}{steps}"));
        assert_eq!(due(&told.case, &TABLE.0, date(2026, 6, 1)).until, until, "{what}");
    }
}

#[test]
fn an_early_death_counts_and_a_late_one_does_not() {
    let of_care = |steps: &str| {
        let max = person("Max", "child", "2019-03-02");
        let told = told(&format!("{OPENED}{max}{ARRANGED}{CARE}{steps}"));
        let keeping = due(&told.case, &TABLE.0, date(2026, 6, 1));
        keeping.because.into_iter().find(|one| one.rule == "looked_after").unwrap().until
    };
    let died = |on: &str| of_care(&format!("2040-01-01  worker does death_recorded\n  person  Max\n  died_on  {on}\n"));
    assert_eq!(of_care(""), Ok(date(2094, 3, 2)));
    assert_eq!(died("2037-03-01"), Ok(date(2052, 3, 1)), "the day before the 18th birthday");
    assert_eq!(died("2037-03-02"), Ok(date(2094, 3, 2)), "the 18th birthday");
}

#[test]
fn brothers_and_sisters_are_each_told_and_the_last_decides() {
    let steps =
        person("Max", "child", "2019-03-02") + &person("Lily", "child", "2022-07-09") + &person("Ann", "parent", "");
    let told = told(&format!("{OPENED}{steps}{MEETING}"));
    let keeping = due(&told.case, &TABLE.0, date(2043, 7, 9));
    let of_need: Vec<_> = keeping.because.iter().filter(|one| one.rule == "child_in_need").collect();
    let names: Vec<&str> =
        of_need.iter().map(|one| told.case.person(one.child.unwrap()).unwrap().name.as_str()).collect();
    assert_eq!(names, ["Lily", "Max"]);
    assert_eq!((of_need[0].until, of_need[1].until), (Ok(date(2043, 7, 9)), Ok(date(2040, 3, 2))));
    assert!(!keeping.passed, "the last day itself is still within");
    assert!(due(&told.case, &TABLE.0, date(2043, 7, 10)).passed);
    assert_eq!(due(&told.case, &TABLE.0, date(2043, 7, 10)).held_by.len(), 2, "open, and a meeting is offered");
}

#[test]
fn what_nobody_wrote_down_is_said() {
    let told = told(&format!("{OPENED}{}{}{MEETING}", person("Max", "child", ""), person("Ann", "parent", "")));
    let keeping = due(&told.case, &TABLE.0, date(2199, 1, 1));
    assert_eq!((keeping.until, keeping.passed), (None, false));
    assert_eq!(keeping.because[0].until, Err(Lacks::Birth));
}

/// The faults of a table in which `retention.law` is another text.
fn faults(retention: &str) -> Vec<String> {
    let mut table = files("casework");
    table.retain(|file| file.path != "retention.law");
    table.push(SourceFile { path: "retention.law".to_owned(), text: retention.to_owned() });
    let (_, faults) = Practice::load(&table, &LAW);
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn a_fault_says_where_it_is_and_what_to_do() {
    let whole = files("casework").into_iter().find(|file| file.path == "retention.law").unwrap().text;
    assert_eq!(faults(&whole), Vec::<String>::new());
    let wrong = [
        (
            "keep      75 years from birth\ninstead",
            "keep      75 years from brith\ninstead",
            "retention.law:11:11: no time runs from `brith`\n  Hint: did you mean `birth`?",
        ),
        (
            "keep      75 years from birth\ninstead",
            "keep      75 years\ninstead",
            "retention.law:11:11: this does not say from what",
        ),
        (
            "keep      75 years from birth\ninstead",
            "keep      75 weeks from birth\ninstead",
            "retention.law:11:11: `75 weeks` is not a number of years",
        ),
        ("from death before 18", "from death", "retention.law:12:11: this does not say before which age"),
        (
            "verified  second-hand\nnote      The years",
            "verified  surely\nnote      The years",
            "retention.law:14:11: `surely` is not a mark",
        ),
        (
            "of        care when care_answer is become or cease",
            "of        caer",
            "retention.law:9:11: there is no matter `caer`\n  Hint: did you mean `care`?",
        ),
        (
            "care_answer is become or cease",
            "care_answer is becom",
            "retention.law:9:11: `care_answer` can never be `becom`",
        ),
        ("cites     [cpr-2010/50]\n", "", "retention.law:7:1: `looked_after` does not say what it rests on"),
        ("[cpr-2010/50]", "[cpr-2010/500]", "retention.law:13:11: there is no provision"),
        ("of        complaint\n", "of        complaint when outcome is upheld\n", "matters.law:"),
        ("while     case\n", "whlie     case\n", "`whlie` is not a key of a hold"),
    ];
    for (before, after, says) in wrong {
        assert!(whole.contains(before), "{before}");
        let found = faults(&whole.replacen(before, after, 1));
        assert!(found.iter().any(|fault| fault.contains(says)), "{after}: {found:?}");
    }
    let twice = format!("{whole}\nhold     legal\ntitle    Again\nwhile     hold\n");
    assert!(faults(&twice)[0].contains("there are two entries `hold legal`"));
}

#[test]
fn a_rule_of_the_law_is_cited_and_any_other_says_whose_it_is() {
    for kept in &TABLE.0.kept {
        let of_law = kept.cites.iter().any(|cite| !cite.provision.starts_with("kith/"));
        assert_ne!(of_law, kept.source.is_some(), "{}", kept.name);
        assert!(!kept.verified.is_verified(), "{}: nobody has read the text itself", kept.name);
    }
}

/// Somebody tries to destroy a case, or to propose it.
fn tries(going: &Going, act: &str, on: Date, by: &str) -> bool {
    let text = |text: &str| Value::Text(text.to_owned());
    let mut values = Values::from([("reason".to_owned(), text("It is time."))]);
    if act == "case_destroyed" {
        values.insert("confirm_reference".to_owned(), text("KL-1"));
        values.insert("destroyed_because".to_owned(), text("It is time."));
    }
    let place = going.case.of_kind(if act == "case_destroyed" { "retention" } else { "case" }).last();
    let by = Who { officer: Officer::new(by), roles: vec![Role::Manager] };
    let doing = Doing { act: act.to_owned(), matter: place.map(|matter| matter.id), on, values, by };
    decide(&going.case, &TABLE.0, &DAY, "Testshire", &doing, on).is_ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn time_only_passes(seed in any::<u64>(), steps in 0_usize..50, days in 0_i32..40_000, more in 0_i32..20_000) {
        let mut going = Going::begun(seed);
        (0..steps).for_each(|_| { going.step(); });
        let on = date(2026, 1, 5).checked_add(days.days()).unwrap();
        let later = on.checked_add(more.days()).unwrap();
        let (now, then) = (due(&going.case, &TABLE.0, on), due(&going.case, &TABLE.0, later));
        prop_assert_eq!((now.until, &now.because, &now.held_by), (then.until, &then.because, &then.held_by));
        prop_assert!(!now.passed || then.passed);
        prop_assert_eq!(now.passed, now.until.is_some_and(|until| on > until));
        prop_assert!(now.because.iter().all(|one| one.until.is_ok_and(|day| now.until.is_none_or(|until| day <= until))
            || now.until.is_none()));
        prop_assert!(!now.because.is_empty(), "some rule fits every case");
    }

    #[test]
    fn nothing_that_happens_makes_it_shorter(seed in any::<u64>()) {
        let mut going = Going::begun(seed);
        for _ in 0..40 {
            let today = date(2026, 1, 5);
            let before = due(&going.case, &TABLE.0, today).until.unwrap_or(Date::MAX);
            let tried = going.step();
            let after = due(&going.case, &TABLE.0, today).until.unwrap_or(Date::MAX);
            let is_person = matches!(tried.doing.act.as_str(), "person_changed" | "death_recorded" | "person_added");
            prop_assert!(is_person || after >= before, "{}: {before} {after}", tried.doing.act);
        }
    }

    #[test]
    fn nobody_proposes_or_destroys_before_its_time(seed in any::<u64>(), years in 0_i32..120) {
        let mut going = Going::begun(seed);
        (0..30).for_each(|_| { going.step(); });
        let on = date(2027, 1, 5).checked_add(years.years()).unwrap();
        let is_due = due(&going.case, &TABLE.0, on).is_due();
        prop_assert_eq!(tries(&going, "destruction_proposed", on, "manager-9"), is_due && is_closed(&going));
        prop_assert!(!tries(&going, "case_destroyed", on, "manager-8"), "nobody has proposed it");
    }
}

fn is_closed(going: &Going) -> bool {
    going.case.of_kind("case").all(|matter| matter.is_ended)
}
