//! Letters to those who booked. What a letter says of the workshop is what its reader agreed to: otherwise only that there is
//! something to read, and where. Its subject never says more.

use super::{Shown, booker, view};
use crate::App;
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

const SUBJECT: &str = "There is something to read";
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
        let body =
            format!("{}\n\n{link}\n\nIf you did not expect this, do nothing.\n", self.words(&booker, booking, tells));
        let due = matches!(tells, Tells::Reminder | Tells::Over).then(|| morning(self.app));
        vec![NewMail { to, subject: SUBJECT.to_owned(), body, due }]
    }

    fn words(&self, booker: &Booker, booking: &Booking, tells: Tells<'_>) -> String {
        if !booker.may_name {
            return "You asked us to write to you. There is something new to read. Open this page:".to_owned();
        }
        let workshop = &self.shown.workshop;
        let what = format!("{}: {}.", workshop.title, view::days(&self.occasion.days, workshop.times.hours));
        let words = match (tells, booking.state) {
            (Tells::Booked, BookingState::Waiting) => {
                "You are on the waiting list. We write again if a place comes free.".to_owned()
            }
            (Tells::Booked, _) => "You have a place.".to_owned(),
            (Tells::MovedUp, _) => "A place came free, and it is yours.".to_owned(),
            (Tells::Reminder, _) => "This is soon, and you have a place.".to_owned(),
            (Tells::CalledOff(why), _) => format!("This will not be. The reason: {why}"),
            (Tells::Message(words), _) => words.to_owned(),
            (Tells::Changed, _) => "Something about this has changed. Please look at it again.".to_owned(),
            (Tells::Over, _) => "Thank you for coming. You can say what you thought, without your name.".to_owned(),
        };
        let end = match tells {
            Tells::Booked | Tells::MovedUp | Tells::Reminder => {
                "Where it is, and a button to give your place back, are on this page:"
            }
            _ => "Open this page:",
        };
        format!("Hello {},\n\n{what}\n\n{words}\n\n{end}", booker.name)
    }
}

/// Eight o’clock of today, or at once where that has passed: nobody is woken by a reminder.
fn morning(app: &App) -> Timestamp {
    let eight = crate::clock::dawn(app.clock().today()) + jiff::SignedDuration::from_hours(MORNING);
    eight.max(app.clock().now())
}
