//! Variables: how the values of each fact fall into the few cells that rules can tell apart on one day.
//!
//! A yes/no fact has two cells, a choice one for each value; a number, an amount or a date has one between each
//! pair of thresholds that any rule names; a council one for each way rules group councils. What is known of a
//! fact is then a set of cells, and "not known" is simply the set of all.

use crate::case::Case;
use crate::condition::{Compare, Test};
use crate::fact::{Fact, FactId, Facts, Origin, Unit};
use crate::value::{Answer, Kind, SCALE, Value};
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use rustc_hash::FxHashMap;

/// The most cells a variable may have.
pub(crate) const CELLS_MAX: usize = 64;

/// What one variable stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The value of a fact.
    Fact(FactId),
    /// Whether a set includes one choice.
    Member(FactId, u16),
    /// What was said directly of a derived fact; the first cell is "nothing".
    Said(FactId),
    /// A derived fact whose rule leaves it to be asked.
    Asked(FactId),
    /// A comparison with a rate that has no value yet on the day.
    NoRate,
}

impl Subject {
    /// The fact a person would be asked for it.
    pub(crate) fn fact(self) -> Option<FactId> {
        match self {
            Subject::Fact(fact) | Subject::Member(fact, _) | Subject::Said(fact) | Subject::Asked(fact) => Some(fact),
            Subject::NoRate => None,
        }
    }
}

/// How values fall into cells.
#[derive(Clone, Debug)]
pub(crate) enum Cells {
    /// As many cells as given, by the value's own place.
    Places(usize),
    /// Cells between thresholds; a value lies at or above the thresholds before its cell.
    Thresholds(Vec<i64>),
    /// Cells of councils that no rule tells apart; a council not named lies in the first.
    Councils(FxHashMap<String, u32>, usize),
}

/// One variable.
#[derive(Clone, Debug)]
pub(crate) struct Variable {
    pub(crate) subject: Subject,
    pub(crate) cells: Cells,
}

impl Variable {
    pub(crate) fn count(&self) -> usize {
        match &self.cells {
            Cells::Places(count) | Cells::Councils(_, count) => *count,
            Cells::Thresholds(list) => list.len() + 1,
        }
    }

    /// The set of every cell.
    pub(crate) fn every(&self) -> u64 {
        u64::MAX >> (64 - self.count().clamp(1, CELLS_MAX))
    }

    fn cell_of(&self, value: i64) -> u32 {
        match &self.cells {
            Cells::Thresholds(list) => list.partition_point(|threshold| *threshold <= value) as u32,
            _ => 0,
        }
    }

    /// The cells that meet a span of values, both ends included.
    pub(crate) fn between(&self, low: i64, high: i64) -> u64 {
        let (first, last) = (self.cell_of(low), self.cell_of(high));
        (u64::MAX >> (63 - (last - first))) << first
    }

    /// The cells whose values are all at or above a threshold that is one of this variable's own.
    pub(crate) fn at_or_above(&self, threshold: i64) -> u64 {
        let first = self.cell_of(threshold);
        self.every() & (u64::MAX << first)
    }
}

/// A day as a number.
pub(crate) fn day_number(day: Date) -> i64 {
    day.duration_since(jiff::civil::date(1970, 1, 1)).as_hours() / 24
}

/// The day before which a date must lie for at least `count` whole units to have passed by `day`.
pub(crate) fn since_threshold(day: Date, unit: Unit, count: i64) -> i64 {
    let count = count.clamp(-9_000, 90_000);
    let span: Span = match unit {
        Unit::Years => (count.clamp(-900, 900)).years(),
        Unit::Months => count.clamp(-9_000, 9_000).months(),
        Unit::Weeks => count.weeks(),
        Unit::Days => count.days(),
    };
    let limit = day.checked_sub(span).unwrap_or(if count > 0 { Date::MIN } else { Date::MAX });
    day_number(limit) + 1
}

/// How many whole units have passed from a date to a day.
pub(crate) fn since_count(day: Date, unit: Unit, date: Date) -> i64 {
    let (mut low, mut high) = (-90_000_i64, 90_000_i64);
    if unit == Unit::Years {
        (low, high) = (-900, 900);
    } else if unit == Unit::Months {
        (low, high) = (-9_000, 9_000);
    }
    let number = day_number(date);
    while low < high {
        let middle = (low + high + 1).div_euclid(2);
        if number < since_threshold(day, unit, middle) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    low
}

/// The whole-number limits of a comparison of a count: (at least, under), either of which may be absent.
pub(crate) fn count_limits(compare: Compare, bound: i64) -> (Option<i64>, Option<i64>) {
    let up = bound.div_euclid(SCALE) + i64::from(bound.rem_euclid(SCALE) > 0);
    let over = bound.div_euclid(SCALE) + 1;
    match compare {
        Compare::AtLeast => (Some(up), None),
        Compare::Over => (Some(over), None),
        Compare::Under => (None, Some(up)),
        Compare::AtMost => (None, Some(over)),
        Compare::Equal => (Some(up), Some(up + 1)),
    }
}

/// The limits of a comparison of plain values, in the value's own smallest unit.
pub(crate) fn value_limits(compare: Compare, bound: i64) -> (Option<i64>, Option<i64>) {
    match compare {
        Compare::AtLeast => (Some(bound), None),
        Compare::Over => (Some(bound + 1), None),
        Compare::Under => (None, Some(bound)),
        Compare::AtMost => (None, Some(bound + 1)),
        Compare::Equal => (Some(bound), Some(bound + 1)),
    }
}

/// Gathers what rules tell apart, then makes the variables of a day.
#[derive(Debug)]
pub(crate) struct Gatherer<'a> {
    facts: &'a Facts,
    day: Date,
    uses: Vec<u32>,
    thresholds: FxHashMap<FactId, Vec<i64>>,
    councils: FxHashMap<FactId, Vec<Vec<String>>>,
}

impl<'a> Gatherer<'a> {
    pub(crate) fn new(facts: &'a Facts, day: Date) -> Self {
        let uses = vec![0; facts.len()];
        Gatherer { facts, day, uses, thresholds: FxHashMap::default(), councils: FxHashMap::default() }
    }

    /// Notes a test; `bound` is the number it compares with, where it compares.
    pub(crate) fn note(&mut self, fact: FactId, test: &Test, bound: Option<i64>) {
        self.uses[fact.index()] += 1;
        if let Test::Councils(codes, _) = test {
            self.councils.entry(fact).or_default().push(codes.clone());
        }
        let (Test::Compare(compare, _), Some(bound)) = (test, bound) else { return };
        let (on, limits) = match self.facts[fact].origin {
            Origin::Since { date, unit } => {
                self.uses[date.index()] += 1;
                let (least, under) = count_limits(*compare, bound);
                (date, [least, under].map(|limit| limit.map(|count| since_threshold(self.day, unit, count))))
            }
            _ => {
                let (least, under) = value_limits(*compare, bound);
                (fact, [least, under])
            }
        };
        self.thresholds.entry(on).or_default().extend(limits.into_iter().flatten());
    }

    /// The variables: what is said of derived facts first, the most used of them before others; then the facts in the
    /// order of the law, which has those of one subject side by side and so keeps diagrams small.
    pub(crate) fn variables(mut self) -> Vec<Variable> {
        let mut order: Vec<FactId> = self.facts.iter().map(|(id, _)| id).collect();
        order.sort_by_key(|id| match self.facts[*id].is_derived() {
            true => (false, std::cmp::Reverse(self.uses[id.index()]), *id),
            false => (true, std::cmp::Reverse(0), *id),
        });
        order.into_iter().flat_map(|id| self.of_fact(id)).collect()
    }

    fn of_fact(&mut self, id: FactId) -> Vec<Variable> {
        let fact = &self.facts[id];
        let one = |subject, cells| vec![Variable { subject, cells }];
        match (&fact.origin, &fact.kind) {
            (Origin::Since { .. }, _) => Vec::new(),
            (Origin::Derived(_), kind) => {
                let count = values_of(kind);
                vec![
                    Variable { subject: Subject::Said(id), cells: Cells::Places(count + 1) },
                    Variable { subject: Subject::Asked(id), cells: Cells::Places(count) },
                ]
            }
            (_, Kind::SetOf(choices)) => (0..choices.len() as u16)
                .map(|place| Variable { subject: Subject::Member(id, place), cells: Cells::Places(2) })
                .collect(),
            (_, Kind::Council) => one(Subject::Fact(id), self.council_cells(id)),
            (_, kind @ (Kind::YesNo | Kind::OneOf(_))) => one(Subject::Fact(id), Cells::Places(values_of(kind))),
            (_, Kind::Number(_) | Kind::Money(_) | Kind::Date) => {
                let mut list = self.thresholds.remove(&id).unwrap_or_default();
                list.sort_unstable();
                list.dedup();
                one(Subject::Fact(id), Cells::Thresholds(list))
            }
        }
    }

    fn council_cells(&self, id: FactId) -> Cells {
        let sets = self.councils.get(&id).map(Vec::as_slice).unwrap_or_default();
        let mut cells: FxHashMap<Vec<bool>, u32> = FxHashMap::default();
        cells.insert(vec![false; sets.len()], 0);
        let mut by_code = FxHashMap::default();
        let mut codes: Vec<&String> = sets.iter().flatten().collect();
        codes.sort_unstable();
        for code in codes {
            let signature: Vec<bool> = sets.iter().map(|set| set.contains(code)).collect();
            let next = cells.len() as u32;
            by_code.insert(code.clone(), *cells.entry(signature).or_insert(next));
        }
        Cells::Councils(by_code, cells.len())
    }
}

/// How many values a fact of few values has.
pub(crate) fn values_of(kind: &Kind) -> usize {
    match kind {
        Kind::YesNo => 2,
        Kind::OneOf(choices) => choices.len(),
        _ => 0,
    }
}

/// Where each fact's variables stand, and how answers become sets of cells.
#[derive(Clone, Debug)]
pub(crate) struct Variables {
    pub(crate) list: Vec<Variable>,
    /// For each variable, the fact a person would be asked for it.
    pub(crate) subject_facts: Vec<Option<FactId>>,
    first: Vec<Option<u16>>,
    asked: Vec<Option<u16>>,
    start: Vec<u64>,
}

impl Variables {
    pub(crate) fn new(list: Vec<Variable>, facts: usize) -> Self {
        let (mut first, mut asked) = (vec![None; facts], vec![None; facts]);
        let mut start = Vec::with_capacity(list.len());
        for (place, variable) in list.iter().enumerate() {
            match variable.subject {
                Subject::Asked(fact) => asked[fact.index()] = Some(place as u16),
                Subject::Fact(fact) | Subject::Said(fact) | Subject::Member(fact, 0) => {
                    first[fact.index()] = Some(place as u16);
                }
                Subject::Member(..) | Subject::NoRate => {}
            }
            start.push(if matches!(variable.subject, Subject::Said(_)) { 1 } else { variable.every() });
        }
        let subject_facts = list.iter().map(|variable| variable.subject.fact()).collect();
        Variables { list, subject_facts, first, asked, start }
    }

    /// What is known of every variable when nothing has been said.
    pub(crate) fn start(&self) -> &[u64] {
        &self.start
    }

    /// The first variable of a fact; the members of a set follow one another.
    pub(crate) fn of(&self, fact: FactId) -> Option<u16> {
        self.first[fact.index()]
    }

    /// The variable for a derived fact that is left to be asked.
    pub(crate) fn asked(&self, fact: FactId) -> Option<u16> {
        self.asked[fact.index()]
    }

    /// What is known of every variable for a family, as sets of cells.
    pub(crate) fn known(&self, case: &Case, facts: &Facts, into: &mut Vec<u64>) {
        into.clear();
        into.extend_from_slice(&self.start);
        for (id, answer) in case.answers() {
            if let Answer::Is(value) = answer {
                self.learn(id, &facts[id], value, case, into);
            }
        }
    }

    fn learn(&self, id: FactId, fact: &Fact, value: &Value, case: &Case, into: &mut [u64]) {
        if let (Origin::Since { date, unit }, Value::Amount(count)) = (&fact.origin, value) {
            let (Some(var), None) = (self.of(*date), case.value(*date)) else { return };
            let count = count.div_euclid(SCALE);
            let low = since_threshold(case.day, *unit, count + 1);
            let high = since_threshold(case.day, *unit, count) - 1;
            into[usize::from(var)] &= self.list[usize::from(var)].between(low, high.max(low));
            return;
        }
        let Some(var) = self.of(id) else { return };
        let place = usize::from(var);
        let variable = &self.list[place];
        let shift = u32::from(fact.is_derived());
        let cells = match (value, &variable.cells) {
            (Value::YesNo(yes), _) => 1 << (u32::from(*yes) + shift),
            (Value::Choice(choice), _) => 1 << (u32::from(*choice) + shift),
            (Value::Amount(amount), _) => variable.between(*amount, *amount),
            (Value::Date(date), _) => {
                let number = day_number(*date);
                variable.between(number, number)
            }
            (Value::Council(code), Cells::Councils(cells, _)) => 1 << cells.get(code).copied().unwrap_or(0),
            (Value::Choices(chosen), _) => {
                let Kind::SetOf(choices) = &fact.kind else { return };
                for member in 0..choices.len() {
                    into[place + member] = if chosen.contains(&(member as u16)) { 2 } else { 1 };
                }
                return;
            }
            (Value::Council(_), _) => return,
        };
        into[place] = cells;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_birthday_on_29_february_falls_on_1_march() {
        let born = date(2020, 2, 29);
        for (day, age) in [(date(2027, 2, 28), 6), (date(2027, 3, 1), 7), (date(2028, 2, 29), 8)] {
            assert_eq!(since_count(day, Unit::Years, born), age, "{day}");
        }
    }

    #[test]
    fn months_and_days() {
        assert_eq!(since_count(date(2026, 11, 22), Unit::Months, date(2026, 9, 23)), 1);
        assert_eq!(since_count(date(2026, 11, 22), Unit::Months, date(2026, 9, 22)), 2);
        assert_eq!(since_count(date(2026, 11, 22), Unit::Days, date(2026, 11, 1)), 21);
        assert_eq!(since_count(date(2026, 11, 22), Unit::Years, date(2027, 1, 1)), -1);
    }
}
