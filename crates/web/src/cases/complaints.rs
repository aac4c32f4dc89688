//! How the complaints of a year went: a page that prints, and the same as files.

use super::desk::{CaseDesk, Sees};
use super::docket::council_name;
use crate::App;
use crate::account::{Deed, SignedIn};
use crate::language::say;
use crate::ui::download::Format;
use crate::ui::shell::Part;
use crate::ui::show::CiteView;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use casework::Case;
use casework::complaints::{Report, Year, report, years};
use law::cite::Cite;
use law::fault::Spot;
use offer::exchange::table::csv;
use paper::Document;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The provision that asks for the report.
const ASKED_BY: &str = "rpr-2006/13";
/// The columns of the file.
const COLUMNS: [&str; 4] = ["table", "row", "column", "number"];

#[derive(Template)]
#[template(path = "cases/complaints.html")]
struct ComplaintsPage {
    shell: Shell,
    slug: String,
    sees: Sees,
    document: Document,
    /// The calendar year in which the report's begins.
    year: i16,
    years: Vec<i16>,
    cites: Vec<CiteView>,
    has_pdf: bool,
}

/// The report of a year, as this council's cases have it.
fn of_year(app: &App, desk: &CaseDesk, cases: &[Arc<Case>], year: Year) -> Report {
    let cases = cases.iter().map(AsRef::as_ref);
    report(cases, desk.caseload.practice(), app.law(), year, app.clock().today())
}

fn cases(desk: &CaseDesk) -> Vec<Arc<Case>> {
    desk.caseload.cases(&desk.slug).into_iter().map(|(_, case)| case).collect()
}

/// A year as an address has it.
fn year(text: &str) -> Result<Year, Response> {
    text.parse().ok().and_then(Year::beginning).ok_or_else(|| Fault::not_found().into_response())
}

/// `/cases/{slug}/complaints?year=2026`: the year that begins on 1 April 2026; without a year, the present one.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(&app, signed, &slug, Deed::Complaints)?;
    let today = app.clock().today();
    let year = asked.get("year").map_or(Ok(Year::of(today)), |text| year(text))?;
    let cases = cases(&desk);
    let cite = Cite { provision: ASKED_BY.to_owned(), mark: None, spot: Spot::default() };
    let page = ComplaintsPage {
        shell: Shell::said(&say("case-complaints-tab"), Part::Desk),
        sees: desk.sees(),
        document: of_year(&app, &desk, &cases, year).document(&council_name(&app, &slug)),
        year: year.begins(),
        years: years(cases.iter().map(AsRef::as_ref), today).into_iter().map(Year::begins).collect(),
        cites: CiteView::all(&[app.today().citation(&cite)]),
        has_pdf: app.pdf().is_some(),
        slug,
    };
    Ok(page::ok(&page))
}

/// `/cases/{slug}/complaints/2026.csv`: the same as a table, or as a paper to take away.
pub(super) async fn file(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, file)): Path<(String, String)>,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(&app, signed, &slug, Deed::Complaints)?;
    let (name, ending) = file.split_once('.').ok_or_else(|| Fault::not_found().into_response())?;
    let year = year(name)?;
    let report = of_year(&app, &desk, &cases(&desk), year);
    let name = format!("complaints-{}", year.begins());
    if ending == "csv" {
        let headers = [
            (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
            (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.csv\"")),
            (header::CACHE_CONTROL, "no-store".to_owned()),
        ];
        return Ok((headers, csv(COLUMNS, report.rows())).into_response());
    }
    let format = Format::of(ending).ok_or_else(|| Fault::not_found().into_response())?;
    match format.write(&app, &report.document(&council_name(&app, &slug))).await {
        Ok(bytes) => Ok(format.send(&name, bytes)),
        Err(_) => Err(Fault::of(StatusCode::SERVICE_UNAVAILABLE).into_response()),
    }
}
