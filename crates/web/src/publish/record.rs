//! One record: its form, what is wrong with it, what was said about it, and how it came to be.

use super::fields::{self, Around, FieldView};
use super::people::People;
use crate::App;
use crate::account::{Deed, Reach, Seat, SignedIn, form_key, is_own_record, reach};
use crate::find::Fields;
use crate::keeper::ActError;
use crate::language::Said;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use offer::check::Verdict;
use offer::publish::{Act, Officer, Refusal, Version};
use offer::{KeyChange, Record, RecordId, key_changes};

#[derive(Template)]
#[template(path = "publish/record.html")]
struct RecordPage {
    shell: Shell,
    slug: String,
    kind: String,
    kind_name: String,
    what: String,
    id: String,
    is_new: bool,
    title: String,
    seen: Version,
    key: String,
    fields: Vec<FieldView>,
    /// What is wrong and belongs to no field.
    faults: Vec<String>,
    /// What was not done, and why.
    refused: Option<String>,
    /// What somebody else wrote meanwhile, where both changed the same.
    clash: Vec<KeyChange>,
    saved: bool,
    /// What the checks say of it: title and what.
    checks: Vec<(String, String)>,
    may_write: bool,
    may_arrange: bool,
    is_head: bool,
    comments: Vec<CommentView>,
    history: Vec<HistoryView>,
    people: Vec<(String, String, bool)>,
}

/// Something said about the record.
struct CommentView {
    id: Version,
    words: String,
    by: String,
    at: String,
    settled: Option<String>,
    may_settle: bool,
}

/// One state the record was in.
struct HistoryView {
    version: Version,
    changes: usize,
    is_gone: bool,
    is_now: bool,
}

/// What a page about a record shows besides the record.
#[derive(Default)]
struct Telling {
    refused: Option<String>,
    clash: Vec<KeyChange>,
    saved: bool,
    extra_blank: bool,
    /// Up to where the officer had seen the record, where that is not its last change.
    seen: Option<Version>,
}

impl RecordPage {
    fn has_faults(&self) -> bool {
        !self.faults.is_empty() || self.fields.iter().any(|field| !field.faults.is_empty())
    }

    fn has_folded(&self) -> bool {
        self.fields.iter().any(|field| !field.is_open)
    }

    fn absents(&self) -> [(&'static str, Said); 3] {
        fields::absents()
    }
}

fn record_id(kind: &str, id: &str) -> Result<RecordId, Response> {
    RecordId::new(kind, id).map_err(|_| Fault::not_found().into_response())
}

/// `/publish/{slug}/new/{kind}`.
pub(super) async fn new(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, kind)): Path<(String, String)>,
) -> Result<Response, Response> {
    let seat = Seat::take(signed, &slug, Deed::Write)?;
    let record = blank(&kind, "new")?;
    draw(&app, &seat, &record, true, "", Telling::default()).await
}

fn blank(kind: &str, id: &str) -> Result<Record, Response> {
    let id = record_id(kind, id)?;
    if id.kind == "offer" {
        return Err(Fault::not_found().into_response());
    }
    Record::from_fields(id, &[]).map_err(|_| Fault::bad_request().into_response())
}

/// Keeps a new record.
pub(super) async fn create(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, kind)): Path<(String, String)>,
    sent: Fields,
) -> Result<Response, Response> {
    let seat = Seat::take(signed, &slug, Deed::Write)?;
    let typed = sent.get("id");
    let name = if typed.is_empty() { name_of(sent.first_of(&["value:name", "value:title"])) } else { typed.to_owned() };
    let again = blank(&kind, "new")?;
    let written = |id: RecordId| fields::read(&id, None, &sent).map_err(|fault| fields::told(&fault));
    let record = match RecordId::new(&kind, &name).and_then(written) {
        Ok(record) => record,
        Err(words) => {
            let record = fields::read(again.id(), None, &sent).unwrap_or(again);
            return draw(&app, &seat, &record, true, typed, Telling { refused: Some(words), ..Telling::default() })
                .await;
        }
    };
    match seat.act(&app, Act::Save { record: record.clone(), seen: None }, sent.get("key"), Vec::new()).await {
        Ok(_) => Ok(Redirect::to(&address(&slug, record.id(), "?saved=1")).into_response()),
        Err(ActError::Store(error)) => Err(Fault::store(error)),
        Err(error) => {
            let telling = Telling { refused: Some(error.to_string()), ..Telling::default() };
            draw(&app, &seat, &record, true, &name, telling).await
        }
    }
}

fn address(slug: &str, id: &RecordId, more: &str) -> String {
    format!("/publish/{slug}/record/{}/{}{more}", id.kind, id.id)
}

/// A name in the files, made from what a record is called.
fn name_of(title: &str) -> String {
    let letters = title.to_lowercase();
    let words = letters.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.take(6).collect::<Vec<_>>().join("-")
}

/// `/publish/{slug}/record/{kind}/{id}`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, kind, id)): Path<(String, String, String)>,
    uri: axum::http::Uri,
) -> Result<Response, Response> {
    let seat = Seat::take(signed, &slug, Deed::Read)?;
    let id = record_id(&kind, &id)?;
    let record = theirs(&seat, &id)?;
    let telling = Telling { saved: uri.query() == Some("saved=1"), ..Telling::default() };
    draw(&app, &seat, &record, false, "", telling).await
}

/// The record, where it is there and theirs to see.
fn theirs(seat: &Seat, id: &RecordId) -> Result<Record, Response> {
    let held =
        seat.desk.draft.get(id).filter(|_| seat.reach == Reach::All || is_own_record(&seat.desk, id, &seat.officer()));
    held.map(|held| held.record.clone()).ok_or_else(|| Fault::not_found().into_response())
}

/// Does what the form asks: save, take out, put back, move, comment, hand over.
pub(super) async fn take(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, kind, id)): Path<(String, String, String)>,
    sent: Fields,
) -> Result<Response, Response> {
    let seat = Seat::take(signed, &slug, Deed::Read)?;
    let id = record_id(&kind, &id)?;
    // Before anything is shown, even beside a refusal: what was said about a record is only for those whose it is.
    if seat.reach != Reach::All && !is_own_record(&seat.desk, &id, &seat.officer()) {
        return Err(Fault::not_found().into_response());
    }
    let seen = sent.get("seen").parse::<Version>().unwrap_or(0);
    let what = sent.get("do");
    if what == "keep" {
        return keep(&app, &seat, &id, seen, &sent).await;
    }
    if matches!(what, "" | "save" | "more") {
        return save(&app, seat, &id, seen, &sent, what == "more").await;
    }
    let now = theirs(&seat, &id)?;
    if what == "assign" && !is_colleague(&seat, sent.get("to")).await? {
        return Err(Fault::bad_request().into_response());
    }
    let act = act(what, &id, seen, &seat, &sent).ok_or_else(|| Fault::bad_request().into_response())?;
    match seat.act(&app, act, sent.get("key"), Vec::new()).await {
        Ok(desk) if desk.draft.get(&id).is_some() => Ok(Redirect::to(&address(&slug, &id, "")).into_response()),
        Ok(_) => Ok(Redirect::to(&format!("/publish/{slug}")).into_response()),
        Err(ActError::Store(error)) => Err(Fault::store(error)),
        Err(error) => {
            let telling = Telling { refused: Some(error.to_string()), ..Telling::default() };
            draw(&app, &seat, &now, false, "", telling).await
        }
    }
}

/// Whether a record can be given to an account: to nobody, or to somebody with a role at this council. An event never
/// holds any other words.
async fn is_colleague(seat: &Seat, to: &str) -> Result<bool, Response> {
    let grants = seat.signed.keeper.store().grants_at(Some(&seat.slug)).await.map_err(Fault::store)?;
    Ok(to.is_empty() || grants.iter().any(|(id, _)| id.to_string() == to))
}

fn act(what: &str, id: &RecordId, seen: Version, seat: &Seat, sent: &Fields) -> Option<Act> {
    let record = id.clone();
    let ids: Vec<String> = seat.desk.draft.of_kind(&id.kind).map(|held| held.record.id().id.clone()).collect();
    let place = ids.iter().position(|known| *known == id.id)?;
    Some(match what {
        "remove" => Act::Remove { record, seen },
        "restore" => Act::Restore { record, as_of: sent.get("version").parse().ok()?, seen },
        "up" => Act::Move { record, before: Some(ids.get(place.checked_sub(1)?)?.clone()) },
        "down" => Act::Move { record, before: ids.get(place + 2).cloned() },
        "comment" => Act::Comment { about: Some(record), words: sent.get("words").to_owned() },
        "settle" => Act::Settle { comment: sent.get("comment").parse().ok()? },
        "assign" => {
            let to = sent.get("to");
            Act::Assign { record, to: (!to.is_empty()).then(|| Officer::new(to)) }
        }
        _ => return None,
    })
}

async fn save(
    app: &App,
    seat: Seat,
    id: &RecordId,
    seen: Version,
    sent: &Fields,
    more: bool,
) -> Result<Response, Response> {
    // What the officer saw, so that keys the form does not ask for are those of then.
    let before = seat.desk.as_of(id, seen).cloned();
    let record = match fields::read(id, before.as_ref(), sent) {
        Ok(record) => record,
        Err(fault) => {
            // The outcome lines cannot be kept as typed; everything else can, and is shown with them beside it.
            let now = theirs(&seat, id)?;
            let telling = Telling { refused: Some(fields::told(&fault)), seen: Some(seen), ..Telling::default() };
            return draw(app, &seat, &now, false, "", telling).await;
        }
    };
    match seat.act(app, Act::Save { record: record.clone(), seen: Some(seen) }, sent.get("key"), Vec::new()).await {
        Ok(_) if !more => Ok(Redirect::to(&address(&seat.slug, id, "?saved=1")).into_response()),
        Ok(desk) => {
            let seat = Seat { desk, ..seat };
            let now = theirs(&seat, id)?;
            draw(app, &seat, &now, false, "", Telling { saved: true, extra_blank: true, ..Telling::default() }).await
        }
        Err(ActError::Refused(Refusal::ChangedMeanwhile { theirs: Some(theirs), now, .. })) => {
            let telling = Telling {
                refused: Some(
                    Refusal::ChangedMeanwhile { by: seat.officer(), now, theirs: None, keys: Vec::new() }.to_string(),
                ),
                clash: key_changes(&theirs, &record),
                seen: Some(now),
                ..Telling::default()
            };
            draw(app, &seat, &record, false, "", telling).await
        }
        Err(ActError::Store(error)) => Err(Fault::store(error)),
        Err(error) => {
            let telling = Telling { refused: Some(error.to_string()), seen: Some(seen), ..Telling::default() };
            draw(app, &seat, &record, false, "", telling).await
        }
    }
}

/// Keeps what is being typed, and answers the script with where things stand.
async fn keep(app: &App, seat: &Seat, id: &RecordId, seen: Version, sent: &Fields) -> Result<Response, Response> {
    let before = seat.desk.as_of(id, seen).cloned();
    let answer = match fields::read(id, before.as_ref(), sent) {
        Err(fault) => serde_json::json!({ "refused": fields::told(&fault) }),
        Ok(record) => match seat.act(app, Act::Save { record, seen: Some(seen) }, "", Vec::new()).await {
            Err(ActError::Store(error)) => return Err(Fault::store(error)),
            Err(error) => serde_json::json!({ "refused": error.to_string() }),
            Ok(desk) => {
                let version = desk.draft.get(id).map(|held| held.changed);
                let at = crate::clock::london(app.clock().now()).strftime("%H:%M").to_string();
                serde_json::json!({ "version": version, "at": at })
            }
        },
    };
    Ok(axum::Json(answer).into_response())
}

async fn draw(
    app: &App,
    seat: &Seat,
    record: &Record,
    is_new: bool,
    typed_id: &str,
    telling: Telling,
) -> Result<Response, Response> {
    let people = People::of(seat).await.map_err(Fault::store)?;
    let (desk, id) = (&seat.desk, record.id());
    let (offer, all) = desk.draft.offer(app.law());
    let is_kept = desk.draft.get(id).is_some_and(|held| held.record == *record);
    // Faults are those of what is kept: a form that came back shows its own words without them.
    let faults: Vec<_> = all.into_iter().filter(|fault| is_kept && fault.record.as_ref() == Some(id)).collect();
    let around = Around { labels: app.labels(), law: app.law(), draft: &desk.draft, faults: &faults };
    let mut fields = fields::views(&around, record);
    for field in &mut fields {
        if field.is_many {
            field.values.extend(std::iter::repeat_n(String::new(), if telling.extra_blank { 3 } else { 1 }));
        }
    }
    let loose = faults.iter().filter(|fault| !fields.iter().any(|field| Some(field.key) == fault.key.as_deref()));
    let words = app.labels().kind(&id.kind);
    let given = desk.assignments.iter().find(|one| one.record == *id).map(|one| one.to.as_str());
    let team = people.at(seat).await.map_err(Fault::store)?;
    let is_wrong = telling.refused.is_some();
    let page = RecordPage {
        shell: Shell::new(&words.name, Part::Desk),
        slug: seat.slug.clone(),
        kind: id.kind.clone(),
        kind_name: words.name,
        what: words.what,
        id: if is_new { typed_id.to_owned() } else { id.id.clone() },
        is_new,
        title: record.title(),
        seen: telling.seen.or_else(|| desk.draft.get(id).map(|held| held.changed)).unwrap_or(0),
        key: form_key(),
        faults: loose.map(|fault| fields::told(&fault.fault)).collect(),
        fields,
        refused: telling.refused,
        clash: telling.clash,
        saved: telling.saved,
        checks: if is_kept { checks(app, &offer, id) } else { Vec::new() },
        may_write: seat.may(Deed::Write),
        may_arrange: seat.may(Deed::Arrange),
        is_head: id.kind == "offer",
        comments: comments(seat, &people, id),
        history: history(seat, id),
        people: team
            .into_iter()
            .map(|(account, name)| {
                let on = given == Some(account.as_str());
                (account, name, on)
            })
            .collect(),
    };
    Ok(page::form(is_wrong, &page))
}

/// What the checks say of a record that is not as it should be.
fn checks(app: &App, offer: &offer::Offer, id: &RecordId) -> Vec<(String, String)> {
    let report = offer.check(&app.today());
    let about = report.about(&id.kind, &id.id).filter(|finding| finding.verdict != Verdict::Pass);
    about.map(|finding| (finding.title.clone(), finding.what.clone())).collect()
}

fn comments(seat: &Seat, people: &People, id: &RecordId) -> Vec<CommentView> {
    let about = seat.desk.comments.iter().filter(|one| one.about.as_ref() == Some(id));
    let settles_all = reach(&seat.signed.grants, Deed::Settle, Some(&seat.slug)) == Reach::All;
    about
        .map(|one| CommentView {
            id: one.id,
            words: one.words.clone(),
            by: people.name(&one.by),
            at: show::moment(one.at),
            settled: one.settled.as_ref().map(|by| people.name(by)),
            may_settle: one.settled.is_none() && (settles_all || one.by == seat.officer()),
        })
        .collect()
}

fn history(seat: &Seat, id: &RecordId) -> Vec<HistoryView> {
    let states = seat.desk.history(id);
    let now = seat.desk.draft.get(id).map(|held| held.changed);
    let mut views: Vec<HistoryView> = Vec::new();
    for (place, (version, state)) in states.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|place| states[place].1.as_ref());
        let changes = match (before, state) {
            (Some(before), Some(state)) => key_changes(before, state).len(),
            (None, Some(state)) => state.fields().len(),
            _ => 0,
        };
        views.push(HistoryView { version: *version, changes, is_gone: state.is_none(), is_now: now == Some(*version) });
    }
    views.reverse();
    views
}
