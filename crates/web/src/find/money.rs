//! Money: what can be worked out by the week and by the month, what is not published, and what one kind of money does
//! to another.

use super::lines::{Band, because};
use super::session::{Picture, Session};
use crate::App;
use crate::council::left_amount;
use crate::language::{Said, date, say};
use crate::ui::shell::Part;
use crate::ui::show::CiteView;
use crate::ui::{Shell, page};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use law::calculation::{Every, Money};
use law::effect::{Effect, EffectKind};
use law::rule::{Force, Support};
use law::tree::Truth;
use law::{Amount, Explanation};
use offer::{Offer, Payment, Stated};

#[derive(Template)]
#[template(path = "find/money.html")]
struct MoneyPage {
    shell: Shell,
    today: Said,
    /// Supports with at least one figure.
    sums: Vec<MoneyLine>,
    /// Supports for which no figure is published.
    unpublished: Vec<MoneyLine>,
    /// Supports of which something still unknown decides.
    open: Vec<MoneyLine>,
    local: Option<LocalMoney>,
    expired: bool,
}

/// One support that is or may be money for the family.
struct MoneyLine {
    id: String,
    title: String,
    band: Band,
    because: String,
    sums: Vec<SumLine>,
    words: Vec<String>,
    effects: Vec<EffectLine>,
}

/// One sum at two paces.
pub(crate) struct SumLine {
    pub label: String,
    pub week: Option<String>,
    pub month: Option<String>,
    /// The sum as it is published.
    pub published: String,
    pub year: Option<String>,
    pub caution: Option<String>,
    pub sure: bool,
    pub href: Option<String>,
}

/// What getting a support does to other money.
struct EffectLine {
    kind: Said,
    says: String,
    sure: bool,
    cites: Vec<CiteView>,
}

/// What the council pays.
struct LocalMoney {
    council: String,
    slug: String,
    notice: Option<String>,
    payments: Vec<PaymentLine>,
}

struct PaymentLine {
    id: String,
    name: String,
    band: Band,
    because: Vec<String>,
    amount: Said,
    year: Option<String>,
    /// What is taken off or counted, as the council states it.
    counts: Vec<String>,
}

/// `/find/money`
pub(super) async fn show(State(app): State<App>, session: Session) -> Response {
    let picture = session.picture(&app);
    let (open, settled): (Vec<_>, Vec<_>) = lines(&picture).into_iter().partition(|line| line.band == Band::Depends);
    let (sums, unpublished) = settled.into_iter().partition(|line| !line.sums.is_empty());
    let page = MoneyPage {
        shell: Shell::said(&say("money-title"), Part::Find),
        today: date(picture.day.date),
        sums,
        unpublished,
        open,
        local: local(&app, &session, &picture),
        expired: session.expired,
    };
    session.keep(&app, page::ok(&page))
}

/// Money the family has a right to or may be given, the surest and weightiest first.
fn lines(picture: &Picture) -> Vec<MoneyLine> {
    let mut lines: Vec<(Band, u8, MoneyLine)> = Vec::new();
    for finding in picture.findings.iter() {
        let support = &picture.day.law.supports[finding.support];
        if support.group != "money" || !support.is_paid || support.force == Force::Tax {
            continue;
        }
        let said = picture.day.explain(&picture.findings, finding);
        let band = Band::of(said.outcome, support.force);
        if matches!(band, Band::Right | Band::May | Band::Depends) {
            lines.push((band, u8::MAX - support.weight, line(picture, support, &said, band)));
        }
    }
    lines.sort_by_key(|(band, weight, _)| (*band, *weight));
    lines.into_iter().map(|(.., line)| line).collect()
}

fn line(picture: &Picture, support: &Support, said: &Explanation, band: Band) -> MoneyLine {
    let (figures, words): (Vec<&Amount>, Vec<&Amount>) = said.amounts.iter().partition(|one| one.between.is_some());
    MoneyLine {
        id: support.id.clone(),
        title: support.title.clone(),
        band,
        because: because(said.because, |outcome| said.can_be(outcome)).to_owned(),
        sums: figures.into_iter().map(|amount| sum(picture, amount)).collect(),
        words: words.into_iter().map(|amount| amount.text.clone()).collect(),
        effects: effects(picture, &support.id),
    }
}

fn sum(picture: &Picture, amount: &Amount) -> SumLine {
    let rate = amount.rate.as_deref().and_then(|rate| picture.day.law.rate(rate));
    let every = rate.and_then(|rate| Every::of_unit(&rate.unit));
    let at = |pace: Every| {
        let (every, (low, high)) = every.zip(amount.between)?;
        let worth = |sum: i64| every.worth(Money::from_thousandths(sum), pace);
        let (low, high) = (worth(low), worth(high));
        Some(if low == high { low.to_string() } else { format!("{low} to {high}") })
    };
    let worth = super::lines::Worth::of(amount);
    SumLine {
        label: worth.label,
        week: at(Every::Week),
        month: at(Every::Month),
        published: worth.text,
        year: worth.dates,
        caution: worth.caution,
        sure: amount.sure,
        href: worth.href,
    }
}

/// What getting a support does, the costly first; an effect that surely does not meet this family is left out.
fn effects(picture: &Picture, support: &str) -> Vec<EffectLine> {
    let family = picture.family();
    let truth = |effect: &Effect| effect.when.as_ref().map_or(Truth::Yes, |when| family.truth(when));
    let of_support = picture.day.law.effects.iter().filter(|effect| effect.of == support);
    let mut found: Vec<(&Effect, Truth)> = of_support.map(|effect| (effect, truth(effect))).collect();
    found.retain(|(_, truth)| *truth != Truth::No);
    found.sort_by_key(|(effect, _)| effect.kind);
    let view = |(effect, truth): (&Effect, Truth)| {
        let cites: Vec<_> = effect.cites.iter().map(|cite| picture.day.citation(cite)).collect();
        let (kind, says) = (kind_words(effect.kind), effect.says.clone());
        EffectLine { kind, says, sure: truth == Truth::Yes, cites: CiteView::all(&cites) }
    };
    found.into_iter().map(view).collect()
}

fn kind_words(kind: EffectKind) -> Said {
    say(match kind {
        EffectKind::Ends => "money-ends",
        EffectKind::TakenOff => "money-taken-off",
        EffectKind::NotKnown => "money-not-known",
        EffectKind::LeftAlone => "money-left-alone",
        EffectKind::Opens => "money-opens",
    })
}

fn local(app: &App, session: &Session, picture: &Picture) -> Option<LocalMoney> {
    let council = session.council(app)?;
    let published = app.published();
    let offer = published.offers().by_council(council.code)?;
    let mut payments: Vec<PaymentLine> = offer
        .payment_matches(&picture.day, &picture.findings, &picture.case)
        .into_iter()
        .map(|one| payment(offer, one.payment, Band::of(one.answer.outcome, Force::Voluntary), one.answer.because))
        .filter(|line| line.band != Band::No)
        .collect();
    payments.sort_by_key(|line| line.band);
    Some(LocalMoney {
        council: council.name.clone(),
        slug: council.slug.clone(),
        notice: offer.head.notice.clone(),
        payments,
    })
}

fn payment(offer: &Offer, payment: &Payment, band: Band, because: Vec<String>) -> PaymentLine {
    let banded = payment.bands.value().is_some_and(|bands| !bands.is_empty());
    let said = |list: &Stated<Vec<String>>| list.value().cloned().unwrap_or_default();
    let left = left_amount(offer, &payment.id);
    PaymentLine {
        id: format!("payment-{}", payment.id),
        name: payment.name.clone(),
        band,
        because,
        amount: match payment.amount.value() {
            Some(amount) => amount.to_string().into(),
            None => left.unwrap_or_else(|| say(if banded { "money-by-age" } else { "money-no-sum" })),
        },
        year: payment.year.value().cloned(),
        counts: said(&payment.deductions).into_iter().chain(said(&payment.means)).collect(),
    }
}
