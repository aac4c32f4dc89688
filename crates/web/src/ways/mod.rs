//! The ways in that are not the questions themselves: a child has just come, something has changed, the young
//! person's own pages, and two pages for arrangements that are easily called by the wrong name.
//!
//! The words are in `content/en/ways`. What a family answered is read from the same sealed cookie as everywhere.

mod arrived;
mod changed;
mod dates;
mod fostering;
mod line;
mod placed;
mod row;
mod standing;
mod words;
mod young;
mod young_help;

pub(crate) use standing::{Standing, council_placed, may_be_private_fostering};
pub(crate) use words::{Passage, Words};
pub(crate) use young::{AGES, Age};
pub(crate) use young_help::YoungHelp;

use crate::App;
use axum::Router;
use axum::routing::get;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/arrived", get(arrived::show).post(arrived::begin))
        .route("/arrived/now", get(arrived::now))
        .route("/changed", get(changed::list))
        .route("/changed/{what}", get(changed::show))
        .route("/young", get(young::show).post(young::begin))
        .route("/young/answer", get(young::answer))
        .route("/young/{age}", get(young::age))
        .route("/find/placed", get(placed::show))
        .route("/find/private-fostering", get(fostering::show))
}

#[cfg(test)]
mod tests {
    use super::{arrived, changed, fostering, placed, young};
    use std::path::Path;

    #[test]
    fn every_letter_a_way_leads_to_is_there() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/en/letters");
        let fixed = [&arrived::LETTERS[..], &fostering::LETTERS, &placed::LETTERS, &young::LETTERS];
        let changes = changed::CHANGES.iter().map(|change| change.letters);
        for id in fixed.into_iter().chain(changes).flatten() {
            assert!(folder.join(format!("{id}.md")).exists(), "there is no letter {id}");
        }
    }
}
