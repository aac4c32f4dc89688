//! The seal on the cookie: what is inside can be neither read nor changed in the browser.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};

/// What something is sealed for. It is bound into the seal, so that a text sealed for one purpose opens for no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// What a carer has answered.
    Answers,
    /// That a browser is known for an account.
    Known,
    /// The secret of a second step that is being set up.
    SecondFactor,
    /// Which case a carer follows.
    Tracking,
    /// Which question somebody reads the answer to.
    Question,
    /// A sign-in that is under way at a council's own provider.
    #[cfg(feature = "oidc")]
    SignOn,
    /// What binds an account to somebody at such a provider.
    #[cfg(feature = "oidc")]
    Bond,
}

impl Purpose {
    fn words(self) -> &'static [u8] {
        match self {
            Purpose::Answers => b"kith answers 1",
            Purpose::Known => b"kith known 1",
            Purpose::SecondFactor => b"kith second factor 1",
            Purpose::Tracking => b"kith tracking 1",
            Purpose::Question => b"kith question 1",
            #[cfg(feature = "oidc")]
            Purpose::SignOn => b"kith sign-on 1",
            #[cfg(feature = "oidc")]
            Purpose::Bond => b"kith bond 1",
        }
    }
}

const NONCE: usize = 24;

/// Seals and opens small packets with one key (XChaCha20-Poly1305, a new random nonce each time).
pub(crate) struct Sealer(XChaCha20Poly1305);

impl Sealer {
    /// A sealer with this key.
    pub(crate) fn new(key: &[u8; 32]) -> Sealer {
        Sealer(XChaCha20Poly1305::new(key.into()))
    }

    /// The packet, sealed, as text fit for a cookie; `None` where the machine gives no random numbers.
    pub(crate) fn seal(&self, purpose: Purpose, packet: &[u8]) -> Option<String> {
        let mut nonce = [0u8; NONCE];
        getrandom::fill(&mut nonce).ok()?;
        let payload = Payload { msg: packet, aad: purpose.words() };
        let sealed = self.0.encrypt(XNonce::from_slice(&nonce), payload).ok()?;
        Some(URL_SAFE_NO_PAD.encode([&nonce[..], &sealed].concat()))
    }

    /// The packet inside; `None` where it was not sealed by this key or was changed.
    pub(crate) fn open(&self, purpose: Purpose, text: &str) -> Option<Vec<u8>> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
        let opened = self.0.decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: purpose.words() });
        if opened.is_err() {
            crate::safety::odd("something sealed was changed, or its key is gone");
        }
        opened.ok()
    }
}

#[cfg(test)]
mod tests {
    use super::{Purpose, Sealer};

    #[test]
    fn what_is_sealed_opens_and_what_was_changed_does_not() {
        let sealer = Sealer::new(&[7; 32]);
        let text = sealer.seal(Purpose::Answers, b"a packet").unwrap();
        assert_eq!(sealer.open(Purpose::Answers, &text).as_deref(), Some(&b"a packet"[..]));
        assert_eq!(sealer.open(Purpose::Known, &text), None);
        assert_eq!(Sealer::new(&[8; 32]).open(Purpose::Answers, &text), None);
        for place in 0..text.len() {
            let mut changed = text.clone().into_bytes();
            changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
            let opened = sealer.open(Purpose::Answers, &String::from_utf8(changed).unwrap());
            // The last letter of base64 may hold bits that are not used; then nothing was changed.
            assert!(opened.is_none() || place + 1 == text.len());
        }
        for wrong in ["", "A", "!!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
            assert_eq!(sealer.open(Purpose::Answers, wrong), None);
        }
    }
}
