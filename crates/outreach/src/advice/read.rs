//! Lines, teams and answers read from the forms of their hosts.

use super::answer::Answer;
use super::event::Team;
use super::hours::{BankHolidays, Opening, Week};
use super::line::{Line, Nation};
use crate::form::{Reading, Typed, Wrong, is_phone};
use jiff::civil::Date;
use law::Law;

/// Between how many working days a team may promise to answer.
const WITHIN: std::ops::RangeInclusive<i32> = 1..=30;
const NAME: usize = 100;
const LINE: usize = 200;
const QUESTION: usize = 300;
const ANSWER: usize = 8000;

impl Line {
    /// The line that a form describes. `run_by` is the host's name; `today` is the day it counts as checked.
    ///
    /// # Errors
    /// Everything that is wrong with it, each at its field.
    pub fn read(typed: &(impl Typed + ?Sized), run_by: &str, today: Date) -> Result<Line, Vec<Wrong>> {
        let mut form = Reading::of(typed);
        let phones = form.lines("phones");
        if phones.iter().any(|phone| !is_phone(phone)) {
            form.fault("phones", "Write one number to a line, with figures and spaces, like 0300 123 7015");
        }
        let line = Line {
            name: form.must("name", NAME, "Give the line a name"),
            run_by: run_by.to_owned(),
            nations: form.chosen("nations", &Nation::ALL, Nation::word),
            text_phone: form.may("text_phone", LINE),
            text: form.phone("text"),
            chat: form.may("chat", LINE),
            chat_link: form.web("chat_link"),
            form: form.web("form"),
            email: form.email("email"),
            hours: hours(&mut form),
            helps: form.lines("helps"),
            cannot: form.lines("cannot"),
            languages: form.lines("languages"),
            cost: form.may("cost", LINE),
            source: None,
            sure: None,
            checked: Some(today),
            notes: form.may("note", LINE).into_iter().collect(),
            phones,
        };
        let is_reached =
            !line.phones.is_empty() || line.text.is_some() || line.chat_link.is_some() || line.form.is_some();
        if !is_reached && line.email.is_none() && form.wrong.is_empty() {
            form.fault("phones", "Give at least one way to reach it");
        }
        form.end(Some(line))
    }
}

/// The hours: one line each, or none where they are not stated.
fn hours<T: Typed + ?Sized>(form: &mut Reading<'_, T>) -> Option<Week> {
    let lines = form.lines("hours");
    let openings: Result<Vec<Opening>, String> = lines.into_iter().map(Opening::try_from).collect();
    let Ok(openings) = openings else {
        form.fault("hours", "Write one line for each, like: Monday to Friday | 09:30 to 15:00");
        return None;
    };
    let bank_holidays = BankHolidays::of(form.one("bank_holidays")).unwrap_or_default();
    (!openings.is_empty()).then_some(Week { openings, bank_holidays })
}

impl Team {
    /// The team that a form describes.
    ///
    /// # Errors
    /// Everything that is wrong with it, each at its field.
    pub fn read(typed: &(impl Typed + ?Sized)) -> Result<Team, Vec<Wrong>> {
        let mut form = Reading::of(typed);
        let within = form.one("within").parse().ok().filter(|days| WITHIN.contains(days));
        if within.is_none() {
            form.fault("within", "Enter a number of working days from 1 to 30");
        }
        let team = Team {
            name: form.must("name", NAME, "Give the team a name"),
            within: within.unwrap_or_default(),
            helps: form.lines("helps"),
            cannot: form.lines("cannot"),
        };
        form.end(Some(team))
    }
}

impl Answer {
    /// The answer that a form describes, reviewed today.
    ///
    /// # Errors
    /// Everything that is wrong with it, each at its field.
    pub fn read(typed: &(impl Typed + ?Sized), law: &Law, today: Date) -> Result<Answer, Vec<Wrong>> {
        let mut form = Reading::of(typed);
        let cites = form.lines("cites");
        if let Some(unknown) = cites.iter().find(|cite| law.provision(cite).is_none()) {
            let says = format!("Our law pages hold no “{unknown}”. Write it as in their address, like ca-1989/14F");
            form.fault("cites", says);
        }
        let review_by = review_by(&mut form, today);
        let answer = Answer {
            question: form.must("question", QUESTION, "Write the question as carers ask it"),
            words: form.must("words", ANSWER, "Write the answer"),
            cites,
            owner: form.must("owner", NAME, "Name the post of whoever looks after it"),
            reviewed: today,
            review_by: review_by.unwrap_or(today),
        };
        form.end(Some(answer))
    }

    /// The day by which a form says that an answer is to be reviewed again.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read_review(typed: &(impl Typed + ?Sized), today: Date) -> Result<Date, Vec<Wrong>> {
        let mut form = Reading::of(typed);
        let day = review_by(&mut form, today);
        form.end(day)
    }
}

fn review_by<T: Typed + ?Sized>(form: &mut Reading<'_, T>, today: Date) -> Option<Date> {
    let day = form.day("review_by");
    if form.one("review_by").is_empty() || day.is_some_and(|day| day <= today || day > Answer::latest(today)) {
        form.fault("review_by", "Choose a day after today, and at most twelve months ahead");
        return None;
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 26);

    fn fields<V: std::fmt::Debug>(read: Result<V, Vec<Wrong>>) -> Vec<&'static str> {
        read.unwrap_err().iter().map(|wrong| wrong.field).collect()
    }

    #[test]
    fn a_line_without_hours_is_not_shut() {
        let typed: &[(&str, &str)] = &[("name", "Advice"), ("phones", "0191 496 0000"), ("nations", "Wales")];
        let line = Line::read(typed, "A charity", TODAY).unwrap();
        assert_eq!((line.hours, line.nations.as_slice()), (None, &[Nation::Wales][..]));
        assert_eq!(fields(Line::read([("name", "A")].as_slice(), "", TODAY)), ["phones"]);
        let wrong: &[(&str, &str)] =
            &[("phones", "ring us"), ("hours", "always"), ("chat_link", "chat"), ("email", "x")];
        assert_eq!(fields(Line::read(wrong, "", TODAY)), ["phones", "name", "chat_link", "email", "hours"]);
    }

    #[test]
    fn a_team_promises_a_number_of_days() {
        let team = Team::read([("name", "Kinship advice"), ("within", "5")].as_slice()).unwrap();
        assert_eq!(team.within, 5);
        for within in ["", "0", "31", "soon"] {
            assert_eq!(fields(Team::read([("name", "A"), ("within", within)].as_slice())), ["within"], "{within}");
        }
    }

    #[test]
    fn an_answer_is_reviewed_within_a_year_and_cites_what_there_is() {
        let whole = [("question", "Q?"), ("words", "A."), ("owner", "Lead"), ("review_by", "2027-11-26")];
        let law = Law::default();
        assert_eq!(Answer::read(whole.as_slice(), &law, TODAY).unwrap().reviewed, TODAY);
        for day in ["", "2026-11-26", "2027-11-27", "2027-02-30"] {
            let typed: Vec<_> =
                whole.into_iter().filter(|(name, _)| *name != "review_by").chain([("review_by", day)]).collect();
            assert!(fields(Answer::read(typed.as_slice(), &law, TODAY)).contains(&"review_by"), "{day}");
        }
        let typed: Vec<_> = whole.into_iter().chain([("cites", "ca-1989/999")]).collect();
        assert_eq!(fields(Answer::read(typed.as_slice(), &law, TODAY)), ["cites"]);
    }
}
