//! The words of the page for what law and offers name in their own: needs, kinds of arrangement, ways, whom, how far.

use crate::language::{Said, say, say_same, say_with};
use crate::ui::show::capital;
use offer::place::{Miles, PlaceError};
use offer::search::{Access, Asked, Need};
use offer::{Delivery, Welcome};

/// A group of what families look for.
pub(crate) fn need_said(need: &Need) -> Said {
    let key = match need.id.as_str() {
        "money" => Some("need-money"),
        "school" => Some("need-school"),
        "health" => Some("need-health"),
        "legal" => Some("need-legal"),
        "talking" => Some("need-talking"),
        "meeting" => Some("need-meeting"),
        "breaks" => Some("need-breaks"),
        "contact" => Some("need-contact"),
        "carers" => Some("need-carers"),
        "home" => Some("need-home"),
        "older" => Some("need-older"),
        "checks" => Some("need-checks"),
        _ => None,
    };
    say_same(key, &need.name)
}

/// A kind of arrangement, as the law names it and as a carer reads it.
pub(super) fn arrangement_said(code: &str, words: &str) -> Said {
    let key = match code {
        "INF" => Some("arrangement-INF"),
        "PF" => Some("arrangement-PF"),
        "KF24" => Some("arrangement-KF24"),
        "KF" => Some("arrangement-KF"),
        "CAO" => Some("arrangement-CAO"),
        "SGO" => Some("arrangement-SGO"),
        "ADO" => Some("arrangement-ADO"),
        "TG" => Some("arrangement-TG"),
        "RO" => Some("arrangement-RO"),
        "CAO_INT" => Some("arrangement-CAO_INT"),
        "DISP" => Some("arrangement-DISP"),
        "S22C6D" => Some("arrangement-S22C6D"),
        _ => None,
    };
    say_same(key, words)
}

/// A way in which something is given.
pub(super) fn how_said(how: Delivery) -> Said {
    let key = match how {
        Delivery::InPerson => "how-in-person",
        Delivery::Phone => "how-phone",
        Delivery::Online => "how-online",
        Delivery::Home => "how-home",
        Delivery::Post => "how-post",
    };
    say_same(Some(key), &capital(how.word()))
}

/// For whom something is above all.
pub(super) fn whom_said(whom: Welcome) -> Said {
    let key = match whom {
        Welcome::Men => Some("whom-men"),
        Welcome::Grandparents => Some("whom-grandparents"),
        Welcome::YoungerCarers => Some("whom-younger-carers"),
        // A word for data, which no text of a page says.
        Welcome::Siblings => None,
        Welcome::NewCarers => Some("whom-new-carers"),
        Welcome::BlackAndAsian => Some("whom-black-and-asian-families"),
        Welcome::Lgbt => Some("whom-lgbt-carers"),
        Welcome::DisabledChildren => Some("whom-carers-of-disabled-children"),
        Welcome::Children => Some("whom-children-and-young-people"),
    };
    say_same(key, &capital(whom.word()))
}

/// What makes something easier to use.
pub(super) fn access_said(access: Access) -> Said {
    let key = match access {
        Access::StepFree => "access-step-free",
        Access::HearingLoop => "access-hearing-loop",
        Access::Interpreter => "access-interpreter",
        Access::Sign => "access-sign-language",
        Access::EasyRead => "access-easy-read",
        Access::Childcare => "access-childcare",
        Access::Transport => "access-transport",
        Access::Quiet => "access-quiet",
    };
    say_same(Some(key), access.name())
}

/// What was asked for.
pub(super) fn asked_said(asked: Asked) -> Said {
    say(match asked {
        Asked::Need => "services-asked-need",
        Asked::Delivery => "services-asked-how",
        Asked::Cost => "services-asked-cost",
        Asked::Day => "services-asked-day",
        Asked::Language => "services-asked-language",
        Asked::Welcome => "services-asked-whom",
        Asked::Access => "services-asked-access",
    })
}

/// How far something is.
pub(super) fn miles_said(miles: Miles) -> Said {
    match miles.0.round() {
        whole if whole < 1.0 => say("services-miles-less"),
        whole => say_with("services-miles", [("miles", (whole as usize).into())]),
    }
}

/// What to do about a postcode that cannot be read.
pub(super) fn postcode_said(error: &PlaceError) -> Said {
    if let Some(meant) = error.suggestion() {
        return say_with("services-postcode-meant", [("postcode", meant.to_string().as_str().into())]);
    }
    say(match error {
        PlaceError::Empty => "postcode-empty",
        PlaceError::HalfOnly => "services-postcode-half",
        PlaceError::Malformed { .. } => "services-postcode-malformed",
        PlaceError::Unknown { .. } => "services-postcode-unknown",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_page_are_those_of_law_and_offers() {
        let (_, needs) = crate::services::words().unwrap();
        for need in needs.iter() {
            assert_eq!(need_said(need).english(), need.name);
        }
        assert!(Delivery::ALL.iter().all(|how| how_said(*how).english() == capital(how.word())));
        assert!(Welcome::ALL.iter().all(|whom| whom_said(*whom).english() == capital(whom.word())));
        assert!(Access::ALL.iter().all(|access| access_said(*access).english() == access.name()));
        for miles in [0.2, 0.9, 1.4, 1.6, 247.3] {
            assert_eq!(miles_said(Miles(miles)).english(), Miles(miles).to_string());
        }
        for typed in ["", "SE15", "nonsense!", "SE15 5E8", "ZZ1 1ZZ"] {
            if let Err(error) = offer::place::Places::embedded().find(typed) {
                assert_eq!(postcode_said(&error).english(), error.hint());
            }
        }
    }
}
