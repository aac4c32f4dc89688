//! An offer taken out and brought in: as one text, the form a council may keep in git; services as a table that a
//! spreadsheet opens; services of an Open Referral feed.

use crate::App;
use crate::account::{Deed, Seat, SignedIn, form_key};
use crate::find::Fields;
use crate::keeper::ActError;
use crate::language::{say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Fault as Page, Shell, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use law::Fault;
use offer::exchange::{Fetched, import};
use offer::publish::Act;
use offer::{Offer, Record, differences};

use super::changes::{ChangeView, views};

/// The most records in one text: each is held against all that are there.
const MOST_RECORDS: usize = 2000;

#[derive(Template)]
#[template(path = "publish/import.html")]
struct ImportPage {
    shell: Shell,
    slug: String,
    key: String,
    /// In which form the text is: `records`, `table` or `feed`.
    form: String,
    from: String,
    text: String,
    refused: Option<String>,
    faults: Vec<String>,
    /// What would change, once it was read.
    changes: Option<Vec<ChangeView>>,
}

/// `/publish/{slug}/import`.
pub(super) async fn show(signed: SignedIn, Path(slug): Path<String>) -> Result<Response, Response> {
    let seat = Seat::take(signed, &slug, Deed::Arrange)?;
    Ok(draw(&seat, Typed::default(), None, Vec::new(), None))
}

/// What was typed.
#[derive(Default)]
struct Typed {
    form: String,
    from: String,
    text: String,
}

fn draw(
    seat: &Seat,
    typed: Typed,
    refused: Option<String>,
    faults: Vec<String>,
    changes: Option<Vec<ChangeView>>,
) -> Response {
    let is_wrong = refused.is_some() || !faults.is_empty();
    let (shell, slug) = (Shell::said(&say("desk-import-title"), Part::Desk), seat.slug.clone());
    let Typed { form, from, text } = typed;
    page::form(is_wrong, &ImportPage { shell, slug, key: form_key(), form, from, text, refused, faults, changes })
}

/// The records in what was typed, and what could not be read, line by line.
fn read(app: &App, seat: &Seat, typed: &Typed) -> (Vec<Record>, Vec<Fault>) {
    let law = app.law();
    let (offer, faults) = match typed.form.as_str() {
        "table" => {
            let (draft, _) = seat.desk.draft.offer(law);
            let (services, faults) = draft.read_services_csv(&typed.text, law);
            (Offer { services, ..Offer::default() }, faults)
        }
        "feed" => {
            let fetched = Fetched { url: &typed.from, on: app.clock().today() };
            let (found, faults) = import(&typed.text, fetched);
            let services = found.services.into_iter().map(|one| one.service).collect();
            (Offer { services, contacts: found.contacts, pages: vec![found.page], ..Offer::default() }, faults)
        }
        _ => return Record::read_all(&typed.text, "text"),
    };
    let files = offer.write(law);
    let records = files.iter().flat_map(|file| Record::read_all(&file.text, &file.path).0);
    (records.filter(|record| record.id().kind != "offer").collect(), faults)
}

/// Reads the text, shows what would change, and on the second sending brings it in.
pub(super) async fn take(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let seat = Seat::take(signed, &slug, Deed::Arrange)?;
    let text = |name: &str| sent.get(name).to_owned();
    let typed = Typed { form: text("form"), from: text("from"), text: sent.raw("text").to_owned() };
    if typed.form == "feed" && !typed.from.starts_with("https://") && !typed.from.starts_with("http://") {
        let words = say("desk-import-from-wrong").plain().to_owned();
        return Ok(draw(&seat, typed, Some(words), Vec::new(), None));
    }
    let (records, faults) = read(&app, &seat, &typed);
    if !faults.is_empty() {
        let faults = faults.iter().map(ToString::to_string).collect();
        return Ok(draw(&seat, typed, None, faults, None));
    }
    if records.is_empty() {
        let words = say("desk-import-nothing").plain().to_owned();
        return Ok(draw(&seat, typed, Some(words), Vec::new(), None));
    }
    if records.len() > MOST_RECORDS {
        let words = say_with("desk-import-too-many", [("most", MOST_RECORDS.into())]).plain().to_owned();
        return Ok(draw(&seat, typed, Some(words), Vec::new(), None));
    }
    if sent.get("do") != "bring" {
        let before = seat.desk.draft.records();
        let mut after = before.clone();
        for record in records {
            match after.iter_mut().find(|known| known.id() == record.id()) {
                Some(known) => *known = record,
                None => after.push(record),
            }
        }
        let changes = views(&app, differences(&before, &after));
        return Ok(draw(&seat, typed, None, Vec::new(), Some(changes)));
    }
    match seat.act(&app, Act::Import { from: typed.from.clone(), records }, sent.get("key"), Vec::new()).await {
        Ok(_) => Ok(Redirect::to(&format!("/publish/{slug}")).into_response()),
        Err(ActError::Store(error)) => Err(Page::store(error)),
        Err(error) => Ok(draw(&seat, typed, Some(error.to_string()), Vec::new(), None)),
    }
}

/// `/publish/{slug}/offer.law`: the whole draft as one text.
pub(super) async fn export(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let seat = Seat::whole(signed, &slug, Deed::Read)?;
    let (offer, faults) = seat.desk.draft.offer(app.law());
    // What cannot be read yet is given as it was typed, so that nothing is lost on the way.
    let typed = || seat.desk.draft.held().map(|held| held.record.text()).collect::<Vec<_>>().join("\n");
    let text = if faults.is_empty() { offer.text(app.law()) } else { typed() };
    let name = format!("attachment; filename=\"{slug}.law\"");
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)], text)
        .into_response())
}

/// `/publish/{slug}/services.csv`: the services of the draft as a table.
pub(super) async fn table(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let seat = Seat::whole(signed, &slug, Deed::Read)?;
    let (offer, _) = seat.desk.draft.offer(app.law());
    let name = format!("attachment; filename=\"{slug}-services.csv\"");
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, offer.services_csv(app.law())).into_response())
}
