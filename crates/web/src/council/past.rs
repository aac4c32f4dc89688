//! What an edition shows of its duties on a day gone by: worked out when asked for, with the law of that day. Only the
//! last few are kept and only one is worked out at a time, so that nobody can fill the memory with days.

use crate::App;
use crate::published::aside;
use jiff::civil::Date;
use law::Day;
use offer::Offer;
use offer::check::{Check, Report, each};
use offer::publish::{Digest, Edition};
use std::collections::VecDeque;
use std::sync::Arc;
use tokio::sync::Mutex;

/// How many days of the law are kept.
const DAYS: usize = 4;
/// How many reports are kept.
const REPORTS: usize = 32;

/// The last few that were asked for.
#[derive(Default)]
pub(crate) struct Past(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    days: Few<Date, Arc<Day>, DAYS>,
    reports: Few<(Digest, Date), Arc<Report>, REPORTS>,
}

impl Past {
    /// What an edition, read as this offer, shows of its duties on a day. `None` where the law cannot be read for it.
    pub(super) async fn report(
        &self,
        app: &App,
        edition: &Edition,
        offer: Arc<Offer>,
        on: Date,
    ) -> Option<Arc<Report>> {
        let mut kept = self.0.lock().await;
        let key = (edition.digest.clone(), on);
        if let Some(report) = kept.reports.get(&key) {
            return Some(report);
        }
        let today = app.today();
        let day = if today.date == on { Some(today) } else { kept.days.get(&on) };
        let law = app.law().clone();
        let (day, report) = aside(move || {
            let day = day.or_else(|| Day::new(law, on).ok().map(Arc::new))?;
            let mut report = None;
            each(&day, &[&offer], &[Check::Duty], &mut |_, found| report = Some(Arc::new(found)));
            Some((day, report?))
        })
        .await?;
        kept.days.put(on, day);
        kept.reports.put(key, report.clone());
        Some(report)
    }
}

/// A few things by name; where there is no room, the one that was not asked for longest goes.
struct Few<K, V, const MOST: usize>(VecDeque<(K, V)>);

impl<K, V, const MOST: usize> Default for Few<K, V, MOST> {
    fn default() -> Few<K, V, MOST> {
        Few(VecDeque::new())
    }
}

impl<K: PartialEq, V: Clone, const MOST: usize> Few<K, V, MOST> {
    fn get(&mut self, key: &K) -> Option<V> {
        let place = self.0.iter().position(|(known, _)| known == key)?;
        let found = self.0.remove(place)?;
        let value = found.1.clone();
        self.0.push_front(found);
        Some(value)
    }

    fn put(&mut self, key: K, value: V) {
        self.0.retain(|(known, _)| *known != key);
        self.0.push_front((key, value));
        self.0.truncate(MOST);
    }
}

#[cfg(test)]
mod tests {
    use super::Few;

    #[test]
    fn the_one_not_asked_for_longest_goes() {
        let mut few: Few<u8, char, 2> = Few::default();
        few.put(1, 'a');
        few.put(2, 'b');
        assert_eq!(few.get(&1), Some('a'));
        few.put(3, 'c');
        assert_eq!((few.get(&1), few.get(&2), few.get(&3)), (Some('a'), None, Some('c')));
        few.put(3, 'd');
        assert_eq!((few.get(&1), few.get(&3)), (Some('a'), Some('d')));
    }
}
