//! What a council's kinship local offer must, should or may hold: three layers, never merged.

use crate::cite::{self, Cite, Sureness};
use crate::fault::{Fault, Spot};
use crate::text::{Entry, Field};
use jiff::civil::Date;
use serde::Serialize;

/// One line of the offer checklist.
#[derive(Clone, Debug)]
pub struct Duty {
    /// Its name.
    pub id: String,
    /// Its number in the checklist.
    pub no: u16,
    /// The layer it belongs to.
    pub layer: Layer,
    /// must, should or good practice.
    pub force: String,
    /// What it is about.
    pub title: String,
    /// What an offer must show to meet it.
    pub asks: String,
    /// What it rests on.
    pub cites: Vec<Cite>,
    /// How sure we are.
    pub verified: Sureness,
    /// What of an offer shows that it is met: each of these is needed.
    pub shown_by: Vec<ShownBy>,
    /// It is not asked of a version that was published or reviewed before this day.
    pub asked_from: Option<Date>,
    /// Caveats.
    pub notes: Vec<String>,
    /// Where it is written.
    pub spot: Spot,
}

/// Something in an offer that shows a line of the checklist to be met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShownBy {
    /// A record of one of these kinds that says it answers the line.
    Answers(Vec<String>),
    /// A value of the offer's head, by its key.
    Head(String),
    /// Words in the offer's title.
    Title(String),
    /// One of these words in the formats it comes in.
    Format(Vec<String>),
    /// A principle with this meaning.
    Principle(String),
    /// No service whose answer the council lets turn on legal status.
    Fairness,
}

impl ShownBy {
    /// The kinds of record that may say they answer a line.
    pub const RECORDS: [&str; 8] =
        ["section", "statement", "service", "payment", "contact", "organisation", "complaint", "event"];
    /// The keys of an offer's head that can show something.
    pub const HEAD: [&str; 5] = ["status", "language", "lead role", "last review", "next review"];

    /// What shows it, in words.
    pub fn words(&self) -> String {
        match self {
            ShownBy::Answers(kinds) => format!("a {} that says it answers this line", kinds.join(" or ")),
            ShownBy::Head(key) => format!("the {key} at the head of the offer"),
            ShownBy::Title(words) => format!("a title that says \u{201c}{words}\u{201d}"),
            ShownBy::Format(words) => format!("a format such as {}", words.join(", ")),
            ShownBy::Principle(means) => format!("a principle that means \u{201c}{means}\u{201d}"),
            ShownBy::Fairness => {
                "services whose answer does not turn on legal status by the council's choice".to_owned()
            }
        }
    }

    fn read(field: &Field) -> Result<ShownBy, Fault> {
        let text = field.joined();
        let (what, of) = text.split_once(" | ").unwrap_or((&text, ""));
        let list: Vec<String> =
            of.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect();
        let wrong = |words: &str, known: &[&str]| {
            let fault = Fault::new(&field.spot, format!("{words:?} is not something that shows a duty"));
            fault.nearest(words, known.iter().copied()).hint(format!("it is one of: {}", known.join(", ")))
        };
        match (what.trim(), list.first()) {
            ("answers", Some(_)) => match list.iter().find(|kind| !Self::RECORDS.contains(&kind.as_str())) {
                Some(kind) => Err(wrong(kind, &Self::RECORDS)),
                None => Ok(ShownBy::Answers(list)),
            },
            ("head", Some(key)) if Self::HEAD.contains(&key.as_str()) => Ok(ShownBy::Head(key.clone())),
            ("head", Some(key)) => Err(wrong(key, &Self::HEAD)),
            ("title", Some(_)) => Ok(ShownBy::Title(of.trim().to_owned())),
            ("format", Some(_)) => Ok(ShownBy::Format(list)),
            ("principle", Some(_)) => Ok(ShownBy::Principle(of.trim().to_owned())),
            ("fairness", None) => Ok(ShownBy::Fairness),
            _ => Err(Fault::new(&field.spot, format!("{text:?} does not say what shows the duty")).hint(
                "write one of: answers | section, service; head | lead role; title | WORDS; format | WORDS; \
                 principle | WORDS; fairness",
            )),
        }
    }
}

/// A layer of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// Children Act 1989 section 22H.
    Statute,
    /// Statutory guidance.
    Guidance,
    /// Good practice.
    GoodPractice,
}

impl Layer {
    /// The word used in files.
    pub fn word(self) -> &'static str {
        match self {
            Layer::Statute => "statute",
            Layer::Guidance => "guidance",
            Layer::GoodPractice => "good-practice",
        }
    }
}

const KEYS: [&str; 11] =
    ["no", "layer", "force", "title", "asks", "shown by", "asked from", "cites", "verified", "note", "checked"];

impl Duty {
    /// Whether a record of a kind can say that it answers this line.
    pub fn is_answered_by(&self, kind: &str) -> bool {
        matches!(&self.shown_by[..], [ShownBy::Answers(kinds)] if kinds.iter().any(|known| known == kind))
    }

    pub(crate) fn read(entry: &Entry, faults: &mut Vec<Fault>) -> Result<Duty, Fault> {
        faults.extend(entry.unknown_keys(&KEYS));
        let layer = entry.must("layer")?;
        let layer = [Layer::Statute, Layer::Guidance, Layer::GoodPractice]
            .into_iter()
            .find(|known| known.word() == layer)
            .ok_or_else(|| {
                Fault::new(&entry.spot, format!("{layer:?} is not a layer"))
                    .hint("the layers are: statute, guidance, good-practice")
            })?;
        let no = entry.must("no")?;
        Ok(Duty {
            id: entry.name.clone(),
            no: no.parse().map_err(|_| Fault::new(&entry.spot, format!("no {no:?} is not a number")))?,
            layer,
            force: entry.must("force")?,
            title: entry.must("title")?,
            asks: entry.must("asks")?,
            shown_by: read_shown_by(entry)?,
            asked_from: read_asked_from(entry)?,
            cites: read_cites(entry)?,
            verified: read_verified(entry)?,
            notes: entry.all("note").map(Field::joined).collect(),
            spot: entry.spot.clone(),
        })
    }
}

/// Reads what shows a duty: at least one line.
fn read_shown_by(entry: &Entry) -> Result<Vec<ShownBy>, Fault> {
    let list = entry.all("shown by").map(ShownBy::read).collect::<Result<Vec<_>, _>>()?;
    match list.is_empty() {
        true => Err(Fault::new(&entry.spot, format!("nothing says what shows {}", entry.name))
            .hint("add `shown by` and what of an offer shows it, for example: answers | section, service")),
        false => Ok(list),
    }
}

/// Reads the day before which a version is spared.
fn read_asked_from(entry: &Entry) -> Result<Option<Date>, Fault> {
    let Some(field) = entry.field("asked from") else { return Ok(None) };
    let day = field.value.trim();
    day.parse()
        .map(Some)
        .map_err(|_| Fault::new(&field.spot, format!("{day:?} is not a date")).hint("write it as 2026-06-29"))
}

/// Reads the `cites` key, which must hold at least one citation.
pub(crate) fn read_cites(entry: &Entry) -> Result<Vec<Cite>, Fault> {
    let field = entry.field("cites").ok_or_else(|| {
        Fault::new(&entry.spot, format!("{} {} cites nothing", entry.kind, entry.name))
            .hint("add `cites` and the provisions in square brackets")
    })?;
    let (_, cites) = cite::split(&field.joined(), &field.spot)?;
    match cites.is_empty() {
        true => Err(Fault::new(&field.spot, "no citation in square brackets").hint("for example [ca-1989/22H(1)(a)]")),
        false => Ok(cites),
    }
}

/// Reads the `verified` key.
pub(crate) fn read_verified(entry: &Entry) -> Result<Sureness, Fault> {
    let word = entry.must("verified")?;
    Sureness::parse(&word).ok_or_else(|| {
        Fault::new(&entry.spot, format!("{word:?} does not say how sure we are"))
            .hint("write one of: seen, excerpt, second-hand, computed, memory, unsure")
    })
}
