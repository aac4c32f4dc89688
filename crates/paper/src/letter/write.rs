//! Writing a letter: its template, what is known of the family, what was typed, and gaps for the rest.

use super::library::Letters;
use super::read::Letter;
use super::template::{Line, Part, Piece};
use crate::draft::{Draft, gap};
use crate::letter::Input;
use crate::typed::{Typed, written_date};
use jiff::civil::Date;
use law::cite::Sureness;
use law::clock::Clock;
use law::fact::FactId;
use law::tree::Truth;
use law::value::{Kind, Value};
use law::{Citation, Family};

/// A letter as it was written for one family, and what stands behind it.
#[derive(Clone, Debug)]
pub struct Written {
    /// The letter, to be changed at will.
    pub draft: Draft,
    /// What it rests on.
    pub citations: Vec<Citation>,
    /// When an answer is due, where a clock says so.
    pub reply: Option<Reply>,
}

/// When an answer is due if the letter arrives on the day it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The clock.
    pub clock: String,
    /// What the clock is about.
    pub title: String,
    /// The last day in time.
    pub by: Date,
    /// How long the clock runs, in words.
    pub length: String,
    /// Whether the way of counting is our assumption.
    pub is_assumed: bool,
    /// How sure we are of the time limit.
    pub sureness: Sureness,
    /// Whether the bank holidays of that year are known.
    pub knows_holidays: bool,
}

impl Letter {
    /// Writes the letter for a family on its day; `council` is the name of the family's council in letters.
    pub fn write(&self, letters: &Letters, family: &Family, council: Option<&str>, typed: &Typed) -> Written {
        let reply = self.reply(family);
        let desk = Desk { letter: self, letters, family, council, typed, reply: reply.as_ref() };
        let parts: Vec<String> = self.parts.iter().filter_map(|part| desk.part(part)).collect();
        Written {
            draft: Draft {
                sender: desk.sender(),
                date: written_date(family.day.date),
                recipient: desk.recipient(),
                subject: desk.line(&self.subject),
                body: parts.join("\n\n"),
            },
            citations: self.cites.iter().map(|cite| family.day.citation(cite)).collect(),
            reply,
        }
    }

    /// When an answer is due.
    fn reply(&self, family: &Family) -> Option<Reply> {
        let law = &family.day.law;
        let clock: &Clock = law.clock(self.clock.as_deref()?)?;
        let by = clock.deadline(family.day.date, &law.holidays)?;
        Some(Reply {
            clock: clock.id.clone(),
            title: clock.title.clone(),
            by,
            length: clock.length.to_string(),
            is_assumed: clock.counting_assumed,
            sureness: clock.verified,
            knows_holidays: law.holidays.knows(by),
        })
    }
}

/// Everything that goes into one letter.
struct Desk<'a> {
    letter: &'a Letter,
    letters: &'a Letters,
    family: &'a Family<'a>,
    council: Option<&'a str>,
    typed: &'a Typed,
    reply: Option<&'a Reply>,
}

const COUNCIL: &str = "Name of the council";

impl Desk<'_> {
    fn sender(&self) -> String {
        let mut lines = Vec::new();
        for field in self.letters.fields_of(self.letter).filter(|field| field.is_in_sender_block()) {
            match self.typed.words(field) {
                Some(words) => lines.push(words),
                // An address is needed; a telephone number is not.
                None if field.input == Input::Lines => lines.push(gap(&field.label)),
                None => {}
            }
        }
        lines.join("\n")
    }

    fn recipient(&self) -> String {
        let fields = self.letters.fields_of(self.letter).filter(|field| field.is_in_recipient_block());
        let (name, rest): (Vec<_>, Vec<_>) = fields.partition(|field| field.id == "recipient_name");
        let typed = |fields: Vec<&super::Field>| -> Vec<String> {
            fields.into_iter().filter_map(|field| self.typed.words(field)).collect()
        };
        let mut lines = typed(name);
        lines.push(capital(&self.letter.to));
        if self.letter.to_council {
            lines.push(self.council.map_or_else(|| gap(COUNCIL), str::to_owned));
        }
        lines.extend(typed(rest));
        lines.join("\n")
    }

    fn part(&self, part: &Part) -> Option<String> {
        if let Some((condition, wanted)) = &part.when
            && (self.family.truth(condition) == Truth::Yes) != *wanted
        {
            return None;
        }
        let lines: Vec<String> = part.lines.iter().map(|line| self.whole_line(line)).collect();
        Some(lines.join("\n"))
    }

    fn whole_line(&self, line: &Line) -> String {
        // What was typed on several lines keeps them where it stands alone.
        if let [Piece::Field(id)] = line.pieces.as_slice()
            && let Some(words) = self.letters.field(id).and_then(|field| self.typed.words(field))
        {
            return if line.is_item { words.lines().map(|line| format!("- {line}\n")).collect() } else { words };
        }
        let words = self.line(&line.pieces);
        match words.as_str() {
            "Yours faithfully," if self.recipient_name().is_some() => "Yours sincerely,".to_owned(),
            _ if line.is_item => format!("- {words}"),
            _ => words,
        }
    }

    fn line(&self, pieces: &[Piece]) -> String {
        pieces.iter().map(|piece| self.piece(piece)).collect()
    }

    fn piece(&self, piece: &Piece) -> String {
        match piece {
            Piece::Words(words) => words.clone(),
            Piece::Field(id) => self.field(id),
            Piece::Recipient => self.recipient_name().unwrap_or_else(|| "Sir or Madam".to_owned()),
            Piece::Council => self.council.map_or_else(|| gap(COUNCIL), with_article),
            Piece::Today => written_date(self.family.day.date),
            Piece::ReplyBy => self.reply.map_or_else(|| gap("Day the answer is due"), |reply| written_date(reply.by)),
            Piece::Fact(fact) => self.fact(*fact),
        }
    }

    fn field(&self, id: &str) -> String {
        let Some(field) = self.letters.field(id) else { return gap(id) };
        match self.typed.words(field) {
            Some(words) => words.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", "),
            None => gap(&field.label),
        }
    }

    fn recipient_name(&self) -> Option<String> {
        let is_asked = self.letter.fields.iter().any(|field| field == "recipient_name");
        let field = self.letters.field("recipient_name").filter(|_| is_asked)?;
        self.typed.words(field)
    }

    /// The family's answer to a fact, as a letter says it.
    fn fact(&self, id: FactId) -> String {
        let family = self.family;
        let fact = &family.day.law.facts[id];
        let choice = |choices: &[law::value::Choice], place: u16| {
            choices.get(usize::from(place)).map(|choice| choice.words.clone())
        };
        let words = match (family.day.value(family.findings, family.case, id), &fact.kind) {
            (Some(Value::YesNo(yes)), _) => Some(if yes { "yes" } else { "no" }.to_owned()),
            (Some(Value::Date(day)), _) => Some(written_date(day)),
            (Some(Value::Amount(amount)), Kind::Number(unit) | Kind::Money(unit)) => {
                Some(law::rate::worth_words(amount, unit))
            }
            (Some(Value::Choice(place)), Kind::OneOf(choices)) => choice(choices, place),
            (Some(Value::Choices(places)), Kind::SetOf(choices)) => {
                let words: Vec<String> = places.iter().filter_map(|place| choice(choices, *place)).collect();
                (!words.is_empty()).then(|| words.join(", "))
            }
            (Some(Value::Council(_)), _) => self.council.map(str::to_owned),
            _ => None,
        };
        words.unwrap_or_else(|| gap(&fact.short))
    }
}

/// `the London Borough of Southwark`, but `Kent County Council`.
fn with_article(name: &str) -> String {
    if name.ends_with("Council") { name.to_owned() } else { format!("the {name}") }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}", letters.as_str())
}
