//! Letters to those who booked. What a letter says of the workshop is what its reader agreed to: otherwise only that there is
//! something to read, and where. Its subject never says more.

use super::{Shown, booker, view};
use crate::App;
use crate::language::{say, say_with};
use jiff::Timestamp;
use outreach::workshop::{Booker, Channel, Occasion};
use store::{Booking, BookingState, Email, NewMail};

/// What a letter tells.
#[derive(Clone, Copy, Debug)]
pub(super) enum Tells<'a> {
    /// How the booking stands that was just made.
    Booked,
    /// A place came free.
    MovedUp,
    /// It comes near.
    Reminder,
    /// It will not be; why.
    CalledOff(&'a str),
    /// What the host writes.
    Message(&'a str),
    /// It was changed.
    Changed,
    /// It is over: what they thought, and what there is to read.
    Over,
}

/// The hour before which nobody is reminded.
const MORNING: i64 = 8;

/// A letter about a day of a workshop.
pub(super) struct Letter<'a> {
    /// The site.
    pub app: &'a App,
    /// The workshop.
    pub shown: &'a Shown,
    /// The day.
    pub occasion: &'a Occasion,
}

impl Letter<'_> {
    /// The letter to somebody; none where they are reached in another way, or do not want this one.
    pub(super) fn to(&self, booking: &Booking, tells: Tells<'_>) -> Vec<NewMail> {
        let Some((booker, person)) = booker(booking).zip(booking.person.as_ref()) else { return Vec::new() };
        let wants = booker.reminds || !matches!(tells, Tells::Reminder | Tells::Over);
        let to = (booker.channel == Channel::Email && wants).then(|| booker.address.parse::<Email>().ok()).flatten();
        let Some(to) = to else { return Vec::new() };
        let link = format!("{}/workshops/booking/{}", self.app.address(), person.token.reveal());
        let end = plain("workshop-mail-not-you");
        let body = format!("{}\n\n{link}\n\n{end}\n", self.words(&booker, booking, tells));
        let due = matches!(tells, Tells::Reminder | Tells::Over).then(|| morning(self.app));
        vec![NewMail { to, subject: plain("workshop-mail-subject"), body, due }]
    }

    fn words(&self, booker: &Booker, booking: &Booking, tells: Tells<'_>) -> String {
        if !booker.may_name {
            return plain("workshop-mail-more");
        }
        let workshop = &self.shown.workshop;
        let days = view::days(&self.occasion.days, workshop.times.hours);
        let what = say_with("workshop-mail-what", [("title", workshop.title.as_str().into()), ("days", days.into())]);
        let words = match (tells, booking.state) {
            (Tells::Booked, BookingState::Waiting) => plain("workshop-mail-waiting"),
            (Tells::Booked, _) => plain("workshop-mail-place"),
            (Tells::MovedUp, _) => plain("workshop-mail-moved-up"),
            (Tells::Reminder, _) => plain("workshop-mail-soon"),
            (Tells::CalledOff(why), _) => say_with("workshop-mail-off", [("why", why.into())]).english().to_owned(),
            (Tells::Message(words), _) => words.to_owned(),
            (Tells::Changed, _) => plain("workshop-mail-changed"),
            (Tells::Over, _) => plain("workshop-mail-over"),
        };
        let end = plain(match tells {
            Tells::Booked | Tells::MovedUp | Tells::Reminder => "workshop-mail-where",
            _ => "workshop-mail-open",
        });
        let hello = say_with("workshop-mail-hello", [("name", booker.name.as_str().into())]);
        format!("{}\n\n{}\n\n{words}\n\n{end}", hello.english(), what.english())
    }
}

/// Words of a letter. Letters are in English, whatever the page is in on which somebody books.
fn plain(key: &str) -> String {
    say(key).english().to_owned()
}

/// Eight o’clock of today, or at once where that has passed: nobody is woken by a reminder.
fn morning(app: &App) -> Timestamp {
    let eight = crate::clock::dawn(app.clock().today()) + jiff::SignedDuration::from_hours(MORNING);
    eight.max(app.clock().now())
}
