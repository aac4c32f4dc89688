//! What the councils have published: their offers and what finds help in them, switched as one, so that no page can
//! meet the offers of one edition with a search of another.

use crate::App;
use crate::council::Reports;
use crate::daily::Daily;
use crate::data::{Set, Standing, Written};
use jiff::civil::Date;
use law::{Day, Law};
use offer::check::Report;
use offer::place::Places;
use offer::search::{Everyday, Needs, Search};
use offer::{Offer, Offers};
use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::OnceCell;
use tokio::task::spawn_blocking;

/// The words that help people to search: everyday words, and groups of needs.
pub(crate) type Words = (Everyday, Needs);

/// One state of what the councils have published. A request holds one from beginning to end.
pub struct Published {
    offers: Arc<Offers>,
    law: Arc<Law>,
    words: Arc<Words>,
    search: OnceCell<Search>,
    /// The open data, by the day and the state of what hosts run.
    data: Daily<Arc<Set>, (Date, i64)>,
    /// How every offer stands against the duties on it.
    standing: Daily<Arc<Standing>>,
    /// Files that take long to work out, by their names.
    files: RwLock<BTreeMap<String, Arc<Daily<Written>>>>,
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
            data: Daily::default(),
            standing: Daily::default(),
            files: RwLock::default(),
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

    /// The groups of needs.
    pub(crate) fn needs(&self) -> &Needs {
        &self.words.1
    }

    /// What the checks find in one of these offers on a day. Made when first asked for.
    pub(crate) fn report(&self, day: &Day, offer: &Offer) -> Arc<Report> {
        self.reports.of(day, offer)
    }

    /// Makes the search ready ahead of the first who looks for something.
    pub async fn prepare(&self) {
        self.search().await;
    }

    /// The open data as on today. Made when first asked for, and anew when the day or what hosts run has changed.
    pub(crate) async fn data(self: &Arc<Self>, app: &App) -> Arc<Set> {
        let make = async {
            self.search().await;
            let (published, app) = (self.clone(), app.clone());
            let make = move || {
                let beside = app.hosts_offers();
                let set = |search| Arc::new(Set::new(search, &beside, &app.today(), app.places(), app.address()));
                published.search.get().map(set).unwrap_or_default()
            };
            aside(make).await
        };
        self.data.on((app.clock().today(), app.boards_state()), make).await
    }

    /// How every public offer stands against the duties on it, as on today. Made when first asked for.
    pub(crate) async fn standing(self: &Arc<Self>, app: &App) -> Arc<Standing> {
        let (offers, day) = (self.offers.clone(), app.today());
        let make = aside(move || Arc::new(Standing::new(&offers, &day)));
        self.standing.on(app.clock().today(), make).await
    }

    /// A file of that name, which is one of a few. Written when first asked for, and anew when the day has changed.
    pub(crate) async fn file(&self, app: &App, name: &str, write: impl Future<Output = Written>) -> Written {
        let known = self.files.read().unwrap_or_else(PoisonError::into_inner).get(name).cloned();
        let file = known.unwrap_or_else(|| {
            let mut files = self.files.write().unwrap_or_else(PoisonError::into_inner);
            files.entry(name.to_owned()).or_default().clone()
        });
        file.on(app.clock().today(), write).await
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
