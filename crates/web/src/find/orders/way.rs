//! The ways in which a child may live with a carer, and which answers must be taken as other to see each.

use crate::find::session::{Change, Picture};
use crate::language::{Said, say};
use law::Case;
use law::value::{Answer, Value};

/// One way in which the child may live with the carer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// No court order.
    NoOrder,
    /// Private fostering.
    Private,
    /// A child arrangements order.
    Arrangements,
    /// A special guardianship order.
    Guardian,
    /// In care, with the carer as an approved foster carer.
    Foster,
}

/// Orders that end care, and the ways out of care that they are.
const ORDERS: [&str; 4] = ["SGO", "CAO", "RO", "adoption"];

impl Way {
    /// Every way, from the loosest to the closest tie to the council.
    pub(super) const ALL: [Way; 5] = [Way::NoOrder, Way::Private, Way::Arrangements, Way::Guardian, Way::Foster];

    /// The name in addresses.
    pub(super) fn code(self) -> &'static str {
        match self {
            Way::NoOrder => "none",
            Way::Private => "PF",
            Way::Arrangements => "CAO",
            Way::Guardian => "SGO",
            Way::Foster => "KF",
        }
    }

    /// What a carer calls it.
    pub(super) fn title(self) -> Said {
        say(match self {
            Way::NoOrder => "way-none",
            Way::Private => "way-private",
            Way::Arrangements => "way-arrangements",
            Way::Guardian => "way-guardian",
            Way::Foster => "way-foster",
        })
    }

    /// The same where there is little room.
    pub(super) fn short(self) -> Said {
        match self {
            Way::NoOrder | Way::Private => self.title(),
            Way::Arrangements => say("way-arrangements-short"),
            Way::Guardian => say("way-guardian-short"),
            Way::Foster => say("way-foster-short"),
        }
    }

    /// What it means, in a line or two.
    pub(super) fn means(self) -> Said {
        say(match self {
            Way::NoOrder => "way-none-means",
            Way::Private => "way-private-means",
            Way::Arrangements => "way-arrangements-means",
            Way::Guardian => "way-guardian-means",
            Way::Foster => "way-foster-means",
        })
    }

    /// Whether the carer's tie to the child leaves room for it.
    pub(super) fn is_possible(self, picture: &Picture) -> bool {
        self != Way::Private || said(picture, "carer_is_s105_relative").is_some_and(|word| word == "no")
    }

    /// The answers that must be other than they are, so that this is how the child lives.
    pub(super) fn changes(self, picture: &Picture) -> Vec<Change> {
        let facts = &picture.day.law.facts;
        let mut changes: Vec<Change> = Vec::new();
        for (name, text) in self.wanted(picture) {
            let Some(fact) = facts.find(name) else { continue };
            let answer = facts[fact].kind.parse(&text).ok().map(Answer::Is);
            if picture.case.get(fact) != answer.as_ref() {
                changes.push((fact, answer));
            }
        }
        let then = picture.with(&changes);
        changes.extend(contradicted(&then, &changes));
        changes
    }

    /// What must be said of each fact; an empty text takes back what was said.
    fn wanted(self, picture: &Picture) -> Vec<(&'static str, String)> {
        let now = |name: &str| said(picture, name).unwrap_or_default();
        let in_care = now("child_looked_after_now") == "yes";
        let order = now("order_type");
        let left_by_order = ORDERS.contains(&now("left_care_through").as_str());
        let mut wanted = vec![("child_looked_after_now", if self == Way::Foster { "yes" } else { "no" }.to_owned())];
        if in_care && self != Way::Foster {
            wanted.push(("looked_after_ever", "yes".to_owned()));
        }
        match self {
            Way::Arrangements | Way::Guardian => {
                let code = self.code().to_owned();
                wanted.extend([("order_ended", "no".to_owned()), ("order_is_interim", "no".to_owned())]);
                wanted.push(("order_type", code.clone()));
                if !ORDERS.contains(&order.as_str()) {
                    wanted.push(("order_date", picture.day.date.to_string()));
                }
                if in_care {
                    wanted.push(("child_looked_after_immediately_before_order", "yes".to_owned()));
                }
                if in_care || left_by_order {
                    wanted.push(("left_care_through", code));
                }
            }
            Way::NoOrder | Way::Private | Way::Foster => {
                let stays = match self {
                    Way::Foster => ["care_order", "interim_care_order"].contains(&order.as_str()),
                    _ => order == "supervision",
                };
                if !stays {
                    wanted.extend([("order_type", "none".to_owned()), ("order_date", String::new())]);
                    wanted.push(("child_looked_after_immediately_before_order", String::new()));
                }
                if left_by_order || self == Way::Foster {
                    wanted.push(("left_care_through", String::new()));
                }
                if self == Way::Private {
                    wanted.push(("council_involvement_at_start", "none".to_owned()));
                    if is_short(&picture.case, picture) {
                        wanted.push(("intended_days", "28".to_owned()));
                    }
                }
                if self == Way::Foster {
                    wanted.push(("carer_approval", "reg27_full".to_owned()));
                }
            }
        }
        wanted
    }
}

/// Whether nothing says yet that the child stays for the 28 days of private fostering.
fn is_short(case: &Case, picture: &Picture) -> bool {
    let facts = &picture.day.law.facts;
    let least = 28_000;
    ["days_with_carer", "intended_days"].iter().filter_map(|name| facts.find(name)).all(|fact| {
        let days = picture.day.value(&picture.findings, case, fact);
        !matches!(days, Some(Value::Amount(days)) if days >= least)
    })
}

/// The value of a fact as files write it.
fn said(picture: &Picture, name: &str) -> Option<String> {
    let fact = picture.day.law.facts.find(name)?;
    let value = picture.day.value(&picture.findings, &picture.case, fact)?;
    Some(picture.day.law.facts[fact].kind.write(&value))
}

/// Answers that cannot be so any more, such as the kind of care home of a child who is no longer in care.
fn contradicted(then: &Picture, changes: &[Change]) -> Vec<Change> {
    let facts = &then.day.law.facts;
    let clashing = then.day.clashes(&then.case).into_iter().filter_map(|clash| facts.find(&clash.fact));
    clashing.filter(|fact| !changes.iter().any(|(changed, _)| changed == fact)).map(|fact| (fact, None)).collect()
}
