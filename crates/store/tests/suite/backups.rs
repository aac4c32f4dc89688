//! Backups: the same from either database, put back whole or not at all, and found out where they were changed.

use crate::Place;
use crate::accounts::ann;
use crate::events::{at, events, say, stream};
use crate::letters::letter;
use crate::opening::meddle;
use std::io::BufReader;
use store::{Append, IdempotencyKey, Location, Position, Proof, Store, StoreError, Version};

/// A little of everything.
async fn filled(place: &Place) -> Store {
    let store = place.store().await;
    let id = ann(&store).await;
    let stream = stream("offer/a");
    let append = Append {
        stream: &stream,
        expected_version: Version::NONE,
        by: Some(&id),
        at: at(0),
        events: events(&["1", "é\n\u{1}\"2\"", "3"]),
        index: None,
        mail: vec![letter(1)],
        key: Some(IdempotencyKey::new("form-1").unwrap()),
    };
    store.append(append).await.unwrap();
    for name in ["offer/b-a", "offer/b_a", "offer/ba"] {
        say(&store, name, 0, &["x"]).await.unwrap();
    }
    store.put_blob(&[0, 255, 1]).await.unwrap();
    store.recovery_codes_set(id, &["one".into(), "two".into()]).await.unwrap();
    store.attempt("x", at(0), at(0)).await.unwrap();
    store.identity_add(id, "https://login.example.org/Ä", "Z").await.unwrap();
    store.identity_add(id, "https://login.example.org/a", "b").await.unwrap();
    store
}

async fn export(store: &Store) -> (Vec<u8>, Proof) {
    let mut dump = Vec::new();
    let proof = store.export(&mut dump).await.unwrap();
    (dump, proof)
}

async fn restore(store: &Store, dump: &[u8]) -> Result<Proof, StoreError> {
    store.restore(&mut BufReader::new(dump)).await
}

pub(crate) async fn out_and_back_is_the_same(place: Place) {
    let store = filled(&place).await;
    let (dump, proof) = export(&store).await;
    assert_eq!((proof.position, proof.rows["events"], proof.rows["blobs"]), (Position(6), 6, 1));
    let again = place.store().await;
    let heard = again.changes();
    assert_eq!(restore(&again, &dump).await.unwrap(), proof);
    assert_eq!(*heard.borrow(), Position(6));
    assert_eq!(export(&again).await.0, dump);
    assert_eq!(again.prove().await.unwrap().rows, proof.rows);
    // And into a file, whatever it came from.
    let folder = tempfile::tempdir().unwrap();
    let file = Store::open(&Location::in_folder(folder.path())).await.unwrap();
    restore(&file, &dump).await.unwrap();
    assert_eq!(export(&file).await.0, dump);
    say(&again, "offer/a", 3, &["4"]).await.unwrap();
}

pub(crate) async fn only_into_an_empty_one(place: Place) {
    let store = filled(&place).await;
    let (dump, _) = export(&store).await;
    assert!(matches!(restore(&store, &dump).await, Err(StoreError::NotEmpty(_))));
}

pub(crate) async fn what_was_changed_is_found_out(place: Place) {
    let store = filled(&place).await;
    let (dump, _) = export(&store).await;
    let text = String::from_utf8(dump).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let joined = |lines: &[&str]| lines.join("\n") + "\n";
    let mut broken = vec![
        String::new(),
        "SQLite format 3\0".into(),
        text.replace("ann@example.org", "eve@example.org"),
        text.replace("\"format\":1", "\"format\":2"),
        text.replace("\"step\":3", "\"step\":0"),
        text.replace("{\"accounts\":", "{\"people\":"),
        text.replace("\"position\":1,", ""),
        text.replace("\"version\":2,", "\"version\":\"2\","),
        text.clone() + "{}\n",
        text[..text.len() / 2].to_owned(),
        joined(&lines[1..]),
        joined(&lines[..lines.len() - 1]),
    ];
    // A line left out, one sent twice, two changed about.
    broken.extend((1..lines.len()).map(|gone| joined(&[&lines[..gone], &lines[gone + 1..]].concat())));
    broken.push(joined(&[&lines[..3], &lines[2..]].concat()));
    let mut swapped = lines.clone();
    swapped.swap(1, 2);
    broken.push(joined(&swapped));
    let empty = place.store().await;
    let (nothing, _) = export(&empty).await;
    for (number, dump) in broken.iter().enumerate() {
        let error = restore(&empty, dump.as_bytes()).await.err();
        assert!(error.is_some(), "broken in way {number}, and restored");
    }
    assert_eq!(export(&empty).await.0, nothing, "of a broken backup nothing is kept");
    restore(&empty, text.as_bytes()).await.unwrap();
}

pub(crate) async fn damage_is_seen(place: Place) {
    for (words, says) in [
        ("delete from events where position = 2", "versions are missing"),
        ("delete from events where stream = 'offer/ba'", "positions of events are missing"),
        ("update events set version = 7 where position = 3", "versions are missing"),
        ("update keys set version = 2", "an act was answered"),
        ("update outbox set position = 99", "the event is missing"),
        ("update blobs set digest = replace(digest, 'a', 'b')", "is not what was kept"),
        ("update head set position = 99", "positions of events are missing"),
    ] {
        let store = filled(&place).await;
        store.prove().await.unwrap();
        meddle(store.location(), words).await;
        let error = store.prove().await.unwrap_err();
        assert!(matches!(&error, StoreError::Corrupt(said) if said.contains(says)), "{words}: {error}");
    }
}

pub(crate) async fn taken_while_others_write(place: Place) {
    let store = filled(&place).await;
    let writer = {
        let store = store.clone();
        tokio::spawn(async move {
            for version in 0..40 {
                say(&store, "busy/a", version, &["x"]).await.unwrap();
            }
        })
    };
    let folder = tempfile::tempdir().unwrap();
    for number in 0..4 {
        let name = folder.path().join(format!("{number}.ndjson"));
        let proof = store.backup(&name).await.unwrap();
        let empty = place.store().await;
        let mut file = BufReader::new(std::fs::File::open(&name).unwrap());
        assert_eq!(empty.restore(&mut file).await.unwrap(), proof);
        assert!(matches!(store.backup(&name).await, Err(StoreError::Unusable(_))), "nothing is written over");
    }
    let copy = folder.path().join("copy.db");
    match store.location() {
        Location::Postgres(_) => assert!(store.backup(&copy).await.is_err()),
        Location::Sqlite(_) => {
            let proof = store.backup(&copy).await.unwrap();
            let opened = Store::open(&Location::Sqlite(copy.clone())).await.unwrap();
            assert_eq!(opened.prove().await.unwrap(), proof);
        }
    }
    writer.await.unwrap();
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(left.iter().all(|path| !path.to_string_lossy().ends_with(".part")), "{left:?}");
    #[cfg(unix)]
    for path in left {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o077, 0, "{}", path.display());
    }
}
