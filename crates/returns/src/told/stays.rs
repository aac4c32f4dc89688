//! Where a child lived while looked after, and by which law, from which day on.
//!
//! A day on which something changed is that on which care began, on which a relative was approved or the placement with them
//! ended, and each that a form names. What no form says of a day stays as it was, save that nothing is known of a new home.

use casework::matter::{Done, Matter};
use casework::{Value, Values};
use jiff::civil::Date;
use std::collections::BTreeMap;

use super::care::Time;
use super::{At, Teller, by_day, words};
use crate::care::Stay;
use crate::code::{LegalStatus, PlaceChange, Placement, Provider};
use crate::ssda903::{asks_why, differ};

/// What is known of a day on which something changed.
#[derive(Clone, Default)]
struct Known {
    legal: Option<LegalStatus>,
    carers: Option<String>,
    placement: Option<Placement>,
    provider: Option<Provider>,
    postcode: Option<String>,
    urn: Option<String>,
    moved_because: Option<PlaceChange>,
}

/// What happened on a day, as far as the case itself says.
#[derive(Clone, Default)]
struct Turn {
    left: Option<String>,
    came_to: Option<String>,
    said: Values,
}

impl<'a> Teller<'a> {
    pub(super) fn stays(&mut self, time: &Time<'a>) -> Vec<Stay> {
        let Some(began) = time.began else { return Vec::new() };
        let at = At::of("stay_recorded", time.matter);
        let basis = time.matter.last("care_decided").and_then(|done| done.values.get("care_basis"));
        let mut known = Known { legal: self.code("care_basis", basis), ..Known::default() };
        let mut stays: Vec<Stay> = Vec::new();
        for (from, turn) in self.turns(time, began) {
            self.turn(&mut known, &turn);
            let Some(mut stay) = self.stay(from, &known, at) else { continue };
            if let Some(before) = stays.last() {
                if !differ(before, &stay) {
                    continue;
                }
                if asks_why(before, &stay) {
                    stay.moved_because = self.must(known.moved_because, "why the child moved there", from, at);
                }
            }
            stays.push(stay);
        }
        stays
    }

    /// The days on which something changed, up to the end of care and of the year.
    fn turns(&self, time: &Time<'a>, began: Date) -> BTreeMap<Date, Turn> {
        let mut turns = BTreeMap::from([(began, Turn::default())]);
        for placement in self.case.inside(time.matter.id).filter(|matter| matter.kind == "placement") {
            let Some(carer) = self.carer(placement) else { continue };
            turns.entry(placement.begun.max(began)).or_default().came_to = Some(carer.clone());
            if let Some(ended) = self.ended(placement) {
                turns.entry(ended).or_default().left = Some(carer);
            }
        }
        let forms: Vec<&Done> = time.matter.each("stay_recorded").filter(|done| self.is_about(done)).collect();
        for (from, said) in by_day(forms, "from_when") {
            turns.entry(from).or_default().said = said;
        }
        turns.retain(|on, _| *on <= self.year.ends() && time.ended.is_none_or(|ended| *on < ended));
        turns
    }

    /// The name of the relative or friend who was approved.
    fn carer(&self, placement: &Matter) -> Option<String> {
        let approved = placement.value("approved_person").map(Value::people).unwrap_or_default();
        approved.first().and_then(|id| self.case.person(*id)).map(|person| person.name.clone())
    }

    fn turn(&self, known: &mut Known, turn: &Turn) {
        let move_to = |known: &mut Known, carers: Option<String>| {
            if known.carers != carers || carers.is_none() {
                *known = Known { legal: known.legal, carers, ..Known::default() };
            }
        };
        known.moved_because = None;
        if turn.left.is_some() && known.carers == turn.left {
            move_to(known, None);
        }
        if turn.came_to.is_some() {
            move_to(known, turn.came_to.clone());
        }
        if let Some(carers) = words(turn.said.get("with_whom")) {
            move_to(known, Some(carers));
        }
        let said = |field: &str| turn.said.get(field);
        known.legal = self.code("legal_status", said("legal_status")).or(known.legal);
        known.placement = self.code("placement_type", said("placement_type")).or(known.placement);
        known.provider = self.code("placement_provider", said("placement_provider")).or(known.provider);
        known.postcode = words(said("placement_postcode")).or(known.postcode.take());
        known.urn = words(said("provider_number")).or(known.urn.take());
        known.moved_because = self.code("moved_because", said("moved_because"));
    }

    fn stay(&mut self, from: Date, known: &Known, at: At) -> Option<Stay> {
        let legal = self.must(known.legal, "by which law the child is looked after", from, at);
        let carers = self.must(known.carers.clone(), "who cares for the child", from, at);
        let placement = self.must(known.placement, "what kind of home the child is in", from, at);
        let postcode = self.must(known.postcode.clone(), "the postcode of where the child lives", from, at);
        let placement = placement?;
        let provider = known.provider.filter(|_| placement.has_provider());
        if placement.has_provider() {
            self.must(provider, "who provides the home", from, at);
        }
        let urn = known.urn.clone().filter(|_| placement.registered());
        if placement.registered() {
            self.must(urn.as_ref(), "Ofsted’s number for the provider", from, at);
        }
        let (legal, carers, postcode) = (legal?, carers?, postcode?);
        Some(Stay { from, legal, placement, provider, carers, postcode, urn, moved_because: None })
    }
}
