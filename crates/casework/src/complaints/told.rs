//! Numbers as they may be told: a small one points at somebody, and is told only as small.

/// Below this a number is not told.
pub const FEW: usize = 5;
/// What stands where a number is small.
const SMALL: &str = "fewer than 5";
/// What stands where a number would tell a small one beside it.
const NOT_TOLD: &str = "not told";

/// Numbers that together make a whole, as they may be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Each.
    pub each: Vec<String>,
    /// The whole.
    pub whole: String,
}

/// A number that may leave the team: below five only that it is below five.
pub fn few(number: usize) -> String {
    if (1..FEW).contains(&number) { SMALL.to_owned() } else { number.to_string() }
}

/// Numbers that together make a whole. Where a small one could be worked out from the others and the whole, the next
/// larger is not told either; where that is not enough, the whole is not.
pub fn told(counts: &[usize]) -> Told {
    let is_small = |count: &usize| (1..FEW).contains(count);
    let mut larger: Vec<usize> =
        (0..counts.len()).filter(|place| counts.get(*place).is_some_and(|count| *count >= FEW)).collect();
    larger.sort_by_key(|place| std::cmp::Reverse(counts.get(*place).copied()));
    let small = counts.iter().filter(|count| is_small(count)).count();
    let mut hidden: Vec<usize> = Vec::new();
    let sum = |hidden: &[usize]| -> usize {
        let small: usize = counts.iter().filter(|count| is_small(count)).sum();
        small + hidden.iter().filter_map(|place| counts.get(*place)).sum::<usize>()
    };
    while can_be_worked_out(small, hidden.len(), sum(&hidden))
        && let Some(next) = larger.pop()
    {
        hidden.push(next);
    }
    let whole: usize = counts.iter().sum();
    let is_open = can_be_worked_out(small, hidden.len(), sum(&hidden)) && whole >= FEW;
    let one = |(place, count): (usize, &usize)| if hidden.contains(&place) { NOT_TOLD.to_owned() } else { few(*count) };
    Told {
        each: counts.iter().enumerate().map(one).collect(),
        whole: if is_open { NOT_TOLD.to_owned() } else { few(whole) },
    }
}

/// Whether so many small numbers, with so many larger ones beside them, can make up a sum in only one way.
fn can_be_worked_out(small: usize, larger: usize, sum: usize) -> bool {
    let least = small + FEW * larger;
    let most = (larger == 0).then_some((FEW - 1) * small);
    small > 0 && ((small == 1 && larger == 0) || sum == least || most == Some(sum))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_number_cannot_be_worked_out() {
        let each = |counts: &[usize]| told(counts).each.join(", ");
        assert_eq!(each(&[12, 30]), "12, 30");
        assert_eq!(each(&[0, 30]), "0, 30");
        assert_eq!(each(&[3, 30, 9]), "fewer than 5, 30, not told");
        assert_eq!(each(&[3, 2, 30]), "fewer than 5, fewer than 5, 30");
        assert_eq!(each(&[1, 1, 30]), "fewer than 5, fewer than 5, not told", "two ones are told by their sum");
        assert_eq!(told(&[3, 0]), Told { each: vec![SMALL.into(), "0".into()], whole: SMALL.into() });
        assert_eq!(told(&[1, 5]).whole, "not told");
        assert_eq!(told(&[12, 30]).whole, "42");
    }

    /// Every way to read what is told, by brute force: each small number may be another one.
    #[test]
    fn what_is_told_can_be_read_in_more_than_one_way() {
        let mut tried = 0;
        for a in 0..9 {
            for b in 0..9 {
                for c in 0..9 {
                    let counts = [a, b, c];
                    let shown = told(&counts);
                    let Ok(whole) = shown.whole.parse::<usize>() else { continue };
                    let fits = |guess: &[usize; 3]| {
                        guess.iter().sum::<usize>() == whole
                            && guess.iter().zip(&shown.each).all(|(count, words)| match words.as_str() {
                                SMALL => (1..FEW).contains(count),
                                NOT_TOLD => *count >= FEW,
                                words => *words == count.to_string(),
                            })
                    };
                    let mut ways = Vec::new();
                    for x in 0..30 {
                        for y in 0..30 {
                            for z in 0..30 {
                                ways.extend(Some([x, y, z]).filter(|guess| fits(guess)));
                            }
                        }
                    }
                    for place in (0..3).filter(|place| shown.each[*place] == SMALL) {
                        tried += 1;
                        assert!(ways.iter().any(|way| way[place] != counts[place]), "{counts:?} {shown:?}");
                    }
                }
            }
        }
        assert!(tried > 200);
    }
}
