//! A workshop as its host writes and publishes it.

use super::audience::Audience;
use super::times::{MOST_DAYS, Occasion, Times, When};
use super::venue::{Online, Venue, Way};
use super::word::{welcomes, words};
use jiff::civil::Date;
use law::Law;
use offer::Welcome;
use offer::place::Postcode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most reminders.
const MOST_REMINDERS: usize = 3;
/// The longest a text may be, in letters.
const LONGEST: usize = 4000;
/// The longest one line may be, in letters.
const LONGEST_LINE: usize = 200;
/// How far ahead a workshop may be.
const FURTHEST_DAYS: i32 = 800;
/// The most places.
const MOST_PLACES: u32 = 10_000;

words! {
    /// What a place is taken in.
    pub enum Booked {
        /// Each day by itself.
        #[default]
        EachDay = "each day",
        /// The course, all its days together.
        Course = "course",
        /// None is needed: people just come.
        Open = "just come",
    }
}

/// Something to read or use after a workshop.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Material {
    /// What it is.
    pub title: String,
    /// Where it is.
    pub link: String,
}

/// A workshop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workshop {
    /// What it is called.
    pub title: String,
    /// What it is, in a sentence or two.
    pub summary: String,
    /// More about it: what is done, who leads it.
    #[serde(default)]
    pub about: String,
    /// How people take part.
    pub way: Way,
    /// Where it is, where there is a place.
    #[serde(default)]
    pub venue: Venue,
    /// How to join, where that can be done from elsewhere.
    #[serde(default)]
    pub online: Online,
    /// When it is.
    pub times: Times,
    /// What a place is taken in.
    #[serde(default)]
    pub booked: Booked,
    /// How many places; none where there is no limit.
    #[serde(default)]
    pub places: Option<u32>,
    /// Whether there is a waiting list once they are taken.
    #[serde(default)]
    pub waits: bool,
    /// How many days before it booking closes; 0 for the hour it begins.
    #[serde(default)]
    pub closes: u8,
    /// How many days before it people are reminded, the furthest first.
    #[serde(default)]
    pub reminders: Vec<u8>,
    /// Who it is for.
    #[serde(default)]
    pub audience: Audience,
    /// For whom above all.
    #[serde(default, with = "welcomes")]
    pub welcomes: Vec<Welcome>,
    /// What it costs, in words; empty where it is free.
    #[serde(default)]
    pub cost: String,
    /// Which language it is in, where that is not English alone.
    #[serde(default)]
    pub language: String,
    /// Whom to ask: a phone number.
    #[serde(default)]
    pub phone: String,
    /// Whom to ask: an email address.
    #[serde(default)]
    pub email: String,
    /// Whether those who came may take a certificate.
    #[serde(default)]
    pub certificate: bool,
    /// Whether those who came are asked what they thought.
    #[serde(default)]
    pub asks_opinion: bool,
}

/// What stops a workshop from being published: the field, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field.
    pub field: &'static str,
    /// What to do, in a sentence.
    pub words: String,
}

impl Workshop {
    /// What stops it from being published on a day.
    pub fn faults(&self, law: &Law, today: Date) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut wrong = |field: &'static str, words: &str| faults.push(Fault { field, words: words.to_owned() });
        let line = |text: &str| text.chars().count() <= LONGEST_LINE && !text.chars().any(char::is_control);
        for (field, text, needed, words) in [
            ("title", &self.title, true, "Say what it is called, in one line"),
            ("summary", &self.summary, true, "Say what it is, in one or two sentences"),
            ("cost", &self.cost, false, "Say what it costs in one line"),
            ("language", &self.language, false, "Say the language in one line"),
            ("phone", &self.phone, false, "Write the phone number in one line"),
            ("email", &self.email, false, "Write the email address in one line"),
            ("venue_name", &self.venue.name, self.way.has_place(), "Say what the place is called"),
            ("venue_address", &self.venue.address, self.way.has_place(), "Say where the place is"),
            ("online_how", &self.online.how, self.way.has_online(), "Say how people join online"),
        ] {
            if (needed && text.trim().is_empty()) || !line(text) {
                wrong(field, words);
            }
        }
        for (field, text) in
            [("about", &self.about), ("venue_more", &self.venue.more), ("for_words", &self.audience.words)]
        {
            if text.chars().count() > LONGEST {
                wrong(field, "Write less: at most 4,000 letters");
            }
        }
        if self.way.has_place() && self.venue.postcode.parse::<Postcode>().is_err() {
            wrong("venue_postcode", "Write the whole postcode of the place, like SE1 2QH");
        }
        if self.way.has_online() && !self.online.link.is_empty() && !is_link(&self.online.link) {
            wrong("online_link", "Write the address to join at in full, like https://example.org/join");
        }
        if self.phone.trim().is_empty() && self.email.trim().is_empty() {
            wrong("phone", "Give a phone number or an email address for questions");
        }
        if self.times.hours.to <= self.times.hours.from {
            wrong("to", "Let it end later than it begins, on the same day");
        }
        if self.places.is_some_and(|places| places == 0 || places > MOST_PLACES) {
            wrong("places", "Write how many places there are, from 1 to 10,000, or leave it empty");
        }
        if self.reminders.len() > MOST_REMINDERS {
            wrong("reminders", "Choose at most three reminders");
        }
        if let (Some(from), Some(to)) = (self.audience.from_age, self.audience.to_age)
            && from > to
        {
            wrong("to_age", "Let the second age be no less than the first");
        }
        if self.audience.eligibility(law).is_err() {
            wrong("for_words", "Choose the kinds of arrangement from the list");
        }
        self.day_faults(law, today, &mut wrong);
        faults
    }

    fn day_faults(&self, law: &Law, today: Date, wrong: &mut dyn FnMut(&'static str, &str)) {
        let days = self.days(law);
        let last = days.last().copied();
        if last.is_none_or(|last| last < today) {
            wrong("first", "Give a first day that is still to come");
        }
        if last.is_some_and(|last| today.until(last).is_ok_and(|span| span.get_days() > FURTHEST_DAYS)) {
            wrong("again", "Let it end within two years from now");
        }
        if self.times.ruled().first() != Some(&self.times.first) {
            wrong("first", "The first day is not one of the days it comes again on. Change the day, or the weekdays");
        }
        if self.times.ruled().len() + self.times.also_on.len() > MOST_DAYS {
            wrong("also_on", "Give at most 200 days");
        }
    }

    /// Every day on which it is.
    pub fn days(&self, law: &Law) -> Vec<Date> {
        self.times.days(&|day| law.holidays.is_bank_holiday(day))
    }

    /// In what a place can be taken, in order, with what was called off; days that were called off and are no longer among
    /// its days are there too, so that nobody comes.
    pub fn occasions(&self, law: &Law, called_off: &BTreeMap<When, String>) -> Vec<Occasion> {
        let mut days = self.days(law);
        if self.booked == Booked::Course {
            let left: Vec<Date> =
                days.iter().copied().filter(|day| !called_off.contains_key(&When::Day(*day))).collect();
            let called_off = called_off.get(&When::Whole).cloned();
            // A course of which each day was called off is called off.
            let called_off = called_off.or_else(|| left.is_empty().then(|| "every day was called off".to_owned()));
            let days = if left.is_empty() { days } else { left };
            return if days.is_empty() { Vec::new() } else { vec![Occasion { when: When::Whole, days, called_off }] };
        }
        days.extend(called_off.keys().filter_map(|when| match when {
            When::Day(day) => Some(*day),
            When::Whole => None,
        }));
        days.sort_unstable();
        days.dedup();
        let whole = called_off.get(&When::Whole);
        let one = |day: Date| Occasion {
            when: When::Day(day),
            days: vec![day],
            called_off: called_off.get(&When::Day(day)).or(whole).cloned(),
        };
        days.into_iter().map(one).collect()
    }
}

/// Whether something is an address of the web that a page may link to.
pub(super) fn is_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty()
            && text.len() <= 1000
            && text.chars().all(|c| !c.is_whitespace() && !c.is_control() && c != '"')
    })
}
