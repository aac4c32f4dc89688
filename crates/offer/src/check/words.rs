//! Words: whether each part can be read with ease, whether the words of the law are explained, and whether the offer
//! can be had in the forms that people need.

use super::record::{is_read_whole, record};
use super::report::{Check, Finding, Record, Verdict};
use super::texts::Text;
use crate::offer::Offer;
use crate::reading::{Terms, counted, grade};
use crate::stated::Stated;
use law::Law;
use law::glossary::Term;

/// The school year that a section may ask for, and a line beside a service, which one long word weighs too much in.
const SECTION: f64 = 6.5;
const LINE: f64 = 8.0;
/// Below this many words one word alone makes the grade.
const FEWEST_GRADED: usize = 10;
/// From a school year to the age of those in it.
const AGE: f64 = 5.0;

/// Words that show, in the same sentence, that a term is explained.
const EXPLAINS: [&str; 10] =
    [" means ", " is a ", " is an ", " is the ", " is when ", " is where ", " are ", "called ", " that is ", " ("];

/// The terms of the glossary, made ready once.
pub(super) struct Jargon<'a> {
    terms: Terms,
    list: Vec<Word<'a>>,
}

/// A term of the glossary that nobody knows from everyday life: several words, or capitals that stand for words.
struct Word<'a> {
    term: &'a str,
    means: &'a str,
    /// Its forms: in small letters, but for those that stand for words.
    forms: Vec<String>,
}

impl Word<'_> {
    /// Whether a text uses it; the text is given as it is written and in small letters.
    fn is_in(&self, written: &str, small: &str) -> bool {
        let capitals = |form: &str| form.chars().all(|letter| !letter.is_lowercase());
        self.forms.iter().any(|form| stands_in(if capitals(form) { written } else { small }, form))
    }
}

impl<'a> Jargon<'a> {
    pub(super) fn new(law: &'a Law) -> Jargon<'a> {
        let forms = law.terms.iter().flat_map(|term| std::iter::once(&term.term).chain(&term.also));
        let capitals = |form: &String| form.len() > 1 && form.chars().all(|letter| letter.is_uppercase());
        let word = |term: &'a Term| {
            let forms = std::iter::once(&term.term).chain(&term.also);
            let hard = forms.filter(|form| form.contains(' ') || capitals(form));
            let forms = hard.map(|form| if capitals(form) { form.clone() } else { form.to_lowercase() }).collect();
            Word { term: &term.term, means: &term.means, forms }
        };
        let list = law.terms.iter().map(word).filter(|word| !word.forms.is_empty()).collect();
        Jargon { terms: Terms::new(forms.map(String::as_str)), list }
    }
}

pub(super) fn findings(offer: &Offer, texts: &[Text], jargon: &Jargon) -> Vec<Finding> {
    let mut all: Vec<Finding> = Vec::new();
    if offer.head.example {
        let whole = record("offer", &offer.head.id, &offer.head.title);
        let mut finding = about("not_measured", Verdict::CannotTell, whole);
        finding.what = "The words of an example are ours and not the council's, so they are not measured.".to_owned();
        all.push(finding);
    } else {
        all.extend(texts.iter().filter_map(|text| hard(text, &jargon.terms)));
        all.extend(unexplained(texts, jargon));
    }
    all.extend(forms(offer));
    all
}

/// A text that is too hard to read.
fn hard(text: &Text, terms: &Terms) -> Option<Finding> {
    let sentences = counted(&text.words, terms);
    let words: usize = sentences.iter().map(|sentence| sentence.words).sum();
    let grade = grade(&sentences);
    let limit = if text.record.kind == "section" { SECTION } else { LINE };
    if words < FEWEST_GRADED || grade <= limit {
        return None;
    }
    let hardest = sentences.iter().max_by_key(|sentence| sentence.syllables).map(|sentence| sentence.text.clone());
    let mut finding = about("hard_to_read", Verdict::Fail, text.record.clone());
    let (age, limit) = (grade + AGE, limit + AGE);
    finding.what =
        format!("It asks for a reading age of about {age:.0}. A text for everyone asks for {limit:.0} at most.");
    finding.missing.extend(hardest.map(|sentence| format!("The longest sentence: {sentence}")));
    finding.to_do = Some("Use shorter sentences and everyday words.".to_owned());
    Some(finding)
}

/// Each term of the glossary that is used and nowhere explained.
fn unexplained(texts: &[Text], jargon: &Jargon) -> Vec<Finding> {
    let small: Vec<String> = texts.iter().map(|text| text.words.to_lowercase()).collect();
    let mut all = Vec::new();
    for word in &jargon.list {
        let Word { term, means, .. } = word;
        let used: Vec<usize> =
            (0..texts.len()).filter(|place| word.is_in(&texts[*place].words, &small[*place])).collect();
        let explained = used.iter().any(|place| {
            let mut sentences = texts[*place].words.split_inclusive(['.', '?', '!']);
            sentences.any(|sentence| {
                word.is_in(sentence, &sentence.to_lowercase()) && EXPLAINS.iter().any(|words| sentence.contains(words))
            })
        });
        if used.is_empty() || explained {
            continue;
        }
        let mut finding = Finding::new(Check::Words, "unexplained", Verdict::Partly, *term);
        finding.records = used.iter().map(|place| texts[*place].record.clone()).collect();
        finding.what = format!("\u{201c}{term}\u{201d} is used and nowhere explained.");
        finding.to_do = Some(format!("Say what it means, for example: {means}"));
        all.push(finding);
    }
    all
}

fn stands_in(text: &str, form: &str) -> bool {
    let edge = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    text.match_indices(form)
        .any(|(at, _)| edge(text[..at].chars().next_back()) && edge(text[at + form.len()..].chars().next()))
}

/// The forms that an offer can be had in.
fn forms(offer: &Offer) -> Vec<Finding> {
    let head = &offer.head;
    let whole = || record("offer", &head.id, &head.title);
    let mut all = Vec::new();
    // What was not read may name more.
    let fail = if is_read_whole(offer) { Verdict::Fail } else { Verdict::CannotTell };
    let mut add = |id, verdict, what: &str, to_do: &str| {
        let mut finding = about(id, verdict, whole());
        finding.what = what.to_owned();
        finding.to_do = Some(to_do.to_owned());
        all.push(finding);
    };
    match &head.formats {
        Stated::Is(list) => {
            let has = |words: &[&str]| {
                list.iter().any(|format| words.iter().any(|word| format.to_lowercase().contains(word)))
            };
            if list.iter().all(|format| format.to_lowercase().contains("pdf")) {
                let what = "It can be had as a PDF file only. Many people cannot read one on a telephone or aloud.";
                add("pdf_only", fail, what, "Publish it as web pages too.");
            }
            if !has(&["easy read", "easy-read"]) {
                add("no_easy_read", fail, "No easy-read version is named.", "Add an easy-read version.");
            }
            if !has(&["child", "young"]) {
                let what = "No version for children and young people is named.";
                add("no_young_version", fail, what, "Add a version for children and young people.");
            }
        }
        _ => {
            let what = "Nothing that was read says in which formats it comes.";
            add("formats_not_known", Verdict::CannotTell, what, "Say which formats it comes in.");
        }
    }
    let one = matches!(&head.languages, Stated::Is(list) if list.len() == 1);
    if one {
        let what = "It is in one language.";
        add("one_language", fail, what, "Say how to have it in another language.");
    }
    all
}

fn about(id: &str, verdict: Verdict, record: Record) -> Finding {
    let mut finding = Finding::new(Check::Words, id, verdict, record.name.clone());
    finding.records.push(record);
    finding
}
