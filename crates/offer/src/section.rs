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
    /// Its prose, a paragraph to a line, with citations.
    pub prose: Stated<Vec<String>>,
    /// Its paragraphs that rest on law.
    pub paragraphs: Vec<Said>,
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
        clerk.prose("text", &mut self.prose, &mut self.paragraphs);
        clerk.refs("services", "service", &mut self.services);
        clerk.refs("payments", "payment", &mut self.payments);
        clerk.refs("contacts", "contact", &mut self.contacts);
        clerk.refs("bodies", "body", &mut self.bodies);
        clerk.refs("clocks", "clock", &mut self.clocks);
        clerk.refs("organisations", "organisation", &mut self.organisations);
        clerk.sources_if(!matches!(self.prose, Stated::NotSeen), &mut self.sources);
    }
}
