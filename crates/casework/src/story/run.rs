//! Plays a story.

use super::expect;
use super::step::{Is, Step, Story};
use crate::case::Case;
use crate::decide::{Doing, decide};
use crate::event::{Happened, Officer, Role, Version, Who};
use crate::form::{Form, Reader};
use crate::practice::{Act, Kind, Practice};
use crate::refusal::Refusal;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use law::{Day, Law};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What came of a story.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// How the case stands at the end.
    pub case: Case,
    /// What happened.
    pub events: Vec<Happened>,
    /// Where it went another way than it says.
    pub wrong: Vec<String>,
}

/// Plays stories in their order, each from the end of the one after which it begins.
pub fn run(stories: &[Story], practice: &Practice, law: &Arc<Law>) -> Vec<Told> {
    let mut days: BTreeMap<Date, Day> = BTreeMap::new();
    let mut all: Vec<Told> = Vec::new();
    for story in stories {
        let before = story.after.as_ref().map(|name| {
            let place = stories.iter().take(all.len()).position(|known| known.name == *name);
            place.and_then(|place| all.get(place)).map(|told| Told { wrong: Vec::new(), ..told.clone() }).ok_or(name)
        });
        let mut told = match before {
            None => Told::default(),
            Some(Ok(told)) => told,
            Some(Err(name)) => Told { wrong: vec![format!("there is no story `{name}` before it")], ..Told::default() },
        };
        for step in &story.steps {
            // The law of another day answers as well, save where the evaluator is asked what a family has a right to.
            let is_asked = matches!(&step.is, Is::Does { act, .. } | Is::Tries { act, .. }
                if practice.act(act).is_some_and(|act| act.refuse.iter().any(|rule| rule == "support_forgotten")));
            if (days.is_empty() || is_asked)
                && !days.contains_key(&step.on)
                && let Ok(day) = Day::new(law.clone(), step.on)
            {
                days.insert(step.on, day);
            }
            let day = days.get(&step.on).or_else(|| days.values().next());
            if let Some(day) = day {
                told.play(step, practice, day);
            }
        }
        all.push(told);
    }
    all
}

impl Told {
    fn play(&mut self, step: &Step, practice: &Practice, day: &Day) {
        let outcome = match &step.is {
            Is::Expect => return self.wrong.extend(expect::wrong(&self.case, &self.events, practice, &day.law, step)),
            Is::Does { who, act } | Is::Tries { who, act, .. } => self.act(step, who, act, practice, day),
        };
        let wrong = match (&step.is, outcome) {
            (Is::Does { .. }, Ok(())) => return,
            (Is::Does { act, .. }, Err(refusal)) => format!("{act} was refused ({}): {refusal}", refusal.word()),
            (Is::Tries { act, .. }, Ok(())) => format!("{act} was not refused"),
            (Is::Tries { refused, .. }, Err(refusal)) if refusal.word() == refused => return,
            (Is::Tries { act, refused, .. }, Err(refusal)) => {
                format!("{act} was refused as {} ({refusal}), and not as {refused}", refusal.word())
            }
            (Is::Expect, _) => return,
        };
        self.wrong.push(format!("{}: {wrong}", step.spot));
    }

    fn act(&mut self, step: &Step, who: &str, name: &str, practice: &Practice, day: &Day) -> Result<(), Refusal> {
        let act = practice.act(name).ok_or_else(|| Refusal::Unknown(name.to_owned()))?;
        let form = self.form(step, practice, act);
        let reader = Reader { practice, law: &day.law, case: &self.case };
        let values = reader.read(act, &form).map_err(Refusal::Form).map_err(named)?;
        let doing =
            Doing { act: name.to_owned(), matter: self.matter(practice, act), on: on(step), values, by: by(who) };
        let event = decide(&self.case, practice, day, "Testshire Council", &doing, step.on)?;
        let at = step.on.at(12, 0, 0, 0).to_zoned(TimeZone::UTC).map(|at| at.timestamp()).unwrap_or_default();
        let happened = Happened { version: self.case.version + 1, at, event };
        self.case.take(practice, &happened);
        self.events.push(happened);
        Ok(())
    }

    /// The matter an act is for: the last one of its kind that has not ended, or the last one of all.
    fn matter(&self, practice: &Practice, act: &Act) -> Option<Version> {
        let kinds: Vec<&str> = match act.begins {
            true => practice.matter(&act.matter)?.within.iter().map(String::as_str).collect(),
            false => vec![act.matter.as_str()],
        };
        let fitting = || self.case.matters.iter().rev().filter(|matter| kinds.contains(&matter.kind.as_str()));
        let open = fitting().find(|matter| !matter.is_ended);
        open.or_else(|| fitting().next()).map(|matter| matter.id)
    }

    /// The lines of a step as a form: `rows` are written `rows  need=…; answer=…`, facts `facts.child_dob  2019-03-02`.
    fn form(&self, step: &Step, practice: &Practice, act: &Act) -> Form {
        let mut form = Form::default();
        let mut row = 0;
        for (key, value) in step.lines.iter().filter(|(key, _)| key != "on") {
            let kind = practice.fields.get(key).map(|field| &field.kind);
            let is_asked = act.asks.iter().any(|column| column.field == *key);
            match kind {
                Some(Kind::Rows(_)) if is_asked => {
                    let cells = value.split(';').filter_map(|cell| cell.split_once('='));
                    let cells =
                        cells.map(|(column, text)| (format!("{key}.{row}.{}", column.trim()), text.trim().to_owned()));
                    form.0.extend(cells);
                    row += 1;
                }
                Some(Kind::Choices(_) | Kind::People) => {
                    form.0.extend(value.split(',').map(|part| (key.clone(), part.trim().to_owned())));
                }
                _ => form.0.push((key.clone(), value.clone())),
            }
        }
        form
    }
}

/// A form's faults, told one by one.
fn named(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Form(faults) => {
            let all: Vec<String> = faults.iter().map(|fault| format!("{}: {}", fault.field, fault.says)).collect();
            Refusal::Form(
                faults
                    .into_iter()
                    .map(|mut fault| {
                        fault.says = all.join(" | ");
                        fault
                    })
                    .take(1)
                    .collect(),
            )
        }
        other => other,
    }
}

/// The day an act was done: the step's own, or an earlier one it names.
fn on(step: &Step) -> Date {
    let said = step.lines.iter().find(|(key, _)| key == "on").and_then(|(_, value)| value.parse().ok());
    said.unwrap_or(step.on)
}

/// Somebody of a story: `worker`, or `worker-ben` for another one.
fn by(who: &str) -> Who {
    let word = who.split('-').next().unwrap_or_default();
    Who { officer: Officer::new(who), roles: Role::read(word).into_iter().collect() }
}
