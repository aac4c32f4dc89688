//! The words of updates: as plain text and as HTML, from the same list of things.

use super::choices::named;
use crate::App;
use crate::ui::show;
use askama::Template;
use jiff::Timestamp;
use outreach::Host;
use outreach::update::{Change, NewsWords, Wants};
use store::{BulletinLetter, Pace, TOKEN_PLACE, Words};

/// How many changes one letter tells whole.
const MOST: usize = 15;

/// What is to be told of one edition, or of several.
#[derive(Clone)]
pub(super) struct Told<'a> {
    /// The changes.
    pub changes: &'a [Change],
    /// Where all of them are.
    pub all: String,
    /// From when they count.
    pub since: Timestamp,
}

/// What a letter is about.
pub(super) struct Matter<'a> {
    pub host: &'a Host,
    pub told: Vec<Told<'a>>,
    pub news: Vec<&'a NewsWords>,
    /// The month, where it is told once a month.
    pub month: Option<String>,
}

/// Changes as a letter shows them.
struct Part<'a> {
    since: String,
    all: &'a str,
    changes: Vec<&'a Change>,
    more: usize,
}

#[derive(Template)]
#[template(path = "outreach/mail/update.html")]
struct UpdateHtml<'a> {
    subject: &'a str,
    host: &'a str,
    parts: &'a [Part<'a>],
    news: &'a [&'a NewsWords],
    wanted: &'a str,
    mine: &'a str,
    stop: &'a str,
}

#[derive(Template)]
#[template(path = "outreach/mail/update.txt", escape = "none")]
struct UpdateText<'a> {
    host: &'a str,
    parts: &'a [Part<'a>],
    news: &'a [&'a NewsWords],
    wanted: &'a str,
    mine: &'a str,
    stop: &'a str,
}

#[derive(Template)]
#[template(path = "outreach/mail/simple.html")]
struct SimpleHtml<'a> {
    subject: &'a str,
    lines: &'a [&'a str],
    button: &'a str,
    link: &'a str,
    after: &'a str,
}

#[derive(Template)]
#[template(path = "outreach/mail/simple.txt", escape = "none")]
struct SimpleText<'a> {
    lines: &'a [&'a str],
    button: &'a str,
    link: &'a str,
    after: &'a str,
}

/// The name of a host's list (RFC 2919).
fn list(app: &App, host: &Host) -> String {
    let site = app.address().split_once("://").map_or(app.address(), |(_, rest)| rest);
    format!("{}.updates.{}", host.slug, site.split(['/', ':']).next().unwrap_or_default())
}

impl Matter<'_> {
    /// The letter for those who want the same; none where nothing of it is for them.
    pub(super) fn letter(&self, app: &App, wants: &Wants, pace: Pace) -> Option<BulletinLetter> {
        let parts: Vec<Part> = self.told.iter().filter_map(|told| part(told, wants)).collect();
        let news: Vec<&NewsWords> = self.news.iter().filter(|news| wants.hear_news(news)).copied().collect();
        if parts.is_empty() && news.is_empty() {
            return None;
        }
        let subject = self.subject(&parts, &news);
        let link = |what: &str| format!("{}/updates/{what}/{TOKEN_PLACE}", app.address());
        let (mine, stop, host) = (link("mine"), link("stop"), self.host.name.as_str());
        let wanted = named(app.published().needs(), wants);
        let (wanted, mine_at, stop_at) = (wanted.as_str(), mine.as_str(), stop.as_str());
        let text = UpdateText { host, parts: &parts, news: &news, wanted, mine: mine_at, stop: stop_at }.render();
        let html =
            UpdateHtml { subject: &subject, host, parts: &parts, news: &news, wanted, mine: mine_at, stop: stop_at };
        let (Ok(body), Ok(html)) = (text, html.render()) else {
            tracing::error!("an update could not be written");
            return None;
        };
        let (wants, list) = (wants.to_string(), list(app, self.host));
        Some(BulletinLetter { wants, pace, subject, body, html, list, unsubscribe: stop })
    }

    /// What it says in a line: it may be seen on a locked screen, and says nothing of whoever gets it.
    fn subject(&self, parts: &[Part], news: &[&NewsWords]) -> String {
        let name = &self.host.name;
        let only = parts.iter().map(|part| part.changes.len() + part.more).sum::<usize>();
        match (&self.month, parts.first().and_then(|part| part.changes.first()), news) {
            (Some(month), ..) => format!("{name}: what changed in {month}"),
            (None, None, [one, ..]) => format!("{name}: {}", one.title),
            (None, Some(change), []) if only == 1 => {
                format!("{name}: {} ({})", change.title, change.what.word().to_lowercase())
            }
            _ => format!("{name}: the local offer has changed"),
        }
    }
}

fn part<'a>(told: &'a Told<'a>, wants: &Wants) -> Option<Part<'a>> {
    let mut changes: Vec<&Change> = told.changes.iter().filter(|change| wants.hear(change)).collect();
    let more = changes.len().saturating_sub(MOST);
    changes.truncate(MOST);
    let since = show::date(crate::clock::london(told.since).date());
    (!changes.is_empty()).then_some(Part { since, all: &told.all, changes, more })
}

fn simple(app: &App, subject: String, lines: &[&str], button: &str, what: &str, after: &str) -> Words {
    let link = format!("{}/updates/{what}/{TOKEN_PLACE}", app.address());
    let body = SimpleText { lines, button, link: &link, after }.render().unwrap_or_default();
    let html = SimpleHtml { subject: &subject, lines, button, link: &link, after }.render().unwrap_or_default();
    Words { subject, body, html }
}

/// The letter that asks somebody to confirm.
pub(super) fn ask(app: &App, host: &Host) -> Words {
    let asked = format!("Somebody, perhaps you, asked for updates by email from {}.", host.name);
    let after = "Was it not you? Then do nothing. We forget this address after a week.";
    simple(app, "Please confirm that you want updates".to_owned(), &[&asked], "Yes, send me updates", "confirm", after)
}

/// The letter to somebody who gets updates already.
pub(super) fn already(app: &App, host: &Host) -> Words {
    let asked = format!("Somebody, perhaps you, asked for updates by email from {}.", host.name);
    let lines = [asked.as_str(), "They come to this address already. You can change what you hear about, or stop."];
    let after = "Was it not you? Then do nothing. Nothing has changed.";
    simple(app, "Your updates".to_owned(), &lines, "See or change my updates", "mine", after)
}
