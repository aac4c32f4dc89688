//! One council: who it is, who runs its children's services, and its kinship local offer or how to ask for it.

use super::editions;
use super::linked;
use super::named::Named;
use super::offer::OfferPage;
use crate::App;
use crate::language::{Piece, Said, date, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use offer::place::Council;

#[derive(Template)]
#[template(path = "council/page.html")]
struct CouncilPage {
    shell: Shell,
    council: &'static Council,
    /// Who runs children's services.
    run: Said,
    /// The day on which the council ends, and what comes after.
    ending: Option<Said>,
    duty: Piece,
    linked: String,
    /// Why the last edition was withdrawn, and since when.
    withdrawn: Option<(Said, String)>,
}

/// `/council/{slug}`
pub(super) async fn show(State(app): State<App>, Path(slug): Path<String>) -> Response {
    let published = app.published();
    let named = Named::find(&app, published.offers(), &slug);
    let council = named.and_then(|named| named.council);
    if let Some(offer) = named.and_then(|named| named.offer) {
        let day = app.today();
        let report = published.report(&day, offer);
        let mut page = OfferPage::new(offer, &day, &report, editions::banner(&app, &slug));
        page.checks = Some(format!("/council/{}/checks", offer.slug()));
        page.beside = Some(slug);
        return page::ok(&page.published(council, offer));
    }
    let Some(council) = council else {
        return editions::gone(&app, &slug).unwrap_or_else(|| Fault::not_found().into_response());
    };
    let page = CouncilPage {
        shell: Shell::named(&council.name, Part::Councils),
        run: match &council.delivered_by {
            None => say("council-runs-itself"),
            Some(trust) => {
                let since = ("since", date(trust.since).into());
                say_with("council-run-by", [("trust", Piece::written(&trust.name)), since])
            }
        },
        ending: council.ending.as_ref().map(|ending| {
            let day = ("day", date(ending.on).into());
            say_with("council-ends", [day, ("after", Piece::written(&ending.after))])
        }),
        duty: Piece::link(show::provision_href("ca-1989/22H(1)")),
        linked: linked::block(council, None),
        withdrawn: editions::withdrawn(&app, &slug),
        council,
    };
    page::ok(&page)
}
