//! Councils: the list of all of them, and a page for each.

mod checks;
mod editions;
pub(crate) mod feedback;
mod linked;
mod list;
mod named;
mod offer;
mod pack;
mod page;
mod past;
mod proof;
mod remark;
mod reports;
mod say;
mod service;
#[cfg(test)]
mod tests;
pub(crate) mod when;
mod who;
mod young;

pub(crate) use checks::{LAYERS, tag};
pub(crate) use pack::Packs;
pub(crate) use past::Past;
pub(crate) use reports::Reports;
pub(crate) use say::{Stating, left_amount, left_services};
pub(crate) use service::{LineView, lines};
pub(crate) use who::ContactView;

use self::offer::{Banner, OfferPage};
use crate::App;
use crate::language::say;
use ::offer::Offer;
use axum::Router;
use axum::response::Response;
use axum::routing::get;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/councils", get(list::show))
        .route("/council/{slug}", get(page::show))
        .route("/council/{slug}/young", get(young::show))
        .route("/council/{slug}/young/{age}", get(young::age))
        .route("/council/{slug}/pack/{file}", get(pack::show))
        .route("/council/{slug}/calendar.ics", get(when::whole))
        .route("/council/{slug}/service/{file}", get(when::service))
        .route("/council/{slug}/checks", get(checks::show))
        .route("/council/{slug}/checks.json", get(checks::data))
        .route("/council/{slug}/offer/{date}", get(editions::on))
        .route("/council/{slug}/offer/{date}/{proof}", get(proof::show))
        .route("/council/{slug}/editions", get(editions::list))
        .route("/council/{slug}/editions/{number}", get(editions::one))
        .route("/council/{slug}/editions/{number}/changes", get(editions::changes))
        .route("/council/{slug}/editions/{number}/changes.json", get(editions::changes_data))
}

/// The pages that are made from every offer, for the map of the site: for children, for schools, for surgeries.
pub(crate) fn beside(slug: &str) -> Vec<String> {
    let ages = crate::ways::AGES.iter().map(|age| format!("/young/{}", age.slug));
    let pages = ["/young", "/pack/school", "/pack/gp"].map(str::to_owned).into_iter().chain(ages);
    pages.map(|page| format!("/council/{slug}{page}")).collect()
}

/// What readers say: a page that holds a form, and is kept by nobody.
pub(crate) fn said() -> Router<App> {
    Router::new().route("/council/{slug}/feedback", get(feedback::show).post(feedback::take))
}

/// The page of an offer that is still being written.
pub(crate) fn draft(app: &App, offer: &Offer) -> Response {
    let banner = Banner {
        title: say("offer-draft"),
        words: say("offer-draft-unseen"),
        links: vec![(format!("/publish/{}", offer.slug()), say("offer-draft-back"))],
    };
    let day = app.today();
    crate::ui::page::ok(&OfferPage::new(offer, &day, &offer.check(&day), Some(banner)))
}

/// How an offer that is still being written stands.
pub(crate) fn draft_checks(app: &App, offer: &Offer) -> Response {
    checks::draft(offer, &offer.check(&app.today()))
}
