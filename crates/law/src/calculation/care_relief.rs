//! Qualifying care relief: how much fostering money a household may have in a tax year before any is taxed.

use super::child_benefit::monday_of;
use super::figure::{Figure, Sum, figure};
use crate::fact::Unit;
use crate::library::Law;
use crate::value::{SCALE, Value};
use crate::variable::since_count;
use jiff::ToSpan;
use jiff::civil::Date;

pub(crate) const CITES: &[&str] = &["source/S58", "source/S60", "ittoia-2005/828A excerpt", "kith/reading memory"];

/// What is assumed, for no source that was read says so.
const ASSUMED: [&str; 3] = [
    "A week runs from Monday to Sunday, and part of a week counts as a whole week.",
    "A week belongs to the tax year, and to the child's age, of its Monday.",
    "The amount for the home is taken for a whole year. Carers who live together share it.",
];

/// A tax year, from 6 April to 5 April.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaxYear {
    first: Date,
    last: Date,
}

impl TaxYear {
    /// The tax year a day lies in; `None` at the ends of the calendar.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use law::calculation::TaxYear;
    /// let year = TaxYear::of(date(2027, 4, 5)).unwrap();
    /// assert_eq!((year.first(), year.last()), (date(2026, 4, 6), date(2027, 4, 5)));
    /// ```
    pub fn of(day: Date) -> Option<TaxYear> {
        let april = Date::new(day.year(), 4, 6).ok()?;
        let first = if day >= april { april } else { Date::new(day.year().checked_sub(1)?, 4, 6).ok()? };
        let last = Date::new(first.year().checked_add(1)?, 4, 5).ok()?;
        Some(TaxYear { first, last })
    }

    /// Its first day.
    pub fn first(self) -> Date {
        self.first
    }

    /// Its last day.
    pub fn last(self) -> Date {
        self.last
    }

    /// The Mondays that lie in it.
    fn mondays(self) -> impl Iterator<Item = Date> {
        let before = self.first.yesterday().ok().and_then(monday_of);
        let next = |monday: &Date| monday.checked_add(1.week()).ok();
        let start = before.as_ref().and_then(next);
        std::iter::successors(start, next).take_while(move |monday| *monday <= self.last)
    }
}

/// One child who was fostered, and the days of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaredFor {
    /// The day of birth.
    pub born: Date,
    /// The first and the last day of each stay.
    pub stays: Vec<(Date, Date)>,
}

impl CaredFor {
    /// Whether the child was there on any day of the week that begins on a Monday.
    fn in_week(&self, monday: Date) -> bool {
        let sunday = monday.checked_add(6.days()).unwrap_or(Date::MAX);
        self.stays.iter().any(|(from, to)| from <= to && *from <= sunday && monday <= *to)
    }
}

/// The fostering money that is free of tax for a household in a tax year: an amount for the home, and one for
/// every week of every child by the child's age.
pub fn qualifying_care_relief(law: &Law, year: TaxYear, children: &[CaredFor]) -> Sum {
    let mut sum = Sum::resting_on(law, CITES);
    sum.assumed = ASSUMED.to_vec();
    sum.add(figure(law, "qcr_household_fixed", year.first, &[]), 1);
    let mut bands: Vec<(Figure, u32)> = Vec::new();
    for child in children {
        for monday in year.mondays().filter(|monday| child.in_week(*monday)) {
            let age = since_count(monday, Unit::Years, child.born).max(0);
            let week = figure(law, "qcr_weekly", year.first, &[("child_age", Value::Amount(age * SCALE))]);
            match bands.iter_mut().find(|(band, _)| *band == week) {
                Some((_, weeks)) => *weeks = weeks.saturating_add(1),
                None => bands.push((week, 1)),
            }
        }
    }
    bands.sort_by_key(|(band, _)| band.amount);
    bands.into_iter().for_each(|(band, weeks)| sum.add(band, weeks));
    sum
}
