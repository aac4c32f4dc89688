//! The `kith` command.
#![allow(clippy::print_stdout, reason = "a command prints")]

mod account_command;
mod audit_command;
mod background;
mod backup_command;
mod build_command;
mod check_command;
mod database;
mod files;
mod find_command;
mod findings_table;
mod keys_command;
mod law_command;
mod mail;
mod mail_command;
mod place_command;
mod screen_command;
mod serve;
#[cfg(feature = "oidc")]
mod sign_on;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// The kinship local offer as software.
#[derive(Parser)]
#[command(version, about)]
struct Kith {
    /// Without one, `serve`.
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site.
    Serve(Box<serve::ServeArgs>),
    /// Say what one family has a right to, may be given or cannot get.
    Find(find_command::FindArgs),
    /// Say which council answers for the children at a postcode.
    Place(place_command::PlaceArgs),
    /// Say what many families have a right to, may be given or cannot get.
    Screen(screen_command::ScreenArgs),
    /// Back the database up while it is in use.
    Backup(backup_command::BackupArgs),
    /// Restore a backup into an empty database, and prove that all is there.
    Restore(backup_command::RestoreArgs),
    /// Write a council's public offer as files that need no server.
    Build(build_command::BuildArgs),
    /// List, change and erase accounts of people who sign in.
    Account(account_command::AccountArgs),
    /// See whether the chains of who did and saw what are whole.
    Audit(audit_command::AuditArgs),
    /// Send what is due, see what nobody knows of whether it went out, and forget addresses that mail comes back from.
    Mail(mail_command::MailCommandArgs),
    /// Give the installation a new key.
    Keys(keys_command::KeysArgs),
    /// Say what is missing, unfair or out of date in councils' offers.
    Check(check_command::CheckArgs),
    /// Check, format and read the law.
    #[command(subcommand)]
    Law(law_command::LawCommand),
}

fn main() -> ExitCode {
    let kith = Kith::parse();
    let done = match kith.command.unwrap_or_else(|| Command::Serve(Box::default())) {
        Command::Serve(args) => serve::run(*args),
        Command::Find(args) => find_command::run(args),
        Command::Place(args) => place_command::run(args),
        Command::Screen(args) => screen_command::run(args),
        Command::Backup(args) => backup_command::backup(args),
        Command::Restore(args) => backup_command::restore(args),
        Command::Build(args) => build_command::run(args),
        Command::Account(args) => account_command::run(args),
        Command::Audit(args) => audit_command::run(args),
        Command::Mail(args) => mail_command::run(args),
        Command::Keys(args) => keys_command::run(args),
        Command::Check(args) => check_command::run(args),
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
