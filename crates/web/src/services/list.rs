//! The shortlist by itself, to print or to read out on the telephone.

use super::ask::Ask;
use super::family::Family;
use super::hit::HitView;
use super::page::kept;
use crate::App;
use crate::find::{Fields, Session};
use crate::ui::shell::Part;
use crate::ui::{Shell, page, show};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

#[derive(Template)]
#[template(path = "services/list.html")]
struct ListPage {
    shell: Shell,
    kept: Vec<HitView>,
    today: String,
}

/// `POST /services/list`
pub(super) async fn show(State(app): State<App>, session: Session, fields: Fields) -> Response {
    let published = app.published();
    let search = published.search().await;
    let ask = Ask::read(&app, search, &fields);
    let family = Family::of(&app, &session, &ask);
    let page = ListPage {
        shell: Shell::new("Your list", Part::Find),
        kept: kept(&app, search, &family, &ask),
        today: show::date(app.today().date),
    };
    session.keep(&app, page::ok(&page))
}

/// `GET /services/list`: a list lives in the page that made it, so an old address leads back there.
pub(super) async fn back() -> Response {
    Redirect::to("/services").into_response()
}
