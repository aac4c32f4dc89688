//! A finding as a line of the result: which group it stands in, why, what it is worth, what would settle it.

use super::session::Picture;
use crate::language::{Said, say};
use crate::ui::show;
use law::fact::FactId;
use law::rule::{Force, Support};
use law::{Amount, Explanation, Finding, Law, Outcome};
use std::borrow::Cow;
use std::cmp::Reverse;

/// A group of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Band {
    /// A duty the family can rely on.
    Right,
    /// A power, a policy, or a duty owed to no single child.
    May,
    /// Something still unknown decides.
    Depends,
    /// Not for these facts.
    No,
    /// The rule itself is not settled.
    Unclear,
}

impl Band {
    /// The groups in the order of the page.
    pub(crate) const ALL: [Band; 5] = [Band::Right, Band::May, Band::Depends, Band::Unclear, Band::No];

    /// The group of an outcome. A duty to children in general is never shown as a right of one child.
    pub(crate) fn of(outcome: Outcome, force: Force) -> Band {
        match outcome {
            Outcome::Right if force == Force::TargetDuty => Band::May,
            Outcome::Right => Band::Right,
            Outcome::May => Band::May,
            Outcome::Depends => Band::Depends,
            Outcome::UnknownRule => Band::Unclear,
            Outcome::No => Band::No,
        }
    }

    /// The name in the style sheet and in anchors.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Band::Right => "right",
            Band::May => "may",
            Band::Depends => "depends",
            Band::Unclear => "unclear",
            Band::No => "no",
        }
    }

    /// The heading of the group.
    pub(crate) fn heading(self) -> Said {
        say(match self {
            Band::Right => "band-right-heading",
            Band::May => "band-may-heading",
            Band::Depends => "band-depends-heading",
            Band::Unclear => "band-unclear-heading",
            Band::No => "band-no-heading",
        })
    }

    /// How many lines of the group stand open; the rest are shown when asked for.
    pub(crate) fn open_lines(self) -> usize {
        match self {
            Band::Right => 5,
            Band::May | Band::Unclear => 3,
            Band::Depends | Band::No => 0,
        }
    }

    /// What follows for the family that asks.
    pub(crate) fn words(self) -> Said {
        say(match self {
            Band::Right => "band-right-words",
            Band::May => "band-may-words",
            Band::Depends => "band-depends-words",
            Band::Unclear => "band-unclear-words",
            Band::No => "band-no-words",
        })
    }

    /// What follows, in the fewest words.
    pub(crate) fn brief(self) -> Said {
        say(match self {
            Band::Right => "band-right-brief",
            Band::May => "band-may-brief",
            Band::Depends => "band-depends-brief",
            Band::Unclear => "band-unclear-brief",
            Band::No => "band-no-brief",
        })
    }

    /// What follows for somebody else, such as `families where:`.
    pub(crate) fn words_for(self, whom: &str) -> String {
        match self {
            Band::Right => format!("A right for {whom}"),
            Band::May => format!("They may give this to {whom}"),
            Band::Depends => format!("Not settled yet for {whom}"),
            Band::Unclear => format!("The rule is not clear for {whom}"),
            Band::No => format!("Not for {whom}"),
        }
    }

    /// What a council's own line comes to for this family.
    pub(crate) fn local(self) -> Said {
        say(match self {
            Band::Right => "band-right-local",
            Band::May => "band-may-local",
            Band::Depends => "band-depends-local",
            Band::Unclear => "band-unclear-local",
            Band::No => "band-no-local",
        })
    }

    /// What the group means, in a sentence.
    pub(crate) fn means(self) -> Said {
        say(match self {
            Band::Right => "band-right-means",
            Band::May => "band-may-means",
            Band::Depends => "band-depends-means",
            Band::Unclear => "band-unclear-means",
            Band::No => "band-no-means",
        })
    }
}

/// A question that would settle something.
#[derive(Clone, Debug)]
pub(crate) struct Missing<'a> {
    /// What it is about, in a few words.
    pub short: &'a str,
    /// The question's page; none where only somebody else can settle it.
    pub href: Option<String>,
    /// Who settles it, where a professional does.
    pub decided_by: Option<&'a str>,
}

/// One line of the result.
#[derive(Clone, Debug)]
pub(crate) struct Line<'a> {
    /// The name in addresses.
    pub id: &'a str,
    /// What a carer calls it.
    pub title: &'a str,
    /// The group.
    pub band: Band,
    /// Why, in a sentence.
    pub because: &'a str,
    /// What it is worth, in a few words, where it is or may be given.
    pub worth: Vec<Worth>,
    /// What kind of promise it is.
    pub force: &'static str,
    /// Who to ask.
    pub ask: Option<&'a str>,
    /// The subject.
    pub topic: Cow<'static, str>,
    /// What would settle it.
    pub missing: Vec<Missing<'a>>,
    /// How many more would.
    pub missing_more: usize,
    /// How early it matters.
    pub weight: u8,
    /// Where its subject stands among the subjects.
    pub place: usize,
}

/// A sum, with what must be said beside it.
#[derive(Clone, Debug)]
pub(crate) struct Worth {
    /// What for.
    pub label: String,
    /// The sum in words.
    pub text: String,
    /// That the figure is not of the day asked.
    pub caution: Option<String>,
    /// The dates it holds for.
    pub dates: Option<String>,
    /// The page of the rate.
    pub href: Option<String>,
}

/// How many sums stand beside a line of the list; its own page has them all.
pub(super) const SUMS_SHOWN: usize = 2;

impl Worth {
    /// The sums that surely apply to the family or, where none does, those that may.
    pub(super) fn shown(amounts: &[Amount]) -> impl Iterator<Item = Worth> + '_ {
        let none_is_sure = amounts.iter().all(|amount| !amount.sure);
        amounts.iter().filter(move |amount| amount.sure || none_is_sure).map(Worth::of)
    }

    /// A sum as pages show it.
    pub(crate) fn of(amount: &Amount) -> Worth {
        let year = amount.from.map(|from| match amount.to {
            Some(to) if to.year() == from.year() + 1 => format!("{}-{:02}", from.year(), to.year() % 100),
            _ => from.year().to_string(),
        });
        let dates = match (amount.from, amount.to) {
            (Some(from), Some(to)) => Some(format!("{} to {}", show::date(from), show::date(to))),
            (Some(from), None) => Some(format!("from {}", show::date(from))),
            (None, Some(to)) => Some(format!("until {}", show::date(to))),
            (None, None) => None,
        };
        Worth {
            label: amount.label.clone(),
            text: amount.text.clone(),
            caution: amount.last_known.then(|| match year {
                Some(year) => format!("last known figure, for {year}; it may have changed"),
                None => "last known figure; it may have changed".to_owned(),
            }),
            dates: dates.filter(|_| !amount.last_known),
            href: amount.rate.as_ref().map(|rate| format!("/law/rate/{}", show::part(rate))),
        }
    }
}

const MISSING_SHOWN: usize = 5;

impl<'a> Line<'a> {
    /// The line of a finding.
    pub(crate) fn of(picture: &'a Picture, finding: &'a Finding) -> Line<'a> {
        let (day, law) = (&picture.day, &picture.day.law);
        let said = day.brief(&picture.findings, finding);
        let support = said.support;
        let band = Band::of(finding.outcome, support.force);
        let worth = match band {
            Band::Right | Band::May => {
                Worth::shown(&day.bare_amounts(&picture.findings, finding.support)).take(SUMS_SHOWN).collect()
            }
            Band::Depends | Band::Unclear | Band::No => Vec::new(),
        };
        Line {
            id: &support.id,
            title: &support.title,
            band,
            because: because(said.because, |outcome| said.can_be(outcome)),
            worth,
            force: show::force(support.force),
            ask: support.ask.as_deref(),
            topic: show::topic(&support.group),
            missing_more: finding.missing.len().saturating_sub(MISSING_SHOWN),
            missing: finding.missing.iter().take(MISSING_SHOWN).map(|fact| missing(law, fact)).collect(),
            weight: support.weight,
            place: topic_place(support),
        }
    }

    /// Every line, those that matter most first within each group.
    pub(crate) fn all(picture: &'a Picture) -> Vec<Line<'a>> {
        let mut lines: Vec<Line> = picture.findings.iter().map(|finding| Line::of(picture, finding)).collect();
        lines.sort_by_key(Line::order);
        lines
    }

    /// Every line in the same order, each with everything there is to say about it.
    pub(super) fn all_told(picture: &'a Picture) -> Vec<(Line<'a>, Explanation<'a>)> {
        let both = |finding| (Line::of(picture, finding), picture.day.explain(&picture.findings, finding));
        let mut told: Vec<_> = picture.findings.iter().map(both).collect();
        told.sort_by_key(|(line, _)| line.order());
        told
    }

    fn order(&self) -> (Reverse<u8>, usize) {
        (Reverse(self.weight), self.place)
    }

    /// The lines to begin with, of lines in their order: rights before what may be given.
    pub(super) fn first<'l>(lines: impl Iterator<Item = &'l Line<'a>> + Clone) -> impl Iterator<Item = &'l Line<'a>>
    where
        'a: 'l,
    {
        let of = move |band: Band| lines.clone().filter(move |line| line.band == band && line.ask.is_some());
        of(Band::Right).chain(of(Band::May))
    }
}

/// A list as what stands open and what is folded away. A single line is not worth a fold.
pub(super) fn split<T>(list: &[T], open: usize) -> (&[T], &[T]) {
    match list.get(..open) {
        Some(_) if open == 0 || list.len() > open + 1 => list.split_at(open),
        _ => (list, &[]),
    }
}

fn topic_place(support: &Support) -> usize {
    show::TOPICS.iter().position(|(id, _)| *id == support.group).unwrap_or(show::TOPICS.len())
}

/// What would settle it.
pub(crate) fn missing(law: &Law, fact: FactId) -> Missing<'_> {
    let fact = &law.facts[fact];
    Missing {
        short: &fact.short,
        href: fact.can_be_asked().then(|| format!("/find/question/{}?from=result", show::part(&fact.name))),
        decided_by: fact.decided_by.as_deref(),
    }
}

/// Why, in a sentence: the rule's own, or what it may turn out to be.
pub(crate) fn because(words: Option<&str>, can_be: impl Fn(Outcome) -> bool) -> &str {
    match words {
        Some(because) => because,
        None if can_be(Outcome::Right) => "This may turn out to be a right.",
        None if can_be(Outcome::May) => "They may be able to give this.",
        None => "We need to know more before we can say.",
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_single_line_is_not_folded() {
        let sizes = |many: usize, open: usize| {
            let list = vec![(); many];
            let (open, folded) = split(&list, open);
            (open.len(), folded.len())
        };
        assert_eq!(sizes(2, 3), (2, 0));
        assert_eq!(sizes(4, 3), (4, 0));
        assert_eq!(sizes(5, 3), (3, 2));
        assert_eq!(sizes(1, 0), (0, 1));
        assert_eq!(sizes(0, 0), (0, 0));
    }
}
