//! How a group is kept true: its organiser says when it met, and one of whom nobody has said so for long leaves the list.
//!
//! No law sets these times. They are ours, each with its reason, and the pages say them.

use super::event::Record;
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use law::calendar::Holidays;
use offer::Rhythm;
use serde::{Deserialize, Serialize};

/// For how many days a meeting keeps a group on the list. Most peer groups meet once a month: three meetings of which nobody
/// says anything are more than a holiday or an illness. A carer who finds a closed door does not come again.
pub const CONFIRMED_FOR: i32 = 92;
/// A group that meets more seldom has two rounds and two weeks.
const GRACE: i32 = 14;
/// The organiser is asked at most so often, in days: a weekly group is not to be written to each week.
pub const ASKED_EVERY: i32 = 28;
/// So many days before it leaves the list, the organiser is told that it will.
pub const LEAVING: i32 = 14;

/// How far on it is when the organiser is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// A meeting was to be.
    Met,
    /// It leaves the list soon.
    Leaving,
    /// It has left the list.
    Left,
}

/// What to ask of an organiser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// How far on it is.
    pub stage: Stage,
    /// The last meeting there should have been, where its days are fixed.
    pub about: Option<Date>,
    /// The last day on the list, unless somebody says that it met.
    pub until: Date,
}

/// Whether the public sees a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is on the list, until a day.
    On(Date),
    /// It has left the list on its own, after a day, because nobody said that it met.
    Left(Date),
    /// The host has it off the list.
    Off,
}

impl Record {
    /// Whether the public sees it on a day.
    pub fn standing(&self, today: Date) -> Standing {
        let Some(listed) = self.listed.filter(|_| self.group.is_some()) else { return Standing::Off };
        let until = self.until(listed);
        if today <= until { Standing::On(until) } else { Standing::Left(until) }
    }

    /// The last day on the list: counted from the last meeting, and before there was one from the day it was listed.
    fn until(&self, listed: Date) -> Date {
        let seen = self.met.map_or(listed, |(met, _)| met.max(listed));
        let rhythm = self.group.as_ref().and_then(|group| group.when.as_ref()).map(|when| when.schedule().rhythm);
        let round = match rhythm {
            Some(Rhythm::Weekly(weeks)) => i32::from(weeks) * 7,
            Some(Rhythm::Monthly(months, _)) => i32::from(months) * 31,
            None => 0,
        };
        // What one round fits in three months is asked three times; what does not has two rounds.
        let days = if round > CONFIRMED_FOR / 3 { (2 * round + GRACE).max(CONFIRMED_FOR) } else { CONFIRMED_FOR };
        seen.checked_add(days.days()).unwrap_or(Date::MAX)
    }

    /// The last meeting there should have been before a day, of which nobody has said whether it was.
    pub fn unsaid(&self, today: Date, holidays: &Holidays) -> Option<Date> {
        let when = self.group.as_ref()?.when.as_ref()?;
        let known = [self.met.map(|(on, _)| on), self.missed].into_iter().flatten().max();
        let begin = known.and_then(|day| day.tomorrow().ok()).max(self.listed)?;
        let is_holiday = |day: Date| holidays.is_bank_holiday(day);
        when.schedule().days_from(begin, &is_holiday).take_while(|day| *day < today).last()
    }

    /// The next meeting from a day on, that day among them.
    pub fn next(&self, today: Date, holidays: &Holidays) -> Option<Date> {
        let when = self.group.as_ref()?.when.as_ref()?;
        let is_holiday = |day: Date| holidays.is_bank_holiday(day);
        when.schedule().days_from(today, &is_holiday).next()
    }

    /// What to ask the organiser today; nothing where it was asked not long ago, or there is nothing to ask.
    pub fn ask(&self, today: Date, holidays: &Holidays) -> Option<Ask> {
        let (stage, until) = match self.standing(today) {
            Standing::Off => return None,
            Standing::Left(until) => (Stage::Left, until),
            Standing::On(until) if add(today, LEAVING.days()) >= until => (Stage::Leaving, until),
            Standing::On(until) => (Stage::Met, until),
        };
        let about = self.unsaid(today, holidays);
        let is_due = match stage {
            Stage::Leaving | Stage::Left => !self.asked.iter().any(|(_, known)| *known == stage),
            Stage::Met => {
                let last = [self.asked.last().map(|(day, _)| *day), self.met.map(|(on, _)| on)];
                let last = last.into_iter().flatten().max();
                let is_long = |last: Date| (today - last).get_days() >= ASKED_EVERY;
                let has_days = self.group.as_ref().is_some_and(|group| group.when.is_some());
                last.or(self.listed).is_none_or(|day| is_long(day) || (last.is_none() && has_days))
                    && (about.is_some() || !has_days)
            }
        };
        is_due.then_some(Ask { stage, about, until })
    }
}

fn add(day: Date, span: Span) -> Date {
    day.checked_add(span).unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Run;
    use crate::group::{Event, Group, Told, When};
    use jiff::civil::date;
    use offer::publish::Officer;

    fn happens(record: &mut Record, event: Event) {
        record.take(&event, &Officer::new("a"), jiff::Timestamp::UNIX_EPOCH);
    }

    fn group(when: Option<&str>) -> Record {
        let when = when.map(|text| When::try_from(text.to_owned()).unwrap());
        let group = Group {
            name: "A group".into(),
            summary: "Talk.".into(),
            when,
            room: None,
            is_online: true,
            welcomes: Vec::new(),
            culture: None,
            languages: Vec::new(),
            access: Vec::new(),
            cost: None,
            join: None,
            phone: None,
            email: None,
        };
        let mut record = Record::default();
        happens(&mut record, Event::GroupSaved { group: Box::new(group) });
        happens(&mut record, Event::GroupListed { on: date(2026, 9, 1) });
        record
    }

    const MONTHLY: Option<&str> = Some("monthly | second Tuesday | 10:00 to 12:00");

    #[test]
    fn a_group_of_which_nobody_says_that_it_met_leaves_the_list() {
        let mut record = group(MONTHLY);
        assert_eq!(record.standing(date(2026, 12, 2)), Standing::On(date(2026, 12, 2)));
        assert_eq!(record.standing(date(2026, 12, 3)), Standing::Left(date(2026, 12, 2)));
        happens(&mut record, Event::GroupMet { on: date(2026, 12, 8), told: Told::Organiser });
        assert_eq!(record.standing(date(2026, 12, 9)), Standing::On(date(2027, 3, 10)));
        happens(&mut record, Event::GroupTakenOff { why: "It ended.".into() });
        assert_eq!(record.standing(date(2026, 12, 10)), Standing::Off);
        let seldom = group(Some("every 3 months | first Monday | from 2026-09-07"));
        assert_eq!(seldom.standing(date(2027, 3, 1)), Standing::On(date(2027, 3, 20)), "two rounds of 93 days, and 14");
        assert_eq!(group(None).standing(date(2026, 12, 3)), Standing::Left(date(2026, 12, 2)));
    }

    #[test]
    fn the_organiser_is_asked_after_a_meeting_and_before_it_leaves() {
        let mut record = group(MONTHLY);
        let holidays = Holidays::default();
        let mut asked = Vec::new();
        let mut today = date(2026, 9, 1);
        while today < date(2027, 2, 1) {
            if let Some(ask) = record.ask(today, &holidays) {
                asked.push((today, ask.stage, ask.about));
                happens(&mut record, Event::GroupAsked { on: today, stage: ask.stage, about: ask.about });
            }
            today = today.tomorrow().unwrap();
        }
        let expected = [
            (date(2026, 9, 9), Stage::Met, Some(date(2026, 9, 8))),
            (date(2026, 10, 7), Stage::Met, Some(date(2026, 9, 8))),
            (date(2026, 11, 4), Stage::Met, Some(date(2026, 10, 13))),
            (date(2026, 11, 18), Stage::Leaving, Some(date(2026, 11, 10))),
            (date(2026, 12, 3), Stage::Left, Some(date(2026, 11, 10))),
        ];
        assert_eq!(asked, expected);
    }

    #[test]
    fn what_was_said_is_not_asked_again() {
        let mut record = group(Some("weekly | Thursday | 18:00"));
        let holidays = Holidays::default();
        assert_eq!(record.ask(date(2026, 9, 4), &holidays).unwrap().about, Some(date(2026, 9, 3)));
        happens(&mut record, Event::GroupMissed { on: date(2026, 9, 3), told: Told::Desk });
        assert_eq!(record.ask(date(2026, 9, 5), &holidays), None, "nothing is unsaid");
        happens(&mut record, Event::GroupMet { on: date(2026, 9, 10), told: Told::Organiser });
        assert_eq!(record.ask(date(2026, 9, 25), &holidays), None, "a weekly group is not written to each week");
        assert_eq!(record.ask(date(2026, 10, 9), &holidays).unwrap().about, Some(date(2026, 10, 8)));
        assert_eq!(record.next(date(2026, 10, 9), &holidays), Some(date(2026, 10, 15)));
        // What is said of an earlier meeting does not take back what is known of a later one.
        happens(&mut record, Event::GroupMet { on: date(2026, 9, 3), told: Told::Desk });
        assert_eq!(record.met, Some((date(2026, 9, 10), Told::Organiser)));
    }
}
