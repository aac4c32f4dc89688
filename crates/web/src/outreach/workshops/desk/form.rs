//! The form in which a workshop is written: from its fields to a workshop, and back.

use crate::find::Fields;
use crate::language::{Said, in_english, say};
use crate::ui::show::capital;
use jiff::civil::{Date, Time};
use offer::search::Access;
use offer::{Nth, Welcome};
use outreach::form;
use outreach::workshop::{Audience, Booked, End, Every, Fault, Online, Recurrence, Slot, Times, Venue, Way, Workshop};

/// How often something comes again, as the form asks it.
pub(super) const RHYTHMS: [&str; 7] = ["", "daily", "weekly", "fortnightly", "weekday", "last", "own"];
/// How many days before people may be reminded.
pub(super) const REMINDERS: [u8; 4] = [14, 7, 2, 1];

/// What a reader sees of how often something comes again.
pub(super) fn rhythm(word: &str) -> Said {
    match word {
        "daily" => say("workshop-edit-again-daily"),
        "weekly" => say("workshop-edit-again-weekly"),
        "fortnightly" => say("workshop-edit-again-fortnightly"),
        "weekday" => say("workshop-edit-again-weekday"),
        "last" => say("workshop-edit-again-last"),
        "own" => say("workshop-edit-again-own"),
        _ => say("workshop-edit-again-once"),
    }
}

fn fault<T>(field: &'static str, words: Said) -> Result<T, Fault> {
    Err(Fault { field, words: words.plain().to_owned() })
}

/// A workshop from the fields of the form.
///
/// # Errors
/// What cannot be read, each with its field. What can be read and may not be published is told elsewhere.
pub(super) fn read(sent: &Fields) -> Result<Workshop, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut take = |result: Result<Times, Fault>| result.map_err(|fault| faults.push(fault)).ok();
    let times = take(times(sent));
    let number = |field: &'static str, most: u32| match sent.get(field) {
        "" => Ok(None),
        text => match text.parse::<u32>().ok().filter(|number| *number <= most) {
            Some(number) => Ok(Some(number)),
            None => fault(field, say("workshop-edit-wrong-number")),
        },
    };
    let mut numbers = [None; 4];
    for (place, (field, most)) in
        [("places", 10_000), ("closes", 60), ("from_age", 25), ("to_age", 25)].into_iter().enumerate()
    {
        match number(field, most) {
            Ok(number) => numbers[place] = number,
            Err(fault) => faults.push(fault),
        }
    }
    let [places, closes, from_age, to_age] = numbers;
    let small = |number: Option<u32>| number.and_then(|number| u8::try_from(number).ok());
    let text = |name: &str| sent.lines(name).unwrap_or_default().trim().to_owned();
    let line = |name: &str| sent.get(name).to_owned();
    let Some(times) = times.filter(|_| faults.is_empty()) else { return Err(faults) };
    Ok(Workshop {
        title: line("title"),
        summary: line("summary"),
        about: text("about"),
        way: Way::read(sent.get("way")).unwrap_or_default(),
        venue: Venue {
            name: line("venue_name"),
            address: line("venue_address"),
            postcode: line("venue_postcode"),
            access: Access::ALL
                .iter()
                .copied()
                .filter(|one| sent.all("access").any(|word| word == one.word()))
                .collect(),
            more: text("venue_more"),
        },
        online: Online { how: line("online_how"), link: line("online_link") },
        times,
        booked: Booked::read(sent.get("booked")).unwrap_or_default(),
        places,
        waits: sent.get("waits") == "yes",
        closes: small(closes).unwrap_or_default(),
        reminders: REMINDERS
            .into_iter()
            .filter(|days| sent.all("reminders").any(|word| word == days.to_string()))
            .collect(),
        audience: Audience {
            words: text("for_words"),
            arrangements: sent.all("arrangement").map(str::to_owned).collect(),
            from_age: small(from_age),
            to_age: small(to_age),
        },
        welcomes: Welcome::ALL.iter().copied().filter(|one| sent.all("whom").any(|word| word == one.word())).collect(),
        cost: line("cost"),
        language: line("language"),
        phone: line("phone"),
        email: line("email"),
        certificate: sent.get("certificate") == "yes",
        asks_opinion: sent.get("asks_opinion") == "yes",
    })
}

fn times(sent: &Fields) -> Result<Times, Fault> {
    let Some(first) = form::day(sent.get("first")) else {
        return fault("first", say("workshop-edit-wrong-first"));
    };
    let hour = |field: &'static str, words: Said| match Time::strptime("%H:%M", sent.get(field)) {
        Ok(time) => Ok(time),
        Err(_) => fault(field, words),
    };
    let hours =
        Slot { from: hour("from", say("workshop-edit-wrong-from"))?, to: hour("to", say("workshop-edit-wrong-to"))? };
    let dates = |field: &'static str| -> Result<Vec<Date>, Fault> {
        let words = sent.get(field).split([' ', ',', ';', '\n', '\r']).filter(|word| !word.is_empty());
        words.map(form::day).collect::<Option<_>>().map_or_else(|| fault(field, say("workshop-edit-wrong-days")), Ok)
    };
    Ok(Times {
        first,
        hours,
        again: again(sent, first)?,
        also_on: dates("also_on")?,
        not_on: dates("not_on")?,
        not_on_bank_holidays: sent.get("not_on_bank_holidays") == "yes",
    })
}

fn again(sent: &Fields, first: Date) -> Result<Option<Recurrence>, Fault> {
    let rhythm = sent.get("again");
    if rhythm.is_empty() {
        return Ok(None);
    }
    if rhythm == "own" {
        return sent.get("rule").parse().map(Some).or_else(|why: String| fault("rule", in_english(capital(&why))));
    }
    let end = match (sent.get("count"), sent.get("until")) {
        ("", "") => return fault("count", say("workshop-edit-wrong-end")),
        (count, "") => match count.parse::<u16>().ok().filter(|count| (1..=200).contains(count)) {
            Some(count) => End::Times(count),
            None => return fault("count", say("workshop-edit-wrong-count")),
        },
        ("", until) => match form::day(until) {
            Some(day) => End::Until(day),
            None => return fault("until", say("workshop-edit-wrong-until")),
        },
        _ => return fault("count", say("workshop-edit-wrong-both")),
    };
    match every(rhythm, first) {
        Some((every, interval)) => Ok(Some(Recurrence { every, interval, end })),
        None => fault("again", say("workshop-edit-wrong-again")),
    }
}

/// The rhythm of a word, counted from the first day.
fn every(word: &str, first: Date) -> Option<(Every, u8)> {
    let nth = || {
        Nth::ALL
            .iter()
            .copied()
            .find(|nth| first.nth_weekday_of_month(nth.number(), first.weekday()).ok() == Some(first))
    };
    Some(match word {
        "daily" => (Every::Days, 1),
        "weekly" => (Every::Weeks(Vec::new()), 1),
        "fortnightly" => (Every::Weeks(Vec::new()), 2),
        "weekday" => (Every::Months(nth()?, first.weekday()), 1),
        "last" => (Every::Months(Nth::Last, first.weekday()), 1),
        _ => return None,
    })
}

/// The fields of the form, as they stand for a workshop.
pub(super) fn fields(workshop: &Workshop) -> Fields {
    let mut list: Vec<(String, String)> = Vec::new();
    let mut put = |name: &str, value: String| list.push((name.to_owned(), value));
    let dates = |days: &[Date]| days.iter().map(Date::to_string).collect::<Vec<_>>().join(" ");
    let number = |number: Option<u8>| number.map(|number| number.to_string()).unwrap_or_default();
    let yes = |is: bool| if is { "yes".to_owned() } else { String::new() };
    let (times, venue, audience) = (&workshop.times, &workshop.venue, &workshop.audience);
    for (name, value) in [
        ("title", &workshop.title),
        ("summary", &workshop.summary),
        ("about", &workshop.about),
        ("venue_name", &venue.name),
        ("venue_address", &venue.address),
        ("venue_postcode", &venue.postcode),
        ("venue_more", &venue.more),
        ("online_how", &workshop.online.how),
        ("online_link", &workshop.online.link),
        ("for_words", &audience.words),
        ("cost", &workshop.cost),
        ("language", &workshop.language),
        ("phone", &workshop.phone),
        ("email", &workshop.email),
    ] {
        put(name, value.clone());
    }
    put("way", workshop.way.word().to_owned());
    put("booked", workshop.booked.word().to_owned());
    put("first", times.first.to_string());
    put("from", times.hours.from.strftime("%H:%M").to_string());
    put("to", times.hours.to.strftime("%H:%M").to_string());
    put("also_on", dates(&times.also_on));
    put("not_on", dates(&times.not_on));
    put("not_on_bank_holidays", yes(times.not_on_bank_holidays));
    if let Some(rule) = &times.again {
        let known = RHYTHMS.iter().copied();
        let word = known
            .filter(|word| *word != "own")
            .find(|word| every(word, times.first) == Some((rule.every.clone(), rule.interval)));
        put("again", word.unwrap_or("own").to_owned());
        match (word, rule.end) {
            (None, _) => put("rule", rule.to_string()),
            (Some(_), End::Times(times)) => put("count", times.to_string()),
            (Some(_), End::Until(day)) => put("until", day.to_string()),
        }
    }
    put("places", workshop.places.map(|places| places.to_string()).unwrap_or_default());
    put("waits", yes(workshop.waits));
    put("closes", workshop.closes.to_string());
    put("from_age", number(audience.from_age));
    put("to_age", number(audience.to_age));
    put("certificate", yes(workshop.certificate));
    put("asks_opinion", yes(workshop.asks_opinion));
    workshop.reminders.iter().for_each(|days| put("reminders", days.to_string()));
    audience.arrangements.iter().for_each(|code| put("arrangement", code.clone()));
    workshop.welcomes.iter().for_each(|whom| put("whom", whom.word().to_owned()));
    venue.access.iter().for_each(|one| put("access", one.word().to_owned()));
    Fields::from(list)
}

/// The fields of a form nobody has filled in: what most want is chosen.
pub(super) fn empty() -> Fields {
    let usual = [
        ("way", "in person"),
        ("booked", "each day"),
        ("waits", "yes"),
        ("reminders", "7"),
        ("reminders", "1"),
        ("closes", "0"),
        ("asks_opinion", "yes"),
        ("not_on_bank_holidays", "yes"),
    ];
    Fields::from(usual.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_comes_back() {
        let base = [
            ("title", "Sleep"),
            ("summary", "How children sleep."),
            ("way", "both"),
            ("first", "2026-12-08"),
            ("from", "10:00"),
            ("to", "12:00"),
            ("places", "10"),
            ("reminders", "7"),
            ("arrangement", "SGO"),
            ("from_age", "5"),
            ("access", "step-free"),
            ("whom", "grandparents"),
            ("not_on", "2026-12-22, 2026-12-29"),
            ("waits", "yes"),
        ];
        for more in [
            vec![],
            vec![("again", "weekly"), ("count", "6")],
            vec![("again", "fortnightly"), ("until", "2027-03-01")],
            vec![("again", "weekday"), ("count", "3")],
            vec![("again", "own"), ("rule", "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=6")],
        ] {
            let list = base.iter().chain(&more).map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            let workshop = read(&Fields::from(list.collect::<Vec<_>>())).unwrap();
            assert_eq!(read(&fields(&workshop)).unwrap(), workshop, "{more:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_at_its_field() {
        let told = |name: &str, value: &str| {
            let mut list =
                vec![("first", "2026-12-08"), ("from", "10:00"), ("to", "12:00"), ("again", "weekly"), ("count", "3")];
            list.retain(|(known, _)| *known != name);
            list.push((name, value));
            let list = list.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
            read(&Fields::from(list.collect::<Vec<_>>()))
                .err()
                .and_then(|faults| faults.first().map(|fault| fault.field))
        };
        for (name, value) in
            [("first", "soon"), ("from", "ten"), ("to", ""), ("count", "0"), ("places", "many"), ("not_on", "Monday")]
        {
            assert_eq!(told(name, value), Some(name));
        }
        assert_eq!(told("again", "own"), Some("rule"));
        assert_eq!(told("title", "Any"), None);
    }
}
