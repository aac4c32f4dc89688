//! Backups: the same from either database, put back whole or not at all, and found out where they were changed.

use crate::Place;
use crate::accounts::ann;
use crate::cases::evidence;
use crate::events::{at, events, say, stream};
use crate::letters::letter;
use crate::opening::meddle;
use std::io::BufReader;
use store::{
    AccountId, Append, Digest, FileId, IdempotencyKey, IndexWord, InstallationKey, Keys, Location, NewAccess, Position,
    Proof, Store, StoreError, Version, open_backup,
};

/// What `filled` leaves empty: nothing of it is told apart by how it is written out.
const EMPTY: &[&str] = &[
    "closed_pages",
    "feedback",
    "group_links",
    "invitations",
    "organisers",
    "questions",
    "recoveries",
    "sessions",
    "setups",
];

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
        form: None,
    };
    store.append(append).await.unwrap();
    for name in ["offer/b-a", "offer/b_a", "offer/ba"] {
        say(&store, name, 0, &["x"]).await.unwrap();
    }
    store.put_blob(&[0, 255, 1]).await.unwrap();
    store.recovery_codes_set(id, &["one".into(), "two".into()]).await.unwrap();
    store.attempt("x", at(0), at(0)).await.unwrap();
    case(&store, id).await;
    updates(&store).await;
    store.identity_add(id, "https://login.example.org/Ä", "Z").await.unwrap();
    store.identity_add(id, "https://login.example.org/a", "b").await.unwrap();
    crate::bookings::some(&store, id).await;
    store
}

/// Somebody who asked for updates, and one that goes to her.
async fn updates(store: &Store) {
    let ann = crate::updates::join(store, "somewhere", "ann@example.org", "money", 0).await;
    store.bulletin_write(&crate::updates::bulletin("edition 1", 1, &["money"])).await.unwrap().unwrap();
    assert_eq!(store.bulletin_spread(at(2), 9).await.unwrap(), Some(1));
    assert!(store.subscriber(&ann).await.unwrap().is_some());
}

/// A case with all that may belong to one, beside one that was destroyed.
async fn case(store: &Store, id: AccountId) {
    let (case, gone) = (stream("case/somewhere/1"), stream("case/somewhere/2"));
    let append = |stream| Append {
        stream,
        expected_version: Version::NONE,
        by: Some(&id),
        at: at(0),
        events: events(&["1"]),
        index: Some(IndexWord::each("Zoë Lee")),
        mail: Vec::new(),
        key: None,
        form: None,
    };
    store.append_with(append(&case), Some((FileId::new(at(3)), &evidence()))).await.unwrap();
    store.append(append(&gone)).await.unwrap();
    store.save_draft(id, &case, "plan", "begun", at(1)).await.unwrap();
    let access = NewAccess { account: id, reason: "why", by: id, at: at(1), from: at(1), until: at(2) };
    store.grant_access(&case, &access).await.unwrap();
    store.set_tracking(&case, "KIN-1", "rose", &Digest::of(b"code")).await.unwrap();
    store.destroy_vault(&gone, Version(1), Some(id), at(3), "it was time").await.unwrap();
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
    assert_eq!((proof.position, proof.rows["events"], proof.rows["blobs"]), (Position(9), 9, 1));
    let again = place.store().await;
    let heard = again.changes();
    assert_eq!(restore(&again, &dump).await.unwrap(), proof);
    assert_eq!(*heard.borrow(), Position(9));
    assert_eq!(export(&again).await.0, dump);
    assert_eq!(again.prove().await.unwrap().rows, proof.rows);
    assert!(proof.rows.iter().all(|(table, rows)| *rows > 0 || EMPTY.contains(&table.as_str())), "{:?}", proof.rows);
    let case = stream("case/somewhere/1");
    assert_eq!(again.read(&case, Version::NONE).await.unwrap(), store.read(&case, Version::NONE).await.unwrap());
    assert_eq!(again.audit_heads().await.unwrap(), store.audit_heads().await.unwrap());
    // And into a file, whatever it came from.
    let folder = tempfile::tempdir().unwrap();
    let file = crate::open(&Location::in_folder(folder.path())).await;
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
        text.replacen("\"step\":", "\"step\":9", 1),
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
        ("delete from vaults where stream = 'case/somewhere/2'", "the vault is missing of"),
        ("update files set id = 'x'", "no entry of an audit chain"),
        ("update audit set at = 'x' where seq = 2", "breaks at entry 2"),
    ] {
        let store = filled(&place).await;
        store.prove().await.unwrap();
        meddle(store.location(), words).await;
        let error = store.prove().await.unwrap_err();
        assert!(matches!(&error, StoreError::Corrupt(said) if said.contains(says)), "{words}: {error}");
    }
}

pub(crate) async fn sealed_backups(place: Place) {
    let store = filled(&place).await;
    let folder = tempfile::tempdir().unwrap();
    let name = folder.path().join("kith.sealed");
    let (key, other) = (InstallationKey::fresh(), Keys::from(InstallationKey::fresh()));
    let proof = store.backup_sealed(&name, &key).await.unwrap();
    let sealed = std::fs::read(&name).unwrap();
    assert!(!sealed.windows(7).any(|part| part == b"example"));
    let keys = Keys::from(key.clone());
    let open = |bytes: &[u8], keys: Option<&Keys>| open_backup(std::io::Cursor::new(bytes.to_vec()), keys);
    assert!(matches!(open(&sealed, None).err(), Some(StoreError::NoKey)));
    assert!(matches!(open(&sealed, Some(&other)).err(), Some(StoreError::WrongKey(_))));
    let empty = place.store().await;
    let mut changed = sealed.clone();
    changed[300] ^= 1;
    for broken in [&sealed[..sealed.len() - 1], &changed] {
        let error = empty.restore(&mut open(broken, Some(&keys)).unwrap()).await.unwrap_err().to_string();
        assert!(error.contains("the sealed backup was changed or cut off"), "{error}");
    }
    assert!(restore(&empty, &sealed).await.is_err());
    assert_eq!(empty.restore(&mut open(&sealed, Some(&keys)).unwrap()).await.unwrap(), proof);
    assert_eq!(export(&empty).await, export(&store).await);
    assert!(store.backup_sealed(&folder.path().join("copy.db"), &key).await.is_err());
    // Without the installation's key its contents are there, and its vaults are not opened; with another, that is told.
    let bare = Store::open(&place.location().await).await.unwrap();
    bare.restore(&mut open(&sealed, Some(&keys)).unwrap()).await.unwrap();
    let stranger = Store::open(&place.location().await).await.unwrap().with_keys(other);
    let error = stranger.restore(&mut open(&sealed, Some(&keys)).unwrap()).await.unwrap_err();
    assert!(matches!(error, StoreError::WrongKey(_)), "{error}");
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
