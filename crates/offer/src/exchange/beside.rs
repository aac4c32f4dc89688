//! What stands beside a record of the feed: where it comes from, and what is not known.

use super::hsds::{Beside, PageSeen};
use super::record::Uri;
use crate::offer::{Offer, find};
use crate::page::Page;
use crate::service::Service;
use crate::stated::Stated;
use jiff::civil::Date;

/// The pages a service was found on, the current ones first.
pub(crate) fn pages<'a>(offer: &'a Offer, service: &Service) -> Vec<&'a Page> {
    let mut list: Vec<&Page> = service.sources.iter().filter_map(|source| find(&offer.pages, &source.page)).collect();
    list.sort_by_key(|page| page.versions_of.is_some() && !page.current);
    list.dedup();
    list
}

/// The newest day on which one of its pages was read.
pub(crate) fn seen(offer: &Offer, service: &Service) -> Option<Date> {
    pages(offer, service).iter().filter_map(|page| page.seen.value().copied()).max()
}

/// What the standard has no field for.
pub(crate) fn of(offer: &Offer, service: &Service) -> Beside {
    let known = silence(service);
    let which = |word: &str| known.iter().filter(|(_, known)| *known == Some(word)).map(|(key, _)| *key).collect();
    Beside {
        council: offer.slug().to_owned(),
        council_code: offer.authority().map(|code| code.to_string()),
        key: service.id.to_string(),
        example: offer.head.example,
        not_stated: which("not stated"),
        not_seen: which("not seen"),
        none: which("none"),
        discretion: service.eligibility.discretion.value().cloned(),
        safe_contact: service.safe_contact.value().cloned(),
        accessibility: service.accessibility.value().cloned().unwrap_or_default(),
        notes: service.notes.clone(),
        sources: (pages(offer, service).into_iter())
            .filter_map(|page| {
                Some(PageSeen {
                    title: page.title.clone(),
                    url: Uri::new(page.url.as_str())?,
                    seen: page.seen.value().copied(),
                    extent: page.extent.word(),
                })
            })
            .collect(),
    }
}

/// For each thing that a page may be silent about, the word for its silence.
fn silence(service: &Service) -> [(&'static str, Option<&'static str>); 14] {
    fn word<T>(stated: &Stated<T>) -> Option<&'static str> {
        stated.word()
    }
    [
        ("delivery", word(&service.delivery)),
        ("place", word(&service.place)),
        ("area", word(&service.area)),
        ("frequency", word(&service.frequency)),
        ("capacity", word(&service.capacity)),
        ("cost", word(&service.cost)),
        ("worth", word(&service.worth)),
        ("reach", word(&service.reach)),
        ("evidence", word(&service.evidence)),
        ("language", word(&service.languages)),
        ("accessibility", word(&service.accessibility)),
        ("safe contact", word(&service.safe_contact)),
        ("basis", word(&service.basis)),
        ("published", word(&service.eligibility.published)),
    ]
}
