//! Feeds of others, Open Referral UK 1.0 or 3.0, as services and contacts of an offer. The caller fetches the text.
//!
//! Who a service is for comes in as published wording without a rule: nobody has read it as one, so the answer for every
//! family stays "the page does not say". Identifiers of the feed are kept beside the services.

use super::identity::identity;
use super::read::Read;
use super::record::Email;
use crate::cited::Source;
use crate::contact::Contact;
use crate::eligibility::Published;
use crate::page::{Extent, Page};
use crate::service::{Delivery, Provider, ProviderKind, Service};
use crate::stated::Stated;
use crate::written::{Id, Url, Written};
use jiff::civil::Date;
use law::fault::{Fault, Spot};
use serde_json::Value;
use uuid::Uuid;

/// Where a feed was fetched.
#[derive(Clone, Copy, Debug)]
pub struct Fetched<'a> {
    /// Its address.
    pub url: &'a str,
    /// The day.
    pub on: Date,
}

/// What a feed comes to.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// The services that could be read.
    pub services: Vec<Incoming>,
    /// The contacts they name.
    pub contacts: Vec<Contact>,
    /// The feed, as the page that all of them were found on.
    pub page: Page,
}

/// A service that came in.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// The service.
    pub service: Service,
    /// The identifier it has in the feed.
    pub identifier: String,
    /// The same as a UUID: its own where it is one, otherwise made from the address of the feed and the identifier.
    pub uuid: Uuid,
}

/// The name of the feed's page in an offer.
const PAGE: &str = "feed";

/// Reads a page of a feed as JSON, a list of services, one service, or a service on each line.
///
/// Each fault names the record by its place in the text, counted from 1, as its line.
pub fn import(text: &str, feed: Fetched) -> (Imported, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut imported = Imported::default();
    match Url::read(feed.url) {
        Ok(url) => {
            imported.page = Page {
                id: Id::read(PAGE).unwrap_or_default(),
                title: "A feed of Open Referral".to_owned(),
                url,
                seen: Stated::Is(feed.on),
                extent: Extent::Whole,
                ..Page::default()
            }
        }
        Err(message) => faults.push(Fault::new(&spot(0), message)),
    }
    for (place, record) in records(text, &mut faults).iter().enumerate() {
        let read = Read::new(record, spot(place + 1));
        if let Some(incoming) = service(&read, feed, &mut imported, &mut faults) {
            imported.services.push(incoming);
        }
    }
    (imported, faults)
}

fn spot(record: usize) -> Spot {
    Spot { file: "feed".into(), line: record, column: 1 }
}

/// The records of a text, whichever way they are wrapped.
fn records(text: &str, faults: &mut Vec<Fault>) -> Vec<Value> {
    let text = text.trim().trim_start_matches('\u{feff}');
    match serde_json::from_str::<Value>(text) {
        Ok(Value::Array(list)) => list,
        Ok(Value::Object(mut page)) => {
            // 3.0 says `contents`, 1.0 says `content`.
            let list = page.remove("contents").or_else(|| page.remove("content"));
            match list {
                Some(Value::Array(list)) => list,
                Some(_) => {
                    faults.push(Fault::new(&spot(1), "the contents of this page are not a list"));
                    Vec::new()
                }
                None => vec![Value::Object(page)],
            }
        }
        Ok(_) | Err(_) => lines(text, faults),
    }
}

fn lines(text: &str, faults: &mut Vec<Fault>) -> Vec<Value> {
    let mut list = Vec::new();
    for (place, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str::<Value>(line) {
            Ok(value) if value.is_object() => list.push(value),
            Ok(_) => {
                faults.push(Fault::new(&spot(place + 1), "this line is not a record").hint("write one service a line"))
            }
            Err(error) => {
                let hint = "fetch the feed again, as one JSON page or as a service on each line";
                faults.push(Fault::new(&spot(place + 1), format!("this is not JSON: {error}")).hint(hint));
                // What is no line of a feed is most likely one broken page: each of its lines would be a fault.
                if list.is_empty() {
                    break;
                }
            }
        }
    }
    list
}

fn service(read: &Read, feed: Fetched, imported: &mut Imported, faults: &mut Vec<Fault>) -> Option<Incoming> {
    let Some(identifier) = read.text("id") else {
        faults
            .push(Fault::new(&read.spot, "this record has no id").hint("ask the publisher to give every service one"));
        return None;
    };
    let Some(name) = read.text("name") else {
        let message = format!("service {identifier} has no name");
        faults.push(Fault::new(&read.spot, message).hint("ask the publisher to name it; it was left out"));
        return None;
    };
    if read.text("status").is_some_and(|status| status == "inactive" || status == "defunct") {
        let message = format!("service {identifier} is not active; it was left out");
        faults.push(Fault::new(&read.spot, message).hint("nothing need be done"));
        return None;
    }
    let taken = |id: &str| imported.services.iter().any(|other| other.service.id.is(id));
    let id = Id::read(&free_name(&name, taken)).unwrap_or_default();
    let contacts = contacts(read, &id, imported, faults);
    let service = Service {
        summary: read.text("description").unwrap_or_else(|| name.clone()),
        providers: provider(read).into_iter().collect(),
        delivery: delivery(read),
        place: stated(place(read)),
        area: stated(
            read.each("service_areas").find_map(|area| area.text("name").or_else(|| area.text("service_area"))),
        ),
        frequency: stated(frequency(read)),
        cost: stated(cost(read)),
        reach: list(read.text("application_process").into_iter().collect()),
        evidence: list(read.each("required_documents").filter_map(|one| one.text("document")).collect()),
        languages: list(
            read.each("languages").filter_map(|one| one.text("name").or_else(|| one.text("language"))).collect(),
        ),
        contacts,
        sources: vec![Source { page: Id::read(PAGE).unwrap_or_default(), place: Some(identifier.clone()) }],
        ..Service::default()
    };
    let mut service = Service { id, name, ..service };
    service.eligibility.published = match wording(read) {
        Some(words) => Stated::Is(vec![Published { words, exact: true }]),
        None => Stated::NotStated,
    };
    let uuid = Uuid::try_parse(&identifier).unwrap_or_else(|_| identity(&format!("{}#{identifier}", feed.url)));
    Some(Incoming { service, identifier, uuid })
}

/// A feed that has no field has not said that there is none.
fn stated(value: Option<String>) -> Stated<String> {
    value.map_or(Stated::NotStated, Stated::Is)
}

fn list(values: Vec<String>) -> Stated<Vec<String>> {
    if values.is_empty() { Stated::NotStated } else { Stated::Is(values) }
}

/// A name for the files, made from what a reader calls it; with a number where another has it.
fn free_name(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut plain = String::new();
    for letter in name.to_lowercase().chars().take(60) {
        match letter.is_ascii_alphanumeric() {
            true => plain.push(letter),
            false if !plain.is_empty() && !plain.ends_with('-') => plain.push('-'),
            false => {}
        }
    }
    let plain = plain.trim_end_matches('-');
    let plain = if plain.is_empty() { "service" } else { plain };
    let mut numbered = (2..).map(|number| format!("{plain}-{number}"));
    if taken(plain) { numbered.find(|name| !taken(name)).unwrap_or_default() } else { plain.to_owned() }
}

fn provider(read: &Read) -> Option<Provider> {
    let name = read.within("organization")?.text("name")?;
    Some(Provider { kind: ProviderKind::Other, name })
}

fn delivery(read: &Read) -> Stated<Vec<Delivery>> {
    let kinds = read.each("service_at_locations").filter_map(|at| at.within("location")?.text("location_type"));
    let mut ways: Vec<Delivery> = kinds.filter(|kind| kind == "physical").map(|_| Delivery::InPerson).collect();
    ways.dedup();
    if ways.is_empty() { Stated::NotStated } else { Stated::Is(ways) }
}

fn place(read: &Read) -> Option<String> {
    let location = read.each("service_at_locations").filter_map(|at| at.within("location"));
    let line = |location: Read| {
        let address = location.each("addresses").chain(location.each("physical_addresses")).next();
        let parts = address.map(|address| {
            ["address_1", "address_2", "city", "postal_code"].iter().filter_map(|key| address.text(key)).collect()
        });
        let mut parts: Vec<String> = parts.unwrap_or_default();
        if let Some(name) = location.text("name").filter(|name| !parts.contains(name)) {
            parts.insert(0, name);
        }
        (!parts.is_empty()).then(|| parts.join(", "))
    };
    location.filter(|place| place.text("location_type").is_none_or(|kind| kind == "physical")).find_map(line)
}

fn frequency(read: &Read) -> Option<String> {
    let mut said: Vec<String> = Vec::new();
    for one in read.each("schedules").chain(read.each("regular_schedules")) {
        let hours = one.text("opens_at").zip(one.text("closes_at")).map(|(from, to)| format!("{from} to {to}"));
        let freq = one.text("freq").map(|freq| freq.to_lowercase());
        let parts: Vec<String> = match one.text("description") {
            Some(words) => vec![words],
            None => [freq, one.text("byday"), hours].into_iter().flatten().collect(),
        };
        if !parts.is_empty() {
            said.push(parts.join(" "));
        }
    }
    (!said.is_empty()).then(|| said.join("; "))
}

fn cost(read: &Read) -> Option<String> {
    let option = |one: Read| {
        let amount =
            one.number("amount").map(|amount| if amount == 0.0 { "free".to_owned() } else { format!("£{amount:.2}") });
        let parts: Vec<String> =
            [one.text("option"), amount, one.text("amount_description")].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    };
    let options: Vec<String> = read.each("cost_options").filter_map(option).collect();
    let words = read.text("fees_description").or_else(|| read.text("fees"));
    words.or_else(|| (!options.is_empty()).then(|| options.join("; ")))
}

/// The words about who it is for; ages stand in fields of their own.
fn wording(read: &Read) -> Option<String> {
    let mut parts: Vec<String> = read.text("eligibility_description").into_iter().collect();
    parts.extend(read.each("eligibilitys").filter_map(|one| one.text("eligibility")));
    let from = read.each("eligibilitys").find_map(|one| one.number("minimum_age"));
    let to = read.each("eligibilitys").find_map(|one| one.number("maximum_age"));
    let ages = match (read.number("minimum_age").or(from), read.number("maximum_age").or(to)) {
        (Some(from), Some(to)) => Some(format!("From age {from} to {to}.")),
        (Some(from), None) => Some(format!("From age {from}.")),
        (None, Some(to)) => Some(format!("To age {to}.")),
        (None, None) => None,
    };
    parts.extend(ages);
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn contacts(read: &Read, service: &Id, imported: &mut Imported, faults: &mut Vec<Fault>) -> Vec<Id> {
    let mut ids = Vec::new();
    let source = Source { page: Id::read(PAGE).unwrap_or_default(), place: read.text("id") };
    for (place, one) in read.each("contacts").enumerate() {
        let phones: Vec<String> = one.each("phones").filter_map(|phone| phone.text("number")).collect();
        let id = Id::read(&format!("{service}-{}", place + 1)).unwrap_or_default();
        // A named person is not taken in: posts answer, and people move on.
        let name = one.text("title").or_else(|| one.text("department"));
        if one.text("name").is_some() && name.is_none() {
            let message = format!("contact {} of {service} may name a person; the name was left out", place + 1);
            faults.push(Fault::new(&read.spot, message).hint("write who answers there, by post or team"));
        }
        imported.contacts.push(Contact {
            id: id.clone(),
            name: name.unwrap_or_else(|| read.text("name").unwrap_or_default()),
            phones: list(phones),
            email: stated(one.text("email").filter(|text| is_email(text))),
            hours: Stated::NotStated,
            sources: vec![source.clone()],
            ..Contact::default()
        });
        ids.push(id);
    }
    ids
}

fn is_email(text: &str) -> bool {
    Email::new(text).is_some()
}
