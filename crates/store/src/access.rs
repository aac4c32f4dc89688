//! Who may see a restricted case, from when and until when. That somebody was let in stands in the audit chain.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use crate::audit::{self, Line};
use crate::error::StoreError;
use crate::event::{Body, StreamId};
use crate::id::{AccessId, AccountId};
use crate::secret::Digest;
use crate::sql::{fit, moment, read, text};
use crate::store::Store;
use crate::vault::LONGEST_REASON;

/// Access to be given.
#[derive(Clone, Copy, Debug)]
pub struct NewAccess<'a> {
    /// Whom it is given to.
    pub account: AccountId,
    /// Why.
    pub reason: &'a str,
    /// Who gives it.
    pub by: AccountId,
    /// When it is given.
    pub at: Timestamp,
    /// From when it counts.
    pub from: Timestamp,
    /// From when it no longer does.
    pub until: Timestamp,
}

/// A time for which somebody may see a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// Its id.
    pub id: AccessId,
    /// Who may.
    pub account: AccountId,
    /// Why.
    pub reason: Body,
    /// Who gave it.
    pub by: AccountId,
    /// From when it counts.
    pub from: Timestamp,
    /// From when it no longer does.
    pub until: Timestamp,
}

const SELECT: &str = "select accesses.id, accesses.account, accesses.reason, accesses.granted_by, accesses.starts,
    accesses.ends, vaults.sealed as vault, vaults.destroyed
    from accesses left join vaults on vaults.stream = accesses.stream where accesses.stream = $1";

impl Store {
    /// Lets somebody see a case for a time.
    pub async fn grant_access(&self, stream: &StreamId, new: &NewAccess<'_>) -> Result<AccessId, StoreError> {
        fit("the reason", new.reason, LONGEST_REASON)?;
        if new.until <= new.from {
            return Err(StoreError::Invalid("access ends after it begins".into()));
        }
        let council = stream.council().ok_or_else(|| StoreError::NoCase(stream.clone()))?;
        let id = AccessId::new(new.at);
        let mut tx = self.write_in_turn().await?;
        let key = self.vaults.of_case(&mut *tx, stream).await?;
        let reason = key.seal_text(&purpose(stream, id, new.account, new.from, new.until), new.reason)?;
        let digest = Digest::of(format!("{} {} {}", new.account, moment(new.from), moment(new.until)).as_bytes());
        sqlx::query(
            "insert into accesses (id, stream, account, reason, granted_by, starts, ends)
             values ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(id.to_string())
        .bind(stream.as_str())
        .bind(new.account.to_string())
        .bind(reason)
        .bind(new.by.to_string())
        .bind(moment(new.from))
        .bind(moment(new.until))
        .execute(&mut *tx)
        .await?;
        let words = format!("={} until {}", new.account, moment(new.until));
        let line = Line {
            stream: Some(stream),
            digest: Some(digest),
            reason: Some(words),
            ..Line::of("access_granted", Some(new.by), new.at)
        };
        audit::write(&mut tx, council, line).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Ends somebody's access to a case now, before its time. False where they have none.
    pub async fn end_access(
        &self,
        stream: &StreamId,
        account: AccountId,
        by: AccountId,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        let council = stream.council().ok_or_else(|| StoreError::NoCase(stream.clone()))?;
        let mut tx = self.write_in_turn().await?;
        let words = sqlx::AssertSqlSafe(format!("{SELECT} and accesses.account = $2 and accesses.ends > $3"));
        let rows = sqlx::query(words)
            .bind(stream.as_str())
            .bind(account.to_string())
            .bind(moment(at))
            .fetch_all(&mut *tx)
            .await?;
        if rows.is_empty() {
            tx.commit().await?;
            return Ok(false);
        }
        let key = self.vaults.of_case(&mut *tx, stream).await?;
        for row in &rows {
            let access = self.access_of_row(stream, row)?;
            let purpose = purpose(stream, access.id, account, access.from, at);
            sqlx::query("update accesses set ends = $1, reason = $2 where id = $3")
                .bind(moment(at))
                .bind(key.seal_text(&purpose, access.reason.text().unwrap_or_default())?)
                .bind(access.id.to_string())
                .execute(&mut *tx)
                .await?;
        }
        let reason = Some(format!("={account}"));
        let line = Line { stream: Some(stream), reason, ..Line::of("access_ended", Some(by), at) };
        audit::write(&mut tx, council, line).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Every access to a case there is and was, in the order they were given.
    pub async fn accesses(&self, stream: &StreamId) -> Result<Vec<Access>, StoreError> {
        let words = sqlx::AssertSqlSafe(format!("{SELECT} order by accesses.id"));
        let rows = sqlx::query(words).bind(stream.as_str()).fetch_all(&self.pool).await?;
        rows.iter().map(|row| self.access_of_row(stream, row)).collect()
    }

    /// The access by which somebody may see a case at a moment; of several, the one that lasts longest.
    pub async fn access(
        &self,
        stream: &StreamId,
        account: AccountId,
        at: Timestamp,
    ) -> Result<Option<Access>, StoreError> {
        let words = sqlx::AssertSqlSafe(format!(
            "{SELECT} and accesses.account = $2 and accesses.starts <= $3 and accesses.ends > $3
             order by accesses.ends desc limit 1"
        ));
        let row = sqlx::query(words)
            .bind(stream.as_str())
            .bind(account.to_string())
            .bind(moment(at))
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| self.access_of_row(stream, &row)).transpose()
    }

    fn access_of_row(&self, stream: &StreamId, row: &AnyRow) -> Result<Access, StoreError> {
        let id: AccessId = read(row, "id")?;
        let what = format!("the reason of the access {id} to {stream}");
        let vault = self.vaults.of_row(stream.as_str(), row)?;
        let (account, from, until) = (read(row, "account")?, read(row, "starts")?, read(row, "ends")?);
        let reason = vault.body(&what, &purpose(stream, id, account, from, until), &text(row, "reason")?)?;
        Ok(Access { id, account, reason, by: read(row, "granted_by")?, from, until })
    }
}

/// For what a reason is sealed: for this person and this time. Where either was changed, it does not open, and nobody is let
/// in.
fn purpose(stream: &StreamId, id: AccessId, account: AccountId, from: Timestamp, until: Timestamp) -> String {
    format!("access {stream} {id} {account} {} {}", moment(from), moment(until))
}
