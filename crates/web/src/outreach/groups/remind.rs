//! Letters that ask an organiser whether a group met: written in the same breath as the event that says so, so that of several
//! nodes one writes.

use super::group;
use crate::App;
use crate::account::{self, Deed};
use crate::language::{Said, date, say, say_with, weekday};
use crate::outreach::{BoardError, Boards, Follows, Name, Writing};
use jiff::SignedDuration;
use outreach::group::{Ask, Event, Record, Stage};
use store::{Email, GroupLink, GroupToken, NewMail, StoreError};

/// How long a link works: as long as a group stays on the list without a word, so that an old letter still helps.
const WORKS: SignedDuration = SignedDuration::from_hours(92 * 24);

impl App {
    /// Asks organisers of groups whether they met; how many letters were written.
    ///
    /// # Errors
    /// Where the database cannot be read or written. Who was not asked is asked the next time.
    pub async fn ask_organisers(&self) -> Result<usize, StoreError> {
        let Some(boards) = self.boards() else { return Ok(0) };
        boards.catch_up().await?;
        let day = self.today();
        let mut written = 0;
        for (name, standing) in boards.groups.all() {
            if let Some(ask) = standing.thing.ask(day.date, &day.law.holidays) {
                written += self.ask_one(&boards, &name, &standing.thing, ask).await?;
            }
        }
        Ok(written)
    }

    async fn ask_one(&self, boards: &Boards, name: &Name, record: &Record, ask: Ask) -> Result<usize, StoreError> {
        let (store, now, day) = (boards.store(), self.clock().now(), self.today());
        let Some(title) = group(record).map(|one| one.name.clone()) else { return Ok(0) };
        let mut mail = Vec::new();
        for to in addresses(boards, name).await? {
            let token = GroupToken::fresh();
            let link = GroupLink { host: name.host.clone(), item: name.id.clone(), about: ask.about };
            store.group_link_add(&token, &link, now, now + WORKS).await?;
            mail.push(NewMail {
                to,
                subject: say("group-mail-subject").english().to_owned(),
                body: words(&title, ask, &format!("{}/groups/met/{}", self.address(), token.reveal())),
                due: None,
            });
        }
        let letters = mail.len();
        let asked = Event::GroupAsked { on: day.date, stage: ask.stage, about: ask.about };
        let decide = |known: &Record| {
            // Another node may have asked meanwhile.
            let is_still = known.ask(day.date, &day.law.holidays) == Some(ask);
            let events = if is_still { vec![asked.clone()] } else { Vec::new() };
            Ok::<_, std::convert::Infallible>(Follows { events, mail: mail.clone() })
        };
        match boards.groups.act(Writing { name, by: None, at: now, key: None }, decide).await {
            Ok(_) => Ok(letters),
            Err(BoardError::Store(error)) => Err(error),
            Err(BoardError::Busy | BoardError::Refused(_)) => Ok(0),
        }
    }
}

fn words(title: &str, ask: Ask, link: &str) -> String {
    let title = ("title", title.into());
    let until = ("day", date(ask.until).into());
    let about = match ask.about {
        Some(day) => say_with("group-mail-about", [title, ("day", weekday(day).into())]),
        None => say_with("group-mail-when", [title]),
    };
    let more = match ask.stage {
        Stage::Met => say("group-mail-met"),
        Stage::Leaving => say_with("group-mail-leaving", [until]),
        Stage::Left => say_with("group-mail-left", [until]),
    };
    let parts = [about, more, say("group-mail-press"), link.into(), say("group-mail-not-you")];
    let parts: Vec<&str> = parts.iter().map(Said::english).collect();
    format!("{}\n", parts.join("\n\n"))
}

/// Where the letters go: to the organiser, or, where none is named, to the organisers at the host's desk.
async fn addresses(boards: &Boards, name: &Name) -> Result<Vec<Email>, StoreError> {
    let store = boards.store();
    if let Some(email) = store.organiser(&name.host, &name.id).await? {
        return Ok(vec![email]);
    }
    account::addresses(store, &name.host, Deed::Host, None).await
}
