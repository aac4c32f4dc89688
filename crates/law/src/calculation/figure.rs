//! Figures: one value of a rate on one day, and sums made of them that stay honest about what is not known.

use super::band::Given;
use super::cited;
use super::money::Money;
use crate::explain::Citation;
use crate::library::Law;
use crate::value::Value;
use jiff::civil::Date;
use serde::Serialize;

/// One value of a rate on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// The rate.
    pub rate: String,
    /// What the rate is, for a reader.
    pub title: String,
    /// The band of the rate, as a sentence.
    pub band: Option<String>,
    /// The value; `None` where none is known.
    pub amount: Option<Money>,
    /// True where no value for the day is known and this is the last one known.
    pub last_known: bool,
    /// The first day it holds for.
    pub from: Option<Date>,
    /// The last day it holds for.
    pub to: Option<Date>,
    /// What it rests on.
    pub cites: Vec<Citation>,
}

/// The value of a rate on a day, in the band that the values of the named facts fall in.
///
/// A rate the law does not hold, or one whose band those values leave open, gives a figure without an amount.
///
/// ```
/// use law::calculation::figure;
/// let unknown = figure(&law::Law::default(), "child_benefit_eldest", jiff::civil::date(2026, 11, 22), &[]);
/// assert_eq!(unknown.amount, None);
/// ```
pub fn figure(law: &Law, rate: &str, day: Date, values: &[(&str, Value)]) -> Figure {
    let mut figure = Figure {
        rate: rate.to_owned(),
        title: rate.replace('_', " "),
        band: None,
        amount: None,
        last_known: false,
        from: None,
        to: None,
        cites: Vec::new(),
    };
    let Some(known) = law.rate(rate) else { return figure };
    figure.title.clone_from(&known.title);
    let given = Given { law, day, values };
    let (bands, last_known) = known.on(day);
    let mut holding = bands.into_iter().filter(|band| {
        let holds = band.when.as_ref().map_or(Some(true), |when| given.holds(when));
        holds != Some(false)
    });
    let (Some(band), None) = (holding.next(), holding.next()) else { return figure };
    if band.when.as_ref().is_some_and(|when| given.holds(when).is_none()) {
        return figure;
    }
    figure.band = band.when.as_ref().map(|when| when.words(&law.facts));
    figure.amount = Some(Money::from_thousandths(band.amount));
    figure.last_known = last_known;
    (figure.from, figure.to) = (band.period.from, band.period.to);
    band.cites.iter().for_each(|cite| cited::add(&mut figure.cites, law, cite));
    figure
}

/// One line of a sum: a figure, so many times.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The figure.
    pub each: Figure,
    /// How many times it is counted.
    pub times: u32,
    /// The figure so many times; `None` where it is not known.
    pub amount: Option<Money>,
}

/// A sum of figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// What is added up.
    pub lines: Vec<Line>,
    /// Everything together; `None` where some figure is not known, for part of a sum would mislead.
    pub total: Option<Money>,
    /// True where some figure is only the last one known.
    pub last_known: bool,
    /// What is read into the law for want of a source, in plain sentences.
    pub assumed: Vec<&'static str>,
    /// What it rests on.
    pub cites: Vec<Citation>,
}

impl Sum {
    /// A sum of nothing that rests on a list of provisions.
    pub(crate) fn resting_on(law: &Law, cites: &[&str]) -> Sum {
        Sum { total: Some(Money::ZERO), cites: cited::cited(law, cites), ..Sum::default() }
    }

    /// Adds a figure so many times.
    pub(crate) fn add(&mut self, each: Figure, times: u32) {
        let amount = each.amount.map(|amount| amount.times(times));
        self.total = self.total.zip(amount).map(|(total, amount)| total.plus(amount));
        self.last_known |= each.last_known;
        cited::extend(&mut self.cites, &each.cites);
        self.lines.push(Line { each, times, amount });
    }
}
