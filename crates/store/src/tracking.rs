//! How somebody without an account sees how their case stands: with its reference and a code of their own.
//!
//! A code must be too long to be guessed. Nothing is locked by wrong tries, so that nobody can lock somebody else out; whoever
//! asks limits tries by the address of the network.

use crate::error::StoreError;
use crate::event::StreamId;
use crate::seal::Secret;
use crate::secret::Digest;
use crate::sql::{fit, read, text};
use crate::store::Store;

impl Store {
    /// Sets the code with which one person opens the tracking page of a case, in place of the one before. It is kept as a
    /// keyed hash: a copy of the database does not help to guess it.
    pub async fn set_tracking(
        &self,
        stream: &StreamId,
        reference: &str,
        holder: &str,
        code: &Digest,
    ) -> Result<(), StoreError> {
        fit("the reference", reference, 100)?;
        fit("whose code it is", holder, 100)?;
        let mut tx = self.write_in_turn().await?;
        let key = self.vaults.of_case(&mut *tx, stream).await?;
        let others = sqlx::query("select stream from trackings where reference = $1 and stream <> $2 limit 1")
            .bind(reference)
            .bind(stream.as_str())
            .fetch_optional(&mut *tx)
            .await?;
        if others.is_some() {
            return Err(StoreError::Conflict("another case has this reference".into()));
        }
        sqlx::query("delete from trackings where stream = $1 and (holder = $2 or reference <> $3)")
            .bind(stream.as_str())
            .bind(holder)
            .bind(reference)
            .execute(&mut *tx)
            .await?;
        sqlx::query("insert into trackings (reference, holder, stream, code) values ($1, $2, $3, $4)")
            .bind(reference)
            .bind(holder)
            .bind(stream.as_str())
            .bind(hash(&key, reference, code).as_str())
            .execute(&mut *tx)
            .await?;
        tx.commit().await
    }

    /// The case that a reference and a code open together, and whose code it is.
    pub async fn tracking(&self, reference: &str, code: &Digest) -> Result<Option<(StreamId, String)>, StoreError> {
        fit("the reference", reference, 100)?;
        let rows = sqlx::query("select stream, holder, code from trackings where reference = $1")
            .bind(reference)
            .fetch_all(&self.pool)
            .await?;
        for row in rows {
            let stream: StreamId = read(&row, "stream")?;
            let key = self.vaults.of_case(&self.pool, &stream).await?;
            // Both are keyed hashes: how long comparing them takes tells nothing of the code.
            if text(&row, "code")? == hash(&key, reference, code).as_str() {
                return Ok(Some((stream, text(&row, "holder")?)));
            }
        }
        Ok(None)
    }
}

fn hash(key: &Secret, reference: &str, code: &Digest) -> Digest {
    key.hash("tracking", &format!("{code} {reference}"))
}
