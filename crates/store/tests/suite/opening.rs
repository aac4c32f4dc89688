//! Opening: once, again, many at the same time, and a database from another version.

use crate::Place;
use store::{Location, Position, Store, StoreError};

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

/// Changes a database behind the store's back.
pub(crate) async fn meddle(location: &Location, words: &'static str) {
    use sqlx::Connection;
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
    let error = Store::open(&Location::Sqlite(file.join("kith.db"))).await.err().unwrap();
    assert!(matches!(error, StoreError::Unusable(_)) && error.to_string().contains("Hint"), "{error}");
    let nobody = "postgres://kith@127.0.0.1:1/kith".parse().unwrap();
    let error = Store::open(&nobody).await.err().unwrap();
    assert!(error.is_passing(), "{error}");
}
