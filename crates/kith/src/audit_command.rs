//! `kith audit`: whether the chains of who did and saw what are whole, and their ends, to be kept elsewhere.

use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use jiff::Timestamp;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use store::{Head, Store};

use crate::database::DatabaseArgs;
use crate::files::count;

/// The file in the folder of what is kept to which `kith serve` writes the ends of the chains every day.
const LOG: &str = "audit-heads.log";

/// What to do with the audit chains.
#[derive(Args)]
pub(crate) struct AuditArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Walk the chains from the beginning, beside the events and files they speak of, and say where one breaks.
    Verify(Verify),
    /// Print the end of each chain: council, number, hash. Kept elsewhere, it proves later that all before it is as it was.
    Head,
}

#[derive(Args)]
struct Verify {
    /// Of one council alone, by its name in addresses.
    #[arg(long, value_name = "SLUG")]
    council: Option<String>,
    /// A file of ends that were kept, which the chains must still hold; without this, audit-heads.log in --data.
    #[arg(long, value_name = "FILE")]
    heads: Option<PathBuf>,
}

/// Runs `kith audit`.
pub(crate) fn run(args: AuditArgs) -> Result<ExitCode> {
    if !args.database.is_there()? {
        bail!("there is no database {}\n  Hint: say where it is with --data or --database", args.database.location()?);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("no thread to run on")?;
    runtime.block_on(async {
        let store = args.database.open().await?;
        let done = match &args.what {
            What::Head => heads(&store).await,
            What::Verify(verify) => {
                let log = args.database.data().join(LOG);
                let kept = verify.heads.clone().or_else(|| log.exists().then_some(log));
                self::verify(&store, verify.council.as_deref(), kept.as_deref()).await
            }
        };
        store.close().await;
        done
    })
}

async fn heads(store: &Store) -> Result<ExitCode> {
    for head in store.audit_heads().await? {
        println!("{head}");
    }
    Ok(ExitCode::SUCCESS)
}

async fn verify(store: &Store, asked: Option<&str>, kept: Option<&Path>) -> Result<ExitCode> {
    let mut whole = true;
    let councils = councils(store, asked).await?;
    if councils.is_empty() {
        println!("There is no case yet and nobody has a role, so there is no audit chain.");
    }
    for council in councils {
        match store.verify_audit(&council).await {
            Ok(head) => println!("Whole: {head}"),
            Err(error) => {
                whole = false;
                eprintln!("error: {error}");
            }
        }
    }
    if let Some(file) = kept {
        let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        let mut held = 0;
        for (number, line) in text.lines().enumerate() {
            // A day stands before each end.
            let head: Head = line.split_once(' ').map_or(line, |(_, head)| head).parse()?;
            if asked.is_some_and(|asked| asked != head.council) {
                continue;
            }
            if !store.audit_holds(&head).await? {
                whole = false;
                eprintln!("error: line {} of {}: the chain no longer holds {head}", number + 1, file.display());
            }
            held += 1;
        }
        println!("Compared with {} in {}.", count(held, "end"), file.display());
    }
    Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The chain asked for, or all that there must be.
async fn councils(store: &Store, asked: Option<&str>) -> Result<Vec<String>> {
    if let Some(council) = asked {
        return Ok(vec![council.to_owned()]);
    }
    Ok(store.audited().await?.into_iter().collect())
}

/// Writes the ends of the chains, as they are now, after those of the days before.
pub(crate) async fn keep_heads(store: &Store, folder: &Path, now: Timestamp) -> Result<()> {
    let heads = store.audit_heads().await?;
    if heads.is_empty() {
        return Ok(());
    }
    let lines: String = heads.iter().map(|head| format!("{now} {head}\n")).collect();
    let file = folder.join(LOG);
    let log = OpenOptions::new().create(true).append(true).open(&file);
    log.and_then(|mut log| log.write_all(lines.as_bytes()).and_then(|()| log.sync_all()))
        .with_context(|| format!("{} cannot be written", file.display()))
}
