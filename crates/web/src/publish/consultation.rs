//! Consulting before an edition (Children Act 1989 s.22H(8)): who is asked, what they say, and the report.

use crate::App;
use crate::account::{Deed, Seat, SignedIn, form_key};
use crate::find::Fields;
use crate::keeper::ActError;
use crate::language::{Piece, Said, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use offer::publish::{Act, Asked, Consultation, Heard, Relevant, Report, Version};

#[derive(Template)]
#[template(path = "publish/consultation.html")]
struct ConsultationPage {
    shell: Shell,
    slug: String,
    list: Vec<View>,
    relevant: Vec<&'static str>,
    may: bool,
    key: String,
    today: String,
    refused: Option<String>,
    /// What was typed, should it have to be shown again.
    typed: Fields,
}

/// A consultation, in words.
struct View {
    id: Version,
    about: String,
    days: Said,
    asked: Vec<(&'static str, String)>,
    heard: Vec<HeardView>,
    report: Option<Report>,
    is_over: bool,
}

/// What was said.
struct HeardView {
    who: &'static str,
    number: Option<u32>,
    said: String,
    answer: String,
}

fn view(known: &Consultation, today: jiff::civil::Date) -> View {
    let day = |day| Piece::words(show::date(day));
    View {
        id: known.id,
        about: known.about.clone(),
        days: say_with("desk-consultation-days", [("from", day(known.opens)), ("to", day(known.closes))]),
        asked: known.asked.iter().map(|asked| (asked.who.word(), asked.how.clone())).collect(),
        heard: (known.heard.iter())
            .map(|heard| HeardView {
                who: heard.who.word(),
                number: heard.number,
                said: heard.said.clone(),
                answer: heard.answer.clone(),
            })
            .collect(),
        report: known.report.as_ref().map(|(_, report)| report.clone()),
        is_over: known.closes < today,
    }
}

/// `/publish/{slug}/consultation`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let seat = Seat::whole(signed, &slug, Deed::Read)?;
    Ok(draw(&app, &seat, None, Fields::default()))
}

fn draw(app: &App, seat: &Seat, refused: Option<String>, typed: Fields) -> Response {
    let today = app.clock().today();
    let is_wrong = refused.is_some();
    let page = ConsultationPage {
        shell: Shell::said(&say("desk-consultation-title"), Part::Desk),
        slug: seat.slug.clone(),
        list: seat.desk.consultations.iter().rev().map(|known| view(known, today)).collect(),
        relevant: Relevant::ALL.iter().map(|who| who.word()).collect(),
        may: seat.may(Deed::Consult),
        key: form_key(),
        today: today.to_string(),
        refused,
        typed,
    };
    page::form(is_wrong, &page)
}

/// Begins a consultation, writes down what was said, or writes the report.
pub(super) async fn take(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let seat = Seat::whole(signed, &slug, Deed::Consult)?;
    let act = match act(&sent) {
        Ok(act) => act,
        Err(words) => return Ok(draw(&app, &seat, Some(words.plain().to_owned()), sent)),
    };
    match seat.act(&app, act, sent.get("key"), Vec::new()).await {
        Ok(_) => Ok(Redirect::to(&format!("/publish/{slug}/consultation")).into_response()),
        Err(ActError::Store(error)) => Err(Fault::store(error)),
        Err(error) => Ok(draw(&app, &seat, Some(error.to_string()), sent)),
    }
}

fn who(word: &str) -> Option<Relevant> {
    Relevant::ALL.iter().copied().find(|who| who.word() == word)
}

fn act(sent: &Fields) -> Result<Act, Said> {
    let day = |name: &str| sent.get(name).parse().map_err(|_| say("desk-consultation-day-wrong"));
    let consultation = || sent.get("consultation").parse().map_err(|_| say("desk-consultation-which"));
    match sent.get("do") {
        "open" => {
            let asked = Relevant::ALL.iter().filter_map(|who| {
                let how = sent.get(&format!("how:{}", who.word()));
                (!how.is_empty()).then(|| Asked { who: *who, how: how.to_owned() })
            });
            let (opens, closes) = (day("opens")?, day("closes")?);
            Ok(Act::OpenConsultation { about: sent.get("about").to_owned(), asked: asked.collect(), opens, closes })
        }
        "hear" => {
            let number = match sent.get("number") {
                "" => None,
                number => Some(number.parse().map_err(|_| say("desk-consultation-number-wrong"))?),
            };
            let (said, answer) = (sent.get("said").to_owned(), sent.get("answer").to_owned());
            let who = who(sent.get("who")).ok_or_else(|| say("desk-consultation-who-wrong"))?;
            Ok(Act::Hear { consultation: consultation()?, heard: Heard { who, number, said, answer } })
        }
        "report" => {
            let address = sent.get("address");
            if !address.is_empty() && !address.starts_with("https://") && !address.starts_with("http://") {
                return Err(say("desk-consultation-address-wrong"));
            }
            let report = Report {
                words: sent.get("words").to_owned(),
                changed: sent.get("changed").to_owned(),
                address: (!address.is_empty()).then(|| address.to_owned()),
            };
            Ok(Act::Report { consultation: consultation()?, report })
        }
        _ => Err(say("desk-what-to-do")),
    }
}
