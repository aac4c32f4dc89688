//! Opening: once, again, many at the same time, and a database from another version.

use crate::Place;
use store::{AppendError, AuditFilter, Body, Location, Position, Store, StoreError};

pub(crate) async fn opened_twice_is_one(place: Place) {
    let location = place.location().await;
    let one = Store::open(&location).await.unwrap();
    crate::events::say(&one, "offer/a", 0, &["one"]).await.unwrap();
    let two = Store::open(&location).await.unwrap();
    assert_eq!(two.position().await.unwrap(), Position(1));
    one.close().await;
    let three = Store::open(&location).await.unwrap();
    assert_eq!(*three.changes().borrow(), Position(1));
}

pub(crate) async fn many_open_at_once(place: Place) {
    let location = place.location().await;
    let opened: Vec<_> = (0..8)
        .map(|_| {
            let location = location.clone();
            tokio::spawn(async move { Store::open(&location).await })
        })
        .collect();
    for one in opened {
        one.await.unwrap().unwrap();
    }
}

pub(crate) async fn newer_is_refused(place: Place) {
    let location = place.location().await;
    Store::open(&location).await.unwrap().close().await;
    meddle(&location, "insert into steps (step, digest) values (99, 'x')").await;
    let error = Store::open(&location).await.err().unwrap();
    assert!(matches!(error, StoreError::Newer { found: 99, .. }), "{error}");
}

pub(crate) async fn changed_steps_are_refused(place: Place) {
    let location = place.location().await;
    Store::open(&location).await.unwrap().close().await;
    meddle(&location, "update steps set digest = 'x'").await;
    let error = Store::open(&location).await.err().unwrap();
    assert!(matches!(error, StoreError::Corrupt(_)), "{error}");
}

/// A step that fails half way leaves the database as the version before it left it; once what was in its way is gone, it
/// is taken.
pub(crate) async fn a_step_that_fails_changes_nothing(place: Place) {
    const BEFORE: &str = concat!(
        include_str!("../../migrations/0001_begin.sql"),
        include_str!("../../migrations/0002_feedback.sql"),
        "create table steps (step bigint not null primary key, digest text not null);
         insert into feedback (id, council, page, words, created, state) values
         ('01934567-89ab-7cde-8123-456789abcdef', 'b', 'c', 'd', '2026-11-22T09:00:00Z', 'waiting');
         insert into accounts (id, email, name, totp_step, state, created) values
         ('01934567-89ab-7cde-8123-456789abcdef', 'a@b.example', 'Ann', 0, 'active', '2026-11-22T09:00:00.000000Z');
         insert into grants (account, role, council) values ('01934567-89ab-7cde-8123-456789abcdef', 'manager', 'b'),
         ('01934567-89ab-7cde-8123-456789abcdef', 'operator', '');
         create table trackings (in_the_way text);"
    );
    let location = place.location().await;
    if let Location::Sqlite(path) = &location {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, "").unwrap();
    }
    meddle(&location, BEFORE).await;
    for (step, words) in
        [(1, include_str!("../../migrations/0001_begin.sql")), (2, include_str!("../../migrations/0002_feedback.sql"))]
    {
        let digest = store::Digest::of(words.as_bytes());
        meddle(&location, format!("insert into steps (step, digest) values ({step}, '{digest}')")).await;
    }
    for _ in 0..2 {
        assert!(Store::open(&location).await.is_err());
        // The version before finds what it knows, and nothing of what was begun.
        meddle(&location, "update feedback set words = 'still here' where council = 'b'").await;
        meddle(&location, "create table vaults (of_nobody text); drop table vaults").await;
        meddle(&location, "insert into steps (step, digest) values (3, 'x'); delete from steps where step = 3").await;
    }
    meddle(&location, "drop table trackings").await;
    let store = Store::open(&location).await.unwrap().with_keys(crate::key());
    assert_eq!(store.feedback("b", 9).await.unwrap()[0].words, "still here");
    // Roles from before stand in the chains now.
    for (chain, role) in [("b", "manager"), (store::INSTALLATION, "operator")] {
        let told = store.audit(chain, &AuditFilter::default(), 9).await.unwrap();
        let about = Body::Text(format!("01934567-89ab-7cde-8123-456789abcdef {role}"));
        assert_eq!((told.len(), told[0].deed.as_str(), told[0].reason.as_ref()), (1, store::ROLE_FOUND, Some(&about)));
        store.verify_audit(chain).await.unwrap();
    }
    crate::events::say(&store, "case/somewhere/1", 0, &["x"]).await.unwrap();
}

/// Another program holds the database, and does nothing: a write waits for it a while, and then says so.
pub(crate) async fn a_stuck_writer_is_not_waited_for_without_end(place: Place) {
    use sqlx::Connection;
    let location = place.location().await;
    let store = Store::open(&location).await.unwrap();
    let holder = hold(&location).await;
    let error = crate::events::say(&store, "a/b", 0, &["x"]).await.unwrap_err();
    assert!(matches!(&error, AppendError::Store(passing) if passing.is_passing()), "{error}");
    assert_eq!(store.position().await.unwrap(), Position::START, "readers do not wait");
    holder.close().await.unwrap();
    crate::events::say(&store, "a/b", 0, &["x"]).await.unwrap();
}

async fn hold(location: &Location) -> sqlx::AnyConnection {
    use sqlx::Connection;
    let (url, begin) = match location {
        Location::Postgres(url) => (url.clone(), "begin"),
        Location::Sqlite(path) => (format!("sqlite://{}", path.display()), "begin immediate"),
    };
    let mut holder = sqlx::AnyConnection::connect(&url).await.unwrap();
    sqlx::raw_sql(begin).execute(&mut holder).await.unwrap();
    sqlx::raw_sql("update head set position = position where id = 1").execute(&mut holder).await.unwrap();
    holder
}

/// Changes a database behind the store's back.
pub(crate) async fn meddle(location: &Location, words: impl Into<String>) {
    use sqlx::Connection;
    let words = sqlx::AssertSqlSafe(words.into());
    match location {
        Location::Postgres(url) => {
            let mut connection = sqlx::PgConnection::connect(url).await.unwrap();
            sqlx::raw_sql(words).execute(&mut connection).await.unwrap();
        }
        Location::Sqlite(path) => {
            let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path).foreign_keys(false);
            let mut connection = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
            sqlx::raw_sql(words).execute(&mut connection).await.unwrap();
            connection.close().await.unwrap();
        }
    }
}

#[tokio::test]
async fn places_that_cannot_be_used_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("not-a-database");
    std::fs::write(&file, "A letter to the council. ".repeat(100)).unwrap();
    let error = Store::open(&Location::Sqlite(file.clone())).await.err().unwrap();
    assert!(matches!(error, StoreError::Corrupt(_)), "{error}");
    let fine = Location::in_folder(&folder.path().join("new folder/é#?%20"));
    let store = Store::open(&fine).await.unwrap();
    crate::events::say(&store, "a/b", 0, &["x"]).await.unwrap();
    let Location::Sqlite(path) = &fine else { panic!("{fine}") };
    for made in std::fs::read_dir(path.parent().unwrap()).unwrap() {
        use std::os::unix::fs::PermissionsExt;
        let made = made.unwrap();
        assert_eq!(made.metadata().unwrap().permissions().mode() & 0o077, 0, "{}", made.path().display());
    }
    let error = Store::open(&Location::Sqlite(file.join("kith.db"))).await.err().unwrap();
    assert!(matches!(error, StoreError::Unusable(_)) && error.to_string().contains("Hint"), "{error}");
    let nobody = "postgres://kith@127.0.0.1:1/kith".parse().unwrap();
    let error = Store::open(&nobody).await.err().unwrap();
    assert!(error.is_passing(), "{error}");
}
