//! What a fact may be, and what may be said of it: types, values and the kinds of not knowing.

use jiff::civil::Date;

/// Thousandths: numbers, miles and pounds are kept exactly.
pub(crate) const SCALE: i64 = 1000;

/// The type of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Yes or no.
    YesNo,
    /// One of a list of choices.
    OneOf(Vec<Choice>),
    /// Any number of a list of choices.
    SetOf(Vec<Choice>),
    /// A number, with its unit in plain words.
    Number(String),
    /// An amount of money, with its period (`pounds a week`).
    Money(String),
    /// A civil date.
    Date,
    /// A council, by its nine-character code.
    Council,
}

/// One value a fact may take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value as data names it.
    pub code: String,
    /// The value in the sentences of rules.
    pub words: String,
    /// The value as a carer reads it in an answer.
    pub answer: String,
}

/// A value of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Yes or no.
    YesNo(bool),
    /// The place of the choice in the fact's list.
    Choice(u16),
    /// The places of the choices in the fact's list.
    Choices(Vec<u16>),
    /// A number or an amount of money, in thousandths.
    Amount(i64),
    /// A civil date.
    Date(Date),
    /// A council's code.
    Council(String),
}

/// Why a fact has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// The person does not know.
    DoNotKnow,
    /// The person would rather not say.
    RatherNotSay,
    /// The question does not apply to this family.
    DoesNotApply,
    /// People disagree about it.
    Disputed,
}

impl Unknown {
    /// The four words as they are written in files.
    pub const WORDS: [(&'static str, Unknown); 5] = [
        ("unknown", Unknown::DoNotKnow),
        ("do_not_know", Unknown::DoNotKnow),
        ("rather_not_say", Unknown::RatherNotSay),
        ("does_not_apply", Unknown::DoesNotApply),
        ("disputed", Unknown::Disputed),
    ];

    /// Reads one of the words.
    pub fn parse(word: &str) -> Option<Unknown> {
        Self::WORDS.iter().find(|(name, _)| *name == word).map(|(_, kind)| *kind)
    }

    /// The word written to files.
    pub fn word(self) -> &'static str {
        match self {
            Unknown::DoNotKnow => "unknown",
            Unknown::RatherNotSay => "rather_not_say",
            Unknown::DoesNotApply => "does_not_apply",
            Unknown::Disputed => "disputed",
        }
    }
}

/// What has been said of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Its value.
    Is(Value),
    /// That it has none, and why. Asked already, so not asked again.
    Not(Unknown),
}

impl Kind {
    /// Reads a value as files and forms write it.
    ///
    /// # Errors
    /// What was expected, in words.
    pub fn parse(&self, text: &str) -> Result<Value, String> {
        let text = text.trim();
        match self {
            Kind::YesNo => match text {
                "yes" | "true" => Ok(Value::YesNo(true)),
                "no" | "false" => Ok(Value::YesNo(false)),
                _ => Err("expected yes or no".into()),
            },
            Kind::OneOf(choices) => choice(choices, text).map(Value::Choice),
            Kind::SetOf(choices) => {
                let codes = text.split([',', ' ']).map(str::trim).filter(|code| !code.is_empty() && *code != "none");
                let mut set = codes.map(|code| choice(choices, code)).collect::<Result<Vec<_>, _>>()?;
                set.sort_unstable();
                set.dedup();
                Ok(Value::Choices(set))
            }
            Kind::Number(_) | Kind::Money(_) => amount(text).map(Value::Amount),
            Kind::Date => text.parse().map(Value::Date).map_err(|_| "expected a date such as 2026-11-22".into()),
            Kind::Council => match is_council_code(text) {
                true => Ok(Value::Council(text.to_owned())),
                false => Err("expected a council code such as E09000028".into()),
            },
        }
    }

    /// Writes a value as files write it.
    pub fn write(&self, value: &Value) -> String {
        let code = |place: &u16| match self {
            Kind::OneOf(choices) | Kind::SetOf(choices) => {
                choices.get(usize::from(*place)).map_or("", |choice| choice.code.as_str())
            }
            _ => "",
        };
        match value {
            Value::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Value::Choice(place) => code(place).to_owned(),
            Value::Choices(places) if places.is_empty() => "none".to_owned(),
            Value::Choices(places) => places.iter().map(code).collect::<Vec<_>>().join(", "),
            Value::Amount(amount) => write_amount(*amount),
            Value::Date(date) => date.to_string(),
            Value::Council(code) => code.clone(),
        }
    }

    /// The type in plain words, for messages.
    pub fn words(&self) -> &'static str {
        match self {
            Kind::YesNo => "yes or no",
            Kind::OneOf(_) => "one of a list",
            Kind::SetOf(_) => "a set",
            Kind::Number(_) => "a number",
            Kind::Money(_) => "an amount of money",
            Kind::Date => "a date",
            Kind::Council => "a council code",
        }
    }
}

fn choice(choices: &[Choice], code: &str) -> Result<u16, String> {
    match choices.iter().position(|choice| choice.code == code || choice.code.eq_ignore_ascii_case(code)) {
        Some(place) => Ok(place as u16),
        None => {
            let near = crate::fault::nearest(code, choices.iter().map(|choice| choice.code.as_str()));
            let list: Vec<&str> = choices.iter().map(|choice| choice.code.as_str()).collect();
            let near = near.map(|near| format!("did you mean {near}? ")).unwrap_or_default();
            Err(format!("{near}expected one of: {}", list.join(", ")))
        }
    }
}

/// Reads a number, with or without a pound sign and thousands commas, into thousandths.
pub(crate) fn amount(text: &str) -> Result<i64, String> {
    let plain: String = text.trim().trim_start_matches('£').replace([',', '_'], "");
    let fault = || "expected a number such as 12 or 26.05".to_owned();
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, plain.as_str()),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !all_digits(whole) || !all_digits(part) || whole.len() > 12 || part.len() > 9 {
        return Err(fault());
    }
    let whole: i64 = whole.parse().map_err(|_| fault())?;
    let thousandths: i64 = format!("{part:0<3}")[..3].parse().map_err(|_| fault())?;
    Ok(sign * (whole * SCALE + thousandths))
}

/// Writes thousandths as a plain number: whole, or with two or three places.
pub(crate) fn write_amount(amount: i64) -> String {
    let (sign, amount) = (if amount < 0 { "-" } else { "" }, amount.unsigned_abs());
    let (whole, part) = (amount / SCALE.unsigned_abs(), amount % SCALE.unsigned_abs());
    match part {
        0 => format!("{sign}{whole}"),
        part if part % 10 == 0 => format!("{sign}{whole}.{:02}", part / 10),
        part => format!("{sign}{whole}.{part:03}"),
    }
}

/// Whether a text has the form of a council's code: a letter and eight digits.
pub(crate) fn is_council_code(text: &str) -> bool {
    text.len() == 9
        && text.starts_with(|first: char| first.is_ascii_uppercase())
        && text[1..].bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact() {
        for (text, thousandths) in [("27.05", 27_050), ("£1,263.70", 1_263_700), ("16", 16_000), ("-2.5", -2_500)] {
            assert_eq!(amount(text), Ok(thousandths), "{text}");
        }
        assert_eq!(write_amount(27_050), "27.05");
        assert_eq!(write_amount(16_000), "16");
        assert!(amount("ten").is_err());
        assert!(amount("9999999999999999").is_err());
    }
}
