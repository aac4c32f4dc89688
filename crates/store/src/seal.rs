//! A secret key, and what is done with it: sealing for a purpose, opening for the same purpose, and keyed hashes.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{Key, KeyInit, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

use crate::error::StoreError;
use crate::secret::{Digest, fill};

const NONCE: usize = 24;

/// 256 bits of chance, erased from memory when it is let go of.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Secret([u8; 32]);

impl Secret {
    /// A new one.
    pub(crate) fn fresh() -> Self {
        let mut bytes = [0; 32];
        fill(&mut bytes);
        Self(bytes)
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Seals. `purpose` says what for (`totp 0198…`), and the same must be said to open it.
    pub(crate) fn seal(&self, purpose: &str, plain: &[u8]) -> Result<Vec<u8>, StoreError> {
        let mut nonce = [0; NONCE];
        fill(&mut nonce);
        let payload = Payload { msg: plain, aad: purpose.as_bytes() };
        let sealed = self.cipher().encrypt(XNonce::from_slice(&nonce), payload);
        let sealed = sealed.map_err(|_| StoreError::Invalid("this is too long to be sealed".into()))?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// Opens what was sealed for the same purpose; none where it was not, or was changed since.
    pub(crate) fn open(&self, purpose: &str, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
        let payload = Payload { msg: sealed, aad: purpose.as_bytes() };
        self.cipher().decrypt(XNonce::from_slice(nonce), payload).ok().map(Zeroizing::new)
    }

    /// Seals text, as text.
    pub(crate) fn seal_text(&self, purpose: &str, plain: &str) -> Result<String, StoreError> {
        Ok(STANDARD_NO_PAD.encode(self.seal(purpose, plain.as_bytes())?))
    }

    /// Opens what was sealed as text.
    pub(crate) fn open_text(&self, purpose: &str, sealed: &str) -> Option<String> {
        let bytes = STANDARD_NO_PAD.decode(sealed).ok()?;
        let plain = self.open(purpose, &bytes)?;
        std::str::from_utf8(&plain).ok().map(str::to_owned)
    }

    /// A keyed hash (HMAC-SHA256): the same text gives the same hash to those who have the key, and to nobody else.
    pub(crate) fn hash(&self, purpose: &str, text: &str) -> Digest {
        Digest::from_bytes(&self.mac(purpose, text.as_bytes()))
    }

    /// A key for one purpose, made from this one.
    pub(crate) fn derive(&self, purpose: &str, salt: &[u8]) -> Self {
        Self(self.mac(purpose, salt))
    }

    /// A purpose holds no NUL, so where it ends is plain.
    fn mac(&self, purpose: &str, bytes: &[u8]) -> [u8; 32] {
        // HMAC fills a short key up with zeros to the size of a block; done here, no length can be wrong.
        let mut block = [0; 64];
        block[..32].copy_from_slice(&self.0);
        let mut mac = <Hmac<Sha256> as Mac>::new((&block).into());
        block.zeroize();
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(bytes);
        mac.finalize().into_bytes().into()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(Key::from_slice(&self.0))
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_key_and_purpose_open() {
        let key = Secret::fresh();
        let again = Secret::from_bytes(key.bytes()).unwrap();
        let sealed = key.seal_text("a", "secret").unwrap();
        assert_eq!(again.open_text("a", &sealed).unwrap(), "secret");
        assert!(key.open_text("b", &sealed).is_none());
        assert!(Secret::fresh().open_text("a", &sealed).is_none());
        for broken in ["", "short", &sealed[..sealed.len() - 1], "ü"] {
            assert!(key.open_text("a", broken).is_none(), "{broken}");
        }
        assert_ne!(sealed, key.seal_text("a", "secret").unwrap());
    }

    #[test]
    fn keyed_hashes_are_those_of_the_standard() {
        // Worked out with OpenSSL: `openssl dgst -sha256 -mac HMAC -macopt hexkey:0707…` over "a\0b".
        let key = Secret::from_bytes(&[7; 32]).unwrap();
        let hash = "6f6fbf3e914c9caf68cb9d3f7fb947aa645adc82032b85467842ffbf38053496";
        assert_eq!(key.hash("a", "b").as_str(), hash);
        assert_ne!(key.hash("a", "b"), Secret::fresh().hash("a", "b"));
        assert_ne!(key.hash("ab", ""), key.hash("a", "b"));
    }
}
