//! The words of updates: as plain text and as HTML, from the same list of things.

use super::choices::named;
use crate::App;
use crate::language::{Said, say, say_with};
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
        let host = ("host", name.as_str().into());
        let subject = match (&self.month, parts.first().and_then(|part| part.changes.first()), news) {
            (Some(month), ..) => say_with("sent-subject-month", [host, ("month", month.as_str().into())]),
            (None, None, [one, ..]) => say_with("sent-subject-news", [host, ("title", one.title.as_str().into())]),
            (None, Some(change), []) if only == 1 => {
                let what = change.what.word().to_lowercase();
                let pieces = [host, ("title", change.title.as_str().into()), ("what", what.as_str().into())];
                say_with("sent-subject-one", pieces)
            }
            _ => say_with("sent-subject-changed", [host]),
        };
        subject.english().to_owned()
    }
}

fn part<'a>(told: &'a Told<'a>, wants: &Wants) -> Option<Part<'a>> {
    let mut changes: Vec<&Change> = told.changes.iter().filter(|change| wants.hear(change)).collect();
    let more = changes.len().saturating_sub(MOST);
    changes.truncate(MOST);
    let since = show::date(crate::clock::london(told.since).date());
    (!changes.is_empty()).then_some(Part { since, all: &told.all, changes, more })
}

/// A short letter with a button that leads to a person's own link.
fn simple(app: &App, subject: Said, lines: &[Said], button: Said, what: &str, after: Said) -> Words {
    let link = format!("{}/updates/{what}/{TOKEN_PLACE}", app.address());
    let (subject, button, after) = (subject.english().to_owned(), button.english(), after.english());
    let lines: Vec<&str> = lines.iter().map(Said::english).collect();
    let lines = lines.as_slice();
    let body = SimpleText { lines, button, link: &link, after }.render().unwrap_or_default();
    let html = SimpleHtml { subject: &subject, lines, button, link: &link, after }.render().unwrap_or_default();
    Words { subject, body, html }
}

/// That somebody asked.
fn asked(host: &Host) -> Said {
    say_with("sent-asked", [("host", host.name.as_str().into())])
}

/// The letter that asks somebody to confirm.
pub(super) fn ask(app: &App, host: &Host) -> Words {
    let (subject, button, after) = (say("sent-confirm"), say("updates-confirm-yes"), say("sent-confirm-not-you"));
    simple(app, subject, &[asked(host)], button, "confirm", after)
}

/// The letter to somebody who gets updates already.
pub(super) fn already(app: &App, host: &Host) -> Words {
    let (subject, button, after) = (say("updates-mine"), say("updates-confirmed-mine"), say("sent-already-not-you"));
    simple(app, subject, &[asked(host), say("sent-already")], button, "mine", after)
}
