//! The feed of changes: every edition that councils published here, newest first; in the place of one that was
//! withdrawn stands that it is gone, and why. From memory, so that it goes on without the database.

use super::asked::Asked;
use super::parameter::{self, Parameter};
use super::{LICENCE, answer};
use crate::App;
use crate::clock::dawn;
use crate::keeper::Keeper;
use askama::Template;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::Timestamp;
use jiff::civil::Date;
use offer::publish::{Change, Desk, Edition};

offer::records! {
    /// What stands before the changes.
    ChangesHead {
        /// What it is.
        title: &'static str,
        /// The licence of the facts.
        licence: &'static str,
        /// Where the data is described.
        about: String,
        /// The moment that was asked for.
        since: Option<Timestamp>,
        /// The moment of the newest change that passes. Ask for changes since this moment next time.
        updated: Option<Timestamp>,
        /// The page, counted from 1.
        page: usize,
        /// How many changes are on a page.
        per_page: usize,
        /// How many changes pass.
        total: usize,
        /// The address of the next page, where there is one.
        next: Option<String>,
    }

    /// An edition as it stands: published, or withdrawn.
    ChangeRow {
        /// Its name, which stays the same.
        id: String,
        /// published, or withdrawn: then it counts no longer, and copies should be taken down.
        state: &'static str,
        /// When it came to stand so.
        at: Timestamp,
        /// The council's name in addresses.
        council: String,
        /// The council.
        name: String,
        /// The number of the edition.
        edition: u32,
        /// update or correction.
        kind: &'static str,
        /// The officer's reason for a correction.
        why: Option<String>,
        /// When it was published.
        published: Timestamp,
        /// The first day it counts.
        effective: Date,
        /// What its text comes to (SHA-256).
        digest: String,
        /// The address of its page.
        address: String,
        /// The address of the whole edition as data.
        data: String,
        /// How many records it added to the edition before.
        added: usize,
        /// How many it changed.
        changed: usize,
        /// How many it took out.
        removed: usize,
        /// The address of these changes as data.
        changes: String,
        /// The first day it no longer counts, where that is decided.
        withdrawn_from: Option<Date>,
        /// Why it no longer counts.
        reason: Option<String>,
    }
}

/// The Atom form.
#[derive(Template)]
#[template(path = "data/changes.xml", escape = "html")]
struct Atom {
    id: String,
    title: &'static str,
    own: String,
    next: Option<String>,
    json: String,
    updated: Timestamp,
    licence: &'static str,
    changes: Vec<ChangeRow>,
}

/// The two forms of the feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Json,
    Atom,
}

/// What the feed takes.
pub(super) const FEED: &[Parameter] = &[parameter::SINCE, parameter::PAGE, parameter::PER_PAGE];

const TITLE: &str = "Editions of kinship local offers: what was published and withdrawn";

/// `/data/changes.json` and `/data/changes.atom`.
pub(super) fn feed(app: &App, headers: &HeaderMap, asked: &Asked, form: Form) -> Response {
    let mut changes = changes(app);
    changes.retain(|change| asked.since.is_none_or(|since| change.at >= since));
    let (page, per_page, total) = (asked.page.unwrap_or(1), asked.per_page(changes.len()), changes.len());
    let updated = changes.first().map(|change| change.at);
    let changes: Vec<ChangeRow> =
        changes.into_iter().skip((page - 1).saturating_mul(per_page)).take(per_page).collect();
    let file = match form {
        Form::Json => "changes.json",
        Form::Atom => "changes.atom",
    };
    let address = |page: usize| {
        let since = asked.since.map(|since| format!("since={since}&")).unwrap_or_default();
        format!("{}/data/{file}?{since}page={page}&per_page={per_page}", app.address())
    };
    let next = (page.saturating_mul(per_page) < total).then(|| address(page + 1));
    if form == Form::Atom {
        let atom = Atom {
            id: tag(app, date_of_scheme(), "/data/changes"),
            title: TITLE,
            own: address(page),
            next,
            json: format!("{}/data/changes.json", app.address()),
            updated: updated.unwrap_or(Timestamp::UNIX_EPOCH),
            licence: LICENCE,
            changes: changes.into_iter().map(fit_for_xml).collect(),
        };
        return answer::whole(headers, answer::ATOM, atom.render().unwrap_or_default());
    }
    let about = format!("{}/data", app.address());
    let head =
        ChangesHead { title: TITLE, licence: LICENCE, about, since: asked.since, updated, page, per_page, total, next };
    answer::whole(headers, answer::JSON, answer::with_list(&head, "changes", &changes))
}

/// Every edition, newest change first.
fn changes(app: &App) -> Vec<ChangeRow> {
    let Some(keeper) = app.keeper() else { return Vec::new() };
    let mut all = Vec::new();
    for (slug, desk) in keeper.desks() {
        // Before its first day nobody but the council reads an edition.
        all.extend(desk.begun(app.clock().today()).map(|edition| change(app, &keeper, &slug, &desk, edition)));
    }
    all.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.id.cmp(&b.id)));
    all
}

fn change(app: &App, keeper: &Keeper, slug: &str, desk: &Desk, edition: &Edition) -> ChangeRow {
    let withdrawal = edition.withdrawn.as_ref();
    let gone = withdrawal.filter(|why| why.from <= app.clock().today());
    // One published ahead of time is shown from its first day, and so it must not come before what was fetched meanwhile.
    let is_ahead = edition.effective > crate::clock::london(edition.published_at).date();
    let shown = if is_ahead { dawn(edition.effective) } else { edition.published_at };
    let at = match (withdrawal, gone) {
        (_, Some(why)) => why.at.max(dawn(why.from)),
        (Some(why), None) => why.at.max(shown),
        (None, None) => shown,
    };
    let tally = keeper.tally(slug, desk, edition);
    let path = format!("/council/{slug}/editions/{}", edition.number);
    let address = format!("{}{path}", app.address());
    let council = app.places().by_slug(slug).map(|council| council.full_name.clone());
    ChangeRow {
        id: tag(app, crate::clock::london(edition.published_at).date(), &path),
        state: if gone.is_some() { "withdrawn" } else { "published" },
        at,
        council: slug.to_owned(),
        name: council.unwrap_or_else(|| keeper.offer(edition, app.law()).head.council.clone()),
        edition: edition.number,
        kind: kind(&edition.change),
        why: why(&edition.change),
        published: edition.published_at,
        effective: edition.effective,
        digest: edition.digest.to_string(),
        data: format!("{address}.json"),
        changes: format!("{address}/changes.json"),
        address,
        added: tally.added,
        changed: tally.changed,
        removed: tally.removed,
        withdrawn_from: withdrawal.map(|why| why.from),
        reason: withdrawal.map(|why| why.reason.clone()),
    }
}

/// What kind of change an edition is, in a word.
pub(super) fn kind(change: &Change) -> &'static str {
    match change {
        Change::Update => "update",
        Change::Correction { .. } => "correction",
    }
}

/// The officer's reason for a correction.
pub(super) fn why(change: &Change) -> Option<String> {
    match change {
        Change::Update => None,
        Change::Correction { reason } => Some(reason.clone()),
    }
}

/// The day on which names of this kind were first given.
fn date_of_scheme() -> Date {
    jiff::civil::date(2026, 1, 1)
}

/// A name that stays (RFC 4151): who gave it, by when it was theirs to give, and what is meant.
fn tag(app: &App, day: Date, path: &str) -> String {
    let host = app.address().split_once("://").map_or(app.address(), |(_, rest)| rest);
    let host = host.split(['/', ':']).next().unwrap_or_default();
    format!("tag:{host},{day}:{path}")
}

/// The words of a council without the signs that XML has no place for.
fn fit_for_xml(change: ChangeRow) -> ChangeRow {
    let fit = |words: String| -> String {
        let fits = |sign: &char| {
            matches!(sign, '\t' | '\n' | '\r') || (*sign >= ' ' && !matches!(sign, '\u{fffe}' | '\u{ffff}'))
        };
        words.chars().filter(fits).collect()
    };
    ChangeRow { name: fit(change.name), why: change.why.map(fit), reason: change.reason.map(fit), ..change }
}

impl ChangeRow {
    /// What the edition changed, in words.
    fn told(&self) -> String {
        let kind = match &self.why {
            Some(why) => format!("A correction: {why}"),
            None => "An update.".to_owned(),
        };
        let counts = format!("{} added, {} changed, {} taken out.", self.added, self.changed, self.removed);
        let ends = self.withdrawn_from.map(|from| format!(" It will be withdrawn from {from}.")).unwrap_or_default();
        format!("{kind} It counts from {}. Records: {counts}{ends}", self.effective)
    }
}
