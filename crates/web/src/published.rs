//! What the councils have published: their offers and what finds help in them, switched as one, so that no page can
//! meet the offers of one edition with a search of another.

use crate::council::Reports;
use law::{Day, Law};
use offer::check::Report;
use offer::place::Places;
use offer::search::{Everyday, Needs, Search};
use offer::{Offer, Offers};
use std::panic::resume_unwind;
use std::sync::Arc;
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
    reports: Reports,
}

impl Published {
    /// The offers as they stand, with a search that is made when somebody first looks for something.
    pub(crate) fn new(offers: Arc<Offers>, law: Arc<Law>, words: Arc<Words>) -> Published {
        Published { offers, law, words, search: OnceCell::new(), reports: Reports::default() }
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

    /// What finds help by everyday words. Made at first use, on a thread of its own, so that only those who look for
    /// something wait for it; later ones find it ready.
    pub(crate) async fn search(&self) -> &Search {
        let make = async || {
            let (law, offers, words) = (self.law.clone(), self.offers.clone(), self.words.clone());
            let ready = move || {
                let (everyday, needs) = Words::clone(&words);
                Search::new(law, offers, Places::embedded(), everyday, needs)
            };
            match spawn_blocking(ready.clone()).await {
                Ok(search) => search,
                Err(stopped) => match stopped.try_into_panic() {
                    Ok(cause) => resume_unwind(cause),
                    // The program is ending and starts no more work elsewhere.
                    Err(_) => ready(),
                },
            }
        };
        self.search.get_or_init(make).await
    }
}
