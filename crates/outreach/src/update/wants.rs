//! What somebody wants to hear of: topics, or everything; and the arrangement they are in, where they say so.

use super::change::Change;
use super::news::NewsWords;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// A topic: the name in forms of a group of needs (`content/en/needs.txt`), such as `money`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Topic(String);

impl Topic {
    /// Its name in forms.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Topic {
    type Err = WantsError;

    fn from_str(text: &str) -> Result<Topic, WantsError> {
        let fits =
            !text.is_empty() && text.len() <= 40 && text.bytes().all(|sign| sign.is_ascii_lowercase() || sign == b'-');
        if fits { Ok(Topic(text.to_owned())) } else { Err(WantsError(text.to_owned())) }
    }
}

/// What is wanted cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0:?} does not say what updates are wanted; write it as `all`, `money, school` or `money; SGO`")]
pub struct WantsError(String);

/// What somebody wants to hear of. Written in one form, so that those who want the same can be found together.
///
/// ```
/// use outreach::update::Wants;
/// let wants: Wants = "school, money; SGO".parse().unwrap();
/// assert_eq!(wants.to_string(), "money, school; SGO");
/// assert_eq!("all".parse::<Wants>().unwrap().to_string(), "all");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wants {
    /// The topics; none for the whole offer.
    topics: BTreeSet<Topic>,
    /// The arrangement, as the law's fact `arrangement` names it; none where they did not say.
    arrangement: Option<String>,
}

impl Wants {
    /// These topics, or the whole offer where none is named.
    pub fn new(topics: impl IntoIterator<Item = Topic>, arrangement: Option<String>) -> Wants {
        Wants { topics: topics.into_iter().collect(), arrangement }
    }

    /// Whether the whole offer is wanted.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.topics.is_empty()
    }

    /// Whether a topic is named.
    #[must_use]
    pub fn names(&self, topic: &str) -> bool {
        self.topics.iter().any(|known| known.0 == topic)
    }

    /// The arrangement, where they said it.
    #[must_use]
    pub fn arrangement(&self) -> Option<&str> {
        self.arrangement.as_deref()
    }

    fn meet(&self, topics: &BTreeSet<Topic>) -> bool {
        self.is_all() || self.topics.iter().any(|topic| topics.contains(topic))
    }

    /// Whether a change is to be told. What is certainly not for their arrangement is left out; what cannot be told is not.
    #[must_use]
    pub fn hear(&self, change: &Change) -> bool {
        let is_theirs = self.arrangement.as_ref().is_none_or(|arrangement| !change.not_for.contains(arrangement));
        self.meet(&change.topics) && is_theirs
    }

    /// Whether news is to be told. News without a topic is for everybody.
    #[must_use]
    pub fn hear_news(&self, news: &NewsWords) -> bool {
        news.topics.is_empty() || self.meet(&news.topics)
    }
}

impl fmt::Display for Wants {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_all() {
            f.write_str("all")?;
        }
        for (place, topic) in self.topics.iter().enumerate() {
            f.write_str(if place == 0 { "" } else { ", " })?;
            f.write_str(&topic.0)?;
        }
        self.arrangement.as_ref().map_or(Ok(()), |arrangement| write!(f, "; {arrangement}"))
    }
}

impl FromStr for Wants {
    type Err = WantsError;

    fn from_str(text: &str) -> Result<Wants, WantsError> {
        let (topics, arrangement) = match text.split_once(';') {
            Some((topics, arrangement)) => (topics, Some(arrangement.trim())),
            None => (text, None),
        };
        let fits = |code: &&str| {
            !code.is_empty()
                && code.len() <= 40
                && code.bytes().all(|sign| sign.is_ascii_alphanumeric() || b"-_".contains(&sign))
        };
        if arrangement.is_some_and(|code| !fits(&code)) {
            return Err(WantsError(text.to_owned()));
        }
        let topics = match topics.trim() {
            "all" => BTreeSet::new(),
            list => list.split(',').map(|topic| topic.trim().parse()).collect::<Result<_, _>>()?,
        };
        Ok(Wants { topics, arrangement: arrangement.map(str::to_owned) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::update::Happening;

    fn wants(text: &str) -> Wants {
        text.parse().unwrap()
    }

    fn change(topics: &[&str], not_for: &[&str]) -> Change {
        Change {
            title: "Allowance".to_owned(),
            what: Happening::Changed,
            topics: topics.iter().map(|topic| topic.parse().unwrap()).collect(),
            not_for: not_for.iter().map(|code| (*code).to_owned()).collect(),
            told: Vec::new(),
            for_whom: Vec::new(),
            link: String::new(),
        }
    }

    #[test]
    fn what_is_wanted_has_one_form() {
        for (typed, kept) in [("all", "all"), ("school,money", "money, school"), ("all; SGO", "all; SGO")] {
            assert_eq!(wants(typed).to_string(), kept);
            assert_eq!(wants(kept), wants(typed));
        }
        for broken in ["", "Money", "money; ", "money; a b", "money,,school", "<b>"] {
            assert!(broken.parse::<Wants>().is_err(), "{broken}");
        }
    }

    #[test]
    fn only_what_is_certainly_not_theirs_is_left_out() {
        let allowance = change(&["money"], &["private_fostering"]);
        let table = [
            ("all", true),
            ("money", true),
            ("school", false),
            ("school, money", true),
            ("money; SGO", true),
            ("money; private_fostering", false),
            ("all; private_fostering", false),
        ];
        for (who, hears) in table {
            assert_eq!(wants(who).hear(&allowance), hears, "{who}");
        }
        assert!(wants("all").hear(&change(&[], &[])), "what has no topic is told to those who want everything");
        assert!(!wants("money").hear(&change(&[], &[])));
    }
}
