//! Cases that have been kept long enough: why, and what holds them. A person reviews each, and a second one looks again
//! before anything is destroyed. Below them stands what was destroyed.

use super::caseload::CaseId;
use super::colleagues::Colleagues;
use super::desk::{CaseDesk, Sees};
use super::docket::{council_name, who};
use super::keeping::KeepingView;
use crate::App;
use crate::account::{Deed, SignedIn};
use crate::language::{Said, say};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use casework::Case;
use casework::retention::{Keeping, due};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{AuditFilter, StoreError, Tombstone};

/// How many of the cases that were destroyed are listed.
const GONE: usize = 200;

#[derive(Template)]
#[template(path = "cases/retention.html")]
struct RetentionPage {
    shell: Shell,
    slug: String,
    sees: Sees,
    council: String,
    groups: Vec<Group>,
    kept: usize,
    /// When the time of the next case passes.
    next: Option<String>,
    gone: Vec<GoneView>,
    /// The case whose end somebody just sent.
    just_gone: Option<GoneView>,
}

/// Cases that stand alike.
struct Group {
    stands: Stands,
    cases: Vec<CaseView>,
}

/// How a case stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// It was proposed to destroy it, and a second person looks.
    Proposed,
    /// Its time has passed.
    Passed,
    /// Its time has passed, and something holds it.
    Held,
    /// Nobody can say until when it is kept.
    Unknown,
    /// It must still be kept.
    Kept,
}

impl Stands {
    /// Those that are listed, in their order.
    const LISTED: [Stands; 4] = [Stands::Proposed, Stands::Passed, Stands::Held, Stands::Unknown];

    fn of(case: &Case, keeping: &Keeping) -> Stands {
        let is_proposed = case.of_kind("retention").any(|matter| !matter.is_ended);
        match keeping.until {
            _ if is_proposed => Stands::Proposed,
            None => Stands::Unknown,
            Some(_) if keeping.is_due() => Stands::Passed,
            Some(_) if keeping.passed => Stands::Held,
            Some(_) => Stands::Kept,
        }
    }

    fn title(self) -> Said {
        match self {
            Stands::Proposed => say("retention-proposed"),
            Stands::Passed => say("retention-passed"),
            Stands::Held => say("retention-held"),
            Stands::Unknown => say("retention-unknown"),
            Stands::Kept => say("retention-still-kept"),
        }
    }

    fn lead(self) -> Said {
        match self {
            Stands::Proposed => say("retention-proposed-how"),
            Stands::Passed => say("retention-passed-how"),
            Stands::Held => say("retention-held-how"),
            Stands::Unknown => say("retention-unknown-how"),
            Stands::Kept => "".into(),
        }
    }
}

/// A case, as the list shows it.
struct CaseView {
    case: String,
    who: String,
    reference: String,
    keeping: KeepingView,
}

/// A case that was destroyed.
struct GoneView {
    day: String,
    by: String,
    why: String,
}

/// `/cases/{slug}/retention`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(&app, signed, &slug, Deed::Oversee)?;
    let colleagues = desk.colleagues().await.map_err(Fault::store)?;
    let (practice, today) = (desk.caseload.practice(), app.clock().today());
    let mut cases: Vec<Reviewed> = desk
        .caseload
        .cases(&slug)
        .into_iter()
        .map(|(id, case)| {
            let keeping = due(&case, practice, today);
            Reviewed { stands: Stands::of(&case, &keeping), until: keeping.until, id, case }
        })
        .collect();
    // What has been over longest comes first.
    cases.sort_by_key(|one| one.until);
    let view = |one: &Reviewed| CaseView {
        case: one.id.case.clone(),
        who: who(&one.case),
        reference: one.case.reference.clone(),
        keeping: KeepingView::of(&app, &one.case, practice, &colleagues).told_outside(&one.case),
    };
    let groups = Stands::LISTED
        .map(|stands| Group { stands, cases: cases.iter().filter(|one| one.stands == stands).map(view).collect() });
    let kept: Vec<&Reviewed> = cases.iter().filter(|one| one.stands == Stands::Kept).collect();
    let page = RetentionPage {
        shell: Shell::said(&say("retention-title"), Part::Desk),
        sees: desk.sees(),
        council: council_name(&app, &slug),
        groups: groups.into_iter().filter(|group| !group.cases.is_empty()).collect(),
        kept: kept.len(),
        next: kept.first().and_then(|one| one.until).map(show::date),
        gone: gone(&desk, &colleagues).await.map_err(Fault::store)?,
        just_gone: match asked.get("gone") {
            Some(case) => tombstone(&desk, case).await.map_err(Fault::store)?.map(|of| gone_view(&of, &colleagues)),
            None => None,
        },
        slug,
    };
    desk.looked_over(&app, "which cases were kept long enough").await.map_err(Fault::store)?;
    Ok(page::ok(&page))
}

/// A case, and how it stands.
struct Reviewed {
    id: CaseId,
    case: Arc<Case>,
    stands: Stands,
    until: Option<Date>,
}

/// The cases that were destroyed, as the audit chain has them.
async fn gone(desk: &CaseDesk, colleagues: &Colleagues) -> Result<Vec<GoneView>, StoreError> {
    let filter = AuditFilter { deeds: &["case_destroyed"], ..AuditFilter::default() };
    let entries = desk.caseload.store().audit(&desk.slug, &filter, GONE).await?;
    let view = |entry: &store::Entry| GoneView {
        day: show::moment(entry.at),
        by: entry.by.map(|by| colleagues.name(&by.to_string())).unwrap_or_default(),
        why: entry.reason.as_ref().and_then(store::Body::text).unwrap_or_default().to_owned(),
    };
    Ok(entries.iter().map(view).collect())
}

/// The answer to whoever had a case destroyed, as often as they send it: the page that says so, with what is left of it.
pub(super) fn destroyed(id: &CaseId) -> Response {
    Redirect::to(&format!("/cases/{}/retention?gone={}", id.council, id.case)).into_response()
}

/// Whether a case was destroyed, and this person may know it.
pub(super) async fn is_gone(desk: &CaseDesk, case: &str) -> Result<bool, StoreError> {
    Ok(desk.sees().all && tombstone(desk, case).await?.is_some())
}

/// What is left of a case of this council; none where there was none, or it still is.
async fn tombstone(desk: &CaseDesk, case: &str) -> Result<Option<Tombstone>, StoreError> {
    let id = CaseId { council: desk.slug.clone(), case: case.to_owned() };
    // What names no case in an address is none that was destroyed.
    let Ok(stream) = id.stream() else { return Ok(None) };
    desk.caseload.store().tombstone(&stream).await
}

fn gone_view(of: &Tombstone, colleagues: &Colleagues) -> GoneView {
    let by = of.by.map(|by| colleagues.name(&by.to_string())).unwrap_or_default();
    GoneView { day: show::moment(of.at), by, why: of.why.clone() }
}
