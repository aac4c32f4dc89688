//! Writers, as many forms sent at the same time: each says what it was told, and stops at what it does not know.

use jiff::Timestamp;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use store::{
    AccountId, Append, AppendError, Appended, IdempotencyKey, NewEvent, Position, Store, StoreError, StreamId, Version,
};
use tokio::task::JoinHandle;

/// How long the site waits for an answer before it says that nothing is known to be saved.
const PATIENCE: Duration = Duration::from_secs(10);

/// One form: an event in a stream, sent under a key.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    stream: StreamId,
    expected: Version,
    key: String,
    by: AccountId,
}

impl Form {
    /// The next one of a stream.
    pub(crate) fn new(stream: &str, turn: i64) -> Self {
        let by = AccountId::new(Timestamp::UNIX_EPOCH);
        Self { stream: stream.parse().unwrap(), expected: Version(turn), key: format!("{stream}-{turn}"), by }
    }

    /// Its key, which is also what it says.
    pub(crate) fn key(&self) -> &str {
        &self.key
    }

    fn idempotency(&self) -> IdempotencyKey {
        IdempotencyKey::new(&self.key).unwrap()
    }

    /// Whether it was sent and acknowledged before, asked as the site does before it decides.
    pub(crate) async fn was_used(&self, store: &Store) -> Result<bool, StoreError> {
        store.was_used(&self.stream, &self.idempotency(), self.by).await
    }

    /// Sends it. An error is one that may pass: any other is a fault.
    pub(crate) async fn send(&self, store: &Store) -> Result<Appended, StoreError> {
        let append = Append {
            stream: &self.stream,
            expected_version: self.expected,
            by: Some(&self.by),
            at: Timestamp::UNIX_EPOCH,
            events: vec![NewEvent { kind: "said".into(), body: self.key.clone() }],
            index: None,
            mail: Vec::new(),
            key: Some(self.idempotency()),
            form: None,
        };
        match tokio::time::timeout(PATIENCE, store.append(append)).await {
            Ok(Ok(done)) => Ok(done),
            Ok(Err(AppendError::Store(error))) if error.is_passing() => Err(error),
            Ok(Err(error)) => panic!("{}: {error}", self.key),
            Err(_) => Err(StoreError::Unavailable("no answer".into())),
        }
    }

    /// Sends it until it is acknowledged, as somebody does who is told that it may not have been saved.
    pub(crate) async fn send_until_saved(&self, store: &Store) -> Appended {
        loop {
            match self.send(store).await {
                Ok(done) => return done,
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }
}

/// What writers were told.
#[derive(Default)]
pub(crate) struct Told {
    /// Forms that were acknowledged, by their key.
    pub(crate) saved: BTreeMap<String, Appended>,
    /// Forms of which nobody knows.
    pub(crate) in_doubt: Vec<Form>,
}

impl Told {
    /// The keys of what was acknowledged and is not there, or not where it was said to be.
    pub(crate) async fn lost(&self, store: &Store) -> Vec<&String> {
        let there = everything(store).await;
        let is_there = |key: &String, done: &Appended| there.get(key) == Some(&vec![*done]);
        self.saved.iter().filter(|(key, done)| !is_there(key, done)).map(|(key, _)| key).collect()
    }
}

/// Everything that is there, by its key.
pub(crate) async fn everything(store: &Store) -> BTreeMap<String, Vec<Appended>> {
    let mut there: BTreeMap<String, Vec<Appended>> = BTreeMap::new();
    for event in store.since(Position::START, usize::MAX).await.unwrap() {
        let done = Appended { version: event.version, position: event.position };
        there.entry(event.body.text().unwrap().to_owned()).or_default().push(done);
    }
    there
}

/// What one writer was told: the keys of what was acknowledged, and the form at which it stopped.
type Ended = (Vec<(String, Appended)>, Form);

/// Writers at work.
pub(crate) struct Writers(Vec<JoinHandle<Ended>>);

impl Writers {
    /// Every other one writes in a case, so that what is sealed and the audit chain are under load too.
    pub(crate) fn start(store: &Store, how_many: usize) -> Self {
        let writer = |number: usize| {
            let store = store.clone();
            tokio::spawn(async move {
                let kind = ["own", "case/somewhere"][number % 2];
                let (mut saved, name) = (Vec::new(), format!("{kind}/w{number}"));
                loop {
                    let form = Form::new(&name, i64::try_from(saved.len()).unwrap());
                    match form.send(&store).await {
                        Ok(done) => saved.push((form.key, done)),
                        Err(_) => return (saved, form),
                    }
                }
            })
        };
        Self((0..how_many).map(writer).collect())
    }

    /// Waits until each has come upon an error; what they were told.
    pub(crate) async fn stopped(self) -> Told {
        let mut told = Told::default();
        for writer in self.0 {
            let (saved, form) = writer.await.unwrap();
            told.saved.extend(saved);
            told.in_doubt.push(form);
        }
        told
    }
}

/// Sends a form again and again, and says how long after a moment it was acknowledged.
pub(crate) async fn first_saved(store: Store, since: Instant) -> Duration {
    Form::new("own/first", 0).send_until_saved(&store).await;
    since.elapsed()
}
