//! References from one entry to another and to the law: read with their check, so that a name nobody has is a
//! fault where it is written.

use crate::cited::Source;
use crate::clerk::{Clerk, Desk};
use crate::key::{Need, Shape};
use crate::written::Id;
use law::fault::{Fault, Spot, nearest};

impl Clerk<'_> {
    /// The names of other entries of one kind, with commas between.
    pub(crate) fn refs(&mut self, key: &'static str, kind: &'static str, ids: &mut Vec<Id>) {
        match self.field(key, Need::May, Shape::Entries(kind)) {
            None => {
                if !ids.is_empty() {
                    let names: Vec<&str> = ids.iter().map(Id::as_str).collect();
                    self.line(key, &names.join(", "));
                }
            }
            Some(None) => {}
            Some(Some(field)) => {
                let text = field.joined();
                for name in text.split(',').map(str::trim).filter(|name| !name.is_empty()) {
                    if let Some(id) = self.parse::<Id>(name, &field.spot) {
                        self.check_name(kind, &id, &field.spot);
                        ids.push(id);
                    }
                }
            }
        }
    }

    /// The name of one other entry.
    pub(crate) fn reference(&mut self, key: &'static str, kind: &'static str, id: &mut Option<Id>) {
        self.may_be(key, Shape::Entry(kind), id);
        if let (Desk::Reading(entry, _), Some(id)) = (&self.desk, id) {
            let spot = entry.field(key).map_or(&entry.spot, |field| &field.spot);
            self.check_name(kind, id, spot);
        }
    }

    fn check_name(&mut self, kind: &str, id: &Id, spot: &Spot) {
        let Desk::Reading(_, names) = &self.desk else { return };
        let known = names.get(kind).map(Vec::as_slice).unwrap_or_default();
        if !known.iter().any(|name| id.is(name)) {
            let near = nearest(id.as_str(), known.iter().map(String::as_str));
            let hint = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("add an entry that begins `{kind}  {id}`"),
            };
            self.faults.push(Fault::new(spot, format!("there is no {kind} named {id}")).hint(hint));
        }
    }

    /// Where it was found: at least one page.
    pub(crate) fn sources(&mut self, sources: &mut Vec<Source>) {
        self.sources_if(true, sources);
    }

    /// Where it was found; `needed` says whether a page must be named. A council that writes its own offer read it
    /// nowhere: where no page is listed at all, none need be named.
    pub(crate) fn sources_if(&mut self, needed: bool, sources: &mut Vec<Source>) {
        self.each("source", sources);
        if let Desk::Reading(entry, names) = &self.desk {
            let listed = names.get("page").is_some_and(|pages| !pages.is_empty());
            let spots: Vec<&Spot> = entry.all("source").map(|field| &field.spot).collect();
            for (source, spot) in sources.iter().zip(&spots) {
                self.check_name("page", &source.page, spot);
            }
            if needed && listed && spots.is_empty() {
                self.lacks("source");
            }
        }
    }

    /// The name of something in the law: a support or a clock.
    pub(crate) fn national(&mut self, key: &'static str, kind: National, id: &mut Option<Id>) {
        self.may_be(key, Shape::National(kind.word()), id);
        let (Desk::Reading(entry, _), Some(id)) = (&self.desk, id) else { return };
        let known: Vec<&str> = match kind {
            National::Support => self.law.supports.iter().map(|support| support.id.as_str()).collect(),
            National::Clock => self.law.clocks.iter().map(|clock| clock.id.as_str()).collect(),
        };
        if !known.iter().any(|name| id.is(name)) {
            let spot = entry.field(key).map_or(&entry.spot, |field| &field.spot);
            let message = format!("there is no {} named {id} in the law", kind.word());
            let hint = format!("the names are in law/{}s", kind.word());
            self.faults.push(Fault::new(spot, message).nearest(id.as_str(), known).hint(hint));
        }
    }
}

/// What of the law an entry may name.
#[derive(Clone, Copy, Debug)]
pub(crate) enum National {
    /// A support.
    Support,
    /// A clock.
    Clock,
}

impl National {
    fn word(self) -> &'static str {
        match self {
            National::Support => "support",
            National::Clock => "clock",
        }
    }
}
