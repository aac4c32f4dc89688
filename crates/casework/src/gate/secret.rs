//! What one person must not learn of another, and where it stands in words however it is written: other spaces, other
//! signs, capital letters, a phone number with or without the country's code.

use super::LEFT_OUT;
use crate::case::Case;
use crate::person::Person;
use std::ops::Range;

/// One thing that must not be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Secret {
    /// Its letters and digits.
    key: Vec<char>,
    /// Whether it counts only where it stands by itself: a short word may be a part of many.
    apart: bool,
    /// What it is.
    pub(crate) what: &'static str,
}

/// Stands for what was left out while words are searched, so that what stood on its two sides is not read as one.
const BREAK: char = '\u{F8FF}';
/// The fewest signs of a part of an address that tell anything.
const TELLING: usize = 4;
/// The fewest digits of a phone number.
const DIGITS: usize = 6;

/// What a person must not learn of all the others, in the order in which it is looked for.
pub(crate) fn secrets(case: &Case, to: &Person) -> Vec<Secret> {
    // Those who share an address or a phone are not hidden from one another.
    let own = of(to);
    let others = case.people.iter().filter(|person| person.id != to.id);
    let mut secrets: Vec<Secret> = others.flat_map(of).filter(|secret| !own.contains(secret)).collect();
    // The longest first, so that nothing of it is left beside a shorter one.
    secrets.sort_by_key(|secret| std::cmp::Reverse(secret.key.len()));
    secrets.dedup();
    secrets
}

/// What is known of somebody that nobody else is told.
fn of(person: &Person) -> Vec<Secret> {
    let whole = |text: &str, what| Secret { key: fold(text), apart: false, what };
    let mut secrets = Vec::new();
    for part in person.address.iter().flat_map(|address| address.split(['\n', ','])) {
        secrets.extend(postcodes(part).map(|code| Secret { key: fold(&code), apart: true, what: "an address" }));
        let is_telling = part.contains(|sign: char| sign.is_ascii_digit()) || part.split_whitespace().count() > 1;
        let part = whole(part, "an address");
        secrets.extend((is_telling && part.key.len() >= TELLING).then_some(part));
    }
    secrets.extend(person.email.as_deref().map(|email| whole(email, "an email address")));
    let phone = person.phone.as_deref().map(national).filter(|digits| digits.len() >= DIGITS);
    secrets.extend(phone.map(|key| Secret { key, apart: false, what: "a phone number" }));
    let word = person.code_word.as_deref().map(fold);
    secrets.extend(word.map(|key| Secret { key, apart: true, what: "a code word" }));
    secrets.retain(|secret| !secret.key.is_empty());
    secrets
}

/// The postcodes in a part of an address.
fn postcodes(part: &str) -> impl Iterator<Item = String> + '_ {
    let words: Vec<&str> = part.split_whitespace().collect();
    let pairs: Vec<String> = words.windows(2).map(<[&str]>::concat).collect();
    words.into_iter().map(str::to_owned).chain(pairs).filter(|word| is_postcode(word))
}

fn is_postcode(word: &str) -> bool {
    let signs: Vec<char> = word.chars().collect();
    let Some((outward, [first, second, third])) = signs.len().checked_sub(3).and_then(|at| signs.split_at_checked(at))
    else {
        return false;
    };
    let inward = first.is_ascii_digit() && second.is_ascii_alphabetic() && third.is_ascii_alphabetic();
    let begins = outward.first().is_some_and(char::is_ascii_alphabetic);
    let is_area = outward.iter().all(char::is_ascii_alphanumeric) && outward.iter().any(char::is_ascii_digit);
    inward && begins && is_area && (2..=4).contains(&outward.len())
}

/// A phone number as it goes on after the nought or the country's code.
fn national(phone: &str) -> Vec<char> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let abroad = digits.strip_prefix("0044").or_else(|| digits.strip_prefix("44").filter(|_| digits.len() > 10));
    abroad.unwrap_or(&digits).trim_start_matches('0').chars().collect()
}

/// Words with each of the secrets left out.
pub(crate) fn leave_out(words: &mut String, secrets: &[Secret]) {
    for secret in secrets {
        let mut from = 0;
        while let Some(at) = words.get(from..).and_then(|rest| find(rest, secret)) {
            let (start, end) = (from + at.start, from + at.end);
            words.replace_range(start..end, LEFT_OUT);
            from = start + LEFT_OUT.len();
        }
    }
}

/// Whether words tell a secret.
pub(crate) fn is_told(words: &str, secret: &Secret) -> bool {
    find(&words.replace(LEFT_OUT, &BREAK.to_string()), secret).is_some()
}

/// Whether words name somebody by this part of a name.
pub(crate) fn is_named(words: &str, name: &str) -> bool {
    find(words, &Secret { key: fold(name), apart: true, what: "a name" }).is_some()
}

/// Where a secret stands in words.
fn find(words: &str, secret: &Secret) -> Option<Range<usize>> {
    let signs: Vec<(usize, char)> = words.char_indices().filter(|(_, sign)| counts(*sign)).collect();
    let folded: Vec<char> = signs.iter().map(|(_, sign)| lower(*sign)).collect();
    let length = secret.key.len().max(1);
    let mut places = folded.windows(length).enumerate().filter(|(_, window)| *window == secret.key);
    places.find_map(|(at, _)| {
        let (start, _) = *signs.get(at)?;
        let (last, sign) = *signs.get(at + length - 1)?;
        let end = last + sign.len_utf8();
        let before = words.get(..start)?.chars().next_back().is_some_and(counts);
        let after = words.get(end..)?.chars().next().is_some_and(counts);
        let stands = !secret.apart || (!before && !after);
        let start = if secret.what == "a phone number" { before_phone(words, start) } else { start };
        stands.then_some(start..end)
    })
}

/// Where the nought or the country's code before a phone number begins.
fn before_phone(words: &str, start: usize) -> usize {
    let before = words.get(..start).unwrap_or_default();
    let kept = before.trim_end_matches(|sign: char| "+04()".contains(sign) || sign == ' ');
    let code = before.get(kept.len()..).unwrap_or_default();
    start - code.trim_start().len()
}

fn counts(sign: char) -> bool {
    sign.is_alphanumeric() || sign == BREAK
}

fn fold(text: &str) -> Vec<char> {
    text.chars().filter(|sign| counts(*sign)).map(lower).collect()
}

fn lower(sign: char) -> char {
    sign.to_lowercase().next().unwrap_or(sign)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::PersonId;

    fn person(id: u64) -> Person {
        Person::new(PersonId(id))
    }

    fn told(of_them: &Person, words: &str) -> String {
        let mut words = words.to_owned();
        let case = Case { people: vec![person(1), of_them.clone()], ..Case::default() };
        leave_out(&mut words, &secrets(&case, &case.people[0]));
        words
    }

    #[test]
    fn an_address_is_left_out_however_it_is_written() {
        let rose = Person { address: Some("12 O’Hara’s Road, Newtown\nSE15 5EB".into()), ..person(2) };
        for (words, left) in [
            ("She lives at 12 O’Hara’s Road now", "She lives at [left out] now"),
            ("at 12 O'HARA'S  ROAD, Newtown", "at [left out], Newtown"),
            ("at 12, Oharas Road.", "at [left out]."),
            ("near SE155EB", "near [left out]"),
            ("near s e 1 5 5 e b.", "near [left out]."),
            ("near SE15  5eb?", "near [left out]?"),
            ("12 O’Hara’s Road, 12 O’Hara’s Road", "[left out], [left out]"),
            ("She lives at 13 Elm Row, Newtown", "She lives at 13 Elm Row, Newtown"),
        ] {
            assert_eq!(told(&rose, words), left);
        }
    }

    #[test]
    fn a_phone_number_is_left_out_with_and_without_the_code_of_the_country() {
        for written in ["07700 900123", "+44 7700 900123", "0044 7700 900 123", "+44 (0)7700 900123"] {
            let rose = Person { phone: Some(written.into()), ..person(2) };
            for words in
                ["ring 07700900123.", "ring +447700900123.", "ring +44 (0) 7700-900-123.", "ring 0044 7700 900123."]
            {
                assert_eq!(told(&rose, words), "ring [left out].", "{written}");
            }
            assert_eq!(told(&rose, "ring 07700 900124."), "ring 07700 900124.");
        }
    }

    #[test]
    fn a_code_word_is_left_out_where_it_stands_by_itself() {
        let rose = Person { code_word: Some("Tea".into()), ..person(2) };
        assert_eq!(told(&rose, "The word is tea."), "The word is [left out].");
        assert_eq!(told(&rose, "The team is here."), "The team is here.");
    }

    #[test]
    fn what_stands_for_something_left_out_may_be_a_code_word_itself() {
        for word in ["left", "out", "left out"] {
            let rose = Person { code_word: Some(word.into()), ..person(2) };
            let words = told(&rose, "He was left out.");
            let case = Case { people: vec![person(1), rose.clone()], ..Case::default() };
            assert!(words.contains(LEFT_OUT));
            assert!(secrets(&case, &case.people[0]).iter().all(|secret| !is_told(&words, secret)), "{words}");
        }
    }

    #[test]
    fn those_who_share_a_home_are_not_hidden_from_one_another() {
        let home = Some("12 Acacia Road\nSE15 5EB".to_owned());
        let case = Case {
            people: vec![Person { address: home.clone(), ..person(1) }, Person { address: home, ..person(2) }],
            ..Case::default()
        };
        assert_eq!(secrets(&case, &case.people[0]), []);
    }

    #[test]
    fn names_are_found_as_words() {
        for (words, name, is_there) in
            [("Jo said so", "Jo", true), ("A job", "Jo", false), ("o'hara came", "O’Hara", true), ("jo’s", "Jo", true)]
        {
            assert_eq!(is_named(words, name), is_there, "{words}");
        }
    }
}
