//! The one place in the site that knows what day and what time it is.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use std::sync::atomic::{AtomicU32, Ordering};

/// Where today's date comes from: the machine, or a fixed moment for tests and for asking about another day.
#[derive(Clone, Copy, Debug)]
pub struct Clock(Source);

#[derive(Clone, Copy, Debug)]
enum Source {
    Machine,
    Fixed { day: Date, minute: u32 },
    Moved(&'static AtomicU32),
}

/// The law of England runs on the civil time of London: written as a rule so that no table of zones is needed.
const LONDON: &str = "GMT0BST,M3.5.0/1,M10.5.0";

impl Clock {
    /// The clock of the machine, read in London's civil time.
    pub fn system() -> Clock {
        Clock(Source::Machine)
    }

    /// A clock that stands still.
    ///
    /// ```
    /// let clock = web::Clock::fixed(jiff::civil::date(2026, 11, 22), 100);
    /// assert_eq!(clock.today().to_string(), "2026-11-22");
    /// assert_eq!(clock.minute(), 100);
    /// ```
    pub fn fixed(day: Date, minute: u32) -> Clock {
        Clock(Source::Fixed { day, minute })
    }

    /// A clock that somebody moves: what it is set to is the minute since 1970.
    ///
    /// ```
    /// use std::sync::atomic::{AtomicU32, Ordering};
    ///
    /// static MINUTE: AtomicU32 = AtomicU32::new(29_937_059);
    /// let clock = web::Clock::moved(&MINUTE);
    /// assert_eq!(clock.today().to_string(), "2026-12-02");
    /// MINUTE.store(29_937_060 + 1440, Ordering::Relaxed);
    /// assert_eq!(clock.today().to_string(), "2026-12-03");
    /// ```
    pub fn moved(minute: &'static AtomicU32) -> Clock {
        Clock(Source::Moved(minute))
    }

    /// Today's date.
    pub fn today(&self) -> Date {
        match self.0 {
            Source::Fixed { day, .. } => day,
            Source::Machine | Source::Moved(_) => london(self.now()).date(),
        }
    }

    /// This moment, for what is kept of who did what and when.
    pub fn now(&self) -> Timestamp {
        let minute = match self.0 {
            Source::Machine => return Timestamp::now(),
            Source::Fixed { minute, .. } => minute,
            Source::Moved(minute) => minute.load(Ordering::Relaxed),
        };
        Timestamp::from_second(i64::from(minute) * 60).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Minutes since 1970, for telling how long a browser has been idle.
    pub fn minute(&self) -> u32 {
        u32::try_from(self.now().as_second() / 60).unwrap_or_default()
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
