//! Events: appended whole, in order, once.

use crate::Place;
use jiff::Timestamp;
use std::time::Duration;
use store::{
    AccountId, Append, AppendError, Appended, Body, IdempotencyKey, NewEvent, Position, Store, StoreError, StreamId,
    Version,
};

pub(crate) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + second).unwrap()
}

pub(crate) fn stream(name: &str) -> StreamId {
    name.parse().unwrap()
}

pub(crate) fn events(bodies: &[&str]) -> Vec<NewEvent> {
    bodies.iter().map(|body| NewEvent { kind: "said".into(), body: (*body).into() }).collect()
}

/// Appends without key or letters.
pub(crate) async fn say(store: &Store, name: &str, version: i64, bodies: &[&str]) -> Result<Appended, AppendError> {
    keyed(store, name, version, bodies, None).await
}

async fn keyed(
    store: &Store,
    name: &str,
    version: i64,
    bodies: &[&str],
    key: Option<&str>,
) -> Result<Appended, AppendError> {
    let append = Append {
        stream: &stream(name),
        expected_version: Version(version),
        by: None,
        at: at(version),
        events: events(bodies),
        index: None,
        mail: Vec::new(),
        key: key.map(|key| IdempotencyKey::new(key).unwrap()),
        form: None,
    };
    store.append(append).await
}

pub(crate) async fn append_then_read(place: Place) {
    let store = place.store().await;
    let by = AccountId::new(at(0));
    let stream = stream("offer/somewhere");
    let append = Append {
        stream: &stream,
        expected_version: Version::NONE,
        by: Some(&by),
        at: at(7),
        events: events(&[r#"{"a":1}"#, r#"{"b":"é 🙂"}"#]),
        index: None,
        mail: Vec::new(),
        key: None,
        form: None,
    };
    let done = store.append(append).await.unwrap();
    assert_eq!(done, Appended { version: Version(2), position: Position(2) });
    let read = store.read(&stream, Version::NONE).await.unwrap();
    assert_eq!(read.len(), 2);
    assert_eq!((read[1].version, read[1].position, read[1].by, read[1].at), (Version(2), Position(2), Some(by), at(7)));
    assert_eq!(read[1].body, Body::Text(r#"{"b":"é 🙂"}"#.into()));
    assert_eq!(store.read(&stream, Version(1)).await.unwrap(), read[1..]);
    assert_eq!(store.version(&stream).await.unwrap(), Version(2));
}

pub(crate) async fn nothing_happens_without_events(place: Place) {
    let store = place.store().await;
    assert!(matches!(say(&store, "a/b", 0, &[]).await, Err(AppendError::Store(StoreError::Invalid(_)))));
    let long = "x".repeat(store::LONGEST_BODY + 1);
    assert!(matches!(say(&store, "a/b", 0, &[&long]).await, Err(AppendError::Store(StoreError::Invalid(_)))));
    say(&store, "a/b", 0, &[&long[1..]]).await.unwrap();
    assert_eq!(store.position().await.unwrap(), Position(1));
}

pub(crate) async fn conflict_says_where_it_is(place: Place) {
    let store = place.store().await;
    say(&store, "a/b", 0, &["1", "2", "3"]).await.unwrap();
    for wrong in [0, 2, 4] {
        let error = say(&store, "a/b", wrong, &["x"]).await.unwrap_err();
        let AppendError::Conflict { expected, actual } = error else { panic!("{error}") };
        assert_eq!((expected, actual), (Version(wrong), Version(3)));
    }
    assert_eq!(store.position().await.unwrap(), Position(3));
    assert_eq!(say(&store, "a/b", 3, &["4"]).await.unwrap().position, Position(4));
}

pub(crate) async fn a_key_answers_once(place: Place) {
    let store = place.store().await;
    let first = keyed(&store, "a/b", 0, &["1", "2"], Some("form-1")).await.unwrap();
    say(&store, "a/b", 2, &["3"]).await.unwrap();
    for _ in 0..5 {
        assert_eq!(keyed(&store, "a/b", 0, &["1", "2"], Some("form-1")).await.unwrap(), first);
    }
    assert_eq!(store.position().await.unwrap(), Position(3));
    assert_eq!(store.forget_keys(at(1000)).await.unwrap(), 1);
    assert!(keyed(&store, "a/b", 0, &["1", "2"], Some("form-1")).await.is_err());
}

pub(crate) async fn a_key_is_for_one_thing(place: Place) {
    let store = place.store().await;
    keyed(&store, "a/b", 0, &["1"], Some("form-1")).await.unwrap();
    for (name, bodies) in [("a/b", ["2"]), ("a/c", ["1"])] {
        let error = keyed(&store, name, 0, &bodies, Some("form-1")).await.unwrap_err();
        assert!(matches!(error, AppendError::KeyReused), "{error}");
    }
    // Told from what was sent: what the events hold may differ.
    let of = |payload: &[u8]| IdempotencyKey::new("form-2").unwrap().of_payload(payload);
    let stream = stream("a/d");
    let append = |body: &str, key| Append {
        stream: &stream,
        expected_version: Version::NONE,
        by: None,
        at: at(0),
        events: events(&[body]),
        index: None,
        mail: Vec::new(),
        key: Some(key),
        form: None,
    };
    let first = store.append(append("id 1", of(b"name=Ann"))).await.unwrap();
    assert_eq!(store.append(append("id 2", of(b"name=Ann"))).await.unwrap(), first);
    let other = store.append(append("id 3", of(b"name=Bea"))).await;
    assert!(matches!(other, Err(AppendError::KeyReused)));
    assert_eq!(store.position().await.unwrap(), Position(2));
}

pub(crate) async fn a_key_goes_before_the_version(place: Place) {
    let store = place.store().await;
    let sent: Vec<_> = (0..10)
        .map(|_| {
            let store = store.clone();
            tokio::spawn(async move { keyed(&store, "a/b", 0, &["1"], Some("form-1")).await.unwrap() })
        })
        .collect();
    for one in sent {
        assert_eq!(one.await.unwrap(), Appended { version: Version(1), position: Position(1) });
    }
}

pub(crate) async fn streams_by_prefix(place: Place) {
    let store = place.store().await;
    for name in ["offer/b", "offer/a", "offer/a-1", "cases/a", "offers/a", "o_fer/a"] {
        say(&store, name, 0, &["x", "y"]).await.unwrap();
    }
    let found = store.streams("offer/").await.unwrap();
    let names: Vec<&str> = found.iter().map(|(stream, _)| stream.as_str()).collect();
    assert_eq!(names, ["offer/a", "offer/a-1", "offer/b"]);
    assert!(found.iter().all(|(_, version)| *version == Version(2)));
    assert_eq!(store.streams("").await.unwrap().len(), 6);
    assert_eq!(store.streams("O").await.unwrap().len(), 0);
}

pub(crate) async fn since_of_one_kind(place: Place) {
    let store = place.store().await;
    for (name, version) in [("offer/a", 0), ("case/x/1", 0), ("offer/b", 0), ("case/x/1", 2), ("offers/a", 0)] {
        say(&store, name, version, &["x", "y"]).await.unwrap();
    }
    let of = async |prefix: &str, after, limit| {
        let (events, until) = store.since_of(prefix, Position(after), limit).await.unwrap();
        (events.iter().map(|event| event.position.0).collect::<Vec<_>>(), until.0)
    };
    assert_eq!(of("offer/", 0, 9).await, (vec![1, 2, 5, 6], 10));
    assert_eq!(of("offer/", 0, 3).await, (vec![1, 2, 5], 5));
    assert_eq!(of("offer/", 5, 3).await, (vec![6], 10));
    assert_eq!(of("offer/", 10, 3).await, (vec![], 10));
    assert_eq!(of("case/", 0, 9).await, (vec![3, 4, 7, 8], 10));
    crate::opening::meddle(store.location(), "update events set body = 'x' where position = 3").await;
    assert_eq!(of("offer/", 0, 9).await, (vec![1, 2, 5, 6], 10));
    assert!(matches!(store.since(Position::START, 9).await, Err(StoreError::Corrupt(_))));
}

/// Many write; a reader that follows the positions sees each event once, in order, and never one that comes late.
pub(crate) async fn since_has_no_gaps(place: Place) {
    let location = place.location().await;
    let nodes = [Store::open(&location).await.unwrap(), Store::open(&location).await.unwrap()];
    let writers: Vec<_> = (0..6)
        .map(|writer| {
            let store = nodes[writer % 2].clone();
            tokio::spawn(async move {
                for turn in 0..15 {
                    let bodies = vec!["x"; 1 + turn % 3];
                    let version = store.version(&stream(&format!("w/{writer}"))).await.unwrap();
                    say(&store, &format!("w/{writer}"), version.0, &bodies).await.unwrap();
                }
            })
        })
        .collect();
    let whole = 6 * 15 * 2;
    let mut seen = Position::START;
    while seen.0 < whole {
        for event in nodes[0].since(seen, 7).await.unwrap() {
            assert_eq!(event.position.0, seen.0 + 1);
            seen = event.position;
        }
    }
    for writer in writers {
        writer.await.unwrap();
    }
    assert_eq!(nodes[1].position().await.unwrap(), Position(whole));
}

/// Two who write to one stream: each append is whole, at the version it was decided on.
pub(crate) async fn two_writers_never_mix(place: Place) {
    let location = place.location().await;
    let writers: Vec<_> = ["ann", "bea"]
        .into_iter()
        .map(|name| {
            let location = location.clone();
            tokio::spawn(async move {
                let store = Store::open(&location).await.unwrap();
                let (mut done, mut version) = (0, 0);
                while done < 20 {
                    match say(&store, "a/b", version, &[name, name, name]).await {
                        Ok(appended) => {
                            done += 1;
                            version = appended.version.0;
                        }
                        Err(AppendError::Conflict { actual, .. }) => version = actual.0,
                        Err(other) => panic!("{other}"),
                    }
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    let store = Store::open(&location).await.unwrap();
    let read = store.read(&stream("a/b"), Version::NONE).await.unwrap();
    assert_eq!(read.len(), 2 * 20 * 3);
    for (index, three) in read.chunks(3).enumerate() {
        assert!(three.iter().all(|event| event.body == three[0].body), "append {index} is mixed");
    }
    assert!(read.iter().zip(1..).all(|(event, version)| event.version.0 == version));
}

pub(crate) async fn nodes_hear_of_each_other(place: Place) {
    let location = place.location().await;
    let (one, two) = (Store::open(&location).await.unwrap(), Store::open(&location).await.unwrap());
    let mut heard = two.changes();
    for turn in 0..5 {
        let done = say(&one, "a/b", turn, &["x"]).await.unwrap();
        assert_eq!(*one.changes().borrow(), done.position);
        let wait = heard.wait_for(|position| *position >= done.position);
        tokio::time::timeout(Duration::from_secs(10), wait).await.unwrap().unwrap();
    }
}

pub(crate) async fn odd_signs_survive(place: Place) {
    let store = place.store().await;
    let odd = ["", "'; drop table events; --", "\u{10FFFF}\r\n\t\\", "$1 ? :a", "\u{202e}abc"];
    say(&store, "a/b", 0, &odd).await.unwrap();
    let read = store.read(&stream("a/b"), Version::NONE).await.unwrap();
    assert_eq!(read.iter().map(|event| event.body.text().unwrap()).collect::<Vec<_>>(), odd);
    assert!(say(&store, "a/b", 5, &["a\0b"]).await.is_err(), "neither engine keeps NUL the same way");
}
