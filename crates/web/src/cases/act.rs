//! One small form for each act, and one handler for all: the table says what is asked, `decide` says what may be.

use super::caseload::{Acts, CaseError, CaseId, Caseload, NewPaper};
use super::colleagues::Colleagues;
use super::desk::CaseDesk;
use super::docket::{council_name, who};
use super::field::{FieldView, FormMaker, Shape, with_more_rows};
use super::home::href;
use super::keeping::KeepingView;
use super::sent::Sent;
use crate::App;
use crate::account::{Deed, SignedIn, form_key};
use crate::find::Fields;
use crate::language::say;
use crate::ui::shell::Part;
use crate::ui::show::CiteView;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use casework::form::{Fault as Wrong, Reader, day};
use casework::practice::{Act, Effect, Kind};
use casework::{Case, Doing, Form, PersonId, Refusal, Who};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{AccountId, IdempotencyKey, Note, StoreError};

#[derive(Template)]
#[template(path = "cases/act.html")]
struct ActPage {
    shell: Shell,
    back: String,
    reference: String,
    who: String,
    title: String,
    what: String,
    cites: Vec<CiteView>,
    notes: Vec<String>,
    fields: Vec<FieldView>,
    refused: Option<RefusedView>,
    owed: Vec<(String, String)>,
    /// How long the case is kept, where that is what it is about.
    keeping: Option<KeepingView>,
    letters: usize,
    /// Whether what is typed is kept while it is typed.
    keeps: bool,
    /// Whether a file goes with it.
    has_file: bool,
    key: String,
    on: String,
    today: String,
}

#[derive(Template)]
#[template(path = "cases/code.html")]
struct CodePage {
    shell: Shell,
    council: String,
    back: String,
    reference: String,
    code: String,
}

/// Why it was not done.
pub(super) struct RefusedView {
    pub says: String,
    pub instead: String,
    pub cites: Vec<CiteView>,
    /// Faults, each with the field it is at.
    pub faults: Vec<(String, String)>,
}

/// An act that somebody opened the form of: a worker at the desk, or a carer on the tracking page.
pub(super) struct Opened {
    pub caseload: Arc<Caseload>,
    pub id: CaseId,
    pub case: Arc<Case>,
    pub act: Act,
    pub matter: Option<u64>,
    pub who: Who,
    /// The account of a worker.
    pub account: Option<AccountId>,
    /// The only people this person may see and name; everybody where there is no such list.
    pub people: Option<Vec<PersonId>>,
    /// The page to go back to.
    pub back: String,
    /// The part of the site.
    pub part: Part,
}

/// Which case, which act.
type Place = (String, String, String);

async fn open(app: &App, signed: SignedIn, place: Place, matter: Option<u64>) -> Result<Opened, Response> {
    let (slug, case, act) = place;
    let desk = CaseDesk::take(app, signed, &slug, Deed::Cases)?;
    let act = desk.caseload.practice().act(&act).cloned().ok_or_else(|| Fault::not_found().into_response())?;
    // Sent a second time, the end of a case is answered as it was the first time.
    if act.effect == Some(Effect::Destroys) && super::retention::is_gone(&desk, &case).await.map_err(Fault::store)? {
        return Err(super::retention::destroyed(&CaseId { council: slug, case }));
    }
    let (id, case) = desk.case(app, &case).await?;
    let (back, account) = (href(&id), Some(desk.signed.account.id));
    let (caseload, who, people, part) = (desk.caseload, desk.who, None, Part::Desk);
    Opened { caseload, id, case, act, matter, who, account, people, back, part }.checked()
}

/// `/cases/{slug}/case/{case}/do/{act}`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(place): Path<Place>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Response> {
    let matter = asked.get("matter").and_then(|id| id.parse().ok());
    let opened = open(&app, signed, place, matter).await?;
    opened.looked(&app).await.map_err(Fault::store)?;
    let draft = opened.draft().await.map_err(Fault::store)?;
    opened.draw(&app, draft.as_ref(), None).await
}

/// Does the act.
pub(super) async fn take(
    State(app): State<App>,
    signed: SignedIn,
    Path(place): Path<Place>,
    Query(asked): Query<BTreeMap<String, String>>,
    sent: Sent,
) -> Result<Response, Response> {
    let matter = asked.get("matter").and_then(|id| id.parse().ok());
    let opened = open(&app, signed, place, matter).await?;
    match sent.fields.get("do") {
        "keep" => opened.keep(&app, &sent.fields).await.map_err(Fault::store),
        _ => opened.send(&app, sent).await,
    }
}

impl Opened {
    /// The act, where this person may do it and the matter is settled.
    pub(super) fn checked(mut self) -> Result<Opened, Response> {
        if casework::may(&self.act, &self.who).is_none() {
            return Err(Fault::not_yours().into_response());
        }
        // Without a word on which, it is done in the last matter of its kind; for an act that begins one, in the last to
        // which that can belong.
        let kind = self.caseload.practice().matter(&self.act.matter);
        let theirs = |matter: &casework::Matter| self.people.as_ref().is_none_or(|people| matter.is_open_to(people));
        if self.matter.and_then(|id| self.case.matter(id)).is_some_and(|matter| !theirs(matter)) {
            return Err(Fault::not_found().into_response());
        }
        let fits = |matter: &casework::Matter| match self.act.begins {
            true => kind.is_some_and(|kind| kind.within.contains(&matter.kind)),
            false => matter.kind == self.act.matter && theirs(matter),
        };
        let mut fitting = self.case.matters.iter().filter(|matter| fits(matter));
        let last = fitting.clone().rfind(|matter| !matter.is_ended).or_else(|| fitting.next_back());
        self.matter = self.matter.or(last.map(|matter| matter.id));
        Ok(self)
    }

    /// Writes into the audit chain that a worker opened the form, which names the people of the case.
    async fn looked(&self, app: &App) -> Result<(), StoreError> {
        let (stream, at) = (self.id.stream()?, app.clock().now());
        let deed = "looked at a form of the case";
        let note = Note { by: self.account, at, deed, stream: Some(&stream), reason: None };
        self.caseload.store().note(&self.id.council, &note).await.map(|_| ())
    }

    /// The name under which what is typed into this form is kept.
    fn form_name(&self) -> String {
        format!("{} {}", self.act.name, self.matter.unwrap_or_default())
    }

    /// What this person typed before and did not send.
    async fn draft(&self) -> Result<Option<Form>, StoreError> {
        let Some(account) = self.account else { return Ok(None) };
        let draft = self.caseload.store().draft(account, &self.id.stream()?, &self.form_name()).await?;
        // What an earlier form had is of no use to a later one.
        Ok(draft.and_then(|draft| serde_json::from_str(&draft.text).ok()).map(Form))
    }

    /// Keeps what is being typed, so that nothing is lost where the browser dies.
    async fn keep(&self, app: &App, sent: &Fields) -> Result<Response, StoreError> {
        let Some(account) = self.account else { return Ok(page::json(&serde_json::json!({}))) };
        let typed = sent.under("").filter(|(name, text)| !text.is_empty() && !matches!(*name, "key" | "do"));
        let text = serde_json::to_string(&typed.collect::<Vec<_>>()).unwrap_or_default();
        let now = app.clock().now();
        self.caseload.store().save_draft(account, &self.id.stream()?, &self.form_name(), &text, now).await?;
        let at = crate::clock::london(now).strftime("%H:%M").to_string();
        Ok(page::json(&serde_json::json!({ "at": at })))
    }

    /// Does what a form says, and shows the form again with what is in the way, or with more rows.
    pub(super) async fn send(&self, app: &App, sent: Sent) -> Result<Response, Response> {
        let Sent { fields: sent, file } = sent;
        let paper = super::paper::field_of(&self.act, self.caseload.practice());
        // Only what was handed in with this form is a paper of it, whatever else the form says.
        let typed = sent.under("").filter(|(name, _)| paper != Some(*name));
        let mut form = Form(typed.map(|(name, text)| (name.to_owned(), text.to_owned())).collect());
        match sent.get("more") {
            "" => {}
            rows => return self.draw(app, Some(&with_more_rows(form, rows)), None).await,
        }
        if let Some(wrong) = self.not_here(&form).await.map_err(Fault::store)? {
            return self.draw(app, Some(&form), Some(Refusal::Form(vec![wrong]))).await;
        }
        let key = match sent.get("key") {
            "" => None,
            key => Some(IdempotencyKey::new(key).map_err(Fault::store)?),
        };
        let mut new = None;
        if let Some(file) = file.filter(|file| paper == Some(&file.field)) {
            let field = file.field.clone();
            match self.put(app, file).await.map_err(Fault::store)? {
                Ok((paper, kept)) => {
                    form.0.push((field, paper));
                    new = kept;
                }
                Err(says) => {
                    let wrong = Refusal::Form(vec![Wrong { field, says }]);
                    return self.draw(app, Some(&form), Some(wrong)).await;
                }
            }
        }
        match self.act(app, &form, key, new.as_ref()).await {
            Ok(()) if self.act.name == "code_renewed" => self.show_code(app, &form).await,
            Ok(()) if self.act.effect == Some(Effect::Destroys) => Ok(super::retention::destroyed(&self.id)),
            Ok(()) => Ok(Redirect::to(&self.back).into_response()),
            Err(CaseError::Store(error)) => Err(Fault::store(error)),
            Err(CaseError::Refused(refusal)) => self.draw(app, Some(&form), Some(*refusal)).await,
            Err(CaseError::Busy) => {
                let busy = Refusal::Day(say("act-busy").plain().to_owned());
                self.draw(app, Some(&form), Some(busy)).await
            }
        }
    }

    /// What is wrong with a form that names somebody who does not work at the council.
    async fn not_here(&self, form: &Form) -> Result<Option<Wrong>, StoreError> {
        let practice = self.caseload.practice();
        let is_officer = |field: &&str| practice.fields.get(*field).is_some_and(|field| field.kind == Kind::Officer);
        let mut fields = self.act.asks.iter().map(|column| column.field.as_str()).filter(is_officer);
        let Some((field, named)) = fields.find_map(|field| Some((field, form.get(field)?))) else { return Ok(None) };
        let is_here = Colleagues::at(self.caseload.store(), &self.id.council).await?.find(named).is_some();
        let says = say("act-not-here").plain().to_owned();
        Ok((!is_here).then(|| Wrong { field: field.to_owned(), says }))
    }

    /// The new code, which is shown this once.
    async fn show_code(&self, app: &App, form: &Form) -> Result<Response, Response> {
        let case = self.caseload.case(&self.id).unwrap_or_default();
        let person = form.get("person").and_then(|id| id.parse().ok()).map(PersonId);
        let person = person.ok_or_else(|| Fault::bad_request().into_response())?;
        let code = super::code::renew(&self.caseload, &self.id, &case, person).await.map_err(Fault::store)?;
        let (shell, council) = (Shell::dense("A new code", self.part), council_name(app, &self.id.council));
        Ok(page::ok(&CodePage { shell, council, back: self.back.clone(), reference: case.reference.clone(), code }))
    }

    /// Whether only people are named whom this person may name.
    fn names_own(&self, values: &casework::Values) -> bool {
        let Some(people) = &self.people else { return true };
        values.values().flat_map(casework::Value::people).all(|named| people.contains(named))
    }

    async fn act(
        &self,
        app: &App,
        form: &Form,
        key: Option<IdempotencyKey>,
        file: Option<&NewPaper>,
    ) -> Result<(), CaseError> {
        let today = app.clock().today();
        let law = app.today();
        let practice = self.caseload.practice();
        let make = |case: &Case| {
            let reader = Reader { practice, law: app.law(), case };
            let values = reader.read(&self.act, form).map_err(Refusal::Form)?;
            if !self.names_own(&values) {
                return Err(Refusal::NotThere);
            }
            let on = form
                .get("on")
                .map_or(Ok(today), day)
                .map_err(|says| Refusal::Form(vec![Wrong { field: "on".to_owned(), says }]))?;
            Ok(Doing { act: self.act.name.clone(), matter: self.matter, on, values, by: self.who.clone() })
        };
        let acts = Acts {
            id: &self.id,
            doing: vec![Box::new(make)],
            account: self.account,
            at: app.clock().now(),
            today,
            day: &law,
            council: &council_name(app, &self.id.council),
            key,
            form: Some(self.form_name()),
            file,
        };
        self.caseload.act(acts, |case, events| super::notice::mail(app, case, events)).await?;
        Ok(())
    }

    /// How long the case is kept, for an act that is about that and not about the family.
    fn keeping(&self, app: &App, colleagues: &Colleagues) -> Option<KeepingView> {
        let practice = self.caseload.practice();
        practice.matter(&self.act.matter).filter(|kind| !kind.is_work)?;
        Some(KeepingView::of(app, &self.case, practice, colleagues))
    }

    /// The form: with what was typed, and what is in the way.
    pub(super) async fn draw(
        &self,
        app: &App,
        typed: Option<&Form>,
        refusal: Option<Refusal>,
    ) -> Result<Response, Response> {
        let colleagues = match self.account {
            Some(_) => Colleagues::at(self.caseload.store(), &self.id.council).await.map_err(Fault::store)?,
            None => Colleagues::default(),
        };
        Ok(self.page(app, &colleagues, typed, refusal))
    }

    fn page(&self, app: &App, colleagues: &Colleagues, typed: Option<&Form>, refusal: Option<Refusal>) -> Response {
        let today = app.clock().today();
        let faults = match &refusal {
            Some(Refusal::Form(faults)) => faults.clone(),
            _ => Vec::new(),
        };
        let maker = FormMaker {
            practice: self.caseload.practice(),
            law: app.law(),
            case: &self.case,
            matter: self.matter.and_then(|id| self.case.matter(id)),
            today,
            colleagues,
            people: self.people.as_deref(),
            faults: &faults,
        };
        let is_new = typed.is_none();
        let empty = Form::default();
        let asks = |name: &str| self.act.asks.iter().any(|column| column.field == name);
        let owed = if asks("supports_considered") { casework::owed(&self.case, &app.today()) } else { Vec::new() };
        let mut form = typed.unwrap_or(&empty).clone();
        if is_new {
            form.0.extend(FormMaker::with_supports(&owed));
        }
        let is_wrong = refusal.is_some();
        let day = app.today();
        let on = form.get("on").map_or_else(|| today.to_string(), str::to_owned);
        let page = ActPage {
            shell: Shell::dense(say("case-tab").plain(), self.part),
            back: self.back.clone(),
            reference: self.case.reference.clone(),
            who: if self.account.is_some() { who(&self.case) } else { String::new() },
            title: self.act.carer_title.as_ref().filter(|_| self.account.is_none()).unwrap_or(&self.act.title).clone(),
            what: self.act.what.clone(),
            cites: CiteView::all(&self.act.cites.iter().map(|cite| day.citation(cite)).collect::<Vec<_>>()),
            notes: self.act.notes.clone(),
            fields: maker.fields(&self.act, &form, is_new && owed.is_empty()),
            refused: refusal.map(|refusal| refused(&refusal, app, &faults)),
            owed,
            keeping: self.keeping(app, colleagues),
            letters: self.act.tells.len(),
            keeps: self.account.is_some(),
            has_file: super::paper::field_of(&self.act, self.caseload.practice()).is_some(),
            key: form_key(),
            on,
            today: today.to_string(),
        };
        page::form(is_wrong, &page)
    }
}

/// A refusal, as pages show it.
pub(super) fn refused(refusal: &Refusal, app: &App, faults: &[Wrong]) -> RefusedView {
    let day = app.today();
    let instead = match refusal {
        Refusal::Rule { instead, .. } => instead.clone(),
        _ => String::new(),
    };
    RefusedView {
        says: crate::ui::show::capital(&refusal.to_string()),
        instead,
        cites: CiteView::all(&refusal.cites().iter().map(|cite| day.citation(cite)).collect::<Vec<_>>()),
        faults: faults.iter().map(|fault| (fault.field.clone(), fault.says.clone())).collect(),
    }
}
