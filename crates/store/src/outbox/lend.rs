//! What is due, lent to one sender, and marked just before it is handed over.
//!
//! A sender may die at any moment. While a message is only lent, nothing can have gone out, and another sender follows. Once
//! it is marked as handed over, nobody can know: it is never sent again by itself, and is told as *unsure*.

use jiff::{SignedDuration, Timestamp};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row};
use std::collections::{BTreeSet, HashMap};
use std::fmt;

use crate::error::StoreError;
use crate::id::{MailId, SubscriberId};
use crate::outbox::Recipient;
use crate::sql::{moment, number, places, read, read_or_none, text};
use crate::store::Store;
use crate::update::TOKEN_PLACE;

/// How often a message is tried before it is given up.
pub const MOST_TRIES: i64 = 10;
/// How long one sender has a message for itself. A sender that dies in the middle is followed by another after that.
pub const LEASE: SignedDuration = SignedDuration::from_mins(5);

/// The list that an update belongs to, and the way to leave it.
#[derive(Clone, PartialEq, Eq)]
pub struct List {
    /// Its name (RFC 2919).
    pub id: String,
    /// Where a POST ends the subscription (RFC 8058).
    pub unsubscribe: String,
}

/// A message lent to one sender, who now sends it and says how it went. Printed without its words.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    /// Which message. A sender passes it on as the message's own id, by which one sent can be found again.
    pub id: MailId,
    /// To whom.
    pub to: Recipient,
    /// Its subject.
    pub subject: String,
    /// Its words.
    pub body: String,
    /// The same words as HTML.
    pub html: Option<String>,
    /// The list it belongs to, where it is one of many.
    pub list: Option<List>,
    /// Which try this is, from 1.
    pub tries: i64,
    pub(crate) subscriber: Option<SubscriberId>,
    pub(crate) holder: MailId,
}

/// Of both kinds: singly written messages go before those to many, so that nobody waits for a newsletter.
const KINDS: [&str; 2] = ["letter is null", "letter is not null"];
/// Not sent, given up or unsure.
const OPEN: &str = "sent is null and given_up is null and unsure is null";

impl Store {
    /// Messages that are due, at most `limit`: singly written ones first, the longest waiting first. No other sender is lent
    /// them for the length of `LEASE`.
    pub async fn due(&self, now: Timestamp, limit: usize) -> Result<Vec<Mail>, StoreError> {
        // Most often nothing is due, and asking needs no turn to write.
        let mut any = false;
        for kind in KINDS {
            let words = format!(
                "select id from outbox where {OPEN} and {kind} and due <= $1 and (lease is null or lease <= $1) limit 1"
            );
            let row = sqlx::query(AssertSqlSafe(words)).bind(moment(now)).fetch_optional(&self.pool).await?;
            any |= row.is_some();
        }
        if !any {
            return Ok(Vec::new());
        }
        let holder = MailId::new(now);
        let mut tx = self.write().await?;
        end_expired(&mut tx, now).await?;
        let mut rows = Vec::new();
        for kind in KINDS {
            rows.extend(lend(&mut tx, kind, holder, now, limit - rows.len()).await?);
        }
        let mail = self.filled(&mut tx, rows, holder).await?;
        tx.commit().await?;
        Ok(mail)
    }

    /// Marks what is about to be handed over, and says of which this holds: what another sender has by now, or was taken out
    /// meanwhile, must not be sent. To be kept in small lots: what is marked when its sender dies is unsure.
    /// `way` is what sends it, in a word: it is asked later what became of what is unsure.
    pub async fn hand_over(&self, mail: &[Mail], way: &str, at: Timestamp) -> Result<BTreeSet<MailId>, StoreError> {
        let Some(holder) = mail.first().map(|mail| mail.holder) else { return Ok(BTreeSet::new()) };
        let words = format!(
            "update outbox set handed = $1, lease = $2, way = $4 where holder = $3 and {OPEN} and lease > $1 and id in ({})
             returning id",
            places(5, mail.len())
        );
        let mut query = sqlx::query(AssertSqlSafe(words))
            .bind(moment(at))
            .bind(moment(at + LEASE))
            .bind(holder.to_string())
            .bind(way);
        for one in mail {
            query = query.bind(one.id.to_string());
        }
        let mut tx = self.write().await?;
        let rows = query.fetch_all(&mut *tx).await?;
        tx.commit().await?;
        rows.iter().map(|row| read(row, "id")).collect()
    }

    /// The messages of rows, in their order: with the words that many have in common, and addresses opened. What is for
    /// somebody who is no longer there is taken out.
    async fn filled(&self, tx: &mut AnyConnection, rows: Vec<AnyRow>, holder: MailId) -> Result<Vec<Mail>, StoreError> {
        let mut wanted = Vec::new();
        for row in &rows {
            wanted.extend(read_or_none::<SubscriberId>(row, "subscriber")?);
        }
        let people = self.subscribers_of(&mut *tx, &wanted).await?;
        let mut letters: HashMap<String, Letter> = HashMap::new();
        let mut mail = Vec::with_capacity(rows.len());
        for row in &rows {
            let (id, channel): (MailId, _) = (read(row, "id")?, row.try_get::<Option<String>, _>("channel")?);
            let subscriber: Option<SubscriberId> = read_or_none(row, "subscriber")?;
            let mut letter = match row.try_get::<Option<String>, _>("letter")? {
                Some(name) => match letters.get(&name) {
                    Some(known) => known.clone(),
                    None => {
                        let read = Letter::read(&mut *tx, &name).await?;
                        letters.insert(name, read.clone());
                        read
                    }
                },
                None => {
                    let html = row.try_get::<Option<String>, _>("html")?;
                    Letter { subject: text(row, "subject")?, body: text(row, "body")?, html, list: None }
                }
            };
            let to = match subscriber.map(|id| people.get(&id)) {
                None => Recipient::read(channel.as_deref(), &text(row, "recipient")?)?,
                Some(None) => {
                    sqlx::query("delete from outbox where id = $1").bind(id.to_string()).execute(&mut *tx).await?;
                    continue;
                }
                Some(Some((email, token))) => {
                    letter.address_to(token);
                    Recipient::Email(email.clone())
                }
            };
            let Letter { subject, body, html, list } = letter;
            mail.push(Mail { id, to, subject, body, html, list, tries: number(row, "tries")?, subscriber, holder });
        }
        Ok(mail)
    }
}

/// Ends what no sender may have any more: what its sender had handed over when it died, and what every sender died of.
async fn end_expired(tx: &mut AnyConnection, now: Timestamp) -> Result<(), StoreError> {
    let unsure = format!(
        "update outbox set unsure = $1, fault = 'the sender stopped after it had handed this over', lease = null,
         holder = null where {OPEN} and handed is not null and (lease is null or lease <= $1)"
    );
    sqlx::query(AssertSqlSafe(unsure)).bind(moment(now)).execute(&mut *tx).await?;
    let given_up = format!(
        "update outbox set given_up = $1, fault = coalesce(fault, 'every sender stopped in the middle'), lease = null,
         holder = null where {OPEN} and tries >= $2 and (lease is null or lease <= $1)"
    );
    sqlx::query(AssertSqlSafe(given_up)).bind(moment(now)).bind(MOST_TRIES).execute(tx).await?;
    Ok(())
}

/// Lends rows of one kind, in the order they are due.
async fn lend(
    tx: &mut AnyConnection,
    kind: &str,
    holder: MailId,
    now: Timestamp,
    limit: usize,
) -> Result<Vec<AnyRow>, StoreError> {
    let free = format!("{OPEN} and {kind} and due <= $3 and (lease is null or lease <= $3)");
    // The conditions stand twice: PostgreSQL asks the outer ones again after waiting for another sender's row.
    let words = format!(
        "update outbox set lease = $1, holder = $2, tries = tries + 1
         where {free} and id in (select id from outbox where {free} order by due, id limit $4)
         returning id, recipient, channel, subject, body, html, subscriber, letter, tries, due"
    );
    let rows = sqlx::query(AssertSqlSafe(words))
        .bind(moment(now + LEASE))
        .bind(holder.to_string())
        .bind(moment(now))
        .bind(i64::try_from(limit).unwrap_or(i64::MAX))
        .fetch_all(tx)
        .await?;
    let mut keyed = Vec::with_capacity(rows.len());
    for row in rows {
        keyed.push((text(&row, "due")?, text(&row, "id")?, row));
    }
    keyed.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    Ok(keyed.into_iter().map(|(_, _, row)| row).collect())
}

/// The words of a message.
#[derive(Clone)]
struct Letter {
    subject: String,
    body: String,
    html: Option<String>,
    list: Option<List>,
}

impl Letter {
    /// Words that many have in common.
    async fn read(tx: &mut AnyConnection, name: &str) -> Result<Self, StoreError> {
        let row = sqlx::query("select subject, body, html, list, unsubscribe from bulletin_letters where id = $1")
            .bind(name)
            .fetch_optional(tx)
            .await?
            .ok_or_else(|| StoreError::Corrupt(format!("the words {name} of an update are missing")))?;
        Ok(Self {
            subject: text(&row, "subject")?,
            body: text(&row, "body")?,
            html: Some(text(&row, "html")?),
            list: Some(List { id: text(&row, "list")?, unsubscribe: text(&row, "unsubscribe")? }),
        })
    }

    /// Puts in what opens one person's own page.
    fn address_to(&mut self, token: &str) {
        for words in [Some(&mut self.body), self.html.as_mut()].into_iter().flatten() {
            *words = words.replace(TOKEN_PLACE, token);
        }
        if let Some(list) = &mut self.list {
            list.unsubscribe = list.unsubscribe.replace(TOKEN_PLACE, token);
        }
    }
}

impl fmt::Debug for Mail {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Mail({}, {:?}, try {})", self.id, self.subject, self.tries)
    }
}
