//! Attempts, counted so that guessing is slow: by account, by address of the network, as the caller groups them.

use jiff::Timestamp;
use sqlx::AnyConnection;

use crate::error::StoreError;
use crate::id::fresh;
use crate::secret::Digest;
use crate::sql::{moment, number};
use crate::store::Store;

/// Keeps an attempt and says how many there were in the bucket since a moment, this one among them.
async fn count_attempt(
    tx: &mut AnyConnection,
    bucket: &str,
    at: Timestamp,
    since: Timestamp,
) -> Result<i64, StoreError> {
    sqlx::query("insert into attempts (id, bucket, at) values ($1, $2, $3)")
        .bind(fresh(at).to_string())
        .bind(Digest::of(bucket.as_bytes()).as_str())
        .bind(moment(at))
        .execute(&mut *tx)
        .await?;
    let row = sqlx::query("select count(*) as whole from attempts where bucket = $1 and at >= $2")
        .bind(Digest::of(bucket.as_bytes()).as_str())
        .bind(moment(since))
        .fetch_one(tx)
        .await?;
    number(&row, "whole")
}

impl Store {
    /// Keeps an attempt and says how many there were in the bucket since a moment, this one among them. What the bucket
    /// is called is kept as a hash.
    pub async fn attempt(&self, bucket: &str, at: Timestamp, since: Timestamp) -> Result<i64, StoreError> {
        let mut tx = self.write().await?;
        let count = count_attempt(&mut tx, bucket, at, since).await?;
        tx.commit().await?;
        Ok(count)
    }

    /// How many attempts there were in the bucket since a moment.
    pub async fn attempts(&self, bucket: &str, since: Timestamp) -> Result<i64, StoreError> {
        let row = sqlx::query("select count(*) as whole from attempts where bucket = $1 and at >= $2")
            .bind(Digest::of(bucket.as_bytes()).as_str())
            .bind(moment(since))
            .fetch_one(&self.pool)
            .await?;
        number(&row, "whole")
    }

    /// Forgets the attempts of a bucket: the right person has come in.
    pub async fn attempts_clear(&self, bucket: &str) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        sqlx::query("delete from attempts where bucket = $1")
            .bind(Digest::of(bucket.as_bytes()).as_str())
            .execute(&mut *tx)
            .await?;
        tx.commit().await
    }

    /// Forgets every attempt before a moment.
    pub async fn attempts_prune(&self, before: Timestamp) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query("delete from attempts where at < $1").bind(moment(before)).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(done.rows_affected())
    }
}
