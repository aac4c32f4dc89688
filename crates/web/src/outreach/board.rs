//! What hosts run, kept in memory and in the database: every node folds the same events, so that public pages are served from
//! memory and go on being served when the database is away.

use crate::ui::Fault;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use offer::publish::Officer;
use outreach::{Run, unreadable};
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::sync::{Arc, PoisonError, RwLock};
use store::{
    AccountId, Append, AppendError, IdempotencyKey, NewEvent, NewMail, Position, Store, StoreError, StreamId, Version,
};
use thiserror::Error;
use tokio::sync::Mutex;

/// How often something is decided again because somebody else wrote in between.
const TURNS: usize = 8;
/// Names that are pages of their own, where things are listed or begun.
const RESERVED: [&str; 2] = ["calendar.ics", "new"];
/// How many events are fetched at once.
const BATCH: usize = 500;

/// A thing of a host's, by both their names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Name {
    /// The host's name in addresses.
    pub host: String,
    /// The thing's own name.
    pub id: String,
}

/// A thing as it stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Standing<T> {
    /// How many events it has seen.
    pub version: i64,
    /// What they make of it.
    pub thing: T,
}

/// All things of one kind.
pub(crate) struct Board<T> {
    store: Store,
    things: RwLock<BTreeMap<Name, Arc<Standing<T>>>>,
    /// Things of which an event cannot be read: not shown, and the others go on.
    damaged: RwLock<BTreeSet<Name>>,
    /// Up to where events were taken in. Held while more are.
    taken: Mutex<Position>,
}

/// Why something was not done.
#[derive(Debug, Error)]
pub(crate) enum BoardError<E> {
    /// It may not be.
    #[error("{0}")]
    Refused(E),
    /// The database could not keep it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Others wrote so often in between that it was never its turn.
    #[error("others are writing at this moment; try again")]
    Busy,
}

/// What cannot be refused fails only where it could not be kept.
impl IntoResponse for BoardError<Infallible> {
    fn into_response(self) -> Response {
        match self {
            BoardError::Store(error) => Fault::store(error),
            BoardError::Busy => Fault::of(StatusCode::SERVICE_UNAVAILABLE).into_response(),
            BoardError::Refused(never) => match never {},
        }
    }
}

/// Who writes, when, under which key.
#[derive(Clone, Copy)]
pub(crate) struct Writing<'a> {
    /// Which thing.
    pub name: &'a Name,
    /// By whom; none where Kith itself does it.
    pub by: Option<AccountId>,
    /// The moment.
    pub at: Timestamp,
    /// The key of the form. One of somebody without an account tells nothing.
    pub key: Option<&'a IdempotencyKey>,
}

/// What follows from what was decided: events, and letters that go out because of them.
pub(crate) struct Follows<T: Run> {
    /// What happened. None changes nothing.
    pub events: Vec<T::Event>,
    /// Letters, kept with the events or not at all.
    pub mail: Vec<NewMail>,
}

impl<T: Run> From<Vec<T::Event>> for Follows<T> {
    fn from(events: Vec<T::Event>) -> Follows<T> {
        Follows { events, mail: Vec::new() }
    }
}

impl<T: Run> Board<T> {
    /// Takes in everything that has happened.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub(crate) async fn open(store: Store) -> Result<Board<T>, StoreError> {
        let (things, damaged) = Default::default();
        let board = Board { store, things, damaged, taken: Mutex::new(Position::START) };
        board.catch_up().await?;
        Ok(board)
    }

    /// A thing of a host's.
    pub(crate) fn get(&self, name: &Name) -> Option<Arc<Standing<T>>> {
        self.things.read().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }

    /// Every thing, by host and name.
    pub(crate) fn all(&self) -> Vec<(Name, Arc<Standing<T>>)> {
        let things = self.things.read().unwrap_or_else(PoisonError::into_inner);
        things.iter().map(|(name, thing)| (name.clone(), thing.clone())).collect()
    }

    /// The things of one host, by name.
    pub(crate) fn of(&self, host: &str) -> Vec<(Name, Arc<Standing<T>>)> {
        let things = self.things.read().unwrap_or_else(PoisonError::into_inner);
        let from = Name { host: host.to_owned(), id: String::new() };
        let theirs = things.range(from..).take_while(|(name, _)| name.host == host);
        theirs.map(|(name, thing)| (name.clone(), thing.clone())).collect()
    }

    /// A name for something new of a host's, made from what it is called: the first that nothing has yet, or that the same
    /// form made when it was sent before.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub(crate) async fn name(
        &self,
        host: &str,
        called: &str,
        by: AccountId,
        key: Option<&IdempotencyKey>,
    ) -> Result<Name, StoreError> {
        let mut name = Name { host: host.to_owned(), id: called.to_owned() };
        for number in 2_usize.. {
            if !RESERVED.contains(&name.id.as_str()) {
                let made = match key {
                    Some(key) => self.store.was_used(&stream::<T>(&name)?, key, by).await?,
                    None => false,
                };
                if made || self.get(&name).is_none() {
                    break;
                }
            }
            name.id = format!("{called}-{number}");
        }
        Ok(name)
    }

    /// Takes in what has happened since.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub(crate) async fn catch_up(&self) -> Result<(), StoreError> {
        let prefix = format!("{}/", T::KIND);
        let mut taken = self.taken.lock().await;
        loop {
            let (events, until) = self.store.since_of(&prefix, *taken, BATCH).await?;
            if until == *taken {
                return Ok(());
            }
            for event in &events {
                if let Some((host, id)) =
                    event.stream.as_str().strip_prefix(&prefix).and_then(|rest| rest.split_once('/'))
                {
                    self.take(Name { host: host.to_owned(), id: id.to_owned() }, event);
                }
            }
            *taken = until;
        }
    }

    fn take(&self, name: Name, event: &store::Event) {
        let mut damaged = self.damaged.write().unwrap_or_else(PoisonError::into_inner);
        if damaged.contains(&name) {
            return;
        }
        let mut things = self.things.write().unwrap_or_else(PoisonError::into_inner);
        match serde_json::from_str::<T::Event>(event.body.text().unwrap_or_default()) {
            Ok(read) => {
                let by = Officer::new(event.by.map(|by| by.to_string()).unwrap_or_default());
                let standing = Arc::make_mut(things.entry(name).or_default());
                standing.version = event.version.0;
                standing.thing.take(&read, &by, event.at);
            }
            Err(error) => {
                tracing::error!(%error, stream = %event.stream, "an event cannot be read; what it belongs to is not shown");
                things.remove(&name);
                damaged.insert(name);
            }
        }
    }

    /// Decides on the newest state, and keeps what follows. The same form sent twice is done once.
    ///
    /// # Errors
    /// Why it was not done. Nothing is kept then, except perhaps after the database went away in the middle: the same
    /// form can then be sent again.
    pub(crate) async fn act<E, F: Into<Follows<T>>>(
        &self,
        writing: Writing<'_>,
        decide: impl Fn(&T) -> Result<F, E>,
    ) -> Result<Arc<Standing<T>>, BoardError<E>> {
        let Writing { name, by, at, key } = writing;
        let stream = stream::<T>(name)?;
        for _ in 0..TURNS {
            self.catch_up().await?;
            if self.damaged.read().unwrap_or_else(PoisonError::into_inner).contains(name) {
                return Err(StoreError::Corrupt(format!("{stream} holds an event that cannot be read")).into());
            }
            let standing = self.get(name).unwrap_or_default();
            if let (Some(key), Some(by)) = (key, by)
                && self.store.was_used(&stream, key, by).await?
            {
                return Ok(standing);
            }
            let Follows { events, mail } = decide(&standing.thing).map_err(BoardError::Refused)?.into();
            if events.is_empty() {
                return Ok(standing);
            }
            let append = Append {
                stream: &stream,
                expected_version: Version(standing.version),
                by: by.as_ref(),
                at,
                events: events.iter().map(written::<T>).collect::<Result<_, _>>()?,
                index: None,
                mail,
                key: key.cloned(),
                form: None,
            };
            match self.store.append(append).await {
                Ok(_) => {
                    self.catch_up().await?;
                    return Ok(self.get(name).unwrap_or_default());
                }
                Err(AppendError::Conflict { .. }) => {}
                Err(AppendError::Store(error)) => return Err(error.into()),
                Err(AppendError::KeyReused) => {
                    let words = "the form was sent before with other words".to_owned();
                    return Err(StoreError::Invalid(words).into());
                }
            }
        }
        Err(BoardError::Busy)
    }
}

fn stream<T: Run>(name: &Name) -> Result<StreamId, StoreError> {
    format!("{}/{}/{}", T::KIND, name.host, name.id).parse()
}

fn written<T: Run>(event: &T::Event) -> Result<NewEvent, StoreError> {
    if let Some(why) = unreadable::<T>(event) {
        return Err(StoreError::Invalid(format!("what was written would not read back as it is: {why}")));
    }
    let value = serde_json::to_value(event).map_err(|error| StoreError::Invalid(error.to_string()))?;
    let kind = value.get("event").and_then(|kind| kind.as_str()).unwrap_or_default().to_owned();
    Ok(NewEvent { kind, body: value.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::{Deserialize, Serialize};
    use store::Location;

    /// A thing of the tests: words, said one after another.
    #[derive(Clone, Default)]
    struct Talk(Vec<String>);

    #[derive(PartialEq, Serialize, Deserialize)]
    #[serde(tag = "event", rename_all = "snake_case")]
    enum Said {
        Word { word: String },
    }

    impl Run for Talk {
        const KIND: &'static str = "talk";
        type Event = Said;

        fn take(&mut self, event: &Said, _: &Officer, _: Timestamp) {
            let Said::Word { word } = event;
            self.0.push(word.clone());
        }
    }

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    async fn store() -> (Store, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        (Store::open(&Location::in_folder(folder.path())).await.unwrap(), folder)
    }

    async fn say(board: &Board<Talk>, name: &Name, word: &str) -> Vec<String> {
        let writing = Writing { name, by: None, at: NOW, key: None };
        let word = || Said::Word { word: word.to_owned() };
        let decided = board.act(writing, |_| Ok::<_, Infallible>(vec![word()])).await;
        decided.unwrap().thing.0.clone()
    }

    #[tokio::test]
    async fn two_nodes_show_the_same() {
        let (store, _folder) = store().await;
        let (here, there) = (Board::open(store.clone()).await.unwrap(), Board::open(store).await.unwrap());
        let name = Name { host: "borsetshire".to_owned(), id: "first".to_owned() };
        assert_eq!(say(&here, &name, "one").await, ["one"]);
        assert_eq!(say(&there, &name, "two").await, ["one", "two"]);
        here.catch_up().await.unwrap();
        assert_eq!(here.get(&name).unwrap().thing.0, ["one", "two"]);
        assert_eq!(here.of("borsetshire").len(), 1);
        assert!(here.of("borset").is_empty() && here.of("borsetshirf").is_empty());
    }

    #[tokio::test]
    async fn a_refusal_writes_nothing() {
        let (store, _folder) = store().await;
        let board: Board<Talk> = Board::open(store).await.unwrap();
        let name = Name { host: "borsetshire".to_owned(), id: "first".to_owned() };
        let writing = Writing { name: &name, by: None, at: NOW, key: None };
        let refused = board.act(writing, |_| Err::<Vec<Said>, _>("not now")).await;
        assert!(matches!(refused, Err(BoardError::Refused("not now"))));
        assert!(board.get(&name).is_none());
    }

    #[tokio::test]
    async fn a_thing_with_an_event_nobody_knows_is_set_aside() {
        let (store, _folder) = store().await;
        let board: Board<Talk> = Board::open(store.clone()).await.unwrap();
        let [good, bad] = ["good", "bad"].map(|id| Name { host: "borsetshire".to_owned(), id: id.to_owned() });
        say(&board, &good, "one").await;
        let stream: StreamId = "talk/borsetshire/bad".parse().unwrap();
        let event = NewEvent { kind: "sung".to_owned(), body: r#"{"event":"sung"}"#.to_owned() };
        let append = Append {
            stream: &stream,
            expected_version: Version::NONE,
            by: None,
            at: NOW,
            events: vec![event],
            index: None,
            mail: Vec::new(),
            key: None,
            form: None,
        };
        store.append(append).await.unwrap();
        let writing = Writing { name: &bad, by: None, at: NOW, key: None };
        let tried = board.act(writing, |_| Ok::<_, Infallible>(Vec::new())).await;
        assert!(matches!(tried, Err(BoardError::Store(StoreError::Corrupt(_)))));
        assert!(board.get(&bad).is_none());
        assert_eq!(say(&board, &good, "two").await, ["one", "two"]);
    }
}
