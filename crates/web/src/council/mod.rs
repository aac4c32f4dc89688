//! Councils: the list of all of them, and a page for each.

mod linked;
mod list;
mod offer;
mod page;
mod remark;
mod say;
mod service;
#[cfg(test)]
mod tests;
mod who;

pub(crate) use say::Stating;
pub(crate) use who::ContactView;

use crate::App;
use axum::Router;
use axum::routing::get;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/councils", get(list::show)).route("/council/{slug}", get(page::show))
}
