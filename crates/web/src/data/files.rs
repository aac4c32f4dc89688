//! `/data`: the page that says what there is, and the files.

use super::answer::Written;
use super::asked::Asked;
use super::changes::{self, FEED, Form};
use super::dataset::{DATASETS, Dataset, Row, csv};
use super::refusal::Refusal;
use super::{LICENCE, answer, format, openapi, parameter};
use crate::App;
use crate::language::say;
use crate::published::{Published, aside};
use crate::ui::shell::Part;
use crate::ui::{Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "data/page.html")]
struct DataPage {
    shell: Shell,
    sets: &'static [Dataset],
    held: usize,
    total: usize,
    examples: usize,
    councils: Vec<(String, String)>,
    most: usize,
    licence: &'static str,
    today: String,
}

/// `/data`
pub(super) async fn show(State(app): State<App>) -> Response {
    let published = app.published();
    let public = || published.offers().iter().filter(|offer| offer.is_public());
    page::ok(&DataPage {
        shell: Shell::said(&say("data-title"), Part::Words),
        sets: DATASETS,
        held: public()
            .filter(|offer| offer.authority().is_some_and(|code| app.places().council(&code).is_some()))
            .count(),
        total: app.places().councils().len(),
        examples: public().filter(|offer| offer.head.example).count(),
        councils: public().map(|offer| (offer.slug().to_owned(), offer.head.council.clone())).collect(),
        most: parameter::MOST_ON_A_PAGE,
        licence: LICENCE,
        today: show::date(app.clock().today()),
    })
}

offer::records! {
    /// What stands before the rows of a file.
    Head {
        /// The name of the set.
        dataset: &'static str,
        /// What a reader calls it.
        title: &'static str,
        /// What is in it.
        says: &'static str,
        /// The licence of the facts.
        licence: &'static str,
        /// Where the set is described.
        about: String,
        /// How many rows there are.
        count: usize,
    }
}

/// `/data/{file}`
pub(super) async fn file(
    State(app): State<App>,
    Path(name): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let query = uri.query().unwrap_or_default();
    let form = match name.as_str() {
        "changes.json" => Some(Form::Json),
        "changes.atom" => Some(Form::Atom),
        _ => None,
    };
    if let Some(form) = form {
        let asked = Asked::read(query, FEED)?;
        return Ok(aside(move || changes::feed(&app, &headers, &asked, form)).await);
    }
    Asked::read(query, &[])?;
    match name.as_str() {
        "offer.schema.json" => return Ok(schema(&app, &headers)),
        "openapi.json" => return Ok(openapi::files(&app, &headers)),
        _ => {}
    }
    let (set, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    let set = Dataset::named(set).ok_or_else(|| nothing(&name))?;
    if !["json", "ndjson", "csv"].contains(&ending) {
        return Err(nothing(&name));
    }
    let kind = match ending {
        "json" => answer::JSON,
        "ndjson" => answer::NDJSON,
        _ => answer::CSV,
    };
    let published = app.published();
    let text = match set.is_long() {
        true => published.file(&app, &name, written(app.clone(), published.clone(), set, kind)).await,
        false => written(app, published, set, kind).await,
    };
    let mut response = text.send(&headers, kind);
    if kind == answer::CSV
        && let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{}.csv\"", set.name))
    {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// A set of data in one of its forms.
async fn written(app: App, published: Arc<Published>, set: &'static Dataset, kind: &'static str) -> Written {
    let from = set.from.ready(&app, &published).await;
    let write = move || {
        let rows = set.rows(&app, &published, &from);
        let text = match kind {
            answer::JSON => json(&app, set, &rows),
            answer::NDJSON => lines(&rows),
            _ => csv(&set.columns(), rows).into_bytes(),
        };
        Written::new(text.into())
    };
    aside(write).await
}

fn nothing(name: &str) -> Refusal {
    let names: Vec<&str> = DATASETS.iter().map(|set| set.name).collect();
    let shown: String = name.chars().take(60).collect();
    let help = format!("use one of these with .json, .ndjson or .csv behind it: {}", names.join(", "));
    Refusal::not_found(shown.clone(), format!("there is no file `{shown}` here"), help)
}

fn schema(app: &App, headers: &HeaderMap) -> Response {
    let text = serde_json::to_vec_pretty(&format::offer(app.address())).unwrap_or_default();
    answer::whole(headers, answer::SCHEMA, text)
}

fn json(app: &App, set: &Dataset, rows: &[Row]) -> Vec<u8> {
    let head = Head {
        dataset: set.name,
        title: set.title,
        says: set.says,
        licence: LICENCE,
        about: format!("{}/data", app.address()),
        count: rows.len(),
    };
    answer::with_list(&head, "rows", &rows)
}

fn lines(rows: &[Row]) -> Vec<u8> {
    let mut text = Vec::new();
    for row in rows {
        text.extend(serde_json::to_vec(row).unwrap_or_default());
        text.push(b'\n');
    }
    text
}

/// `/robots.txt`: everything may be read by search engines but what is for one family alone.
pub(super) async fn robots(State(app): State<App>) -> Response {
    let text = format!(
        "User-agent: *\nDisallow: /find/\nDisallow: /letters/\nDisallow: /families\nDisallow: /open-referral/\n\
         Sitemap: {}/sitemap.xml\n",
        app.address()
    );
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// `/sitemap.xml`: every public page.
pub(super) async fn sitemap(State(app): State<App>) -> Response {
    let law = app.law();
    let mut paths: Vec<String> = crate::routes()
        .iter()
        .filter(|route| route.kept && !route.path.contains('{') && !route.path.contains('.'))
        .filter(|route| !route.path.starts_with("/open-referral") && route.path != "/design")
        .map(|route| route.path.to_owned())
        .collect();
    paths.extend(app.places().councils().iter().map(|one| format!("/council/{}", one.slug)));
    paths.extend(app.published().offers().iter().flat_map(|offer| crate::council::beside(offer.slug())));
    paths.extend(law.supports.iter().map(|one| format!("/law/support/{}", show::part(&one.id))));
    paths.extend(law.instruments.iter().map(|one| format!("/law/instrument/{}", show::part(&one.id))));
    paths.extend(law.rates.iter().map(|one| format!("/law/rate/{}", show::part(&one.id))));
    paths.extend(law.clocks.iter().map(|one| format!("/law/clock/{}", show::part(&one.id))));
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for path in paths {
        text.push_str(&format!("<url><loc>{}{}</loc></url>\n", app.address(), path.replace('&', "&amp;")));
    }
    text.push_str("</urlset>\n");
    ([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], text).into_response()
}
