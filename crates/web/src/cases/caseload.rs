//! Every case, kept in memory and in the database: every node folds the same events, so that lists and clocks are there
//! at once. What a case holds is sealed in the database; here it is open only while the program runs.

use casework::practice::Effect;
use casework::{Case, Doing, Event, Happened, Practice, Refusal, Value, decide, retention};
use jiff::Timestamp;
use jiff::civil::Date;
use law::Day;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError, RwLock};
use store::{
    AccountId, Append, AppendError, Appended, Damaged, FileId, IdempotencyKey, IndexWord, NewEvent, NewFile, NewMail,
    Position, Store, StoreError, StreamId, Version,
};
use thiserror::Error;
use tokio::sync::Mutex;

/// How often acts are decided again because somebody else wrote in between.
const TURNS: usize = 8;
/// How many events are fetched at once.
const BATCH: usize = 500;

/// Where a case is kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct CaseId {
    /// The council's name in addresses.
    pub council: String,
    /// The case's own name.
    pub case: String,
}

impl CaseId {
    /// A new case at a council.
    ///
    /// # Errors
    /// Where the machine gives no random numbers.
    pub(crate) fn fresh(council: &str) -> Result<CaseId, StoreError> {
        let mut bytes = [0_u8; 12];
        getrandom::fill(&mut bytes).map_err(|_| StoreError::Invalid("no random numbers".to_owned()))?;
        let case = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(CaseId { council: council.to_owned(), case })
    }

    /// The case that a form without an account begins: the same for the same form, so that it is begun once.
    ///
    /// # Errors
    /// Where the machine gives no random numbers for a form without a key.
    pub(crate) fn of_form(council: &str, key: &str) -> Result<CaseId, StoreError> {
        if key.len() < 16 {
            return CaseId::fresh(council);
        }
        let digest = Sha256::digest(format!("{council} {key}"));
        let case = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        Ok(CaseId { council: council.to_owned(), case })
    }

    pub(crate) fn of(stream: &StreamId) -> Option<CaseId> {
        let (council, case) = stream.as_str().strip_prefix("case/")?.split_once('/')?;
        Some(CaseId { council: council.to_owned(), case: case.to_owned() })
    }

    /// The stream of its events.
    ///
    /// # Errors
    /// Where the names cannot be part of a stream's name.
    pub(crate) fn stream(&self) -> Result<StreamId, StoreError> {
        format!("case/{}/{}", self.council, self.case).parse()
    }
}

/// Every case, and the database behind them.
pub struct Caseload {
    store: Store,
    practice: Arc<Practice>,
    cases: RwLock<BTreeMap<CaseId, Arc<Case>>>,
    /// Cases of which an event cannot be read. Nothing is shown or done in them until that is mended.
    damaged: RwLock<BTreeSet<CaseId>>,
    /// Up to where events were taken in. Held while more are.
    taken: Mutex<Position>,
}

/// Why something was not done in a case.
#[derive(Debug, Error)]
pub(crate) enum CaseError {
    /// It may not be.
    #[error("{0}")]
    Refused(Box<Refusal>),
    /// The database could not keep it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Others wrote so often in between that it was never its turn.
    #[error("others are writing at this moment; try again")]
    Busy,
}

/// Some acts, done together or not at all. Each is made from the case as the ones before it leave it.
pub(crate) struct Acts<'a> {
    /// The case.
    pub id: &'a CaseId,
    /// What is to be done.
    pub doing: Vec<Make<'a>>,
    /// By whom: none for a carer, who has no account.
    pub account: Option<AccountId>,
    /// The moment.
    pub at: Timestamp,
    /// The day.
    pub today: Date,
    /// The law on that day.
    pub day: &'a Day,
    /// What the council is called in letters.
    pub council: &'a str,
    /// The key of the form.
    pub key: Option<IdempotencyKey>,
    /// The file that is handed in with them: it is kept with what they bring about, or not at all.
    pub file: Option<&'a NewPaper>,
}

/// A file that was looked at and can be kept.
pub(crate) struct NewPaper {
    /// Under which id the form speaks of it.
    pub id: FileId,
    /// What it is called.
    pub name: String,
    /// What kind it is.
    pub kind: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// An act, made from the case as it then stands.
pub(crate) type Make<'a> = Box<dyn Fn(&Case) -> Result<Doing, Refusal> + Send + Sync + 'a>;

impl Caseload {
    /// Takes in everything that has happened.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn open(store: Store, practice: Arc<Practice>) -> Result<Caseload, StoreError> {
        let (cases, damaged, taken) = (RwLock::default(), RwLock::default(), Mutex::new(Position::START));
        let caseload = Caseload { store, practice, cases, damaged, taken };
        caseload.catch_up().await?;
        Ok(caseload)
    }

    /// The database.
    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    /// How casework is done.
    pub(crate) fn practice(&self) -> &Practice {
        &self.practice
    }

    /// A case.
    pub(crate) fn case(&self, id: &CaseId) -> Option<Arc<Case>> {
        self.cases.read().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }

    /// Every case of a council.
    pub(crate) fn cases(&self, council: &str) -> Vec<(CaseId, Arc<Case>)> {
        let cases = self.cases.read().unwrap_or_else(PoisonError::into_inner);
        let of_council = cases.iter().filter(|(id, _)| id.council == council);
        of_council.map(|(id, case)| (id.clone(), case.clone())).collect()
    }

    /// What happened in a case, in order.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub(crate) async fn events(&self, id: &CaseId) -> Result<Vec<Happened>, StoreError> {
        self.store
            .read(&id.stream()?, Version::NONE)
            .await?
            .iter()
            .filter_map(|event| happened(event).transpose())
            .collect()
    }

    /// How many cases of a council cannot be read.
    pub(crate) fn damaged(&self, council: &str) -> usize {
        let damaged = self.damaged.read().unwrap_or_else(PoisonError::into_inner);
        damaged.iter().filter(|id| id.council == council).count()
    }

    /// Takes in what has happened since. A case of which something cannot be read is set aside, and the others go on.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn catch_up(&self) -> Result<(), StoreError> {
        let mut taken = self.taken.lock().await;
        loop {
            let (events, until) = self.store.cases_since(*taken, BATCH).await?;
            let is_all = events.len() < BATCH;
            for event in events {
                self.take(event);
            }
            *taken = until;
            if is_all {
                return Ok(());
            }
        }
    }

    fn take(&self, event: Result<store::Event, Damaged>) {
        let told = match event {
            Ok(event) => {
                happened(&event).map(|told| (event.stream.clone(), told)).map_err(|error| (event.stream, error))
            }
            Err(damaged) => match damaged.stream.parse() {
                Ok(stream) => Err((stream, damaged.error)),
                Err(error) => {
                    tracing::error!(%error, "an event of a case cannot be read, nor of which");
                    return;
                }
            },
        };
        let mut damaged = self.damaged.write().unwrap_or_else(PoisonError::into_inner);
        let mut cases = self.cases.write().unwrap_or_else(PoisonError::into_inner);
        match told {
            Err((stream, error)) => {
                let Some(id) = CaseId::of(&stream) else { return };
                tracing::error!(%error, "a case cannot be read: it is set aside");
                cases.remove(&id);
                damaged.insert(id);
            }
            Ok((stream, told)) => {
                let Some(id) = CaseId::of(&stream) else { return };
                let Some(happened) = told else {
                    // Its key was destroyed: nothing of it can be read any more, nor is there anything to mend.
                    cases.remove(&id);
                    damaged.remove(&id);
                    return;
                };
                if damaged.contains(&id) {
                    return;
                }
                let case = cases.entry(id).or_default();
                if case.version < happened.version {
                    Arc::make_mut(case).take(&self.practice, &happened);
                }
            }
        }
    }

    /// Does acts: decides them on the newest state, and keeps what follows with the messages that say so. The same form
    /// sent twice is done once.
    ///
    /// # Errors
    /// Why nothing was done.
    pub(crate) async fn act(
        &self,
        acts: Acts<'_>,
        mail: impl Fn(&Case, &[Event]) -> Vec<NewMail>,
    ) -> Result<(), CaseError> {
        let stream = acts.id.stream()?;
        for _ in 0..TURNS {
            // What this node knows is new enough: where it is not, the append is refused, and decided again on what is.
            let before = self.case(acts.id).unwrap_or_default();
            let (case, events) = match self.decided(&acts, &before) {
                Ok(decided) => decided,
                Err(refusal) if self.is_behind(acts.id, &before).await? => {
                    tracing::debug!(%refusal, "decided again on a newer state");
                    continue;
                }
                Err(_) if self.was_done(&stream, &acts).await? => return Ok(()),
                Err(refusal) => return Err(CaseError::Refused(Box::new(refusal))),
            };
            let append = Append {
                stream: &stream,
                expected_version: Version(i64::try_from(before.version).unwrap_or(i64::MAX)),
                by: acts.account.as_ref(),
                at: acts.at,
                events: events.iter().map(written).collect::<Result<_, _>>()?,
                mail: mail(&case, &events),
                key: acts.key.clone(),
                index: words(&case, &before),
            };
            let kept = match events.iter().find(|event| self.is_end(event)) {
                Some(event) => self.destroy(&acts, &before, append.stream, event).await.map(|()| None),
                None => self.append(&acts, append).await.map(Some),
            };
            match kept {
                Ok(Some(kept)) => return Ok(self.put(acts.id, case, events.len(), &kept).await?),
                Ok(None) => return Ok(self.catch_up().await?),
                Err(AppendError::Conflict { .. }) if self.was_done(&stream, &acts).await? => return Ok(()),
                Err(AppendError::Conflict { .. }) => self.catch_up().await?,
                Err(AppendError::Store(error)) => return Err(error.into()),
                Err(AppendError::KeyReused) if self.was_done(&stream, &acts).await? => return Ok(()),
                Err(AppendError::KeyReused) => {
                    return Err(StoreError::Invalid("the form was sent before with other words".into()).into());
                }
            }
        }
        Err(CaseError::Busy)
    }

    /// Keeps what acts brought about, and the file that came with them.
    async fn append(&self, acts: &Acts<'_>, append: Append<'_>) -> Result<Appended, AppendError> {
        let file = acts.file.map(|paper| {
            let (name, media_type) = (paper.name.as_str(), paper.kind);
            (paper.id, NewFile { name, media_type, bytes: &paper.bytes, by: acts.account, at: acts.at })
        });
        self.store.append_with(append, file.as_ref().map(|(id, file)| (*id, file))).await
    }

    /// Takes in a case as an append left it. Where nothing else happened meanwhile, the database need not be asked.
    async fn put(&self, id: &CaseId, case: Case, count: usize, kept: &Appended) -> Result<(), StoreError> {
        let mut taken = self.taken.lock().await;
        let is_next = usize::try_from(kept.position.0 - taken.0) == Ok(count);
        if is_next && i64::try_from(case.version) == Ok(kept.version.0) {
            self.cases.write().unwrap_or_else(PoisonError::into_inner).insert(id.clone(), Arc::new(case));
            *taken = kept.position;
        }
        let is_behind = *taken < kept.position;
        drop(taken);
        if is_behind { self.catch_up().await } else { Ok(()) }
    }

    /// The case after the acts, and what is to be kept.
    fn decided(&self, acts: &Acts<'_>, before: &Case) -> Result<(Case, Vec<Event>), Refusal> {
        let (mut case, mut events) = (before.clone(), Vec::new());
        for make in &acts.doing {
            let doing = make(&case)?;
            let event = decide(&case, &self.practice, acts.day, acts.council, &doing, acts.today)?;
            case.take(&self.practice, &Happened { version: case.version + 1, at: acts.at, event: event.clone() });
            events.push(event);
        }
        Ok((case, events))
    }

    /// Whether a case had moved on, somewhere else, from how this node saw it.
    async fn is_behind(&self, id: &CaseId, before: &Case) -> Result<bool, StoreError> {
        self.catch_up().await?;
        Ok(self.case(id).map_or(0, |case| case.version) != before.version)
    }

    /// Whether the same form was sent before, and done.
    async fn was_done(&self, stream: &StreamId, acts: &Acts<'_>) -> Result<bool, StoreError> {
        match (&acts.key, acts.account) {
            (Some(key), Some(account)) => self.store.was_used(stream, key, account).await,
            _ => Ok(false),
        }
    }

    /// Whether an act destroys its case.
    fn is_end(&self, event: &Event) -> bool {
        self.practice.act(&event.act).is_some_and(|act| act.effect == Some(Effect::Destroys))
    }

    /// Destroys a case as it was when that was decided. What is kept of it is who, when, by which rules and why.
    async fn destroy(&self, acts: &Acts<'_>, case: &Case, stream: &StreamId, event: &Event) -> Result<(), AppendError> {
        let reason = event.values.get("destroyed_because").and_then(Value::text).unwrap_or_default();
        let why = retention::tombstone(case, &self.practice, acts.today, reason);
        let version = Version(i64::try_from(case.version).unwrap_or(i64::MAX));
        self.store.destroy_vault(stream, version, acts.account, acts.at, &why).await.map(|_| ())
    }
}

/// The words by which a case is found, where they changed: the names in it and its reference.
fn words(case: &Case, before: &Case) -> Option<Vec<IndexWord>> {
    let of = |case: &Case| {
        let names = case.people.iter().flat_map(|person| IndexWord::each(&person.name));
        names.chain(IndexWord::whole(&case.reference)).collect::<Vec<_>>()
    };
    let now = of(case);
    (now != of(before)).then_some(now)
}

fn written(event: &Event) -> Result<NewEvent, StoreError> {
    let body = serde_json::to_string(event).map_err(unreadable)?;
    // What could not be read back would stop every node.
    if serde_json::from_str::<Event>(&body).ok().as_ref() != Some(event) {
        return Err(StoreError::Invalid("what was written would not read back as it is".into()));
    }
    Ok(NewEvent { kind: event.act.clone(), body })
}

/// An event as it was written; none where the case was destroyed.
fn happened(event: &store::Event) -> Result<Option<Happened>, StoreError> {
    let Some(body) = event.body.text() else { return Ok(None) };
    Ok(Some(Happened {
        version: u64::try_from(event.version.0).unwrap_or_default(),
        at: event.at,
        event: serde_json::from_str(body).map_err(unreadable)?,
    }))
}

/// What cannot be read is told by its place alone: the words of the error may be words of the case.
fn unreadable(error: serde_json::Error) -> StoreError {
    let (line, column) = (error.line(), error.column());
    StoreError::Corrupt(format!("an event of a case is not one this version knows, at line {line}, column {column}"))
}
