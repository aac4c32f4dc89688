//! Whether every text a carer reads can be read with ease: short sentences, short words, no jargon.
//!
//! The limits are a reading age of about eleven for a page, and a little more for a single sentence, where one
//! long word weighs too much. What a machine cannot see (warmth, order, truth) is for people to read.

mod casework;
mod easy;
mod letter;
mod message;
mod page;
mod plain;
mod young;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use law::library::KINDS;
use law::text::{Entry, Field, SourceFile};

use offer::reading::{self, Sentence, Terms, counted};
use plain::PlainWords;

/// What a text may be at most.
struct Limits {
    grade: f64,
    mean_words: f64,
    longest: usize,
}

const PAGE: Limits = Limits { grade: 6.5, mean_words: 16.0, longest: LONGEST_SENTENCE };
const LINE: Limits = Limits { grade: 8.0, mean_words: 28.0, longest: LONGEST_SENTENCE };
/// A letter speaks to an officer and names the law.
const LETTER: Limits = Limits { grade: 8.0, mean_words: 18.0, longest: LONGEST_SENTENCE };
/// A page in easy words: one idea to a line.
const EASY: Limits = Limits { grade: 4.0, mean_words: 9.0, longest: 14 };
const LONGEST_SENTENCE: usize = 28;
/// Below this many words one word alone makes the grade, which then says nothing ("Nothing" has grade 8.4).
const FEWEST_GRADED: usize = 10;

/// What lawyers, councils and those who work with families read, not carers.
const FOR_EXPERTS: [&str; 4] = [
    "crates/web/templates/law/",
    "crates/web/templates/families/",
    "content/en/desk/families.ftl",
    "content/en/pages/law.ftl",
];

/// A text a carer reads, and where it is written.
struct Text {
    place: String,
    what: String,
    words: String,
    limits: &'static Limits,
}

/// What the texts are like taken together.
pub(crate) struct Report {
    /// Each text that is too hard, with why.
    pub(crate) faults: Vec<String>,
    /// One line of numbers.
    pub(crate) summary: String,
}

/// Reads every text below the root of the workspace.
pub(crate) fn check(root: &Path) -> Result<Report> {
    let plain = PlainWords::read(root)?;
    let entries = entries(&root.join("law"))?;
    let terms = terms(&entries);
    let mut texts: Vec<Text> = entries.iter().flat_map(texts_of).collect();
    texts.extend(letter::texts(root)?);
    texts.extend(casework::texts(root)?);
    texts.extend(sheets(root)?);
    let young = young::Young::read(root)?;
    texts.extend(young.texts());
    texts.extend(advice(root)?);
    texts.extend(easy::texts(root)?);
    texts.extend(message::texts(root)?);
    for path in files(&root.join("content/en"), "md")? {
        if path.starts_with(root.join(letter::FOLDER)) {
            continue;
        }
        let words = fs::read_to_string(&path)?;
        texts.push(Text { place: short(root, &path), what: "page".into(), words, limits: &PAGE });
    }
    for path in files(&root.join("crates/web/templates"), "html")? {
        let place = short(root, &path);
        let for_experts = FOR_EXPERTS.iter().any(|folder| place.starts_with(folder));
        let found = if for_experts { Vec::new() } else { page::texts(&fs::read_to_string(&path)?) };
        texts.extend(found.into_iter().map(|(number, words)| Text {
            place: format!("{place}:{number}"),
            what: "template".into(),
            words,
            limits: &LINE,
        }));
    }
    let (terms, no_terms) = (Terms::new(terms.iter().map(String::as_str)), Terms::new(std::iter::empty()));
    let mut faults = Vec::new();
    let (mut grades, mut full_grades, mut count) = (Vec::new(), Vec::new(), 0_usize);
    for text in &texts {
        let sentences = counted(&text.words, &terms);
        count += sentences.len();
        if std::ptr::eq(text.limits, &PAGE) {
            grades.push(reading::grade(&sentences));
            full_grades.push(reading::grade(&counted(&text.words, &no_terms)));
        }
        faults.extend(too_hard(text, &sentences, &plain));
    }
    faults.extend(young.faults(&terms));
    let mean = |grades: &[f64]| grades.iter().sum::<f64>() / grades.len().max(1) as f64;
    let summary = format!(
        "{} texts, {count} sentences; {} pages of grade {:.1} on average ({:.1} where terms count in full, {:.1} the hardest); \
         {} to mend",
        texts.len(),
        grades.len(),
        mean(&grades),
        mean(&full_grades),
        full_grades.iter().copied().fold(0.0, f64::max),
        faults.len(),
    );
    Ok(Report { faults, summary })
}

/// Prints what is too hard, and fails where anything is.
pub(crate) fn run(root: &Path) -> Result<()> {
    let report = check(root)?;
    crate::chore::finish("reading", &report.faults, &report.summary)
}

fn too_hard(text: &Text, sentences: &[Sentence], plain: &PlainWords) -> Vec<String> {
    let say = |why: String| format!("{}: {}: {why}", text.place, text.what);
    let mut faults = Vec::new();
    let words: usize = sentences.iter().map(|sentence| sentence.words).sum();
    let grade = reading::grade(sentences);
    if words >= FEWEST_GRADED && grade > text.limits.grade {
        let hardest = sentences.iter().max_by(|a, b| alone(a).total_cmp(&alone(b)));
        let hardest = hardest.map(|sentence| sentence.text.as_str()).unwrap_or_default();
        faults.push(say(format!("grade {grade:.1}, at most {}; hardest: {hardest:?}", text.limits.grade)));
    }
    let mean = words as f64 / sentences.len().max(1) as f64;
    if mean > text.limits.mean_words {
        faults.push(say(format!("{mean:.0} words a sentence, at most {}", text.limits.mean_words)));
    }
    for sentence in sentences {
        if sentence.words > text.limits.longest {
            faults.push(say(format!(
                "{} words in one sentence, at most {}: {:?}",
                sentence.words, text.limits.longest, sentence.text
            )));
        }
        for (word, instead) in plain.found(&sentence.plain) {
            faults.push(say(format!("{word:?}: write {instead}: {:?}", sentence.text)));
        }
    }
    faults
}

fn alone(sentence: &Sentence) -> f64 {
    reading::grade(std::slice::from_ref(sentence))
}

/// What the sheets for other people's officers say of each support.
fn sheets(root: &Path) -> Result<Vec<Text>> {
    let mut texts = Vec::new();
    for path in files(&root.join("content/en/sheets"), "law")? {
        let text = fs::read_to_string(&path)?;
        let (entries, _) = law::text::read(&SourceFile { path: short(root, &path), text }, &["item"]);
        for entry in &entries {
            let rules = entry.fields.iter().filter(|field| field.key.is_empty());
            texts.extend(rules.flat_map(|field| reasons(entry, field)));
        }
    }
    Ok(texts)
}

/// The beginnings of answers that advisers take.
fn advice(root: &Path) -> Result<Vec<Text>> {
    let path = root.join("content/en/advice-templates.law");
    let Ok(text) = fs::read_to_string(&path) else { return Ok(Vec::new()) };
    let (entries, _) = law::text::read(&SourceFile { path: short(root, &path), text }, &["template"]);
    let text = |entry: &Entry| Text {
        place: format!("{}:{}", entry.spot.file, entry.spot.line),
        what: "beginning of an answer".into(),
        words: entry.all("says").map(Field::joined).collect::<Vec<_>>().join("\n\n"),
        limits: &PAGE,
    };
    Ok(entries.iter().map(text).collect())
}

fn entries(law: &Path) -> Result<Vec<Entry>> {
    let mut found = Vec::new();
    for path in files(law, "law")?.into_iter().chain(files(law, "md")?) {
        if path.ends_with("README.md") {
            continue;
        }
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        let file = SourceFile { path: format!("law/{}", short(law, &path)), text };
        found.extend(law::text::read(&file, &KINDS).0);
    }
    Ok(found)
}

/// The terms of the glossary and their other forms.
fn terms(entries: &[Entry]) -> Vec<String> {
    let of_glossary = entries.iter().filter(|entry| entry.kind == "term");
    of_glossary
        .flat_map(|entry| {
            let also = entry.text("also").unwrap_or_default();
            let also: Vec<String> = also.split(',').map(|word| word.trim().to_owned()).collect();
            std::iter::once(entry.name.clone()).chain(also)
        })
        .filter(|term| !term.is_empty())
        .collect()
}

fn texts_of(entry: &Entry) -> Vec<Text> {
    let keys: &[&str] = match entry.kind.as_str() {
        "support" => &["ask", "proof", "refused", "note"],
        "fact" => &["ask", "hint", "why", "ask young", "hint young"],
        "effect" => &["says"],
        "term" | "clock" => &["means"],
        _ => return Vec::new(),
    };
    let mut texts: Vec<Text> = Vec::new();
    for field in &entry.fields {
        if keys.contains(&field.key.as_str()) {
            texts.push(line(&field.spot, &format!("{} of {}", field.key, entry.name), field.joined()));
        }
        if entry.kind == "support" && field.key.is_empty() {
            texts.extend(reasons(entry, field));
        }
    }
    if let Some(body) = &entry.body {
        let place = entry.spot.file.to_string();
        texts.push(Text { place, what: "page".into(), words: body.clone(), limits: &PAGE });
    }
    texts
}

/// The `because` and `settled by` of an outcome line, with the more indented lines that carry them on.
fn reasons(entry: &Entry, field: &Field) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    let mut inside = None;
    for one in &field.lines {
        let opened = ["because", "settled by"].into_iter().find_map(|key| Some((key, one.text.strip_prefix(key)?)));
        match opened {
            Some((key, words)) => {
                inside = Some(one.indent);
                texts.push(line(&one.spot, &format!("{key} of {}", entry.name), words.trim().to_owned()));
            }
            None if inside.is_some_and(|indent| one.indent > indent) => {
                if let Some(text) = texts.last_mut() {
                    text.words = format!("{} {}", text.words, one.text.trim());
                }
            }
            None => inside = None,
        }
    }
    texts
}

fn line(spot: &law::fault::Spot, what: &str, words: String) -> Text {
    Text { place: format!("{}:{}", spot.file, spot.line), what: what.to_owned(), words, limits: &LINE }
}

/// Every file below the folder with that ending, in order of their paths.
pub(crate) fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if !folder.is_dir() {
        return Ok(found);
    }
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path, ending)?);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn short(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}
