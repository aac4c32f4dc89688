//! What an edition changed, told for families: by the topics they choose, and for whom it is.

use crate::App;
use crate::find::Picture;
use crate::keeper::Keeper;
use crate::language::{say, say_with};
use crate::publish::change_views;
use crate::published::Published;
use crate::services::arrangements;
use law::Case;
use law::Outcome;
use law::value::{Answer, Value};
use offer::publish::{Desk, Edition};
use offer::search::{Search, Thing};
use offer::{Difference, Offer, Offers, What, differences};
use outreach::update::{Change, Happening, Topic};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How much of what a key says is told.
const MOST_KEYS: usize = 4;
/// The longest value that is told whole, in letters.
const LONGEST: usize = 200;
/// The kinds of record that families hear of.
const KINDS: [&str; 4] = ["service", "payment", "contact", "organisation"];
/// Keys that change when somebody has looked again, or that only keep the files in order.
const SILENT: [&str; 9] = ["source", "checked", "answers", "support", "law", "tie", "basis", "note", "remark"];

/// One offer, or none, with what finds help in it.
struct Side(Published);

impl Side {
    async fn of(app: &App, offer: Option<Arc<Offer>>) -> Side {
        let mut offers = Offers::default();
        if let Some(offer) = offer {
            offers.put(offer);
        }
        Side(app.published().with(Arc::new(offers)))
    }

    /// What a difference is of, and the groups of needs it belongs to, as bits.
    fn thing<'a>(search: &'a Search, one: &Difference) -> Option<(Thing<'a>, u32)> {
        let name = one.record.id.as_str();
        search.listings().iter().find_map(|listing| {
            let thing = search.thing(listing)?;
            let is_it = match (one.record.kind.as_str(), &thing) {
                ("service", Thing::Service(_, known)) => known.id.as_str() == name,
                ("payment", Thing::Payment(_, known)) => known.id.as_str() == name,
                ("contact", Thing::Contact(_, known)) => known.id.as_str() == name,
                ("organisation", Thing::Organisation(_, known)) => known.id.as_str() == name,
                _ => false,
            };
            is_it.then_some((thing, listing.needs))
        })
    }
}

/// What an edition changed that families may want to hear of.
pub(super) async fn of_edition(app: &App, keeper: &Keeper, slug: &str, desk: &Desk, edition: &Edition) -> Vec<Change> {
    let earlier = edition.number.checked_sub(1).and_then(|number| desk.edition(number));
    let (old, new) = (earlier.map(Edition::records).unwrap_or_default(), edition.records());
    let before = Side::of(app, earlier.map(|edition| keeper.offer(edition, app.law()))).await;
    let after = Side::of(app, Some(keeper.offer(edition, app.law()))).await;
    let (search_before, search_after) = (before.0.search().await, after.0.search().await);
    let families = families(app);
    let mut told = Vec::new();
    for one in differences(&old, &new) {
        if !KINDS.contains(&one.record.kind.as_str()) || is_silent(&one) {
            continue;
        }
        let was = Side::thing(search_before, &one);
        let is = Side::thing(search_after, &one);
        let bits = is.or(was).map_or(0, |(_, bits)| bits) | was.map_or(0, |(_, bits)| bits);
        let needs = search_after.needs().iter().enumerate();
        let topics = needs.filter(|(place, _)| bits & (1 << place) != 0);
        let topics: BTreeSet<Topic> = topics.filter_map(|(_, need)| need.id.parse().ok()).collect();
        let not_for =
            families.iter().filter(|(_, picture)| is_not_for(picture, was.map(|was| was.0), is.map(|is| is.0)));
        told.push(Change {
            not_for: not_for.map(|(code, _)| code.clone()).collect(),
            what: happening(&one),
            topics,
            for_whom: for_whom(is.or(was).map(|(thing, _)| thing)),
            link: format!("{}/council/{slug}", app.address()),
            title: one.title.clone(),
            told: sentences(app, is.map(|(thing, _)| thing), one),
        });
    }
    told
}

/// Whether nothing changed but what keeps the offer in order.
fn is_silent(one: &Difference) -> bool {
    matches!(&one.what, What::Changed(keys) if keys.iter().all(|key| SILENT.contains(&key.key.as_str())))
}

fn happening(one: &Difference) -> Happening {
    match one.what {
        What::Added => Happening::New,
        What::Changed(_) => Happening::Changed,
        What::Removed => Happening::Ended,
    }
}

/// A family of each arrangement of which nothing else is known.
fn families(app: &App) -> Vec<(String, Picture)> {
    let facts = &app.law().facts;
    let Some(id) = facts.find("arrangement") else { return Vec::new() };
    let day = app.today();
    let each = arrangements(app).filter_map(|(code, _)| {
        let value: Value = facts[id].kind.parse(&code).ok()?;
        let mut case = Case::on(day.date);
        case.set(id, Answer::Is(value));
        Some((code, Picture::of(day.clone(), case)))
    });
    each.collect()
}

/// Whether something is certainly not for a family, neither as it was nor as it is. Unknown is not no.
fn is_not_for(picture: &Picture, was: Option<Thing>, is: Option<Thing>) -> bool {
    let no =
        |thing: Thing| thing.eligibility().is_some_and(|known| known.answer(&picture.family()).outcome == Outcome::No);
    [was, is].into_iter().flatten().all(no) && (was.is_some() || is.is_some())
}

fn for_whom(thing: Option<Thing>) -> Vec<String> {
    let published = thing.and_then(|thing| thing.eligibility()).and_then(|known| known.published.value());
    published.map(|list| list.iter().map(|one| one.words.clone()).collect()).unwrap_or_default()
}

/// What is new about it: of what is new, what it is; of what changed, what it said and says.
fn sentences(app: &App, thing: Option<Thing>, one: Difference) -> Vec<String> {
    if matches!(one.what, What::Removed) {
        return Vec::new();
    }
    if matches!(one.what, What::Added) {
        return thing.map(|thing| thing.summary().to_string()).filter(|words| !words.is_empty()).into_iter().collect();
    }
    let mut told = Vec::new();
    let one = match one.what {
        What::Changed(keys) => {
            let keys = keys.into_iter().filter(|key| !key.key.is_empty() && !SILENT.contains(&key.key.as_str()));
            Difference { what: What::Changed(keys.collect()), ..one }
        }
        _ => one,
    };
    for view in change_views(app, vec![one]) {
        let count = view.keys.len();
        for key in view.keys.into_iter().take(MOST_KEYS) {
            let says = says(&key.before, &key.after);
            let pieces = [("what", key.label.as_str().into()), ("says", says.as_str().into())];
            told.push(say_with("sent-told", pieces).english().to_owned());
        }
        if count > MOST_KEYS || count == 0 {
            told.push(say("sent-told-more").english().to_owned());
        }
    }
    told
}

fn says(before: &[String], after: &[String]) -> String {
    let whole = |values: &[String]| values.join("; ").chars().take(LONGEST).collect::<String>();
    match (before.is_empty(), after.is_empty()) {
        (true, _) => whole(after),
        (_, true) => {
            let pieces = [("before", whole(before).as_str().into())];
            say_with("sent-told-no-longer", pieces).english().to_owned()
        }
        _ => {
            let pieces = [("after", whole(after).as_str().into()), ("before", whole(before).as_str().into())];
            say_with("sent-told-now", pieces).english().to_owned()
        }
    }
}
