//! `kith account`: people who sign in, from the command line, for whoever runs the installation.

use crate::database::DatabaseArgs;
use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use jiff::{SignedDuration, Timestamp};
use std::process::ExitCode;
use store::{Account, AccountState, Doer, Email, Grant, INSTALLATION, Note, RecoveryToken, Removed, Store};
use web::account::Role;

/// What to do with accounts.
#[derive(Args)]
pub(crate) struct AccountArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// List every account with its roles.
    List,
    /// Give a role: at a council, or, for an operator or an adviser, for the whole installation.
    Grant(GrantArgs),
    /// Take a role away.
    Revoke(GrantArgs),
    /// Let an account be used no longer; all its sessions end.
    Suspend(Who),
    /// Let it be used again.
    Resume(Who),
    /// Take the second factor away, for somebody who lost both phone and written codes. Make sure first who they are.
    ResetFactor(Who),
    /// Print a link to choose a new password, for where no mail can be sent.
    NewPassword(NewPassword),
    /// Erase an account: name, address, password, sessions. What it did stays, under a name that leads to nobody.
    Erase(Who),
}

#[derive(Args)]
struct Who {
    /// The email address.
    email: Email,
}

#[derive(Args)]
struct NewPassword {
    /// The email address.
    email: Email,
    /// The address by which people reach this site.
    #[arg(long, default_value = "http://127.0.0.1:8080")]
    address: String,
}

#[derive(Args)]
struct GrantArgs {
    /// The email address.
    email: Email,
    /// The role: reader, editor, publisher, lead, administrator, adviser or operator.
    role: String,
    /// The council's name in addresses, such as southwark.
    #[arg(long)]
    council: Option<String>,
}

impl GrantArgs {
    fn grant(&self) -> Result<Grant> {
        let Some(role) = Role::read(&self.role) else {
            let words: Vec<&str> = Role::ALL.iter().map(|role| role.word()).collect();
            bail!("{:?} is not a role; the roles are: {}", self.role, words.join(", "));
        };
        match (Role::AT_COUNCIL.contains(&role), &self.council) {
            (true, None) => bail!("say at which council, with --council southwark"),
            (false, Some(_)) => bail!("the role {} is for the whole installation; leave --council out", self.role),
            _ => Ok(Grant { role: role.word().parse()?, council: self.council.clone() }),
        }
    }
}

/// Runs `kith account`.
pub(crate) fn run(args: AccountArgs) -> Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("no thread to run on")?;
    runtime.block_on(async {
        let store = args.database.open().await?;
        let done = act(&store, &args.what).await;
        store.close().await;
        done
    })?;
    Ok(ExitCode::SUCCESS)
}

async fn act(store: &Store, what: &What) -> Result<()> {
    let now = Timestamp::now();
    let doer = Doer { by: None, at: now };
    match what {
        What::List => return list(store).await,
        What::Grant(args) => {
            let (account, grant) = (find(store, &args.email).await?, args.grant()?);
            store.grant_add(account.id, &grant, doer).await?;
            println!("{} is {} now.", account.email, words(&grant));
        }
        What::Revoke(args) => {
            let (account, grant) = (find(store, &args.email).await?, args.grant()?);
            // Whoever could invite others takes along the invitations that are still open.
            if store.inviter_remove(account.id, &grant, false, doer).await? == Removed::NotHeld {
                bail!("{} was not {}", account.email, words(&grant));
            }
            println!("{} is not {} any longer.", account.email, words(&grant));
        }
        What::Suspend(who) => set(store, who, AccountState::Suspended, doer, "can no longer sign in").await?,
        What::Resume(who) => set(store, who, AccountState::Active, doer, "can sign in again").await?,
        What::ResetFactor(who) => {
            let account = find(store, &who.email).await?;
            store.totp_remove(account.id, doer).await?;
            store.sessions_revoke(account.id, None).await?;
            println!("{} sets up a new second step when next signing in.", account.email);
        }
        What::NewPassword(args) => {
            let account = find(store, &args.email).await?;
            let token = RecoveryToken::fresh();
            let about = account.id.to_string();
            let note = Note { by: None, at: now, deed: "password_link_printed", stream: None, reason: Some(&about) };
            store.note(INSTALLATION, &note).await?;
            store.recovery_add(account.id, &token, now, now + SignedDuration::from_hours(1), None).await?;
            println!("Works for an hour: {}/account/recovery/{}", args.address.trim_end_matches('/'), token.reveal());
        }
        What::Erase(who) => {
            let account = find(store, &who.email).await?;
            store.account_erase(account.id, doer).await?;
            println!("The account is erased.");
        }
    }
    Ok(())
}

async fn find(store: &Store, email: &Email) -> Result<Account> {
    store
        .account_by_email(email)
        .await?
        .with_context(|| format!("there is no account for {email}; see `kith account list`"))
}

async fn set(store: &Store, who: &Who, state: AccountState, doer: Doer, told: &str) -> Result<()> {
    let account = find(store, &who.email).await?;
    store.account_set_state(account.id, state, doer).await?;
    println!("{} {told}.", account.email);
    Ok(())
}

async fn list(store: &Store) -> Result<()> {
    for account in store.accounts().await? {
        let grants = store.grants(account.id).await?;
        let roles: Vec<String> = grants.iter().map(words).collect();
        let state = if account.state == AccountState::Active { "" } else { ", suspended" };
        let factor = if account.second_factor { "" } else { ", no second step yet" };
        println!("{}  {}  {}{state}{factor}", account.email, account.name, roles.join(", "));
    }
    Ok(())
}

fn words(grant: &Grant) -> String {
    match &grant.council {
        Some(council) => format!("{} at {council}", grant.role.as_str()),
        None => grant.role.as_str().to_owned(),
    }
}
