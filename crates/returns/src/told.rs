//! What a case tells of its children for a return; and what it does not tell yet, of whom, and by which act it is told.
//!
//! Nothing is made up: a child of whom something is missing is in no file, and each missing thing is named. The rest of the
//! crate knows no case. How an answer is written is data of casework (`casework/codes.law`), with the year from which.

mod beside;
mod care;
mod court;
mod health;
mod need;
mod stays;
mod who;

use casework::matter::{Done, Matter};
use casework::practice::Practice;
use casework::{Case, Person, PersonId, Value, Values, Version};
use jiff::civil::Date;
use std::collections::BTreeMap;

use crate::child::Child;
use crate::code::Code;
use crate::year::Year;

/// One of the two returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Collection {
    /// The Children in Need census.
    Need,
    /// The return of looked-after children.
    Care,
}

impl Collection {
    /// Both.
    pub const ALL: [Collection; 2] = [Collection::Need, Collection::Care];

    /// A word for it, in addresses and file names.
    pub fn word(self) -> &'static str {
        match self {
            Collection::Need => "cin",
            Collection::Care => "ssda903",
        }
    }

    /// The return that a word means.
    pub fn read(word: &str) -> Option<Collection> {
        Collection::ALL.into_iter().find(|collection| collection.word() == word)
    }

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Collection::Need => "Children in Need census",
            Collection::Care => "Return of looked-after children (SSDA903)",
        }
    }
}

/// Something that a return asks of a child and that the case does not say yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// Of whom.
    pub child: PersonId,
    /// What, in words.
    pub what: &'static str,
    /// The day it is about, where it is about one.
    pub on: Option<Date>,
    /// The act by which it is told.
    pub act: &'static str,
    /// The matter in which that act is done.
    pub matter: Option<Version>,
}

/// What a case tells for a return.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// The children of whom everything is told.
    pub children: Vec<Child>,
    /// What is missing of the others.
    pub missing: Vec<Missing>,
}

/// What a case tells of its children for the return of a year: of those whom that return asks about, and of no others.
pub fn told(case: &Case, practice: &Practice, year: Year, collection: Collection) -> Told {
    let mut all = Told::default();
    for child in case.with_part("child") {
        let mut teller = Teller { case, practice, year, child, missing: Vec::new() };
        let asked = match collection {
            Collection::Need => teller.in_need(),
            Collection::Care => teller.looked_after(),
        };
        // What is missing of one entry may be missing of another for the same reason.
        teller.missing.sort_unstable();
        teller.missing.dedup();
        match asked {
            Some(child) if teller.missing.is_empty() => all.children.push(child),
            _ => all.missing.append(&mut teller.missing),
        }
    }
    all
}

/// Reads the case for one child, and notes what is missing.
struct Teller<'a> {
    case: &'a Case,
    practice: &'a Practice,
    year: Year,
    child: &'a Person,
    missing: Vec<Missing>,
}

/// Where something would be told: an act, in a matter.
#[derive(Clone, Copy)]
struct At {
    act: &'static str,
    matter: Option<Version>,
}

impl At {
    fn of(act: &'static str, matter: &Matter) -> At {
        At { act, matter: Some(matter.id) }
    }
}

impl<'a> Teller<'a> {
    /// What is told; where it is not, it is noted as missing.
    fn must<T>(&mut self, told: Option<T>, what: &'static str, on: impl Into<Option<Date>>, at: At) -> Option<T> {
        if told.is_none() {
            let (child, on) = (self.child.id, on.into());
            self.missing.push(Missing { child, what, on, act: at.act, matter: at.matter });
        }
        told
    }

    /// An act of the case itself.
    fn in_case(&self, act: &'static str) -> At {
        At { act, matter: self.case.matters.first().map(|case| case.id) }
    }

    /// How an answer is written in the return, as one of its codes.
    fn code<C: Code>(&self, field: &str, answer: Option<&Value>) -> Option<C> {
        self.code_of(field, answer?.text()?)
    }

    fn code_of<C: Code>(&self, field: &str, answer: &str) -> Option<C> {
        C::read(self.practice.code(field, answer, self.year.ends().year())?)
    }

    /// Whether a form is about this child: it names the child, or no child at all.
    fn is_about(&self, done: &Done) -> bool {
        self.is_named(done.values.get("for_children"))
    }

    fn is_named(&self, people: Option<&Value>) -> bool {
        let people = people.map(Value::people).unwrap_or_default();
        let is_child = |id: &PersonId| self.case.person(*id).is_some_and(|person| person.part == "child");
        people.contains(&self.child.id) || !people.iter().any(is_child)
    }

    /// What was last said of a field in a matter, in a form about this child.
    fn said(&self, matter: &'a Matter, field: &str) -> Option<&'a Value> {
        matter.done.iter().rev().filter(|done| self.is_about(done)).find_map(|done| done.values.get(field))
    }

    /// Every time an act was done for this child anywhere in the case, in order.
    fn each(&self, act: &str) -> Vec<&'a Done> {
        let of_act = |done: &&Done| done.act == act && self.is_about(done);
        let mut all: Vec<&Done> = self.case.matters.iter().flat_map(|matter| &matter.done).filter(of_act).collect();
        all.sort_by_key(|done| done.version);
        all
    }

    /// The day on which a matter ended.
    fn ended(&self, matter: &Matter) -> Option<Date> {
        let moves = |done: &&Done| self.practice.act(&done.act).is_some_and(|act| !act.to.is_empty());
        matter.done.iter().rfind(moves).filter(|_| matter.is_ended).map(|done| done.on)
    }
}

/// Forms about the same day, put together: what is said last counts, and what is left empty stays.
fn by_day(forms: Vec<&Done>, field: &str) -> BTreeMap<Date, Values> {
    let mut days: BTreeMap<Date, Values> = BTreeMap::new();
    for done in forms {
        if let Some(day) = day(&done.values, field) {
            days.entry(day).or_default().extend(done.values.clone());
        }
    }
    days
}

/// A day that was said.
fn day(values: &Values, field: &str) -> Option<Date> {
    values.get(field).and_then(Value::day)
}

/// Words that were said, without the space around them; nothing where they are empty.
fn words(value: Option<&Value>) -> Option<String> {
    let text = value?.text()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// What was said to a question of yes or no.
fn yes_or_no(value: Option<&Value>) -> Option<bool> {
    if let Some(Value::Yes(yes)) = value { Some(*yes) } else { None }
}

/// A small number that was said.
fn small(value: Option<&Value>) -> Option<u8> {
    if let Some(Value::Number(number)) = value { u8::try_from(*number).ok() } else { None }
}
