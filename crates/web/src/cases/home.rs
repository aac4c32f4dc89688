//! One page for a case: who it is about, what was decided, what is next, and what can be done.

use super::caseload::CaseId;
use super::chart::{self, Bar, Dot};
use super::colleagues::Colleagues;
use super::desk::{CaseDesk, Sees};
use super::docket::who;
use super::keeping::KeepingView;
use super::network::{Network, network, step};
use super::paper::{PaperView, papers};
use crate::App;
use crate::account::{Deed, SignedIn};
use crate::language::{Piece, Said, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use casework::practice::{Act, MatterKind, Practice};
use casework::said::Teller;
use casework::{Case, Matter, Person, PersonId, Role, due, retention};
use jiff::civil::Date;

#[derive(Template)]
#[template(path = "cases/home.html")]
struct HomePage {
    shell: Shell,
    slug: String,
    sees: Sees,
    case: String,
    reference: String,
    who: String,
    worker: Option<String>,
    restricted: Option<String>,
    bars: Vec<Bar>,
    dots: Vec<Dot>,
    decided: Vec<DoneView>,
    matters: Vec<MatterView>,
    begin: Vec<ActView>,
    network: Option<Network>,
    people: Vec<PersonView>,
    letters: Vec<LetterView>,
    papers: Vec<PaperView>,
    keeping: KeepingView,
    /// What can be done about how long it is kept.
    keep: Vec<ActView>,
}

/// A matter, as the page shows it.
pub(super) struct MatterView {
    pub id: u64,
    pub title: String,
    pub stage: String,
    pub begun: String,
    pub is_ended: bool,
    pub acts: Vec<ActView>,
    pub done: Vec<DoneView>,
}

/// Something that can be done.
pub(super) struct ActView {
    pub name: String,
    pub title: String,
    pub matter: Option<u64>,
    /// Who may, where this person may not.
    pub others: Option<Said>,
}

/// Something that was done.
pub(super) struct DoneView {
    pub day: String,
    pub done: String,
    pub by: String,
    pub said: Vec<(String, String)>,
}

/// A person of the case.
struct PersonView {
    name: String,
    part: String,
    relationship: String,
    born: String,
    safe: String,
    hidden: String,
    meeting: Said,
}

/// A letter that was made.
pub(super) struct LetterView {
    pub day: String,
    pub to: String,
    pub subject: String,
    pub file: String,
}

/// `/cases/{slug}/case/{case}`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, name)): Path<(String, String)>,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(&app, signed, &slug, Deed::Cases)?;
    let (id, case) = desk.case(&app, &name).await?;
    let colleagues = desk.colleagues().await.map_err(Fault::store)?;
    let (practice, today) = (desk.caseload.practice(), app.clock().today());
    let all = due(&case, app.law());
    let see =
        Seeing { app: &app, case: &case, practice, colleagues: &colleagues, roles: &desk.who.roles, people: None };
    let page = HomePage {
        shell: Shell::said(&say("case-tab"), Part::Desk),
        reference: case.reference.clone(),
        who: who(&case),
        worker: case.worker.as_ref().map(|worker| colleagues.name(worker.as_str())),
        restricted: case.restricted.clone(),
        bars: chart::bars(&all, today),
        dots: chart::dots(&case, practice),
        decided: see.decided(),
        matters: see.matters(),
        begin: see.begin(true),
        network: network(&case, practice),
        people: case.people.iter().map(|person| person_view(&case, practice, person, today)).collect(),
        letters: letters(&case),
        papers: papers(&case, practice, None),
        keeping: KeepingView::of(&app, &case, practice, &colleagues),
        keep: see.begin(false).into_iter().filter(|act| act.others.is_none()).collect(),
        sees: desk.sees(),
        case: name,
        slug,
    };
    desk.looked(&app, &id, "the case").await.map_err(Fault::store)?;
    Ok(page::ok(&page))
}

/// What is seen of a case, and by whom.
pub(super) struct Seeing<'a> {
    pub app: &'a App,
    pub case: &'a Case,
    pub practice: &'a Practice,
    pub colleagues: &'a Colleagues,
    pub roles: &'a [Role],
    /// The only people whose matters are seen; everybody's where there is no such list.
    pub people: Option<&'a [PersonId]>,
}

impl Seeing<'_> {
    /// The matters, those that are open before the others, the newest first.
    pub(super) fn matters(&self) -> Vec<MatterView> {
        let mut matters: Vec<&Matter> = self.seen().collect();
        matters.sort_by_key(|matter| (matter.is_ended, std::cmp::Reverse(matter.id)));
        matters
            .into_iter()
            .filter_map(|matter| Some(self.matter(matter, self.practice.matter(&matter.kind)?)))
            .collect()
    }

    fn seen(&self) -> impl Iterator<Item = &Matter> {
        self.case.matters.iter().filter(|matter| self.people.is_none_or(|people| matter.is_open_to(people)))
    }

    fn matter(&self, matter: &Matter, kind: &MatterKind) -> MatterView {
        let stage = kind.stage(&matter.stage);
        let here =
            |act: &&Act| !act.begins && act.matter == kind.name && stage.is_some_and(|stage| act.fits_stage(stage));
        let inside = |act: &&Act| {
            let begun = self.practice.matter(&act.matter);
            act.begins
                && kind.name != "case"
                && !matter.is_ended
                && begun.is_some_and(|begun| begun.within.contains(&kind.name))
        };
        let acts = self.practice.acts.iter().filter(|act| here(act) || inside(act));
        MatterView {
            id: matter.id,
            title: kind.title.clone(),
            stage: stage.map(|stage| stage.words.clone()).unwrap_or_default(),
            begun: show::date(matter.begun),
            is_ended: matter.is_ended,
            acts: acts.filter_map(|act| self.act(act, Some(matter.id))).collect(),
            done: matter.done.iter().rev().map(|done| self.done(done)).collect(),
        }
    }

    /// What can be begun in the case itself: work for the family, or what is about how long the case is kept.
    pub(super) fn begin(&self, is_work: bool) -> Vec<ActView> {
        let root = self.case.matters.first().map(|matter| matter.id);
        let fits = |act: &&Act| {
            let kind = self.practice.matter(&act.matter).filter(|kind| kind.is_work == is_work);
            act.begins && kind.is_some_and(|kind| kind.within.iter().any(|kind| kind == "case"))
        };
        self.practice.acts.iter().filter(fits).filter_map(|act| self.act(act, root)).collect()
    }

    fn act(&self, act: &Act, matter: Option<u64>) -> Option<ActView> {
        let is_ours = self.roles.iter().any(|role| act.who.contains(role));
        // What only the carer does is not offered to workers, and the other way round.
        let is_for_us = act.who.iter().any(|role| *role != Role::Carer);
        let is_carer = self.roles == [Role::Carer];
        if !is_ours && (!is_for_us || is_carer) {
            return None;
        }
        // Until its time has passed, nobody need think of destroying a case.
        let waits_for_its_time = act.refuse.iter().any(|rule| rule == "time_not_passed");
        if waits_for_its_time && !retention::due(self.case, self.practice, self.app.clock().today()).is_due() {
            return None;
        }
        let either = |list: Said, next: Said| say_with("case-either", [("list", list.into()), ("next", next.into())]);
        let others = act.who.iter().map(|role| Said::from(role.word())).reduce(either);
        let title = act.carer_title.as_ref().filter(|_| is_carer).unwrap_or(&act.title).clone();
        Some(ActView { name: act.name.clone(), title, matter, others: others.filter(|_| !is_ours) })
    }

    fn done(&self, done: &casework::matter::Done) -> DoneView {
        let officer = |account: &str| self.colleagues.name(account);
        let teller = Teller { case: self.case, practice: self.practice, law: self.app.law(), officer: &officer };
        DoneView {
            day: show::date(done.on),
            done: self.practice.act(&done.act).map_or_else(|| done.act.clone(), |act| act.done.clone()),
            by: self.colleagues.find(done.by.as_str()).unwrap_or_default().to_owned(),
            said: teller.said(&done.act, &done.values).into_iter().map(|said| (said.asks, said.words)).collect(),
        }
    }

    /// What was decided, the newest first.
    pub(super) fn decided(&self) -> Vec<DoneView> {
        let is_decision = |act: &str| {
            matches!(
                act,
                "decision_made"
                    | "care_decided"
                    | "status_settled"
                    | "plan_changed"
                    | "family_plan_answered"
                    | "final_response"
            )
        };
        let mut done: Vec<&casework::matter::Done> =
            self.seen().flat_map(|matter| &matter.done).filter(|done| is_decision(&done.act)).collect();
        done.sort_by_key(|done| std::cmp::Reverse(done.version));
        done.into_iter().map(|done| self.done(done)).collect()
    }
}

fn person_view(case: &Case, practice: &Practice, person: &Person, today: Date) -> PersonView {
    let field = practice.fields.get("part");
    let part = field.and_then(|field| field.words_of(&person.part)).unwrap_or(&person.part);
    let channels = practice.fields.get("safe_channels");
    let safe = match &person.channels {
        None => say("case-not-said").plain().to_owned(),
        Some(ways) => {
            let ways =
                ways.iter().map(|way| channels.and_then(|field| field.words_of(way.word())).unwrap_or(way.word()));
            let mut words = ways.collect::<Vec<_>>().join(", ");
            words.extend(person.times.iter().map(|times| format!("; {times}")));
            words
        }
    };
    let hidden: Vec<&str> =
        person.hidden_from.iter().filter_map(|id| case.person(*id)).map(|other| other.name.as_str()).collect();
    let age = |born: Date| law::calculation::birthday(born, 0).map(|_| age(born, today));
    PersonView {
        name: person.name.clone(),
        part: part.to_owned(),
        relationship: person.relationship.clone(),
        born: match (person.born, person.died) {
            (Some(born), None) => format!("{} ({})", show::date(born), age(born).unwrap_or_default()),
            (born, died) => {
                let died =
                    died.map(|day| say_with("case-died", [("day", Piece::words(show::date(day)))]).plain().to_owned());
                let words = [born.map(show::date), died];
                words.into_iter().flatten().collect::<Vec<_>>().join(", ")
            }
        },
        safe,
        hidden: hidden.join(", "),
        meeting: step(case, person.id).words(),
    }
}

/// An age in words.
fn age(born: Date, today: Date) -> String {
    let years = (0..=120).rev().find(|age| law::calculation::birthday(born, *age).is_some_and(|day| day <= today));
    let words =
        years.map_or_else(|| say("case-not-born"), |years| say_with("case-aged", [("years", Piece::words(years))]));
    words.plain().to_owned()
}

pub(super) fn letters(case: &Case) -> Vec<LetterView> {
    let view = |sent: &casework::case::Sent| LetterView {
        day: show::date(sent.on),
        to: case.person(sent.to).map(|person| person.name.clone()).unwrap_or_default(),
        subject: sent.subject.clone(),
        file: format!("{}-{}", sent.version, sent.place),
    };
    case.letters.iter().rev().map(view).collect()
}

/// The address of a case.
pub(super) fn href(id: &CaseId) -> String {
    format!("/cases/{}/case/{}", id.council, id.case)
}
