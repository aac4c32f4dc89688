//! The desk of a host's advice: its lines, the team that answers questions, and answers for all.

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
use outreach::Host;
use outreach::advice::{Answer, BankHolidays, Event, Item, Line, Nation, Record, Team};
use outreach::form::Wrong;
use std::sync::Arc;

/// What kind of thing a form is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Line,
    Team,
    Answer,
}

impl What {
    const ALL: [(What, &str); 3] = [(What::Line, "line"), (What::Team, "team"), (What::Answer, "answer")];

    fn read(word: &str) -> Option<What> {
        What::ALL.into_iter().find(|(_, known)| *known == word).map(|(what, _)| what)
    }

    fn of(item: &Item) -> What {
        match item {
            Item::Line(_) => What::Line,
            Item::Team(_) => What::Team,
            Item::Answer(_) => What::Answer,
        }
    }

    fn title(self) -> Said {
        match self {
            What::Line => say("advice-form-line"),
            What::Team => say("advice-desk-team"),
            What::Answer => say("advice-form-answer"),
        }
    }
}

#[derive(Template)]
#[template(path = "outreach/advice_desk.html")]
struct DeskPage {
    shell: Shell,
    host: Host,
    lines: Vec<Row>,
    team: Option<Row>,
    answers: Vec<Row>,
}

/// Something in the list of the desk.
struct Row {
    id: String,
    title: String,
    stands: Said,
    /// Whether somebody should look at it.
    is_late: bool,
}

fn boards(app: &App) -> Result<Arc<Boards>, Response> {
    app.boards().ok_or_else(|| Fault::not_found().into_response())
}

/// `/hosts/{slug}/advice`.
pub(super) async fn list(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let seat = HostSeat::take(signed, &app, &slug, Deed::Host)?;
    let mut page = DeskPage {
        shell: Shell::said(&say("advice-desk-title"), Part::Desk),
        lines: Vec::new(),
        team: None,
        answers: Vec::new(),
        host: seat.host,
    };
    for (name, standing) in boards(&app)?.advice.of(&page.host.slug) {
        let Some(item) = &standing.thing.item else { continue };
        let row = row(&app, name.id, item, &standing.thing);
        match item {
            Item::Line(_) => page.lines.push(row),
            Item::Team(_) => page.team = Some(row),
            Item::Answer(_) => page.answers.push(row),
        }
    }
    Ok(page::ok(&page))
}

fn row(app: &App, id: String, item: &Item, record: &Record) -> Row {
    let (title, mut stands, mut is_late) = match item {
        Item::Line(line) => (line.name.clone(), line.checked.map(show::date).unwrap_or_default().into(), false),
        Item::Team(team) => (team.name.clone(), say_with("advice-desk-within", [("days", team.within.into())]), false),
        Item::Answer(answer) => {
            let is_late = answer.is_stale(app.clock().today());
            let day = [("day", Piece::words(show::date(answer.review_by)))];
            let words = if is_late { say_with("advice-desk-late", day) } else { say_with("advice-desk-due", day) };
            (answer.question.clone(), words, is_late)
        }
    };
    if let Some(why) = &record.off {
        (stands, is_late) = (say_with("advice-desk-taken-away", [("why", why.as_str().into())]), false);
    }
    Row { id, title, stands, is_late }
}

#[derive(Template)]
#[template(path = "outreach/advice_form.html")]
struct FormPage {
    shell: Shell,
    host: Host,
    what: Said,
    title: String,
    fields: Vec<FieldView>,
    wrong: Vec<Wrong>,
    refused: Option<Said>,
    kept: bool,
    key: String,
    is_new: bool,
    is_off: bool,
    /// The last day by which an answer may be reviewed again; none for other things.
    review_by: Option<String>,
}

/// What a form is drawn with.
struct Drawing {
    what: What,
    id: Option<String>,
    typed: Fields,
    wrong: Vec<Wrong>,
    refused: Option<Said>,
    kept: bool,
}

impl Drawing {
    fn of(what: What, id: Option<String>, typed: Fields) -> Drawing {
        Drawing { what, id, typed, wrong: Vec::new(), refused: None, kept: false }
    }
}

fn draw(app: &App, seat: &HostSeat, drawing: Drawing) -> Result<Response, Response> {
    let Drawing { what, id, typed, wrong, refused, kept } = drawing;
    let name = id.map(|id| Name { host: seat.host.slug.clone(), id });
    let standing = name.as_ref().and_then(|name| app.boards()?.advice.get(name));
    let make = Maker { typed: &typed, wrong: &wrong };
    let is_wrong = !wrong.is_empty() || refused.is_some();
    let latest = Answer::latest(app.clock().today());
    let page = FormPage {
        shell: Shell::said(&say("advice-desk-title"), Part::Desk),
        host: seat.host.clone(),
        what: what.title(),
        title: match (what, typed.get("question"), typed.get("name")) {
            (What::Answer, question, _) if !question.is_empty() => question.to_owned(),
            (_, _, name) if !name.is_empty() => name.to_owned(),
            _ => what.title().plain().to_owned(),
        },
        fields: match what {
            What::Line => line_fields(&make),
            What::Team => team_fields(&make),
            What::Answer => answer_fields(&make),
        },
        refused,
        kept,
        key: form_key(),
        is_new: name.is_none(),
        is_off: standing.as_ref().is_some_and(|standing| standing.thing.off.is_some()),
        review_by: (what == What::Answer && name.is_some()).then(|| latest.to_string()),
        wrong,
    };
    Ok(page::form(is_wrong, &page))
}

fn line_fields(make: &Maker) -> Vec<FieldView> {
    let nations = Nation::ALL.map(|nation| (nation.word(), nation.word()));
    let holidays = BankHolidays::ALL.map(|(_, word)| (word, word));
    vec![
        make.line("name", say("advice-desk-line-name"), ""),
        make.may_words("phones", say("advice-desk-line-phones"), say("advice-desk-one-to-a-line")),
        make.may("text_phone", say("advice-desk-line-text-phone"), say("advice-desk-line-text-phone-hint")),
        make.may("text", say("advice-desk-line-text"), ""),
        make.may("chat_link", say("advice-desk-line-chat-link"), say("advice-desk-line-https")),
        make.may("chat", say("advice-desk-line-chat"), ""),
        make.may("form", say("advice-desk-line-form"), say("advice-desk-line-https")),
        make.may("email", say("advice-desk-line-email"), ""),
        make.may_words("hours", say("advice-desk-line-hours"), say("advice-desk-line-hours-hint")),
        make.select("bank_holidays", say("advice-desk-line-bank-holidays"), "", &holidays),
        make.boxes("nations", say("advice-desk-line-nations"), "", &nations),
        make.may_words("helps", say("advice-desk-line-helps"), say("advice-desk-one-to-a-line")),
        make.may_words("cannot", say("advice-desk-line-cannot"), say("advice-desk-one-to-a-line")),
        make.may_words("languages", say("advice-desk-line-languages"), say("advice-desk-one-to-a-line")),
        make.may("cost", say("advice-desk-line-cost"), say("advice-desk-line-cost-hint")),
        make.may("note", say("advice-desk-line-note"), ""),
    ]
}

fn team_fields(make: &Maker) -> Vec<FieldView> {
    vec![
        make.line("name", say("advice-desk-team-name"), ""),
        make.line("within", say("advice-desk-team-within"), say("advice-desk-team-within-hint")),
        make.may_words("helps", say("advice-desk-line-helps"), say("advice-desk-one-to-a-line")),
        make.may_words("cannot", say("advice-desk-line-cannot"), say("advice-desk-one-to-a-line")),
    ]
}

fn answer_fields(make: &Maker) -> Vec<FieldView> {
    vec![
        make.line("question", say("advice-desk-answer-question"), ""),
        make.words("words", say("advice-desk-answer-words"), say("advice-desk-answer-words-hint")),
        make.may_words("cites", say("advice-desk-answer-cites"), say("advice-desk-answer-cites-hint")),
        make.line("owner", say("advice-desk-answer-owner"), say("advice-desk-answer-owner-hint")),
        make.day("review_by", say("advice-desk-answer-review-by"), say("advice-desk-answer-review-by-hint"), false),
    ]
}

/// `/hosts/{slug}/advice/new/{kind}`.
pub(super) async fn new(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, kind)): Path<(String, String)>,
) -> Result<Response, Response> {
    let seat = HostSeat::take(signed, &app, &slug, Deed::Host)?;
    let what = What::read(&kind).ok_or_else(|| Fault::not_found().into_response())?;
    draw(&app, &seat, Drawing::of(what, None, Fields::default()))
}

/// Publishes something new.
pub(super) async fn take_new(
    State(app): State<App>,
    signed: SignedIn,
    Path((host, kind)): Path<(String, String)>,
    sent: Fields,
) -> Result<Response, Response> {
    let seat = HostSeat::take(signed, &app, &host, Deed::Host)?;
    let what = What::read(&kind).ok_or_else(|| Fault::not_found().into_response())?;
    let called = match what {
        What::Team => return save(&app, &seat, what, "team".to_owned(), sent, true).await,
        What::Line => format!("line-{}", slug(sent.get("name"))),
        What::Answer => format!("answer-{}", slug(sent.get("question"))),
    };
    let name = seat.name(&boards(&app)?.advice, &called, sent.get("key")).await?;
    save(&app, &seat, what, name.id, sent, true).await
}

/// `/hosts/{slug}/advice/{id}`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, id)): Path<(String, String)>,
    uri: axum::http::Uri,
) -> Result<Response, Response> {
    let seat = HostSeat::take(signed, &app, &slug, Deed::Host)?;
    let item = item(&app, &seat, &id)?;
    let kept = uri.query() == Some("kept=1");
    draw(&app, &seat, Drawing { kept, ..Drawing::of(What::of(&item), Some(id), written(&item)) })
}

fn item(app: &App, seat: &HostSeat, id: &str) -> Result<Item, Response> {
    let name = Name { host: seat.host.slug.clone(), id: id.to_owned() };
    let found = boards(app)?.advice.get(&name).and_then(|standing| standing.thing.item.clone());
    found.ok_or_else(|| Fault::not_found().into_response())
}

/// Something as its form holds it.
fn written(item: &Item) -> Fields {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    match item {
        Item::Line(line) => {
            let week = line.hours.clone().unwrap_or_default();
            let hours: Vec<String> = week.openings.into_iter().map(String::from).collect();
            let mut pairs = vec![
                ("name", line.name.clone()),
                ("phones", line.phones.join("\n")),
                ("text_phone", text(&line.text_phone)),
                ("text", text(&line.text)),
                ("chat", text(&line.chat)),
                ("chat_link", text(&line.chat_link)),
                ("form", text(&line.form)),
                ("email", text(&line.email)),
                ("hours", hours.join("\n")),
                ("bank_holidays", week.bank_holidays.word().to_owned()),
                ("helps", line.helps.join("\n")),
                ("cannot", line.cannot.join("\n")),
                ("languages", line.languages.join("\n")),
                ("cost", text(&line.cost)),
                ("note", line.notes.join(" ")),
            ];
            pairs.extend(line.nations.iter().map(|nation| ("nations", nation.word().to_owned())));
            filled(pairs)
        }
        Item::Team(team) => filled(vec![
            ("name", team.name.clone()),
            ("within", team.within.to_string()),
            ("helps", team.helps.join("\n")),
            ("cannot", team.cannot.join("\n")),
        ]),
        Item::Answer(answer) => filled(vec![
            ("question", answer.question.clone()),
            ("words", answer.words.clone()),
            ("cites", answer.cites.join("\n")),
            ("owner", answer.owner.clone()),
            ("review_by", answer.review_by.to_string()),
        ]),
    }
}

/// Keeps a change, or does what a button says.
pub(super) async fn take(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, id)): Path<(String, String)>,
    sent: Fields,
) -> Result<Response, Response> {
    let seat = HostSeat::take(signed, &app, &slug, Deed::Host)?;
    let item = item(&app, &seat, &id)?;
    let (what, today) = (What::of(&item), app.clock().today());
    let event = match sent.get("do") {
        "off" => {
            let why: String = sent.get("why").chars().take(300).collect();
            if why.is_empty() {
                let refused = Some(say("advice-form-why-needed"));
                return draw(&app, &seat, Drawing { refused, ..Drawing::of(what, Some(id), written(&item)) });
            }
            Event::AdviceTakenOff { why }
        }
        "reviewed" if what == What::Answer => match Answer::read_review(&sent, today) {
            Ok(review_by) => Event::AnswerReviewed { on: today, review_by },
            Err(wrong) => return draw(&app, &seat, Drawing { wrong, ..Drawing::of(what, Some(id), written(&item)) }),
        },
        _ => return save(&app, &seat, what, id, sent, false).await,
    };
    write(&app, &seat, id, sent.get("key"), event).await
}

async fn save(
    app: &App,
    seat: &HostSeat,
    what: What,
    id: String,
    sent: Fields,
    is_new: bool,
) -> Result<Response, Response> {
    let today = app.clock().today();
    let read = match what {
        What::Line => Line::read(&sent, &seat.host.name, today).map(|line| Item::Line(Box::new(line))),
        What::Team => Team::read(&sent).map(Item::Team),
        What::Answer => Answer::read(&sent, app.law(), today).map(Item::Answer),
    };
    match read {
        Ok(item) => {
            let event = Event::AdvicePublished { on: today, item: Box::new(item) };
            write(app, seat, id, sent.get("key"), event).await
        }
        Err(wrong) => {
            let id = (!is_new).then_some(id);
            draw(app, seat, Drawing { wrong, ..Drawing::of(what, id, sent) })
        }
    }
}

async fn write(app: &App, seat: &HostSeat, id: String, key: &str, event: Event) -> Result<Response, Response> {
    let name = Name { host: seat.host.slug.clone(), id };
    seat.write(app, &boards(app)?.advice, &name, key, vec![event]).await?;
    Ok(Redirect::to(&format!("/hosts/{}/advice/{}?kept=1", name.host, name.id)).into_response())
}
