//! Sessions: who is signed in where. A browser holds the token, the database its hash.

use jiff::Timestamp;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

use crate::account::{Account, COLUMNS, Grant, account, grant};
use crate::error::StoreError;
use crate::id::{AccountId, SessionId};
use crate::secret::SessionToken;
use crate::sql::{moment, moment_or_none, read, read_or_none, text};
use crate::store::Store;

/// The longest description of a browser that is kept.
const LONGEST_AGENT: usize = 120;

/// A session to be opened.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// Whose.
    pub account: AccountId,
    /// From when.
    pub created: Timestamp,
    /// Until when at most.
    pub expires: Timestamp,
    /// What the browser calls itself, so that its owner knows it again; cut short.
    pub agent: String,
    /// When the second factor was shown, where it was already.
    pub second_factor: Option<Timestamp>,
    /// Through whose own sign-in, by name; none where it was a password.
    pub provider: Option<String>,
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id, by which it is listed and revoked.
    pub id: SessionId,
    /// Whose.
    pub account: AccountId,
    /// From when.
    pub created: Timestamp,
    /// When it was last used, as far as that was kept.
    pub last_used: Timestamp,
    /// Until when at most.
    pub expires: Timestamp,
    /// What the browser calls itself.
    pub agent: String,
    /// When the second factor was shown.
    pub second_factor: Option<Timestamp>,
    /// Through whose own sign-in, by name; none where it was a password.
    pub provider: Option<String>,
}

/// A session with its owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The session.
    pub session: Session,
    /// Whose it is.
    pub account: Account,
    /// What they may do, in order of council and role.
    pub grants: Vec<Grant>,
}

impl Store {
    /// Opens a session.
    pub async fn session_open(&self, new: &NewSession, token: &SessionToken) -> Result<SessionId, StoreError> {
        let id = SessionId::new(new.created);
        let agent: String = new.agent.chars().filter(|sign| !sign.is_control()).take(LONGEST_AGENT).collect();
        let mut tx = self.write().await?;
        sqlx::query(
            "insert into sessions (id, hash, account, created, last_used, expires, agent, second_factor, provider)
             values ($1, $2, $3, $4, $4, $5, $6, $7, $8)",
        )
        .bind(id.to_string())
        .bind(token.hash().as_str())
        .bind(new.account.to_string())
        .bind(moment(new.created))
        .bind(moment(new.expires))
        .bind(agent)
        .bind(moment_or_none(new.second_factor))
        .bind(new.provider.as_deref())
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The session a token opens, unless it has run out.
    pub async fn session(&self, token: &SessionToken, now: Timestamp) -> Result<Option<Session>, StoreError> {
        let row = sqlx::query(
            "select id, account, created, last_used, expires, agent, second_factor, provider from sessions
             where hash = $1 and expires > $2",
        )
        .bind(token.hash().as_str())
        .bind(moment(now))
        .fetch_optional(&self.pool)
        .await?;
        row.as_ref().map(session).transpose()
    }

    /// The same with its owner and what they may do: what nearly every request asks, in one question.
    pub async fn signed_in(&self, token: &SessionToken, now: Timestamp) -> Result<Option<SignedIn>, StoreError> {
        let words = format!(
            "select sessions.id, sessions.account, sessions.created, sessions.last_used, sessions.expires, sessions.agent,
             sessions.second_factor, sessions.provider, {COLUMNS}, grants.role, grants.council
             from sessions join accounts on accounts.id = sessions.account
             left join grants on grants.account = accounts.id where sessions.hash = $1 and sessions.expires > $2"
        );
        let rows = sqlx::query(AssertSqlSafe(words))
            .bind(token.hash().as_str())
            .bind(moment(now))
            .fetch_all(&self.pool)
            .await?;
        let Some(first) = rows.first() else { return Ok(None) };
        let (session, account) = (session(first)?, account(first)?);
        Ok(Some(SignedIn { session, account, grants: grant::each(&rows)? }))
    }

    /// The sessions of an account, the last used first.
    pub async fn sessions(&self, account: AccountId, now: Timestamp) -> Result<Vec<Session>, StoreError> {
        let rows = sqlx::query(
            "select id, account, created, last_used, expires, agent, second_factor, provider from sessions
             where account = $1 and expires > $2 order by last_used desc, id desc",
        )
        .bind(account.to_string())
        .bind(moment(now))
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(session).collect()
    }

    /// Keeps when a session was last used. Each is a write: once a minute is often enough.
    pub async fn session_touch(&self, id: SessionId, at: Timestamp) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        sqlx::query("update sessions set last_used = $1 where id = $2")
            .bind(moment(at))
            .bind(id.to_string())
            .execute(&mut *tx)
            .await?;
        tx.commit().await
    }

    /// Keeps that the second factor was shown. The session goes on under a new token, so that one seen before that is
    /// worth nothing.
    pub async fn session_raise(&self, id: SessionId, token: &SessionToken, at: Timestamp) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query("update sessions set second_factor = $1, last_used = $1, hash = $2 where id = $3")
            .bind(moment(at))
            .bind(token.hash().as_str())
            .bind(id.to_string())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }

    /// Ends one session of an account. False where it has no such session.
    pub async fn session_revoke(&self, account: AccountId, id: SessionId) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query("delete from sessions where account = $1 and id = $2")
            .bind(account.to_string())
            .bind(id.to_string())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }

    /// Ends every session of an account but one, and says how many.
    pub async fn sessions_revoke(&self, account: AccountId, but: Option<SessionId>) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query("delete from sessions where account = $1 and id <> $2")
            .bind(account.to_string())
            .bind(but.map(|id| id.to_string()).unwrap_or_default())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected())
    }

    /// Signs everyone out, and ends every way back in: after a restore, what had been ended since would be open again.
    pub async fn sessions_end(&self) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query("delete from sessions").execute(&mut *tx).await?;
        sqlx::query("delete from recoveries").execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(done.rows_affected())
    }

    /// Forgets the sessions that have run out, and says how many.
    pub async fn sessions_prune(&self, now: Timestamp) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query("delete from sessions where expires <= $1").bind(moment(now)).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(done.rows_affected())
    }
}

fn session(row: &AnyRow) -> Result<Session, StoreError> {
    Ok(Session {
        id: read(row, "id")?,
        account: read(row, "account")?,
        created: read(row, "created")?,
        last_used: read(row, "last_used")?,
        expires: read(row, "expires")?,
        agent: text(row, "agent")?,
        second_factor: read_or_none(row, "second_factor")?,
        provider: row.try_get("provider")?,
    })
}
