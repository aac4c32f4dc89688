//! The way a reader came in, and what it is asked first: `content/en/opening.txt`, one list for each way.

use law::Law;
use law::fact::FactId;

const OPENING: &str = include_str!("../../../../content/en/opening.txt");

/// How a reader came in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Way {
    /// They care for the child already.
    #[default]
    Already,
    /// The child has just come.
    Arrived,
    /// They are the child or young person themself.
    Young,
}

impl Way {
    const ALL: [Way; 3] = [Way::Already, Way::Arrived, Way::Young];

    /// The word in the list of openings.
    fn word(self) -> &'static str {
        match self {
            Way::Already => "already",
            Way::Arrived => "arrived",
            Way::Young => "young",
        }
    }

    /// The way as a byte of the cookie.
    pub(super) fn byte(self) -> u8 {
        Way::ALL.iter().position(|way| *way == self).unwrap_or_default() as u8
    }

    /// The way of a byte; today's way where no other has it.
    pub(super) fn of_byte(byte: u8) -> Way {
        Way::ALL.get(usize::from(byte)).copied().unwrap_or_default()
    }

    /// The page before the first question.
    pub(super) fn start(self) -> &'static str {
        match self {
            Way::Already => "/",
            Way::Arrived => "/arrived",
            Way::Young => "/young",
        }
    }

    /// The page its questions lead to.
    pub(crate) fn end(self) -> &'static str {
        match self {
            Way::Already => "/find/answer",
            Way::Arrived => "/arrived/now",
            Way::Young => "/young/answer",
        }
    }
}

/// What is asked first on each way.
#[derive(Debug, Default)]
pub(crate) struct Openings([Vec<FactId>; 3]);

impl Openings {
    /// The lists of this site. A fact the law does not know is left out.
    pub(crate) fn read(law: &Law) -> Openings {
        let mut openings = Openings::default();
        let mut into = None;
        for line in OPENING.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix("way ") {
                Some(word) => into = Way::ALL.iter().position(|way| way.word() == word.trim()),
                None => openings.0[into.unwrap_or_default()].extend(law.facts.find(line)),
            }
        }
        openings
    }

    /// The facts asked first on a way, in order.
    pub(crate) fn of(&self, way: Way) -> &[FactId] {
        &self.0[usize::from(way.byte())]
    }
}

#[cfg(test)]
mod tests {
    use super::{OPENING, Openings, Way};
    use law::Law;

    #[test]
    fn every_way_has_a_list_of_facts_that_can_be_asked() {
        let (law, _) = Law::load(&crate::routes::tests::law_texts());
        let openings = Openings::read(&law);
        for way in Way::ALL {
            assert_eq!(Way::of_byte(way.byte()), way);
            assert!(openings.of(way).iter().all(|fact| law.facts[*fact].can_be_asked()));
        }
        assert_eq!(openings.of(Way::Arrived).len(), 5);
        assert!(openings.of(Way::Young).iter().all(|fact| law.facts[*fact].young.is_some()));
        let named =
            OPENING.lines().filter(|line| !line.is_empty() && !line.starts_with('#') && !line.starts_with("way "));
        assert_eq!(named.count(), Way::ALL.map(|way| openings.of(way).len()).iter().sum::<usize>());
    }
}
