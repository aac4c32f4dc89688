//! `kith law`: check, format and read the law.

use crate::files;
use anyhow::{Result, anyhow, bail};
use clap::Subcommand;
use jiff::civil::Date;
use law::mutants::{self, Survivor};
use law::{Day, Law};
use paper::Letters;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// What to do with the law.
#[derive(Subcommand)]
pub(crate) enum LawCommand {
    /// Report every fault with its file, line, column and a hint, and run the stories.
    Check {
        /// Read this folder instead of the law built in.
        #[arg(long, value_name = "DIR")]
        law: Option<PathBuf>,
        /// Also change or drop each condition in turn: some story must notice.
        #[arg(long)]
        mutants: bool,
        /// With --mutants: for each change no story notices, print a family that would.
        #[arg(long, requires = "mutants")]
        suggest: bool,
    },
    /// Write the files of a folder in their one form: sentences for short forms, columns in line.
    Fmt {
        /// The folder.
        #[arg(long, value_name = "DIR", default_value = "law")]
        law: PathBuf,
        /// Change nothing; fail where a file is not in its form.
        #[arg(long)]
        check: bool,
    },
    /// Print a support's rule as a card that a lawyer can read and sign.
    Card {
        /// The support.
        id: String,
        /// The day the law is read on; today where not given.
        #[arg(long, value_name = "DATE")]
        on: Option<Date>,
        /// Read this folder instead of the law built in.
        #[arg(long, value_name = "DIR")]
        law: Option<PathBuf>,
    },
}

/// Runs the command.
pub(crate) fn run(command: LawCommand) -> Result<ExitCode> {
    match command {
        LawCommand::Check { law, mutants, suggest } => check(law, mutants, suggest),
        LawCommand::Fmt { law, check } => fmt(law, check),
        LawCommand::Card { id, on, law } => card(&id, on, law),
    }
}

fn check(folder: Option<PathBuf>, mutants: bool, suggest: bool) -> Result<ExitCode> {
    let (law, mut faults) = Law::load(&files::law_texts(folder.as_deref())?);
    let law = Arc::new(law);
    let letters = Letters::load(&files::letter_texts(), &law);
    println!(
        "{} supports, {} facts, {} provisions, {} rates, {} clocks, {} duties, {} stories of {} families; {} letters",
        law.supports.len(),
        law.facts.len(),
        law.provisions.len(),
        law.rates.len(),
        law.clocks.len(),
        law.duties.len(),
        law.stories.len(),
        law.stories.iter().map(|story| story.scenes.len()).sum::<usize>(),
        letters.0.letters.len(),
    );
    if faults.is_empty() {
        faults.extend(law::lint::run(&law));
        faults.extend(law::story::run(&law));
        faults.extend(letters.1);
    }
    if mutants && faults.is_empty() {
        faults.extend(check_mutants(&law, suggest)?);
    }
    if faults.is_empty() {
        println!("no faults");
        return Ok(ExitCode::SUCCESS);
    }
    println!("{}\n{}", files::list(&faults), files::count(faults.len(), "fault"));
    Ok(ExitCode::FAILURE)
}

fn check_mutants(law: &Arc<Law>, suggest: bool) -> Result<Vec<law::Fault>> {
    let report = mutants::check(law).map_err(|fault| anyhow!("{fault}"))?;
    let facts = mutants::check_facts(law).map_err(|fault| anyhow!("{fault}"))?;
    println!(
        "{} changes to the rules of supports, {} noticed by a story; {} to derived facts, {} noticed",
        report.made, report.noticed, facts.made, facts.noticed
    );
    if suggest {
        report.survivors.iter().for_each(print_survivor);
    }
    let survivors = report.survivors.into_iter().map(|survivor| survivor.fault);
    Ok(survivors.chain(report.idle).chain(facts.idle).collect())
}

fn print_survivor(survivor: &Survivor) {
    println!("# {}", survivor.fault.spot);
    println!("# {}", survivor.fault.message);
    println!("facts");
    for (fact, value) in &survivor.family {
        println!("  {fact:40}  {value}");
    }
    println!("expect\n  {:40}  {}\n", survivor.support, survivor.outcome);
}

fn fmt(folder: PathBuf, check: bool) -> Result<ExitCode> {
    let texts = files::law_texts(Some(&folder))?;
    let (law, faults) = Law::load(&texts);
    if !faults.is_empty() {
        bail!("the law has faults; mend them first:\n{}", files::list(&faults));
    }
    let mut changed = 0;
    for file in &texts {
        let formatted = law::format::file(file, &law.facts);
        if formatted == file.text {
            continue;
        }
        changed += 1;
        println!("{}", file.path);
        if !check {
            std::fs::write(folder.join(&file.path), formatted)?;
        }
    }
    let verb = if check { "not in its form" } else { "written" };
    println!("{} {verb}", files::count(changed, "file"));
    Ok(if check && changed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn card(id: &str, on: Option<Date>, folder: Option<PathBuf>) -> Result<ExitCode> {
    let law = files::law(folder.as_deref())?;
    let date = on.unwrap_or_else(|| jiff::Zoned::now().date());
    let day = Day::new(law, date).map_err(|fault| anyhow!("{fault}"))?;
    let Some(support) = day.law.support(id) else {
        let names = day.law.supports.iter().map(|support| support.id.as_str());
        let near = law::fault::nearest(id, names).map(|near| format!("\n  Hint: did you mean {near}?"));
        bail!("there is no support named {id}{}", near.unwrap_or_default());
    };
    print!("{}", law::card::text(&day, support));
    Ok(ExitCode::SUCCESS)
}
