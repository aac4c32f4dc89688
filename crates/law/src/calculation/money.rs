//! Exact sums of money and percentages; there are no floating-point numbers in a sum somebody may rely on.

use crate::value::SCALE;
use serde::{Serialize, Serializer};
use std::fmt;

/// Thousandths of a pound in a penny.
const PENNY: i64 = SCALE / 100;

/// A sum of money, exact to a thousandth of a pound, as the rates of the law are.
///
/// ```
/// use law::calculation::{Money, Percent};
/// let income = Money::parse("£1,500").unwrap();
/// assert_eq!(income, Money::from_pence(150_000));
/// assert_eq!(income.less(Percent::whole(20)).to_string(), "£1,200");
/// assert_eq!(Money::parse("783.49").unwrap().minus(Money::parse("50").unwrap()).to_string(), "£733.49");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

impl Money {
    /// Nothing.
    pub const ZERO: Money = Money(0);

    /// A sum in thousandths of a pound, as [`crate::value::Value::Amount`] holds it.
    pub const fn from_thousandths(thousandths: i64) -> Money {
        Money(thousandths)
    }

    /// A sum in pence.
    pub const fn from_pence(pence: i64) -> Money {
        Money(pence.saturating_mul(PENNY))
    }

    /// Reads a sum in pounds, with or without a pound sign and thousands commas; `None` where it is not one.
    pub fn parse(text: &str) -> Option<Money> {
        crate::value::amount(text).ok().map(Money)
    }

    /// The sum in thousandths of a pound.
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// Both sums together.
    #[must_use]
    pub const fn plus(self, other: Money) -> Money {
        Money(self.0.saturating_add(other.0))
    }

    /// What is left after taking another sum away: never less than nothing.
    #[must_use]
    pub fn minus(self, other: Money) -> Money {
        Money(self.0.saturating_sub(other.0).max(0))
    }

    /// The sum so many times.
    #[must_use]
    pub fn times(self, count: u32) -> Money {
        Money(self.0.saturating_mul(i64::from(count)))
    }

    /// A share of the sum, down to a whole penny.
    #[must_use]
    pub fn share(self, share: Percent) -> Money {
        let exact = i128::from(self.0) * i128::from(share.0);
        Money(narrow(exact.div_euclid(WHOLE * i128::from(PENNY))).saturating_mul(PENNY))
    }

    /// The sum with a share of it taken off, down to a whole penny.
    #[must_use]
    pub fn less(self, off: Percent) -> Money {
        self.share(off.rest())
    }

    /// The least sum, in whole pence, of which the share is at least this sum; `None` where no share is taken.
    pub(crate) fn whole_of(self, share: Percent) -> Option<Money> {
        if share.0 <= 0 {
            return None;
        }
        // The share itself is in whole pence, so the sum to reach is as well.
        let reach = i128::from(up(i128::from(self.0), i128::from(PENNY)));
        let pence = up(reach * WHOLE, i128::from(share.0));
        Some(Money(pence.saturating_mul(PENNY)))
    }
}

/// All of a sum, in thousandths of a per cent.
const WHOLE: i128 = 100 * SCALE as i128;

fn narrow(wide: i128) -> i64 {
    i64::try_from(wide).unwrap_or(i64::MAX)
}

/// Divides upwards.
fn up(of: i128, by: i128) -> i64 {
    narrow(-(-of).div_euclid(by))
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crate::rate::worth_words(self.0, "pounds"))
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&crate::value::write_amount(self.0))
    }
}

/// A share of a sum, from none to all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(i64);

impl Percent {
    /// All of it.
    pub const ALL: Percent = Percent(100 * SCALE);

    /// A whole number of per cent; more than 100 is 100.
    pub const fn whole(percent: u8) -> Percent {
        Percent(if percent > 100 { 100 } else { percent as i64 } * SCALE)
    }

    /// What is left of all when this is taken off.
    #[must_use]
    pub const fn rest(self) -> Percent {
        Percent(Self::ALL.0 - self.0)
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crate::rate::worth_words(self.0, "percent"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_go_down_to_the_penny_and_back_up() {
        let third = Percent(33_333);
        assert_eq!(Money::from_pence(10_000).share(third), Money::from_pence(3_333));
        let reached = Money::from_pence(3_333).whole_of(third).unwrap();
        assert!(reached.share(third) >= Money::from_pence(3_333));
        assert!(Money(reached.0 - PENNY).share(third) < Money::from_pence(3_333));
        assert_eq!(Money::from_pence(1).whole_of(Percent(0)), None);
    }

    #[test]
    fn the_largest_sums_do_not_overflow() {
        let most = Money(i64::MAX);
        assert_eq!(most.plus(most), most);
        assert!(most.less(Percent::whole(1)) < most);
        assert!(most.whole_of(Percent::whole(1)).unwrap() >= most.share(Percent::whole(99)));
    }
}
