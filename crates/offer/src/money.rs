//! Money: payments a council makes or may make, and the rules it makes them by.

use crate::cited::{Said, Source};
use crate::clerk::{Clerk, Form};
use crate::eligibility::Eligibility;
use crate::key::Shape;
use crate::service::Tie;
use crate::stated::Stated;
use crate::written::{Id, Written, columns, words};
use jiff::civil::Date;
use std::fmt;

/// A sum of money, exact to the penny.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pence(pub i64);

impl fmt::Display for Pence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = (self.0 / 100).to_string();
        let grouped = whole.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect::<Vec<_>>().join(",");
        match self.0 % 100 {
            0 => write!(f, "£{grouped}"),
            pence => write!(f, "£{grouped}.{pence:02}"),
        }
    }
}

impl Pence {
    fn parse(text: &str) -> Option<Pence> {
        let plain = text.strip_prefix('£')?.replace(',', "");
        let (pounds, pence) = plain.split_once('.').unwrap_or((&plain, "00"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(pounds) || !digits(pence) || pence.len() != 2 || pounds.len() > 9 {
            return None;
        }
        Some(Pence(pounds.parse::<i64>().ok()? * 100 + pence.parse::<i64>().ok()?))
    }
}

/// What something is worth: a sum and what it is for, or a formula in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// A sum, such as £2,570, and its unit, such as `for each child`.
    Sum(Pence, String),
    /// How it is worked out, in words.
    Formula(String),
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Amount::Sum(sum, unit) if unit.is_empty() => write!(f, "{sum}"),
            Amount::Sum(sum, unit) => write!(f, "{sum} {unit}"),
            Amount::Formula(words) => f.write_str(words),
        }
    }
}

impl Written for Amount {
    const SHAPE: Shape = Shape::Amount;

    fn read(text: &str) -> Result<Self, String> {
        if !text.starts_with('£') {
            return String::read(text).map(Amount::Formula);
        }
        let (sum, unit) = text.split_once(' ').unwrap_or((text, ""));
        let sum = Pence::parse(sum).ok_or_else(|| format!("{sum:?} is not a sum; write it as £2,570 or £26.05"))?;
        Ok(Amount::Sum(sum, unit.split_whitespace().collect::<Vec<_>>().join(" ")))
    }

    fn write(&self) -> String {
        self.to_string()
    }
}

/// A sum for one band of ages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// The ages, in words.
    pub ages: String,
    /// The sum, where it is stated.
    pub amount: Stated<Amount>,
}

impl Written for Band {
    const SHAPE: Shape = Shape::Columns("0 to 4 | £100 a week");

    fn read(text: &str) -> Result<Self, String> {
        let [ages, amount] = columns(text, "0 to 4 | £100 a week")?;
        let amount = Stated::absence(&amount).map_or_else(|| Amount::read(&amount).map(Stated::Is), Ok)?;
        Ok(Band { ages: String::read(&ages)?, amount })
    }

    fn write(&self) -> String {
        let amount = self.amount.map(Amount::to_string);
        format!("{} | {}", self.ages, amount.value().map_or(amount.word().unwrap_or_default(), String::as_str))
    }
}

/// A rule for those who came in before or after a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cohort {
    /// What the day is the day of, such as `approved` or `order made`.
    pub event: String,
    /// From this day on.
    pub from: Stated<Date>,
    /// Until this day.
    pub to: Stated<Date>,
    /// What holds for them.
    pub words: String,
}

impl Written for Cohort {
    const SHAPE: Shape = Shape::Columns("approved | 2019-01-01 | none | what holds for them");

    fn read(text: &str) -> Result<Self, String> {
        let [event, from, to, words] = columns(text, "approved | 2019-01-01 | none | what holds for them")?;
        let day = |text: &str| Stated::absence(text).map_or_else(|| Date::read(text).map(Stated::Is), Ok);
        Ok(Cohort { event: String::read(&event)?, from: day(&from)?, to: day(&to)?, words: String::read(&words)? })
    }

    fn write(&self) -> String {
        let day = |day: &Stated<Date>| match day {
            Stated::Is(day) => day.to_string(),
            absent => absent.word().unwrap_or_default().to_owned(),
        };
        format!("{} | {} | {} | {}", self.event, day(&self.from), day(&self.to), self.words)
    }
}

words! {
    /// What kind of payment.
    pub enum PaymentKind {
        /// Once.
        #[default]
        OneOff = "one-off",
        /// Again and again.
        Regular = "regular",
        /// A larger sum at once.
        Lump = "lump sum",
        /// To settle in.
        SettlingIn = "settling-in",
        /// For lawyers and courts.
        LegalCosts = "legal costs",
        /// For travel to see family.
        FamilyTimeTravel = "travel for family time",
        /// Something else.
        Other = "other",
    }
}

words! {
    /// The law a payment is made under.
    pub enum PaymentBasis {
        /// Children Act 1989 section 17.
        #[default]
        Section17 = "section 17",
        /// Special Guardianship Regulations 2005.
        SpecialGuardianship = "special guardianship regulations",
        /// Children Act 1989 schedule 1, for child arrangements and residence orders.
        ScheduleOne = "schedule 1",
        /// Fostering: temporary or full approval.
        Fostering = "fostering",
        /// Adoption support.
        Adoption = "adoption support",
        /// Several of these together.
        Several = "several",
    }
}

words! {
    /// How means are tested.
    pub enum MeansTest {
        /// By the government's calculator.
        #[default]
        National = "national calculator",
        /// By the council's own way.
        Local = "local",
        /// In a way not described.
        Some = "some test",
    }
}

words! {
    /// Where a payment policy stands.
    pub enum PolicyStatus {
        /// In use.
        #[default]
        Current = "current",
        /// Asked about, not known to be in use.
        Proposed = "proposed",
        /// No longer in use.
        Past = "past",
    }
}

/// A payment, or a policy about one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Payment {
    /// Its name in the files.
    pub id: Id,
    /// What a reader calls it.
    pub name: String,
    /// What it is.
    pub summary: String,
    /// What kind.
    pub kind: PaymentKind,
    /// Whether it is in use.
    pub status: Stated<PolicyStatus>,
    /// The law it is made under.
    pub basis: Stated<PaymentBasis>,
    /// Words about that law.
    pub law: Vec<Said>,
    /// How much.
    pub amount: Stated<Amount>,
    /// How much by age.
    pub bands: Stated<Vec<Band>>,
    /// The year the sums are for, such as `2025-26`.
    pub year: Stated<String>,
    /// How long it lasts.
    pub period: Stated<String>,
    /// What is taken off.
    pub deductions: Stated<Vec<String>>,
    /// How means are tested.
    pub means_test: Stated<MeansTest>,
    /// What the test counts.
    pub means: Stated<Vec<String>>,
    /// When it is reviewed.
    pub review: Stated<String>,
    /// What to send.
    pub evidence: Stated<Vec<String>>,
    /// What the family must keep to.
    pub conditions: Stated<Vec<String>>,
    /// When money is asked back.
    pub recoupment: Stated<String>,
    /// When it stops for a time or for good.
    pub suspension: Stated<Vec<String>>,
    /// What protects those who had it under older rules.
    pub transition: Stated<String>,
    /// Rules for those who came in before or after a day.
    pub cohorts: Stated<Vec<Cohort>>,
    /// The body that decides.
    pub decided_by: Option<Id>,
    /// Whom to ask.
    pub contacts: Vec<Id>,
    /// How it stands to national law.
    pub tie: Tie,
    /// Who it is for.
    pub eligibility: Eligibility,
    /// The lines of the offer checklist that it answers.
    pub answers: Vec<Id>,
    /// Where it was found; none where it was not seen.
    pub sources: Vec<Source>,
    /// Plain remarks for the reader.
    pub notes: Vec<String>,
}

impl Form for Payment {
    const KIND: &'static str = "payment";

    fn id(&mut self) -> &mut Id {
        &mut self.id
    }

    fn fill(&mut self, clerk: &mut Clerk) {
        clerk.must("name", &mut self.name);
        clerk.must("summary", &mut self.summary);
        clerk.must("kind", &mut self.kind);
        clerk.stated("status", &mut self.status);
        clerk.stated("basis", &mut self.basis);
        clerk.said("law", &mut self.law);
        clerk.stated("amount", &mut self.amount);
        clerk.stated_each("band", &mut self.bands);
        clerk.stated("year", &mut self.year);
        clerk.stated("period", &mut self.period);
        clerk.stated_each("deduction", &mut self.deductions);
        clerk.stated("means test", &mut self.means_test);
        clerk.stated_each("means", &mut self.means);
        clerk.stated("review", &mut self.review);
        clerk.stated_each("evidence", &mut self.evidence);
        clerk.stated_each("condition", &mut self.conditions);
        clerk.quiet("recoupment", &mut self.recoupment);
        clerk.stated_each("suspension", &mut self.suspension);
        clerk.quiet("transition", &mut self.transition);
        clerk.stated_each("cohort", &mut self.cohorts);
        clerk.reference("decided by", "body", &mut self.decided_by);
        clerk.refs("contacts", "contact", &mut self.contacts);
        self.tie.fill(clerk);
        clerk.answers("payment", &mut self.answers);
        clerk.sources(&mut self.sources);
        clerk.each("note", &mut self.notes);
        self.eligibility.fill(clerk);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_read_back() {
        for text in ["£2,570 for each child", "£26.05 a week", "£1,234,567", "the national minimum less Child Benefit"]
        {
            assert_eq!(Amount::read(text).map(|amount| amount.write()), Ok(text.to_owned()));
        }
        assert!(Amount::read("£12.5 a week").is_err());
    }
}
