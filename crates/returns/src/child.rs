//! A child as the returns need to know them: who they are, and what was done.

use jiff::civil::Date;

use crate::care::{CareTime, Health, WorkerTime};
use crate::code::{Disability, Ethnicity, Sex, UnknownUpn};
use crate::need::Referral;

/// A child, with everything of theirs that a return may ask for.
#[derive(Clone, Debug)]
pub struct Child {
    /// The council's own number for the child: letters and digits, at most twenty.
    pub id: String,
    /// When the child was born, or is expected.
    pub birth: Birth,
    /// The day the child died.
    pub died: Option<Date>,
    /// The child's sex.
    pub sex: Sex,
    /// The child's ethnicity.
    pub ethnicity: Ethnicity,
    /// The number that follows a child through schools.
    pub upn: Upn,
    /// Disabilities; `NONE` where it is known that there are none.
    pub disabilities: Vec<Disability>,
    /// The day on which a girl who was looked after became a mother herself.
    pub mother_since: Option<Date>,
    /// Times somebody told the council of the child, oldest first.
    pub referrals: Vec<Referral>,
    /// Times in care, oldest first.
    pub care: Vec<CareTime>,
    /// The child's social workers, oldest first.
    pub workers: Vec<WorkerTime>,
    /// The yearly health records of a child who was looked after all year.
    pub health: Vec<Health>,
}

impl Child {
    /// A child of whom no more than this is known yet.
    pub fn new(id: impl Into<String>, birth: Birth, sex: Sex, ethnicity: Ethnicity, upn: Upn) -> Self {
        Self {
            id: id.into(),
            birth,
            died: None,
            sex,
            ethnicity,
            upn,
            disabilities: Vec::new(),
            mother_since: None,
            referrals: Vec::new(),
            care: Vec::new(),
            workers: Vec::new(),
            health: Vec::new(),
        }
    }

    /// The day of birth, or the day on which it is expected.
    pub fn birthday(&self) -> Date {
        match self.birth {
            Birth::On(day) | Birth::Expected(day) => day,
        }
    }
}

/// When a child was born, or is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Birth {
    /// Born on this day.
    On(Date),
    /// Not yet born, and expected on this day.
    Expected(Date),
}

/// A child's unique pupil number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Upn {
    /// The number.
    Known(String),
    /// Why it is not known.
    Unknown(UnknownUpn),
}

/// The check letters of pupil numbers: I, O and S are left out, because they look like figures.
const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";

impl Upn {
    /// Makes the number of a school's pupil, with its check letter, from its twelve figures.
    pub fn from_figures(figures: &str) -> Option<Self> {
        let letter = check_letter(figures.as_bytes())?;
        Some(Self::Known(format!("{letter}{figures}")))
    }

    /// Whether a number is thirteen characters long and its check letter fits. A temporary number, which ends in a
    /// letter, counts that letter by its place.
    pub fn fits(text: &str) -> bool {
        let mut letters = text.chars();
        let first = letters.next();
        first.is_some() && first == check_letter(letters.as_str().as_bytes())
    }

    /// The number, or the code of why there is none.
    pub fn text(&self) -> &str {
        use crate::code::Code;
        match self {
            Self::Known(number) => number,
            Self::Unknown(why) => why.code(),
        }
    }
}

fn check_letter(figures: &[u8]) -> Option<char> {
    let (last, body) = figures.split_last()?;
    if body.len() != 11 || !body.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let last = match last {
        digit if digit.is_ascii_digit() => usize::from(digit - b'0'),
        letter => LETTERS.iter().position(|known| known == letter)?,
    };
    let places = body.iter().map(|digit| usize::from(digit - b'0')).chain([last]);
    let sum: usize = places.zip(2..).map(|(value, weight)| value * weight).sum();
    LETTERS.get(sum % LETTERS.len()).map(|letter| char::from(*letter))
}
