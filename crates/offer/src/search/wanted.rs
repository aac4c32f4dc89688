//! What a family asks for beside words, and whether something answers to it: yes, no, or not stated.

use super::access::Access;
use super::listing::Listing;
use crate::service::{Delivery, Welcome};
use jiff::civil::Weekday;

/// What is asked for; nothing in it means that anything will do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The place of a need in [`super::Needs`].
    pub need: Option<usize>,
    /// A way it is given.
    pub delivery: Option<Delivery>,
    /// Only what is free.
    pub free: bool,
    /// A day.
    pub day: Option<Weekday>,
    /// The place of a language in [`Choices::languages`].
    pub language: Option<usize>,
    /// For whom in particular.
    pub welcome: Option<Welcome>,
    /// What must be done so that one can use it.
    pub access: Option<Access>,
}

/// One of the things that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// What it helps with.
    Need,
    /// How it is given.
    Delivery,
    /// What it costs.
    Cost,
    /// The day.
    Day,
    /// The language.
    Language,
    /// For whom in particular it is.
    Welcome,
    /// What is done so that everybody can use it.
    Access,
}

/// Whether something answers to what is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It does, as far as anything is asked for.
    Yes,
    /// Nothing speaks against it, but this is not stated.
    NotStated(Vec<Asked>),
    /// It does not.
    No(Vec<Asked>),
}

impl Wanted {
    /// Whether a listing answers to this. What is not stated is never taken for a no.
    pub fn fit(&self, listing: &Listing) -> Fit {
        let need = self.need.map(|place| (listing.needs != 0).then_some(listing.needs & (1 << place) != 0));
        let delivery = self.delivery.map(|how| listing.delivery.as_ref().map(|list| list.contains(&how)));
        let day = self.day.map(|day| listing.days.as_ref().map(|list| list.contains(&day)));
        let language = self.language.map(|place| listing.languages.as_ref().map(|list| list.contains(&place)));
        // What a list does not name is not denied by it.
        let welcome = self.welcome.map(|whom| listing.welcomes.contains(&whom).then_some(true));
        let access = self.access.map(|asked| listing.access.as_ref()?.contains(&asked).then_some(true));
        let asked = [
            (Asked::Need, need),
            (Asked::Delivery, delivery),
            (Asked::Cost, self.free.then_some(listing.free)),
            (Asked::Day, day),
            (Asked::Language, language),
            (Asked::Welcome, welcome),
            (Asked::Access, access),
        ];
        let those = |answer: Option<bool>| -> Vec<Asked> {
            asked.iter().filter(|(_, found)| *found == Some(answer)).map(|(asked, _)| *asked).collect()
        };
        match (those(Some(false)), those(None)) {
            (no, _) if !no.is_empty() => Fit::No(no),
            (_, unknown) if !unknown.is_empty() => Fit::NotStated(unknown),
            _ => Fit::Yes,
        }
    }

    /// Everything that is asked for.
    pub fn asked(&self) -> impl Iterator<Item = Asked> {
        let each = [
            (Asked::Need, self.need.is_some()),
            (Asked::Delivery, self.delivery.is_some()),
            (Asked::Cost, self.free),
            (Asked::Day, self.day.is_some()),
            (Asked::Language, self.language.is_some()),
            (Asked::Welcome, self.welcome.is_some()),
            (Asked::Access, self.access.is_some()),
        ];
        each.into_iter().filter(|(_, is_asked)| *is_asked).map(|(asked, _)| asked)
    }

    /// The same without one of the things asked for.
    #[must_use]
    pub fn without(&self, asked: Asked) -> Wanted {
        let mut less = self.clone();
        match asked {
            Asked::Need => less.need = None,
            Asked::Delivery => less.delivery = None,
            Asked::Cost => less.free = false,
            Asked::Day => less.day = None,
            Asked::Language => less.language = None,
            Asked::Welcome => less.welcome = None,
            Asked::Access => less.access = None,
        }
        less
    }
}

/// What can be chosen between: only what the offers hold.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// The languages something is given in.
    pub languages: Vec<String>,
    /// The ways something is given.
    pub deliveries: Vec<Delivery>,
    /// The days something is given on.
    pub days: Vec<Weekday>,
    /// For whom in particular something is.
    pub welcomes: Vec<Welcome>,
    /// What is done so that everybody can use something.
    pub access: Vec<Access>,
    /// Whether anything says that it is free.
    pub free: bool,
    /// The needs something answers to, as bits.
    pub needs: u32,
}

impl Choices {
    /// The place of a language, which is taken in where it is new.
    pub(super) fn language(&mut self, name: &str) -> usize {
        let place = self.languages.iter().position(|known| known == name);
        place.unwrap_or_else(|| {
            self.languages.push(name.to_owned());
            self.languages.len() - 1
        })
    }

    /// Takes in what a listing would answer to.
    pub(super) fn take(&mut self, listing: &Listing) {
        self.needs |= listing.needs;
        self.free |= listing.free == Some(true);
        add(&mut self.deliveries, listing.delivery.iter().flatten());
        add(&mut self.days, listing.days.iter().flatten());
        add(&mut self.welcomes, &listing.welcomes);
        add(&mut self.access, listing.access.iter().flatten());
    }

    /// Puts the choices in the order in which people look for them.
    pub(super) fn sort(&mut self) {
        self.deliveries.sort();
        self.welcomes.sort();
        self.access.sort();
        self.days.sort_by_key(|day| day.to_monday_zero_offset());
    }
}

/// Adds what is new.
fn add<'a, T: Copy + PartialEq + 'a>(list: &mut Vec<T>, new: impl IntoIterator<Item = &'a T>) {
    for one in new {
        if !list.contains(one) {
            list.push(*one);
        }
    }
}

/// A day of the week as people write it.
pub fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
