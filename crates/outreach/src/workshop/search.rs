//! What somebody looks for among workshops: what fits, what does not, and what is not stated.

use super::description::Workshop;
use super::venue::Way;
use jiff::civil::Date;
use offer::Welcome;
use offer::place::{Miles, Places, Spot};
use offer::search::Access;

/// What is wanted. Nothing of it says who looks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    /// The host, by its name in addresses.
    pub host: Option<String>,
    /// How to take part: a face-to-face one that can be joined online is both.
    pub way: Option<Way>,
    /// For whom above all.
    pub welcome: Option<Welcome>,
    /// What makes it easier to go.
    pub access: Option<Access>,
    /// Not before this day.
    pub from: Option<Date>,
    /// Not after this day.
    pub to: Option<Date>,
    /// From where, and within how many miles. What is online is near everybody.
    pub near: Option<(Spot, u8)>,
    /// Words that stand in it, each of them.
    pub words: Vec<String>,
}

/// How a workshop fits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fit {
    /// It does. How far it is, where that was asked and it has a place.
    Yes(Option<Miles>),
    /// Something that was asked for is not stated. That is not a no.
    NotStated(Option<Miles>),
    /// It does not.
    No,
}

impl Wanted {
    /// Whether a workshop of a host is what is wanted, on one of the days given.
    pub fn fits(&self, host: &str, workshop: &Workshop, days: &[Date], places: &Places) -> Fit {
        let is_in = |day: &&Date| self.from.is_none_or(|from| **day >= from) && self.to.is_none_or(|to| **day <= to);
        let way_fits = match self.way {
            None => true,
            Some(Way::Online) => workshop.way.has_online(),
            Some(Way::InPerson) => workshop.way.has_place(),
            Some(Way::Both) => workshop.way == Way::Both,
        };
        let text =
            [&workshop.title, &workshop.summary, &workshop.about, &workshop.venue.name].map(|text| text.to_lowercase());
        let has = |word: &String| text.iter().any(|text| text.contains(word.as_str()));
        if self.host.as_deref().is_some_and(|wanted| wanted != host)
            || !way_fits
            || days.iter().find(is_in).is_none()
            || !self.words.iter().all(has)
        {
            return Fit::No;
        }
        let miles = match self.near {
            None => None,
            Some((from, most)) => {
                let spot = workshop.spot(places);
                let miles = spot.map(|spot| from.miles_to(spot));
                if !workshop.way.has_online() && miles.is_some_and(|miles| miles.0 > f32::from(most)) {
                    return Fit::No;
                }
                miles
            }
        };
        // Nothing chosen by the host is a word to nobody.
        if self.welcome.is_some_and(|wanted| !workshop.welcomes.is_empty() && !workshop.welcomes.contains(&wanted)) {
            return Fit::No;
        }
        let silent = self.welcome.is_some_and(|wanted| !workshop.welcomes.contains(&wanted))
            || self.access.is_some_and(|wanted| workshop.way.has_place() && !workshop.venue.access.contains(&wanted));
        if silent { Fit::NotStated(miles) } else { Fit::Yes(miles) }
    }
}

impl Workshop {
    /// Where its place is: the middle of the postcode's sector.
    pub fn spot(&self, places: &Places) -> Option<Spot> {
        match places.find(self.way.has_place().then_some(self.venue.postcode.as_str())?) {
            Ok(offer::place::Found::England { near, .. }) => near,
            _ => None,
        }
    }
}
