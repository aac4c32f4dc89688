//! The organisations of the feed: the council, the teams and organisations its offer names, and whoever else gives a
//! service.

use super::hsds::{Attribute, Organization, OrganizationIdentifier, Phone, Term};
use super::identity::Path;
use super::record::Uri;
use super::taxonomy::Filled;
use crate::contact::OrganisationKind;
use crate::offer::Offer;
use crate::section::Commitment;
use crate::service::{Provider, ProviderKind, Service};
use uuid::Uuid;

/// Every organisation of an offer, the council first.
pub(crate) fn all(offer: &Offer, filled: &Filled) -> Vec<Organization> {
    let mut list = vec![council(offer, filled)];
    for one in &offer.organisations {
        let path = Path::new(offer.slug(), "organisation", one.id.as_str());
        let is_team = one.kind == OrganisationKind::Team;
        list.push(Organization {
            id: path.id(),
            name: one.name.clone(),
            description: with_notice(offer, &one.summary),
            website: one.web.value().and_then(|url| Uri::new(url.as_str())),
            uri: None,
            parent_organization_id: is_team.then(|| council_id(offer)),
            phones: (one.phones.value().into_iter().flatten().enumerate())
                .map(|(place, number)| Phone {
                    id: path.part("phone", place + 1).id(),
                    service_id: None,
                    organization_id: Some(path.id()),
                    contact_id: None,
                    number: number.clone(),
                    description: None,
                    languages: Vec::new(),
                })
                .collect(),
            organization_identifiers: Vec::new(),
            attributes: Vec::new(),
        });
    }
    for service in &offer.services {
        let Some(provider) = other_provider(offer, service) else { continue };
        let path = provider_path(offer, provider);
        if list.iter().any(|known| known.id == path.id()) {
            continue;
        }
        let says = format!(
            "Who gives a service, as {} names it ({}). It may stand for several organisations.",
            offer.head.council,
            provider.kind.word()
        );
        list.push(bare(path.id(), &provider.name, with_notice(offer, &says)));
    }
    list
}

/// The organisations that give the services of an offer, and no other.
pub(crate) fn of_services(offer: &Offer, filled: &Filled) -> Vec<Organization> {
    let gives = |one: &Organization| offer.services.iter().any(|service| of_service(offer, service) == one.id);
    all(offer, filled).into_iter().filter(gives).collect()
}

/// The organisation that gives a service: the council, unless the offer names somebody else first.
pub(crate) fn of_service(offer: &Offer, service: &Service) -> Uuid {
    other_provider(offer, service).map_or_else(|| council_id(offer), |provider| provider_path(offer, provider).id())
}

fn other_provider<'a>(offer: &Offer, service: &'a Service) -> Option<&'a Provider> {
    let first = service.providers.first()?;
    (first.kind != ProviderKind::Council && first.name != offer.head.council).then_some(first)
}

/// A provider that the offer also names as an organisation is that organisation.
fn provider_path(offer: &Offer, provider: &Provider) -> Path {
    match offer.organisations.iter().find(|one| one.name == provider.name) {
        Some(one) => Path::new(offer.slug(), "organisation", one.id.as_str()),
        None => Path::new(offer.slug(), "provider", &format!("{}/{}", provider.kind.word(), provider.name)),
    }
}

fn council_path(offer: &Offer) -> Path {
    Path::new(offer.slug(), "organisation", "council")
}

fn council_id(offer: &Offer) -> Uuid {
    council_path(offer).id()
}

fn council(offer: &Offer, filled: &Filled) -> Organization {
    let path = council_path(offer);
    let says = format!("{} and what it does for kinship families.", offer.head.council);
    let mut one = bare(path.id(), &offer.head.council, with_notice(offer, &says));
    one.website = offer.head.addresses.first().and_then(|address| Uri::new(address.url.as_str()));
    if let Some(code) = offer.authority() {
        one.uri = area_uri(&code.to_string());
        one.organization_identifiers.push(OrganizationIdentifier {
            id: path.part("identifier", "ons").id(),
            organization_id: one.id,
            identifier_type: "Code of the Office for National Statistics".to_owned(),
            identifier: code.to_string(),
        });
    }
    let follows_need = offer.statements.iter().any(|one| one.means == Some(Commitment::NeedNotStatus));
    if let Some(term) = filled.term("principles/need-not-status").filter(|_| follows_need) {
        one.attributes.push(attribute(&path, ("principle", "organization"), None, term));
    }
    one
}

fn bare(id: Uuid, name: &str, description: String) -> Organization {
    Organization {
        id,
        name: name.to_owned(),
        description,
        website: None,
        uri: None,
        parent_organization_id: None,
        phones: Vec::new(),
        organization_identifiers: Vec::new(),
        attributes: Vec::new(),
    }
}

/// The area of a council as linked data of the Office for National Statistics.
pub(crate) fn area_uri(code: &str) -> Option<Uri> {
    Uri::new(&format!("http://statistics.data.gov.uk/id/statistical-geography/{code}"))
}

fn with_notice(offer: &Offer, says: &str) -> String {
    match offer.head.notice.as_deref().filter(|_| offer.head.example) {
        Some(notice) => format!("{says} {notice}"),
        None => says.to_owned(),
    }
}

/// A record's tag.
pub(crate) fn attribute(
    record: &Path,
    (says, kind): (&'static str, &'static str),
    value: Option<String>,
    term: &Term,
) -> Attribute {
    Attribute {
        id: record.part("attribute", format!("{says}/{}", term.id)).id(),
        link_id: record.id(),
        link_type: says,
        link_entity: kind,
        value,
        taxonomy_term_id: term.id,
        taxonomy_term: term.clone(),
    }
}
