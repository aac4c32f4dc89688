//! `kith backup` and `kith restore`, as whoever runs them sees them.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod command;

use command::kith;
use std::path::Path;
use store::{Append, Keys, Location, NewEvent, Store, Version};

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
        form: None,
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

/// A store with a case in the folder `data`, and the key that the store was opened with.
async fn with_a_case(folder: &Path) -> Store {
    std::fs::create_dir_all(folder.join("data")).unwrap();
    let keys = Keys::load_or_make(&folder.join("data/installation.key")).unwrap();
    let store = serving(folder).await.with_keys(keys);
    let append = Append {
        stream: &"case/borsetshire/1".parse().unwrap(),
        expected_version: Version::NONE,
        by: None,
        at: jiff::Timestamp::UNIX_EPOCH,
        events: vec![NewEvent { kind: "opened".into(), body: "{\"name\":\"Ann\"}".into() }],
        index: None,
        mail: Vec::new(),
        key: None,
        form: None,
    };
    store.append(append).await.unwrap();
    store
}

#[test]
fn sealed_rotated_and_proved() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let works = |words: &[&str]| {
        let (done, said) = kith(here, words);
        assert!(done, "{words:?}: {said}");
        said
    };
    let fails = |words: &[&str], why: &str| {
        let (done, said) = kith(here, words);
        assert!(!done && said.contains(why), "{words:?}: {said}");
    };
    fails(&["keys", "list"], "there is no key file");
    fails(&["audit", "verify"], "there is no database");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let store = runtime.block_on(with_a_case(here));
    let said = works(&["audit", "verify"]);
    assert!(said.contains("Whole: borsetshire 1 "), "{said}");
    works(&["backup", "--seal", "--out", "a.sealed"]);
    std::fs::write(here.join("other.key"), store::InstallationKey::fresh().reveal()).unwrap();
    works(&["backup", "--key", "other.key", "--out", "b.sealed"]);
    let said = works(&["keys", "rotate"]);
    assert!(
        said.contains("  seals") && said.contains("  opens") && said.contains("again with the first key: 1 row."),
        "{said}"
    );
    // The program that was there before goes on: it takes up the new key by itself.
    let case = "case/borsetshire/1".parse().unwrap();
    let events = runtime.block_on(store.read(&case, Version::NONE)).unwrap();
    assert_eq!(events[0].body.text(), Some("{\"name\":\"Ann\"}"));
    assert_eq!(store.keys().unwrap().ids().len(), 2);
    let head = works(&["audit", "head"]);
    assert!(head.starts_with("borsetshire 1 "), "{head}");
    std::fs::write(here.join("data/audit-heads.log"), format!("2026-11-26T09:00:00Z {head}")).unwrap();
    let said = works(&["audit", "verify", "--council", "borsetshire"]);
    assert!(said.contains("Compared with 1 end"), "{said}");
    std::fs::write(here.join("heads"), format!("2026-11-26T09:00:00Z {}", head.replace("re 1 ", "re 2 "))).unwrap();
    fails(&["audit", "verify", "--heads", "heads"], "no longer holds borsetshire 2 ");
    fails(&["restore", "--data", "new", "--from", "a.sealed"], "there is no installation key");
    std::fs::create_dir_all(here.join("new")).unwrap();
    std::fs::copy(here.join("data/installation.key"), here.join("new/installation.key")).unwrap();
    let said = works(&["restore", "--data", "new", "--from", "a.sealed"]);
    assert!(said.contains("every audit chain is whole"), "{said}");
    fails(&["restore", "--data", "other", "--from", "b.sealed"], "there is no installation key");
    works(&["restore", "--data", "other", "--from", "b.sealed", "--key", "other.key"]);
    assert!(works(&["audit", "--data", "other", "head"]).ends_with(&head));
    let sealed = std::fs::read(here.join("a.sealed")).unwrap();
    std::fs::write(here.join("c.sealed"), &sealed[..sealed.len() - 1]).unwrap();
    std::fs::create_dir_all(here.join("third")).unwrap();
    std::fs::copy(here.join("data/installation.key"), here.join("third/installation.key")).unwrap();
    fails(&["restore", "--data", "third", "--from", "c.sealed"], "the sealed backup was changed or cut off");
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
