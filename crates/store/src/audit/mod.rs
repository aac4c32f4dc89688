//! Who did and saw what: for each council a chain in which every entry bears the hash of all before it, so that nothing can
//! be changed, put in or taken out without its being found.

mod chain;
mod verify;

use chain::{COLUMNS, Kept};
pub(crate) use chain::{Line, add, head, write, write_on};
pub use verify::{AuditError, Broken};
pub(crate) use verify::{add_event, add_file, verify};

use jiff::Timestamp;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe};
use std::collections::BTreeSet;
use std::fmt;

use crate::account::INSTALLATION;
use crate::error::StoreError;
use crate::event::{Body, Position, StreamId};
use crate::id::{AccountId, FileId};
use crate::secret::Digest;
use crate::sql::{fit, number, read, read_or_none, text};
use crate::store::Store;
use crate::vault::{LONGEST_REASON, Vault};
use crate::word::key_of;

/// Something done that is no append: a case looked at, a search, an export, a try that was refused.
#[derive(Clone, Copy, Debug)]
pub struct Note<'a> {
    /// Who; none where Kith itself did, or nobody was signed in.
    pub by: Option<AccountId>,
    /// When.
    pub at: Timestamp,
    /// What, in a word: `viewed`.
    pub deed: &'a str,
    /// In which case; none where it is of no single one.
    pub stream: Option<&'a StreamId>,
    /// Why, where a reason was given. It is sealed with the key of the case; where there is no case it stays readable.
    pub reason: Option<&'a str>,
}

/// An entry of a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it stands in the chain; the first is 1.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// Who; none where Kith itself did, or nobody was signed in.
    pub by: Option<AccountId>,
    /// What, in a word. Of an append it is the kind of its first event.
    pub deed: String,
    /// In which case.
    pub stream: Option<StreamId>,
    /// The first and the last event that were appended; none where nothing was.
    pub appended: Option<(Position, Position)>,
    /// The file that was kept.
    pub file: Option<FileId>,
    /// Why, where a reason was given.
    pub reason: Option<Body>,
    /// The hash of it and all before it.
    pub hash: Digest,
}

/// Of which entries to read.
#[derive(Clone, Copy, Debug, Default)]
pub struct AuditFilter<'a> {
    /// Those of one case.
    pub stream: Option<&'a StreamId>,
    /// Those of one person.
    pub account: Option<AccountId>,
    /// Those of some kinds of deed; none for all.
    pub deeds: &'a [&'a str],
    /// Those before an entry: the last one of the page before.
    pub before: Option<i64>,
}

/// The end of a chain. Kept somewhere else, it proves later that all up to it is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Whose chain it is.
    pub council: String,
    /// How many entries it has.
    pub seq: i64,
    /// The hash of the last.
    pub hash: Digest,
}

impl fmt::Display for Head {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {} {}", self.council, self.seq, self.hash)
    }
}

impl std::str::FromStr for Head {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let whole = || StoreError::Invalid(format!("{text:?} is not the head of a chain: COUNCIL NUMBER HASH"));
        let mut parts = text.split(' ');
        let (council, seq, hash) = (parts.next(), parts.next(), parts.next());
        let (Some(council), Some(seq), Some(hash), None) = (council, seq, hash, parts.next()) else {
            return Err(whole());
        };
        Ok(Self { council: council.to_owned(), seq: seq.parse().map_err(|_| whole())?, hash: hash.parse()? })
    }
}

/// The names of every chain that there is or must be.
pub(crate) async fn chains(connection: &mut AnyConnection) -> Result<BTreeSet<String>, StoreError> {
    let rows =
        sqlx::query("select council from audit union select case council when '' then $1 else council end from grants")
            .bind(INSTALLATION)
            .fetch_all(&mut *connection)
            .await?;
    let mut names = rows.iter().map(|row| text(row, "council")).collect::<Result<BTreeSet<_>, _>>()?;
    for row in sqlx::query("select stream from vaults").fetch_all(connection).await? {
        let stream: StreamId = read(&row, "stream")?;
        names.extend(stream.council().map(str::to_owned));
    }
    Ok(names)
}

/// For what a reason is sealed.
fn purpose(stream: &str) -> String {
    format!("reason {stream}")
}

impl Store {
    /// Writes an entry for what is no append, and says where it stands in the chain.
    pub async fn note(&self, council: &str, note: &Note<'_>) -> Result<i64, StoreError> {
        fit("the deed", note.deed, 100)?;
        fit("the reason", note.reason.unwrap_or_default(), LONGEST_REASON)?;
        if council.contains('/') || key_of(council).is_err() {
            return Err(StoreError::Invalid(format!("{council:?} is not the short name of a council")));
        }
        if note.stream.is_some_and(|stream| stream.council() != Some(council)) {
            return Err(StoreError::Invalid(format!("that is no case of {council}")));
        }
        let mut tx = self.write_in_turn().await?;
        let reason = match (note.reason, note.stream) {
            (None, _) => None,
            (Some(reason), None) => Some(format!("={reason}")),
            (Some(reason), Some(stream)) => match self.vaults.find(&mut *tx, stream.as_str()).await? {
                Vault::Open(key) => Some(key.seal_text(&purpose(stream.as_str()), reason)?),
                Vault::None | Vault::Gone => Some(format!("={reason}")),
            },
        };
        let line = Line { stream: note.stream, reason, ..Line::of(note.deed, note.by, note.at) };
        let seq = write(&mut tx, council, line).await?;
        tx.commit().await?;
        Ok(seq)
    }

    /// Entries of a council's chain, the newest first, at most `limit`.
    pub async fn audit(&self, council: &str, filter: &AuditFilter<'_>, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let mut words = format!(
            "select {COLUMNS}, vaults.sealed as vault, vaults.destroyed from audit
             left join vaults on vaults.stream = audit.stream where audit.council = $1 and audit.seq < $2"
        );
        let given = [
            ("stream", filter.stream.map(ToString::to_string).into_iter().collect()),
            ("account", filter.account.map(|id| id.to_string()).into_iter().collect()),
            ("deed", filter.deeds.iter().map(|deed| (*deed).to_owned()).collect::<Vec<_>>()),
        ];
        let mut place = 3;
        for (column, values) in given.iter().filter(|(_, values)| !values.is_empty()) {
            let places: Vec<String> = values
                .iter()
                .map(|_| {
                    place += 1;
                    format!("${place}")
                })
                .collect();
            words.push_str(&format!(" and audit.{column} in ({})", places.join(", ")));
        }
        words.push_str(" order by audit.seq desc limit $3");
        let mut query = sqlx::query(AssertSqlSafe(words))
            .bind(council)
            .bind(filter.before.unwrap_or(i64::MAX))
            .bind(i64::try_from(limit).unwrap_or(i64::MAX));
        for value in given.into_iter().flat_map(|(_, values)| values) {
            query = query.bind(value);
        }
        query.fetch_all(&self.pool).await?.iter().map(|row| self.entry(row)).collect()
    }

    fn entry(&self, row: &AnyRow) -> Result<Entry, StoreError> {
        let kept = Kept::of_row(row)?;
        let stream: Option<StreamId> = read_or_none(row, "stream")?;
        let reason = match (kept.reason, &stream) {
            (None, _) => None,
            (Some(reason), stream) => Some(match (reason.strip_prefix('='), stream) {
                (Some(plain), _) => Body::Text(plain.to_owned()),
                (None, stream) => {
                    let stream = stream.as_ref().map_or("", StreamId::as_str);
                    let what = format!("the reason in entry {} of the audit chain of {}", kept.seq, kept.council);
                    self.vaults.of_row(stream, row)?.body(&what, &purpose(stream), &reason)?
                }
            }),
        };
        Ok(Entry {
            seq: kept.seq,
            at: read(row, "at")?,
            by: read_or_none(row, "account")?,
            deed: kept.deed,
            stream,
            appended: kept.first.zip(kept.last).map(|(first, last)| (Position(first), Position(last))),
            file: read_or_none(row, "file")?,
            reason,
            hash: read(row, "hash")?,
        })
    }

    /// The end of a council's chain; none where it has none yet.
    pub async fn audit_head(&self, council: &str) -> Result<Option<Head>, StoreError> {
        head(&self.pool, council).await
    }

    /// The ends of every council's chain, by name.
    pub async fn audit_heads(&self) -> Result<Vec<Head>, StoreError> {
        let rows = sqlx::query(
            "select audit.council, audit.seq, audit.hash from audit
             join (select council, max(seq) as seq from audit group by council) last
             on last.council = audit.council and last.seq = audit.seq",
        )
        .fetch_all(&self.pool)
        .await?;
        let head = |row: &AnyRow| {
            Ok(Head { council: text(row, "council")?, seq: number(row, "seq")?, hash: read(row, "hash")? })
        };
        let mut heads = rows.iter().map(head).collect::<Result<Vec<_>, StoreError>>()?;
        heads.sort_by(|a, b| a.council.cmp(&b.council));
        Ok(heads)
    }

    /// Every council that has a chain, or of which one must tell: that has a case, or where somebody has a role.
    pub async fn audited(&self) -> Result<BTreeSet<String>, StoreError> {
        chains(&mut *self.pool.acquire().await?).await
    }

    /// Whether a chain still has an entry that was its end once.
    pub async fn audit_holds(&self, head: &Head) -> Result<bool, StoreError> {
        let row = sqlx::query("select hash from audit where council = $1 and seq = $2 and hash = $3")
            .bind(&head.council)
            .bind(head.seq)
            .bind(head.hash.as_str())
            .fetch_optional(&self.pool)
            .await?;
        Ok(row.is_some())
    }

    /// Walks a council's chain from its beginning: every entry bears the hash of what stands before it, and what was
    /// appended and kept is what the entries say. Answers with its end; an error says where it breaks.
    pub async fn verify_audit(&self, council: &str) -> Result<Head, AuditError> {
        let mut tx = self.snapshot().await?;
        let head = verify(&mut tx, council).await?;
        tx.rollback().await?;
        Ok(head)
    }
}
