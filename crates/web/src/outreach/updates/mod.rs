//! Updates by email: asking for them, changing and ending them without an account, what is written when an edition changes
//! something, news that a host writes, and the same as feeds.
//!
//! Nobody signs in for updates. A person's own link, which only their mail holds, opens their choice; it stands in addresses,
//! which are never logged, and what it opens shows no address. No picture counts who reads, and no link leads through us.

mod changes;
mod choices;
mod desk;
mod feed;
mod letter;
mod mine;
mod notify;
mod sign_up;
mod telling;

use crate::App;
use crate::ui::layers;
use axum::Router;
use axum::middleware::from_fn;
use axum::routing::{get, post};

pub(super) fn routes() -> Router<App> {
    let feeds = Router::new().route("/updates/feed/{file}", get(feed::show));
    let feeds = feeds.layer(from_fn(layers::keep)).layer(layers::squeeze());
    Router::new()
        .route("/updates", get(sign_up::show).post(sign_up::take))
        .route("/updates/confirm/{token}", get(mine::ask).post(mine::confirm))
        .route("/updates/mine/{token}", get(mine::show).post(mine::change))
        .route("/updates/stop/{token}", get(mine::leave).post(mine::stop))
        .route("/updates/notify", post(notify::take))
        .route("/hosts/{slug}/updates", get(desk::show).post(desk::act))
        .merge(feeds)
}
