//! Where a council writes, consults on, approves and publishes its offer. Every page takes a seat at the council's desk
//! first, which asks whether this person may do this here.

mod changes;
mod choose;
mod consultation;
mod edition;
mod feedback;
mod fields;
mod home;
mod import;
mod labels;
mod people;
mod preview;
mod record;
mod rule;
mod steps;

use crate::App;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;

pub(crate) use changes::{ChangeView, views as change_views};
pub(crate) use edition::{approval_words, kind_words};
pub(crate) use labels::Labels;

/// The longest form: one record.
const LONGEST_FORM: usize = 256 * 1024;
/// The longest of all: a whole offer brought in as one text.
const LONGEST_TEXT: usize = 4 * 1024 * 1024;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/publish", get(choose::show).post(choose::begin))
        .route("/publish/{slug}", get(home::show))
        .route("/publish/{slug}/new/{kind}", get(record::new).post(record::create))
        .route("/publish/{slug}/record/{kind}/{id}", get(record::show).post(record::take))
        .route("/publish/{slug}/rule/{kind}/{id}", get(rule::show).post(rule::take))
        .route("/publish/{slug}/changes", get(changes::show))
        .route("/publish/{slug}/checks", get(preview::checks))
        .route("/publish/{slug}/preview", get(preview::show))
        .route("/publish/{slug}/consultation", get(consultation::show).post(consultation::take))
        .route("/publish/{slug}/editions", get(edition::show).post(edition::take))
        .route("/publish/{slug}/feedback", get(feedback::show).post(feedback::take))
        .route("/publish/{slug}/families", get(steps::show).post(steps::take))
        .route(
            "/publish/{slug}/import",
            get(import::show).post(import::take).layer(DefaultBodyLimit::max(LONGEST_TEXT)),
        )
        .route("/publish/{slug}/offer.law", get(import::export))
        .route("/publish/{slug}/services.csv", get(import::table))
        .layer(DefaultBodyLimit::max(LONGEST_FORM))
}
