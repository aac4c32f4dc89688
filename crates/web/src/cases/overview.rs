//! How the cases of a council stand together: clocks, work, and whether help follows need and not status.

use super::desk::{CaseDesk, Sees};
use super::docket::council_name;
use crate::App;
use crate::account::{Deed, SignedIn};
use crate::language::say;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use casework::complaints::few;
use casework::{Case, Standing, Value, due};
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "cases/overview.html")]
struct OverviewPage {
    shell: Shell,
    slug: String,
    sees: Sees,
    council: String,
    open: usize,
    workers: Vec<WorkerView>,
    clocks: Vec<ClockView>,
    needs: Vec<NeedView>,
}

/// How much somebody has to do.
struct WorkerView {
    name: String,
    cases: usize,
    late: usize,
}

/// How a clock was kept.
struct ClockView {
    id: String,
    title: String,
    met: usize,
    met_late: usize,
    running: usize,
    late: usize,
}

/// How needs were answered, by how the child lives there.
struct NeedView {
    status: String,
    yes: String,
    part: String,
    no: String,
}

/// `/cases/{slug}/overview`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(&app, signed, &slug, Deed::Oversee)?;
    let colleagues = desk.colleagues().await.map_err(Fault::store)?;
    let cases = desk.caseload.cases(&slug);
    let today = app.clock().today();
    let mut workers: BTreeMap<Option<String>, (usize, usize)> = BTreeMap::new();
    let mut clocks: BTreeMap<(String, String), [usize; 4]> = BTreeMap::new();
    let mut needs: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    for (_, case) in &cases {
        let all = due(case, app.law());
        let late = all.iter().filter(|due| due.standing(today) == Standing::Late).count();
        if !case.is_closed() {
            let worker = workers.entry(case.worker.as_ref().map(|worker| worker.as_str().to_owned())).or_default();
            *worker = (worker.0 + 1, worker.1 + late);
        }
        for due in all.iter().filter(|due| due.is_law && !due.is_wait) {
            let counts = clocks.entry((due.name.clone(), due.title.clone())).or_default();
            let place = match due.standing(today) {
                Standing::Met => 0,
                Standing::MetLate => 1,
                Standing::Late => 3,
                _ => 2,
            };
            counts[place] += 1;
        }
        answers(case, &mut needs);
    }
    let name = |id: &Option<String>| match id {
        None => say("overview-nobody").plain().to_owned(),
        Some(id) => show::capital(&colleagues.name(id)),
    };
    let status = |word: &str| {
        let field = desk.caseload.practice().fields.get("status");
        let words = field.and_then(|field| field.words_of(word)).map(str::to_owned);
        words.unwrap_or_else(|| say("overview-not-said").plain().to_owned())
    };
    let page = OverviewPage {
        shell: Shell::said(&say("overview-title"), Part::Desk),
        sees: desk.sees(),
        council: council_name(&app, &slug),
        open: cases.iter().filter(|(_, case)| !case.is_closed()).count(),
        workers: workers
            .iter()
            .map(|(id, (cases, late))| WorkerView { name: name(id), cases: *cases, late: *late })
            .collect(),
        clocks: clocks
            .into_iter()
            .map(|((id, title), [met, met_late, running, late])| ClockView { id, title, met, met_late, running, late })
            .collect(),
        needs: needs
            .into_iter()
            .map(|(word, [yes, part, no])| NeedView {
                status: status(&word),
                yes: few(yes),
                part: few(part),
                no: few(no),
            })
            .collect(),
        slug,
    };
    Ok(page::ok(&page))
}

/// Counts how the needs of a case were answered.
fn answers(case: &Case, needs: &mut BTreeMap<String, [usize; 3]>) {
    let status = case.of_kind("arrangement").last().and_then(|matter| matter.value("status")).and_then(Value::text);
    for decision in case.of_kind("decision") {
        let rows = decision.last("decision_made").and_then(|done| done.values.get("needs_decided")).map(Value::rows);
        for row in rows.unwrap_or_default() {
            let place = match row.get("answer").and_then(Value::text) {
                Some("yes") => 0,
                Some("part") => 1,
                _ => 2,
            };
            needs.entry(status.unwrap_or_default().to_owned()).or_default()[place] += 1;
        }
    }
}
