//! The year a sum is for, where words say it.

use jiff::civil::{Date, date};

/// The last day of the year that words name: of `2025-26` the 5 April 2026, of `2026` the end of December.
pub(crate) fn last_day(words: &str) -> Option<Date> {
    let letters: Vec<char> = words.chars().collect();
    let digits = |from: usize, count: usize| -> Option<i16> {
        let text: String = letters.get(from..from + count)?.iter().collect();
        let longer = letters.get(from + count).is_some_and(char::is_ascii_digit);
        if longer { None } else { text.parse().ok() }
    };
    (0..letters.len()).find_map(|at| {
        let alone = at == 0 || !letters[at - 1].is_alphanumeric() && !matches!(letters[at - 1], '£' | ',' | '.');
        let year = digits(at, 4).filter(|year| alone && (2000..2100).contains(year))?;
        let joined = matches!(letters.get(at + 4), Some('-' | '/' | '–'));
        let next = if joined { digits(at + 5, 2).map(|two| 2000 + two).or_else(|| digits(at + 5, 4)) } else { None };
        match next {
            Some(next) if next == year + 1 => Some(date(next, 4, 5)),
            _ => Some(date(year, 12, 31)),
        }
    })
}

/// Whether words give a sum and no year.
pub(super) fn is_sum_without_year(words: &str) -> bool {
    let sum =
        words.match_indices('£').any(|(at, sign)| words[at + sign.len()..].starts_with(|c: char| c.is_ascii_digit()));
    sum && last_day(words).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_in_words() {
        for (words, last) in [
            ("2025-26", Some(date(2026, 4, 5))),
            ("for each child, 2026/27", Some(date(2027, 4, 5))),
            ("in 2025–2026", Some(date(2026, 4, 5))),
            ("a week in 2026", Some(date(2026, 12, 31))),
            ("for each child, year not stated", None),
            ("£2,630 a year", None),
            ("£2026", None),
        ] {
            assert_eq!(last_day(words), last, "{words}");
        }
        assert!(is_sum_without_year("The school gets £2,570 for each child."));
        assert!(!is_sum_without_year("In 2025-26 the school gets £2,630 for each child."));
        assert!(!is_sum_without_year("It is free."));
    }
}
