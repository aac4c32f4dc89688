//! Who has which role, and where. What a role allows is not known here.

use serde::{Deserialize, Serialize};
use sqlx::any::AnyRow;
use sqlx::{Any, Executor, Row as _};
use std::fmt;
use std::str::FromStr;

use crate::account::{AccountState, Doer};
use crate::error::StoreError;
use crate::id::AccountId;
use crate::sql::{number, read, text};
use crate::store::Store;

/// A role by name: `editor`. Small letters and hyphens.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Role(String);

impl Role {
    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Role {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl FromStr for Role {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if !is_slug(text) {
            return Err(StoreError::Invalid(format!("{text:?} does not name a role")));
        }
        Ok(Self(text.to_owned()))
    }
}

impl TryFrom<String> for Role {
    type Error = StoreError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Role> for String {
    fn from(role: Role) -> Self {
        role.0
    }
}

fn is_slug(text: &str) -> bool {
    let plain = |sign: u8| matches!(sign, b'a'..=b'z' | b'0'..=b'9' | b'-');
    !text.is_empty() && text.len() <= 100 && text.bytes().all(plain)
}

/// A role at one council, or in the whole installation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// The council's slug; none for the whole installation.
    pub council: Option<String>,
}

impl Grant {
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        match &self.council {
            Some(council) if !is_slug(council) => {
                Err(StoreError::Invalid(format!("{council:?} is not the short name of a council")))
            }
            _ => Ok(()),
        }
    }
}

impl Store {
    /// What one account may do, in order of council and role.
    pub async fn grants(&self, account: AccountId) -> Result<Vec<Grant>, StoreError> {
        held(&self.pool, account).await
    }

    /// Who may do something at a council; with none, in the whole installation.
    pub async fn grants_at(&self, council: Option<&str>) -> Result<Vec<(AccountId, Grant)>, StoreError> {
        let rows = sqlx::query("select account, role, council from grants where council = $1 order by account, role")
            .bind(council.unwrap_or_default())
            .fetch_all(&self.pool)
            .await?;
        rows.iter().map(|row| Ok((read(row, "account")?, grant(row)?))).collect()
    }

    /// Gives a role. Given twice is given once.
    pub async fn grant_add(&self, account: AccountId, grant: &Grant, doer: Doer) -> Result<(), StoreError> {
        let mut tx = self.write_in_turn().await?;
        grant.give(&mut tx, account, doer).await?;
        tx.commit().await
    }

    /// Takes a role away. False where it was not given.
    pub async fn grant_remove(&self, account: AccountId, grant: &Grant, doer: Doer) -> Result<bool, StoreError> {
        let mut tx = self.write_in_turn().await?;
        let is_taken = grant.take(&mut tx, account, doer).await?;
        tx.commit().await?;
        Ok(is_taken)
    }
}

/// What came of taking a role away that somebody must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removed {
    /// It is taken away, and with it the open invitations of whoever held it.
    Done,
    /// They did not hold it.
    NotHeld,
    /// Nobody else holds it, so it stays.
    Last,
}

impl Store {
    /// Takes a role away from somebody who invites others in it: their open invitations there end too. With
    /// `somebody_stays`, it is not taken from the last who holds it and can sign in.
    pub async fn inviter_remove(
        &self,
        account: AccountId,
        grant: &Grant,
        somebody_stays: bool,
        doer: Doer,
    ) -> Result<Removed, StoreError> {
        let council = grant.council.as_deref().unwrap_or_default();
        // One at a time, also on PostgreSQL: of two who relieve each other, one must stay.
        let mut tx = self.write_in_turn().await?;
        let others = sqlx::query(
            "select count(*) as whole from grants join accounts on accounts.id = grants.account
             where role = $1 and council = $2 and account <> $3 and state = $4",
        )
        .bind(grant.role.as_str())
        .bind(council)
        .bind(account.to_string())
        .bind(AccountState::Active.as_str())
        .fetch_one(&mut *tx)
        .await?;
        let is_last = number(&others, "whole")? == 0;
        if !grant.take(&mut tx, account, doer).await? {
            tx.commit().await?;
            return Ok(Removed::NotHeld);
        }
        if is_last && somebody_stays {
            return Ok(Removed::Last);
        }
        let open = sqlx::query("select id, grants from invitations where account = $1 and used is null")
            .bind(account.to_string())
            .fetch_all(&mut *tx)
            .await?;
        for row in &open {
            let given: Vec<Grant> = serde_json::from_str(&text(row, "grants")?)
                .map_err(|why| StoreError::Corrupt(format!("the grants of an invitation cannot be read: {why}")))?;
            if given.iter().any(|one| one.council == grant.council) {
                sqlx::query("delete from invitations where id = $1").bind(text(row, "id")?).execute(&mut *tx).await?;
            }
        }
        tx.commit().await?;
        Ok(Removed::Done)
    }
}

/// What an account may do.
pub(super) async fn held<'c>(
    from: impl Executor<'c, Database = Any>,
    account: AccountId,
) -> Result<Vec<Grant>, StoreError> {
    let rows = sqlx::query("select role, council from grants where account = $1")
        .bind(account.to_string())
        .fetch_all(from)
        .await?;
    each(&rows)
}

/// The grants in rows, some of which may hold none, in order of council and role.
pub(super) fn each(rows: &[AnyRow]) -> Result<Vec<Grant>, StoreError> {
    let mut grants = Vec::new();
    for row in rows {
        if row.try_get::<Option<String>, _>("role")?.is_some() {
            grants.push(grant(row)?);
        }
    }
    grants.sort_by(|a, b| (&a.council, &a.role).cmp(&(&b.council, &b.role)));
    Ok(grants)
}

fn grant(row: &AnyRow) -> Result<Grant, StoreError> {
    let council = text(row, "council")?;
    Ok(Grant { role: read(row, "role")?, council: Some(council).filter(|council| !council.is_empty()) })
}
