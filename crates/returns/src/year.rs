//! The year of a return: from 1 April to 31 March.

use jiff::Span;
use jiff::civil::Date;

/// The twelve months that a return covers, named by the year in which they end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Year {
    starts: Date,
    ends: Date,
}

impl Year {
    /// The year that ends on 31 March of this one. Years before 1991, when the return began, are not ours to write.
    pub fn ending(year: i16) -> Option<Self> {
        let starts = Date::new(year.checked_sub(1)?, 4, 1).ok()?;
        let ends = Date::new(year, 3, 31).ok()?;
        (1991..=9000).contains(&year).then_some(Self { starts, ends })
    }

    /// 1 April.
    pub fn starts(self) -> Date {
        self.starts
    }

    /// 31 March, the day as of which the return speaks.
    pub fn ends(self) -> Date {
        self.ends
    }

    /// Whether a day is within it.
    pub fn holds(self, day: Date) -> bool {
        self.starts <= day && day <= self.ends
    }

    /// A day, where it had come by the end of the year: a return does not know what happened later.
    pub fn known(self, day: Option<Date>) -> Option<Date> {
        day.filter(|day| *day <= self.ends)
    }

    /// Whether something that began and perhaps ended was going on at some time in the year.
    pub fn touches(self, began: Date, ended: Option<Date>) -> bool {
        began <= self.ends && ended.is_none_or(|ended| ended >= self.starts)
    }
}

/// Somebody's age in whole years on a day; nothing before birth.
pub(crate) fn age(born: Date, on: Date) -> i16 {
    let years = on.year() - born.year();
    if birthday(born, years) > on { years - 1 } else { years }
}

/// The day on which somebody becomes so old. Born on 29 February, they do so on the last day of that month.
pub(crate) fn birthday(born: Date, years: i16) -> Date {
    born.saturating_add(Span::new().years(years))
}
