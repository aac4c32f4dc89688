//! The tables, step by step. Each step is a file of SQL that both engines read; a database knows which it has taken.

use sqlx::{AnyConnection, Connection, Row};
use std::time::Duration;

use crate::account;
use crate::error::StoreError;
use crate::secret::Digest;
use crate::sql::{number, text};
use crate::store::Engine;

/// Every step there is, in order.
pub(crate) const STEPS: &[(i64, &str)] = &[
    (1, include_str!("../migrations/0001_begin.sql")),
    (2, include_str!("../migrations/0002_feedback.sql")),
    (3, include_str!("../migrations/0003_casework.sql")),
    (4, include_str!("../migrations/0004_sign_on.sql")),
    (5, include_str!("../migrations/0005_tracking.sql")),
    (6, include_str!("../migrations/0006_updates.sql")),
    (7, include_str!("../migrations/0007_bookings.sql")),
    (8, include_str!("../migrations/0008_groups_and_advice.sql")),
    (ROLES, include_str!("../migrations/0009_roles.sql")),
    (10, include_str!("../migrations/0010_closed_pages.sql")),
    (11, include_str!("../migrations/0011_audit_by_deed.sql")),
];
/// The step from which on roles stand in the audit chains.
const ROLES: i64 = 9;
/// The oldest PostgreSQL we test with, as it numbers itself.
const OLDEST_POSTGRES: i64 = 150_000;
/// A lock that only programs bringing up a database take.
const LOCK: &str = "select pg_advisory_xact_lock(5282170461)";

/// The last step there is.
pub(crate) fn last() -> i64 {
    STEPS.last().map_or(0, |(step, _)| *step)
}

/// Takes the steps that are missing. Where several programs start at once, one does and the others wait.
pub(crate) async fn bring_up(connection: &mut AnyConnection, engine: Engine) -> Result<(), StoreError> {
    let begin = match engine {
        Engine::Sqlite => {
            keep_a_log(connection).await?;
            "begin immediate"
        }
        Engine::Postgres => {
            new_enough(connection).await?;
            "begin isolation level read committed"
        }
    };
    let mut tx = connection.begin_with(begin).await?;
    if engine == Engine::Postgres {
        sqlx::raw_sql(LOCK).execute(&mut *tx).await?;
    }
    sqlx::raw_sql("create table if not exists steps (step bigint not null primary key, digest text not null)")
        .execute(&mut *tx)
        .await?;
    let taken = sqlx::query("select step, digest from steps order by step").fetch_all(&mut *tx).await?;
    if let Some(row) = taken.last().filter(|_| taken.len() > STEPS.len()) {
        return Err(StoreError::Newer { found: number(row, "step")?, known: last() });
    }
    for (index, (step, words)) in STEPS.iter().enumerate() {
        let digest = Digest::of(words.as_bytes());
        if let Some(row) = taken.get(index) {
            if number(row, "step")? != *step || text(row, "digest")? != digest.as_str() {
                return Err(StoreError::Corrupt(format!("its step {step} is not the one this program knows")));
            }
            continue;
        }
        sqlx::raw_sql(*words).execute(&mut *tx).await?;
        if *step == ROLES {
            account::write_found(&mut tx, engine).await?;
        }
        sqlx::query("insert into steps (step, digest) values ($1, $2)")
            .bind(*step)
            .bind(digest.as_str())
            .execute(&mut *tx)
            .await?;
    }
    Ok(tx.commit().await?)
}

/// SQLite's write-ahead log: readers and the writer do not wait for one another. The file remembers it. While another
/// program switches it on, the file is locked in a way that waits for nobody; so we wait.
async fn keep_a_log(connection: &mut AnyConnection) -> Result<(), StoreError> {
    for _ in 0..200 {
        match sqlx::query("pragma journal_mode = wal").fetch_one(&mut *connection).await {
            Ok(row) if row.try_get::<String, _>(0)? == "wal" => return Ok(()),
            Ok(_) => {
                return Err(StoreError::Unusable(
                    "the file's disk does not allow a write-ahead log\n  Hint: a network disk does not; use a local one, or PostgreSQL"
                        .into(),
                ));
            }
            Err(error) => match StoreError::from(error) {
                StoreError::Unavailable(_) => tokio::time::sleep(Duration::from_millis(50)).await,
                other => return Err(other),
            },
        }
    }
    Err(StoreError::Unavailable("another program holds the file".into()))
}

async fn new_enough(connection: &mut AnyConnection) -> Result<(), StoreError> {
    let row = sqlx::query("select current_setting('server_version_num')").fetch_one(&mut *connection).await?;
    let version = row.try_get::<String, _>(0)?.parse::<i64>().unwrap_or(0);
    if version < OLDEST_POSTGRES {
        return Err(StoreError::Unusable(format!(
            "its PostgreSQL has version {}\n  Hint: Kith needs 15 or later",
            version / 10_000
        )));
    }
    Ok(())
}
