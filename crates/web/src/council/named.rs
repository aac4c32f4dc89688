//! A council by its name in addresses, with the offer it has here, if it has one.

use crate::App;
use offer::place::Council;
use offer::{Offer, Offers};

/// A council, its offer, or both.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named<'a> {
    /// One of the 153 councils; none where an offer is of a council that is not among them.
    pub council: Option<&'static Council>,
    /// Its offer, where one is held.
    pub offer: Option<&'a Offer>,
}

impl<'a> Named<'a> {
    /// The council of that name; `None` where there is neither a council nor an offer.
    pub(super) fn find(app: &App, offers: &'a Offers, slug: &str) -> Option<Named<'a>> {
        let council = app.places().by_slug(slug);
        let offer = council.and_then(|council| offers.by_council(council.code)).or_else(|| offers.by_slug(slug));
        (council.is_some() || offer.is_some()).then_some(Named { council, offer })
    }

    /// Its full name.
    pub(super) fn full_name(&self) -> String {
        match (self.offer, self.council) {
            (Some(offer), _) => offer.head.council.clone(),
            (None, Some(council)) => council.full_name.clone(),
            (None, None) => String::new(),
        }
    }
}
