//! What is due in the cases of a council: late, today, soon and waiting; and every case, found by a name in it.

use super::caseload::CaseId;
use super::desk::CaseDesk;
use crate::App;
use crate::account::{Deed, Reach, SignedIn, reach};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use casework::{Case, Due, Standing, due};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "cases/docket.html")]
struct DocketPage {
    shell: Shell,
    slug: String,
    council: String,
    name: String,
    mine: bool,
    oversees: bool,
    groups: Vec<Group>,
    cases: Vec<CaseView>,
    closed: usize,
}

/// Things due that stand alike.
struct Group {
    title: &'static str,
    class: &'static str,
    due: Vec<DueView>,
}

/// Something due, as a list shows it.
struct DueView {
    case: String,
    who: String,
    title: String,
    last: String,
    days: String,
    is_law: bool,
    clock: String,
}

/// A case, as a list shows it.
struct CaseView {
    case: String,
    reference: String,
    who: String,
    stage: String,
    next: String,
    restricted: bool,
}

/// `/cases`: to the council where somebody works; a choice where there are several.
pub(super) async fn choose(State(app): State<App>, signed: SignedIn) -> Result<Response, Response> {
    let here = |grant: &&store::Grant| {
        let council = grant.council.as_deref();
        council.is_some() && reach(&signed.grants, Deed::Cases, council) == Reach::All
    };
    let mut slugs: Vec<String> = signed.grants.iter().filter(here).filter_map(|grant| grant.council.clone()).collect();
    slugs.dedup();
    match slugs.as_slice() {
        [] => Err(Fault::not_yours().into_response()),
        [slug] => Ok(Redirect::to(&format!("/cases/{slug}")).into_response()),
        _ => {
            let councils = slugs.into_iter().map(|slug| (council_name(&app, &slug), slug)).collect();
            Ok(page::ok(&ChoosePage { shell: Shell::new("Cases", Part::Desk), councils }))
        }
    }
}

#[derive(Template)]
#[template(path = "cases/choose.html")]
struct ChoosePage {
    shell: Shell,
    councils: Vec<(String, String)>,
}

/// What a council is called.
pub(super) fn council_name(app: &App, slug: &str) -> String {
    let offer = app.published().offers().by_slug(slug).map(|offer| offer.head.council.clone());
    let begun = || {
        let desk = app.keeper()?.desk(slug)?;
        let head = desk.draft.of_kind("offer").next()?;
        head.record.values("council").first().map(|name| name.trim().to_owned())
    };
    let known = || app.places().by_slug(slug).map(|council| council.name.clone());
    offer.or_else(begun).or_else(known).unwrap_or_else(|| "The council".to_owned())
}

/// `/cases/{slug}`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(&app, signed, &slug, Deed::Cases)?;
    let name = asked.get("name").map(|name| name.trim().to_owned()).unwrap_or_default();
    let mine = asked.get("mine").is_some_and(|mine| mine == "yes");
    let today = app.clock().today();
    let all = desk.caseload.cases(&slug);
    let fits = |case: &Case| {
        (name.is_empty() || is_named(case, &name)) && (!mine || case.worker.as_ref() == Some(&desk.who.officer))
    };
    let chosen: Vec<&(CaseId, Arc<Case>)> = all.iter().filter(|(_, case)| fits(case)).collect();
    let dues: Vec<Chosen> =
        chosen.iter().map(|one| (*one, due(&one.1, app.law()).into_iter().filter(Due::is_open).collect())).collect();
    let cases = dues.iter().filter(|((_, case), _)| !name.is_empty() || !case.is_closed());
    let cases: Vec<CaseView> = cases.map(|((id, case), due)| case_view(id, case, due, today)).collect();
    let page = DocketPage {
        shell: Shell::new("Cases", Part::Desk),
        council: council_name(&app, &slug),
        groups: groups(&dues, today),
        closed: all.iter().filter(|(_, case)| case.is_closed()).count(),
        oversees: desk.oversees(),
        cases,
        name,
        mine,
        slug,
    };
    desk.listed(&app, !page.name.is_empty()).await.map_err(Fault::store)?;
    Ok(page::ok(&page))
}

fn is_named(case: &Case, name: &str) -> bool {
    let wanted = name.to_lowercase();
    let named = |text: &str| text.to_lowercase().contains(&wanted);
    // A restricted case is found by its reference alone.
    let people = case.restricted.is_none() && case.people.iter().any(|person| named(&person.name));
    people || case.reference.eq_ignore_ascii_case(name)
}

/// Who a case is about, in a line.
pub(super) fn who(case: &Case) -> String {
    if case.restricted.is_some() {
        return "Restricted".to_owned();
    }
    let names = |part: &str| case.with_part(part).map(|person| person.name.as_str()).collect::<Vec<_>>().join(", ");
    match (names("child"), names("carer")) {
        (child, carer) if child.is_empty() && carer.is_empty() => "Nobody named yet".to_owned(),
        (child, carer) if carer.is_empty() => child,
        (child, carer) if child.is_empty() => carer,
        (child, carer) => format!("{child}, with {carer}"),
    }
}

/// How far away a day is, in words.
fn days(last: Date, today: Date) -> String {
    match (last - today).get_days() {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "1 day late".to_owned(),
        late if late < 0 => format!("{} days late", -late),
        ahead => format!("in {ahead} days"),
    }
}

fn due_view(id: &CaseId, case: &Case, due: &Due, today: Date) -> DueView {
    DueView {
        case: id.case.clone(),
        who: who(case),
        title: due.title.clone(),
        last: show::date(due.last),
        days: if due.is_wait { format!("not before {}", show::date(due.last)) } else { days(due.last, today) },
        is_law: due.is_law,
        clock: due.name.clone(),
    }
}

/// A case, and what is open in it.
type Chosen<'a> = (&'a (CaseId, Arc<Case>), Vec<Due>);

fn groups(dues: &[Chosen], today: Date) -> Vec<Group> {
    let of = |title, class, fits: &dyn Fn(&Due) -> bool| {
        let all = dues.iter().flat_map(|((id, case), due)| due.iter().map(move |due| (id, case, due)));
        let mut found: Vec<(&CaseId, &Arc<Case>, &Due)> = all.filter(|(_, _, due)| fits(due)).collect();
        found.sort_by_key(|(_, _, due)| due.last);
        let due = found.into_iter().map(|(id, case, due)| due_view(id, case, due, today)).collect();
        Group { title, class, due }
    };
    let ours = |due: &Due| due.owed_by.contains("council") || due.owed_by.contains("panel");
    let groups = [
        of("Late", "is-late", &|due| ours(due) && due.standing(today) == Standing::Late),
        of("Today", "is-today", &|due| ours(due) && due.standing(today) == Standing::Today),
        of("Within a week", "is-soon", &|due| ours(due) && due.standing(today) == Standing::Soon),
        of("Waiting for others", "is-wait", &|due| !ours(due) || due.is_wait),
    ];
    groups.into_iter().filter(|group| !group.due.is_empty()).collect()
}

fn case_view(id: &CaseId, case: &Case, due: &[Due], today: Date) -> CaseView {
    let open = case.matters.iter().filter(|matter| matter.within.is_some() && !matter.is_ended);
    let kinds: Vec<String> = open.map(|matter| matter.kind.replace('_', " ")).collect();
    let next = due.iter().find(|due| !due.is_wait);
    CaseView {
        case: id.case.clone(),
        reference: case.reference.clone(),
        who: who(case),
        stage: if kinds.is_empty() { "nothing open".to_owned() } else { kinds.join(", ") },
        next: next.map_or_else(|| "nothing due".to_owned(), |due| format!("{}: {}", due.title, days(due.last, today))),
        restricted: case.restricted.is_some(),
    }
}
