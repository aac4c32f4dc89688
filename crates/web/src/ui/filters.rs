//! Words that lists share, in the language of the page: what can be chosen, how far something is, what is wrong with a
//! postcode.

use crate::language::{Said, list, say, say_with};
use jiff::civil::Time;
use offer::Welcome;
use offer::place::{Miles, PlaceError};
use offer::search::Access;
use outreach::workshop::Way;

/// What makes a place open to more people.
pub(crate) fn access(access: Access) -> Said {
    say(match access {
        Access::StepFree => "venue-step-free",
        Access::HearingLoop => "venue-hearing-loop",
        Access::Interpreter => "venue-interpreter",
        Access::Sign => "venue-sign",
        Access::EasyRead => "venue-easy-read",
        Access::Childcare => "venue-childcare",
        Access::Transport => "venue-transport",
        Access::Quiet => "venue-quiet",
    })
}

/// For whom above all something is.
pub(crate) fn whom(welcome: Welcome) -> Said {
    say(match welcome {
        Welcome::Men => "welcome-men",
        Welcome::Grandparents => "welcome-grandparents",
        Welcome::YoungerCarers => "welcome-younger-carers",
        Welcome::Siblings => "welcome-siblings",
        Welcome::NewCarers => "welcome-new-carers",
        Welcome::BlackAndAsian => "welcome-black-and-asian",
        Welcome::Lgbt => "welcome-lgbt",
        Welcome::DisabledChildren => "welcome-disabled-children",
        Welcome::Children => "welcome-children",
    })
}

/// All for whom it is above all; none where nothing is stated.
pub(crate) fn above_all(welcomes: &[Welcome]) -> Option<Said> {
    list(welcomes.iter().copied().map(whom))
}

/// How people take part.
pub(crate) fn way(way: Way) -> Said {
    say(match way {
        Way::InPerson => "way-face",
        Way::Online => "way-online",
        Way::Both => "way-both",
    })
}

/// A distance.
pub(crate) fn miles(miles: Miles) -> Said {
    say_with("miles", [("many", (miles.0.round() as usize).into())])
}

/// From when to when, as clocks show it.
pub(crate) fn hours(from: Time, to: Time) -> Said {
    let shown = |time: Time| time.strftime("%H:%M").to_string();
    say_with("hours", [("from", shown(from).as_str().into()), ("to", shown(to).as_str().into())])
}

/// What to do where a postcode is at fault.
pub(crate) fn postcode(error: &PlaceError) -> Said {
    match error {
        PlaceError::Empty => say("postcode-empty"),
        PlaceError::HalfOnly => say("postcode-hint-half"),
        PlaceError::Malformed { suggestion: Some(meant) } | PlaceError::Unknown { suggestion: Some(meant) } => {
            say_with("postcode-hint-meant", [("postcode", meant.to_string().as_str().into())])
        }
        PlaceError::Malformed { suggestion: None } => say("postcode-hint-malformed"),
        PlaceError::Unknown { suggestion: None } => say("postcode-hint-unknown"),
    }
}

/// What is said of a postcode that is not known to be in England.
pub(crate) fn nowhere() -> Said {
    say("postcode-hint-nowhere")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_pages_are_those_of_offers() {
        let others = Welcome::ALL.iter().filter(|one| **one != Welcome::Siblings);
        others.for_each(|one| assert_eq!(whom(*one).english(), one.word()));
        Access::ALL.iter().for_each(|one| assert_eq!(access(*one).english(), one.name()));
        for far in [0.2, 0.9, 1.4, 1.6, 247.3].map(Miles) {
            assert_eq!(miles(far).english(), far.to_string());
        }
        for typed in ["", "SE15", "nonsense!", "SE15 5E8", "ZZ1 1ZZ"] {
            if let Err(error) = offer::place::Places::embedded().find(typed) {
                assert_eq!(postcode(&error).english(), error.hint());
            }
        }
    }
}
