//! A peer group said as a local offer says a service.

use super::{Group, Record, Room, Standing};
use crate::offered::{Offered, stated, stated_each};
use jiff::civil::Date;
use offer::{Delivery, Eligibility, Published, Service, Stated};

impl Record {
    /// The group, where the public sees it on a day. A sensitive place is its area and no more.
    pub fn offered(&self, today: Date) -> Option<Offered> {
        let group = self.group.as_ref().filter(|_| matches!(self.standing(today), Standing::On(_)))?;
        Some(Offered {
            kind: "groups",
            service: service(group),
            changed: self.met.map(|(day, _)| day).max(self.listed),
            phone: stated(group.phone.as_deref().unwrap_or_default()),
            email: stated(group.email.as_deref().unwrap_or_default()),
        })
    }
}

fn service(group: &Group) -> Service {
    let delivery = [(group.room.is_some(), Delivery::InPerson), (group.is_online, Delivery::Online)];
    let text = |text: &Option<String>| stated(text.as_deref().unwrap_or_default());
    let is_for = group.culture.iter().map(|culture| Published { words: culture.clone(), exact: true });
    let is_for: Vec<Published> = is_for.collect();
    Service {
        name: group.name.clone(),
        summary: group.summary.clone(),
        delivery: Stated::Is(delivery.into_iter().filter_map(|(is_so, way)| is_so.then_some(way)).collect()),
        place: match &group.room {
            Some(room @ Room::Open { .. }) => Stated::Is(room.words()),
            Some(Room::Sensitive { .. }) => Stated::NotStated,
            None => Stated::None,
        },
        area: match &group.room {
            Some(Room::Sensitive { area }) => Stated::Is(area.clone()),
            _ => Stated::NotStated,
        },
        frequency: match &group.when {
            Some(_) => Stated::NotStated,
            None => Stated::Is("No fixed day. Ask when it meets next".to_owned()),
        },
        schedules: group.when.iter().map(|when| when.schedule().clone()).collect(),
        capacity: Stated::NotStated,
        cost: text(&group.cost),
        worth: Stated::NotStated,
        reach: text(&group.join).value().map_or(Stated::NotStated, |join| Stated::Is(vec![join.clone()])),
        evidence: Stated::NotStated,
        welcomes: group.welcomes.clone(),
        languages: stated_each(group.languages.clone()),
        accessibility: stated_each(group.access.clone()),
        safe_contact: Stated::NotStated,
        basis: Stated::NotStated,
        eligibility: Eligibility {
            published: if is_for.is_empty() { Stated::NotStated } else { Stated::Is(is_for) },
            ..Eligibility::default()
        },
        ..Service::default()
    }
}
