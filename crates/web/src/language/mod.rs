//! Pages in other languages than English: `/ur/find/answer` is `/find/answer` in Urdu.
//!
//! The language is in the address and nowhere else: in no cookie, and not taken from what a browser says it prefers. So a
//! public page that is kept by a cache is the same for everybody who asks for that address, and an address that is passed on
//! is read in the language it was passed on in. One site answers under every prefix ([`routes`]); while it does, what the
//! frame and the words need to know stands in [`speaking`]. Addresses in a page are led to the same language when it is
//! written out.
//!
//! Every text comes from `content/`, by its key ([`say`]). Beside a translation stands its English; what has no
//! translation, or one whose English has changed, is shown in English and marked so.

mod addresses;
mod catalogue;
mod said;
mod speaking;

pub(crate) use addresses::Choice;
pub(crate) use said::{
    Piece, Said, date, english_marks, in_english, page, say, say_of, say_with, typed_marks, weekday,
};
pub(crate) use speaking::{choices, finish, spoken};

use crate::App;
use crate::ui::layers::headers;
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use language::OTHERS;

/// The site in English, and under the prefix of each other language what of it is spoken there.
pub(crate) fn routes(site: Router, app: &App) -> Router {
    let english = site.clone().layer(from_fn(speaking::in_english));
    OTHERS.into_iter().fold(english, |whole, language| {
        let site = site.clone().layer(from_fn(move |request, next| speaking::speak(language, request, next)));
        let site = site.layer(from_fn_with_state(app.clone(), headers));
        whole.nest_service(&format!("/{}", language.tag), site)
    })
}

#[cfg(test)]
mod tests;
