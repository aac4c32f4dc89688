//! From metres on the national grid of Great Britain to latitude and longitude.
//!
//! The formulas and constants are those of Ordnance Survey's "Guide to coordinate systems in
//! Great Britain": the inverse transverse Mercator projection on the Airy 1830 ellipsoid, then the
//! seven-parameter shift to WGS84. Good to about five metres.

use offer::place::Spot;

/// The Airy 1830 ellipsoid: half axes in metres.
const AIRY: (f64, f64) = (6_377_563.396, 6_356_256.909);
/// The WGS84 ellipsoid.
const WGS84: (f64, f64) = (6_378_137.000, 6_356_752.314_2);
/// Scale on the central meridian.
const SCALE: f64 = 0.999_601_271_7;
/// The grid's true origin, in degrees, and its coordinates in metres.
const ORIGIN: (f64, f64) = (49.0, -2.0);
const FALSE_ORIGIN: (f64, f64) = (400_000.0, -100_000.0);

/// The point at so many metres east and north.
pub(crate) fn spot(east: f64, north: f64) -> Spot {
    let (latitude, longitude) = to_wgs84(airy(east, north));
    Spot { latitude: latitude.to_degrees() as f32, longitude: longitude.to_degrees() as f32 }
}

fn eccentricity_squared((a, b): (f64, f64)) -> f64 {
    1.0 - (b * b) / (a * a)
}

/// Latitude and longitude, in radians, on the Airy ellipsoid.
fn airy(east: f64, north: f64) -> (f64, f64) {
    let (a, b) = (AIRY.0 * SCALE, AIRY.1 * SCALE);
    let origin = ORIGIN.0.to_radians();
    let to_north = north - FALSE_ORIGIN.1;
    let mut latitude = origin + to_north / a;
    for _ in 0..12 {
        latitude += (to_north - meridian_arc(b, origin, latitude)) / a;
    }

    let e2 = eccentricity_squared(AIRY);
    let shrink = 1.0 - e2 * latitude.sin().powi(2);
    let nu = a / shrink.sqrt();
    let rho = a * (1.0 - e2) / shrink.powf(1.5);
    let eta2 = nu / rho - 1.0;
    let (tan, sec) = (latitude.tan(), 1.0 / latitude.cos());
    let (t2, t4, t6) = (tan.powi(2), tan.powi(4), tan.powi(6));
    let d = east - FALSE_ORIGIN.0;

    let seventh = tan / (2.0 * rho * nu);
    let eighth = tan / (24.0 * rho * nu.powi(3)) * (5.0 + 3.0 * t2 + eta2 - 9.0 * t2 * eta2);
    let ninth = tan / (720.0 * rho * nu.powi(5)) * (61.0 + 90.0 * t2 + 45.0 * t4);
    let tenth = sec / nu;
    let eleventh = sec / (6.0 * nu.powi(3)) * (nu / rho + 2.0 * t2);
    let twelfth = sec / (120.0 * nu.powi(5)) * (5.0 + 28.0 * t2 + 24.0 * t4);
    let last = sec / (5040.0 * nu.powi(7)) * (61.0 + 662.0 * t2 + 1320.0 * t4 + 720.0 * t6);

    (
        latitude - seventh * d.powi(2) + eighth * d.powi(4) - ninth * d.powi(6),
        ORIGIN.1.to_radians() + tenth * d - eleventh * d.powi(3) + twelfth * d.powi(5) - last * d.powi(7),
    )
}

/// The length of the meridian between two latitudes.
fn meridian_arc(b: f64, from: f64, to: f64) -> f64 {
    let n = (AIRY.0 - AIRY.1) / (AIRY.0 + AIRY.1);
    let (n2, n3) = (n * n, n * n * n);
    let (less, more) = (to - from, to + from);
    b * ((1.0 + n + 1.25 * n2 + 1.25 * n3) * less - (3.0 * n + 3.0 * n2 + 2.625 * n3) * less.sin() * more.cos()
        + (1.875 * n2 + 1.875 * n3) * (2.0 * less).sin() * (2.0 * more).cos()
        - 35.0 / 24.0 * n3 * (3.0 * less).sin() * (3.0 * more).cos())
}

/// From the Airy ellipsoid to WGS84.
fn to_wgs84((latitude, longitude): (f64, f64)) -> (f64, f64) {
    let nu = AIRY.0 / (1.0 - eccentricity_squared(AIRY) * latitude.sin().powi(2)).sqrt();
    let x = nu * latitude.cos() * longitude.cos();
    let y = nu * latitude.cos() * longitude.sin();
    let z = nu * (1.0 - eccentricity_squared(AIRY)) * latitude.sin();

    let second = |seconds: f64| (seconds / 3600.0).to_radians();
    let (rx, ry, rz) = (second(0.1502), second(0.2470), second(0.8421));
    let scale = 1.0 - 20.4894e-6;
    let (x, y, z) = (
        446.448 + scale * x - rz * y + ry * z,
        -125.157 + rz * x + scale * y - rx * z,
        542.060 - ry * x + rx * y + scale * z,
    );

    let e2 = eccentricity_squared(WGS84);
    let across = x.hypot(y);
    let mut latitude = z.atan2(across * (1.0 - e2));
    for _ in 0..6 {
        let nu = WGS84.0 / (1.0 - e2 * latitude.sin().powi(2)).sqrt();
        latitude = (z + e2 * nu * latitude.sin()).atan2(across);
    }
    (latitude, y.atan2(x))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_example_of_ordnance_survey() {
        let (latitude, longitude) = airy(651_409.903, 313_177.270);
        let degrees = |d: f64, m: f64, s: f64| d + m / 60.0 + s / 3600.0;
        assert!((latitude.to_degrees() - degrees(52.0, 39.0, 27.2531)).abs() < 1e-7);
        assert!((longitude.to_degrees() - degrees(1.0, 43.0, 4.5177)).abs() < 1e-7);
    }

    #[test]
    fn places_one_knows() {
        let near = |(east, north): (f64, f64), (latitude, longitude): (f32, f32)| {
            let spot = spot(east, north);
            assert!((spot.latitude - latitude).abs() < 2e-4 && (spot.longitude - longitude).abs() < 2e-4, "{spot:?}");
        };
        near((530_268.0, 179_545.0), (51.499_8, -0.124_6));
        near((651_409.9, 313_177.3), (52.657_98, 1.716_05));
    }
}
