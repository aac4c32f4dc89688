//! What councils are writing and have published, kept in memory and in the database: every node folds the same events,
//! so that pages are served from memory and go on being served when the database is away.

use crate::account::{Deed, Reach, is_own, reach};
use jiff::Timestamp;
use jiff::civil::Date;
use law::Law;
use offer::place::Places;
use offer::publish::{Act, Desk, Edition, Event, Happened, InForce, Officer, Refusal, decide};
use offer::{Difference, Offer, Offers, Record, What, differences};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use store::{
    AccountId, Append, AppendError, Grant, IdempotencyKey, NewEvent, NewMail, Position, Store, StoreError, StreamId,
    Version,
};
use thiserror::Error;
use tokio::sync::Mutex;

/// The kind of stream an offer's events are in.
const KIND: &str = "offer";
/// How often an act is decided again because somebody else wrote in between.
const TURNS: usize = 8;
/// How many events are fetched at once.
const BATCH: usize = 500;

/// Every council's desk, and the database behind them.
pub struct Keeper {
    store: Store,
    desks: RwLock<BTreeMap<String, Arc<Desk>>>,
    /// Offers as they were read from editions, by the edition's digest.
    read: RwLock<BTreeMap<String, Arc<Offer>>>,
    /// What each edition changed, by council and number, counted once.
    tallies: RwLock<BTreeMap<(String, u32), Tally>>,
    /// Up to where events were taken in. Held while more are.
    taken: Mutex<Position>,
    /// Whether an edition was published or withdrawn since that was last asked.
    news: AtomicBool,
}

/// Why an act was not done.
#[derive(Debug, Error)]
pub enum ActError {
    /// The act may not be.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Somebody without the role for it tried.
    #[error("your role does not cover this")]
    NotYours,
    /// An offer would stand in the place of another council's.
    #[error("that is the code of another council; ask whoever runs this site")]
    AnotherCouncil,
    /// The council has no desk here.
    #[error("no offer was begun for this council")]
    NoDesk,
    /// The database could not keep it.
    #[error(transparent)]
    Store(StoreError),
    /// Others wrote so often in between that it was never its turn.
    #[error("others are writing at this moment; try again")]
    Busy,
}

/// An act, by whom, when.
pub struct Doing<'a> {
    /// The council's name in addresses.
    pub council: &'a str,
    /// What is to be done.
    pub act: Act,
    /// By whom.
    pub by: AccountId,
    /// What they may do.
    pub grants: &'a [Grant],
    /// The moment.
    pub at: Timestamp,
    /// The day.
    pub today: Date,
    /// The law.
    pub law: &'a Law,
    /// The key of the form.
    pub key: Option<IdempotencyKey>,
    /// Letters that go out because of it.
    pub mail: Vec<NewMail>,
}

impl Keeper {
    /// Takes in everything that has happened.
    ///
    /// # Errors
    /// Where the database cannot be read, or holds an event that this version does not know.
    pub async fn open(store: Store) -> Result<Keeper, StoreError> {
        let taken = Mutex::new(Position::START);
        let (desks, read, tallies) = Default::default();
        let keeper = Keeper { store, desks, read, tallies, taken, news: AtomicBool::new(false) };
        keeper.catch_up().await?;
        Ok(keeper)
    }

    /// The database.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The desk of a council, where its offer was begun here.
    pub fn desk(&self, council: &str) -> Option<Arc<Desk>> {
        self.desks.read().unwrap_or_else(PoisonError::into_inner).get(council).cloned()
    }

    /// Every desk, by the council's name in addresses.
    pub fn desks(&self) -> Vec<(String, Arc<Desk>)> {
        let desks = self.desks.read().unwrap_or_else(PoisonError::into_inner);
        desks.iter().map(|(council, desk)| (council.clone(), desk.clone())).collect()
    }

    /// Whether an edition was published or withdrawn since this was last asked, whoever took it in.
    pub fn has_news(&self) -> bool {
        self.news.swap(false, Ordering::AcqRel)
    }

    /// Takes in what has happened since.
    ///
    /// # Errors
    /// Where the database cannot be read, or holds an event that this version does not know.
    pub async fn catch_up(&self) -> Result<(), StoreError> {
        let mut taken = self.taken.lock().await;
        loop {
            let (events, until) = self.store.since_of("offer/", *taken, BATCH).await?;
            if until == *taken {
                return Ok(());
            }
            for event in events {
                let Some(council) = event.stream.as_str().strip_prefix("offer/") else { continue };
                let happened = happened(&event)?;
                let is_news = matches!(happened.event, Event::EditionPublished { .. } | Event::EditionWithdrawn { .. });
                let mut desks = self.desks.write().unwrap_or_else(PoisonError::into_inner);
                let desk = desks.entry(council.to_owned()).or_default();
                if desk.version < happened.version {
                    Arc::make_mut(desk).take(&happened);
                }
                self.news.fetch_or(is_news, Ordering::AcqRel);
            }
            *taken = until;
        }
    }

    /// Does an act: decides it on the newest state, and keeps what follows. The same form sent twice is done once.
    ///
    /// # Errors
    /// Why it was not done. Nothing is kept then, except perhaps after the database went away in the middle: the same
    /// form can then be sent again.
    pub async fn act(&self, doing: Doing<'_>) -> Result<Arc<Desk>, ActError> {
        let stream: StreamId = format!("{KIND}/{}", doing.council).parse().map_err(ActError::Store)?;
        let who = Officer::new(doing.by.to_string());
        for _ in 0..TURNS {
            self.catch_up().await.map_err(ActError::Store)?;
            if let Some(key) = &doing.key
                && self.store.was_used(&stream, key, doing.by).await.map_err(ActError::Store)?
            {
                return self.desk(doing.council).ok_or(ActError::NoDesk);
            }
            let deed = Deed::of(&doing.act);
            let desk = match self.desk(doing.council) {
                Some(desk) => desk,
                None if founds(&doing) => Arc::default(),
                None => return Err(ActError::NoDesk),
            };
            match reach(doing.grants, deed, Some(doing.council)) {
                Reach::All => {}
                Reach::Own if is_own(&desk, &doing.act, &who) => {}
                _ if desk.version == 0 && founds(&doing) => {}
                _ => return Err(ActError::NotYours),
            }
            if claims_another(&doing) {
                return Err(ActError::AnotherCouncil);
            }
            let events = decide(&desk, &doing.act, &who, doing.today, doing.law)?;
            if events.is_empty() {
                return Ok(desk);
            }
            match self.store.append(append(&doing, &stream, &desk, &events)?).await {
                Ok(_) => {
                    self.catch_up().await.map_err(ActError::Store)?;
                    return self.desk(doing.council).ok_or(ActError::NoDesk);
                }
                Err(AppendError::Conflict { .. }) => {}
                Err(AppendError::Store(error)) => return Err(ActError::Store(error)),
                Err(AppendError::KeyReused) => {
                    return Err(ActError::Store(StoreError::Invalid(
                        "the form was sent before with other words".into(),
                    )));
                }
            }
        }
        Err(ActError::Busy)
    }

    /// The offers as the public sees them on a day: those given, with every council that publishes here in its place.
    pub fn public(&self, given: &Offers, day: Date, law: &Law) -> Offers {
        let mut offers = given.clone();
        for (council, desk) in self.desks() {
            match desk.in_force(day) {
                InForce::Nothing => {}
                // What was withdrawn is not what the council offers; the page of the edition says why.
                InForce::Withdrawn(..) => offers.remove(&council),
                InForce::Edition(edition) => offers.put(self.offer(edition, law)),
            }
        }
        offers
    }

    /// What an edition changed against the one before. Neither ever changes again, so it is counted once.
    pub(crate) fn tally(&self, council: &str, desk: &Desk, edition: &Edition) -> Tally {
        let key = (council.to_owned(), edition.number);
        if let Some(known) = self.tallies.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return *known;
        }
        let before = edition.number.checked_sub(1).and_then(|number| desk.edition(number));
        let before = before.map(Edition::records).unwrap_or_default();
        let tally = Tally::of(&differences(&before, &edition.records()));
        self.tallies.write().unwrap_or_else(PoisonError::into_inner).insert(key, tally);
        tally
    }

    /// The offer an edition holds, read once.
    pub(crate) fn offer(&self, edition: &Edition, law: &Law) -> Arc<Offer> {
        let digest = edition.digest.to_string();
        if let Some(known) = self.read.read().unwrap_or_else(PoisonError::into_inner).get(&digest) {
            return known.clone();
        }
        let (offer, faults) = edition.offer(law);
        for fault in &faults {
            tracing::warn!(%fault, edition = edition.number, "an edition says what the law no longer knows");
        }
        let offer = Arc::new(offer);
        self.read.write().unwrap_or_else(PoisonError::into_inner).insert(digest, offer.clone());
        offer
    }
}

/// How many records an edition added, changed and took out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub added: usize,
    pub changed: usize,
    pub removed: usize,
}

impl Tally {
    fn of(changes: &[Difference]) -> Tally {
        let count = |is: fn(&What) -> bool| changes.iter().filter(|change| is(&change.what)).count();
        Tally {
            added: count(|what| matches!(what, What::Added)),
            changed: count(|what| matches!(what, What::Changed(_))),
            removed: count(|what| matches!(what, What::Removed)),
        }
    }
}

/// Whether an act begins a council's offer: the head is written by somebody who may.
fn founds(doing: &Doing) -> bool {
    let is_head = matches!(&doing.act, Act::Save { record, seen: None }
        if record.id().kind == "offer" && record.id().id == doing.council);
    is_head && reach(doing.grants, Deed::Found, None) == Reach::All
}

/// Whether an act would give the offer the code of a council in the register that is not this one. Whose answers a
/// family is shown goes by that code.
fn claims_another(doing: &Doing) -> bool {
    let heads: Vec<&Record> = match &doing.act {
        Act::Save { record, .. } => vec![record],
        Act::Import { records, .. } => records.iter().collect(),
        _ => Vec::new(),
    };
    let codes =
        heads.into_iter().filter(|record| record.id().kind == "offer").flat_map(|head| head.values("authority"));
    let mut known = codes.filter_map(|code| Places::embedded().council_of_code(code.trim()));
    known.any(|council| council.slug != doing.council)
}

fn append<'a>(doing: &'a Doing, stream: &'a StreamId, desk: &Desk, events: &[Event]) -> Result<Append<'a>, ActError> {
    let written = events.iter().map(|event| {
        let value = serde_json::to_value(event).map_err(unreadable)?;
        // What could not be read back would stop every node.
        if serde_json::from_value::<Event>(value.clone()).ok().as_ref() != Some(event) {
            return Err(StoreError::Invalid("what was written would not read back as it is".into()));
        }
        let kind = value.get("event").and_then(|kind| kind.as_str()).unwrap_or_default().to_owned();
        Ok(NewEvent { kind, body: value.to_string() })
    });
    Ok(Append {
        stream,
        expected_version: Version(i64::try_from(desk.version).unwrap_or(i64::MAX)),
        by: Some(&doing.by),
        at: doing.at,
        events: written.collect::<Result<_, StoreError>>().map_err(ActError::Store)?,
        index: None,
        mail: doing.mail.clone(),
        key: doing.key.clone(),
        form: None,
    })
}

fn happened(event: &store::Event) -> Result<Happened, StoreError> {
    Ok(Happened {
        version: u64::try_from(event.version.0).unwrap_or_default(),
        by: Officer::new(event.by.map(|by| by.to_string()).unwrap_or_default()),
        at: event.at,
        event: serde_json::from_str(event.body.text().unwrap_or_default()).map_err(unreadable)?,
    })
}

fn unreadable(error: serde_json::Error) -> StoreError {
    StoreError::Corrupt(format!("an event of an offer is not one this version knows: {error}"))
}
