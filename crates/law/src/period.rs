//! When something holds: from a day, to a day, not yet, and in which areas.

use crate::fault::{Fault, Spot};
use crate::text::Entry;
use jiff::civil::Date;

/// A span of days, either end of which may be open; both ends are included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day; open where absent.
    pub from: Option<Date>,
    /// The last day; open where absent.
    pub to: Option<Date>,
    /// Enacted, with no day on which it begins that we know of.
    pub not_commenced: bool,
    /// The council codes of the areas it holds in; everywhere where empty.
    pub areas: Vec<String>,
}

impl Period {
    /// Whether the day falls within the span (areas aside).
    pub fn holds_on(&self, day: Date) -> bool {
        !self.not_commenced && self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Reads the `in force` key of an entry; without one, always.
    pub(crate) fn read(entry: &Entry) -> Result<Period, Fault> {
        match entry.field("in force") {
            Some(field) => Period::parse(&field.joined(), &field.spot),
            None => Ok(Period::default()),
        }
    }

    /// Reads `from DATE`, `to DATE`, `from DATE to DATE`, `not commenced`, each perhaps followed by `in CODE, CODE`.
    pub(crate) fn parse(text: &str, spot: &Spot) -> Result<Period, Fault> {
        let fault = || {
            Fault::new(spot, format!("{text:?} is not a period"))
                .hint("write `from 2026-06-29`, `from … to …`, or `not commenced`; areas follow as `in E06000054, …`")
        };
        let mut period = Period::default();
        let (text_only, areas) = match text.split_once(" in ") {
            Some((span, areas)) => (span, Some(areas)),
            None => (text, None),
        };
        if let Some(areas) = areas {
            period.areas = areas.split(',').map(|code| code.trim().to_owned()).collect();
            if !period.areas.iter().all(|code| crate::value::is_council_code(code)) {
                return Err(fault());
            }
        }
        if text_only.trim() == "not commenced" {
            period.not_commenced = true;
            return Ok(period);
        }
        let mut words = text_only.split_whitespace();
        while let Some(word) = words.next() {
            let date = words.next().and_then(|date| date.parse().ok()).ok_or_else(fault)?;
            match word {
                "from" => period.from = Some(date),
                "to" | "until" => period.to = Some(date),
                _ => return Err(fault()),
            }
        }
        if let (Some(from), Some(to)) = (period.from, period.to)
            && from > to
        {
            return Err(Fault::new(spot, format!("the period ends on {to}, before it begins on {from}")));
        }
        Ok(period)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn periods() {
        let read = |text: &str| Period::parse(text, &Spot::default());
        let year = read("from 2026-04-06 to 2027-04-05").unwrap();
        assert!(year.holds_on(date(2026, 4, 6)) && year.holds_on(date(2027, 4, 5)));
        assert!(!year.holds_on(date(2027, 4, 6)));
        assert!(!read("not commenced").unwrap().holds_on(date(2030, 1, 1)));
        assert_eq!(read("from 2026-06-29 in E06000054, E08000001").unwrap().areas.len(), 2);
        assert!(read("since 2026").is_err());
        assert!(read("from 2027-01-01 to 2026-01-01").is_err());
    }
}
