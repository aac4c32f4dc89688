//! What may be chosen: topics, the arrangement, how often. The same on the page that asks and on the one that changes.

use crate::App;
use crate::find::{Fields, Item, Wrong};
use crate::language::{Said, list, say};
use crate::services::{arrangements, need_said};
use offer::search::Needs;
use outreach::update::{Topic, Wants};
use std::collections::BTreeSet;
use store::Pace;

/// What somebody chooses.
pub(super) struct Choices {
    /// The topics, and the whole offer before them.
    pub topics: Vec<Item>,
    /// The arrangements.
    pub arrangements: Vec<Item>,
    /// How often.
    pub paces: Vec<Item>,
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    pub wants: Wants,
    pub pace: Pace,
}

impl Default for Chosen {
    fn default() -> Chosen {
        Chosen { wants: Wants::new([], None), pace: Pace::AtOnce }
    }
}

fn item(name: &str, value: &str, label: Said, on: bool) -> Item {
    Item { id: format!("{name}-{value}"), value: value.to_owned(), label, on }
}

/// The topics there are, by name.
pub(super) fn topics(app: &App) -> BTreeSet<Topic> {
    app.published().needs().iter().filter_map(|need| need.id.parse().ok()).collect()
}

/// What readers call the topics that are wanted.
pub(super) fn named(needs: &Needs, wants: &Wants) -> String {
    let named: Vec<&str> = needs.iter().filter(|need| wants.names(&need.id)).map(|need| need.name.as_str()).collect();
    if named.is_empty() { say("updates-whole").english().to_owned() } else { named.join(", ") }
}

/// The same, in the words of the page.
pub(super) fn named_said(needs: &Needs, wants: &Wants) -> Said {
    let named = needs.iter().filter(|need| wants.names(&need.id));
    list(named.map(need_said)).unwrap_or_else(|| say("updates-whole"))
}

impl Choices {
    /// The choices, with what is chosen marked.
    pub(super) fn new(app: &App, chosen: &Chosen) -> Choices {
        let Chosen { wants, pace } = chosen;
        let mut topics = vec![item("topic", "all", say("updates-topics-all"), wants.is_all())];
        let published = app.published();
        let needs = published.needs();
        topics.extend(needs.iter().map(|need| item("topic", &need.id, need_said(need), wants.names(&need.id))));
        let none = say("updates-arrangement-none");
        let mut list = vec![item("arrangement", "", none, wants.arrangement().is_none())];
        list.extend(arrangements(app).map(|(code, label)| {
            let on = wants.arrangement() == Some(code.as_str());
            item("arrangement", &code, label, on)
        }));
        let paces = [(Pace::AtOnce, "updates-pace-at-once"), (Pace::Monthly, "updates-pace-monthly")];
        let paces = paces.map(|(each, key)| item("pace", each.as_str(), say(key), *pace == each)).into();
        Choices { topics, arrangements: list, paces }
    }

    /// What a form chooses.
    ///
    /// # Errors
    /// What to do, where it chooses nothing to hear of.
    pub(super) fn read(app: &App, sent: &Fields) -> Result<Chosen, (Chosen, Wrong)> {
        let known = topics(app);
        let named: BTreeSet<Topic> =
            sent.all("topic").filter_map(|topic| topic.parse().ok()).filter(|topic| known.contains(topic)).collect();
        let all = sent.all("topic").any(|topic| topic == "all");
        let arrangement = arrangements(app).map(|(code, _)| code).find(|code| code == sent.get("arrangement"));
        let pace = sent.get("pace").parse().unwrap_or(Pace::AtOnce);
        let is_none = named.is_empty() && !all;
        let chosen = Chosen { wants: Wants::new(if all { BTreeSet::new() } else { named }, arrangement), pace };
        if is_none {
            return Err((chosen, Wrong { words: say("updates-topics-wrong"), field: "topic-all" }));
        }
        Ok(chosen)
    }
}
