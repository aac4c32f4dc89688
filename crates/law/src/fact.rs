//! Facts: what a rule may ask about a family, the question that finds it out, and the words rules use for it.

use crate::condition::Lines;
use crate::fault::Fault;
use crate::text::Entry;
use crate::value::{Choice, Kind};
use crate::young::Young;
use rustc_hash::FxHashMap;

/// The place of a fact in the table of all facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(pub(crate) u16);

impl FactId {
    /// The place as a number.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// One fact.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its name, as files and programs use it.
    pub name: String,
    /// Its type.
    pub kind: Kind,
    /// The subject it belongs to, such as `child` or `home`.
    pub group: String,
    /// For yes/no facts, the sentence that states it; for others, the subject of the sentence.
    pub says: String,
    /// For yes/no facts, the sentence that denies it.
    pub denies: String,
    /// The question in plain words; absent for facts that are only worked out.
    pub ask: Option<String>,
    /// More words under the question.
    pub hint: Option<String>,
    /// Why we ask.
    pub why: Option<String>,
    /// How the question is put to the young person themself, where it can be.
    pub young: Option<Young>,
    /// One to four words for a list of answers.
    pub short: String,
    /// How hard the question is to be asked: 0 not at all, 3 painful.
    pub distress: u8,
    /// False where only a professional's record can give the fact.
    pub asked: bool,
    /// Who settles it, where a professional does.
    pub decided_by: Option<String>,
    /// What Kith takes it to be unless told otherwise, as written.
    pub taken_as: Option<String>,
    /// How it follows from other facts, where it does.
    pub origin: Origin,
    /// Where it is written.
    pub spot: crate::fault::Spot,
}

/// Where the value of a fact comes from.
#[derive(Clone, Debug)]
pub enum Origin {
    /// From what a person says.
    Told,
    /// From the time between a date that a person tells and the day asked about.
    Since {
        /// The date.
        date: FactId,
        /// The unit counted.
        unit: Unit,
    },
    /// From a rule over other facts; what is told directly goes before it.
    Derived(Box<Lines>),
}

/// A unit of time in which whole periods are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Whole years, an anniversary on 29 February falling on 1 March.
    Years,
    /// Whole months.
    Months,
    /// Whole weeks.
    Weeks,
    /// Days.
    Days,
}

impl Unit {
    fn parse(word: &str) -> Option<Unit> {
        match word {
            "years" => Some(Unit::Years),
            "months" => Some(Unit::Months),
            "weeks" => Some(Unit::Weeks),
            "days" => Some(Unit::Days),
            _ => None,
        }
    }
}

impl Fact {
    /// Whether the fact follows from a rule over other facts.
    pub fn is_derived(&self) -> bool {
        matches!(self.origin, Origin::Derived(_))
    }

    /// Whether a person can be asked for it.
    pub fn can_be_asked(&self) -> bool {
        self.asked && self.ask.is_some()
    }
}

/// Every fact, found by name, by sentence and by subject.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    list: Vec<Fact>,
    by_name: FxHashMap<String, FactId>,
    by_sentence: FxHashMap<String, (FactId, bool)>,
    subjects: Vec<(String, FactId)>,
}

const KEYS: [&str; 21] = [
    "type",
    "group",
    "says",
    "yes",
    "no",
    "ask",
    "hint",
    "why",
    "ask young",
    "hint young",
    "values young",
    "short",
    "distress",
    "asked",
    "decided by",
    "taken as",
    "values",
    "unit",
    "since",
    "derived",
    "note",
];

impl Facts {
    /// Every fact, in the order of the files.
    pub fn iter(&self) -> impl Iterator<Item = (FactId, &Fact)> {
        self.list.iter().enumerate().map(|(place, fact)| (FactId(place as u16), fact))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The fact of that name.
    pub fn find(&self, name: &str) -> Option<FactId> {
        self.by_name.get(name).copied()
    }

    /// Every name, for suggestions.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(|fact| fact.name.as_str())
    }

    pub(crate) fn sentence(&self, text: &str) -> Option<(FactId, bool)> {
        self.by_sentence.get(text).copied()
    }

    /// The fact whose subject begins the text, and the rest; the longest subject wins.
    pub(crate) fn subject<'t>(&self, text: &'t str) -> Option<(FactId, &'t str)> {
        self.subjects
            .iter()
            .filter_map(|(says, id)| {
                let rest = text.strip_prefix(says.as_str())?;
                (rest.starts_with(" is ") || rest.starts_with(" include")).then(|| (says.len(), *id, rest.trim_start()))
            })
            .max_by_key(|(length, _, _)| *length)
            .map(|(_, id, rest)| (id, rest))
    }

    /// Reads the facts of all entries; derived rules are read in a second pass, once every name is known.
    pub(crate) fn load(entries: &[Entry], faults: &mut Vec<Fault>) -> Facts {
        let mut facts = Facts::default();
        for entry in entries.iter().filter(|entry| entry.kind == "fact") {
            faults.extend(entry.unknown_keys(&KEYS));
            match read(entry) {
                Ok(fact) => facts.add(fact, entry, faults),
                Err(fault) => faults.push(fault),
            }
        }
        for entry in entries.iter().filter(|entry| entry.kind == "fact") {
            if let Err(fault) = facts.read_origin(entry, faults) {
                faults.push(fault);
            }
        }
        facts
    }

    fn add(&mut self, fact: Fact, entry: &Entry, faults: &mut Vec<Fault>) {
        let id = FactId(self.list.len() as u16);
        if let Some(first) = self.by_name.insert(fact.name.clone(), id) {
            let there = &self[first].spot;
            faults.push(Fault::new(&entry.spot, format!("fact {} is already written at {there}", fact.name)));
            self.by_name.insert(fact.name.clone(), first);
            return;
        }
        if fact.kind == Kind::YesNo {
            for (sentence, yes) in [(&fact.says, true), (&fact.denies, false)] {
                if self.by_sentence.insert(sentence.clone(), (id, yes)).is_some() {
                    faults.push(Fault::new(&entry.spot, format!("two facts are stated by the same words: {sentence}")));
                }
            }
        } else {
            self.subjects.push((fact.says.clone(), id));
        }
        self.list.push(fact);
    }

    fn read_origin(&mut self, entry: &Entry, faults: &mut Vec<Fault>) -> Result<(), Fault> {
        let Some(id) = self.find(&entry.name) else { return Ok(()) };
        if let Some(since) = entry.field("since") {
            let origin = self.read_since(&since.value, since)?;
            self.list[id.index()].origin = origin;
        }
        let has_lines = entry.fields.iter().any(|field| field.key.is_empty());
        if has_lines {
            let fact = self[id].clone();
            let lines = Lines::read(entry, self, &|word, spot| fact_value(&fact, word, spot), faults);
            self.list[id.index()].origin = Origin::Derived(Box::new(lines));
        }
        Ok(())
    }

    fn read_since(&self, text: &str, field: &crate::text::Field) -> Result<Origin, Fault> {
        let fault = || {
            Fault::new(&field.spot, "expected `since  <date fact> in years` (or months, weeks, days)")
                .nearest(text, self.names())
        };
        let (date, unit) = text.split_once(" in ").ok_or_else(fault)?;
        let date = self.find(date.trim()).ok_or_else(fault)?;
        let unit = Unit::parse(unit.trim()).ok_or_else(fault)?;
        Ok(Origin::Since { date, unit })
    }
}

impl std::ops::Index<FactId> for Facts {
    type Output = Fact;

    fn index(&self, id: FactId) -> &Fact {
        &self.list[id.index()]
    }
}

/// The outcome word of a derived fact's line: a value of the fact, or `asked` for "a person must say".
fn fact_value(fact: &Fact, word: &str, spot: &crate::fault::Spot) -> Result<u16, Fault> {
    if word == "asked" {
        return Ok(ASKED);
    }
    let wrong = |message: String| Fault::new(spot, format!("{word:?} is not a value of {}: {message}", fact.name));
    match fact.kind.parse(word).map_err(wrong)? {
        crate::value::Value::YesNo(yes) => Ok(u16::from(yes)),
        crate::value::Value::Choice(place) => Ok(place),
        _ => Err(wrong("a rule can only give yes, no or one of a list".into())),
    }
}

/// The outcome of a derived fact's line that leaves it to be asked.
pub(crate) const ASKED: u16 = u16::MAX;

fn read(entry: &Entry) -> Result<Fact, Fault> {
    let kind = read_kind(entry)?;
    let text = |key: &str| entry.text(key);
    let (says, denies) = match kind {
        Kind::YesNo => (entry.must("yes")?, entry.must("no")?),
        _ => (entry.must("says")?, String::new()),
    };
    let distress = match text("distress") {
        None => 0,
        Some(word) => word
            .parse()
            .map_err(|_| Fault::new(&entry.spot, format!("distress {word:?} is not a number from 0 to 3")))?,
    };
    Ok(Fact {
        name: entry.name.clone(),
        young: Young::read(entry, &kind)?,
        kind,
        group: entry.must("group")?,
        says,
        denies,
        ask: text("ask"),
        hint: text("hint"),
        why: text("why"),
        short: text("short").unwrap_or_else(|| entry.name.replace('_', " ")),
        distress,
        asked: text("asked").as_deref() != Some("no"),
        decided_by: text("decided by"),
        taken_as: text("taken as"),
        origin: Origin::Told,
        spot: entry.spot.clone(),
    })
}

fn read_kind(entry: &Entry) -> Result<Kind, Fault> {
    let word = entry.must("type")?;
    let unit = || entry.text("unit").unwrap_or_default();
    match word.as_str() {
        "yes/no" => Ok(Kind::YesNo),
        "date" => Ok(Kind::Date),
        "council" => Ok(Kind::Council),
        "number" => Ok(Kind::Number(unit())),
        "money" => Ok(Kind::Money(unit())),
        "one of" => Ok(Kind::OneOf(read_choices(entry)?)),
        "set of" => Ok(Kind::SetOf(read_choices(entry)?)),
        other => Err(Fault::new(&entry.spot, format!("{other:?} is not a type of fact"))
            .hint("the types are: yes/no, one of, set of, number, money, date, council")),
    }
}

fn read_choices(entry: &Entry) -> Result<Vec<Choice>, Fault> {
    let values = entry.field("values").ok_or_else(|| {
        Fault::new(&entry.spot, format!("fact {} has no `values`", entry.name))
            .hint("add `values` and, indented beneath it, lines of: code | words for rules | words for the carer")
    })?;
    values
        .lines
        .iter()
        .map(|line| {
            let parts: Vec<&str> = line.text.split('|').map(str::trim).collect();
            match parts[..] {
                [code, words, answer] => Ok(Choice { code: code.into(), words: words.into(), answer: answer.into() }),
                [code, words] => Ok(Choice { code: code.into(), words: words.into(), answer: words.into() }),
                _ => Err(Fault::new(&line.spot, "a value needs its code and its words")
                    .hint("write: code | words for rules | words for the carer")),
            }
        })
        .collect()
}
