//! The records of an offer as a check sees them: what kind each is, which lines of the checklist it answers, and
//! whether there is anything in it.

use super::report::Record;
use crate::cited::Source;
use crate::decision::Linked;
use crate::offer::{Offer, find};
use crate::page::Extent;
use crate::stated::Stated;
use crate::written::Id;

/// How much something shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shows {
    /// It was read and shows nothing.
    Nothing,
    /// It was not read.
    NotSeen,
    /// It shows some of it, for this reason.
    Some(&'static str),
    /// It shows it.
    All,
}

/// A record that says it answers lines of the checklist.
pub(super) struct Answering<'a> {
    pub(super) record: Record,
    pub(super) answers: &'a [Id],
    pub(super) shows: Shows,
}

pub(super) fn record(kind: &'static str, id: &Id, name: &str) -> Record {
    Record { kind, id: id.to_string(), name: name.to_owned() }
}

/// Whether all of an offer was read, so that what is not in it is not there. A council's own offer is; one made from
/// the beginnings of pages is not.
pub(super) fn is_read_whole(offer: &Offer) -> bool {
    let unseen = offer.sections.iter().any(|section| matches!(section.prose, Stated::NotSeen));
    !unseen && offer.pages.iter().all(|page| page.extent == Extent::Whole)
}

/// How much a value shows.
pub(super) fn shows<T>(value: &Stated<T>) -> Shows {
    match value {
        Stated::Is(_) => Shows::All,
        Stated::NotSeen => Shows::NotSeen,
        Stated::NotStated | Stated::None => Shows::Nothing,
    }
}

/// Every record of an offer that answers a line of the checklist.
pub(super) fn answering(offer: &Offer) -> Vec<Answering<'_>> {
    let mut all = Vec::new();
    let mut add = |kind, id: &'_ Id, name: &str, answers, shows| {
        all.push(Answering { record: record(kind, id, name), answers, shows });
    };
    for section in &offer.sections {
        let name = section.title.value().map_or(section.id.as_str(), String::as_str);
        let lists = !section.services.is_empty() || !section.payments.is_empty();
        let prose = match &section.prose {
            Stated::Is(list) if list.iter().all(|said| said.words.is_empty()) => Shows::Nothing,
            prose => shows(prose),
        };
        add("section", &section.id, name, &section.answers[..], if lists { Shows::All } else { prose });
    }
    for statement in &offer.statements {
        let words = statement.says.first().map_or("", |said| said.words.as_str());
        let shows = if words.is_empty() { Shows::Nothing } else { Shows::All };
        add("statement", &statement.id, words, &statement.answers, shows);
    }
    for service in &offer.services {
        let shows = match offer.is_earlier(service) && replaced(offer, &service.sources) {
            true => Shows::Some("it stands on an earlier version of the page only"),
            false => Shows::All,
        };
        add("service", &service.id, &service.name, &service.answers, shows);
    }
    for payment in &offer.payments {
        add("payment", &payment.id, &payment.name, &payment.answers, payment_shows(payment));
    }
    for contact in &offer.contacts {
        let known = [shows(&contact.phones), shows(&contact.email), shows(&contact.hours)];
        let shows = match (known.iter().all(|part| *part == Shows::All), known.contains(&Shows::All)) {
            (true, _) => Shows::All,
            (_, true) => Shows::Some("a telephone number, an email address or the hours are not there"),
            _ => known.into_iter().max().unwrap_or(Shows::NotSeen),
        };
        add("contact", &contact.id, &contact.name, &contact.answers, shows);
    }
    for organisation in &offer.organisations {
        add("organisation", &organisation.id, &organisation.name, &organisation.answers, Shows::All);
    }
    for complaint in &offer.complaints {
        let shows = match complaint.linked {
            _ if complaint.steps.is_empty() => Shows::Nothing,
            Stated::Is(Linked::No) | Stated::None => Shows::Some("no part of the offer that was read links to it"),
            _ => Shows::All,
        };
        add("complaint", &complaint.id, &complaint.name, &complaint.answers, shows);
    }
    for event in &offer.events {
        let shows = if event.says.is_empty() { Shows::Nothing } else { Shows::All };
        add("event", &event.id, &event.title, &event.answers, shows);
    }
    all
}

/// Whether the page that took the place of these was read to its end; otherwise it may still say the same.
pub(super) fn replaced(offer: &Offer, sources: &[Source]) -> bool {
    let pages = sources.iter().filter_map(|source| find(&offer.pages, &source.page));
    let mut current = pages.filter_map(|page| page.versions_of.as_ref()).flat_map(|topic| offer.versions(topic));
    current.any(|page| page.current && page.extent == Extent::Whole)
}

fn payment_shows(payment: &crate::money::Payment) -> Shows {
    use crate::money::PolicyStatus;
    if matches!(payment.status, Stated::Is(PolicyStatus::Past | PolicyStatus::Proposed)) {
        return Shows::Some("it is not in use now, or not known to be");
    }
    let published = &payment.eligibility.published;
    [shows(&payment.amount), shows(&payment.conditions), shows(published)].into_iter().max().unwrap_or(Shows::NotSeen)
}
