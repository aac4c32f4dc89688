//! What lies around a postcode: services of other councils over the border, and a picture of the places found.

use super::ask::Ask;
use super::family::Family;
use super::hit::HitView;
use crate::App;
use crate::language::{Said, say, say_with};
use offer::place::Spot;
use offer::search::{Fit, Kind, Search};

/// How many services of other councils are shown.
const MOST: usize = 10;

/// Services of other councils within the distance chosen, the best fit first.
pub(super) fn over_the_border(app: &App, search: &Search, family: &Family, ask: &Ask) -> Vec<HitView> {
    let (Some(from), Some(council)) = (ask.near, ask.council) else { return Vec::new() };
    let found = search.find(&ask.look, None);
    if !ask.look.is_empty() && !found.is_understood {
        return Vec::new();
    }
    let others = found.hits.into_iter().map(|hit| hit.listing).filter(|listing| {
        let is_other = listing.council.is_some_and(|code| code != council.code);
        let is_near = listing.spot.is_some_and(|to| from.miles_to(to).0 <= f32::from(ask.within));
        is_other && is_near && matches!(listing.kind, Kind::Service { .. })
    });
    let fitting = others.filter(|listing| !matches!(ask.wanted.fit(listing), Fit::No(_)));
    let views = fitting.take(MOST).filter_map(|listing| {
        let mut view = HitView::of(app, family, ask, listing, &search.thing(listing)?);
        view.note_silence(ask.wanted.fit(listing));
        Some(view)
    });
    views.collect()
}

/// The picture is so many units wide and high.
const WIDE: f32 = 640.0;
const HIGH: f32 = 400.0;
const EDGE: f32 = 44.0;
/// The least that the picture spans, in miles: within a postcode's middle, places are not told apart.
const LEAST: f32 = 1.0;

/// Places around a postcode, north up.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Map {
    /// Where the postcode is.
    pub home: (f32, f32),
    pub points: Vec<Point>,
    /// The length of the scale bar, and the miles it stands for.
    pub scale: (f32, Said),
    pub alt: Said,
}

/// One place, and the numbers of what is found there.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Point {
    pub x: f32,
    pub y: f32,
    pub numbers: String,
}

impl Point {
    /// Whether its numbers stand before it, because behind it there is no room.
    pub(super) fn is_far_right(&self) -> bool {
        self.x > WIDE - 3.0 * EDGE
    }
}

/// Draws what has a place within so many miles, and numbers it; nothing where there are fewer than two places.
pub(super) fn map<'a>(from: Spot, within: u8, views: impl Iterator<Item = &'a mut HitView>) -> Option<Map> {
    let is_near = |view: &&mut HitView| view.spot.is_some_and(|to| from.miles_to(to).0 <= f32::from(within));
    let near: Vec<&mut HitView> = views.filter(is_near).collect();
    let mut places: Vec<(Spot, Vec<usize>)> = Vec::new();
    for (place, spot) in near.iter().enumerate().filter_map(|(place, view)| Some((place, view.spot?))) {
        match places.iter_mut().find(|(known, _)| *known == spot) {
            Some((_, numbers)) => numbers.push(place + 1),
            None => places.push((spot, vec![place + 1])),
        }
    }
    if places.len() < 2 {
        return None;
    }
    let count = near.len();
    near.into_iter().enumerate().for_each(|(place, view)| view.number = Some(place + 1));
    // Miles east and north of the postcode; over so short a way the earth is flat.
    let miles = |to: Spot| {
        let mile = 69.09;
        let east = (to.longitude - from.longitude) * from.latitude.to_radians().cos() * mile;
        (east, (to.latitude - from.latitude) * mile)
    };
    let spread: Vec<(f32, f32)> = places.iter().map(|(spot, _)| miles(*spot)).chain([(0.0, 0.0)]).collect();
    let span = |axis: fn(&(f32, f32)) -> f32| {
        let (least, most) = spread.iter().map(axis).fold((0.0_f32, 0.0_f32), |(a, b), one| (a.min(one), b.max(one)));
        ((least + most) / 2.0, (most - least).max(LEAST))
    };
    let ((middle_east, width), (middle_north, height)) = (span(|one| one.0), span(|one| one.1));
    let mile = ((WIDE - 2.0 * EDGE) / width).min((HIGH - 2.0 * EDGE) / height);
    let at = |(east, north): (f32, f32)| {
        ((WIDE / 2.0 + (east - middle_east) * mile).round(), (HIGH / 2.0 - (north - middle_north) * mile).round())
    };
    let points = places.iter().map(|(spot, numbers)| {
        let (x, y) = at(miles(*spot));
        let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        Point { x, y, numbers: numbers.join(", ") }
    });
    let bar = [20_u8, 10, 5, 2, 1].into_iter().find(|miles| f32::from(*miles) * mile <= WIDE / 2.5);
    let scale = match bar {
        Some(miles) => {
            (f32::from(miles) * mile, say_with("services-map-miles", [("miles", usize::from(miles).into())]))
        }
        None => (mile / 2.0, say("services-map-half")),
    };
    Some(Map {
        home: at((0.0, 0.0)),
        points: points.collect(),
        scale: (scale.0.round(), scale.1),
        alt: say_with("services-map", [("many", count.into())]),
    })
}

#[cfg(test)]
mod tests {
    use super::{Map, map};
    use crate::services::hit::HitView;
    use offer::place::Spot;

    const HOME: Spot = Spot { latitude: 54.96, longitude: -1.6 };

    fn draw(places: &[(f32, f32)]) -> (Option<Map>, Vec<Option<usize>>) {
        let spot = |(north, east): &(f32, f32)| Spot { latitude: 54.96 + north, longitude: -1.6 + east };
        let mut views: Vec<HitView> =
            places.iter().map(|place| HitView { spot: Some(spot(place)), ..HitView::default() }).collect();
        views.push(HitView::default());
        let map = map(HOME, 10, views.iter_mut());
        (map, views.iter().map(|view| view.number).collect())
    }

    #[test]
    fn two_places_make_a_picture_and_one_does_not() {
        assert_eq!(draw(&[]).0, None);
        assert_eq!(draw(&[(0.01, 0.0), (0.01, 0.0)]), (None, vec![None; 3]), "the same place twice is one place");
        assert_eq!(draw(&[(0.01, 0.0), (1.0, 0.0)]).0, None, "what is far away is not drawn");
    }

    #[test]
    fn north_is_up_and_numbers_match_the_list() {
        let (map, numbers) = draw(&[(0.05, 0.0), (0.0, 0.05), (0.05, 0.0)]);
        let map = map.unwrap();
        assert_eq!(numbers, [Some(1), Some(2), Some(3), None]);
        let [north, east] = &map.points[..] else { panic!("{map:?}") };
        assert_eq!((north.numbers.as_str(), east.numbers.as_str()), ("1, 3", "2"));
        assert!(north.y < map.home.1 && north.x == map.home.0 && east.x > map.home.0 && east.y == map.home.1);
        // 3.45 miles north take the whole height between the edges.
        assert!((map.home.1 - north.y - 312.0).abs() <= 1.0, "{map:?}");
        assert_eq!((map.scale.0, map.scale.1.english()), (181.0, "2 miles"));
        assert!(map.alt.english().starts_with("3 numbered things"));
    }
}
