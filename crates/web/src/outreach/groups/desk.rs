//! The desk of a host's groups: described, put on the list and taken off it, and who keeps each true.

use super::confirm::{WHICH_DAY, met_on};
use super::group;
use super::view::met;
use crate::App;
use crate::account::{Deed, SignedIn, form_key};
use crate::cases::{FieldView, Shape};
use crate::find::Fields;
use crate::language::{Piece, Said, say, say_with};
use crate::outreach::form::{Maker, filled, slug};
use crate::outreach::{Boards, HostSeat, Name};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use offer::search::weekday_name;
use offer::{Nth, Rhythm, Welcome};
use outreach::Host;
use outreach::form::Wrong;
use outreach::group::{CONFIRMED_FOR, Event, Group, Record, Room, Standing, Told};
use std::sync::Arc;
use store::{Email, StoreError};

#[derive(Template)]
#[template(path = "outreach/group_desk.html")]
struct DeskPage {
    shell: Shell,
    host: Host,
    rows: Vec<Row>,
    confirmed_for: i32,
}

/// A group in the list of the desk.
struct Row {
    id: String,
    title: String,
    stands: Said,
    /// Whether somebody should look at it.
    is_late: bool,
    met: String,
}

/// `/hosts/{slug}/groups`.
pub(super) async fn list(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let seat = HostSeat::take(signed, &app, &slug, Deed::Host)?;
    let today = app.clock().today();
    let row = |name: Name, record: &Record| {
        let (stands, is_late) = stands(record, today);
        let title = group(record).map(|one| one.name.clone()).unwrap_or_default();
        Row { id: name.id, title, stands, is_late, met: met(record) }
    };
    let all = boards(&app)?.groups.of(&seat.host.slug);
    let rows = all.into_iter().map(|(name, standing)| row(name, &standing.thing)).collect();
    let shell = Shell::said(&say("frame-groups"), Part::Desk);
    Ok(page::ok(&DeskPage { shell, host: seat.host, rows, confirmed_for: CONFIRMED_FOR }))
}

fn boards(app: &App) -> Result<Arc<Boards>, Response> {
    app.boards().ok_or_else(|| Fault::not_found().into_response())
}

fn stands(record: &Record, today: Date) -> (Said, bool) {
    let day = |day: Date| [("day", Piece::words(show::date(day)))];
    match record.standing(today) {
        Standing::On(until) => (say_with("group-desk-until", day(until)), false),
        Standing::Left(since) => (say_with("group-desk-left", day(since)), true),
        Standing::Off => {
            let why = record.off.as_deref().filter(|why| !why.trim().is_empty());
            let with = |why: &str| say_with("group-desk-off-why", [("why", why.trim_end().into())]);
            (why.map_or_else(|| say("group-desk-off"), with), false)
        }
    }
}

#[derive(Template)]
#[template(path = "outreach/group_form.html")]
struct FormPage {
    shell: Shell,
    host: Host,
    id: String,
    title: String,
    fields: Vec<FieldView>,
    wrong: Vec<Wrong>,
    refused: Option<Said>,
    kept: bool,
    key: String,
    /// How it stands, where it is there already.
    stands: Option<Said>,
    is_listed: bool,
    met: String,
    today: String,
    /// The last meeting of which nobody has said whether it was.
    unsaid: Option<String>,
}

/// What a form is drawn with.
#[derive(Default)]
struct Drawing {
    id: String,
    typed: Fields,
    wrong: Vec<Wrong>,
    refused: Option<Said>,
    kept: bool,
}

fn draw(app: &App, seat: &HostSeat, drawing: Drawing) -> Result<Response, Response> {
    let Drawing { id, typed, wrong, refused, kept } = drawing;
    let name = Name { host: seat.host.slug.clone(), id: id.clone() };
    let standing = boards(app)?.groups.get(&name);
    let record = standing.as_ref().map(|standing| &standing.thing);
    let (today, day) = (app.clock().today(), app.today());
    let unsaid = record.and_then(|record| record.unsaid(today, &day.law.holidays));
    let is_wrong = !wrong.is_empty() || refused.is_some();
    let page = FormPage {
        shell: Shell::said(&say("group-form-tab"), Part::Desk),
        title: record
            .and_then(group)
            .map_or_else(|| say("group-form-title-new").plain().to_owned(), |one| one.name.clone()),
        fields: fields(&Maker { typed: &typed, wrong: &wrong }),
        refused,
        kept,
        key: form_key(),
        stands: record.map(|record| stands(record, today).0),
        is_listed: record.is_some_and(|record| record.listed.is_some()),
        met: record.map(met).unwrap_or_default(),
        today: unsaid.unwrap_or(today).to_string(),
        unsaid: unsaid.map(show::weekday),
        host: seat.host.clone(),
        id,
        wrong,
    };
    Ok(page::form(is_wrong, &page))
}

fn fields(make: &Maker) -> Vec<FieldView> {
    let rhythms = [
        ("weekly", say("group-form-weekly")),
        ("every 2 weeks", say("group-form-two-weeks")),
        ("monthly", say("group-form-monthly")),
        ("every 2 months", say("group-form-two-months")),
        ("every 3 months", say("group-form-three-months")),
        ("not fixed", say("group-form-not-fixed")),
    ];
    let nths: Vec<(&str, &str)> = Nth::ALL.iter().map(|nth| (nth.word(), nth.word())).collect();
    let week = jiff::civil::Weekday::Monday.cycle_forward().take(7).map(weekday_name);
    let week: Vec<(&str, &str)> = week.map(|day| (day, day)).collect();
    let whom: Vec<(&str, &str)> = Welcome::ALL.iter().map(|whom| (whom.word(), whom.word())).collect();
    let yes = |words: Said| [("yes", words)];
    vec![
        make.line("name", say("group-form-name"), ""),
        make.words("summary", say("group-form-summary"), say("group-form-summary-hint")),
        make.select("rhythm", say("group-form-rhythm"), "", &rhythms),
        make.select("nth", say("group-form-nth"), say("group-form-nth-hint"), &nths),
        make.select("day", say("group-form-day"), "", &week),
        make.may("from", say("group-form-from"), say("group-form-from-hint")),
        make.may("to", say("group-form-to"), say("group-form-to-hint")),
        make.day("first_day", say("group-form-first-day"), say("group-form-first-day-hint"), true),
        make.boxes(
            "no_bank_holidays",
            say("group-form-no-bank-holidays"),
            "",
            &yes(say("group-form-no-bank-holidays-yes")),
        ),
        make.boxes(
            "sensitive",
            say("group-form-sensitive"),
            say("group-form-sensitive-hint"),
            &yes(say("group-form-sensitive-yes")),
        ),
        make.may("area", say("group-form-area"), say("group-form-area-hint")),
        make.may("address", say("group-form-address"), say("group-form-address-hint")),
        make.may("postcode", say("group-form-postcode"), say("group-form-postcode-hint")),
        make.boxes("online", say("group-form-online"), "", &yes(say("group-form-online-yes"))),
        make.boxes("welcomes", say("group-form-welcomes"), say("group-form-welcomes-hint"), &whom),
        make.may("culture", say("group-form-culture"), say("group-form-culture-hint")),
        make.may_words("languages", say("group-form-languages"), say("group-form-languages-hint")),
        make.may_words("access", say("group-form-access"), say("group-form-access-hint")),
        make.may("cost", say("group-form-cost"), say("group-form-cost-hint")),
        make.may_words("join", say("group-form-join"), ""),
        make.may("phone", say("group-form-phone"), say("group-form-public")),
        make.may("email", say("group-form-email"), say("group-form-public")),
        make.may("organiser", say("group-form-organiser"), say("group-form-organiser-hint")),
    ]
}

/// `/hosts/{slug}/groups/new`.
pub(super) async fn new(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let seat = HostSeat::take(signed, &app, &slug, Deed::Host)?;
    draw(&app, &seat, Drawing::default())
}

/// Puts a new group on the list.
pub(super) async fn take_new(
    State(app): State<App>,
    signed: SignedIn,
    Path(host): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let seat = HostSeat::take(signed, &app, &host, Deed::Host)?;
    let base = slug(sent.get("name"));
    let base = if base.is_empty() { "group".to_owned() } else { base };
    let name = seat.name(&boards(&app)?.groups, &base, sent.get("key")).await?;
    save(&app, &seat, name.id, sent, true).await
}

/// `/hosts/{slug}/groups/{id}`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, id)): Path<(String, String)>,
    uri: axum::http::Uri,
) -> Result<Response, Response> {
    let seat = HostSeat::take(signed, &app, &slug, Deed::Host)?;
    let name = Name { host: seat.host.slug.clone(), id: id.clone() };
    let standing = boards(&app)?.groups.get(&name).ok_or_else(|| Fault::not_found().into_response())?;
    let organiser = seat.signed.keeper.store().organiser(&name.host, &id).await.map_err(Fault::store)?;
    let typed = group(&standing.thing).map(|one| written(one, organiser.as_ref())).unwrap_or_default();
    draw(&app, &seat, Drawing { id, typed, kept: uri.query() == Some("kept=1"), ..Drawing::default() })
}

/// A group as its form holds it.
fn written(one: &Group, organiser: Option<&Email>) -> Fields {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let mut pairs = vec![
        ("name", one.name.clone()),
        ("summary", one.summary.clone()),
        ("culture", text(&one.culture)),
        ("languages", one.languages.join("\n")),
        ("access", one.access.join("\n")),
        ("cost", text(&one.cost)),
        ("join", text(&one.join)),
        ("phone", text(&one.phone)),
        ("email", text(&one.email)),
        ("online", if one.is_online { "yes" } else { "" }.to_owned()),
        ("organiser", organiser.map(|email| email.as_str().to_owned()).unwrap_or_default()),
    ];
    pairs.extend(one.welcomes.iter().map(|whom| ("welcomes", whom.word().to_owned())));
    match &one.room {
        Some(Room::Open { address, postcode }) => {
            pairs.extend([("address", address.clone()), ("postcode", postcode.clone())]);
        }
        Some(Room::Sensitive { area }) => pairs.extend([("sensitive", "yes".to_owned()), ("area", area.clone())]),
        None => {}
    }
    let Some(schedule) = one.when.as_ref().map(outreach::group::When::schedule) else {
        pairs.push(("rhythm", "not fixed".to_owned()));
        return filled(pairs);
    };
    let rhythm = match schedule.rhythm {
        Rhythm::Weekly(1) => "weekly".to_owned(),
        Rhythm::Weekly(every) => format!("every {every} weeks"),
        Rhythm::Monthly(1, _) => "monthly".to_owned(),
        Rhythm::Monthly(every, _) => format!("every {every} months"),
    };
    pairs.extend([("rhythm", rhythm), ("day", weekday_name(schedule.day).to_owned())]);
    if let Rhythm::Monthly(_, nth) = schedule.rhythm {
        pairs.push(("nth", nth.word().to_owned()));
    }
    if let Some(hours) = schedule.hours {
        pairs.push(("from", hours.from.strftime("%H:%M").to_string()));
        pairs.extend(hours.to.map(|to| ("to", to.strftime("%H:%M").to_string())));
    }
    pairs.extend(schedule.from.map(|day| ("first_day", day.to_string())));
    if schedule.not_on_bank_holidays {
        pairs.push(("no_bank_holidays", "yes".to_owned()));
    }
    filled(pairs)
}

/// Keeps a change, or does what a button says.
pub(super) async fn take(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, id)): Path<(String, String)>,
    sent: Fields,
) -> Result<Response, Response> {
    let seat = HostSeat::take(signed, &app, &slug, Deed::Host)?;
    let name = Name { host: seat.host.slug.clone(), id: id.clone() };
    boards(&app)?.groups.get(&name).ok_or_else(|| Fault::not_found().into_response())?;
    let today = app.clock().today();
    let told = Told::Desk;
    let event = match (sent.get("do"), met_on(sent.get("on"), today)) {
        ("met", Some(on)) => Event::GroupMet { on, told },
        ("missed", Some(on)) => Event::GroupMissed { on, told },
        ("met" | "missed", None) => return again(&app, &seat, id, WHICH_DAY.to_owned()).await,
        ("off", _) => {
            let why: String = sent.get("why").chars().take(300).collect();
            if why.is_empty() {
                return again(&app, &seat, id, say("group-form-why-needed")).await;
            }
            Event::GroupTakenOff { why }
        }
        ("on", _) => Event::GroupListed { on: today },
        _ => return save(&app, &seat, id, sent, false).await,
    };
    seat.write(&app, &boards(&app)?.groups, &name, sent.get("key"), vec![event]).await?;
    Ok(Redirect::to(&format!("/hosts/{}/groups/{id}?kept=1", seat.host.slug)).into_response())
}

/// The form as it is kept, with why something was not done.
async fn again(app: &App, seat: &HostSeat, id: String, refused: impl Into<Said>) -> Result<Response, Response> {
    let name = Name { host: seat.host.slug.clone(), id: id.clone() };
    let standing = boards(app)?.groups.get(&name);
    let organiser = seat.signed.keeper.store().organiser(&name.host, &id).await.map_err(Fault::store)?;
    let one = standing.as_ref().and_then(|standing| group(&standing.thing));
    let typed = one.map(|one| written(one, organiser.as_ref())).unwrap_or_default();
    draw(app, seat, Drawing { id, typed, refused: Some(refused.into()), ..Drawing::default() })
}

async fn save(app: &App, seat: &HostSeat, id: String, sent: Fields, is_new: bool) -> Result<Response, Response> {
    let read = Group::read(&sent, app.places());
    let typed = sent.get("organiser");
    let organiser: Option<Result<Email, StoreError>> = (!typed.is_empty()).then(|| typed.parse());
    let mut wrong = read.as_ref().err().cloned().unwrap_or_default();
    if let Some(Err(_)) = organiser {
        wrong.push(Wrong { field: "organiser", says: say("group-form-organiser-wrong").plain().to_owned() });
    }
    let (Ok(one), true) = (read, wrong.is_empty()) else {
        let id = if is_new { String::new() } else { id };
        return draw(app, seat, Drawing { id, typed: sent, wrong, ..Drawing::default() });
    };
    let name = Name { host: seat.host.slug.clone(), id };
    let mut events = vec![Event::GroupSaved { group: Box::new(one) }];
    if is_new {
        events.push(Event::GroupListed { on: app.clock().today() });
    }
    seat.write(app, &boards(app)?.groups, &name, sent.get("key"), events).await?;
    let store = seat.signed.keeper.store();
    match organiser {
        Some(Ok(email)) => store.organiser_set(&name.host, &name.id, &email, app.clock().now()).await,
        _ => store.organiser_erase(&name.host, &name.id).await.map(|_| ()),
    }
    .map_err(Fault::store)?;
    Ok(Redirect::to(&format!("/hosts/{}/groups/{}?kept=1", name.host, name.id)).into_response())
}
