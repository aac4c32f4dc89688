//! The one place in the site that knows what day and what time it is.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// Where today's date comes from: the machine, or a fixed moment for tests and for asking about another day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock(Option<Fixed>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fixed {
    day: Date,
    minute: u32,
}

/// The law of England runs on the civil time of London: written as a rule so that no table of zones is needed.
const LONDON: &str = "GMT0BST,M3.5.0/1,M10.5.0";

impl Clock {
    /// The clock of the machine, read in London's civil time.
    pub fn system() -> Clock {
        Clock(None)
    }

    /// A clock that stands still.
    ///
    /// ```
    /// let clock = web::Clock::fixed(jiff::civil::date(2026, 11, 22), 100);
    /// assert_eq!(clock.today().to_string(), "2026-11-22");
    /// assert_eq!(clock.minute(), 100);
    /// ```
    pub fn fixed(day: Date, minute: u32) -> Clock {
        Clock(Some(Fixed { day, minute }))
    }

    /// Today's date.
    pub fn today(&self) -> Date {
        match self.0 {
            Some(fixed) => fixed.day,
            None => london(Timestamp::now()).date(),
        }
    }

    /// This moment, for what is kept of who did what and when.
    pub fn now(&self) -> Timestamp {
        match self.0 {
            Some(fixed) => Timestamp::from_second(i64::from(fixed.minute) * 60).unwrap_or(Timestamp::UNIX_EPOCH),
            None => Timestamp::now(),
        }
    }

    /// Minutes since 1970, for telling how long a browser has been idle.
    pub fn minute(&self) -> u32 {
        match self.0 {
            Some(fixed) => fixed.minute,
            None => u32::try_from(Timestamp::now().as_second() / 60).unwrap_or_default(),
        }
    }
}

/// The first moment of a day in London.
pub(crate) fn dawn(day: Date) -> Timestamp {
    let zone = TimeZone::posix(LONDON).unwrap_or(TimeZone::UTC);
    day.to_zoned(zone).map_or(Timestamp::UNIX_EPOCH, |dawn| dawn.timestamp())
}

/// A moment in the civil time of London.
pub(crate) fn london(at: Timestamp) -> DateTime {
    at.to_zoned(TimeZone::posix(LONDON).unwrap_or(TimeZone::UTC)).datetime()
}
