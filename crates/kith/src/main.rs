//! The `kith` command.
#![allow(clippy::print_stdout, reason = "a command prints")]

mod files;
mod law_command;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// The kinship local offer as software.
#[derive(Parser)]
#[command(version, about)]
struct Kith {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check, format and read the law.
    #[command(subcommand)]
    Law(law_command::LawCommand),
}

fn main() -> ExitCode {
    let kith = Kith::parse();
    let done = match kith.command {
        Command::Law(command) => law_command::run(command),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
