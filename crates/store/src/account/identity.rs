//! How a council's own sign-in (OpenID Connect) knows an account: by issuer and subject, never by email.

use sqlx::Row;

use crate::account::Account;
use crate::error::StoreError;
use crate::id::AccountId;
use crate::sql::{fit, read};
use crate::store::Store;

impl Store {
    /// Binds an account to what a provider calls its owner. A conflict where that is bound already.
    pub async fn identity_add(&self, account: AccountId, issuer: &str, subject: &str) -> Result<(), StoreError> {
        fit("the issuer", issuer, 500)?;
        fit("the subject", subject, 500)?;
        let mut tx = self.write().await?;
        sqlx::query("insert into identities (issuer, subject, account) values ($1, $2, $3)")
            .bind(issuer)
            .bind(subject)
            .bind(account.to_string())
            .execute(&mut *tx)
            .await?;
        tx.commit().await
    }

    /// The account a provider means.
    pub async fn account_by_identity(&self, issuer: &str, subject: &str) -> Result<Option<Account>, StoreError> {
        let row = sqlx::query("select account from identities where issuer = $1 and subject = $2")
            .bind(issuer)
            .bind(subject)
            .fetch_optional(&self.pool)
            .await?;
        match row {
            Some(row) => self.account(read(&row, "account")?).await,
            None => Ok(None),
        }
    }

    /// The providers an account is bound to, as issuer and subject.
    pub async fn identities(&self, account: AccountId) -> Result<Vec<(String, String)>, StoreError> {
        let rows = sqlx::query("select issuer, subject from identities where account = $1")
            .bind(account.to_string())
            .fetch_all(&self.pool)
            .await?;
        let mut found = rows
            .iter()
            .map(|row| Ok((row.try_get("issuer")?, row.try_get("subject")?)))
            .collect::<Result<Vec<(String, String)>, StoreError>>()?;
        found.sort();
        Ok(found)
    }
}
