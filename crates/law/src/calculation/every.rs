//! How often money comes, and what a sum is worth by the week and by the month.

use super::money::Money;

/// How often a sum comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// Each week.
    Week,
    /// Each calendar month.
    Month,
    /// Each year.
    Year,
}

/// Weeks in a year, as benefit sums count them.
const WEEKS: i64 = 52;
const MONTHS: i64 = 12;

impl Every {
    /// How often a rate comes, from its unit; `None` for what is not money or comes once.
    ///
    /// ```
    /// use law::calculation::Every;
    /// assert_eq!(Every::of_unit("pounds a week"), Some(Every::Week));
    /// assert_eq!(Every::of_unit("pounds"), None);
    /// ```
    pub fn of_unit(unit: &str) -> Option<Every> {
        match unit.strip_prefix("pounds a ")? {
            "week" => Some(Every::Week),
            "month" => Some(Every::Month),
            "year" => Some(Every::Year),
            _ => None,
        }
    }

    fn times_a_year(self) -> i64 {
        match self {
            Every::Week => WEEKS,
            Every::Month => MONTHS,
            Every::Year => 1,
        }
    }

    /// What a sum that comes so often is worth at another pace, down to a whole penny.
    ///
    /// ```
    /// use law::calculation::{Every, Money};
    /// let week = Money::from_pence(2705);
    /// assert_eq!(Every::Week.worth(week, Every::Month).to_string(), "£117.21");
    /// assert_eq!(Every::Week.worth(week, Every::Week), week);
    /// ```
    pub fn worth(self, sum: Money, at: Every) -> Money {
        if self == at {
            return sum;
        }
        let year = i128::from(sum.thousandths()) * i128::from(self.times_a_year());
        let pennies = year / i128::from(at.times_a_year()) / 10;
        Money::from_pence(i64::try_from(pennies).unwrap_or(i64::MAX))
    }
}
