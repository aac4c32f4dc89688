//! The messages that go out because of what was done. They never say what it is about: only that there is something to
//! read, and where.

use crate::App;
use casework::{Case, Channel, Event, gate};
use store::NewMail;

/// A message to each person to whom a letter was made and who can safely be reached by email.
pub(super) fn mail(app: &App, case: &Case, events: &[Event]) -> Vec<NewMail> {
    let letters = events.iter().flat_map(|event| &event.letters);
    let people = letters.filter_map(|letter| case.person(letter.to));
    let safe = people.filter(|person| gate::ways(person).contains(&Channel::Email));
    let to = safe.filter_map(|person| person.email.as_deref()?.parse().ok());
    to.map(|to| NewMail {
        to,
        subject: "There is something new to read".to_owned(),
        body: format!(
            "There is something new for you to read. Open the page below with your reference and your code.\n\n{}/track\n\n\
             If you did not expect this, do nothing.\n",
            app.address()
        ),
        due: None,
    })
    .collect()
}
