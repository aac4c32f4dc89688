//! What the councils have published: their offers and what finds help in them, switched as one, so that no page can
//! meet the offers of one edition with a search of another.

use crate::App;
use crate::council::Reports;
use crate::data::Set;
use law::{Day, Law};
use offer::check::Report;
use offer::place::Places;
use offer::search::{Everyday, Needs, Search};
use offer::{Offer, Offers};
use std::panic::resume_unwind;
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::{Mutex, OnceCell};
use tokio::task::spawn_blocking;

/// The words that help people to search: everyday words, and groups of needs.
pub(crate) type Words = (Everyday, Needs);

/// One state of what the councils have published. A request holds one from beginning to end.
pub struct Published {
    offers: Arc<Offers>,
    law: Arc<Law>,
    words: Arc<Words>,
    search: OnceCell<Search>,
    /// The open data as on a day.
    data: RwLock<Option<Arc<Set>>>,
    /// Held by whoever makes it.
    making: Mutex<()>,
    reports: Reports,
}

impl Published {
    /// The offers as they stand, with a search that is made when somebody first looks for something.
    pub(crate) fn new(offers: Arc<Offers>, law: Arc<Law>, words: Arc<Words>) -> Published {
        Published {
            offers,
            law,
            words,
            search: OnceCell::new(),
            data: RwLock::default(),
            making: Mutex::default(),
            reports: Reports::default(),
        }
    }

    /// The same law and words with other offers.
    pub(crate) fn with(&self, offers: Arc<Offers>) -> Published {
        Published::new(offers, self.law.clone(), self.words.clone())
    }

    /// The councils' offers.
    pub fn offers(&self) -> &Arc<Offers> {
        &self.offers
    }

    /// What the checks find in one of these offers on a day. Made when first asked for.
    pub(crate) fn report(&self, day: &Day, offer: &Offer) -> Arc<Report> {
        self.reports.of(day, offer)
    }

    /// Makes the search ready ahead of the first who looks for something.
    pub async fn prepare(&self) {
        self.search().await;
    }

    /// The open data as on today. Made when first asked for, and anew when the day has changed: what has begun or ended
    /// is told by the day. Whoever asks while it is made waits for it.
    pub(crate) async fn data(self: &Arc<Self>, app: &App) -> Arc<Set> {
        let today = app.clock().today();
        let ready = || {
            let kept = self.data.read().unwrap_or_else(PoisonError::into_inner).clone();
            kept.filter(|set| set.day == today)
        };
        if let Some(set) = ready() {
            return set;
        }
        let _making = self.making.lock().await;
        if let Some(set) = ready() {
            return set;
        }
        self.search().await;
        let (published, app) = (self.clone(), app.clone());
        let make = move || {
            let set = |search| Arc::new(Set::new(search, &app.today(), app.places(), app.address()));
            published.search.get().map(set).unwrap_or_default()
        };
        let set = aside(make).await;
        *self.data.write().unwrap_or_else(PoisonError::into_inner) = Some(set.clone());
        set
    }

    /// The search, where it has been made.
    pub(crate) fn ready_search(&self) -> Option<&Search> {
        self.search.get()
    }

    /// What finds help by everyday words. Made at first use, on a thread of its own, so that only those who look for
    /// something wait for it; later ones find it ready.
    pub(crate) async fn search(&self) -> &Search {
        let make = async || {
            let (law, offers, words) = (self.law.clone(), self.offers.clone(), self.words.clone());
            let ready = move || {
                let (everyday, needs) = Words::clone(&words);
                Search::new(law, offers, Places::embedded(), everyday, needs)
            };
            aside(ready).await
        };
        self.search.get_or_init(make).await
    }
}

/// Does long work on a thread of its own, so that others are answered meanwhile.
pub(crate) async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Clone + Send + 'static) -> T {
    match spawn_blocking(work.clone()).await {
        Ok(done) => done,
        Err(stopped) => match stopped.try_into_panic() {
            Ok(cause) => resume_unwind(cause),
            // The program is ending and starts no more work elsewhere.
            Err(_) => work(),
        },
    }
}
