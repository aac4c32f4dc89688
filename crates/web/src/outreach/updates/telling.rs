//! Writing to those who asked: once for each edition that changed what a family may want to hear of, once for news of a host,
//! once a month for those who chose that. A host writes once for each cause, so that of several nodes one does.

use super::changes;
use super::letter::{Matter, Told};
use crate::App;
use crate::clock::{dawn, london};
use crate::keeper::Keeper;
use crate::language::say;
use crate::outreach::{Name, Standing};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use offer::publish::{Change as Kind, Desk, Edition};
use outreach::Host;
use outreach::update::{Change, News, NewsWords, Wants};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::{AccountId, NewBulletin, Pace, StoreError};

/// How long after something happened it is still told at once. What is older was told, or this site was away too long.
const FRESH: SignedDuration = SignedDuration::from_hours(14 * 24);

/// What is told in one month, or at once.
struct Cause<'a> {
    name: String,
    by: Option<AccountId>,
    /// It is for those who had asked by then.
    asked_by: Timestamp,
    pace: Pace,
    matter: Matter<'a>,
}

/// From when an edition counts for readers.
pub(super) fn shown(edition: &Edition) -> Timestamp {
    let is_ahead = edition.effective > london(edition.published_at).date();
    if is_ahead { dawn(edition.effective) } else { edition.published_at }
}

/// The editions of a desk that changed what is offered and count on a day, the newest first.
pub(super) fn updates(desk: &Desk, day: Date) -> impl Iterator<Item = &Edition> {
    let begun = desk.begun(day).rev().filter(|edition| edition.withdrawn.is_none());
    begun.filter(|edition| matches!(edition.change, Kind::Update))
}

/// Where all that an edition changed can be read.
pub(super) fn all_of(app: &App, slug: &str, edition: &Edition) -> String {
    format!("{}/council/{slug}/editions/{}/changes", app.address(), edition.number)
}

impl App {
    /// Writes to those who asked for updates what is to be written by now; how many updates were written.
    ///
    /// # Errors
    /// Where the database cannot be read or written. What was not told is told the next time.
    pub async fn tell(&self) -> Result<usize, StoreError> {
        let (Some(keeper), Some(boards)) = (self.keeper(), self.boards()) else { return Ok(0) };
        let desks: BTreeMap<String, Arc<Desk>> = keeper.desks().into_iter().collect();
        let news = boards.news().all().into_iter().map(|(name, _)| name.host);
        let slugs: BTreeSet<String> = desks.keys().cloned().chain(news).collect();
        let mut written = 0;
        for slug in &slugs {
            let Some(host) = self.host(slug) else { continue };
            let news = boards.news().of(slug);
            written += self.tell_of(&keeper, &host, desks.get(slug).map(Arc::as_ref), &news).await?;
        }
        Ok(written)
    }

    async fn tell_of(
        &self,
        keeper: &Keeper,
        host: &Host,
        desk: Option<&Desk>,
        news: &[(Name, Arc<Standing<News>>)],
    ) -> Result<usize, StoreError> {
        let (today, now) = (self.clock().today(), self.clock().now());
        let is_fresh = |at: Timestamp| at <= now && at + FRESH > now;
        let mut written = 0;
        for edition in desk.iter().flat_map(|desk| updates(desk, today)).filter(|edition| is_fresh(shown(edition))) {
            let name = format!("edition {}", edition.number);
            if keeper.store().bulletin_is_written(&host.slug, &name).await? {
                continue;
            }
            let Some(desk) = desk else { continue };
            let changes = changes::of_edition(self, keeper, &host.slug, desk, edition).await;
            let told = Told { changes: &changes, all: all_of(self, &host.slug, edition), since: shown(edition) };
            let matter = Matter { host, told: vec![told], news: Vec::new(), month: None };
            let cause = Cause { name, by: None, asked_by: shown(edition), pace: Pace::AtOnce, matter };
            written += usize::from(self.write(keeper, cause).await?);
        }
        for (name, one) in news {
            let Some(sent) = one.thing.sent.as_ref().filter(|sent| is_fresh(sent.at)) else { continue };
            let name = format!("news {}", name.id);
            if keeper.store().bulletin_is_written(&host.slug, &name).await? {
                continue;
            }
            let matter = Matter { host, told: Vec::new(), news: vec![&sent.words], month: None };
            let by = sent.by.as_str().parse().ok();
            let cause = Cause { name, by, asked_by: sent.at, pace: Pace::AtOnce, matter };
            written += usize::from(self.write(keeper, cause).await?);
        }
        written += usize::from(self.tell_month(keeper, host, desk, news).await?);
        Ok(written)
    }

    /// What changed in the month that is over, for those who hear once a month.
    async fn tell_month(
        &self,
        keeper: &Keeper,
        host: &Host,
        desk: Option<&Desk>,
        news: &[(Name, Arc<Standing<News>>)],
    ) -> Result<bool, StoreError> {
        let first = self.clock().today().first_of_month();
        let (Ok(before), end) = (first.checked_sub(1.month()), dawn(first)) else { return Ok(false) };
        let name = format!("digest {}", before.strftime("%Y-%m"));
        let is_theirs = |at: Timestamp| at >= dawn(before) && at < end;
        let editions: Vec<&Edition> =
            desk.iter().flat_map(|desk| updates(desk, first)).filter(|edition| is_theirs(shown(edition))).collect();
        let sent = news.iter().filter_map(|(_, one)| one.thing.sent.as_ref()).filter(|sent| is_theirs(sent.at));
        let words: Vec<&NewsWords> = sent.map(|sent| &sent.words).collect();
        if (editions.is_empty() && words.is_empty()) || keeper.store().bulletin_is_written(&host.slug, &name).await? {
            return Ok(false);
        }
        let mut each: Vec<(Vec<Change>, &Edition)> = Vec::new();
        for edition in editions {
            if let Some(desk) = desk {
                each.push((changes::of_edition(self, keeper, &host.slug, desk, edition).await, edition));
            }
        }
        let told = each.iter().map(|(changes, edition)| Told {
            changes,
            all: all_of(self, &host.slug, edition),
            since: shown(edition),
        });
        let month = Some(before.strftime("%B %Y").to_string());
        let matter = Matter { host, told: told.collect(), news: words, month };
        self.write(keeper, Cause { name, by: None, asked_by: end, pace: Pace::Monthly, matter }).await
    }

    async fn write(&self, keeper: &Keeper, cause: Cause<'_>) -> Result<bool, StoreError> {
        let store = keeper.store();
        let mut letters = Vec::new();
        for wanted in store.wanted(&cause.matter.host.slug, cause.asked_by).await? {
            if wanted.pace != cause.pace {
                continue;
            }
            match wanted.wants.parse::<Wants>() {
                Ok(wants) => letters.extend(cause.matter.letter(self, &wants, cause.pace)),
                Err(error) => tracing::error!(%error, "what somebody wants to hear of cannot be read"),
            }
        }
        let title = cause.matter.letter(self, &Wants::new([], None), cause.pace);
        let new = NewBulletin {
            host: cause.matter.host.slug.clone(),
            cause: cause.name,
            subject: title.map_or_else(|| say("sent-subject-none").english().to_owned(), |letter| letter.subject),
            by: cause.by,
            asked_by: cause.asked_by,
            at: self.clock().now(),
            letters,
        };
        Ok(store.bulletin_write(&new).await?.is_some())
    }
}
