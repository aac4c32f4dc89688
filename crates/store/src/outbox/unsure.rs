//! Messages that were handed over by a sender who then died, or was not answered: a person, or the service that was to send
//! them, says what became of them.

use jiff::Timestamp;

use crate::error::StoreError;
use crate::id::MailId;
use crate::sql::{moment, read, read_or_none, text};
use crate::store::Store;
use sqlx::Row;

/// A message of which nobody knows whether it went out. To whom it was is not told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsure {
    /// Which.
    pub id: MailId,
    /// When it was handed over.
    pub handed: Timestamp,
    /// What it was handed to, in a word.
    pub way: String,
    /// Its subject.
    pub subject: String,
    /// Whose update it was, where it is one of many: the host, by its name in addresses.
    pub host: Option<String>,
    /// What is known.
    pub why: Option<String>,
}

impl Store {
    /// What nobody knows of whether it went out, the longest ago first, at most `limit`.
    pub async fn unsure(&self, limit: usize) -> Result<Vec<Unsure>, StoreError> {
        let rows = sqlx::query(
            "select outbox.id, coalesce(outbox.handed, outbox.unsure) as handed,
             coalesce(outbox.way, '') as way, coalesce(bulletin_letters.subject, outbox.subject) as subject, bulletins.host, outbox.fault from outbox
             left join bulletin_letters on bulletin_letters.id = outbox.letter
             left join bulletins on bulletins.id = bulletin_letters.bulletin
             where outbox.unsure is not null order by outbox.unsure, outbox.id limit $1",
        )
        .bind(i64::try_from(limit).unwrap_or(i64::MAX))
        .fetch_all(&self.pool)
        .await?;
        let each = rows.iter().map(|row| {
            Ok(Unsure {
                id: read(row, "id")?,
                handed: read(row, "handed")?,
                way: text(row, "way")?,
                subject: text(row, "subject")?,
                host: read_or_none(row, "host")?,
                why: row.try_get("fault")?,
            })
        });
        each.collect()
    }

    /// Sends again what was unsure. False where it is not unsure any more.
    pub async fn send_again(&self, id: MailId, at: Timestamp) -> Result<bool, StoreError> {
        self.no_longer_unsure(
            "update outbox set unsure = null, handed = null, tries = 0, due = $1 where id = $2 and unsure is not null",
            id,
            at,
        )
        .await
    }

    /// Says that what was unsure went out. False where it is not unsure any more.
    pub async fn was_sent(&self, id: MailId, at: Timestamp) -> Result<bool, StoreError> {
        self.no_longer_unsure(
            "update outbox set unsure = null, sent = $1, recipient = '', subject = '', body = '', html = null,
             fault = null where id = $2 and unsure is not null",
            id,
            at,
        )
        .await
    }

    async fn no_longer_unsure(&self, words: &'static str, id: MailId, at: Timestamp) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query(words).bind(moment(at)).bind(id.to_string()).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }
}
