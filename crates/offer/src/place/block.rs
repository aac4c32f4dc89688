//! One sector of the index: which of its postcodes exist, and the place of each.

use super::bits::{BitReader, BitWriter};
use super::postcode::UNITS;
use super::spot::Spot;

/// Words of 64 bits that hold one bit for each postcode of a sector.
const WORDS: usize = UNITS.div_ceil(64) as usize;

/// The box in which the middle of a sector lies, and the steps it is measured in.
const SOUTH: f32 = 49.0;
const NORTH: f32 = 61.0;
const WEST: f32 = -9.0;
const EAST: f32 = 3.0;
const STEPS: f32 = 65_535.0;

/// What is known of one sector.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    /// One bit for each existing postcode.
    units: [u64; WORDS],
    /// In order of the first unit of each.
    runs: Vec<Run>,
    /// The middle of the sector.
    pub(super) middle: Option<Spot>,
}

/// Neighbouring postcodes of one place, from a unit up to the next run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    from: u16,
    place: u16,
}

impl Block {
    /// A sector without postcodes.
    pub(super) fn empty(middle: Option<Spot>) -> Self {
        Self { units: [0; WORDS], runs: Vec::new(), middle }
    }

    /// Adds the next postcode; they come in order.
    pub(super) fn push(&mut self, unit: u16, place: u16) {
        self.set(unit);
        if self.runs.last().is_none_or(|last| last.place != place) {
            self.runs.push(Run { from: unit, place });
        }
    }

    /// The number of the place of a postcode, if the postcode exists.
    pub(super) fn place(&self, unit: u16) -> Option<u16> {
        if !self.has(unit) {
            return None;
        }
        let after = self.runs.partition_point(|run| run.from <= unit);
        Some(self.runs.get(after.checked_sub(1)?)?.place)
    }

    /// The places of the sector, one for each run.
    pub(super) fn places(&self) -> impl Iterator<Item = u16> {
        self.runs.iter().map(|run| run.place)
    }

    /// How many postcodes exist.
    pub(super) fn len(&self) -> u32 {
        self.units.iter().map(|word| word.count_ones()).sum()
    }

    fn set(&mut self, unit: u16) {
        if let Some(word) = self.units.get_mut(usize::from(unit / 64)) {
            *word |= 1 << (unit % 64);
        }
    }

    fn has(&self, unit: u16) -> bool {
        self.units.get(usize::from(unit / 64)).is_some_and(|word| word >> (unit % 64) & 1 == 1)
    }

    /// Writes the sector as `pack` describes it; a place takes `width` bits.
    pub(super) fn write(&self, writer: &mut BitWriter, width: u32) {
        writer.bits(u32::from(self.middle.is_some()), 1);
        if let Some(middle) = self.middle {
            writer.bits(step(middle.latitude, SOUTH, NORTH), 16);
            writer.bits(step(middle.longitude, WEST, EAST), 16);
        }

        let (mut exists, mut length) = (false, 1);
        for unit in 0..UNITS {
            if self.has(unit) != exists {
                writer.gamma(length);
                (exists, length) = (!exists, 0);
            }
            length += 1;
        }
        writer.gamma(length);

        for (at, run) in self.runs.iter().enumerate() {
            let end = self.runs.get(at + 1).map_or(UNITS, |next| next.from);
            writer.bits(u32::from(run.place), width);
            writer.gamma((run.from..end).map(|unit| u32::from(self.has(unit))).sum());
        }
    }

    /// Reads a sector whose places are numbered below `places`; `None` where the bits make no sense.
    pub(super) fn read(reader: &mut BitReader<'_>, width: u32, places: usize) -> Option<Self> {
        let mut block = Self::empty(None);
        if reader.bits(1)? == 1 {
            let latitude = degrees(reader.bits(16)?, SOUTH, NORTH);
            let longitude = degrees(reader.bits(16)?, WEST, EAST);
            block.middle = Some(Spot { latitude, longitude });
        }

        let (mut exists, mut unit, mut length) = (false, 0, reader.gamma()? - 1);
        loop {
            let end = u16::try_from(length).ok()?.checked_add(unit).filter(|end| *end <= UNITS)?;
            if exists {
                (unit..end).for_each(|unit| block.set(unit));
            }
            if end == UNITS {
                break;
            }
            (exists, unit, length) = (!exists, end, reader.gamma()?);
        }

        let mut left = block.len();
        let mut runs = Vec::with_capacity(1);
        let mut existing = (0..UNITS).filter(|unit| block.has(*unit));
        while left > 0 {
            let place = u16::try_from(reader.bits(width)?).ok().filter(|place| usize::from(*place) < places)?;
            runs.push(Run { from: existing.next()?, place });
            let length = reader.gamma()?;
            left = left.checked_sub(length)?;
            if left > 0 && length > 1 {
                existing.nth(length as usize - 2)?;
            }
        }
        drop(existing);
        block.runs = runs;
        Some(block)
    }
}

fn step(degrees: f32, from: f32, to: f32) -> u32 {
    ((degrees - from) / (to - from) * STEPS).round().clamp(0.0, STEPS) as u32
}

fn degrees(step: u32, from: f32, to: f32) -> f32 {
    from + step as f32 / STEPS * (to - from)
}
