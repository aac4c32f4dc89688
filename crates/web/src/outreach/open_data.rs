//! What hosts run, as open data tells it beside the offers.

use crate::App;
use offer::Offer;
use outreach::Offered;
use std::collections::BTreeMap;

impl App {
    /// How far what hosts run has come: more with each change.
    pub(crate) fn boards_state(&self) -> i64 {
        let Some(boards) = self.boards() else { return 0 };
        let workshops = boards.workshops.all().into_iter().map(|(_, standing)| standing.version);
        workshops.chain(boards.groups.all().into_iter().map(|(_, standing)| standing.version)).sum()
    }

    /// What the public can take part in from today on, host by host.
    pub(crate) fn hosts_offers(&self) -> Vec<Offer> {
        let Some(boards) = self.boards() else { return Vec::new() };
        let today = self.clock().today();
        let mut by_host: BTreeMap<String, Vec<(String, Offered)>> = BTreeMap::new();
        let mut take = |host: String, id: String, thing: Option<Offered>| {
            thing.into_iter().for_each(|thing| by_host.entry(host.clone()).or_default().push((id.clone(), thing)));
        };
        for (name, standing) in boards.workshops.all() {
            take(name.host, name.id, standing.thing.offered(self.law(), today));
        }
        for (name, standing) in boards.groups.all() {
            take(name.host, name.id, standing.thing.offered(today));
        }
        let offers = by_host.into_iter().filter_map(|(host, things)| {
            let things = things.iter().map(|(id, thing)| (id.as_str(), thing.clone()));
            Some(self.host(&host)?.offer(things, self.address()))
        });
        offers.collect()
    }
}
