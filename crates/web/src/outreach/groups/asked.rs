//! What is looked for among groups, read from the fields of a POST. It lives as long as the request.

use crate::App;
use crate::find::Fields;
use crate::language::Said;
use crate::ui::filters;
use jiff::civil::Weekday;
use offer::Welcome;
use offer::place::{Council, Found, Spot};
use offer::search::weekday_name;
use outreach::group::{DayPart, Wanted};

/// How many miles may be chosen.
pub(super) const DISTANCES: [u8; 5] = [2, 5, 10, 20, 40];
const USUAL: u8 = 10;

/// What is looked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Ask {
    /// What the filters say.
    pub wanted: Wanted,
    /// The postcode as it was typed.
    pub postcode: String,
    /// Where that is.
    pub near: Option<Spot>,
    /// The council there.
    pub council: Option<&'static Council>,
    /// How many miles away at most, where there is a postcode.
    pub within: u8,
    /// What is wrong with the postcode.
    pub wrong: Option<Said>,
}

impl Ask {
    /// Nothing asked yet.
    pub(super) fn begin() -> Ask {
        Ask { within: USUAL, ..Ask::default() }
    }

    /// What the fields say. What cannot be read is left out, never guessed.
    pub(super) fn read(app: &App, fields: &Fields) -> Ask {
        let mut week = Weekday::Monday.cycle_forward().take(7);
        let language = fields.get("language").to_lowercase();
        let within = fields.get("within").parse().ok().filter(|miles| DISTANCES.contains(miles));
        let mut ask = Ask {
            wanted: Wanted {
                online: match fields.get("how") {
                    "online" => Some(true),
                    "face" => Some(false),
                    _ => None,
                },
                day: week.find(|day| weekday_name(*day) == fields.get("day")),
                part: DayPart::ALL.into_iter().find(|part| part.word() == fields.get("part")),
                language: (!language.is_empty()).then(|| language.chars().take(40).collect()),
                welcome: Welcome::ALL.iter().copied().find(|whom| whom.word() == fields.get("whom")),
                culture: fields.get("culture") == "yes",
            },
            postcode: fields.get("postcode").chars().take(12).collect(),
            within: within.unwrap_or(USUAL),
            ..Ask::default()
        };
        if !ask.postcode.is_empty() {
            match app.places().find(&ask.postcode) {
                Ok(Found::England { council, near, .. }) => (ask.near, ask.council) = (near, Some(council)),
                Ok(_) => ask.wrong = Some(filters::nowhere()),
                Err(error) => ask.wrong = Some(filters::postcode(&error)),
            }
        }
        ask
    }

    /// Whether anything but a place is asked for.
    pub(super) fn is_narrowed(&self) -> bool {
        self.wanted != Wanted::default()
    }
}
