//! To whom a message goes, and thereby how: by email, as a text message, by post.

use std::fmt;
use std::str::FromStr;

use crate::account::Email;
use crate::error::StoreError;

/// A telephone number in the United Kingdom that text messages go to, as `+447900900123`.
#[derive(Clone, PartialEq, Eq)]
pub struct Phone(String);

impl FromStr for Phone {
    type Err = StoreError;

    /// Spaces, dashes and brackets are left out; `07…`, `447…`, `00447…` and `+447…` are the same.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits: String = text.chars().filter(|sign| !sign.is_whitespace() && !"-()".contains(*sign)).collect();
        let rest = ["+44", "0044", "44", "0"].into_iter().find_map(|start| digits.strip_prefix(start));
        // "+44 (0)7…" is often written.
        let rest = rest.map(|rest| rest.strip_prefix('0').unwrap_or(rest));
        let fits =
            |rest: &&str| rest.len() == 10 && rest.starts_with('7') && rest.bytes().all(|sign| sign.is_ascii_digit());
        let rest = rest.filter(fits);
        rest.map(|rest| Self(format!("+44{rest}")))
            .ok_or_else(|| StoreError::Invalid("a mobile number looks like 07700 900123".into()))
    }
}

impl Phone {
    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An address that letters go to by post: three to seven lines, the name first, the postcode last.
#[derive(Clone, PartialEq, Eq)]
pub struct PostalAddress(Vec<String>);

impl PostalAddress {
    /// Its lines.
    pub fn lines(&self) -> &[String] {
        &self.0
    }
}

impl FromStr for PostalAddress {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let lines: Vec<String> =
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
        if !(3..=7).contains(&lines.len()) || text.len() > 1000 || text.contains('\0') {
            return Err(StoreError::Invalid("an address has three to seven lines, the postcode last".into()));
        }
        Ok(Self(lines))
    }
}

/// To whom a message goes. Printed by `Debug` without who it is.
#[derive(Clone, PartialEq, Eq)]
pub enum Recipient {
    /// An address for email.
    Email(Email),
    /// A number for text messages.
    Phone(Phone),
    /// An address for post.
    Post(PostalAddress),
}

impl Recipient {
    /// The channel as it is kept; none for email, as it was before there were others.
    pub(crate) fn channel(&self) -> Option<&'static str> {
        match self {
            Self::Email(_) => None,
            Self::Phone(_) => Some("sms"),
            Self::Post(_) => Some("letter"),
        }
    }

    pub(crate) fn read(channel: Option<&str>, text: &str) -> Result<Self, StoreError> {
        let broken = |_| StoreError::Corrupt("recipient holds what cannot be read".into());
        match channel {
            None => text.parse().map(Self::Email).map_err(broken),
            Some("sms") => text.parse().map(Self::Phone).map_err(broken),
            Some("letter") => text.parse().map(Self::Post).map_err(broken),
            Some(other) => Err(StoreError::Corrupt(format!("{other:?} is not a channel"))),
        }
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Email(email) => email.fmt(out),
            Self::Phone(phone) => out.write_str(phone.as_str()),
            Self::Post(address) => out.write_str(&address.0.join("\n")),
        }
    }
}

macro_rules! hidden {
    ($($name:ident)*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(concat!(stringify!($name), "(hidden)"))
            }
        }
    )*};
}

hidden!(Phone PostalAddress Recipient);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_however_they_are_written() {
        for text in ["07700 900123", "+44 7700 900123", "+44 (0)7700-900123", "00447700900123", "447700900123"] {
            assert_eq!(text.parse::<Phone>().unwrap().as_str(), "+447700900123", "{text}");
        }
        for text in ["", "0207 946 0000", "07700 90012", "07700 9001234", "+33 7700 900123", "o7700 900123"] {
            assert!(text.parse::<Phone>().is_err(), "{text}");
        }
    }

    #[test]
    fn what_is_kept_of_a_recipient_reads_back() {
        let each = [
            Recipient::Email("ann@example.org".parse().unwrap()),
            Recipient::Phone("07700 900123".parse().unwrap()),
            Recipient::Post("Ann Lee\n1 High Street\nSE15 5EB".parse().unwrap()),
        ];
        for to in each {
            assert_eq!(Recipient::read(to.channel(), &to.to_string()).unwrap(), to);
            assert_eq!(format!("{to:?}"), "Recipient(hidden)");
        }
        assert!("Ann Lee\nSE15 5EB".parse::<PostalAddress>().is_err());
    }
}
