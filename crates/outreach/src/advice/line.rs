//! An advice line: whom it is for, how to reach it, what it can and cannot help with, and how sure we are of that.

use super::hours::{Standing, Week};
use jiff::civil::{Date, DateTime};
use law::calendar::Holidays;
use serde::{Deserialize, Serialize};

/// A nation of the United Kingdom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Nation {
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    #[serde(rename = "Northern Ireland")]
    NorthernIreland,
}

impl Nation {
    /// Every nation.
    pub const ALL: [Nation; 4] = [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland];

    /// Its name.
    pub fn word(self) -> &'static str {
        match self {
            Nation::England => "England",
            Nation::Wales => "Wales",
            Nation::Scotland => "Scotland",
            Nation::NorthernIreland => "Northern Ireland",
        }
    }
}

/// An advice line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// Who runs it.
    pub run_by: String,
    /// The nations it is for; empty where that is not stated.
    pub nations: Vec<Nation>,
    /// Numbers to ring.
    pub phones: Vec<String>,
    /// How to reach it by text phone or relay.
    pub text_phone: Option<String>,
    /// A number to send a text message to.
    pub text: Option<String>,
    /// What is said of a web chat, such as its hours.
    pub chat: Option<String>,
    /// Where the web chat is.
    pub chat_link: Option<String>,
    /// A form on the web.
    pub form: Option<String>,
    /// An address for email.
    pub email: Option<String>,
    /// When it is answered; none where that is not stated.
    pub hours: Option<Week>,
    /// What it can help with.
    pub helps: Vec<String>,
    /// What it cannot help with.
    pub cannot: Vec<String>,
    /// The languages it speaks; empty where that is not stated.
    pub languages: Vec<String>,
    /// What a call costs; none where that is not stated.
    pub cost: Option<String>,
    /// Where this was read; none where its host says so itself.
    pub source: Option<String>,
    /// How sure we are, as the law's files mark it; none where its host says so itself.
    pub sure: Option<String>,
    /// The day it was checked.
    pub checked: Option<Date>,
    /// Plain remarks.
    pub notes: Vec<String>,
}

impl Line {
    /// Whether it is answered at a moment by the clocks of London.
    pub fn standing(&self, now: DateTime, holidays: &Holidays) -> Standing {
        self.hours.as_ref().map_or(Standing::NotStated, |week| week.standing(now, holidays))
    }
}
