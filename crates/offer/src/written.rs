//! How single values are written in the files of an offer, and read back.

use crate::key::Shape;
use crate::place::CouncilCode;
use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;

/// A value with one written form.
pub(crate) trait Written: Sized {
    /// What it is.
    const SHAPE: Shape;
    /// Reads it, or says what was expected.
    fn read(text: &str) -> Result<Self, String>;
    /// Writes it so that it reads back the same.
    fn write(&self) -> String;
}

/// The name of an entry, by which others point to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// The name as files write it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is the name written.
    pub fn is(&self, name: &str) -> bool {
        self.0 == name
    }
}

impl FromStr for Id {
    type Err = String;

    fn from_str(text: &str) -> Result<Id, String> {
        Id::read(text)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Written for Id {
    const SHAPE: Shape = Shape::Name;

    fn read(text: &str) -> Result<Self, String> {
        let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_".contains(letter);
        match !text.is_empty() && text.chars().all(fits) {
            true => Ok(Id(text.to_owned())),
            false => Err(format!("{text:?} is not a name: use small letters, digits and dashes")),
        }
    }

    fn write(&self) -> String {
        self.0.clone()
    }
}

impl Written for String {
    const SHAPE: Shape = Shape::Words;

    fn read(text: &str) -> Result<Self, String> {
        match text.is_empty() {
            true => Err("nothing is written here".to_owned()),
            false => Ok(spaced(text)),
        }
    }

    fn write(&self) -> String {
        self.clone()
    }
}

impl Written for Date {
    const SHAPE: Shape = Shape::Date;

    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|_| format!("{text:?} is not a date; write it as 2026-11-22"))
    }

    fn write(&self) -> String {
        self.to_string()
    }
}

impl Written for CouncilCode {
    const SHAPE: Shape = Shape::Council;

    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|_| format!("{text:?} is not a council's code; it looks like E09000028"))
    }

    fn write(&self) -> String {
        self.to_string()
    }
}

impl Written for u16 {
    const SHAPE: Shape = Shape::Number;

    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|_| format!("{text:?} is not a whole number"))
    }

    fn write(&self) -> String {
        self.to_string()
    }
}

/// The words of a text with one space between them.
pub(crate) fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// An address on the web.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Url(String);

impl Url {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Url {
    type Err = String;

    fn from_str(text: &str) -> Result<Url, String> {
        Url::read(text)
    }
}

impl Written for Url {
    const SHAPE: Shape = Shape::Web;

    fn read(text: &str) -> Result<Self, String> {
        let fits = (text.starts_with("https://") || text.starts_with("http://")) && !text.contains(char::is_whitespace);
        match fits {
            true => Ok(Url(text.to_owned())),
            false => Err(format!("{text:?} is not a web address; it begins with https://")),
        }
    }

    fn write(&self) -> String {
        self.0.clone()
    }
}

/// Values joined by `|` on one line, as a table row is.
pub(crate) fn columns<const N: usize>(text: &str, like: &str) -> Result<[String; N], String> {
    let parts: Vec<String> = text.splitn(N, " | ").map(|part| part.trim().to_owned()).collect();
    parts.try_into().map_err(|_| format!("{text:?} lacks a part; write it like: {like}"))
}

/// Makes an enumeration whose values have one word each in files.
macro_rules! words {
    ($(#[$note:meta])* pub enum $name:ident { $($(#[$each:meta])* $value:ident = $word:literal),+ $(,)? }) => {
        $(#[$note])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$each])* $value),+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [$name] = &[$($name::$value),+];

            /// The word files use.
            pub fn word(self) -> &'static str {
                match self { $($name::$value => $word),+ }
            }
        }

        impl $crate::written::Written for $name {
            const SHAPE: $crate::key::Shape = $crate::key::Shape::OneOf(&[$($word),+]);

            fn read(text: &str) -> Result<Self, String> {
                let found = Self::ALL.iter().find(|value| value.word() == text);
                let list: Vec<&str> = Self::ALL.iter().map(|value| value.word()).collect();
                found.copied().ok_or_else(|| format!("{text:?} is not one of: {}", list.join(", ")))
            }

            fn write(&self) -> String {
                self.word().to_owned()
            }
        }
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_back() {
        fn check<T: Written>(text: &str) {
            assert_eq!(T::read(text).map(|value| value.write()), Ok(text.to_owned()));
        }
        check::<Id>("virtual-school");
        check::<String>("a few words");
        check::<Date>("2026-11-22");
        check::<CouncilCode>("E09000028");
        check::<Url>("https://www.example.org/a");
    }

    #[test]
    fn a_wrong_value_says_what_was_expected() {
        assert!(Date::read("22/11/2026").unwrap_err().contains("2026-11-22"));
        assert!(Url::read("www.example.org").unwrap_err().contains("https://"));
        assert!(Id::read("Virtual School").unwrap_err().contains("small letters"));
    }
}
