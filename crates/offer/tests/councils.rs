//! The register of councils as shipped: whole, consistent, and open to names from memory.

use std::collections::BTreeSet;

use offer::place::{CouncilCode, CouncilKind, NmaRegion, Places, Region};

fn places() -> &'static Places {
    Places::embedded()
}

#[test]
fn there_are_153_councils() {
    let councils = places().councils();
    assert_eq!(councils.len(), 153);
    let of = |kind| councils.iter().filter(|council| council.kind == kind).count();
    let counts = [CouncilKind::County, CouncilKind::Unitary, CouncilKind::Metropolitan, CouncilKind::London].map(of);
    assert_eq!(counts, [21, 63, 36, 33]);
    assert_eq!(councils.iter().map(|c| &c.slug).collect::<BTreeSet<_>>().len(), 153);
    assert_eq!(councils.iter().map(|c| c.code).collect::<BTreeSet<_>>().len(), 153);
    for council in councils {
        assert_eq!(places().by_slug(&council.slug), Some(council));
        assert_eq!(places().council(&council.code), Some(council));
        assert_eq!(places().by_name_guess(&council.name).first(), Some(&council), "{}", council.name);
        assert_eq!(places().by_name_guess(&council.full_name).first(), Some(&council), "{}", council.full_name);
        let kind = match council.code.to_string().get(..3) {
            Some("E10") => CouncilKind::County,
            Some("E06") => CouncilKind::Unitary,
            Some("E08") => CouncilKind::Metropolitan,
            _ => CouncilKind::London,
        };
        assert_eq!(council.kind, kind, "{}", council.slug);
        let column = match council.region {
            Region::London => NmaRegion::London,
            Region::SouthEast => NmaRegion::SouthEast,
            _ => NmaRegion::RestOfEngland,
        };
        assert_eq!(council.nma_region, column, "{}", council.slug);
    }
}

#[test]
fn regions_have_the_councils_they_have() {
    let count = |region| places().councils().iter().filter(|council| council.region == region).count();
    let counts: Vec<usize> = Region::ALL.iter().copied().map(count).collect();
    assert_eq!(counts, [12, 24, 15, 10, 14, 11, 33, 19, 15]);
}

#[test]
fn trusts_of_today_and_of_yesterday() {
    let trust = |slug| places().by_slug(slug).and_then(|c| c.delivered_by.as_ref()).map(|trust| trust.name.as_str());
    for (slug, expected) in [
        ("richmond-upon-thames", Some("Achieving for Children")),
        ("slough", Some("Slough Children First")),
        ("west-northamptonshire", Some("Northamptonshire Children's Trust")),
        ("doncaster", None),
        ("reading", None),
        ("wokingham", None),
    ] {
        assert_eq!(trust(slug), expected, "{slug}");
    }
    assert_eq!(places().councils().iter().filter(|council| council.delivered_by.is_some()).count(), 10);
}

#[test]
fn councils_that_are_gone_have_heirs() {
    let heirs = |code: &str| {
        let code: CouncilCode = code.parse().expect("a council's code");
        let former = places().former().iter().find(|former| former.code == code).expect("in former.csv");
        former.successors.iter().filter_map(|code| Some(places().council(code)?.slug.as_str())).collect::<Vec<_>>()
    };
    assert_eq!(heirs("E10000006"), ["cumberland", "westmorland-and-furness"]);
    assert_eq!(heirs("E10000027"), ["somerset"]);
    assert_eq!(heirs("E08000019"), ["sheffield"]);
    let council = |code| places().council_of_code(code).map(|council| council.slug.as_str());
    assert_eq!(council("E07000163"), Some("north-yorkshire"), "a district that is gone");
    assert_eq!(council("E10000006"), None, "two heirs, so none is sure");
    assert_eq!(council("E08000016"), Some("barnsley"), "a new code");
    assert!(places().former().iter().all(|former| places().council(&former.code).is_none()));
    assert_eq!(places().districts().iter().filter(|district| district.ended.is_none()).count(), 164);
    let surrey = places().by_slug("surrey").and_then(|council| council.ending.as_ref());
    assert_eq!(surrey.map(|ending| ending.on.to_string()).as_deref(), Some("2027-04-01"));
}
