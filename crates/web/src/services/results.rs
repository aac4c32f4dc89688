//! What a search comes to, in the order of the page: what fits, what may fit, what does not, and always a way on.

use super::ask::{self, Ask};
use super::family::Family;
use super::hit::HitView;
use super::near::{self, Map};
use super::words::asked_said;
use crate::App;
use crate::language::{Said, say, say_with};
use offer::search::{Fit, Found, Hit, Search, Wanted};

/// How many of a group are read further; the rest are counted.
const MOST: usize = 40;
/// How many stand open.
const OPEN: usize = 5;
/// At least so many miles are drawn.
const LEAST_DRAWN: u8 = 10;
/// How many national supports are shown where nothing was found.
const WAY_ON: usize = 5;

/// One group of what was found.
#[derive(Clone, Default)]
pub(super) struct Group {
    /// What fits everything asked for.
    pub fits: Vec<HitView>,
    /// What nothing speaks against, but something asked for is not stated.
    pub may_fit: Vec<HitView>,
    /// What does not fit.
    pub other: Vec<HitView>,
    /// How many more fit or may fit.
    pub more: usize,
    /// How many more do not.
    pub other_more: usize,
}

/// What a search comes to.
pub(super) struct Results {
    /// From councils.
    pub local: Group,
    /// What would be found without one of the things asked for, where nothing fits them all.
    pub misses: Vec<Miss>,
    /// Services of other councils near by.
    pub border: Vec<HitView>,
    /// The places found, as a picture.
    pub map: Option<Map>,
    /// From national law.
    pub national: Group,
    /// How words were read.
    pub readings: Vec<(String, String)>,
    /// Words that nothing is known by.
    pub dropped: Vec<String>,
    /// Where nothing is known by any of the words: national help to begin with.
    pub way_on: Vec<HitView>,
    /// The sentence that says what was found.
    pub said: Said,
}

/// What would be found without something that was asked for.
pub(super) struct Miss {
    /// The name of it in the form.
    pub field: &'static str,
    /// What is left out, and what would be found, in words.
    pub words: Said,
}

/// What to leave out so that something is found; where no one thing is in the way, everything.
fn misses(wanted: &Wanted, hits: &[&Hit]) -> Vec<Miss> {
    let miss = |field: &'static str, what: Said, less: &Wanted| {
        let count = hits.iter().filter(|hit| !matches!(less.fit(hit.listing), Fit::No(_))).count();
        let words = || say_with("services-without-one", [("what", what.into()), ("many", count.into())]);
        (count > 0).then(|| Miss { field, words: words() })
    };
    let mut list: Vec<Miss> =
        wanted.asked().filter_map(|one| miss(ask::field(one), asked_said(one), &wanted.without(one))).collect();
    if list.is_empty() {
        list.extend(miss(ask::ALL, say("services-without-all"), &Wanted::default()));
    }
    list
}

impl Group {
    pub(super) fn is_empty(&self) -> bool {
        self.fits.is_empty() && self.may_fit.is_empty()
    }

    /// What fits: what stands open, and what is folded away.
    pub(super) fn fits(&self) -> (&[HitView], &[HitView]) {
        split(&self.fits)
    }

    /// What may fit: what stands open, and what is folded away.
    pub(super) fn may_fit(&self) -> (&[HitView], &[HitView]) {
        split(&self.may_fit)
    }

    fn of(app: &App, search: &Search, family: &Family, ask: &Ask, hits: &[&Hit]) -> Group {
        let is_other = |hit: &&&Hit| matches!(ask.wanted.fit(hit.listing), Fit::No(_));
        let (other, fitting): (Vec<&Hit>, Vec<&Hit>) = hits.iter().partition(is_other);
        let more = |list: &[&Hit]| list.len().saturating_sub(MOST);
        let mut group = Group { more: more(&fitting), other_more: more(&other), ..Group::default() };
        for hit in fitting.into_iter().take(MOST).chain(other.into_iter().take(MOST)) {
            let Some(thing) = search.thing(hit.listing) else { continue };
            let mut view = HitView::of(app, family, ask, hit.listing, &thing);
            match ask.wanted.fit(hit.listing) {
                Fit::Yes => group.fits.push(view),
                silent @ Fit::NotStated(_) => {
                    view.note_silence(silent);
                    group.may_fit.push(view);
                }
                Fit::No(list) => {
                    view.not = list.into_iter().map(asked_said).collect();
                    group.other.push(view);
                }
            }
        }
        // What is for the family first; within that the order of the search stays.
        group.fits.sort_by_key(HitView::rank);
        group.may_fit.sort_by_key(HitView::rank);
        group
    }
}

fn split(list: &[HitView]) -> (&[HitView], &[HitView]) {
    list.split_at(if list.len() > OPEN + 1 { OPEN } else { list.len() })
}

impl Results {
    pub(super) fn of(app: &App, search: &Search, family: &Family, ask: &Ask) -> Results {
        let Found { mut hits, readings, dropped, is_understood } =
            search.find(&ask.look, ask.council.map(|one| one.code));
        if !ask.look.is_empty() && !is_understood {
            hits.clear();
        }
        if let Some(from) = ask.near {
            // What is near counts a little more; half as much again next door.
            let nearness = |hit: &Hit| hit.listing.spot.map_or(0.0, |to| 1.0 / (1.0 + from.miles_to(to).0 / 5.0));
            hits.iter_mut().for_each(|hit| hit.score *= 1.0 + nearness(hit) / 2.0);
            hits.sort_by(|a, b| b.score.total_cmp(&a.score));
        }
        let (ours, national): (Vec<&Hit>, Vec<&Hit>) = hits.iter().partition(|hit| hit.listing.council.is_some());
        let group = |hits: &[&Hit]| Group::of(app, search, family, ask, hits);
        let (mut local, national) = (group(&ours), group(&national));
        let misses = if local.is_empty() { misses(&ask.wanted, &ours) } else { Vec::new() };
        let mut border = near::over_the_border(app, search, family, ask);
        let shown = local.fits.iter_mut().chain(&mut local.may_fit).chain(&mut border);
        let map = ask.near.and_then(|from| near::map(from, ask.within.max(LEAST_DRAWN), shown));
        let first = search.national().take(WAY_ON).filter_map(|listing| Some((listing, search.thing(listing)?)));
        let way_on = match local.is_empty() && national.is_empty() {
            true => first.map(|(listing, thing)| HitView::of(app, family, ask, listing, &thing)).collect(),
            false => Vec::new(),
        };
        let count = |group: &Group| group.fits.len() + group.may_fit.len() + group.more;
        let many = [("local", count(&local).into()), ("national", count(&national).into())];
        let said = match (count(&local), count(&national)) {
            (0, 0) => say("services-found-nothing"),
            (0, _) => say_with("services-found-national", many),
            (_, 0) => say_with("services-found-local", many),
            _ => say_with("services-found-both", many),
        };
        let readings = readings.into_iter().map(|reading| (reading.typed, reading.read)).collect();
        Results { local, misses, border, map, national, readings, dropped, way_on, said }
    }
}
