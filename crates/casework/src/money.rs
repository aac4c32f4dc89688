//! The regular sums that were decided, and what changes in them: each April with the new rates, and at a child's birthday.

use crate::case::Case;
use crate::event::Version;
use crate::matter::Done;
use crate::person::PersonId;
use crate::value::{Value, Values};
use jiff::civil::Date;
use law::Law;
use law::calculation::{Figure, Money, Region, birthday, fostering_allowance};

/// A regular sum that was decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Payment {
    /// The decision.
    pub matter: Version,
    /// The need it is for.
    pub need: String,
    /// The sum.
    pub sum: Money,
    /// How often: `week`, `fortnight`, `month`, `year`.
    pub every: String,
    /// From when.
    pub start: Option<Date>,
    /// What it is worked out from: `fostering_minimum`, `council_scheme` or `fixed`.
    pub basis: String,
}

/// A change in a sum that follows from the rates.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The child.
    pub child: PersonId,
    /// The decision.
    pub matter: Version,
    /// The need.
    pub need: String,
    /// From when.
    pub on: Date,
    /// Why.
    pub why: Why,
    /// The weekly rate until then; none where no rate is known for the day.
    pub from: Option<Money>,
    /// The weekly rate from then on; none where no rate is known yet.
    pub to: Option<Money>,
}

/// Why a sum changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The new rates of April.
    April,
    /// The child reaches this age.
    Birthday(i64),
}

/// The day of April from which the national minimum changes.
const NEW_RATES: i8 = 6;
/// The age at which a child's allowance ends.
const GROWN_UP: i64 = 18;

/// Every regular sum of a case that still runs.
pub fn payments(case: &Case) -> Vec<Payment> {
    let mut payments = Vec::new();
    for matter in case.of_kind("decision") {
        let Some(decided) = matter.last("decision_made") else { continue };
        let ended = case.inside(matter.id).any(|plan| plan.kind == "plan" && plan.is_ended);
        if ended {
            continue;
        }
        let rows = decided.values.get("needs_decided").map(Value::rows).unwrap_or_default();
        let mut sums: Vec<Payment> = rows.iter().filter_map(|row| payment(matter.id, row)).collect();
        // What was decided later takes its place: a change of the plan, and what a sum was raised to since.
        let changed =
            case.inside(matter.id).filter_map(|plan| plan.last("plan_changed")).max_by_key(|done| done.version);
        if let Some(changed) = changed {
            let services = changed.values.get("services").map(Value::rows).unwrap_or_default();
            sums = services.iter().filter_map(|row| payment(matter.id, row)).collect();
        }
        let since = changed.map_or(decided.version, |changed| changed.version);
        matter.each("sum_raised").filter(|raised| raised.version > since).for_each(|raised| raise(&mut sums, raised));
        payments.append(&mut sums);
    }
    payments
}

/// Raises the sum that is meant: the only one paid as often.
fn raise(sums: &mut [Payment], raised: &Done) {
    let every = raised.values.get("every").and_then(Value::text).unwrap_or_default();
    let mut meant = sums.iter_mut().filter(|payment| payment.every == every);
    if let (Some(payment), None, Some(sum)) =
        (meant.next(), meant.next(), raised.values.get("sum").and_then(Value::sum))
    {
        payment.sum = sum;
        payment.start = raised.values.get("start").and_then(Value::day).or(payment.start);
    }
}

fn payment(matter: Version, row: &Values) -> Option<Payment> {
    let word = |field: &str| row.get(field).and_then(Value::text).unwrap_or_default();
    let every = word("every");
    if matches!(every, "" | "once") {
        return None;
    }
    Some(Payment {
        matter,
        need: [word("need"), word("what")].into_iter().find(|words| !words.is_empty()).unwrap_or_default().to_owned(),
        sum: row.get("sum")?.sum()?,
        every: every.to_owned(),
        start: row.get("start").and_then(Value::day),
        basis: word("basis").to_owned(),
    })
}

/// What changes in a case after one day and up to another, for the sums that follow the national minimum for fostering.
pub fn changes(case: &Case, law: &Law, region: Region, after: Date, until: Date) -> Vec<Change> {
    let mut changes = Vec::new();
    let follows = |payment: &Payment| payment.basis == "fostering_minimum";
    for payment in payments(case).into_iter().filter(follows) {
        for child in case.with_part("child") {
            let Some(born) = child.born else { continue };
            for (on, why) in turns(born, after, until) {
                let week = |day: Date| fostering_allowance(law, day, born, region).week;
                let Ok(before) = on.yesterday() else { continue };
                let (before, after) = (week(before), week(on));
                let known = |figure: &Figure| figure.amount.filter(|_| !figure.last_known);
                let (from, to) = (known(&before), known(&after));
                // Where no rate is known yet, a new band or a new year still says that one is to be found.
                let is_new = before.band != after.band || (why == Why::April && on.day() == NEW_RATES);
                if from != to || (to.is_none() && is_new) {
                    changes.push(Change {
                        child: child.id,
                        matter: payment.matter,
                        need: payment.need.clone(),
                        on,
                        why,
                        from,
                        to,
                    });
                }
            }
        }
    }
    changes.sort_by_key(|change| change.on);
    changes
}

/// The days on which a rate may change: 1 April, 6 April (councils and HMRC begin their years apart) and birthdays.
fn turns(born: Date, after: Date, until: Date) -> Vec<(Date, Why)> {
    let years = after.year()..=until.year();
    let april = years.filter_map(|year| Date::new(year, 4, 1).ok()).map(|day| (day, Why::April));
    let april = april.chain(
        (after.year()..=until.year()).filter_map(|year| Date::new(year, 4, 6).ok()).map(|day| (day, Why::April)),
    );
    let birthdays = (1..=GROWN_UP).filter_map(|age| Some((birthday(born, age)?, Why::Birthday(age))));
    let mut turns: Vec<(Date, Why)> = april.chain(birthdays).filter(|(day, _)| *day > after && *day <= until).collect();
    turns.sort_by_key(|(day, _)| *day);
    turns
}
