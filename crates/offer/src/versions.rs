//! Versions of one page side by side: what was added, changed, or is no longer there.

use crate::offer::Offer;
use crate::page::Page;
use crate::stated::Stated;
use crate::written::Id;

/// One thing, and what each version says of it, the earliest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared<'a> {
    /// The thing.
    pub label: &'a str,
    /// What each version says.
    pub cells: Vec<Stated<&'a str>>,
}

impl Offer {
    /// The topics of which pages have had several versions, in order.
    pub fn topics(&self) -> Vec<&Id> {
        let mut topics = Vec::new();
        for topic in self.pages.iter().filter_map(|page| page.versions_of.as_ref()) {
            if !topics.contains(&topic) {
                topics.push(topic);
            }
        }
        topics
    }

    /// The versions of a page on one topic, the earliest first.
    pub fn versions(&self, topic: &Id) -> Vec<&Page> {
        let mut pages: Vec<&Page> = self.pages.iter().filter(|page| page.versions_of.as_ref() == Some(topic)).collect();
        pages.sort_by_key(|page| page.version);
        pages
    }

    /// What each version says of each thing. A version that does not list a thing has not been seen to say anything.
    pub fn compare(&self, topic: &Id) -> Vec<Compared<'_>> {
        let versions = self.versions(topic);
        let mut labels: Vec<&str> = Vec::new();
        for item in versions.iter().flat_map(|page| &page.items) {
            if !labels.contains(&item.label.as_str()) {
                labels.push(&item.label);
            }
        }
        labels
            .into_iter()
            .map(|label| Compared { label, cells: versions.iter().map(|page| says(page, label)).collect() })
            .collect()
    }
}

fn says<'a>(page: &'a Page, label: &str) -> Stated<&'a str> {
    match page.items.iter().find(|item| item.label == label) {
        None => Stated::NotSeen,
        Some(item) => match &item.says {
            Stated::Is(words) => Stated::Is(words.as_str()),
            Stated::NotStated => Stated::NotStated,
            Stated::NotSeen => Stated::NotSeen,
            Stated::None => Stated::None,
        },
    }
}
