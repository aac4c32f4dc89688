//! What a host may do with a workshop: an act becomes events, or is refused with what to do.

use super::description::{Booked, Material, Workshop, is_link};
use super::event::Event;
use super::kept::Kept;
use super::times::When;
use jiff::civil::Date;
use law::Law;
use thiserror::Error;

/// The most to read afterwards.
const MOST_MATERIALS: usize = 20;

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Keep it as it is typed.
    Save(Box<Workshop>),
    /// Make public what was saved.
    Publish,
    /// One day will not be.
    CallOffDay {
        /// The day.
        day: Date,
        /// Why.
        why: String,
    },
    /// All that is still to come will not be.
    CallOff {
        /// Why.
        why: String,
    },
    /// Put there what to read afterwards.
    GiveMaterials(Vec<Material>),
}

/// Why something was not done, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct Refusal(pub String);

fn refuse<T>(words: impl Into<String>) -> Result<T, Refusal> {
    Err(Refusal(words.into()))
}

/// The events that follow from an act, on a day.
///
/// # Errors
/// Why it may not be, in a sentence that says what to do.
pub fn decide(kept: &Kept, act: &Act, today: Date, law: &Law) -> Result<Vec<Event>, Refusal> {
    match act {
        Act::Save(workshop) if kept.draft.as_ref() == Some(&**workshop) => Ok(Vec::new()),
        Act::Save(workshop) if workshop.title.trim().is_empty() => refuse("Say what it is called"),
        Act::Save(workshop) => Ok(vec![Event::WorkshopSaved { workshop: workshop.clone() }]),
        Act::Publish => publish(kept, today, law),
        Act::CallOffDay { why, .. } | Act::CallOff { why } if why.trim().is_empty() || why.chars().count() > 1000 => {
            refuse("Say in a few words why it is called off. Those who booked are told")
        }
        Act::CallOffDay { day, why } => {
            let known = kept.public.as_ref().is_some_and(|public| public.days(law).contains(day));
            match known && *day >= today {
                false => refuse("Choose a day that is public and still to come"),
                true if kept.called_off.contains_key(&When::Day(*day)) => Ok(Vec::new()),
                true => Ok(vec![Event::DayCalledOff { day: *day, why: why.trim().to_owned() }]),
            }
        }
        Act::CallOff { why } => match kept.public.is_some() {
            false => refuse("It is not public, so there is nothing to call off"),
            true if kept.called_off.contains_key(&When::Whole) => Ok(Vec::new()),
            true => Ok(vec![Event::WorkshopCalledOff { why: why.trim().to_owned() }]),
        },
        Act::GiveMaterials(materials) => {
            if materials.len() > MOST_MATERIALS {
                return refuse("Give at most 20 things to read");
            }
            if materials.iter().any(|one| one.title.trim().is_empty() || one.title.chars().count() > 200) {
                return refuse("Say of each thing what it is, in one line");
            }
            if materials.iter().any(|one| !is_link(&one.link)) {
                return refuse("Write each address in full, like https://example.org/paper");
            }
            let is_news = kept.materials != *materials;
            Ok(is_news.then(|| Event::MaterialsGiven { materials: materials.clone() }).into_iter().collect())
        }
    }
}

fn publish(kept: &Kept, today: Date, law: &Law) -> Result<Vec<Event>, Refusal> {
    let Some(draft) = &kept.draft else { return refuse("Write it first") };
    if kept.called_off.contains_key(&When::Whole) {
        return refuse("It was called off, and those who booked were told. Begin another");
    }
    if let Some(fault) = draft.faults(law, today).first() {
        return refuse(fault.words.clone());
    }
    let Some(public) = &kept.public else { return Ok(vec![Event::WorkshopPublished]) };
    if !kept.has_changes() {
        return Ok(Vec::new());
    }
    if public.booked != draft.booked && (public.booked == Booked::Course || draft.booked == Booked::Course) {
        return refuse("How people book cannot change once it is public. Call it off, and begin another");
    }
    let days = draft.days(law);
    let lost = public
        .days(law)
        .into_iter()
        .find(|day| *day >= today && !days.contains(day) && !kept.called_off.contains_key(&When::Day(*day)));
    match lost {
        Some(day) => {
            refuse(format!("People may have booked for {}. Call that day off first", day.strftime("%-d %B %Y")))
        }
        None => Ok(vec![Event::WorkshopPublished]),
    }
}
