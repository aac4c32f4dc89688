//! What happened to an offer, and what a careful reader notices in it.

use crate::cited::{Said, Source};
use crate::clerk::{Clerk, Form};
use crate::stated::Stated;
use crate::written::{Id, words};
use jiff::civil::Date;

/// Something that happened, on a day or in a month.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Event {
    /// Its name in the files.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// The day.
    pub on: Stated<Date>,
    /// When, in words, where the day is not known.
    pub when: Stated<String>,
    /// What happened, with citations.
    pub says: Vec<Said>,
    /// The lines of the offer checklist that it answers.
    pub answers: Vec<Id>,
    /// Where it was found.
    pub sources: Vec<Source>,
}

impl Form for Event {
    const KIND: &'static str = "event";

    fn id(&mut self) -> &mut Id {
        &mut self.id
    }

    fn fill(&mut self, clerk: &mut Clerk) {
        clerk.must("title", &mut self.title);
        clerk.stated("on", &mut self.on);
        clerk.quiet("about then", &mut self.when);
        clerk.said("says", &mut self.says);
        clerk.answers("event", &mut self.answers);
        clerk.sources(&mut self.sources);
    }
}

words! {
    /// What a remark is.
    pub enum RemarkKind {
        /// Something is wrong or out of date.
        #[default]
        Defect = "defect",
        /// Something one would expect is not there.
        Gap = "gap",
        /// Versions or pages do not agree.
        Change = "change",
        /// Something done well.
        Good = "good",
        /// Text that other councils publish too.
        Shared = "shared",
    }
}

/// Something a careful reader notices.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remark {
    /// Its name in the files.
    pub id: Id,
    /// What it is.
    pub kind: RemarkKind,
    /// What is noticed, in a few words.
    pub title: String,
    /// What is noticed, and the law or guidance it rests on.
    pub says: Vec<Said>,
    /// The sections it is about; the whole offer where none is named.
    pub sections: Vec<Id>,
    /// The services it is about.
    pub services: Vec<Id>,
    /// The payments it is about.
    pub payments: Vec<Id>,
    /// The clocks it is about.
    pub clocks: Vec<Id>,
    /// The lines of the offer checklist that the pages which were read do not meet.
    pub lacks: Vec<Id>,
    /// The lines that they meet only in part.
    pub in_part: Vec<Id>,
    /// Where it can be seen.
    pub sources: Vec<Source>,
}

impl Form for Remark {
    const KIND: &'static str = "remark";

    fn id(&mut self) -> &mut Id {
        &mut self.id
    }

    fn fill(&mut self, clerk: &mut Clerk) {
        clerk.must("kind", &mut self.kind);
        clerk.must("title", &mut self.title);
        clerk.said("says", &mut self.says);
        clerk.refs("sections", "section", &mut self.sections);
        clerk.refs("services", "service", &mut self.services);
        clerk.refs("payments", "payment", &mut self.payments);
        clerk.refs("clocks", "clock", &mut self.clocks);
        clerk.judged("lacks", &mut self.lacks);
        clerk.judged("in part", &mut self.in_part);
        clerk.sources_if(false, &mut self.sources);
    }
}
