//! Before and after a workshop: reminders, messages to all, who came, what they thought, and forgetting.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{BookingState, COLUMNS, LONGEST_DETAILS, Letters, OccasionKey, message_purpose, opinion_purpose, post};
use crate::error::StoreError;
use crate::event::IdempotencyKey;
use crate::id::{AccountId, BookingId};
use crate::secret::{BookingToken, Digest, SessionToken};
use crate::sql::{fit, moment, text};
use crate::store::Store;

/// A message to everybody who has a place.
#[derive(Clone, Copy, Debug)]
pub struct GroupMessage<'a> {
    /// Its words.
    pub words: &'a str,
    /// By whom.
    pub by: AccountId,
    /// When.
    pub at: Timestamp,
}

impl Store {
    /// Reminds everybody who has a place and was not reminded so many days before: once, whichever node does. How many.
    pub async fn bookings_remind(
        &self,
        key: &OccasionKey,
        before: u8,
        at: Timestamp,
        letters: Letters<'_>,
    ) -> Result<usize, StoreError> {
        let change = format!(
            "update bookings set reminded = $4 where host = $1 and workshop = $2 and occasion = $3 and state = 'taken'
             and (reminded is null or reminded > $4) returning {COLUMNS}"
        );
        self.booked_once(key, change, i64::from(before), at, letters).await
    }

    /// Asks everybody who had a place, and of whom nobody wrote down that they did not come, what they thought: once. How many.
    pub async fn bookings_ask(
        &self,
        key: &OccasionKey,
        at: Timestamp,
        letters: Letters<'_>,
    ) -> Result<usize, StoreError> {
        let change = format!(
            "update bookings set asked = $4 where host = $1 and workshop = $2 and occasion = $3 and state = 'taken'
             and asked < $4 and (came is null or came = 1) returning {COLUMNS}"
        );
        self.booked_once(key, change, 1, at, letters).await
    }

    async fn booked_once(
        &self,
        key: &OccasionKey,
        change: String,
        mark: i64,
        at: Timestamp,
        letters: Letters<'_>,
    ) -> Result<usize, StoreError> {
        let mut tx = self.write().await?;
        let rows = sqlx::query(sqlx::AssertSqlSafe(change))
            .bind(&key.host)
            .bind(&key.workshop)
            .bind(&key.occasion)
            .bind(mark)
            .fetch_all(&mut *tx)
            .await?;
        if rows.is_empty() {
            tx.rollback().await?;
            return Ok(0);
        }
        let mut written = 0;
        for row in &rows {
            let letters = letters(&self.booking_of(row)?);
            written += letters.len();
            post(&mut tx, letters, at).await?;
        }
        tx.commit().await?;
        Ok(written)
    }

    /// Sends a message to everybody who has a place: once for each sending of a form. How many letters that made; none where
    /// the form was sent before.
    pub async fn bookings_message(
        &self,
        key: &OccasionKey,
        form: &IdempotencyKey,
        message: &GroupMessage<'_>,
        letters: Letters<'_>,
    ) -> Result<Option<usize>, StoreError> {
        fit("the message", message.words, LONGEST_DETAILS)?;
        let mut tx = self.write().await?;
        self.occasion_lock(&mut tx, key, None).await?;
        let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
            "select {COLUMNS} from bookings where host = $1 and workshop = $2 and occasion = $3 and state = $4 order by seq"
        )))
        .bind(&key.host)
        .bind(&key.workshop)
        .bind(&key.occasion)
        .bind(BookingState::Taken.as_str())
        .fetch_all(&mut *tx)
        .await?;
        let mut letters_of = Vec::new();
        for row in &rows {
            letters_of.extend(letters(&self.booking_of(row)?));
        }
        let sent = letters_of.len();
        let name = Digest::of(format!("{} {} {} {}", form.as_str(), key.host, key.workshop, key.occasion).as_bytes());
        let done = sqlx::query(
            "insert into booking_messages (key, host, workshop, occasion, sent, sealed, account, at)
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (key) do nothing",
        )
        .bind(name.as_str())
        .bind(&key.host)
        .bind(&key.workshop)
        .bind(&key.occasion)
        .bind(i64::try_from(sent).unwrap_or(i64::MAX))
        .bind(self.keys()?.seal(&message_purpose(name.as_str()), message.words.as_bytes())?)
        .bind(message.by.to_string())
        .bind(moment(message.at))
        .execute(&mut *tx)
        .await?;
        if done.rows_affected() == 0 {
            tx.rollback().await?;
            return Ok(None);
        }
        post(&mut tx, letters_of, message.at).await?;
        tx.commit().await?;
        Ok(Some(sent))
    }

    /// Writes down who came. What is said of a booking that is not one of this occasion is left out.
    pub async fn bookings_came(&self, key: &OccasionKey, came: &[(BookingId, Option<bool>)]) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        for (id, came) in came {
            sqlx::query(
                "update bookings set came = $1 where id = $2 and host = $3 and workshop = $4 and occasion = $5
                 and state = 'taken'",
            )
            .bind(came.map(i64::from))
            .bind(id.to_string())
            .bind(&key.host)
            .bind(&key.workshop)
            .bind(&key.occasion)
            .execute(&mut *tx)
            .await?;
        }
        tx.commit().await
    }

    /// Keeps what somebody thought, bound to nobody. False where they have said it before, or had no place.
    pub async fn opinion_add(&self, token: &BookingToken, words: &str, forget: Date) -> Result<bool, StoreError> {
        fit("what you wrote", words, LONGEST_DETAILS)?;
        // Chance, so that the order of the rows tells nothing of who said what.
        let id = Digest::of(SessionToken::fresh().reveal().as_bytes());
        let sealed = self.keys()?.seal(&opinion_purpose(id.as_str()), words.as_bytes())?;
        let mut tx = self.write().await?;
        let row = sqlx::query(
            "update bookings set said = 1 where token = $1 and said = 0 and state = 'taken' returning host, workshop",
        )
        .bind(token.hash().as_str())
        .fetch_optional(&mut *tx)
        .await?;
        let Some(row) = row else {
            tx.rollback().await?;
            return Ok(false);
        };
        sqlx::query("insert into opinions (id, host, workshop, sealed, forget) values ($1, $2, $3, $4, $5)")
            .bind(id.as_str())
            .bind(text(&row, "host")?)
            .bind(text(&row, "workshop")?)
            .bind(sealed)
            .bind(forget.to_string())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(true)
    }

    /// What people thought of a workshop.
    pub async fn opinions(&self, host: &str, workshop: &str) -> Result<Vec<String>, StoreError> {
        let rows = sqlx::query("select id, sealed from opinions where host = $1 and workshop = $2 order by id")
            .bind(host)
            .bind(workshop)
            .fetch_all(&self.pool)
            .await?;
        let open = |row: &sqlx::any::AnyRow| {
            let id = text(row, "id")?;
            let plain = self.keys()?.open("what somebody thought", &opinion_purpose(&id), &text(row, "sealed")?)?;
            Ok(String::from_utf8_lossy(&plain).into_owned())
        };
        rows.iter().map(open).collect()
    }

    /// Forgets the bookings of what was over long enough before a day, and opinions that were kept long enough; how many.
    pub async fn forget_bookings(&self, today: Date) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        let mut gone = 0;
        for change in [
            "delete from bookings where exists (select 1 from occasions where occasions.host = bookings.host
             and occasions.workshop = bookings.workshop and occasions.occasion = bookings.occasion
             and occasions.forget < $1)",
            "delete from booking_messages where exists (select 1 from occasions
             where occasions.host = booking_messages.host and occasions.workshop = booking_messages.workshop
             and occasions.occasion = booking_messages.occasion and occasions.forget < $1)",
            "delete from occasions where forget < $1",
            "delete from opinions where forget < $1",
        ] {
            gone += sqlx::query(change).bind(today.to_string()).execute(&mut *tx).await?.rows_affected();
        }
        tx.commit().await?;
        Ok(gone)
    }

    /// The messages that were sent to all who had a place, the oldest first.
    pub async fn bookings_messages(&self, key: &OccasionKey) -> Result<Vec<String>, StoreError> {
        let rows = sqlx::query(
            "select key, sealed from booking_messages where host = $1 and workshop = $2 and occasion = $3 order by at, key",
        )
        .bind(&key.host)
        .bind(&key.workshop)
        .bind(&key.occasion)
        .fetch_all(&self.pool)
        .await?;
        let open = |row: &sqlx::any::AnyRow| {
            let name = text(row, "key")?;
            let plain = self.keys()?.open("a message", &message_purpose(&name), &text(row, "sealed")?)?;
            Ok(String::from_utf8_lossy(&plain).into_owned())
        };
        rows.iter().map(open).collect()
    }
}
