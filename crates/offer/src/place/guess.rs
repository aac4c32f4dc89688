//! Finds the council somebody means when they type its name from memory.
//!
//! People type the district they pay council tax to, a council that is gone, the trust on their
//! letters, or a town; all of these lead to the council that answers for children today.

use super::register::Register;
use super::{Council, CouncilCode};

/// Guesses further than this from the best one are not shown.
const WORSE_BY: f64 = 0.1;
/// What a name counts less that is not the council's own.
const NOT_ITS_OWN: f64 = 0.02;
/// Below this nothing is shown.
const AT_LEAST: f64 = 0.82;
/// No more than this are shown.
const AT_MOST: usize = 6;
/// No name is longer; the rest of a longer text is not read.
const LONGEST: usize = 80;

/// Words that say what a thing is, not which one it is.
const EMPTY_WORDS: &[&str] = &[
    "council",
    "borough",
    "city",
    "county",
    "district",
    "metropolitan",
    "london",
    "royal",
    "unitary",
    "authority",
    "the",
    "of",
    "and",
    "mbc",
    "cc",
    "bc",
    "dc",
    "upon",
    "on",
    "in",
];

/// All names, ready for comparing.
#[derive(Debug)]
pub(super) struct Names(Vec<Name>);

#[derive(Debug)]
struct Name {
    plain: String,
    council: CouncilCode,
    /// Whether the council itself goes by this name; if so it comes before others.
    own: bool,
}

impl Names {
    pub(super) fn of(register: &Register) -> Self {
        let mut names = Vec::new();
        let mut add = |name: &str, council, own| names.push(Name { plain: plain(name), council, own });
        for council in &register.councils {
            add(&council.name, council.code, true);
            add(&council.full_name, council.code, true);
            council.also.iter().for_each(|name| add(name, council.code, true));
        }
        for district in &register.districts {
            add(&district.name, district.council, false);
        }
        for former in &register.former {
            former.successors.iter().for_each(|code| add(&former.name, *code, false));
        }
        for (code, trust) in &register.trusts {
            add(&trust.name, *code, false);
        }
        Self(names)
    }

    /// The councils that may be meant, likeliest first; none where nothing is near.
    pub(super) fn guess<'a>(&self, register: &'a Register, typed: &str) -> Vec<&'a Council> {
        let typed = plain(&typed.chars().take(LONGEST).collect::<String>());
        let mut likely: Vec<(f64, &Council)> = Vec::new();
        for name in &self.0 {
            let likeness = likeness(&typed, &name.plain) - if name.own { 0.0 } else { NOT_ITS_OWN };
            let Some(council) = register.council(name.council).filter(|_| likeness >= AT_LEAST) else {
                continue;
            };
            match likely.iter_mut().find(|(_, known)| known.code == name.council) {
                Some(known) => known.0 = known.0.max(likeness),
                None => likely.push((likeness, council)),
            }
        }
        likely.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.slug.cmp(&b.1.slug)));
        let best = likely.first().map_or(0.0, |(likeness, _)| *likeness);
        likely.retain(|(likeness, _)| best - likeness <= WORSE_BY);
        likely.truncate(AT_MOST);
        likely.into_iter().map(|(_, council)| council).collect()
    }
}

/// Small letters, no marks, no empty words (unless there are no others).
fn plain(name: &str) -> String {
    let name = name.to_lowercase().replace('&', " and ").replace(['\'', '’', '.'], "");
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let telling: Vec<&str> = words.iter().copied().filter(|word| !EMPTY_WORDS.contains(word)).collect();
    if telling.is_empty() { words.join(" ") } else { telling.join(" ") }
}

/// From 0, nothing alike, to 1, the same.
fn likeness(typed: &str, name: &str) -> f64 {
    if typed == name && !typed.is_empty() {
        1.0
    } else if typed.len() >= 3 && name.starts_with(typed) {
        0.96
    } else {
        // The first letters weigh most, but a name much longer or shorter is another name.
        let letters = strsim::normalized_damerau_levenshtein(typed, name);
        0.95 * strsim::jaro_winkler(typed, name).min(0.52 + 0.6 * letters)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Places;

    fn check(typed: &str, expected: &[&str]) {
        let slugs: Vec<&str> = Places::embedded().by_name_guess(typed).into_iter().map(|c| c.slug.as_str()).collect();
        assert_eq!(slugs, expected, "{typed}");
    }

    #[test]
    fn names_as_people_type_them() {
        check("Southwark", &["southwark"]);
        check("London Borough of Southwark", &["southwark"]);
        check("suthwark", &["southwark"]);
        check("Gatehead", &["gateshead"]);
        check("gateshead mbc", &["gateshead"]);
        check("Hertfordhsire", &["hertfordshire", "herefordshire"]);
        check("herts", &["hertfordshire"]);
        check("B&NES", &["bath-and-north-east-somerset"]);
        check("St. Helen's", &["st-helens"]);
        check("newcastle", &["newcastle-upon-tyne", "staffordshire"]);
        check("Kingston upon Hull", &["hull"]);
        check("City of London", &["city-of-london"]);
        check("tower hamlet", &["tower-hamlets"]);
        check("Leister", &["leicester"]);
    }

    #[test]
    fn names_that_are_not_the_councils_own() {
        check("Guildford", &["surrey"]);
        check("Cumbria", &["cumberland", "westmorland-and-furness"]);
        check("Cumbria County Council", &["cumberland", "westmorland-and-furness"]);
        check("Achieving for Children", &["kingston-upon-thames", "richmond-upon-thames", "windsor-and-maidenhead"]);
        check("Worcestershire Children First", &["worcestershire"]);
        check("Huddersfield", &["kirklees"]);
    }

    #[test]
    fn nothing_is_guessed_from_nothing() {
        for nothing in ["", "  ", "xyzzy", "council", "Edinburgh", &"a".repeat(10_000), "🏠"] {
            check(nothing, &[]);
        }
    }
}
