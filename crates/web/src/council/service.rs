//! A service or a payment of an offer as a page shows it: what it is, who it is for, how to reach it.

use super::remark;
use super::reports;
use super::say::{self, Para, Stating};
use super::when;
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
    /// What is wrong in what the page says of it: the remark and its title.
    pub marks: Vec<(String, String)>,
    /// The published wording; `true` where the words are the council's own.
    pub published: Vec<(String, bool)>,
    /// What is said where there is no published wording.
    pub unpublished: Option<&'static str>,
    pub discretion: Option<String>,
    pub lines: Vec<LineView>,
    /// When it is given next.
    pub next: Option<String>,
    /// The address of its dates as a calendar file.
    pub calendar: Option<String>,
    pub stating: Stating,
    pub law: Vec<Para>,
    /// The national support it belongs to: words, title, address.
    pub national: Option<(&'static str, String, String)>,
    pub contacts: Vec<(String, String)>,
    pub notes: Vec<String>,
    pub pages: Vec<(String, String)>,
}

impl ThingView {
    /// Says beside it where it has not been checked for long.
    pub(super) fn mark_stale(&mut self, report: &Report, kind: &str) {
        let id = self.id.strip_prefix(kind).and_then(|rest| rest.strip_prefix('-')).unwrap_or_default();
        self.notes.extend(reports::stale(report, kind, id));
    }
}

/// One line of who it is for.
pub(crate) struct LineView {
    pub key: &'static str,
    pub outcome: &'static str,
    pub rows: Vec<Row>,
    pub because: Option<String>,
    pub settled_by: Option<String>,
}

/// A service as the page shows it.
pub(super) fn service(day: &Day, offer: &Offer, service: &Service) -> ThingView {
    let mut stating = Stating::of(offer);
    let providers: Vec<String> = service.providers.iter().map(|provider| provider.name.clone()).collect();
    stating.many("Who gives it", &if providers.is_empty() { Stated::NotStated } else { Stated::Is(providers) });
    stating.many("How to reach it", &service.reach);
    stating.many("What to have ready", &service.evidence);
    stating.one("How often", &service.frequency);
    if !service.schedules.is_empty() {
        stating.many("When", &Stated::Is(when::words(service)));
    }
    stating.one("What it costs", &service.cost);
    stating.one("What it is worth", &service.worth);
    stating
        .many("How it is given", &service.delivery.map(|list| list.iter().map(|how| how.word()).collect::<Vec<_>>()));
    stating.one("Where", &service.place);
    stating.one("Area", &service.area);
    stating.one("How many places", &service.capacity);
    if !service.welcomes.is_empty() {
        stating.many("For these above all", &Stated::Is(service.welcomes.iter().map(|whom| whom.word()).collect()));
    }
    stating.many("Languages", &service.languages);
    stating.many("Access", &service.accessibility);
    stating.one("Contacting you safely", &service.safe_contact);
    stating.one("From", &service.from.map(|day| show::date(*day)));
    stating.one("Until", &service.to.map(|day| show::date(*day)));
    stating.one("Why the council does it", &service.basis.map(|basis| basis_words(*basis)));
    let quiet = [
        "What it is worth",
        "How it is given",
        "Where",
        "Area",
        "How many places",
        "Languages",
        "Access",
        "Contacting you safely",
        "From",
        "Until",
        "Why the council does it",
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
        next: when::next(day, service),
        law: say::paras(day, &service.law),
        national: national(day, &service.tie),
        contacts: say::contacts(offer, &service.contacts),
        notes: service.notes.clone(),
        pages: pages(offer, &service.sources),
        ..base
    }
}

/// A payment as the page shows it.
pub(super) fn payment(day: &Day, offer: &Offer, payment: &Payment) -> ThingView {
    let mut stating = Stating::of(offer);
    stating.one("Kind", &Stated::Is(payment.kind.word()));
    stating.one("Where it stands", &payment.status.map(|status| status.word()));
    stating.one("Made under", &payment.basis.map(|basis| basis.word()));
    stating.one("How much", &payment.amount);
    let band = |band: &offer::Band| {
        let amount = band.amount.map(ToString::to_string);
        format!(
            "{}: {}",
            band.ages,
            amount.value().map_or(say::absent(offer, &amount).unwrap_or_default(), String::as_str)
        )
    };
    stating.many("By age", &payment.bands.map(|bands| bands.iter().map(band).collect::<Vec<_>>()));
    stating.one("For which year", &payment.year);
    stating.one("For how long", &payment.period);
    stating.many("What is taken off", &payment.deductions);
    stating.one("Means test", &payment.means_test.map(|test| test.word()));
    stating.many("What the test counts", &payment.means);
    stating.one("Review", &payment.review);
    stating.many("What to send", &payment.evidence);
    stating.many("Conditions", &payment.conditions);
    stating.one("Money asked back", &payment.recoupment);
    stating.many("When it stops", &payment.suspension);
    stating.one("For those who had it before", &payment.transition);
    let cohort = |cohort: &offer::Cohort| {
        let from = cohort.from.value().map(|day| show::date(*day)).unwrap_or_default();
        format!("{} {from}: {}", cohort.event, cohort.words).replace("  ", " ")
    };
    stating.many("Before and after a day", &payment.cohorts.map(|list| list.iter().map(cohort).collect::<Vec<_>>()));
    if let Some(body) = payment.decided_by.as_ref().and_then(|id| offer::find(&offer.bodies, id)) {
        stating.one("Who decides", &Stated::Is(body.name.clone()));
    }
    let quiet = ["By age", "Before and after a day", "For those who had it before", "Money asked back"];
    let base = eligibility(day, offer, &payment.eligibility);
    ThingView {
        id: format!("payment-{}", payment.id),
        name: payment.name.clone(),
        summary: payment.summary.clone(),
        marks: remark::marks(offer, |remark| remark.payments.contains(&payment.id)),
        stating: stating.quiet(&quiet),
        law: say::paras(day, &payment.law),
        national: national(day, &payment.tie),
        contacts: say::contacts(offer, &payment.contacts),
        notes: say::left_amount(offer, &payment.id).into_iter().chain(payment.notes.iter().cloned()).collect(),
        pages: pages(offer, &payment.sources),
        ..base
    }
}

/// The lines of a rule, in words.
pub(crate) fn lines(day: &Day, who: &Eligibility) -> Vec<LineView> {
    let lines = who.rule.iter().flat_map(|rule| rule.lines().all()).map(|line| {
        let (key, outcome) = outcome_words(Rule::outcome(line));
        let rows = condition::rows(day, line.when.as_ref());
        LineView { key, outcome, rows, because: line.because.clone(), settled_by: line.settled_by.clone() }
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
        contacts: Vec::new(),
        notes: Vec::new(),
        pages: Vec::new(),
    }
}

/// The group of an outcome, and what a council's line says with it.
fn outcome_words(outcome: Outcome) -> (&'static str, &'static str) {
    match outcome {
        Outcome::Right => ("right", "The page says yes"),
        Outcome::May => ("may", "The council may"),
        Outcome::No => ("no", "The page says no"),
        Outcome::Depends => ("depends", "Somebody must look first"),
        Outcome::UnknownRule => ("unclear", "The page does not say"),
    }
}

fn basis_words(basis: Basis) -> &'static str {
    match basis {
        Basis::Duty => "The law asks for it",
        Basis::Power => "The law lets it",
        Basis::LocalChoice => "It chooses to",
    }
}

fn national(day: &Day, tie: &Tie) -> Option<(&'static str, String, String)> {
    let support = day.law.support(tie.support()?.as_str())?;
    let words =
        if tie.extends.is_some() { "This is part of national help" } else { "National law leaves this to the council" };
    Some((words, support.title.clone(), format!("/law/support/{}", show::part(&support.id))))
}

/// The pages something was found on: title and address.
pub(super) fn pages(offer: &Offer, sources: &[offer::Source]) -> Vec<(String, String)> {
    let each = sources.iter().filter_map(|source| offer::find(&offer.pages, &source.page));
    each.map(|page| {
        let version = page.version.map(|number| format!(", version {number}")).unwrap_or_default();
        (format!("{}{version}", page.title), page.url.as_str().to_owned())
    })
    .collect()
}
