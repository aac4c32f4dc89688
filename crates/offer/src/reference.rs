//! References from one entry to another and to the law: read with their check, so that a name nobody has is a
//! fault where it is written.

use crate::cited::Source;
use crate::clerk::{Clerk, Desk};
use crate::key::{Need, Shape};
use crate::written::Id;
use law::duty::{Duty, ShownBy};
use law::fault::{Fault, Spot, nearest};

impl Clerk<'_> {
    /// The names of other entries of one kind, with commas between.
    pub(crate) fn refs(&mut self, key: &'static str, kind: &'static str, ids: &mut Vec<Id>) {
        self.each_of(key, Shape::Entries(kind), ids);
        let Desk::Reading(entry, _) = &self.desk else { return };
        let spot = entry.field(key).map_or(&entry.spot, |field| &field.spot);
        ids.iter().for_each(|id| self.check_name(kind, id, spot));
    }

    /// Names with commas between.
    fn each_of(&mut self, key: &'static str, shape: Shape, ids: &mut Vec<Id>) {
        match self.field(key, Need::May, shape) {
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
                    ids.extend(self.parse::<Id>(name, &field.spot));
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

    /// The lines of the offer checklist that a record answers; each must be one that a record of its kind can show.
    pub(crate) fn answers(&mut self, kind: &'static str, ids: &mut Vec<Id>) {
        self.duties("answers", kind, ids, |duty| match &duty.shown_by[..] {
            _ if duty.is_answered_by(kind) => None,
            [ShownBy::Answers(kinds)] => Some(format!("it is shown by: {}", kinds.join(", "))),
            _ => Some("it is shown by the head of the offer and by its services, not by one record".to_owned()),
        });
    }

    /// Lines of the offer checklist that a reader judges.
    pub(crate) fn judged(&mut self, key: &'static str, ids: &mut Vec<Id>) {
        self.duties(key, "", ids, |_| None);
    }

    fn duties(
        &mut self,
        key: &'static str,
        kind: &'static str,
        ids: &mut Vec<Id>,
        wrong: impl Fn(&Duty) -> Option<String>,
    ) {
        self.each_of(key, Shape::Duties(kind), ids);
        let Desk::Reading(entry, _) = &self.desk else { return };
        let spot = entry.field(key).map_or(&entry.spot, |field| &field.spot);
        for id in ids.iter() {
            let Some(duty) = self.law.duty(id.as_str()) else {
                let names = self.law.duties.iter().map(|duty| duty.id.as_str());
                let fault = Fault::new(spot, format!("there is no duty named {id} in the law"));
                self.faults.push(fault.nearest(id.as_str(), names).hint("the names are in law/offer-duties"));
                continue;
            };
            if let Some(hint) = wrong(duty) {
                let message = format!("a {} does not show {id}", entry.kind);
                self.faults.push(Fault::new(spot, message).hint(hint));
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
