//! Fields: what a letter may ask its writer to type.

use law::Fault;
use law::fault::Spot;
use law::text::Entry;

/// One thing to type.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name in files and forms.
    pub id: String,
    /// What stands above it.
    pub label: String,
    /// More words beneath the label.
    pub hint: Option<String>,
    /// Why the letter asks for it.
    pub why: String,
    /// How it is typed.
    pub input: Input,
    /// What browsers may fill it in with.
    pub autocomplete: Option<String>,
    /// Where it is written.
    pub spot: Spot,
}

/// How a field is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// On one line.
    Line,
    /// On several lines.
    Lines,
    /// As a date.
    Date,
}

/// The start of the names of fields that say who writes; they make the address at the top.
const SENDER: &str = "sender_";
/// The start of the names of fields that say who is written to.
const RECIPIENT: &str = "recipient_";

const KEYS: [&str; 5] = ["label", "hint", "why", "input", "autocomplete"];

impl Field {
    pub(super) fn read(entry: &Entry, faults: &mut Vec<Fault>) -> Result<Field, Fault> {
        faults.extend(entry.unknown_keys(&KEYS));
        let input = match entry.must("input")?.as_str() {
            "line" => Input::Line,
            "lines" => Input::Lines,
            "date" => Input::Date,
            other => {
                return Err(Fault::new(&entry.spot, format!("{other:?} is not an input"))
                    .hint("the inputs are: line, lines, date"));
            }
        };
        Ok(Field {
            id: entry.name.clone(),
            label: entry.must("label")?,
            hint: entry.text("hint").filter(|hint| !hint.is_empty()),
            why: entry.must("why")?,
            input,
            autocomplete: entry.text("autocomplete").filter(|token| !token.is_empty()),
            spot: entry.spot.clone(),
        })
    }

    /// Whether it stands in the sender's address. The name stands under the letter, not above it.
    pub(super) fn is_in_sender_block(&self) -> bool {
        self.id.starts_with(SENDER) && self.id != "sender_name"
    }

    /// Whether it stands in the recipient's address.
    pub(super) fn is_in_recipient_block(&self) -> bool {
        self.id.starts_with(RECIPIENT)
    }
}
