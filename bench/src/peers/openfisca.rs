//! OpenFisca, by the package `openfisca-core`: each rule a vectorised formula, families in columns.
//!
//! It runs in Python as a process of its own, on the same core and in the same run, and tells its times itself.

use super::rules::{Rules, Writing};
use crate::texts;
use anyhow::{Context, Result, ensure};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

const NUMPY: Writing = Writing { and: " & ", or: " | ", not: "~", truths: ["yes", "no"], lists: false };

/// What OpenFisca took, in nanoseconds.
#[derive(Clone, Copy, Debug)]
pub struct Times {
    /// One family: the simulation made, the facts set, every support worked out.
    pub one: f64,
    /// One family: every support worked out, the rest not counted.
    pub one_calculated: f64,
    /// All families: the facts set and every support worked out.
    pub all: f64,
}

/// Where the Python with `openfisca-core` is.
pub fn python() -> PathBuf {
    std::env::var_os("KITH_BENCH_PYTHON")
        .map_or_else(|| texts::root().join("bench/target/venv/bin/python"), PathBuf::from)
}

/// Runs OpenFisca over these families; returns its times and the outcomes, support by support.
pub fn run(rules: &Rules, rows: &[Vec<i64>], folder: &Path) -> Result<(Times, Vec<u8>)> {
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("rules.py"), formulas(rules))?;
    let mut columns = Vec::with_capacity(rows.len() * rules.inputs.len() * 4);
    for place in 0..rules.inputs.len() {
        rows.iter().for_each(|row| columns.extend_from_slice(&(row[place] as i32).to_le_bytes()));
    }
    std::fs::write(folder.join("families.bin"), columns)?;
    let script = texts::root().join("bench/openfisca/measure.py");
    let output = Command::new(python()).arg(script).arg(folder).output().context("starting Python")?;
    ensure!(output.status.success(), "OpenFisca: {}", String::from_utf8_lossy(&output.stderr));
    let words = String::from_utf8(output.stdout)?;
    let times: Vec<f64> = words.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    ensure!(times.len() == 3, "OpenFisca said: {words}");
    let outcomes = std::fs::read(folder.join("outcomes.bin"))?;
    Ok((Times { one: times[0], one_calculated: times[1], all: times[2] }, outcomes))
}

/// The rules as a Python module.
fn formulas(rules: &Rules) -> String {
    let mut text = String::from("from measure import rule, yes, no, fact, np\n\n");
    for input in &rules.inputs {
        let _ = writeln!(text, "fact({:?}, {})", input.name, if input.yes_no { "bool" } else { "int" });
    }
    for rule in &rules.rules {
        let tests: Vec<String> = rule.lines.iter().map(|(test, _)| NUMPY.test(test)).collect();
        let values: Vec<String> = rule.lines.iter().map(|(_, value)| NUMPY.value(rule, *value)).collect();
        let names = names(rules, &tests.join(" "));
        let _ = writeln!(text, "\n\ndef formula(family, period):");
        for name in names {
            let _ = writeln!(text, "    {name} = family({name:?}, period)");
        }
        let last = NUMPY.value(rule, rule.last);
        match (rule.lines.as_slice(), rule.yes_no) {
            ([], _) => {
                let _ = writeln!(text, "    return family.filled_array({last})");
            }
            // A rule whose one line says yes is its condition: what anybody would write by hand.
            ([(_, 1)], true) if rule.last == 0 => {
                let _ = writeln!(text, "    return {}", tests[0]);
            }
            _ => {
                let _ = writeln!(text, "    return np.select([{}], [{}], {last})", tests.join(", "), values.join(", "));
            }
        }
        let kind = if rule.yes_no { "bool" } else { "int" };
        let support = if rule.is_support { "True" } else { "False" };
        let _ = writeln!(text, "\n\nrule({:?}, {kind}, {support}, formula)", rule.name);
    }
    text
}

/// The names that a text reads, each once.
fn names<'r>(rules: &'r Rules, text: &str) -> Vec<&'r str> {
    let words: Vec<&str> = text.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')).collect();
    let every =
        rules.inputs.iter().map(|input| input.name.as_str()).chain(rules.rules.iter().map(|rule| rule.name.as_str()));
    every.filter(|name| words.contains(name)).collect()
}
