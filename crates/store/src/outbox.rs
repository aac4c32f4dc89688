//! Letters waiting to go out: written with what caused them, handed to one sender at a time, tried a few times.

use jiff::{SignedDuration, Timestamp};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use std::fmt;

use crate::account::Email;
use crate::error::StoreError;
use crate::event::Position;
use crate::id::MailId;
use crate::sql::{fit, moment, moment_or_none, number, read, text};
use crate::store::Store;

/// How often a letter is tried before it is given up.
pub const MOST_TRIES: i64 = 10;
/// How long one sender has a letter for itself. A sender that dies in the middle is followed by another after that.
pub const LEASE: SignedDuration = SignedDuration::from_mins(5);

/// A letter to be sent. Printed without its words, which may hold a link that opens something.
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

impl NewMail {
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        fit("the subject of a letter", &self.subject, 500)?;
        fit("a letter", &self.body, 1024 * 1024)
    }

    pub(crate) async fn insert(
        &self,
        tx: &mut AnyConnection,
        position: Option<Position>,
        at: Timestamp,
    ) -> Result<MailId, StoreError> {
        let id = MailId::new(at);
        sqlx::query(
            "insert into outbox (id, position, recipient, subject, body, created, due, tries)
             values ($1, $2, $3, $4, $5, $6, $7, 0)",
        )
        .bind(id.to_string())
        .bind(position.map(|position| position.0))
        .bind(self.to.as_str())
        .bind(self.subject.as_str())
        .bind(self.body.as_str())
        .bind(moment(at))
        .bind(moment(self.due.unwrap_or(at)))
        .execute(tx)
        .await?;
        Ok(id)
    }
}

/// A letter handed to one sender, who now sends it and says how it went. Printed without its words.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    /// Which letter. A sender may pass it on as the message's own id, so that one sent twice can be told.
    pub id: MailId,
    /// To whom.
    pub to: Email,
    /// Its subject.
    pub subject: String,
    /// Its words.
    pub body: String,
    /// Which try this is, from 1.
    pub tries: i64,
    holder: MailId,
}

/// How many letters wait, went out, were given up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OutboxCounts {
    /// Not sent yet.
    pub waiting: i64,
    /// Sent.
    pub sent: i64,
    /// Given up; someone should look.
    pub given_up: i64,
}

impl Store {
    /// Puts a letter into the outbox that no event causes: an invitation, a way back in.
    pub async fn post(&self, mail: &NewMail, at: Timestamp) -> Result<MailId, StoreError> {
        mail.check()?;
        let mut tx = self.write().await?;
        let id = mail.insert(&mut tx, None, at).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Letters that are due, at most `limit`, the longest waiting first. No other sender is handed them for the length
    /// of `LEASE`.
    pub async fn due(&self, now: Timestamp, limit: usize) -> Result<Vec<Mail>, StoreError> {
        let waiting = sqlx::query(
            "select id from outbox where sent is null and given_up is null and due <= $1
             and (lease is null or lease <= $1) limit 1",
        );
        // Most often nothing is due, and asking needs no turn to write.
        if waiting.bind(moment(now)).fetch_optional(&self.pool).await?.is_none() {
            return Ok(Vec::new());
        }
        let holder = MailId::new(now);
        let mut tx = self.write().await?;
        sqlx::query(
            "update outbox set given_up = $1, fault = coalesce(fault, 'every sender stopped in the middle')
             where sent is null and given_up is null and tries >= $2 and (lease is null or lease <= $1)",
        )
        .bind(moment(now))
        .bind(MOST_TRIES)
        .execute(&mut *tx)
        .await?;
        // The conditions stand twice: PostgreSQL asks the outer ones again after waiting for another sender's row.
        let rows = sqlx::query(
            "update outbox set lease = $1, holder = $2, tries = tries + 1
             where sent is null and given_up is null and due <= $3 and (lease is null or lease <= $3)
             and id in (select id from outbox where sent is null and given_up is null and due <= $3
                        and (lease is null or lease <= $3) order by due, id limit $4)
             returning id, recipient, subject, body, tries, due",
        )
        .bind(moment(now + LEASE))
        .bind(holder.to_string())
        .bind(moment(now))
        .bind(i64::try_from(limit).unwrap_or(i64::MAX))
        .fetch_all(&mut *tx)
        .await?;
        tx.commit().await?;
        let mut mail = rows
            .iter()
            .map(|row| Ok((text(row, "due")?, mail(row, holder)?)))
            .collect::<Result<Vec<_>, StoreError>>()?;
        mail.sort_by(|a, b| (&a.0, a.1.id).cmp(&(&b.0, b.1.id)));
        Ok(mail.into_iter().map(|(_, mail)| mail).collect())
    }

    /// Says that a letter went out. Its words and whom it went to are blanked. False where its lease had passed and
    /// another sender has it.
    pub async fn sent(&self, mail: &Mail, at: Timestamp) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query(
            "update outbox set sent = $1, recipient = '', subject = '', body = '', lease = null, holder = null, fault = null
             where id = $2 and holder = $3",
        )
        .bind(moment(at))
        .bind(mail.id.to_string())
        .bind(mail.holder.to_string())
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }

    /// Says that a letter did not go out, why, and when to try again; none for never. After `MOST_TRIES` it is given up.
    pub async fn failed(
        &self,
        mail: &Mail,
        why: &str,
        at: Timestamp,
        retry_at: Option<Timestamp>,
    ) -> Result<bool, StoreError> {
        let retry_at = retry_at.filter(|_| mail.tries < MOST_TRIES);
        let why: String = why.replace('\0', " ").chars().take(1000).collect();
        let mut tx = self.write().await?;
        let done = sqlx::query(
            "update outbox set fault = $1, due = coalesce($2, due), given_up = $3, lease = null, holder = null
             where id = $4 and holder = $5",
        )
        .bind(why)
        .bind(moment_or_none(retry_at))
        .bind(if retry_at.is_none() { Some(moment(at)) } else { None })
        .bind(mail.id.to_string())
        .bind(mail.holder.to_string())
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }

    /// Forgets letters that went out or were given up before a moment, and says how many.
    pub async fn outbox_prune(&self, before: Timestamp) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query("delete from outbox where sent < $1 or given_up < $1")
            .bind(moment(before))
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected())
    }

    /// How many letters wait, went out, were given up.
    pub async fn outbox_counts(&self) -> Result<OutboxCounts, StoreError> {
        let row = sqlx::query("select count(*) as whole, count(sent) as sent, count(given_up) as given_up from outbox")
            .fetch_one(&self.pool)
            .await?;
        let (sent, given_up) = (number(&row, "sent")?, number(&row, "given_up")?);
        Ok(OutboxCounts { waiting: number(&row, "whole")? - sent - given_up, sent, given_up })
    }
}

impl fmt::Debug for NewMail {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "NewMail({:?})", self.subject)
    }
}

impl fmt::Debug for Mail {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Mail({}, {:?}, try {})", self.id, self.subject, self.tries)
    }
}

fn mail(row: &AnyRow, holder: MailId) -> Result<Mail, StoreError> {
    Ok(Mail {
        id: read(row, "id")?,
        to: read(row, "recipient")?,
        subject: text(row, "subject")?,
        body: text(row, "body")?,
        tries: number(row, "tries")?,
        holder,
    })
}
