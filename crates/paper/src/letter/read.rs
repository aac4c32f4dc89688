//! One letter: whom it is for, what it rests on, and its words.

use super::fitting::Fit;
use super::template::{Names, Part, Piece};
use law::cite::{self, Cite};
use law::condition::Lines;
use law::fault::Spot;
use law::text::{Entry, SourceFile};
use law::{Fault, Law};

/// One letter.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its name in files and addresses.
    pub id: String,
    /// What it asks for, as a carer says it.
    pub title: String,
    /// What it does, in a line.
    pub what: String,
    /// Whom it goes to, in plain words.
    pub to: String,
    /// Whether it goes to the family's council, whose name then stands in the address.
    pub to_council: bool,
    /// The supports it helps with.
    pub about: Vec<String>,
    /// The clock that starts on the day it arrives.
    pub clock: Option<String>,
    /// What it rests on.
    pub cites: Vec<Cite>,
    /// The fields it asks for, in the order of its form.
    pub fields: Vec<String>,
    /// What to know before it is sent.
    pub before: Option<String>,
    /// What happens next.
    pub next: String,
    /// What to do if there is no answer.
    pub no_answer: String,
    /// When and how it was last checked.
    pub checked: String,
    /// Where it is written.
    pub spot: Spot,
    pub(super) fits: Lines,
    pub(super) subject: Vec<Piece>,
    pub(super) parts: Vec<Part>,
}

const KEYS: [&str; 13] = [
    "title",
    "what",
    "to",
    "council",
    "about",
    "clock",
    "cites",
    "subject",
    "fields",
    "before",
    "next",
    "no answer",
    "checked",
];

impl Letter {
    pub(super) fn read(entry: &Entry, file: &SourceFile, law: &Law, faults: &mut Vec<Fault>) -> Result<Letter, Fault> {
        faults.extend(entry.unknown_keys(&KEYS));
        let list = |key: &str| -> Vec<String> {
            let text = entry.text(key).unwrap_or_default();
            text.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
        };
        let fields = list("fields");
        let fits = Lines::read(entry, &law.facts, &Fit::read, faults);
        check_lines(&fits, law, faults);
        let names = Names { law, fields: &fields };
        let subject = entry.must("subject")?;
        let spot = entry.field("subject").map_or(&entry.spot, |field| &field.spot);
        let subject = names.pieces(&subject, spot, faults);
        let parts = names.parts(entry.body.as_deref().unwrap_or_default(), &body_spot(file), faults);
        if parts.is_empty() {
            faults.push(Fault::new(&entry.spot, format!("the letter {} has no words", entry.name)));
        }
        let to_council = match entry.text("council").as_deref() {
            None | Some("yes") => true,
            Some("no") => false,
            Some(other) => {
                return Err(Fault::new(&entry.spot, format!("{other:?} does not say whether it goes to the council"))
                    .hint("write `council  no` for a letter to somebody else; otherwise leave the line out"));
            }
        };
        Ok(Letter {
            id: entry.name.clone(),
            title: entry.must("title")?,
            what: entry.must("what")?,
            to: entry.must("to")?,
            to_council,
            about: list("about"),
            clock: entry.text("clock").filter(|clock| !clock.is_empty()),
            cites: cites(entry, law, faults)?,
            before: entry.text("before").filter(|words| !words.is_empty()),
            next: entry.must("next")?,
            no_answer: entry.must("no answer")?,
            checked: entry.must("checked")?,
            spot: entry.spot.clone(),
            fields,
            fits,
            subject,
            parts,
        })
    }

    /// Every piece of its subject and its words.
    pub(super) fn pieces(&self) -> impl Iterator<Item = &Piece> {
        let lines = self.parts.iter().flat_map(|part| &part.lines);
        self.subject.iter().chain(lines.flat_map(|line| &line.pieces))
    }
}

fn check_lines(lines: &Lines, law: &Law, faults: &mut Vec<Fault>) {
    for line in lines.all() {
        line.cites.iter().for_each(|cite| law.check_cite(cite, faults));
        line.when.iter().for_each(|when| law.check_condition(when, faults));
        if line.because.is_none() && line.spot != Spot::default() {
            faults.push(
                Fault::new(&line.spot, "this line gives no reason")
                    .hint("add, indented beneath it, `because` and one short sentence for the carer"),
            );
        }
    }
}

fn cites(entry: &Entry, law: &Law, faults: &mut Vec<Fault>) -> Result<Vec<Cite>, Fault> {
    let rests_on_nothing = |spot: &Spot| {
        Fault::new(spot, format!("the letter {} rests on nothing", entry.name))
            .hint("add `cites` and the provisions in square brackets, such as [ca-1989/17(10)]")
    };
    let field = entry.field("cites").ok_or_else(|| rests_on_nothing(&entry.spot))?;
    let (_, cites) = cite::split(&field.joined(), &field.spot)?;
    if cites.is_empty() {
        return Err(rests_on_nothing(&field.spot));
    }
    cites.iter().for_each(|cite| law.check_cite(cite, faults));
    Ok(cites)
}

/// Where the words begin: the first line that is not empty after the second `---`.
fn body_spot(file: &SourceFile) -> Spot {
    let mut rules = 0;
    let after = file.text.lines().enumerate().filter(|(_, line)| {
        rules += usize::from(rules < 2 && line.trim_end() == "---");
        rules == 2
    });
    let first = after.skip(1).find(|(_, line)| !line.trim().is_empty());
    Spot { file: file.path.as_str().into(), line: first.map_or(1, |(place, _)| place + 1), column: 1 }
}
