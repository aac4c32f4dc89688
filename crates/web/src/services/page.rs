//! The page "Help near you": the form, what was found, and the shortlist.

use super::ask::{self, Ask, DISTANCES, MOST_KEPT};
use super::family::Family;
use super::hit::{HitView, numbers};
use super::results::Results;
use super::words::{how_said, need_said};
use crate::App;
use crate::find::{Fields, Session};
use crate::language::{Said, day_name, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Shell, filters, page};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use offer::Offer;
use offer::search::{Search, weekday_name};

/// One choice of a list.
pub(super) struct Choice {
    pub value: String,
    pub label: Said,
    pub on: bool,
}

#[derive(Template)]
#[template(path = "services/page.html")]
struct ServicesPage {
    shell: Shell,
    ask: Ask,
    /// The name and address of the council chosen, and whether its offer is held.
    council: Option<(String, String, bool)>,
    /// What must be said wherever the offer of that council is shown.
    notice: Option<String>,
    family: Family,
    councils: Vec<Choice>,
    needs: Vec<Choice>,
    arrangements: Vec<Choice>,
    ways: Vec<Choice>,
    days: Vec<Choice>,
    languages: Vec<Choice>,
    welcomes: Vec<Choice>,
    access: Vec<Choice>,
    distances: Vec<Choice>,
    /// Somebody at the council to ask: the name, and numbers as written and as dialled.
    person: Option<(String, Vec<(String, String)>)>,
    can_be_free: bool,
    /// The filters are open, because one of them is set.
    is_narrowed: bool,
    results: Option<Results>,
    kept: Vec<HitView>,
    is_full: bool,
}

/// `GET /services`
pub(super) async fn show(State(app): State<App>, session: Session) -> Response {
    let ask = Ask::begin(&app, &session);
    let family = Family::of(&app, &session, &ask);
    let published = app.published();
    let search = published.search().await;
    session.keep(&app, page::ok(&ServicesPage::new(&app, search, ask, family, false)))
}

/// `POST /services`: the same page with what was found. What was asked for is kept nowhere else.
pub(super) async fn look(State(app): State<App>, session: Session, fields: Fields) -> Response {
    let published = app.published();
    let search = published.search().await;
    let ask = Ask::read(&app, search, &fields);
    let family = Family::of(&app, &session, &ask);
    // Coming back from the list asks for nothing yet.
    let is_asked = fields.get("again").is_empty();
    session.keep(&app, page::ok(&ServicesPage::new(&app, search, ask, family, is_asked)))
}

impl ServicesPage {
    fn new(app: &App, search: &Search, ask: Ask, family: Family, is_asked: bool) -> ServicesPage {
        let choices = search.choices();
        let offer = ask.council.and_then(|council| search.offers().by_council(council.code));
        let wanted = &ask.wanted;
        let mut councils: Vec<Choice> = (app.places().councils().iter())
            .map(|one| {
                choice(
                    one.code.to_string(),
                    one.name.as_str().into(),
                    ask.council.is_some_and(|of| of.code == one.code),
                )
            })
            .collect();
        councils.sort_by(|a, b| a.label.english().cmp(b.label.english()));
        let needs = search.needs().iter().enumerate().filter(|(place, _)| choices.needs & (1 << place) != 0);
        let needs = needs.map(|(place, need)| choice(need.id.clone(), need_said(need), wanted.need == Some(place)));
        let arrangements = ask::arrangements(app).map(|(code, words)| {
            let on = ask.arrangement.as_ref() == Some(&code);
            choice(code, words, on)
        });
        let ways = choices
            .deliveries
            .iter()
            .map(|how| choice(how.word().to_owned(), how_said(*how), wanted.delivery == Some(*how)));
        let days = choices
            .days
            .iter()
            .map(|day| choice(weekday_name(*day).to_owned(), day_name(*day), wanted.day == Some(*day)));
        let languages = choices.languages.iter().enumerate();
        let languages =
            languages.map(|(at, name)| choice(name.clone(), name.as_str().into(), wanted.language == Some(at)));
        let welcomes = choices
            .welcomes
            .iter()
            .map(|whom| choice(whom.word().to_owned(), filters::whom(*whom).capital(), wanted.welcome == Some(*whom)));
        let access = choices.access.iter().map(|one| {
            let on = wanted.access == Some(*one);
            choice(one.word().to_owned(), filters::access(*one), on)
        });
        let mut distances = vec![choice("0".to_owned(), say("services-within-none"), ask.within == 0)];
        distances.extend(DISTANCES.map(|miles| {
            let label = say_with("services-within-miles", [("miles", usize::from(miles).into())]);
            choice(miles.to_string(), label, ask.within == miles)
        }));
        ServicesPage {
            welcomes: welcomes.collect(),
            access: access.collect(),
            distances,
            person: offer.and_then(person),
            shell: Shell::said(&say("frame-services"), Part::Find),
            council: ask.council.map(|one| (one.name.clone(), format!("/council/{}", one.slug), offer.is_some())),
            notice: offer.and_then(|offer| offer.head.notice.clone()),
            councils,
            needs: needs.collect(),
            arrangements: arrangements.collect(),
            ways: ways.collect(),
            days: days.collect(),
            languages: languages.collect(),
            can_be_free: choices.free,
            is_narrowed: *wanted != offer::search::Wanted::default()
                || ask.arrangement.is_some()
                || ask.age.is_some()
                || !ask.postcode.is_empty(),
            results: is_asked.then(|| Results::of(app, search, &family, &ask)),
            kept: kept(app, search, &family, &ask),
            is_full: ask.kept.len() >= MOST_KEPT,
            family,
            ask,
        }
    }
}

/// The first of a council's contacts whose number is known.
fn person(offer: &Offer) -> Option<(String, Vec<(String, String)>)> {
    let mut each = offer.contacts.iter().map(|contact| (contact.name.clone(), numbers(&contact.phones)));
    each.find(|(_, numbers)| !numbers.is_empty())
}

fn choice(value: String, label: Said, on: bool) -> Choice {
    Choice { value, label, on }
}

/// The shortlist as the page shows it.
pub(super) fn kept(app: &App, search: &Search, family: &Family, ask: &Ask) -> Vec<HitView> {
    let found = ask.kept.iter().filter_map(|key| search.by_key(key));
    let things = found.filter_map(|listing| Some((listing, search.thing(listing)?)));
    things.map(|(listing, thing)| HitView::of(app, family, ask, listing, &thing)).collect()
}
