//! The same made-up family across all councils: as data, and as a page with pictures.

use super::bars::{Bar, bars};
use crate::App;
use crate::find::Band;
use crate::language::{Said, say};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use law::Outcome;
use law::story::Story;
use offer::comparison::{Compared, STRENGTH, Tally, compare};
use offer::place::{Council, Region};
use offer::search::Search;
use serde::Deserialize;

offer::records! {
    /// What a council's offer says to a made-up family about one need.
    CompareRow {
        /// The name of the story; not there for a council whose offer is not held.
        story: Option<String>,
        /// The day the family asks about.
        on: Option<jiff::civil::Date>,
        /// The council's name in addresses.
        council: String,
        /// Its code in national statistics.
        code: String,
        /// Its name.
        name: String,
        /// The region.
        region: String,
        /// held, or not known: an offer that is not held may still be published.
        offer: &'static str,
        /// Whether the offer held is an example made from public pages.
        example: Option<bool>,
        /// The need; its name in the taxonomy of needs.
        need: Option<String>,
        /// The best answer of what is listed for the need: right, may, depends, unknown_rule, no, or nothing listed; and not known where no offer is held.
        answer: &'static str,
        /// How many services and payments say right.
        right: Option<usize>,
        /// How many say may.
        may: Option<usize>,
        /// How many depend.
        depends: Option<usize>,
        /// How many do not say.
        unknown_rule: Option<usize>,
        /// How many say no.
        no: Option<usize>,
    }
}

/// Every made-up family against every offer held, and a row for each council whose offer is not.
pub(super) fn rows(app: &App, search: &Search) -> Vec<CompareRow> {
    let mut rows = Vec::new();
    for story in &app.law().stories {
        let Some((scene, day)) = story.scenes.first().and_then(|scene| Some((scene, app.day_on(scene.case.day)?)))
        else {
            continue;
        };
        for one in compare(search, &day, &scene.case) {
            let Some(council) = council_of(app, &one) else { continue };
            for (need, tally) in search.needs().iter().zip(&one.needs) {
                let count = |outcome| Some(tally.of(outcome)).filter(|count| *count > 0);
                rows.push(CompareRow {
                    story: Some(story.id.clone()),
                    on: Some(day.date),
                    offer: "held",
                    example: Some(one.offer.head.example),
                    need: Some(need.id.clone()),
                    answer: tally.best().map_or("nothing listed", Outcome::word),
                    right: count(Outcome::Right),
                    may: count(Outcome::May),
                    depends: count(Outcome::Depends),
                    unknown_rule: count(Outcome::UnknownRule),
                    no: count(Outcome::No),
                    ..unknown(council)
                });
            }
        }
    }
    let held = |council: &&Council| search.offers().by_council(council.code).is_some_and(offer::Offer::is_public);
    rows.extend(app.places().councils().iter().filter(|council| !held(council)).map(unknown));
    rows
}

/// A council of which nothing is known here.
fn unknown(council: &Council) -> CompareRow {
    CompareRow {
        story: None,
        on: None,
        council: council.slug.clone(),
        code: council.code.to_string(),
        name: council.name.clone(),
        region: council.region.as_str().to_owned(),
        offer: "not known",
        example: None,
        need: None,
        answer: "not known",
        right: None,
        may: None,
        depends: None,
        unknown_rule: None,
        no: None,
    }
}

fn council_of<'a>(app: &'a App, one: &Compared) -> Option<&'a Council> {
    app.places().council(&one.offer.authority()?)
}

/// What is asked for: the name of a story, and the region whose councils are listed.
#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    family: String,
    #[serde(default)]
    region: String,
}

#[derive(Template)]
#[template(path = "data/compare.html")]
struct ComparePage {
    shell: Shell,
    stories: Vec<(String, String, bool)>,
    id: String,
    title: String,
    day: String,
    held: usize,
    total: usize,
    has_examples: bool,
    needs: Vec<NeedView>,
    regions: Vec<RegionView>,
    twin_note: bool,
}

/// One need: how many of the councils held say what.
struct NeedView {
    name: String,
    bars: Vec<Bar>,
}

struct RegionView {
    name: &'static str,
    id: String,
    /// Whether its councils are listed here; else they are a page of their own.
    is_open: bool,
    rows: Vec<CouncilView>,
    held: usize,
    total: usize,
    unknown: usize,
    bars: Vec<Bar>,
}

struct CouncilView {
    slug: String,
    name: String,
    /// Each answer with the needs that have it.
    groups: Vec<Group>,
}

/// An answer, as a mark with words or that nothing is listed, and the needs that have it.
struct Group {
    band: Option<&'static str>,
    words: Said,
    needs: String,
}

/// With more offers held than this, the councils of one region at a time are listed, so that the page stays light.
pub(super) const MOST_LISTED: usize = 12;

/// The parts a bar can have, in order: key of the colour and of the words.
const PARTS: [(&str, &str); 7] = [
    ("right", "compare-bar-yes"),
    ("may", "compare-bar-may"),
    ("depends", "compare-bar-look"),
    ("unclear", "compare-bar-unclear"),
    ("no", "compare-bar-no"),
    ("none", "compare-bar-none"),
    ("unknown", "compare-bar-unknown"),
];

/// How the same parts are called of one council.
const OF_ONE: [(Option<Band>, &str); 6] = [
    (Some(Band::Right), "compare-yes"),
    (Some(Band::May), "compare-may"),
    (Some(Band::Depends), "compare-look"),
    (Some(Band::Unclear), "compare-not-said"),
    (Some(Band::No), "compare-no"),
    (None, "compare-nothing"),
];

fn part_of(tally: &Tally) -> usize {
    let best = tally.best();
    best.and_then(|best| STRENGTH.iter().position(|known| *known == best)).unwrap_or(5)
}

/// The family that is shown where none is asked for.
const FIRST: &str = "gran-informal";

/// `/compare`
pub(super) async fn show(State(app): State<App>, Query(asked): Query<Asked>) -> Response {
    let published = app.published();
    let search = published.search().await;
    let stories = &app.law().stories;
    let wanted = if asked.family.is_empty() { FIRST } else { &asked.family };
    let Some(story) = stories.iter().find(|story| story.id == wanted) else {
        return match asked.family.is_empty() {
            true => (stories.first())
                .map_or_else(|| Fault::not_found().into_response(), |story| shown(&app, search, story, &asked.region)),
            false => Fault::not_found().into_response(),
        };
    };
    shown(&app, search, story, &asked.region)
}

fn shown(app: &App, search: &Search, story: &Story, wanted: &str) -> Response {
    let Some((scene, day)) = story.scenes.first().and_then(|scene| Some((scene, app.day_on(scene.case.day)?))) else {
        return Fault::not_found().into_response();
    };
    let mut compared = compare(search, &day, &scene.case);
    // One made up to practise with is no council of the register.
    compared.retain(|one| council_of(app, one).is_some());
    let needs = search.needs().iter().enumerate().map(|(place, need)| {
        let mut counts = [0; 7];
        compared.iter().filter_map(|one| one.needs.get(place)).for_each(|tally| counts[part_of(tally)] += 1);
        NeedView { name: need.name.clone(), bars: bars(PARTS, counts) }
    });
    let total = app.places().councils().len();
    let chosen = |one: &Story| (one.id.clone(), one.title.clone(), one.id == story.id);
    page::ok(&ComparePage {
        shell: Shell::said(&say("compare-family-title"), Part::Councils),
        stories: app.law().stories.iter().map(chosen).collect(),
        id: show::part(&story.id).into_owned(),
        title: story.title.clone(),
        day: show::date(day.date),
        held: compared.len(),
        total,
        has_examples: compared.iter().any(|one| one.offer.head.example),
        needs: needs.collect(),
        regions: Region::ALL.iter().map(|region| region_view(app, search, *region, &compared, wanted)).collect(),
        twin_note: story.scenes.len() > 1,
    })
}

fn region_view(app: &App, search: &Search, region: Region, compared: &[Compared], wanted: &str) -> RegionView {
    let total = app.places().councils().iter().filter(|council| council.region == region).count();
    let id = region_id(region);
    let is_open = compared.len() <= MOST_LISTED || id == wanted;
    let mut counts = [0; 7];
    let (mut rows, mut held) = (Vec::new(), 0);
    for one in compared {
        let Some(council) = council_of(app, one).filter(|council| council.region == region) else { continue };
        held += 1;
        counts[one.needs.iter().map(part_of).min().unwrap_or(5)] += 1;
        if is_open {
            let groups = groups(search, one);
            rows.push(CouncilView { slug: council.slug.clone(), name: council.name.clone(), groups });
        }
    }
    counts[6] = total - held;
    let (name, unknown) = (region.as_str(), total - held);
    RegionView { name, id, is_open, rows, held, total, unknown, bars: bars(PARTS, counts) }
}

/// A region's name in addresses.
pub(super) fn region_id(region: Region) -> String {
    region.as_str().to_lowercase().replace(' ', "-")
}

/// The answers of one offer, the best first, each with its needs.
fn groups(search: &Search, one: &Compared) -> Vec<Group> {
    let of = |(part, (band, words)): (usize, (Option<Band>, &'static str))| {
        let needs = search.needs().iter().zip(&one.needs).filter(|(_, tally)| part_of(tally) == part);
        let needs: Vec<&str> = needs.map(|(need, _)| need.name.as_str()).collect();
        let group = || Group { band: band.map(Band::key), words: say(words), needs: needs.join(", ") };
        (!needs.is_empty()).then(group)
    };
    OF_ONE.into_iter().enumerate().filter_map(of).collect()
}
