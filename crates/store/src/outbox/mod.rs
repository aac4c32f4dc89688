//! Messages waiting to go out: written with what caused them, lent to one sender at a time, marked before they are handed
//! over, tried a few times.

mod lend;
mod recipient;
mod settle;
mod unsure;

pub use lend::{LEASE, List, MOST_TRIES, Mail};
pub use recipient::{Phone, PostalAddress, Recipient};
pub use settle::{MOST_REFUSALS, Outcome};
pub use unsure::Unsure;

use jiff::Timestamp;
use sqlx::AnyConnection;
use std::fmt;

use crate::account::Email;
use crate::error::StoreError;
use crate::event::Position;
use crate::id::{MailId, SubscriberId};
use crate::sql::{fit, moment, number};
use crate::store::Store;

/// The longest message, in bytes.
const LONGEST: usize = 1024 * 1024;

/// A letter by email, to be sent. Printed without its words, which may hold a link that opens something.
#[derive(Clone, PartialEq, Eq)]
pub struct NewMail {
    /// To whom.
    pub to: Email,
    /// Its subject, which may be seen by others on a locked screen.
    pub subject: String,
    /// Its words.
    pub body: String,
    /// Not before; none for at once.
    pub due: Option<Timestamp>,
}

/// A message of any channel, to be sent. Printed without its words.
#[derive(Clone, PartialEq, Eq)]
pub struct NewMessage {
    /// To whom, and thereby how.
    pub to: Recipient,
    /// Its subject, which may be seen by others on a locked screen. A text message has none.
    pub subject: String,
    /// Its words.
    pub body: String,
    /// The same words as HTML, where it goes by email.
    pub html: Option<String>,
    /// Not before; none for at once.
    pub due: Option<Timestamp>,
}

impl From<NewMail> for NewMessage {
    fn from(mail: NewMail) -> Self {
        let NewMail { to, subject, body, due } = mail;
        Self { to: Recipient::Email(to), subject, body, html: None, due }
    }
}

/// Whose message it is, as it is kept.
pub(crate) enum Whose<'a> {
    Recipient(&'a Recipient),
    /// Somebody who asked for updates: their address stays sealed until it is sent.
    Subscriber(SubscriberId),
}

/// A message as it is put into the outbox.
pub(crate) struct Row<'a> {
    pub(crate) to: Whose<'a>,
    pub(crate) subject: &'a str,
    pub(crate) body: &'a str,
    pub(crate) html: Option<&'a str>,
    pub(crate) due: Option<Timestamp>,
}

impl Row<'_> {
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        fit("the subject of a letter", self.subject, 500)?;
        fit("a letter", self.body, LONGEST)?;
        fit("a letter", self.html.unwrap_or_default(), LONGEST)
    }

    pub(crate) async fn insert(
        &self,
        tx: &mut AnyConnection,
        position: Option<Position>,
        at: Timestamp,
    ) -> Result<MailId, StoreError> {
        let id = MailId::new(at);
        let (channel, recipient, subscriber) = match self.to {
            Whose::Recipient(to) => (to.channel(), to.to_string(), None),
            Whose::Subscriber(id) => (None, String::new(), Some(id.to_string())),
        };
        sqlx::query(
            "insert into outbox (id, position, recipient, subject, body, created, due, tries, channel, html, subscriber)
             values ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9, $10)",
        )
        .bind(id.to_string())
        .bind(position.map(|position| position.0))
        .bind(recipient)
        .bind(self.subject)
        .bind(self.body)
        .bind(moment(at))
        .bind(moment(self.due.unwrap_or(at)))
        .bind(channel)
        .bind(self.html)
        .bind(subscriber)
        .execute(tx)
        .await?;
        Ok(id)
    }
}

impl NewMessage {
    fn row(&self) -> Row<'_> {
        let Self { to, subject, body, html, due } = self;
        Row { to: Whose::Recipient(to), subject, body, html: html.as_deref(), due: *due }
    }
}

impl NewMail {
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        fit("the subject of a letter", &self.subject, 500)?;
        fit("a letter", &self.body, LONGEST)
    }

    pub(crate) async fn insert(
        &self,
        tx: &mut AnyConnection,
        position: Option<Position>,
        at: Timestamp,
    ) -> Result<MailId, StoreError> {
        NewMessage::from(self.clone()).row().insert(tx, position, at).await
    }
}

/// How many messages wait, went out, were given up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OutboxCounts {
    /// Not sent yet.
    pub waiting: i64,
    /// Sent.
    pub sent: i64,
    /// Given up; someone should look.
    pub given_up: i64,
    /// Handed over, and nobody knows whether they went out; someone should look.
    pub unsure: i64,
}

impl Store {
    /// Puts a letter into the outbox that no event causes: an invitation, a way back in.
    pub async fn post(&self, mail: &NewMail, at: Timestamp) -> Result<MailId, StoreError> {
        self.post_message(&mail.clone().into(), at).await
    }

    /// Puts a message of any channel into the outbox.
    pub async fn post_message(&self, message: &NewMessage, at: Timestamp) -> Result<MailId, StoreError> {
        let row = message.row();
        row.check()?;
        let mut tx = self.write().await?;
        let id = row.insert(&mut tx, None, at).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Forgets messages that went out or were given up before a moment, or of which nobody has known since then what became
    /// of them, and says how many.
    pub async fn outbox_prune(&self, before: Timestamp) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query("delete from outbox where sent < $1 or given_up < $1 or unsure < $1")
            .bind(moment(before))
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected())
    }

    /// How many messages wait, went out, were given up, are unsure.
    pub async fn outbox_counts(&self) -> Result<OutboxCounts, StoreError> {
        let row = sqlx::query(
            "select count(*) as whole, count(sent) as sent, count(given_up) as given_up, count(unsure) as unsure
             from outbox",
        )
        .fetch_one(&self.pool)
        .await?;
        let (sent, given_up, unsure) = (number(&row, "sent")?, number(&row, "given_up")?, number(&row, "unsure")?);
        Ok(OutboxCounts { waiting: number(&row, "whole")? - sent - given_up - unsure, sent, given_up, unsure })
    }
}

impl fmt::Debug for NewMail {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "NewMail({:?})", self.subject)
    }
}

impl fmt::Debug for NewMessage {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "NewMessage({:?})", self.subject)
    }
}
