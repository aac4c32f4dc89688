//! Pages without an account that their reader has closed. What holds such a page open is a sealed cookie, which counts by itself;
//! here stands which of them count no more.

use jiff::Timestamp;

use crate::error::StoreError;
use crate::secret::Digest;
use crate::sql::moment;
use crate::store::Store;

impl Store {
    /// Closes a page, by what names it in its cookie, until the moment from which it would be over anyhow. Closed twice is
    /// closed once.
    pub async fn page_close(&self, name: &str, until: Timestamp) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        sqlx::query("insert into closed_pages (hash, until) values ($1, $2) on conflict do nothing")
            .bind(Digest::of(name.as_bytes()).as_str())
            .bind(moment(until))
            .execute(&mut *tx)
            .await?;
        tx.commit().await
    }

    /// Whether a page was closed.
    pub async fn page_is_closed(&self, name: &str) -> Result<bool, StoreError> {
        let row = sqlx::query("select hash from closed_pages where hash = $1")
            .bind(Digest::of(name.as_bytes()).as_str())
            .fetch_optional(&self.pool)
            .await?;
        Ok(row.is_some())
    }

    /// Forgets the pages that would be over by now anyhow, and says how many.
    pub async fn closed_pages_prune(&self, now: Timestamp) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query("delete from closed_pages where until < $1").bind(moment(now)).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(done.rows_affected())
    }
}
