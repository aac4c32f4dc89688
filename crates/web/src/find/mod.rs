//! Finding support: from a postcode, by plain questions, to an answer with reasons.
//!
//! What a carer answers is held nowhere but in one sealed cookie in their own browser ([`Sealer`]). Every answer is
//! a POST that redirects to a clean address, so back, reload and a second tab work without script.

mod answers;
mod asking;
mod clock;
mod dates;
mod detail;
mod exit;
mod field;
mod form;
mod lines;
mod local;
mod money;
mod orders;
mod pack;
mod question;
mod result;
mod seal;
mod session;
mod sheet;
mod start;
mod then;
pub(crate) mod told;
mod way;
mod whatif;

pub(crate) use clock::{ClockView, Day as ClockDay};
pub(crate) use dates::{Bar, DateLine, Timeline};
pub(crate) use field::{Field, Item, answer_said, answer_words};
pub(crate) use form::{Fields, Wrong, date_of};
pub(crate) use lines::{Band, Line, Missing, Worth, missing};
pub(crate) use money::SumLine;
pub(crate) use question::asked;
pub(crate) use result::arrangement;
pub(crate) use seal::{Purpose, Sealer};
pub(crate) use session::{Picture, Session, wipe};
pub(crate) use sheet::{Office, Offices, ink, whole_answer};
pub(crate) use way::{Openings, Way};

use crate::App;
use axum::Router;
use axum::routing::get;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/", get(start::show).post(start::take))
        .route("/find/council", get(start::council).post(start::take_council))
        .route("/find/elsewhere", get(start::elsewhere))
        .route("/find/question", get(question::next).post(question::take))
        .route("/find/question/{fact}", get(question::one))
        .route("/find/more", get(question::more))
        .route("/find/answers", get(answers::show))
        .route("/find/clear", get(answers::lead_back).post(answers::clear))
        .route("/find/answer", get(result::show))
        .route("/find/answer/{support}", get(detail::show))
        .route("/find/what-if", get(whatif::show).post(whatif::take))
        .route("/find/what-if/{fact}", get(whatif::one))
        .route("/find/orders", get(orders::show))
        .route("/find/dates", get(dates::show))
        .route("/find/dates.ics", get(dates::calendar))
        .route("/find/money", get(money::show))
        .route("/find/sheet/{kind}", get(sheet::show))
        .route("/find/exit", get(exit::leave).post(exit::leave))
}
