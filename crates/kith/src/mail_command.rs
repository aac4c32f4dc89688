//! `kith mail`: what waits to be sent, what nobody knows of, and addresses that mail comes back from.

use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use jiff::Timestamp;
use std::process::ExitCode;
use store::{Email, MailId, Store};

use crate::database::DatabaseArgs;
use crate::mail::{MailArgs, Posting};

/// How many messages of which nobody knows are listed.
const LISTED: usize = 1000;

/// What to do with messages.
#[derive(Args)]
pub(crate) struct MailCommandArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Send all that is due, as `kith serve` does by itself, and end.
    Send(MailArgs),
    /// Print how many messages wait, and list those of which nobody knows whether they went out.
    Unsure,
    /// Send one of those again. It may arrive a second time.
    Again {
        /// Its id, as `kith mail unsure` prints it.
        id: MailId,
    },
    /// Say of one of those that it went out.
    Went {
        /// Its id, as `kith mail unsure` prints it.
        id: MailId,
    },
    /// Send no more updates to an address: mail to it comes back, or its owner asks for it.
    Bounce {
        /// The address.
        address: Email,
    },
}

/// Runs `kith mail`.
pub(crate) fn run(args: MailCommandArgs) -> Result<ExitCode> {
    if !args.database.is_there()? {
        bail!("there is no database {}\n  Hint: say where it is with --data or --database", args.database.location()?);
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no threads to run on")?;
    runtime.block_on(async {
        let store = args.database.open().await?;
        let done = act(&args, &store).await;
        store.close().await;
        done
    })
}

async fn act(args: &MailCommandArgs, store: &Store) -> Result<ExitCode> {
    let now = Timestamp::now();
    let of = |was: bool| if was { Ok(()) } else { bail!("there is no message of this id of which nobody knows") };
    match &args.what {
        What::Send(mail) => {
            let sender = mail.sender(&args.database.folder()?)?;
            let mut posting = Posting::once(store.clone(), sender);
            while posting.round().await? > 0 {}
            print(store).await?;
        }
        What::Unsure => {
            print(store).await?;
            for one in store.unsure(LISTED).await? {
                let host = one.host.as_deref().unwrap_or("-");
                println!("{}  {}  {host}  {:?}  {}", one.id, one.handed, one.subject, one.why.unwrap_or_default());
            }
        }
        What::Again { id } => of(store.send_again(*id, now).await?)?,
        What::Went { id } => of(store.was_sent(*id, now).await?)?,
        What::Bounce { address } => {
            let lists = store.subscriber_forget(address).await?;
            println!("Taken off {}.", crate::files::count(lists, "list"));
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn print(store: &Store) -> Result<()> {
    let counts = store.outbox_counts().await?;
    println!(
        "{} waiting, {} sent, {} given up, {} not sure",
        counts.waiting, counts.sent, counts.given_up, counts.unsure
    );
    Ok(())
}
