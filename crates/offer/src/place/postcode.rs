//! A postcode, read as people write it: any case, with or without a space.
//!
//! Only the shape is checked here. Whether a postcode exists is for [`Places::find`] to say.
//!
//! [`Places::find`]: super::Places::find

use std::fmt;
use std::str::FromStr;

use super::PlaceError;
use super::typed::Typed;

/// The letters of the second half. Royal Mail also leaves out V, but the directory holds one
/// long-dead Newport postcode with it, and the index is to be exact.
const UNIT_LETTERS: &[u8; 21] = b"ABDEFGHJLNPQRSTUVWXYZ";

/// How many postcodes one sector can hold.
pub(super) const UNITS: u16 = 21 * 21;

/// Characters of the first half, in order of their number: a gap, digits, letters.
const OUTER: &[u8; 37] = b" 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The first half and the digit after the space: `SW1A 1`. Some 3,000 addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sector(pub(super) u32);

/// A postcode of the right shape, existing or not.
///
/// In England some fifteen households share one, so it is personal: `Debug`, which ends up in
/// logs, shows the first half only. `Display` shows all of it.
///
/// ```
/// use offer::place::Postcode;
/// let postcode: Postcode = " sw1a1aa".parse()?;
/// assert_eq!(postcode.to_string(), "SW1A 1AA");
/// assert_eq!(format!("{postcode:?}"), "Postcode(SW1A …)");
/// assert!("SW1A 1CC".parse::<Postcode>().is_err(), "C never stands in the second half");
/// # Ok::<(), offer::place::PlaceError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode {
    pub(super) sector: Sector,
    pub(super) unit: u16,
}

impl Postcode {
    /// The first postcode that stands in a text, such as a line of address.
    ///
    /// ```
    /// use offer::place::Postcode;
    /// let found = Postcode::in_text("Civic Centre, Regent Street, NE8 1HH");
    /// assert_eq!(found.map(|code| code.to_string()), Some("NE8 1HH".to_owned()));
    /// ```
    pub fn in_text(text: &str) -> Option<Postcode> {
        let words: Vec<&str> = text.split(|letter: char| !letter.is_ascii_alphanumeric()).collect();
        // Only what looks like a postcode is read as one: a wrong one costs much, because its slips are looked for.
        let like = |pair: &&[&str]| {
            pair.last().is_some_and(|end| end.len() == 3 && end.starts_with(|one: char| one.is_ascii_digit()))
        };
        words.windows(2).filter(like).find_map(|pair| pair.concat().parse().ok())
    }

    /// The first half, `SW1A`.
    #[must_use]
    pub fn outer(self) -> String {
        self.sector.outer().map(char::from).into_iter().filter(|c| *c != ' ').collect()
    }

    /// The sector it is in.
    #[must_use]
    pub fn sector(self) -> Sector {
        self.sector
    }

    /// Whether the postcode belongs to a postcode area: `BN` for `BN3 1AA`, but not `B`.
    #[must_use]
    pub fn in_area(self, area: &str) -> bool {
        self.sector.outer().iter().take_while(|c| c.is_ascii_alphabetic()).eq(area.as_bytes())
    }
}

impl Sector {
    /// Every postcode it could hold, in order. Most sectors hold half of them.
    pub fn postcodes(self) -> impl Iterator<Item = Postcode> {
        (0..UNITS).map(move |unit| Postcode { sector: self, unit })
    }

    /// The first half as four characters, filled up with spaces.
    fn outer(self) -> [u8; 4] {
        let mut rest = self.0 / 10;
        let mut outer = [b' '; 4];
        for place in outer.iter_mut().rev() {
            *place = OUTER[rest as usize % OUTER.len()];
            rest /= 37;
        }
        outer
    }

    /// One past the largest number a sector can have.
    pub(super) const END: u32 = 37 * 37 * 37 * 37 * 10;
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = |place: u16| char::from(UNIT_LETTERS[usize::from(place) % UNIT_LETTERS.len()]);
        write!(f, "{} {}{}{}", self.outer(), self.sector.0 % 10, letter(self.unit / 21), letter(self.unit % 21))
    }
}

impl fmt::Debug for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Postcode({} …)", self.outer())
    }
}

impl FromStr for Postcode {
    type Err = PlaceError;

    fn from_str(text: &str) -> Result<Self, PlaceError> {
        let typed = Typed::read(text)?;
        read(typed.as_bytes()).ok_or_else(|| match typed.as_bytes() {
            half if shape_of_outer(half) => PlaceError::HalfOnly,
            _ => PlaceError::Malformed { suggestion: typed.slips().first().copied() },
        })
    }
}

/// Reads upper case letters and digits without a gap.
pub(super) fn read(bytes: &[u8]) -> Option<Postcode> {
    let (outer, [digit, first, second]) = bytes.split_last_chunk::<3>()?;
    if !shape_of_outer(outer) || !digit.is_ascii_digit() {
        return None;
    }
    let letter = |wanted: &u8| UNIT_LETTERS.iter().position(|letter| letter == wanted);
    let unit = letter(first)? * UNIT_LETTERS.len() + letter(second)?;
    let mut sector = 0;
    for place in 0..4 {
        sector = sector * 37 + number(outer.get(place).copied().unwrap_or(b' '));
    }
    let sector = Sector(sector * 10 + u32::from(digit - b'0'));
    Some(Postcode { sector, unit: u16::try_from(unit).ok()? })
}

/// The place of a character in [`OUTER`].
fn number(byte: u8) -> u32 {
    u32::from(match byte {
        b'0'..=b'9' => byte - b'0' + 1,
        b'A'..=b'Z' => byte - b'A' + 11,
        _ => 0,
    })
}

/// Whether letters and digits follow each other as in the first half of a postcode.
/// `GIR` was the Girobank's and `NPT` Newport's.
fn shape_of_outer(outer: &[u8]) -> bool {
    let letters = outer.iter().take_while(|c| c.is_ascii_alphabetic()).count();
    let after = &outer[letters..];
    match (letters, after) {
        (1 | 2, [a]) => a.is_ascii_digit(),
        (1 | 2, [a, b]) => a.is_ascii_digit() && b.is_ascii_alphanumeric(),
        (3, []) => outer == b"GIR" || outer == b"NPT",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(typed: &str, expected: Result<&str, PlaceError>) {
        let read = typed.parse::<Postcode>();
        assert_eq!(read.map(|p| p.to_string()), expected.map(str::to_owned), "{typed}");
    }

    #[test]
    fn every_shape() {
        for whole in ["M1 1AA", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB", "GIR 0AA", "NPT 0VA"] {
            check(whole, Ok(whole));
            check(&whole.to_lowercase().replace(' ', ""), Ok(whole));
        }
        check("  ec1a-1bb. ", Ok("EC1A 1BB"));
        check("E C 1 A 1 B B", Ok("EC1A 1BB"));
        check("ec1a\u{a0}1bb", Ok("EC1A 1BB"));
    }

    #[test]
    fn what_is_no_postcode() {
        let malformed = || Err(PlaceError::Malformed { suggestion: None });
        for nothing in ["", "   ", "-"] {
            check(nothing, Err(PlaceError::Empty));
        }
        for half in ["SE5", "sw1a", "M1", "gir"] {
            check(half, Err(PlaceError::HalfOnly));
        }
        for wrong in ["Peckham", "12345", "SE5 8U", "SE5 8UBB", "AAA 1AA", "XX", "SW1A 1CA", "SE5 8ÜB", "ſE5 8UB", "🏠"]
        {
            check(wrong, malformed());
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in ".{0,12}") {
            let _ = text.parse::<Postcode>();
        }

        #[test]
        fn a_postcode_survives_being_written(text in "[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][ABD-HJLNP-UW-Z]{2}") {
            let postcode: Postcode = text.parse()?;
            prop_assert_eq!(postcode.to_string(), text.clone());
            prop_assert_eq!(text.replace(' ', "").to_lowercase().parse::<Postcode>()?, postcode);
            prop_assert_eq!(postcode.sector().postcodes().nth(usize::from(postcode.unit)), Some(postcode));
            prop_assert!(postcode.sector.0 < Sector::END);
        }

        #[test]
        fn order_is_that_of_the_alphabet_within_a_sector(a in "[ABD-HJLNP-UW-Z]{2}", b in "[ABD-HJLNP-UW-Z]{2}") {
            let of = |unit: &str| format!("SE5 8{unit}").parse::<Postcode>();
            prop_assert_eq!(of(&a)?.cmp(&of(&b)?), a.cmp(&b));
        }
    }
}
