//! The seal on the cookie: what is inside can be neither read nor changed in the browser.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};

/// Bound into every seal, so that a text sealed for another purpose does not open here.
const PURPOSE: &[u8] = b"kith answers 1";
const NONCE: usize = 24;

/// Seals and opens small packets with one key (XChaCha20-Poly1305, a new random nonce each time).
pub(crate) struct Sealer(XChaCha20Poly1305);

impl Sealer {
    /// A sealer with this key.
    pub(crate) fn new(key: &[u8; 32]) -> Sealer {
        Sealer(XChaCha20Poly1305::new(key.into()))
    }

    /// The packet, sealed, as text fit for a cookie; `None` where the machine gives no random numbers.
    pub(crate) fn seal(&self, packet: &[u8]) -> Option<String> {
        let mut nonce = [0u8; NONCE];
        getrandom::fill(&mut nonce).ok()?;
        let payload = Payload { msg: packet, aad: PURPOSE };
        let sealed = self.0.encrypt(XNonce::from_slice(&nonce), payload).ok()?;
        Some(URL_SAFE_NO_PAD.encode([&nonce[..], &sealed].concat()))
    }

    /// The packet inside; `None` where it was not sealed by this key or was changed.
    pub(crate) fn open(&self, text: &str) -> Option<Vec<u8>> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
        self.0.decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: PURPOSE }).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Sealer;

    #[test]
    fn what_is_sealed_opens_and_what_was_changed_does_not() {
        let sealer = Sealer::new(&[7; 32]);
        let text = sealer.seal(b"a packet").unwrap();
        assert_eq!(sealer.open(&text).as_deref(), Some(&b"a packet"[..]));
        assert_eq!(Sealer::new(&[8; 32]).open(&text), None);
        for place in 0..text.len() {
            let mut changed = text.clone().into_bytes();
            changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
            let opened = sealer.open(&String::from_utf8(changed).unwrap());
            // The last letter of base64 may hold bits that are not used; then nothing was changed.
            assert!(opened.is_none() || place + 1 == text.len());
        }
        for wrong in ["", "A", "!!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
            assert_eq!(sealer.open(wrong), None);
        }
    }
}
