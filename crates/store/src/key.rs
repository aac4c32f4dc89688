//! The installation's keys: the one that seals, and former ones that still open. They are kept apart from the database,
//! so that a copy of the one opens nothing.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Arc, PoisonError, RwLock};
use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::seal::Secret;
use crate::secret::hex;
use crate::store::private;

/// One key of this installation.
#[derive(Clone, PartialEq, Eq)]
pub struct InstallationKey(Secret);

impl InstallationKey {
    /// A new one.
    pub fn fresh() -> Self {
        Self(Secret::fresh())
    }

    /// A short name for it, which leads nobody to it. What it seals bears this name.
    pub fn id(&self) -> String {
        let hash = self.0.derive("kith key id", &[]);
        hex(&hash.bytes()[..6])
    }

    /// The text to keep in a file that only Kith may read. It is shown in no other way.
    pub fn reveal(&self) -> String {
        STANDARD_NO_PAD.encode(self.0.bytes())
    }

    /// A key for one purpose, made from this one.
    pub(crate) fn derive(&self, purpose: &str, salt: &[u8]) -> Secret {
        self.0.derive(purpose, salt)
    }
}

impl FromStr for InstallationKey {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bytes = STANDARD_NO_PAD.decode(text.trim()).ok().and_then(|bytes| Secret::from_bytes(&bytes));
        bytes
            .map(Self)
            .ok_or_else(|| StoreError::Invalid("the installation key is not whole: 43 signs in base64".into()))
    }
}

impl fmt::Debug for InstallationKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "InstallationKey({})", self.id())
    }
}

/// The keys a program has. Cheap to clone; every clone is the same ring.
#[derive(Clone)]
pub struct Keys(Arc<Ring>);

struct Ring {
    /// The file they are in. It is read again when something is met that is sealed with a key not known yet: so a new key
    /// reaches a program that runs.
    file: Option<PathBuf>,
    /// The first seals.
    keys: RwLock<Vec<InstallationKey>>,
}

impl Keys {
    /// A key that seals, and former ones that still open.
    pub fn new(current: InstallationKey, former: Vec<InstallationKey>) -> Self {
        let keys = std::iter::once(current).chain(former).collect();
        Self(Arc::new(Ring { file: None, keys: RwLock::new(keys) }))
    }

    /// The keys in a file, one to a line, the first of which seals.
    pub fn load(file: &Path) -> Result<Self, StoreError> {
        let keys = RwLock::new(read(file)?);
        Ok(Self(Arc::new(Ring { file: Some(file.to_owned()), keys })))
    }

    /// The keys in a file, made with one key where it is missing. Only its owner may read it.
    pub fn load_or_make(file: &Path) -> Result<Self, StoreError> {
        if !file.exists() {
            let part = beside(file, &std::process::id().to_string());
            write(&part, private().create(true).truncate(true), &[InstallationKey::fresh()])?;
            // Linked, not renamed: where two programs start at once, the first key stays and both use it.
            let linked = std::fs::hard_link(&part, file);
            std::fs::remove_file(&part).map_err(|why| fault(file, &why))?;
            linked.or_else(|why| if file.exists() { Ok(()) } else { Err(fault(file, &why)) })?;
            settle(file)?;
        }
        Self::load(file)
    }

    /// Puts a new key first in the file; those before it stay after it, and still open.
    pub fn renew(file: &Path) -> Result<Self, StoreError> {
        let part = beside(file, "new");
        // Made before the file is read, and by one alone: two at once would lose one another's key, and what it sealed.
        write(&part, private().create_new(true), &[]).map_err(|error| match part.exists() {
            false => error,
            true => StoreError::Unusable(format!(
                "{} is there: another program is giving a new key, or was stopped in the middle of it\n  Hint: see that none does, remove that file, and try again",
                part.display()
            )),
        })?;
        let renewed = read(file)
            .and_then(|keys| write(&part, &mut private(), &[vec![InstallationKey::fresh()], keys].concat()))
            .and_then(|()| std::fs::rename(&part, file).map_err(|why| fault(file, &why)));
        if renewed.is_err() {
            let _ = std::fs::remove_file(&part);
        }
        renewed.and_then(|()| settle(file))?;
        Self::load(file)
    }

    /// The key that seals.
    pub fn current(&self) -> Result<InstallationKey, StoreError> {
        self.0.keys.read().unwrap_or_else(PoisonError::into_inner).first().cloned().ok_or(StoreError::NoKey)
    }

    /// The names of all keys, that of the sealing one first.
    pub fn ids(&self) -> Vec<String> {
        self.all().iter().map(InstallationKey::id).collect()
    }

    /// Seals with the current key: the key's name, a dot, and what is sealed in base64.
    pub(crate) fn seal(&self, purpose: &str, plain: &[u8]) -> Result<String, StoreError> {
        let key = self.current()?;
        Ok(format!("{}.{}", key.id(), STANDARD_NO_PAD.encode(key.0.seal(purpose, plain)?)))
    }

    /// Opens what was sealed for the same purpose. `what` names it in an error. What was sealed before keys had names is
    /// tried with each.
    pub(crate) fn open(&self, what: &str, purpose: &str, sealed: &str) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let broken = || StoreError::Corrupt(format!("{what} is not whole"));
        let wrong = || StoreError::WrongKey(what.to_owned());
        let (id, text) = sealed.split_once('.').map_or((None, sealed), |(id, text)| (Some(id), text));
        let bytes = STANDARD_NO_PAD.decode(text).map_err(|_| broken())?;
        match id {
            Some(id) => self.named(id).ok_or_else(wrong)?.0.open(purpose, &bytes).ok_or_else(broken),
            None => self.all().iter().find_map(|key| key.0.open(purpose, &bytes)).ok_or_else(wrong),
        }
    }

    /// The key of this name.
    pub(crate) fn named(&self, id: &str) -> Option<InstallationKey> {
        let find = |keys: &[InstallationKey]| keys.iter().find(|key| key.id() == id).cloned();
        if let Some(key) = find(&self.all()) {
            return Some(key);
        }
        let again = read(self.0.file.as_deref()?).ok()?;
        let key = find(&again)?;
        *self.0.keys.write().unwrap_or_else(PoisonError::into_inner) = again;
        Some(key)
    }

    fn all(&self) -> Vec<InstallationKey> {
        self.0.keys.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl From<InstallationKey> for Keys {
    fn from(key: InstallationKey) -> Self {
        Self::new(key, Vec::new())
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Keys({})", self.ids().join(", "))
    }
}

fn read(file: &Path) -> Result<Vec<InstallationKey>, StoreError> {
    let text = Zeroizing::new(std::fs::read_to_string(file).map_err(|why| fault(file, &why))?);
    let keys = text.lines().filter(|line| !line.trim().is_empty()).map(str::parse).collect::<Result<Vec<_>, _>>()?;
    match keys.is_empty() {
        true => Err(StoreError::Invalid(format!("{} holds no installation key", file.display()))),
        false => Ok(keys),
    }
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".{ending}"));
    name.into()
}

fn write(file: &Path, how: &mut OpenOptions, keys: &[InstallationKey]) -> Result<(), StoreError> {
    let text: Zeroizing<String> = Zeroizing::new(keys.iter().map(|key| key.reveal() + "\n").collect());
    let written = how.open(file).and_then(|mut out| out.write_all(text.as_bytes()).and_then(|()| out.sync_all()));
    written.map_err(|why| fault(file, &why))
}

/// Nothing is sealed with a key before its file would outlast a power cut: its name in the folder too.
fn settle(file: &Path) -> Result<(), StoreError> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let settled = if cfg!(unix) { File::open(folder).and_then(|folder| folder.sync_all()) } else { Ok(()) };
    settled.map_err(|why| fault(file, &why))
}

fn fault(file: &Path, why: &std::io::Error) -> StoreError {
    StoreError::Unusable(format!("the installation key {} cannot be read or made: {why}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn former_keys_open_and_unknown_ones_are_told_from_damage() {
        let (old, new) = (InstallationKey::fresh(), InstallationKey::fresh());
        let before = Keys::from(old.clone());
        let sealed = before.seal("a", b"secret").unwrap();
        let after = Keys::new(new, vec![old.clone()]);
        assert_eq!(*after.open("it", "a", &sealed).unwrap(), b"secret");
        assert!(matches!(after.open("it", "b", &sealed), Err(StoreError::Corrupt(_))));
        assert!(matches!(after.open("it", "a", "short"), Err(StoreError::Corrupt(_))));
        let again = after.seal("a", b"secret").unwrap();
        assert!(matches!(before.open("it", "a", &again), Err(StoreError::WrongKey(what)) if what == "it"));
        let nameless = sealed.split_once('.').unwrap().1;
        assert_eq!(*after.open("it", "a", nameless).unwrap(), b"secret");
        assert!(matches!(after.open("it", "b", nameless), Err(StoreError::WrongKey(_))));
        let shown = format!("{old:?} {after:?}");
        assert!(!shown.contains(&old.reveal()) && shown.contains(&old.id()), "{shown}");
    }

    #[test]
    fn all_who_start_at_once_have_one_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        let keys = Keys::load_or_make(&path).unwrap();
        assert_eq!(Keys::load_or_make(&path).unwrap().ids(), keys.ids());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        for broken in ["short", "", "\n"] {
            std::fs::write(&path, broken).unwrap();
            assert!(Keys::load_or_make(&path).is_err(), "{broken:?}");
        }
        assert!(Keys::load_or_make(&path.join("x")).is_err());
    }

    #[test]
    fn a_new_key_reaches_a_program_that_runs() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        let running = Keys::load_or_make(&path).unwrap();
        let renewed = Keys::renew(&path).unwrap();
        assert_eq!(renewed.ids()[1..], running.ids());
        let sealed = renewed.seal("a", b"secret").unwrap();
        assert_eq!(*running.open("it", "a", &sealed).unwrap(), b"secret");
        assert_eq!(running.ids(), renewed.ids());
        // While another gives a new key, or was stopped in the middle of it, the file stays as it is.
        std::fs::write(folder.path().join("key.new"), "").unwrap();
        let error = Keys::renew(&path).unwrap_err().to_string();
        assert!(error.contains("key.new is there"), "{error}");
        assert_eq!(Keys::load(&path).unwrap().ids(), renewed.ids());
        std::fs::remove_file(folder.path().join("key.new")).unwrap();
        std::fs::write(&path, "short").unwrap();
        assert!(Keys::renew(&path).is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left behind");
    }
}
