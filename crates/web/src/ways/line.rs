//! The supports a way is most about, as they stand now for this family.

use crate::find::{Band, Line, Picture};

/// The lines of some supports: what can be relied on first, what does not fit last.
pub(super) fn of<'a>(picture: &'a Picture, supports: &[&str]) -> Vec<Line<'a>> {
    let places = supports.iter().filter_map(|id| picture.day.law.support_place(id));
    let mut lines: Vec<Line> = places.map(|place| Line::of(picture, picture.findings.of(place))).collect();
    lines.sort_by_key(|line| line.band);
    lines
}

/// The first few things to ask for, rights before powers.
pub(super) fn first(picture: &Picture, many: usize) -> Vec<Line<'_>> {
    let mut lines = Line::all(picture);
    lines.retain(|line| line.ask.is_some() && matches!(line.band, Band::Right | Band::May));
    lines.sort_by_key(|line| line.band);
    lines.truncate(many);
    lines
}
