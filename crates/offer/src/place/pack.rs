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
//! | how far on from the sector before | gamma of the difference of their numbers (the first counts from the one before nought) |
//! | its middle | 1 bit: known or not; if known latitude and longitude, 16 bits each, steps between the corners of a box round Great Britain |
//! | which postcodes exist | gamma of (how many are missing before the first existing one, plus one), then in turn gamma of how many exist, how many are missing …, until all 441 are told |
//! | which place each existing one is in | the number of a code, as many bits as the largest needs, and gamma of how many follow each other there, until all existing ones are told |

use super::bits::{BitReader, BitWriter};
use super::block::Block;
use super::index::{Index, IndexError};
use super::postcode::Sector;

/// The first line.
const TITLE: &str = "kith postcodes 1";
/// Stands for the code of a place that the directory does not name.
const NO_CODE: &str = "-";

impl Index {
    /// Packs the index.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let written = |code: &String| {
            if code.is_empty() { NO_CODE.to_owned() } else { code.clone() }
        };
        let codes: Vec<String> = self.codes.iter().map(written).collect();
        let mut head = format!("{TITLE}\nsource {}\ncodes {}\n", self.source, codes.join(" "));
        for (area, place) in &self.whole {
            let code = codes.get(usize::from(*place)).map_or(NO_CODE, String::as_str);
            head.push_str(&format!("whole {area} {code}\n"));
        }
        head.push_str(&format!("sectors {}\n\n", self.sectors.len()));

        let mut writer = BitWriter::default();
        let mut next = 0;
        for (sector, block) in self.sectors.iter().zip(&self.blocks) {
            writer.gamma(sector.0 - next + 1);
            next = sector.0 + 1;
            block.write(&mut writer, place_width(codes.len()));
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
        let (mut index, sectors) = read_head(head)?;

        let mut reader = BitReader::new(packed.get(2..).unwrap_or(&[]));
        let mut next = 0;
        for at in 0..sectors {
            next = index.read_sector(&mut reader, next).ok_or(IndexError::Damaged(at))?;
        }
        Ok(index)
    }

    /// Reads one sector, whose number is at least `next`, and says what the one after can be.
    fn read_sector(&mut self, reader: &mut BitReader<'_>, next: u32) -> Option<u32> {
        let number = next.checked_add(reader.gamma()? - 1).filter(|number| *number < Sector::END)?;
        self.sectors.push(Sector(number));
        self.blocks.push(Block::read(reader, place_width(self.codes.len()), self.codes.len())?);
        Some(number + 1)
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
    let mut index = Index { source: String::new(), codes: vec![], whole: vec![], sectors: vec![], blocks: vec![] };
    let mut count = 0;
    for line in lines {
        let (word, rest) = line.split_once(' ').ok_or_else(|| header(line))?;
        let code = |word: &str| {
            if word == NO_CODE { String::new() } else { word.to_owned() }
        };
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
        assert_eq!(read.sectors, index.sectors);
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
