//! What is sealed at rest: opened only with the installation's key, and only for what it was sealed for.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{Key, KeyInit, XChaCha20Poly1305, XNonce};
use std::fmt;
use std::io::Write;
use std::path::Path;
use std::str::FromStr;
use zeroize::Zeroize;

use crate::error::StoreError;
use crate::store::private;

const NONCE: usize = 24;

/// The key of this installation. It is kept apart from the database, so that a copy of the one opens nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct InstallationKey([u8; 32]);

impl InstallationKey {
    /// A new one.
    pub fn fresh() -> Self {
        let mut bytes = [0; 32];
        crate::secret::fill(&mut bytes);
        Self(bytes)
    }

    /// The key in a file, made where the file is missing. Only its owner may read it.
    pub fn load_or_make(path: &Path) -> Result<Self, StoreError> {
        let fault = |why: std::io::Error| {
            StoreError::Unusable(format!("the installation key {} cannot be read or made: {why}", path.display()))
        };
        if !path.exists() {
            let key = Self::fresh();
            let mut part = path.as_os_str().to_owned();
            part.push(format!(".{}", std::process::id()));
            let mut file = private().create(true).truncate(true).open(&part).map_err(fault)?;
            file.write_all((key.reveal() + "\n").as_bytes()).and_then(|()| file.sync_all()).map_err(fault)?;
            // Linked, not renamed: where two programs start at once, the first key stays and both use it.
            let linked = std::fs::hard_link(&part, path);
            std::fs::remove_file(&part).map_err(fault)?;
            linked.or_else(|why| if path.exists() { Ok(()) } else { Err(fault(why)) })?;
        }
        std::fs::read_to_string(path).map_err(fault)?.parse()
    }

    /// The text to keep in a file that only Kith may read. It is shown in no other way.
    pub fn reveal(&self) -> String {
        STANDARD_NO_PAD.encode(self.0)
    }

    /// Seals. `purpose` says what for (`totp 0198…`), and the same must be said to open it.
    pub fn seal(&self, purpose: &str, plain: &[u8]) -> Result<String, StoreError> {
        let mut nonce = [0; NONCE];
        crate::secret::fill(&mut nonce);
        let payload = Payload { msg: plain, aad: purpose.as_bytes() };
        let sealed = self.cipher().encrypt(XNonce::from_slice(&nonce), payload);
        let sealed = sealed.map_err(|_| StoreError::Invalid("this is too long to be sealed".into()))?;
        Ok(STANDARD_NO_PAD.encode([&nonce[..], &sealed].concat()))
    }

    /// Opens what was sealed for the same purpose. `what` names it in an error.
    pub fn open(&self, what: &'static str, purpose: &str, sealed: &str) -> Result<Vec<u8>, StoreError> {
        let broken = || StoreError::Corrupt(format!("{what} is not whole"));
        let bytes = STANDARD_NO_PAD.decode(sealed).map_err(|_| broken())?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE).ok_or_else(broken)?;
        let payload = Payload { msg: sealed, aad: purpose.as_bytes() };
        self.cipher().decrypt(XNonce::from_slice(nonce), payload).map_err(|_| StoreError::WrongKey(what))
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(Key::from_slice(&self.0))
    }
}

impl FromStr for InstallationKey {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bytes = STANDARD_NO_PAD.decode(text.trim()).ok().and_then(|bytes| bytes.try_into().ok());
        bytes
            .map(Self)
            .ok_or_else(|| StoreError::Invalid("the installation key is not whole: 43 signs in base64".into()))
    }
}

impl fmt::Debug for InstallationKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("InstallationKey(hidden)")
    }
}

impl Drop for InstallationKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_key_and_purpose_open() {
        let key = InstallationKey::fresh();
        let again: InstallationKey = key.reveal().parse().unwrap();
        let sealed = key.seal("a", b"secret").unwrap();
        assert_eq!(again.open("it", "a", &sealed).unwrap(), b"secret");
        assert!(matches!(key.open("it", "b", &sealed), Err(StoreError::WrongKey("it"))));
        assert!(matches!(InstallationKey::fresh().open("it", "a", &sealed), Err(StoreError::WrongKey(_))));
        assert!(matches!(key.open("it", "a", "short"), Err(StoreError::Corrupt(_))));
        assert_ne!(sealed, key.seal("a", b"secret").unwrap());
        assert_eq!(format!("{key:?}"), "InstallationKey(hidden)");
    }

    #[test]
    fn all_who_start_at_once_have_one_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        let key = InstallationKey::load_or_make(&path).unwrap();
        assert_eq!(InstallationKey::load_or_make(&path).unwrap(), key);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        std::fs::write(&path, "short").unwrap();
        assert!(InstallationKey::load_or_make(&path).is_err());
        assert!(InstallationKey::load_or_make(&path.join("x")).is_err());
    }
}
