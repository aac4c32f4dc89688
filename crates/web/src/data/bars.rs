//! Bars that show how many councils say what: the shape, its words and its numbers.

use crate::language::{Said, say};

/// A part of a bar.
pub(super) struct Bar {
    /// The colour, by its name.
    pub key: &'static str,
    pub words: Said,
    pub count: usize,
    /// Where it begins and how wide it is, in hundredths of the bar.
    pub from: String,
    pub wide: String,
}

/// The parts of a bar that are not empty, each with its count; of each, the colour and the key of its words.
pub(super) fn bars<const N: usize>(parts: [(&'static str, &'static str); N], counts: [usize; N]) -> Vec<Bar> {
    let total = counts.iter().sum::<usize>().max(1) as f64;
    let mut from = 0.0;
    let mut list = Vec::new();
    for ((key, words), count) in parts.into_iter().zip(counts).filter(|(_, count)| *count > 0) {
        let wide = count as f64 * 100.0 / total;
        list.push(Bar { key, words: say(words), count, from: format!("{from:.2}"), wide: format!("{wide:.2}") });
        from += wide;
    }
    list
}
