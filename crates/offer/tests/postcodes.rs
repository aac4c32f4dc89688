//! Postcodes as shipped: well-known ones lead home, and whatever is typed gets an answer.

use offer::place::{Found, Island, PlaceError, Places, Postcode};
use proptest::prelude::*;

fn places() -> &'static Places {
    Places::embedded()
}

/// What is found, in a word or two.
fn told(typed: &str) -> String {
    match places().find(typed) {
        Ok(Found::England { council, district: Some(district), .. }) => format!("{} ({})", council.slug, district.name),
        Ok(Found::England { council, .. }) => council.slug.clone(),
        Ok(Found::Unplaced { likely, .. }) => {
            format!("unplaced, near {}", likely.iter().map(|c| c.slug.as_str()).collect::<Vec<_>>().join(", "))
        }
        Ok(elsewhere) => elsewhere.country().unwrap_or_default().to_owned(),
        Err(error) => format!("{error}. {}", error.hint()),
    }
}

#[test]
fn postcodes_lead_to_councils() {
    for (typed, expected) in [
        ("SE5 8UB", "southwark"),
        ("se58ub", "southwark"),
        ("SW1A 1AA", "westminster"),
        ("EC2V 7HH", "city-of-london"),
        ("NE8 1HH", "gateshead"),
        ("SG13 8DQ", "hertfordshire (East Hertfordshire)"),
        ("AL1 3JE", "hertfordshire (St Albans)"),
        ("GU2 4BB", "surrey (Guildford)"),
        ("LA9 4DL", "westmorland-and-furness"),
        ("CA3 8QG", "cumberland"),
        ("DL7 8AD", "north-yorkshire"),
        ("TA1 4DY", "somerset"),
        ("NN1 1DE", "west-northamptonshire"),
        ("NN15 7QX", "north-northamptonshire"),
        ("BH2 6DY", "bournemouth-christchurch-and-poole"),
        ("DT1 1XJ", "dorset"),
        ("HP20 1UA", "buckinghamshire"),
        ("S70 2TA", "barnsley"),
        ("S1 2HH", "sheffield"),
        ("TR21 0LW", "isles-of-scilly"),
        ("CF10 4UW", "Wales"),
        ("EH1 1YJ", "Scotland"),
        ("TD15 1AA", "northumberland"),
        ("BT1 5GS", "Northern Ireland"),
        ("IM1 3PX", "the Isle of Man"),
        ("JE2 3AA", "Jersey"),
        ("GY1 1AA", "Guernsey"),
    ] {
        assert_eq!(told(typed), expected, "{typed}");
    }
}

#[test]
fn what_leads_nowhere_is_told_with_a_way_on() {
    for (typed, expected) in [
        ("", "there is no postcode. Enter a full postcode, like SW1A 1AA."),
        (
            "SE5",
            "this is only the first half of a postcode. The second half of a full postcode is one digit and two \
          letters, like the 1AA of SW1A 1AA.",
        ),
        (
            "Peckham Rye",
            "this is not a postcode. Enter a full UK postcode of five to seven letters and numbers, like \
          M1 1AE or SW1A 1AA.",
        ),
        ("0L1 1UT", "this is not a postcode. Did you mean OL1 1UT?"),
        ("SWIA IAA", "this is not a postcode. Did you mean SW1A 1AA?"),
        (
            "SE5 8ZV",
            "this postcode does not exist, or is very new. Check it for a slip. If it is right, choose your \
          council by name instead.",
        ),
        (
            "ZZ9 9ZZ",
            "this postcode does not exist, or is very new. Check it for a slip. If it is right, choose your \
          council by name instead.",
        ),
    ] {
        assert_eq!(told(typed), expected, "{typed}");
    }
}

#[test]
fn an_error_says_nothing_of_what_was_typed() {
    for typed in ["SE5 8ZV", "0L1 1UT", "SE5", "Peckham Rye"] {
        let error = places().find(typed).expect_err("leads nowhere");
        assert!(
            !format!("{error} {error:?}").contains(typed.get(3..).filter(|rest| !rest.is_empty()).unwrap_or("SE5"))
        );
    }
}

#[test]
fn a_distance_can_be_told() {
    let near = |typed| match places().find(typed) {
        Ok(Found::England { near: Some(near), .. }) => near,
        other => unreachable!("{other:?}"),
    };
    assert_eq!(near("SE5 8UB").miles_to(near("SW1A 1AA")).to_string(), "about 3 miles");
    assert_eq!(near("NE8 1HH").miles_to(near("SR1 3AA")).to_string(), "about 9 miles");
    assert!(near("TR21 0LW").longitude < -6.0);
}

#[test]
fn a_box_is_real_but_unplaced() {
    let found = places().find("CR90 9DG").expect("in the directory");
    assert!(matches!(&found, Found::Unplaced { .. }), "{found:?}");
    assert_eq!((found.council(), found.country()), (None, None));
    assert_eq!(places().find("AB11 3AG").map(|found| found.country()), Ok(Some("Scotland")), "its whole area is");
}

#[test]
fn islands_are_told_apart() {
    let island = |typed| match places().find(typed) {
        Ok(Found::CrownDependency(_, island)) => Some(island),
        _ => None,
    };
    assert_eq!(island("GY9 3AA"), Some(Island::Guernsey), "Alderney");
    assert_eq!(island("IM1 3PX"), Some(Island::IsleOfMan));
    assert_eq!(island("SE5 8UB"), None);
}

proptest! {
    #[test]
    fn any_text_is_answered(text in ".{0,20}") {
        let _ = places().find(&text).map_err(|error| error.hint());
        let _ = places().by_name_guess(&text);
    }

    #[test]
    fn case_and_spaces_do_not_matter(postcode in "[A-Z]{1,2}[0-9]{1,2} [0-9][ABD-HJLNP-UW-Z]{2}", gap in 0usize..5) {
        let mut typed = postcode.replace(' ', "").to_lowercase();
        typed.insert(gap, ' ');
        prop_assert_eq!(places().find(&typed), places().find(&postcode));
    }

    #[test]
    fn a_suggestion_exists(text in "[A-Z01OIL]{1,2}[0-9OIL][0-9A-Z]? ?[0-9OIL][A-Z01]{2}") {
        if let Err(error) = places().find(&text) {
            prop_assert!(error.suggestion().is_none_or(|meant: Postcode| places().locate(meant).is_some()));
            prop_assert!(error != PlaceError::Empty);
        }
    }
}
