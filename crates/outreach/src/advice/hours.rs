//! When a line is answered: open now, open again at, or not stated, which is never “shut”.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time, Weekday};
use law::calendar::Holidays;
use offer::search::weekday_name;
use serde::{Deserialize, Serialize};

/// How far ahead the next opening is looked for.
const AHEAD: i32 = 21;

/// Hours on some days of the week: `Monday to Friday | 09:30 to 15:00`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Opening {
    first: Weekday,
    last: Weekday,
    from: Time,
    to: Time,
}

/// What holds on bank holidays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BankHolidays {
    /// Nobody says.
    #[default]
    NotStated,
    /// It is shut.
    Shut,
    /// It is open as on other days.
    Open,
}

impl BankHolidays {
    /// Every value, with the word files and forms use.
    pub const ALL: [(BankHolidays, &str); 3] =
        [(BankHolidays::NotStated, "not stated"), (BankHolidays::Shut, "shut"), (BankHolidays::Open, "open")];

    /// The word files use.
    pub fn word(self) -> &'static str {
        BankHolidays::ALL.iter().find(|(value, _)| *value == self).map_or("", |(_, word)| word)
    }

    /// The value of a word.
    pub fn of(word: &str) -> Option<BankHolidays> {
        BankHolidays::ALL.iter().find(|(_, known)| *known == word).map(|(value, _)| *value)
    }
}

/// The hours of a week.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week {
    /// The hours.
    pub openings: Vec<Opening>,
    /// What holds on bank holidays.
    pub bank_holidays: BankHolidays,
}

/// The next time a line opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opens {
    /// When.
    pub at: DateTime,
    /// Whether it is sure: bank holidays are not known for every year ahead.
    pub is_sure: bool,
}

/// Whether a line is answered at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is, until then.
    Open(Time),
    /// It is not.
    Shut(Option<Opens>),
    /// It is a bank holiday, and nobody says what holds then.
    BankHoliday(Option<Opens>),
    /// Its hours are not stated.
    NotStated,
}

impl Opening {
    /// The first and the last of its days.
    pub fn days(&self) -> (Weekday, Weekday) {
        (self.first, self.last)
    }

    /// From when to when.
    pub fn times(&self) -> (Time, Time) {
        (self.from, self.to)
    }

    fn is_on(&self, day: Weekday) -> bool {
        let place = |one: Weekday| one.to_monday_zero_offset();
        (place(self.first)..=place(self.last)).contains(&place(day))
    }
}

impl TryFrom<String> for Opening {
    type Error = String;

    fn try_from(text: String) -> Result<Opening, String> {
        let wrong = || format!("{text:?} is not hours; write them like `Monday to Friday | 09:30 to 15:00`");
        let (days, hours) = text.split_once('|').ok_or_else(wrong)?;
        let (first, last) = days.split_once(" to ").unwrap_or((days, days));
        let (first, last) = (weekday(first).ok_or_else(wrong)?, weekday(last).ok_or_else(wrong)?);
        let (from, to) = hours.split_once(" to ").ok_or_else(wrong)?;
        let (from, to) = (time(from).ok_or_else(wrong)?, time(to).ok_or_else(wrong)?);
        let in_order = first.to_monday_zero_offset() <= last.to_monday_zero_offset() && from < to;
        if in_order { Ok(Opening { first, last, from, to }) } else { Err(wrong()) }
    }
}

impl From<Opening> for String {
    fn from(one: Opening) -> String {
        let days = match one.first == one.last {
            true => weekday_name(one.first).to_owned(),
            false => format!("{} to {}", weekday_name(one.first), weekday_name(one.last)),
        };
        format!("{days} | {} to {}", one.from.strftime("%H:%M"), one.to.strftime("%H:%M"))
    }
}

impl Week {
    /// Whether it is open at a moment by the clocks of London.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use outreach::advice::{Standing, Week};
    /// let week = Week { openings: vec!["Monday to Friday | 09:30 to 15:00".to_owned().try_into().unwrap()], ..Week::default() };
    /// let holidays = law::calendar::Holidays::default();
    /// // A Thursday.
    /// assert!(matches!(week.standing(date(2026, 11, 26).at(10, 0, 0, 0), &holidays), Standing::Open(_)));
    /// assert!(matches!(week.standing(date(2026, 11, 28).at(10, 0, 0, 0), &holidays), Standing::Shut(Some(_))));
    /// ```
    pub fn standing(&self, now: DateTime, holidays: &Holidays) -> Standing {
        let open = self.on(now.date()).find(|one| (one.from..one.to).contains(&now.time()));
        let is_unsure = self.is_unsure(now.date(), holidays);
        match open.filter(|_| !self.is_shut(now.date(), holidays)) {
            Some(one) if !is_unsure => Standing::Open(one.to),
            _ if is_unsure => Standing::BankHoliday(self.opens(now, holidays)),
            _ => Standing::Shut(self.opens(now, holidays)),
        }
    }

    /// The next time it surely opens.
    fn opens(&self, now: DateTime, holidays: &Holidays) -> Option<Opens> {
        (0..=AHEAD).find_map(|ahead| {
            let day = now.date().checked_add(ahead.days()).ok()?;
            if self.is_shut(day, holidays) || self.is_unsure(day, holidays) {
                return None;
            }
            let later = self.on(day).map(|one| day.to_datetime(one.from)).filter(|at| *at > now);
            later.min().map(|at| Opens { at, is_sure: holidays.knows(day) || self.bank_holidays == BankHolidays::Open })
        })
    }

    fn on(&self, day: Date) -> impl Iterator<Item = &Opening> {
        self.openings.iter().filter(move |one| one.is_on(day.weekday()))
    }

    fn is_shut(&self, day: Date, holidays: &Holidays) -> bool {
        self.bank_holidays == BankHolidays::Shut && holidays.is_bank_holiday(day)
    }

    /// Whether it is a bank holiday on which it would otherwise be open, and nobody says what holds then.
    fn is_unsure(&self, day: Date, holidays: &Holidays) -> bool {
        let not_stated = self.bank_holidays == BankHolidays::NotStated;
        not_stated && holidays.is_bank_holiday(day) && self.on(day).next().is_some()
    }
}

fn weekday(text: &str) -> Option<Weekday> {
    let mut week = Weekday::Monday.cycle_forward().take(7);
    week.find(|day| weekday_name(*day) == text.trim())
}

fn time(text: &str) -> Option<Time> {
    let text = text.trim();
    (text.len() == 5).then(|| Time::strptime("%H:%M", text).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_they_are_written() {
        for text in ["Monday to Friday | 09:30 to 15:00", "Sunday | 00:00 to 12:00"] {
            assert_eq!(String::from(Opening::try_from(text.to_owned()).unwrap()), text);
        }
        for text in ["", "Monday", "Friday to Monday | 09:00 to 10:00", "Monday | 10:00 to 09:00", "Monday | 9 to 10"] {
            assert!(Opening::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
