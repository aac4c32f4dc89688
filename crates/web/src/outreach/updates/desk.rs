//! `/hosts/{slug}/updates`: how many asked, what went out and when, and news to be written, looked at once more and sent.

use super::choices;
use super::letter::Matter;
use crate::App;
use crate::account::{Deed, SignedIn, form_key};
use crate::find::{Fields, Item};
use crate::language::{Said, say, say_with};
use crate::outreach::{BoardError, HostSeat, Name, Writing};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::{IntoResponse, Redirect, Response};
use outreach::update::{NewsFault, NewsWords, Wants};
use store::{Bulletin, IdempotencyKey, Pace, StoreError, TOKEN_PLACE};

/// Fewer people than this are not counted out: who they are might be guessed.
const FEW: i64 = 5;
/// How many updates are shown.
const SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "outreach/updates/desk.html")]
struct DeskPage {
    shell: Shell,
    slug: String,
    host: String,
    people: Said,
    monthly: Said,
    topics: Vec<(String, Said)>,
    went: Vec<Went>,
    wrong: Vec<Wrong>,
    title: String,
    words: String,
    for_topics: Vec<Item>,
    is_sent: bool,
}

#[derive(Template)]
#[template(path = "outreach/updates/look.html")]
struct LookPage {
    shell: Shell,
    slug: String,
    host: String,
    people: Said,
    subject: String,
    text: String,
    news: NewsWords,
    key: String,
}

/// What is wrong with the news.
struct Wrong {
    words: String,
    field: &'static str,
}

/// An update that went out.
struct Went {
    subject: String,
    on: String,
    people: Said,
    /// How it stands, where not all of it is sent.
    rest: Vec<Said>,
}

impl DeskPage {
    fn wrong_of(&self, field: &str) -> Option<&str> {
        self.wrong.iter().find(|wrong| wrong.field == field).map(|wrong| wrong.words.as_str())
    }
}

fn counted(people: i64) -> Said {
    match people {
        0 => say("updates-desk-nobody"),
        few if few < FEW => say_with("updates-desk-few", [("few", FEW.into())]),
        many => say_with("updates-desk-many", [("many", many.into())]),
    }
}

fn went(one: Bulletin) -> Went {
    let of = |count: i64| [("people", counted(count).into())];
    let rest = [
        (one.waiting, say_with("updates-desk-waiting", of(one.waiting))),
        (one.unsure, say_with("updates-desk-unsure", of(one.unsure))),
        (one.given_up, say_with("updates-desk-given-up", of(one.given_up))),
    ];
    let rest = rest.into_iter().filter(|(count, _)| *count > 0);
    Went {
        subject: one.subject,
        on: show::moment(one.created),
        people: counted(one.people),
        rest: rest.map(|(_, words)| words).collect(),
    }
}

async fn draw(
    app: &App,
    seat: &HostSeat,
    news: NewsWords,
    faults: Vec<NewsFault>,
    is_sent: bool,
) -> Result<Response, StoreError> {
    let store = seat.signed.keeper.store();
    let wanted = store.wanted(&seat.host.slug, app.clock().now()).await?;
    let of = |meets: &dyn Fn(&Wants, Pace) -> bool| -> i64 {
        let each = wanted.iter().filter(|one| one.wants.parse().is_ok_and(|wants: Wants| meets(&wants, one.pace)));
        each.map(|one| one.people).sum()
    };
    let published = app.published();
    let needs = || published.needs().iter();
    let by_topic = needs().map(|need| {
        let people = of(&|wants, _| wants.is_all() || wants.names(&need.id));
        (need.name.clone(), counted(people))
    });
    let topics = needs().map(|need| Item {
        id: format!("topic-{}", need.id),
        value: need.id.clone(),
        label: need.name.as_str().into(),
        on: news.topics.iter().any(|topic| topic.as_str() == need.id),
    });
    let wrong = faults
        .iter()
        .map(|fault| Wrong { words: fault.to_string(), field: if fault.is_of_title() { "title" } else { "words" } });
    let title = if faults.is_empty() { say("updates-desk-title") } else { say("updates-desk-title-wrong") };
    let page = DeskPage {
        shell: Shell::said(&title, Part::Desk),
        slug: seat.host.slug.clone(),
        host: seat.host.name.clone(),
        people: counted(of(&|_, _| true)),
        monthly: counted(of(&|_, pace| pace == Pace::Monthly)),
        topics: by_topic.collect(),
        went: store.bulletins(&seat.host.slug, SHOWN).await?.into_iter().map(went).collect(),
        wrong: wrong.collect(),
        for_topics: topics.collect(),
        title: news.title,
        words: news.words,
        is_sent,
    };
    Ok(page::form(!page.wrong.is_empty(), &page))
}

/// `/hosts/{slug}/updates`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    uri: Uri,
) -> Result<Response, Response> {
    let seat = HostSeat::take(signed, &app, &slug, Deed::Host)?;
    draw(&app, &seat, NewsWords::default(), Vec::new(), uri.query() == Some("sent=1")).await.map_err(Fault::store)
}

/// Shows news as it will be; from there, sends it.
pub(super) async fn act(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let seat = HostSeat::take(signed, &app, &slug, Deed::Host)?;
    let known = choices::topics(&app);
    let topics = sent.all("topic").filter_map(|topic| topic.parse().ok()).filter(|topic| known.contains(topic));
    let news = NewsWords {
        title: sent.get("title").to_owned(),
        words: sent.lines("words").unwrap_or_default(),
        topics: topics.collect(),
    };
    let faults = news.faults();
    if !faults.is_empty() || sent.get("step") == "back" {
        let faults = if sent.get("step") == "back" { Vec::new() } else { faults };
        return draw(&app, &seat, news, faults, false).await.map_err(Fault::store);
    }
    match sent.get("step") {
        "send" => send(&app, &seat, &news, sent.get("key")).await,
        _ => look(&app, &seat, news).await.map_err(Fault::store),
    }
}

async fn look(app: &App, seat: &HostSeat, news: NewsWords) -> Result<Response, StoreError> {
    let wanted = seat.signed.keeper.store().wanted(&seat.host.slug, app.clock().now()).await?;
    let theirs = wanted.iter().filter(|one| one.wants.parse().is_ok_and(|wants: Wants| wants.hear_news(&news)));
    let people = theirs.map(|one| one.people).sum();
    let matter = Matter { host: &seat.host, told: Vec::new(), news: vec![&news], month: None };
    let letter = matter.letter(app, &Wants::new([], None), Pace::AtOnce);
    let (subject, body) = letter.map(|letter| (letter.subject, letter.body)).unwrap_or_default();
    Ok(page::ok(&LookPage {
        shell: Shell::said(&say("updates-look-title"), Part::Desk),
        slug: seat.host.slug.clone(),
        host: seat.host.name.clone(),
        people: counted(people),
        subject,
        text: body.replace(TOKEN_PLACE, "…"),
        key: form_key(),
        news,
    }))
}

async fn send(app: &App, seat: &HostSeat, news: &NewsWords, key: &str) -> Result<Response, Response> {
    let boards = app.boards().ok_or_else(|| Fault::not_found().into_response())?;
    let plain = |sign: u8| sign.is_ascii_alphanumeric() || b"-_".contains(&sign);
    if key.is_empty() || key.len() > 64 || !key.bytes().all(plain) {
        return Err(Fault::bad_request().into_response());
    }
    // One sending of the form is one news: sent twice, it has the same name.
    let id = store::Digest::of(format!("{} {key}", seat.host.slug).as_bytes()).as_str()[..24].to_owned();
    let name = Name { host: seat.host.slug.clone(), id };
    let key = IdempotencyKey::new(&format!("news-{key}")).map_err(Fault::store)?;
    let by = Some(seat.signed.account.id);
    let writing = Writing { name: &name, by, at: app.clock().now(), key: Some(&key) };
    match boards.news().act(writing, |known| known.send(news)).await {
        Ok(_) => {}
        Err(BoardError::Store(error)) => return Err(Fault::store(error)),
        Err(BoardError::Refused(_) | BoardError::Busy) => return Err(Fault::bad_request().into_response()),
    }
    // It is sent even where this fails: what was not told is told the next time.
    if let Err(error) = app.tell().await {
        tracing::warn!(%error, "updates could not be written; it is tried again");
    }
    Ok(Redirect::to(&format!("/hosts/{}/updates?sent=1", seat.host.slug)).into_response())
}
