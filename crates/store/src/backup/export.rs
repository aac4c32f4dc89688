//! Everything as text: a line of JSON to a row, a line before, a line after.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures_util::TryStreamExt;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row};
use std::collections::BTreeMap;
use std::io::Write;

use crate::backup::proof::Proof;
use crate::backup::table::{Kind, TABLES, Table};
use crate::error::StoreError;
use crate::secret::Digest;
use crate::store::Engine;

/// The number of this form of text.
pub(crate) const FORMAT: i64 = 1;

/// Writes every row; the transaction sees the database as it is at one moment.
pub(crate) async fn export(
    connection: &mut AnyConnection,
    engine: Engine,
    to: &mut (dyn Write + Send),
) -> Result<Proof, StoreError> {
    let mut out = Summed { hash: Sha256::new(), to };
    out.line(&json!({ "kith": "backup", "format": FORMAT, "step": crate::schema::last() }))?;
    let position = crate::read::position(&mut *connection).await?;
    let mut counts = BTreeMap::new();
    for table in TABLES {
        let words = AssertSqlSafe(table.select(engine));
        let mut rows = sqlx::query(words).fetch(&mut *connection);
        let mut count = 0_i64;
        while let Some(row) = rows.try_next().await? {
            out.line(&json!({ table.name: values(table, &row)? }))?;
            count += 1;
        }
        counts.insert(table.name.to_owned(), count);
    }
    let Summed { hash, to } = out;
    let digest = Digest::from_hash(hash);
    let end = json!({ "end": { "rows": counts, "position": position.0, "sha256": digest.as_str() } });
    writeln!(to, "{end}").and_then(|()| to.flush()).map_err(|why| full(&why))?;
    Ok(Proof { rows: counts, position, digest: Some(digest) })
}

fn values(table: &Table, row: &AnyRow) -> Result<Map<String, Value>, StoreError> {
    let mut values = Map::new();
    for (index, (name, kind)) in table.columns.iter().enumerate() {
        let value = match kind {
            Kind::Text => row.try_get::<Option<String>, _>(index)?.map(Value::from),
            Kind::Number => row.try_get::<Option<i64>, _>(index)?.map(Value::from),
            Kind::Bytes => row.try_get::<Option<Vec<u8>>, _>(index)?.map(|bytes| STANDARD.encode(bytes).into()),
        };
        values.insert((*name).to_owned(), value.unwrap_or(Value::Null));
    }
    Ok(values)
}

/// What is written, summed as it goes by.
struct Summed<'a> {
    hash: Sha256,
    to: &'a mut (dyn Write + Send),
}

impl Summed<'_> {
    fn line(&mut self, value: &Value) -> Result<(), StoreError> {
        let mut line = value.to_string();
        line.push('\n');
        self.hash.update(line.as_bytes());
        self.to.write_all(line.as_bytes()).map_err(|why| full(&why))
    }
}

fn full(why: &std::io::Error) -> StoreError {
    StoreError::Unusable(format!("the backup cannot be written: {why}"))
}
