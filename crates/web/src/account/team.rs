//! The people who work on a council's offer: invited, given roles, and relieved of them.

use super::role::{Deed, Reach, Role};
use super::signed::SignedIn;
use crate::App;
use crate::find::Fields;
use crate::outreach::HostSeat;
use crate::safety;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::SignedDuration;
use store::{AccountId, Email, Grant, InvitationToken, NewInvitation, NewMail, Removed, StoreError};

/// How long an invitation works.
const WORKS: SignedDuration = SignedDuration::from_hours(7 * 24);
const LAST: &str = "This is the last administrator here. Make somebody else one first";
const OWN: &str = "Somebody else must give you a role";

#[derive(Template)]
#[template(path = "account/team.html")]
struct TeamPage {
    shell: Shell,
    slug: String,
    /// What a host without an offer of its own is called: there is no desk to go back to.
    host: Option<String>,
    people: Vec<PersonView>,
    invitations: Vec<InvitationView>,
    roles: [Role; 11],
    typed: String,
    wrong: Option<&'static str>,
    done: Option<&'static str>,
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
    wrong: Option<&'static str>,
    done: Option<&'static str>,
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
        shell: Shell::new("People", Part::Desk),
        slug: seat.host.slug.clone(),
        host: seat.signed.keeper.desk(&seat.host.slug).is_none().then(|| seat.host.name.clone()),
        people,
        invitations: invitations.collect(),
        roles: Role::AT_COUNCIL,
        typed: typed.to_owned(),
        wrong,
        done,
    };
    Ok(page::form(wrong.is_some(), &page))
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
                store.invitation_withdraw(id).await.map_err(Fault::store)?;
            }
            Ok(here())
        }
        "remove" => {
            let id: AccountId = sent.get("id").parse().map_err(|_| Fault::bad_request().into_response())?;
            let role = Role::read(sent.get("role")).ok_or_else(|| Fault::bad_request().into_response())?;
            match remove(&seat, id, role).await.map_err(Fault::store)? {
                Removed::Done | Removed::NotHeld => Ok(here()),
                Removed::Last => team(&app, &seat, "", Some(LAST), None).await.map_err(Fault::store),
            }
        }
        _ => Err(Fault::bad_request().into_response()),
    }
}

/// Takes a role away. Whoever may invite others is not the last who may, and takes open invitations along.
async fn remove(seat: &HostSeat, id: AccountId, role: Role) -> Result<Removed, StoreError> {
    let (store, grant) = (seat.signed.keeper.store(), grant(role, &seat.host.slug)?);
    let removed = match role.may(Deed::Team) == Reach::All {
        true => store.inviter_remove(id, &grant, true).await?,
        false if store.grant_remove(id, &grant).await? => Removed::Done,
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
        return team(app, seat, typed, Some("Choose a role"), None).await;
    };
    let Ok(email) = typed.parse::<Email>() else {
        return team(app, seat, typed, Some("Enter an email address, like name@example.org"), None).await;
    };
    let store = seat.signed.keeper.store();
    let grant = grant(role, &seat.host.slug)?;
    if email == seat.signed.account.email {
        return team(app, seat, typed, Some(OWN), None).await;
    }
    if let Some(account) = store.account_by_email(&email).await? {
        store.grant_add(account.id, &grant).await?;
        safety::role(seat.signed.account.id, account.id, role.word(), true);
        return team(app, seat, "", None, Some("They have an account already. The role is theirs now.")).await;
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
            role.what(),
            app.address(),
            token.reveal()
        ),
        due: None,
    };
    let expires = created.checked_add(WORKS).unwrap_or(created);
    let by = seat.signed.account.id;
    let invitation = NewInvitation { email, grants: vec![grant], by, created, expires };
    store.invitation_add(&invitation, &token, Some(&mail)).await?;
    team(app, seat, "", None, Some("The invitation is on its way. It works for a week.")).await
}
