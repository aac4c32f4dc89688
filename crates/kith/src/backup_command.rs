//! `kith backup` and `kith restore`: everything out while Kith serves, and back with proof.

use anyhow::{Context, Result, bail};
use clap::Args;
use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;
use std::process::ExitCode;
use store::{Keys, Location, Proof, open_backup};

use crate::database::DatabaseArgs;
use crate::files::count;

/// Back the database up while it is in use.
#[derive(Args)]
pub(crate) struct BackupArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// The file to write. Where its name ends in .db, a copy of the SQLite file; else all of it as text.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Seal it with the installation's key, so that nobody can read it without.
    #[arg(long)]
    seal: bool,
    /// Seal it with the first key in this file instead.
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
}

/// Restore a backup into an empty database, and prove that all is there.
#[derive(Args)]
pub(crate) struct RestoreArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// The backup, as `kith backup` wrote it as text.
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// The file with the key it was sealed with, where that is not the installation's own.
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
}

/// Runs `kith backup`.
pub(crate) fn backup(args: BackupArgs) -> Result<ExitCode> {
    let location = args.database.location()?;
    if let Location::Sqlite(path) = &location
        && !path.exists()
    {
        bail!("there is no database {location}\n  Hint: say where it is with --data or --database");
    }
    let key = match &args.key {
        Some(file) => Some(Keys::load(file)?.current()?),
        None if args.seal => Some(Keys::load(&args.database.key_file())?.current()?),
        None => None,
    };
    let proof = run(async {
        let store = args.database.open().await?;
        let made = match &key {
            Some(key) => store.backup_sealed(&args.out, key).await,
            None => store.backup(&args.out).await,
        };
        let made = made.with_context(|| format!("no backup of {location} was made"));
        store.close().await;
        made
    })?;
    println!("Backup of {location} in {}: {}.", args.out.display(), words(&proof));
    match key {
        Some(key) => {
            println!("It is sealed with the key {}, and worth nothing without it. Keep the two apart.", key.id())
        }
        None => println!(
            "It holds personal data, and not the installation key: keep both safe, and apart from one another."
        ),
    }
    Ok(ExitCode::SUCCESS)
}

/// Runs `kith restore`.
pub(crate) fn restore(args: RestoreArgs) -> Result<ExitCode> {
    let file = File::open(&args.from).with_context(|| format!("cannot read {}", args.from.display()))?;
    let location = args.database.location()?;
    let own = args.database.key_file();
    let file_of_key = args.key.or_else(|| own.exists().then_some(own));
    let keys = file_of_key.map(|file| Keys::load(&file)).transpose()?;
    let mut from = open_backup(BufReader::new(file), keys.as_ref())
        .with_context(|| format!("{} cannot be opened", args.from.display()))?;
    let proof = run(async {
        let store = args.database.open().await?;
        let done = store.restore(&mut from).await;
        if done.is_ok() {
            store.sessions_end().await.context("restored, but not everyone is signed out")?;
        }
        store.close().await;
        done.with_context(|| format!("{} was not restored into {location}, which is as it was", args.from.display()))
    })?;
    println!("Restored into {location}: {}.", words(&proof));
    println!("Every stream is without gaps, every audit chain is whole, and written out again it is the same.");
    println!("Everyone has to sign in again.");
    Ok(ExitCode::SUCCESS)
}

fn run<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::runtime::Builder::new_current_thread().enable_all().build().context("no thread to run on")?.block_on(work)
}

fn words(proof: &Proof) -> String {
    let digest = proof.digest.as_ref().map(|digest| format!(", SHA-256 {digest}")).unwrap_or_default();
    let many = |number: i64, thing| count(usize::try_from(number).unwrap_or_default(), thing);
    format!("{}, {}{digest}", many(proof.whole(), "row"), many(proof.position.0, "event"))
}
