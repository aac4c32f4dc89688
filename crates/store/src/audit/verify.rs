//! A chain walked from its beginning, beside the events and the files it speaks of.

use futures_util::TryStreamExt;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row};
use std::collections::BTreeMap;

use crate::account::{INSTALLATION, ROLE_FOUND, ROLE_GIVEN, ROLE_TAKEN};
use crate::audit::Head;
use crate::audit::chain::{COLUMNS, Kept};
use crate::error::StoreError;
use crate::secret::{Digest, Parts};
use crate::sql::{number, text};
use crate::vault::DESTROYED;

/// How many entries are looked at in one go.
const PAGE: usize = 500;

/// Where a chain breaks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the audit chain of {council} breaks at entry {seq}: {why}")]
pub struct Broken {
    /// Whose chain it is.
    pub council: String,
    /// The first entry that does not fit.
    pub seq: i64,
    /// In which way.
    pub why: String,
}

/// Why a chain could not be shown to be whole.
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// It is not.
    #[error("{0}\n  Hint: keep a copy of the database as it is, and compare it with the last backup")]
    Broken(Broken),
    /// It could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sqlx::Error> for AuditError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<AuditError> for StoreError {
    fn from(error: AuditError) -> Self {
        match error {
            AuditError::Broken(broken) => Self::Corrupt(broken.to_string()),
            AuditError::Store(error) => error,
        }
    }
}

/// Adds an event, as it is kept, to the digest of what was appended.
#[allow(clippy::too_many_arguments, reason = "the columns of the table, in their order")]
pub(crate) fn add_event(
    parts: &mut Parts,
    position: i64,
    stream: &str,
    version: i64,
    kind: &str,
    body: &str,
    account: Option<&str>,
    at: &str,
) {
    parts.number(position);
    parts.part(stream.as_bytes());
    parts.number(version);
    parts.part(kind.as_bytes());
    parts.part(body.as_bytes());
    parts.text_or_none(account);
    parts.part(at.as_bytes());
}

/// Adds a file, as it is kept.
pub(crate) fn add_file(parts: &mut Parts, id: &str, head: &str, bytes: &[u8]) {
    parts.part(id.as_bytes());
    parts.part(head.as_bytes());
    parts.part(bytes);
}

/// Walks a chain; the connection sees the database as it is at one moment.
pub(crate) async fn verify(connection: &mut AnyConnection, council: &str) -> Result<Head, AuditError> {
    let (destroyed, roles) = (BTreeMap::new(), BTreeMap::new());
    let mut walk = Walk { council, seq: 0, hash: String::new(), position: i64::MIN, destroyed, roles };
    loop {
        let words = format!("select {COLUMNS} from audit where council = $1 and seq > $2 order by seq limit {PAGE}");
        let rows = sqlx::query(AssertSqlSafe(words)).bind(council).bind(walk.seq).fetch_all(&mut *connection).await?;
        let mut page = Vec::with_capacity(rows.len());
        for row in &rows {
            page.push(walk.link(row)?);
        }
        walk.events(connection, &page).await?;
        for entry in &page {
            walk.file(connection, entry).await?;
        }
        let whole = page.len() < PAGE;
        page.iter().for_each(|entry| walk.remember_role(entry));
        walk.remember_destroyed(page);
        if whole {
            walk.tombstones(connection).await?;
            walk.grants(connection).await?;
            let hash = if walk.seq == 0 { Ok(Digest::of(b"")) } else { walk.hash.parse() };
            return Ok(Head { council: council.to_owned(), seq: walk.seq, hash: hash? });
        }
    }
}

/// How far the walk has come.
struct Walk<'a> {
    council: &'a str,
    seq: i64,
    hash: String,
    /// The last event seen.
    position: i64,
    /// The entries that say that a case was destroyed, by its stream.
    destroyed: BTreeMap<String, Kept>,
    /// The roles that somebody has by the entries, each as the entry writes it, and where it was given.
    roles: BTreeMap<String, i64>,
}

impl Walk<'_> {
    fn broken(&self, seq: i64, why: impl Into<String>) -> AuditError {
        AuditError::Broken(Broken { council: self.council.to_owned(), seq, why: why.into() })
    }

    /// The next entry, which must follow the one before.
    fn link(&mut self, row: &AnyRow) -> Result<Kept, AuditError> {
        let next = self.seq + 1;
        let kept = Kept::of_row(row)?;
        if kept.seq != next {
            return Err(self.broken(next, "it is missing"));
        }
        let hash = text(row, "hash")?;
        if kept.hash(&self.hash).as_str() != hash {
            return Err(self.broken(next, "it, or its hash, was changed"));
        }
        (self.seq, self.hash) = (next, hash);
        Ok(kept)
    }

    /// The events that the entries speak of, and no others, are in the table as they were appended.
    async fn events(&mut self, connection: &mut AnyConnection, page: &[Kept]) -> Result<(), AuditError> {
        let appends = page.iter().filter_map(|entry| Some((entry, entry.first?, entry.last?)));
        let appends: Vec<_> = appends.collect();
        // After the last page, whatever stands behind it is in no entry.
        let until = if page.len() < PAGE { i64::MAX } else { appends.last().map_or(self.position, |(.., last)| *last) };
        let mut rows = sqlx::query(
            "select position, stream, version, kind, body, account, at from events
             where position > $1 and position <= $2 and substr(stream, 1, length($3)) = $3 order by position",
        )
        .bind(self.position)
        .bind(until)
        .bind(format!("case/{}/", self.council))
        .fetch(connection);
        for (entry, first, last) in appends {
            let mut parts = Parts::default();
            for position in first..=last {
                let row = rows.try_next().await?;
                let found = row.as_ref().map(|row| number(row, "position")).transpose()?;
                let stream = row.as_ref().map(|row| text(row, "stream")).transpose()?;
                let Some(row) = row.filter(|_| found == Some(position) && stream == entry.stream) else {
                    return Err(match found.filter(|found| *found < position) {
                        Some(other) => self.broken(entry.seq, format!("the event at position {other} is in no entry")),
                        None => self.broken(entry.seq, format!("the event at position {position} is missing")),
                    });
                };
                add(&mut parts, &row)?;
            }
            if entry.digest.as_deref() != Some(parts.digest().as_str()) {
                let events = format!("what was appended at positions {first} to {last} was changed");
                return Err(self.broken(entry.seq, events));
            }
        }
        if let Some(row) = rows.try_next().await? {
            let position = number(&row, "position")?;
            return Err(self.broken(self.seq + 1, format!("the event at position {position} is in no entry")));
        }
        self.position = until;
        Ok(())
    }

    /// The file that an entry speaks of is there as it was kept, unless the case was destroyed.
    async fn file(&self, connection: &mut AnyConnection, entry: &Kept) -> Result<(), AuditError> {
        let Some(id) = entry.file.as_deref() else { return Ok(()) };
        let row = sqlx::query("select head, bytes, account, at from files where id = $1 and stream = $2")
            .bind(id)
            .bind(entry.stream.as_deref().unwrap_or_default())
            .fetch_optional(&mut *connection)
            .await?;
        let Some(row) = row else {
            let gone = sqlx::query("select 1 from vaults where stream = $1 and destroyed is not null")
                .bind(entry.stream.as_deref().unwrap_or_default())
                .fetch_optional(connection)
                .await?;
            return gone.map(|_| ()).ok_or_else(|| self.broken(entry.seq, format!("the file {id} is missing")));
        };
        let mut parts = Parts::default();
        add_file(&mut parts, id, &text(&row, "head")?, &row.try_get::<Vec<u8>, _>("bytes")?);
        let who_and_when = (row.try_get::<Option<String>, _>("account")?, text(&row, "at")?);
        let same = entry.digest.as_deref() == Some(parts.digest().as_str())
            && (&who_and_when.0, &who_and_when.1) == (&entry.account, &entry.at);
        match same {
            true => Ok(()),
            false => Err(self.broken(entry.seq, format!("the file {id} was changed"))),
        }
    }

    fn remember_destroyed(&mut self, page: Vec<Kept>) {
        // An append or a note may bear the same word; a destruction alone has an event and a reason.
        let is_it = |entry: &Kept| entry.deed == DESTROYED && entry.first.is_some() && entry.reason.is_some();
        let destroyed = page.into_iter().filter(is_it);
        self.destroyed.extend(destroyed.filter_map(|entry| Some((entry.stream.clone()?, entry))));
    }

    fn remember_role(&mut self, entry: &Kept) {
        let Some(role) = entry.reason.as_deref().and_then(|reason| reason.strip_prefix('=')) else { return };
        match entry.deed.as_str() {
            ROLE_GIVEN | ROLE_FOUND => drop(self.roles.insert(role.to_owned(), entry.seq)),
            ROLE_TAKEN => drop(self.roles.remove(role)),
            _ => {}
        }
    }

    /// Every role was given by an entry, and what an entry gave and none took is there: nobody makes themselves a manager by
    /// a row.
    async fn grants(&mut self, connection: &mut AnyConnection) -> Result<(), AuditError> {
        let council = if self.council == INSTALLATION { "" } else { self.council };
        let rows = sqlx::query("select account, role from grants where council = $1 order by account, role")
            .bind(council)
            .fetch_all(connection)
            .await?;
        for row in &rows {
            let (account, role) = (text(row, "account")?, text(row, "role")?);
            if self.roles.remove(&format!("{account} {role}")).is_none() {
                return Err(self.broken(self.seq + 1, format!("{account} has the role {role}, and no entry gives it")));
            }
        }
        match self.roles.pop_first() {
            None => Ok(()),
            Some((role, seq)) => {
                Err(self.broken(seq, format!("the role given here is gone, and no entry takes it: {role}")))
            }
        }
    }

    /// Every case that bears the mark of one destroyed was destroyed by an entry, and every entry's case bears it: nobody
    /// hides a case by a mark, or brings one back.
    async fn tombstones(&mut self, connection: &mut AnyConnection) -> Result<(), AuditError> {
        let rows = sqlx::query(
            "select stream, destroyed, account, why from vaults
             where destroyed is not null and substr(stream, 1, length($1)) = $1 order by stream",
        )
        .bind(format!("case/{}/", self.council))
        .fetch_all(connection)
        .await?;
        for row in &rows {
            let stream = text(row, "stream")?;
            let Some(entry) = self.destroyed.remove(&stream) else {
                return Err(self.broken(self.seq + 1, format!("{stream} is marked as destroyed, and no entry says so")));
            };
            let why = row.try_get::<Option<String>, _>("why")?.map(|why| format!("={why}"));
            let account: Option<String> = row.try_get("account")?;
            if (text(row, "destroyed")?, account, why) != (entry.at, entry.account, entry.reason) {
                return Err(self.broken(entry.seq, format!("who destroyed {stream}, when or why was changed")));
            }
        }
        match self.destroyed.pop_first() {
            None => Ok(()),
            Some((stream, entry)) => Err(self.broken(entry.seq, format!("{stream}, destroyed here, is back"))),
        }
    }
}

fn add(parts: &mut Parts, row: &AnyRow) -> Result<(), StoreError> {
    let account: Option<String> = row.try_get("account")?;
    let (stream, kind, body) = (text(row, "stream")?, text(row, "kind")?, text(row, "body")?);
    let (position, version) = (number(row, "position")?, number(row, "version")?);
    add_event(parts, position, &stream, version, &kind, &body, account.as_deref(), &text(row, "at")?);
    Ok(())
}
