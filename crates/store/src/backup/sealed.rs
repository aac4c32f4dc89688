//! A backup sealed: in pieces, each of which says where it stands and whether it is the last, so that none can be changed,
//! left out, put elsewhere or cut off.

use chacha20poly1305::aead::stream::{DecryptorBE32, EncryptorBE32};
use chacha20poly1305::{Key, KeyInit, XChaCha20Poly1305};
use std::io::{BufRead, BufReader, Error, ErrorKind, Read, Result as IoResult, Write};

use crate::error::StoreError;
use crate::key::{InstallationKey, Keys};
use crate::secret::{fill, hex};

/// How a sealed backup begins. The name of the key and a number used once follow.
const MAGIC: &str = "kith sealed backup 1 ";
/// How long the whole first line may be.
const LONGEST_HEAD: u64 = 200;
/// How much is sealed in one piece.
const PIECE: usize = 64 * 1024;
/// What sealing adds to a piece.
const TAG: usize = 16;
/// Each backup has a key of its own, so the pieces are told apart by their number alone.
const NONCE: [u8; 19] = [0; 19];

/// The cipher for one backup: its key is made from the installation key and from the whole first line.
fn cipher(key: &InstallationKey, head: &str) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(Key::from_slice(key.derive("kith backup", head.as_bytes()).bytes()))
}

/// Seals what is written.
pub(crate) struct Sealer<W: Write> {
    to: W,
    stream: EncryptorBE32<XChaCha20Poly1305>,
    waiting: Vec<u8>,
}

impl<W: Write> Sealer<W> {
    pub(crate) fn begin(mut to: W, key: &InstallationKey) -> IoResult<Self> {
        let mut once = [0; 24];
        fill(&mut once);
        let head = format!("{MAGIC}{} {}\n", key.id(), hex(&once));
        to.write_all(head.as_bytes())?;
        let stream = EncryptorBE32::from_aead(cipher(key, &head), (&NONCE).into());
        Ok(Self { to, stream, waiting: Vec::new() })
    }

    /// Seals the last piece; without it, the backup would be taken for one that was cut off.
    pub(crate) fn finish(self) -> IoResult<W> {
        let Self { mut to, stream, waiting } = self;
        let sealed = stream.encrypt_last(waiting.as_slice()).map_err(|_| too_long())?;
        to.write_all(&sealed)?;
        Ok(to)
    }
}

impl<W: Write> Write for Sealer<W> {
    fn write(&mut self, bytes: &[u8]) -> IoResult<usize> {
        self.waiting.extend_from_slice(bytes);
        // One piece is always kept back: the last is sealed as the last.
        while self.waiting.len() > PIECE {
            let rest = self.waiting.split_off(PIECE);
            let sealed = self.stream.encrypt_next(self.waiting.as_slice()).map_err(|_| too_long())?;
            self.to.write_all(&sealed)?;
            self.waiting = rest;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> IoResult<()> {
        self.to.flush()
    }
}

fn too_long() -> Error {
    Error::other("the backup is too long to be sealed")
}

/// Opens what was sealed.
struct Opener<R: BufRead> {
    from: R,
    /// None once the last piece was read.
    stream: Option<DecryptorBE32<XChaCha20Poly1305>>,
    open: Vec<u8>,
    at: usize,
}

impl<R: BufRead> Opener<R> {
    fn next_piece(&mut self) -> IoResult<()> {
        let Some(mut stream) = self.stream.take() else { return Ok(()) };
        let mut sealed = Vec::with_capacity(PIECE + TAG);
        self.from.by_ref().take((PIECE + TAG) as u64).read_to_end(&mut sealed)?;
        let broken = |_| Error::new(ErrorKind::InvalidData, "the sealed backup was changed or cut off");
        let last = self.from.fill_buf()?.is_empty();
        self.open = if last {
            stream.decrypt_last(sealed.as_slice()).map_err(broken)?
        } else {
            let piece = stream.decrypt_next(sealed.as_slice()).map_err(broken)?;
            self.stream = Some(stream);
            piece
        };
        self.at = 0;
        Ok(())
    }
}

impl<R: BufRead> Read for Opener<R> {
    fn read(&mut self, into: &mut [u8]) -> IoResult<usize> {
        if self.at == self.open.len() {
            self.open.clear();
            self.at = 0;
            self.next_piece()?;
        }
        let mut rest = self.open.get(self.at..).unwrap_or_default();
        let read = rest.read(into)?;
        self.at += read;
        Ok(read)
    }
}

/// A backup to be restored from: opened with one of the keys where it is sealed, else as it is.
pub fn open_backup<R: BufRead + Send + 'static>(
    mut from: R,
    keys: Option<&Keys>,
) -> Result<Box<dyn BufRead + Send>, StoreError> {
    let unreadable = |why: Error| StoreError::Invalid(format!("the backup cannot be read: {why}"));
    if !from.fill_buf().map_err(unreadable)?.starts_with(MAGIC.as_bytes()) {
        return Ok(Box::new(from));
    }
    let mut head = String::new();
    from.by_ref().take(LONGEST_HEAD).read_line(&mut head).map_err(unreadable)?;
    let id = head.strip_prefix(MAGIC).and_then(|rest| rest.split(' ').next()).unwrap_or_default();
    let key = keys.ok_or(StoreError::NoKey)?.named(id).ok_or_else(|| StoreError::WrongKey("the backup".into()))?;
    let stream = DecryptorBE32::from_aead(cipher(&key, &head), (&NONCE).into());
    Ok(Box::new(BufReader::new(Opener { from, stream: Some(stream), open: Vec::new(), at: 0 })))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(sealed: &[u8], key: &InstallationKey) -> Option<Vec<u8>> {
        let keys = Keys::from(key.clone());
        let mut plain = Vec::new();
        open_backup(std::io::Cursor::new(sealed.to_vec()), Some(&keys)).ok()?.read_to_end(&mut plain).ok()?;
        Some(plain)
    }

    #[test]
    fn whatever_its_length_it_comes_back_and_nothing_less() {
        let key = InstallationKey::fresh();
        for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7] {
            let plain: Vec<u8> = (0..length).map(|number| (number % 251) as u8).collect();
            let mut sealer = Sealer::begin(Vec::new(), &key).unwrap();
            plain.chunks(1000).for_each(|some| sealer.write_all(some).unwrap());
            let sealed = sealer.finish().unwrap();
            assert_eq!(opened(&sealed, &key).unwrap(), plain, "{length}");
            let head = sealed.iter().position(|byte| *byte == b'\n').unwrap() + 1;
            // Cut off anywhere, and just after each piece.
            let ends = (head..sealed.len()).step_by(997).chain((head..sealed.len()).step_by(PIECE + TAG));
            for end in ends {
                assert!(opened(&sealed[..end], &key).is_none(), "{length} cut off at {end}");
            }
            for at in (MAGIC.len()..sealed.len()).step_by(4999) {
                let mut changed = sealed.clone();
                changed[at] ^= 1;
                assert!(opened(&changed, &key).is_none(), "{length} changed at {at}");
            }
            assert!(opened(&[sealed.as_slice(), b"x"].concat(), &key).is_none());
            if length > 2 * PIECE {
                let (one, two) = (head..head + PIECE + TAG, head + PIECE + TAG..head + 2 * (PIECE + TAG));
                let pieces = [&sealed[..head], &sealed[two.clone()], &sealed[one], &sealed[two.end..]];
                assert!(opened(&pieces.concat(), &key).is_none(), "two pieces changed about");
            }
            assert!(opened(&sealed, &InstallationKey::fresh()).is_none());
        }
        assert_eq!(opened(b"in clear", &key).unwrap(), b"in clear");
    }
}
