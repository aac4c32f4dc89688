//! One council's kinship local offer, and those of several councils.

use crate::cited::Source;
use crate::clerk::Form;
use crate::contact::{Contact, Organisation};
use crate::decision::{Body, Clock, Complaint};
use crate::head::{Head, Status};
use crate::history::{Event, Remark};
use crate::money::Payment;
use crate::page::Page;
use crate::place::CouncilCode;
use crate::section::{Section, Statement};
use crate::service::Service;
use crate::stale::Left;
use crate::written::Id;
use std::sync::Arc;

/// One council's kinship local offer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offer {
    /// Whose it is, and where it stands.
    pub head: Head,
    /// The pages it was read from.
    pub pages: Vec<Page>,
    /// Its sections, in the council's own order.
    pub sections: Vec<Section>,
    /// What it states.
    pub statements: Vec<Statement>,
    /// Its services.
    pub services: Vec<Service>,
    /// Its payments.
    pub payments: Vec<Payment>,
    /// Whom to ask.
    pub contacts: Vec<Contact>,
    /// Who decides.
    pub bodies: Vec<Body>,
    /// The periods it states.
    pub clocks: Vec<Clock>,
    /// How to complain.
    pub complaints: Vec<Complaint>,
    /// The teams and organisations it names.
    pub organisations: Vec<Organisation>,
    /// What happened to it.
    pub events: Vec<Event>,
    /// What a careful reader notices.
    pub remarks: Vec<Remark>,
    /// What has left it; empty in an offer as it was read.
    pub left: Vec<Left>,
    /// The offer as it was read, where something has left this one.
    pub whole: Option<Arc<Offer>>,
}

/// A record that others point to by name.
pub trait Named {
    /// Its name.
    fn name_of(&self) -> &Id;
}

macro_rules! named {
    ($($kind:ty),+) => { $(impl Named for $kind {
        fn name_of(&self) -> &Id { &self.id }
    })+ };
}
named!(Page, Section, Statement, Service, Payment, Contact, Body, Clock, Complaint, Organisation, Event, Remark);

/// The record of that name in a list.
pub fn find<'a, T: Named>(list: &'a [T], id: &Id) -> Option<&'a T> {
    list.iter().find(|record| record.name_of() == id)
}

/// The records of those names in a list, in the order of the names.
pub fn all<'a, T: Named>(list: &'a [T], ids: &'a [Id]) -> impl Iterator<Item = &'a T> {
    ids.iter().filter_map(|id| find(list, id))
}

impl Offer {
    /// Its name in addresses.
    pub fn slug(&self) -> &str {
        self.head.id.as_str()
    }

    /// Whether it is for everybody to see: not while it is being written, nor once it is taken down.
    pub fn is_public(&self) -> bool {
        matches!(self.head.status, Status::Published | Status::InDevelopment)
    }

    /// The code of the council whose it is.
    pub fn authority(&self) -> Option<CouncilCode> {
        self.head.authority.value().copied()
    }

    /// The service of that name.
    pub fn service(&self, name: &str) -> Option<&Service> {
        self.services.iter().find(|service| service.id.is(name))
    }

    /// Whether a service stands only on versions of a page that have since been replaced.
    pub fn is_earlier(&self, service: &Service) -> bool {
        self.are_earlier(&service.sources)
    }

    /// Whether something was found only on versions of a page that have since been replaced.
    pub(crate) fn are_earlier(&self, sources: &[Source]) -> bool {
        let mut pages = sources.iter().filter_map(|source| find(&self.pages, &source.page)).peekable();
        pages.peek().is_some() && pages.all(|page| page.versions_of.is_some() && !page.current)
    }

    /// The sections that stand directly under another, or at the top.
    pub fn sections_under<'a>(&'a self, parent: Option<&'a Id>) -> impl Iterator<Item = &'a Section> {
        self.sections.iter().filter(move |section| section.under.as_ref() == parent)
    }
}

/// The offers of several councils.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offers {
    list: Vec<Arc<Offer>>,
}

impl Offers {
    /// Offers in the order of their names.
    pub(crate) fn new(list: Vec<Offer>) -> Offers {
        let mut list: Vec<Arc<Offer>> = list.into_iter().map(Arc::new).collect();
        list.sort_by(|a, b| a.head.id.cmp(&b.head.id));
        Offers { list }
    }

    /// Puts an offer in its place, instead of one under the same name or of the same council.
    pub fn put(&mut self, offer: Arc<Offer>) {
        let is_same = |known: &Offer| {
            known.slug() == offer.slug() || (known.authority().is_some() && known.authority() == offer.authority())
        };
        self.list.retain(|known| !is_same(known));
        let place = self.list.partition_point(|known| known.head.id < offer.head.id);
        self.list.insert(place, offer);
    }

    /// Takes the offer under a name out.
    pub fn remove(&mut self, slug: &str) {
        self.list.retain(|known| known.slug() != slug);
    }

    /// The same offers, each changed; none changes its name.
    pub(crate) fn map(&self, change: impl Fn(&Arc<Offer>) -> Arc<Offer>) -> Offers {
        Offers { list: self.list.iter().map(change).collect() }
    }

    /// Every offer, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = &Offer> {
        self.list.iter().map(Arc::as_ref)
    }

    /// The offer at a place in that order.
    pub(crate) fn nth(&self, place: usize) -> Option<&Offer> {
        self.list.get(place).map(Arc::as_ref)
    }

    /// The offer under a name in addresses.
    pub fn by_slug(&self, slug: &str) -> Option<&Offer> {
        self.iter().find(|offer| offer.slug() == slug)
    }

    /// The offer of a council.
    pub fn by_council(&self, code: CouncilCode) -> Option<&Offer> {
        self.iter().find(|offer| offer.authority() == Some(code))
    }
}

/// Every kind of entry, in the order in which an offer is written.
pub(crate) const KINDS: [&str; 13] = [
    Head::KIND,
    Statement::KIND,
    Page::KIND,
    Section::KIND,
    Service::KIND,
    Payment::KIND,
    Body::KIND,
    Clock::KIND,
    Contact::KIND,
    Organisation::KIND,
    Complaint::KIND,
    Event::KIND,
    Remark::KIND,
];
