//! Secrets that open something once or for a while: kept by their hash alone, shown to nobody.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};
use std::fmt;
use std::str::FromStr;
use zeroize::Zeroize;

use crate::error::StoreError;

/// Fills with chance. Without any, nothing is safe, and the process ends.
#[allow(clippy::panic, reason = "there is no safe way on without the system's source of chance")]
pub(crate) fn fill(bytes: &mut [u8]) {
    if let Err(why) = getrandom::fill(bytes) {
        panic!("the system gives no random bytes: {why}");
    }
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// A hash over parts, each with its length before it: no two lists of parts look the same to it.
#[derive(Default)]
pub(crate) struct Parts(Sha256);

impl Parts {
    pub(crate) fn part(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    pub(crate) fn text_or_none(&mut self, text: Option<&str>) {
        match text {
            // No part is as long as this.
            None => self.0.update(u64::MAX.to_be_bytes()),
            Some(text) => self.part(text.as_bytes()),
        }
    }

    pub(crate) fn number(&mut self, number: i64) {
        self.part(&number.to_be_bytes());
    }

    pub(crate) fn digest(self) -> Digest {
        Digest::from_hash(self.0)
    }
}

/// A SHA-256, in hexadecimal.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Digest(String);

impl Digest {
    /// The digest of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::from_hash(Sha256::new_with_prefix(bytes))
    }

    pub(crate) fn from_hash(hash: Sha256) -> Self {
        Self::from_bytes(&hash.finalize())
    }

    /// Of the bytes that a hash, or a keyed hash, came to.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Self {
        Self(hex(bytes))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl FromStr for Digest {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fits = text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let digest = fits.then(|| Self(text.to_owned()));
        digest.ok_or_else(|| StoreError::Invalid("a digest has 64 signs, 0 to 9 and a to f".into()))
    }
}

macro_rules! tokens {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name([u8; 32]);

        impl $name {
            /// A new one, of 256 bits of chance.
            pub fn fresh() -> Self {
                let mut bytes = [0; 32];
                fill(&mut bytes);
                Self(bytes)
            }

            /// The text to hand to the one person it is for. It is shown in no other way.
            pub fn reveal(&self) -> String {
                URL_SAFE_NO_PAD.encode(self.0)
            }

            /// What is kept of it.
            pub(crate) fn hash(&self) -> Digest {
                Digest::of(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = StoreError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let bytes = URL_SAFE_NO_PAD.decode(text).ok().and_then(|bytes| bytes.try_into().ok());
                bytes.map(Self).ok_or_else(|| StoreError::Invalid("this link or cookie is not whole".into()))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(concat!(stringify!($name), "(hidden)"))
            }
        }

        impl Drop for $name {
            fn drop(&mut self) {
                self.0.zeroize();
            }
        }
    )*};
}

impl BookingToken {
    /// The one that follows from what a form sent, its own chance among it: the same form sent twice gives the same.
    pub fn of_form(parts: &[&str]) -> Self {
        let mut all = Parts(Sha256::new());
        parts.iter().for_each(|part| all.part(part.as_bytes()));
        Self(all.0.finalize().into())
    }
}

tokens! {
    /// What a signed-in browser holds.
    SessionToken;
    /// What an invited person's link holds.
    InvitationToken;
    /// What the link holds by which an organiser says that a group met.
    GroupToken;
    /// What the link to a new password holds.
    RecoveryToken;
    /// What the link for the very first account holds.
    SetupToken;
    /// What the link of somebody who booked a place holds.
    BookingToken;
    /// What the links in somebody's updates hold: with it they say what they want, and leave.
    UpdatesToken;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_come_back_whole_and_are_never_printed() {
        let token = SessionToken::fresh();
        let text = token.reveal();
        assert_eq!(text.parse::<SessionToken>().unwrap(), token);
        assert_eq!(format!("{token:?}"), "SessionToken(hidden)");
        assert_ne!(SessionToken::fresh(), token);
        for broken in ["", "a", &text[1..], &format!("{text}A"), "Å"] {
            assert!(broken.parse::<SessionToken>().is_err(), "{broken}");
        }
    }

    #[test]
    fn digests_are_those_of_the_standard() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(Digest::of(b"").as_str(), empty);
        assert_eq!(empty.parse::<Digest>().unwrap(), Digest::of(b""));
        assert!(empty.to_uppercase().parse::<Digest>().is_err());
    }
}
