//! The child's version of a council's offer, at three ages: the words of `content/en/young`, and below each heading what
//! this council's offer says of it. Where it says nothing, the page says so and what to ask: never no.

mod local;

use super::named::Named;
use crate::App;
use crate::language::{Piece, Said, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use crate::ways::{AGES, Age, Passage, Words};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use local::Found;
pub(super) use local::{Reach, who};
use offer::Offer;

/// The ages a reader can choose: names in addresses, and titles.
type Ages = Vec<(&'static str, Said)>;

#[derive(Template)]
#[template(path = "council/young.html")]
struct YoungPage {
    shell: Shell,
    slug: String,
    council: String,
    ages: Ages,
}

impl YoungPage {
    /// Whom to phone.
    fn talk(&self) -> Said {
        let numbers = [("samaritans", "116 123"), ("nspcc", "0808 800 5000"), ("police", "999")]
            .map(|(who, shown)| (who, Piece::phone(shown)));
        say_with("young-talk", numbers)
    }
}

/// `/council/{slug}/young`
pub(super) async fn show(State(app): State<App>, Path(slug): Path<String>) -> Response {
    let published = app.published();
    let Some(named) = Named::find(&app, published.offers(), &slug) else { return Fault::not_found().into_response() };
    page::ok(&YoungPage {
        shell: Shell::said(&say("young-tab"), Part::Councils),
        council: named.full_name(),
        slug,
        ages: AGES.iter().map(|age| (age.slug, age.title())).collect(),
    })
}

#[derive(Template)]
#[template(path = "council/young_age.html")]
struct AgePage {
    shell: Shell,
    slug: String,
    council: String,
    age: &'static Age,
    lead: String,
    /// Each part, with what the council's offer says below it.
    parts: Vec<(Passage, Vec<Found>)>,
    others: Ages,
    /// Where what the page says of the council comes from.
    about: Said,
    /// What must be said wherever an example is shown.
    notice: Option<String>,
}

/// `/council/{slug}/young/{age}`
pub(super) async fn age(State(app): State<App>, Path((slug, age)): Path<(String, String)>) -> Response {
    let published = app.published();
    let named = Named::find(&app, published.offers(), &slug);
    let place = AGES.iter().position(|one| one.slug == age);
    let (Some(named), Some(place)) = (named, place) else { return Fault::not_found().into_response() };
    let age = &AGES[place];
    let words = Words::of(age.text);
    let about = match named.offer {
        None => "local-young-not-held",
        Some(offer) if offer.head.notice.is_some() => "local-young-about-read",
        Some(_) => "local-young-about",
    };
    page::ok(&AgePage {
        shell: Shell::said(&say("young-tab"), Part::Councils),
        council: named.full_name(),
        parts: parts(words.parts, place, named.offer),
        lead: words.lead,
        others: AGES.iter().filter(|other| other.slug != age.slug).map(|other| (other.slug, other.title())).collect(),
        about: say_with(about, [("council", Piece::written(&named.full_name()))]),
        notice: named.offer.and_then(|offer| offer.head.notice.clone()),
        age,
        slug,
    })
}

fn parts(passages: Vec<Passage>, age: usize, offer: Option<&Offer>) -> Vec<(Passage, Vec<Found>)> {
    let below = |passage: Passage| {
        let here = local::all().iter().filter(|one| one.under[age].as_deref() == Some(passage.id.as_str()));
        let found = here.filter_map(|one| one.said(age, offer)).collect();
        (passage, found)
    };
    passages.into_iter().map(below).collect()
}
