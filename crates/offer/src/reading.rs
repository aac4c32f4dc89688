//! Words, sentences and the grade of a text, as Flesch and Kincaid count them.
//!
//! A term of the glossary and a proper name count as one easy word each: the page explains the first, and
//! the second cannot be made shorter. The project's own pages and the offers of councils are measured by this.

mod syllables;

use std::collections::HashSet;

/// The terms that count as one easy word, each as its plain words.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    phrases: HashSet<Vec<String>>,
    /// The words that begin them.
    firsts: HashSet<String>,
    longest: usize,
}

/// A sentence with its words counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// As written.
    pub text: String,
    /// Its words, a term or a name being one.
    pub words: usize,
    /// Their syllables.
    pub syllables: usize,
    /// The words that stand neither in a term of the glossary nor in quotation marks, in small letters.
    pub plain: Vec<String>,
}

/// What a text for children of one age may be at most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ForChildren {
    /// The age, as addresses and files name it.
    pub age: &'static str,
    /// The grade of the whole, a school year of America.
    pub grade: f64,
    /// The words of a sentence, on average.
    pub mean_words: f64,
    /// The words of the longest sentence.
    pub longest: usize,
}

/// The gate of each of the three ages, the youngest first. It is stricter than that of any page for grown-ups.
pub const FOR_CHILDREN: [ForChildren; 3] = [
    ForChildren { age: "under-11", grade: 2.5, mean_words: 9.0, longest: 16 },
    ForChildren { age: "11-to-15", grade: 4.0, mean_words: 11.0, longest: 22 },
    ForChildren { age: "16-and-over", grade: 5.5, mean_words: 13.0, longest: 24 },
];

impl ForChildren {
    /// Why a text is too hard for the age; empty where it is not.
    ///
    /// ```
    /// use offer::reading::{FOR_CHILDREN, Terms, counted};
    ///
    /// let terms = Terms::default();
    /// let easy = counted("You can ask. You can ask it again.", &terms);
    /// assert!(FOR_CHILDREN[0].too_hard(&easy).is_empty());
    /// let hard = counted("Statutory entitlements necessitate comprehensive administrative determination.", &terms);
    /// assert!(!FOR_CHILDREN[2].too_hard(&hard).is_empty());
    /// ```
    pub fn too_hard(&self, sentences: &[Sentence]) -> Vec<String> {
        let mut why = Vec::new();
        let grade = grade(sentences);
        if grade > self.grade {
            why.push(format!("grade {grade:.1}, at most {} for {}", self.grade, self.age));
        }
        let words: usize = sentences.iter().map(|sentence| sentence.words).sum();
        let mean = words as f64 / sentences.len().max(1) as f64;
        if mean > self.mean_words {
            why.push(format!("{mean:.1} words a sentence, at most {} for {}", self.mean_words, self.age));
        }
        let long = sentences.iter().filter(|sentence| sentence.words > self.longest);
        why.extend(long.map(|sentence| {
            format!("{} words, at most {} for {}: {:?}", sentence.words, self.longest, self.age, sentence.text)
        }));
        why
    }
}

/// Short forms whose full stop does not end a sentence.
const SHORT_FORMS: &[&str] = &["e.g.", "i.e.", "mr.", "mrs.", "ms.", "dr.", "st."];

/// Small words that may stand inside a proper name.
const LINKS: &[&str] = &["of", "and", "for", "the", "to", "in", "on"];

impl Terms {
    /// The terms, each as it is written.
    pub fn new<'a>(terms: impl Iterator<Item = &'a str>) -> Terms {
        let phrases: HashSet<Vec<String>> = terms.map(|term| pieces(term).map(core).collect()).collect();
        let longest = phrases.iter().map(Vec::len).max().unwrap_or(0);
        let firsts = phrases.iter().filter_map(|phrase| phrase.first().cloned()).collect();
        Terms { phrases, firsts, longest }
    }

    /// How many of the words at the start are one term; 0 where none is.
    fn at_start(&self, words: &[&str]) -> usize {
        if !words.first().is_some_and(|word| self.firsts.contains(&core(word))) {
            return 0;
        }
        let longest = self.longest.min(words.len());
        (1..=longest)
            .rev()
            .find(|&length| {
                let apart = words[..length - 1].iter().any(|word| stops(word));
                !apart && self.phrases.contains(&words[..length].iter().map(|word| core(word)).collect::<Vec<_>>())
            })
            .unwrap_or(0)
    }

    /// The sentence with its words counted.
    pub fn sentence(&self, text: &str) -> Sentence {
        let words: Vec<&str> = pieces(text).collect();
        let mut counted = Sentence { text: text.to_owned(), words: 0, syllables: 0, plain: Vec::new() };
        let mut place = 0;
        let mut quoted = false;
        while let Some(word) = words.get(place) {
            let term = self.at_start(&words[place..]);
            let name = if term == 0 && place > 0 { name_length(&words[place..]) } else { 0 };
            let number = word.contains(|c: char| c.is_ascii_digit());
            counted.words += 1;
            counted.syllables += if term + name > 0 || number { 1 } else { syllables::count(word) };
            let next = place + term.max(name).max(1);
            for word in &words[place..next] {
                quoted |= word.starts_with(['"', '“']);
                counted.plain.push(if term > 0 || quoted { "|".to_owned() } else { core(word) });
                quoted &= !word.trim_start_matches(['"', '“']).contains(['"', '”']);
            }
            place = next;
        }
        counted
    }
}

/// Each sentence of a Markdown text with its words counted.
pub fn counted(markdown: &str, terms: &Terms) -> Vec<Sentence> {
    sentences(markdown).iter().map(|sentence| terms.sentence(sentence)).collect()
}

/// The Flesch-Kincaid grade of sentences taken together: the school year of America that reads it with ease.
pub fn grade(sentences: &[Sentence]) -> f64 {
    let words = sentences.iter().map(|sentence| sentence.words).sum::<usize>().max(1) as f64;
    let syllables = sentences.iter().map(|sentence| sentence.syllables).sum::<usize>() as f64;
    0.39 * words / sentences.len().max(1) as f64 + 11.8 * syllables / words - 15.59
}

/// The sentences of a Markdown text, without its headings; each item of a list ends one.
pub fn sentences(markdown: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut block = String::new();
    for line in markdown.lines().map(str::trim).chain([""]) {
        let item = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")).or_else(|| numbered(line));
        if item.is_some() || line.is_empty() || line.starts_with(['#', '|', '<']) {
            split(&std::mem::take(&mut block), &mut found);
        }
        if !line.starts_with(['#', '|', '<']) {
            block.push_str(item.unwrap_or(line));
            block.push(' ');
        }
    }
    found
}

fn numbered(line: &str) -> Option<&str> {
    let (number, rest) = line.split_once(". ")?;
    (!number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())).then_some(rest)
}

fn split(block: &str, found: &mut Vec<String>) {
    let mut sentence: Vec<String> = Vec::new();
    for word in without_links(block).split_whitespace() {
        sentence.push(word.to_owned());
        let bare = word.trim_end_matches(['"', '\'', '’', '”', ')', '*', '_']);
        if bare.ends_with(['.', '?', '!']) && !SHORT_FORMS.contains(&bare.to_lowercase().as_str()) {
            found.push(sentence.join(" "));
            sentence.clear();
        }
    }
    if !sentence.is_empty() {
        found.push(sentence.join(" "));
    }
}

/// The text with `[words](address)` as `words`.
fn without_links(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("](") {
        out.push_str(&before.replace('[', ""));
        rest = after.split_once(')').map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}

/// The written words of a text; parts joined by a hyphen or a stroke are words of their own.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '–' | '—'))
        .filter(|word| word.contains(|c: char| c.is_alphanumeric()))
}

/// A word in small letters, without marks around it and without its `'s`.
fn core(word: &str) -> String {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '+').replace('’', "'").to_lowercase();
    bare.strip_suffix("'s").map(str::to_owned).unwrap_or(bare)
}

/// Whether a mark after the word parts it from the next.
fn stops(word: &str) -> bool {
    word.ends_with([',', '.', ';', ':', '?', '!', ')'])
}

/// How many of the words are one proper name. Not asked of the first word of a sentence, whose capital says nothing.
fn name_length(words: &[&str]) -> usize {
    let capital = |word: &str| word.trim_start_matches(['(', '"', '“', '‘']).starts_with(|c: char| c.is_uppercase());
    let mut length = 0;
    for (place, word) in words.iter().enumerate() {
        let before_stops = place > 0 && stops(words[place - 1]);
        if before_stops {
            break;
        }
        if capital(word) && core(word) != "i" {
            length = place + 1;
        } else if place == 0 || !LINKS.contains(word) {
            break;
        }
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms() -> Terms {
        Terms::new(["special guardianship order", "children's services", "Child Benefit"].into_iter())
    }

    #[test]
    fn a_term_and_a_name_are_one_easy_word_each() {
        let table = [
            ("You can ask for a special guardianship order.", 6, 6),
            ("Ask HM Revenue and Customs.", 2, 2),
            ("Child Benefit is paid each month.", 5, 5),
            ("Phone your council's children's services, please.", 5, 6),
            ("It is £60,000 in 2026.", 5, 5),
            ("A great-aunt is family.", 5, 7),
        ];
        for (text, words, syllables) in table {
            let counted = terms().sentence(text);
            assert_eq!((counted.words, counted.syllables), (words, syllables), "{text}");
        }
    }

    #[test]
    fn headings_are_left_out_and_items_end_a_sentence() {
        let text =
            "## What it is\nMoney. It is paid\nweekly.\n\n- a letter\n- [your card](https://x.example), e.g. a copy\n";
        assert_eq!(sentences(text), ["Money.", "It is paid weekly.", "a letter", "your card, e.g. a copy"]);
    }

    #[test]
    fn the_grade_of_an_easy_text_is_low() {
        let of = |text: &str| grade(&sentences(text).iter().map(|one| terms().sentence(one)).collect::<Vec<_>>());
        assert!(of("The cat sat on the mat. It was warm.") < 1.0);
        assert!(of("Statutory entitlements necessitate comprehensive administrative determination.") > 12.0);
    }
}
