//! The sections of an offer, in the council's own order and tree, and the principles it states.

use crate::cited::{Said, Source};
use crate::clerk::{Clerk, Form};
use crate::stated::Stated;
use crate::written::{Id, words};

words! {
    /// Whether a section is about a need or about a legal order.
    pub enum Led {
        /// A need, such as education.
        #[default]
        Need = "need",
        /// A legal order, such as special guardianship.
        Order = "order",
    }
}

/// A section.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// Its name.
    pub id: Id,
    /// The council's number for it.
    pub part: Stated<u16>,
    /// Its title.
    pub title: Stated<String>,
    /// The section it stands in, where it stands in one.
    pub under: Option<Id>,
    /// What leads it.
    pub led: Led,
    /// Its prose, in paragraphs that may cite the law.
    pub prose: Stated<Vec<Said>>,
    /// The services it lists; a service may stand in several sections.
    pub services: Vec<Id>,
    /// The payments it lists.
    pub payments: Vec<Id>,
    /// The contacts it lists.
    pub contacts: Vec<Id>,
    /// The bodies it names.
    pub bodies: Vec<Id>,
    /// The clocks it names.
    pub clocks: Vec<Id>,
    /// The organisations it points to.
    pub organisations: Vec<Id>,
    /// The lines of the offer checklist that it answers.
    pub answers: Vec<Id>,
    /// Where it was found; none where it was not seen.
    pub sources: Vec<Source>,
}

impl Section {
    /// Whether any of it was seen.
    pub fn is_seen(&self) -> bool {
        !self.sources.is_empty()
    }
}

impl Form for Section {
    const KIND: &'static str = "section";

    fn id(&mut self) -> &mut Id {
        &mut self.id
    }

    fn fill(&mut self, clerk: &mut Clerk) {
        clerk.stated("part", &mut self.part);
        clerk.stated("title", &mut self.title);
        clerk.reference("under", "section", &mut self.under);
        clerk.must("led by", &mut self.led);
        clerk.prose("text", &mut self.prose);
        clerk.refs("services", "service", &mut self.services);
        clerk.refs("payments", "payment", &mut self.payments);
        clerk.refs("contacts", "contact", &mut self.contacts);
        clerk.refs("bodies", "body", &mut self.bodies);
        clerk.refs("clocks", "clock", &mut self.clocks);
        clerk.refs("organisations", "organisation", &mut self.organisations);
        clerk.answers("section", &mut self.answers);
        let seen = !matches!(self.prose, Stated::NotSeen);
        clerk.sources_if(seen, &mut self.sources);
    }
}

words! {
    /// What a statement is.
    pub enum StatementKind {
        /// A principle the council says it follows.
        #[default]
        Principle = "principle",
        /// Something it wants to reach.
        Objective = "objective",
        /// A sentence it repeats on every part.
        Strapline = "strap-line",
        /// What it takes a word to mean.
        Definition = "definition",
        /// Something it says the law is.
        Law = "law",
    }
}

words! {
    /// What a principle commits a council to, where a program can hold its services against it.
    pub enum Commitment {
        /// Support follows what a child needs, not the legal status.
        #[default]
        NeedNotStatus = "need not status",
    }
}

/// Something the offer states: a principle, an objective, a definition.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statement {
    /// Its name.
    pub id: Id,
    /// What it is.
    pub kind: StatementKind,
    /// What it says.
    pub says: Vec<Said>,
    /// What it commits the council to.
    pub means: Option<Commitment>,
    /// The section it stands in.
    pub within: Option<Id>,
    /// The lines of the offer checklist that it answers.
    pub answers: Vec<Id>,
    /// Where it was found.
    pub sources: Vec<Source>,
}

impl Form for Statement {
    const KIND: &'static str = "statement";

    fn id(&mut self) -> &mut Id {
        &mut self.id
    }

    fn fill(&mut self, clerk: &mut Clerk) {
        clerk.must("kind", &mut self.kind);
        clerk.said("says", &mut self.says);
        clerk.may("means", &mut self.means);
        clerk.reference("within", "section", &mut self.within);
        clerk.answers("statement", &mut self.answers);
        clerk.sources(&mut self.sources);
    }
}
