//! The people who work on a council's offer: invited, given roles, and relieved of them.

use super::role::{Deed, Reach, Role};
use super::signed::SignedIn;
use crate::App;
use crate::cases::Colleagues;
use crate::find::Fields;
use crate::language::{Said, say, say_with};
use crate::outreach::HostSeat;
use crate::safety;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::SignedDuration;
use store::{
    AccountId, AuditFilter, Body, Email, Entry, Grant, INVITED, InvitationToken, NewInvitation, NewMail, ROLE_FOUND,
    ROLE_GIVEN, ROLE_TAKEN, Removed, Store, StoreError, UNINVITED,
};

/// How long an invitation works.
const WORKS: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How much of what was done about roles a page tells.
const TOLD: usize = 20;

/// Who does from the command line what others do on this page.
pub(crate) fn runs_it() -> Said {
    say("team-runs-it")
}

#[derive(Template)]
#[template(path = "account/team.html")]
struct TeamPage {
    shell: Shell,
    slug: String,
    /// What a host without an offer of its own is called: there is no desk to go back to.
    host: Option<String>,
    people: Vec<PersonView>,
    invitations: Vec<InvitationView>,
    /// What was done about roles here, the newest first: when and what.
    told: Vec<(String, Said)>,
    roles: [Role; 11],
    typed: String,
    wrong: Option<Said>,
    done: Option<Said>,
}

/// Somebody with a role here.
struct PersonView {
    id: String,
    name: String,
    email: String,
    role: &'static str,
}

/// Somebody who was invited.
struct InvitationView {
    id: String,
    email: String,
    role: String,
    until: String,
}

/// `/publish/{slug}/team`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let seat = HostSeat::take(signed, &app, &slug, Deed::Team)?;
    team(&app, &seat, "", None, None).await.map_err(Fault::store)
}

async fn team(
    app: &App,
    seat: &HostSeat,
    typed: &str,
    wrong: Option<Said>,
    done: Option<Said>,
) -> Result<Response, StoreError> {
    let store = seat.signed.keeper.store();
    let mut people = Vec::new();
    for (id, grant) in store.grants_at(Some(&seat.host.slug)).await? {
        let (Some(account), Some(role)) = (store.account(id).await?, Role::read(grant.role.as_str())) else { continue };
        let (name, email) = (account.name, account.email.to_string());
        people.push(PersonView { id: id.to_string(), name, email, role: role.word() });
    }
    let now = app.clock().now();
    let here = |grant: &Grant| grant.council.as_deref() == Some(seat.host.slug.as_str());
    let open = store.invitations().await?.into_iter().filter(|one| one.used.is_none() && one.expires > now);
    let invitations = open.filter(|one| one.grants.iter().any(here)).map(|one| InvitationView {
        id: one.id.to_string(),
        email: one.email.to_string(),
        role: one.grants.iter().map(|grant| grant.role.as_str().to_owned()).collect::<Vec<_>>().join(", "),
        until: show::moment(one.expires),
    });
    let page = TeamPage {
        shell: Shell::said(&say("team-title"), Part::Desk),
        slug: seat.host.slug.clone(),
        host: seat.signed.keeper.desk(&seat.host.slug).is_none().then(|| seat.host.name.clone()),
        people,
        invitations: invitations.collect(),
        told: told(store, &seat.host.slug).await?,
        roles: Role::AT_COUNCIL,
        typed: typed.to_owned(),
        wrong,
        done,
    };
    Ok(page::form(page.wrong.is_some(), &page))
}

/// What the audit chain tells of roles here, lately.
async fn told(store: &Store, slug: &str) -> Result<Vec<(String, Said)>, StoreError> {
    let filter = AuditFilter { deeds: &[ROLE_GIVEN, ROLE_TAKEN, ROLE_FOUND, INVITED, UNINVITED], ..Default::default() };
    let entries = store.audit(slug, &filter, TOLD).await?;
    let colleagues = Colleagues::at(store, slug).await?;
    let told = entries.iter().map(|entry| (show::moment(entry.at), sentence(entry, &colleagues)));
    Ok(told.collect())
}

fn sentence(entry: &Entry, colleagues: &Colleagues) -> Said {
    let not_here = say("team-not-here");
    let by = entry.by.map(|by| colleagues.find(&by.to_string()).unwrap_or(not_here.plain()).to_owned());
    let by = show::capital(&by.unwrap_or_else(|| runs_it().plain().to_owned()));
    let about = entry.reason.as_ref().and_then(Body::text).unwrap_or_default();
    let (whom, role) = about.split_once(' ').unwrap_or(("", about));
    let whom = colleagues.find(whom).unwrap_or(not_here.plain());
    let capital = show::capital(whom);
    let values = |whom: &str| [("by", by.as_str().into()), ("role", role.into()), ("whom", whom.into())];
    match entry.deed.as_str() {
        ROLE_GIVEN => say_with("team-given", values(whom)),
        ROLE_TAKEN => say_with("team-taken", values(whom)),
        ROLE_FOUND => say_with("team-found", values(&capital)),
        UNINVITED => say_with("team-uninvited", values(whom)),
        _ => say_with("team-was-invited", values(whom)),
    }
}

/// Invites somebody, takes an invitation back, or takes a role away.
pub(super) async fn take(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let seat = HostSeat::take(signed, &app, &slug, Deed::Team)?;
    let here = || Redirect::to(&format!("/publish/{slug}/team")).into_response();
    match sent.get("do") {
        "invite" => invite(&app, &seat, &sent).await.map_err(Fault::store),
        "withdraw" => {
            let id = sent.get("id").parse().map_err(|_| Fault::bad_request().into_response())?;
            let store = seat.signed.keeper.store();
            // An invitation to another council is not this one's to take back.
            let known = store.invitations().await.map_err(Fault::store)?;
            let is_here = |grant: &Grant| grant.council.as_deref() == Some(slug.as_str());
            if known.iter().any(|one| one.id == id && one.grants.iter().all(is_here)) {
                store.invitation_withdraw(id, seat.signed.doer(&app)).await.map_err(Fault::store)?;
            }
            Ok(here())
        }
        "remove" => {
            let id: AccountId = sent.get("id").parse().map_err(|_| Fault::bad_request().into_response())?;
            let role = Role::read(sent.get("role")).ok_or_else(|| Fault::bad_request().into_response())?;
            match remove(&app, &seat, id, role).await.map_err(Fault::store)? {
                Removed::Done | Removed::NotHeld => Ok(here()),
                Removed::Last => team(&app, &seat, "", Some(say("team-last")), None).await.map_err(Fault::store),
            }
        }
        _ => Err(Fault::bad_request().into_response()),
    }
}

/// Takes a role away. Whoever may invite others is not the last who may, and takes open invitations along.
async fn remove(app: &App, seat: &HostSeat, id: AccountId, role: Role) -> Result<Removed, StoreError> {
    let (store, grant) = (seat.signed.keeper.store(), grant(role, &seat.host.slug)?);
    let doer = seat.signed.doer(app);
    let removed = match role.may(Deed::Team) == Reach::All {
        true => store.inviter_remove(id, &grant, true, doer).await?,
        false if store.grant_remove(id, &grant, doer).await? => Removed::Done,
        false => Removed::NotHeld,
    };
    if matches!(removed, Removed::Done) {
        safety::role(seat.signed.account.id, id, role.word(), false);
    }
    Ok(removed)
}

fn grant(role: Role, slug: &str) -> Result<Grant, StoreError> {
    Ok(Grant { role: role.word().parse()?, council: Some(slug.to_owned()) })
}

/// Invites somebody; whoever has an account already is given the role at once.
async fn invite(app: &App, seat: &HostSeat, sent: &Fields) -> Result<Response, StoreError> {
    let typed = sent.get("email");
    let Some(role) = Role::read(sent.get("role")).filter(|role| Role::AT_COUNCIL.contains(role)) else {
        return team(app, seat, typed, Some(say("team-role-wrong")), None).await;
    };
    let Ok(email) = typed.parse::<Email>() else {
        return team(app, seat, typed, Some(say("account-form-email-wrong")), None).await;
    };
    let store = seat.signed.keeper.store();
    let grant = grant(role, &seat.host.slug)?;
    if email == seat.signed.account.email {
        return team(app, seat, typed, Some(say("team-own")), None).await;
    }
    if let Some(account) = store.account_by_email(&email).await? {
        store.grant_add(account.id, &grant, seat.signed.doer(app)).await?;
        safety::role(seat.signed.account.id, account.id, role.word(), true);
        return team(app, seat, "", None, Some(say("team-known"))).await;
    }
    let (created, token) = (app.clock().now(), InvitationToken::fresh());
    let mail = NewMail {
        to: email.clone(),
        subject: "Your invitation to Kith".to_owned(),
        body: format!(
            "{} invites you to work on Kith for {}, as {}: {}.\n\nOpen this link within a week to make your \
             account:\n{}/account/invitation/{}\n",
            seat.signed.account.name,
            seat.host.name,
            role.word(),
            role.what().plain(),
            app.address(),
            token.reveal()
        ),
        due: None,
    };
    let expires = created.checked_add(WORKS).unwrap_or(created);
    let by = seat.signed.account.id;
    let invitation = NewInvitation { email, grants: vec![grant], by, created, expires };
    store.invitation_add(&invitation, &token, Some(&mail)).await?;
    team(app, seat, "", None, Some(say("team-sent"))).await
}
