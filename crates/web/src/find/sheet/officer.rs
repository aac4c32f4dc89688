//! A page for somebody else's officer, a school's or a GP surgery's: what they should know or can do for this child,
//! and no more of the family than that needs.

use super::ink::{dots, heading, paragraph, plain, sources, space, stopped, strong};
use super::view::{Entry, View, sum};
use crate::find::lines::Band;
use crate::ui::show;
use law::condition::Lines;
use law::fault::{Fault, Spot};
use law::rule::Force;
use law::text::SourceFile;
use law::tree::Truth;
use law::{Family, Law};
use paper::{Block, Text};

const SCHOOL: &str = include_str!("../../../../../content/en/sheets/school.law");
const GP: &str = include_str!("../../../../../content/en/sheets/gp.law");

/// The words for every officer who may be handed a sheet.
pub(crate) struct Offices {
    /// For a school.
    pub(crate) school: Office,
    /// For a GP surgery.
    pub(crate) surgery: Office,
}

impl Offices {
    /// Reads the words. They are part of the program, so a fault is one of ours; tests find it.
    pub(crate) fn read(law: &Law) -> (Offices, Vec<Fault>) {
        let mut faults = Vec::new();
        let school = Office {
            title: "For the school",
            opening: "Whoever gave you this looks after the child. It says what the law and the rules hold for this \
                      child at school, as far as we can tell from what they told us.",
            items: items("school.law", SCHOOL, "education", law, &mut faults),
        };
        let surgery = Office {
            title: "For the GP surgery",
            opening: "Whoever gave you this looks after the child. It says who may do what for the child's health, \
                      as far as we can tell from what they told us.",
            items: items("gp.law", GP, "health", law, &mut faults),
        };
        (Offices { school, surgery }, faults)
    }
}

/// What is said to an officer of each support of one subject.
pub(crate) struct Office {
    title: &'static str,
    opening: &'static str,
    items: Vec<Item>,
}

struct Item {
    support: String,
    says: Lines,
}

/// The words an outcome line begins with.
const OUTCOMES: [&str; 2] = ["says", "silent"];

fn items(path: &str, text: &str, group: &str, law: &Law, faults: &mut Vec<Fault>) -> Vec<Item> {
    let file = SourceFile { path: path.to_owned(), text: text.to_owned() };
    let (entries, unplaced) = law::text::read(&file, &["item"]);
    faults.extend(unplaced);
    let mut items = Vec::new();
    for entry in &entries {
        if law.support(&entry.name).is_none_or(|support| support.group != group) {
            faults.push(Fault::new(&entry.spot, format!("{:?} is no support of {group}", entry.name)));
        }
        let says = Lines::read(entry, &law.facts, &outcome, faults);
        says.lines.iter().filter_map(|line| line.when.as_ref()).for_each(|when| law.check_condition(when, faults));
        items.push(Item { support: entry.name.clone(), says });
    }
    let of_group = law.supports.iter().filter(|one| one.group == group);
    for support in of_group.filter(|one| !items.iter().any(|item| item.support == one.id)) {
        faults.push(Fault::new(
            &Spot { file: path.into(), line: 1, column: 1 },
            format!("nothing is written of {}", support.id),
        ));
    }
    items
}

impl Office {
    /// The supports of which the office is told something, in the order of its sheet.
    pub(crate) fn supports(&self) -> impl Iterator<Item = &str> {
        let tells = |item: &&Item| item.says.all().any(|line| line.outcome == 0);
        self.items.iter().filter(tells).map(|item| item.support.as_str())
    }

    /// What the office is told of a support for a family; `None` where it is told nothing.
    pub(crate) fn words(&self, support: &str, family: &Family) -> Option<&str> {
        self.items.iter().find(|item| item.support == support)?.words(family)
    }

    /// The blocks of the sheet.
    pub(super) fn write(&self, view: &View) -> Vec<Block> {
        let family = view.picture.family();
        let mut blocks = vec![
            heading(1, self.title),
            paragraph(&format!("{} Made on {}.", self.opening, view.today)),
            space("The child's name"),
            space("Who looks after the child, and how to reach them"),
        ];
        let points = self.items.iter().filter_map(|item| {
            let entry = view.entries.iter().find(|entry| entry.line.id == item.support)?;
            let is_given = matches!(entry.line.band, Band::Right | Band::May);
            item.words(&family).filter(|_| is_given).map(|words| point(entry, words))
        });
        let points: Vec<Text> = points.collect();
        match points.is_empty() {
            true => blocks.push(paragraph("We found nothing to say here yet. Ask the Kinship advice line.")),
            false => blocks.push(dots(points)),
        }
        blocks.push(paragraph(
            "This is information, not legal advice. “Not checked yet”: we did not read that source. Kinship advice line: \
             0300 123 7015.",
        ));
        blocks
    }
}

impl Item {
    /// What is said for this family: the first line that surely holds.
    fn words(&self, family: &Family) -> Option<&str> {
        let line =
            self.says.all().find(|line| line.when.as_ref().is_none_or(|when| family.truth(when) == Truth::Yes))?;
        line.because.as_deref().filter(|_| line.outcome == 0)
    }
}

fn point(entry: &Entry, words: &str) -> Text {
    let sums: Vec<String> = entry.worth.iter().filter(|worth| worth.href.is_some()).map(sum).collect();
    let mut said = stopped(words);
    if !sums.is_empty() {
        said.push_str(&stopped(&sums.join("; ")));
    }
    // That a duty stands behind a right goes without saying; advice, trials and choices do not.
    let duty = show::force(Force::Duty);
    let force = if entry.line.force == duty { String::new() } else { stopped(entry.line.force) };
    let standing = match entry.line.band {
        Band::Right => "A right for this child.",
        _ => "This can be done, but it is not a right.",
    };
    let rests = format!("[{standing} {force}Source: {}]", sources(&entry.cites));
    vec![strong(&stopped(entry.line.title)), plain(&said), plain(&rests)]
}

fn outcome(word: &str, spot: &Spot) -> Result<u16, Fault> {
    let place = OUTCOMES.iter().position(|known| *known == word);
    place.and_then(|place| u16::try_from(place).ok()).ok_or_else(|| {
        Fault::new(spot, format!("{word:?} does not say whether anything is said")).nearest(word, OUTCOMES)
    })
}

#[cfg(test)]
mod tests {
    use super::Offices;
    use crate::routes::tests::law_texts;

    #[test]
    fn every_support_of_the_subject_is_spoken_of_or_left_out_on_purpose() {
        let (law, _) = law::Law::load(&law_texts());
        let (_, faults) = Offices::read(&law);
        assert!(faults.is_empty(), "{faults:?}");
    }
}
