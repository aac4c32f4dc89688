//! Everything that is published as Open Referral, written once for each state of the offers and each day.

use super::endpoint::Records;
use super::table::{By, Row, Table};
use law::Day;
use law::text::SourceFile;
use offer::Offer;
use offer::exchange::{Attribute, Feed, Held, Organization, Service, ServiceAtLocation, Taxonomies, Uuid};
use offer::place::Places;
use offer::search::Search;
use outreach::Charities;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The published records, ready to be handed out.
#[derive(Debug, Default)]
pub(crate) struct Set {
    /// Of everything in it; two sets with the same digest say the same.
    pub(super) digest: [u8; 32],
    pub(super) services: Table,
    pub(super) organizations: Table,
    pub(super) service_at_locations: Table,
    pub(super) taxonomies: Table,
    pub(super) terms: Table,
    /// The councils of whom something is in it.
    pub(super) councils: BTreeSet<String>,
}

static TAXONOMIES: LazyLock<Taxonomies> = LazyLock::new(|| {
    let text = include_str!("../../../../content/en/taxonomies.law").to_owned();
    let (taxonomies, faults) = Taxonomies::read(&SourceFile { path: "content/en/taxonomies.law".to_owned(), text });
    faults.iter().for_each(|fault| tracing::error!(%fault, "a taxonomy cannot be read"));
    taxonomies
});

impl Set {
    /// Writes everything: the offers, and what hosts run beside them. `address` is where the site is reached.
    pub(crate) fn new(search: &Search, beside: &[Offer], day: &Day, places: &Places, address: &str) -> Set {
        let feed = Feed::new(search, beside, day, places, &TAXONOMIES, address);
        let mut set = Set {
            digest: [0; 32],
            services: services(&feed),
            organizations: organizations(&feed),
            service_at_locations: located(&feed),
            taxonomies: Table::new(
                feed.taxonomies.iter().map(|one| named(one.id, &one.name, &one.description)).collect(),
                &feed.taxonomies,
                Clone::clone,
            ),
            terms: terms(&feed),
            councils: (feed.organizations.iter())
                .map(|held| held.council.clone())
                .filter(|slug| Charities::embedded().by_slug(slug).is_none())
                .collect(),
        };
        let mut digest = Sha256::new();
        for kind in [Records::Services, Records::Organizations, Records::ServiceAtLocations, Records::Taxonomies] {
            digest.update(set.table(kind).full.text());
        }
        digest.update(set.terms.full.text());
        set.digest = digest.finalize().into();
        set
    }

    /// The records of a kind.
    pub(super) fn table(&self, kind: Records) -> &Table {
        match kind {
            Records::Services => &self.services,
            Records::Organizations => &self.organizations,
            Records::ServiceAtLocations => &self.service_at_locations,
            Records::Taxonomies => &self.taxonomies,
            Records::Terms => &self.terms,
        }
    }
}

fn named(id: Uuid, name: &str, description: &str) -> Row {
    Row { id, text: format!("{name} {description}"), ..Row::default() }
}

fn tags(attributes: &[Attribute]) -> Vec<(By, Uuid)> {
    let each = attributes.iter().map(|one| &one.taxonomy_term);
    let mut keys: Vec<_> = each.flat_map(|term| [(By::Term, term.id), (By::Taxonomy, term.taxonomy_id)]).collect();
    keys.dedup();
    keys
}

fn of_service(held: &Held<impl Sized>, id: Uuid, service: &Service) -> Row {
    let mut keys = tags(&service.attributes);
    keys.push((By::Organization, service.organization_id));
    let organisation = service.organization.as_ref().map(|one| one.name.as_str()).unwrap_or_default();
    let who = service.eligibility_description.as_deref().unwrap_or_default();
    let needs = service.attributes.iter().filter(|one| one.link_type == "need").map(|one| &one.taxonomy_term.name);
    let needs: Vec<&str> = needs.map(String::as_str).collect();
    Row {
        id,
        council: Some(held.council.clone()),
        keys,
        text: format!("{} {} {who} {organisation} {}", service.name, service.description, needs.join(" ")),
        changed: service.last_modified.map(|moment| moment.0),
        ages: (service.minimum_age, service.maximum_age),
        area: held.area,
        spot: held.spot,
    }
}

/// A service with its one-to-one fields and its organisation.
fn brief_service(service: &Service) -> Service {
    Service {
        phones: Vec::new(),
        schedules: Vec::new(),
        service_areas: Vec::new(),
        service_at_locations: Vec::new(),
        languages: Vec::new(),
        organization: service.organization.as_deref().map(|one| Box::new(brief_organization(one))),
        cost_options: Vec::new(),
        required_documents: Vec::new(),
        contacts: Vec::new(),
        attributes: Vec::new(),
        kith: None,
        ..service.clone()
    }
}

fn brief_organization(one: &Organization) -> Organization {
    Organization { phones: Vec::new(), organization_identifiers: Vec::new(), attributes: Vec::new(), ..one.clone() }
}

fn services(feed: &Feed) -> Table {
    let rows = feed.services.iter().map(|held| of_service(held, held.record.id, &held.record)).collect();
    let records: Vec<Service> = feed.services.iter().map(|held| held.record.clone()).collect();
    Table::new(rows, &records, brief_service)
}

fn organizations(feed: &Feed) -> Table {
    let rows = feed.organizations.iter().map(|held| Row {
        council: Some(held.council.clone()),
        keys: tags(&held.record.attributes),
        ..named(held.record.id, &held.record.name, &held.record.description)
    });
    let records: Vec<Organization> = feed.organizations.iter().map(|held| held.record.clone()).collect();
    Table::new(rows.collect(), &records, brief_organization)
}

fn located(feed: &Feed) -> Table {
    let row = |held: &Held<ServiceAtLocation>| {
        let service = held.record.service.as_deref();
        service.map_or_else(|| named(held.record.id, "", ""), |service| of_service(held, held.record.id, service))
    };
    let records: Vec<ServiceAtLocation> = feed.service_at_locations.iter().map(|held| held.record.clone()).collect();
    Table::new(feed.service_at_locations.iter().map(row).collect(), &records, |one| ServiceAtLocation {
        service: one.service.as_deref().map(|service| Box::new(brief_service(service))),
        ..one.clone()
    })
}

fn terms(feed: &Feed) -> Table {
    let rows = feed.terms.iter().map(|term| {
        let mut row = named(term.id, &term.name, &term.description);
        row.keys.push((By::Taxonomy, term.taxonomy_id));
        row.keys.extend(term.parent_id.map(|parent| (By::Parent, parent)));
        row
    });
    Table::new(rows.collect(), &feed.terms, Clone::clone)
}
