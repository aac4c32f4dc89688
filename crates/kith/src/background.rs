//! What goes on beside serving: new editions are shown, a new day is noticed, people are reminded and told what is new, the first
//! account is offered.

use crate::audit_command::keep_heads;
use crate::keys_command::rewrap;
use anyhow::{Context, Result};
use jiff::{SignedDuration, Timestamp};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use store::{SetupToken, Store};
use tokio::task::spawn_blocking;
use web::{App, Boards, Caseload, Clock, Keeper};

/// How long the link for the first account works.
const SETUP: SignedDuration = SignedDuration::from_hours(24);
/// How often the day is looked at.
const DAY: Duration = Duration::from_secs(20);
/// How long to wait before reading again what could not be read.
const AGAIN: Duration = Duration::from_secs(5);
/// How long keys of forms, attempts and links that ran out are kept.
const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How long it is kept that somebody asked for updates and did not confirm it.
const ASKED_KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How long forms are kept that were begun and not sent.
const DRAFTS_KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// How long a question is kept that was closed: time to read the answer again, and to complain of it.
const QUESTIONS_CLOSED: SignedDuration = SignedDuration::from_hours(183 * 24);
/// How long any question is kept that nobody touched.
const QUESTIONS_KEPT: SignedDuration = SignedDuration::from_hours(365 * 24);

/// Prints a link for the first account, where there is no account yet.
pub(crate) async fn first_account(store: &Store, base: &str) -> Result<()> {
    if store.accounts_count().await.context("the accounts cannot be read")? > 0 {
        return Ok(());
    }
    let (now, token) = (Timestamp::now(), SetupToken::fresh());
    store.setup_offer(&token, now, now + SETUP).await.context("no link for the first account could be made")?;
    println!("For councils: make the first account, once, within a day, at {base}/account/set-up/{}", token.reveal());
    Ok(())
}

/// Follows what is written, on whichever node, and what day it is.
pub(crate) fn follow(app: &App, keeper: &Arc<Keeper>, folder: PathBuf) {
    let (shown, kept) = (app.clone(), keeper.clone());
    tokio::spawn(async move {
        let mut changes = kept.store().changes();
        while changes.changed().await.is_ok() {
            while let Err(error) = kept.catch_up().await {
                tracing::warn!(%error, "what councils wrote could not be read; the pages stay as they are");
                tokio::time::sleep(AGAIN).await;
            }
            // Somebody's act may have taken the news in first.
            if kept.has_news() {
                republish(&shown).await;
                tell(&shown).await;
            }
        }
    });
    let (shown, kept) = (app.clone(), keeper.clone());
    tokio::spawn(async move {
        let mut day = Clock::system().today();
        remind(&shown).await;
        tell(&shown).await;
        heads(kept.store(), &folder).await;
        loop {
            tokio::time::sleep(DAY).await;
            let today = Clock::system().today();
            if today != day {
                day = today;
                republish(&shown).await;
                tidy(kept.store()).await;
                remind(&shown).await;
                tell(&shown).await;
                heads(kept.store(), &folder).await;
            }
        }
    });
}

/// Follows what is written in cases, on whichever node.
pub(crate) fn follow_cases(store: &Store, caseload: &Arc<Caseload>) {
    let (mut changes, caseload) = (store.changes(), caseload.clone());
    tokio::spawn(async move {
        while changes.changed().await.is_ok() {
            while let Err(error) = caseload.catch_up().await {
                tracing::warn!(%error, "cases could not be read; the lists stay as they are");
                tokio::time::sleep(AGAIN).await;
            }
        }
    });
}

/// Follows what is written of workshops, groups, advice and updates, on whichever node.
pub(crate) fn follow_boards(store: &Store, boards: &Arc<Boards>) {
    let (mut changes, boards) = (store.changes(), boards.clone());
    tokio::spawn(async move {
        while changes.changed().await.is_ok() {
            while let Err(error) = boards.catch_up().await {
                tracing::warn!(%error, "what hosts run could not be read; the pages stay as they are");
                tokio::time::sleep(AGAIN).await;
            }
        }
    });
}

/// Follows what day it is, where there is no database.
pub(crate) fn follow_day(app: &App) {
    let shown = app.clone();
    tokio::spawn(async move {
        let mut day = Clock::system().today();
        loop {
            tokio::time::sleep(DAY).await;
            if std::mem::replace(&mut day, Clock::system().today()) != day {
                republish(&shown).await;
            }
        }
    });
}

async fn republish(app: &App) {
    let app = app.clone();
    if let Err(error) = spawn_blocking(move || app.republish()).await {
        tracing::error!(%error, "new editions could not be shown");
    }
}

async fn remind(app: &App) {
    match app.remind().await {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "letters that remind were written"),
        Err(error) => tracing::warn!(%error, "nobody could be reminded; it is tried again tomorrow"),
    }
    match app.ask_organisers().await {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "organisers were asked whether their groups met"),
        Err(error) => tracing::warn!(%error, "organisers could not be asked; it is tried again tomorrow"),
    }
}

async fn tell(app: &App) {
    match app.tell().await {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "updates were written"),
        Err(error) => tracing::warn!(%error, "updates could not be written; it is tried again"),
    }
}

/// Keeps the ends of the audit chains beside the database.
async fn heads(store: &Store, folder: &Path) {
    if let Err(error) = keep_heads(store, folder, Timestamp::now()).await {
        tracing::warn!("the ends of the audit chains could not be kept; it is tried again tomorrow: {error:#}");
    }
}

/// Forgets what has run out, and seals again what a former key sealed.
async fn tidy(store: &Store) {
    let now = Timestamp::now();
    let before = now - KEPT;
    let done = async {
        store.sessions_prune(now).await?;
        store.attempts_prune(before).await?;
        store.links_prune(before).await?;
        store.closed_pages_prune(now).await?;
        store.outbox_prune(before).await?;
        store.subscribers_prune(now - ASKED_KEPT).await?;
        store.forget_drafts(now - DRAFTS_KEPT).await?;
        store.group_links_prune(now).await?;
        store.questions_prune(now - QUESTIONS_CLOSED, now - QUESTIONS_KEPT).await?;
        store.forget_bookings(Clock::system().today()).await?;
        store.forget_keys(before).await
    };
    if let Err(error) = done.await {
        tracing::warn!(%error, "what has run out could not be forgotten; it is tried again tomorrow");
    }
    if let Err(error) = rewrap(store).await {
        tracing::warn!("{error:#}");
    }
}
