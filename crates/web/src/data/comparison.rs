//! The same made-up family across all councils: as data, and as a page with pictures.

use crate::App;
use crate::find::Band;
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

/// What is asked for: the name of a story.
#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    family: String,
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

/// A part of a bar.
struct Bar {
    key: &'static str,
    words: &'static str,
    count: usize,
    /// Where it begins and how wide it is, in hundredths of the bar.
    from: String,
    wide: String,
}

struct RegionView {
    name: &'static str,
    rows: Vec<CouncilView>,
    total: usize,
    unknown: usize,
    bars: Vec<Bar>,
}

struct CouncilView {
    slug: String,
    name: String,
    cells: Vec<(String, CellView)>,
}

/// What a cell says: a mark with words, or that nothing is listed.
struct CellView {
    band: Option<&'static str>,
    words: &'static str,
}

/// The parts a bar can have, in order: key of the colour and words.
const PARTS: [(&str, &str); 7] = [
    ("right", "yes"),
    ("may", "may"),
    ("depends", "look first"),
    ("unclear", "page does not say"),
    ("no", "no"),
    ("none", "nothing listed"),
    ("unknown", "not known"),
];

fn part_of(tally: &Tally) -> usize {
    let best = tally.best();
    best.and_then(|best| STRENGTH.iter().position(|known| *known == best)).unwrap_or(5)
}

fn bars(counts: [usize; 7]) -> Vec<Bar> {
    let total = counts.iter().sum::<usize>().max(1) as f64;
    let mut from = 0.0;
    let mut list = Vec::new();
    for ((key, words), count) in PARTS.into_iter().zip(counts).filter(|(_, count)| *count > 0) {
        let wide = count as f64 * 100.0 / total;
        list.push(Bar { key, words, count, from: format!("{from:.2}"), wide: format!("{wide:.2}") });
        from += wide;
    }
    list
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
            true => {
                stories.first().map_or_else(|| Fault::not_found().into_response(), |story| shown(&app, search, story))
            }
            false => Fault::not_found().into_response(),
        };
    };
    shown(&app, search, story)
}

fn shown(app: &App, search: &Search, story: &Story) -> Response {
    let Some((scene, day)) = story.scenes.first().and_then(|scene| Some((scene, app.day_on(scene.case.day)?))) else {
        return Fault::not_found().into_response();
    };
    let mut compared = compare(search, &day, &scene.case);
    // One made up to practise with is no council of the register.
    compared.retain(|one| council_of(app, one).is_some());
    let needs = search.needs().iter().enumerate().map(|(place, need)| {
        let mut counts = [0; 7];
        compared.iter().filter_map(|one| one.needs.get(place)).for_each(|tally| counts[part_of(tally)] += 1);
        NeedView { name: need.name.clone(), bars: bars(counts) }
    });
    let total = app.places().councils().len();
    let chosen = |one: &Story| (one.id.clone(), one.title.clone(), one.id == story.id);
    page::ok(&ComparePage {
        shell: Shell::new("One family, every council", Part::Councils),
        stories: app.law().stories.iter().map(chosen).collect(),
        id: show::part(&story.id).into_owned(),
        title: story.title.clone(),
        day: show::date(day.date),
        held: compared.len(),
        total,
        has_examples: compared.iter().any(|one| one.offer.head.example),
        needs: needs.collect(),
        regions: Region::ALL.iter().map(|region| region_view(app, search, *region, &compared)).collect(),
        twin_note: story.scenes.len() > 1,
    })
}

fn region_view(app: &App, search: &Search, region: Region, compared: &[Compared]) -> RegionView {
    let total = app.places().councils().iter().filter(|council| council.region == region).count();
    let mut counts = [0; 7];
    let mut rows = Vec::new();
    for one in compared {
        let Some(council) = council_of(app, one).filter(|council| council.region == region) else { continue };
        let best = one.needs.iter().map(part_of).min().unwrap_or(5);
        counts[best] += 1;
        let cells = search.needs().iter().zip(&one.needs).map(|(need, tally)| (need.name.clone(), cell(tally)));
        rows.push(CouncilView { slug: council.slug.clone(), name: council.name.clone(), cells: cells.collect() });
    }
    let unknown = total - rows.len();
    counts[6] = unknown;
    RegionView { name: region.as_str(), total, unknown, bars: bars(counts), rows }
}

fn cell(tally: &Tally) -> CellView {
    let band = |band: Band| Some(band.key());
    match tally.best() {
        Some(Outcome::Right) => CellView { band: band(Band::Right), words: "Yes" },
        Some(Outcome::May) => CellView { band: band(Band::May), words: "May" },
        Some(Outcome::Depends) => CellView { band: band(Band::Depends), words: "Look first" },
        Some(Outcome::UnknownRule) => CellView { band: band(Band::Unclear), words: "Not said" },
        Some(Outcome::No) => CellView { band: band(Band::No), words: "No" },
        None => CellView { band: None, words: "Nothing listed" },
    }
}
