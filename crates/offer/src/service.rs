//! A service: what it is, who it is for, and how a family reaches it.

use crate::cited::{Said, Source};
use crate::clerk::{Clerk, Form};
use crate::eligibility::Eligibility;
use crate::key::Shape;
use crate::money::Amount;
use crate::reference::National;
use crate::schedule::Schedule;
use crate::stated::Stated;
use crate::written::{Id, Written, words};
use jiff::civil::Date;

words! {
    /// Who runs a service.
    pub enum ProviderKind {
        /// The council.
        #[default]
        Council = "council",
        /// A trust that acts for the council.
        Trust = "trust",
        /// The health service.
        Nhs = "nhs",
        /// A school or college.
        School = "school",
        /// A charity.
        Charity = "charity",
        /// A court.
        Court = "court",
        /// The government.
        Government = "government",
        /// Somebody else.
        Other = "other",
    }
}

words! {
    /// How a service is given.
    pub enum Delivery {
        /// Face to face.
        #[default]
        InPerson = "in person",
        /// By telephone.
        Phone = "phone",
        /// Online.
        Online = "online",
        /// In the family's home.
        Home = "home",
        /// By letter.
        Post = "post",
    }
}

words! {
    /// Why the council does it.
    pub enum Basis {
        /// It must.
        #[default]
        Duty = "duty",
        /// The law lets it.
        Power = "power",
        /// It chooses to.
        LocalChoice = "local choice",
    }
}

words! {
    /// For whom in particular a service is.
    pub enum Welcome {
        /// Men.
        #[default]
        Men = "men",
        /// Grandparents.
        Grandparents = "grandparents",
        /// Carers who are young themselves.
        YoungerCarers = "younger carers",
        /// Sisters and brothers.
        Siblings = "siblings",
        /// Those who have just become carers.
        NewCarers = "new carers",
        /// Black and Asian families.
        BlackAndAsian = "Black and Asian families",
        /// Carers who are lesbian, gay, bisexual or trans, and others.
        Lgbt = "LGBT+ carers",
        /// Those who care for a disabled child.
        DisabledChildren = "carers of disabled children",
        /// Children and young people themselves.
        Children = "children and young people",
    }
}

/// Who runs a service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provider {
    /// What kind of body.
    pub kind: ProviderKind,
    /// Its name.
    pub name: String,
}

impl Written for Provider {
    const SHAPE: Shape = Shape::Columns("council | the virtual school");

    fn read(text: &str) -> Result<Self, String> {
        let (kind, name) = text.split_once(" | ").ok_or("write a provider as `council | the virtual school`")?;
        Ok(Provider { kind: ProviderKind::read(kind.trim())?, name: String::read(name)? })
    }

    fn write(&self) -> String {
        format!("{} | {}", self.kind.word(), self.name)
    }
}

/// How a service or a payment stands to what national law gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tie {
    /// The national support that it carries out or adds to.
    pub extends: Option<Id>,
    /// The national support whose discretion it fills.
    pub fills: Option<Id>,
}

impl Tie {
    /// The national support it is tied to, by either tie.
    pub fn support(&self) -> Option<&Id> {
        self.extends.as_ref().or(self.fills.as_ref())
    }

    pub(crate) fn fill(&mut self, clerk: &mut Clerk) {
        clerk.national("extends", National::Support, &mut self.extends);
        clerk.national("fills", National::Support, &mut self.fills);
    }
}

/// A service.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Service {
    /// Its name in the files.
    pub id: Id,
    /// What a reader calls it.
    pub name: String,
    /// What it is.
    pub summary: String,
    /// Who runs it.
    pub providers: Vec<Provider>,
    /// How it is given.
    pub delivery: Stated<Vec<Delivery>>,
    /// Where it is given.
    pub place: Stated<String>,
    /// The area it serves.
    pub area: Stated<String>,
    /// How often.
    pub frequency: Stated<String>,
    /// When it is given, as days can be counted from it; empty where nothing is stated so exactly.
    pub schedules: Vec<Schedule>,
    /// How many it can take.
    pub capacity: Stated<String>,
    /// What it costs the family.
    pub cost: Stated<String>,
    /// What it is worth, where it is worth a sum.
    pub worth: Stated<Amount>,
    /// How to reach it: oneself, or through somebody.
    pub reach: Stated<Vec<String>>,
    /// What to bring or send.
    pub evidence: Stated<Vec<String>>,
    /// Whom to ask.
    pub contacts: Vec<Id>,
    /// For whom in particular it is; empty where nothing is stated, which is not a no to anybody.
    pub welcomes: Vec<Welcome>,
    /// The languages it is given in.
    pub languages: Stated<Vec<String>>,
    /// What is done so that everybody can use it.
    pub accessibility: Stated<Vec<String>>,
    /// How it keeps a family's contact safe.
    pub safe_contact: Stated<String>,
    /// The first day it is given.
    pub from: Stated<Date>,
    /// The last day it is given.
    pub to: Stated<Date>,
    /// Duty, power or local choice.
    pub basis: Stated<Basis>,
    /// The law it rests on, with words about it.
    pub law: Vec<Said>,
    /// How it stands to national law.
    pub tie: Tie,
    /// Who it is for.
    pub eligibility: Eligibility,
    /// The lines of the offer checklist that it answers.
    pub answers: Vec<Id>,
    /// Where it was found.
    pub sources: Vec<Source>,
    /// Plain remarks for the reader.
    pub notes: Vec<String>,
}

impl Form for Service {
    const KIND: &'static str = "service";

    fn id(&mut self) -> &mut Id {
        &mut self.id
    }

    fn fill(&mut self, clerk: &mut Clerk) {
        clerk.must("name", &mut self.name);
        clerk.must("summary", &mut self.summary);
        clerk.each("provider", &mut self.providers);
        clerk.stated_each("delivery", &mut self.delivery);
        clerk.quiet("place", &mut self.place);
        clerk.quiet("area", &mut self.area);
        clerk.stated("frequency", &mut self.frequency);
        clerk.each("schedule", &mut self.schedules);
        clerk.quiet("capacity", &mut self.capacity);
        clerk.stated("cost", &mut self.cost);
        clerk.quiet("worth", &mut self.worth);
        clerk.stated_each("reach", &mut self.reach);
        clerk.stated_each("evidence", &mut self.evidence);
        clerk.refs("contacts", "contact", &mut self.contacts);
        clerk.each("welcomes", &mut self.welcomes);
        clerk.stated_each("language", &mut self.languages);
        clerk.stated_each("accessibility", &mut self.accessibility);
        clerk.quiet("safe contact", &mut self.safe_contact);
        clerk.quiet("from", &mut self.from);
        clerk.quiet("to", &mut self.to);
        clerk.stated("basis", &mut self.basis);
        clerk.said("law", &mut self.law);
        self.tie.fill(clerk);
        clerk.answers("service", &mut self.answers);
        clerk.sources(&mut self.sources);
        clerk.each("note", &mut self.notes);
        self.eligibility.fill(clerk);
    }
}
