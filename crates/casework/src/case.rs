//! How things stand in a case: a fold over what happened. The case as it was on any past day is the fold over what had
//! happened by then.

use crate::event::{Event, Happened, Officer, Version};
use crate::matter::{Done, Matter, Watch, Watched};
use crate::person::{Person, PersonId};
use crate::practice::{Act, BEGINNING, Effect, Practice, Starts, Test};
use crate::value::{Value, Values};
use jiff::Timestamp;
use jiff::civil::Date;
use law::Law;
use std::collections::BTreeMap;

/// How things stand in one case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Case {
    /// The last event taken in.
    pub version: Version,
    /// The moment of the first.
    pub begun: Option<Timestamp>,
    /// The reference by which the family and the council speak of it.
    pub reference: String,
    /// The people.
    pub people: Vec<Person>,
    /// The matters, in the order in which they began.
    pub matters: Vec<Matter>,
    /// The facts of the law that were told, by name, as text.
    pub facts: BTreeMap<String, String>,
    /// Who works on it.
    pub worker: Option<Officer>,
    /// Why it is open only to those who are let in, where it is.
    pub restricted: Option<String>,
    /// The letters it made, in order.
    pub letters: Vec<Sent>,
}

/// That a letter was made; its words are in the event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The event.
    pub version: Version,
    /// Its place among the letters of the event.
    pub place: usize,
    /// The day.
    pub on: Date,
    /// To whom.
    pub to: PersonId,
    /// What it is about.
    pub subject: String,
    /// The letter's name in the table.
    pub name: String,
}

impl Case {
    /// How things stand after what happened, in order.
    pub fn after<'a>(practice: &Practice, events: impl IntoIterator<Item = &'a Happened>) -> Case {
        let mut case = Case::default();
        events.into_iter().for_each(|happened| case.take(practice, happened));
        case
    }

    /// Takes in one more event. An act that the table no longer has stays in the chronology, and changes nothing.
    pub fn take(&mut self, practice: &Practice, happened: &Happened) {
        let Happened { version, event, at } = happened;
        self.version = *version;
        self.begun.get_or_insert(*at);
        let Some(act) = practice.act(&event.act) else { return };
        let place = event.matter.or(event.within);
        let said = |field: &str| event.values.get(field).or_else(|| self.value(place, field));
        let stage = act.to.iter().find(|to| holds(to.when.as_ref(), said)).map(|to| to.stage.clone());
        let kind = practice.matter(&act.matter);
        let is_end = |stage: &str| kind.and_then(|kind| kind.stage(stage)).is_some_and(|stage| stage.is_end);
        if act.begins {
            let stage = stage.clone().unwrap_or_default();
            self.matters.push(Matter {
                id: *version,
                kind: act.matter.clone(),
                within: event.within,
                is_work: kind.is_none_or(|kind| kind.is_work),
                is_ended: is_end(&stage),
                stage,
                begun: event.on,
                done: Vec::new(),
                watches: Vec::new(),
            });
        }
        let id = if act.begins { Some(*version) } else { event.matter };
        let lineage = self.lineage(id);
        for name in &act.ends {
            self.end(&lineage, name, event.on, *version);
        }
        if let Some(matter) = self.matters.iter_mut().find(|matter| Some(matter.id) == id) {
            if let Some(stage) = stage.filter(|_| !act.begins) {
                matter.is_ended = is_end(&stage);
                matter.stage = stage;
            }
            matter.done.push(Done {
                version: *version,
                act: act.name.clone(),
                on: event.on,
                by: event.by.clone(),
                values: event.values.clone(),
            });
        }
        self.watch(act, event, id, *version);
        self.apply(act, event, *version);
        self.letters.extend(event.letters.iter().enumerate().map(|(place, letter)| Sent {
            version: *version,
            place,
            on: event.on,
            to: letter.to,
            subject: letter.document.title.clone(),
            name: letter.name.clone(),
        }));
    }

    /// Starts the clocks and the diary days of an act, and puts off the clock it puts off.
    fn watch(&mut self, act: &Act, event: &Event, id: Option<Version>, version: Version) {
        let lineage = self.lineage(id);
        for extends in &act.extends {
            if let Some(to) = event.values.get(&extends.to).and_then(Value::day)
                && let Some(watch) = self.running_mut(&lineage, &extends.clock)
            {
                watch.extended.push((to, version));
                break;
            }
        }
        let said = |field: &str| event.values.get(field).or_else(|| self.value(id, field));
        let clocks = act.starts.iter().filter(|starts| holds(starts.when.as_ref(), said));
        let clocks =
            clocks.map(|starts| (Watched::Clock(starts.clock.clone()), self.first_day(id, starts).unwrap_or(event.on)));
        let diary = act.diary.iter().filter_map(|diary| {
            let by = earliest(&event.values, &diary.by)?;
            Some((Watched::Diary { name: diary.name.clone(), by, words: diary.words.clone() }, event.on))
        });
        let started: Vec<(Watched, Date)> = clocks.chain(diary).collect();
        let Some(matter) = self.matters.iter_mut().find(|matter| Some(matter.id) == id) else { return };
        for (what, from) in started {
            // Started again, a clock runs anew: what ran before is met by what started it.
            let before =
                matter.watches.iter_mut().filter(|watch| watch.met.is_none() && watch.what.name() == what.name());
            before.for_each(|watch| watch.met = Some((event.on, version)));
            matter.watches.push(Watch { what, from, started: version, extended: Vec::new(), met: None });
        }
        // Nothing runs on in a matter that has ended.
        if matter.is_ended {
            let running = matter.watches.iter_mut().filter(|watch| watch.met.is_none());
            running.for_each(|watch| watch.met = Some((event.on, version)));
        }
    }

    /// The day from which a clock runs that is started in a matter, where a field or the matter's beginning says it.
    pub(crate) fn first_day(&self, id: Option<Version>, starts: &Starts) -> Option<Date> {
        match starts.from.as_deref()? {
            BEGINNING => Some(self.matter(id?)?.begun),
            field => self.value(id, field)?.day(),
        }
    }

    fn apply(&mut self, act: &Act, event: &Event, version: Version) {
        if let Some(reference) = event.values.get("reference").and_then(Value::text)
            && self.reference.is_empty()
        {
            self.reference = reference.to_owned();
        }
        if let Some(Value::Facts(facts)) = event.values.get("facts") {
            self.facts.extend(facts.clone());
        }
        match act.effect {
            Some(Effect::AddsPerson) => {
                let mut person = Person::new(PersonId(version));
                person.take(&event.values);
                self.people.push(person);
            }
            Some(Effect::ChangesPerson) => {
                let who = event.values.get("person").and_then(|value| value.people().first().copied());
                let people = self.people.iter_mut().filter(|person| Some(person.id) == who);
                people.for_each(|person| person.take(&event.values));
            }
            Some(Effect::GivesCase) => {
                self.worker = event.values.get("given_to").and_then(Value::text).map(Officer::new);
            }
            Some(Effect::Restricts) => {
                self.restricted = Some(event.values.get("reason").and_then(Value::text).unwrap_or_default().to_owned());
            }
            Some(Effect::Unrestricts) => self.restricted = None,
            // What is destroyed is taken out of every list by the database’s last word on it.
            Some(Effect::Destroys) | None => {}
        }
    }

    fn end(&mut self, lineage: &[Version], name: &str, on: Date, version: Version) {
        if let Some(watch) = self.running_mut(lineage, name) {
            watch.met = Some((on, version));
        }
    }

    fn running_mut(&mut self, lineage: &[Version], name: &str) -> Option<&mut Watch> {
        let matters = &mut self.matters;
        let found = lineage.iter().find_map(|id| {
            let matter = matters.iter().position(|matter| matter.id == *id)?;
            let watch = matters.get(matter)?.watches.iter().rposition(|w| w.met.is_none() && w.what.name() == name)?;
            Some((matter, watch))
        });
        let (matter, watch) = found?;
        self.matters.get_mut(matter)?.watches.get_mut(watch)
    }

    /// The clock or diary day of that name that still runs in a matter or in one it belongs to.
    pub fn running(&self, id: Option<Version>, name: &str) -> Option<&Watch> {
        let matters = self.lineage(id).into_iter().filter_map(|id| self.matter(id));
        let mut watches = matters.flat_map(|matter| matter.watches.iter().rev());
        watches.find(|watch| watch.met.is_none() && watch.what.name() == name)
    }

    /// A matter and those it belongs to, the nearest first.
    pub fn lineage(&self, id: Option<Version>) -> Vec<Version> {
        let mut ids = Vec::new();
        let mut next = id;
        while let Some(id) = next.filter(|id| !ids.contains(id)) {
            ids.push(id);
            next = self.matter(id).and_then(|matter| matter.within);
        }
        ids
    }

    /// The matter of that name.
    pub fn matter(&self, id: Version) -> Option<&Matter> {
        self.matters.iter().find(|matter| matter.id == id)
    }

    /// The matters that belong to one.
    pub fn inside(&self, id: Version) -> impl Iterator<Item = &Matter> {
        self.matters.iter().filter(move |matter| matter.within == Some(id))
    }

    /// The matters of a kind.
    pub fn of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Matter> {
        self.matters.iter().filter(move |matter| matter.kind == kind)
    }

    /// What was said last of a field in a matter, or in one it belongs to.
    pub fn value(&self, id: Option<Version>, field: &str) -> Option<&Value> {
        self.lineage(id).into_iter().find_map(|id| self.matter(id)?.value(field))
    }

    /// The person of that name.
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// The people who are something in the case.
    pub fn with_part<'a>(&'a self, part: &'a str) -> impl Iterator<Item = &'a Person> {
        self.people.iter().filter(move |person| person.part == part)
    }

    /// Whether every matter but the case itself has ended.
    pub fn is_closed(&self) -> bool {
        self.matters.iter().filter(|matter| matter.within.is_some()).all(|matter| !self.is_open(matter))
    }

    /// Whether something is still to be done in a matter. A decision follows an assessment that is done, and stands by
    /// itself from then on.
    pub fn is_open(&self, matter: &Matter) -> bool {
        let is_followed =
            || matter.kind == "assessment" && matter.stage == "concluded" && self.inside(matter.id).count() > 0;
        matter.is_work && !matter.is_ended && !is_followed()
    }

    /// Whether something must be finished before the case can be closed. That a child lives somewhere is no work that is
    /// open.
    pub fn is_unfinished(&self, matter: &Matter) -> bool {
        let is_settled = matter.kind == "arrangement" && matter.stage == "settled";
        self.is_open(matter) && !is_settled
    }

    /// The family as the law asks about it, on a day. What the law does not know is left out.
    pub fn family(&self, law: &Law, day: Date) -> law::Case {
        let mut family = law::Case::on(day);
        for (name, text) in &self.facts {
            // A fact that an earlier form of the law had is no fault of the family's.
            let _ = family.set_text(name, text, &law.facts);
        }
        family
    }
}

/// Whether what was said passes a test; without one, always. A test without values asks only whether it was said.
pub(crate) fn holds<'a>(test: Option<&Test>, said: impl Fn(&str) -> Option<&'a Value>) -> bool {
    let Some(test) = test else { return true };
    match said(&test.field) {
        Some(_) if test.values.is_empty() => true,
        Some(Value::Yes(yes)) => test.values.iter().any(|value| value == if *yes { "yes" } else { "no" }),
        Some(value) => value.choices().iter().any(|choice| test.values.contains(choice)),
        None => false,
    }
}

/// The day in a field, or the first of those in a column of rows.
fn earliest(values: &Values, by: &str) -> Option<Date> {
    match by.split_once('.') {
        None => values.get(by).and_then(Value::day),
        Some((rows, column)) => {
            let rows = values.get(rows).map(Value::rows).unwrap_or_default();
            rows.iter().filter_map(|row| row.get(column).and_then(Value::day)).min()
        }
    }
}
