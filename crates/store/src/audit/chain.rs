//! Entries as they are kept, and how the next one is written.

use jiff::Timestamp;
use sqlx::any::AnyRow;
use sqlx::{Any, AnyConnection, Executor, Row};

use crate::audit::Head;
use crate::error::StoreError;
use crate::event::{Position, StreamId};
use crate::id::{AccountId, FileId};
use crate::secret::{Digest, Parts};
use crate::sql::{moment, number, read, text};
use crate::store::{Engine, Write};
use crate::together::Together;

/// The columns of an entry.
pub(super) const COLUMNS: &str =
    "audit.council, audit.seq, audit.at, audit.account, audit.deed, audit.stream, audit.first_position,
    audit.last_position, audit.file, audit.digest, audit.reason, audit.hash";

/// An entry to be written.
#[derive(Clone, Debug)]
pub(crate) struct Line<'a> {
    pub(crate) deed: &'a str,
    pub(crate) by: Option<AccountId>,
    pub(crate) at: Timestamp,
    pub(crate) stream: Option<&'a StreamId>,
    pub(crate) appended: Option<(Position, Position)>,
    pub(crate) file: Option<FileId>,
    pub(crate) digest: Option<Digest>,
    /// Sealed, or after a sign that no sealed text begins with.
    pub(crate) reason: Option<String>,
}

impl<'a> Line<'a> {
    pub(crate) fn of(deed: &'a str, by: Option<AccountId>, at: Timestamp) -> Self {
        Self { deed, by, at, stream: None, appended: None, file: None, digest: None, reason: None }
    }
}

/// An entry as it is kept.
pub(super) struct Kept {
    pub(super) council: String,
    pub(super) seq: i64,
    pub(super) at: String,
    pub(super) account: Option<String>,
    pub(super) deed: String,
    pub(super) stream: Option<String>,
    pub(super) first: Option<i64>,
    pub(super) last: Option<i64>,
    pub(super) file: Option<String>,
    pub(super) digest: Option<String>,
    pub(super) reason: Option<String>,
}

impl Kept {
    pub(super) fn of_row(row: &AnyRow) -> Result<Self, StoreError> {
        Ok(Self {
            council: text(row, "council")?,
            seq: number(row, "seq")?,
            at: text(row, "at")?,
            account: row.try_get("account")?,
            deed: text(row, "deed")?,
            stream: row.try_get("stream")?,
            first: row.try_get("first_position")?,
            last: row.try_get("last_position")?,
            file: row.try_get("file")?,
            digest: row.try_get("digest")?,
            reason: row.try_get("reason")?,
        })
    }

    /// The hash of the entry and, through the one before it, of all before it.
    pub(super) fn hash(&self, before: &str) -> Digest {
        let mut parts = Parts::default();
        parts.part(b"kith audit 1");
        parts.part(before.as_bytes());
        parts.part(self.council.as_bytes());
        parts.number(self.seq);
        parts.part(self.at.as_bytes());
        parts.text_or_none(self.account.as_deref());
        parts.part(self.deed.as_bytes());
        parts.text_or_none(self.stream.as_deref());
        for position in [self.first, self.last] {
            parts.text_or_none(position.map(|position| position.to_string()).as_deref());
        }
        for word in [&self.file, &self.digest, &self.reason] {
            parts.text_or_none(word.as_deref());
        }
        parts.digest()
    }
}

/// Writes the next entry. Whoever asks holds the lock that appends follow one another by, so that the chain has no gaps.
pub(crate) async fn write(tx: &mut Write, council: &str, line: Line<'_>) -> Result<i64, StoreError> {
    let engine = tx.engine();
    write_on(tx, engine, council, line).await
}

/// The same where a transaction is begun otherwise.
pub(crate) async fn write_on(
    tx: &mut AnyConnection,
    engine: Engine,
    council: &str,
    line: Line<'_>,
) -> Result<i64, StoreError> {
    let head = head(&mut *tx, council).await?;
    let mut all = Together::default();
    let next = add(&mut all, council, head, line);
    all.send_on(tx, engine).await?;
    Ok(next.seq)
}

/// Adds the next entry after the end of a chain to what is written, and says where the chain ends then.
pub(crate) fn add(all: &mut Together, council: &str, last: Option<Head>, line: Line<'_>) -> Head {
    let (before, seq) = last.map_or((String::new(), 1), |head| (head.hash.to_string(), head.seq + 1));
    let kept = Kept {
        council: council.to_owned(),
        seq,
        at: moment(line.at),
        account: line.by.map(|by| by.to_string()),
        deed: line.deed.to_owned(),
        stream: line.stream.map(ToString::to_string),
        first: line.appended.map(|(first, _)| first.0),
        last: line.appended.map(|(_, last)| last.0),
        file: line.file.map(|file| file.to_string()),
        digest: line.digest.map(|digest| digest.to_string()),
        reason: line.reason,
    };
    let hash = kept.hash(&before);
    all.add(
        "insert into audit (council, seq, at, account, deed, stream, first_position, last_position, file, digest, reason,
         hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        [
            kept.council.into(),
            kept.seq.into(),
            kept.at.into(),
            kept.account.into(),
            kept.deed.into(),
            kept.stream.into(),
            kept.first.into(),
            kept.last.into(),
            kept.file.into(),
            kept.digest.into(),
            kept.reason.into(),
            hash.as_str().into(),
        ],
    );
    Head { council: council.to_owned(), seq, hash }
}

/// The end of a council's chain.
pub(crate) async fn head<'c>(
    from: impl Executor<'c, Database = Any>,
    council: &str,
) -> Result<Option<Head>, StoreError> {
    let row = sqlx::query("select seq, hash from audit where council = $1 order by seq desc limit 1")
        .bind(council)
        .fetch_optional(from)
        .await?;
    row.map_or(Ok(None), |row| Head::of_row(council, &row))
}

impl Head {
    /// From a row with its columns `seq` and `hash`, empty where there is none yet.
    pub(crate) fn of_row(council: &str, row: &AnyRow) -> Result<Option<Self>, StoreError> {
        let seq: Option<i64> = row.try_get("seq")?;
        seq.map(|seq| Ok(Self { council: council.to_owned(), seq, hash: read(row, "hash")? })).transpose()
    }
}
