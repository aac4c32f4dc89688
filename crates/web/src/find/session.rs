//! What one browser has told us: read from its cookie, changed, and sealed back into it.

use super::asking;
use super::pack::{Counted, Packet};
use super::way::Way;
use crate::App;
use crate::find::seal::Purpose;
use crate::language::{Piece, Said, say_with};
use crate::ui::cookie::Cookie;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use law::fact::FactId;
use law::value::{Answer, Value};
use law::{Ahead, Case, Day, Family, Findings};
use offer::place::Council;
use std::convert::Infallible;
use std::sync::Arc;

/// How many idle minutes a cookie lasts.
const IDLE_MINUTES: u32 = 30;
/// A page that changes nothing seals the cookie anew only after so long, so that two tabs do not undo one another.
const FRESH_MINUTES: u32 = 3;

/// What one browser has told us.
#[derive(Clone, Debug, Default)]
pub(crate) struct Session {
    pub(super) packet: Packet,
    /// Answers were held and have been dropped because nobody came back in time.
    pub(crate) expired: bool,
}

/// Another answer to a fact, or none at all.
pub(crate) type Change = (FactId, Option<Answer>);

/// The law on today, and what follows from the answers.
pub(crate) struct Picture {
    /// The law today.
    pub day: Arc<Day>,
    /// What was said, and what is presumed.
    pub case: Case,
    /// The facts that were presumed.
    pub presumed: Vec<FactId>,
    /// What follows.
    pub findings: Findings,
}

impl Picture {
    /// The family, for conditions written outside the law.
    pub(crate) fn family(&self) -> Family<'_> {
        Family { day: &self.day, findings: &self.findings, case: &self.case }
    }

    /// The family, to look ahead from.
    pub(super) fn ahead(&self) -> Ahead<'_> {
        Ahead::new(&self.day, &self.case, &self.findings)
    }

    /// What follows today from what was said, and from what is presumed where nothing was.
    pub(crate) fn of(day: Arc<Day>, mut case: Case) -> Picture {
        let presumed = case.presume(&day.law.facts);
        Picture { findings: day.find(&case), day, case, presumed }
    }

    /// What follows if some answers were others, or were taken back.
    pub(crate) fn with(&self, changes: &[Change]) -> Picture {
        let mut case = self.case.clone();
        for (fact, answer) in changes {
            match answer {
                Some(answer) => case.set(*fact, answer.clone()),
                None => _ = case.unset(*fact),
            }
        }
        let is_changed = |fact: &FactId| changes.iter().any(|(changed, _)| changed == fact);
        Picture {
            findings: self.day.find(&case),
            day: self.day.clone(),
            case,
            presumed: self.presumed.iter().copied().filter(|fact| !is_changed(fact)).collect(),
        }
    }
}

impl Session {
    /// The answer given to a fact.
    pub(super) fn answer(&self, fact: FactId) -> Option<&Answer> {
        self.packet.answers.iter().find(|(known, _)| *known == fact).map(|(_, answer)| answer)
    }

    /// The way in that was taken.
    pub(crate) fn way(&self) -> Way {
        self.packet.way
    }

    /// The facts answered, in the order in which they were first answered.
    pub(crate) fn answered(&self) -> impl DoubleEndedIterator<Item = FactId> + '_ {
        self.packet.answers.iter().map(|(fact, _)| *fact)
    }

    /// Takes an answer; a changed one keeps its place.
    pub(super) fn set(&mut self, fact: FactId, answer: Answer) {
        self.packet.counted = None;
        match self.packet.answers.iter_mut().find(|(known, _)| *known == fact) {
            Some((_, old)) => *old = answer,
            None => self.packet.answers.push((fact, answer)),
        }
    }

    /// Whether nothing has been answered.
    pub(crate) fn is_empty(&self) -> bool {
        self.packet.answers.is_empty()
    }

    /// Whether anything but the council has been told.
    pub(crate) fn has_told(&self, app: &App) -> bool {
        let council = app.law().facts.find("carer_council");
        self.answered().any(|fact| Some(fact) != council)
    }

    /// What follows today from what was said.
    pub(crate) fn picture(&self, app: &App) -> Picture {
        let day = app.today();
        let mut case = Case::on(day.date);
        self.packet.answers.iter().for_each(|(fact, answer)| case.set(*fact, answer.clone()));
        Picture::of(day, case)
    }

    /// About how many questions are still to come: as counted when the answers were sealed, or counted now.
    pub(super) fn remaining(&self, app: &App, picture: &Picture) -> usize {
        let counted = self.packet.counted.filter(|counted| counted.day == Counted::day(picture.day.date));
        counted
            .map_or_else(|| asking::remaining(app.openings(), self, picture), |counted| usize::from(counted.questions))
    }

    /// What was said, in the order in which it was said.
    pub(crate) fn answers(&self) -> impl Iterator<Item = (FactId, &Answer)> {
        self.packet.answers.iter().map(|(fact, answer)| (*fact, answer))
    }

    /// The carer's council, where it is known.
    pub(crate) fn council(&self, app: &App) -> Option<&'static Council> {
        let fact = app.law().facts.find("carer_council")?;
        match self.answer(fact) {
            Some(Answer::Is(Value::Council(code))) => app.places().council(&code.parse().ok()?),
            _ => None,
        }
    }

    /// The text under a key that names the carer's council and leads to its page, where it is known.
    pub(crate) fn say_council(&self, app: &App, key: &str) -> Option<Said> {
        let council = self.council(app)?;
        let link = Piece::link(format!("/council/{}", council.slug));
        Some(say_with(key, [("council", council.name.as_str().into()), ("link", link), ("end", Piece::end("a"))]))
    }

    /// The answer with the cookie kept alive, where it needs that.
    pub(crate) fn keep(&self, app: &App, response: Response) -> Response {
        let idle = app.clock().minute().saturating_sub(self.packet.minute);
        match self.packet.minute == 0 || idle < FRESH_MINUTES {
            true => response,
            false => self.save(app, response),
        }
    }

    /// The answer with the cookie sealed anew.
    pub(super) fn save(&self, app: &App, response: Response) -> Response {
        let counted = (!self.is_empty()).then(|| {
            let picture = self.picture(app);
            Counted { day: Counted::day(picture.day.date), questions: self.remaining(app, &picture) as u8 }
        });
        let packet = Packet { minute: app.clock().minute(), counted, ..self.packet.clone() };
        let Some(text) = app.sealer().seal(Purpose::Answers, &packet.write(app.law())) else {
            tracing::error!("the machine gives no random numbers, so an answer could not be sealed");
            return axum::http::StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        COOKIE.set(app, &text, None, response)
    }

    /// Begins the questions of a way in. What was answered on another stays.
    pub(crate) fn begin(mut self, app: &App, way: Way) -> Response {
        self.packet.way = way;
        self.packet.elsewhere = 0;
        self.go(app, "/find/question")
    }

    /// Goes on to a clean address, with the cookie sealed anew.
    pub(super) fn go(&self, app: &App, address: &str) -> Response {
        self.save(app, Redirect::to(address).into_response())
    }
}

/// The answer with the cookie taken away.
pub(crate) fn wipe(app: &App, response: Response) -> Response {
    COOKIE.wipe(app, response)
}

/// The only cookie that a carer ever has.
const COOKIE: Cookie = Cookie { name: "kith", secure_name: "__Host-kith", from_elsewhere: false };

impl FromRequestParts<App> for Session {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Session, Infallible> {
        let text = COOKIE.read(app, &parts.headers);
        let packet = text
            .and_then(|text| app.sealer().open(Purpose::Answers, text))
            .and_then(|bytes| Packet::read(&bytes, app.law()));
        Ok(match packet {
            Some(packet) if app.clock().minute().saturating_sub(packet.minute) > IDLE_MINUTES => {
                Session { packet: Packet::default(), expired: !packet.answers.is_empty() }
            }
            Some(packet) => Session { packet, expired: false },
            None => Session::default(),
        })
    }
}
