//! Supports: what a family may get, the rule that says so, and the page a carer reads about it.

use crate::condition::{Condition, Lines};
use crate::fact::Facts;
use crate::fault::{Fault, Spot};
use crate::period::Period;
use crate::text::{Entry, SourceFile};
use serde::Serialize;
use std::fmt;

/// What follows for a family from a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A duty on somebody, which the family can rely on once the conditions are met.
    Right,
    /// A power or a policy: the body must consider it fairly and need not give it.
    May,
    /// Not for these facts.
    No,
    /// Not known yet; something must settle it.
    Depends,
    /// Our evidence does not settle the rule itself.
    UnknownRule,
}

impl Outcome {
    /// Every outcome, from the strongest to the least known.
    pub const ALL: [Outcome; 5] = [Outcome::Right, Outcome::May, Outcome::No, Outcome::Depends, Outcome::UnknownRule];

    /// The word used in files and in data.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Right => "right",
            Outcome::May => "may",
            Outcome::No => "no",
            Outcome::Depends => "depends",
            Outcome::UnknownRule => "unknown_rule",
        }
    }

    pub(crate) fn read(word: &str, spot: &Spot) -> Result<Outcome, Fault> {
        Self::ALL.into_iter().find(|outcome| outcome.word() == word).ok_or_else(|| {
            Fault::new(spot, format!("{word:?} is not an outcome"))
                .nearest(word, Self::ALL.iter().map(|outcome| outcome.word()))
                .hint("the outcomes are: right, may, no, depends, unknown_rule")
        })
    }

    pub(crate) fn from_place(place: u16) -> Outcome {
        Self::ALL.get(usize::from(place)).copied().unwrap_or(Outcome::UnknownRule)
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// The nature of the promise behind a support.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Force {
    /// Somebody must.
    Duty,
    /// A general duty to children in the area, owed to no single child.
    TargetDuty,
    /// Somebody may.
    Power,
    /// A statutory payment from the state.
    Benefit,
    /// A tax rule.
    Tax,
    /// Statutory or other guidance expects it.
    Guidance,
    /// A trial in some places for some time.
    Pilot,
    /// Somebody offers it of their own choice.
    Voluntary,
}

impl Force {
    const ALL: [(&'static str, Force); 8] = [
        ("duty", Force::Duty),
        ("target-duty", Force::TargetDuty),
        ("power", Force::Power),
        ("benefit", Force::Benefit),
        ("tax", Force::Tax),
        ("guidance", Force::Guidance),
        ("pilot", Force::Pilot),
        ("voluntary", Force::Voluntary),
    ];

    /// The word used in files.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, force)| *force == self).map_or("", |(word, _)| word)
    }
}

/// One support.
#[derive(Clone, Debug)]
pub struct Support {
    /// Its name in files, addresses and data.
    pub id: String,
    /// Its short code in the working papers, such as `M07`.
    pub code: String,
    /// What a carer calls it.
    pub title: String,
    /// The folder it stands in: money, education, health, work, housing, legal, leaving-care, family.
    pub group: String,
    /// The nature of the promise.
    pub force: Force,
    /// Whether it is for the child, the carer or both.
    pub for_whom: String,
    /// Who provides it.
    pub provider: String,
    /// Who to ask, or how to claim, in a line.
    pub ask: Option<String>,
    /// What to have ready, in a line.
    pub proof: Option<String>,
    /// What to do if the answer is no, in a line.
    pub refused: Option<String>,
    /// When it exists at all.
    pub period: Period,
    /// How early it matters: 9 home and money in the first weeks, 1 small things.
    pub weight: u8,
    /// When and how it was last checked.
    pub checked: String,
    /// Caveats shown to the reader.
    pub notes: Vec<String>,
    /// Whether its sums are money that somebody is paid; a limit or a tax-free sum is not.
    pub is_paid: bool,
    /// What it is worth.
    pub amounts: Vec<AmountLine>,
    /// The rule.
    pub rule: Lines,
    /// The carer's page, in Markdown.
    pub body: String,
    /// The file it is written in.
    pub spot: Spot,
}

/// One line that says what a support is worth.
#[derive(Clone, Debug)]
pub struct AmountLine {
    /// What the sum is for; empty for plain words.
    pub label: String,
    /// The rate, or plain words.
    pub worth: Worth,
    /// When the line applies.
    pub when: Option<Condition>,
    /// Where it is written.
    pub spot: Spot,
}

/// What a support is worth: a rate by name, or words.
#[derive(Clone, Debug)]
pub enum Worth {
    /// The name of a rate.
    Rate(String),
    /// Plain words, where no figure is set.
    Words(String),
}

const KEYS: [&str; 16] = [
    "code",
    "title",
    "force",
    "for",
    "provider",
    "ask",
    "proof",
    "refused",
    "in force",
    "weight",
    "checked",
    "note",
    "amount",
    "decided by",
    "extends",
    "paid to",
];

impl Support {
    pub(crate) fn read(
        entry: &Entry,
        file: &SourceFile,
        facts: &Facts,
        faults: &mut Vec<Fault>,
    ) -> Result<Support, Fault> {
        faults.extend(entry.unknown_keys(&KEYS));
        let force = entry.must("force")?;
        let force = Force::ALL.iter().find(|(word, _)| *word == force).map(|(_, force)| *force).ok_or_else(|| {
            Fault::new(&entry.spot, format!("{force:?} is not a force"))
                .hint("the forces are: duty, target-duty, power, benefit, tax, guidance, pilot, voluntary")
        })?;
        let weight = entry.must("weight")?;
        let weight = weight
            .parse()
            .ok()
            .filter(|weight| (1..=9).contains(weight))
            .ok_or_else(|| Fault::new(&entry.spot, format!("weight {weight:?} is not a number from 1 to 9")))?;
        let amounts = entry.all("amount").map(|field| read_amount(field, facts)).collect::<Result<_, _>>()?;
        Ok(Support {
            id: entry.name.clone(),
            code: entry.must("code")?,
            title: entry.must("title")?,
            group: file.path.split('/').rev().nth(1).unwrap_or_default().to_owned(),
            force,
            for_whom: entry.text("for").unwrap_or_else(|| "both".to_owned()),
            provider: entry.must("provider")?,
            ask: entry.text("ask"),
            proof: entry.text("proof"),
            refused: entry.text("refused"),
            period: Period::read(entry)?,
            weight,
            checked: entry.must("checked")?,
            notes: entry.all("note").map(crate::text::Field::joined).collect(),
            is_paid: entry.text("paid to").is_none_or(|who| who != "nobody"),
            amounts,
            rule: Lines::read(entry, facts, &|word, spot| Outcome::read(word, spot).map(|found| found as u16), faults),
            body: entry.body.clone().unwrap_or_default(),
            spot: entry.spot.clone(),
        })
    }
}

fn read_amount(field: &crate::text::Field, facts: &Facts) -> Result<AmountLine, Fault> {
    let text = field.joined();
    let spot = field.spot.clone();
    if let Some(words) = text.strip_prefix("text:") {
        let worth = Worth::Words(words.trim().to_owned());
        return Ok(AmountLine { label: String::new(), worth, when: None, spot });
    }
    let (label, rest) = text.rsplit_once(": rate ").ok_or_else(|| {
        Fault::new(&field.spot, "an amount is neither a rate nor words")
            .hint("write `amount  LABEL: rate NAME` or `amount  text: WORDS`")
    })?;
    let (rate, when) = match rest.split_once(" when ") {
        Some((rate, when)) => (rate, Some(crate::condition::read_list(when, &field.spot, facts)?)),
        None => (rest, None),
    };
    let worth = Worth::Rate(rate.trim().to_owned());
    Ok(AmountLine { label: label.trim().to_owned(), worth, when, spot })
}
