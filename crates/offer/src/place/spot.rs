//! A point on the ground and the distance between two, good enough to say "about 3 miles away".

use std::fmt;

/// A point, in degrees (WGS84). For a postcode it is the middle of its sector, never a home.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// Degrees north of the equator.
    pub latitude: f32,
    /// Degrees east of Greenwich.
    pub longitude: f32,
}

/// A distance as the crow flies.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Miles(pub f32);

impl Spot {
    /// The distance to another point over a round earth; the error is below half a per cent.
    ///
    /// ```
    /// use offer::place::Spot;
    /// let gateshead = Spot { latitude: 54.962, longitude: -1.602 };
    /// let southwark = Spot { latitude: 51.503, longitude: -0.080 };
    /// assert_eq!(gateshead.miles_to(southwark).to_string(), "about 247 miles");
    /// ```
    #[must_use]
    pub fn miles_to(self, other: Spot) -> Miles {
        const EARTH_RADIUS_MILES: f64 = 3958.8;
        let radians = |degrees: f32| f64::from(degrees).to_radians();
        let (from, to) = (radians(self.latitude), radians(other.latitude));
        let north = (to - from) / 2.0;
        let east = (radians(other.longitude) - radians(self.longitude)) / 2.0;
        let half_chord = north.sin().powi(2) + from.cos() * to.cos() * east.sin().powi(2);
        let miles = 2.0 * EARTH_RADIUS_MILES * half_chord.sqrt().min(1.0).asin();
        Miles(miles as f32)
    }
}

impl fmt::Display for Miles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.round() {
            whole if whole < 1.0 => f.write_str("less than a mile"),
            1.0 => f.write_str("about a mile"),
            whole => write!(f, "about {whole} miles"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_read_well() {
        let home = Spot { latitude: 52.0, longitude: -1.0 };
        let north = |degrees: f32| Spot { latitude: 52.0 + degrees, longitude: -1.0 };
        for (degrees, words) in [(0.0, "less than a mile"), (0.015, "about a mile"), (0.1, "about 7 miles")] {
            assert_eq!(home.miles_to(north(degrees)).to_string(), words);
        }
    }
}
