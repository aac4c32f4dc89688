//! What was written to everybody who asked a host for it: once for each cause, whichever node writes, and then spread over the
//! outbox a few hundred at a time, so that nobody waits for it.

use jiff::Timestamp;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe};

use crate::error::StoreError;
use crate::id::{AccountId, BulletinId, MailId, SubscriberId};
use crate::sql::{fit, moment, number, read, read_or_none, text};
use crate::store::Store;
use crate::update::Pace;

/// How many messages one statement puts into the outbox.
const AT_ONCE: usize = 200;

/// An update to be written to everybody who asked.
#[derive(Clone, Debug)]
pub struct NewBulletin {
    /// Whose, by its name in addresses.
    pub host: String,
    /// Why: `edition 4`, `digest 2026-12`. A host writes once for each cause.
    pub cause: String,
    /// What it says, in a line.
    pub subject: String,
    /// Who sent it; none where Kith itself did.
    pub by: Option<AccountId>,
    /// It goes to those who had confirmed by then.
    pub asked_by: Timestamp,
    /// When it is written.
    pub at: Timestamp,
    /// Its words, for each thing that is wanted.
    pub letters: Vec<BulletinLetter>,
}

/// The words of an update for those who want the same, with `TOKEN_PLACE` where somebody's own link is.
#[derive(Clone, Debug)]
pub struct BulletinLetter {
    /// What they want.
    pub wants: String,
    /// How often.
    pub pace: Pace,
    /// The subject.
    pub subject: String,
    /// The words.
    pub body: String,
    /// The same as HTML.
    pub html: String,
    /// The name of the list (RFC 2919).
    pub list: String,
    /// Where a POST ends the subscription (RFC 8058).
    pub unsubscribe: String,
}

/// An update that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bulletin {
    /// Which.
    pub id: BulletinId,
    /// Why.
    pub cause: String,
    /// What it said, in a line.
    pub subject: String,
    /// Who sent it; none where Kith itself did.
    pub by: Option<AccountId>,
    /// When.
    pub created: Timestamp,
    /// For how many people it was put into the outbox.
    pub people: i64,
    /// Of how many it is known, and not yet forgotten, that it was sent.
    pub sent: i64,
    /// To how many it is still to be sent.
    pub waiting: i64,
    /// Of how many nobody knows whether it went out.
    pub unsure: i64,
    /// To how many it could not be sent.
    pub given_up: i64,
}

impl Store {
    /// Writes an update, unless the host has written one for this cause: then none. It is spread afterwards.
    pub async fn bulletin_write(&self, new: &NewBulletin) -> Result<Option<BulletinId>, StoreError> {
        fit("the cause of an update", &new.cause, 200)?;
        fit("the subject of an update", &new.subject, 500)?;
        let id = BulletinId::new(new.at);
        let mut tx = self.write().await?;
        let row = sqlx::query(
            "insert into bulletins (id, host, cause, subject, account, asked_by, created)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict (host, cause) do nothing returning id",
        )
        .bind(id.to_string())
        .bind(&new.host)
        .bind(&new.cause)
        .bind(&new.subject)
        .bind(new.by.map(|by| by.to_string()))
        .bind(moment(new.asked_by))
        .bind(moment(new.at))
        .fetch_optional(&mut *tx)
        .await?;
        if row.is_none() {
            tx.rollback().await?;
            return Ok(None);
        }
        for letter in &new.letters {
            letter.insert(&mut tx, id, new.at).await?;
        }
        tx.commit().await?;
        Ok(Some(id))
    }

    /// Whether a host has written an update for this cause.
    pub async fn bulletin_is_written(&self, host: &str, cause: &str) -> Result<bool, StoreError> {
        let row = sqlx::query("select id from bulletins where host = $1 and cause = $2")
            .bind(host)
            .bind(cause)
            .fetch_optional(&self.pool)
            .await?;
        Ok(row.is_some())
    }

    /// Puts messages into the outbox for at most `limit` of those to whom updates are still to go, and says how many it were;
    /// none where all are there, or only what nobody wants was left. Each person is reached once, however often and on however
    /// many nodes this is done: how far it came is kept with what it put in.
    pub async fn bulletin_spread(&self, now: Timestamp, limit: usize) -> Result<Option<usize>, StoreError> {
        let open = "select id from bulletin_letters where spread is null order by id limit 1";
        let Some(row) = sqlx::query(open).fetch_optional(&self.pool).await? else { return Ok(None) };
        let letter = text(&row, "id")?;
        let mut tx = self.write().await?;
        // Its lock is held until the end: of two nodes the second goes on where the first stopped.
        let locked = "update bulletin_letters set reached = reached where id = $1 and spread is null
                      returning bulletin, wants, pace, reached";
        let Some(row) = sqlx::query(locked).bind(&letter).fetch_optional(&mut *tx).await? else {
            return Ok(Some(0));
        };
        let found = people(&mut tx, &row, limit).await?;
        for few in found.chunks(AT_ONCE) {
            put_in(&mut tx, &letter, few, now).await?;
        }
        let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
        let last = found.last().map(SubscriberId::to_string);
        sqlx::query(
            "update bulletin_letters set reached = coalesce($1, reached), people = people + $2, spread = $3 where id = $4",
        )
        .bind(last)
        .bind(count)
        .bind((found.len() < limit).then(|| moment(now)))
        .bind(&letter)
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(Some(found.len()))
    }

    /// What a host has written, the newest first, at most `limit`.
    pub async fn bulletins(&self, host: &str, limit: usize) -> Result<Vec<Bulletin>, StoreError> {
        let rows = sqlx::query(
            "select bulletins.id, cause, subject, account, created,
             cast(coalesce((select sum(people) from bulletin_letters where bulletin = bulletins.id), 0) as bigint) as people
             from bulletins where host = $1 order by created desc, id desc limit $2",
        )
        .bind(host)
        .bind(i64::try_from(limit).unwrap_or(i64::MAX))
        .fetch_all(&self.pool)
        .await?;
        let mut list = Vec::with_capacity(rows.len());
        for row in rows {
            let id: BulletinId = read(&row, "id")?;
            let counts = sqlx::query(
                "select count(*) as whole, count(sent) as sent, count(unsure) as unsure, count(given_up) as given_up
                 from outbox where letter in (select id from bulletin_letters where bulletin = $1)",
            )
            .bind(id.to_string())
            .fetch_one(&self.pool)
            .await?;
            let of = |column| number(&counts, column);
            let (sent, unsure, given_up) = (of("sent")?, of("unsure")?, of("given_up")?);
            list.push(Bulletin {
                id,
                cause: text(&row, "cause")?,
                subject: text(&row, "subject")?,
                by: read_or_none(&row, "account")?,
                created: read(&row, "created")?,
                people: number(&row, "people")?,
                sent,
                waiting: of("whole")? - sent - unsure - given_up,
                unsure,
                given_up,
            });
        }
        Ok(list)
    }
}

impl BulletinLetter {
    async fn insert(&self, tx: &mut AnyConnection, bulletin: BulletinId, at: Timestamp) -> Result<(), StoreError> {
        fit("the subject of an update", &self.subject, 500)?;
        fit("an update", &self.body, 1024 * 1024)?;
        fit("an update", &self.html, 1024 * 1024)?;
        sqlx::query(
            "insert into bulletin_letters
             (id, bulletin, wants, pace, subject, body, html, list, unsubscribe, reached, people)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', 0)",
        )
        .bind(MailId::new(at).to_string())
        .bind(bulletin.to_string())
        .bind(&self.wants)
        .bind(self.pace.as_str())
        .bind(&self.subject)
        .bind(&self.body)
        .bind(&self.html)
        .bind(&self.list)
        .bind(&self.unsubscribe)
        .execute(tx)
        .await?;
        Ok(())
    }
}

/// The next of those who want what a letter is for. Who changed meanwhile what they want gets one letter of an update.
async fn people(tx: &mut AnyConnection, letter: &AnyRow, limit: usize) -> Result<Vec<SubscriberId>, StoreError> {
    let rows = sqlx::query(
        "select subscribers.id from bulletins join subscribers on subscribers.host = bulletins.host
         where bulletins.id = $1 and subscribers.pace = $2 and subscribers.wants = $3 and subscribers.id > $4
         and subscribers.confirmed <= bulletins.asked_by
         and not exists (select 1 from outbox join bulletin_letters on bulletin_letters.id = outbox.letter
                         where outbox.subscriber = subscribers.id and bulletin_letters.bulletin = bulletins.id)
         order by subscribers.id limit $5",
    )
    .bind(text(letter, "bulletin")?)
    .bind(text(letter, "pace")?)
    .bind(text(letter, "wants")?)
    .bind(text(letter, "reached")?)
    .bind(i64::try_from(limit).unwrap_or(i64::MAX))
    .fetch_all(tx)
    .await?;
    rows.iter().map(|row| read(row, "id")).collect()
}

async fn put_in(
    tx: &mut AnyConnection,
    letter: &str,
    people: &[SubscriberId],
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = |number: usize| format!("(${}, '', '', '', $1, $1, 0, ${}, $2)", 3 + 2 * number, 4 + 2 * number);
    let rows: Vec<String> = (0..people.len()).map(row).collect();
    let words = format!(
        "insert into outbox (id, recipient, subject, body, created, due, tries, subscriber, letter) values {}",
        rows.join(", ")
    );
    let mut query = sqlx::query(AssertSqlSafe(words)).bind(moment(now)).bind(letter);
    for id in people {
        query = query.bind(MailId::new(now).to_string()).bind(id.to_string());
    }
    query.execute(tx).await?;
    Ok(())
}
