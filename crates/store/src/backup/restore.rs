//! A backup read into an empty database, which then proves that it holds the same.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};
use sqlx::{Any, AnyConnection, AssertSqlSafe, query::Query};
use std::io::{BufRead, Read};

use crate::backup::export::{FORMAT, export};
use crate::backup::proof::{Proof, count, prove};
use crate::backup::table::{Kind, TABLES, Table};
use crate::error::StoreError;
use crate::event::Position;
use crate::secret::Digest;
use crate::store::Store;

/// The longest line: the largest file in base64, and to spare.
const LONGEST_LINE: u64 = 64 * 1024 * 1024;

type Arguments = <Any as sqlx::Database>::Arguments;

impl Store {
    /// Reads a backup made by `export` into this database, which must be empty. It is there whole or not at all: before
    /// anything is kept, the digest must fit, everything must fit together, and written out again it must be the same.
    pub async fn restore(&self, from: &mut (dyn BufRead + Send)) -> Result<Proof, StoreError> {
        let mut tx = self.write_in_turn().await?;
        if let Some((table, rows)) = count(&mut tx).await?.into_iter().find(|(_, rows)| *rows > 0) {
            return Err(StoreError::NotEmpty(format!("its table {table} has {rows} rows")));
        }
        let end = read_in(&mut tx, from).await?;
        sqlx::query("update head set position = $1 where id = 1").bind(end.position.0).execute(&mut *tx).await?;
        let proof = prove(&mut tx, self.engine(), &self.vaults).await?;
        if proof.rows != end.rows {
            return Err(StoreError::Invalid(format!("the backup says {:?} rows, but has {:?}", end.rows, proof.rows)));
        }
        let again = export(&mut tx, self.engine(), &mut std::io::sink()).await?;
        if again.digest != end.digest {
            return Err(StoreError::Corrupt("what was restored is not what the backup holds".into()));
        }
        tx.commit().await?;
        self.tell(end.position);
        Ok(end)
    }
}

/// Reads every line; answers with what the last of them says, once its digest fits.
async fn read_in(tx: &mut AnyConnection, from: &mut (dyn BufRead + Send)) -> Result<Proof, StoreError> {
    let mut hash = Sha256::new();
    let mut line = Vec::new();
    let mut number = 0_usize;
    loop {
        line.clear();
        number += 1;
        let read = from.take(LONGEST_LINE).read_until(b'\n', &mut line);
        read.map_err(|why| fault(number, &format!("cannot be read: {why}")))?;
        if line.is_empty() {
            return Err(fault(number, "the backup ends before its last line; it was cut off"));
        }
        let value = serde_json::from_slice::<Map<String, Value>>(&line);
        if number == 1 {
            first_line(&value.unwrap_or_default())?;
            hash.update(&line);
            continue;
        }
        let value = value.map_err(|why| fault(number, &format!("is not a line of a backup: {why}")))?;
        if let Some(end) = value.get("end") {
            let proof = last_line(end, Digest::from_hash(hash)).map_err(|why| fault(number, &why))?;
            line.clear();
            from.read_until(b'\n', &mut line).map_err(|why| fault(number, &why.to_string()))?;
            return if line.is_empty() { Ok(proof) } else { Err(fault(number + 1, "something follows the end")) };
        }
        hash.update(&line);
        let row = value.iter().next().and_then(|(name, row)| Some((table(name)?, row.as_object()?)));
        let (table, row) = row.ok_or_else(|| fault(number, "names no table Kith knows"))?;
        insert(tx, table, row).await.map_err(|why| fault(number, &why.to_string()))?;
    }
}

fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.name == name)
}

fn first_line(value: &Map<String, Value>) -> Result<(), StoreError> {
    let number = |name: &str| value.get(name).and_then(Value::as_i64);
    if value.get("kith").and_then(Value::as_str) != Some("backup") {
        return Err(StoreError::Invalid(
            "this is not a backup of Kith as text\n  Hint: a backup that ends in .db is a SQLite database: put it where the database belongs"
                .into(),
        ));
    }
    match (number("format"), number("step")) {
        (Some(FORMAT), Some(step)) if step == crate::schema::last() => Ok(()),
        (Some(FORMAT), Some(step)) if step < crate::schema::last() => Err(StoreError::Invalid(
            "the backup is of an older Kith\n  Hint: restore it with the `kith` that made it, then start this one over it".into(),
        )),
        (_, step) => Err(StoreError::Newer { found: step.unwrap_or_default(), known: crate::schema::last() }),
    }
}

fn last_line(end: &Value, digest: Digest) -> Result<Proof, String> {
    if end.get("sha256").and_then(Value::as_str) != Some(digest.as_str()) {
        return Err("the digest does not fit: the backup was changed or damaged".into());
    }
    let rows = end.get("rows").and_then(|rows| serde_json::from_value(rows.clone()).ok());
    let position = end.get("position").and_then(Value::as_i64);
    let (Some(rows), Some(position)) = (rows, position) else { return Err("the last line is not whole".into()) };
    Ok(Proof { rows, position: Position(position), digest: Some(digest) })
}

async fn insert(tx: &mut AnyConnection, table: &Table, row: &Map<String, Value>) -> Result<(), StoreError> {
    if row.len() != table.columns.len() {
        return Err(StoreError::Invalid(format!("{} has {} columns", table.name, table.columns.len())));
    }
    let mut query = sqlx::query(AssertSqlSafe(table.insert()));
    for (name, kind) in table.columns {
        let value = row.get(*name).ok_or_else(|| StoreError::Invalid(format!("{name} is missing")))?;
        query = bind(query, *kind, value).ok_or_else(|| StoreError::Invalid(format!("{name} cannot be read")))?;
    }
    query.execute(tx).await?;
    Ok(())
}

fn bind<'q>(query: Query<'q, Any, Arguments>, kind: Kind, value: &Value) -> Option<Query<'q, Any, Arguments>> {
    Some(match (kind, value) {
        (Kind::Text, Value::Null) => query.bind(None::<String>),
        (Kind::Number, Value::Null) => query.bind(None::<i64>),
        (Kind::Bytes, Value::Null) => query.bind(None::<Vec<u8>>),
        (Kind::Text, Value::String(text)) => query.bind(text.clone()),
        (Kind::Number, Value::Number(number)) => query.bind(number.as_i64()?),
        (Kind::Bytes, Value::String(text)) => query.bind(STANDARD.decode(text).ok()?),
        _ => return None,
    })
}

fn fault(line: usize, why: &str) -> StoreError {
    StoreError::Invalid(format!("line {line} of the backup: {why}"))
}
