//! What is done about people who sign in stands in the audit chains: roles in that of their council, all else in that of the
//! installation. An account is told by its id alone, so that who is erased is in no chain.

use jiff::Timestamp;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::account::Grant;
use crate::audit::{self, Line};
use crate::error::StoreError;
use crate::id::AccountId;
use crate::sql::{read, text};
use crate::store::{Engine, Write};

/// The chain of what is of no single council. No council has this name.
pub const INSTALLATION: &str = "installation";
/// What the chain calls a role given: who has it and which, in its reason.
pub const ROLE_GIVEN: &str = "role_given";
/// What the chain calls a role taken away.
pub const ROLE_TAKEN: &str = "role_taken";
/// What the chain calls a role that was given before roles were written down.
pub const ROLE_FOUND: &str = "role_found";
/// What the chain calls an invitation: which one and to which role, in its reason.
pub const INVITED: &str = "invited";
/// What the chain calls an invitation that was taken back.
pub const UNINVITED: &str = "invitation_withdrawn";

/// Who does something about an account, and when.
#[derive(Clone, Copy, Debug)]
pub struct Doer {
    /// Who; none where whoever runs the installation does it from the command line.
    pub by: Option<AccountId>,
    /// When.
    pub at: Timestamp,
}

impl Doer {
    /// Writes into a chain what was done about something, by its id.
    pub(super) async fn note(
        self,
        tx: &mut Write,
        chain: &str,
        deed: &str,
        about: impl std::fmt::Display,
    ) -> Result<(), StoreError> {
        let line = Line { reason: Some(format!("={about}")), ..Line::of(deed, self.by, self.at) };
        audit::write(tx, chain, line).await.map(|_| ())
    }
}

impl Grant {
    /// In whose chain it stands that it is given.
    pub(super) fn chain(&self) -> &str {
        self.council.as_deref().unwrap_or(INSTALLATION)
    }

    /// Gives it, once. Whoever asks holds the turn.
    pub(super) async fn give(&self, tx: &mut Write, account: AccountId, doer: Doer) -> Result<(), StoreError> {
        self.check()?;
        let done =
            sqlx::query("insert into grants (account, role, council) values ($1, $2, $3) on conflict do nothing")
                .bind(account.to_string())
                .bind(self.role.as_str())
                .bind(self.council.as_deref().unwrap_or_default())
                .execute(&mut **tx)
                .await?;
        if done.rows_affected() == 1 {
            let about = format!("{account} {}", self.role);
            doer.note(tx, self.chain(), ROLE_GIVEN, about).await?;
        }
        Ok(())
    }

    /// Takes it away. False where it was not given. Whoever asks holds the turn.
    pub(super) async fn take(&self, tx: &mut Write, account: AccountId, doer: Doer) -> Result<bool, StoreError> {
        let done = sqlx::query("delete from grants where account = $1 and role = $2 and council = $3")
            .bind(account.to_string())
            .bind(self.role.as_str())
            .bind(self.council.as_deref().unwrap_or_default())
            .execute(&mut **tx)
            .await?;
        let is_taken = done.rows_affected() == 1;
        if is_taken {
            let about = format!("{account} {}", self.role);
            doer.note(tx, self.chain(), ROLE_TAKEN, about).await?;
        }
        Ok(is_taken)
    }
}

/// Writes into the chains each role that is held and of which they do not tell yet, as of when its account was made.
pub(crate) async fn write_found(tx: &mut AnyConnection, engine: Engine) -> Result<(), StoreError> {
    let rows = sqlx::query(
        "select grants.account, grants.role, grants.council, accounts.created from grants
         join accounts on accounts.id = grants.account order by grants.council, grants.account, grants.role",
    )
    .fetch_all(&mut *tx)
    .await?;
    for row in &rows {
        let chain = chain_of(row)?;
        let about = format!("={} {}", text(row, "account")?, text(row, "role")?);
        let line = Line { reason: Some(about), ..Line::of(ROLE_FOUND, None, read(row, "created")?) };
        audit::write_on(&mut *tx, engine, &chain, line).await?;
    }
    Ok(())
}

/// Whose chain a row of `grants` stands in.
fn chain_of(row: &AnyRow) -> Result<String, StoreError> {
    let council = text(row, "council")?;
    Ok(if council.is_empty() { INSTALLATION.to_owned() } else { council })
}
