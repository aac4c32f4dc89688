//! `kith keys`: a new installation key, while everybody goes on working.

use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use std::process::ExitCode;
use store::{Keys, Store};

use crate::database::DatabaseArgs;
use crate::files::count;

/// How many rows are sealed again in one transaction.
const FEW: usize = 200;

/// What to do with the installation's keys.
#[derive(Args)]
pub(crate) struct KeysArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Say the names of the keys in the file installation.key: the first seals, the others only open.
    List,
    /// Put a new key first in the file. A program that runs takes it up by itself; where several serve one database, copy
    /// the file to each before the next step.
    Add,
    /// Seal again, with the first key, what the others sealed.
    Rewrap,
    /// Both at once, where one program serves the database.
    Rotate,
}

/// Runs `kith keys`.
pub(crate) fn run(args: KeysArgs) -> Result<ExitCode> {
    let file = args.database.key_file();
    if !file.exists() {
        bail!("there is no key file {}\n  Hint: say where it is with --data", file.display());
    }
    let keys = match args.what {
        What::List | What::Rewrap => Keys::load(&file)?,
        What::Add | What::Rotate => Keys::renew(&file)?,
    };
    for (number, id) in keys.ids().iter().enumerate() {
        println!("{id}{}", if number == 0 { "  seals" } else { "  opens" });
    }
    if let What::Rewrap | What::Rotate = args.what {
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().context("no thread to run on")?;
        let done = runtime.block_on(async {
            let store = args.database.open().await?;
            let done = rewrap(&store).await;
            store.close().await;
            done
        })?;
        println!("Sealed again with the first key: {}.", count(done, "row"));
        println!("The other keys are still needed to read backups made before now; keep them as long as those.");
    }
    Ok(ExitCode::SUCCESS)
}

/// Seals again, a few rows at a time, all that former keys sealed.
pub(crate) async fn rewrap(store: &Store) -> Result<usize> {
    let mut done = 0;
    loop {
        match store.rewrap(FEW).await.context("not everything was sealed again; the former keys are still needed")? {
            0 => return Ok(done),
            few => done += few,
        }
    }
}
