//! The fostering allowance: the least that a foster carer is paid for a child, and when a birthday changes it.

use super::child_benefit::monday_of;
use super::cited;
use super::figure::{Figure, figure};
use crate::explain::Citation;
use crate::fact::Unit;
use crate::library::Law;
use crate::value::{Kind, SCALE, Value};
use crate::variable::since_count;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

pub(crate) const CITES: &[&str] = &["source/S11", "source/S12"];

/// The rate: the national minimum for a week, by the child's age and the carer's region.
pub(crate) const RATE: &str = "fostering_allowance_minimum";

/// The age at which it ends.
const GROWN_UP: i64 = 18;

/// The three regions of the national minimum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Region {
    /// London.
    London,
    /// The South East.
    SouthEast,
    /// The rest of England.
    RestOfEngland,
}

impl Region {
    /// Every region.
    pub const ALL: [Region; 3] = [Region::London, Region::SouthEast, Region::RestOfEngland];

    /// Its code as a value of the fact `nma_region`.
    pub fn code(self) -> &'static str {
        match self {
            Region::London => "london",
            Region::SouthEast => "south_east",
            Region::RestOfEngland => "rest_of_england",
        }
    }

    /// Reads a code.
    ///
    /// ```
    /// use law::calculation::Region;
    /// assert_eq!(Region::from_code("south_east"), Some(Region::SouthEast));
    /// ```
    pub fn from_code(code: &str) -> Option<Region> {
        Self::ALL.into_iter().find(|region| region.code() == code)
    }
}

/// The national minimum for one child, now and at each birthday that changes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FosteringAllowance {
    /// The child's age in whole years on the day asked about.
    pub age: i64,
    /// The figure for a week on the day asked about; without an amount for a child not born yet or grown up.
    pub week: Figure,
    /// The birthdays still to come that move the child to another band.
    pub changes: Vec<BandChange>,
    /// The eighteenth birthday.
    pub ends: Option<Date>,
    /// What it rests on.
    pub cites: Vec<Citation>,
}

/// A birthday that moves a child to another band.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BandChange {
    /// The age reached.
    pub age: i64,
    /// The birthday.
    pub birthday: Date,
    /// The Monday of its week. On which day of that week a council pays more is its own practice.
    pub week: Date,
    /// The figure from then on, as far as one is known.
    pub figure: Figure,
}

/// The birthday on which a person reaches an age; one born on 29 February has it on 1 March in other years.
///
/// ```
/// use jiff::civil::date;
/// assert_eq!(law::calculation::birthday(date(2020, 2, 29), 7), Some(date(2027, 3, 1)));
/// assert_eq!(law::calculation::birthday(date(2020, 2, 29), 8), Some(date(2028, 2, 29)));
/// ```
pub fn birthday(born: Date, age: i64) -> Option<Date> {
    let day = born.checked_add(i32::try_from(age).ok()?.years()).ok()?;
    if day.day() == born.day() { Some(day) } else { day.tomorrow().ok() }
}

/// The national minimum fostering allowance for a child on a day, by age and by the region the carer lives in.
///
/// Councils and fostering services set their own rates, which may be higher.
pub fn fostering_allowance(law: &Law, day: Date, born: Date, region: Region) -> FosteringAllowance {
    let age = since_count(day, Unit::Years, born);
    let week = at(law, day, age, region);
    let mut changes = Vec::new();
    for next in age.max(0) + 1..GROWN_UP {
        let Some(birthday) = birthday(born, next) else { break };
        let Some(monday) = monday_of(birthday) else { break };
        let figure = at(law, birthday, next, region);
        if figure.band != at(law, birthday, next - 1, region).band {
            changes.push(BandChange { age: next, birthday, week: monday, figure });
        }
    }
    let mut cites = cited::cited(law, CITES);
    cited::extend(&mut cites, &week.cites);
    FosteringAllowance { age, week, changes, ends: birthday(born, GROWN_UP), cites }
}

fn at(law: &Law, day: Date, age: i64, region: Region) -> Figure {
    let mut values = vec![];
    if (0..GROWN_UP).contains(&age) {
        values.push(("child_age", Value::Amount(age * SCALE)));
    }
    let place = law.facts.find("nma_region").and_then(|fact| match &law.facts[fact].kind {
        Kind::OneOf(choices) => choices.iter().position(|choice| choice.code == region.code()),
        _ => None,
    });
    values.extend(place.map(|place| ("nma_region", Value::Choice(place as u16))));
    figure(law, RATE, day, &values)
}
