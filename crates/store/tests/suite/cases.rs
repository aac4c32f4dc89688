//! What belongs to a case: sealed, found by its words, and gone when it is destroyed.

use crate::Place;
use crate::accounts::{DOER, ann, new};
use crate::events::{at, events, say, stream};
use crate::letters::letter;
use crate::opening::meddle;
use store::{
    Append, AppendError, Body, Digest, FileId, IdempotencyKey, IndexWord, LARGEST_FILE, NewAccess, NewFile, Position,
    Store, StoreError, StreamId, Version,
};

pub(crate) const CASE: &str = "case/somewhere/1";

/// A file of ten bytes and a name.
pub(crate) fn evidence() -> NewFile<'static> {
    NewFile { name: "Ann’s letter.pdf", media_type: "application/pdf", bytes: b"0123456789", by: None, at: at(3) }
}

/// Hands a file in with an act, as the site does.
pub(crate) async fn hand_in(
    store: &Store,
    name: &str,
    version: i64,
    file: &NewFile<'_>,
) -> Result<FileId, AppendError> {
    let (stream, id) = (stream(name), FileId::new(file.at));
    let append = Append {
        stream: &stream,
        expected_version: Version(version),
        by: None,
        at: file.at,
        events: events(&["a paper"]),
        index: None,
        mail: Vec::new(),
        key: None,
        form: None,
    };
    store.append_with(append, Some((id, file))).await.map(|_| id)
}

pub(crate) async fn export(store: &Store) -> String {
    let mut dump = Vec::new();
    store.export(&mut dump).await.unwrap();
    String::from_utf8(dump).unwrap()
}

async fn index(store: &Store, name: &str, version: i64, words: &str) {
    let stream = stream(name);
    let append = Append {
        stream: &stream,
        expected_version: Version(version),
        by: None,
        at: at(0),
        events: events(&["x"]),
        index: Some(IndexWord::each(words)),
        mail: Vec::new(),
        key: None,
        form: None,
    };
    store.append(append).await.unwrap();
}

pub(crate) async fn sealed_and_opened(place: Place) {
    let location = place.location().await;
    let store = crate::open(&location).await;
    let long = "x".repeat(store::LONGEST_BODY);
    let bodies = ["{\"name\":\"Ann Lee\"}", "", "é 🙂\n", &long];
    let name = stream(CASE);
    let append = || Append {
        stream: &name,
        expected_version: Version::NONE,
        by: None,
        at: at(0),
        events: events(&bodies),
        index: None,
        mail: Vec::new(),
        key: Some(IdempotencyKey::new("form-1").unwrap()),
        form: None,
    };
    let first = store.append(append()).await.unwrap();
    assert_eq!(store.append(append()).await.unwrap(), first, "the key tells the same form");
    let other = Append { events: events(&["y"]), ..append() };
    assert!(matches!(store.append(other).await, Err(AppendError::KeyReused)));
    say(&store, "offer/a", 0, &["in clear"]).await.unwrap();
    // Another node, which has opened no vault yet.
    for node in [store.clone(), crate::open(&location).await] {
        for read in [node.read(&name, Version::NONE).await.unwrap(), node.since(Position::START, 4).await.unwrap()] {
            let read: Vec<_> = read.iter().map(|event| event.body.text().unwrap()).collect();
            assert_eq!(read, bodies);
        }
    }
    let dump = export(&store).await;
    assert!(!dump.contains("Ann Lee") && dump.contains("in clear"));
    let plain = Digest::of(b"{\"name\":\"Ann Lee\"}");
    assert!(!dump.contains(plain.as_str()));
    store.prove().await.unwrap();
}

pub(crate) async fn a_body_cannot_be_moved(place: Place) {
    let store = place.store().await;
    for name in [CASE, "case/somewhere/2"] {
        say(&store, name, 0, &["one", "two"]).await.unwrap();
    }
    for (into, from) in [(1, 2), (1, 3)] {
        let swap = format!(
            "update events set body = (select body from events where position = {from}) where position = {into}"
        );
        meddle(store.location(), swap).await;
        let error = store.read(&stream(CASE), Version::NONE).await.unwrap_err();
        let StoreError::Corrupt(why) = &error else { panic!("{error}") };
        assert!(why.contains("event 1 of case/somewhere/1"), "{why}");
    }
    assert_eq!(store.read(&stream(CASE), Version(1)).await.unwrap()[0].body, Body::Text("two".into()));
}

pub(crate) async fn nothing_without_a_key(place: Place) {
    let location = place.location().await;
    let (bare, store) = (Store::open(&location).await.unwrap(), crate::open(&location).await);
    let refused = say(&bare, CASE, 0, &["x"]).await;
    assert!(matches!(refused, Err(AppendError::Store(StoreError::NoKey))));
    assert_eq!(store.position().await.unwrap(), Position::START);
    say(&store, CASE, 0, &["x"]).await.unwrap();
    assert!(matches!(bare.read(&stream(CASE), Version::NONE).await, Err(StoreError::NoKey)));
    assert_eq!(bare.verify_audit("somewhere").await.unwrap().seq, 1, "the chain is proved without any key");
    let other = Store::open(&location).await.unwrap().with_keys(store::InstallationKey::fresh());
    let error = other.read(&stream(CASE), Version::NONE).await.unwrap_err();
    assert!(matches!(&error, StoreError::WrongKey(what) if what.contains(CASE)), "{error}");
    assert!("case/somewhere".parse::<StreamId>().is_err(), "a case is a council's");
}

pub(crate) async fn destroyed_is_gone(place: Place) {
    let location = place.location().await;
    let (store, node) = (crate::open(&location).await, crate::open(&location).await);
    let (id, case, other) = (ann(&store).await, stream(CASE), stream("case/somewhere/2"));
    let append = Append {
        stream: &case,
        expected_version: Version::NONE,
        by: Some(&id),
        at: at(0),
        events: events(&["one", "two"]),
        index: Some(IndexWord::each("Ann Lee")),
        mail: vec![letter(1)],
        key: None,
        form: None,
    };
    let file = FileId::new(at(3));
    store.append_with(append, Some((file, &evidence()))).await.unwrap();
    index(&store, other.as_str(), 0, "Ann").await;
    store.save_draft(id, &case, "plan", "words", at(1)).await.unwrap();
    store.set_tracking(&case, "KIN-1", "rose", &Digest::of(b"code")).await.unwrap();
    // The other node has the key in memory.
    assert_eq!(node.read(&case, Version::NONE).await.unwrap().len(), 2);
    let mut heard = node.changes();
    let before = store.destroy_vault(&case, Version(1), Some(id), at(9), "kept for ten years").await;
    assert!(matches!(before, Err(AppendError::Conflict { actual: Version(2), .. })), "something came in between");
    assert!(node.read(&case, Version::NONE).await.unwrap().iter().all(|event| event.body != Body::Gone));
    assert!(store.destroy_vault(&case, Version(2), Some(id), at(9), "kept for ten years").await.unwrap());
    let wait = heard.wait_for(|position| position.0 == 4);
    tokio::time::timeout(std::time::Duration::from_secs(10), wait).await.unwrap().unwrap();
    let told = node.since(Position(3), 9).await.unwrap();
    assert_eq!((told.len(), &told[0].stream, told[0].kind.as_str()), (1, &case, "case_destroyed"));
    assert_eq!((&told[0].body, told[0].by, told[0].version), (&Body::Gone, Some(id), Version(3)));
    assert!(!store.destroy_vault(&case, Version(2), Some(id), at(9), "again").await.unwrap());
    for store in [&store, &node] {
        let gone = [
            store.read(&case, Version::NONE).await.unwrap()[..2].to_vec(),
            store.since(Position::START, 2).await.unwrap(),
        ];
        assert!(gone.iter().flatten().all(|event| event.body == Body::Gone && event.kind == "said"));
        assert_eq!(store.file(&case, file).await.unwrap(), None);
        assert!(store.files(&case).await.unwrap().is_empty());
        assert_eq!(store.draft(id, &case, "plan").await.unwrap(), None);
        assert_eq!(store.tracking("KIN-1", &Digest::of(b"code")).await.unwrap(), None);
        assert_eq!(
            store.find_streams("somewhere", &IndexWord::each("ann")).await.unwrap(),
            std::slice::from_ref(&other)
        );
        let paper = hand_in(store, CASE, 3, &evidence()).await;
        assert!(matches!(paper, Err(AppendError::Store(StoreError::Gone(_)))));
        assert!(matches!(store.save_draft(id, &case, "a", "b", at(9)).await, Err(StoreError::Gone(_))));
        let more = say(store, CASE, 3, &["three"]).await;
        assert!(matches!(more, Err(AppendError::Store(StoreError::Gone(_)))));
    }
    assert_eq!(store.outbox_counts().await.unwrap().waiting, 0);
    let tombstone = node.tombstone(&case).await.unwrap().unwrap();
    assert_eq!((tombstone.by, tombstone.at, tombstone.why.as_str()), (Some(id), at(9), "kept for ten years"));
    assert_eq!(node.tombstone(&other).await.unwrap(), None);
    assert_eq!(store.verify_audit("somewhere").await.unwrap().seq, 4);
    assert!(export(&store).await.contains("kept for ten years"));
    store.prove().await.unwrap();
    let unknown = store.destroy_vault(&stream("case/somewhere/9"), Version::NONE, None, at(9), "").await;
    assert!(matches!(unknown, Err(AppendError::Store(StoreError::NoCase(_)))));
}

pub(crate) async fn found_by_words(place: Place) {
    let store = place.store().await;
    index(&store, "case/somewhere/1", 0, "Zoë O’Brien SE15").await;
    index(&store, "case/somewhere/2", 0, "zoe Smith").await;
    index(&store, "case/elsewhere/3", 0, "Zoe").await;
    let found = async |council: &str, words: &str| -> Vec<String> {
        let found = store.find_streams(council, &IndexWord::each(words)).await.unwrap();
        found.iter().map(ToString::to_string).collect()
    };
    assert_eq!(found("somewhere", "ZOE").await, ["case/somewhere/1", "case/somewhere/2"]);
    assert_eq!(found("somewhere", "obrien zoë, zoe").await, ["case/somewhere/1"]);
    assert_eq!(found("elsewhere", "zoe").await, ["case/elsewhere/3"]);
    for nothing in ["zoe nobody", "zo", ""] {
        assert!(found("somewhere", nothing).await.is_empty(), "{nothing}");
    }
    assert!(found("nowhere", "zoe").await.is_empty());
    index(&store, "case/somewhere/1", 1, "Zola").await;
    say(&store, "case/somewhere/1", 2, &["without words"]).await.unwrap();
    assert_eq!(found("somewhere", "zoe").await, ["case/somewhere/2"]);
    assert_eq!(found("somewhere", "zola").await, ["case/somewhere/1"]);
    let dump = export(&store).await.to_lowercase();
    assert!(!dump.contains("zola") && !dump.contains("smith") && !dump.contains(Digest::of(b"zola").as_str()));
    let (offer, index) = (stream("offer/a"), Some(IndexWord::each("x")));
    let events = events(&["x"]);
    let (mail, key, expected_version) = (Vec::new(), None, Version::NONE);
    let append = Append { stream: &offer, expected_version, by: None, at: at(0), events, index, mail, key, form: None };
    assert!(matches!(store.append(append).await, Err(AppendError::Store(StoreError::Invalid(_)))));
}

pub(crate) async fn files_come_back(place: Place) {
    let store = place.store().await;
    let case = stream(CASE);
    let no_case = hand_in(&store, "offer/a", 0, &evidence()).await;
    assert!(matches!(no_case, Err(AppendError::Store(StoreError::NoCase(_)))));
    assert_eq!(store.position().await.unwrap(), Position::START, "what is refused writes no event either");
    say(&store, CASE, 0, &["x"]).await.unwrap();
    say(&store, "case/somewhere/2", 0, &["x"]).await.unwrap();
    let id = hand_in(&store, CASE, 1, &evidence()).await.unwrap();
    let largest = vec![7; LARGEST_FILE];
    let big = NewFile { name: "b", at: at(4), bytes: &largest, ..evidence() };
    let second = hand_in(&store, CASE, 2, &big).await.unwrap();
    let (file, bytes) = store.file(&case, id).await.unwrap().unwrap();
    assert_eq!(
        (file.name.as_str(), file.media_type.as_str(), bytes.as_slice()),
        ("Ann’s letter.pdf", "application/pdf", &b"0123456789"[..])
    );
    assert_eq!(store.file(&case, second).await.unwrap().unwrap().1, largest);
    let all = store.files(&case).await.unwrap();
    assert_eq!(all.iter().map(|file| (file.id, file.size)).collect::<Vec<_>>(), [(id, 10), (second, 10_485_760)]);
    assert_eq!(all[0], file);
    assert!(store.file(&stream("case/somewhere/2"), id).await.unwrap().is_none(), "another case's is not there");
    let larger = [largest, vec![7]].concat();
    let (long, lines) = ("x".repeat(301), "application/pdf\nx");
    for wrong in [
        NewFile { bytes: &larger, ..evidence() },
        NewFile { name: &long, ..evidence() },
        NewFile { media_type: lines, ..evidence() },
    ] {
        let refused = hand_in(&store, CASE, 3, &wrong).await;
        assert!(matches!(refused, Err(AppendError::Store(StoreError::Invalid(_)))), "{refused:?}");
    }
    let dump = export(&store).await;
    assert!(!dump.contains("letter.pdf"));
    let again = place.store().await;
    again.restore(&mut dump.as_bytes()).await.unwrap();
    assert_eq!(again.file(&case, id).await.unwrap().unwrap().1, b"0123456789");
    assert_eq!(again.verify_audit("somewhere").await.unwrap(), store.verify_audit("somewhere").await.unwrap());
}

pub(crate) async fn drafts_are_their_writers(place: Place) {
    let store = place.store().await;
    let (id, bea, case) = (ann(&store).await, new("bea"), stream(CASE));
    store.account_add(&bea).await.unwrap();
    store.save_draft(id, &case, "plan", "before the case began", at(0)).await.unwrap();
    say(&store, CASE, 0, &["x"]).await.unwrap();
    assert_eq!(store.draft(id, &case, "plan").await.unwrap().unwrap().text, "before the case began");
    store.save_draft(id, &case, "plan", "after", at(5)).await.unwrap();
    let draft = store.draft(id, &case, "plan").await.unwrap().unwrap();
    assert_eq!((draft.text.as_str(), draft.at), ("after", at(5)));
    assert_eq!(store.draft(bea.id, &case, "plan").await.unwrap(), None);
    assert_eq!(store.draft(id, &case, "other").await.unwrap(), None);
    store.save_draft(bea.id, &case, "plan", "hers", at(1)).await.unwrap();
    assert!(!export(&store).await.contains("after"));
    assert_eq!(store.forget_drafts(at(2)).await.unwrap(), 1);
    let send = async |version, form| {
        let append = Append {
            stream: &case,
            expected_version: Version(version),
            by: Some(&id),
            at: at(5),
            events: events(&["x"]),
            index: None,
            mail: Vec::new(),
            key: None,
            form: Some(form),
        };
        store.append(append).await
    };
    assert!(matches!(send(0, "plan").await, Err(AppendError::Conflict { .. })));
    send(1, "other").await.unwrap();
    assert!(store.draft(id, &case, "plan").await.unwrap().is_some(), "neither refused nor of another form");
    store.save_draft(bea.id, &case, "plan", "hers", at(5)).await.unwrap();
    send(2, "plan").await.unwrap();
    assert_eq!(store.draft(id, &case, "plan").await.unwrap(), None);
    assert!(store.draft(bea.id, &case, "plan").await.unwrap().is_some(), "that of somebody else stays");
    store.save_draft(id, &case, "plan", "erased with its writer", at(6)).await.unwrap();
    store.account_erase(id, DOER).await.unwrap();
    assert_eq!(store.draft(id, &case, "plan").await.unwrap(), None);
}

pub(crate) async fn access_for_a_time(place: Place) {
    let store = place.store().await;
    let (id, bea, case) = (ann(&store).await, new("bea"), stream(CASE));
    store.account_add(&bea).await.unwrap();
    let give = NewAccess { account: bea.id, reason: "Covers for Cy", by: id, at: at(0), from: at(10), until: at(20) };
    assert!(matches!(store.grant_access(&case, &give).await, Err(StoreError::NoCase(_))));
    say(&store, CASE, 0, &["x"]).await.unwrap();
    store.grant_access(&case, &give).await.unwrap();
    for (moment, may) in [(9, false), (10, true), (19, true), (20, false)] {
        let access = store.access(&case, bea.id, at(moment)).await.unwrap();
        assert_eq!(access.is_some(), may, "at {moment}");
        assert_eq!(store.access(&case, id, at(moment)).await.unwrap(), None);
        assert_eq!(store.access(&stream("case/somewhere/2"), bea.id, at(moment)).await.unwrap(), None);
    }
    store.grant_access(&case, &NewAccess { until: at(30), ..give }).await.unwrap();
    let access = store.access(&case, bea.id, at(15)).await.unwrap().unwrap();
    assert_eq!((access.until, access.reason.text(), access.by), (at(30), Some("Covers for Cy"), id));
    assert!(store.end_access(&case, bea.id, id, at(12)).await.unwrap());
    assert!(!store.end_access(&case, bea.id, id, at(12)).await.unwrap());
    assert_eq!(store.access(&case, bea.id, at(15)).await.unwrap(), None);
    assert_eq!(store.accesses(&case).await.unwrap().len(), 2);
    assert!(store.grant_access(&case, &NewAccess { until: at(10), ..give }).await.is_err());
    let deeds: Vec<_> = store.audit("somewhere", &store::AuditFilter::default(), 9).await.unwrap();
    let deeds: Vec<_> = deeds.iter().rev().map(|entry| entry.deed.as_str()).collect();
    assert_eq!(deeds, ["said", "access_granted", "access_granted", "access_ended"]);
    assert!(!export(&store).await.contains("Covers"));
    store.prove().await.unwrap();
}

pub(crate) async fn tracked_with_a_code(place: Place) {
    let store = place.store().await;
    let case = stream(CASE);
    let (right, wrong) = (Digest::of(b"apple tree"), Digest::of(b"apple pie"));
    let set = |reference: &'static str, whose: &'static str, code| store.set_tracking(&case, reference, whose, code);
    assert!(matches!(set("KIN-1", "rose", &right).await, Err(StoreError::NoCase(_))));
    say(&store, CASE, 0, &["x"]).await.unwrap();
    say(&store, "case/somewhere/2", 0, &["x"]).await.unwrap();
    set("KIN-1", "rose", &right).await.unwrap();
    let taken = store.set_tracking(&stream("case/somewhere/2"), "KIN-1", "rose", &wrong).await;
    assert!(matches!(taken, Err(StoreError::Conflict(_))));
    assert!(!export(&store).await.contains(right.as_str()));
    let opens = async |reference, code| {
        store.tracking(reference, code).await.unwrap().map(|(stream, whose)| {
            assert_eq!(stream, case);
            whose
        })
    };
    // Wrong tries lock nobody out.
    for _ in 0..50 {
        assert_eq!((opens("KIN-1", &wrong).await, opens("KIN-9", &right).await), (None, None));
    }
    assert_eq!(opens("KIN-1", &right).await.as_deref(), Some("rose"));
    // Everybody has a code of their own, and a new one ends only the one before it.
    let own = Digest::of(b"plum tree");
    set("KIN-1", "peter", &own).await.unwrap();
    set("KIN-1", "rose", &wrong).await.unwrap();
    assert_eq!(opens("KIN-1", &right).await, None);
    assert_eq!(opens("KIN-1", &wrong).await.as_deref(), Some("rose"));
    assert_eq!(opens("KIN-1", &own).await.as_deref(), Some("peter"));
    set("KIN-2", "rose", &right).await.unwrap();
    assert_eq!((opens("KIN-1", &own).await, opens("KIN-2", &right).await.as_deref()), (None, Some("rose")));
}

/// A page that was closed stays closed on every node, until it would be over anyhow.
pub(crate) async fn a_page_is_closed_for_good(place: Place) {
    let location = place.location().await;
    let (store, node) = (crate::open(&location).await, crate::open(&location).await);
    for _ in 0..2 {
        store.page_close("a page", at(9)).await.unwrap();
    }
    assert!(node.page_is_closed("a page").await.unwrap() && !node.page_is_closed("another").await.unwrap());
    assert!(!export(&store).await.contains("a page"), "what names it is kept by its hash");
    assert_eq!(node.closed_pages_prune(at(9)).await.unwrap(), 0);
    assert_eq!(node.closed_pages_prune(at(10)).await.unwrap(), 1);
    assert!(!store.page_is_closed("a page").await.unwrap());
}

/// A file that comes with an act is kept with it, and not without it.
pub(crate) async fn a_file_comes_with_its_act(place: Place) {
    let store = place.store().await;
    let case = stream(CASE);
    say(&store, CASE, 0, &["x"]).await.unwrap();
    let version = Version(1);
    let (id, file) = (FileId::new(at(9)), evidence());
    let act = |expected_version| Append {
        stream: &case,
        expected_version,
        by: None,
        at: at(9),
        events: events(&["a paper"]),
        index: None,
        mail: Vec::new(),
        key: Some(IdempotencyKey::new("a-form-with-a-paper").unwrap()),
        form: None,
    };
    let late = store.append_with(act(Version(version.0 + 7)), Some((id, &file))).await;
    assert!(matches!(late, Err(AppendError::Conflict { .. })), "{late:?}");
    assert_eq!(store.files(&case).await.unwrap(), [], "what was refused keeps no file");
    let larger = vec![0; LARGEST_FILE + 1];
    let large = store.append_with(act(version), Some((id, &NewFile { bytes: &larger, ..file }))).await;
    assert!(matches!(large, Err(AppendError::Store(StoreError::Invalid(_)))), "{large:?}");
    assert_eq!(store.version(&case).await.unwrap(), version, "a file that cannot be kept keeps no act");
    let done = store.append_with(act(version), Some((id, &file))).await.unwrap();
    assert_eq!(store.file(&case, id).await.unwrap().unwrap().1, file.bytes);
    assert_eq!(store.append_with(act(version), Some((id, &file))).await.unwrap(), done, "sent again");
    assert_eq!(store.files(&case).await.unwrap().len(), 1);
    store.verify_audit("somewhere").await.unwrap();
}

/// One event that was changed stops nobody who follows the other cases.
pub(crate) async fn read_past_what_is_damaged(place: Place) {
    let location = place.location().await;
    let store = Store::open(&location).await.unwrap().with_keys(crate::key());
    say(&store, CASE, 0, &["x"]).await.unwrap();
    say(&store, "case/somewhere/2", 0, &["y"]).await.unwrap();
    meddle(&location, format!("update events set body = 'none' where stream = '{CASE}'")).await;
    assert!(store.since(Position::START, 9).await.is_err());
    let (told, until) = store.cases_since(Position::START, 9).await.unwrap();
    assert!(matches!(&told[0], Err(damaged) if damaged.stream == CASE), "{told:?}");
    assert!(matches!(&told[1], Ok(event) if event.body == Body::Text("y".into())), "{told:?}");
    assert_eq!((told.len(), until), (2, store.position().await.unwrap()));
}
