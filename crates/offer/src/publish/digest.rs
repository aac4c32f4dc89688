//! The digest of an edition: what its text comes to, so that anybody can prove it has not changed.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;

/// SHA-256 over the bytes of a text.
///
/// ```
/// use offer::publish::Digest;
///
/// let digest = Digest::of("kith");
/// assert_eq!(digest.to_string().len(), 64);
/// assert_ne!(digest, Digest::of("kin"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Digest(String);

impl Digest {
    /// The digest of a text.
    pub fn of(text: &str) -> Digest {
        Digest(Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// A digest as it was written down; nothing equals it unless it is written the same.
    pub fn written(text: &str) -> Digest {
        Digest(text.trim().to_ascii_lowercase())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
