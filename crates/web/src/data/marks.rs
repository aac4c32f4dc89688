//! Which of many records have something: one bit for each, so that filters are joined by AND a word at a time.

/// A set of records by their places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(Vec<u64>);

impl Marks {
    /// The first so many records.
    pub(super) fn first(count: usize) -> Marks {
        let mut words = vec![u64::MAX; count / 64];
        if !count.is_multiple_of(64) {
            words.push((1 << (count % 64)) - 1);
        }
        Marks(words)
    }

    /// Adds a record.
    pub(super) fn add(&mut self, place: usize) {
        if self.0.len() <= place / 64 {
            self.0.resize(place / 64 + 1, 0);
        }
        if let Some(word) = self.0.get_mut(place / 64) {
            *word |= 1 << (place % 64);
        }
    }

    /// Keeps only records that the other has as well; without another, none.
    pub(super) fn keep(&mut self, other: Option<&Marks>) {
        let others = other.map_or(&[][..], |other| &other.0);
        for (place, word) in self.0.iter_mut().enumerate() {
            *word &= others.get(place).copied().unwrap_or_default();
        }
    }

    /// Keeps only records of which this is so.
    pub(super) fn keep_if(&mut self, so: impl Fn(usize) -> bool) {
        let out: Vec<usize> = self.places().filter(|place| !so(*place)).collect();
        for place in out {
            if let Some(word) = self.0.get_mut(place / 64) {
                *word &= !(1 << (place % 64));
            }
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Their places, in order.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().flat_map(|(at, word)| {
            let mut word = *word;
            std::iter::from_fn(move || {
                let bit = (word != 0).then(|| word.trailing_zeros() as usize)?;
                word &= word - 1;
                Some(at * 64 + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Marks;

    #[test]
    fn marks_are_sets() {
        let of = |places: &[usize]| {
            let mut marks = Marks::default();
            places.iter().for_each(|place| marks.add(*place));
            marks
        };
        for count in [0, 1, 63, 64, 65, 200] {
            assert_eq!(Marks::first(count).places().collect::<Vec<_>>(), (0..count).collect::<Vec<_>>());
        }
        let mut all = Marks::first(130);
        all.keep(Some(&of(&[3, 64, 129, 500])));
        assert_eq!(all.places().collect::<Vec<_>>(), [3, 64, 129]);
        all.keep_if(|place| place != 64);
        assert_eq!((all.count(), all.places().collect::<Vec<_>>()), (2, vec![3, 129]));
        all.keep(None);
        assert_eq!(all.count(), 0);
    }
}
