//! Laws of appending, held against a store of a few lines that does the same in memory.

use crate::Place;
use crate::events::{at, events, stream};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::collections::BTreeMap;
use store::{Append, AppendError, Appended, IdempotencyKey, Position, Store, StreamId, Version};

/// One form sent, perhaps several times over.
#[derive(Clone, Debug)]
struct Sent {
    stream: usize,
    /// How far behind the stream's true version the sender is.
    behind: i64,
    bodies: Vec<String>,
    key: Option<usize>,
    times: usize,
}

fn sent() -> impl Strategy<Value = Sent> {
    let bodies = prop::collection::vec("[a-c]", 1..4);
    let behind = prop_oneof![4 => Just(0_i64), 1 => 1_i64..3];
    (0..2_usize, behind, bodies, prop::option::of(0..3_usize), 1..4_usize)
        .prop_map(|(stream, behind, bodies, key, times)| Sent { stream, behind, bodies, key, times })
}

/// What appending means.
#[derive(Default)]
struct Model {
    streams: BTreeMap<usize, Vec<String>>,
    keys: BTreeMap<usize, ((usize, Vec<String>), Appended)>,
    position: i64,
}

#[derive(Debug, PartialEq)]
enum Answer {
    Done(Appended),
    Conflict(Version),
    KeyReused,
}

impl Model {
    fn version(&self, stream: usize) -> i64 {
        self.streams.get(&stream).map_or(0, Vec::len).try_into().unwrap()
    }

    fn append(&mut self, sent: &Sent, expected: i64) -> Answer {
        let what = (sent.stream, sent.bodies.clone());
        match sent.key.and_then(|key| self.keys.get(&key)) {
            Some((before, answer)) if *before == what => return Answer::Done(*answer),
            Some(_) => return Answer::KeyReused,
            None => {}
        }
        let actual = self.version(sent.stream);
        if actual != expected {
            return Answer::Conflict(Version(actual));
        }
        self.streams.entry(sent.stream).or_default().extend(sent.bodies.clone());
        self.position += i64::try_from(sent.bodies.len()).unwrap();
        let done = Appended { version: Version(self.version(sent.stream)), position: Position(self.position) };
        if let Some(key) = sent.key {
            self.keys.insert(key, (what, done));
        }
        Answer::Done(done)
    }
}

/// Of the two streams, the second is that of a case, which is sealed.
fn name(run: usize, which: usize) -> StreamId {
    stream(&if which == 0 { format!("run-{run}/a") } else { format!("case/somewhere/{run}") })
}

async fn append(store: &Store, run: usize, sent: &Sent, expected: i64) -> Answer {
    let bodies: Vec<&str> = sent.bodies.iter().map(String::as_str).collect();
    let stream = name(run, sent.stream);
    let append = Append {
        stream: &stream,
        expected_version: Version(expected),
        by: None,
        at: at(0),
        events: events(&bodies),
        index: None,
        mail: Vec::new(),
        key: sent.key.map(|key| IdempotencyKey::new(&format!("run-{run}-{key}")).unwrap()),
        form: None,
    };
    match store.append(append).await {
        Ok(done) => Answer::Done(done),
        Err(AppendError::Conflict { actual, .. }) => Answer::Conflict(actual),
        Err(AppendError::KeyReused) => Answer::KeyReused,
        Err(AppendError::Store(error)) => panic!("{error}"),
    }
}

/// Whatever is sent, however often and however late: the answers are the model's, a form sent again gets its first
/// answer, and in the end the streams are the same.
pub(crate) async fn as_in_memory(place: Place) {
    let store = place.store().await;
    let here = tokio::runtime::Handle::current();
    tokio::task::block_in_place(|| {
        let mut runner = TestRunner::new(Config { cases: 40, failure_persistence: None, ..Config::default() });
        let run = std::cell::Cell::new(0);
        let several = prop::collection::vec(sent(), 1..12);
        let law = |all: Vec<Sent>| {
            run.set(run.get() + 1);
            here.block_on(async {
                let position = store.position().await.unwrap().0;
                let mut model = Model { position, ..Model::default() };
                for sent in &all {
                    let expected = (model.version(sent.stream) - sent.behind).max(0);
                    for _ in 0..sent.times {
                        let answer = append(&store, run.get(), sent, expected).await;
                        prop_assert_eq!(answer, model.append(sent, expected));
                    }
                }
                for (which, bodies) in &model.streams {
                    let name = name(run.get(), *which);
                    let read = store.read(&name, Version::NONE).await.unwrap();
                    let read: Vec<String> =
                        read.into_iter().map(|event| event.body.text().unwrap().to_owned()).collect();
                    prop_assert_eq!(&read, bodies);
                }
                prop_assert_eq!(store.position().await.unwrap().0, model.position);
                Ok(())
            })
        };
        runner.run(&several, law).unwrap();
    });
    store.prove().await.unwrap();
}
