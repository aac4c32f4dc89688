//! Where a service is given: an address with a postcode, or by telephone or online.

use super::hsds::{Address, Location};
use super::identity::Path;
use crate::offer::Offer;
use crate::place::{Council, Found, Places, Postcode, Spot};
use crate::service::{Delivery, Service};

/// The places of a service, with the point of each where it is known.
pub(crate) fn all(offer: &Offer, service: &Service, places: &Places) -> Vec<(Location, Option<Spot>)> {
    let physical = service.place.value().map(|place| physical(offer, place, places));
    let by_line = service.delivery.value().into_iter().flatten();
    let mut ways: Vec<&str> = by_line.filter_map(|way| virtual_name(*way)).collect();
    ways.dedup();
    let path = |name: &str| Path::new(offer.slug(), "location", name);
    let virtual_ones = ways.into_iter().map(|name| {
        let location = Location {
            id: path(name).id(),
            location_type: "virtual",
            name: name.to_owned(),
            description: None,
            addresses: Vec::new(),
        };
        (location, None)
    });
    physical.into_iter().chain(virtual_ones).collect()
}

fn virtual_name(way: Delivery) -> Option<&'static str> {
    match way {
        Delivery::Phone => Some("By telephone"),
        Delivery::Online => Some("Online"),
        Delivery::InPerson | Delivery::Home | Delivery::Post => None,
    }
}

fn physical(offer: &Offer, place: &str, places: &Places) -> (Location, Option<Spot>) {
    let path = Path::new(offer.slug(), "location", place);
    let found = Postcode::in_text(place).map(|code| (code, places.locate(code)));
    let (address, spot) = match &found {
        Some((code, Some(Found::England { council, near, .. }))) => {
            (Some(address(&path, place, *code, council, places)), near.to_owned())
        }
        _ => (None, None),
    };
    let location = Location {
        id: path.id(),
        location_type: "physical",
        name: place.split(',').next().unwrap_or(place).trim().to_owned(),
        description: Some(place.to_owned()),
        addresses: address.into_iter().collect(),
    };
    (location, spot)
}

fn address(path: &Path, line: &str, code: Postcode, council: &Council, places: &Places) -> Address {
    let written = code.to_string();
    let bare = line.replace(&written, "").replace(&written.replace(' ', ""), "");
    let mut parts: Vec<&str> = bare.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let is_town = |part: &str| {
        part == "London"
            || places.councils().iter().any(|known| known.name == part)
            || places.districts().iter().any(|known| known.name == part)
    };
    let town = parts.last().copied().filter(|last| parts.len() > 1 && is_town(last)).map(str::to_owned);
    if town.is_some() {
        parts.pop();
    }
    Address {
        id: path.part("address", 1).id(),
        location_id: path.id(),
        address_1: if parts.is_empty() { line.to_owned() } else { parts.join(", ") },
        city: town.unwrap_or_else(|| council.name.clone()),
        region: Some(council.region.as_str().to_owned()),
        state_province: council.name.clone(),
        postal_code: written,
        country: "GB",
        address_type: "physical",
    }
}
