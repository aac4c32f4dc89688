//! One letter: the form that asks for what it needs, and the letter as it was written, to read, change and take away.

use super::desk::Desk;
use crate::App;
use crate::find::{Fields, Session, Way};
use crate::language::{Piece, Said, date, say, say_with};
use crate::ui::shell::Part;
use crate::ui::show::{self, CiteView};
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use law::Family;
use paper::{Document, Draft, Fit, Input, LONGEST_FIELD, LONGEST_LETTER, Reply, TypedError, TypedFault};

#[derive(Template)]
#[template(path = "letters/form.html")]
struct FormPage {
    shell: Shell,
    back: (&'static str, Said),
    expired: bool,
    id: String,
    title: String,
    what: String,
    because: Option<String>,
    does_not_fit: bool,
    /// It goes to a council, and nobody said which.
    needs_council: bool,
    before: Option<String>,
    errors: Vec<WrongView>,
    fields: Vec<FieldView>,
    changed: Option<Draft>,
    longest: usize,
    under: Vec<(String, String)>,
}

/// What cannot stand in a letter.
struct WrongView {
    field: String,
    /// What to do, in a sentence.
    words: Said,
}

/// A field of the form with what was typed into it.
pub(crate) struct FieldView {
    pub id: String,
    pub label: String,
    pub hint: Option<String>,
    pub why: String,
    pub autocomplete: Option<String>,
    pub has_lines: bool,
    pub is_date: bool,
    pub value: String,
    pub wrong: Option<Said>,
}

#[derive(Template)]
#[template(path = "letters/written.html")]
struct WrittenPage {
    shell: Shell,
    back: (&'static str, Said),
    expired: bool,
    id: String,
    title: String,
    wrong: Option<(Said, &'static str)>,
    notice: Option<String>,
    document: Document,
    gaps: Vec<String>,
    fields: Vec<FieldView>,
    draft: Draft,
    is_changed: bool,
    has_pdf: bool,
    council: Option<String>,
    cites: Vec<CiteView>,
    reply: Option<ReplyView>,
    before: Option<String>,
    next: String,
    no_answer: String,
    checked: String,
    longest: usize,
}

/// When an answer is due, in words.
struct ReplyView {
    by: Said,
    is_assumed: bool,
    sure: &'static str,
    is_verified: bool,
    knows_holidays: bool,
}

/// `/letters/{id}`: the form.
pub(super) async fn show(State(app): State<App>, session: Session, Path(id): Path<String>) -> Response {
    let Some(letter) = app.letters().letter(&id) else { return Fault::not_found().into_response() };
    let picture = session.picture(&app);
    let nothing = Fields::default();
    let desk = Desk::lay(&app, &session, &picture, letter, &nothing);
    form(&app, &session, &desk, StatusCode::OK)
}

/// `/letters/{id}` with what was typed: the letter, or the form again.
pub(super) async fn take(State(app): State<App>, session: Session, Path(id): Path<String>, sent: Fields) -> Response {
    let Some(letter) = app.letters().letter(&id) else { return Fault::not_found().into_response() };
    let picture = session.picture(&app);
    let mut desk = Desk::lay(&app, &session, &picture, letter, &sent);
    let what = sent.get("do");
    if what == "afresh" {
        desk.changed = None;
    }
    if !desk.errors.is_empty() {
        return form(&app, &session, &desk, StatusCode::UNPROCESSABLE_ENTITY);
    }
    match what {
        "change" => form(&app, &session, &desk, StatusCode::OK),
        _ => written(&app, &session, &desk, None),
    }
}

/// The form, with what was typed.
pub(super) fn form(app: &App, session: &Session, desk: &Desk, status: StatusCode) -> Response {
    let picture = session.picture(app);
    let letter = desk.letter;
    let family = Family { day: &picture.day, findings: &picture.findings, case: &picture.case };
    let fitting = letter.fitting(&family);
    let supports = letter.about.iter().filter_map(|id| app.law().support(id));
    let title = say(if desk.errors.is_empty() { "letter-tab" } else { "letter-tab-wrong" });
    let page = FormPage {
        shell: Shell::said(&title, Part::Find),
        back: back(session),
        expired: session.expired,
        id: letter.id.clone(),
        title: letter.title.clone(),
        what: letter.what.clone(),
        because: fitting.because.map(str::to_owned),
        does_not_fit: fitting.fit == Fit::No,
        needs_council: letter.to_council && session.council(app).is_none(),
        before: letter.before.clone(),
        errors: desk.errors.iter().map(wrong).collect(),
        fields: fields(app, desk),
        changed: desk.changed.clone(),
        longest: LONGEST_FIELD,
        under: supports.map(|support| (support.id.clone(), support.title.clone())).collect(),
    };
    session.keep(app, page::html(status, &page))
}

/// The letter as it was written; a notice says what could not be done.
pub(super) fn written(app: &App, session: &Session, desk: &Desk, notice: Option<String>) -> Response {
    let wrong = desk.too_long();
    let status = match (&wrong, &notice) {
        (Some(_), _) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, Some(_)) => StatusCode::SERVICE_UNAVAILABLE,
        (None, None) => StatusCode::OK,
    };
    let title = say(if wrong.is_some() { "letter-tab-wrong" } else { "letter-tab" });
    let letter = desk.letter;
    let draft = desk.draft();
    let page = WrittenPage {
        shell: Shell::said(&title, Part::Find),
        back: back(session),
        expired: session.expired,
        id: letter.id.clone(),
        title: letter.title.clone(),
        wrong,
        notice,
        document: draft.document(),
        gaps: draft.gaps(),
        fields: fields(app, desk),
        draft: draft.clone(),
        is_changed: desk.changed.is_some(),
        has_pdf: app.pdf().is_some(),
        council: session.council(app).filter(|_| letter.to_council).map(|council| council.name.clone()),
        cites: CiteView::all(&desk.written.citations),
        reply: desk.written.reply.as_ref().map(reply),
        before: letter.before.clone(),
        next: letter.next.clone(),
        no_answer: letter.no_answer.clone(),
        checked: show::checked(&letter.checked),
        longest: LONGEST_LETTER,
    };
    session.keep(app, page::html(status, &page))
}

/// The page before a letter, and its words: a young person came from what they can get, not from the list for carers.
fn back(session: &Session) -> (&'static str, Said) {
    match session.way() {
        Way::Young => (Way::Young.end(), say("letter-back-young")),
        Way::Already | Way::Arrived => ("/letters", say("letter-back")),
    }
}

/// What cannot stand in a letter, in the words of the page.
fn wrong(error: &TypedError) -> WrongView {
    let field = ("field", error.label.as_str().into());
    let words = match error.fault {
        TypedFault::Long(many) => {
            say_with("letter-field-long", [field, ("many", many.into()), ("most", LONGEST_FIELD.into())])
        }
        TypedFault::NoDate => say_with("letter-field-date", [field]),
    };
    WrongView { field: error.field.clone(), words }
}

fn fields(app: &App, desk: &Desk) -> Vec<FieldView> {
    let wrong = |id: &str| desk.errors.iter().find(|error| error.field == id).map(|error| wrong(error).words);
    let all = app.letters().fields_of(desk.letter);
    all.map(|field| FieldView {
        id: field.id.clone(),
        label: field.label.clone(),
        hint: field.hint.clone(),
        why: field.why.clone(),
        autocomplete: field.autocomplete.clone(),
        has_lines: field.input == Input::Lines,
        is_date: field.input == Input::Date,
        value: desk.typed.text(&field.id).to_owned(),
        wrong: wrong(&field.id),
    })
    .collect()
}

fn reply(reply: &Reply) -> ReplyView {
    let by = [
        ("day", date(reply.by).into()),
        ("strong", Piece::start("strong")),
        ("end", Piece::end("strong")),
        ("length", reply.length.as_str().into()),
        ("rule", reply.title.as_str().into()),
        ("link", Piece::link(format!("/law/clock/{}", show::part(&reply.clock)))),
        ("stop", Piece::end("a")),
    ];
    ReplyView {
        by: say_with("letter-reply-by", by),
        is_assumed: reply.is_assumed,
        sure: reply.sureness.word(),
        is_verified: reply.sureness.is_verified(),
        knows_holidays: reply.knows_holidays,
    }
}
