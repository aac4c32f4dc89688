//! The one way an event is written: with its letters and its key, whole or not at all.

use jiff::Timestamp;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row as _};
use std::borrow::Cow;

use crate::audit::{self, Head, Line};
use crate::draft;
use crate::error::{AppendError, StoreError};
use crate::event::{Append, Appended, IdempotencyKey, Position, StreamId, Version};
use crate::file::{NewFile, Sealed};
use crate::id::{AccountId, FileId};
use crate::read::purpose;
use crate::seal::Secret;
use crate::secret::{Digest, Parts};
use crate::sql::{moment, number};
use crate::store::{Engine, Store};
use crate::together::Together;
use crate::vault::Vault;
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
        let count = i64::try_from(append.events.len()).unwrap_or(i64::MAX);
        let (mut tx, last) = self.write_at_next(count).await?;
        let (stream, council) = (append.stream, append.stream.council());
        let row = standing(&mut tx, &append).await?;
        let mut all = Together::default();
        let vault = match council.map(|_| self.vaults.of_row(stream.as_str(), &row)).transpose()? {
            None => None,
            Some(Vault::Gone) => return Err(StoreError::Gone(stream.clone()).into()),
            Some(Vault::Open(key)) => Some(key),
            Some(Vault::None) => Some(self.vaults.make(&mut all, stream, append.at)?),
        };
        let digest = append.key.as_ref().map(|key| (key, kept_digest(&append, key, vault.as_ref())));
        if let Some((_, digest)) = &digest
            && let Some(first) = answered(&row, digest)?
        {
            tx.rollback().await?;
            self.settled().await?;
            return Ok(first);
        }
        let actual = Version(number(&row, "version")?);
        if actual != append.expected_version {
            tx.rollback().await?;
            return Err(AppendError::Conflict { expected: append.expected_version, actual });
        }
        let first = Position(last.0 - count + 1);
        let written = add_events(&mut all, &append, first, vault.as_ref())?;
        if let Some(council) = council {
            let deed = append.events.first().map_or("", |event| event.kind.as_str());
            let line = Line {
                stream: Some(stream),
                appended: Some((first, last)),
                digest: Some(written),
                ..Line::of(deed, append.by.copied(), append.at)
            };
            audit::add(&mut all, council, Head::of_row(council, &row)?, line);
        }
        let done = Appended { version: Version(actual.0 + count), position: last };
        if let Some((key, digest)) = &digest {
            add_answer(&mut all, key, digest, &append, done);
        }
        if let (Some(by), Some(form)) = (append.by, append.form) {
            draft::add_end(&mut all, *by, stream, form);
        }
        announce(&mut all, self.engine(), last);
        all.send(&mut tx).await?;
        if let (Some(council), Some(words)) = (council, &append.index) {
            let key = self.vaults.find_or_make(&mut tx, &word::key_of(council)?, append.at).await?;
            word::replace(&mut tx, &key, stream, words).await?;
        }
        if let Some((id, file)) = file {
            let no_case = || StoreError::NoCase(append.stream.clone());
            let (key, council) = vault.as_ref().zip(append.stream.council()).ok_or_else(no_case)?;
            Sealed::of(id, file, append.stream, key)?.insert(&mut tx, append.stream, council).await?;
        }
        for mail in &append.mail {
            mail.insert(&mut tx, Some(last), append.at).await?;
        }
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
pub(crate) fn announce(all: &mut Together, engine: Engine, last: Position) {
    if engine == Engine::Postgres {
        all.add("select pg_notify($1, $2)", [CHANNEL.into(), last.to_string().into()]);
    }
}

/// All that an append rests on, asked at once: where its stream stands, its vault, what was answered under its key, and
/// where the council's audit chain ends.
async fn standing(tx: &mut AnyConnection, append: &Append<'_>) -> Result<AnyRow, StoreError> {
    let row = sqlx::query(
        "select (select coalesce(max(version), 0) from events where stream = $1) as version,
         vaults.sealed as vault, vaults.destroyed,
         keys.digest as answered, keys.version as answered_version, keys.position as answered_position, audit.seq, audit.hash
         from head left join vaults on vaults.stream = $1 left join keys on keys.key = $2
         left join audit on audit.council = $3
         and audit.seq = (select seq from audit where council = $3 order by seq desc limit 1)
         where head.id = 1",
    )
    .bind(append.stream.as_str())
    .bind(append.key.as_ref().map(IdempotencyKey::as_str))
    .bind(append.stream.council())
    .fetch_one(tx)
    .await?;
    Ok(row)
}

fn answered(row: &AnyRow, digest: &Digest) -> Result<Option<Appended>, AppendError> {
    let kept: Option<String> = row.try_get("answered")?;
    match kept {
        None => Ok(None),
        Some(kept) if kept != digest.as_str() => Err(AppendError::KeyReused),
        Some(_) => {
            let position = Position(number(row, "answered_position")?);
            Ok(Some(Appended { version: Version(number(row, "answered_version")?), position }))
        }
    }
}

/// Of a case, the digest of what was sent is kept as a keyed hash, so that it does not give away what it is of.
fn kept_digest(append: &Append<'_>, key: &IdempotencyKey, vault: Option<&Secret>) -> Digest {
    let digest = append.digest(key);
    vault.map_or_else(|| digest.clone(), |vault| vault.hash("form", digest.as_str()))
}

/// Adds the events, sealed where there is a vault, and answers with the digest of what is written.
fn add_events(
    all: &mut Together,
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
        row.add(all, &mut parts);
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
    /// Adds it to what is written, and to the digest of that.
    pub(crate) fn add(self, all: &mut Together, parts: &mut Parts) {
        let (stream, at, by) = (self.stream.as_str(), moment(self.at), self.by.map(|by| by.to_string()));
        let (position, version) = (self.position.0, self.version.0);
        audit::add_event(parts, position, stream, version, self.kind, self.body, by.as_deref(), &at);
        all.add(
            "insert into events (position, stream, version, kind, body, account, at)
             values ($1, $2, $3, $4, $5, $6, $7)",
            [position.into(), stream.into(), version.into(), self.kind.into(), self.body.into(), by.into(), at.into()],
        );
    }
}

fn add_answer(all: &mut Together, key: &IdempotencyKey, digest: &Digest, append: &Append<'_>, done: Appended) {
    all.add(
        "insert into keys (key, digest, stream, version, position, at) values ($1, $2, $3, $4, $5, $6)",
        [
            key.as_str().into(),
            digest.as_str().into(),
            append.stream.as_str().into(),
            done.version.0.into(),
            done.position.0.into(),
            moment(append.at).into(),
        ],
    );
}
