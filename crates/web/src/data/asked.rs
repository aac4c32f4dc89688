//! What a request asks for, read from its address by the table of parameters; what cannot be read is said plainly.

use super::parameter::{Kind, ON_A_PAGE, Parameter};
use super::refusal::Refusal;
use super::table::By;
use jiff::Timestamp;
use jiff::civil::Date;
use offer::exchange::Uuid;
use offer::place::Postcode;
use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// What a list is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Asked {
    pub(super) page: Option<usize>,
    pub(super) per_page: Option<usize>,
    pub(super) lines: bool,
    pub(super) search: Option<String>,
    pub(super) minimal: bool,
    pub(super) full: bool,
    pub(super) full_service: bool,
    pub(super) modified_after: Option<Date>,
    pub(super) since: Option<Timestamp>,
    pub(super) keys: Vec<(By, Uuid)>,
    pub(super) postcode: Option<Postcode>,
    pub(super) proximity: Option<f64>,
    pub(super) ages: (Option<f64>, Option<f64>),
    pub(super) top_only: bool,
}

/// The longest words that are looked for.
const LONGEST: usize = 200;

impl Asked {
    /// Reads the part of an address behind `?`.
    ///
    /// # Errors
    /// What cannot be read: what it is, where it stands, and what to write instead.
    pub(super) fn read(query: &str, known: &[Parameter]) -> Result<Asked, Refusal> {
        let mut asked = Asked::default();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (name, value) = (decode(name)?, decode(value)?);
            let Some(parameter) = known.iter().find(|parameter| parameter.name == name) else {
                return Err(unknown(&name, known));
            };
            if !value.trim().is_empty() {
                asked.take(parameter, value.trim())?;
            }
        }
        if asked.proximity.is_some() && asked.postcode.is_none() {
            let what = "`proximity` says how far, and nothing says from where";
            return Err(Refusal::bad("proximity", what, "add `postcode` and a full postcode, such as SE5 8UB"));
        }
        if let (Some(from), Some(to)) = asked.ages
            && from > to
        {
            let what = format!("no child is {from} or older and {to} or younger");
            return Err(Refusal::bad("minimum_age", what, "give the lower age as minimum_age"));
        }
        Ok(asked)
    }

    fn take(&mut self, parameter: &Parameter, value: &str) -> Result<(), Refusal> {
        let wrong = |like: String| Refusal::bad(parameter.name, format!("{value:?} is not {like}"), help(parameter));
        match parameter.kind {
            Kind::Text if value.len() > LONGEST => {
                let what = format!("there are more than {LONGEST} letters");
                return Err(Refusal::bad(parameter.name, what, "look for fewer words"));
            }
            Kind::Text => self.search = Some(value.to_owned()),
            Kind::Whole(least, most) => {
                let number = value.parse().ok().filter(|number| (least..=most).contains(number));
                let number = number.ok_or_else(|| wrong(format!("a whole number from {least} to {most}")))?;
                match parameter.name {
                    "page" => self.page = Some(number),
                    _ => self.per_page = Some(number),
                }
            }
            Kind::Flag => {
                let is_so = match value {
                    "true" | "1" => true,
                    "false" | "0" => false,
                    _ => return Err(wrong("true or false".to_owned())),
                };
                match parameter.name {
                    "minimal" => self.minimal = is_so,
                    "full" => self.full = is_so,
                    "full_service" => self.full_service = is_so,
                    _ => self.top_only = is_so,
                }
            }
            Kind::Uuid => {
                let id = Uuid::try_parse(value).map_err(|_| wrong("an identifier".to_owned()))?;
                let by = match parameter.name {
                    "taxonomy_term_id" => By::Term,
                    "taxonomy_id" => By::Taxonomy,
                    "organization_id" => By::Organization,
                    _ => By::Parent,
                };
                self.keys.push((by, id));
            }
            Kind::Moment => {
                self.modified_after = Some(day(value).ok_or_else(|| wrong("a day or a moment".to_owned()))?)
            }
            Kind::Instant => {
                self.since = Some(instant(value).ok_or_else(|| wrong("a moment or a day".to_owned()))?);
            }
            Kind::Postcode => {
                self.postcode = Some(value.parse().map_err(|_| wrong("a full postcode".to_owned()))?);
            }
            Kind::Metres | Kind::Age => {
                let most = if parameter.kind == Kind::Age { 120.0 } else { 1_000_000.0 };
                let number = value.parse().ok().filter(|number| (0.0..=most).contains(number));
                let number = number.ok_or_else(|| wrong(format!("a number from 0 to {most}")))?;
                match parameter.name {
                    "proximity" => self.proximity = Some(number),
                    "minimum_age" => self.ages.0 = Some(number),
                    _ => self.ages.1 = Some(number),
                }
            }
            Kind::OneOf(words) => {
                if !words.contains(&value) {
                    return Err(wrong(format!("one of: {}", words.join(", "))));
                }
                self.lines = value == "ndjson";
            }
        }
        Ok(())
    }

    /// How many records are on a page, where so many pass the filters.
    pub(super) fn per_page(&self, total: usize) -> usize {
        self.per_page.unwrap_or(if self.minimal { total.max(1) } else { ON_A_PAGE })
    }
}

/// How a parameter is written.
fn help(parameter: &Parameter) -> String {
    let example = if parameter.example.is_empty() { "7d6a1c0e-0f3b-5d0f-9c51-3f6f0a3f2b11" } else { parameter.example };
    format!("write it as `{}={example}`", parameter.name)
}

fn decode(text: &str) -> Result<Cow<'_, str>, Refusal> {
    let spaced: Cow<'_, str> = if text.contains('+') { text.replace('+', " ").into() } else { text.into() };
    let decoded = match spaced {
        Cow::Borrowed(text) => percent_decode_str(text).decode_utf8().ok(),
        Cow::Owned(text) => percent_decode_str(&text).decode_utf8().ok().map(|text| text.into_owned().into()),
    };
    let what = "a part of the address is not text in UTF-8";
    decoded.ok_or_else(|| Refusal::bad("the address", what, "write letters beyond a to z as %C3%A9 and so on"))
}

fn unknown(name: &str, known: &[Parameter]) -> Refusal {
    let names: Vec<&str> = known.iter().map(|parameter| parameter.name).collect();
    let like = match (law::fault::nearest(name, names.iter().copied()), names.is_empty()) {
        (Some(near), _) => format!("did you mean `{near}`?"),
        (None, true) => "leave everything behind the `?` out".to_owned(),
        (None, false) => format!("use only these: {}", names.join(", ")),
    };
    let shown: String = name.chars().take(40).collect();
    Refusal::bad(shown.clone(), format!("there is no parameter `{shown}` here"), like)
}

/// A day, or the day of a moment, in Greenwich.
fn day(text: &str) -> Option<Date> {
    let plain = || text.parse::<Date>().ok().filter(|_| text.len() == 10);
    let moment = || text.parse::<Timestamp>().ok().map(|moment| moment.to_zoned(jiff::tz::TimeZone::UTC).date());
    // Without an offset it is taken as written.
    let civil = || text.parse::<jiff::civil::DateTime>().ok().map(|moment| moment.date());
    plain().or_else(moment).or_else(civil)
}

/// A moment as written with its offset, or the beginning of a day in Greenwich.
fn instant(text: &str) -> Option<Timestamp> {
    let dawn = || text.parse::<Date>().ok().filter(|_| text.len() == 10)?.to_zoned(jiff::tz::TimeZone::UTC).ok();
    text.parse().ok().or_else(|| dawn().map(|dawn| dawn.timestamp()))
}
