//! The kinds of kinship care a pack tells apart, and what it says of every child: `content/en/packs`.

use law::cite::{Cite, split};
use law::fault::Fault;
use law::text::{Entry, SourceFile, read};
use law::{Case, Law};

const KINDS: &str = include_str!("../../../../../content/en/packs/kinds.law");
const SCHOOL: &str = include_str!("../../../../../content/en/packs/school.law");
const GP: &str = include_str!("../../../../../content/en/packs/gp.law");

/// The words of the packs for a school and for a GP surgery.
pub(crate) struct Packs {
    pub(super) kinds: Vec<Kind>,
    pub(super) school: Vec<Point>,
    pub(super) surgery: Vec<Point>,
}

/// One kind of kinship care.
#[derive(Debug)]
pub(super) struct Kind {
    /// What a pack calls it.
    pub title: String,
    /// What it is.
    pub means: String,
    /// The paper a carer can show.
    pub shows: String,
    /// The facts that are so of every child of the kind, each with its value as files write it.
    so: Vec<(String, String)>,
}

/// One thing said of every child.
#[derive(Debug)]
pub(super) struct Point {
    /// Its heading.
    pub title: String,
    /// The words.
    pub says: String,
    /// What they rest on; nothing where they are our advice.
    pub cites: Vec<Cite>,
}

impl Packs {
    /// Reads the words. They are part of the program, so a fault is one of ours; tests find it.
    pub(crate) fn read(law: &Law) -> (Packs, Vec<Fault>) {
        let mut faults = Vec::new();
        let kinds = entries("kinds.law", KINDS, "kind", &mut faults);
        let kinds = kinds.iter().filter_map(|entry| keep(Kind::read(entry, law), &mut faults)).collect();
        let mut points = |path: &str, text: &str| -> Vec<Point> {
            let entries = entries(path, text, "point", &mut faults);
            entries.iter().filter_map(|entry| keep(Point::read(entry, law), &mut faults)).collect()
        };
        let (school, surgery) = (points("school.law", SCHOOL), points("gp.law", GP));
        (Packs { kinds, school, surgery }, faults)
    }
}

fn entries(path: &str, text: &str, kind: &str, faults: &mut Vec<Fault>) -> Vec<Entry> {
    let (entries, unplaced) = read(&SourceFile { path: path.to_owned(), text: text.to_owned() }, &[kind]);
    faults.extend(unplaced);
    entries
}

fn keep<T>(read: Result<T, Fault>, faults: &mut Vec<Fault>) -> Option<T> {
    read.map_err(|fault| faults.push(fault)).ok()
}

impl Kind {
    fn read(entry: &Entry, law: &Law) -> Result<Kind, Fault> {
        let lines = entry.field("so").map(|field| field.lines.as_slice()).unwrap_or_default();
        // Any day will do to see that a fact can have its value.
        let mut case = Case::on(jiff::civil::Date::default());
        let mut so = Vec::new();
        for line in lines {
            let (fact, value) = line.text.split_once("  ").unwrap_or((&line.text, ""));
            let (fact, value) = (fact.trim(), value.trim());
            case.set_text(fact, value, &law.facts).map_err(|fault| fault.at(&line.spot))?;
            so.push((fact.to_owned(), value.to_owned()));
        }
        Ok(Kind { title: entry.must("title")?, means: entry.must("means")?, shows: entry.must("shows")?, so })
    }

    /// Tells a case what is so of every child of the kind.
    pub(super) fn tell(&self, case: &mut Case, law: &Law) {
        for (fact, value) in &self.so {
            if let Err(fault) = case.set_text(fact, value, &law.facts) {
                tracing::error!(fact, why = %fault, "a kind of kinship care cannot be told");
            }
        }
    }
}

impl Point {
    fn read(entry: &Entry, law: &Law) -> Result<Point, Fault> {
        let (says, cites) = split(&entry.must("says")?, &entry.spot)?;
        let mut faults = Vec::new();
        cites.iter().for_each(|cite| law.check_cite(cite, &mut faults));
        match faults.into_iter().next() {
            Some(fault) => Err(fault),
            None => Ok(Point { title: entry.must("title")?, says, cites }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Packs;
    use crate::routes::tests::law_texts;

    #[test]
    fn every_kind_and_every_point_can_be_read() {
        let (law, _) = law::Law::load(&law_texts());
        let (packs, faults) = Packs::read(&law);
        assert!(faults.is_empty(), "{faults:?}");
        assert!(packs.kinds.len() >= 6 && packs.school.len() >= 4 && packs.surgery.len() >= 4);
    }
}
