//! Which letters fit a family. What is not known is never a no.

use super::read::Letter;
use law::condition::RuleLine;
use law::fact::FactId;
use law::fault::Spot;
use law::tree::Truth;
use law::{Family, Fault};

/// Whether a letter is for a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is.
    Fits,
    /// It may be.
    Could,
    /// It is not.
    No,
}

/// Whether a letter is for a family, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fitting<'a> {
    /// Whether it is.
    pub fit: Fit,
    /// Why, in a sentence to the carer; none where it is still open.
    pub because: Option<&'a str>,
    /// The facts that would settle it.
    pub missing: Vec<FactId>,
}

impl Fit {
    const ALL: [(&'static str, Fit); 3] = [("fits", Fit::Fits), ("could", Fit::Could), ("no", Fit::No)];

    pub(super) fn read(word: &str, spot: &Spot) -> Result<u16, Fault> {
        let place = Self::ALL.iter().position(|(known, _)| *known == word);
        place.map(|place| place as u16).ok_or_else(|| {
            Fault::new(spot, format!("{word:?} does not say whether a letter fits"))
                .nearest(word, Self::ALL.map(|(known, _)| known))
                .hint("the words are: fits, could, no")
        })
    }

    fn of(line: &RuleLine) -> Fit {
        Self::ALL.get(usize::from(line.outcome)).map_or(Fit::Could, |(_, fit)| *fit)
    }
}

impl Letter {
    /// Whether the letter is for a family. The first line that holds decides; while a line above it is open, the
    /// letter could be for the family unless every line that may still decide agrees.
    pub fn fitting(&self, family: &Family) -> Fitting<'_> {
        let mut possible: Vec<&RuleLine> = Vec::new();
        let mut missing = Vec::new();
        for line in self.fits.all() {
            match line.when.as_ref().map_or(Truth::Yes, |when| family.truth(when)) {
                Truth::No => {}
                Truth::Yes => {
                    possible.push(line);
                    break;
                }
                Truth::Unknown => {
                    possible.push(line);
                    line.when.iter().for_each(|when| family.missing(when, &mut missing));
                }
            }
        }
        let fits: Vec<Fit> = possible.iter().map(|line| Fit::of(line)).collect();
        let agreed = fits.first().copied().filter(|first| fits.iter().all(|fit| fit == first));
        let reasons: Vec<Option<&str>> = possible.iter().map(|line| line.because.as_deref()).collect();
        let because = reasons.first().copied().flatten().filter(|_| reasons.iter().all(|why| *why == reasons[0]));
        if agreed.is_some() {
            // What is open changes the reason alone.
            missing.clear();
        }
        Fitting { fit: agreed.unwrap_or(Fit::Could), because, missing }
    }
}
