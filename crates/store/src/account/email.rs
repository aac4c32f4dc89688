//! Addresses for mail.

use std::fmt;
use std::str::FromStr;

use crate::error::StoreError;

/// An address for mail, in small letters: `A@B.uk` and `a@b.uk` are one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Email(String);

impl Email {
    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl FromStr for Email {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim().to_lowercase();
        let odd = |sign: char| sign.is_whitespace() || sign.is_control() || r#"<>()[]\,;:""#.contains(sign);
        let fits = text.rsplit_once('@').is_some_and(|(name, place)| {
            let parts = || place.split('.');
            !name.is_empty() && !name.contains('@') && parts().count() > 1 && parts().all(|part| !part.is_empty())
        });
        if !fits || text.len() > 254 || text.contains(odd) {
            return Err(StoreError::Invalid("an email address looks like name@example.org".into()));
        }
        Ok(Self(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_and_folded() {
        let table = [
            (" Ann.Lee@Example.ORG ", Some("ann.lee@example.org")),
            ("a+b@c.d.uk", Some("a+b@c.d.uk")),
            ("o'neil@council.gov.uk", Some("o'neil@council.gov.uk")),
            ("a@b", None),
            ("@b.c", None),
            ("a@.c", None),
            ("a@b@c.d", None),
            ("a b@c.d", None),
            ("Ann <a@b.c>", None),
            ("a@b.c\nBcc: d@e.f", None),
            ("", None),
        ];
        for (text, read) in table {
            assert_eq!(text.parse::<Email>().ok().as_ref().map(Email::as_str), read, "{text}");
        }
    }
}
