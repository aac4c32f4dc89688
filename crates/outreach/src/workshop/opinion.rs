//! What people thought of a workshop, told without telling who.

use super::word::words;
use serde::{Deserialize, Serialize};

/// With fewer answers than these, nothing is told: one could guess who said what.
pub const FEWEST: usize = 5;

words! {
    /// Whether it helped.
    pub enum Helped {
        /// A lot.
        #[default]
        ALot = "a lot",
        /// A little.
        ALittle = "a little",
        /// Not.
        Not = "not",
    }
}

/// What one person thought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// Whether it helped.
    pub helped: Helped,
    /// What they said, where they said something.
    #[serde(default)]
    pub words: String,
}

/// What many thought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Summary {
    /// Nobody said anything.
    Nothing,
    /// Too few to be told.
    TooFew,
    /// What they said.
    Told {
        /// How many answered.
        answers: usize,
        /// How many said what, in the order of [`Helped::ALL`]; none where the number is small, or would tell a small one by
        /// subtraction.
        helped: Vec<(Helped, Option<usize>)>,
        /// What they wrote, in an order that tells nothing of when.
        words: Vec<String>,
    },
}

impl Summary {
    /// What many thought, with small numbers left out. A number from 1 to 4 is not told; where only one is left out, the least
    /// of the others is left out too, because the sum would tell it.
    pub fn of(opinions: &[Opinion]) -> Summary {
        if opinions.is_empty() {
            return Summary::Nothing;
        }
        if opinions.len() < FEWEST {
            return Summary::TooFew;
        }
        let count = |helped: Helped| opinions.iter().filter(|one| one.helped == helped).count();
        let mut told: Vec<(Helped, Option<usize>)> = Helped::ALL.iter().map(|one| (*one, Some(count(*one)))).collect();
        let is_small = |number: &Option<usize>| number.is_some_and(|number| number > 0 && number < FEWEST);
        told.iter_mut().filter(|(_, number)| is_small(number)).for_each(|(_, number)| *number = None);
        if told.iter().filter(|(_, number)| number.is_none()).count() == 1
            && let Some(least) =
                told.iter_mut().filter(|(_, number)| number.is_some()).min_by_key(|(_, number)| *number)
        {
            least.1 = None;
        }
        let mut words: Vec<String> =
            opinions.iter().map(|one| one.words.trim().to_owned()).filter(|words| !words.is_empty()).collect();
        words.sort();
        Summary::Told { answers: opinions.len(), helped: told, words }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(lot: usize, little: usize, not: usize) -> Summary {
        let each = [(Helped::ALot, lot), (Helped::ALittle, little), (Helped::Not, not)];
        let all = each.into_iter().flat_map(|(helped, number)| {
            (0..number).map(move |place| Opinion { helped, words: format!("{} {place}", helped.word()) })
        });
        Summary::of(&all.collect::<Vec<_>>())
    }

    #[test]
    fn small_numbers_are_not_told() {
        assert_eq!(told(0, 0, 0), Summary::Nothing);
        assert_eq!(told(2, 1, 1), Summary::TooFew);
        let numbers = |summary| match summary {
            Summary::Told { helped, .. } => helped.into_iter().map(|(_, number)| number).collect::<Vec<_>>(),
            _ => Vec::new(),
        };
        assert_eq!(numbers(told(9, 6, 5)), [Some(9), Some(6), Some(5)]);
        assert_eq!(numbers(told(9, 6, 1)), [Some(9), None, None], "the sum would tell the one");
        assert_eq!(numbers(told(9, 0, 3)), [Some(9), None, None]);
        assert_eq!(numbers(told(2, 2, 2)), [None, None, None]);
    }
}
