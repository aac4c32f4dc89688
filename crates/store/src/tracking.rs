//! How somebody without an account sees how their case stands: with its reference and a code they were given. Guessing is
//! slow, and tells nothing: not even whether there is such a reference.

use jiff::{SignedDuration, Timestamp};

use crate::account::count_attempt;
use crate::error::StoreError;
use crate::event::StreamId;
use crate::seal::Secret;
use crate::secret::Digest;
use crate::sql::{fit, read, text};
use crate::store::Store;

/// How many wrong tries at one reference are let through in an hour.
pub const MOST_TRIES_AT_A_CODE: i64 = 10;
/// For how long a try counts.
const COUNTED: SignedDuration = SignedDuration::from_hours(1);

/// What came of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tried {
    /// Reference and code belong together: this is the case.
    Opened(StreamId),
    /// They do not.
    Refused,
    /// There were too many tries; this one was not looked at.
    TooMany,
}

impl Store {
    /// Sets the reference and the code that open a case's tracking page, in place of those before. The code is kept as a
    /// keyed hash: a copy of the database does not help to guess it.
    pub async fn set_tracking(&self, stream: &StreamId, reference: &str, code: &Digest) -> Result<(), StoreError> {
        fit("the reference", reference, 100)?;
        let mut tx = self.write_in_turn().await?;
        let key = self.vaults.of_case(&mut *tx, stream).await?;
        sqlx::query("delete from trackings where stream = $1").bind(stream.as_str()).execute(&mut *tx).await?;
        sqlx::query("insert into trackings (reference, stream, code) values ($1, $2, $3)")
            .bind(reference)
            .bind(stream.as_str())
            .bind(hash(&key, reference, code).as_str())
            .execute(&mut *tx)
            .await?;
        tx.commit().await
    }

    /// Tries a reference and a code. Each try counts against the reference, whether there is such a one or not, until the
    /// right code comes. Whoever asks counts tries by the address of the network besides (`Store::attempt`).
    pub async fn tracking(&self, reference: &str, code: &Digest, at: Timestamp) -> Result<Tried, StoreError> {
        fit("the reference", reference, 100)?;
        let bucket = format!("tracking {reference}");
        let mut tx = self.write().await?;
        let tries = count_attempt(&mut tx, &bucket, at, at - COUNTED).await?;
        if tries > MOST_TRIES_AT_A_CODE {
            tx.commit().await?;
            return Ok(Tried::TooMany);
        }
        let row = sqlx::query("select stream, code from trackings where reference = $1")
            .bind(reference)
            .fetch_optional(&mut *tx)
            .await?;
        let mut tried = Tried::Refused;
        if let Some(row) = row {
            let stream: StreamId = read(&row, "stream")?;
            let key = self.vaults.of_case(&mut *tx, &stream).await?;
            // Both are keyed hashes: how long comparing them takes tells nothing of the code.
            if text(&row, "code")? == hash(&key, reference, code).as_str() {
                sqlx::query("delete from attempts where bucket = $1")
                    .bind(Digest::of(bucket.as_bytes()).as_str())
                    .execute(&mut *tx)
                    .await?;
                tried = Tried::Opened(stream);
            }
        }
        tx.commit().await?;
        Ok(tried)
    }
}

fn hash(key: &Secret, reference: &str, code: &Digest) -> Digest {
    key.hash("tracking", &format!("{code} {reference}"))
}
