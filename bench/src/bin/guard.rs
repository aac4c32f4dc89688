//! Guards the engine's speed by counting instructions, which no busy neighbour can change.
//!
//! Runs itself under callgrind, twice for each piece of work with different numbers of repeats, and takes the
//! difference: what remains is one repeat, without loading the law. Counts stand per support, so that a law
//! that grows does not look like an engine that slows.

use anyhow::{Context, Result, bail, ensure};
use jiff::civil::{Date, date};
use kith_bench::families::{KNOWN, Random, of_stories};
use kith_bench::texts;
use law::ask::AskScratch;
use law::screen::{BLOCK, Screen};
use law::{Case, Day, Findings, Scratch};
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

/// How much more than recorded is let pass.
const TOLERANCE: f64 = 1.10;
const TODAY: Date = date(2026, 11, 22);
/// How many blocks the screened table has.
const BLOCKS: usize = 4;
/// Each piece of work with the repeats of its two runs.
const WORK: [(&str, usize); 4] =
    [("find-story", 50), ("find-nothing-known", 20), ("ask-nothing-known", 20), ("screen-block", 2)];

fn main() -> Result<ExitCode> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["work", name, repeats] => work(name, repeats.parse()?).map(|()| ExitCode::SUCCESS),
        ["--record"] => record(),
        [] => check(),
        _ => bail!("usage: bench/guard [--record]"),
    }
}

/// Does a piece of work so many times.
fn work(name: &str, repeats: usize) -> Result<()> {
    let law = texts::load(&texts::read()?)?;
    let day = Day::new(law.clone(), TODAY)?;
    let (mut scratch, mut findings, mut asking) = (Scratch::default(), Findings::default(), AskScratch::default());
    let nothing = Case::on(TODAY);
    match name {
        "find-story" => {
            let told = law.stories.iter().zip(0..).find(|(story, _)| story.id == "case-01");
            let before: usize =
                law.stories[..told.context("no story case-01")?.1].iter().map(|story| story.scenes.len()).sum();
            let case = &of_stories(&law)[before];
            (0..repeats).for_each(|_| day.find_into(black_box(case), &mut scratch, &mut findings));
        }
        "find-nothing-known" => {
            (0..repeats).for_each(|_| day.find_into(black_box(&nothing), &mut scratch, &mut findings));
        }
        "ask-nothing-known" => {
            day.find_into(&nothing, &mut scratch, &mut findings);
            for _ in 0..repeats {
                black_box(day.questions_with(black_box(&nothing), &findings, &mut asking));
            }
        }
        "screen-block" => {
            let screen = Screen::new(&day);
            let mut table = screen.families();
            let mut random = Random::new(22);
            for number in 0..BLOCKS * BLOCK {
                table.push(&day, &random.family(&law, TODAY, KNOWN[number % KNOWN.len()], false));
            }
            (0..repeats).for_each(|_| screen.run(&table, |_, block| _ = black_box(block)));
        }
        other => bail!("there is no work named {other}"),
    }
    Ok(())
}

/// Instructions of each piece of work, per support.
fn count() -> Result<Vec<(&'static str, u64)>> {
    let supports = texts::load(&texts::read()?)?.supports.len() as u64;
    let mut counts = Vec::new();
    for (name, repeats) in WORK {
        let times = if name == "screen-block" { BLOCKS * repeats } else { repeats } as u64;
        let more = instructions(name, repeats + 1)?.saturating_sub(instructions(name, 1)?);
        counts.push((name, more / times / supports));
    }
    Ok(counts)
}

fn instructions(name: &str, repeats: usize) -> Result<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe()?)
        .args(["work", name, &repeats.to_string()])
        .output()
        .context("starting valgrind; install it with `apt-get install valgrind`")?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{name}: {said}");
    let collected = said.lines().find_map(|line| line.split("Collected :").nth(1));
    Ok(collected.with_context(|| format!("no count in: {said}"))?.trim().parse()?)
}

fn limits_file() -> PathBuf {
    texts::root().join("bench/limits.txt")
}

fn record() -> Result<ExitCode> {
    let mut text = String::from(
        "# Instructions that one support takes, counted by callgrind. `bench/guard` fails where one takes a tenth more.\n\
         # A change that is worth more instructions records them anew: `bench/guard --record`.\n",
    );
    for (name, count) in count()? {
        writeln!(text, "{name} {count}")?;
    }
    std::fs::write(limits_file(), &text)?;
    print!("{text}");
    Ok(ExitCode::SUCCESS)
}

fn check() -> Result<ExitCode> {
    let text =
        std::fs::read_to_string(limits_file()).context("bench/limits.txt; write it with `bench/guard --record`")?;
    let limit = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)?.trim().parse::<u64>().ok());
    let (mut passed, mut failed) = (0, 0);
    for (name, count) in count()? {
        let limit = limit(name).with_context(|| format!("bench/limits.txt has no line for {name}"))?;
        let share = count as f64 / limit as f64;
        let holds = share <= TOLERANCE;
        *if holds { &mut passed } else { &mut failed } += 1;
        let word = if holds { "holds" } else { "FAILS" };
        println!("{word}  {name}: {count} instructions a support, recorded {limit} ({:+.1} %)", share * 100.0 - 100.0);
    }
    println!("{passed} passed, {failed} failed");
    if failed > 0 {
        println!(
            "Hint: find what grew with `valgrind --tool=callgrind`, or record the new counts with `bench/guard --record`."
        );
    }
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
