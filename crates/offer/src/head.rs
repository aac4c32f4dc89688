//! The head of an offer: whose it is, which edition, who answers for it, and when it is looked at again.

use crate::clerk::{Clerk, Form};
use crate::key::Shape;
use crate::place::CouncilCode;
use crate::stale::StaleFacts;
use crate::stated::Stated;
use crate::written::{Id, Url, Written, columns, words};
use jiff::civil::Date;

words! {
    /// How an offer is laid out.
    pub enum Layout {
        /// By what a family needs.
        #[default]
        NeedLed = "need-led",
        /// By the legal order a family has.
        OrderLed = "order-led",
    }
}

words! {
    /// Where an offer stands.
    pub enum Status {
        /// Being written.
        #[default]
        Draft = "draft",
        /// Shown to the public as unfinished.
        InDevelopment = "in development",
        /// Published.
        Published = "published",
        /// Taken down.
        Withdrawn = "withdrawn",
    }
}

/// The head of an offer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    /// Its name in addresses: the council's folder.
    pub id: Id,
    /// The council's full name.
    pub council: String,
    /// The council's code in national statistics.
    pub authority: Stated<CouncilCode>,
    /// The trust that acts for the council, where one does.
    pub trust: Stated<String>,
    /// The offer's own title.
    pub title: String,
    /// The addresses it has stood at, the newest first.
    pub addresses: Vec<Address>,
    /// How it is laid out.
    pub layout: Layout,
    /// The languages it is in.
    pub languages: Stated<Vec<String>>,
    /// The formats it comes in, such as a web page, a leaflet or a video.
    pub formats: Stated<Vec<String>>,
    /// The label of its version.
    pub edition: Stated<String>,
    /// The first day it counts.
    pub effective_from: Stated<Date>,
    /// The last day it counts.
    pub effective_to: Stated<Date>,
    /// Who approved it, such as a cabinet or a committee.
    pub approved_by: Stated<String>,
    /// When it was approved.
    pub approved_on: Stated<Date>,
    /// Where the minutes of that are.
    pub minutes: Stated<Url>,
    /// The post of the senior person who answers for it.
    pub lead_role: Stated<String>,
    /// That person, where the council names one.
    pub lead_person: Stated<String>,
    /// Since when.
    pub lead_from: Stated<Date>,
    /// Until when.
    pub lead_to: Stated<Date>,
    /// When it was last reviewed.
    pub last_review: Stated<Date>,
    /// When it is reviewed next.
    pub next_review: Stated<Date>,
    /// What becomes of facts that nobody has confirmed in time; where nothing is said, they are marked.
    pub stale_facts: Option<StaleFacts>,
    /// Where it stands.
    pub status: Status,
    /// Whether this is an example made from public pages and not the council's own publication.
    pub example: bool,
    /// The sentence to show wherever an example is shown.
    pub notice: Option<String>,
    /// How much of the sources was seen.
    pub seen: Option<String>,
}

impl Form for Head {
    const KIND: &'static str = "offer";

    fn id(&mut self) -> &mut Id {
        &mut self.id
    }

    fn fill(&mut self, clerk: &mut Clerk) {
        clerk.must("council", &mut self.council);
        clerk.stated("authority", &mut self.authority);
        clerk.stated("trust", &mut self.trust);
        clerk.must("title", &mut self.title);
        clerk.flag("example", &mut self.example);
        clerk.may("notice", &mut self.notice);
        clerk.may("seen", &mut self.seen);
        clerk.must("status", &mut self.status);
        clerk.must("layout", &mut self.layout);
        clerk.stated_each("language", &mut self.languages);
        clerk.stated_each("format", &mut self.formats);
        clerk.stated("edition", &mut self.edition);
        clerk.stated("effective from", &mut self.effective_from);
        clerk.stated("effective to", &mut self.effective_to);
        clerk.stated("approved by", &mut self.approved_by);
        clerk.stated("approved on", &mut self.approved_on);
        clerk.stated("minutes", &mut self.minutes);
        clerk.stated("lead role", &mut self.lead_role);
        clerk.stated("lead person", &mut self.lead_person);
        clerk.quiet("lead from", &mut self.lead_from);
        clerk.quiet("lead to", &mut self.lead_to);
        clerk.stated("last review", &mut self.last_review);
        clerk.stated("next review", &mut self.next_review);
        clerk.may("stale facts", &mut self.stale_facts);
        clerk.each("address", &mut self.addresses);
    }
}

/// An address at which the offer stands or has stood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The address.
    pub url: Url,
    /// What it is, in words.
    pub words: String,
    /// Since when.
    pub from: Stated<Date>,
    /// Until when.
    pub to: Stated<Date>,
}

impl Written for Address {
    const SHAPE: Shape = Shape::Columns("https://www.example.org/offer | what it is | 2025-01-31 | not stated");

    fn read(text: &str) -> Result<Self, String> {
        let [url, words, from, to] = columns(text, "https://… | what it is | 2025-01-31 | not stated")?;
        let day = |text: &str| Stated::absence(text).map_or_else(|| Date::read(text).map(Stated::Is), Ok);
        Ok(Address { url: Url::read(&url)?, words: String::read(&words)?, from: day(&from)?, to: day(&to)? })
    }

    fn write(&self) -> String {
        let day = |day: &Stated<Date>| match day {
            Stated::Is(day) => day.to_string(),
            absent => absent.word().unwrap_or_default().to_owned(),
        };
        format!("{} | {} | {} | {}", self.url.as_str(), self.words, day(&self.from), day(&self.to))
    }
}
