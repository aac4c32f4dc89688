//! The people of a case, and how each may safely be reached.

use crate::event::Version;
use crate::value::{Value, Values};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Somebody in a case: the event that brought them in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonId(pub Version);

/// One person of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// What they are in the case: child, carer, parent, network, professional.
    pub part: String,
    /// What they are to the child, in words.
    pub relationship: String,
    /// Their birthday.
    pub born: Option<Date>,
    /// The day they died.
    pub died: Option<Date>,
    /// Their address.
    pub address: Option<String>,
    /// Their email address.
    pub email: Option<String>,
    /// Their phone number.
    pub phone: Option<String>,
    /// By which channels they said it is safe to reach them; none said yet where there is none.
    pub channels: Option<Vec<Channel>>,
    /// When, in words.
    pub times: Option<String>,
    /// A word by which they know it is the council.
    pub code_word: Option<String>,
    /// Who must never learn where they are.
    pub hidden_from: Vec<PersonId>,
}

/// A way to reach somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A letter.
    Post,
    /// An email.
    Email,
    /// A text message.
    Text,
    /// A call.
    Phone,
    /// A message left on a phone.
    Voicemail,
    /// The tracking page alone.
    Page,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Channel; 6] =
        [Channel::Post, Channel::Email, Channel::Text, Channel::Phone, Channel::Voicemail, Channel::Page];

    /// The word for it in the table.
    pub fn word(self) -> &'static str {
        match self {
            Channel::Post => "post",
            Channel::Email => "email",
            Channel::Text => "text",
            Channel::Phone => "phone",
            Channel::Voicemail => "voicemail",
            Channel::Page => "page",
        }
    }

    /// The channel that a word means.
    pub fn read(word: &str) -> Option<Channel> {
        Channel::ALL.into_iter().find(|channel| channel.word() == word)
    }
}

impl Person {
    pub(crate) fn new(id: PersonId) -> Person {
        Person {
            id,
            name: String::new(),
            part: String::new(),
            relationship: String::new(),
            born: None,
            died: None,
            address: None,
            email: None,
            phone: None,
            channels: None,
            times: None,
            code_word: None,
            hidden_from: Vec::new(),
        }
    }

    /// Takes in what a form said of them; what it does not say stays.
    pub(crate) fn take(&mut self, values: &Values) {
        let text = |name: &str| values.get(name).and_then(Value::text).map(str::to_owned);
        let keep = |field: &mut Option<String>, name: &str| *field = text(name).or_else(|| field.take());
        self.name = text("name").unwrap_or_else(|| std::mem::take(&mut self.name));
        self.part = text("part").unwrap_or_else(|| std::mem::take(&mut self.part));
        self.relationship = text("relationship").unwrap_or_else(|| std::mem::take(&mut self.relationship));
        self.born = values.get("born").and_then(Value::day).or(self.born);
        self.died = values.get("died_on").and_then(Value::day).or(self.died);
        keep(&mut self.address, "address");
        keep(&mut self.email, "email");
        keep(&mut self.phone, "phone");
        keep(&mut self.times, "safe_times");
        keep(&mut self.code_word, "code_word");
        if let Some(channels) = values.get("safe_channels") {
            self.channels = Some(channels.choices().iter().filter_map(|word| Channel::read(word)).collect());
        }
        if let Some(hidden) = values.get("hide_from") {
            self.hidden_from = hidden.people().to_vec();
        }
    }

    /// Whether it is safe to reach them so. Until they have said, only their tracking page is. Nobody writes to the dead.
    pub fn may_be_reached_by(&self, channel: Channel) -> bool {
        match &self.channels {
            _ if self.died.is_some() => false,
            Some(channels) => channels.contains(&channel),
            None => channel == Channel::Page,
        }
    }
}
