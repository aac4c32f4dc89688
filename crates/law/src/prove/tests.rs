//! Every proof against every family there is, one by one, on small rules.

use super::*;
use crate::text::{self, SourceFile};
use crate::tree::Truth;
use crate::{Case, Day, Family};
use proptest::prelude::*;
use std::sync::LazyLock;

const LAW: &str = "
instrument  act
title       An Act
short       Act
kind        act

provision   act/1
title       Section 1
says        A council may help.
verified    seen

fact        order
type        one of
group       arrangement
says        the order
values
  none | no order
  SGO  | a special guardianship order
  CAO  | a child arrangements order
ask         Is there an order?

fact        in_care
type        yes/no
group       care
yes         the child is in care
no          the child is not in care
ask         Is the child in care?

fact        ever
type        yes/no
group       care
yes         the child has been in care
no          the child has never been in care
ask         Was the child ever in care?
yes when
  in_care
otherwise asked

fact        disabled
type        yes/no
group       child
yes         the child is disabled
no          the child is not disabled
ask         Is the child disabled?

fact        days
type        number
unit        days
group       child
says        the days
ask         How many days?
";

const ATOMS: [&str; 11] = [
    "order is SGO",
    "order in {none, CAO}",
    "in_care",
    "not in_care",
    "ever",
    "not ever",
    "disabled",
    "not disabled",
    "days >= 28",
    "days > 28",
    "days < 10",
];
const FREE: [&str; 3] = ["order", "in_care", "ever"];

static SMALL: LazyLock<Arc<Law>> = LazyLock::new(|| {
    let (law, faults) = Law::load(&[SourceFile { path: "facts/small.law".into(), text: LAW.into() }]);
    assert!(faults.is_empty(), "{faults:?}");
    Arc::new(law)
});
static DAY: LazyLock<Day> = LazyLock::new(|| Day::new(SMALL.clone(), "2026-11-22".parse().unwrap()).unwrap());

fn rule(text: &str) -> Lines {
    let text = format!("service  x\n{text}");
    let (entries, faults) = text::read(&SourceFile { path: "x.law".into(), text }, &["service"]);
    assert!(faults.is_empty(), "{faults:?}");
    let mut faults = Vec::new();
    let outcome = |word: &str, spot: &_| Outcome::read(word, spot).map(|found| found as u16);
    let lines = Lines::read(&entries[0], &SMALL.facts, &outcome, &mut faults);
    assert!(faults.is_empty(), "{faults:?}");
    lines
}

/// Every family there is, as far as these rules can tell.
fn every_family() -> Vec<Case> {
    let mut all = Vec::new();
    for order in ["none", "SGO", "CAO"] {
        for [in_care, ever] in [["yes", "yes"], ["no", "yes"], ["no", "no"]] {
            for disabled in ["yes", "no"] {
                for days in ["5", "15", "28", "29"] {
                    let mut case = Case::on(DAY.date);
                    let facts = [("order", order), ("in_care", in_care), ("ever", ever), ("disabled", disabled)];
                    for (fact, value) in facts.into_iter().chain([("days", days)]) {
                        case.set_text(fact, value, &SMALL.facts).unwrap();
                    }
                    all.push(case);
                }
            }
        }
    }
    all
}

fn answer(rule: &Lines, case: &Case) -> Outcome {
    let findings = DAY.find(case);
    let family = Family { day: &DAY, findings: &findings, case };
    let line = rule.lines.iter().find(|line| family.truth(line.when.as_ref().unwrap()) == Truth::Yes);
    Outcome::from_place(line.unwrap_or(&rule.otherwise).outcome)
}

/// The family with what a proof left open filled in.
fn filled(case: &Case, with: &Case) -> Case {
    let mut full = with.clone();
    case.answers().for_each(|(fact, answer)| full.set(fact, answer.clone()));
    let ever = SMALL.facts.find("ever").unwrap();
    if case.get(ever).is_none() && !DAY.clashes(&full).is_empty() {
        full.unset(ever);
    }
    full
}

fn same_but_for_free(a: &Case, b: &Case) -> bool {
    SMALL.facts.iter().all(|(id, fact)| FREE.contains(&fact.name.as_str()) || a.get(id) == b.get(id))
}

fn rules() -> impl Strategy<Value = String> {
    let atom = prop::sample::select(&ATOMS[..]);
    let join = prop::sample::select(&["all of", "any of", "none of"][..]);
    let line = (0..5usize, join, prop::collection::vec(atom, 1..4));
    (prop::collection::vec(line, 0..5), 0..5usize).prop_map(|(lines, last)| {
        let word = |place: usize| Outcome::ALL[place].word();
        let mut text = String::new();
        for (outcome, join, atoms) in lines {
            text += &format!("{} when {join}\n", word(outcome));
            atoms.iter().for_each(|atom| text += &format!("  {atom}\n"));
        }
        text + &format!("otherwise {}\n", word(last))
    })
}

proptest! {
    #[test]
    fn whether_free_facts_alone_change_an_answer(text in rules()) {
        let rule = rule(&text);
        let ground = Ground::new(SMALL.clone(), DAY.date, std::iter::once(&rule), &[]).unwrap();
        let free = |fact: FactId| FREE.contains(&SMALL.facts[fact].name.as_str());
        let mut prover = Prover::new(&ground, &[], free);
        let answers = prover.rule(&rule);
        let yes = prover.answered(answers, &[Outcome::Right, Outcome::May]);
        let no = prover.answered(answers, &[Outcome::No]);
        let families = every_family();
        let expected = families.iter().any(|one| {
            matches!(answer(&rule, one), Outcome::Right | Outcome::May)
                && families.iter().any(|other| same_but_for_free(one, other) && answer(&rule, other) == Outcome::No)
        });
        let everyday = families.last().unwrap();
        let pair = prover.pair(yes, no, everyday);
        prop_assert_eq!(pair.is_some(), expected, "{}", text);
        if let Some(Pair { one, other, differ }) = pair {
            prop_assert!(DAY.clashes(&one).is_empty() && DAY.clashes(&other).is_empty());
            prop_assert!(matches!(answer(&rule, &filled(&one, everyday)), Outcome::Right | Outcome::May), "{}", text);
            prop_assert_eq!(answer(&rule, &filled(&other, everyday)), Outcome::No, "{}", text);
            prop_assert!(same_but_for_free(&one, &other) && !differ.is_empty());
        }
    }

    #[test]
    fn whether_one_rule_gives_what_another_refuses(council in rules(), law in rules()) {
        let (council, law) = (rule(&council), rule(&law));
        let ground = Ground::new(SMALL.clone(), DAY.date, [&council, &law].into_iter(), &[]).unwrap();
        let mut prover = Prover::new(&ground, &[], |_| false);
        let (refuses, gives) = (prover.rule(&council), prover.rule(&law));
        let (refused, given) =
            (prover.answered(refuses, &[Outcome::No]), prover.answered(gives, &[Outcome::Right]));
        let lost = prover.and(refused, given);
        let families = every_family();
        let loses = |case: &Case| answer(&council, case) == Outcome::No && answer(&law, case) == Outcome::Right;
        let found = prover.family(lost, &families[0]);
        prop_assert_eq!(found.is_some(), families.iter().any(loses));
        if let Some(family) = found {
            prop_assert!(loses(&filled(&family, &families[0])));
        }
    }
}
