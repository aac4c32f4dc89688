//! One family held against the offers of several councils, by need, so that offers can be compared.
//!
//! A council whose offer is not held does not appear: nothing is known of it, and whoever shows the comparison says so.

use crate::eligibility::Eligibility;
use crate::offer::Offer;
use crate::search::{Kind, Search};
use law::value::{Answer, Value};
use law::{Case, Day, Family, Outcome};
use std::collections::BTreeMap;

/// What one offer says to a family, by need.
#[derive(Clone, Debug)]
pub struct Compared<'a> {
    /// The offer.
    pub offer: &'a Offer,
    /// For each need, in the order of the needs, what its services and payments say.
    pub needs: Vec<Tally>,
}

/// How many services and payments say what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// By outcome, in the order of [`STRENGTH`].
    pub counts: [usize; 5],
}

/// Outcomes from the best for a family: what it can have, what somebody must settle, what nobody says, and a no.
pub const STRENGTH: [Outcome; 5] = [Outcome::Right, Outcome::May, Outcome::Depends, Outcome::UnknownRule, Outcome::No];

impl Tally {
    /// The best there is; `None` where nothing is listed for the need.
    pub fn best(&self) -> Option<Outcome> {
        STRENGTH.iter().zip(self.counts).find(|(_, count)| *count > 0).map(|(outcome, _)| *outcome)
    }

    /// How many say this.
    pub fn of(&self, outcome: Outcome) -> usize {
        STRENGTH.iter().zip(self.counts).filter(|(known, _)| **known == outcome).map(|(_, count)| count).sum()
    }

    fn add(&mut self, outcome: Outcome) {
        for (known, count) in STRENGTH.iter().zip(&mut self.counts) {
            *count += usize::from(*known == outcome);
        }
    }
}

/// Holds a family against every public offer, as if it lived in the area of that council.
///
/// What stands only on an earlier version of a page is left out. Where a service has left an offer, no need is answered
/// with no: nobody knows.
pub fn compare<'a>(search: &'a Search, day: &Day, case: &Case) -> Vec<Compared<'a>> {
    // What each offer lists, with the needs it meets.
    let mut listed: BTreeMap<usize, Vec<(u32, &Eligibility)>> = BTreeMap::new();
    let offers: Vec<&Offer> = search.offers().iter().collect();
    for listing in search.listings() {
        if let Some((place, who)) = who(&offers, listing.kind) {
            listed.entry(place).or_default().push((listing.needs, who));
        }
    }
    let council = day.law.facts.find("carer_council");
    let public = offers.iter().enumerate().filter(|(_, offer)| offer.is_public());
    let one = |(place, offer): (usize, &&'a Offer)| {
        let mut case = case.clone();
        if let (Some(fact), Some(code)) = (council, offer.authority()) {
            case.set(fact, Answer::Is(Value::Council(code.to_string())));
        }
        case.presume(&day.law.facts);
        let findings = day.find(&case);
        let family = Family { day, findings: &findings, case: &case };
        let mut needs = vec![Tally::default(); search.needs().iter().count()];
        // Nobody knows what a service gives that has left because nobody confirmed it.
        if offer.may_give_more() {
            needs.iter_mut().for_each(|tally| tally.add(Outcome::UnknownRule));
        }
        for (met, who) in listed.get(&place).into_iter().flatten() {
            let outcome = who.answer(&family).outcome;
            let meets = needs.iter_mut().enumerate().filter(|(need, _)| met & (1 << need) != 0);
            meets.for_each(|(_, tally)| tally.add(outcome));
        }
        Compared { offer, needs }
    };
    public.map(one).collect()
}

/// Who a service or payment is for, and the place of its offer.
fn who<'a>(offers: &[&'a Offer], kind: Kind) -> Option<(usize, &'a Eligibility)> {
    match kind {
        Kind::Service { offer: place, at } => {
            let offer = offers.get(place)?;
            let service = offer.services.get(at).filter(|service| !offer.is_earlier(service))?;
            Some((place, &service.eligibility))
        }
        Kind::Payment { offer: place, at } => Some((place, &offers.get(place)?.payments.get(at)?.eligibility)),
        _ => None,
    }
}
