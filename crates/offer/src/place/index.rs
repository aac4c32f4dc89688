//! The index of postcodes: which exist, and the directory's code of the place each lies in.
//!
//! It knows codes, not councils: what a code means today is in the tables beside it. How it is
//! packed into a file is told in `pack`.

use super::postcode::{Postcode, Sector, UNITS};
use super::spot::Spot;

/// Words of 64 bits that hold one bit for each postcode of a sector.
const WORDS: usize = UNITS.div_ceil(64) as usize;

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
    pub(super) runs: Vec<Run>,
}

/// What is known of one sector.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    /// One bit for each existing postcode.
    pub(super) units: [u64; WORDS],
    /// Where its runs begin; they end where those of the next sector begin.
    pub(super) first_run: usize,
    pub(super) spot: Option<Spot>,
}

/// Neighbouring postcodes of one place, from a unit up to the next run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) from: u16,
    pub(super) place: u16,
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

impl Block {
    pub(super) fn empty(first_run: usize) -> Self {
        Self { units: [0; WORDS], first_run, spot: None }
    }

    pub(super) fn add(&mut self, unit: u16) {
        if let Some(word) = self.units.get_mut(usize::from(unit / 64)) {
            *word |= 1 << (unit % 64);
        }
    }

    pub(super) fn has(&self, unit: u16) -> bool {
        self.units.get(usize::from(unit / 64)).is_some_and(|word| word >> (unit % 64) & 1 == 1)
    }

    pub(super) fn len(&self) -> u32 {
        self.units.iter().map(|word| word.count_ones()).sum()
    }

    /// The existing units in order.
    pub(super) fn existing(&self) -> impl Iterator<Item = u16> {
        (0..UNITS).filter(|unit| self.has(*unit))
    }
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
            runs: Vec::new(),
        };
        for (area, code) in whole {
            index.whole.push(((*area).to_owned(), number(code)?));
        }
        for sector in rows.chunk_by(|a, b| a.postcode.sector == b.postcode.sector) {
            let Some(first) = sector.first() else { continue };
            let mut block = Block::empty(index.runs.len());
            block.spot = spot(first.postcode.sector);
            let mut last = None;
            for row in sector {
                let place = number(row.code)?;
                block.add(row.postcode.unit);
                if last != Some(place) {
                    index.runs.push(Run { from: row.postcode.unit, place });
                    last = Some(place);
                }
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

    pub(super) fn hit(&self, postcode: Postcode) -> Option<Hit> {
        let Some((block, runs)) = self.sector(postcode.sector) else {
            let (_, place) = self.whole.iter().find(|(area, _)| postcode.in_area(area))?;
            return Some(Hit { place: *place, spot: None });
        };
        if !block.has(postcode.unit) {
            return None;
        }
        let after = runs.partition_point(|run| run.from <= postcode.unit);
        let run = runs.get(after.checked_sub(1)?)?;
        Some(Hit { place: run.place, spot: block.spot })
    }

    /// The places that occur in the sector of a postcode, most runs first.
    pub(super) fn neighbours(&self, postcode: Postcode) -> Vec<u16> {
        let runs = self.sector(postcode.sector).map_or(&[][..], |(_, runs)| runs);
        let mut places: Vec<u16> = runs.iter().map(|run| run.place).collect();
        places.sort_unstable();
        let mut counted: Vec<(usize, u16)> = places.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0])).collect();
        counted.sort_by_key(|(count, place)| (usize::MAX - count, *place));
        counted.into_iter().map(|(_, place)| place).collect()
    }

    fn sector(&self, sector: Sector) -> Option<(&Block, &[Run])> {
        let at = self.sectors.binary_search(&sector).ok()?;
        let block = self.blocks.get(at)?;
        let end = self.blocks.get(at + 1).map_or(self.runs.len(), |next| next.first_run);
        Some((block, self.runs.get(block.first_run..end)?))
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
