//! The one way an event is written: with its letters and its key, whole or not at all.

use jiff::Timestamp;
use sqlx::AnyConnection;
use std::borrow::Cow;

use crate::audit::{self, Line};
use crate::error::{AppendError, StoreError};
use crate::event::{Append, Appended, IdempotencyKey, Position, StreamId, Version};
use crate::file::{NewFile, Sealed};
use crate::id::{AccountId, FileId};
use crate::read::purpose;
use crate::seal::Secret;
use crate::secret::{Digest, Parts};
use crate::sql::{moment, number, text};
use crate::store::{Engine, Store};
use crate::word;

/// The channel on which PostgreSQL tells the other nodes.
pub(crate) const CHANNEL: &str = "kith_position";

impl Store {
    /// Appends events to a stream, with the letters that go out because of them. When it returns, all is on the disk;
    /// where it fails, nothing is written, save that after `Unavailable` it may be: sent again with the same key, it is
    /// then answered as it was the first time.
    pub async fn append(&self, append: Append<'_>) -> Result<Appended, AppendError> {
        self.append_with(append, None).await
    }

    /// Appends events to a case with a file of it, under the id by which the events speak of it: both are written, or
    /// neither. Answered under its key as the first time, it keeps no file again.
    ///
    /// # Errors
    /// As [`Store::append`]; and where the stream is no case, or the file is too large or badly named.
    pub async fn append_with(
        &self,
        append: Append<'_>,
        file: Option<(FileId, &NewFile<'_>)>,
    ) -> Result<Appended, AppendError> {
        append.check()?;
        if let Some((_, file)) = &file {
            file.check()?;
        }
        let mut tx = self.write().await?;
        let last = take_positions(&mut tx, append.events.len()).await?;
        let vault = match append.stream.council() {
            None => None,
            Some(_) => Some(self.vaults.find_or_make(&mut tx, append.stream, append.at).await?),
        };
        let digest = append.key.as_ref().map(|key| (key, kept_digest(&append, key, vault.as_ref())));
        if let Some((key, digest)) = &digest
            && let Some(first) = answered(&mut tx, key, digest).await?
        {
            tx.rollback().await?;
            self.settled().await?;
            return Ok(first);
        }
        let actual = crate::read::version(&mut *tx, append.stream).await?;
        if actual != append.expected_version {
            tx.rollback().await?;
            return Err(AppendError::Conflict { expected: append.expected_version, actual });
        }
        let count = i64::try_from(append.events.len()).unwrap_or(i64::MAX);
        let first = Position(last.0 - count + 1);
        let written = write_events(&mut tx, &append, first, vault.as_ref()).await?;
        if let Some(council) = append.stream.council() {
            let deed = append.events.first().map_or("", |event| event.kind.as_str());
            let line = Line {
                stream: Some(append.stream),
                appended: Some((first, last)),
                digest: Some(written),
                ..Line::of(deed, append.by.copied(), append.at)
            };
            audit::write(&mut tx, council, line).await?;
            if let Some(words) = &append.index {
                let key = self.vaults.find_or_make(&mut tx, &word::key_of(council)?, append.at).await?;
                word::replace(&mut tx, &key, append.stream, words).await?;
            }
        }
        if let Some((id, file)) = file {
            let no_case = || StoreError::NoCase(append.stream.clone());
            let (key, council) = vault.as_ref().zip(append.stream.council()).ok_or_else(no_case)?;
            Sealed::of(id, file, append.stream, key)?.insert(&mut tx, append.stream, council).await?;
        }
        for mail in &append.mail {
            mail.insert(&mut tx, Some(last), append.at).await?;
        }
        let done = Appended { version: Version(actual.0 + count), position: last };
        if let Some((key, digest)) = &digest {
            keep_answer(&mut tx, key, digest, &append, done).await?;
        }
        announce(&mut tx, self.engine(), last).await?;
        tx.commit().await?;
        self.tell(last);
        Ok(done)
    }

    /// Whether somebody appended something to the stream under this key already. An act sent again is not decided again
    /// on what it brought about itself. A key that somebody else used tells nothing.
    pub async fn was_used(&self, stream: &StreamId, key: &IdempotencyKey, by: AccountId) -> Result<bool, StoreError> {
        let row = sqlx::query(
            "select keys.version from keys join events on events.stream = keys.stream and events.version = keys.version
             where keys.key = $1 and keys.stream = $2 and events.account = $3",
        )
        .bind(key.as_str())
        .bind(stream.as_str())
        .bind(by.to_string())
        .fetch_optional(&self.pool)
        .await?;
        if row.is_some() {
            self.settled().await?;
        }
        Ok(row.is_some())
    }

    /// Forgets keys from before a moment. A form older than that is no longer known when it is sent again.
    pub async fn forget_keys(&self, before: Timestamp) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query("delete from keys where at < $1").bind(moment(before)).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(done.rows_affected())
    }
}

/// Has the other nodes told, once it is committed, that there is more.
pub(crate) async fn announce(tx: &mut AnyConnection, engine: Engine, last: Position) -> Result<(), StoreError> {
    if engine == Engine::Postgres {
        sqlx::query("select pg_notify($1, $2)").bind(CHANNEL).bind(last.to_string()).execute(tx).await?;
    }
    Ok(())
}

/// Takes the next positions and returns the last of them. The row stays locked until the end, so appends follow one
/// another: no position becomes visible before a lower one.
pub(crate) async fn take_positions(tx: &mut AnyConnection, count: usize) -> Result<Position, StoreError> {
    let row = sqlx::query("update head set position = position + $1 where id = 1 returning position")
        .bind(i64::try_from(count).unwrap_or(i64::MAX))
        .fetch_optional(tx)
        .await?
        .ok_or_else(|| StoreError::Corrupt("the table `head` is empty".into()))?;
    Ok(Position(number(&row, "position")?))
}

async fn answered(
    tx: &mut AnyConnection,
    key: &IdempotencyKey,
    digest: &Digest,
) -> Result<Option<Appended>, AppendError> {
    let row = sqlx::query("select digest, version, position from keys where key = $1")
        .bind(key.as_str())
        .fetch_optional(tx)
        .await?;
    let Some(row) = row else { return Ok(None) };
    if text(&row, "digest")? != digest.as_str() {
        return Err(AppendError::KeyReused);
    }
    let position = Position(number(&row, "position")?);
    Ok(Some(Appended { version: Version(number(&row, "version")?), position }))
}

/// Of a case, the digest of what was sent is kept as a keyed hash, so that it does not give away what it is of.
fn kept_digest(append: &Append<'_>, key: &IdempotencyKey, vault: Option<&Secret>) -> Digest {
    let digest = append.digest(key);
    vault.map_or_else(|| digest.clone(), |vault| vault.hash("form", digest.as_str()))
}

/// Writes the events, sealed where there is a vault, and answers with the digest of what was written.
async fn write_events(
    tx: &mut AnyConnection,
    append: &Append<'_>,
    first: Position,
    vault: Option<&Secret>,
) -> Result<Digest, StoreError> {
    let mut parts = Parts::default();
    for (number, event) in (0_i64..).zip(&append.events) {
        let version = Version(append.expected_version.0 + number + 1);
        let body = match vault {
            None => Cow::Borrowed(event.body.as_str()),
            Some(key) => key.seal_text(&purpose(append.stream, version, &event.kind), &event.body)?.into(),
        };
        let row = Row {
            position: Position(first.0 + number),
            stream: append.stream,
            version,
            kind: &event.kind,
            body: &body,
            by: append.by.copied(),
            at: append.at,
        };
        row.insert(tx, &mut parts).await?;
    }
    Ok(parts.digest())
}

/// An event as it is kept.
pub(crate) struct Row<'a> {
    pub(crate) position: Position,
    pub(crate) stream: &'a StreamId,
    pub(crate) version: Version,
    pub(crate) kind: &'a str,
    pub(crate) body: &'a str,
    pub(crate) by: Option<AccountId>,
    pub(crate) at: Timestamp,
}

impl Row<'_> {
    /// Writes it, and adds it to the digest of what is written with it.
    pub(crate) async fn insert(self, tx: &mut AnyConnection, parts: &mut Parts) -> Result<(), StoreError> {
        let (stream, at, by) = (self.stream.as_str(), moment(self.at), self.by.map(|by| by.to_string()));
        let (position, version) = (self.position.0, self.version.0);
        audit::add_event(parts, position, stream, version, self.kind, self.body, by.as_deref(), &at);
        sqlx::query(
            "insert into events (position, stream, version, kind, body, account, at)
             values ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(position)
        .bind(stream)
        .bind(version)
        .bind(self.kind)
        .bind(self.body)
        .bind(by)
        .bind(at)
        .execute(tx)
        .await?;
        Ok(())
    }
}

async fn keep_answer(
    tx: &mut AnyConnection,
    key: &IdempotencyKey,
    digest: &Digest,
    append: &Append<'_>,
    done: Appended,
) -> Result<(), StoreError> {
    sqlx::query("insert into keys (key, digest, stream, version, position, at) values ($1, $2, $3, $4, $5, $6)")
        .bind(key.as_str())
        .bind(digest.as_str())
        .bind(append.stream.as_str())
        .bind(done.version.0)
        .bind(done.position.0)
        .bind(moment(append.at))
        .execute(tx)
        .await?;
    Ok(())
}
