//! The table of who may do what, printed.

use super::role::{Deed, Reach, Role};
use crate::ui::shell::Part;
use crate::ui::{Shell, page};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "account/roles.html")]
struct RolesPage {
    shell: Shell,
    roles: [Role; 13],
    rows: Vec<(&'static str, Vec<&'static str>)>,
}

/// `/account/roles`.
pub(super) async fn show() -> Response {
    let cell = |role: &Role, deed| match role.may(deed) {
        Reach::All => "yes",
        Reach::Own => "their own",
        Reach::No => "–",
    };
    let rows = Deed::all().map(|deed| (deed.what(), Role::ALL.iter().map(|role| cell(role, deed)).collect()));
    page::ok(&RolesPage { shell: Shell::new("Who may do what", Part::Desk), roles: Role::ALL, rows: rows.collect() })
}
