//! The means test for an allowance: each council has a model of its own, so the model is data and is always named.

use super::cited;
use super::money::{Money, Percent};
use crate::explain::Citation;
use crate::library::Law;
use serde::Serialize;
use std::borrow::Cow;

pub(crate) const CITES: &[&str] = &["sgr-2005/13", "source/S48", "source/S49"];

/// A council's own means test, as the council states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeansTestModel {
    /// Whose model it is, as shown to a reader.
    pub name: Cow<'static, str>,
    /// The council's code.
    pub council: Cow<'static, str>,
    /// The part taken off the household's income first.
    pub taken_off: Percent,
    /// The outgoings that count, in plain words.
    pub outgoings: Cow<'static, str>,
    /// The part of what is then left that is set against the allowance.
    pub share: Percent,
    /// Where the council says so: `instrument/provision`, perhaps with how sure we are.
    pub source: Cow<'static, str>,
}

/// The model of one council that publishes its own, with its own example; every council may have another.
pub const ONE_COUNCIL: MeansTestModel = MeansTestModel {
    name: Cow::Borrowed("One council's published means test for a special guardianship allowance"),
    council: Cow::Borrowed("E10000019"),
    taken_off: Percent::whole(20),
    outgoings: Cow::Borrowed("the household's core outgoings"),
    share: Percent::whole(50),
    source: Cow::Borrowed("source/S48"),
};

/// An allowance after a means test, with each step, for one period (a week or a month throughout).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeansTest {
    /// Whose model was used.
    pub model: String,
    /// The income that counts, after the first part is taken off.
    pub counted: Money,
    /// What is left of it after outgoings.
    pub left_over: Money,
    /// What is set against the allowance.
    pub contribution: Money,
    /// The allowance that is left: never less than nothing. Other benefits may still be taken into account.
    pub allowance: Money,
    /// The least left-over income at which no allowance is left; `None` where the model never comes to that.
    pub nothing_from_left_over: Option<Money>,
    /// The least income, with these outgoings, at which no allowance is left.
    pub nothing_from_income: Option<Money>,
    /// What is read into the model for want of a source.
    pub assumed: Vec<&'static str>,
    /// What it rests on.
    pub cites: Vec<Citation>,
}

/// What is assumed, for the model does not say.
const ROUNDING: &str = "Each step is rounded down to a whole penny.";

/// An allowance after a council's own means test. All sums are for the same period.
///
/// There is no national cut-off, and some councils have no means test at all.
///
/// ```
/// use law::calculation::{ONE_COUNCIL, Money, means_test};
/// let pounds = |text| Money::parse(text).unwrap();
/// let test = means_test(&law::Law::default(), &ONE_COUNCIL, pounds("1500"), pounds("1100"), pounds("783.49"));
/// assert_eq!(test.allowance.to_string(), "£733.49");
/// ```
pub fn means_test(law: &Law, model: &MeansTestModel, income: Money, outgoings: Money, full: Money) -> MeansTest {
    let counted = income.max(Money::ZERO).less(model.taken_off);
    let left_over = counted.minus(outgoings.max(Money::ZERO));
    let contribution = left_over.share(model.share);
    let nothing_from_left_over = full.whole_of(model.share);
    let kept = model.taken_off.rest();
    let nothing_from_income =
        nothing_from_left_over.and_then(|left_over| left_over.plus(outgoings.max(Money::ZERO)).whole_of(kept));
    MeansTest {
        model: model.name.clone().into_owned(),
        counted,
        left_over,
        contribution,
        allowance: full.minus(contribution),
        nothing_from_left_over,
        nothing_from_income,
        assumed: vec![ROUNDING],
        cites: cited::cited(law, &["sgr-2005/13", &model.source]),
    }
}
