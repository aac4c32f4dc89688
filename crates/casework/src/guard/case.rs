//! What must be finished before a case or a request is closed.

use super::refused;
use crate::asking::Asking;
use crate::event::Role;
use crate::matter::{Matter, Watched};
use crate::person::PersonId;
use crate::value::Value;

/// A restricted case given by somebody who is no manager: they could give it to themselves.
pub(super) fn restricted_given(asking: &Asking) -> Option<String> {
    refused(asking.case.restricted.is_some() && !asking.by.roles.contains(&Role::Manager))
}

/// A code for the tracking page of somebody who is no carer of the case.
pub(super) fn not_a_carer(asking: &Asking) -> Option<String> {
    let named = asking.values.get("person").map(Value::people).unwrap_or_default();
    let is_carer = |id: &PersonId| asking.case.person(*id).is_some_and(|person| person.part == "carer");
    refused(!named.iter().all(is_carer))
}

/// Closed while something in it is not finished. That a child lives somewhere is no work that is open.
pub(super) fn still_open(asking: &Asking) -> Option<String> {
    let within = asking.id()?;
    let is_inside = |matter: &&Matter| matter.id != within && asking.case.lineage(Some(matter.id)).contains(&within);
    let open = asking.case.matters.iter().filter(is_inside).filter(|matter| asking.case.is_unfinished(matter));
    let mut titles: Vec<String> =
        open.filter_map(|matter| Some(asking.practice.matter(&matter.kind)?.title.to_lowercase())).collect();
    // In the case itself stands only how long the council answers for something, and no work.
    let own = asking.matter.filter(|matter| matter.kind != "case");
    let watches = own.into_iter().flat_map(|matter| &matter.watches).filter(|watch| watch.met.is_none());
    titles.extend(watches.map(|watch| match &watch.what {
        Watched::Clock(name) => asking.law.clock(name).map_or_else(|| name.clone(), |clock| clock.title.clone()),
        Watched::Diary { words, .. } => words.clone(),
    }));
    titles.dedup();
    (!titles.is_empty()).then(|| format!("Still open: {}.", titles.join("; ")))
}
