//! England's bank holidays, as data, and the counting of working days.

use crate::fault::Fault;
use crate::text::Entry;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use std::collections::BTreeMap;

/// The bank holidays of England and Wales, by day, and the years they are known for.
#[derive(Clone, Debug, Default)]
pub struct Holidays {
    days: BTreeMap<Date, String>,
}

impl Holidays {
    pub(crate) fn read(&mut self, entry: &Entry) -> Result<(), Fault> {
        for field in &entry.fields {
            let day: Date = field.key.parse().map_err(|_| {
                Fault::new(&field.spot, format!("{:?} is not a date", field.key))
                    .hint("write `2026-12-25  Christmas Day`")
            })?;
            self.days.insert(day, field.value.clone());
        }
        Ok(())
    }

    /// Every bank holiday known, with its name.
    pub fn iter(&self) -> impl Iterator<Item = (Date, &str)> {
        self.days.iter().map(|(day, name)| (*day, name.as_str()))
    }

    /// Whether the day is a working day: not a Saturday, a Sunday or a bank holiday.
    pub fn is_working_day(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.days.contains_key(&day)
    }

    /// Whether the day is a bank holiday.
    pub fn is_bank_holiday(&self, day: Date) -> bool {
        self.days.contains_key(&day)
    }

    /// Whether bank holidays are known for the year of the day; outside it only weekends are left out.
    pub fn knows(&self, day: Date) -> bool {
        self.days.keys().any(|known| known.year() == day.year())
    }

    /// The end of the `count`th working day from `start`; `start` itself counts only where `first_counts`.
    pub fn add_working_days(&self, start: Date, count: i32, first_counts: bool) -> Option<Date> {
        let mut day = if first_counts { start } else { start.checked_add(1.day()).ok()? };
        let mut left = count;
        loop {
            if self.is_working_day(day) {
                left -= 1;
                if left <= 0 {
                    return Some(day);
                }
            }
            day = day.checked_add(1.day()).ok()?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn working_days_step_over_weekends_and_holidays() {
        let mut holidays = Holidays::default();
        holidays.days.insert(date(2026, 12, 25), "Christmas Day".into());
        holidays.days.insert(date(2026, 12, 28), "Boxing Day (substitute)".into());
        // Wednesday 23 December: Thursday is day one, Tuesday 29 day two.
        assert_eq!(holidays.add_working_days(date(2026, 12, 23), 2, false), Some(date(2026, 12, 29)));
        assert_eq!(holidays.add_working_days(date(2026, 12, 23), 1, true), Some(date(2026, 12, 23)));
    }
}
