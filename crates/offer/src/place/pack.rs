//! The postcode index as a file of a few hundred kilobytes.
//!
//! First lines of text, ended by an empty one, that say what this is:
//!
//! ```text
//! kith postcodes 1
//! source ONS Postcode Directory …
//! codes - E06000001 E06000002 …        every code, numbered from 0; `-` = the directory names none
//! whole BT N92000002                   a postcode area answered as one (once for each)
//! sectors 12215
//! ```
//!
//! Then bits, highest first (see `bits` for *gamma*), for each sector in order:
//!
//! | what | how |
//! |---|---|
//! | how far on from the sector before | gamma of the difference of their numbers (the first counts from -1) |
//! | its middle | 1 bit: known or not; if known latitude and longitude, 16 bits each, steps between the corners of a box round Great Britain |
//! | which postcodes exist | gamma of (how many are missing before the first existing one, plus one), then in turn gamma of how many exist, how many are missing …, until all 441 are told |
//! | which place each existing one is in | the number of a code, as many bits as the largest needs, and gamma of how many follow each other there, until all existing ones are told |

use super::bits::{BitReader, BitWriter};
use super::index::{Block, Index, IndexError, Run};
use super::postcode::{Sector, UNITS};
use super::spot::Spot;

const TITLE: &str = "kith postcodes 1";
const STEPS: f32 = 65_535.0;
const SOUTH_WEST: Spot = Spot { latitude: 49.0, longitude: -9.0 };
const NORTH_EAST: Spot = Spot { latitude: 61.0, longitude: 3.0 };

impl Index {
    /// Packs the index.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let code = |code: &str| if code.is_empty() { "-".to_owned() } else { code.to_owned() };
        let codes = self.codes.iter().map(|c| code(c)).collect::<Vec<_>>().join(" ");
        let mut head = format!("{TITLE}\nsource {}\ncodes {codes}\n", self.source);
        for (area, place) in &self.whole {
            let whole = self.codes.get(usize::from(*place)).map_or_else(String::new, |c| code(c));
            head.push_str(&format!("whole {area} {whole}\n"));
        }
        head.push_str(&format!("sectors {}\n\n", self.sectors.len()));

        let mut writer = BitWriter::default();
        let width = place_width(self.codes.len());
        let mut before = -1_i64;
        for (at, (sector, block)) in self.sectors.iter().zip(&self.blocks).enumerate() {
            let number = i64::from(sector.0);
            writer.gamma(u32::try_from(number - before).unwrap_or(1));
            before = number;
            write_spot(&mut writer, block.spot);
            write_units(&mut writer, block);
            let end = self.blocks.get(at + 1).map_or(self.runs.len(), |next| next.first_run);
            write_places(&mut writer, block, self.runs.get(block.first_run..end).unwrap_or(&[]), width);
        }
        let mut bytes = head.into_bytes();
        bytes.extend(writer.finish());
        bytes
    }

    /// Reads what [`Index::to_bytes`] wrote.
    ///
    /// # Errors
    /// Where the bytes are not an index, or are cut short.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, IndexError> {
        let header = |what: &str| IndexError::Header(what.to_owned());
        let end = bytes.windows(2).position(|pair| pair == b"\n\n").ok_or_else(|| header("no empty line"))?;
        let (head, packed) = bytes.split_at(end);
        let head = std::str::from_utf8(head).map_err(|_| header("the first lines are not text"))?;
        let (mut index, count) = read_head(head)?;

        let mut reader = BitReader::new(packed.get(2..).unwrap_or(&[]));
        let width = place_width(index.codes.len());
        let mut before = -1_i64;
        for at in 0..count {
            before = index.read_sector(&mut reader, before, width).ok_or(IndexError::Damaged(at))?;
        }
        Ok(index)
    }

    /// Reads one sector and says its number; `None` where the bits make no sense.
    fn read_sector(&mut self, reader: &mut BitReader<'_>, before: i64, width: u32) -> Option<i64> {
        let number = before + i64::from(reader.gamma()?);
        let sector = u32::try_from(number).ok().filter(|number| *number < Sector::END)?;
        let mut block = Block::empty(self.runs.len());
        block.spot = read_spot(reader)?;
        read_units(reader, &mut block)?;

        let mut existing = block.existing();
        while let Some(from) = existing.next() {
            let place = u16::try_from(reader.bits(width)?).ok()?;
            self.codes.get(usize::from(place))?;
            self.runs.push(Run { from, place });
            for _ in 1..reader.gamma()? {
                existing.next()?;
            }
        }
        drop(existing);
        self.sectors.push(Sector(sector));
        self.blocks.push(block);
        Some(number)
    }
}

/// Bits that hold the number of any code.
fn place_width(codes: usize) -> u32 {
    codes.next_power_of_two().trailing_zeros()
}

fn read_head(head: &str) -> Result<(Index, usize), IndexError> {
    let header = |what: &str| IndexError::Header(what.to_owned());
    let mut lines = head.lines();
    if lines.next() != Some(TITLE) {
        return Err(header("the first line is another"));
    }
    let mut index =
        Index { source: String::new(), codes: vec![], whole: vec![], sectors: vec![], blocks: vec![], runs: vec![] };
    let mut count = 0;
    for line in lines {
        let (word, rest) = line.split_once(' ').ok_or_else(|| header(line))?;
        let code = |word: &str| word.trim_start_matches('-').to_owned();
        match word {
            "source" => rest.clone_into(&mut index.source),
            "codes" => index.codes = rest.split(' ').map(code).collect(),
            "whole" => {
                let (area, name) = rest.split_once(' ').ok_or_else(|| header(line))?;
                let place = index.codes.iter().position(|known| *known == code(name)).ok_or_else(|| header(line))?;
                index.whole.push((area.to_owned(), u16::try_from(place).map_err(|_| IndexError::TooManyCodes)?));
            }
            "sectors" => count = rest.parse().map_err(|_| header(line))?,
            _ => return Err(header(line)),
        }
    }
    Ok((index, count))
}

fn write_spot(writer: &mut BitWriter, spot: Option<Spot>) {
    writer.bits(u32::from(spot.is_some()), 1);
    if let Some(spot) = spot {
        let step = |value: f32, from: f32, to: f32| ((value - from) / (to - from) * STEPS).round() as u16;
        let (south, west) = (SOUTH_WEST.latitude, SOUTH_WEST.longitude);
        writer.bits(u32::from(step(spot.latitude, south, NORTH_EAST.latitude)), 16);
        writer.bits(u32::from(step(spot.longitude, west, NORTH_EAST.longitude)), 16);
    }
}

fn read_spot(reader: &mut BitReader<'_>) -> Option<Option<Spot>> {
    if reader.bits(1)? == 0 {
        return Some(None);
    }
    let degree = |step: u32, from: f32, to: f32| from + (step as f32) / STEPS * (to - from);
    let latitude = degree(reader.bits(16)?, SOUTH_WEST.latitude, NORTH_EAST.latitude);
    let longitude = degree(reader.bits(16)?, SOUTH_WEST.longitude, NORTH_EAST.longitude);
    Some(Some(Spot { latitude, longitude }))
}

fn write_units(writer: &mut BitWriter, block: &Block) {
    let (mut exists, mut length) = (false, 1);
    for unit in 0..UNITS {
        if block.has(unit) != exists {
            writer.gamma(length);
            (exists, length) = (!exists, 0);
        }
        length += 1;
    }
    writer.gamma(length);
}

fn read_units(reader: &mut BitReader<'_>, block: &mut Block) -> Option<()> {
    let (mut exists, mut unit) = (false, 0);
    let mut length = reader.gamma()? - 1;
    loop {
        let end = u16::try_from(length).ok()?.checked_add(unit).filter(|end| *end <= UNITS)?;
        if exists {
            (unit..end).for_each(|unit| block.add(unit));
        }
        if end == UNITS {
            return Some(());
        }
        (exists, unit, length) = (!exists, end, reader.gamma()?);
    }
}

fn write_places(writer: &mut BitWriter, block: &Block, runs: &[Run], width: u32) {
    for (at, run) in runs.iter().enumerate() {
        let end = runs.get(at + 1).map_or(UNITS, |next| next.from);
        let length = (run.from..end).filter(|unit| block.has(*unit)).count();
        writer.bits(u32::from(run.place), width);
        writer.gamma(length as u32);
    }
}

#[cfg(test)]
mod tests {
    use super::super::index::{Row, tests::small};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_index_survives_packing() {
        let index = small();
        let bytes = index.to_bytes();
        let read = Index::from_bytes(&bytes).expect("what we wrote");
        assert_eq!((&read.codes, &read.whole, &read.source), (&index.codes, &index.whole, &index.source));
        assert_eq!((&read.sectors, &read.runs), (&index.sectors, &index.runs));
        assert_eq!(read.to_bytes(), bytes);
    }

    #[test]
    fn damage_is_told() {
        let bytes = small().to_bytes();
        for end in 0..bytes.len() - 1 {
            assert!(Index::from_bytes(&bytes[..end]).is_err(), "cut at {end}");
        }
    }

    fn rows() -> impl Strategy<Value = Vec<(String, u8)>> {
        let near = "[A-B][1-2] [0-1][A-B][ABD-F]";
        let far = "[A-Z]{2}[0-9] [0-9][ABD-HJLNP-UW-Z]{2}";
        prop::collection::vec((prop_oneof![near, far], 0u8..5), 0..200)
    }

    proptest! {
        #[test]
        fn any_index_survives_packing(rows in rows()) {
            let codes = ["", "E06000001", "E07000002", "W", "S"];
            let mut wanted = std::collections::BTreeMap::new();
            for (postcode, code) in &rows {
                wanted.insert(postcode.parse()?, codes[usize::from(*code)]);
            }
            let rows: Vec<Row<'_>> = wanted.iter().map(|(postcode, code)| Row { postcode: *postcode, code }).collect();
            let built = Index::build("", &rows, &[], |_| None)?;
            let index = Index::from_bytes(&built.to_bytes())?;
            prop_assert_eq!(index.len(), wanted.len());
            for sector in index.sectors.clone() {
                for postcode in sector.postcodes() {
                    prop_assert_eq!(index.code(postcode), wanted.get(&postcode).copied());
                }
            }
        }

        #[test]
        fn any_bytes_are_answered(mut tail in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = Index::from_bytes(&tail);
            let mut bytes = b"kith postcodes 1\nsource x\ncodes - A\nsectors 9\n\n".to_vec();
            bytes.append(&mut tail);
            let _ = Index::from_bytes(&bytes);
        }
    }
}
