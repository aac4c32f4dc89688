//! What somebody gives who takes a place: as little as can be. A name to be called by, and one way in which it is safe to
//! reach them.

use super::word::words;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The longest line, in letters.
pub const LONGEST_LINE: usize = 120;
/// The longest text, in letters.
const LONGEST_TEXT: usize = 500;
/// A phone number has at least so many figures.
const FEWEST_FIGURES: usize = 10;

words! {
    /// A way to reach somebody.
    pub enum Channel {
        /// By email.
        #[default]
        Email = "email",
        /// Somebody calls, and leaves no message.
        Phone = "phone",
        /// By letter.
        Post = "post",
    }
}

/// Who takes a place, and how it is safe to reach them. Kept sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Booker {
    /// What they are to be called. It need not be their name.
    pub name: String,
    /// How they are reached, and in no other way.
    pub channel: Channel,
    /// The address or number of that way.
    pub address: String,
    /// When it is safe, where they say so.
    pub times: String,
    /// The word by which they know that it is really the host.
    pub code_word: String,
    /// What they need to take part.
    pub needs: String,
    /// Whether a message may say what it is about. Otherwise it says only that there is something to read.
    pub may_name: bool,
    /// Whether they want to be reminded.
    pub reminds: bool,
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BookerFault {
    /// No name.
    #[error("Write what we should call you. A first name is enough")]
    Name,
    /// No way to be reached was chosen.
    #[error("Choose one way to reach you")]
    Channel,
    /// The email address is none.
    #[error("Enter an email address, like name@example.org")]
    Email,
    /// The number is none.
    #[error("Enter a phone number, like 020 7946 0000")]
    Phone,
    /// The address is none.
    #[error("Enter the address for letters, with the postcode")]
    Post,
    /// Something is too long.
    #[error("Write less here: at most 500 letters")]
    Long(&'static str),
}

impl BookerFault {
    /// The field to go to.
    pub fn field(self) -> &'static str {
        match self {
            BookerFault::Name => "name",
            BookerFault::Channel => "channel",
            BookerFault::Email => "email",
            BookerFault::Phone => "number",
            BookerFault::Post => "post",
            BookerFault::Long(field) => field,
        }
    }
}

impl Booker {
    /// Everything that is wrong with it. Whether an email address is one is told by `is_email`.
    ///
    /// ```
    /// use outreach::workshop::{Booker, BookerFault, Channel};
    /// let mut booker = Booker { name: "Ada".into(), channel: Channel::Phone, address: "020 7946".into(), ..Booker::default() };
    /// assert_eq!(booker.faults(&|_| true), [BookerFault::Phone]);
    /// booker.address = "020 7946 0000".into();
    /// assert!(booker.faults(&|_| true).is_empty());
    /// ```
    pub fn faults(&self, is_email: &dyn Fn(&str) -> bool) -> Vec<BookerFault> {
        let mut faults = Vec::new();
        let is_line = |text: &str| text.chars().count() <= LONGEST_LINE && !text.chars().any(char::is_control);
        if self.name.is_empty() || !is_line(&self.name) {
            faults.push(BookerFault::Name);
        }
        let figures = self.address.chars().filter(char::is_ascii_digit).count();
        let is_number = self.address.chars().all(|c| c.is_ascii_digit() || " +()-".contains(c));
        match self.channel {
            Channel::Email if !is_email(&self.address) => faults.push(BookerFault::Email),
            Channel::Phone if figures < FEWEST_FIGURES || !is_number || !is_line(&self.address) => {
                faults.push(BookerFault::Phone);
            }
            Channel::Post if self.address.lines().count() < 2 && !self.address.contains(',') => {
                faults.push(BookerFault::Post)
            }
            _ => {}
        }
        for (field, text) in
            [("post", &self.address), ("times", &self.times), ("code_word", &self.code_word), ("needs", &self.needs)]
        {
            if text.chars().count() > LONGEST_TEXT || text.contains('\0') {
                faults.push(BookerFault::Long(field));
            }
        }
        faults
    }
}
