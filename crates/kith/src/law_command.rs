//! `kith law`: check, format and read the law.

use crate::files;
use anyhow::Result;
use clap::Subcommand;
use law::{Day, Law};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// What to do with the law.
#[derive(Subcommand)]
pub enum LawCommand {
    /// Report every fault with its file, line, column and a hint, and run the stories.
    Check {
        /// Read this folder instead of the law built in.
        #[arg(long, value_name = "DIR")]
        law: Option<PathBuf>,
    },
}

/// Runs the command.
pub fn run(command: LawCommand) -> Result<ExitCode> {
    match command {
        LawCommand::Check { law } => check(law),
    }
}

fn check(folder: Option<PathBuf>) -> Result<ExitCode> {
    let (law, mut faults) = Law::load(&files::law_texts(folder.as_deref())?);
    let law = Arc::new(law);
    println!(
        "{} supports, {} facts, {} provisions, {} rates, {} clocks, {} duties, {} stories",
        law.supports.len(), law.facts.len(), law.provisions.len(), law.rates.len(), law.clocks.len(), law.duties.len(), law.stories.len()
    );
    let day = Day::new(law.clone(), jiff::civil::date(2026, 11, 22));
    if let Ok(day) = &day { println!("nodes {}", day.diagram_size()); }
    if faults.is_empty() { faults.extend(law::story::run(&law)); }
    if let Err(fault) = day { faults.push(fault); }
    println!("{}", files::list(&faults));
    println!("{}", files::count(faults.len(), "fault"));
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
