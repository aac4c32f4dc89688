//! What is personal in a case is sealed with a key of the case's own. The key is kept wrapped under an installation key;
//! destroyed, all that it sealed is gone for good, in every copy of the rows.

use jiff::Timestamp;
use sqlx::any::AnyRow;
use sqlx::{Any, Executor, Row};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::append::{self, announce};
use crate::audit::{self, Line};
use crate::error::{AppendError, StoreError};
use crate::event::{Body, StreamId, Version};
use crate::id::AccountId;
use crate::key::Keys;
use crate::seal::Secret;
use crate::secret::Parts;
use crate::sql::{fit, moment, read, read_or_none, text};
use crate::store::{Engine, Store, Write};
use crate::together::Together;

/// How many unwrapped keys are kept in memory.
const KEPT: usize = 20_000;
/// The longest reason, in bytes.
pub(crate) const LONGEST_REASON: usize = 2000;

/// The keys that this program has, and the vaults it has opened with them. What is remembered goes by the wrapped key as it
/// stands in the table, which every reading fetches anew: a vault that another node destroyed is not opened from memory.
#[derive(Default)]
pub(crate) struct Vaults {
    keys: Option<Keys>,
    open: Mutex<HashMap<String, Secret>>,
}

impl Vaults {
    pub(crate) fn new(keys: Keys) -> Self {
        Self { keys: Some(keys), open: Mutex::default() }
    }

    pub(crate) fn keys(&self) -> Result<&Keys, StoreError> {
        self.keys.as_ref().ok_or(StoreError::NoKey)
    }

    /// A new key for a stream, added to what is written.
    pub(crate) fn make(&self, all: &mut Together, stream: &StreamId, at: Timestamp) -> Result<Secret, StoreError> {
        let key = Secret::fresh();
        let sealed = self.keys()?.seal(&purpose(stream.as_str()), key.bytes())?;
        let words = "insert into vaults (stream, sealed, created) values ($1, $2, $3)";
        all.add(words, [stream.as_str().into(), sealed.into(), moment(at).into()]);
        Ok(key)
    }

    /// The key of a stream, as it is kept.
    pub(crate) fn unwrap(&self, stream: &str, sealed: &str) -> Result<Secret, StoreError> {
        if let Some(key) = self.remembered().get(sealed) {
            return Ok(key.clone());
        }
        let what = format!("the vault of {stream}");
        let bytes = self.keys()?.open(&what, &purpose(stream), sealed)?;
        let key = Secret::from_bytes(&bytes).ok_or_else(|| StoreError::Corrupt(format!("{what} is not whole")))?;
        let mut remembered = self.remembered();
        if remembered.len() >= KEPT {
            remembered.clear();
        }
        remembered.insert(sealed.to_owned(), key.clone());
        Ok(key)
    }

    fn remembered(&self) -> std::sync::MutexGuard<'_, HashMap<String, Secret>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn forget(&self, sealed: Option<String>) {
        if let Some(sealed) = sealed {
            self.remembered().remove(&sealed);
        }
    }

    /// What the vault of a stream is, from a row with its columns `vault` and `destroyed`.
    pub(crate) fn of_row(&self, stream: &str, row: &AnyRow) -> Result<Vault, StoreError> {
        match (row.try_get::<Option<String>, _>("vault")?, row.try_get::<Option<String>, _>("destroyed")?) {
            (_, Some(_)) => Ok(Vault::Gone),
            (Some(sealed), None) => Ok(Vault::Open(self.unwrap(stream, &sealed)?)),
            (None, None) => Ok(Vault::None),
        }
    }

    /// What the vault of a stream is.
    pub(crate) async fn find<'c>(
        &self,
        from: impl Executor<'c, Database = Any>,
        stream: &str,
    ) -> Result<Vault, StoreError> {
        let row = sqlx::query("select sealed as vault, destroyed from vaults where stream = $1")
            .bind(stream)
            .fetch_optional(from)
            .await?;
        row.map_or(Ok(Vault::None), |row| self.of_row(stream, &row))
    }

    /// The key of a case that has begun.
    pub(crate) async fn of_case<'c>(
        &self,
        from: impl Executor<'c, Database = Any>,
        stream: &StreamId,
    ) -> Result<Secret, StoreError> {
        match self.find(from, stream.as_str()).await? {
            Vault::Open(key) => Ok(key),
            Vault::Gone => Err(StoreError::Gone(stream.clone())),
            Vault::None => Err(StoreError::NoCase(stream.clone())),
        }
    }

    /// The key of a stream, made where it has none. Whoever asks holds the lock that appends follow one another by.
    pub(crate) async fn find_or_make(
        &self,
        tx: &mut Write,
        stream: &StreamId,
        at: Timestamp,
    ) -> Result<Secret, StoreError> {
        match self.find(&mut **tx, stream.as_str()).await? {
            Vault::Open(key) => Ok(key),
            Vault::Gone => Err(StoreError::Gone(stream.clone())),
            Vault::None => {
                let mut all = Together::default();
                let key = self.make(&mut all, stream, at)?;
                all.send(tx).await?;
                Ok(key)
            }
        }
    }
}

/// What the vault of a stream is.
pub(crate) enum Vault {
    /// There is none.
    None,
    /// Its key.
    Open(Secret),
    /// It was destroyed.
    Gone,
}

impl Vault {
    /// Opens what was sealed with it; `what` names it in an error.
    pub(crate) fn body(&self, what: &str, purpose: &str, sealed: &str) -> Result<Body, StoreError> {
        let broken = || StoreError::Corrupt(format!("{what} cannot be opened: it was changed, or its vault was"));
        match self {
            Self::Gone => Ok(Body::Gone),
            Self::None => Err(broken()),
            Self::Open(key) => key.open_text(purpose, sealed).map(Body::Text).ok_or_else(broken),
        }
    }
}

/// For what the key of a stream is sealed.
pub(crate) fn purpose(stream: &str) -> String {
    format!("vault {stream}")
}

/// What is left of a case that was destroyed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tombstone {
    /// Whose history it was.
    pub stream: StreamId,
    /// Who destroyed it; none where Kith itself did.
    pub by: Option<AccountId>,
    /// When.
    pub at: Timestamp,
    /// Why: the rule that was followed. It names nobody.
    pub why: String,
}

/// The kind of the last event of a case that was destroyed, and what the audit chain calls it.
pub(crate) const DESTROYED: &str = "case_destroyed";

/// What goes with the key of a case, so that nothing of it is left to be read.
const ENDS_WITH_IT: &[&str] = &[
    "delete from files where stream = $1",
    "delete from words where stream = $1",
    "delete from drafts where stream = $1",
    "delete from accesses where stream = $1",
    "delete from trackings where stream = $1",
    "delete from outbox where position in (select position from events where stream = $1)",
];

impl Store {
    /// Destroys what a case holds: its key, its files, the words it is found by, drafts, access and letters. Its events
    /// stay and are `Body::Gone`; one more, `case_destroyed`, tells every node that follows them. What is left says who,
    /// when and why; `why` names nobody, for it stays. False where the case was destroyed before; refused where it has
    /// moved on from the version at which it was decided that it goes.
    pub async fn destroy_vault(
        &self,
        stream: &StreamId,
        expected: Version,
        by: Option<AccountId>,
        at: Timestamp,
        why: &str,
    ) -> Result<bool, AppendError> {
        fit("the reason", why, LONGEST_REASON)?;
        let council = stream.council().ok_or_else(|| StoreError::NoCase(stream.clone()))?;
        let (mut tx, position) = self.write_at_next(1).await?;
        let row = sqlx::query("select sealed, destroyed from vaults where stream = $1")
            .bind(stream.as_str())
            .fetch_optional(&mut *tx)
            .await?
            .ok_or_else(|| StoreError::NoCase(stream.clone()))?;
        if row.try_get::<Option<String>, _>("destroyed")?.is_some() {
            tx.rollback().await?;
            self.settled().await?;
            return Ok(false);
        }
        let actual = crate::read::version(&mut *tx, stream).await?;
        if actual != expected {
            return Err(AppendError::Conflict { expected, actual });
        }
        sqlx::query("update vaults set sealed = null, destroyed = $1, account = $2, why = $3 where stream = $4")
            .bind(moment(at))
            .bind(by.map(|by| by.to_string()))
            .bind(why)
            .bind(stream.as_str())
            .execute(&mut *tx)
            .await?;
        for words in ENDS_WITH_IT {
            sqlx::query(*words).bind(stream.as_str()).execute(&mut *tx).await?;
        }
        let version = Version(actual.0 + 1);
        let mut parts = Parts::default();
        let event = append::Row { position, stream, version, kind: DESTROYED, body: "", by, at };
        let mut all = Together::default();
        event.add(&mut all, &mut parts);
        let line = Line {
            stream: Some(stream),
            appended: Some((position, position)),
            digest: Some(parts.digest()),
            reason: Some(format!("={why}")),
            ..Line::of(DESTROYED, by, at)
        };
        let head = audit::head(&mut *tx, council).await?;
        audit::add(&mut all, council, head, line);
        announce(&mut all, self.engine(), position);
        all.send(&mut tx).await?;
        tx.commit().await?;
        self.tell(position);
        self.vaults.forget(row.try_get("sealed")?);
        self.clear_log().await;
        Ok(true)
    }

    /// Has what was deleted overwritten in SQLite's write-ahead log, where it may still stand.
    async fn clear_log(&self) {
        if self.engine() == Engine::Sqlite
            && let Err(error) = sqlx::raw_sql("pragma wal_checkpoint(truncate)").execute(&self.pool).await
        {
            tracing::warn!(%error, "the log of a case destroyed is overwritten only with what is written next");
        }
    }

    /// What is left of a case that was destroyed; none where it was not.
    pub async fn tombstone(&self, stream: &StreamId) -> Result<Option<Tombstone>, StoreError> {
        let row = sqlx::query(
            "select stream, destroyed, account, why from vaults where stream = $1 and destroyed is not null",
        )
        .bind(stream.as_str())
        .fetch_optional(&self.pool)
        .await?;
        let tombstone = |row: AnyRow| {
            Ok(Tombstone {
                stream: read(&row, "stream")?,
                by: read_or_none(&row, "account")?,
                at: read(&row, "destroyed")?,
                why: text(&row, "why")?,
            })
        };
        row.map(tombstone).transpose()
    }
}
