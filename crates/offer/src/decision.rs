//! Who decides, by when, and what to do if a family disagrees.

use crate::cited::{Said, Source};
use crate::clerk::{Clerk, Form};
use crate::key::Shape;
use crate::reference::National;
use crate::stated::Stated;
use crate::written::{Id, Url, Written, words};
use std::fmt;

/// A panel or a person that decides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// Its name in the files.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What it decides.
    pub decides: Vec<String>,
    /// Who sits on it.
    pub members: Stated<String>,
    /// How often it meets.
    pub frequency: Stated<String>,
    /// How and by when the family is told.
    pub notice: Stated<String>,
    /// How to ask it to think again.
    pub appeal: Stated<String>,
    /// Whom to ask.
    pub contacts: Vec<Id>,
    /// The clocks it works to.
    pub clocks: Vec<Id>,
    /// Where it was found.
    pub sources: Vec<Source>,
}

impl Form for Body {
    const KIND: &'static str = "body";

    fn id(&mut self) -> &mut Id {
        &mut self.id
    }

    fn fill(&mut self, clerk: &mut Clerk) {
        clerk.must("name", &mut self.name);
        clerk.each("decides", &mut self.decides);
        clerk.quiet("members", &mut self.members);
        clerk.stated("frequency", &mut self.frequency);
        clerk.stated("notice", &mut self.notice);
        clerk.stated("appeal", &mut self.appeal);
        clerk.refs("contacts", "contact", &mut self.contacts);
        clerk.refs("clocks", "clock", &mut self.clocks);
        clerk.sources(&mut self.sources);
    }
}

words! {
    /// What a period is counted in.
    pub enum Unit {
        /// Hours.
        Hours = "hours",
        /// Calendar days.
        #[default]
        Days = "days",
        /// Working days.
        WorkingDays = "working days",
        /// Weeks.
        Weeks = "weeks",
        /// Months.
        Months = "months",
        /// Years.
        Years = "years",
    }
}

words! {
    /// How a period binds.
    pub enum Bound {
        /// Not later than.
        #[default]
        AtMost = "at most",
        /// Not earlier than, or not shorter than.
        AtLeast = "at least",
        /// Longer than.
        MoreThan = "more than",
        /// Again and again, with this much between.
        Every = "every",
        /// The page gives the period and does not say how it binds.
        Unsaid = "",
    }
}

/// How long a clock runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Not at all: it must be done without delay.
    AtOnce,
    /// For a period.
    Period {
        /// How the period binds.
        bound: Bound,
        /// How many.
        number: u16,
        /// Of what.
        unit: Unit,
    },
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Length::AtOnce => f.write_str(AT_ONCE),
            Length::Period { bound: Bound::Every, number: 1, unit } => {
                write!(f, "every {}", unit.word().trim_end_matches('s'))
            }
            Length::Period { bound, number, unit } => {
                f.write_str(format!("{} {number} {}", bound.word(), unit.word()).trim_start())
            }
        }
    }
}

const AT_ONCE: &str = "at once";

impl Written for Length {
    const SHAPE: Shape = Shape::Length;

    fn read(text: &str) -> Result<Self, String> {
        let wrong = || {
            let like = "`at most 28 days`, `more than 28 days`, `28 days`, `every year` or `at once`";
            format!("{text:?} is not a length; write it as {like}")
        };
        if text == AT_ONCE {
            return Ok(Length::AtOnce);
        }
        let (bound, rest) = (Bound::ALL.iter())
            .find_map(|bound| text.strip_prefix(bound.word()).map(|rest| (*bound, rest.trim())))
            .ok_or_else(wrong)?;
        if let (Bound::Every, Ok(unit)) = (bound, Unit::read(&format!("{rest}s"))) {
            return Ok(Length::Period { bound, number: 1, unit });
        }
        let (number, unit) = rest.split_once(' ').ok_or_else(wrong)?;
        let number = number.parse().map_err(|_| wrong())?;
        Ok(Length::Period { bound, number, unit: Unit::read(unit.trim()).map_err(|_| wrong())? })
    }

    fn write(&self) -> String {
        self.to_string()
    }
}

/// A period that the offer states.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clock {
    /// Its name in the files.
    pub id: Id,
    /// What it is about.
    pub title: String,
    /// What starts it.
    pub starts: Stated<String>,
    /// How long it runs.
    pub length: Stated<Length>,
    /// How it may be made longer.
    pub extension: Stated<String>,
    /// Who must act in time.
    pub owed_by: Stated<String>,
    /// What follows if they do not.
    pub consequence: Stated<String>,
    /// The clock of the law that it restates.
    pub restates: Option<Id>,
    /// The law, with words about it.
    pub law: Vec<Said>,
    /// Where it was found.
    pub sources: Vec<Source>,
}

impl Form for Clock {
    const KIND: &'static str = "clock";

    fn id(&mut self) -> &mut Id {
        &mut self.id
    }

    fn fill(&mut self, clerk: &mut Clerk) {
        clerk.must("title", &mut self.title);
        clerk.stated("starts", &mut self.starts);
        clerk.stated("length", &mut self.length);
        clerk.quiet("extension", &mut self.extension);
        clerk.stated("owed by", &mut self.owed_by);
        clerk.quiet("consequence", &mut self.consequence);
        clerk.national("restates", National::Clock, &mut self.restates);
        clerk.said("law", &mut self.law);
        clerk.sources(&mut self.sources);
    }
}

/// A way to complain or to ask for another decision.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Complaint {
    /// Its name in the files.
    pub id: Id,
    /// What a reader calls it.
    pub name: String,
    /// What it is for.
    pub about: String,
    /// The steps, in order.
    pub steps: Vec<String>,
    /// What to say in it.
    pub asks: Stated<Vec<String>>,
    /// What it is not for, and where that goes.
    pub not_for: Stated<Vec<String>>,
    /// What holds for somebody who complains for another.
    pub for_another: Stated<String>,
    /// Whom to write to.
    pub contacts: Vec<Id>,
    /// The clocks it runs by.
    pub clocks: Vec<Id>,
    /// Whether the offer itself links to it.
    pub linked: Stated<Linked>,
    /// The page to start from.
    pub web: Stated<Url>,
    /// The lines of the offer checklist that it answers.
    pub answers: Vec<Id>,
    /// Where it was found.
    pub sources: Vec<Source>,
}

words! {
    /// Whether the offer links to its complaints page.
    pub enum Linked {
        /// It does.
        #[default]
        Yes = "yes",
        /// No part that was seen does.
        No = "no part seen links to it",
    }
}

impl Form for Complaint {
    const KIND: &'static str = "complaint";

    fn id(&mut self) -> &mut Id {
        &mut self.id
    }

    fn fill(&mut self, clerk: &mut Clerk) {
        clerk.must("name", &mut self.name);
        clerk.must("about", &mut self.about);
        clerk.each("step", &mut self.steps);
        clerk.stated_each("asks", &mut self.asks);
        clerk.stated_each("not for", &mut self.not_for);
        clerk.stated("for another", &mut self.for_another);
        clerk.refs("contacts", "contact", &mut self.contacts);
        clerk.refs("clocks", "clock", &mut self.clocks);
        clerk.stated("linked", &mut self.linked);
        clerk.stated("web", &mut self.web);
        clerk.answers("complaint", &mut self.answers);
        clerk.sources(&mut self.sources);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_read_back() {
        for text in
            ["at most 28 days", "more than 2 weeks", "14 working days", "every year", "every 6 months", "at once"]
        {
            assert_eq!(Length::read(text).map(|length| length.write()), Ok(text.to_owned()));
        }
        assert!(Length::read("soon").is_err() && Length::read("every now").is_err());
    }
}
