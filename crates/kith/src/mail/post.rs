//! Posting messages as they come due, a few at a time: lent, marked, handed over, told.

use super::Sender;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use std::time::Duration;
use store::{Mail, Outcome, Store, StoreError};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

/// How often messages are looked for.
const EVERY: Duration = Duration::from_secs(2);
/// How many messages are lent at once.
const BAG: usize = 200;
/// How many are marked and handed over at once: no more are unsure when this program is killed.
const LOT: usize = 20;
/// For how many people at once an update is put into the outbox.
const SPREAD: usize = 1000;
/// How often it is tried to keep how messages went, a second apart, before they are left unsure.
const TELLINGS: usize = 30;
/// How long after a message was handed over it is asked what became of it. Until then the answer may still come.
const ASK_AFTER: SignedDuration = SignedDuration::from_mins(5);
/// How long it is stopped where the way out is busy.
const BUSY: SignedDuration = SignedDuration::from_secs(5);

/// What posts messages.
#[derive(Clone)]
pub(crate) struct Posting {
    store: Store,
    sender: Arc<Sender>,
    stop: watch::Receiver<bool>,
}

/// Posting that goes on beside serving.
pub(crate) struct Post {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Post {
    /// Begins.
    pub(crate) fn begin(store: Store, sender: Sender) -> Post {
        let (stop, stopped) = watch::channel(false);
        let mut posting = Posting { store, sender: Arc::new(sender), stop: stopped };
        let task = tokio::spawn(async move {
            while !posting.is_stopped() {
                match posting.round().await {
                    Ok(0) => posting.wait(EVERY).await,
                    Ok(_) => {}
                    Err(error) => {
                        tracing::warn!(%error, "messages could not be fetched");
                        posting.wait(EVERY).await;
                    }
                }
            }
        });
        Post { stop, task }
    }

    /// Ends once what is being handed over is done, so that none of it is left unsure.
    pub(crate) async fn end(self) {
        let _ = self.stop.send(true);
        let _ = self.task.await;
    }
}

impl Posting {
    /// What posts until all that is due is sent.
    pub(crate) fn once(store: Store, sender: Sender) -> Posting {
        Posting { store, sender: Arc::new(sender), stop: watch::channel(false).1 }
    }

    fn is_stopped(&self) -> bool {
        *self.stop.borrow()
    }

    async fn wait(&mut self, time: Duration) {
        // It ends early when it is told to stop; where nobody can tell it any more, only time ends it.
        let stop = self.stop.clone();
        let told = async move {
            let mut stop = stop;
            if stop.wait_for(|stop| *stop).await.is_err() {
                std::future::pending::<()>().await;
            }
        };
        let _ = tokio::time::timeout(time, told).await;
    }

    /// Asks about what is unsure, puts updates into the outbox and posts what is due; how many messages were looked at.
    pub(crate) async fn round(&mut self) -> Result<usize, StoreError> {
        self.ask().await?;
        let spread = self.store.bulletin_spread(Timestamp::now(), SPREAD).await?.unwrap_or(0);
        let bag = self.store.due(Timestamp::now(), BAG).await?;
        for lot in bag.chunks(LOT) {
            if self.is_stopped() {
                // Another node need not wait for what was only lent.
                let back: Vec<_> =
                    lot.iter().map(|mail| (mail.clone(), Outcome::Busy { at: Timestamp::now() })).collect();
                self.store.settle(&back, Timestamp::now()).await?;
                continue;
            }
            self.post(lot).await?;
        }
        Ok(spread + bag.len())
    }

    /// Hands a lot over, and keeps how each went.
    async fn post(&mut self, lot: &[Mail]) -> Result<(), StoreError> {
        let now = Timestamp::now();
        if let Err(why) = self.sender.ready().await {
            tracing::warn!(%why, "messages cannot be handed over");
            let told = lot.iter().map(|mail| (mail.clone(), super::later(mail, now, why.clone()))).collect();
            return self.tell(told).await;
        }
        let marked = self.store.hand_over(lot, self.sender.name(), now).await?;
        let mut under_way = JoinSet::new();
        for mail in lot.iter().filter(|mail| marked.contains(&mail.id)).cloned() {
            let sender = self.sender.clone();
            under_way.spawn(async move {
                let outcome = sender.send(&mail, Timestamp::now()).await;
                (mail, outcome)
            });
        }
        let mut told = Vec::with_capacity(lot.len());
        while let Some(done) = under_way.join_next().await {
            // One that falls over leaves its message marked, and so unsure.
            let Ok((mail, outcome)) = done else { continue };
            match &outcome {
                Outcome::Sent | Outcome::Busy { .. } => {}
                Outcome::Later { why, .. } | Outcome::Refused { why, .. } => {
                    tracing::warn!(%why, "a message could not be sent");
                }
                Outcome::Unsure { why } => tracing::warn!(%why, "nobody knows whether a message went out"),
            }
            told.push((mail, outcome));
        }
        let busy = told.iter().any(|(_, outcome)| matches!(outcome, Outcome::Busy { .. }));
        self.tell(told).await?;
        if busy {
            self.wait(Duration::try_from(BUSY).unwrap_or_default()).await;
        }
        Ok(())
    }

    /// Keeps how messages went, waiting for the database where it must.
    async fn tell(&self, told: Vec<(Mail, Outcome)>) -> Result<(), StoreError> {
        for turn in 0.. {
            match self.store.settle(&told, Timestamp::now()).await {
                Ok(_) => break,
                Err(error) if error.is_passing() && turn < TELLINGS => {
                    tracing::warn!(%error, "how messages went could not be kept; it is tried again");
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Asks the service that sends what became of what is unsure, where it can be asked.
    async fn ask(&self) -> Result<(), StoreError> {
        let now = Timestamp::now();
        for unsure in self.store.unsure(BAG).await? {
            if unsure.handed + ASK_AFTER > now {
                continue;
            }
            match self.sender.was_taken(&unsure, now).await {
                Some(true) => drop(self.store.was_sent(unsure.id, now).await?),
                Some(false) => drop(self.store.send_again(unsure.id, now).await?),
                None => {}
            }
        }
        Ok(())
    }
}
