//! The table of who may do what, printed.

use super::role::{Deed, Reach, Role};
use crate::language::{Said, say};
use crate::ui::shell::Part;
use crate::ui::{Shell, page};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "account/roles.html")]
struct RolesPage {
    shell: Shell,
    roles: [Role; 13],
    rows: Vec<(Said, Vec<Said>)>,
}

/// `/account/roles`.
pub(super) async fn show() -> Response {
    let cell = |role: &Role, deed| match role.may(deed) {
        Reach::All => say("roles-yes"),
        Reach::Own => say("roles-their-own"),
        Reach::No => "–".into(),
    };
    let rows = Deed::all().map(|deed| (deed.what(), Role::ALL.iter().map(|role| cell(role, deed)).collect()));
    page::ok(&RolesPage {
        shell: Shell::said(&say("account-who-may"), Part::Desk),
        roles: Role::ALL,
        rows: rows.collect(),
    })
}
