//! What somebody typed for a postcode, and what they may have meant.

use super::PlaceError;
use super::postcode::{Postcode, read};

/// The longest postcode without its space.
const LONGEST: usize = 7;

/// What was typed: upper case, without spaces and hyphens, no longer than a postcode.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Typed {
    /// Reads the letters and digits of a text that could be a postcode.
    pub(super) fn read(text: &str) -> Result<Self, PlaceError> {
        let mut typed = Self { bytes: [0; LONGEST], len: 0 };
        for c in text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '.')) {
            match (u8::try_from(c.to_ascii_uppercase()), typed.bytes.get_mut(typed.len)) {
                (Ok(byte), Some(free)) if byte.is_ascii_alphanumeric() => *free = byte,
                _ => return Err(PlaceError::Malformed { suggestion: None }),
            }
            typed.len += 1;
        }
        if typed.len == 0 { Err(PlaceError::Empty) } else { Ok(typed) }
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    /// Postcodes that were perhaps meant: O for 0, I or L for 1, and the other way round.
    /// Fewest changes first.
    pub(super) fn slips(&self) -> Vec<Postcode> {
        let mut meant: Vec<(u32, Postcode)> = (1_u32..1 << self.len)
            .filter_map(|changes| {
                let mut bytes = self.bytes;
                for place in (0..self.len).filter(|place| changes >> place & 1 == 1) {
                    bytes[place] = other_reading(bytes[place])?;
                }
                Some((changes.count_ones(), read(&bytes[..self.len])?))
            })
            .collect();
        meant.sort_by_key(|(changes, _)| *changes);
        meant.into_iter().map(|(_, postcode)| postcode).collect()
    }
}

/// The character that looks like this one.
fn other_reading(byte: u8) -> Option<u8> {
    match byte {
        b'O' => Some(b'0'),
        b'0' => Some(b'O'),
        b'I' | b'L' => Some(b'1'),
        b'1' => Some(b'I'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_finger_are_understood() {
        for (typed, meant) in [
            ("SE5 OUB", "SE5 0UB"),
            ("SEI 8UB", "SE1 8UB"),
            ("SEl0 8UB", "SE10 8UB"),
            ("0X1 1DP", "OX1 1DP"),
            ("1G1 1AA", "IG1 1AA"),
            ("W1A IHQ", "W1A 1HQ"),
        ] {
            let error = typed.parse::<Postcode>().map_err(|error| error.hint());
            assert_eq!(error, Err(format!("Did you mean {meant}?")), "{typed}");
        }
    }
}
