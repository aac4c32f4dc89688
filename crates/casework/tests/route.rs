//! Which procedure a complaint goes through, for everybody who can complain and everything it can be about.

mod data;

use casework::route::{self, Procedure};
use data::{LAW, TABLE};

const WHO: [&str; 7] = ["child", "parent", "responsible", "foster_carer", "special_guardian", "carer", "other"];

/// For each thing complained of: the procedure for each of [`WHO`], by its first letter.
const TABLE_OF_ROUTES: [(&str, &str); 8] = [
    ("special_guardianship", "sssssss"),
    ("allowance_sum", "mmmmmmm"),
    ("child_help", "ssssssc"),
    ("looked_after", "ssssssc"),
    ("care_planning", "ssssssc"),
    ("court_decision", "jjjjjjj"),
    ("offer", "ccccccc"),
    ("other", "ccccccc"),
];

fn options(field: &str) -> Vec<&'static str> {
    TABLE.0.fields[field].options().iter().map(|option| option.name.as_str()).collect()
}

#[test]
fn every_combination_goes_its_way() {
    assert_eq!(options("complainant_is"), WHO);
    assert_eq!(options("complaint_about"), TABLE_OF_ROUTES.map(|(about, _)| about));
    for (about, ways) in TABLE_OF_ROUTES {
        for (who, way) in WHO.into_iter().zip(ways.chars()) {
            let expected = match way {
                's' => Procedure::Statutory,
                'm' => Procedure::MoneyAppeal,
                'j' => Procedure::Court,
                _ => Procedure::Corporate,
            };
            assert_eq!(route::of(who, about).procedure, expected, "{who} about {about}");
        }
    }
}

#[test]
fn every_route_names_a_provision_and_a_choice_of_the_table() {
    for about in options("complaint_about") {
        for who in options("complainant_is") {
            let route = route::of(who, about);
            assert!(!route.cites.is_empty() && !route.because.is_empty());
            for cite in route.cites {
                assert!(LAW.provision(cite).is_some(), "{cite}");
            }
            assert!(options("procedure").contains(&route.procedure.word()));
            assert_eq!(Procedure::read(route.procedure.word()), Some(route.procedure));
        }
    }
}
