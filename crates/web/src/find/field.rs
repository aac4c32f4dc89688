//! How a question is put on a page: choices, boxes to tick, a date in three fields, a number, or a list of councils.

use super::form::Fields;
use crate::App;
use crate::language::{Said, date, say, say_of};
use ::language::fact_answer;
use law::fact::Fact;
use law::value::{Answer, Kind, Unknown, Value};
use law::young::Young;

/// The input of a question, with what has been said already.
#[derive(Clone, Debug)]
pub(crate) enum Field {
    /// One of some choices.
    One(Vec<Item>),
    /// Any of some choices.
    Many(Vec<Item>),
    /// A date.
    Date { day: String, month: String, year: String },
    /// A number; money where `pounds`.
    Number { value: String, unit: String, pounds: bool },
    /// One of a long list.
    Select(Vec<Item>),
}

/// One choice.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    /// Its id on the page.
    pub id: String,
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: Said,
    /// Whether it is chosen.
    pub on: bool,
}

impl Field {
    /// The input for a fact, filled with the answer given, or with what was just sent and could not be taken.
    pub(super) fn of(app: &App, fact: &Fact, said: Option<&Answer>, sent: Option<&Fields>) -> Field {
        let written = match said {
            Some(Answer::Is(value)) => fact.kind.write(value),
            _ => String::new(),
        };
        let is_on = |code: &str| match sent {
            Some(fields) => fields.all("value").any(|sent| sent == code),
            None => written.split(", ").any(|known| known == code),
        };
        let list = |pairs: Vec<(String, Said)>| -> Vec<Item> {
            let numbered = pairs.into_iter().enumerate();
            numbered
                .map(|(place, (value, label))| Item {
                    id: format!("value-{}", place + 1),
                    on: is_on(&value),
                    value,
                    label,
                })
                .collect()
        };
        let pairs = |choices: &[law::value::Choice]| -> Vec<(String, Said)> {
            choices.iter().map(|choice| (choice.code.clone(), answer(fact, choice))).collect()
        };
        match &fact.kind {
            Kind::YesNo => {
                Field::One(list(vec![("yes".into(), say("question-yes")), ("no".into(), say("question-no"))]))
            }
            Kind::OneOf(choices) => Field::One(list(pairs(choices))),
            Kind::SetOf(choices) => {
                let mut pairs = pairs(choices);
                if !pairs.iter().any(|(code, _)| code == "none") {
                    pairs.push(("none".into(), say("question-none")));
                }
                Field::Many(list(pairs))
            }
            Kind::Council => {
                let mut councils: Vec<_> = app.places().councils().iter().collect();
                councils.sort_by_key(|one| &one.name);
                Field::Select(list(
                    councils.iter().map(|one| (one.code.to_string(), one.name.as_str().into())).collect(),
                ))
            }
            Kind::Number(unit) | Kind::Money(unit) => {
                let pounds = matches!(fact.kind, Kind::Money(_));
                let unit = if pounds { unit.trim_start_matches("pounds").trim() } else { unit };
                let value = sent.map_or(written.clone(), |fields| fields.get("value").to_owned());
                Field::Number { value, unit: unit.to_owned(), pounds }
            }
            Kind::Date => date_field(said, sent),
        }
    }

    /// The same input with the choices in words for the young person.
    pub(super) fn to_young(&self, young: &Young) -> Field {
        let mut field = self.clone();
        if let Field::One(items) | Field::Many(items) | Field::Select(items) = &mut field {
            for item in items {
                if let Some(words) = young.answer(&item.value) {
                    item.label = words.into();
                }
            }
        }
        field
    }
}

fn date_field(said: Option<&Answer>, sent: Option<&Fields>) -> Field {
    if let Some(fields) = sent {
        let [day, month, year] = ["day", "month", "year"].map(|name| fields.get(name).to_owned());
        return Field::Date { day, month, year };
    }
    match said {
        Some(Answer::Is(Value::Date(date))) => {
            Field::Date { day: date.day().to_string(), month: date.month().to_string(), year: date.year().to_string() }
        }
        _ => Field::Date { day: String::new(), month: String::new(), year: String::new() },
    }
}

/// One of the answers that can be chosen, in the words of the page.
fn answer(fact: &Fact, choice: &law::value::Choice) -> Said {
    say_of(&fact_answer(fact, &choice.code), &choice.answer)
}

/// An answer in the words of the page.
pub(crate) fn answer_said(app: &App, fact: &Fact, answer_given: &Answer) -> Said {
    match (answer_given, &fact.kind) {
        (Answer::Not(Unknown::DoNotKnow), _) => say("question-unknown"),
        (Answer::Not(Unknown::RatherNotSay), _) => say("question-rather-not"),
        (Answer::Is(Value::YesNo(true)), _) => say("question-yes"),
        (Answer::Is(Value::YesNo(false)), _) => say("question-no"),
        (Answer::Is(Value::Choices(places)), _) if places.is_empty() => say("question-none"),
        (Answer::Is(Value::Choice(place)), Kind::OneOf(choices)) => {
            choices.get(usize::from(*place)).map_or_else(|| "".into(), |choice| answer(fact, choice))
        }
        (Answer::Is(Value::Date(day)), _) => date(*day),
        _ => answer_words(app, fact, answer_given).into(),
    }
}

/// An answer in English words.
pub(crate) fn answer_words(app: &App, fact: &Fact, answer: &Answer) -> String {
    let choice = |place: &u16| match &fact.kind {
        Kind::OneOf(choices) | Kind::SetOf(choices) => {
            choices.get(usize::from(*place)).map_or("", |choice| choice.answer.as_str())
        }
        _ => "",
    };
    match answer {
        Answer::Not(Unknown::DoNotKnow) => "I don’t know".to_owned(),
        Answer::Not(Unknown::RatherNotSay) => "I’d rather not say".to_owned(),
        Answer::Not(Unknown::DoesNotApply) => "Does not apply".to_owned(),
        Answer::Not(Unknown::Disputed) => "People disagree about this".to_owned(),
        Answer::Is(Value::YesNo(yes)) => if *yes { "Yes" } else { "No" }.to_owned(),
        Answer::Is(Value::Choice(place)) => choice(place).to_owned(),
        Answer::Is(Value::Choices(places)) if places.is_empty() => "None of these".to_owned(),
        Answer::Is(Value::Choices(places)) => places.iter().map(choice).collect::<Vec<_>>().join("; "),
        Answer::Is(Value::Amount(amount)) => match &fact.kind {
            Kind::Number(unit) | Kind::Money(unit) => law::rate::worth_words(*amount, unit),
            _ => String::new(),
        },
        Answer::Is(Value::Date(date)) => crate::ui::show::date(*date),
        Answer::Is(Value::Council(code)) => {
            let council = code.parse().ok().and_then(|code| app.places().council(&code));
            council.map_or_else(|| code.clone(), |council| council.name.clone())
        }
    }
}
