//! Whom to ask: contacts by purpose, hour and area, and the organisations an offer points to.

use crate::cited::Source;
use crate::clerk::{Clerk, Form};
use crate::stated::Stated;
use crate::written::{Id, Url, words};
use jiff::civil::Date;

words! {
    /// Who says which districts an area is made of.
    pub enum DistrictsBy {
        /// The council's page.
        #[default]
        Page = "the page",
        /// We do, from what others say of the area; the page names the area only.
        Reading = "our reading",
    }
}

/// A way to reach somebody for a purpose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contact {
    /// Its name in the files.
    pub id: Id,
    /// Who answers, as a reader calls them.
    pub name: String,
    /// The post of the person, where one is named; never the person.
    pub role: Stated<String>,
    /// What to ask them about.
    pub purposes: Vec<String>,
    /// When they answer.
    pub hours: Stated<String>,
    /// The area they answer for.
    pub area: Stated<String>,
    /// The districts of the county in that area, by the names they have in `places/districts.csv`.
    pub districts: Vec<String>,
    /// Who says so.
    pub districts_by: Option<DistrictsBy>,
    /// Telephone numbers.
    pub phones: Stated<Vec<String>>,
    /// An address for email.
    pub email: Stated<String>,
    /// An address for letters.
    pub post: Stated<String>,
    /// A form on the web.
    pub form: Stated<Url>,
    /// Languages they speak, or how to get an interpreter.
    pub languages: Stated<Vec<String>>,
    /// What to know before using it safely.
    pub safe_contact: Stated<String>,
    /// When it was last tried.
    pub checked: Stated<Date>,
    /// The lines of the offer checklist that it answers.
    pub answers: Vec<Id>,
    /// Where it was found.
    pub sources: Vec<Source>,
    /// Plain remarks.
    pub notes: Vec<String>,
}

impl Form for Contact {
    const KIND: &'static str = "contact";

    fn id(&mut self) -> &mut Id {
        &mut self.id
    }

    fn fill(&mut self, clerk: &mut Clerk) {
        clerk.must("name", &mut self.name);
        clerk.quiet("role", &mut self.role);
        clerk.each("purpose", &mut self.purposes);
        clerk.stated("hours", &mut self.hours);
        clerk.stated("area", &mut self.area);
        clerk.each("district", &mut self.districts);
        clerk.may("districts by", &mut self.districts_by);
        clerk.stated_each("phone", &mut self.phones);
        clerk.stated("email", &mut self.email);
        clerk.stated("post", &mut self.post);
        clerk.quiet("form", &mut self.form);
        clerk.stated_each("language", &mut self.languages);
        clerk.quiet("safe contact", &mut self.safe_contact);
        clerk.quiet("checked", &mut self.checked);
        clerk.answers("contact", &mut self.answers);
        clerk.sources(&mut self.sources);
        clerk.each("note", &mut self.notes);
    }
}

words! {
    /// What kind of organisation.
    pub enum OrganisationKind {
        /// A team of the council.
        #[default]
        Team = "team",
        /// Somebody who works with the council.
        Partner = "partner",
        /// A charity the offer points to.
        Charity = "charity",
        /// The health service.
        Nhs = "nhs",
        /// Another public body.
        Public = "public body",
    }
}

/// A team or an organisation that an offer names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Organisation {
    /// Its name in the files.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What kind.
    pub kind: OrganisationKind,
    /// What it does for kinship families.
    pub summary: String,
    /// Telephone numbers.
    pub phones: Stated<Vec<String>>,
    /// Its address on the web.
    pub web: Stated<Url>,
    /// Who it reports to.
    pub reports_to: Stated<String>,
    /// From when the council names it.
    pub from: Stated<Date>,
    /// Until when.
    pub to: Stated<Date>,
    /// The lines of the offer checklist that it answers.
    pub answers: Vec<Id>,
    /// Where it was found.
    pub sources: Vec<Source>,
    /// Plain remarks.
    pub notes: Vec<String>,
}

impl Form for Organisation {
    const KIND: &'static str = "organisation";

    fn id(&mut self) -> &mut Id {
        &mut self.id
    }

    fn fill(&mut self, clerk: &mut Clerk) {
        clerk.must("name", &mut self.name);
        clerk.must("kind", &mut self.kind);
        clerk.must("summary", &mut self.summary);
        clerk.stated_each("phone", &mut self.phones);
        clerk.stated("web", &mut self.web);
        clerk.quiet("reports to", &mut self.reports_to);
        clerk.quiet("from", &mut self.from);
        clerk.quiet("to", &mut self.to);
        clerk.answers("organisation", &mut self.answers);
        clerk.sources(&mut self.sources);
        clerk.each("note", &mut self.notes);
    }
}
