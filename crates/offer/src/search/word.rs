//! A text as the words that are searched for: small letters, without the little words, each with its stem.

use rust_stemmers::{Algorithm, Stemmer};

/// Words that say nothing about what is looked for, in alphabetical order.
const LITTLE: &[&str] = &[
    "a", "about", "all", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "could", "did",
    "do", "does", "for", "from", "get", "getting", "give", "got", "had", "has", "have", "he", "her", "here", "him",
    "his", "how", "i", "if", "im", "in", "into", "is", "it", "its", "ive", "just", "me", "my", "near", "need", "of",
    "on", "or", "our", "please", "she", "so", "some", "that", "the", "their", "them", "there", "they", "this", "to",
    "us", "want", "was", "we", "what", "when", "where", "which", "who", "will", "with", "would", "you", "your",
];

/// The words of a text that say something, in order.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let pieces = text.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '\'' | '’'));
    pieces.filter_map(|piece| {
        let bare = piece.strip_suffix("'s").or_else(|| piece.strip_suffix("’s")).unwrap_or(piece);
        let mut word = bare.to_lowercase();
        word.retain(char::is_alphanumeric);
        let is_little = word.len() < 2 || LITTLE.binary_search(&word.as_str()).is_ok();
        let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        (!is_little || is_number).then_some(word)
    })
}

/// Finds the stem of words: `allowances` and `allowance` have one.
pub(super) fn stemmer() -> Stemmer {
    Stemmer::create(Algorithm::English)
}

/// The stems of the words of a text that say something, in order.
///
/// ```
/// assert_eq!(offer::search::stems("the allowances"), offer::search::stems("an Allowance"));
/// ```
pub fn stems(text: &str) -> Vec<String> {
    let stemmer = stemmer();
    words(text).map(|word| stemmer.stem(&word).into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_little_words_stand_in_order() {
        assert!(LITTLE.is_sorted());
    }

    #[test]
    fn little_words_fall_away() {
        let check = |text: &str, expected: &[&str]| assert_eq!(words(text).collect::<Vec<_>>(), expected, "{text}");
        check("I need money for clothes", &["money", "clothes"]);
        check("Carer's Allowance, 16-19", &["carer", "allowance", "16", "19"]);
        check("the child’s GP", &["child", "gp"]);
        check("?!  ’", &[]);
    }
}
