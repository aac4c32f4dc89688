//! The public site: a kinship carer goes from a postcode to a cited answer, on pages rendered here.
//!
//! Every page is a struct, a template and a handler that stand together under one name. What a carer
//! answers lives only in one sealed cookie in their own browser: see [`find`].
#![forbid(unsafe_code)]

pub mod account;
mod app;
mod cases;
mod clock;
pub mod council;
mod daily;
mod data;
mod design;
mod easy;
pub mod families;
pub mod find;
mod keeper;
mod language;
pub mod law_pages;
pub mod letters;
mod outreach;
mod pdf;
mod publish;
mod published;
mod reminding;
mod routes;
mod safety;
pub mod services;
mod still;
mod ui;
mod ways;
pub mod words;

pub use app::{App, AppError};
pub use cases::Caseload;
pub use clock::Clock;
pub use keeper::{ActError, Doing, Keeper};
pub use outreach::Boards;
pub use pdf::{Pdf, PdfError};
pub use published::Published;
pub use routes::{Needs, Route, Who, routes};
pub use still::{Files, StillError, still};

use axum::Router;
use axum::middleware::from_fn;
// Templates say their words by these.
use language::{Piece, english_marks, in_english, say, say_with, typed_marks};

/// The whole site, ready to be served.
pub fn router(app: App) -> Router {
    let public = Router::new()
        .merge(council::routes())
        .merge(law_pages::routes())
        .merge(words::routes())
        .merge(easy::routes())
        .merge(design::routes())
        .merge(data::pages())
        .merge(ui::assets::routes())
        .layer(from_fn(ui::layers::keep))
        .layer(ui::layers::squeeze());
    let data = data::routes().layer(ui::layers::squeeze());
    let answers = find::routes().merge(letters::routes()).merge(ways::routes());
    let pages = public.merge(data).merge(answers).merge(families::routes()).merge(services::routes());
    let pages = pages.merge(council::said()).merge(account::routes()).merge(publish::routes());
    let pages = pages.merge(cases::routes()).merge(outreach::routes());
    language::routes(ui::layers::wrap(pages, &app).with_state(app.clone()), &app)
}
