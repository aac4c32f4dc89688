//! Answers as few bytes: facts and choices by a short hash of their names, so that a changed law drops what it no
//! longer knows and never mistakes one answer for another.

use super::way::Way;
use jiff::civil::{Date, date};
use law::Law;
use law::fact::{Fact, FactId};
use law::value::{Answer, Choice, Kind, Unknown, Value};

/// What a browser holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Packet {
    /// When it was sealed, in minutes since 1970.
    pub minute: u32,
    /// Where the family lives, if it is not in England: a place in [`super::start::COUNTRIES`], counted from 1.
    pub elsewhere: u8,
    /// The way the reader came in.
    pub way: Way,
    /// The answers, in the order in which they were first given.
    pub answers: Vec<(FactId, Answer)>,
    /// The answer that is being tried out.
    pub what_if: Option<(FactId, Answer)>,
    /// How many questions were then thought to be still to come.
    pub counted: Option<Counted>,
}

/// A count of questions still to come. It takes long to make, and stays the same until something else is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counted {
    /// The day whose law was asked, as [`Counted::day`] numbers it.
    pub day: u16,
    /// How many.
    pub questions: u8,
}

impl Counted {
    /// A day as a number that no other day for many years has.
    pub(super) fn day(day: Date) -> u16 {
        EPOCH.until(day).map_or(0, |span| span.get_days()) as u16
    }
}

const VERSION: u8 = 3;
const WHAT_IF: u8 = 1;
const COUNTED: u8 = 2;
const YES_NO: u8 = 0;
const CHOICE: u8 = 2;
const CHOICES: u8 = 3;
const AMOUNT: u8 = 4;
const DATE: u8 = 5;
const COUNCIL: u8 = 6;
const NOT: u8 = 8;
const UNKNOWNS: [Unknown; 4] = [Unknown::DoNotKnow, Unknown::RatherNotSay, Unknown::DoesNotApply, Unknown::Disputed];
const EPOCH: Date = date(1800, 1, 1);

impl Packet {
    /// The packet as bytes.
    pub(super) fn write(&self, law: &Law) -> Vec<u8> {
        let mut out = vec![VERSION, self.elsewhere, self.way.byte()];
        out.extend(self.minute.to_le_bytes());
        let what_if = if self.what_if.is_some() { WHAT_IF } else { 0 };
        let counted = if self.counted.is_some() { COUNTED } else { 0 };
        out.push(what_if | counted);
        if let Some(Counted { day, questions }) = self.counted {
            out.extend(day.to_le_bytes());
            out.push(questions);
        }
        for (fact, answer) in self.what_if.iter().chain(&self.answers) {
            write_answer(&law.facts[*fact], answer, &mut out);
        }
        out
    }

    /// The packet in some bytes; answers the law no longer knows are left out.
    pub(super) fn read(bytes: &[u8], law: &Law) -> Option<Packet> {
        let mut bytes = Bytes(bytes);
        if bytes.one()? != VERSION {
            return None;
        }
        let (elsewhere, way) = (bytes.one()?, Way::of_byte(bytes.one()?));
        let mut packet = Packet { elsewhere, way, ..Packet::default() };
        packet.minute = u32::from_le_bytes(bytes.some()?);
        let holds = bytes.one()?;
        if holds & COUNTED != 0 {
            let day = u16::from_le_bytes(bytes.some()?);
            packet.counted = Some(Counted { day, questions: bytes.one()? });
        }
        let mut what_if = holds & WHAT_IF != 0;
        let names: Vec<[u8; 3]> = law.facts.names().map(hash).collect();
        while !bytes.0.is_empty() {
            let read = read_answer(&mut bytes, law, &names)?;
            match std::mem::take(&mut what_if) {
                true => packet.what_if = read,
                false => packet.answers.extend(read),
            }
        }
        Some(packet)
    }
}

/// A short hash of a name. No two facts, and no two choices of one fact, share one: a test says so.
fn hash(name: &str) -> [u8; 3] {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let [a, b, c, d] = name.bytes().fold(0x811c_9dc5, step).to_le_bytes();
    [a ^ d, b, c]
}

fn short(name: &str) -> [u8; 2] {
    let [a, b, c] = hash(name);
    [a ^ c, b]
}

fn write_answer(fact: &Fact, answer: &Answer, out: &mut Vec<u8>) {
    out.extend(hash(&fact.name));
    let choice = |place: &u16| match &fact.kind {
        Kind::OneOf(choices) | Kind::SetOf(choices) => choices.get(usize::from(*place)),
        _ => None,
    };
    let code = |place: &u16| choice(place).map_or([0; 2], |choice| short(&choice.code));
    match answer {
        Answer::Not(kind) => out.push(NOT + UNKNOWNS.iter().position(|known| known == kind).unwrap_or(0) as u8),
        Answer::Is(Value::YesNo(yes)) => out.push(YES_NO + u8::from(*yes)),
        Answer::Is(Value::Choice(place)) => {
            out.push(CHOICE);
            out.extend(code(place));
        }
        Answer::Is(Value::Choices(places)) => {
            out.extend([CHOICES, places.len() as u8]);
            places.iter().take(255).for_each(|place| out.extend(code(place)));
        }
        Answer::Is(Value::Amount(amount)) => {
            out.push(AMOUNT);
            out.extend(amount.to_le_bytes());
        }
        Answer::Is(Value::Date(day)) => {
            let days = EPOCH.until(*day).map_or(0, |span| span.get_days());
            out.push(DATE);
            out.extend(days.to_le_bytes());
        }
        Answer::Is(Value::Council(council)) => {
            let number: u32 = council.get(1..).and_then(|digits| digits.parse().ok()).unwrap_or_default();
            out.extend([COUNCIL, council.bytes().next().unwrap_or(b'E')]);
            out.extend(number.to_le_bytes());
        }
    }
}

/// The next answer; the inner `None` is an answer the law no longer knows, the outer one is bytes that end too soon.
fn read_answer(bytes: &mut Bytes, law: &Law, names: &[[u8; 3]]) -> Option<Option<(FactId, Answer)>> {
    let name: [u8; 3] = bytes.some()?;
    let found = law.facts.iter().zip(names).find(|(_, known)| **known == name).map(|(found, _)| found);
    let value = read_value(bytes, found.map(|(_, fact)| &fact.kind))?;
    Some(found.zip(value).map(|((id, _), value)| (id, value)))
}

fn read_value(bytes: &mut Bytes, kind: Option<&Kind>) -> Option<Option<Answer>> {
    let tag = bytes.one()?;
    let choices: &[Choice] = match kind {
        Some(Kind::OneOf(choices) | Kind::SetOf(choices)) => choices,
        _ => &[],
    };
    let place = |code: [u8; 2]| choices.iter().position(|choice| short(&choice.code) == code).map(|place| place as u16);
    let value = match tag {
        0 | 1 => matches!(kind, Some(Kind::YesNo)).then_some(Value::YesNo(tag == 1)),
        CHOICE => {
            let code = bytes.some()?;
            matches!(kind, Some(Kind::OneOf(_))).then(|| place(code).map(Value::Choice)).flatten()
        }
        CHOICES => {
            let count = bytes.one()?;
            let codes: Vec<[u8; 2]> = (0..count).map(|_| bytes.some()).collect::<Option<_>>()?;
            let places: Option<Vec<u16>> = codes.into_iter().map(place).collect();
            matches!(kind, Some(Kind::SetOf(_))).then(|| places.map(Value::Choices)).flatten()
        }
        AMOUNT => {
            let amount = i64::from_le_bytes(bytes.some()?);
            matches!(kind, Some(Kind::Number(_) | Kind::Money(_))).then_some(Value::Amount(amount))
        }
        DATE => {
            let days = i32::from_le_bytes(bytes.some()?);
            let day = jiff::Span::new().try_days(days).ok().and_then(|span| EPOCH.checked_add(span).ok());
            day.filter(|_| matches!(kind, Some(Kind::Date))).map(Value::Date)
        }
        COUNCIL => {
            let letter = char::from(bytes.one()?);
            let code = format!("{letter}{:08}", u32::from_le_bytes(bytes.some()?));
            kind.filter(|kind| **kind == Kind::Council).and_then(|kind| kind.parse(&code).ok())
        }
        _ => {
            let unknown = UNKNOWNS.get(usize::from(tag.checked_sub(NOT)?))?;
            return Some(Some(Answer::Not(*unknown)));
        }
    };
    Some(value.map(Answer::Is))
}

/// Bytes still to be read.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn one(&mut self) -> Option<u8> {
        self.some::<1>().map(|[byte]| byte)
    }

    fn some<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*head)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::seal::{Purpose, Sealer};
    use std::collections::HashSet;

    fn law() -> Law {
        let (law, faults) = Law::load(&crate::routes::tests::law_texts());
        assert!(faults.is_empty(), "{faults:?}");
        law
    }

    fn every_answer(law: &Law) -> Packet {
        let answers = law.facts.iter().filter(|(_, fact)| fact.can_be_asked()).map(|(id, fact)| {
            let value = match &fact.kind {
                Kind::YesNo => Value::YesNo(true),
                Kind::OneOf(choices) => Value::Choice(choices.len() as u16 - 1),
                Kind::SetOf(choices) => Value::Choices((0..choices.len() as u16).collect()),
                Kind::Number(_) | Kind::Money(_) => Value::Amount(1_234_567),
                Kind::Date => Value::Date(date(2020, 2, 29)),
                Kind::Council => Value::Council("E09000028".into()),
            };
            (id, Answer::Is(value))
        });
        let mut answers: Vec<_> = answers.collect();
        answers[0].1 = Answer::Not(Unknown::RatherNotSay);
        let what_if = answers.last().cloned();
        let counted = Some(Counted { day: Counted::day(date(2026, 11, 22)), questions: 25 });
        Packet { minute: 29_000_000, elsewhere: 2, way: Way::Young, answers, what_if, counted }
    }

    #[test]
    fn every_fact_answered_is_read_back_and_fits_a_cookie() {
        let law = law();
        let packet = every_answer(&law);
        let bytes = packet.write(&law);
        assert_eq!(Packet::read(&bytes, &law), Some(packet));
        let cookie = Sealer::new(&[1; 32]).seal(Purpose::Answers, &bytes).unwrap();
        assert!(cookie.len() < 3_500, "{} characters", cookie.len());
    }

    #[test]
    fn no_two_names_share_a_hash() {
        let law = law();
        let mut seen = HashSet::new();
        for (_, fact) in law.facts.iter() {
            assert!(seen.insert(hash(&fact.name)), "{}", fact.name);
            if let Kind::OneOf(choices) | Kind::SetOf(choices) = &fact.kind {
                let codes: HashSet<_> = choices.iter().map(|choice| short(&choice.code)).collect();
                assert_eq!(codes.len(), choices.len(), "{}", fact.name);
            }
        }
    }

    #[test]
    fn a_changed_law_drops_what_it_does_not_know() {
        let law = law();
        let bytes = every_answer(&law).write(&law);
        let empty = Packet::read(&bytes, &Law::default()).unwrap();
        assert!(empty.answers.is_empty() && empty.what_if.is_none());
        for length in 0..bytes.len().min(400) {
            let _ = Packet::read(&bytes[..length], &law);
        }
    }
}
