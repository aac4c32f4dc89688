//! An act: something that can be done in a case, by whom, in which stage, and what comes of it.

use super::field::Column;
use super::list;
use crate::event::Role;
use law::cite::{self, Cite};
use law::clock::Length;
use law::fault::{Fault, Spot};
use law::text::{Entry, Field};

/// Something that can be done.
#[derive(Clone, Debug)]
pub struct Act {
    /// Its name.
    pub name: String,
    /// What it is called on the button.
    pub title: String,
    /// What it is called for a carer, where that is something else.
    pub carer_title: Option<String>,
    /// What it is for, in a line or two.
    pub what: String,
    /// What it says of itself once it is done, in the timeline.
    pub done: String,
    /// The kind of matter it is done in.
    pub matter: String,
    /// Whether it begins a matter of that kind.
    pub begins: bool,
    /// The stages it can be done in; any that is not an end where none is named.
    pub from: Vec<String>,
    /// Where it leads: the first that fits.
    pub to: Vec<Move>,
    /// Who may do it.
    pub who: Vec<Role>,
    /// What it asks.
    pub asks: Vec<Column>,
    /// The clocks it starts.
    pub starts: Vec<Starts>,
    /// The clocks and diary entries it ends.
    pub ends: Vec<String>,
    /// The clocks it puts off: the first of them that runs.
    pub extends: Vec<Extends>,
    /// The days it puts into the diary.
    pub diary: Vec<Diary>,
    /// What else it does.
    pub effect: Option<Effect>,
    /// The rules by which it is refused.
    pub refuse: Vec<String>,
    /// The acts whose doer may not do this one.
    pub not_by: Vec<String>,
    /// The letters it makes.
    pub tells: Vec<Tells>,
    /// Why it makes none, where it makes none.
    pub no_letter: Option<String>,
    /// What it rests on.
    pub cites: Vec<Cite>,
    /// Caveats.
    pub notes: Vec<String>,
    /// Where it is written.
    pub spot: Spot,
}

/// Where an act leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The stage.
    pub stage: String,
    /// Only then.
    pub when: Option<Test>,
}

/// That a field has one of some values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// The field.
    pub field: String,
    /// The values.
    pub values: Vec<String>,
}

/// A clock that an act starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Starts {
    /// The clock in the law.
    pub clock: String,
    /// The field that holds its first day, or [`BEGINNING`]; the day of the act where none is named.
    pub from: Option<String>,
    /// Only then.
    pub when: Option<Test>,
}

/// What a clock runs from where it is the day on which its matter began.
pub const BEGINNING: &str = "beginning";

/// A clock that an act puts off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extends {
    /// The clock.
    pub clock: String,
    /// The field that holds the new last day.
    pub to: String,
    /// How long it may run in all.
    pub most: Option<Length>,
    /// How often.
    pub times: Option<usize>,
}

/// A day that an act puts into the diary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diary {
    /// Its name, by which it is ended.
    pub name: String,
    /// The field that holds the day, or `rows.column` for the first of them.
    pub by: String,
    /// What must be done.
    pub words: String,
}

/// What an act does beside moving its matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Brings in a person.
    AddsPerson,
    /// Changes what is known of a person.
    ChangesPerson,
    /// Gives the case to somebody.
    GivesCase,
    /// Opens the case only to those who are let in.
    Restricts,
    /// Opens it again.
    Unrestricts,
    /// Ends it: all it holds goes for good.
    Destroys,
}

/// A letter that an act makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tells {
    /// To whom: a part (`carer`, `child`, `parent`), or a field that names people.
    pub to: String,
    /// The letter.
    pub letter: String,
    /// Only then.
    pub when: Option<Test>,
}

const KEYS: [&str; 21] = [
    "title",
    "for a carer",
    "what",
    "done",
    "in",
    "begins",
    "from",
    "to",
    "who",
    "asks",
    "starts",
    "ends",
    "extends",
    "diary",
    "effect",
    "refuse",
    "not by",
    "tells",
    "no letter",
    "cites",
    "note",
];

impl Act {
    pub(super) fn read(entry: &Entry, faults: &mut Vec<Fault>) -> Result<Act, Fault> {
        faults.extend(entry.unknown_keys(&KEYS));
        let begins = entry.text("begins");
        let matter = match &begins {
            Some(kind) => kind.clone(),
            None => entry.must("in")?,
        };
        let names = |key: &str| list(&entry.text(key).unwrap_or_default());
        let who = names("who").iter().map(|word| role(word, &entry.spot)).collect::<Result<_, _>>()?;
        let title = entry.must("title")?;
        Ok(Act {
            name: entry.name.clone(),
            what: entry.must("what")?,
            carer_title: entry.text("for a carer"),
            done: entry.text("done").unwrap_or_else(|| title.clone()),
            title,
            matter,
            begins: begins.is_some(),
            from: names("from"),
            to: each(entry, "to", |text, _| {
                let (stage, when) = tested(text);
                Ok(Move { stage, when })
            })?,
            who,
            asks: names("asks").iter().map(|name| Column::read(name)).collect(),
            starts: each(entry, "starts", |text, _| Ok(starts(text)))?,
            ends: names("ends"),
            extends: entry.all("extends").map(extends).collect::<Result<_, _>>()?,
            diary: each(entry, "diary", diary)?,
            effect: entry.field("effect").map(effect).transpose()?,
            refuse: names("refuse"),
            not_by: names("not by"),
            tells: each(entry, "tells", tells)?,
            no_letter: entry.text("no letter"),
            cites: read_cites(entry)?,
            notes: entry.all("note").map(Field::joined).collect(),
            spot: entry.spot.clone(),
        })
    }
}

/// The citations of an entry, `[a/1, b/2 memory]`; none where it has no such line.
pub(super) fn read_cites(entry: &Entry) -> Result<Vec<Cite>, Fault> {
    match entry.field("cites") {
        Some(field) => Ok(cite::split(&field.joined(), &field.spot)?.1),
        None => Ok(Vec::new()),
    }
}

fn each<T>(entry: &Entry, key: &str, read: impl Fn(&str, &Spot) -> Result<T, Fault>) -> Result<Vec<T>, Fault> {
    entry.all(key).map(|field| read(&field.joined(), &field.spot)).collect()
}

fn role(word: &str, spot: &Spot) -> Result<Role, Fault> {
    let words = Role::ALL.map(Role::word);
    Role::read(word).ok_or_else(|| Fault::new(spot, format!("there is no role `{word}`")).nearest(word, words))
}

/// Splits `x when f is a or b`.
fn tested(text: &str) -> (String, Option<Test>) {
    let Some((head, test)) = text.split_once(" when ") else { return (text.trim().to_owned(), None) };
    let (field, values) = test.split_once(" is ").unwrap_or((test, "yes"));
    let values = values.split(" or ").map(|value| value.trim().to_owned()).collect();
    (head.trim().to_owned(), Some(Test { field: field.trim().to_owned(), values }))
}

fn starts(text: &str) -> Starts {
    let (head, when) = tested(text);
    match head.split_once(" from ") {
        Some((clock, from)) => Starts { clock: clock.trim().to_owned(), from: Some(from.trim().to_owned()), when },
        None => Starts { clock: head, from: None, when },
    }
}

/// Reads `CLOCK to FIELD`, then ` at most LENGTH` and ` once`, where they stand.
fn extends(field: &Field) -> Result<Extends, Fault> {
    let text = field.joined();
    let (text, times) = match text.strip_suffix(" once") {
        Some(text) => (text.to_owned(), Some(1)),
        None => (text, None),
    };
    let (head, most) = match text.split_once(" at most ") {
        Some((head, most)) => (head.to_owned(), Some(Length::parse(most, &field.spot)?)),
        None => (text, None),
    };
    let (clock, to) = head.split_once(" to ").ok_or_else(|| {
        Fault::new(&field.spot, "this does not say to which day").hint("CLOCK to FIELD at most 65 working days once")
    })?;
    Ok(Extends { clock: clock.trim().to_owned(), to: to.trim().to_owned(), most, times })
}

/// Reads `NAME by FIELD  words`.
fn diary(text: &str, spot: &Spot) -> Result<Diary, Fault> {
    let parts = text.split_once("  ").and_then(|(head, words)| Some((head.split_once(" by ")?, words)));
    let ((name, by), words) = parts.ok_or_else(|| {
        Fault::new(spot, "a diary entry has a name, a day and its words")
            .hint("diary  NAME by FIELD  what must be done")
    })?;
    Ok(Diary { name: name.trim().to_owned(), by: by.trim().to_owned(), words: words.trim().to_owned() })
}

fn effect(field: &Field) -> Result<Effect, Fault> {
    match field.joined().as_str() {
        "adds a person" => Ok(Effect::AddsPerson),
        "changes a person" => Ok(Effect::ChangesPerson),
        "gives the case" => Ok(Effect::GivesCase),
        "restricts the case" => Ok(Effect::Restricts),
        "opens the case again" => Ok(Effect::Unrestricts),
        "destroys the case" => Ok(Effect::Destroys),
        other => Err(Fault::new(&field.spot, format!("`{other}` is not something an act does"))
            .hint("adds a person, changes a person, gives the case, restricts the case, opens the case again, destroys the case")),
    }
}

/// Reads `WHOM LETTER`.
fn tells(text: &str, spot: &Spot) -> Result<Tells, Fault> {
    let (head, when) = tested(text);
    let (to, letter) = head
        .split_once(' ')
        .ok_or_else(|| Fault::new(spot, "this does not say whom or which letter").hint("tells  carer decision"))?;
    Ok(Tells { to: to.to_owned(), letter: letter.trim().to_owned(), when })
}

impl Act {
    /// Whether it can be done in a matter that stands there.
    pub fn fits_stage(&self, stage: &super::Stage) -> bool {
        match self.from.is_empty() {
            true => !stage.is_end,
            false => self.from.contains(&stage.name),
        }
    }
}
