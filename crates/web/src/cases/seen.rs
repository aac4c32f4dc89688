//! Who looked at what and who did what, as an audit chain has it: that of a council for whoever answers for its cases, and that
//! of the installation, which tells of accounts and of roles for all councils, for whoever runs it.

use super::colleagues::Colleagues;
use super::desk::{CaseDesk, Sees};
use super::docket::council_name;
use super::home::href;
use crate::App;
use crate::account::{Deed, SignedIn, runs_it};
use crate::cases::caseload::CaseId;
use crate::language::{say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use std::collections::BTreeMap;
use store::{
    AccountId, AuditFilter, Entry, INSTALLATION, INVITED, ROLE_FOUND, ROLE_GIVEN, ROLE_TAKEN, StreamId, UNINVITED,
};

/// How many entries a page shows.
const ON_A_PAGE: usize = 100;

#[derive(Template)]
#[template(path = "cases/seen.html")]
struct SeenPage {
    shell: Shell,
    slug: String,
    /// Which other pages of the council's cases they see; none for the installation, which has none.
    sees: Option<Sees>,
    /// Whose chain it is.
    whose: String,
    /// The address of the page.
    here: String,
    /// The case that was asked for.
    case: String,
    /// The people of the council, by account and name, and whether one was asked for.
    people: Vec<(String, String, bool)>,
    entries: Vec<EntryView>,
    /// The address of older entries.
    older: Option<String>,
    /// How many entries the chain has, and the hash of the last.
    head: Option<(i64, String)>,
}

/// An entry, as the page shows it.
struct EntryView {
    at: String,
    who: String,
    deed: String,
    /// The case, by address and reference.
    case: Option<(String, String)>,
    why: String,
}

/// `/cases/{slug}/seen`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(&app, signed, &slug, Deed::Oversee)?;
    let colleagues = desk.colleagues().await.map_err(Fault::store)?;
    let (whose, here) = (council_name(&app, &slug), format!("/cases/{slug}/seen"));
    let whole = Whole { whose, here, sees: Some(desk.sees()), people: colleagues.clone(), colleagues };
    draw(&app, &desk, whole, &asked).await
}

/// `/account/installation`.
pub(super) async fn installation(
    State(app): State<App>,
    signed: SignedIn,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(&app, signed, INSTALLATION, Deed::Installation)?;
    let store = desk.caseload.store();
    let people = Colleagues::of_installation(store).await.map_err(Fault::store)?;
    let colleagues = Colleagues::everybody(store).await.map_err(Fault::store)?;
    let (whose, here) = (say("seen-installation").plain().to_owned(), "/account/installation".to_owned());
    draw(&app, &desk, Whole { whose, here, sees: None, people, colleagues }, &asked).await
}

/// What a chain is shown with.
struct Whole {
    whose: String,
    here: String,
    sees: Option<Sees>,
    /// By whom lines can be asked for.
    people: Colleagues,
    /// Whose names are told.
    colleagues: Colleagues,
}

async fn draw(
    app: &App,
    desk: &CaseDesk,
    whole: Whole,
    asked: &BTreeMap<String, String>,
) -> Result<Response, Response> {
    let slug = &desk.slug;
    let said = |name: &str| asked.get(name).map(String::as_str).filter(|text| !text.is_empty());
    let not_found = || Fault::not_found().into_response();
    let case = said("case").unwrap_or_default().to_owned();
    let stream: Option<StreamId> = match case.as_str() {
        "" => None,
        name => Some(CaseId { council: slug.clone(), case: name.to_owned() }.stream().map_err(|_| not_found())?),
    };
    let account: Option<AccountId> = said("who").map(str::parse).transpose().map_err(|_| not_found())?;
    let before = said("before").map(str::parse).transpose().map_err(|_| not_found())?;
    let store = desk.caseload.store();
    let filter = AuditFilter { stream: stream.as_ref(), account, before, deeds: &[] };
    let found = store.audit(slug, &filter, ON_A_PAGE).await.map_err(Fault::store)?;
    let older = found.last().filter(|_| found.len() == ON_A_PAGE).map(|last| {
        let who = account.map(|id| id.to_string()).unwrap_or_default();
        format!("?case={}&who={who}&before={}", show::part(&case), last.seq)
    });
    let head = store.audit_head(slug).await.map_err(Fault::store)?;
    let is_asked = |id: &str| account.is_some_and(|asked| asked.to_string() == id);
    let page = SeenPage {
        shell: Shell::said(&say("seen-title"), Part::Desk),
        entries: found.iter().map(|entry| view(desk, &whole.colleagues, entry)).collect(),
        people: whole.people.each().map(|(id, name)| (id.to_owned(), name.to_owned(), is_asked(id))).collect(),
        head: head.map(|head| (head.seq, head.hash.to_string())),
        sees: whole.sees,
        whose: whole.whose,
        here: whole.here,
        older,
        case,
        slug: slug.clone(),
    };
    desk.looked_over(app, "who looked and who did").await.map_err(Fault::store)?;
    Ok(page::ok(&page))
}

fn view(desk: &CaseDesk, colleagues: &Colleagues, entry: &Entry) -> EntryView {
    let who = entry.by.map(|by| colleagues.name(&by.to_string()));
    let is_from_outside = is_of_roles(&entry.deed) || desk.slug == INSTALLATION;
    let nobody = || if is_from_outside { runs_it() } else { say("seen-no-account") };
    let who = who.unwrap_or_else(|| nobody().plain().to_owned());
    let case = entry.stream.as_ref().and_then(CaseId::of).map(|id| {
        let reference = desk.caseload.case(&id).map(|case| case.reference.clone());
        (href(&id), reference.unwrap_or_else(|| say("seen-gone").plain().to_owned()))
    });
    EntryView { at: show::moment(entry.at), who, deed: words(desk, &entry.deed), case, why: why(colleagues, entry) }
}

/// Why, in words: of an access, whose it is and until when.
fn why(colleagues: &Colleagues, entry: &Entry) -> String {
    let reason = entry.reason.as_ref().and_then(|reason| reason.text()).unwrap_or_default();
    if let Some((whom, role)) = reason.split_once(' ').filter(|_| is_of_roles(&entry.deed)) {
        // An invitation is told by its id, for whoever was invited is nobody here yet.
        let is_invitation = matches!(entry.deed.as_str(), INVITED | UNINVITED);
        return if is_invitation { role.to_owned() } else { format!("{}: {role}", colleagues.name(whom)) };
    }
    match (entry.deed.as_str(), reason.split_once(" until ")) {
        ("access_granted", Some((account, until))) => {
            let until = until.parse().map_or_else(|_| until.to_owned(), show::moment);
            let values = [("name", colleagues.name(account).as_str().into()), ("until", until.as_str().into())];
            say_with("seen-access", values).plain().to_owned()
        }
        ("access_ended", _) => colleagues.name(reason),
        // What was done to an account says which by its id alone.
        _ if reason.parse::<AccountId>().is_ok() => colleagues.name(reason),
        _ => reason.to_owned(),
    }
}

/// Whether an entry is of roles that were given or taken.
fn is_of_roles(deed: &str) -> bool {
    [ROLE_GIVEN, ROLE_TAKEN, ROLE_FOUND, INVITED, UNINVITED].contains(&deed)
}

/// A deed in words.
fn words(desk: &CaseDesk, deed: &str) -> String {
    let own = match deed {
        "access_granted" => say("seen-let-in"),
        "access_ended" => say("seen-access-ended"),
        "file_kept" => say("seen-paper"),
        "case_destroyed" => say("seen-destroyed"),
        ROLE_GIVEN => say("seen-role-given"),
        ROLE_TAKEN => say("seen-role-taken"),
        ROLE_FOUND => say("seen-role-found"),
        INVITED => say("seen-invited"),
        UNINVITED => say("seen-uninvited"),
        "account_suspended" => say("seen-suspended"),
        "account_active" => say("seen-active"),
        "account_erased" => say("seen-erased"),
        "second_step_removed" => say("seen-second-step"),
        "password_link_printed" => say("seen-password-link"),
        _ => "".into(),
    };
    match desk.caseload.practice().act(deed) {
        Some(act) => act.done.clone(),
        None if own.is_empty() => show::capital(deed),
        None => own.plain().to_owned(),
    }
}
