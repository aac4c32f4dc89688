//! The pages an offer was read from: their addresses, the day they were read, and the versions one page has had.

use crate::clerk::{Clerk, Form};
use crate::key::Shape;
use crate::stated::Stated;
use crate::written::{Id, Url, Written, columns, words};
use jiff::civil::Date;

words! {
    /// How much of a page was read.
    pub enum Extent {
        /// All of it.
        Whole = "whole",
        /// The beginning; more follows that was not seen.
        #[default]
        Start = "start",
        /// Only its list of contents.
        Contents = "contents",
        /// Only what others report of it.
        Reported = "reported",
    }
}

/// One page, or one version of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Its name.
    pub id: Id,
    /// What it is about.
    pub title: String,
    /// Where it was read.
    pub url: Url,
    /// Which part of the council's site that is, in words.
    pub site: Stated<String>,
    /// The day it was read.
    pub seen: Stated<Date>,
    /// How much of it was read.
    pub extent: Extent,
    /// The day it says it was published or revised.
    pub dated: Stated<Date>,
    /// The topic whose versions belong together.
    pub versions_of: Option<Id>,
    /// Its place among those versions, counted from 1.
    pub version: Option<u16>,
    /// Whether it is the newest version.
    pub current: bool,
    /// What this version says, item by item, so that versions can be compared.
    pub items: Vec<Item>,
    /// Remarks about the page itself.
    pub notes: Vec<String>,
}

impl Form for Page {
    const KIND: &'static str = "page";

    fn id(&mut self) -> &mut Id {
        &mut self.id
    }

    fn fill(&mut self, clerk: &mut Clerk) {
        clerk.must("title", &mut self.title);
        clerk.must("address", &mut self.url);
        clerk.stated("site", &mut self.site);
        clerk.stated("seen", &mut self.seen);
        clerk.must("extent", &mut self.extent);
        clerk.stated("dated", &mut self.dated);
        clerk.may("versions of", &mut self.versions_of);
        clerk.may("version", &mut self.version);
        clerk.flag("current", &mut self.current);
        clerk.each("item", &mut self.items);
        clerk.each("note", &mut self.notes);
    }
}

/// What one version of a page says about one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// The thing.
    pub label: String,
    /// What the version says.
    pub says: Stated<String>,
}

impl Written for Item {
    const SHAPE: Shape = Shape::Columns("Childcare | what this version says");

    fn read(text: &str) -> Result<Self, String> {
        let [label, says] = columns(text, "Childcare | what this version says")?;
        let says = Stated::absence(&says).map_or_else(|| String::read(&says).map(Stated::Is), Ok)?;
        Ok(Item { label: String::read(&label)?, says })
    }

    fn write(&self) -> String {
        let says = self.says.value().map_or_else(|| self.says.word().unwrap_or_default(), String::as_str);
        format!("{} | {says}", self.label)
    }
}
