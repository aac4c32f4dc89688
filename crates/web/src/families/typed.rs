//! What was typed for one family, and the case it makes, or what is wrong with it by field, line and fact.

use super::lines::{self, Said};
use crate::App;
use crate::find::{Fields, date_of};
use crate::language::{Piece, say_with};
use jiff::civil::Date;
use law::fact::{Fact, FactId, Facts};
use law::value::{Kind, Unknown};
use law::{Case, Day};
use offer::place::{Council, CouncilCode, Found};

/// What was typed for one family.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    /// Which family it is, counted from 1.
    pub number: usize,
    /// Its facts with a field of their own.
    pub facts: Vec<(FactId, String)>,
    /// Its other facts, as lines.
    pub more: String,
}

/// Something that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slip {
    /// Which family.
    pub family: usize,
    /// The line, where it stands among the other facts.
    pub line: Option<usize>,
    /// What is wrong.
    pub words: String,
    /// What to do about it.
    pub hint: Option<String>,
    /// The end of the field's name.
    pub field: String,
}

/// The field of the other facts.
const MORE: &str = "more";
/// The longest text of other facts that is read.
const LONGEST: usize = 20_000;
/// How many slips of one family are named.
const NAMED: usize = 20;
/// How much of a wrong word is said again.
const ECHOED: usize = 60;

impl Typed {
    /// The family's fields of a form.
    pub(super) fn read(fields: &Fields, number: usize, facts: &Facts) -> Typed {
        let start = format!("f{number}-");
        let filled = fields.under(&start).filter(|(_, value)| !value.is_empty());
        let mut typed = Typed { number, ..Typed::default() };
        for (name, value) in filled {
            match facts.find(name) {
                Some(fact) => typed.facts.push((fact, value.to_owned())),
                None if name == MORE => typed.more = value.to_owned(),
                None => {}
            }
        }
        typed
    }

    /// Whether nothing was typed.
    pub(super) fn is_empty(&self) -> bool {
        self.facts.is_empty() && self.more.is_empty()
    }

    /// What stands in the field of a fact.
    pub(super) fn value(&self, fact: FactId) -> &str {
        self.facts.iter().find(|(known, _)| *known == fact).map_or("", |(_, value)| value)
    }

    /// The case that was typed.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the form.
    pub(super) fn case(&self, app: &App, day: &Day) -> Result<Case, Vec<Slip>> {
        let mut reading = Reading { app, day, family: self.number, case: Case::on(day.date), slips: Vec::new() };
        for (fact, text) in &self.facts {
            let name = day.law.facts[*fact].name.as_str();
            if let Err((words, hint)) = reading.take(name, text, true) {
                reading.slip(None, words, hint, name);
            }
        }
        reading.lines(&self.more);
        if reading.slips.is_empty() {
            for clash in day.clashes(&reading.case) {
                let words =
                    told("families-clash", &[("fact", &clash.fact), ("said", &clash.said), ("found", &clash.found)]);
                let hint = told("families-clash-do", &[("fact", &clash.fact), ("others", &clash.rests_on)]);
                reading.slip(None, words, Some(hint), MORE);
            }
        }
        if reading.slips.is_empty() { Ok(reading.case) } else { Err(reading.slips) }
    }
}

/// A case in the making.
struct Reading<'a> {
    app: &'a App,
    day: &'a Day,
    family: usize,
    case: Case,
    slips: Vec<Slip>,
}

/// What is wrong, and what to do about it.
type Wrong = (String, Option<String>);

impl Reading<'_> {
    fn slip(&mut self, line: Option<usize>, words: String, hint: Option<String>, field: &str) {
        self.slips.push(Slip { family: self.family, line, words, hint, field: field.to_owned() });
    }

    fn lines(&mut self, text: &str) {
        let long = text.chars().count();
        if long > LONGEST {
            let (long, most) = (long.to_string(), LONGEST.to_string());
            let words = told("families-too-long", &[("long", &long), ("most", &most)]);
            return self.slip(None, words, Some(told("families-too-long-do", &[])), MORE);
        }
        for line in lines::read(text) {
            if self.slips.len() >= NAMED {
                let words = told("families-more-slips", &[("named", &NAMED.to_string())]);
                return self.slip(None, words, Some(told("families-more-slips-do", &[])), MORE);
            }
            match line {
                Err((line, key)) => self.slip(Some(line), told(key, &[]), None, MORE),
                Ok(said) => self.line(&said),
            }
        }
    }

    fn line(&mut self, said: &Said) {
        let before = self.day.law.facts.find(&said.name).and_then(|fact| self.case.get(fact).cloned());
        let taken = self.take(&said.name, &said.value, false);
        let after = self.day.law.facts.find(&said.name).and_then(|fact| self.case.get(fact).cloned());
        match taken {
            Err((words, hint)) => self.slip(Some(said.line), words, hint, MORE),
            Ok(()) if before.is_some() && before != after => {
                let words = told("families-twice", &[("fact", &said.name)]);
                self.slip(Some(said.line), words, Some(told("families-twice-do", &[])), MORE);
            }
            Ok(()) => {}
        }
    }

    /// Takes a value; one typed into a field of its own may be a date as people write it.
    fn take(&mut self, name: &str, text: &str, is_field: bool) -> Result<(), Wrong> {
        let facts = &self.day.law.facts;
        let fact = facts.find(name).map(|fact| &facts[fact]);
        let is_unknown = Unknown::parse(text).is_some();
        let plain = match fact {
            Some(fact) if fact.kind == Kind::Council && !is_unknown => council(self.app, text)?.code.to_string(),
            Some(fact) if fact.kind == Kind::Date && is_field && !is_unknown => {
                date(fact, text, self.day.date)?.to_string()
            }
            _ => text.to_owned(),
        };
        self.case.set_text(&cut(name), &cut(&plain), facts).map_err(|wrong| (wrong.message, wrong.hint))
    }
}

/// Words of ours, with values in them.
fn told(key: &str, values: &[(&str, &str)]) -> String {
    let pieces: Vec<(&str, Piece)> = values.iter().map(|(name, value)| (*name, Piece::from(*value))).collect();
    say_with(key, &pieces).plain().to_owned()
}

/// As much of a word as is said again; lists of choices are within it.
fn cut(text: &str) -> String {
    match text.char_indices().nth(ECHOED) {
        Some(_) if text.contains(", ") => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A date as people write it: `3 5 2019`, `3/5/2019`, `3 May 2019`, `2019-05-03`.
fn date(fact: &Fact, text: &str, today: Date) -> Result<Date, Wrong> {
    let parts: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let hint = || Some(told("families-date-do", &[]));
    let says = |why: &str| {
        let typed = format!("{:?}", cut(text));
        (told("families-date", &[("fact", &fact.name), ("typed", &typed), ("why", why)]), hint())
    };
    let parts = match parts[..] {
        [year, month, day] if year.len() == 4 => [day, month, year],
        [day, month, year] => [day.trim_end_matches(char::is_alphabetic), month, year],
        _ => return Err(says(&told("families-no-date", &[]))),
    };
    date_of(fact, parts, today).map_err(|wrong| says(wrong.words.english()))
}

/// A council by its code, its name, or a postcode.
fn council(app: &App, text: &str) -> Result<&'static Council, Wrong> {
    let places = app.places();
    if let Some(found) = text.parse::<CouncilCode>().ok().and_then(|code| places.council(&code)) {
        return Ok(found);
    }
    let is_named = |council: &&Council| {
        [&council.name, &council.full_name, &council.slug].iter().any(|name| name.eq_ignore_ascii_case(text))
    };
    if let Some(found) = places.councils().iter().find(is_named) {
        return Ok(found);
    }
    let text = cut(text);
    if text.contains(|letter: char| letter.is_ascii_digit()) {
        return match places.find(&text) {
            Ok(Found::England { council, .. }) => Ok(council),
            Ok(Found::Unplaced { .. }) => {
                Err((told("families-unplaced", &[("postcode", &text)]), Some(told("families-unplaced-do", &[]))))
            }
            Ok(other) => Err((
                match other.country() {
                    Some(country) => told("families-elsewhere", &[("postcode", &text), ("country", country)]),
                    None => told("families-outside", &[("postcode", &text)]),
                },
                Some(told("families-elsewhere-do", &[])),
            )),
            Err(error) => Err((error.to_string(), Some(error.hint()))),
        };
    }
    let near: Vec<String> =
        places.by_name_guess(&text).iter().take(3).map(|one| format!("{} ({})", one.name, one.code)).collect();
    let hint = match near.is_empty() {
        true => told("families-council-do", &[]),
        false => told("families-council-near", &[("near", &near.join(", or "))]),
    };
    Err((told("families-no-council", &[("typed", &format!("{text:?}"))]), Some(hint)))
}
