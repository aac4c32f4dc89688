//! What every sheet is written from: the views that the result page shows, gathered once, so that paper and screen
//! cannot disagree.

use crate::App;
use crate::find::ClockView;
use crate::find::field::answer_words;
use crate::find::lines::{Line, Worth};
use crate::find::local::Local;
use crate::find::result::{self, Disputed};
use crate::find::session::{Picture, Session};
use crate::find::{asking, told};
use crate::ui::show::{self, CiteView};

/// The whole answer of one family.
pub(super) struct View<'a> {
    pub picture: &'a Picture,
    pub today: String,
    pub council: Option<&'a str>,
    /// What kind of arrangement it looks like.
    pub arrangement: Option<String>,
    /// What the family said: what about, and the answer.
    pub said: Vec<(String, String)>,
    /// What is taken to be so.
    pub presumed: Vec<String>,
    pub disputed: Option<Disputed>,
    pub entries: Vec<Entry<'a>>,
    pub dates: Vec<ClockView>,
    pub local: Option<Local<'a>>,
    /// The questions still open, in words.
    pub questions: Vec<String>,
}

/// A line of the result with what else paper says of it.
pub(super) struct Entry<'a> {
    pub line: Line<'a>,
    pub code: String,
    /// Every sum, not only those that have room on the page.
    pub worth: Vec<Worth>,
    pub cites: Vec<CiteView>,
}

impl<'a> View<'a> {
    /// Gathers everything.
    pub(super) fn of(app: &App, session: &Session, picture: &'a Picture) -> View<'a> {
        let law = &picture.day.law;
        let entry = |(line, said): (Line<'a>, law::Explanation<'_>)| Entry {
            line,
            code: said.support.code.clone(),
            worth: Worth::shown(&said.amounts).collect(),
            cites: CiteView::all(&said.cites),
        };
        let answers = session.packet.answers.iter().map(|(fact, answer)| {
            let fact = &law.facts[*fact];
            (fact.short.clone(), answer_words(app, fact, answer))
        });
        let presumed = picture.presumed.iter().filter_map(|fact| {
            let answer = picture.case.get(*fact)?;
            Some(told::presumed(app, picture, &law.facts[*fact], answer))
        });
        let questions = asking::open(app.openings().of(session.packet.way), picture);
        View {
            today: show::date(picture.day.date),
            council: session.council(app).map(|council| council.name.as_str()),
            arrangement: result::arrangement(picture).map(|(_, words)| words),
            said: answers.collect(),
            presumed: presumed.collect(),
            disputed: result::disputed(app, picture),
            entries: Line::all_told(picture).into_iter().map(entry).collect(),
            dates: picture.family().clocks().iter().map(|one| ClockView::of(picture, one)).collect(),
            local: Local::of(app, session, picture),
            questions: questions.into_iter().filter_map(|fact| law.facts[fact].ask.clone()).collect(),
            picture,
        }
    }

    /// The entries to begin with.
    pub(super) fn first(&self, many: usize) -> Vec<&Entry<'a>> {
        let first = Line::first(self.entries.iter().map(|entry| &entry.line)).take(many);
        first.filter_map(|line| self.entries.iter().find(|entry| std::ptr::eq(&entry.line, line))).collect()
    }

    /// When, where and from what the answer was made, in a sentence or two.
    pub(super) fn made(&self) -> String {
        let mut words = format!("Made on {} from {}.", self.today, show::count(self.said.len(), "answer"));
        if let Some(council) = self.council {
            words.push_str(&format!(" Council: {council}."));
        }
        if let Some(arrangement) = &self.arrangement {
            words.push_str(&format!(" It looks like: {arrangement}."));
        }
        words
    }
}

/// A sum in words, with its dates or with the word that it may have changed.
pub(super) fn sum(worth: &Worth) -> String {
    let beside = worth.caution.as_ref().or(worth.dates.as_ref());
    let beside = beside.map(|words| format!(" ({words})")).unwrap_or_default();
    format!("{}{beside}", worth.text)
}

impl Entry<'_> {
    /// Every sum in words.
    pub(super) fn sums(&self) -> String {
        let named = |worth: &Worth| match worth.label.is_empty() {
            true => sum(worth),
            false => format!("{}: {}", worth.label, sum(worth)),
        };
        self.worth.iter().map(named).collect::<Vec<_>>().join("; ")
    }

    /// What would settle it, in words; nothing where it is settled.
    pub(super) fn to_settle(&self) -> String {
        let shorts = self.line.missing.iter().map(|one| match &one.decided_by {
            Some(who) => format!("{} (decided by {who})", one.short),
            None => one.short.to_owned(),
        });
        let shorts = shorts.collect::<Vec<_>>().join("; ");
        match (shorts.is_empty(), self.line.missing_more) {
            (true, _) => String::new(),
            (false, 0) => format!("To settle it: {shorts}."),
            (false, more) => format!("To settle it: {shorts}; and {more} more."),
        }
    }
}
