//! What is the same for everything a host runs: it is a fold over the events of one stream.

use jiff::Timestamp;
use offer::publish::Officer;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Something a host runs, folded from what happened to it. Before the first event it is its default.
pub trait Run: Clone + Default + Send + Sync + 'static {
    /// How the names of its streams begin: `workshop`, for streams `workshop/HOST/ID`.
    const KIND: &'static str;

    /// What may happen to it. Written as JSON with a tag `event` that names what happened in a word.
    type Event: Serialize + DeserializeOwned + PartialEq + Send + Sync;

    /// Takes in what happened, by whom and when. An officer without a name is Kith itself.
    fn take(&mut self, event: &Self::Event, by: &Officer, at: Timestamp);
}

/// Why an event cannot be written: it would not read back as it is. None where it would.
pub fn unreadable<T: Run>(event: &T::Event) -> Option<String> {
    let written = match serde_json::to_value(event) {
        Ok(written) => written,
        Err(error) => return Some(error.to_string()),
    };
    if written.get("event").and_then(|word| word.as_str()).is_none() {
        return Some("it has no tag `event` that names it".to_owned());
    }
    match serde_json::from_value::<T::Event>(written) {
        Ok(read) if read == *event => None,
        Ok(_) => Some("it reads back as something else".to_owned()),
        Err(error) => Some(error.to_string()),
    }
}
