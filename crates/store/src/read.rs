//! Events read back: one stream, or all of them in the order they happened.

use sqlx::any::AnyRow;
use sqlx::{Any, Executor};

use crate::error::StoreError;
use crate::event::{Body, Event, Position, StreamId, Version};
use crate::sql::{number, read, read_or_none, text};
use crate::store::Store;

/// Events, each with the vault of its stream where it has one.
macro_rules! events {
    () => {
        "select events.position, events.stream, events.version, events.kind, events.body, events.account, events.at,
         vaults.sealed as vault, vaults.destroyed from events left join vaults on vaults.stream = events.stream"
    };
}

/// An event of a case that cannot be read.
#[derive(Debug)]
pub struct Damaged {
    /// The case it belongs to.
    pub stream: String,
    /// What is wrong with it.
    pub error: StoreError,
}

impl Store {
    /// The events of a stream after a version; all of them after `Version::NONE`.
    pub async fn read(&self, stream: &StreamId, after: Version) -> Result<Vec<Event>, StoreError> {
        let words = concat!(events!(), " where events.stream = $1 and events.version > $2 order by events.version");
        let rows = sqlx::query(words).bind(stream.as_str()).bind(after.0).fetch_all(&self.pool).await?;
        rows.iter().map(|row| self.event(row)).collect()
    }

    /// The version a stream is at.
    pub async fn version(&self, stream: &StreamId) -> Result<Version, StoreError> {
        version(&self.pool, stream).await
    }

    /// The streams whose names begin so, each with its version, by name.
    pub async fn streams(&self, prefix: &str) -> Result<Vec<(StreamId, Version)>, StoreError> {
        let rows = sqlx::query(
            "select stream, max(version) as version from events
             where substr(stream, 1, length($1)) = $1 group by stream",
        )
        .bind(prefix)
        .fetch_all(&self.pool)
        .await?;
        let mut streams = rows
            .iter()
            .map(|row| Ok((read(row, "stream")?, Version(number(row, "version")?))))
            .collect::<Result<Vec<(StreamId, Version)>, StoreError>>()?;
        streams.sort();
        Ok(streams)
    }

    /// The events after a position, in the order they happened, at most `limit` of them. Whoever asks again from the
    /// last position it saw misses none.
    pub async fn since(&self, after: Position, limit: usize) -> Result<Vec<Event>, StoreError> {
        let words = concat!(events!(), " where events.position > $1 order by events.position limit $2");
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = sqlx::query(words).bind(after.0).bind(limit).fetch_all(&self.pool).await?;
        rows.iter().map(|row| self.event(row)).collect()
    }

    /// The events after a position whose streams' names begin so, at most `limit` of them, and the position up to which
    /// there are no others. What is of no concern is not opened: damage in a case does not stop who follows offers.
    pub async fn since_of(
        &self,
        prefix: &str,
        after: Position,
        limit: usize,
    ) -> Result<(Vec<Event>, Position), StoreError> {
        let (rows, until) = self.rows_of(prefix, after, limit).await?;
        Ok((rows.iter().map(|row| self.event(row)).collect::<Result<_, _>>()?, until))
    }

    /// The same for every case. One event that cannot be read, because it was changed or its key is not here, stops nobody
    /// who follows the others.
    pub async fn cases_since(
        &self,
        after: Position,
        limit: usize,
    ) -> Result<(Vec<Result<Event, Damaged>>, Position), StoreError> {
        let (rows, until) = self.rows_of("case/", after, limit).await?;
        let event = |row: &AnyRow| {
            self.event(row).map_err(|error| Damaged { stream: text(row, "stream").unwrap_or_default(), error })
        };
        Ok((rows.iter().map(event).collect(), until))
    }

    async fn rows_of(
        &self,
        prefix: &str,
        after: Position,
        limit: usize,
    ) -> Result<(Vec<AnyRow>, Position), StoreError> {
        // Asked first: whatever comes later is left for the next time.
        let last = self.position().await?.max(after);
        let words = concat!(
            events!(),
            " where events.position > $1 and events.position <= $2
             and substr(events.stream, 1, length($3)) = $3 order by events.position limit $4"
        );
        let rows = sqlx::query(words)
            .bind(after.0)
            .bind(last.0)
            .bind(prefix)
            .bind(i64::try_from(limit).unwrap_or(i64::MAX))
            .fetch_all(&self.pool)
            .await?;
        let full = rows.last().filter(|_| rows.len() >= limit);
        let until = full.map(|row| number(row, "position").map(Position)).transpose()?.unwrap_or(last);
        Ok((rows, until))
    }

    /// An event, opened where it is sealed.
    fn event(&self, row: &AnyRow) -> Result<Event, StoreError> {
        let stream: StreamId = read(row, "stream")?;
        let (version, kind, body) = (Version(number(row, "version")?), text(row, "kind")?, text(row, "body")?);
        let body = match stream.council() {
            None => Body::Text(body),
            Some(_) => {
                let what = format!("event {version} of {stream}");
                self.vaults.of_row(stream.as_str(), row)?.body(&what, &purpose(&stream, version, &kind), &body)?
            }
        };
        let position = Position(number(row, "position")?);
        Ok(Event { position, stream, version, kind, body, by: read_or_none(row, "account")?, at: read(row, "at")? })
    }

    /// The position of the last event.
    pub async fn position(&self) -> Result<Position, StoreError> {
        position(&self.pool).await
    }
}

/// The position of the last event.
pub(crate) async fn position<'c>(from: impl Executor<'c, Database = Any>) -> Result<Position, StoreError> {
    let row = sqlx::query("select position from head where id = 1").fetch_one(from).await?;
    Ok(Position(number(&row, "position")?))
}

/// The version a stream is at.
pub(crate) async fn version<'c>(
    from: impl Executor<'c, Database = Any>,
    stream: &StreamId,
) -> Result<Version, StoreError> {
    let row = sqlx::query("select coalesce(max(version), 0) as version from events where stream = $1")
        .bind(stream.as_str())
        .fetch_one(from)
        .await?;
    Ok(Version(number(&row, "version")?))
}

/// For what the body of an event is sealed: it opens nowhere else.
pub(crate) fn purpose(stream: &StreamId, version: Version, kind: &str) -> String {
    format!("event {stream} {version} {kind}")
}
