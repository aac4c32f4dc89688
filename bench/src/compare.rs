//! Kith beside OpenFisca, CEL and ZEN: the same supports, the same families, the same answers, one run.

use crate::families::Random;
use crate::peers::cel::Cel;
use crate::peers::openfisca;
use crate::peers::rules::Rules;
use crate::peers::zen::Zen;
use crate::sheet::Sheet;
use crate::stopwatch::{median_ns, quantile};
use crate::{subset, texts};
use anyhow::{Result, ensure};
use jiff::civil::Date;
use law::ask::AskScratch;
use law::screen::Screen;
use law::text::SourceFile;
use law::{Case, Day, Findings, Outcome, Scratch};
use zen_expression::vm::VM;

/// How many families Kith and OpenFisca are asked about at once.
const FAMILIES: usize = 1_000_000;
/// How many of them the engines that take one at a time are asked about; their times are scaled up.
const SAMPLE: usize = 20_000;
/// How many of them are timed one by one.
const SINGLE: usize = 200;

/// Nanoseconds for one family and for a million.
#[derive(Clone, Copy, Debug)]
struct Times {
    /// One family from its answers to its outcomes.
    one: f64,
    /// The same, where the answers already stand as the engine wants them.
    one_ready: f64,
    /// A million families whose answers already stand as the engine wants them.
    million: f64,
}

/// The families, as each engine is given them.
struct Families {
    /// The first of them as Kith takes one.
    cases: Vec<Case>,
    /// All of them as every other engine takes them.
    rows: Vec<Vec<i64>>,
}

/// Checks that all engines agree, times them and adds their lines to the table.
pub fn run(files: &[SourceFile], date: Date, sheet: &mut Sheet) -> Result<()> {
    let law = subset::law(files)?;
    let day = Day::new(law.clone(), date)?;
    let rules = Rules::of(&law, date)?;
    println!(
        "\ncompared: {} supports and {} derived facts, {} conditions, over {} facts",
        law.supports.len(),
        rules.rules.len() - law.supports.len(),
        rules.conditions,
        rules.inputs.len()
    );
    let screen = Screen::new(&day);
    let mut table = screen.families();
    let mut random = Random::new(3);
    let mut families = Families { cases: Vec::new(), rows: Vec::with_capacity(FAMILIES) };
    for _ in 0..FAMILIES {
        let case = random.known_family(&law, date);
        table.push(&day, &case);
        families.rows.push(rules.row(&law, &case)?);
        if families.cases.len() < SAMPLE {
            families.cases.push(case);
        }
    }
    let (kith, answers) = kith(&day, &screen, &table, &families)?;
    let (fisca, said) = openfisca::run(&rules, &families.rows, &texts::root().join("bench/target/openfisca"))?;
    ensure!(said == answers, "OpenFisca and Kith disagree");
    println!("all {} outcomes of OpenFisca and Kith are the same", answers.len());
    let fisca = Times { one: fisca.one, one_ready: fisca.one_calculated, million: fisca.all * 1e6 / FAMILIES as f64 };
    let cel = one_at_a_time_cel(&rules, &families, &answers)?;
    let (zen, expression) = one_at_a_time_zen(&rules, &families, &answers)?;
    println!("all {} outcomes of CEL, ZEN and Kith are the same\n", SAMPLE * law.supports.len());
    say("Kith", kith, sheet, None);
    say("openfisca-core", fisca, sheet, Some((kith, 1000.0, 6.0)));
    say("cel", cel, sheet, Some((kith, 4.0, 400.0)));
    say("zen-engine", zen, sheet, Some((kith, 4.0, 400.0)));
    say("zen-expression", expression, sheet, Some((kith, 4.0, 400.0)));
    Ok(())
}

fn say(name: &str, times: Times, sheet: &mut Sheet, beside: Option<(Times, f64, f64)>) {
    let micro = |ns: f64| format!("{:.2} µs", ns / 1e3);
    let milli = |ns: f64| format!("{:.1} ms", ns / 1e6);
    let each = |times: &Times| [times.one, times.one_ready, times.million];
    let lines = [
        ("one family", micro(times.one)),
        ("one family, its answers already as the engine wants them", micro(times.one_ready)),
        ("a million families, likewise", milli(times.million)),
    ];
    for (place, (what, words)) in lines.into_iter().enumerate() {
        let what = format!("{name}: {what}");
        match beside {
            None => sheet.add(&what, "–", words, None),
            Some((kith, one, million)) => {
                let goal = [one, one, million][place];
                // Kith's own time from a case includes making its answers ready, whatever the peer's leaves out.
                let ratio = each(&times)[place] / each(&kith)[place];
                sheet.add(
                    &what,
                    &format!("{goal:.0} × Kith"),
                    format!("{words}, {ratio:.0} × Kith"),
                    Some(ratio / goal),
                );
            }
        }
    }
}

/// Kith's times, and every family's outcomes support by support.
fn kith(day: &Day, screen: &Screen, table: &law::screen::Families, families: &Families) -> Result<(Times, Vec<u8>)> {
    let (mut scratch, mut findings) = (Scratch::default(), Findings::default());
    let mut asking = AskScratch::default();
    let mut ones = Vec::new();
    for case in &families.cases[..SINGLE] {
        ones.push(median_ns(15, 16, || day.find_into(case, &mut scratch, &mut findings)));
        ensure!(day.questions_with(case, &findings, &mut asking).is_empty(), "something is left to ask");
    }
    let one = quantile(&mut ones, 0.5);
    let million = median_ns(7, 1, || {
        let mut rights = 0;
        screen.run(table, |_, block| rights += block.count_of(0, Outcome::Right));
        rights
    });
    let count = families.rows.len();
    let mut answers = vec![0; count * day.law.supports.len()];
    screen.run(table, |start, block| {
        for support in 0..day.law.supports.len() {
            for place in 0..block.count {
                answers[support * count + start + place] = block.outcome(support, place) as u8;
            }
        }
    });
    let agree = families.cases.iter().enumerate().all(|(place, case)| {
        day.find_into(case, &mut scratch, &mut findings);
        findings.iter().all(|finding| answers[finding.support * count + place] == finding.outcome as u8)
    });
    ensure!(agree, "finding for one and for many disagree");
    Ok((Times { one, one_ready: one, million: million * 1e6 / count as f64 }, answers))
}

/// Whether these are the answers for the family at a place.
fn same(outcomes: &[i64], answers: &[u8], count: usize, place: usize) -> bool {
    outcomes.iter().enumerate().all(|(support, outcome)| i64::from(answers[support * count + place]) == *outcome)
}

fn one_at_a_time_cel(rules: &Rules, families: &Families, answers: &[u8]) -> Result<Times> {
    let engine = Cel::new(rules)?;
    let contexts: Vec<_> = families.rows[..SAMPLE].iter().map(|row| engine.context(row)).collect();
    let mut outcomes = Vec::new();
    for (place, context) in contexts.iter().enumerate() {
        engine.evaluate(context, &mut outcomes)?;
        ensure!(same(&outcomes, answers, families.rows.len(), place), "CEL and Kith disagree on family {place}");
    }
    let (mut ones, mut ready) = (Vec::new(), Vec::new());
    for (row, context) in families.rows.iter().zip(&contexts).take(SINGLE) {
        ones.push(median_ns(15, 4, || engine.evaluate(&engine.context(row), &mut outcomes).is_ok()));
        ready.push(median_ns(15, 4, || engine.evaluate(context, &mut outcomes).is_ok()));
    }
    let sample =
        median_ns(3, 1, || contexts.iter().filter(|context| engine.evaluate(context, &mut outcomes).is_ok()).count());
    Ok(Times {
        one: quantile(&mut ones, 0.5),
        one_ready: quantile(&mut ready, 0.5),
        million: sample * 1e6 / SAMPLE as f64,
    })
}

fn one_at_a_time_zen(rules: &Rules, families: &Families, answers: &[u8]) -> Result<(Times, Times)> {
    let engine = Zen::new(rules)?;
    let mut vm = VM::new();
    let contexts: Vec<_> = families.rows[..SAMPLE].iter().map(|row| engine.context(row)).collect();
    let mut outcomes = Vec::new();
    let count = families.rows.len();
    for (place, row) in families.rows[..SAMPLE].iter().enumerate() {
        engine.decide(&engine.context(row), &mut outcomes)?;
        ensure!(same(&outcomes, answers, count, place), "ZEN's decision and Kith disagree on family {place}");
        engine.express(&contexts[place], &mut vm, &mut outcomes)?;
        ensure!(same(&outcomes, answers, count, place), "ZEN's expressions and Kith disagree on family {place}");
    }
    let mut times = [const { Vec::new() }; 4];
    for (row, context) in families.rows.iter().zip(&contexts).take(SINGLE) {
        times[0].push(median_ns(15, 2, || engine.decide(&engine.context(row), &mut outcomes).is_ok()));
        times[1].push(median_ns(15, 2, || engine.decide(context, &mut outcomes).is_ok()));
        times[2].push(median_ns(15, 4, || engine.express(&engine.context(row), &mut vm, &mut outcomes).is_ok()));
        times[3].push(median_ns(15, 4, || engine.express(context, &mut vm, &mut outcomes).is_ok()));
    }
    let decide =
        median_ns(3, 1, || contexts.iter().filter(|context| engine.decide(context, &mut outcomes).is_ok()).count());
    let express = median_ns(3, 1, || {
        contexts.iter().filter(|context| engine.express(context, &mut vm, &mut outcomes).is_ok()).count()
    });
    let [mut one, mut ready, mut one_expressed, mut ready_expressed] = times;
    let of = |one: &mut Vec<f64>, ready: &mut Vec<f64>, sample: f64| Times {
        one: quantile(one, 0.5),
        one_ready: quantile(ready, 0.5),
        million: sample * 1e6 / SAMPLE as f64,
    };
    Ok((of(&mut one, &mut ready, decide), of(&mut one_expressed, &mut ready_expressed, express)))
}
