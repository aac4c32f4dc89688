//! What is done so that everybody can use a service, found in the words of an offer.

use crate::service::Service;
use crate::stated::Stated;

/// Something that makes a service open to more people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Access {
    /// No steps on the way in.
    StepFree,
    /// A loop for hearing aids.
    HearingLoop,
    /// An interpreter for another language.
    Interpreter,
    /// Somebody who signs.
    Sign,
    /// Words that are easy to read, with pictures.
    EasyRead,
    /// Somebody minds the children.
    Childcare,
    /// Help to get there.
    Transport,
    /// A quiet room or time.
    Quiet,
}

impl Access {
    /// Every one, in the order of the page.
    pub const ALL: &'static [Access] = &[
        Access::StepFree,
        Access::HearingLoop,
        Access::Interpreter,
        Access::Sign,
        Access::EasyRead,
        Access::Childcare,
        Access::Transport,
        Access::Quiet,
    ];

    /// Its name in forms.
    pub fn word(self) -> &'static str {
        match self {
            Access::StepFree => "step-free",
            Access::HearingLoop => "hearing-loop",
            Access::Interpreter => "interpreter",
            Access::Sign => "sign-language",
            Access::EasyRead => "easy-read",
            Access::Childcare => "childcare",
            Access::Transport => "transport",
            Access::Quiet => "quiet",
        }
    }

    /// What a reader calls it.
    pub fn name(self) -> &'static str {
        match self {
            Access::StepFree => "No steps to get in",
            Access::HearingLoop => "Hearing loop",
            Access::Interpreter => "Interpreter",
            Access::Sign => "Sign language",
            Access::EasyRead => "Easy read",
            Access::Childcare => "Someone to mind the children",
            Access::Transport => "Help to get there",
            Access::Quiet => "Quiet room or time",
        }
    }

    /// Words that say it. A line with one of them and with "no", "not" or "without" before it is left to its reader.
    fn marks(self) -> &'static [&'static str] {
        match self {
            Access::StepFree => {
                &["step-free", "step free", "without steps", "no steps", "wheelchair", "ramp", "level access"]
            }
            Access::HearingLoop => &["hearing loop", "induction loop"],
            Access::Interpreter => &["interpreter", "interpreting"],
            Access::Sign => &["sign language", "bsl"],
            Access::EasyRead => &["easy read", "easy-read"],
            Access::Childcare => &["childcare", "crèche", "creche", "children are looked after"],
            Access::Transport => &["transport", "taxi", "travel costs", "lift to"],
            Access::Quiet => &["quiet room", "quiet space", "quiet time", "quiet session"],
        }
    }

    /// What a service states in these words; none where it states nothing.
    pub(super) fn of(service: &Service) -> Option<Vec<Access>> {
        match &service.accessibility {
            Stated::Is(lines) => {
                let lines: Vec<String> = lines.iter().map(|line| line.to_lowercase()).collect();
                let says = |access: &Access| lines.iter().any(|line| access.is_said(line));
                Some(Access::ALL.iter().copied().filter(says).collect())
            }
            Stated::None => Some(Vec::new()),
            Stated::NotStated | Stated::NotSeen => None,
        }
    }

    fn is_said(self, line: &str) -> bool {
        let is_denied = |before: &str| {
            before
                .split(|letter: char| !letter.is_alphabetic())
                .any(|word| matches!(word, "no" | "not" | "without" | "cannot"))
        };
        self.marks()
            .iter()
            .filter_map(|mark| line.find(mark))
            .any(|at| line.get(..at).is_some_and(|before| !is_denied(before)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_found_and_what_is_denied_is_not() {
        for (lines, expected) in [
            (vec!["A room without steps", "Hearing loop"], vec![Access::StepFree, Access::HearingLoop]),
            (vec!["No wheelchair access yet"], vec![]),
            (vec!["A sign language interpreter on request"], vec![Access::Interpreter, Access::Sign]),
            (vec!["We cannot offer childcare"], vec![]),
            (vec!["BSL", "Easy read leaflet", "A crèche"], vec![Access::Sign, Access::EasyRead, Access::Childcare]),
        ] {
            let accessibility = Stated::Is(lines.iter().map(|line| (*line).to_owned()).collect());
            assert_eq!(Access::of(&Service { accessibility, ..Service::default() }), Some(expected), "{lines:?}");
        }
        assert_eq!(Access::of(&Service::default()), None);
    }
}
