//! One kind of record, written in each of its forms, with an index for each filter.

use super::asked::Asked;
use super::marks::Marks;
use super::pieces::Pieces;
use jiff::civil::Date;
use offer::exchange::Uuid;
use offer::place::{CouncilCode, Found, Places, Spot};
use offer::search;
use serde::Serialize;
use std::collections::HashMap;
use std::hash::Hash;

/// What another record's identifier filters by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum By {
    /// A term it is tagged with.
    Term,
    /// A taxonomy it has a term of, or is a term of.
    Taxonomy,
    /// The organisation that gives it.
    Organization,
    /// The term above it.
    Parent,
}

/// What filters know of a record.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) id: Uuid,
    /// The council's name in addresses; none for what belongs to no council.
    pub(super) council: Option<String>,
    pub(super) keys: Vec<(By, Uuid)>,
    /// The words it is found by.
    pub(super) text: String,
    pub(super) changed: Option<Date>,
    pub(super) ages: (Option<f64>, Option<f64>),
    pub(super) area: Option<CouncilCode>,
    pub(super) spot: Option<Spot>,
}

/// One kind of record.
#[derive(Debug, Default)]
pub(super) struct Table {
    ids: HashMap<Uuid, usize>,
    pub(super) full: Pieces,
    pub(super) brief: Pieces,
    pub(super) minimal: Pieces,
    councils: HashMap<String, Marks>,
    keys: HashMap<(By, Uuid), Marks>,
    words: HashMap<String, Marks>,
    areas: HashMap<CouncilCode, Marks>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Minimal {
    id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_modified: Option<String>,
}

impl Table {
    /// Takes records with what filters know of them. `brief` is the form in lists.
    pub(super) fn new<T: Serialize>(rows: Vec<Row>, full: &[T], brief: impl Fn(&T) -> T) -> Table {
        let mut table = Table {
            full: Pieces::write(full.iter()),
            brief: Pieces::write(full.iter().map(brief)),
            minimal: Pieces::write(rows.iter().map(|row| Minimal {
                id: row.id,
                last_modified: row.changed.map(|day| offer::exchange::Moment(day).to_string()),
            })),
            ..Table::default()
        };
        fn mark<K: Eq + Hash>(index: &mut HashMap<K, Marks>, key: K, place: usize) {
            index.entry(key).or_default().add(place);
        }
        for (place, row) in rows.iter().enumerate() {
            table.ids.insert(row.id, place);
            row.council.iter().for_each(|council| mark(&mut table.councils, council.clone(), place));
            row.keys.iter().for_each(|key| mark(&mut table.keys, *key, place));
            row.area.iter().for_each(|area| mark(&mut table.areas, *area, place));
            search::stems(&row.text).into_iter().for_each(|stem| mark(&mut table.words, stem, place));
        }
        table.rows = rows;
        table
    }

    /// The record of that identifier, within a council's records or among all.
    pub(super) fn place(&self, id: Uuid, council: Option<&str>) -> Option<usize> {
        let place = *self.ids.get(&id)?;
        self.is_of(place, council).then_some(place)
    }

    /// The identifier of a record.
    pub(super) fn id(&self, place: usize) -> Option<Uuid> {
        self.rows.get(place).map(|row| row.id)
    }

    fn is_of(&self, place: usize, council: Option<&str>) -> bool {
        let owner = self.rows.get(place).and_then(|row| row.council.as_deref());
        council.is_none() || owner.is_none() || owner == council
    }

    /// The records of an organisation.
    pub(super) fn of_organization(&self, id: Uuid) -> impl Iterator<Item = usize> {
        self.keys.get(&(By::Organization, id)).into_iter().flat_map(Marks::places)
    }

    /// The records that pass every filter.
    pub(super) fn filter(&self, asked: &Asked, council: Option<&str>, places: &Places) -> Marks {
        let mut left = Marks::first(self.rows.len());
        if let Some(council) = council.filter(|_| !self.councils.is_empty()) {
            left.keep(self.councils.get(council));
        }
        for key in &asked.keys {
            left.keep(self.keys.get(key));
        }
        for stem in asked.search.iter().flat_map(|words| search::stems(words)) {
            left.keep(self.words.get(&stem));
        }
        if asked.top_only {
            left.keep_if(|place| self.row(place, |row| !row.keys.iter().any(|(by, _)| *by == By::Parent)));
        }
        if let Some(day) = asked.modified_after {
            // What is not dated may have changed: it is never kept from whoever keeps a copy.
            left.keep_if(|place| self.row(place, |row| row.changed.is_none_or(|changed| changed >= day)));
        }
        if asked.ages != (None, None) {
            left.keep_if(|place| self.row(place, |row| meets(row.ages, asked.ages)));
        }
        self.near(&mut left, asked, places);
        left
    }

    fn row(&self, place: usize, so: impl Fn(&Row) -> bool) -> bool {
        self.rows.get(place).is_some_and(so)
    }

    fn near(&self, left: &mut Marks, asked: &Asked, places: &Places) {
        let Some(postcode) = asked.postcode else { return };
        let Some(Found::England { council, near, .. }) = places.locate(postcode) else {
            left.keep(None);
            return;
        };
        left.keep(self.areas.get(&council.code));
        if let Some(metres) = asked.proximity {
            let within = |spot: Option<Spot>| {
                near.zip(spot).is_some_and(|(from, to)| f64::from(from.miles_to(to).0) * METRES_IN_A_MILE <= metres)
            };
            left.keep_if(|place| self.row(place, |row| within(row.spot)));
        }
    }
}

const METRES_IN_A_MILE: f64 = 1609.344;

/// Whether two spans of ages meet. What states no age is not kept out by one.
fn meets(stated: (Option<f64>, Option<f64>), asked: (Option<f64>, Option<f64>)) -> bool {
    let begins = |(from, _): (Option<f64>, Option<f64>)| from.unwrap_or(0.0);
    // A child of 15 is 15 until the next birthday.
    let ends = |(_, to): (Option<f64>, Option<f64>)| to.map_or(f64::INFINITY, |to| to.floor() + 1.0);
    begins(stated) < ends(asked) && begins(asked) < ends(stated)
}

#[cfg(test)]
mod tests {
    use super::meets;

    #[test]
    fn ages_meet_where_some_child_is_of_both() {
        let check = |stated: (Option<f64>, Option<f64>), asked, expected| {
            assert_eq!(meets(stated, asked), expected, "{stated:?} {asked:?}");
        };
        check((None, None), (Some(3.0), Some(3.0)), true);
        check((Some(2.0), Some(4.0)), (Some(4.0), None), true);
        check((Some(2.0), Some(4.0)), (Some(5.0), None), false);
        check((Some(16.0), Some(19.0)), (None, Some(15.0)), false);
        check((Some(16.0), Some(19.0)), (None, Some(16.0)), true);
    }
}
