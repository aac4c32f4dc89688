//! Publishing: sending the draft to a second person, publishing it, sending it back, withdrawing an edition.

use super::changes::{ChangeView, views};
use super::people::People;
use crate::App;
use crate::account::{self, Deed, Seat, SignedIn, form_key};
use crate::find::Fields;
use crate::keeper::ActError;
use crate::language::{Piece, Said, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use offer::differences;
use offer::publish::{Act, Approval, Change, Digest, Edition, Proposal};
use store::{NewMail, StoreError};

#[derive(Template)]
#[template(path = "publish/editions.html")]
struct EditionsPage {
    shell: Shell,
    slug: String,
    proposal: Option<ProposalView>,
    sent_back: Option<(String, String)>,
    editions: Vec<EditionView>,
    faults: usize,
    is_consulted: bool,
    is_first: bool,
    may_propose: bool,
    may_publish: bool,
    key: String,
    today: String,
    refused: Option<String>,
    typed: Fields,
}

/// What waits for the second person.
struct ProposalView {
    by: String,
    is_mine: bool,
    at: String,
    kind: String,
    effective: String,
    approval: String,
    digest: String,
    changes: Vec<ChangeView>,
}

/// An edition, in words.
struct EditionView {
    number: u32,
    kind: String,
    effective: String,
    published: String,
    by: Said,
    approval: String,
    digest: String,
    withdrawn: Option<(String, String)>,
}

pub(crate) fn kind_words(change: &Change) -> String {
    match change {
        Change::Update => "An update".to_owned(),
        Change::Correction { reason } => format!("A correction: {reason}"),
    }
}

pub(crate) fn approval_words(approval: &Approval) -> String {
    let on = approval.on.map(|on| format!(", {}", show::date(on))).unwrap_or_default();
    let minute = approval.minute.as_ref().map(|minute| format!(", minute {minute}")).unwrap_or_default();
    format!("{}{on}{minute}", approval.body)
}

fn edition(people: &People, edition: &Edition) -> EditionView {
    let name = |officer| Piece::words(people.name(officer));
    EditionView {
        number: edition.number,
        kind: kind_words(&edition.change),
        effective: show::date(edition.effective),
        published: show::moment(edition.published_at),
        by: say_with("desk-editions-by", [("by", name(&edition.published_by)), ("sender", name(&edition.proposed_by))]),
        approval: approval_words(&edition.approval),
        digest: edition.digest.to_string(),
        withdrawn: edition.withdrawn.as_ref().map(|why| (show::date(why.from), why.reason.clone())),
    }
}

fn proposal(app: &App, seat: &Seat, people: &People, known: &Proposal) -> ProposalView {
    let before = seat.desk.editions.last().map(|edition| edition.records()).unwrap_or_default();
    ProposalView {
        by: people.name(&known.by),
        is_mine: known.by == seat.officer(),
        at: show::moment(known.at),
        kind: kind_words(&known.change),
        effective: show::date(known.effective),
        approval: approval_words(&known.approval),
        digest: known.digest.to_string(),
        changes: views(app, differences(&before, &seat.desk.draft.records())),
    }
}

/// `/publish/{slug}/editions`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let seat = Seat::whole(signed, &slug, Deed::Read)?;
    draw(&app, &seat, None, Fields::default()).await.map_err(Fault::store)
}

async fn draw(app: &App, seat: &Seat, refused: Option<String>, typed: Fields) -> Result<Response, StoreError> {
    let people = People::of(seat).await?;
    let desk = &seat.desk;
    let (_, faults) = desk.draft.offer(app.law());
    let is_wrong = refused.is_some();
    let page = EditionsPage {
        shell: Shell::said(&say("desk-editions-title"), Part::Desk),
        slug: seat.slug.clone(),
        proposal: desk.proposal.as_ref().map(|known| proposal(app, seat, &people, known)),
        sent_back: desk.sent_back.as_ref().map(|(by, why)| (people.name(by), why.clone())),
        editions: desk.editions.iter().rev().map(|known| edition(&people, known)).collect(),
        faults: faults.len(),
        is_consulted: desk.fresh_consultation().is_some(),
        is_first: desk.editions.is_empty(),
        may_propose: seat.may(Deed::Propose),
        may_publish: seat.may(Deed::Publish),
        key: form_key(),
        today: app.clock().today().to_string(),
        refused,
        typed,
    };
    Ok(page::form(is_wrong, &page))
}

/// Proposes, publishes, sends back or withdraws.
pub(super) async fn take(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let what = sent.get("do").to_owned();
    let deed = if what == "propose" { Deed::Propose } else { Deed::Publish };
    let seat = Seat::whole(signed, &slug, deed)?;
    let act = match act(&what, &sent) {
        Ok(act) => act,
        Err(words) => return draw(&app, &seat, Some(words.plain().to_owned()), sent).await.map_err(Fault::store),
    };
    let mail = if what == "propose" { to_second_person(&app, &seat).await.map_err(Fault::store)? } else { Vec::new() };
    match seat.act(&app, act, sent.get("key"), mail).await {
        Ok(_) => {
            if matches!(what.as_str(), "publish" | "withdraw") {
                app.republish();
            }
            Ok(Redirect::to(&format!("/publish/{slug}/editions")).into_response())
        }
        Err(ActError::Store(error)) => Err(Fault::store(error)),
        Err(error) => draw(&app, &seat, Some(error.to_string()), sent).await.map_err(Fault::store),
    }
}

fn act(what: &str, sent: &Fields) -> Result<Act, Said> {
    let some = |name: &str| Some(sent.get(name).to_owned()).filter(|text| !text.is_empty());
    match what {
        "propose" => {
            let change = match sent.get("change") {
                "update" => Change::Update,
                "correction" => Change::Correction { reason: sent.get("reason").to_owned() },
                _ => return Err(say("desk-editions-change-wrong")),
            };
            let on = match sent.get("approved_on") {
                "" => None,
                on => Some(on.parse().map_err(|_| say("desk-editions-approved-wrong"))?),
            };
            let link = some("link");
            if link.as_ref().is_some_and(|link| !link.starts_with("https://") && !link.starts_with("http://")) {
                return Err(say("desk-editions-link-wrong"));
            }
            let effective = sent.get("effective").parse().map_err(|_| say("desk-editions-effective-wrong"))?;
            let approval = Approval { body: sent.get("body").to_owned(), on, minute: some("minute"), link };
            Ok(Act::Propose { change, effective, approval })
        }
        "publish" => Ok(Act::Publish { digest: Digest::written(sent.get("digest")) }),
        "back" => Ok(Act::SendBack { reason: sent.get("reason").to_owned() }),
        "withdraw" => {
            let number = sent.get("number").parse().map_err(|_| say("desk-editions-which"))?;
            let from = sent.get("from").parse().map_err(|_| say("desk-editions-day-wrong"))?;
            Ok(Act::Withdraw { number, from, reason: sent.get("reason").to_owned() })
        }
        _ => Err(say("desk-what-to-do")),
    }
}

/// A letter to everybody else who may publish here.
async fn to_second_person(app: &App, seat: &Seat) -> Result<Vec<NewMail>, StoreError> {
    let store = seat.signed.keeper.store();
    let to = account::addresses(store, &seat.slug, Deed::Publish, Some(seat.signed.account.id)).await?;
    let letter = |to| NewMail {
        to,
        subject: "A kinship local offer waits for you".to_owned(),
        body: format!(
            "{} sent a draft of the kinship local offer to be published. A second person must look at it.\n\n\
             {}/publish/{}/editions\n",
            seat.signed.account.name,
            app.address(),
            seat.slug
        ),
        due: None,
    };
    Ok(to.into_iter().map(letter).collect())
}
