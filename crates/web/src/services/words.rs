//! The words of the page for what law and offers name in their own: needs, kinds of arrangement, ways.

use crate::language::{Said, say, say_same};
use crate::ui::show::capital;
use offer::Delivery;
use offer::search::{Asked, Need};

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
    }
}
