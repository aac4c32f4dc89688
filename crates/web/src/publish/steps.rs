//! Steps taken so that families receive what is relevant to them (Children Act 1989 s.22H(6)). No person is named.

use crate::App;
use crate::account::{Deed, Seat, SignedIn, form_key};
use crate::find::Fields;
use crate::keeper::ActError;
use crate::language::say;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use offer::publish::Act;

#[derive(Template)]
#[template(path = "publish/steps.html")]
struct StepsPage {
    shell: Shell,
    slug: String,
    steps: Vec<StepView>,
    may_add: bool,
    key: String,
    today: String,
    refused: Option<String>,
    typed: [String; 4],
}

/// A step.
struct StepView {
    on: String,
    what: String,
    audience: String,
    reached: String,
}

/// `/publish/{slug}/families`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let seat = Seat::whole(signed, &slug, Deed::Read)?;
    Ok(draw(&app, &seat, None, [const { String::new() }; 4]))
}

fn draw(app: &App, seat: &Seat, refused: Option<String>, typed: [String; 4]) -> Response {
    let steps = seat.desk.steps.iter().rev().map(|step| StepView {
        on: show::date(step.on),
        what: step.what.clone(),
        audience: step.audience.clone(),
        reached: step
            .reached
            .map_or_else(|| say("desk-families-not-counted").plain().to_owned(), |number| number.to_string()),
    });
    let page = StepsPage {
        shell: Shell::said(&say("desk-menu-families"), Part::Desk),
        slug: seat.slug.clone(),
        steps: steps.collect(),
        may_add: seat.may(Deed::Reach),
        key: form_key(),
        today: app.clock().today().to_string(),
        typed,
        refused: refused.clone(),
    };
    page::form(refused.is_some(), &page)
}

/// Writes a step down.
pub(super) async fn take(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let seat = Seat::take(signed, &slug, Deed::Reach)?;
    let typed = ["what", "on", "audience", "reached"].map(|name| sent.get(name).to_owned());
    let [what, on, audience, reached] = typed.clone();
    let Ok(on) = on.parse() else {
        return Ok(draw(&app, &seat, Some(say("desk-families-day-wrong").plain().to_owned()), typed));
    };
    let reached = match reached.as_str() {
        "" => None,
        number => match number.parse() {
            Ok(number) => Some(number),
            Err(_) => {
                let words = say("desk-families-reached-wrong");
                return Ok(draw(&app, &seat, Some(words.plain().to_owned()), typed));
            }
        },
    };
    let act = Act::TakeStep { what, on, audience, reached };
    match seat.act(&app, act, sent.get("key"), Vec::new()).await {
        Ok(_) => Ok(Redirect::to(&format!("/publish/{slug}/families")).into_response()),
        Err(ActError::Store(error)) => Err(Fault::store(error)),
        Err(error) => Ok(draw(&app, &seat, Some(error.to_string()), typed)),
    }
}
