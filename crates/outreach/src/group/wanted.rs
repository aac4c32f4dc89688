//! What a carer looks for in a group, and whether one answers to it: yes, no, or not stated, which is never a no.

use super::Group;
use jiff::civil::Weekday;
use offer::{Delivery, Hours, Service, Welcome};

/// The part of the day in which something begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPart {
    /// Before noon.
    Morning,
    /// From noon to five.
    Afternoon,
    /// From five on.
    Evening,
}

impl DayPart {
    /// Every part.
    pub const ALL: [DayPart; 3] = [DayPart::Morning, DayPart::Afternoon, DayPart::Evening];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            DayPart::Morning => "morning",
            DayPart::Afternoon => "afternoon",
            DayPart::Evening => "evening",
        }
    }

    fn of(hours: Hours) -> DayPart {
        match hours.from.hour() {
            ..12 => DayPart::Morning,
            12..17 => DayPart::Afternoon,
            _ => DayPart::Evening,
        }
    }
}

/// What is looked for; nothing in it means that anything will do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Online (true) or face to face (false).
    pub online: Option<bool>,
    /// A day of the week.
    pub day: Option<Weekday>,
    /// A part of the day.
    pub part: Option<DayPart>,
    /// A language, in small letters.
    pub language: Option<String>,
    /// For whom in particular.
    pub welcome: Option<Welcome>,
    /// Made for a culture or faith.
    pub culture: bool,
}

/// One of the things that can be looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Online or face to face.
    Online,
    /// The day.
    Day,
    /// The part of the day.
    Part,
    /// The language.
    Language,
    /// For whom in particular.
    Welcome,
    /// A culture or faith.
    Culture,
}

/// Whether a group answers to what is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It does.
    Yes,
    /// Nothing speaks against it, but this is not stated.
    NotStated(Vec<Asked>),
    /// It does not.
    No(Vec<Asked>),
}

impl Wanted {
    /// Whether a group answers to this.
    ///
    /// ```
    /// use outreach::group::{Fit, Wanted};
    /// let group: outreach::group::Group = serde_json::from_str(
    ///     r#"{"name": "A", "summary": "B", "is_online": true, "welcomes": [], "languages": [], "access": []}"#,
    /// ).unwrap();
    /// assert_eq!(Wanted { online: Some(true), ..Wanted::default() }.fit(&group), Fit::Yes);
    /// assert!(matches!(Wanted { language: Some("urdu".into()), ..Wanted::default() }.fit(&group), Fit::NotStated(_)));
    /// ```
    pub fn fit(&self, group: &Group) -> Fit {
        let schedule = group.when.as_ref().map(super::When::schedule);
        let online = self.online.map(|online| Some(if online { group.is_online } else { group.room.is_some() }));
        let day = self.day.map(|day| schedule.map(|schedule| schedule.day == day));
        let part = self.part.map(|part| Some(DayPart::of(schedule?.hours?) == part));
        let language = self.language.as_ref().map(|wanted| {
            let is_one = |known: &String| known.to_lowercase().contains(wanted);
            (!group.languages.is_empty()).then(|| group.languages.iter().any(is_one))
        });
        // What a list does not name is not denied by it.
        let welcome = self.welcome.map(|whom| group.welcomes.contains(&whom).then_some(true));
        let culture = self.culture.then(|| group.culture.is_some().then_some(true));
        fit(&[
            (Asked::Online, online),
            (Asked::Day, day),
            (Asked::Part, part),
            (Asked::Language, language),
            (Asked::Welcome, welcome),
            (Asked::Culture, culture),
        ])
    }
}

impl Wanted {
    /// Whether a service of a council's offer that is a peer group answers to this.
    pub fn fit_service(&self, service: &Service) -> Fit {
        let online = self.online.map(|online| {
            let how = if online { Delivery::Online } else { Delivery::InPerson };
            service.delivery.value().map(|list| list.contains(&how))
        });
        let schedules = (!service.schedules.is_empty()).then_some(&service.schedules);
        let day = self.day.map(|day| schedules.map(|list| list.iter().any(|one| one.day == day)));
        let part = self.part.map(|part| {
            let hours: Vec<Hours> = schedules?.iter().filter_map(|one| one.hours).collect();
            (!hours.is_empty()).then(|| hours.into_iter().any(|hours| DayPart::of(hours) == part))
        });
        let language = self.language.as_ref().map(|wanted| {
            let list = service.languages.value()?;
            Some(list.iter().any(|known| known.to_lowercase().contains(wanted)))
        });
        let welcome = self.welcome.map(|whom| service.welcomes.contains(&whom).then_some(true));
        // An offer has no field for a culture; whom a service is made for may still tell one.
        let culture = self.culture.then(|| service.welcomes.contains(&Welcome::BlackAndAsian).then_some(true));
        fit(&[
            (Asked::Online, online),
            (Asked::Day, day),
            (Asked::Part, part),
            (Asked::Language, language),
            (Asked::Welcome, welcome),
            (Asked::Culture, culture),
        ])
    }
}

/// What follows from each answer: nothing asked, not stated, yes or no.
fn fit(asked: &[(Asked, Option<Option<bool>>)]) -> Fit {
    let those = |answer: Option<bool>| -> Vec<Asked> {
        asked.iter().filter(|(_, found)| *found == Some(answer)).map(|(asked, _)| *asked).collect()
    };
    match (those(Some(false)), those(None)) {
        (no, _) if !no.is_empty() => Fit::No(no),
        (_, unknown) if !unknown.is_empty() => Fit::NotStated(unknown),
        _ => Fit::Yes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_stated_is_never_a_no() {
        let group: Group = serde_json::from_str(
            r#"{"name": "A", "summary": "B", "when": "weekly | Thursday | 18:00", "is_online": false,
                "room": {"kind": "sensitive", "area": "north"}, "welcomes": ["men"], "languages": ["Urdu and English"],
                "access": []}"#,
        )
        .unwrap();
        let any = Wanted::default();
        for (wanted, fits) in [
            (any.clone(), Fit::Yes),
            (Wanted { online: Some(true), ..any.clone() }, Fit::No(vec![Asked::Online])),
            (Wanted { online: Some(false), ..any.clone() }, Fit::Yes),
            (Wanted { day: Some(Weekday::Thursday), part: Some(DayPart::Evening), ..any.clone() }, Fit::Yes),
            (Wanted { day: Some(Weekday::Friday), ..any.clone() }, Fit::No(vec![Asked::Day])),
            (Wanted { part: Some(DayPart::Morning), ..any.clone() }, Fit::No(vec![Asked::Part])),
            (Wanted { language: Some("urdu".into()), ..any.clone() }, Fit::Yes),
            (Wanted { language: Some("polish".into()), ..any.clone() }, Fit::No(vec![Asked::Language])),
            (Wanted { welcome: Some(Welcome::Men), ..any.clone() }, Fit::Yes),
            (Wanted { welcome: Some(Welcome::Siblings), ..any.clone() }, Fit::NotStated(vec![Asked::Welcome])),
            (Wanted { culture: true, ..any.clone() }, Fit::NotStated(vec![Asked::Culture])),
        ] {
            assert_eq!(wanted.fit(&group), fits, "{wanted:?}");
        }
    }
}
