//! What every page shares: the law, the places, what councils have published, the clock, the law as on today, and the key that seals answers.

use crate::cases::Caseload;
use crate::clock::Clock;
use crate::council::{Packs, Past};
use crate::find::{Offices, Openings, Sealer};
use crate::keeper::Keeper;
use crate::outreach::Boards;
use crate::pdf::Pdf;
use crate::publish::Labels;
use crate::published::Published;
use crate::ui::Doors;
use crate::ways::YoungHelp;
use jiff::civil::Date;
use law::{Day, Fault, Law};
use offer::Offers;
use offer::place::Places;
use outreach::{Charities, Host};
use paper::Letters;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

/// Everything a handler may ask for. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    law: Arc<Law>,
    places: &'static Places,
    letters: Arc<Letters>,
    published: RwLock<Arc<Published>>,
    clock: Clock,
    today: RwLock<Arc<Day>>,
    /// The law on the days of stories, made when first asked for.
    other_days: RwLock<BTreeMap<Date, Arc<Day>>>,
    past: Past,
    sealer: Sealer,
    openings: Openings,
    young_help: YoungHelp,
    offices: Offices,
    packs: Packs,
    secure: bool,
    pdf: Option<Pdf>,
    /// Where people reach the site, without a slash at the end.
    address: String,
    /// The offers that do not come from the database, under those that do.
    given: Arc<Offers>,
    keeper: Option<Arc<Keeper>>,
    caseload: Option<Arc<Caseload>>,
    boards: Option<Arc<Boards>>,
    /// What GOV.UK Notify shows when it tells what became of messages.
    notify_token: Option<String>,
    labels: Labels,
    doors: Doors,
    #[cfg(feature = "oidc")]
    sign_on: Option<crate::account::SignOn>,
}

/// Why the site cannot start.
#[derive(Debug)]
pub enum AppError {
    /// The law cannot be compiled for today.
    Law(Box<Fault>),
    /// The words that help people to search have a fault.
    Words(Box<Fault>),
    /// The machine gives no random numbers to make a key from.
    NoRandomness,
}

impl std::fmt::Display for AppError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            AppError::Law(fault) => write!(f, "the law cannot be made ready for today: {fault}"),
            AppError::Words(fault) => write!(f, "the words for searching cannot be used: {fault}"),
            AppError::NoRandomness => f.write_str("the machine gives no random numbers, so answers cannot be sealed"),
        }
    }
}

impl std::error::Error for AppError {}

impl App {
    /// Makes the site ready.
    ///
    /// `key` seals the answers; without one, a new key is made and answers last until the program ends.
    /// `secure` says that browsers reach the site by https alone.
    ///
    /// # Errors
    /// Where the law cannot be compiled for today, the words for searching have a fault, or no key can be made.
    pub fn new(
        law: Arc<Law>,
        offers: Arc<Offers>,
        letters: Arc<Letters>,
        clock: Clock,
        key: Option<[u8; 32]>,
        secure: bool,
    ) -> Result<App, AppError> {
        let today = Day::new(law.clone(), clock.today()).map_err(|fault| AppError::Law(Box::new(fault)))?;
        let key = match key {
            Some(key) => key,
            None => {
                let mut key = [0; 32];
                getrandom::fill(&mut key).map_err(|_| AppError::NoRandomness)?;
                key
            }
        };
        let openings = Openings::read(&law);
        let (offices, faults) = Offices::read(&law);
        faults.iter().for_each(|fault| tracing::error!(%fault, "a line of a sheet cannot be read"));
        let (packs, faults) = Packs::read(&law);
        faults.iter().for_each(|fault| tracing::error!(%fault, "a line of a pack cannot be read"));
        let current = Arc::new(offers.current_on(clock.today()));
        let words = Arc::new(crate::services::words().map_err(AppError::Words)?);
        Ok(App(Arc::new(Inner {
            places: Places::embedded(),
            letters,
            given: offers.clone(),
            published: RwLock::new(Arc::new(Published::new(current, law.clone(), words))),
            clock,
            today: RwLock::new(Arc::new(today)),
            other_days: RwLock::default(),
            past: Past::default(),
            sealer: Sealer::new(&key),
            openings,
            young_help: YoungHelp::read(),
            offices,
            packs,
            secure,
            pdf: None,
            address: "http://127.0.0.1:8080".to_owned(),
            keeper: None,
            caseload: None,
            boards: None,
            notify_token: None,
            labels: Labels::read(),
            doors: Doors::default(),
            #[cfg(feature = "oidc")]
            sign_on: None,
            law,
        })))
    }

    /// The same site, with a way to write PDFs. To be called before the site is shared out.
    #[must_use]
    pub fn with_pdf(mut self, pdf: Pdf) -> App {
        if let Some(inner) = Arc::get_mut(&mut self.0) {
            inner.pdf = Some(pdf);
        }
        self
    }

    /// Where people reach the site, without a slash at the end: letters and open data have whole addresses in them.
    pub fn address(&self) -> &str {
        &self.0.address
    }

    /// The same site, where councils can write and publish. `base` is the address by which
    /// people reach this site, for letters and open data. To be called before the site is shared out.
    #[must_use]
    pub fn with_keeper(mut self, keeper: Arc<Keeper>, base: &str) -> App {
        if let Some(inner) = Arc::get_mut(&mut self.0) {
            inner.address = base.trim_end_matches('/').to_owned();
            inner.keeper = Some(keeper);
        }
        self.republish();
        self
    }

    /// The same site with a keeper, where councils also work on the cases of families. To be called before the site is
    /// shared out.
    #[must_use]
    pub fn with_caseload(mut self, caseload: Arc<Caseload>) -> App {
        if let Some(inner) = Arc::get_mut(&mut self.0) {
            inner.caseload = Some(caseload);
        }
        self
    }

    /// The same site with a keeper, where councils and charities also run what is around the offer. To be called before the
    /// site is shared out.
    #[must_use]
    pub fn with_boards(mut self, boards: Arc<Boards>) -> App {
        if let Some(inner) = Arc::get_mut(&mut self.0) {
            inner.boards = Some(boards);
        }
        self
    }

    /// The same site, where GOV.UK Notify may tell what became of messages: it shows this token. To be called before the
    /// site is shared out.
    #[must_use]
    pub fn with_notify_token(mut self, token: String) -> App {
        if let Some(inner) = Arc::get_mut(&mut self.0) {
            inner.notify_token = Some(token);
        }
        self
    }

    /// What GOV.UK Notify shows, where it may tell anything.
    pub(crate) fn notify_token(&self) -> Option<&str> {
        self.0.notify_token.as_deref()
    }

    /// The same site, where every request comes through a proxy that writes where it came from at the end of
    /// `X-Forwarded-For`. To be called before the site is shared out.
    #[must_use]
    pub fn behind_proxy(mut self) -> App {
        if let Some(inner) = Arc::get_mut(&mut self.0) {
            inner.doors = Doors::behind_proxy();
        }
        self
    }

    /// How often one network has knocked.
    pub(crate) fn doors(&self) -> &Doors {
        &self.0.doors
    }

    /// The same site, where people may sign in through their council's own sign-in. To be called before the site is shared
    /// out.
    #[cfg(feature = "oidc")]
    #[must_use]
    pub fn with_sign_on(mut self, sign_on: crate::account::SignOn) -> App {
        if let Some(inner) = Arc::get_mut(&mut self.0) {
            inner.sign_on = Some(sign_on);
        }
        self
    }

    /// Councils' own sign-ins.
    #[cfg(feature = "oidc")]
    pub(crate) fn sign_on(&self) -> Option<&crate::account::SignOn> {
        self.0.sign_on.as_ref()
    }

    /// What councils write, where this site has a database.
    pub(crate) fn keeper(&self) -> Option<Arc<Keeper>> {
        self.0.keeper.clone()
    }

    /// The cases of families, where this site has a database.
    pub(crate) fn caseload(&self) -> Option<Arc<Caseload>> {
        self.0.caseload.clone()
    }

    /// What hosts run around the offer, where this site has a database.
    pub(crate) fn boards(&self) -> Option<Arc<Boards>> {
        self.0.boards.clone()
    }

    /// The council or charity of a slug: one of the register, one whose offer stands here, or a charity.
    pub(crate) fn host(&self, slug: &str) -> Option<Host> {
        if let Some(charity) = Charities::embedded().by_slug(slug) {
            return Some(charity.into());
        }
        if let Some(council) = self.0.places.by_slug(slug) {
            return Some(Host::council(slug, &council.name));
        }
        let published = self.published();
        let published = published.offers().by_slug(slug).map(|offer| offer.head.council.clone());
        let begun = || self.0.keeper.as_ref()?.desk(slug)?.council();
        let name = published.or_else(begun)?;
        Some(Host::council(slug, &name))
    }

    /// The words of the editor.
    pub(crate) fn labels(&self) -> &Labels {
        &self.0.labels
    }

    /// Shows the public what councils have published, as on today.
    pub fn republish(&self) {
        match &self.0.keeper {
            Some(keeper) => {
                let offers = keeper.public(&self.0.given, self.0.clock.today(), &self.0.law);
                self.publish(Arc::new(offers));
            }
            None => self.publish(self.0.given.clone()),
        }
    }

    /// The law.
    pub fn law(&self) -> &Arc<Law> {
        &self.0.law
    }

    /// Councils and postcodes.
    pub fn places(&self) -> &'static Places {
        self.0.places
    }

    /// What the councils have published, as it stands now. To be asked for once in a request, and held.
    pub fn published(&self) -> Arc<Published> {
        self.0.published.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts other offers in the place of those held. Every later request meets them, in pages and in the search alike;
    /// one under way ends with those it began with. What has left them by today is not among them.
    pub fn publish(&self, offers: Arc<Offers>) {
        let offers = Arc::new(offers.current_on(self.0.clock.today()));
        let mut published = self.0.published.write().unwrap_or_else(PoisonError::into_inner);
        *published = Arc::new(published.with(offers));
    }

    /// The letters.
    pub fn letters(&self) -> &Letters {
        &self.0.letters
    }

    /// The clock.
    pub fn clock(&self) -> Clock {
        self.0.clock
    }

    /// The way to a PDF; `None` where the program that writes them is not there, so that pages offer the other ways.
    pub fn pdf(&self) -> Option<&Pdf> {
        self.0.pdf.as_ref()
    }

    /// What seals answers into the cookie.
    pub(crate) fn sealer(&self) -> &Sealer {
        &self.0.sealer
    }

    /// What is asked first on each way in.
    pub(crate) fn openings(&self) -> &Openings {
        &self.0.openings
    }

    /// What a young person can get, in words for them.
    pub(crate) fn young_help(&self) -> &YoungHelp {
        &self.0.young_help
    }

    /// What the sheets for a school and a GP surgery say.
    pub(crate) fn offices(&self) -> &Offices {
        &self.0.offices
    }

    /// The words of the packs for schools and GP surgeries.
    pub(crate) fn packs(&self) -> &Packs {
        &self.0.packs
    }

    /// Whether browsers reach the site by https alone.
    pub(crate) fn is_secure(&self) -> bool {
        self.0.secure
    }

    /// The law as on today; made anew when the date has changed.
    pub fn today(&self) -> Arc<Day> {
        let date = self.0.clock.today();
        let kept = self.0.today.read().unwrap_or_else(PoisonError::into_inner).clone();
        if kept.date == date {
            return kept;
        }
        match Day::new(self.0.law.clone(), date) {
            Ok(day) => {
                let day = Arc::new(day);
                *self.0.today.write().unwrap_or_else(PoisonError::into_inner) = day.clone();
                day
            }
            Err(fault) => {
                tracing::error!(%fault, "the law cannot be made ready for the new day; yesterday's is kept");
                kept
            }
        }
    }

    /// What editions show of their duties on days gone by.
    pub(crate) fn past(&self) -> &Past {
        &self.0.past
    }

    /// The law as on the day of a story; `None` for a day no story tells of.
    pub(crate) fn day_on(&self, date: Date) -> Option<Arc<Day>> {
        let today = self.today();
        if today.date == date {
            return Some(today);
        }
        let kept = self.0.other_days.read().unwrap_or_else(PoisonError::into_inner).get(&date).cloned();
        if kept.is_some() {
            return kept;
        }
        // Only days of stories are made, so that nobody can fill the memory with days.
        let scenes = self.0.law.stories.iter().flat_map(|story| &story.scenes);
        scenes.map(|scene| scene.case.day).find(|day| *day == date)?;
        let day = Arc::new(Day::new(self.0.law.clone(), date).ok()?);
        self.0.other_days.write().unwrap_or_else(PoisonError::into_inner).insert(date, day.clone());
        Some(day)
    }
}
