//! What is due in the cases of a council: late, today, soon and waiting; and every case, found by a name in it.

use super::caseload::CaseId;
use super::desk::{CaseDesk, Sees};
use crate::App;
use crate::account::{Deed, Reach, SignedIn, reach};
use crate::find::Fields;
use crate::language::{Piece, Said, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use casework::{Case, Due, Practice, Standing, due};
use jiff::SignedDuration;
use jiff::civil::Date;
use law::Law;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::StoreError;

/// For how long a manager is shown that somebody let themselves into a restricted case.
const LATELY: SignedDuration = SignedDuration::from_hours(14 * 24);
/// How many cases, and how many things due of one kind, a page shows.
const ON_A_PAGE: usize = 100;

#[derive(Template)]
#[template(path = "cases/docket.html")]
struct DocketPage {
    shell: Shell,
    slug: String,
    council: String,
    name: String,
    mine: bool,
    sees: Sees,
    groups: Vec<Group>,
    cases: Vec<CaseView>,
    /// How many cases fit, of which a page shows some.
    fitting: usize,
    /// The page before and the page after, where there are any.
    before: Option<usize>,
    after: Option<usize>,
    closed: usize,
    /// How many cases cannot be read.
    damaged: usize,
    /// Who let themselves into a restricted case lately.
    by_themselves: Vec<ByThemselves>,
}

/// Somebody who let themselves into a restricted case, for a manager to look at.
struct ByThemselves {
    case: String,
    reference: String,
    who: String,
    when: String,
    why: String,
}

/// Things due that stand alike.
struct Group {
    title: Said,
    class: &'static str,
    due: Vec<DueView>,
    /// How many more there are than are shown.
    more: usize,
}

/// Something due, as a list shows it.
struct DueView {
    case: String,
    who: String,
    title: String,
    last: String,
    days: Said,
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
            Ok(page::ok(&ChoosePage { shell: Shell::said(&say("cases-menu-name"), Part::Desk), councils }))
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
    let mine = asked.get("mine").is_some_and(|mine| mine == "yes");
    let page = asked.get("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    draw(&app, signed, &slug, String::new(), mine, page).await
}

/// The cases with a name, which is sent and not asked for, so that it stands in no address.
pub(super) async fn find(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    draw(&app, signed, &slug, sent.get("name").to_owned(), sent.get("mine") == "yes", 1).await
}

async fn draw(
    app: &App,
    signed: SignedIn,
    slug: &str,
    name: String,
    mine: bool,
    number: usize,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(app, signed, slug, Deed::Cases)?;
    let today = app.clock().today();
    let all = desk.caseload.cases(slug);
    let found = match name.as_str() {
        "" => None,
        name => Some(desk.caseload.found(slug, name).await.map_err(Fault::store)?),
    };
    let chosen = all.iter().filter(|(id, case)| {
        found.as_ref().is_none_or(|found| found.contains(id))
            && (!mine || case.worker.as_ref() == Some(&desk.who.officer))
    });
    let mut dues: Vec<Chosen> =
        chosen.map(|one| (one, due(&one.1, app.law()).into_iter().filter(Due::is_open).collect())).collect();
    let groups = groups(&Looking { practice: desk.caseload.practice(), law: app.law(), today }, &dues);
    dues.retain(|((_, case), _)| !name.is_empty() || !case.is_closed());
    // What ends first stands first; what has nothing due, last.
    dues.sort_by_key(|(_, due)| due.iter().find(|due| !due.is_wait).map_or(Date::MAX, |due| due.last));
    let pages = dues.len().div_ceil(ON_A_PAGE).max(1);
    let number = number.clamp(1, pages);
    let cases = dues.iter().skip((number - 1) * ON_A_PAGE).take(ON_A_PAGE);
    let page = DocketPage {
        shell: Shell::said(&say("cases-menu-name"), Part::Desk),
        council: council_name(app, slug),
        groups,
        cases: cases.map(|((id, case), due)| case_view(id, case, due, today)).collect(),
        fitting: dues.len(),
        before: Some(number - 1).filter(|before| *before > 0),
        after: Some(number + 1).filter(|after| *after <= pages && name.is_empty()),
        closed: all.iter().filter(|(_, case)| case.is_closed()).count(),
        damaged: desk.caseload.damaged(slug),
        by_themselves: by_themselves(app, &desk, &all).await.map_err(Fault::store)?,
        sees: desk.sees(),
        name,
        mine,
        slug: slug.to_owned(),
    };
    desk.listed(app, !page.name.is_empty()).await.map_err(Fault::store)?;
    Ok(page::ok(&page))
}

/// Who let themselves into a restricted case lately, for whoever oversees the cases.
async fn by_themselves(
    app: &App,
    desk: &CaseDesk,
    all: &[(CaseId, Arc<Case>)],
) -> Result<Vec<ByThemselves>, StoreError> {
    let mut found = Vec::new();
    if !desk.sees().all {
        return Ok(found);
    }
    let colleagues = desk.colleagues().await?;
    let since = app.clock().now() - LATELY;
    for (id, case) in all.iter().filter(|(_, case)| case.restricted.is_some()) {
        let accesses = desk.caseload.store().accesses(&id.stream()?).await?;
        for one in accesses.iter().filter(|one| one.by == one.account && one.from >= since) {
            found.push(ByThemselves {
                case: id.case.clone(),
                reference: case.reference.clone(),
                who: show::capital(&colleagues.name(&one.account.to_string())),
                when: show::moment(one.from),
                why: one.reason.text().unwrap_or_default().to_owned(),
            });
        }
    }
    Ok(found)
}

/// Who a case is about, in a line.
pub(super) fn who(case: &Case) -> String {
    if case.restricted.is_some() {
        return say("cases-restricted").plain().to_owned();
    }
    let names = |part: &str| case.with_part(part).map(|person| person.name.as_str()).collect::<Vec<_>>().join(", ");
    match (names("child"), names("carer")) {
        (child, carer) if child.is_empty() && carer.is_empty() => say("cases-nobody-named").plain().to_owned(),
        (child, carer) if carer.is_empty() => child,
        (child, carer) if child.is_empty() => carer,
        (child, carer) => {
            let names = [("child", child.as_str().into()), ("carer", carer.as_str().into())];
            say_with("cases-child-with", names).plain().to_owned()
        }
    }
}

/// How far away a day is, in words.
fn days(last: Date, today: Date) -> Said {
    let number = |days: i32| [("days", days.unsigned_abs().into())];
    match (last - today).get_days() {
        0 => say("docket-today"),
        1 => say("docket-tomorrow"),
        late if late < 0 => say_with("docket-days-late", number(late)),
        ahead => say_with("docket-days-ahead", number(ahead)),
    }
}

/// Who looks at which day by which law.
struct Looking<'a> {
    practice: &'a Practice,
    law: &'a Law,
    today: Date,
}

impl Looking<'_> {
    fn due(&self, id: &CaseId, case: &Case, due: &Due) -> DueView {
        let missed = due.missed(self.practice, self.law, self.today).len();
        let days = match (due.is_wait, missed) {
            (true, _) => say_with("cases-not-before", [("day", Piece::words(show::date(due.last)))]),
            // What comes again and again was missed each time, and not only the first.
            (false, 2..) => {
                let days = days(due.last, self.today);
                say_with("docket-missed", [("times", missed.into()), ("days", days.into())])
            }
            (false, _) => days(due.last, self.today),
        };
        DueView {
            case: id.case.clone(),
            who: who(case),
            title: due.title.clone(),
            last: show::date(due.last),
            days,
            is_law: due.is_law,
            clock: due.name.clone(),
        }
    }
}

/// A case, and what is open in it.
type Chosen<'a> = (&'a (CaseId, Arc<Case>), Vec<Due>);

fn groups(looking: &Looking, dues: &[Chosen]) -> Vec<Group> {
    let today = looking.today;
    let of = |title, class, fits: &dyn Fn(&Due) -> bool| {
        let all = dues.iter().flat_map(|((id, case), due)| due.iter().map(move |due| (id, case, due)));
        let mut found: Vec<(&CaseId, &Arc<Case>, &Due)> = all.filter(|(_, _, due)| fits(due)).collect();
        found.sort_by_key(|(_, _, due)| due.last);
        let more = found.len().saturating_sub(ON_A_PAGE);
        let due = found.into_iter().take(ON_A_PAGE).map(|(id, case, due)| looking.due(id, case, due)).collect();
        Group { title, class, due, more }
    };
    let ours = |due: &Due| due.owed_by.contains("council") || due.owed_by.contains("panel");
    let groups = [
        of(say("docket-late"), "is-late", &|due| ours(due) && due.standing(today) == Standing::Late),
        of(say("docket-is-today"), "is-today", &|due| ours(due) && due.standing(today) == Standing::Today),
        of(say("docket-soon"), "is-soon", &|due| ours(due) && due.standing(today) == Standing::Soon),
        of(say("docket-waiting"), "is-wait", &|due| !ours(due) || due.is_wait),
    ];
    groups.into_iter().filter(|group| !group.due.is_empty()).collect()
}

fn case_view(id: &CaseId, case: &Case, due: &[Due], today: Date) -> CaseView {
    let open = case.matters.iter().filter(|matter| matter.is_work && matter.within.is_some() && !matter.is_ended);
    let kinds: Vec<String> = open.map(|matter| matter.kind.replace('_', " ")).collect();
    let next = due.iter().find(|due| !due.is_wait);
    CaseView {
        case: id.case.clone(),
        reference: case.reference.clone(),
        who: who(case),
        stage: if kinds.is_empty() { say("docket-nothing-open").plain().to_owned() } else { kinds.join(", ") },
        next: match next {
            Some(due) => format!("{}: {}", due.title, days(due.last, today).plain()),
            None => say("docket-nothing-due").plain().to_owned(),
        },
    }
}
