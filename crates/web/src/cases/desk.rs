//! Somebody who works on the cases of a council. Every page of casework begins with one.

use super::caseload::{CaseId, Caseload};
use super::colleagues::Colleagues;
use crate::App;
use crate::account::{Deed, Reach, Role, SignedIn, reach};
use crate::ui::Fault;
use axum::response::{IntoResponse, Redirect, Response};
use casework::{Case, Officer, Who};
use std::sync::Arc;
use store::{Note, StreamId};

/// Which pages about all cases of a council somebody sees, for the menu.
#[derive(Clone, Copy)]
pub(crate) struct Sees {
    /// How all stand, and how long they are kept.
    pub all: bool,
    /// The complaints of a year.
    pub complaints: bool,
}

/// Somebody at the desk of a council's cases.
pub(crate) struct CaseDesk {
    /// Who.
    pub signed: SignedIn,
    /// The council's name in addresses.
    pub slug: String,
    /// Every case.
    pub caseload: Arc<Caseload>,
    /// Who they are in a case.
    pub who: Who,
}

impl CaseDesk {
    /// A place at the desk, for a deed.
    ///
    /// # Errors
    /// The page that says it is not theirs. Whoever may not look is not told whether there is anything.
    pub(crate) fn take(app: &App, signed: SignedIn, slug: &str, deed: Deed) -> Result<CaseDesk, Response> {
        if reach(&signed.grants, deed, Some(slug)) != Reach::All {
            return Err(Fault::not_yours().into_response());
        }
        let caseload = app.caseload().ok_or_else(|| Fault::not_found().into_response())?;
        let who = Who { officer: Officer::new(signed.account.id.to_string()), roles: roles(&signed, slug) };
        Ok(CaseDesk { signed, slug: slug.to_owned(), caseload, who })
    }

    /// A case of this council, which this person may see: a restricted one is seen by its worker, and by those who were
    /// let in for a time.
    ///
    /// # Errors
    /// The page that says that there is none, or that they must first be let in. A try is written into the audit chain.
    pub(crate) async fn case(&self, app: &App, name: &str) -> Result<(CaseId, Arc<Case>), Response> {
        let id = CaseId { council: self.slug.clone(), case: name.to_owned() };
        let case = self.caseload.case(&id).ok_or_else(|| Fault::not_found().into_response())?;
        if case.restricted.is_none() || case.worker.as_ref() == Some(&self.who.officer) {
            return Ok((id, case));
        }
        let stream = id.stream().map_err(Fault::store)?;
        let let_in = self.caseload.store().access(&stream, self.signed.account.id, app.clock().now());
        if let_in.await.map_err(Fault::store)?.is_some() {
            return Ok((id, case));
        }
        self.looked(app, &id, "a restricted case, and was refused").await.map_err(Fault::store)?;
        Err(Redirect::to(&format!("/cases/{}/let-in/{}", id.council, id.case)).into_response())
    }

    /// Which pages about all cases they see.
    pub(crate) fn sees(&self) -> Sees {
        let may = |deed| reach(&self.signed.grants, deed, Some(&self.slug)) == Reach::All;
        Sees { all: may(Deed::Oversee), complaints: may(Deed::Complaints) }
    }
}

/// What somebody is in the cases of a council.
fn roles(signed: &SignedIn, slug: &str) -> Vec<casework::Role> {
    let here = signed.grants.iter().filter(|grant| grant.council.as_deref() == Some(slug));
    let roles = here.filter_map(|grant| match Role::read(grant.role.as_str())? {
        Role::Worker => Some(casework::Role::Worker),
        Role::Manager => Some(casework::Role::Manager),
        Role::Coordinator => Some(casework::Role::Coordinator),
        Role::Complaints => Some(casework::Role::Complaints),
        _ => None,
    });
    roles.collect()
}

impl CaseDesk {
    /// Everybody with a role at this council.
    pub(super) async fn colleagues(&self) -> Result<Colleagues, store::StoreError> {
        Colleagues::at(self.caseload.store(), &self.slug).await
    }

    /// Writes into the audit chain that this person looked at something of a case.
    pub(crate) async fn looked(&self, app: &App, id: &CaseId, what: &str) -> Result<(), store::StoreError> {
        self.note(app, Some(&id.stream()?), what).await
    }

    /// Writes into the audit chain that this person looked at the list of cases, which names families. For whom they looked
    /// is not written: a name would stay there in clear.
    pub(crate) async fn listed(&self, app: &App, is_search: bool) -> Result<(), store::StoreError> {
        self.note(app, None, if is_search { "the cases of a name" } else { "the list of cases" }).await
    }

    /// Writes into the audit chain that this person looked at something of no single case.
    pub(crate) async fn looked_over(&self, app: &App, what: &str) -> Result<(), store::StoreError> {
        self.note(app, None, what).await
    }

    async fn note(&self, app: &App, stream: Option<&StreamId>, what: &str) -> Result<(), store::StoreError> {
        let deed = format!("looked at {what}");
        let (by, at) = (Some(self.signed.account.id), app.clock().now());
        let note = Note { by, at, deed: &deed, stream, reason: None };
        self.caseload.store().note(&self.slug, &note).await.map(|_| ())
    }
}
