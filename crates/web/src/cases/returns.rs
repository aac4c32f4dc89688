//! The yearly returns to the Department for Education, as the cases tell them: what is missing, of whom and where it would be
//! told, what the Department's checks would send back, and the files.

use super::caseload::CaseId;
use super::desk::{CaseDesk, Sees};
use super::docket::{council_name, who};
use super::home::href;
use crate::App;
use crate::account::{Deed, SignedIn};
use crate::language::{Piece, Said, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use casework::{Case, Practice};
use jiff::civil::Date;
use returns::{Child, Collection, Missing, Told, Year, faults, told};
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "cases/returns.html")]
struct ReturnsPage {
    shell: Shell,
    sees: Sees,
    slug: String,
    council: String,
    collections: Vec<(&'static str, &'static str, bool)>,
    years: Vec<(i16, Said, bool)>,
    title: &'static str,
    year: Said,
    file: String,
    is_census: bool,
    told: usize,
    left_out: usize,
    damaged: usize,
    cases: Vec<CaseView>,
    faults: Vec<FaultView>,
    wrong: Option<Said>,
}

/// A case of which something is missing.
struct CaseView {
    href: String,
    reference: String,
    who: String,
    /// Nothing of a restricted case is told here but how much is missing.
    is_restricted: bool,
    missing: Vec<MissingView>,
}

/// Something that is missing.
struct MissingView {
    child: String,
    what: &'static str,
    on: Option<String>,
    act: String,
    href: String,
}

/// What the Department's checks would find in the file.
struct FaultView {
    href: String,
    reference: String,
    says: String,
    number: &'static str,
    asks: bool,
}

/// A case that the return asks about, and what it tells.
struct OfCase {
    id: CaseId,
    case: Arc<Case>,
    told: Told,
}

/// One return of one year, as the cases of a council tell it.
pub(super) struct Asked {
    pub(super) collection: Collection,
    pub(super) year: Year,
    cases: Vec<OfCase>,
}

impl Asked {
    /// The return that is asked for; nothing where there is none of that name, or no codes of that year.
    pub(super) fn read(desk: &CaseDesk, collection: &str, ending: i16, today: Date) -> Option<Asked> {
        let practice = desk.caseload.practice();
        let collection = Collection::read(collection)?;
        let year = Year::ending(ending).filter(|_| years(practice, today).contains(&ending))?;
        let cases = desk.caseload.cases(&desk.slug).into_iter().filter_map(|(id, case)| {
            let told = told(&case, practice, year, collection);
            let asked = !told.children.is_empty() || !told.missing.is_empty();
            asked.then_some(OfCase { id, case, told })
        });
        Some(Asked { collection, year, cases: cases.collect() })
    }

    /// Every child of whom all is told.
    pub(super) fn children(&self) -> Vec<Child> {
        self.cases.iter().flat_map(|of| &of.told.children).cloned().collect()
    }

    /// The cases whose children are in the file.
    pub(super) fn in_file(&self) -> impl Iterator<Item = &CaseId> {
        self.cases.iter().filter(|of| !of.told.children.is_empty()).map(|of| &of.id)
    }

    /// What it is called, with its year.
    pub(super) fn name(&self) -> String {
        let short = match self.collection {
            Collection::Need => "Children in Need census",
            Collection::Care => "return of looked-after children",
        };
        format!("the {short} of {}", self.year.ends().year())
    }
}

/// The returns for which codes are known, up to that of today, the newest first.
fn years(practice: &Practice, today: Date) -> Vec<i16> {
    let ending = |day: Date| if day.month() >= 4 { day.year() + 1 } else { day.year() };
    let first = practice.first_return().unwrap_or(i16::MAX);
    (first..=ending(today)).rev().collect()
}

/// `/cases/{slug}/returns`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(&app, signed, &slug, Deed::Oversee)?;
    let collection = asked.get("census").map_or(Collection::Need.word(), String::as_str);
    let newest = years(desk.caseload.practice(), app.clock().today()).first().copied().unwrap_or_default();
    let ending = asked.get("year").map_or(Some(newest), |year| year.parse().ok());
    let today = app.clock().today();
    let asked = ending.and_then(|ending| Asked::read(&desk, collection, ending, today));
    let asked = asked.ok_or_else(|| Fault::not_found().into_response())?;
    let what = format!("what is missing for {}", asked.name());
    desk.looked_over(&app, &what).await.map_err(Fault::store)?;
    Ok(draw(&app, &desk, &asked, None))
}

/// The page; with what is wrong in the form for the file.
pub(super) fn draw(app: &App, desk: &CaseDesk, asked: &Asked, wrong: Option<Said>) -> Response {
    let (slug, practice) = (desk.slug.clone(), desk.caseload.practice());
    let ending = asked.year.ends().year();
    let span = |ending: i16| {
        let years = [("from", Piece::words(ending - 1)), ("to", Piece::words(ending))];
        say_with("returns-span", years)
    };
    let children = asked.children();
    let missing = asked.cases.iter().map(|of| left_out(&of.told.missing));
    let is_census = asked.collection == Collection::Need;
    let page = ReturnsPage {
        shell: Shell::said(&say("returns-title"), Part::Desk),
        sees: desk.sees(),
        council: council_name(app, &slug),
        collections: Collection::ALL.map(|one| (one.word(), one.title(), one == asked.collection)).to_vec(),
        years: years(practice, app.clock().today()).into_iter().map(|one| (one, span(one), one == ending)).collect(),
        title: asked.collection.title(),
        year: span(ending),
        file: match asked.collection {
            Collection::Need => format!("/cases/{slug}/returns/{ending}/cin.xml"),
            Collection::Care => format!("/cases/{slug}/returns/{ending}/ssda903.zip"),
        },
        is_census,
        told: children.len(),
        left_out: missing.sum(),
        damaged: desk.caseload.damaged(&slug),
        cases: asked.cases.iter().filter_map(|one| case_view(practice, one)).collect(),
        faults: fault_views(asked, &children),
        wrong,
        slug,
    };
    page::form(page.wrong.is_some(), &page)
}

/// How many children something is missing of.
fn left_out(missing: &[Missing]) -> usize {
    let mut children: Vec<_> = missing.iter().map(|missing| missing.child).collect();
    children.sort_unstable();
    children.dedup();
    children.len()
}

fn case_view(practice: &Practice, of: &OfCase) -> Option<CaseView> {
    let (case, at) = (&of.case, href(&of.id));
    let view = |missing: &Missing| MissingView {
        child: case.person(missing.child).map(|child| child.name.clone()).unwrap_or_default(),
        what: missing.what,
        on: missing.on.map(show::date),
        act: practice.act(missing.act).map(|act| act.title.clone()).unwrap_or_default(),
        href: match missing.matter {
            Some(matter) => format!("{at}/do/{}?matter={matter}", missing.act),
            None => at.clone(),
        },
    };
    let seen = CaseView {
        reference: case.reference.clone(),
        who: who(case),
        is_restricted: case.restricted.is_some(),
        missing: of.told.missing.iter().map(view).collect(),
        href: at.clone(),
    };
    (!of.told.missing.is_empty()).then_some(seen)
}

fn fault_views(asked: &Asked, children: &[Child]) -> Vec<FaultView> {
    let of_case = |number: &str| {
        let holds = |children: &[Child]| children.iter().any(|child| child.id == number);
        asked.cases.iter().find(|of| holds(&of.told.children))
    };
    let view = |fault: returns::Fault| {
        let of = of_case(&fault.child)?;
        let (rule, reference) = (fault.rule, of.case.reference.clone());
        Some(FaultView {
            href: href(&of.id),
            reference,
            says: fault.to_string(),
            number: rule.number().unwrap_or_default(),
            asks: rule.asks(),
        })
    };
    faults(asked.year, children).into_iter().filter_map(view).collect()
}
