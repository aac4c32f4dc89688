//! Reading and writing numbers bit by bit: the alphabet of the packed postcode index.
//!
//! Small numbers are common there, so they are written in Elias gamma: as many noughts as the
//! number has digits after its first, then the number itself in binary (1 = `1`, 2 = `010`,
//! 5 = `00101`).

/// Collects bits, first bit highest in the first byte.
#[derive(Debug, Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    used: u8,
}

impl BitWriter {
    /// Writes the lowest `width` bits of `value`, highest first.
    pub(super) fn bits(&mut self, value: u32, width: u32) {
        for place in (0..width).rev() {
            if self.used == 0 {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= u8::from(value >> place & 1 == 1) << (7 - self.used);
            }
            self.used = (self.used + 1) % 8;
        }
    }

    /// Writes a number of at least 1; nought cannot be written and counts as 1.
    pub(super) fn gamma(&mut self, value: u32) {
        let width = 32 - value.max(1).leading_zeros();
        self.bits(0, width - 1);
        self.bits(value.max(1), width);
    }

    /// All that was written, the last byte filled up with noughts.
    pub(super) fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// Takes bits from a slice; every read says `None` where the slice has ended.
#[derive(Debug)]
pub(super) struct BitReader<'a> {
    bytes: &'a [u8],
    /// The next bits, the first one highest, and how many of them there are.
    window: u64,
    filled: u32,
}

impl<'a> BitReader<'a> {
    /// Starts at the first bit.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, window: 0, filled: 0 }
    }

    /// Reads up to 32 bits, highest first.
    pub(super) fn bits(&mut self, width: u32) -> Option<u32> {
        self.fill();
        self.filled = self.filled.checked_sub(width)?;
        let value = self.window.checked_shr(64 - width).unwrap_or(0);
        self.window <<= width;
        u32::try_from(value).ok()
    }

    /// Reads a number written by [`BitWriter::gamma`].
    pub(super) fn gamma(&mut self) -> Option<u32> {
        self.fill();
        let more = self.window.leading_zeros();
        if more >= self.filled.min(32) {
            return None;
        }
        self.bits(more)?;
        self.bits(more + 1)
    }

    fn fill(&mut self) {
        while let (true, [first, rest @ ..]) = (self.filled <= 56, self.bytes) {
            self.window |= u64::from(*first) << (56 - self.filled);
            self.filled += 8;
            self.bytes = rest;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn gamma_is_what_the_books_say() {
        let mut writer = BitWriter::default();
        writer.gamma(1);
        writer.gamma(2);
        writer.gamma(5);
        assert_eq!(writer.finish(), [0b1010_0010, 0b1000_0000]);
    }

    #[test]
    fn a_short_slice_ends_the_reading() {
        assert_eq!(BitReader::new(&[0]).gamma(), None);
        assert_eq!(BitReader::new(&[0; 9]).gamma(), None);
        assert_eq!(BitReader::new(&[]).bits(1), None);
        assert_eq!(BitReader::new(&[]).bits(0), Some(0));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(numbers in prop::collection::vec((1u32.., 0u32..1 << 9), 0..50)) {
            let mut writer = BitWriter::default();
            for (large, small) in &numbers {
                writer.gamma(*large);
                writer.bits(*small, 9);
            }
            let bytes = writer.finish();
            let mut reader = BitReader::new(&bytes);
            for (large, small) in numbers {
                prop_assert_eq!(reader.gamma(), Some(large));
                prop_assert_eq!(reader.bits(9), Some(small));
            }
        }

        #[test]
        fn any_bytes_can_be_read(bytes in prop::collection::vec(any::<u8>(), 0..50)) {
            let mut reader = BitReader::new(&bytes);
            while reader.gamma().is_some() {}
        }
    }
}
