//! Things that take long to make and are the same for everybody for a day, or until something else they rest on changes.

use jiff::civil::Date;
use std::sync::{PoisonError, RwLock};
use tokio::sync::Mutex;

/// Something made when first asked for, and anew when the day has changed: what has begun or ended is told by the day. `K` is
/// the day, with whatever else it rests on.
#[derive(Debug)]
pub(crate) struct Daily<T, K = Date> {
    kept: RwLock<Option<(K, T)>>,
    /// Held by whoever makes it.
    making: Mutex<()>,
}

impl<T, K> Default for Daily<T, K> {
    fn default() -> Daily<T, K> {
        Daily { kept: RwLock::default(), making: Mutex::default() }
    }
}

impl<T: Clone, K: Copy + PartialEq> Daily<T, K> {
    /// The thing as on a day. Whoever asks while it is made waits for it.
    pub(crate) async fn on(&self, day: K, make: impl Future<Output = T>) -> T {
        if let Some(ready) = self.ready(day) {
            return ready;
        }
        let _making = self.making.lock().await;
        if let Some(ready) = self.ready(day) {
            return ready;
        }
        let made = make.await;
        *self.kept.write().unwrap_or_else(PoisonError::into_inner) = Some((day, made.clone()));
        made
    }

    fn ready(&self, day: K) -> Option<T> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().filter(|(made, _)| *made == day).map(|(_, thing)| thing.clone())
    }
}
