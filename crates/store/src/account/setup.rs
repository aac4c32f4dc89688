//! The very first account: made through a link that is printed where Kith is started, and works once.

use jiff::Timestamp;

use crate::account::NewAccount;
use crate::error::StoreError;
use crate::secret::SetupToken;
use crate::sql::moment;
use crate::store::Store;

impl Store {
    /// Keeps a link for the first account. Several nodes may each offer one; the first to be used ends them all.
    pub async fn setup_offer(&self, token: &SetupToken, at: Timestamp, expires: Timestamp) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        sqlx::query("insert into setups (hash, created, expires) values ($1, $2, $3)")
            .bind(token.hash().as_str())
            .bind(moment(at))
            .bind(moment(expires))
            .execute(&mut *tx)
            .await?;
        tx.commit().await
    }

    /// Whether a link for the first account still works.
    pub async fn setup_works(&self, token: &SetupToken, now: Timestamp) -> Result<bool, StoreError> {
        let row = sqlx::query(
            "select hash from setups where hash = $1 and used is null and expires > $2
             and not exists (select id from accounts)",
        )
        .bind(token.hash().as_str())
        .bind(moment(now))
        .fetch_optional(&self.pool)
        .await?;
        Ok(row.is_some())
    }

    /// Makes the first account. A conflict where the link no longer works, or there is an account already.
    pub async fn setup_accept(&self, token: &SetupToken, account: &NewAccount) -> Result<(), StoreError> {
        // One at a time, also on PostgreSQL.
        let mut tx = self.write_in_turn().await?;
        let done = sqlx::query(
            "update setups set used = $1 where hash = $2 and used is null and expires > $1
             and not exists (select id from accounts)",
        )
        .bind(moment(account.created))
        .bind(token.hash().as_str())
        .execute(&mut *tx)
        .await?;
        if done.rows_affected() != 1 {
            return Err(StoreError::Conflict(
                "this link was used or has run out\n  Hint: start Kith again; while there is no account, it prints a new one"
                    .into(),
            ));
        }
        sqlx::query("update setups set used = $1 where used is null")
            .bind(moment(account.created))
            .execute(&mut *tx)
            .await?;
        account.insert(&mut tx, None).await?;
        tx.commit().await
    }
}
