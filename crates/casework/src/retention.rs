//! How long a case must be kept, why, and what holds it although its time has passed. Nothing of this is kept: it follows
//! from what happened. What ought to be done about it is for people to decide.

use crate::case::{Case, holds};
use crate::event::Version;
use crate::matter::Matter;
use crate::person::{Person, PersonId};
use crate::practice::{Hold, Holding, Kept, Practice, Span, Trigger};
use crate::value::Value;
use jiff::civil::Date;
use law::calculation::birthday;

/// How long a case is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// The last day on which it must be kept; none where nobody can say.
    pub until: Option<Date>,
    /// Whether that day has passed.
    pub passed: bool,
    /// Every rule that fits, the one that decides first.
    pub because: Vec<Because>,
    /// Until when somebody decided to keep it longer, and in which event.
    pub longer: Option<(Date, Version)>,
    /// What holds it.
    pub held_by: Vec<Held>,
}

/// A rule that fits a case, or one child of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because {
    /// The rule, by its name in the table.
    pub rule: String,
    /// For which child, where it runs from a birth or a death.
    pub child: Option<PersonId>,
    /// The last day.
    pub until: Result<Date, Lacks>,
}

/// What must be known, and is not, to say until when a case is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lacks {
    /// No child is in the case.
    Child,
    /// Nobody wrote down when the child was born.
    Birth,
    /// Nobody wrote down when the child died.
    Death,
    /// The day would leave the calendar.
    Calendar,
}

impl Lacks {
    /// It, in words.
    pub fn words(self) -> &'static str {
        match self {
            Lacks::Child => "no child is written down in it",
            Lacks::Birth => "nobody wrote down when the child was born",
            Lacks::Death => "nobody wrote down when the child died",
            Lacks::Calendar => "the day is beyond the calendar",
        }
    }
}

/// Something that holds a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The hold, by its name in the table.
    pub hold: String,
    /// The matter.
    pub matter: Version,
}

impl Keeping {
    /// Whether a person may decide that it goes: its time has passed, and nothing holds it.
    pub fn is_due(&self) -> bool {
        self.passed && self.held_by.is_empty()
    }
}

/// How long a case is kept, as on a day.
pub fn due(case: &Case, practice: &Practice, on: Date) -> Keeping {
    let mut because: Vec<Because> = practice.kept.iter().flat_map(|kept| each(case, kept)).collect();
    // What nobody can say goes before all that is known, for it may be later.
    let known = |one: &Because| one.until.unwrap_or(Date::MAX);
    because.sort_by_key(|one| std::cmp::Reverse(known(one)));
    let by_rule = match because.iter().find_map(|one| one.until.err()) {
        Some(_) => None,
        None => because.iter().filter_map(|one| one.until.ok()).max(),
    };
    let longer = kept_longer(case);
    let until = by_rule.map(|day| longer.map_or(day, |(longer, _)| longer.max(day)));
    Keeping { until, passed: until.is_some_and(|until| on > until), because, longer, held_by: held_by(case, practice) }
}

/// What a rule says of a case: once for each child where it runs from a birth, and nothing where it does not fit.
fn each(case: &Case, kept: &Kept) -> Vec<Because> {
    let fitting: Vec<&Matter> =
        case.matters.iter().filter(|matter| kept.of.iter().any(|of| fits(of, matter))).collect();
    if fitting.is_empty() {
        return Vec::new();
    }
    let of_child = |span: &Span| matches!(span.from, Trigger::Birth | Trigger::Death);
    let one = |child: Option<&Person>| Because {
        rule: kept.name.clone(),
        child: child.map(|child| child.id),
        until: until(case, kept, &fitting, child),
    };
    if !kept.keep.iter().any(of_child) {
        return vec![one(None)];
    }
    let children: Vec<Because> = case.with_part("child").map(|child| one(Some(child))).collect();
    if children.is_empty() { vec![one(None)] } else { children }
}

/// Until when a rule keeps a case, for one child where there is one.
fn until(case: &Case, kept: &Kept, fitting: &[&Matter], child: Option<&Person>) -> Result<Date, Lacks> {
    if let (Some((span, age)), Some(died)) = (&kept.instead, child.and_then(|child| child.died)) {
        let born = child.and_then(|child| birth(case, child)).ok_or(Lacks::Birth)?;
        if birthday(born, *age).is_some_and(|grown_up| died < grown_up) {
            return last_day(case, span, fitting, child);
        }
    }
    let days: Vec<Date> =
        kept.keep.iter().map(|span| last_day(case, span, fitting, child)).collect::<Result<_, _>>()?;
    days.into_iter().max().ok_or(Lacks::Calendar)
}

fn last_day(case: &Case, span: &Span, fitting: &[&Matter], child: Option<&Person>) -> Result<Date, Lacks> {
    let last = |matters: &mut dyn Iterator<Item = &Matter>| {
        matters.flat_map(|matter| matter.done.iter().map(|done| done.on)).max().ok_or(Lacks::Calendar)
    };
    let from = match span.from {
        Trigger::Birth => birth(case, child.ok_or(Lacks::Child)?).ok_or(Lacks::Birth)?,
        Trigger::Death => child.ok_or(Lacks::Child)?.died.ok_or(Lacks::Death)?,
        Trigger::LastInIt => last(&mut fitting.iter().copied())?,
        // That somebody thought about how long it is kept is nothing that happened to the family.
        Trigger::LastOfAll => last(&mut case.matters.iter().filter(|matter| matter.is_work))?,
    };
    birthday(from, span.years).ok_or(Lacks::Calendar)
}

/// When a child was born: as it was said of them, or as the facts say where there is one child alone.
fn birth(case: &Case, child: &Person) -> Option<Date> {
    let fact = || case.facts.get("child_dob").filter(|_| case.with_part("child").count() == 1)?.parse().ok();
    child.born.or_else(fact)
}

/// Whether something of the kind was ever said in a matter.
fn fits(of: &Holding, matter: &Matter) -> bool {
    let ever = || matter.done.iter().any(|done| holds(of.when.as_ref(), |field: &str| done.values.get(field)));
    of.kinds.contains(&matter.kind) && (of.when.is_none() || ever())
}

/// Until when somebody decided to keep it longer: what was said last counts.
fn kept_longer(case: &Case) -> Option<(Date, Version)> {
    let done = case.of_kind("retention").flat_map(|matter| &matter.done);
    let days = done.filter_map(|done| Some((done.version, done.values.get("keep_until").and_then(Value::day)?)));
    days.max().map(|(version, day)| (day, version))
}

fn held_by(case: &Case, practice: &Practice) -> Vec<Held> {
    let of = |hold: &Hold| -> Vec<Held> {
        let holding = case.matters.iter().filter(|matter| match &hold.matters {
            Some(of) => !matter.is_ended && fits(of, matter),
            None => case.is_unfinished(matter) && !is_named(practice, matter),
        });
        holding.map(|matter| Held { hold: hold.name.clone(), matter: matter.id }).collect()
    };
    practice.holds.iter().flat_map(of).collect()
}

/// Whether a hold of its own names this kind of matter.
fn is_named(practice: &Practice, matter: &Matter) -> bool {
    practice.holds.iter().filter_map(|hold| hold.matters.as_ref()).any(|of| of.kinds.contains(&matter.kind))
}

/// What stays of a case that was destroyed: the rules that were followed, and the reason. It names nobody.
pub fn tombstone(case: &Case, practice: &Practice, on: Date, reason: &str) -> String {
    let keeping = due(case, practice, on);
    let fits = |kept: &&Kept| keeping.because.iter().any(|one| one.rule == kept.name);
    let titles: Vec<String> = practice.kept.iter().filter(fits).map(|kept| kept.title.to_lowercase()).collect();
    let until = keeping.until.map_or_else(String::new, crate::letter::written);
    format!("Kept until {until} ({}). {}", titles.join("; "), reason.trim())
}
