//! `kith backup` and `kith restore`, as whoever runs them sees them.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod command;

use command::kith;
use std::path::Path;
use store::{Append, Location, NewEvent, Store, Version};

/// A store with one event in the folder `data`, still open as it would be while Kith serves.
async fn serving(folder: &Path) -> Store {
    let store = Store::open(&Location::in_folder(&folder.join("data"))).await.unwrap();
    let append = Append {
        stream: &"offer/a".parse().unwrap(),
        expected_version: Version::NONE,
        by: None,
        at: jiff::Timestamp::UNIX_EPOCH,
        events: vec![NewEvent { kind: "said".into(), body: "{}".into() }],
        index: None,
        mail: Vec::new(),
        key: None,
    };
    store.append(append).await.unwrap();
    store
}

#[test]
fn out_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let (done, said) = kith(here, &["backup", "--out", "a.ndjson"]);
    assert!(!done && said.contains("there is no database data/kith.db") && said.contains("Hint"), "{said}");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let store = runtime.block_on(serving(here));
    let (done, said) = kith(here, &["backup", "--out", "a.ndjson"]);
    assert!(done && said.contains("1 row, 1 event, SHA-256 "), "{said}");
    let (done, said) = kith(here, &["backup", "--out", "a.ndjson"]);
    assert!(!done && said.contains("is there already"), "{said}");
    let (done, said) = kith(here, &["restore", "--from", "a.ndjson"]);
    assert!(!done && said.contains("the database is not empty"), "{said}");
    let (done, said) = kith(here, &["restore", "--data", "again", "--from", "a.ndjson"]);
    assert!(done && said.contains("Restored into again/kith.db: 1 row, 1 event"), "{said}");
    let (done, said) = kith(here, &["backup", "--database", "again/kith.db", "--out", "b.ndjson"]);
    assert!(done, "{said}");
    let read = |name| std::fs::read(here.join(name)).unwrap();
    assert_eq!(read("a.ndjson"), read("b.ndjson"));
    std::fs::write(here.join("c.ndjson"), &read("a.ndjson")[..80]).unwrap();
    let (done, said) = kith(here, &["restore", "--data", "third", "--from", "c.ndjson"]);
    assert!(!done && said.contains("line 2 of the backup") && said.contains("as it was"), "{said}");
    let (done, said) = kith(here, &["backup", "--out", "copy.db"]);
    assert!(done, "{said}");
    let (done, said) = kith(here, &["restore", "--data", "third", "--from", "copy.db"]);
    assert!(!done && said.contains("put it where the database belongs"), "{said}");
    let copy = Location::Sqlite(here.join("copy.db"));
    let copy = runtime.block_on(Store::open(&copy)).unwrap();
    assert_eq!(runtime.block_on(copy.position()).unwrap(), runtime.block_on(store.position()).unwrap());
}

#[test]
fn addresses_that_cannot_be_used_say_so_and_keep_their_password() {
    let folder = tempfile::tempdir().unwrap();
    for address in ["postgres://kith:secret@127.0.0.1:1/kith", "mysql://kith:secret@host/kith", "a/b/c://secret"] {
        let (done, said) = kith(folder.path(), &["backup", "--database", address, "--out", "a"]);
        assert!(!done && said.contains("Hint"), "{said}");
        assert!(!said.contains("secret") || !address.starts_with("postgres"), "{said}");
    }
}
