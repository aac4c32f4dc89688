//! Screening: the same rules for many families at once, column by column.
//!
//! Families stand in blocks of 512; each variable is a few planes of bits, in which zero means "not known". A
//! first pass works every rule out with Kleene's three values, all 512 families in step. Where that leaves a
//! family undecided that may not be, a second pass follows the rule's diagram with sets of families and is exact: it
//! also sees that the answer is the same either way. The answers are those of [`Day::find`], family by family.

mod certain;
mod exact;
mod families;
mod program;

pub use families::Families;

use crate::day::Day;
use crate::find::Findings;
use crate::reach::Scratch;
use crate::rule::Outcome;
use exact::{Exact, Reach};
use families::Layout;
use program::{Memory, Program};

/// How many words of 64 families make a block.
pub(crate) const WORDS: usize = 8;
/// How many families make a block.
pub const BLOCK: usize = WORDS * 64;

/// One bit for each family of a block.
pub(crate) type Column = [u64; WORDS];

/// The rules of a day, made ready for many families.
#[derive(Debug)]
pub struct Screen<'d> {
    day: &'d Day,
    layout: Layout,
    program: Program,
    exact: Exact,
    /// The supports whose rules compare with a rate that has no value on the day.
    without_rate: Vec<usize>,
}

/// What follows for the families of one block, support by support.
#[derive(Clone, Debug)]
pub struct BlockOutcomes {
    columns: Vec<[Column; 5]>,
    /// How many families of the block are real; the rest only fill it.
    pub count: usize,
}

impl BlockOutcomes {
    /// The outcome of a support for the family at a place of the block.
    pub fn outcome(&self, support: usize, place: usize) -> Outcome {
        let (word, bit) = (place / 64, place % 64);
        let of = |outcome: &Outcome| self.columns[support][*outcome as usize][word] >> bit & 1 == 1;
        Outcome::ALL.into_iter().find(of).unwrap_or(Outcome::Depends)
    }

    /// How many families of the block come to an outcome.
    pub fn count_of(&self, support: usize, outcome: Outcome) -> usize {
        let column = &self.columns[support][outcome as usize];
        (0..WORDS)
            .map(|word| {
                let real = self.count.saturating_sub(word * 64).min(64);
                let mask = if real == 64 { u64::MAX } else { (1u64 << real) - 1 };
                (column[word] & mask).count_ones() as usize
            })
            .sum()
    }

    fn set(&mut self, support: usize, place: usize, outcome: Outcome) {
        for (number, column) in self.columns[support].iter_mut().enumerate() {
            let bit = 1u64 << (place % 64);
            column[place / 64] =
                if number == outcome as usize { column[place / 64] | bit } else { column[place / 64] & !bit };
        }
    }
}

impl<'d> Screen<'d> {
    /// Makes the rules of a day ready.
    pub fn new(day: &'d Day) -> Self {
        let layout = Layout::new(day);
        let no_rate = day.variables.list.len() - 1;
        let without_rate = (0..day.outcomes.len())
            .filter(|support| families::variables_below(day, [day.outcomes[*support]])[no_rate])
            .collect();
        Screen { program: Program::new(day), exact: Exact::new(day), layout, without_rate, day }
    }

    /// An empty table of families for these rules.
    pub fn families(&self) -> Families {
        Families::new(self.layout.clone())
    }

    /// Bytes that one family takes in the table.
    pub fn bytes_per_family(&self) -> f64 {
        self.layout.planes() as f64 / 8.0
    }

    /// Works out every rule for every family, a block at a time, in order.
    pub fn run(&self, families: &Families, mut each: impl FnMut(usize, &BlockOutcomes)) {
        let arch = pulp::Arch::new();
        let mut memory = self.program.memory();
        let mut reach = self.exact.memory(self.day.variables.list.len());
        let mut outcomes = BlockOutcomes { columns: vec![[[0; WORDS]; 5]; self.day.outcomes.len()], count: 0 };
        let (mut scratch, mut findings) = (Scratch::default(), Findings::default());
        let mut irregular = families.irregular().peekable();
        for (block, planes) in families.blocks().enumerate() {
            let start = block * BLOCK;
            outcomes.count = (families.len() - start).min(BLOCK);
            self.pass(arch, planes, &mut memory, Some(&mut reach), &mut outcomes.columns);
            for support in &self.without_rate {
                // Only whether some fact is missing tells `depends` from `unknown_rule`.
                for place in 0..outcomes.count {
                    if outcomes.outcome(*support, place) == Outcome::Depends {
                        self.layout.known(planes, place, &mut findings.known);
                        self.day.find_known(&mut scratch, &mut findings);
                        outcomes.set(*support, place, findings.of(*support).outcome);
                    }
                }
            }
            while let Some((place, known)) = irregular.next_if(|(place, _)| *place < start + BLOCK) {
                findings.known.clone_from(known);
                self.day.find_known(&mut scratch, &mut findings);
                findings.iter().for_each(|finding| outcomes.set(finding.support, place - start, finding.outcome));
            }
            each(start, &outcomes);
        }
    }

    /// Works out the first pass alone and returns how many answers it leaves undecided, to measure it by itself.
    pub fn first_pass(&self, families: &Families) -> usize {
        let arch = pulp::Arch::new();
        let mut memory = self.program.memory();
        let mut columns = vec![[[0; WORDS]; 5]; self.day.outcomes.len()];
        let mut undecided = 0;
        for planes in families.blocks() {
            self.pass(arch, planes, &mut memory, None, &mut columns);
            let depends = columns.iter().flat_map(|column| column[Outcome::Depends as usize]);
            undecided += depends.map(|word| word.count_ones() as usize).sum::<usize>();
        }
        undecided
    }

    /// Both passes over one block, or the first alone. Not generic, so that it is compiled here with all that it calls, and
    /// not where [`Screen::run`] is used.
    fn pass(
        &self,
        arch: pulp::Arch,
        planes: &[Column],
        memory: &mut Memory,
        reach: Option<&mut Reach>,
        columns: &mut [[Column; 5]],
    ) {
        arch.dispatch(Passes { screen: self, planes, memory, reach, columns });
    }
}

/// The passes over one block: both, or where there is nothing to follow diagrams in the first alone.
struct Passes<'a> {
    screen: &'a Screen<'a>,
    planes: &'a [Column],
    memory: &'a mut Memory,
    reach: Option<&'a mut Reach>,
    columns: &'a mut [[Column; 5]],
}

/// Compiled also for wider instructions than every machine has; which it runs with is chosen once it runs.
impl pulp::WithSimd for Passes<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _: S) {
        self.screen.program.run(self.planes, &self.screen.layout, self.memory, self.columns);
        if let Some(reach) = self.reach {
            self.screen.exact.settle(self.memory, reach, self.columns);
        }
    }
}
