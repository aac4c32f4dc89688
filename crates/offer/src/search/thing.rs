//! What can be found, and the words by which it is known.

use super::listing::{Kind, Listing};
use super::need::Needs;
use crate::contact::{Contact, Organisation};
use crate::eligibility::Eligibility;
use crate::money::Payment;
use crate::offer::{Named, Offer, Offers};
use crate::service::Service;
use law::Law;
use law::rule::Support;

/// Something that can be found.
#[derive(Clone, Copy, Debug)]
pub enum Thing<'a> {
    /// A service of a council's offer.
    Service(&'a Offer, &'a Service),
    /// A payment of a council's offer.
    Payment(&'a Offer, &'a Payment),
    /// Somebody to ask at a council.
    Contact(&'a Offer, &'a Contact),
    /// A team or an organisation that an offer names.
    Organisation(&'a Offer, &'a Organisation),
    /// A support of national law.
    Support(&'a Support),
}

/// How much a word counts by where it stands.
const TITLE: f32 = 6.0;
const SUMMARY: f32 = 3.0;
const NEED: f32 = 2.5;
const SECTION: f32 = 1.5;
const BODY: f32 = 1.0;

/// Everything there is, in the order of the offers, and the law last.
pub(super) fn all<'a>(offers: &'a Offers, law: &'a Law) -> impl Iterator<Item = (Thing<'a>, Kind)> {
    let of_offers = offers.iter().enumerate().flat_map(|(offer, held)| {
        let services = held.services.iter().enumerate();
        let payments = held.payments.iter().enumerate();
        let contacts = held.contacts.iter().enumerate();
        let organisations = held.organisations.iter().enumerate();
        (services.map(move |(at, one)| (Thing::Service(held, one), Kind::Service { offer, at })))
            .chain(payments.map(move |(at, one)| (Thing::Payment(held, one), Kind::Payment { offer, at })))
            .chain(contacts.map(move |(at, one)| (Thing::Contact(held, one), Kind::Contact { offer, at })))
            .chain(
                organisations.map(move |(at, one)| (Thing::Organisation(held, one), Kind::Organisation { offer, at })),
            )
    });
    let supports = law.supports.iter().enumerate().map(|(at, one)| (Thing::Support(one), Kind::Support { at }));
    of_offers.chain(supports)
}

impl<'a> Thing<'a> {
    pub(super) fn of(kind: Kind, offers: &'a Offers, law: &'a Law) -> Option<Thing<'a>> {
        Some(match kind {
            Kind::Service { offer, at } => {
                offers.nth(offer).and_then(|of| Some(Thing::Service(of, of.services.get(at)?)))?
            }
            Kind::Payment { offer, at } => {
                offers.nth(offer).and_then(|of| Some(Thing::Payment(of, of.payments.get(at)?)))?
            }
            Kind::Contact { offer, at } => {
                offers.nth(offer).and_then(|of| Some(Thing::Contact(of, of.contacts.get(at)?)))?
            }
            Kind::Organisation { offer, at } => {
                offers.nth(offer).and_then(|of| Some(Thing::Organisation(of, of.organisations.get(at)?)))?
            }
            Kind::Support { at } => Thing::Support(law.supports.get(at)?),
        })
    }

    /// The offer it stands in; none for what is national.
    pub fn offer(&self) -> Option<&'a Offer> {
        match self {
            Thing::Service(offer, _) | Thing::Payment(offer, _) | Thing::Contact(offer, _) => Some(offer),
            Thing::Organisation(offer, _) => Some(offer),
            Thing::Support(_) => None,
        }
    }

    /// What a reader calls it.
    pub fn name(&self) -> &'a str {
        match self {
            Thing::Service(_, one) => &one.name,
            Thing::Payment(_, one) => &one.name,
            Thing::Contact(_, one) => &one.name,
            Thing::Organisation(_, one) => &one.name,
            Thing::Support(one) => &one.title,
        }
    }

    /// What it is, in a sentence or two.
    pub fn summary(&self) -> String {
        match self {
            Thing::Service(_, one) => one.summary.clone(),
            Thing::Payment(_, one) => one.summary.clone(),
            Thing::Contact(_, one) => format!("For you {}.", one.purposes.join(", or ")),
            Thing::Organisation(_, one) => one.summary.clone(),
            Thing::Support(one) => first_sentences(first_paragraph(&one.body)).to_owned(),
        }
    }

    /// Who it is for, where it says so.
    pub fn eligibility(&self) -> Option<&'a Eligibility> {
        match self {
            Thing::Service(_, one) => Some(&one.eligibility),
            Thing::Payment(_, one) => Some(&one.eligibility),
            _ => None,
        }
    }

    /// The national support it carries out or fills.
    pub fn support(&self) -> Option<&'a str> {
        match self {
            Thing::Service(_, one) => one.tie.support().map(|id| id.as_str()),
            Thing::Payment(_, one) => one.tie.support().map(|id| id.as_str()),
            Thing::Support(one) => Some(&one.id),
            Thing::Contact(..) | Thing::Organisation(..) => None,
        }
    }

    /// Its name among everything that can be found: `southwark/service/open-door`.
    pub(super) fn key(&self) -> String {
        let local = |offer: &Offer, kind: &str, one: &dyn Named| format!("{}/{kind}/{}", offer.slug(), one.name_of());
        match self {
            Thing::Service(offer, one) => local(offer, "service", *one),
            Thing::Payment(offer, one) => local(offer, "payment", *one),
            Thing::Contact(offer, one) => local(offer, "contact", *one),
            Thing::Organisation(offer, one) => local(offer, "organisation", *one),
            Thing::Support(one) => format!("law/{}", one.id),
        }
    }

    /// The words it is found by, with what they count.
    pub(super) fn texts(&self, listing: &Listing, needs: &Needs) -> Vec<(String, f32)> {
        let mut texts = vec![(self.name().to_owned(), TITLE), (self.summary(), SUMMARY)];
        let named = needs.iter().enumerate().filter(|(place, _)| listing.needs & (1 << place) != 0);
        texts.extend(named.map(|(_, need)| (need.name.clone(), NEED)));
        match self {
            Thing::Service(offer, one) => {
                texts.extend(one.providers.iter().map(|provider| (provider.name.clone(), BODY)));
                let said = [&one.frequency, &one.place, &one.area].into_iter().filter_map(|stated| stated.value());
                texts.extend(said.map(|words| (words.clone(), BODY)));
                texts.extend(one.welcomes.iter().map(|whom| (whom.word().to_owned(), NEED)));
                texts.extend(section_titles(offer, |section| section.services.contains(&one.id)));
            }
            Thing::Payment(offer, one) => {
                texts.extend(section_titles(offer, |section| section.payments.contains(&one.id)));
            }
            Thing::Contact(_, one) => texts.extend(one.notes.iter().map(|note| (note.clone(), BODY))),
            Thing::Organisation(_, one) => texts.extend(one.notes.iter().map(|note| (note.clone(), BODY))),
            Thing::Support(one) => texts.push((one.body.clone(), BODY)),
        }
        let published = self.eligibility().and_then(|who| who.published.value());
        texts.extend(published.into_iter().flatten().map(|said| (said.words.clone(), BODY)));
        texts
    }
}

fn section_titles(offer: &Offer, holds: impl Fn(&crate::Section) -> bool) -> impl Iterator<Item = (String, f32)> {
    let sections = offer.sections.iter().filter(move |section| holds(section));
    sections.filter_map(|section| Some((section.title.value()?.clone(), SECTION)))
}

/// The first paragraph of a page written in Markdown, after its heading.
fn first_paragraph(body: &str) -> &str {
    body.split("\n\n").map(str::trim).find(|part| !part.is_empty() && !part.starts_with('#')).unwrap_or_default()
}

/// The first two sentences of a text.
fn first_sentences(text: &str) -> &str {
    let ends = text.match_indices(". ").map(|(place, _)| place + 1);
    ends.take(2).last().and_then(|end| text.get(..end)).filter(|_| text.matches(". ").count() > 1).unwrap_or(text)
}
