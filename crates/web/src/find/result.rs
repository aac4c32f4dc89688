//! The answer: what to do first, then everything in five groups, each line with its reason.

use super::asking;
use super::lines::{Band, Line, split};
use super::local::Local;
use super::session::{Picture, Session};
use super::told;
use crate::App;
use crate::language::{Said, date, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Shell, page};
use crate::ways;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use law::Outcome;
use law::value::Value;

#[derive(Template)]
#[template(path = "find/result.html")]
struct ResultPage<'a> {
    shell: Shell,
    today: Said,
    council: Option<(String, String)>,
    /// Whether the council works here, so that it can be asked.
    can_ask: bool,
    answers: Said,
    is_empty: bool,
    expired: bool,
    progress: Option<Said>,
    more: bool,
    disputed: Option<Disputed>,
    private_fostering: bool,
    arrangement: Option<Said>,
    first: Vec<Line<'a>>,
    groups: Vec<Group<'a>>,
    local: Option<Local<'a>>,
}

struct Group<'a> {
    band: Band,
    lines: Vec<Line<'a>>,
}

impl<'a> Group<'a> {
    /// The lines that are shown at once.
    fn open(&self) -> &[Line<'a>] {
        split(&self.lines, self.band.open_lines()).0
    }

    /// The lines behind the fold.
    fn folded(&self) -> &[Line<'a>] {
        split(&self.lines, self.band.open_lines()).1
    }

    /// What stands on the fold.
    fn fold(&self) -> Said {
        let key = match self.band {
            Band::No => "result-more-no",
            Band::Depends => "result-more-depends",
            Band::Right | Band::May | Band::Unclear => "result-more",
        };
        say_with(key, &[("many", self.folded().len().into())])
    }
}

/// Why the council may have placed the child.
pub(super) struct Disputed {
    pub reasons: Vec<String>,
    pub because: Option<String>,
}

/// How many things to do first are named.
const FIRST: usize = 3;

/// `/find/answer`
pub(super) async fn show(State(app): State<App>, session: Session) -> Response {
    let picture = session.picture(&app);
    let lines = Line::all(&picture);
    let first: Vec<Line> = Line::first(lines.iter()).take(FIRST).cloned().collect();
    let mut groups = Band::ALL.map(|band| Group { band, lines: Vec::new() });
    for line in lines {
        if let Some(group) = groups.iter_mut().find(|group| group.band == line.band) {
            group.lines.push(line);
        }
    }
    let remaining = session.remaining(&app, &picture);
    let page = ResultPage {
        shell: Shell::said(&say("result-tab"), Part::Find),
        today: date(picture.day.date),
        council: session.council(&app).map(|council| (council.name.clone(), council.slug.clone())),
        can_ask: session
            .council(&app)
            .is_some_and(|council| app.keeper().is_some_and(|keeper| keeper.desk(&council.slug).is_some())),
        answers: say_with("result-from", &[("many", session.packet.answers.len().into())]),
        is_empty: session.is_empty(),
        expired: session.expired,
        progress: (remaining > 0).then(|| asking::progress(remaining)),
        more: asking::has_more(app.openings(), &session, &picture),
        disputed: disputed(&app, &picture),
        private_fostering: ways::may_be_private_fostering(&picture),
        arrangement: arrangement(&picture).map(|place| place.1.into()),
        first,
        local: Local::of(&app, &session, &picture),
        groups: groups.into_iter().filter(|group| !group.lines.is_empty()).collect(),
    };
    session.keep(&app, page::ok(&page))
}

/// The kind of arrangement, as its code and in a carer's words.
pub(crate) fn arrangement(picture: &Picture) -> Option<(String, String)> {
    let law = &picture.day.law;
    let fact = law.facts.find("arrangement")?;
    let Value::Choice(place) = picture.day.value(&picture.findings, &picture.case, fact)? else { return None };
    match &law.facts[fact].kind {
        law::value::Kind::OneOf(choices) => {
            choices.get(usize::from(place)).map(|choice| (choice.code.clone(), choice.answer.clone()))
        }
        _ => None,
    }
}

/// Whether the council may have placed the child, and why.
pub(super) fn disputed(app: &App, picture: &Picture) -> Option<Disputed> {
    let law = &picture.day.law;
    let finding = picture.findings.of(law.support_place("status_challenge")?);
    let is_disputed = arrangement(picture).is_some_and(|(code, _)| code == "DISP");
    let may_be = finding.outcome != Outcome::No && ways::council_placed(picture) == ways::Standing::Likely;
    if !is_disputed && !may_be && finding.outcome != Outcome::Right {
        return None;
    }
    let placed = law.facts.find("council_placed_child_arguably");
    let why = placed.and_then(|fact| picture.day.explain_fact(&picture.findings, &picture.case, fact));
    let reasons = why.map(|why| why.reasons).unwrap_or_default();
    Some(Disputed {
        reasons: reasons
            .iter()
            .filter(|reason| reason.holds)
            .map(|reason| told::reason(app, picture, reason))
            .collect(),
        because: picture.day.explain(&picture.findings, finding).because.map(str::to_owned),
    })
}
