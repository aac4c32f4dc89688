//! The family network as a picture: the children in the middle, everybody around them, how far each has come on the way to the
//! family meeting, and who must not learn where another is. The same is told in words beside it.

use crate::language::{Said, say, say_with};
use casework::practice::Practice;
use casework::{Case, Matter, Person, PersonId, Value};
use std::f64::consts::TAU;

/// How far the ring stands from the middle, across and down.
const RING: (f64, f64) = (230.0, 120.0);
/// The middle of the picture.
const MIDDLE: (f64, f64) = (320.0, 185.0);
/// From how many people on there are too many for a picture.
const MOST: usize = 16;

/// The picture.
pub(super) struct Network {
    /// Everybody in it.
    pub dots: Vec<Dot>,
    /// From whom to whom a line goes, and whether one must not learn where the other is.
    pub lines: Vec<Line>,
    /// All of it in words.
    pub words: String,
}

/// A person in the picture.
pub(super) struct Dot {
    pub x: i32,
    pub y: i32,
    pub name: String,
    pub is: String,
    pub step: Said,
    pub class: &'static str,
    /// How far below the middle of the dot the name stands, and what they are: above whoever stands at the top.
    pub below: (i32, i32),
}

/// A line between two people.
pub(super) struct Line {
    pub from: (i32, i32),
    pub to: (i32, i32),
    pub class: &'static str,
}

/// How far somebody has come on the way to a family meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// Nobody thought of them yet.
    Known,
    /// It was offered to them.
    Offered,
    /// It is not right for the child that they take part.
    Apart,
    /// They said no.
    Declined,
    /// They said yes, or it is right that they take part.
    Agreed,
    /// It was settled what they may be told.
    Settled,
    /// They were invited.
    Invited,
    /// They came.
    Came,
}

impl Step {
    /// It in words; none where nothing was done yet.
    pub(super) fn words(self) -> Said {
        match self {
            Step::Known => "".into(),
            Step::Offered => say("case-step-offered"),
            Step::Apart => say("case-step-apart"),
            Step::Declined => say("case-step-declined"),
            Step::Agreed => say("case-step-agreed"),
            Step::Settled => say("case-step-settled"),
            Step::Invited => say("case-step-invited"),
            Step::Came => say("case-step-came"),
        }
    }

    fn class(self) -> &'static str {
        match self {
            Step::Known | Step::Offered => "net-known",
            Step::Apart | Step::Declined => "net-apart",
            Step::Agreed | Step::Settled | Step::Invited => "net-coming",
            Step::Came => "net-came",
        }
    }

    /// How far somebody has come in a meeting: what was done last counts, save that whoever came, came.
    pub(super) fn of(meeting: &Matter, person: PersonId) -> Step {
        let mut step = Step::Known;
        for done in &meeting.done {
            let names = |field: &str| done.values.get(field).is_some_and(|value| value.people().contains(&person));
            let is = |field: &str, word: &str| match done.values.get(field) {
                Some(Value::Yes(yes)) => *yes == (word == "yes"),
                Some(value) => value.text() == Some(word),
                None => false,
            };
            step = match done.act.as_str() {
                _ if step == Step::Came => step,
                "meeting_offered" if names("offered_to") => Step::Offered,
                "meeting_answered" if names("person") && is("accepted", "yes") => step.max(Step::Agreed),
                "meeting_answered" if names("person") => Step::Declined,
                "member_considered" if names("person") && is("appropriate", "no") => Step::Apart,
                "member_considered" if names("person") => step.max(Step::Agreed),
                "disclosure_confirmed" if names("person") => step.max(Step::Settled),
                "person_invited" if names("person") => Step::Invited,
                "meeting_held" | "meeting_again" if names("came") => Step::Came,
                _ => step,
            };
        }
        step
    }
}

/// How far somebody has come in the last family meeting of a case; `Known` where there is none.
pub(super) fn step(case: &Case, person: PersonId) -> Step {
    let meeting = case.matters.iter().rfind(|matter| matter.kind == "meeting");
    meeting.map_or(Step::Known, |meeting| Step::of(meeting, person))
}

/// The picture of a case; none where there is nobody around a child, or too many.
pub(super) fn network(case: &Case, practice: &Practice) -> Option<Network> {
    let (middle, around): (Vec<&Person>, Vec<&Person>) = case.people.iter().partition(|person| person.part == "child");
    if middle.is_empty() || around.is_empty() || case.people.len() > MOST {
        return None;
    }
    let part = practice.fields.get("part");
    let wide = f64::from(u32::try_from(middle.len() - 1).unwrap_or(0));
    let mut places: Vec<(&Person, (i32, i32))> = Vec::new();
    for (place, person) in (0_u32..).zip(&middle) {
        places.push((person, rounded(MIDDLE.0 + (f64::from(place) - wide / 2.0) * 110.0, MIDDLE.1)));
    }
    let all = f64::from(u32::try_from(around.len()).unwrap_or(1));
    for (place, person) in (0_u32..).zip(&around) {
        let turn = TAU * (f64::from(place) / all - 0.25);
        places.push((person, rounded(MIDDLE.0 + RING.0 * turn.cos(), MIDDLE.1 + RING.1 * turn.sin())));
    }
    let at = |id: PersonId| places.iter().find(|(person, _)| person.id == id).map(|(_, at)| *at);
    let spokes = around.iter().filter_map(|person| {
        let class = if person.part == "carer" { "net-cares" } else { "net-line" };
        Some(Line { from: rounded(MIDDLE.0, MIDDLE.1), to: at(person.id)?, class })
    });
    let apart = case.people.iter().flat_map(|person| person.hidden_from.iter().map(move |other| (person.id, *other)));
    let apart = apart.filter_map(|(one, other)| Some(Line { from: at(one)?, to: at(other)?, class: "net-hidden" }));
    let dot = |(person, (x, y)): &(&Person, (i32, i32))| {
        let step = step(case, person.id);
        let is = part.and_then(|field| field.words_of(&person.part)).unwrap_or(&person.part);
        let is_child = person.part == "child";
        Dot {
            x: *x,
            y: *y,
            name: person.name.clone(),
            is: if is_child { is.to_owned() } else { person.relationship.clone() },
            step: step.words(),
            class: if is_child { "net-child" } else { step.class() },
            below: if f64::from(*y) < MIDDLE.1 - RING.1 / 2.0 { (-42, -26) } else { (33, 49) },
        }
    };
    let dots: Vec<Dot> = places.iter().map(dot).collect();
    let mut words: Vec<String> = dots
        .iter()
        .map(|dot| match dot.step.plain() {
            "" => format!("{} ({})", dot.name, dot.is),
            step => format!("{} ({}): {step}", dot.name, dot.is),
        })
        .collect();
    let name = |id: PersonId| case.person(id).map_or("", |person| person.name.as_str());
    words.extend(case.people.iter().flat_map(|person| {
        let others = person.hidden_from.iter();
        let apart = |other: &PersonId| {
            let names = [("other", name(*other).into()), ("person", person.name.as_str().into())];
            say_with("case-must-not-learn", names).plain().to_owned()
        };
        others.map(apart).collect::<Vec<_>>()
    }));
    Some(Network { lines: spokes.chain(apart).collect(), dots, words: words.join("; ") })
}

fn rounded(x: f64, y: f64) -> (i32, i32) {
    // Both are small: the picture is some hundreds wide.
    #[allow(clippy::cast_possible_truncation, reason = "within the picture")]
    (x.round() as i32, y.round() as i32)
}
