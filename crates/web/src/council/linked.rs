//! A council and its services as linked data (schema.org), for search engines: a data block that no browser runs.

use offer::place::Council;
use offer::{Offer, Service, find};
use serde::Serialize;

#[derive(Serialize)]
struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Node<'a> {
    Organization(Organization<'a>),
    Service(GovernmentService<'a>),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Organization<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: &'static str,
    name: &'a str,
    url: String,
    /// Whatever is an example is called one.
    #[serde(skip_serializing_if = "Option::is_none")]
    disambiguating_description: Option<&'a str>,
    identifier: Identifier,
    area_served: Area<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Identifier {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "propertyID")]
    property: &'static str,
    value: String,
}

#[derive(Serialize)]
struct Area<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct GovernmentService<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    name: &'a str,
    description: &'a str,
    provider: Reference,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_accessible_for_free: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    audience: Option<Audience>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    available_channel: Vec<Channel<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Audience {
    #[serde(rename = "@type")]
    kind: &'static str,
    audience_type: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Channel<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    service_phone: Phone<'a>,
}

#[derive(Serialize)]
struct Phone<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    telephone: &'a str,
}

const COUNCIL: &str = "#council";

/// A council and, where its offer is held, its current services, fit to stand in a page.
pub(super) fn block(council: &Council, offer: Option<&Offer>) -> String {
    let organization = Organization {
        kind: "GovernmentOrganization",
        id: COUNCIL,
        name: &council.full_name,
        url: format!("/council/{}", council.slug),
        disambiguating_description: offer.and_then(|offer| offer.head.notice.as_deref()),
        identifier: Identifier {
            kind: "PropertyValue",
            property: "Office for National Statistics",
            value: council.code.to_string(),
        },
        area_served: Area { kind: "AdministrativeArea", name: &council.name },
    };
    let mut graph = vec![Node::Organization(organization)];
    if let Some(offer) = offer {
        let current = offer.services.iter().filter(|service| !offer.is_earlier(service));
        graph.extend(current.map(|one| Node::Service(service(offer, one))));
    }
    let text = serde_json::to_string(&Graph { context: "https://schema.org", graph }).unwrap_or_default();
    // Nothing in it can end the block.
    text.replace('<', "\\u003c")
}

fn service<'a>(offer: &'a Offer, service: &'a Service) -> GovernmentService<'a> {
    let published = service.eligibility.published.value().into_iter().flatten().map(|one| one.words.as_str());
    let who = published.collect::<Vec<_>>().join(" ");
    let contacts = service.contacts.iter().filter_map(|id| find(&offer.contacts, id));
    let phones = contacts.flat_map(|contact| {
        let numbers = contact.phones.value().into_iter().flatten();
        numbers.map(|number| Channel {
            kind: "ServiceChannel",
            service_phone: Phone { kind: "ContactPoint", name: &contact.name, telephone: number },
        })
    });
    GovernmentService {
        kind: "GovernmentService",
        id: format!("#service-{}", service.id),
        name: &service.name,
        description: &service.summary,
        provider: Reference { id: COUNCIL },
        is_accessible_for_free: service
            .cost
            .value()
            .filter(|cost| cost.to_lowercase().starts_with("free"))
            .map(|_| true),
        audience: (!who.is_empty()).then_some(Audience { kind: "Audience", audience_type: who }),
        available_channel: phones.collect(),
    }
}
