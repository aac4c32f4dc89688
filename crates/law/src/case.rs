//! A case: what one family has said, and the day it is asked about.

use crate::fact::{FactId, Facts};
use crate::fault::{Fault, Spot, nearest};
use crate::value::{Answer, Unknown, Value};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What one family has said, and the day asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The day asked about.
    pub day: Date,
    answers: BTreeMap<FactId, Answer>,
}

/// Something said that cannot be taken: an unknown fact or a value it cannot have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct CannotTake {
    /// The fact as written.
    pub fact: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl CannotTake {
    /// The same as a fault at a place in a file.
    pub fn at(self, spot: &Spot) -> Fault {
        let fault = Fault::new(spot, self.message);
        match self.hint {
            Some(hint) => fault.hint(hint),
            None => fault,
        }
    }
}

impl Case {
    /// A family of which nothing is known, on a day.
    pub fn on(day: Date) -> Case {
        Case { day, answers: BTreeMap::new() }
    }

    /// Takes an answer.
    pub fn set(&mut self, fact: FactId, answer: Answer) {
        self.answers.insert(fact, answer);
    }

    /// Takes an answer back.
    pub fn unset(&mut self, fact: FactId) -> Option<Answer> {
        self.answers.remove(&fact)
    }

    /// What has been said of a fact.
    pub fn get(&self, fact: FactId) -> Option<&Answer> {
        self.answers.get(&fact)
    }

    /// The value of a fact, where one has been said.
    pub fn value(&self, fact: FactId) -> Option<&Value> {
        match self.answers.get(&fact) {
            Some(Answer::Is(value)) => Some(value),
            _ => None,
        }
    }

    /// Every answer, in the order of the facts.
    pub fn answers(&self) -> impl Iterator<Item = (FactId, &Answer)> {
        self.answers.iter().map(|(fact, answer)| (*fact, answer))
    }

    /// Takes an answer as files write it; an empty text or `unset` takes it back.
    ///
    /// # Errors
    /// Where there is no such fact or it cannot have that value, with the nearest fact or value.
    pub fn set_text(&mut self, name: &str, text: &str, facts: &Facts) -> Result<(), CannotTake> {
        let fact = facts.find(name).ok_or_else(|| CannotTake {
            fact: name.to_owned(),
            message: format!("there is no fact named `{name}`"),
            hint: nearest(name, facts.names()).map(|near| format!("did you mean `{near}`?")),
        })?;
        if text.is_empty() || text == "unset" {
            self.unset(fact);
            return Ok(());
        }
        if let Some(unknown) = Unknown::parse(text) {
            // A fact may have a value of its own called `unknown`; that value is meant first.
            if facts[fact].kind.parse(text).is_err() {
                self.set(fact, Answer::Not(unknown));
                return Ok(());
            }
        }
        let value = facts[fact].kind.parse(text).map_err(|message| CannotTake {
            fact: name.to_owned(),
            message: format!("`{name}` cannot be {text:?}: {message}"),
            hint: Some(format!("{name} is {}; write `unknown` if it is not known", facts[fact].kind.words())),
        })?;
        self.set(fact, Answer::Is(value));
        Ok(())
    }

    /// Takes what Kith presumes of every family, where nothing else has been said; returns what was presumed.
    pub fn presume(&mut self, facts: &Facts) -> Vec<FactId> {
        let mut presumed = Vec::new();
        for (id, fact) in facts.iter() {
            let Some(text) = &fact.taken_as else { continue };
            if self.get(id).is_none()
                && let Ok(value) = fact.kind.parse(text)
            {
                self.set(id, Answer::Is(value));
                presumed.push(id);
            }
        }
        presumed
    }
}
