//! A rule that compares with a rate says that it does not know on a day for which the rate has no value: never no, and
//! the same for one family as for many.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

use jiff::civil::{Date, date};
use law::screen::Screen;
use law::text::SourceFile;
use law::{Case, Day, Law, Outcome};
use std::sync::Arc;

const FACTS: &str = "
instrument  act
title       An Act
short       Act
kind        act

provision   act/1
title       Section 1
says        A council may help.
verified    seen

fact        in_care
type        yes/no
group       care
yes         the child is in care
no          the child is not in care
ask         Is the child in care?

fact        income
type        money
unit        pounds a month
group       money
says        the income
ask         How much comes in?

rate        limit
title       The most that may come in
unit        pounds a month
value       500 from 2026-04-01   [act/1]
";

/// A support with these lines.
fn support(id: &str, lines: &str) -> SourceFile {
    let head = "force  duty\nfor  child\nprovider  the council\nweight  5\nchecked  2026-11-22";
    let text = format!("---\nsupport  {id}\ncode  {id}\ntitle  {id}\n{head}\n\n{lines}\n---\n## What it is\nHelp.\n");
    SourceFile { path: format!("supports/money/{id}.md"), text }
}

fn law() -> Arc<Law> {
    const LIMIT: &str = "income under the rate limit [act/1]";
    let right_when = |lines: &str, last: &str| format!("right when\n{lines}\notherwise {last} [act/1]");
    let either_way = format!("  any of\n    {LIMIT}\n    income at least the rate limit [act/1]");
    let files = [
        SourceFile { path: "facts/small.law".into(), text: FACTS.into() },
        support("plain", &right_when(&format!("  {LIMIT}"), "no")),
        support("both", &right_when(&format!("  in_care [act/1]\n  {LIMIT}"), "no")),
        support("follows", &right_when("  the answer for plain is right [act/1]", "no")),
        support("same", &right_when(&either_way, "right")),
    ];
    let (law, faults) = Law::load(&files);
    assert_eq!(law.supports.len(), 4, "{faults:#?}");
    Arc::new(law)
}

/// Every family that the rules tell apart.
fn families(law: &Law, day: Date) -> Vec<Case> {
    let mut all = Vec::new();
    for in_care in ["unset", "yes", "no"] {
        for income in ["unset", "100", "900"] {
            let mut case = Case::on(day);
            case.set_text("in_care", in_care, &law.facts).unwrap();
            case.set_text("income", income, &law.facts).unwrap();
            all.push(case);
        }
    }
    all
}

fn outcome(day: &Day, case: &Case, support: &str) -> Outcome {
    day.find(case).of(day.law.support_place(support).unwrap()).outcome
}

#[test]
fn a_rule_without_its_rate_is_not_known() {
    let law = law();
    for (on, plain) in [(date(2025, 1, 1), Outcome::UnknownRule), (date(2026, 11, 22), Outcome::Right)] {
        let day = Day::new(law.clone(), on).unwrap();
        let mut case = Case::on(on);
        case.set_text("income", "100", &law.facts).unwrap();
        assert_eq!(outcome(&day, &case, "plain"), plain, "{on}");
        assert_eq!(outcome(&day, &case, "follows"), plain, "{on}");
        assert_eq!(outcome(&day, &case, "same"), Outcome::Right, "{on}");
        assert_eq!(outcome(&day, &case, "both"), Outcome::Depends, "{on}");
        case.set_text("in_care", "no", &law.facts).unwrap();
        assert_eq!(outcome(&day, &case, "both"), Outcome::No, "{on}");
    }
}

#[test]
fn many_families_without_a_rate_agree_with_one() {
    let law = law();
    for on in [date(2025, 1, 1), date(2026, 11, 22)] {
        let day = Day::new(law.clone(), on).unwrap();
        let screen = Screen::new(&day);
        let (mut table, cases) = (screen.families(), families(&law, on));
        cases.iter().for_each(|case| table.push(&day, case));
        let mut seen = 0;
        screen.run(&table, |_, block| {
            for (place, case) in cases.iter().enumerate() {
                for finding in day.find(case).iter() {
                    let support = &law.supports[finding.support].id;
                    assert_eq!(block.outcome(finding.support, place), finding.outcome, "{support} {on} {case:?}");
                    seen += 1;
                }
            }
        });
        assert_eq!(seen, cases.len() * law.supports.len());
    }
}
