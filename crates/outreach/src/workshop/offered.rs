//! A workshop said as a local offer says a service.

use super::description::{Booked, Workshop};
use super::kept::Kept;
use super::recurrence::Every;
use super::times::Times;
use super::venue::Way;
use crate::offered::{Offered, stated, stated_each};
use jiff::civil::Date;
use law::Law;
use offer::{Delivery, Hours, Rhythm, Schedule, Service, Stated};

impl Kept {
    /// What of it can still be taken part in on a day; none where nothing can, or where it is not public.
    pub fn offered(&self, law: &Law, today: Date) -> Option<Offered> {
        let workshop = self.public.as_ref()?;
        let held = self.to_come(law, today).into_iter().filter(|one| one.called_off.is_none());
        let days: Vec<Date> = held.flat_map(|one| one.days).filter(|day| *day >= today).collect();
        if days.is_empty() {
            return None;
        }
        Some(Offered {
            kind: "workshops",
            service: service(workshop, &days, law),
            changed: self.changed,
            phone: stated(&workshop.phone),
            email: stated(&workshop.email),
        })
    }
}

fn service(workshop: &Workshop, days: &[Date], law: &Law) -> Service {
    let venue = &workshop.venue;
    let delivery = match workshop.way {
        Way::InPerson => vec![Delivery::InPerson],
        Way::Online => vec![Delivery::Online],
        Way::Both => vec![Delivery::InPerson, Delivery::Online],
    };
    let access = venue.access.iter().map(|access| access.name().to_owned());
    let access: Vec<String> = access.chain(Some(venue.more.clone())).filter(|words| !words.trim().is_empty()).collect();
    let (reach, safe_contact) = match workshop.booked {
        Booked::Open => ("You need not book. Just come", Stated::NotStated),
        Booked::EachDay | Booked::Course => {
            ("Book a place on its page", Stated::Is("When you book, you say how it is safe to reach you".to_owned()))
        }
    };
    Service {
        name: workshop.title.clone(),
        summary: workshop.summary.clone(),
        delivery: Stated::Is(delivery),
        place: match workshop.way.has_place() {
            true => Stated::Is(format!("{}, {}, {}", venue.name, venue.address, venue.postcode)),
            false => Stated::None,
        },
        area: Stated::NotStated,
        frequency: Stated::NotStated,
        schedules: schedules(&workshop.times, days),
        capacity: match workshop.places {
            Some(places) => Stated::Is(format!("{places} places")),
            None => Stated::NotStated,
        },
        cost: match workshop.cost.trim() {
            "" => Stated::None,
            cost => Stated::Is(cost.to_owned()),
        },
        worth: Stated::NotStated,
        reach: Stated::Is(vec![reach.to_owned()]),
        evidence: Stated::NotStated,
        welcomes: workshop.welcomes.clone(),
        languages: Stated::Is(vec![match workshop.language.trim() {
            "" => "English".to_owned(),
            language => language.to_owned(),
        }]),
        accessibility: stated_each(access),
        safe_contact,
        // Its days say when it is. One that is still to come can be joined already, and is not told as not begun.
        from: Stated::NotStated,
        to: Stated::NotStated,
        basis: Stated::NotStated,
        eligibility: workshop.audience.eligibility(law).unwrap_or_default(),
        ..Service::default()
    }
}

/// The days as a rhythm, where a rhythm gives exactly these; otherwise day by day.
fn schedules(times: &Times, days: &[Date]) -> Vec<Schedule> {
    let hours = Some(Hours { from: times.hours.from, to: Some(times.hours.to) });
    let schedule = |rhythm, from: Date, to| Schedule {
        rhythm,
        day: from.weekday(),
        hours,
        from: Some(from),
        to: Some(to),
        not_on_bank_holidays: false,
        not_on: Vec::new(),
    };
    let again = times.again.as_ref().and_then(|rule| {
        let every = i8::try_from(rule.interval).ok()?;
        match rule.every {
            Every::Weeks(_) => Some(Rhythm::Weekly(every)),
            Every::Months(nth, _) => Some(Rhythm::Monthly(every, nth)),
            Every::Days | Every::MonthsByNumber => None,
        }
    });
    if let Some(rhythm) = again {
        let mut list: Vec<Schedule> = Vec::new();
        for day in days {
            match list.iter_mut().find(|one| one.day == day.weekday()) {
                Some(one) => one.to = Some(*day),
                None => list.push(schedule(rhythm, *day, *day)),
            }
        }
        let mut given: Vec<Date> = list.iter().flat_map(|one| one.days_from(Date::MIN, &|_| false)).collect();
        given.sort_unstable();
        if given == days {
            return list;
        }
    }
    days.iter().map(|day| schedule(Rhythm::Weekly(1), *day, *day)).collect()
}
