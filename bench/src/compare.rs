//! Kith beside OpenFisca, CEL and ZEN: the same supports, the same families, the same answers, one run.

use crate::families::Random;
use crate::peers::cel::Cel;
use crate::peers::openfisca;
use crate::peers::rules::Rules;
use crate::peers::zen::Zen;
use crate::sheet::Sheet;
use crate::stopwatch::{median_cpu_ns, median_ns, quantile};
use crate::{subset, texts};
use anyhow::{Result, ensure};
use jiff::civil::Date;
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

/// How often each of those has its turn.
const ROUNDS: usize = 5;

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
    let answers = answers(&day, &screen, &table, &families)?;
    let (fisca, said) = openfisca::run(&rules, &families.rows, &texts::root().join("bench/target/openfisca"))?;
    ensure!(said == answers, "OpenFisca and Kith disagree");
    println!("all {} outcomes of OpenFisca and Kith are the same", answers.len());
    let fisca = Times { one: fisca.one, one_ready: fisca.one_calculated, million: fisca.all };
    let engines = Engines { day: &day, cel: Cel::new(&rules)?, zen: Zen::new(&rules)? };
    engines.agree(&families, &answers)?;
    println!("all {} outcomes of CEL, ZEN and Kith are the same\n", SAMPLE * law.supports.len());
    let mut times = engines.times(&families)?;
    times[0].million = median_cpu_ns(7, || {
        let mut rights = 0;
        screen.run(&table, |_, block| rights += block.count_of(0, Outcome::Right));
        rights
    });
    let [kith, cel, zen, expression] = times;
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

/// Every family's outcomes, support by support, the same for one family and for many.
fn answers(day: &Day, screen: &Screen, table: &law::screen::Families, families: &Families) -> Result<Vec<u8>> {
    let count = families.rows.len();
    let mut answers = vec![0; count * day.law.supports.len()];
    screen.run(table, |start, block| {
        for support in 0..day.law.supports.len() {
            for place in 0..block.count {
                answers[support * count + start + place] = block.outcome(support, place) as u8;
            }
        }
    });
    let (mut scratch, mut findings) = (Scratch::default(), Findings::default());
    for (place, case) in families.cases.iter().enumerate() {
        day.find_into(case, &mut scratch, &mut findings);
        let agree = findings.iter().all(|finding| answers[finding.support * count + place] == finding.outcome as u8);
        ensure!(agree && findings.iter().all(law::Finding::is_settled), "family {place}: one and many disagree");
    }
    Ok(answers)
}

/// The engines of this process, which take one family at a time.
struct Engines<'a> {
    day: &'a Day,
    cel: Cel<'a>,
    zen: Zen<'a>,
}

impl Engines<'_> {
    /// Checks that the engines give these answers.
    fn agree(&self, families: &Families, answers: &[u8]) -> Result<()> {
        let count = families.rows.len();
        let (mut vm, mut outcomes) = (VM::new(), Vec::new());
        for (place, row) in families.rows[..SAMPLE].iter().enumerate() {
            let same = |outcomes: &[i64]| {
                let mut each = outcomes.iter().enumerate();
                each.all(|(support, outcome)| i64::from(answers[support * count + place]) == *outcome)
            };
            self.cel.evaluate(&self.cel.context(row), &mut outcomes)?;
            ensure!(same(&outcomes), "CEL and Kith disagree on family {place}");
            self.zen.decide(&self.zen.context(row), &mut outcomes)?;
            ensure!(same(&outcomes), "ZEN's decision and Kith disagree on family {place}");
            self.zen.express(&self.zen.context(row), &mut vm, &mut outcomes)?;
            ensure!(same(&outcomes), "ZEN's expressions and Kith disagree on family {place}");
        }
        Ok(())
    }

    /// The times of Kith, CEL, ZEN's engine and ZEN's expressions, taken in turns so that a busy minute strikes all alike.
    fn times(&self, families: &Families) -> Result<[Times; 4]> {
        let Engines { day, cel, zen } = self;
        let (mut scratch, mut findings) = (Scratch::default(), Findings::default());
        let (mut vm, mut out) = (VM::new(), Vec::new());
        let facts: Vec<_> = families.rows[..SAMPLE].iter().map(|row| cel.context(row)).collect();
        let variables: Vec<_> = families.rows[..SAMPLE].iter().map(|row| zen.context(row)).collect();
        let mut ones = [const { [const { Vec::new() }; 2] }; 4];
        for round in 0..ROUNDS * SINGLE {
            let place = round % SINGLE;
            let (case, row) = (&families.cases[place], &families.rows[place]);
            let (fact, variable) = (&facts[place], &variables[place]);
            let kith = median_ns(5, 16, || day.find_into(case, &mut scratch, &mut findings));
            ones[0].iter_mut().for_each(|times| times.push(kith));
            ones[1][0].push(median_ns(5, 4, || cel.evaluate(&cel.context(row), &mut out).is_ok()));
            ones[1][1].push(median_ns(5, 4, || cel.evaluate(fact, &mut out).is_ok()));
            ones[2][0].push(median_ns(5, 2, || zen.decide(&zen.context(row), &mut out).is_ok()));
            ones[2][1].push(median_ns(5, 2, || zen.decide(variable, &mut out).is_ok()));
            ones[3][0].push(median_ns(5, 4, || zen.express(&zen.context(row), &mut vm, &mut out).is_ok()));
            ones[3][1].push(median_ns(5, 4, || zen.express(variable, &mut vm, &mut out).is_ok()));
        }
        let samples = [
            0.0,
            median_cpu_ns(5, || facts.iter().filter(|fact| cel.evaluate(fact, &mut out).is_ok()).count()),
            median_cpu_ns(3, || variables.iter().filter(|facts| zen.decide(facts, &mut out).is_ok()).count()),
            median_cpu_ns(5, || variables.iter().filter(|facts| zen.express(facts, &mut vm, &mut out).is_ok()).count()),
        ];
        let mut times = [Times { one: 0.0, one_ready: 0.0, million: 0.0 }; 4];
        for (place, [one, ready]) in ones.iter_mut().enumerate() {
            times[place] = Times {
                one: quantile(one, 0.5),
                one_ready: quantile(ready, 0.5),
                million: samples[place] * FAMILIES as f64 / SAMPLE as f64,
            };
        }
        Ok(times)
    }
}
