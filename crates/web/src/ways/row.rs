//! One of the family's own answers, with the way to change it.

use crate::App;
use crate::find::{Picture, answer_said, asked};
use crate::language::Said;
use crate::ui::show;
use law::fact::Fact;
use law::value::{Answer, Kind};

/// An answer that can be changed.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// What it is about.
    pub short: String,
    /// The question.
    pub ask: Said,
    /// What was said; nothing where nothing was.
    pub answer: Option<Said>,
    /// Where to change it.
    pub href: String,
}

impl Row {
    /// The rows of some facts, in this order. `from` is the word of the page to come back to.
    pub(super) fn all(app: &App, picture: &Picture, facts: &[&str], from: &str, is_young: bool) -> Vec<Row> {
        let found = facts.iter().filter_map(|name| picture.day.law.facts.find(name));
        found
            .map(|id| {
                let fact = &picture.day.law.facts[id];
                let young = fact.young.as_ref().filter(|_| is_young);
                Row {
                    short: fact.short.clone(),
                    ask: match young {
                        Some(young) => young.ask.as_str().into(),
                        None => asked(fact).unwrap_or_else(|| "".into()),
                    },
                    answer: picture.case.get(id).map(|answer| match is_young {
                        true => young_words(app, fact, answer),
                        false => answer_said(app, fact, answer),
                    }),
                    href: match fact.name.as_str() {
                        "carer_council" => "/find/council".to_owned(),
                        name => format!("/find/question/{}?from={from}", show::part(name)),
                    },
                }
            })
            .collect()
    }
}

/// An answer in the words the young person chose it by.
fn young_words(app: &App, fact: &Fact, answer: &Answer) -> Said {
    let chosen = match (answer, &fact.kind) {
        (Answer::Is(value), Kind::OneOf(_)) => {
            fact.young.as_ref().and_then(|young| young.answer(&fact.kind.write(value)))
        }
        _ => None,
    };
    chosen.map_or_else(|| answer_said(app, fact, answer), Said::from)
}
