//! Reading a record of somebody else's feed: what is null, empty or of another kind is as if it were not there.

use law::fault::Spot;
use serde_json::Value;

/// A record, and its place among the others.
#[derive(Clone, Debug)]
pub(crate) struct Read<'a> {
    value: &'a Value,
    pub(crate) spot: Spot,
}

impl<'a> Read<'a> {
    pub(crate) fn new(value: &'a Value, spot: Spot) -> Read<'a> {
        Read { value, spot }
    }

    /// Words, on one line; a number counts as words.
    pub(crate) fn text(&self, key: &str) -> Option<String> {
        let text = match self.value.get(key)? {
            Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        (!text.is_empty()).then_some(text)
    }

    pub(crate) fn number(&self, key: &str) -> Option<f64> {
        match self.value.get(key)? {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// The record within this one.
    pub(crate) fn within(&self, key: &str) -> Option<Read<'a>> {
        let value = self.value.get(key).filter(|value| value.is_object())?;
        Some(Read { value, spot: self.spot.clone() })
    }

    /// The records of a list within this one.
    pub(crate) fn each(&self, key: &str) -> impl Iterator<Item = Read<'a>> + use<'a> {
        let list = self.value.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let spot = self.spot.clone();
        list.iter().map(move |value| Read { value, spot: spot.clone() })
    }
}
