//! A question to an advice team: what was asked, how it is safe to answer, what was said, and by when an answer is promised.

use super::line::Nation;
use crate::form::{Reading, Typed, Wrong};
use casework::Channel;
use jiff::Timestamp;
use jiff::civil::Date;
use law::calendar::Holidays;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The longest that somebody may write at once, in letters.
pub const LONGEST_WORDS: usize = 4000;
const LINE: usize = 200;
/// How often each side may write in one question: more is a call, or a question of its own.
const MOST_SAID: usize = 40;

/// How it is safe to reach somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Safe {
    /// The ways; the page alone where none was chosen.
    pub channels: Vec<Channel>,
    /// An address for email.
    pub email: Option<String>,
    /// A phone number.
    pub phone: Option<String>,
    /// An address for letters.
    pub address: Option<String>,
    /// When it is safe.
    pub times: Option<String>,
    /// The word by which they know that it is really the team.
    pub code_word: Option<String>,
    /// What nobody must do.
    pub must_not: Option<String>,
}

impl Safe {
    /// Whether somebody may be reached in a way, and told us how.
    pub fn may(&self, channel: Channel) -> bool {
        let is_known = match channel {
            Channel::Email => self.email.is_some(),
            Channel::Post => self.address.is_some(),
            Channel::Text | Channel::Phone | Channel::Voicemail => self.phone.is_some(),
            Channel::Page => true,
        };
        is_known && (channel == Channel::Page || self.channels.contains(&channel))
    }

    fn read<T: Typed + ?Sized>(form: &mut Reading<'_, T>) -> Safe {
        let safe = Safe {
            channels: form.chosen("safe_channels", &Channel::ALL, Channel::word),
            email: form.email("email"),
            phone: form.phone("phone"),
            address: form.may("address", LINE),
            times: form.may("safe_times", LINE),
            code_word: form.may("code_word", LINE),
            must_not: form.may("must_not", LINE),
        };
        let lacking = |channel: &&Channel| !safe.may(**channel);
        let lacks: Vec<Channel> = safe.channels.iter().filter(lacking).copied().collect();
        for channel in lacks {
            let (field, says) = match channel {
                Channel::Email => ("email", "Give your email address, or do not choose email"),
                Channel::Post => ("address", "Give your address, or do not choose a letter"),
                _ => ("phone", "Give your phone number, or do not choose the phone"),
            };
            if form.wrong.iter().all(|wrong| wrong.field != field) {
                form.fault(field, says);
            }
        }
        safe
    }
}

/// What somebody asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    /// The question.
    pub words: String,
    /// What to call them; nothing where they would rather not say.
    pub name: Option<String>,
    /// The nation they live in.
    pub nation: Option<Nation>,
    /// How it is safe to reach them.
    pub safe: Safe,
}

impl Asking {
    /// What a form asks.
    ///
    /// # Errors
    /// Everything that is wrong with it, each at its field.
    pub fn read(typed: &(impl Typed + ?Sized)) -> Result<Asking, Vec<Wrong>> {
        let mut form = Reading::of(typed);
        let nation = Nation::ALL.into_iter().find(|nation| nation.word() == form.one("nation"));
        let asking = Asking {
            words: form.must("words", LONGEST_WORDS, "Write your question"),
            name: form.may("name", LINE / 2),
            nation,
            safe: Safe::read(&mut form),
        };
        form.end(Some(asking))
    }

    /// How a form says that it is safe to reach somebody for whom an adviser fills it in.
    ///
    /// # Errors
    /// Everything that is wrong with it, each at its field.
    pub fn read_safe(typed: &(impl Typed + ?Sized)) -> Result<Safe, Vec<Wrong>> {
        let mut form = Reading::of(typed);
        let safe = Safe::read(&mut form);
        form.end(Some(safe))
    }
}

/// Who said something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Whoever asked.
    Carer,
    /// An adviser, by the name of their account.
    Adviser(String),
}

/// Something that was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// By whom.
    pub by: By,
    /// When.
    pub at: Timestamp,
    /// The words.
    pub words: String,
    /// The provisions it rests on.
    pub cites: Vec<String>,
}

/// Where a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The team owes an answer.
    Waiting,
    /// The team has answered.
    Answered,
    /// It is done.
    Closed,
}

impl State {
    /// Every state, with the word it is kept as.
    pub const ALL: [(State, &str); 3] =
        [(State::Waiting, "waiting"), (State::Answered, "answered"), (State::Closed, "closed")];

    /// The word it is kept as.
    pub fn word(self) -> &'static str {
        State::ALL.iter().find(|(state, _)| *state == self).map_or("", |(_, word)| word)
    }
}

/// A question, with all that was said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What was asked, and how it is safe to answer.
    pub asking: Asking,
    /// What was said after that, in order.
    pub said: Vec<Said>,
    /// What was advised, in a sentence or two, once it is closed.
    pub advised: Option<String>,
    /// The summary of answers that an adviser handed over, in plain text, where one was.
    pub summary: Option<String>,
}

/// Something that is done to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// An adviser answers.
    Answer {
        /// The adviser's account.
        by: String,
        /// The answer.
        words: String,
        /// What it rests on.
        cites: Vec<String>,
    },
    /// Whoever asked writes again.
    Write {
        /// The words.
        words: String,
    },
    /// An adviser closes it.
    Close {
        /// What was advised.
        advised: String,
    },
}

/// Who is left to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// Where it stands now.
    pub state: State,
    /// Whether a new answer is promised from today on.
    pub promises: bool,
}

/// Why something cannot be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was written.
    Empty,
    /// It is too long.
    Long,
    /// It is closed.
    Closed,
    /// Nobody has answered yet.
    Unanswered,
    /// So much was said that it does not fit one question any more.
    Full,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Refusal::Empty => "Write something first",
            Refusal::Long => "Make it shorter. At most 4,000 letters fit",
            Refusal::Closed => "This question is closed. Ask a new one",
            Refusal::Unanswered => "Answer first, so that whoever asked has something to read",
            Refusal::Full => "This question has grown too long. Ask a new one, or ring",
        })
    }
}

impl Question {
    /// Does an act at a moment.
    ///
    /// # Errors
    /// Why it cannot be done; then nothing is changed.
    ///
    /// ```
    /// use outreach::advice::{Act, Question, Refusal, State};
    /// let mut question = Question::default();
    /// let at = jiff::Timestamp::UNIX_EPOCH;
    /// assert_eq!(question.act(Act::Close { advised: "Rang them.".into() }, at), Err(Refusal::Unanswered));
    /// let answer = Act::Answer { by: "a".into(), words: "You may ask.".into(), cites: vec!["ca-1989/14F".into()] };
    /// assert_eq!(question.act(answer, at).unwrap().state, State::Answered);
    /// ```
    pub fn act(&mut self, act: Act, at: Timestamp) -> Result<Left, Refusal> {
        let words = match &act {
            Act::Answer { words, .. } | Act::Write { words } | Act::Close { advised: words } => words.trim(),
        };
        if words.is_empty() {
            return Err(Refusal::Empty);
        }
        if words.chars().count() > LONGEST_WORDS {
            return Err(Refusal::Long);
        }
        if self.advised.is_some() {
            return Err(Refusal::Closed);
        }
        if self.said.len() >= MOST_SAID && !matches!(act, Act::Close { .. }) {
            return Err(Refusal::Full);
        }
        Ok(match act {
            Act::Answer { by, words, cites } => {
                self.said.push(Said { by: By::Adviser(by), at, words, cites });
                Left { state: State::Answered, promises: false }
            }
            Act::Write { words } => {
                self.said.push(Said { by: By::Carer, at, words, cites: Vec::new() });
                Left { state: State::Waiting, promises: true }
            }
            Act::Close { advised } => {
                if !self.said.iter().any(|said| matches!(said.by, By::Adviser(_))) {
                    return Err(Refusal::Unanswered);
                }
                self.advised = Some(advised);
                Left { state: State::Closed, promises: false }
            }
        })
    }
}

/// The day by which an answer is promised to what came on a day.
pub fn promised(holidays: &Holidays, came: Date, within: i32) -> Option<Date> {
    holidays.add_working_days(came, within, false)
}

/// How many working days an answer is late; none where it is not.
///
/// ```
/// use jiff::civil::date;
/// let holidays = law::calendar::Holidays::default();
/// // Promised for a Friday, and it is Tuesday.
/// assert_eq!(outreach::advice::overdue_by(&holidays, date(2026, 11, 20), date(2026, 11, 24)), Some(2));
/// assert_eq!(outreach::advice::overdue_by(&holidays, date(2026, 11, 20), date(2026, 11, 20)), None);
/// ```
pub fn overdue_by(holidays: &Holidays, due: Date, today: Date) -> Option<usize> {
    let days = due.series(jiff::Span::new().days(1)).skip(1).take_while(|day| *day <= today);
    let late = days.filter(|day| holidays.is_working_day(*day)).count();
    (due < today).then_some(late.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn fields(typed: &[(&str, &str)]) -> Vec<&'static str> {
        Asking::read(typed).unwrap_err().iter().map(|wrong| wrong.field).collect()
    }

    #[test]
    fn a_question_needs_only_its_words() {
        let asking = Asking::read([("words", "Can I get help?")].as_slice()).unwrap();
        assert!(asking.safe.may(Channel::Page) && !asking.safe.may(Channel::Email));
        assert_eq!(fields(&[]), ["words"]);
    }

    #[test]
    fn a_way_that_is_chosen_must_be_told_and_one_that_is_told_must_be_chosen() {
        let typed = |way| [("words", "Q"), ("safe_channels", way)];
        for (way, field) in [("email", "email"), ("post", "address"), ("phone", "phone"), ("text", "phone")] {
            assert_eq!(fields(&typed(way)), [field]);
        }
        let both = [("words", "Q"), ("safe_channels", "phone"), ("safe_channels", "voicemail")];
        assert_eq!(fields(&both), ["phone"], "one fault for a field");
        let asking = Asking::read([("words", "Q"), ("email", "ada@example.org")].as_slice()).unwrap();
        assert!(!asking.safe.may(Channel::Email), "an address alone is no leave to write to it");
        assert_eq!(fields(&[("words", "Q"), ("safe_channels", "email"), ("email", "nobody")]), ["email"]);
    }

    #[test]
    fn a_question_goes_to_and_fro_and_ends() {
        let mut question = Question::default();
        let at = Timestamp::UNIX_EPOCH;
        let answer = || Act::Answer { by: "a".into(), words: "You may.".into(), cites: Vec::new() };
        let close = || Act::Close { advised: "Told of s.14F.".into() };
        let write = |words: &str| Act::Write { words: words.into() };
        assert_eq!(question.act(write(" "), at), Err(Refusal::Empty));
        assert_eq!(question.act(write(&"x".repeat(LONGEST_WORDS + 1)), at), Err(Refusal::Long));
        assert_eq!(question.act(answer(), at), Ok(Left { state: State::Answered, promises: false }));
        assert_eq!(question.act(write("And money?"), at), Ok(Left { state: State::Waiting, promises: true }));
        while question.said.len() < MOST_SAID {
            question.act(answer(), at).unwrap();
        }
        assert_eq!(question.act(write("More"), at), Err(Refusal::Full));
        assert_eq!(question.act(close(), at), Ok(Left { state: State::Closed, promises: false }));
        assert_eq!(question.act(answer(), at), Err(Refusal::Closed));
        let text = serde_json::to_string(&question).unwrap();
        assert_eq!(serde_json::from_str::<Question>(&text).unwrap(), question);
    }

    #[test]
    fn promises_are_counted_in_working_days() {
        let holidays = Holidays::default();
        assert_eq!(promised(&holidays, date(2026, 11, 26), 5), Some(date(2026, 12, 3)));
        assert_eq!(overdue_by(&holidays, date(2026, 12, 3), date(2026, 12, 7)), Some(2));
        assert_eq!(overdue_by(&holidays, date(2026, 12, 4), date(2026, 12, 5)), Some(1), "late on a Saturday is late");
    }
}
