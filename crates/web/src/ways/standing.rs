//! What the arrangement may be, as far as is known: the questions the ways turn on.

use crate::find::Picture;
use law::value::Kind;

/// How far something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// What was said makes it so, as far as we can tell.
    Likely,
    /// Something still unknown decides.
    Open,
    /// Nothing that was said suggests it.
    Unlikely,
}

impl Standing {
    /// Its word in templates.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Standing::Likely => "likely",
            Standing::Open => "open",
            Standing::Unlikely => "unlikely",
        }
    }
}

/// How far a derived fact takes one of these values, given as places.
fn of_values(picture: &Picture, name: &str, wanted: impl Fn(&Kind) -> u64) -> Standing {
    let facts = &picture.day.law.facts;
    let Some(fact) = facts.find(name) else { return Standing::Open };
    let possible = picture.findings.derived_values(fact);
    let wanted = wanted(&facts[fact].kind);
    match (possible & wanted, possible & !wanted) {
        (0, _) => Standing::Unlikely,
        (_, 0) => Standing::Likely,
        _ => Standing::Open,
    }
}

/// How far the arrangement is the one of that code.
pub(crate) fn arrangement_is(picture: &Picture, code: &str) -> Standing {
    of_values(picture, "arrangement", |kind| match kind {
        Kind::OneOf(choices) => choices.iter().position(|choice| choice.code == code).map_or(0, |place| 1 << place),
        _ => 0,
    })
}

/// How far the council may have been the one that placed the child. This is never more than "may".
pub(crate) fn council_placed(picture: &Picture) -> Standing {
    of_values(picture, "council_placed_child_arguably", |_| 0b10)
}

/// Whether a yes/no fact was said or found to be so.
pub(crate) fn is_so(picture: &Picture, name: &str, wanted: bool) -> bool {
    let fact = picture.day.law.facts.find(name);
    let value = fact.and_then(|fact| picture.day.value(&picture.findings, &picture.case, fact));
    value == Some(law::value::Value::YesNo(wanted))
}

/// Whether anything was answered to a fact.
pub(crate) fn is_said(picture: &Picture, name: &str) -> bool {
    picture.day.law.facts.find(name).is_some_and(|fact| picture.case.value(fact).is_some())
}

/// Whether the arrangement is or may be private fostering, and the carer has said that they are no close relative:
/// before that it may be so for everybody, and would only frighten.
pub(crate) fn may_be_private_fostering(picture: &Picture) -> bool {
    let settled_relative = is_so(picture, "carer_is_s105_relative", false);
    settled_relative && arrangement_is(picture, "PF") != Standing::Unlikely
}

/// Whether the council's part at the start is said, and the council may have placed the child.
pub(crate) fn may_be_placed(picture: &Picture) -> bool {
    let said = is_said(picture, "council_involvement_at_start");
    said && council_placed(picture) != Standing::Unlikely
}
