//! Hashes of passwords, as the one who hashed them wrote them.

use std::fmt;
use std::str::FromStr;

use crate::error::StoreError;
use crate::sql::fit;

/// What a password is checked against, as the one who hashed it wrote it (a PHC string). Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(String);

impl PasswordHash {
    /// From the text of a PHC string.
    pub fn new(phc: &str) -> Result<Self, StoreError> {
        fit("a hash", phc, 1000)?;
        if !phc.starts_with('$') {
            return Err(StoreError::Invalid("this is not the hash of a password".into()));
        }
        Ok(Self(phc.to_owned()))
    }

    /// The PHC string, to check a password against.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl FromStr for PasswordHash {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text)
    }
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("PasswordHash(hidden)")
    }
}
