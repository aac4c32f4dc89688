//! How messages went, told by whoever was to send them.

use jiff::Timestamp;
use sqlx::{AnyConnection, AssertSqlSafe};
use std::collections::BTreeSet;

use crate::error::StoreError;
use crate::id::SubscriberId;
use crate::outbox::{MOST_TRIES, Mail};
use crate::sql::{moment, number, places};
use crate::store::Store;

/// How many updates in turn an address may refuse for good before it is forgotten.
pub const MOST_REFUSALS: i64 = 2;

/// How a message went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was taken.
    Sent,
    /// It was certainly not taken; it is tried again then, and given up after `MOST_TRIES`.
    Later {
        /// Why.
        why: String,
        /// When to try again.
        at: Timestamp,
    },
    /// The way out is busy: this was no try.
    Busy {
        /// When to try again.
        at: Timestamp,
    },
    /// It never will be taken.
    Refused {
        /// Why.
        why: String,
        /// Whether because nobody is at this address.
        no_such_address: bool,
    },
    /// Nobody can know whether it was taken.
    Unsure {
        /// Why.
        why: String,
    },
}

impl Store {
    /// Keeps how messages went, all in one, and says of how many it was still for this sender to say. Of what was sent,
    /// words and recipients are blanked. An address that refuses updates twice in turn is forgotten.
    pub async fn settle(&self, told: &[(Mail, Outcome)], at: Timestamp) -> Result<usize, StoreError> {
        let mut tx = self.write().await?;
        let sent: Vec<&Mail> =
            told.iter().filter(|(_, outcome)| *outcome == Outcome::Sent).map(|(mail, _)| mail).collect();
        let mut done = sent_all(&mut tx, &sent, at).await?;
        for (mail, outcome) in told {
            done += match outcome {
                Outcome::Sent => 0,
                Outcome::Later { why, at: again } if mail.tries < MOST_TRIES => {
                    later(&mut tx, mail, Some(why), *again, 0).await?
                }
                Outcome::Busy { at: again } => later(&mut tx, mail, None, *again, 1).await?,
                Outcome::Later { why, .. } | Outcome::Refused { why, .. } => {
                    end(
                        &mut tx,
                        mail,
                        "update outbox set fault = $1, given_up = $2, handed = null, lease = null, holder = null
                         where id = $3 and holder = $4",
                        why,
                        at,
                    )
                    .await?
                }
                Outcome::Unsure { why } => {
                    end(
                        &mut tx,
                        mail,
                        "update outbox set fault = $1, unsure = $2, lease = null, holder = null
                         where id = $3 and holder = $4",
                        why,
                        at,
                    )
                    .await?
                }
            };
            if let (Outcome::Refused { no_such_address: true, .. }, Some(subscriber)) = (outcome, mail.subscriber) {
                refused(&mut tx, subscriber).await?;
            }
        }
        tx.commit().await?;
        Ok(done)
    }
}

async fn sent_all(tx: &mut AnyConnection, sent: &[&Mail], at: Timestamp) -> Result<usize, StoreError> {
    let Some(holder) = sent.first().map(|mail| mail.holder) else { return Ok(0) };
    let words = format!(
        "update outbox set sent = $1, recipient = '', subject = '', body = '', html = null, lease = null, holder = null,
         fault = null where holder = $2 and id in ({})",
        places(3, sent.len())
    );
    let mut query = sqlx::query(AssertSqlSafe(words)).bind(moment(at)).bind(holder.to_string());
    for mail in sent {
        query = query.bind(mail.id.to_string());
    }
    let done = query.execute(&mut *tx).await?;
    let people: BTreeSet<SubscriberId> = sent.iter().filter_map(|mail| mail.subscriber).collect();
    if !people.is_empty() {
        let words =
            format!("update subscribers set refused = 0 where refused > 0 and id in ({})", places(1, people.len()));
        let mut query = sqlx::query(AssertSqlSafe(words));
        for id in people {
            query = query.bind(id.to_string());
        }
        query.execute(tx).await?;
    }
    Ok(usize::try_from(done.rows_affected()).unwrap_or(usize::MAX))
}

async fn later(
    tx: &mut AnyConnection,
    mail: &Mail,
    why: Option<&str>,
    at: Timestamp,
    fewer: i64,
) -> Result<usize, StoreError> {
    let done = sqlx::query(
        "update outbox set fault = coalesce($1, fault), due = $2, tries = tries - $3, handed = null, lease = null,
         holder = null where id = $4 and holder = $5",
    )
    .bind(why.map(short))
    .bind(moment(at))
    .bind(fewer)
    .bind(mail.id.to_string())
    .bind(mail.holder.to_string())
    .execute(tx)
    .await?;
    Ok(usize::from(done.rows_affected() == 1))
}

async fn end(
    tx: &mut AnyConnection,
    mail: &Mail,
    words: &'static str,
    why: &str,
    at: Timestamp,
) -> Result<usize, StoreError> {
    let done = sqlx::query(words)
        .bind(short(why))
        .bind(moment(at))
        .bind(mail.id.to_string())
        .bind(mail.holder.to_string())
        .execute(tx)
        .await?;
    Ok(usize::from(done.rows_affected() == 1))
}

/// An address refused for good. The second time in turn it is forgotten, with what waits for it.
async fn refused(tx: &mut AnyConnection, subscriber: SubscriberId) -> Result<(), StoreError> {
    let row = sqlx::query("update subscribers set refused = refused + 1 where id = $1 returning refused")
        .bind(subscriber.to_string())
        .fetch_optional(&mut *tx)
        .await?;
    match row {
        Some(row) if number(&row, "refused")? >= MOST_REFUSALS => crate::update::forget(tx, subscriber).await,
        _ => Ok(()),
    }
}

fn short(why: &str) -> String {
    why.replace('\0', " ").chars().take(1000).collect()
}
