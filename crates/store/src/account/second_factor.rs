//! The second factor: a sealed secret, the last code used with it, and codes for when the phone is lost.

use jiff::Timestamp;
use sqlx::Row;
use zeroize::Zeroizing;

use crate::account::{Doer, INSTALLATION};
use crate::error::StoreError;
use crate::id::AccountId;
use crate::secret::Digest;
use crate::sql::{moment, number};
use crate::store::Store;

impl Store {
    /// Keeps the secret of a second factor, sealed. False where one is set up already: it is taken away first.
    pub async fn totp_set(&self, id: AccountId, secret: &[u8]) -> Result<bool, StoreError> {
        let sealed = self.keys()?.seal(&purpose(&id.to_string()), secret)?;
        let mut tx = self.write().await?;
        let done = sqlx::query("update accounts set totp = $1, totp_step = 0 where id = $2 and totp is null")
            .bind(sealed)
            .bind(id.to_string())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }

    /// The secret of the second factor, where one is set up.
    pub async fn totp(&self, id: AccountId) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
        let row = sqlx::query("select totp from accounts where id = $1")
            .bind(id.to_string())
            .fetch_optional(&self.pool)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let sealed: Option<String> = row.try_get("totp")?;
        let open = |sealed: String| self.keys()?.open("the second factor", &purpose(&id.to_string()), &sealed);
        sealed.map(open).transpose()
    }

    /// Takes the second factor away, with its codes.
    pub async fn totp_remove(&self, id: AccountId, doer: Doer) -> Result<(), StoreError> {
        let mut tx = self.write_in_turn().await?;
        sqlx::query("update accounts set totp = null, totp_step = 0 where id = $1")
            .bind(id.to_string())
            .execute(&mut *tx)
            .await?;
        sqlx::query("delete from recovery_codes where account = $1").bind(id.to_string()).execute(&mut *tx).await?;
        doer.note(&mut tx, INSTALLATION, "second_step_removed", id).await?;
        tx.commit().await
    }

    /// Keeps that the code of a time step was used. False where it, or a later one, was used before: no code works twice,
    /// however many try at once.
    pub async fn totp_use(&self, id: AccountId, step: i64) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query("update accounts set totp_step = $1 where id = $2 and totp_step < $1")
            .bind(step)
            .bind(id.to_string())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }

    /// Keeps new recovery codes, by their hash, in place of the old.
    pub async fn recovery_codes_set(&self, id: AccountId, codes: &[String]) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        sqlx::query("delete from recovery_codes where account = $1").bind(id.to_string()).execute(&mut *tx).await?;
        for code in codes {
            sqlx::query("insert into recovery_codes (account, hash) values ($1, $2)")
                .bind(id.to_string())
                .bind(hash(id, code).as_str())
                .execute(&mut *tx)
                .await?;
        }
        tx.commit().await
    }

    /// Uses a recovery code. False where it is none, or was used.
    pub async fn recovery_code_use(&self, id: AccountId, code: &str, at: Timestamp) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query("update recovery_codes set used = $1 where account = $2 and hash = $3 and used is null")
            .bind(moment(at))
            .bind(id.to_string())
            .bind(hash(id, code).as_str())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }

    /// How many recovery codes are left.
    pub async fn recovery_codes_left(&self, id: AccountId) -> Result<i64, StoreError> {
        let row = sqlx::query("select count(*) as whole from recovery_codes where account = $1 and used is null")
            .bind(id.to_string())
            .fetch_one(&self.pool)
            .await?;
        number(&row, "whole")
    }
}

/// For what a second factor is sealed.
pub(crate) fn purpose(id: &str) -> String {
    format!("totp {id}")
}

fn hash(id: AccountId, code: &str) -> Digest {
    Digest::of(format!("{id} {code}").as_bytes())
}
