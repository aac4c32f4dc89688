//! What somebody typed into a form, and what is wrong with it, field by field.

use jiff::civil::Date;

/// What somebody typed into a form.
pub trait Typed {
    /// The first field of that name, without spaces around it; empty where there is none.
    fn one(&self, name: &str) -> &str;
    /// Every field of that name, without spaces around it.
    fn each<'a>(&'a self, name: &'a str) -> Vec<&'a str>;
}

impl Typed for [(&str, &str)] {
    fn one(&self, name: &str) -> &str {
        self.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value.trim())
    }

    fn each<'a>(&'a self, name: &'a str) -> Vec<&'a str> {
        self.iter().filter(|(known, _)| *known == name).map(|(_, value)| value.trim()).collect()
    }
}

/// What is wrong with a field, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The name of the field.
    pub field: &'static str,
    /// What to do, in a sentence without a stop.
    pub says: String,
}

/// A day as it was typed, where it is one that somebody living may mean.
pub fn day(text: &str) -> Option<Date> {
    text.parse::<Date>().ok().filter(|day| (2000..=2100).contains(&day.year()))
}

/// A form that is being read: everything wrong with it is found, not only the first thing.
#[derive(Debug)]
pub(crate) struct Reading<'a, T: Typed + ?Sized> {
    typed: &'a T,
    pub(crate) wrong: Vec<Wrong>,
}

impl<'a, T: Typed + ?Sized> Reading<'a, T> {
    pub(crate) fn of(typed: &'a T) -> Self {
        Self { typed, wrong: Vec::new() }
    }

    pub(crate) fn one(&self, name: &str) -> &'a str {
        self.typed.one(name)
    }

    /// The chosen words among those known; others are left out.
    pub(crate) fn chosen<W: Copy>(&self, name: &str, all: &[W], word: fn(W) -> &'static str) -> Vec<W> {
        let typed = self.typed.each(name);
        all.iter().copied().filter(|one| typed.contains(&word(*one))).collect()
    }

    pub(crate) fn is_on(&self, name: &str) -> bool {
        self.one(name) == "yes"
    }

    pub(crate) fn fault(&mut self, field: &'static str, says: impl Into<String>) {
        self.wrong.push(Wrong { field, says: says.into() });
    }

    /// A text that must be there, at most so many letters long.
    pub(crate) fn must(&mut self, field: &'static str, most: usize, lacking: &str) -> String {
        let text = self.may(field, most).unwrap_or_default();
        if text.is_empty() && self.one(field).is_empty() {
            self.fault(field, lacking);
        }
        text
    }

    /// A text that may be there, at most so many letters long.
    pub(crate) fn may(&mut self, field: &'static str, most: usize) -> Option<String> {
        let text = self.one(field).replace("\r\n", "\n").replace('\0', "");
        let long = text.chars().count();
        if long > most {
            self.fault(field, format!("Make this shorter. It has {long} letters, and at most {most} fit"));
            return None;
        }
        (!text.is_empty()).then_some(text)
    }

    /// One entry to a line, each at most 120 letters long, at most twenty.
    pub(crate) fn lines(&mut self, field: &'static str) -> Vec<String> {
        let text = self.may(field, 2400).unwrap_or_default();
        let lines: Vec<String> =
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
        if lines.len() > 20 || lines.iter().any(|line| line.chars().count() > 240) {
            self.fault(field, "Write at most twenty lines, each at most 240 letters long");
        }
        lines
    }

    /// A day that may be there.
    pub(crate) fn day(&mut self, field: &'static str) -> Option<Date> {
        let text = self.one(field);
        if text.is_empty() {
            return None;
        }
        let day = day(text);
        if day.is_none() {
            self.fault(field, "Enter a real date, like 2026-11-22");
        }
        day
    }

    /// A phone number that may be there, as it was written: digits, with spaces, and a plus at the front.
    pub(crate) fn phone(&mut self, field: &'static str) -> Option<String> {
        let text = self.may(field, 30)?;
        if is_phone(&text) {
            return Some(text);
        }
        self.fault(field, "Enter a phone number with figures and spaces, like 0300 123 7015");
        None
    }

    /// An email address that may be there.
    pub(crate) fn email(&mut self, field: &'static str) -> Option<String> {
        let text = self.may(field, 254)?;
        if is_email(&text) {
            return Some(text);
        }
        self.fault(field, "Enter an email address, like name@example.org");
        None
    }

    /// A web address that may be there.
    pub(crate) fn web(&mut self, field: &'static str) -> Option<String> {
        let text = self.may(field, 500)?;
        if is_web(&text) {
            return Some(text);
        }
        self.fault(field, "Enter a web address that begins with https://");
        None
    }

    pub(crate) fn end<V>(self, value: Option<V>) -> Result<V, Vec<Wrong>> {
        match value {
            Some(value) if self.wrong.is_empty() => Ok(value),
            _ => Err(self.wrong),
        }
    }
}

/// Whether a text is a phone number.
pub(crate) fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let fits = |(place, sign): (usize, char)| sign.is_ascii_digit() || sign == ' ' || (sign == '+' && place == 0);
    (6..=15).contains(&digits) && text.chars().enumerate().all(fits)
}

/// Whether a text has the shape of an email address.
pub(crate) fn is_email(text: &str) -> bool {
    let plain = text.chars().all(|sign| !sign.is_whitespace() && !sign.is_control() && !"<>,;\"()".contains(sign));
    plain
        && text.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty()
                && host.contains('.')
                && !host.starts_with('.')
                && !host.ends_with('.')
                && !host.contains('@')
        })
}

/// Whether a text has the shape of a web address.
pub(crate) fn is_web(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let plain = !text.chars().any(|sign| sign.is_whitespace() || sign.is_control() || "<>\"'".contains(sign));
    plain && host.split('/').next().is_some_and(|host| host.contains('.') && !host.contains('@'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_addresses_are_told_from_words() {
        for (text, fits) in [("0300 123 7015", true), ("+44 300 123 7015", true), ("12", false), ("0300-CALL", false)] {
            assert_eq!(is_phone(text), fits, "{text}");
        }
        for (text, fits) in [
            ("a@b.example", true),
            ("a@b", false),
            ("a b@c.example", false),
            ("a@@b.c", false),
            ("a@b.c\nBcc: x@y.z", false),
        ] {
            assert_eq!(is_email(text), fits, "{text}");
        }
        for (text, fits) in [
            ("https://a.example/x", true),
            ("javascript:alert(1)", false),
            ("https://a", false),
            ("https://x@a.b", false),
        ] {
            assert_eq!(is_web(text), fits, "{text}");
        }
    }
}
