//! What is known of something that can be found, beside its words: what filters ask for, and how fresh it is.

use super::access::Access;
use super::need::{Marks, Needs};
use super::thing::Thing;
use super::wanted::{Choices, weekday_name};
use crate::cited::Source;
use crate::offer::{Offer, find};
use crate::place::{CouncilCode, Found, Places, Postcode, Spot};
use crate::service::{Delivery, Service, Welcome};
use crate::stated::Stated;
use jiff::civil::{Date, Weekday};
use law::Law;

/// What a listing stands for, and where that stands in the offers and the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A service.
    Service {
        /// The place of the offer.
        offer: usize,
        /// The place in it.
        at: usize,
    },
    /// A payment.
    Payment {
        /// The place of the offer.
        offer: usize,
        /// The place in it.
        at: usize,
    },
    /// A contact.
    Contact {
        /// The place of the offer.
        offer: usize,
        /// The place in it.
        at: usize,
    },
    /// A team or an organisation.
    Organisation {
        /// The place of the offer.
        offer: usize,
        /// The place in it.
        at: usize,
    },
    /// A national support.
    Support {
        /// The place in the law.
        at: usize,
    },
}

/// What listings are made with.
pub(super) struct Makings<'a> {
    pub law: &'a Law,
    pub places: &'a Places,
    pub needs: &'a Needs,
    pub marks: &'a Marks,
}

/// Something that can be found. `None` in it is "not stated or not seen", never "no".
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// What it stands for.
    pub kind: Kind,
    /// Its name among everything that can be found.
    pub key: String,
    /// The council; none for what is national.
    pub council: Option<CouncilCode>,
    /// How early it matters, 9 first.
    pub weight: u8,
    /// The needs it meets, as bits; none of them where nothing tells.
    pub needs: u32,
    /// How it is given.
    pub delivery: Option<Vec<Delivery>>,
    /// Whether it is free.
    pub free: Option<bool>,
    /// On which days.
    pub days: Option<Vec<Weekday>>,
    /// In which languages, as places in [`Choices::languages`].
    pub languages: Option<Vec<usize>>,
    /// For whom in particular it is; empty where nothing is stated.
    pub welcomes: Vec<Welcome>,
    /// What is done so that everybody can use it.
    pub access: Option<Vec<Access>>,
    /// Where it is given, or where its office is.
    pub spot: Option<Spot>,
    /// The day its page was last read or its number tried; the oldest of several.
    pub seen: Option<Date>,
}

impl Listing {
    /// `text` is its title and summary, as stems.
    pub(super) fn of(kind: Kind, thing: &Thing, text: &[u32], makings: &Makings, choices: &mut Choices) -> Listing {
        let Makings { law, places, needs, marks } = makings;
        let support = thing.support().and_then(|id| Some((id, law.support(id)?.group.as_str())));
        let base = Listing {
            kind,
            key: thing.key(),
            council: thing.offer().and_then(Offer::authority),
            weight: 5,
            needs: needs.bits(support, text, marks),
            delivery: None,
            free: None,
            days: None,
            languages: None,
            welcomes: Vec::new(),
            access: None,
            spot: None,
            seen: None,
        };
        let oldest = |offer: &Offer, sources: &[Source]| {
            let pages = sources.iter().filter_map(|source| find(&offer.pages, &source.page));
            pages.filter_map(|page| page.seen.value().copied()).min()
        };
        match thing {
            Thing::Service(offer, one) => {
                Listing { seen: oldest(offer, &one.sources), ..base }.with_service(one, places, choices)
            }
            Thing::Payment(offer, one) => Listing { seen: oldest(offer, &one.sources), ..base },
            Thing::Contact(offer, one) => Listing {
                weight: 3,
                delivery: one.phones.value().map(|_| vec![Delivery::Phone]),
                spot: one.post.value().and_then(|post| spot_in(post, places)),
                seen: one.checked.value().copied().or_else(|| oldest(offer, &one.sources)),
                ..base
            },
            Thing::Organisation(offer, one) => Listing { weight: 2, seen: oldest(offer, &one.sources), ..base },
            Thing::Support(one) => {
                let day = one.checked.split(',').next().and_then(|day| day.trim().parse().ok());
                Listing { weight: one.weight, seen: day, ..base }
            }
        }
    }

    fn with_service(self, service: &Service, places: &Places, choices: &mut Choices) -> Listing {
        let languages = match &service.languages {
            Stated::Is(list) => Some(list.iter().map(|language| choices.language(language)).collect()),
            _ => None,
        };
        Listing {
            delivery: service.delivery.value().cloned(),
            free: match &service.cost {
                Stated::Is(cost) => Some(cost.to_lowercase().starts_with("free")),
                Stated::None => Some(true),
                Stated::NotStated | Stated::NotSeen => None,
            },
            days: Some(weekdays(service)).filter(|days| !days.is_empty()),
            languages,
            welcomes: service.welcomes.clone(),
            access: Access::of(service),
            spot: service.place.value().and_then(|place| spot_in(place, places)),
            ..self
        }
    }

    /// How much it is worth beside others that fit the words as well: something to use before somebody to ask.
    pub(super) fn worth(&self) -> f32 {
        match self.kind {
            Kind::Service { .. } | Kind::Payment { .. } => 1.0,
            Kind::Support { .. } => 0.9 + f32::from(self.weight) / 90.0,
            Kind::Contact { .. } => 0.7,
            Kind::Organisation { .. } => 0.65,
        }
    }
}

/// The days of the week on which a service is given: by its schedule, or named by its words.
fn weekdays(service: &Service) -> Vec<Weekday> {
    let text = service.frequency.value().map(|text| text.to_lowercase()).unwrap_or_default();
    let is_scheduled = |day: Weekday| service.schedules.iter().any(|schedule| schedule.day == day);
    let days = Weekday::Monday.cycle_forward().take(7);
    days.filter(|day| is_scheduled(*day) || text.contains(&weekday_name(*day).to_lowercase())).collect()
}

/// Where an address lies, by the postcode in it.
fn spot_in(address: &str, places: &Places) -> Option<Spot> {
    let postcode = Postcode::in_text(address)?;
    match places.locate(postcode)? {
        Found::England { near, .. } => near,
        _ => None,
    }
}
