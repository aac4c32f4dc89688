//! Damage done behind the store's back, one byte at a time: found, and said where.

use crate::Place;
use crate::accounts::ann;
use crate::cases::{evidence, hand_in};
use crate::events::{at, say, stream};
use crate::opening::meddle;
use store::{AuditError, Engine, FileId, NewAccess, Note, Store, StoreError, Version};

/// Two cases, the second begun with a file and viewed for a reason.
async fn filled(place: &Place) -> (Store, FileId) {
    let store = place.store().await;
    let (id, case) = (ann(&store).await, stream("case/somewhere/2"));
    say(&store, "case/somewhere/1", 0, &["one", "two"]).await.unwrap();
    let file = hand_in(&store, case.as_str(), 0, &evidence()).await.unwrap();
    let note = Note { by: Some(id), at: at(1), deed: "viewed", stream: Some(&case), reason: Some("asked to") };
    store.note("somewhere", &note).await.unwrap();
    say(&store, "case/somewhere/1", 2, &["four"]).await.unwrap();
    (store, file)
}

async fn broken(store: &Store) -> (i64, String) {
    match store.verify_audit("somewhere").await {
        Err(AuditError::Broken(broken)) => (broken.seq, broken.why),
        other => panic!("{other:?}"),
    }
}

/// Puts another sign in place of the tenth, so that it is certainly another.
fn flip(table: &str, column: &str, which: &str) -> String {
    let other = format!("case substr({column}, 10, 1) when 'A' then 'B' else 'A' end");
    format!("update {table} set {column} = substr({column}, 1, 9) || {other} || substr({column}, 11) where {which}")
}

pub(crate) async fn one_changed_byte_is_found(place: Place) {
    let bytes = |engine| match engine {
        Engine::Sqlite => "update files set bytes = cast(substr(bytes, 1, 9) || x'00' || substr(bytes, 11) as blob)",
        Engine::Postgres => "update files set bytes = set_byte(bytes, 9, (get_byte(bytes, 9) + 1) % 256)",
    };
    let engine = place.store().await.engine();
    for (words, seq, says) in [
        (flip("audit", "account", "seq = 4"), 4, "it, or its hash, was changed"),
        (flip("audit", "at", "seq = 1"), 1, "it, or its hash"),
        (flip("audit", "reason", "seq = 4"), 4, "it, or its hash"),
        (flip("audit", "stream", "seq = 2"), 2, "it, or its hash"),
        (flip("audit", "digest", "seq = 5"), 5, "it, or its hash"),
        (flip("audit", "hash", "seq = 3"), 3, "it, or its hash"),
        ("update audit set deed = 'vieweb' where seq = 4".to_owned(), 4, "it, or its hash"),
        ("update audit set first_position = 2 where seq = 1".to_owned(), 1, "it, or its hash"),
        (flip("events", "body", "position = 2"), 1, "positions 1 to 2"),
        (flip("events", "at", "position = 3"), 2, "positions 3 to 3"),
        ("update events set kind = 'sand' where position = 4".to_owned(), 5, "positions 4 to 4"),
        ("update events set account = 'x' where position = 4".to_owned(), 5, "positions 4 to 4"),
        (bytes(engine).to_owned(), 3, "was changed"),
        (flip("files", "head", "1 = 1"), 3, "was changed"),
        (flip("files", "at", "1 = 1"), 3, "was changed"),
        ("update files set account = 'x'".to_owned(), 3, "was changed"),
    ] {
        let (store, _) = filled(&place).await;
        store.verify_audit("somewhere").await.unwrap();
        meddle(store.location(), words.clone()).await;
        let (found, why) = broken(&store).await;
        assert!(found == seq && why.contains(says), "{words}: {found}, {why}");
        let error = store.prove().await.unwrap_err();
        assert!(matches!(&error, StoreError::Corrupt(_)), "{words}: {error}");
    }
    let (store, file) = filled(&place).await;
    meddle(store.location(), flip("events", "body", "position = 2")).await;
    let error = store.read(&stream("case/somewhere/1"), Version::NONE).await.unwrap_err();
    assert!(error.to_string().contains("event 2 of case/somewhere/1"), "{error}");
    meddle(store.location(), bytes(engine)).await;
    let error = store.file(&stream("case/somewhere/2"), file).await.unwrap_err();
    assert!(error.to_string().contains(&format!("the file {file} of case/somewhere/2")), "{error}");
    // A wrapped key: its name, or what is wrapped; a program that has opened it before sees it too.
    for words in [
        flip("vaults", "sealed", "stream = 'case/somewhere/1'"),
        "update vaults set sealed = substr(sealed, 1, 30) || case substr(sealed, 31, 1) when 'A' then 'B' else 'A' end
         || substr(sealed, 32) where stream = 'case/somewhere/1'"
            .to_owned(),
    ] {
        let (store, _) = filled(&place).await;
        meddle(store.location(), words).await;
        for error in [store.read(&stream("case/somewhere/1"), Version::NONE).await.err(), store.prove().await.err()] {
            let error = error.unwrap().to_string();
            assert!(error.contains("the vault of case/somewhere/1"), "{error}");
        }
        assert_eq!(store.read(&stream("case/somewhere/2"), Version::NONE).await.unwrap().len(), 1);
    }
}

pub(crate) async fn rows_taken_out_are_found(place: Place) {
    for (words, seq, says) in [
        ("delete from audit where seq = 2", 2, "it is missing"),
        ("delete from audit where seq = 5", 5, "position 4 is in no entry"),
        ("delete from audit where seq >= 1", 1, "position 1 is in no entry"),
        ("delete from events where position = 3", 2, "position 3 is missing"),
        ("delete from events where position = 4", 5, "position 4 is missing"),
        ("delete from files", 3, "is missing"),
        (
            "insert into events (position, stream, version, kind, body, at) values (0, 'case/somewhere/1', 0, 'x', 'x', 'x')",
            1,
            "position 0 is in no entry",
        ),
        (
            "insert into events (position, stream, version, kind, body, at) values (5, 'case/somewhere/1', 4, 'x', 'x', 'x')",
            6,
            "position 5 is in no entry",
        ),
        ("update audit set seq = 9 where seq = 5", 5, "it is missing"),
    ] {
        let (store, _) = filled(&place).await;
        meddle(store.location(), words).await;
        let (found, why) = broken(&store).await;
        assert!(found == seq && why.contains(says), "{words}: {found}, {why}");
        assert!(store.prove().await.is_err(), "{words}");
    }
    // A chain cut off at its end, with all that it spoke of, is told by its head alone, which is kept elsewhere.
    let (store, _) = filled(&place).await;
    let head = store.audit_head("somewhere").await.unwrap().unwrap();
    meddle(store.location(), "delete from audit where seq = 5; delete from events where position = 4").await;
    meddle(store.location(), "update head set position = 3").await;
    assert_eq!(store.verify_audit("somewhere").await.unwrap().seq, 4);
    assert!(!store.audit_holds(&head).await.unwrap());
}

/// A role that somebody gave themselves, took from another or changed behind the store's back: the chain says otherwise.
pub(crate) async fn roles_given_by_a_row_are_found(place: Place) {
    for (words, seq, says) in [
        (
            "insert into grants (account, role, council) select id, 'manager', 'elsewhere' from accounts",
            2,
            "no entry gives it",
        ),
        (
            "insert into grants (account, role, council) select id, 'manager', 'nowhere' from accounts",
            1,
            "no entry gives it",
        ),
        ("insert into grants (account, role, council) select id, 'operator', '' from accounts", 1, "no entry gives it"),
        ("update grants set role = 'manager'", 2, "has the role manager"),
        ("update grants set council = 'nowhere'", 1, "is gone, and no entry takes it"),
        ("delete from grants", 1, "is gone, and no entry takes it"),
        ("update audit set deed = 'role_taken' where council = 'elsewhere'", 1, "it, or its hash, was changed"),
        ("delete from audit where council = 'elsewhere'", 1, "no entry gives it"),
    ] {
        let (store, _) = filled(&place).await;
        meddle(store.location(), words).await;
        let mut found = Vec::new();
        for chain in store.audited().await.unwrap() {
            if let Err(AuditError::Broken(broken)) = store.verify_audit(&chain).await {
                found.push((broken.seq, broken.why));
            }
        }
        assert!(found.iter().any(|(at, why)| *at == seq && why.contains(says)), "{words}: {found:?}");
        assert!(store.prove().await.is_err(), "{words}");
    }
}

/// A mark that hides a case, a case brought back, another reason for its end: the chain says otherwise.
pub(crate) async fn false_tombstones_are_found(place: Place) {
    let mark = "update vaults set destroyed = '2026-11-26T09:00:00.000000Z', sealed = null, why = 'x' where stream = ";
    for (words, seq, says) in [
        (format!("{mark} 'case/somewhere/2'"), 7, "case/somewhere/2 is marked as destroyed"),
        ("update vaults set why = 'kept for six years' where why is not null".to_owned(), 6, "when or why"),
        (flip("vaults", "account", "account is not null"), 6, "who destroyed case/somewhere/1"),
        ("update vaults set destroyed = null where stream = 'case/somewhere/1'".to_owned(), 6, "is back"),
        ("update vaults set destroyed = null, sealed = 'x' where why is not null".to_owned(), 6, "is back"),
        ("delete from vaults where why is not null".to_owned(), 6, "is back"),
    ] {
        let (store, _) = filled(&place).await;
        let by = store.accounts().await.unwrap()[0].id;
        let case = stream("case/somewhere/1");
        let version = store.version(&case).await.unwrap();
        store.destroy_vault(&case, version, Some(by), at(3), "kept for ten years").await.unwrap();
        store.verify_audit("somewhere").await.unwrap();
        meddle(store.location(), words.clone()).await;
        let (found, why) = broken(&store).await;
        assert!(found == seq && why.contains(says), "{words}: {found}, {why}");
        assert!(matches!(store.prove().await, Err(StoreError::Corrupt(_))), "{words}");
    }
}

/// Access made longer, or another's, behind the store's back lets nobody in.
pub(crate) async fn access_cannot_be_stretched(place: Place) {
    for column in ["ends = '2126-11-26T09:00:00.000000Z'", "starts = '2016-11-26T09:00:00.000000Z'"] {
        let (store, _) = filled(&place).await;
        let (id, case) = (store.accounts().await.unwrap()[0].id, stream("case/somewhere/2"));
        let give = NewAccess { account: id, reason: "covers", by: id, at: at(0), from: at(10), until: at(20) };
        store.grant_access(&case, &give).await.unwrap();
        assert!(store.access(&case, id, at(15)).await.unwrap().is_some());
        meddle(store.location(), format!("update accesses set {column}")).await;
        for moment in [5, 15, 25] {
            let access = store.access(&case, id, at(moment)).await;
            assert!(!matches!(&access, Ok(Some(_))), "{column}: {access:?}");
        }
        let error = store.accesses(&case).await.unwrap_err().to_string();
        assert!(error.contains("the access") && error.contains("case/somewhere/2"), "{error}");
    }
}
