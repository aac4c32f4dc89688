//! Whether everything is there and fits together.

use futures_util::TryStreamExt;
use sqlx::{AnyConnection, AssertSqlSafe, Row};
use std::collections::BTreeMap;

use crate::audit;
use crate::backup::table::TABLES;
use crate::error::StoreError;
use crate::event::Position;
use crate::secret::Digest;
use crate::sql::{number, text};
use crate::store::Engine;
use crate::vault::Vaults;

/// What a database holds, seen whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// How many rows each table has.
    pub rows: BTreeMap<String, i64>,
    /// The position of the last event.
    pub position: Position,
    /// The digest of the contents as text, where they were written or read.
    pub digest: Option<Digest>,
}

impl Proof {
    /// How many rows there are in all.
    pub fn whole(&self) -> i64 {
        self.rows.values().sum()
    }
}

/// Questions that must have no answer, and what it means where one has.
const FAULTS: &[(&str, &str)] = &[
    (
        "select stream as which from events group by stream having count(*) <> max(version) or min(version) <> 1 limit 1",
        "versions are missing from the stream",
    ),
    (
        "select key as which from keys where not exists (select 1 from events where events.position = keys.position
         and events.stream = keys.stream and events.version = keys.version) limit 1",
        "an act was answered, but its events are missing; its key is",
    ),
    (
        "select id as which from outbox where position is not null
         and not exists (select 1 from events where events.position = outbox.position) limit 1",
        "the event is missing that caused the letter",
    ),
    (
        "select cast(count(*) as text) as which from events
         having count(*) <> coalesce(max(position), 0) or min(position) <> 1
         or count(*) <> (select position from head where id = 1)",
        "positions of events are missing; there are",
    ),
    (
        "select stream as which from events where substr(stream, 1, 5) = 'case/'
         and not exists (select 1 from vaults where vaults.stream = events.stream) limit 1",
        "the vault is missing of",
    ),
    (
        "select id as which from files where not exists (select 1 from audit where audit.file = files.id) limit 1",
        "no entry of an audit chain speaks of the file",
    ),
];

/// Looks through everything; an error says what is wrong. Vaults are opened where there are keys.
pub(crate) async fn prove(
    connection: &mut AnyConnection,
    engine: Engine,
    vaults: &Vaults,
) -> Result<Proof, StoreError> {
    if engine == Engine::Sqlite {
        let row = sqlx::query("pragma integrity_check(1)").fetch_one(&mut *connection).await?;
        let said: String = row.try_get(0)?;
        if said != "ok" {
            return Err(StoreError::Corrupt(said));
        }
        if sqlx::query("pragma foreign_key_check").fetch_optional(&mut *connection).await?.is_some() {
            return Err(StoreError::Corrupt("something belongs to an account that is not there".into()));
        }
    }
    for (question, meaning) in FAULTS {
        if let Some(row) = sqlx::query(*question).fetch_optional(&mut *connection).await? {
            return Err(StoreError::Corrupt(format!("{meaning} {}", row.try_get::<String, _>("which")?)));
        }
    }
    let mut blobs = sqlx::query("select digest, bytes from blobs").fetch(&mut *connection);
    while let Some(row) = blobs.try_next().await? {
        let (digest, bytes): (String, Vec<u8>) = (row.try_get("digest")?, row.try_get("bytes")?);
        if Digest::of(&bytes).as_str() != digest {
            return Err(StoreError::Corrupt(format!("the file {digest} is not what was kept")));
        }
    }
    drop(blobs);
    chains(connection).await?;
    if vaults.keys().is_ok() {
        open_all(connection, vaults).await?;
    }
    let rows = count(connection).await?;
    Ok(Proof { rows, position: crate::read::position(connection).await?, digest: None })
}

/// Every council's audit chain is whole: no case has an event that is in none.
async fn chains(connection: &mut AnyConnection) -> Result<(), StoreError> {
    for council in audit::chains(&mut *connection).await? {
        audit::verify(connection, &council).await?;
    }
    Ok(())
}

/// Every vault that was not destroyed is opened by one of the keys.
async fn open_all(connection: &mut AnyConnection, vaults: &Vaults) -> Result<(), StoreError> {
    let mut rows = sqlx::query("select stream, sealed from vaults where destroyed is null").fetch(connection);
    while let Some(row) = rows.try_next().await? {
        vaults.unwrap(&text(&row, "stream")?, &text(&row, "sealed")?)?;
    }
    Ok(())
}

/// How many rows each table has.
pub(crate) async fn count(connection: &mut AnyConnection) -> Result<BTreeMap<String, i64>, StoreError> {
    let mut rows = BTreeMap::new();
    for table in TABLES {
        let words = AssertSqlSafe(format!("select count(*) as whole from {}", table.name));
        let row = sqlx::query(words).fetch_one(&mut *connection).await?;
        rows.insert(table.name.to_owned(), number(&row, "whole")?);
    }
    Ok(rows)
}
