//! What a host runs, said as a local offer says its services, so that open data tells both in one way.

use crate::host::{Host, HostKind};
use jiff::civil::Date;
use offer::place::Places;
use offer::{Contact, Extent, Head, Id, Offer, Page, Provider, ProviderKind, Service, Source, Stated, Status};

/// Something that a host runs. Nobody approved it as an offer is approved: nothing is said of duties, and what the host left
/// empty is not stated.
#[derive(Clone, Debug)]
pub struct Offered {
    /// What kind of thing, as addresses say it.
    pub kind: &'static str,
    /// It, without its names and without who gives it.
    pub service: Service,
    /// The day on which what the public sees of it was last changed.
    pub changed: Option<Date>,
    /// A number for questions.
    pub phone: Stated<String>,
    /// An email address for questions.
    pub email: Stated<String>,
}

/// What was typed; not stated where nothing was.
pub(crate) fn stated(text: &str) -> Stated<String> {
    match text.trim() {
        "" => Stated::NotStated,
        text => Stated::Is(text.to_owned()),
    }
}

/// The same of several things.
pub(crate) fn stated_each(list: Vec<String>) -> Stated<Vec<String>> {
    if list.is_empty() { Stated::NotStated } else { Stated::Is(list) }
}

impl Host {
    /// All of these, by their names in addresses, as the services of one offer. `address` is where the site is reached.
    pub fn offer<'a>(&self, things: impl IntoIterator<Item = (&'a str, Offered)>, address: &str) -> Offer {
        let council = Places::embedded().by_slug(&self.slug).filter(|_| self.kind == HostKind::Council);
        let head = Head {
            id: self.slug.parse().unwrap_or_default(),
            council: self.name.clone(),
            authority: council.map_or(Stated::NotStated, |council| Stated::Is(council.code)),
            status: Status::Published,
            ..Head::default()
        };
        let mut offer = Offer { head, ..Offer::default() };
        for (name, thing) in things {
            let Offered { kind, service, changed, phone, email } = thing;
            // No service of a council's own offer has such a name.
            let Ok(id) = format!("{kind}__{name}").parse::<Id>() else { continue };
            let Ok(url) = format!("{address}/{kind}/{}/{name}", self.slug).parse() else { continue };
            offer.pages.push(Page {
                id: id.clone(),
                title: service.name.clone(),
                url,
                seen: changed.map_or(Stated::NotStated, Stated::Is),
                extent: Extent::Whole,
                ..Page::default()
            });
            let phones = phone.value().map_or(Stated::NotStated, |phone| Stated::Is(vec![phone.clone()]));
            offer.contacts.push(Contact {
                id: id.clone(),
                name: self.name.clone(),
                phones,
                email,
                ..Contact::default()
            });
            offer.services.push(Service {
                contacts: vec![id.clone()],
                sources: vec![Source { page: id.clone(), place: None }],
                providers: match self.kind {
                    HostKind::Council => Vec::new(),
                    HostKind::Charity => vec![Provider { kind: ProviderKind::Charity, name: self.name.clone() }],
                },
                id,
                ..service
            });
        }
        offer
    }
}
