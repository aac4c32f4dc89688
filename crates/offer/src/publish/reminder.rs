//! What must be looked at again, and whom to tell: first whoever looks after it, then whoever answers for the offer.

use super::desk::Desk;
use super::event::{Event, Officer};
use crate::record::{Record, RecordId};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// After so many days a contact must be checked again.
const CONTACT_DAYS: i64 = 90;
/// So many days before a review is due it is spoken of.
const AHEAD_DAYS: i64 = 28;
/// After so many days without anything done, those who answer for the offer are told.
const LATE_DAYS: i64 = 14;

/// How far on a matter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// It is due before long.
    Coming,
    /// It is due.
    Due,
    /// It has been due for some time.
    Late,
}

/// Whom to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Whoever looks after the record.
    Keeper(Officer),
    /// Everybody who answers for the offer.
    Leads,
}

/// Something to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// The record it is about.
    pub record: RecordId,
    /// What a reader calls it.
    pub title: String,
    /// The day by which it was, or is, to be looked at.
    pub due: Date,
    /// How far on it is.
    pub stage: Stage,
    /// Whom to tell.
    pub to: Told,
}

impl Reminder {
    /// What is kept, so that nobody is told the same twice.
    pub fn event(&self) -> Event {
        Event::ReminderSent { record: self.record.clone(), due: self.due, stage: self.stage }
    }
}

/// What must be told on a day and was not told yet. A record that was looked at since has another day, and is quiet.
pub fn reminders(desk: &Desk, today: Date) -> Vec<Reminder> {
    let mut list = Vec::new();
    for held in desk.draft.held() {
        let record = &held.record;
        let Some((due, ahead)) = due(record) else { continue };
        let after = |days: i64| due.checked_add(days.days()).unwrap_or(due);
        let stage = match () {
            () if today >= after(LATE_DAYS) => Stage::Late,
            () if today >= due => Stage::Due,
            () if ahead && today >= after(-AHEAD_DAYS) => Stage::Coming,
            () => continue,
        };
        let is_told = |(id, day, told): &(RecordId, Date, Stage)| id == record.id() && *day == due && *told >= stage;
        if desk.reminded.iter().any(is_told) {
            continue;
        }
        let keeper = desk.keeper_of(record.id());
        let to = match (stage, keeper) {
            (Stage::Late, _) | (_, None) => Told::Leads,
            (_, Some(keeper)) => Told::Keeper(keeper.clone()),
        };
        list.push(Reminder { record: record.id().clone(), title: record.title(), due, stage, to });
    }
    list
}

/// The day by which a record must be looked at again, and whether that is spoken of before.
fn due(record: &Record) -> Option<(Date, bool)> {
    let day = |key: &str| record.values(key).first().and_then(|text| text.parse::<Date>().ok());
    match record.id().kind.as_str() {
        "offer" => day("next review").map(|day| (day, true)),
        "contact" => day("checked").and_then(|day| day.checked_add(CONTACT_DAYS.days()).ok()).map(|day| (day, false)),
        _ => None,
    }
}
