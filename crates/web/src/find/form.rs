//! What a form sent: its fields, and the answer they give to a question, or words that help.

use crate::language::{Said, say};
use crate::ui::Fault;
use axum::extract::{Form, FromRequest, Request};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use jiff::civil::Date;
use law::fact::Fact;
use law::value::{Answer, Kind, Unknown, Value};

/// The fields of a form.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields(Vec<(String, String)>);

impl From<Vec<(String, String)>> for Fields {
    fn from(fields: Vec<(String, String)>) -> Fields {
        Fields(fields)
    }
}

impl Fields {
    /// The first field of that name, without spaces around it; empty where there is none.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.trim())
    }

    /// The first field of that name exactly as it was sent, such as a password.
    pub(crate) fn raw(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The first field of these names that holds something.
    pub(crate) fn first_of(&self, names: &[&str]) -> &str {
        names.iter().map(|name| self.get(name)).find(|value| !value.is_empty()).unwrap_or_default()
    }

    /// A text of several lines, with line ends of one kind; `None` where nothing was typed.
    pub(crate) fn lines(&self, name: &str) -> Option<String> {
        let text = self.raw(name).replace("\r\n", "\n").trim_end().to_owned();
        (!text.trim().is_empty()).then_some(text)
    }

    /// Whether a field of that name was sent.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    /// Every field of that name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.trim())
    }

    /// Every field whose name begins so, with the rest of its name.
    pub(crate) fn under<'a>(&'a self, start: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter_map(move |(name, value)| Some((name.strip_prefix(start)?, value.trim())))
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Fields, Fault> {
        match Form::<Vec<(String, String)>>::from_request(request, state).await {
            Ok(Form(fields)) => Ok(Fields(fields)),
            Err(error) => {
                let status = error.into_response().status();
                Err(if status == StatusCode::PAYLOAD_TOO_LARGE { Fault::of(status) } else { Fault::bad_request() })
            }
        }
    }
}

/// Why an answer cannot be taken: what to do, and the field to go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    /// What to do, in a sentence.
    pub words: Said,
    /// The id of the field.
    pub field: &'static str,
}

/// What is said under a key, of a field.
fn wrong<T>(key: &str, field: &'static str) -> Result<T, Wrong> {
    Err(Wrong { words: say(key), field })
}

/// The answer a form gives to a question.
///
/// # Errors
/// What to do, where the fields give no answer.
pub(super) fn read(fact: &Fact, fields: &Fields, today: Date) -> Result<Answer, Wrong> {
    match fields.get("unknown") {
        "do_not_know" => return Ok(Answer::Not(Unknown::DoNotKnow)),
        "rather_not_say" => return Ok(Answer::Not(Unknown::RatherNotSay)),
        _ => {}
    }
    let value = fields.get("value");
    match &fact.kind {
        Kind::Date => read_date(fact, fields, today).map(|day| Answer::Is(Value::Date(day))),
        Kind::Number(_) | Kind::Money(_) => read_amount(fact, value).map(Answer::Is),
        Kind::SetOf(_) => {
            let chosen: Vec<&str> = fields.all("value").filter(|value| !value.is_empty()).collect();
            if chosen.is_empty() {
                return wrong("wrong-all-that-fit", "value-1");
            }
            if chosen.len() > 1 && chosen.contains(&"none") {
                return wrong("wrong-not-both", "value-1");
            }
            fact.kind.parse(&chosen.join(",")).map(Answer::Is).or_else(|_| wrong("wrong-list", "value-1"))
        }
        Kind::Council => fact.kind.parse(value).map(Answer::Is).or_else(|_| wrong("council-wrong", "value-1")),
        Kind::YesNo | Kind::OneOf(_) => {
            fact.kind.parse(value).map(Answer::Is).or_else(|_| wrong("wrong-one", "value-1"))
        }
    }
}

fn read_amount(fact: &Fact, value: &str) -> Result<Value, Wrong> {
    if value.is_empty() {
        return wrong("wrong-number", "value-1");
    }
    match fact.kind.parse(value) {
        Ok(Value::Amount(amount)) if amount < 0 => wrong("wrong-negative", "value-1"),
        Ok(value) => Ok(value),
        Err(_) => wrong("wrong-figures", "value-1"),
    }
}

fn read_date(fact: &Fact, fields: &Fields, today: Date) -> Result<Date, Wrong> {
    let names: [&'static str; 3] = ["day", "month", "year"];
    let missing: Vec<&'static str> = names.into_iter().filter(|name| fields.get(name).is_empty()).collect();
    match missing[..] {
        [] => {}
        [_, _, _] => return wrong("wrong-date", "day"),
        ["day"] => return wrong("wrong-no-day", "day"),
        ["month"] => return wrong("wrong-no-month", "month"),
        ["year"] => return wrong("wrong-no-year", "year"),
        ["day", "month"] => return wrong("wrong-no-day-month", "day"),
        ["day", ..] => return wrong("wrong-no-day-year", "day"),
        _ => return wrong("wrong-no-month-year", "month"),
    }
    date_of(fact, names.map(|name| fields.get(name)), today)
}

/// The date that a day, a month and a year make.
///
/// # Errors
/// What to do, where they make none, or one the fact cannot have.
pub(crate) fn date_of(fact: &Fact, parts: [&str; 3], today: Date) -> Result<Date, Wrong> {
    let Ok(day) = parts[0].parse::<i8>() else { return wrong("wrong-day", "day") };
    let Some(month) = month(parts[1]) else {
        return wrong("wrong-month", "month");
    };
    let Ok(year) = parts[2].parse::<i16>() else {
        return wrong("wrong-year", "year");
    };
    if !(1900..=2100).contains(&year) {
        return wrong("wrong-year", "year");
    }
    let Ok(date) = Date::new(year, month, day) else {
        return wrong("wrong-real-date", "day");
    };
    // Some dates may lie ahead: a child may be about to come. A birth or a death may not.
    let is_past = ["_dob", "death_date"].iter().any(|end| fact.name.ends_with(end));
    if is_past && date > today {
        return wrong("wrong-future", "year");
    }
    Ok(date)
}

fn month(text: &str) -> Option<i8> {
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let lower = text.to_lowercase();
    let named = names.iter().position(|name| lower.starts_with(name)).map(|place| place as i8 + 1);
    named.or_else(|| lower.parse().ok()).filter(|month| (1..=12).contains(month))
}
