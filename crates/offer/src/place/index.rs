//! The index of postcodes: which exist, and the directory's code of the place each lies in.
//!
//! It knows codes, not councils: what a code means today is in the tables beside it. How it is
//! packed into a file is told in `pack`.

use std::collections::BTreeMap;

use super::block::Block;
use super::postcode::{Postcode, Sector};
use super::spot::Spot;

/// One postcode of the directory, as the builder of an index gives it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row<'a> {
    /// The postcode.
    pub postcode: Postcode,
    /// The directory's code of the place; empty where it names none.
    pub code: &'a str,
}

/// The existing postcodes, each with the code of its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Index {
    /// Where the postcodes come from, in words.
    pub source: String,
    pub(super) codes: Vec<String>,
    /// Postcode areas answered as one, whatever follows: the area and the place of its code.
    pub(super) whole: Vec<(String, u16)>,
    /// The sectors in order, apart from what is known of them so that a search stays in cache.
    pub(super) sectors: Vec<Sector>,
    pub(super) blocks: Vec<Block>,
}

/// An existing postcode: the number of its code, and the middle of its sector.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hit {
    pub(super) place: u16,
    pub(super) spot: Option<Spot>,
}

/// Why bytes or rows make no index.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IndexError {
    /// The first lines are not those of an index.
    #[error("this is not a postcode index of the form we read: {0}")]
    Header(String),
    /// The packed part ends too soon or contradicts itself.
    #[error("the postcode index is damaged at sector {0}; build it again with `cargo xtask places`")]
    Damaged(usize),
    /// More codes than the form can number.
    #[error("an index holds no more than 65,535 codes")]
    TooManyCodes,
}

impl Index {
    /// Builds an index. `whole` names postcode areas to be answered as one, with their code;
    /// `spot` gives the middle of the sector of a postcode.
    ///
    /// # Errors
    /// Where there are more codes than can be numbered.
    pub fn build(
        source: &str,
        rows: &[Row<'_>],
        whole: &[(&str, &str)],
        spot: impl Fn(Sector) -> Option<Spot>,
    ) -> Result<Self, IndexError> {
        let mut codes: Vec<&str> = rows.iter().map(|row| row.code).chain(whole.iter().map(|(_, code)| *code)).collect();
        codes.sort_unstable();
        codes.dedup();
        let number = |code: &str| {
            let place = codes.binary_search(&code).unwrap_or(usize::MAX);
            u16::try_from(place).map_err(|_| IndexError::TooManyCodes)
        };
        let mut rows = rows.to_vec();
        rows.sort_by_key(|row| row.postcode);
        rows.dedup_by_key(|row| row.postcode);

        let mut index = Self {
            source: source.split_whitespace().collect::<Vec<_>>().join(" "),
            codes: codes.iter().map(ToString::to_string).collect(),
            whole: Vec::new(),
            sectors: Vec::new(),
            blocks: Vec::new(),
        };
        for (area, code) in whole {
            index.whole.push(((*area).to_owned(), number(code)?));
        }
        for sector in rows.chunk_by(|a, b| a.postcode.sector == b.postcode.sector) {
            let Some(first) = sector.first() else {
                continue;
            };
            let mut block = Block::empty(spot(first.postcode.sector));
            for row in sector {
                block.push(row.postcode.unit, number(row.code)?);
            }
            index.sectors.push(first.postcode.sector);
            index.blocks.push(block);
        }
        Ok(index)
    }

    /// How many postcodes the index knows one by one.
    #[must_use]
    pub fn len(&self) -> usize {
        self.blocks.iter().map(|block| block.len() as usize).sum()
    }

    /// Whether it knows none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sectors.is_empty()
    }

    /// The directory's code at a postcode, if the postcode exists; empty where it names none.
    #[must_use]
    pub fn code(&self, postcode: Postcode) -> Option<&str> {
        self.codes.get(usize::from(self.hit(postcode)?.place)).map(String::as_str)
    }

    /// All codes, by number.
    pub(super) fn codes(&self) -> &[String] {
        &self.codes
    }

    /// An existing postcode's place and the middle of its sector.
    pub(super) fn hit(&self, postcode: Postcode) -> Option<Hit> {
        match self.block(postcode.sector) {
            Some(block) => Some(Hit { place: block.place(postcode.unit)?, spot: block.middle }),
            None => {
                let (_, place) = self.whole.iter().find(|(area, _)| postcode.in_area(area))?;
                Some(Hit { place: *place, spot: None })
            }
        }
    }

    /// The places that occur in the sector of a postcode, most runs first.
    pub(super) fn neighbours(&self, postcode: Postcode) -> Vec<u16> {
        let mut counts = BTreeMap::new();
        for place in self.block(postcode.sector).into_iter().flat_map(Block::places) {
            *counts.entry(place).or_insert(0_usize) += 1;
        }
        let mut places: Vec<(u16, usize)> = counts.into_iter().collect();
        places.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        places.into_iter().map(|(place, _)| place).collect()
    }

    fn block(&self, sector: Sector) -> Option<&Block> {
        self.blocks.get(self.sectors.binary_search(&sector).ok()?)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(crate) fn small() -> Index {
        let row = |postcode: &str, code| Row { postcode: postcode.parse().expect("a postcode"), code };
        let rows = [
            row("SE5 8UB", "E09000028"),
            row("SE5 8AA", "E09000028"),
            row("SE5 8AD", "E09000022"),
            row("SE5 8ZZ", ""),
            row("NE8 1HH", "E08000037"),
            row("CF10 1AA", "W"),
        ];
        let spot = |sector| (sector != rows[5].postcode.sector).then_some(Spot { latitude: 51.5, longitude: -0.1 });
        Index::build("a test\nof two lines", &rows, &[("BT", "N")], spot).expect("few codes")
    }

    #[test]
    fn finds_what_is_there_and_nothing_else() {
        let index = small();
        for (postcode, expected) in [
            ("SE5 8AA", Some("E09000028")),
            ("SE5 8AB", None),
            ("SE5 8AD", Some("E09000022")),
            ("SE5 8UB", Some("E09000028")),
            ("SE5 8ZZ", Some("")),
            ("SE5 9AA", None),
            ("NE8 1HH", Some("E08000037")),
            ("BT1 1AA", Some("N")),
            ("B1 1AA", None),
        ] {
            assert_eq!(index.code(postcode.parse().expect(postcode)), expected, "{postcode}");
        }
        assert_eq!((index.len(), index.is_empty()), (6, false));
        assert_eq!(index.source, "a test of two lines");
    }
}
