//! The feed: everything that is published as Open Referral, made once from the offers.

use super::hsds::{Organization, Service, ServiceAtLocation, Taxonomy, Term};
use super::organisation;
use super::service::Maker;
use super::taxonomy::{Filled, Taxonomies};
use crate::offer::Offer;
use crate::place::{CouncilCode, Places, Spot};
use crate::search::{Kind, Search};
use law::Day;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Everything that is published as Open Referral.
#[derive(Clone, Debug, Default)]
pub struct Feed {
    /// The services, in the order of the offers.
    pub services: Vec<Held<Service>>,
    /// The organisations.
    pub organizations: Vec<Held<Organization>>,
    /// The services at places.
    pub service_at_locations: Vec<Held<ServiceAtLocation>>,
    /// The taxonomies.
    pub taxonomies: Vec<Taxonomy>,
    /// Their terms.
    pub terms: Vec<Term>,
}

/// A record, and what is known of it that it does not say itself.
#[derive(Clone, Debug)]
pub struct Held<T> {
    /// The record.
    pub record: T,
    /// The council's name in addresses.
    pub council: String,
    /// The code of the council, where it is known.
    pub area: Option<CouncilCode>,
    /// Where it is given: the middle of the postcode's sector.
    pub spot: Option<Spot>,
}

impl Feed {
    /// Makes the feed as on a day. `address` is where the data is published, such as `https://kith.example`.
    ///
    /// Offers that are being written or have been taken down are left out; so are named people, and whoever keeps a
    /// record. `beside` is what a council or somebody else runs that is no part of a local offer, said as an offer says it.
    pub fn new(
        search: &Search,
        beside: &[Offer],
        day: &Day,
        places: &Places,
        taxonomies: &Taxonomies,
        address: &str,
    ) -> Feed {
        let offers = search.offers();
        let public: Vec<(usize, &Offer)> = offers.iter().enumerate().filter(|(_, offer)| offer.is_public()).collect();
        let cited = cited(public.iter().map(|(_, offer)| *offer));
        let filled = Filled::new(taxonomies, &day.law, search.needs(), &cited, address);
        let needs: BTreeMap<(usize, usize), u32> = (search.listings().iter())
            .filter_map(|listing| match listing.kind {
                Kind::Service { offer, at } => Some(((offer, at), listing.needs)),
                _ => None,
            })
            .collect();
        let maker = Maker::new(day, places, &filled, search.needs());
        let mut feed = Feed::default();
        for (place, offer) in public {
            let organisations = organisation::all(offer, &filled);
            feed.add(offer, &organisations, &maker, |at| needs.get(&(place, at)).copied().unwrap_or_default());
            feed.organizations.extend(organisations.into_iter().map(|one| held(offer, one, None)));
        }
        for offer in beside {
            // Whoever runs it may be known already, with more to say.
            let mut organisations = organisation::of_services(offer, &filled);
            let of_it = |known: &&Held<Organization>| organisations.iter().any(|one| one.id == known.record.id);
            let known: Vec<_> = feed.organizations.iter().filter(of_it).map(|known| known.record.clone()).collect();
            organisations.retain(|one| known.iter().all(|known| known.id != one.id));
            feed.organizations.extend(organisations.iter().map(|one| held(offer, one.clone(), None)));
            feed.add(offer, &[organisations, known].concat(), &maker, |_| 0);
        }
        (feed.taxonomies, feed.terms) = (filled.taxonomies, filled.terms);
        feed
    }

    /// Takes in the services of an offer. `needs` tells of each the groups of needs it meets.
    fn add(&mut self, offer: &Offer, organisations: &[Organization], maker: &Maker, needs: impl Fn(usize) -> u32) {
        for (at, service) in offer.services.iter().enumerate() {
            let (service, located) = maker.service(offer, service, needs(at), organisations);
            let spot = located.first().and_then(|(_, spot)| *spot);
            let located = located.into_iter().map(|(record, spot)| held(offer, record, spot));
            self.service_at_locations.extend(located);
            self.services.push(held(offer, service, spot));
        }
    }

    /// The service of that identifier.
    pub fn service(&self, id: Uuid) -> Option<&Service> {
        self.services.iter().map(|held| &held.record).find(|service| service.id == id)
    }
}

fn held<T>(offer: &Offer, record: T, spot: Option<Spot>) -> Held<T> {
    Held { record, council: offer.slug().to_owned(), area: offer.authority(), spot }
}

/// The provisions that services and their rules cite, in order and once each.
fn cited<'a>(offers: impl Iterator<Item = &'a Offer>) -> Vec<String> {
    let mut list: Vec<String> = offers.flat_map(|offer| &offer.services).flat_map(super::service::cites).collect();
    list.sort();
    list.dedup();
    list
}
