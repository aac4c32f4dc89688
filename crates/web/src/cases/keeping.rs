//! How long a case is kept, in words: until when, by which rules, and what holds it.

use super::colleagues::Colleagues;
use crate::App;
use crate::language::{Piece, Said, say, say_with};
use crate::ui::show;
use crate::ui::show::CiteView;
use casework::practice::{Kept, Practice};
use casework::retention::{Because, Keeping, due};
use casework::{Case, Value};

/// How long a case is kept, as pages show it.
pub(super) struct KeepingView {
    pub until: String,
    /// The rule that says so, where it is a day of the rules.
    pub rule: Option<String>,
    /// Whether its time has passed and nothing holds it.
    pub is_due: bool,
    pub because: Vec<BecauseView>,
    /// Until when and why somebody decided to keep it longer.
    pub longer: Option<(String, String)>,
    pub held_by: Vec<HeldView>,
    /// Why it was proposed to destroy it, and when, where that waits for a second person.
    pub proposed: Option<ProposedView>,
    /// What is in it, in numbers.
    pub holds: String,
}

/// A rule that fits.
pub(super) struct BecauseView {
    pub title: String,
    pub until: Said,
    pub source: Option<String>,
    pub sure: Said,
    pub cites: Vec<CiteView>,
    pub notes: Vec<String>,
}

/// Something that holds a case.
pub(super) struct HeldView {
    pub title: String,
    /// The reason, where it is a hold that somebody placed.
    pub reason: String,
    /// The matter in which it can be ended, where it is such a hold.
    pub ends: Option<u64>,
}

/// A proposal that waits for a second person.
pub(super) struct ProposedView {
    pub matter: u64,
    pub on: String,
    pub by: String,
    pub reason: String,
}

impl KeepingView {
    /// How long a case is kept, as on this day.
    pub(super) fn of(app: &App, case: &Case, practice: &Practice, colleagues: &Colleagues) -> KeepingView {
        let keeping = due(case, practice, app.clock().today());
        let longer = keeping.longer.map(|(day, version)| {
            let done = case.of_kind("retention").flat_map(|matter| &matter.done).find(|done| done.version == version);
            let reason = done.and_then(|done| done.values.get("reason")).and_then(Value::text);
            (show::date(day), reason.unwrap_or_default().to_owned())
        });
        let steps: usize = case.matters.iter().map(|matter| matter.done.len()).sum();
        let papers = super::paper::papers(case, practice, None).len();
        let counts = [
            say_with("keeping-people", [("many", case.people.len().into())]),
            say_with("keeping-steps", [("many", Piece::from(steps))]),
            say_with("keeping-letters", [("many", case.letters.len().into())]),
            say_with("keeping-papers", [("many", papers.into())]),
        ];
        let because = because(app, case, practice, &keeping);
        let by_rule = keeping.because.first().filter(|one| keeping.until.is_some() && one.until.ok() == keeping.until);
        KeepingView {
            until: until(&keeping),
            rule: by_rule.and(because.first()).map(|one| one.title.clone()),
            is_due: keeping.is_due(),
            because,
            longer,
            held_by: keeping.held_by.iter().map(|held| held_view(case, practice, held)).collect(),
            proposed: proposed(case, colleagues),
            holds: counts.each_ref().map(Said::plain).join(", "),
        }
    }
}

impl KeepingView {
    /// As it is told to who was not let into a restricted case: without what somebody wrote.
    pub(super) fn told_outside(mut self, case: &Case) -> KeepingView {
        if case.restricted.is_some() {
            self.longer = self.longer.map(|(day, _)| (day, String::new()));
            self.held_by.iter_mut().for_each(|held| held.reason.clear());
            self.proposed.iter_mut().for_each(|proposed| proposed.reason.clear());
        }
        self
    }
}

/// Until when, in words.
fn until(keeping: &Keeping) -> String {
    let lacks = keeping.because.iter().find_map(|one| one.until.err());
    match (keeping.until, lacks) {
        (Some(day), _) => show::date(day),
        (None, Some(lacks)) => say_with("keeping-lacks", [("why", lacks.words().into())]).plain().to_owned(),
        (None, None) => say("keeping-no-rule").plain().to_owned(),
    }
}

fn because(app: &App, case: &Case, practice: &Practice, keeping: &Keeping) -> Vec<BecauseView> {
    let day = app.today();
    let rule = |one: &Because| practice.kept.iter().find(|kept| kept.name == one.rule);
    let view = |(one, kept): (&Because, &Kept)| {
        let child = one.child.filter(|_| case.restricted.is_none()).and_then(|id| case.person(id));
        let is_one = case.with_part("child").count() < 2;
        BecauseView {
            title: match child.filter(|_| !is_one) {
                Some(child) => format!("{} ({})", kept.title, child.name),
                None => kept.title.clone(),
            },
            until: one.until.map_or_else(
                |lacks| lacks.words().into(),
                |day| say_with("keeping-until-day", [("day", Piece::words(show::date(day)))]),
            ),
            source: kept.source.clone(),
            sure: show::sureness(kept.verified),
            cites: CiteView::all(&kept.cites.iter().map(|cite| day.citation(cite)).collect::<Vec<_>>()),
            notes: kept.notes.clone(),
        }
    };
    keeping.because.iter().filter_map(|one| Some((one, rule(one)?))).map(view).collect()
}

fn held_view(case: &Case, practice: &Practice, held: &casework::retention::Held) -> HeldView {
    let matter = case.matter(held.matter);
    let kind = matter.and_then(|matter| practice.matter(&matter.kind));
    let placed = matter.filter(|matter| matter.kind == "hold");
    let hold = practice.hold(&held.hold);
    let title = hold.map_or_else(|| held.hold.clone(), |hold| hold.title.clone());
    let what = kind.filter(|_| hold.is_some_and(|hold| hold.matters.is_none())).map(|kind| kind.title.to_lowercase());
    HeldView {
        title: what.map_or_else(|| title.clone(), |what| format!("{title}: {what}")),
        reason: placed.and_then(|matter| matter.value("reason")).and_then(Value::text).unwrap_or_default().to_owned(),
        ends: placed.map(|matter| matter.id),
    }
}

/// The proposal to destroy a case that waits for a second person.
fn proposed(case: &Case, colleagues: &Colleagues) -> Option<ProposedView> {
    let matter = case.of_kind("retention").filter(|matter| !matter.is_ended).last()?;
    let done = matter.last("destruction_proposed")?;
    Some(ProposedView {
        matter: matter.id,
        on: show::date(done.on),
        by: colleagues.name(done.by.as_str()),
        reason: done.values.get("reason").and_then(Value::text).unwrap_or_default().to_owned(),
    })
}
