//! Evidence: files that belong to a case, sealed with its key, and destroyed with it.

use jiff::Timestamp;
use sqlx::Row;
use sqlx::any::AnyRow;

use crate::audit::{self, Line};
use crate::error::StoreError;
use crate::event::StreamId;
use crate::id::{AccountId, FileId};
use crate::seal::Secret;
use crate::secret::Parts;
use crate::sql::{fit, moment, number, read, read_or_none, text};
use crate::store::{Store, Write};
use crate::vault::Vault;

/// The largest file of a case that is kept, in bytes.
pub const LARGEST_FILE: usize = 10 * 1024 * 1024;
/// How much longer a file is sealed: the nonce before, the tag after.
const SEAL: i64 = 24 + 16;

/// A file to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewFile<'a> {
    /// What it is called, as whoever sent it said.
    pub name: &'a str,
    /// Its kind: `application/pdf`. Whoever hands it in has looked that it is so.
    pub media_type: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
    /// Who sent it; none where nobody was signed in.
    pub by: Option<AccountId>,
    /// When.
    pub at: Timestamp,
}

/// A file of a case, as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its id.
    pub id: FileId,
    /// What it is called.
    pub name: String,
    /// Its kind.
    pub media_type: String,
    /// How many bytes it has.
    pub size: i64,
    /// Who sent it.
    pub by: Option<AccountId>,
    /// When.
    pub at: Timestamp,
}

impl NewFile<'_> {
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        if self.bytes.len() > LARGEST_FILE {
            let most = LARGEST_FILE / 1024 / 1024;
            return Err(StoreError::Invalid(format!("the file is too large: at most {most} MB")));
        }
        fit("the name of a file", self.name, 300)?;
        fit("the kind of a file", self.media_type, 100)?;
        match self.media_type.contains('\n') {
            true => Err(StoreError::Invalid("the kind of a file has one line".into())),
            false => Ok(()),
        }
    }
}

/// A file as it is kept.
pub(crate) struct Sealed {
    id: FileId,
    head: String,
    bytes: Vec<u8>,
    by: Option<AccountId>,
    at: Timestamp,
}

impl Sealed {
    /// A file, sealed with the key of its case.
    pub(crate) fn of(id: FileId, new: &NewFile<'_>, stream: &StreamId, key: &Secret) -> Result<Sealed, StoreError> {
        let head = key.seal_text(&purpose("name", stream, id), &format!("{}\n{}", new.media_type, new.name))?;
        let bytes = key.seal(&purpose("file", stream, id), new.bytes)?;
        Ok(Sealed { id, head, bytes, by: new.by, at: new.at })
    }

    /// Writes it, and that it was kept into the audit chain.
    pub(crate) async fn insert(self, tx: &mut Write, stream: &StreamId, council: &str) -> Result<(), StoreError> {
        let Sealed { id, head, bytes, by, at } = self;
        let mut parts = Parts::default();
        audit::add_file(&mut parts, &id.to_string(), &head, &bytes);
        sqlx::query("insert into files (id, stream, head, bytes, account, at) values ($1, $2, $3, $4, $5, $6)")
            .bind(id.to_string())
            .bind(stream.as_str())
            .bind(head)
            .bind(bytes)
            .bind(by.map(|by| by.to_string()))
            .bind(moment(at))
            .execute(&mut **tx)
            .await?;
        let line = Line {
            stream: Some(stream),
            file: Some(id),
            digest: Some(parts.digest()),
            ..Line::of("file_kept", by, at)
        };
        audit::write(tx, council, line).await.map(|_| ())
    }
}

impl Store {
    /// A file of a case, with what it holds; none where the case has no such file, or was destroyed.
    pub async fn file(&self, stream: &StreamId, id: FileId) -> Result<Option<(File, Vec<u8>)>, StoreError> {
        let row = sqlx::query(
            "select id, head, account, at, cast(length(bytes) as bigint) as size, bytes from files where id = $1 and stream = $2",
        )
        .bind(id.to_string())
        .bind(stream.as_str())
        .fetch_optional(&self.pool)
        .await?;
        let vault = self.vaults.find(&self.pool, stream.as_str()).await?;
        let Some(row) = row.filter(|_| !matches!(vault, Vault::Gone)) else { return Ok(None) };
        let sealed: Vec<u8> = row.try_get("bytes")?;
        let broken = || StoreError::Corrupt(format!("the file {id} of {stream} cannot be opened: it was changed"));
        let Vault::Open(key) = &vault else { return Err(broken()) };
        let bytes = key.open(&purpose("file", stream, id), &sealed).ok_or_else(broken)?;
        Ok(Some((file(stream, &vault, &row)?, bytes.to_vec())))
    }

    /// The files of a case, in the order they came.
    pub async fn files(&self, stream: &StreamId) -> Result<Vec<File>, StoreError> {
        let rows = sqlx::query(
            "select id, head, account, at, cast(length(bytes) as bigint) as size from files where stream = $1 order by at, id",
        )
        .bind(stream.as_str())
        .fetch_all(&self.pool)
        .await?;
        match self.vaults.find(&self.pool, stream.as_str()).await? {
            Vault::Gone => Ok(Vec::new()),
            vault => rows.iter().map(|row| file(stream, &vault, row)).collect(),
        }
    }
}

fn file(stream: &StreamId, vault: &Vault, row: &AnyRow) -> Result<File, StoreError> {
    let id: FileId = read(row, "id")?;
    let what = format!("the name of the file {id} of {stream}");
    let head = vault.body(&what, &purpose("name", stream, id), &text(row, "head")?)?;
    let (media_type, name) = head.text().and_then(|head| head.split_once('\n')).unwrap_or_default();
    Ok(File {
        id,
        name: name.to_owned(),
        media_type: media_type.to_owned(),
        size: number(row, "size")? - SEAL,
        by: read_or_none(row, "account")?,
        at: read(row, "at")?,
    })
}

/// For what it is sealed.
fn purpose(what: &str, stream: &StreamId, id: FileId) -> String {
    format!("{what} {stream} {id}")
}
