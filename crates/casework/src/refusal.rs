//! Why an act may not be: what is in the way, what to do, and the provision where it is the law's rule.

use crate::form::Fault;
use crate::practice::Rule;
use law::cite::Cite;
use thiserror::Error;

/// Why an act may not be.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// There is no such act.
    #[error("there is nothing called {0} that can be done in a case")]
    Unknown(String),
    /// The role does not cover it.
    #[error("your role does not cover this; ask {0}")]
    NotYours(String),
    /// The matter is not at a stage for it.
    #[error("this cannot be done now: {0}")]
    NotNow(String),
    /// The matter is not there.
    #[error("what this is about is not in the case; perhaps it was begun by mistake in another one")]
    NotThere,
    /// The day cannot be.
    #[error("{0}")]
    Day(String),
    /// Something in the form is missing or cannot be read.
    #[error("{} to put right in the form", if .0.len() == 1 { "there is one thing".to_owned() } else { format!("there are {} things", .0.len()) })]
    Form(Vec<Fault>),
    /// Somebody else must do it.
    #[error("a second person must do this; you did what it rests on yourself")]
    SamePerson,
    /// A clock cannot be put off so far.
    #[error("{0}")]
    TooLong(String, Vec<Cite>),
    /// A letter would tell something that must not be told.
    #[error("the letter to {to} would tell {what}; take it out of the words above")]
    Leak {
        /// To whom.
        to: String,
        /// What.
        what: String,
    },
    /// A rule of the table.
    #[error("{says}")]
    Rule {
        /// Its name.
        name: String,
        /// Why, with what it is about here.
        says: String,
        /// What to do instead.
        instead: String,
        /// What it rests on.
        cites: Vec<Cite>,
    },
}

impl Refusal {
    pub(crate) fn of(rule: &Rule, about: &str) -> Refusal {
        let says = match about {
            "" => rule.says.clone(),
            about => format!("{} {about}", rule.says),
        };
        let (name, instead, cites) = (rule.name.clone(), rule.instead.clone(), rule.cites.clone());
        Refusal::Rule { name, says, instead, cites }
    }

    /// A word for it, by which stories and tests know it.
    pub fn word(&self) -> &str {
        match self {
            Refusal::Unknown(_) => "unknown",
            Refusal::NotYours(_) => "not_yours",
            Refusal::NotNow(_) => "not_now",
            Refusal::NotThere => "not_there",
            Refusal::Day(_) => "day",
            Refusal::Form(_) => "form",
            Refusal::SamePerson => "same_person",
            Refusal::TooLong(..) => "too_long",
            Refusal::Leak { .. } => "leak",
            Refusal::Rule { name, .. } => name,
        }
    }

    /// What it rests on, where it is the law's rule.
    pub fn cites(&self) -> &[Cite] {
        match self {
            Refusal::Rule { cites, .. } | Refusal::TooLong(_, cites) => cites,
            _ => &[],
        }
    }
}
