//! How long a case is kept, as data: rules by what is in it, and what holds it although its time has passed.

use super::act::{Test, read_cites};
use super::{Practice, list, template};
use law::Law;
use law::cite::{Cite, Sureness};
use law::clock::Length;
use law::fault::{Fault, Spot};
use law::text::{Entry, Field};

/// A rule on how long a case is kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its name.
    pub name: String,
    /// What is kept, in words.
    pub title: String,
    /// What must be in a case for the rule to fit: any of them.
    pub of: Vec<Holding>,
    /// The times: the one that ends last counts.
    pub keep: Vec<Span>,
    /// The time that counts alone where the child died before an age.
    pub instead: Option<(Span, i64)>,
    /// What it rests on.
    pub cites: Vec<Cite>,
    /// Whose practice it is, where it is not the law's.
    pub source: Option<String>,
    /// How sure we are of it.
    pub verified: Sureness,
    /// Caveats.
    pub notes: Vec<String>,
    /// Where it is written.
    pub spot: Spot,
}

/// What keeps a case although its time has passed.
#[derive(Clone, Debug)]
pub struct Hold {
    /// Its name.
    pub name: String,
    /// It, in words.
    pub title: String,
    /// The matters that hold the case as long as they are open; none for any that no other hold names.
    pub matters: Option<Holding>,
    /// Where it is written.
    pub spot: Spot,
}

/// Some kinds of matter, and what must have been said in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The kinds.
    pub kinds: Vec<String>,
    /// Only where this was ever said in it; a test without values asks only whether anything was.
    pub when: Option<Test>,
    /// Where it is written.
    pub spot: Spot,
}

/// So many years from something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// How many.
    pub years: i64,
    /// From what.
    pub from: Trigger,
}

/// From what the time runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// The birth of the child; of each where there are several.
    Birth,
    /// The child's death.
    Death,
    /// The last act in the matters for which the rule fits.
    LastInIt,
    /// The last act in the case.
    LastOfAll,
}

impl Trigger {
    const ALL: [(&str, Trigger); 4] = [
        ("birth", Trigger::Birth),
        ("death", Trigger::Death),
        ("its last act", Trigger::LastInIt),
        ("the last act", Trigger::LastOfAll),
    ];
}

impl Kept {
    pub(super) fn read(entry: &Entry, faults: &mut Vec<Fault>) -> Result<Kept, Fault> {
        let known = ["title", "of", "keep", "instead", "cites", "source", "verified", "note"];
        faults.extend(entry.unknown_keys(&known));
        let (cites, source) = (read_cites(entry)?, entry.text("source"));
        if cites.is_empty() && source.is_none() {
            return Err(Fault::new(&entry.spot, format!("`{}` does not say what it rests on", entry.name))
                .hint("add `cites` with a provision, or `source` with whose practice it is"));
        }
        let keep: Vec<Span> =
            entry.all("keep").map(|field| span(field).map(|(span, _)| span)).collect::<Result<_, _>>()?;
        if keep.is_empty() {
            entry.must("keep")?;
        }
        let instead = entry.field("instead").map(|field| match span(field)? {
            (span, Some(age)) => Ok((span, age)),
            (_, None) => Err(Fault::new(&field.spot, "this does not say before which age")
                .hint("instead  15 years from death before 18")),
        });
        entry.must("of")?;
        Ok(Kept {
            name: entry.name.clone(),
            title: entry.must("title")?,
            of: entry.all("of").map(holding).collect(),
            keep,
            instead: instead.transpose()?,
            cites,
            source,
            verified: verified(entry)?,
            notes: entry.all("note").map(Field::joined).collect(),
            spot: entry.spot.clone(),
        })
    }
}

impl Hold {
    pub(super) fn read(entry: &Entry, faults: &mut Vec<Fault>) -> Result<Hold, Fault> {
        faults.extend(entry.unknown_keys(&["title", "while"]));
        let matters = entry.must("while")?;
        Ok(Hold {
            name: entry.name.clone(),
            title: entry.must("title")?,
            matters: entry.field("while").filter(|_| matters != "any other").map(holding),
            spot: entry.spot.clone(),
        })
    }
}

fn verified(entry: &Entry) -> Result<Sureness, Fault> {
    let word = entry.must("verified")?;
    let spot = entry.field("verified").map_or(&entry.spot, |field| &field.spot);
    Sureness::parse(&word).ok_or_else(|| {
        Fault::new(spot, format!("`{word}` is not a mark of how sure we are"))
            .hint("the marks are: seen, excerpt, second-hand, computed, memory, unsure")
    })
}

/// Reads `MATTER, MATTER`, or `MATTER when FIELD is VALUE or VALUE`.
fn holding(field: &Field) -> Holding {
    let (text, spot) = (field.joined(), field.spot.clone());
    match text.split_once(" when ") {
        Some((kinds, test)) => Holding { kinds: list(kinds), when: Some(template::test(test)), spot },
        None => Holding { kinds: list(&text), when: None, spot },
    }
}

/// Reads `75 years from birth`, and the age of `15 years from death before 18`.
fn span(field: &Field) -> Result<(Span, Option<i64>), Fault> {
    let (text, spot) = (field.joined(), &field.spot);
    let fault = |message: String| Fault::new(spot, message).hint("75 years from birth, or 3 years from the last act");
    let (length, from) = text.split_once(" from ").ok_or_else(|| fault("this does not say from what".to_owned()))?;
    let years = match Length::parse(length, spot)? {
        Length::Years(years) => i64::from(years),
        _ => return Err(fault(format!("`{length}` is not a number of years"))),
    };
    let (from, age) = match from.split_once(" before ") {
        Some((from, age)) => {
            let age = age.trim().parse().map_err(|_| fault(format!("`{age}` is not an age")))?;
            (from, Some(age))
        }
        None => (from, None),
    };
    let known = Trigger::ALL.iter().find(|(words, _)| *words == from.trim());
    let (_, from) = known.ok_or_else(|| {
        Fault::new(spot, format!("no time runs from `{}`", from.trim()))
            .nearest(from.trim(), Trigger::ALL.iter().map(|(words, _)| *words))
            .hint("birth, death, its last act, the last act")
    })?;
    Ok((Span { years, from: *from }, age))
}

impl Practice {
    /// The hold of that name.
    pub fn hold(&self, name: &str) -> Option<&Hold> {
        self.holds.iter().find(|hold| hold.name == name)
    }

    pub(super) fn check_retention(&self, law: &Law, faults: &mut Vec<Fault>) {
        for kept in &self.kept {
            kept.cites.iter().for_each(|cite| law.check_cite(cite, faults));
            kept.of.iter().for_each(|of| self.check_holding(of, faults));
        }
        for hold in &self.holds {
            hold.matters.iter().for_each(|of| self.check_holding(of, faults));
        }
        for kind in self.matters.iter().filter(|kind| kind.is_work) {
            let always = |of: &Holding| of.when.is_none() && of.kinds.contains(&kind.name);
            if !self.kept.iter().any(|kept| kept.of.iter().any(always)) {
                let fault = Fault::new(&kind.spot, format!("nothing says how long a `{}` is kept", kind.name));
                faults.push(fault.hint("name it in a `kept` of retention.law, without a condition"));
            }
        }
    }

    fn check_holding(&self, of: &Holding, faults: &mut Vec<Fault>) {
        let spot = &of.spot;
        for name in of.kinds.iter().filter(|name| self.matter(name).is_none()) {
            let known = self.matters.iter().map(|kind| kind.name.as_str());
            faults.push(Fault::new(spot, format!("there is no matter `{name}`")).nearest(name, known));
        }
        of.when.iter().for_each(|test| self.check_test(test, spot, faults));
    }
}
