//! What most people choose for a password: guessed first, however long it is. A list of our own, since the shortest
//! password here is longer than nearly all that stand in lists of stolen ones.

/// Words, the longer before those they hold.
const WORDS: [&str; 84] = [
    "administrator",
    "manchester",
    "basketball",
    "birmingham",
    "friendship",
    "motherhood",
    "changeme",
    "everton",
    "football",
    "baseball",
    "sunshine",
    "princess",
    "superman",
    "starwars",
    "computer",
    "internet",
    "iloveyou",
    "whatever",
    "liverpool",
    "tottenham",
    "newcastle",
    "butterfly",
    "chocolate",
    "happiness",
    "beautiful",
    "elizabeth",
    "charlotte",
    "kinship",
    "council",
    "borough",
    "england",
    "chelsea",
    "arsenal",
    "rangers",
    "celtic",
    "charlie",
    "michael",
    "jessica",
    "william",
    "thomas",
    "daniel",
    "george",
    "oliver",
    "amelia",
    "olivia",
    "welcome",
    "letmein",
    "qwerty",
    "azerty",
    "zxcvbn",
    "dragon",
    "monkey",
    "master",
    "shadow",
    "batman",
    "pokemon",
    "freedom",
    "forever",
    "trustno",
    "default",
    "secret",
    "access",
    "london",
    "login",
    "admin",
    "hello",
    "loveyou",
    "family",
    "flower",
    "summer",
    "winter",
    "spring",
    "autumn",
    "monday",
    "friday",
    "sunday",
    "cheese",
    "cookie",
    "ginger",
    "pepper",
    "banana",
    "orange",
    "purple",
    "love",
];
/// Letters that must be left over once those words are taken out.
const OTHERS: usize = 6;
/// Signs that stand for letters.
const SIGNS: [(char, char); 9] =
    [('0', 'o'), ('1', 'i'), ('!', 'i'), ('3', 'e'), ('4', 'a'), ('@', 'a'), ('5', 's'), ('$', 's'), ('7', 't')];

/// Whether a password in small letters is made of such words, with figures and signs beside or in them.
pub(super) fn is_common(low: &str) -> bool {
    let letter = |sign: char| SIGNS.iter().find(|(known, _)| *known == sign).map_or(sign, |(_, letter)| *letter);
    let plain: String = low.chars().map(letter).collect();
    [low, &plain].into_iter().any(|text| {
        let rest = WORDS.iter().fold(text.to_owned(), |rest, word| rest.replace(word, " "));
        rest.len() < text.len() && rest.chars().filter(|sign| sign.is_alphabetic()).count() < OTHERS
    })
}

#[cfg(test)]
mod tests {
    use super::{WORDS, is_common};

    #[test]
    fn words_taken_out_leave_what_is_somebodys_own() {
        for (password, common) in [
            ("lantern orchard river", false),
            ("winter lantern orchard", false),
            ("figures 48151623421", false),
            ("4815162342 4815162342", false),
            ("football2026!!", true),
            ("manchester england", true),
            ("l3tm31n l3tm31n", true),
            ("summer winter love", true),
        ] {
            assert_eq!(is_common(password), common, "{password}");
        }
    }

    #[test]
    fn no_word_is_spoiled_by_one_before_it() {
        for (place, word) in WORDS.iter().enumerate() {
            assert!(WORDS[..place].iter().all(|before| !word.contains(before)), "{word}");
        }
    }
}
