//! What was typed, read forgivingly: each word as itself, as the everyday word for another, or as a slip for one.

use super::everyday::Everyday;
use super::postings::Postings;
use super::word;

/// The most words that are read.
const MOST_WORDS: usize = 12;
/// What a reading counts. An everyday word itself counts less than what it stands for: `contact` is in many texts.
const ITSELF: f32 = 0.6;
const EVERYDAY: f32 = 1.0;
const BEGINNING: f32 = 0.7;

/// A word that was read as another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// As it was typed.
    pub typed: String,
    /// As it was read.
    pub read: String,
}

/// One thing looked for, and the ways to find it: stems that belong together, and what that way counts.
struct Concept {
    ways: Vec<(Vec<u32>, f32)>,
}

/// What was typed, read.
pub(super) struct Query {
    concepts: Vec<Concept>,
    pub(super) readings: Vec<Reading>,
    pub(super) dropped: Vec<String>,
}

impl Query {
    pub(super) fn read(typed: &str, postings: &Postings, everyday: &Everyday) -> Query {
        let mut query = Query { concepts: Vec::new(), readings: Vec::new(), dropped: Vec::new() };
        // Slips first, so that runs of everyday words are known through them.
        let words = word::words(typed).take(MOST_WORDS).map(|word| query.mend(word, postings, everyday));
        let words: Vec<String> = words.collect();
        let mut rest = words.as_slice();
        while let Some(first) = rest.first() {
            let many = match everyday.longest_at(rest) {
                Some((many, means)) => {
                    query.everyday(rest.get(..many).unwrap_or_default(), means, postings);
                    many
                }
                None => {
                    query.word(first, postings);
                    1
                }
            };
            rest = rest.get(many..).unwrap_or_default();
        }
        query
    }

    /// A word as it is, or the one that was most likely meant where nothing is known by it.
    fn mend(&mut self, typed: String, postings: &Postings, everyday: &Everyday) -> String {
        if everyday.knows(&typed) || !ways(&typed, postings).is_empty() {
            return typed;
        }
        let Some(read) = nearest(&typed, postings, everyday) else { return typed };
        self.readings.push(Reading { typed, read: read.clone() });
        read
    }

    fn everyday(&mut self, typed: &[String], means: &[String], postings: &Postings) {
        let stems = |text: &str| word::words(text).filter_map(|word| postings.stem(&word)).collect::<Vec<u32>>();
        let own: Vec<u32> = typed.iter().filter_map(|word| postings.stem(word)).collect();
        let mut ways = vec![(own, ITSELF)];
        ways.extend(means.iter().map(|words| (stems(words), EVERYDAY)));
        self.take(typed.join(" "), ways);
    }

    fn word(&mut self, typed: &str, postings: &Postings) {
        self.take(typed.to_owned(), ways(typed, postings));
    }

    fn take(&mut self, typed: String, mut ways: Vec<(Vec<u32>, f32)>) {
        ways.retain(|(stems, _)| !stems.is_empty());
        match ways.is_empty() {
            true => self.dropped.push(typed),
            false => self.concepts.push(Concept { ways }),
        }
    }

    /// How well each listing fits; none where nothing that was typed says anything.
    pub(super) fn scores(&self, postings: &Postings) -> Option<Vec<f32>> {
        if self.concepts.is_empty() {
            return None;
        }
        let mut scores = vec![0.0_f32; postings.count()];
        let mut met = vec![0_u16; postings.count()];
        for concept in &self.concepts {
            let best = concept.best(postings);
            for ((score, met), best) in scores.iter_mut().zip(&mut met).zip(best) {
                *score += best;
                *met += u16::from(best > 0.0);
            }
        }
        let all = self.concepts.len() as f32;
        scores.iter_mut().zip(met).for_each(|(score, met)| *score *= f32::from(met) / all);
        Some(scores)
    }
}

impl Concept {
    /// For each listing the way that fits it best. Of words that belong together each counts by how much it tells,
    /// and where half of that is missing, a quarter remains.
    fn best(&self, postings: &Postings) -> Vec<f32> {
        let mut best = vec![0.0_f32; postings.count()];
        for (stems, counts) in &self.ways {
            let all: f32 = stems.iter().map(|stem| postings.tells(*stem)).sum();
            let most = stems.iter().map(|stem| postings.tells(*stem)).fold(0.0, f32::max);
            let mut sums = vec![(0.0_f32, 0.0_f32); if stems.len() > 1 { postings.count() } else { 0 }];
            for stem in stems {
                let tells = postings.tells(*stem);
                for (listing, weight) in postings.list(*stem) {
                    match sums.get_mut(*listing as usize) {
                        Some((sum, met)) => (*sum, *met) = (*sum + tells * weight, *met + tells),
                        None => {
                            let score = tells * weight * counts;
                            best.get_mut(*listing as usize).into_iter().for_each(|best| *best = best.max(score));
                        }
                    }
                }
            }
            for (best, (sum, met)) in best.iter_mut().zip(sums) {
                *best = best.max(counts * most * (sum / all) * (met / all).powi(2));
            }
        }
        best
    }
}

/// The ways to find a word: as itself, as two words in one, or as the beginning of others.
fn ways(typed: &str, postings: &Postings) -> Vec<(Vec<u32>, f32)> {
    if let Some(stem) = postings.stem(typed) {
        return vec![(vec![stem], 1.0)];
    }
    if let Some(stems) = two_in_one(typed, postings) {
        return vec![(stems, 1.0)];
    }
    let begun = postings.words().filter(|(word, _)| typed.len() >= 3 && word.starts_with(typed));
    begun.map(|(_, stem)| (vec![stem], BEGINNING)).collect()
}

/// Two known words written as one: `schooltransport`.
fn two_in_one(typed: &str, postings: &Postings) -> Option<Vec<u32>> {
    let places = typed.char_indices().map(|(place, _)| place).filter(|place| *place >= 3 && typed.len() - place >= 3);
    places
        .filter_map(|place| typed.split_at_checked(place))
        .find_map(|(first, second)| Some(vec![postings.stem(first)?, postings.stem(second)?]))
}

/// The known word that was most likely meant; short words must be nearer than long ones.
fn nearest(typed: &str, postings: &Postings, everyday: &Everyday) -> Option<String> {
    let length = typed.chars().count();
    let most = match length {
        0..=3 => return None,
        4..=6 => 1,
        7..=10 => 2,
        _ => 3,
    };
    // An everyday word is what people type; of the others the one that is used most.
    let known = postings.words().map(|(word, stem)| (word, postings.list(stem).len()));
    let known = known.chain(everyday.words().map(|word| (word, usize::MAX)));
    // Letters that only one of the two has tell most words apart without counting: an edit makes two at most.
    let own = letters(typed);
    let near = known.filter(|(word, _)| {
        let apart = (own ^ letters(word)).count_ones() as usize;
        apart <= 2 * most && word.len().abs_diff(typed.len()) <= most && word.len() > 2
    });
    let near = near.filter_map(|(word, uses)| {
        let distance = strsim::osa_distance(typed, word);
        let other_start = word.chars().next() != typed.chars().next();
        (distance <= most).then_some((distance, other_start, std::cmp::Reverse(uses), word))
    });
    near.min().map(|(_, _, _, word)| word.to_owned())
}

/// The letters of a word as bits; letters that share a bit only make words look nearer.
fn letters(word: &str) -> u64 {
    word.bytes().fold(0, |bits, byte| bits | 1 << (byte % 64))
}
