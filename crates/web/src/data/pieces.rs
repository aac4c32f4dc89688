//! Records written once as JSON, one behind the other, and handed out many times without writing them again.

use axum::body::Bytes;
use serde::Serialize;

/// Written records, each ended by a new line.
#[derive(Clone, Debug, Default)]
pub(super) struct Pieces {
    text: Bytes,
    /// Where each begins, and where the last ends.
    starts: Vec<usize>,
}

impl Pieces {
    /// Writes records.
    pub(super) fn write<T: Serialize>(records: impl Iterator<Item = T>) -> Pieces {
        let (mut text, mut starts) = (Vec::new(), vec![0]);
        for record in records {
            if let Err(error) = serde_json::to_writer(&mut text, &record) {
                tracing::error!(%error, "a record could not be written");
            }
            text.push(b'\n');
            starts.push(text.len());
        }
        Pieces { text: text.into(), starts }
    }

    /// One record, without its new line.
    pub(super) fn one(&self, place: usize) -> &[u8] {
        match (self.starts.get(place), self.starts.get(place + 1)) {
            (Some(start), Some(end)) => self.text.get(*start..end - 1).unwrap_or_default(),
            _ => &[],
        }
    }

    /// One record as an answer, which shares the text.
    pub(super) fn body(&self, place: usize) -> Bytes {
        match (self.starts.get(place), self.starts.get(place + 1)) {
            (Some(start), Some(end)) => self.text.slice(*start..end - 1),
            _ => Bytes::new(),
        }
    }

    /// One record with its new line, which shares the text.
    pub(super) fn line(&self, place: usize) -> Bytes {
        match (self.starts.get(place), self.starts.get(place + 1)) {
            (Some(start), Some(end)) => self.text.slice(*start..*end),
            _ => Bytes::new(),
        }
    }

    /// The whole text.
    pub(super) fn text(&self) -> &[u8] {
        &self.text
    }
}
