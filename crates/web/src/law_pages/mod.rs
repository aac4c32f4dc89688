//! The law as pages and as data: every support, provision, clock, rate, fact, duty and story at an address of its own.
//!
//! Each page about one thing is also JSON, at the same address with `.json` at the end.

mod clock;
mod duty;
mod fact;
mod instrument;
mod overview;
mod period;
mod rate;
mod rule;
mod story;
mod support;

use crate::App;
use axum::Router;
use axum::routing::get;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/law", get(overview::show))
        .route("/law.json", get(overview::json))
        .route("/law/support/{id}", get(support::show))
        .route("/law/provision/{instrument}/{number}", get(instrument::provision))
        .route("/law/instrument/{id}", get(instrument::show))
        .route("/law/instruments", get(instrument::list))
        .route("/law/clocks", get(clock::list))
        .route("/law/clock/{id}", get(clock::show))
        .route("/law/rates", get(rate::list))
        .route("/law/rate/{id}", get(rate::show))
        .route("/law/facts", get(fact::list))
        .route("/law/offer-duties", get(duty::list))
        .route("/law/stories", get(story::list))
        .route("/law/story/{id}", get(story::show))
}
