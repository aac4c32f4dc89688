//! Looking for help in everyday words: every service, payment, contact and organisation of the offers held, and the
//! national supports of the law, so that a family of any council finds something.
//!
//! Everything is in memory and made once from the texts. What is typed is read forgivingly: slips of the finger,
//! everyday words ([`Everyday`]), other forms of a word. Nothing here knows a person; who a service is for is asked
//! of [`crate::Eligibility::answer`].

mod access;
mod everyday;
mod listing;
mod need;
mod postings;
mod query;
mod thing;
mod wanted;
mod word;

pub use access::Access;
pub use everyday::Everyday;
pub use listing::{Kind, Listing};
pub use need::{Need, Needs};
pub use query::Reading;
pub use thing::Thing;
pub use wanted::{Asked, Choices, Fit, Wanted, weekday_name};
pub use word::stems;

use crate::offer::Offers;
use crate::place::{CouncilCode, Places};
use law::Law;
use listing::Makings;
use postings::Postings;
use query::Query;
use std::sync::Arc;

/// A hit must score at least this part of the best one.
const WORTH_SHOWING: f32 = 0.3;

/// Everything that can be found, ready to be searched. It holds the offers it was made from: when they change, a new
/// one is made.
#[derive(Debug)]
pub struct Search {
    law: Arc<Law>,
    offers: Arc<Offers>,
    listings: Vec<Listing>,
    postings: Postings,
    everyday: Everyday,
    needs: Needs,
    choices: Choices,
}

/// Something found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit<'a> {
    /// What.
    pub listing: &'a Listing,
    /// How well it fits the words; larger is better.
    pub score: f32,
}

/// What a search comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found<'a> {
    /// The hits, best first.
    pub hits: Vec<Hit<'a>>,
    /// Words that were read as other words.
    pub readings: Vec<Reading>,
    /// Words that nothing is known by.
    pub dropped: Vec<String>,
    /// Whether something is known by some word. Otherwise everything is found.
    pub is_understood: bool,
}

impl Search {
    /// Makes ready everything of the offers and the law.
    pub fn new(law: Arc<Law>, offers: Arc<Offers>, places: &Places, everyday: Everyday, needs: Needs) -> Search {
        let (mut listings, mut postings) = (Vec::new(), Postings::default());
        let mut choices = Choices::default();
        let marks = needs.marks(&mut postings);
        let makings = Makings { law: &law, places, needs: &needs, marks: &marks };
        for (thing, kind) in thing::all(&offers, &law) {
            let mut text = postings.stems(thing.name());
            text.extend(postings.stems(&thing.summary()));
            let listing = Listing::of(kind, &thing, &text, &makings, &mut choices);
            postings.add(&thing.texts(&listing, &needs));
            choices.take(&listing);
            listings.push(listing);
        }
        choices.sort();
        let everyday = everyday.with_terms(&law.terms);
        Search { law, offers, listings, postings, everyday, needs, choices }
    }

    /// The offers it was made from.
    pub fn offers(&self) -> &Offers {
        &self.offers
    }

    /// Everything that can be found.
    pub fn listings(&self) -> &[Listing] {
        &self.listings
    }

    /// What can be chosen between: only what something found would answer to.
    pub fn choices(&self) -> &Choices {
        &self.choices
    }

    /// The needs, in order.
    pub fn needs(&self) -> &Needs {
        &self.needs
    }

    /// What a listing stands for.
    pub fn thing(&self, listing: &Listing) -> Option<Thing<'_>> {
        Thing::of(listing.kind, &self.offers, &self.law)
    }

    /// The listing of that key.
    pub fn by_key(&self, key: &str) -> Option<&Listing> {
        self.listings.iter().find(|listing| listing.key == key)
    }

    /// What is found for words: of one council and of the law or, without a council, of all.
    ///
    /// Without words, or with none that says anything, everything is found and the weightiest stands first.
    pub fn find(&self, typed: &str, council: Option<CouncilCode>) -> Found<'_> {
        let query = Query::read(typed, &self.postings, &self.everyday);
        let scores = query.scores(&self.postings);
        let in_reach =
            |listing: &&Listing| council.is_none() || listing.council.is_none() || listing.council == council;
        let score = |listing: &Listing, place: usize| match &scores {
            Some(scores) => scores.get(place).copied().unwrap_or_default() * listing.worth(),
            None => f32::from(listing.weight) / 10.0,
        };
        let mut hits: Vec<Hit> = (self.listings.iter().enumerate())
            .filter(|(_, listing)| in_reach(listing))
            .map(|(place, listing)| Hit { listing, score: score(listing, place) })
            .filter(|hit| hit.score > 0.0)
            .collect();
        hits.sort_by(|a, b| b.score.total_cmp(&a.score));
        let least = hits.first().map_or(0.0, |best| best.score * if scores.is_some() { WORTH_SHOWING } else { 0.0 });
        hits.retain(|hit| hit.score >= least);
        Found { hits, readings: query.readings, dropped: query.dropped, is_understood: scores.is_some() }
    }

    /// The national supports that matter most in the first weeks, money before the rest.
    pub fn national(&self) -> impl Iterator<Item = &Listing> {
        let mut list: Vec<&Listing> = self.listings.iter().filter(|listing| listing.council.is_none()).collect();
        let is_money = |listing: &Listing| match self.thing(listing) {
            Some(Thing::Support(support)) => support.group == "money",
            _ => false,
        };
        list.sort_by_key(|listing| std::cmp::Reverse((listing.weight, is_money(listing))));
        list.into_iter()
    }
}
