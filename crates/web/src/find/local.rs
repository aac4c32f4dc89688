//! What the family's own council offers, held against the same facts: its services, and where a line of the offer
//! says less than the law.

use super::lines::{Band, Missing, missing, split};
use super::session::{Picture, Session};
use crate::App;
use crate::council::left_services;
use crate::language::Said;
use offer::{Match, Offer, Stated};

/// How many open facts are named beside a service.
const NAMED: usize = 3;
/// How many services stand open.
const OPEN: usize = 3;

/// A council's offer, as far as it bears on one family.
#[derive(Clone)]
pub(super) struct Local<'a> {
    pub council: String,
    pub slug: String,
    /// What must be said wherever the offer is shown.
    pub notice: Option<String>,
    /// What is said where services have left the offer, because nobody confirmed them.
    pub left: Option<Said>,
    /// Services that are or may be for the family, and those where the offer says less than the law.
    pub services: Vec<LocalService<'a>>,
    /// Services that are not.
    pub others: Vec<LocalService<'a>>,
}

/// One service of the offer.
#[derive(Clone)]
pub(super) struct LocalService<'a> {
    pub id: String,
    pub name: String,
    pub summary: String,
    pub band: Band,
    pub because: Vec<String>,
    /// What the council publishes about who it is for.
    pub published: Vec<String>,
    pub missing: Vec<Missing<'a>>,
    /// The national support it carries out or fills.
    pub support: Option<String>,
    /// The line stands only on an earlier version of the council's page.
    pub earlier: bool,
    /// What the law gives this family although the line says no.
    pub taken_away: Option<String>,
}

impl<'a> Local<'a> {
    /// The offer of the family's council, where Kith holds it.
    pub(super) fn of(app: &App, session: &Session, picture: &'a Picture) -> Option<Local<'a>> {
        let council = session.council(app)?;
        let published = app.published();
        let offer = published.offers().by_council(council.code)?;
        let is_other = |service: &LocalService| service.band == Band::No && service.taken_away.is_none();
        let (others, services) = services(offer, picture).into_iter().partition(is_other);
        Some(Local {
            council: council.name.clone(),
            slug: council.slug.clone(),
            notice: offer.head.notice.clone(),
            left: left_services(offer),
            services,
            others,
        })
    }

    /// The services that are shown at once.
    pub(super) fn open(&self) -> &[LocalService<'a>] {
        split(&self.services, OPEN).0
    }

    /// The services behind the fold.
    pub(super) fn folded(&self) -> &[LocalService<'a>] {
        split(&self.services, OPEN).1
    }

    /// Only the services tied to one national support.
    pub(super) fn about(mut self, support: &str) -> Option<Local<'a>> {
        for list in [&mut self.services, &mut self.others] {
            list.retain(|service| service.support.as_deref() == Some(support));
        }
        (!self.services.is_empty() || !self.others.is_empty()).then_some(self)
    }
}

fn services<'a>(offer: &Offer, picture: &'a Picture) -> Vec<LocalService<'a>> {
    let (day, findings, case) = (&picture.day, &picture.findings, &picture.case);
    let mut services: Vec<LocalService> = offer
        .matches(day, findings, case)
        .into_iter()
        .map(|one| {
            let taken = one.taken_away(&day.law, findings);
            let law = taken.map(|support| day.law.supports[support].title.clone());
            service(picture, one, law)
        })
        .collect();
    services.sort_by_key(|service| Band::ALL.iter().position(|band| *band == service.band));
    services
}

fn service<'a>(picture: &'a Picture, one: Match, taken_away: Option<String>) -> LocalService<'a> {
    let published = match one.published {
        Stated::Is(words) => words.iter().map(|said| said.words.clone()).collect(),
        _ => Vec::new(),
    };
    let force = law::rule::Force::Voluntary;
    LocalService {
        id: one.service.id.to_string(),
        name: one.service.name.clone(),
        summary: one.service.summary.clone(),
        band: Band::of(one.outcome, force),
        because: one.because,
        published,
        missing: one.missing.iter().take(NAMED).map(|fact| missing(&picture.day.law, *fact)).collect(),
        support: one.service.tie.support().map(ToString::to_string),
        earlier: one.earlier,
        taken_away,
    }
}
