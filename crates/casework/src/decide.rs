//! What follows from an act, or why it may not be.

use crate::asking::Asking;
use crate::case::Case;
use crate::due::{clock_of, last_day};
use crate::event::{Event, Role, Version, Who};
use crate::form::{Fault, is_near};
use crate::matter::Matter;
use crate::practice::{Act, Extends, Practice};
use crate::refusal::Refusal;
use crate::value::{Value, Values};
use crate::{gate, guard, letter};
use jiff::civil::Date;
use law::{Day, Law};

/// An act, as somebody asks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Doing {
    /// The act's name in the table.
    pub act: String,
    /// The matter it is done in; for an act that begins one, that to which it will belong.
    pub matter: Option<Version>,
    /// The day it was done.
    pub on: Date,
    /// What the form said.
    pub values: Values,
    /// By whom.
    pub by: Who,
}

/// As what somebody may do an act in a case: the first of their roles that covers it.
pub fn may(act: &Act, by: &Who) -> Option<Role> {
    by.roles.iter().copied().find(|role| act.who.contains(role))
}

/// What follows from an act: the event to keep. `day` is the law by which it is decided.
///
/// # Errors
/// Why it may not be.
pub fn decide(
    case: &Case,
    practice: &Practice,
    day: &Day,
    council: &str,
    doing: &Doing,
    today: Date,
) -> Result<Event, Refusal> {
    let act = practice.act(&doing.act).ok_or_else(|| Refusal::Unknown(doing.act.clone()))?;
    let role = may(act, &doing.by)
        .ok_or_else(|| Refusal::NotYours(act.who.iter().map(|role| role.word()).collect::<Vec<_>>().join(" or ")))?;
    let matter = place(case, practice, act, doing.matter)?;
    possible(practice, matter, act, doing, today)?;
    whole(practice, act, &doing.values)?;
    let asking = Asking {
        practice,
        day,
        law: &day.law,
        case,
        act,
        matter,
        values: &doing.values,
        on: doing.on,
        today,
        by: &doing.by,
    };
    second_person(&asking)?;
    put_off(&asking)?;
    guard::check(&asking)?;
    let mut event = Event {
        act: act.name.clone(),
        matter: doing.matter.filter(|_| !act.begins),
        within: doing.matter.filter(|_| act.begins),
        on: doing.on,
        by: doing.by.officer.clone(),
        role,
        values: doing.values.clone(),
        letters: Vec::new(),
    };
    event.letters = letter::letters(&asking, &event, council);
    gate::check(case, &event.letters)?;
    Ok(event)
}

/// The matter an act is done in, where it can be done there.
fn place<'a>(
    case: &'a Case,
    practice: &Practice,
    act: &Act,
    id: Option<Version>,
) -> Result<Option<&'a Matter>, Refusal> {
    let kind = practice.matter(&act.matter).ok_or(Refusal::NotThere)?;
    let matter = id.map(|id| case.matter(id).ok_or(Refusal::NotThere)).transpose()?;
    if act.begins {
        return match matter {
            None if kind.within.is_empty() => Ok(None),
            None => Err(Refusal::NotThere),
            Some(matter) if !kind.within.contains(&matter.kind) => Err(Refusal::NotThere),
            Some(matter) => Ok(Some(matter)),
        };
    }
    let matter = matter.filter(|matter| matter.kind == act.matter).ok_or(Refusal::NotThere)?;
    let stage = kind.stage(&matter.stage).ok_or(Refusal::NotThere)?;
    match act.fits_stage(stage) {
        true => Ok(Some(matter)),
        false => Err(Refusal::NotNow(format!("{}: {}", kind.title.to_lowercase(), stage.words))),
    }
}

/// Whether an act can have been done on its day.
fn possible(
    practice: &Practice,
    matter: Option<&Matter>,
    act: &Act,
    doing: &Doing,
    today: Date,
) -> Result<(), Refusal> {
    if !is_near(doing.on) {
        return Err(Refusal::Day("the day it was done lies too far back; give the day on which it was".to_owned()));
    }
    if doing.on > today {
        return Err(Refusal::Day("the day it was done lies ahead; write it down once it has been done".to_owned()));
    }
    // Time runs from what has happened, and not from what lies ahead.
    let lies_ahead = |field: &&String| doing.values.get(*field).and_then(Value::day).is_some_and(|day| day > today);
    if let Some(field) = act.starts.iter().filter_map(|starts| starts.from.as_ref()).find(lies_ahead) {
        let says = "this day lies ahead; give the day on which it happened".to_owned();
        return Err(Refusal::Form(vec![Fault { field: field.clone(), says }]));
    }
    let Some(matter) = matter.filter(|_| !act.begins) else { return Ok(()) };
    if doing.on < matter.begun {
        return Err(Refusal::Day(format!("the day is before this began, on {}", letter::written(matter.begun))));
    }
    // What moves a matter comes after what moved it to where it stands.
    let moves = |name: &str| practice.act(name).is_some_and(|act| !act.to.is_empty());
    let last = matter.done.iter().filter(|done| moves(&done.act)).map(|done| done.on).max();
    match last.filter(|last| !act.to.is_empty() && doing.on < *last) {
        Some(last) => Err(Refusal::Day(format!(
            "the day is before what was done last, on {}; it cannot have come first",
            letter::written(last)
        ))),
        None => Ok(()),
    }
}

/// Whether everything the act asks was said.
fn whole(practice: &Practice, act: &Act, values: &Values) -> Result<(), Refusal> {
    let lacking = act.asks.iter().filter(|column| !column.optional && !values.contains_key(&column.field));
    let faults: Vec<Fault> = lacking
        .map(|column| Fault {
            field: column.field.clone(),
            says: practice
                .fields
                .get(&column.field)
                .map_or_else(String::new, |field| format!("answer “{}”", field.asks)),
        })
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(Refusal::Form(faults)) }
}

fn second_person(asking: &Asking) -> Result<(), Refusal> {
    // What was done in this very matter counts even where somebody else did the same later in another one beside it.
    let lineage = asking.case.lineage(asking.id());
    let own = |act: &str| {
        let matters = lineage.iter().filter_map(|id| asking.case.matter(*id));
        matters.filter_map(|matter| matter.last(act)).max_by_key(|done| done.version)
    };
    let mut before = asking.act.not_by.iter().flat_map(|act| [asking.last(act), own(act)]).flatten();
    match before.any(|done| done.by == asking.by.officer) {
        true => Err(Refusal::SamePerson),
        false => Ok(()),
    }
}

/// Whether the clock an act puts off may be put off so far.
fn put_off(asking: &Asking) -> Result<(), Refusal> {
    if asking.act.extends.is_empty() {
        return Ok(());
    }
    let mut running =
        asking.act.extends.iter().filter_map(|one| Some((one, asking.case.running(asking.id(), &one.clock)?)));
    let (extends, watch) =
        running.next().ok_or_else(|| Refusal::NotNow("no time that could be made longer is running".to_owned()))?;
    let Some(to) = asking.values.get(&extends.to).and_then(Value::day) else { return Ok(()) };
    let clock = clock_of(watch, asking.law);
    let cites = || clock.map(|clock| clock.cites.clone()).unwrap_or_default();
    if extends.times.is_some_and(|times| watch.extended.len() >= times) {
        return Err(Refusal::TooLong(
            "the time was made longer before, and that can be done only once".to_owned(),
            cites(),
        ));
    }
    let now = watch.extended.last().map(|(day, _)| *day).or_else(|| last_day(watch, asking.law));
    if let Some(now) = now.filter(|now| asking.on > *now) {
        return Err(Refusal::NotNow(format!(
            "the time ended on {}; what is late stays late, and the reason can be written as a note",
            letter::written(now)
        )));
    }
    if let Some(now) = now.filter(|now| to <= *now) {
        return Err(Refusal::Day(format!(
            "the new day must be later than {}, the day it is now",
            letter::written(now)
        )));
    }
    match longest(extends, clock, watch.from, asking.law) {
        Some(most) if to > most => {
            let day = letter::written(most);
            Err(Refusal::TooLong(format!("the longest the rules allow is until {day}"), cites()))
        }
        _ => Ok(()),
    }
}

fn longest(extends: &Extends, clock: Option<&law::clock::Clock>, from: Date, law: &Law) -> Option<Date> {
    let mut longest = clock?.clone();
    longest.length = extends.most?;
    longest.deadline(from, &law.holidays)
}
