//! The way back in when a password is forgotten: a link that works once and for a while.

use jiff::Timestamp;

use crate::account::{PasswordHash, set_password};
use crate::error::StoreError;
use crate::id::AccountId;
use crate::outbox::NewMail;
use crate::secret::RecoveryToken;
use crate::sql::{moment, read};
use crate::store::Store;

impl Store {
    /// Keeps a way back in, and puts its letter into the outbox in the same breath.
    pub async fn recovery_add(
        &self,
        account: AccountId,
        token: &RecoveryToken,
        created: Timestamp,
        expires: Timestamp,
        mail: Option<&NewMail>,
    ) -> Result<(), StoreError> {
        mail.map_or(Ok(()), NewMail::check)?;
        let mut tx = self.write().await?;
        sqlx::query("insert into recoveries (hash, account, created, expires) values ($1, $2, $3, $4)")
            .bind(token.hash().as_str())
            .bind(account.to_string())
            .bind(moment(created))
            .bind(moment(expires))
            .execute(&mut *tx)
            .await?;
        if let Some(mail) = mail {
            mail.insert(&mut tx, None, created).await?;
        }
        tx.commit().await
    }

    /// Whose way back in this is, while it works.
    pub async fn recovery(&self, token: &RecoveryToken, now: Timestamp) -> Result<Option<AccountId>, StoreError> {
        let row = sqlx::query("select account from recoveries where hash = $1 and used is null and expires > $2")
            .bind(token.hash().as_str())
            .bind(moment(now))
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| read(&row, "account")).transpose()
    }

    /// Uses it: the password is changed, every session of the account ends, and none of its ways back in works any
    /// longer. The second factor stays as it is. None where the link no longer works.
    pub async fn recovery_use(
        &self,
        token: &RecoveryToken,
        password: &PasswordHash,
        now: Timestamp,
    ) -> Result<Option<AccountId>, StoreError> {
        let mut tx = self.write().await?;
        let row = sqlx::query(
            "update recoveries set used = $1 where hash = $2 and used is null and expires > $1 returning account",
        )
        .bind(moment(now))
        .bind(token.hash().as_str())
        .fetch_optional(&mut *tx)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let account: AccountId = read(&row, "account")?;
        set_password(&mut tx, account, password, now).await?;
        sqlx::query("delete from sessions where account = $1").bind(account.to_string()).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(Some(account))
    }

    /// Forgets the ways back in, the invitations and the links for a first account that ran out before a moment.
    pub async fn links_prune(&self, before: Timestamp) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        let mut count = 0;
        for words in [
            "delete from recoveries where expires < $1",
            "delete from invitations where expires < $1",
            "delete from setups where expires < $1",
        ] {
            count += sqlx::query(words).bind(moment(before)).execute(&mut *tx).await?.rows_affected();
        }
        tx.commit().await?;
        Ok(count)
    }
}
