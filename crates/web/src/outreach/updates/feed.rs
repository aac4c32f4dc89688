//! The same as the letters, as a feed (Atom) for each host and topic, for those who would rather not give an address. From
//! memory, so that it goes on without the database.

use super::telling::{all_of, shown, updates};
use super::{changes, choices};
use crate::App;
use crate::ui::Fault;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use outreach::update::Wants;
use serde::Deserialize;

/// How many entries a feed has.
const MOST: usize = 20;

/// What the address may say.
#[derive(Deserialize)]
pub(super) struct Asked {
    /// A topic; the whole offer without one.
    topic: Option<String>,
}

#[derive(Template)]
#[template(path = "outreach/updates/feed.xml", escape = "html")]
struct Feed {
    id: String,
    title: String,
    own: String,
    page: String,
    host: String,
    updated: Timestamp,
    entries: Vec<Entry>,
}

struct Entry {
    id: String,
    title: String,
    at: Timestamp,
    link: String,
    lines: Vec<String>,
}

/// `/updates/feed/{host}.atom`.
pub(super) async fn show(
    State(app): State<App>,
    Path(file): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Response> {
    let gone = || Fault::not_found().into_response();
    let host = file.strip_suffix(".atom").and_then(|slug| app.host(slug)).ok_or_else(gone)?;
    let topic = match asked.topic.as_deref().filter(|topic| !topic.is_empty()) {
        None => None,
        Some(name) => Some(choices::topics(&app).into_iter().find(|topic| topic.as_str() == name).ok_or_else(gone)?),
    };
    let wants = Wants::new(topic.clone(), None);
    let mut entries = Vec::new();
    if let Some(keeper) = app.keeper()
        && let Some(desk) = keeper.desk(&host.slug)
    {
        for edition in updates(&desk, app.clock().today()).take(MOST) {
            let changes = changes::of_edition(&app, &keeper, &host.slug, &desk, edition).await;
            let heard: Vec<_> = changes.iter().filter(|change| wants.hear(change)).collect();
            if heard.is_empty() {
                continue;
            }
            let told = heard.iter().map(|change| {
                let said = [change.told.join(" "), change.for_whom.join(" ")].join(" ");
                format!("{}: {}. {}", change.what.word(), change.title, said.trim())
            });
            let link = all_of(&app, &host.slug, edition);
            let title = format!("{}: the local offer has changed", host.name);
            entries.push(Entry { id: link.clone(), title, at: shown(edition), link, lines: told.collect() });
        }
    }
    if let Some(boards) = app.boards() {
        let sent = boards.news().of(&host.slug).into_iter();
        for (name, one) in sent {
            let Some(sent) = one.thing.sent.as_ref().filter(|sent| wants.hear_news(&sent.words)) else { continue };
            entries.push(Entry {
                id: format!("{}/updates/news/{}/{}", app.address(), host.slug, name.id),
                title: sent.words.title.clone(),
                at: sent.at,
                link: format!("{}/updates?host={}", app.address(), host.slug),
                lines: sent.words.paragraphs().map(str::to_owned).collect(),
            });
        }
    }
    entries.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.id.cmp(&b.id)));
    entries.truncate(MOST);
    let query = topic.as_ref().map(|topic| format!("?topic={}", topic.as_str())).unwrap_or_default();
    let own = format!("{}/updates/feed/{}.atom{query}", app.address(), host.slug);
    let about = topic.map(|_| format!(" on {}", choices::named(app.published().needs(), &wants))).unwrap_or_default();
    let feed = Feed {
        id: own.clone(),
        title: format!("Updates from {}{about}", host.name),
        own,
        page: format!("{}/updates?host={}", app.address(), host.slug),
        host: host.name,
        updated: entries.first().map_or(Timestamp::UNIX_EPOCH, |entry| entry.at),
        entries,
    };
    let text = feed.render().unwrap_or_default();
    Ok(([("content-type", "application/atom+xml; charset=utf-8")], fit_for_xml(&text)).into_response())
}

/// Without the signs that XML has no place for.
fn fit_for_xml(text: &str) -> String {
    let fits =
        |sign: &char| matches!(sign, '\t' | '\n' | '\r') || (*sign >= ' ' && !matches!(sign, '\u{fffe}' | '\u{ffff}'));
    text.chars().filter(fits).collect()
}
