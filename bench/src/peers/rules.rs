//! The chosen rules in a form every engine can be given: each a list of lines over whole numbers and yes or no.
//!
//! Choices stand as their places, dates as days, ages and money as thousandths, so that no engine loses time
//! on text. Everything is known in these families, which is all that two-valued engines can take.

use crate::families::worked_out;
use anyhow::{Context, Result, bail, ensure};
use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use law::condition::{Bound, Compare, Condition, ConditionKind, Lines, Test};
use law::fact::{FactId, Origin, Unit};
use law::value::{Answer, Kind, Value};
use law::{Case, Law, Outcome};
use std::fmt::Write as _;

/// One thing a rule reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its name in every engine.
    pub name: String,
    /// Whether it is yes or no; else a whole number.
    pub yes_no: bool,
    fact: FactId,
    member: Option<u16>,
}

/// A condition.
#[derive(Clone, Debug)]
pub enum Test2 {
    /// Settled by the day.
    Fixed(bool),
    /// All hold.
    All(Vec<Test2>),
    /// Any holds.
    Any(Vec<Test2>),
    /// None holds.
    None(Vec<Test2>),
    /// A name is yes, or no.
    Is(String, bool),
    /// A name is, or is not, one of these numbers.
    In(String, Vec<i64>, bool),
    /// A name compares so with a number.
    Compare(String, &'static str, i64),
}

/// A rule: the first line that holds gives its value.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its name.
    pub name: String,
    /// Its lines: a condition and a value.
    pub lines: Vec<(Test2, i64)>,
    /// Its value where no line holds.
    pub last: i64,
    /// Whether it gives a support's outcome, not a fact.
    pub is_support: bool,
    /// Whether its value is yes or no.
    pub yes_no: bool,
}

/// Every rule, each after those it reads, and all they read.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// What the rules read.
    pub inputs: Vec<Input>,
    /// The rules.
    pub rules: Vec<Rule>,
    /// How many conditions they test in all.
    pub conditions: usize,
}

impl Rules {
    /// The rules of a law on a day.
    ///
    /// # Errors
    /// Where a rule uses what this form cannot say.
    pub fn of(law: &Law, day: Date) -> Result<Rules> {
        let mut rules = Rules::default();
        for support in &law.supports {
            let mut rule = rules.rule(law, day, &support.id, &support.rule).with_context(|| support.id.clone())?;
            rule.is_support = true;
            if !support.period.holds_on(day) {
                rule = Rule { lines: Vec::new(), last: Outcome::No as i64, ..rule };
            }
            rules.rules.push(rule);
        }
        Ok(rules)
    }

    /// The names of the supports, in order.
    pub fn supports(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(|rule| rule.is_support)
    }

    /// What the rules read of a family.
    pub fn row(&self, law: &Law, case: &Case) -> Result<Vec<i64>> {
        self.inputs.iter().map(|input| input.read(law, case)).collect()
    }

    fn rule(&mut self, law: &Law, day: Date, name: &str, lines: &Lines) -> Result<Rule> {
        let mut made = Vec::new();
        for line in lines.all() {
            let test = line.when.as_ref().map_or(Ok(Test2::Fixed(true)), |when| self.test(law, day, when))?;
            made.push((test, i64::from(line.outcome)));
        }
        let last = made.pop().map_or(0, |(_, value)| value);
        Ok(Rule { name: name.to_owned(), lines: made, last, is_support: false, yes_no: false })
    }

    fn test(&mut self, law: &Law, day: Date, condition: &Condition) -> Result<Test2> {
        let mut all = |parts: &[Condition]| parts.iter().map(|part| self.test(law, day, part)).collect::<Result<_>>();
        Ok(match &condition.kind {
            ConditionKind::All(parts) => Test2::All(all(parts)?),
            ConditionKind::Any(parts) => Test2::Any(all(parts)?),
            ConditionKind::None(parts) => Test2::None(all(parts)?),
            ConditionKind::Day(compare, date) => Test2::Fixed(match compare {
                Compare::AtLeast => day >= *date,
                Compare::Over => day > *date,
                Compare::Under => day < *date,
                Compare::AtMost => day <= *date,
                Compare::Equal => day == *date,
            }),
            ConditionKind::InForce(provision, wanted) => {
                let period = &law.provision(provision).context("no such provision")?.period;
                ensure!(period.areas.is_empty(), "{provision} is in force in some areas only");
                Test2::Fixed(period.holds_on(day) == *wanted)
            }
            ConditionKind::Answer(support, _) => bail!("asks for the answer for {support}"),
            ConditionKind::Fact(fact, test) => {
                self.conditions += 1;
                self.fact(law, day, *fact, test)?
            }
        })
    }

    fn fact(&mut self, law: &Law, day: Date, id: FactId, test: &Test) -> Result<Test2> {
        let fact = &law.facts[id];
        let name = match test {
            Test::Has(member, _) => format!("{}_{member}", fact.name),
            _ => fact.name.clone(),
        };
        if let Some(lines) = worked_out(fact) {
            if !self.rules.iter().any(|known| known.name == name) {
                let mut rule = self.rule(law, day, &name, lines)?;
                rule.yes_no = fact.kind == Kind::YesNo;
                self.rules.push(rule);
            }
        } else if !self.inputs.iter().any(|known| known.name == name) {
            let member = if let Test::Has(member, _) = test { Some(*member) } else { None };
            let yes_no = fact.kind == Kind::YesNo || member.is_some();
            self.inputs.push(Input { name: name.clone(), yes_no, fact: id, member });
        }
        Ok(match test {
            Test::Is(yes) => Test2::Is(name, *yes),
            Test::Has(_, negated) => Test2::Is(name, !negated),
            Test::In(places, negated) => {
                Test2::In(name, places.iter().map(|place| i64::from(*place)).collect(), *negated)
            }
            Test::Councils(codes, negated) => {
                Test2::In(name, codes.iter().map(|code| council(code)).collect::<Result<_>>()?, *negated)
            }
            Test::Compare(compare, bound) => {
                let bound = match bound {
                    Bound::Amount(amount) => *amount,
                    Bound::Date(date) => day_number(*date),
                    Bound::Rate(rate) => {
                        let values = law.rate(rate).map(|rate| rate.on(day).0).unwrap_or_default();
                        values.first().with_context(|| format!("{rate} has no value"))?.amount
                    }
                };
                let sign = match compare {
                    Compare::AtLeast => ">=",
                    Compare::Over => ">",
                    Compare::Under => "<",
                    Compare::AtMost => "<=",
                    Compare::Equal => "==",
                };
                Test2::Compare(name, sign, bound)
            }
        })
    }
}

impl Input {
    fn read(&self, law: &Law, case: &Case) -> Result<i64> {
        let fact = &law.facts[self.fact];
        if let Origin::Since { date, unit } = fact.origin {
            let Some(Value::Date(since)) = case.value(date) else { bail!("{} is not known", fact.name) };
            return Ok(1000 * whole(case.day, unit, *since));
        }
        let Some(Answer::Is(value)) = case.get(self.fact) else { bail!("{} is not known", fact.name) };
        Ok(match (value, self.member) {
            (Value::Choices(chosen), Some(member)) => i64::from(chosen.contains(&member)),
            (Value::YesNo(yes), _) => i64::from(*yes),
            (Value::Choice(place), _) => i64::from(*place),
            (Value::Amount(amount), _) => *amount,
            (Value::Date(date), _) => day_number(*date),
            (Value::Council(code), _) => council(code)?,
            (Value::Choices(_), None) => bail!("{} is a set", fact.name),
        })
    }
}

/// How many whole units have passed from a day in the past.
fn whole(day: Date, unit: Unit, since: Date) -> i64 {
    let span = |count: i64| -> Span {
        match unit {
            Unit::Years => count.years(),
            Unit::Months => count.months(),
            Unit::Weeks => count.weeks(),
            Unit::Days => count.days(),
        }
    };
    let passed = |count: i64| day.checked_sub(span(count)).is_ok_and(|limit| since <= limit);
    let (mut low, mut high) = (-1_i64, 10_000_i64);
    while low < high {
        let middle = (low + high + 1).div_euclid(2);
        if passed(middle) { low = middle } else { high = middle - 1 }
    }
    low
}

fn day_number(day: Date) -> i64 {
    day.duration_since(date(1970, 1, 1)).as_hours() / 24
}

/// A council's code as a number: `E09000028` is 9,000,028.
fn council(code: &str) -> Result<i64> {
    code.trim_start_matches(|letter: char| !letter.is_ascii_digit()).parse().with_context(|| code.to_owned())
}

/// How one engine writes conditions.
#[derive(Clone, Copy, Debug)]
pub struct Writing {
    /// Joins conditions that must all hold.
    pub and: &'static str,
    /// Joins conditions of which one must hold.
    pub or: &'static str,
    /// Denies a condition.
    pub not: &'static str,
    /// Yes and no.
    pub truths: [&'static str; 2],
    /// Whether `x in [1, 2]` can be written; else each number is compared.
    pub lists: bool,
}

impl Writing {
    /// A condition as text.
    pub fn test(&self, test: &Test2) -> String {
        match test {
            Test2::Fixed(holds) => self.truths[usize::from(!holds)].to_owned(),
            Test2::All(parts) => self.join(parts, self.and, 0),
            Test2::Any(parts) => self.join(parts, self.or, 1),
            Test2::None(parts) => format!("{}({})", self.not, self.join(parts, self.or, 1)),
            Test2::Is(name, true) => name.clone(),
            Test2::Is(name, false) => format!("{}({name})", self.not),
            Test2::Compare(name, sign, bound) => format!("({name} {sign} {bound})"),
            Test2::In(name, places, negated) => {
                let any = match places.as_slice() {
                    [one] => format!("({name} == {one})"),
                    many if self.lists => format!("({name} in {many:?})"),
                    many => {
                        let each: Vec<_> = many.iter().map(|place| format!("({name} == {place})")).collect();
                        format!("({})", each.join(self.or))
                    }
                };
                if *negated { format!("{}({any})", self.not) } else { any }
            }
        }
    }

    fn join(&self, parts: &[Test2], word: &str, none: usize) -> String {
        match parts {
            [] => self.truths[none].to_owned(),
            [one] => self.test(one),
            many => format!("({})", many.iter().map(|part| self.test(part)).collect::<Vec<_>>().join(word)),
        }
    }

    /// A rule's value as text.
    pub fn value(&self, rule: &Rule, value: i64) -> String {
        if rule.yes_no { self.truths[usize::from(value == 0)].to_owned() } else { value.to_string() }
    }

    /// A rule as one conditional expression, `a ? 0 : b ? 1 : 2`.
    pub fn conditional(&self, rule: &Rule) -> String {
        let mut text = String::new();
        for (test, value) in &rule.lines {
            let _ = write!(text, "{} ? {} : (", self.test(test), self.value(rule, *value));
        }
        text.push_str(&self.value(rule, rule.last));
        text.push_str(&")".repeat(rule.lines.len()));
        text
    }
}
