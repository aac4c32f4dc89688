//! Medians of many repeats: the cores are shared, so a mean or a minimum would measure the neighbours.

use cpu_time::ThreadTime;
use std::hint::black_box;
use std::time::Instant;

/// The median time of one call in nanoseconds, over `samples` samples of `batch` short calls each.
pub fn median_ns<T>(samples: usize, batch: usize, mut call: impl FnMut() -> T) -> f64 {
    let mut times: Vec<f64> = (0..samples)
        .map(|_| {
            let start = Instant::now();
            for _ in 0..batch {
                black_box(call());
            }
            start.elapsed().as_nanos() as f64 / batch as f64
        })
        .collect();
    quantile(&mut times, 0.5)
}

/// The median processor time of one long call in nanoseconds.
///
/// By the clock on the wall a call of many milliseconds would also count what neighbours did meanwhile, and
/// the longer it is the more of that.
pub fn median_cpu_ns<T>(samples: usize, mut call: impl FnMut() -> T) -> f64 {
    let mut times: Vec<f64> = (0..samples)
        .map(|_| {
            let start = ThreadTime::now();
            black_box(call());
            start.elapsed().as_nanos() as f64
        })
        .collect();
    quantile(&mut times, 0.5)
}

/// The value that this share of values lies below.
pub fn quantile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    values[((values.len() - 1) as f64 * share).round() as usize]
}
