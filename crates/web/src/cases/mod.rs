//! The cases of families: who works on them sees what is due, one page for each case, and one small form for each act.

mod act;
mod ask;
mod caseload;
mod chart;
mod chronology;
pub(crate) mod code;
mod colleagues;
mod complaints;
mod desk;
mod docket;
mod field;
mod home;
mod invitation;
mod keeping;
mod let_in;
mod letter;
mod network;
mod notice;
mod open;
mod overview;
mod paper;
mod retention;
mod return_file;
mod returns;
mod seen;
mod sent;
mod sums;
mod table;
mod track;

use crate::App;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

pub use caseload::Caseload;
pub(crate) use colleagues::Colleagues;
pub(crate) use field::{FieldView, OptionView, Shape};
pub(crate) use track::{closing, forget};

/// The longest form: an assessment with all its rows.
const LONGEST_FORM: usize = 512 * 1024;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/cases", get(docket::choose))
        .route("/cases/acts", get(table::show))
        .route("/cases/{slug}", get(docket::show).post(docket::find))
        .route("/cases/{slug}/overview", get(overview::show))
        .route("/cases/{slug}/returns", get(returns::show))
        .route("/cases/{slug}/returns/{year}/{file}", get(return_file::file))
        .route("/cases/{slug}/retention", get(retention::show))
        .route("/cases/{slug}/complaints", get(complaints::show))
        .route("/cases/{slug}/complaints/{file}", get(complaints::file))
        .route("/cases/{slug}/sums", get(sums::show))
        .route("/cases/{slug}/seen", get(seen::show))
        .route("/account/installation", get(seen::installation))
        .route("/cases/{slug}/new", get(open::show).post(open::take))
        .route("/cases/{slug}/let-in/{case}", get(let_in::show).post(let_in::take))
        .route("/cases/{slug}/case/{case}", get(home::show))
        .route("/cases/{slug}/case/{case}/do/{act}", get(act::show).post(act::take))
        .route("/cases/{slug}/case/{case}/letter/{file}", get(letter::show))
        .route("/cases/{slug}/case/{case}/paper/{file}", get(paper::show))
        .route("/cases/{slug}/case/{case}/chronology", get(chronology::show))
        .route("/cases/{slug}/case/{case}/chronology/{file}", get(chronology::file))
        .route("/ask/{slug}", get(ask::show).post(ask::take))
        .route("/track", get(track::show).post(track::take))
        .route("/track/case", get(track::case))
        .route("/track/do/{act}", get(track::form).post(track::act))
        .route("/track/case/letter/{file}", get(track::read))
        .route("/track/case/paper/{file}", get(paper::read))
        .route("/track/leave", post(track::leave))
        .layer(DefaultBodyLimit::max(LONGEST_FORM))
}
