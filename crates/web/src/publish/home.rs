//! A council's desk: what is published, what has changed since, what is wrong, and every record of the draft.

use super::people::People;
use crate::App;
use crate::account::{Deed, Reach, Seat, SignedIn, is_own_record};
use crate::language::{Piece, Said, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use law::duty::Layer;
use offer::check::{Report, Verdict};
use offer::differences;
use offer::publish::{Desk, Edition, InForce, RecordFault};

#[derive(Template)]
#[template(path = "publish/home.html")]
struct HomePage {
    shell: Shell,
    slug: String,
    council: String,
    standing: Vec<Said>,
    changed: usize,
    faults: usize,
    /// Faults of the whole offer, which no record shows.
    whole: Vec<String>,
    /// How the draft stands: each layer, and how many of its lines came to what.
    layers: Vec<(Said, String)>,
    waiting: bool,
    sent_back: Option<(String, String)>,
    kinds: Vec<KindView>,
}

/// The records of one kind.
struct KindView {
    kind: &'static str,
    plural: String,
    name: String,
    what: String,
    records: Vec<RecordView>,
    may_add: bool,
}

/// One record in the list.
struct RecordView {
    id: String,
    title: String,
    faults: usize,
    comments: usize,
    keeper: Option<String>,
    changed: String,
    is_own: bool,
}

/// `/publish/{slug}`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let seat = Seat::take(signed, &slug, Deed::Read)?;
    let people = People::of(&seat).await.map_err(Fault::store)?;
    let desk = seat.desk.clone();
    let (offer, faults) = desk.draft.offer(app.law());
    let since = desk.editions.last().map(|edition| edition.records()).unwrap_or_default();
    let whole = faults.iter().filter(|fault| fault.record.is_none()).map(|fault| fault.fault.message.clone());
    let kinds = offer::kinds().iter().map(|kind| kind_view(&app, &seat, &people, kind, &faults));
    let page = HomePage {
        shell: Shell::said(&say("desk-choose-title"), Part::Desk),
        council: offer.head.council.clone(),
        standing: standing(&desk, &app),
        changed: differences(&since, &desk.draft.records()).len(),
        faults: faults.len(),
        whole: whole.collect(),
        layers: layers(&offer.check(&app.today())),
        waiting: desk.proposal.is_some(),
        sent_back: desk.sent_back.as_ref().map(|(by, why)| (people.name(by), why.clone())),
        kinds: kinds.collect(),
        slug,
    };
    Ok(page::ok(&page))
}

/// Each layer of the checklist, and how many of its lines came to what.
fn layers(report: &Report) -> Vec<(Said, String)> {
    let names = [
        (Layer::Statute, say("desk-home-act")),
        (Layer::Guidance, say("desk-home-guidance")),
        (Layer::GoodPractice, say("desk-home-good-practice")),
    ];
    let each = names.into_iter().map(|(layer, name)| {
        let count = |verdict| report.layer(layer).filter(|finding| finding.verdict == verdict).count();
        let counts = Verdict::ALL.iter().map(|verdict| (*verdict, count(*verdict))).filter(|(_, count)| *count > 0);
        (name, counts.map(|(verdict, count)| format!("{count} {}", verdict.word())).collect::<Vec<_>>().join(", "))
    });
    each.collect()
}

/// What the public sees now, and next, each in a sentence.
fn standing(desk: &Desk, app: &App) -> Vec<Said> {
    let today = app.clock().today();
    let next = desk.editions.iter().find(|edition| edition.effective > today);
    let of = |edition: &Edition| {
        [("number", Piece::from(edition.number)), ("day", Piece::words(show::date(edition.effective)))]
    };
    let next = next.map(|next| say_with("desk-home-follows", of(next)));
    let now = match desk.in_force(today) {
        InForce::Nothing => say("desk-home-nothing"),
        InForce::Edition(edition) => say_with("desk-home-published", of(edition)),
        InForce::Withdrawn(edition, why) => {
            let values = [("number", edition.number.into()), ("why", why.reason.as_str().into())];
            say_with("desk-home-withdrawn", values)
        }
    };
    std::iter::once(now).chain(next).collect()
}

fn kind_view(app: &App, seat: &Seat, people: &People, kind: &'static str, faults: &[RecordFault]) -> KindView {
    let (desk, who) = (&seat.desk, seat.officer());
    let words = app.labels().kind(kind);
    let views = desk.draft.of_kind(kind).map(|held| {
        let id = held.record.id();
        RecordView {
            id: id.id.clone(),
            title: held.record.title(),
            faults: faults.iter().filter(|fault| fault.record.as_ref() == Some(id)).count(),
            comments: desk
                .comments
                .iter()
                .filter(|one| one.settled.is_none() && one.about.as_ref() == Some(id))
                .count(),
            keeper: desk.assignments.iter().find(|one| one.record == *id).map(|one| people.name(&one.to)),
            changed: format!("{}, {}", show::moment(held.at), people.name(&held.by)),
            is_own: is_own_record(desk, id, &who),
        }
    });
    let views = views.filter(|view| seat.reach == Reach::All || view.is_own);
    let may_add = seat.may(Deed::Write) && kind != "offer";
    KindView { kind, plural: words.plural, name: words.name, what: words.what, records: views.collect(), may_add }
}
