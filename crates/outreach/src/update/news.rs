//! News that a host writes itself and sends to those who asked.

use super::wants::Topic;
use crate::Run;
use jiff::Timestamp;
use offer::publish::Officer;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use thiserror::Error;

/// The longest title, in letters.
const LONGEST_TITLE: usize = 100;
/// The longest news, in letters.
const LONGEST_WORDS: usize = 3000;

/// The words of news.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewsWords {
    /// What it says, in a line.
    pub title: String,
    /// All of it, in paragraphs.
    pub words: String,
    /// Whom it is for: those who want one of these topics; everybody where there is none.
    pub topics: BTreeSet<Topic>,
}

/// Why news cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NewsFault {
    /// It has no title.
    #[error("Write a title")]
    NoTitle,
    /// Its title is too long, or more than a line.
    #[error("Write the title in one line of at most 100 letters")]
    LongTitle,
    /// It says nothing.
    #[error("Write the news")]
    NoWords,
    /// It is too long.
    #[error("Write at most 3,000 letters. For more, give a link to a page")]
    LongWords,
}

impl NewsFault {
    /// Whether it is the title that is wrong.
    #[must_use]
    pub fn is_of_title(self) -> bool {
        matches!(self, NewsFault::NoTitle | NewsFault::LongTitle)
    }
}

impl NewsWords {
    /// Why these words cannot be sent.
    #[must_use]
    pub fn faults(&self) -> Vec<NewsFault> {
        let of_title = match self.title.chars().count() {
            0 => Some(NewsFault::NoTitle),
            long if long > LONGEST_TITLE || self.title.chars().any(char::is_control) => Some(NewsFault::LongTitle),
            _ => None,
        };
        let of_words = match self.words.chars().count() {
            0 => Some(NewsFault::NoWords),
            long if long > LONGEST_WORDS => Some(NewsFault::LongWords),
            _ => None,
        };
        of_title.into_iter().chain(of_words).collect()
    }

    /// Its paragraphs: what stands between empty lines.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.words.split("\n\n").map(str::trim).filter(|words| !words.is_empty())
    }
}

/// News of a host, sent once. A stream of its own, `news/HOST/ID`.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// The words; none before it was sent.
    pub sent: Option<Sent>,
}

/// News as it was sent.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The words.
    pub words: NewsWords,
    /// By whom.
    pub by: Officer,
    /// When.
    pub at: Timestamp,
}

/// What happens to news.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case", deny_unknown_fields)]
pub enum NewsEvent {
    /// It was sent.
    NewsSent {
        /// What it says, in a line.
        title: String,
        /// All of it.
        words: String,
        /// Whom it is for.
        topics: Vec<String>,
    },
}

impl News {
    /// Sends these words, unless this was sent already.
    ///
    /// # Errors
    /// The first fault in the words.
    pub fn send(&self, words: &NewsWords) -> Result<Vec<NewsEvent>, NewsFault> {
        if let Some(fault) = words.faults().into_iter().next() {
            return Err(fault);
        }
        if self.sent.is_some() {
            return Ok(Vec::new());
        }
        let topics = words.topics.iter().map(|topic| topic.as_str().to_owned()).collect();
        Ok(vec![NewsEvent::NewsSent { title: words.title.clone(), words: words.words.clone(), topics }])
    }
}

impl Run for News {
    const KIND: &'static str = "news";
    type Event = NewsEvent;

    fn take(&mut self, event: &NewsEvent, by: &Officer, at: Timestamp) {
        let NewsEvent::NewsSent { title, words, topics } = event;
        let topics = topics.iter().filter_map(|topic| topic.parse().ok()).collect();
        let words = NewsWords { title: title.clone(), words: words.clone(), topics };
        self.sent = Some(Sent { words, by: by.clone(), at });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(title: &str, words: &str) -> NewsWords {
        NewsWords { title: title.to_owned(), words: words.to_owned(), topics: BTreeSet::new() }
    }

    #[test]
    fn news_is_sent_once_and_whole() {
        let mut news = News::default();
        assert_eq!(news.send(&words("", "")), Err(NewsFault::NoTitle));
        assert_eq!(words("a\nb", &"x".repeat(3001)).faults(), [NewsFault::LongTitle, NewsFault::LongWords]);
        let said = words("A new group", "It meets on Mondays.\n\n\nCome along.");
        let events = news.send(&said).unwrap();
        assert!(crate::unreadable::<News>(&events[0]).is_none());
        news.take(&events[0], &Officer::new("ann"), Timestamp::UNIX_EPOCH);
        assert_eq!(news.sent.as_ref().map(|sent| &sent.words), Some(&said));
        assert_eq!(said.paragraphs().collect::<Vec<_>>(), ["It meets on Mondays.", "Come along."]);
        assert!(news.send(&said).unwrap().is_empty(), "it was sent already");
    }
}
