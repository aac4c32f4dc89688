//! A new case: search first, so that no child has two; then the child, the carer and what is asked for, in one form.

use super::caseload::{Acts, CaseError, CaseId, Make};
use super::code::SIGNS;
use super::desk::{CaseDesk, Sees};
use super::docket::council_name;
use super::home::href;
use crate::App;
use crate::account::{Deed, SignedIn, form_key};
use crate::find::Fields;
use crate::language::{Said, say};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use casework::form::Reader;
use casework::{Case, Doing, Form, Refusal, Who};
use jiff::civil::Date;
use store::{IdempotencyKey, IndexWord};

#[derive(Template)]
#[template(path = "cases/new.html")]
struct NewPage {
    shell: Shell,
    slug: String,
    sees: Sees,
    key: String,
    typed: Fields,
    like: Vec<(String, String)>,
    refused: Option<String>,
}

impl NewPage {
    /// Who may ask.
    fn askers(&self) -> [(&'static str, Said); 5] {
        [
            ("carer", say("new-case-asked-by-carer")),
            ("child", say("new-case-asked-by-child")),
            ("parent", say("new-case-asked-by-parent")),
            ("worker", say("new-case-asked-by-worker")),
            ("other", say("new-case-asked-by-other")),
        ]
    }

    /// How it may come in.
    fn ways(&self) -> [(&'static str, Said); 4] {
        [
            ("phone", say("new-case-how-phone")),
            ("letter", say("new-case-how-letter")),
            ("in_person", say("new-case-how-in-person")),
            ("site", say("new-case-how-site")),
        ]
    }
}

/// `/cases/{slug}/new`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(&app, signed, &slug, Deed::Cases)?;
    Ok(draw(&desk, Fields::default(), Vec::new(), None))
}

fn draw(desk: &CaseDesk, typed: Fields, like: Vec<(String, String)>, refused: Option<String>) -> Response {
    let is_wrong = refused.is_some() || !like.is_empty();
    let page = NewPage {
        shell: Shell::said(&say("new-case-title"), Part::Desk),
        slug: desk.slug.clone(),
        sees: desk.sees(),
        key: form_key(),
        typed,
        like,
        refused,
    };
    page::form(is_wrong, &page)
}

/// Opens the case, unless somebody of that name has one.
pub(super) async fn take(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(&app, signed, &slug, Deed::Cases)?;
    let child = sent.get("child_name");
    let found = desk.caseload.found(&slug, child).await.map_err(Fault::store)?;
    let cases = found.iter().filter_map(|id| Some((id, desk.caseload.case(id)?)));
    let is_theirs =
        |case: &Case| case.with_part("child").any(|person| IndexWord::each(&person.name) == IndexWord::each(child));
    let like: Vec<(String, String)> = cases
        .filter(|(_, case)| case.restricted.is_none() && is_theirs(case))
        .map(|(id, case)| (href(id), format!("{}: {}", case.reference, super::docket::who(&case))))
        .collect();
    if !like.is_empty() && sent.get("is_another") != "yes" {
        // To be told that somebody of a name has a case is a search for that name.
        desk.listed(&app, true).await.map_err(Fault::store)?;
        return Ok(draw(&desk, sent, like, None));
    }
    let id = CaseId::fresh(&slug).map_err(Fault::store)?;
    let key = match sent.get("key") {
        "" => None,
        key => Some(IdempotencyKey::new(key).map_err(Fault::store)?),
    };
    let today = app.clock().today();
    let opening = Opening::of(&sent, reference(&id), today);
    let law = app.today();
    let practice = desk.caseload.practice();
    let acts = Acts {
        id: &id,
        doing: opening.acts(&app, practice, &desk.who),
        account: Some(desk.signed.account.id),
        at: app.clock().now(),
        today,
        day: &law,
        council: &council_name(&app, &slug),
        key,
        form: None,
        file: None,
    };
    match desk.caseload.act(acts, |case, events| super::notice::mail(&app, case, events)).await {
        Ok(_) => Ok(Redirect::to(&href(&id)).into_response()),
        Err(CaseError::Store(error)) => Err(Fault::store(error)),
        Err(error) => Ok(draw(&desk, sent, Vec::new(), Some(told(&error)))),
    }
}

/// Why it was not done, with every fault.
pub(super) fn told(error: &CaseError) -> String {
    match error {
        CaseError::Refused(refusal) => match refusal.as_ref() {
            Refusal::Form(faults) => faults.iter().map(|fault| fault.says.clone()).collect::<Vec<_>>().join("; "),
            other => other.to_string(),
        },
        other => other.to_string(),
    }
}

/// The reference of a case: short enough to be read out on the phone.
pub(super) fn reference(id: &CaseId) -> String {
    let digits = id.case.bytes().take(16).filter_map(|byte| char::from(byte).to_digit(16));
    let number = digits.fold(0_u64, |number, digit| number << 4 | u64::from(digit));
    let sign = |place: u32| {
        let at = usize::try_from(number >> (5 * place) & 31).unwrap_or_default();
        SIGNS.get(at).map_or('2', |sign| char::from(*sign))
    };
    let text: String = (0..8).map(sign).collect();
    format!("K{}-{}", text.get(..4).unwrap_or_default(), text.get(4..).unwrap_or_default())
}

/// What opens a case: each act with its form.
pub(super) struct Opening(pub Vec<(&'static str, Form)>);

impl Opening {
    fn of(sent: &Fields, reference: String, today: Date) -> Opening {
        let form = |pairs: &[(&str, &str)]| {
            Form(
                pairs
                    .iter()
                    .filter(|(_, text)| !text.is_empty())
                    .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
                    .collect(),
            )
        };
        let get = |name: &str| sent.get(name);
        let mut acts = vec![
            ("case_opened", form(&[("reference", &reference), ("opened_because", get("opened_because"))])),
            (
                "person_added",
                form(&[
                    ("name", get("child_name")),
                    ("part", "child"),
                    ("relationship", "the child"),
                    ("born", get("child_born")),
                ]),
            ),
        ];
        if !get("carer_name").is_empty() {
            acts.push((
                "person_added",
                form(&[
                    ("name", get("carer_name")),
                    ("part", "carer"),
                    ("relationship", get("carer_is")),
                    ("address", get("carer_address")),
                    ("phone", get("carer_phone")),
                    ("email", get("carer_email")),
                ]),
            ));
        }
        if !get("what_is_needed").is_empty() {
            let asked_on = match get("asked_on") {
                "" => today.to_string(),
                day => day.to_owned(),
            };
            acts.push((
                "request_made",
                form(&[
                    ("asked_by", get("asked_by")),
                    ("asked_how", get("asked_how")),
                    ("asked_on", &asked_on),
                    ("what_happened", get("what_happened")),
                    ("what_is_needed", get("what_is_needed")),
                    ("consent", get("consent")),
                ]),
            ));
        }
        Opening(acts)
    }

    /// The acts, each to be made from the case as it then stands.
    pub(super) fn acts<'a>(&'a self, app: &'a App, practice: &'a casework::Practice, who: &'a Who) -> Vec<Make<'a>> {
        let make = |(name, form): &'a (&'static str, Form)| -> Make<'a> {
            Box::new(move |case: &Case| {
                let act = practice.act(name).ok_or_else(|| Refusal::Unknown((*name).to_owned()))?;
                let values = Reader { practice, law: app.law(), case }.read(act, form).map_err(Refusal::Form)?;
                let matter = case.matters.first().map(|matter| matter.id);
                Ok(Doing { act: (*name).to_owned(), matter, on: app.clock().today(), values, by: who.clone() })
            })
        };
        self.0.iter().map(make).collect()
    }
}
