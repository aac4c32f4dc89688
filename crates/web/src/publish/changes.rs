//! What has changed in the draft since the last edition, field by field.

use crate::App;
use crate::account::{Deed, Seat, SignedIn};
use crate::language::say;
use crate::ui::shell::Part;
use crate::ui::{Shell, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use offer::{Difference, What, differences};

#[derive(Template)]
#[template(path = "publish/changes.html")]
struct ChangesPage {
    shell: Shell,
    slug: String,
    since: Option<u32>,
    changes: Vec<ChangeView>,
}

/// How one record differs, in words.
pub(crate) struct ChangeView {
    /// What kind of record.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// What happened to it.
    pub what: &'static str,
    /// What each field said and says.
    pub keys: Vec<KeyView>,
}

/// What one field said, and says now.
pub(crate) struct KeyView {
    /// The field.
    pub label: String,
    /// What it said.
    pub before: Vec<String>,
    /// What it says now.
    pub after: Vec<String>,
}

/// Differences in the words of the editor.
pub(crate) fn views(app: &App, differences: Vec<Difference>) -> Vec<ChangeView> {
    let labels = app.labels();
    let each = differences.into_iter().map(|one| {
        let kind = one.record.kind;
        let (what, keys) = match one.what {
            What::Added => ("New", Vec::new()),
            What::Removed => ("Taken out", Vec::new()),
            What::Changed(keys) => ("Changed", keys),
        };
        let keys = keys.into_iter().map(|key| KeyView {
            label: labels.field(&kind, &key.key).label,
            before: key.before,
            after: key.after,
        });
        ChangeView { keys: keys.collect(), kind: labels.kind(&kind).name, title: one.title, what }
    });
    each.collect()
}

/// `/publish/{slug}/changes`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let seat = Seat::whole(signed, &slug, Deed::Read)?;
    let last = seat.desk.editions.last();
    let before = last.map(|edition| edition.records()).unwrap_or_default();
    let changes = views(&app, differences(&before, &seat.desk.draft.records()));
    let shell = Shell::said(&say("desk-changes-title"), Part::Desk);
    Ok(page::ok(&ChangesPage { shell, slug, since: last.map(|edition| edition.number), changes }))
}
