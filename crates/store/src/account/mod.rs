//! People who sign in. All of it can be erased; events carry an account's id and nothing else of the person.

mod attempt;
mod deed;
mod email;
mod grant;
mod identity;
mod invitation;
mod password;
mod recovery;
mod second_factor;
mod session;
mod setup;

pub(crate) use deed::write_found;
pub use deed::{Doer, INSTALLATION, INVITED, ROLE_FOUND, ROLE_GIVEN, ROLE_TAKEN, UNINVITED};
pub use email::Email;
pub use grant::{Grant, Removed, Role};
pub use invitation::{Invitation, NewInvitation};
pub use password::PasswordHash;
pub(crate) use second_factor::purpose as totp_purpose;
pub use session::{NewSession, Session, SignedIn};

use jiff::Timestamp;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use std::str::FromStr;

use crate::error::StoreError;
use crate::id::AccountId;
use crate::sql::{fit, moment, moment_or_none, read, read_or_none, text};
use crate::store::{Store, Write};

/// Whether an account may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountState {
    /// It may.
    Active,
    /// It may not for now; what its owner did stays.
    Suspended,
}

impl AccountState {
    /// As it is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
        }
    }
}

impl FromStr for AccountState {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = [Self::Active, Self::Suspended].into_iter().find(|state| state.as_str() == text);
        known.ok_or_else(|| StoreError::Invalid(format!("{text:?} is not the state of an account")))
    }
}

/// An account to be made.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Its id.
    pub id: AccountId,
    /// Where its owner gets mail, and signs in with.
    pub email: Email,
    /// What its owner is called.
    pub name: String,
    /// None where only a council's own sign-in is used.
    pub password: Option<PasswordHash>,
    /// When it is made.
    pub created: Timestamp,
    /// What its owner may do.
    pub grants: Vec<Grant>,
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Where its owner gets mail, and signs in with.
    pub email: Email,
    /// What its owner is called.
    pub name: String,
    /// None where only a council's own sign-in is used.
    pub password: Option<PasswordHash>,
    /// When the password was last changed.
    pub password_changed: Option<Timestamp>,
    /// Whether a second factor is set up.
    pub second_factor: bool,
    /// Whether it may be used.
    pub state: AccountState,
    /// When it was made.
    pub created: Timestamp,
}

impl NewAccount {
    /// Writes it; `by` gave its roles. Whoever asks holds the turn.
    pub(crate) async fn insert(&self, tx: &mut Write, by: Option<AccountId>) -> Result<(), StoreError> {
        fit("a name", &self.name, 200)?;
        let done = sqlx::query(
            "insert into accounts (id, email, name, password, password_changed, totp_step, state, created)
             values ($1, $2, $3, $4, $5, 0, $6, $7)",
        )
        .bind(self.id.to_string())
        .bind(self.email.as_str())
        .bind(self.name.as_str())
        .bind(self.password.as_ref().map(|hash| hash.reveal().to_owned()))
        .bind(moment_or_none(self.password.as_ref().map(|_| self.created)))
        .bind(AccountState::Active.as_str())
        .bind(moment(self.created))
        .execute(&mut **tx)
        .await;
        done.map_err(email_taken)?;
        for grant in &self.grants {
            grant.give(tx, self.id, Doer { by, at: self.created }).await?;
        }
        Ok(())
    }
}

/// The columns of an account, under names that no session has.
const COLUMNS: &str =
    "accounts.id as owner, accounts.email, accounts.name, accounts.password, accounts.password_changed,
    case when accounts.totp is null then 'no' else 'yes' end as has_factor, accounts.state, accounts.created as made";

impl Store {
    /// Makes an account with its grants, as whoever runs the installation does.
    pub async fn account_add(&self, account: &NewAccount) -> Result<(), StoreError> {
        let mut tx = self.write_in_turn().await?;
        account.insert(&mut tx, None).await?;
        tx.commit().await
    }

    /// One account.
    pub async fn account(&self, id: AccountId) -> Result<Option<Account>, StoreError> {
        self.account_where("id = $1", &id.to_string()).await
    }

    /// The account of an address.
    pub async fn account_by_email(&self, email: &Email) -> Result<Option<Account>, StoreError> {
        self.account_where("email = $1", email.as_str()).await
    }

    async fn account_where(&self, condition: &'static str, value: &str) -> Result<Option<Account>, StoreError> {
        let words = sqlx::AssertSqlSafe(format!("select {COLUMNS} from accounts where {condition}"));
        let row = sqlx::query(words).bind(value).fetch_optional(&self.pool).await?;
        row.as_ref().map(account).transpose()
    }

    /// Every account, in the order they were made.
    pub async fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        let words = sqlx::AssertSqlSafe(format!("select {COLUMNS} from accounts order by created, id"));
        sqlx::query(words).fetch_all(&self.pool).await?.iter().map(account).collect()
    }

    /// How many accounts there are.
    pub async fn accounts_count(&self) -> Result<i64, StoreError> {
        let row = sqlx::query("select count(*) as whole from accounts").fetch_one(&self.pool).await?;
        crate::sql::number(&row, "whole")
    }

    /// Changes the name. False where there is no such account; so with the others.
    pub async fn account_set_name(&self, id: AccountId, name: &str) -> Result<bool, StoreError> {
        fit("a name", name, 200)?;
        self.account_change("update accounts set name = $1 where id = $2", id, name).await
    }

    /// Changes the address.
    pub async fn account_set_email(&self, id: AccountId, email: &Email) -> Result<bool, StoreError> {
        self.account_change("update accounts set email = $1 where id = $2", id, email.as_str()).await
    }

    /// Lets an account be used, or not. Where it is suspended, every session of it ends.
    pub async fn account_set_state(&self, id: AccountId, state: AccountState, doer: Doer) -> Result<bool, StoreError> {
        let mut tx = self.write_in_turn().await?;
        let done = sqlx::query("update accounts set state = $1 where id = $2")
            .bind(state.as_str())
            .bind(id.to_string())
            .execute(&mut *tx)
            .await?;
        if state == AccountState::Suspended {
            sqlx::query("delete from sessions where account = $1").bind(id.to_string()).execute(&mut *tx).await?;
        }
        let is_there = done.rows_affected() == 1;
        if is_there {
            doer.note(&mut tx, INSTALLATION, &format!("account_{}", state.as_str()), id).await?;
        }
        tx.commit().await?;
        Ok(is_there)
    }

    /// Changes the password. Links to choose another, asked for before, no longer work.
    pub async fn account_set_password(
        &self,
        id: AccountId,
        password: &PasswordHash,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let changed = set_password(&mut tx, id, password, at).await?;
        tx.commit().await?;
        Ok(changed)
    }

    /// Erases an account with its grants, sessions, second factor and ways back in, and whatever else holds its address:
    /// invitations, letters. Its own invitations end where nobody took them up. What it did stays, under an id that leads to nobody.
    pub async fn account_erase(&self, id: AccountId, doer: Doer) -> Result<bool, StoreError> {
        let mut tx = self.write_in_turn().await?;
        for grant in grant::held(&mut *tx, id).await? {
            grant.take(&mut tx, id, doer).await?;
        }
        for words in [
            "delete from invitations where email in (select email from accounts where id = $1)",
            "delete from invitations where account = $1 and used is null",
            "delete from outbox where recipient in (select email from accounts where id = $1)",
        ] {
            sqlx::query(words).bind(id.to_string()).execute(&mut *tx).await?;
        }
        let done = sqlx::query("delete from accounts where id = $1").bind(id.to_string()).execute(&mut *tx).await?;
        let is_gone = done.rows_affected() == 1;
        if is_gone {
            doer.note(&mut tx, INSTALLATION, "account_erased", id).await?;
        }
        tx.commit().await?;
        Ok(is_gone)
    }

    async fn account_change(&self, words: &'static str, id: AccountId, value: &str) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query(words).bind(value).bind(id.to_string()).execute(&mut *tx).await.map_err(email_taken)?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }
}

pub(crate) async fn set_password(
    tx: &mut AnyConnection,
    id: AccountId,
    password: &PasswordHash,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let done = sqlx::query("update accounts set password = $1, password_changed = $2 where id = $3")
        .bind(password.reveal())
        .bind(moment(at))
        .bind(id.to_string())
        .execute(&mut *tx)
        .await?;
    sqlx::query("update recoveries set used = $1 where account = $2 and used is null")
        .bind(moment(at))
        .bind(id.to_string())
        .execute(&mut *tx)
        .await?;
    Ok(done.rows_affected() == 1)
}

fn email_taken(error: sqlx::Error) -> StoreError {
    match StoreError::from(error) {
        StoreError::Conflict(said) if said.contains("email") => {
            StoreError::Conflict("there is an account with this email address already".into())
        }
        other => other,
    }
}

fn account(row: &AnyRow) -> Result<Account, StoreError> {
    Ok(Account {
        id: read(row, "owner")?,
        email: read(row, "email")?,
        name: text(row, "name")?,
        password: read_or_none(row, "password")?,
        password_changed: read_or_none(row, "password_changed")?,
        second_factor: text(row, "has_factor")? == "yes",
        state: read(row, "state")?,
        created: read(row, "made")?,
    })
}
