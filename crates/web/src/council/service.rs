//! A service or a payment of an offer as a page shows it: what it is, who it is for, how to reach it.

use super::remark;
use super::reports;
use super::say::{self, Para, Stating};
use super::when;
use crate::language::{Piece, Said, date, in_english, say, say_with};
use crate::ui::condition::{self, Row};
use crate::ui::show;
use law::{Day, Outcome};
use offer::check::Report;
use offer::{Basis, Eligibility, Offer, Payment, Rule, Service, Stated, Tie};

/// A service or a payment.
pub(super) struct ThingView {
    pub id: String,
    pub name: String,
    pub summary: String,
    /// Whether it stands only on an earlier version of the council's page.
    pub earlier: bool,
    /// What is wrong in what the page says of it.
    pub marks: Vec<Said>,
    /// The published wording; `true` where the words are the council's own.
    pub published: Vec<(String, bool)>,
    /// What is said where there is no published wording.
    pub unpublished: Option<Said>,
    pub discretion: Option<String>,
    pub lines: Vec<LineView>,
    /// When it is given next.
    pub next: Option<Said>,
    /// The address of its dates as a calendar file.
    pub calendar: Option<String>,
    pub stating: Stating,
    pub law: Vec<Para>,
    /// The national support it belongs to.
    pub national: Option<Said>,
    /// Whom to ask.
    pub asks: Option<Said>,
    pub notes: Vec<Said>,
    pub pages: Vec<PageLink>,
}

impl ThingView {
    /// A word where it is listed again: it is told of further up.
    pub(super) fn again(&self) -> Said {
        say::leading("offer-again", &format!("#{}", self.id), "service", &self.name)
    }

    /// Says beside it where it has not been checked for long.
    pub(super) fn mark_stale(&mut self, report: &Report, kind: &str) {
        let id = self.id.strip_prefix(kind).and_then(|rest| rest.strip_prefix('-')).unwrap_or_default();
        self.notes.extend(reports::stale(report, kind, id).map(Said::from));
    }
}

/// A page of the council: its name and its address.
pub(super) type PageLink = (Said, String);

/// One line of who it is for.
pub(crate) struct LineView {
    pub key: &'static str,
    pub outcome: Said,
    pub rows: Vec<Row>,
    pub because: Option<String>,
    pub settled_by: Option<Said>,
}

/// A service as the page shows it.
pub(super) fn service(day: &Day, offer: &Offer, service: &Service) -> ThingView {
    let mut stating = Stating::of(offer);
    let providers: Vec<String> = service.providers.iter().map(|provider| provider.name.clone()).collect();
    stating.many("label-gives", &if providers.is_empty() { Stated::NotStated } else { Stated::Is(providers) });
    stating.many("label-reach", &service.reach);
    stating.many("label-ready", &service.evidence);
    stating.one("label-often", &service.frequency);
    if !service.schedules.is_empty() {
        stating.many("label-when", &Stated::Is(when::words(service)));
    }
    stating.one("label-cost", &service.cost);
    stating.one("label-worth", &service.worth);
    stating.many("label-given", &service.delivery.map(|list| list.iter().map(|how| how.word()).collect::<Vec<_>>()));
    stating.one("label-where", &service.place);
    stating.one("label-area", &service.area);
    stating.one("label-places", &service.capacity);
    if !service.welcomes.is_empty() {
        stating.many("label-welcomes", &Stated::Is(service.welcomes.iter().map(|whom| whom.word()).collect()));
    }
    stating.many("label-languages", &service.languages);
    stating.many("label-access", &service.accessibility);
    stating.one("label-safe-contact", &service.safe_contact);
    stating.said("label-from", service.from.map(|day| date(*day)));
    stating.said("label-until", service.to.map(|day| date(*day)));
    stating.said("label-why", service.basis.map(|basis| say(basis_words(*basis))));
    let quiet = [
        "label-worth",
        "label-given",
        "label-where",
        "label-area",
        "label-places",
        "label-languages",
        "label-access",
        "label-safe-contact",
        "label-from",
        "label-until",
        "label-why",
    ];
    let stating = stating.quiet(&quiet);
    let base = eligibility(day, offer, &service.eligibility);
    ThingView {
        id: format!("service-{}", service.id),
        name: service.name.clone(),
        summary: service.summary.clone(),
        earlier: offer.is_earlier(service),
        marks: remark::marks(offer, |remark| remark.services.contains(&service.id)),
        stating,
        next: when::said_next(day, service),
        law: say::paras(day, &service.law),
        national: national(day, &service.tie),
        asks: say::asks(offer, &service.contacts),
        notes: service.notes.iter().map(in_english).collect(),
        pages: pages(offer, &service.sources),
        ..base
    }
}

/// A payment as the page shows it.
pub(super) fn payment(day: &Day, offer: &Offer, payment: &Payment) -> ThingView {
    let mut stating = Stating::of(offer);
    stating.one("label-kind", &Stated::Is(payment.kind.word()));
    stating.one("label-stands", &payment.status.map(|status| status.word()));
    stating.one("label-made-under", &payment.basis.map(|basis| basis.word()));
    stating.one("label-amount", &payment.amount);
    let band = |band: &offer::Band| {
        let amount = band
            .amount
            .value()
            .map(|amount| in_english(amount.to_string()))
            .or_else(|| say::absent(offer, &band.amount));
        let ages = Piece::written(&band.ages.to_string());
        say_with("age-band", [("ages", ages), ("amount", amount.unwrap_or_else(|| in_english("")).into())])
    };
    stating.all("label-by-age", payment.bands.map(|bands| bands.iter().map(band).collect()));
    stating.one("label-year", &payment.year);
    stating.one("label-period", &payment.period);
    stating.many("label-taken-off", &payment.deductions);
    stating.one("label-means-test", &payment.means_test.map(|test| test.word()));
    stating.many("label-counts", &payment.means);
    stating.one("label-review", &payment.review);
    stating.many("label-send", &payment.evidence);
    stating.many("label-conditions", &payment.conditions);
    stating.one("label-asked-back", &payment.recoupment);
    stating.many("label-stops", &payment.suspension);
    stating.one("label-had-before", &payment.transition);
    let cohort = |cohort: &offer::Cohort| {
        let from = cohort.from.value().map(|day| show::date(*day)).unwrap_or_default();
        format!("{} {from}: {}", cohort.event, cohort.words).replace("  ", " ")
    };
    stating.many("label-before-after", &payment.cohorts.map(|list| list.iter().map(cohort).collect::<Vec<_>>()));
    if let Some(body) = payment.decided_by.as_ref().and_then(|id| offer::find(&offer.bodies, id)) {
        stating.one("label-decides", &Stated::Is(body.name.clone()));
    }
    let quiet = ["label-by-age", "label-before-after", "label-had-before", "label-asked-back"];
    let base = eligibility(day, offer, &payment.eligibility);
    ThingView {
        id: format!("payment-{}", payment.id),
        name: payment.name.clone(),
        summary: payment.summary.clone(),
        marks: remark::marks(offer, |remark| remark.payments.contains(&payment.id)),
        stating: stating.quiet(&quiet),
        law: say::paras(day, &payment.law),
        national: national(day, &payment.tie),
        asks: say::asks(offer, &payment.contacts),
        notes: say::left_amount(offer, &payment.id).into_iter().chain(payment.notes.iter().map(in_english)).collect(),
        pages: pages(offer, &payment.sources),
        ..base
    }
}

/// The lines of a rule, in words.
pub(crate) fn lines(day: &Day, who: &Eligibility) -> Vec<LineView> {
    let lines = who.rule.iter().flat_map(|rule| rule.lines().all()).map(|line| {
        let (key, outcome) = outcome_words(Rule::outcome(line));
        let rows = condition::rows(day, line.when.as_ref());
        let settled_by =
            line.settled_by.as_ref().map(|who| say_with("thing-settled-by", [("who", Piece::written(who))]));
        LineView { key, outcome: say(outcome), rows, because: line.because.clone(), settled_by }
    });
    lines.collect()
}

fn eligibility(day: &Day, offer: &Offer, who: &Eligibility) -> ThingView {
    let published = who.published.value().map(Vec::as_slice).unwrap_or_default();
    ThingView {
        id: String::new(),
        name: String::new(),
        summary: String::new(),
        earlier: false,
        marks: Vec::new(),
        published: published.iter().map(|one| (one.words.clone(), one.exact)).collect(),
        unpublished: say::absent(offer, &who.published),
        discretion: who.discretion.value().cloned(),
        lines: lines(day, who),
        next: None,
        calendar: None,
        stating: Stating::default(),
        law: Vec::new(),
        national: None,
        asks: None,
        notes: Vec::new(),
        pages: Vec::new(),
    }
}

/// The group of an outcome, and the key of what a council's line says with it.
fn outcome_words(outcome: Outcome) -> (&'static str, &'static str) {
    match outcome {
        Outcome::Right => ("right", "thing-right"),
        Outcome::May => ("may", "thing-may"),
        Outcome::No => ("no", "thing-no"),
        Outcome::Depends => ("depends", "thing-depends"),
        Outcome::UnknownRule => ("unclear", "thing-unclear"),
    }
}

fn basis_words(basis: Basis) -> &'static str {
    match basis {
        Basis::Duty => "thing-duty",
        Basis::Power => "thing-power",
        Basis::LocalChoice => "thing-choice",
    }
}

fn national(day: &Day, tie: &Tie) -> Option<Said> {
    let support = day.law.support(tie.support()?.as_str())?;
    let key = if tie.extends.is_some() { "thing-national-part" } else { "thing-national-left" };
    Some(say::leading(key, &format!("/law/support/{}", show::part(&support.id)), "support", &support.title))
}

/// The pages something was found on.
pub(super) fn pages(offer: &Offer, sources: &[offer::Source]) -> Vec<PageLink> {
    let each = sources.iter().filter_map(|source| offer::find(&offer.pages, &source.page));
    each.map(|page| (page_name(page), page.url.as_str().to_owned())).collect()
}

/// A page of the council by its title and, where it has several, its version.
pub(super) fn page_name(page: &offer::Page) -> Said {
    match page.version {
        None => in_english(&page.title),
        Some(number) => {
            let number = Piece::from(number.to_string().as_str());
            say_with("offer-page-version", [("page", Piece::written(&page.title)), ("number", number)])
        }
    }
}
