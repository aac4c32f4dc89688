//! The first pass: every rule as a short program over columns, in Kleene's three values.
//!
//! A condition is two columns: the families for which it surely holds, and those for which it surely does not.

use super::families::Layout;
use super::{Column, WORDS};
use crate::condition::Lines;
use crate::day::{Day, NOT_ON_THIS_DAY};
use crate::fact::{ASKED, Origin};
use crate::rule::Outcome;
use crate::tree::{Atom, Join, Shape, Tree};
use crate::variable::values_of;
use rustc_hash::FxHashMap;

/// A condition's pair of columns: surely so, surely not.
pub(crate) type Pair = [Column; 2];

const NONE: Column = [0; WORDS];
const EVERY: Column = [u64::MAX; WORDS];

/// One step of the program; its result is the pair with the step's own number.
#[derive(Clone, Debug)]
enum Step {
    Fixed(bool),
    /// The variable's first cell column, the cells that hold, and how many there are.
    Cells {
        first: usize,
        cells: u64,
        count: usize,
    },
    /// Possible values of a derived fact: first column, those that hold, and how many there are.
    Values {
        first: usize,
        values: u64,
        count: usize,
    },
    All(Box<[u32]>),
    Any(Box<[u32]>),
    None(Box<[u32]>),
    /// A derived fact's rule: the columns of its possible values.
    Derive {
        into: usize,
        lines: Box<[(u32, u16)]>,
        last: u16,
        said: Option<usize>,
        count: usize,
    },
    /// A support's rule: the columns of its possible outcomes.
    Support {
        place: usize,
        into: usize,
        lines: Box<[(u32, u16)]>,
        last: u16,
    },
}

/// The program.
#[derive(Clone, Debug, Default)]
pub(crate) struct Program {
    steps: Vec<Step>,
    /// For each variable: where its cell columns begin, and how many.
    cells: Vec<(usize, usize)>,
    cell_columns: usize,
    value_columns: usize,
    /// For each support, where the columns of its possible outcomes begin.
    supports: Vec<usize>,
}

/// The columns a program works in.
#[derive(Clone, Debug)]
pub(crate) struct Memory {
    cells: Vec<Column>,
    values: Vec<Column>,
    pairs: Vec<Pair>,
    starts: Vec<(usize, usize)>,
    supports: Vec<usize>,
}

impl Memory {
    /// The families known to lie in each cell of a variable.
    #[inline(always)]
    pub(super) fn variable(&self, var: u16) -> &[Column] {
        let (first, count) = self.starts[usize::from(var)];
        &self.cells[first..first + count]
    }

    /// The families for which each outcome of a support seems possible.
    #[inline(always)]
    pub(super) fn possible(&self, support: usize) -> &[Column] {
        &self.values[self.supports[support]..self.supports[support] + 5]
    }
}

impl Program {
    pub(crate) fn new(day: &Day) -> Program {
        let mut program = Program::default();
        for variable in &day.variables.list {
            program.cells.push((program.cell_columns, variable.count()));
            program.cell_columns += variable.count();
        }
        let mut writer = Writer { day, program, known: FxHashMap::default(), derived: vec![0; day.law.facts.len()] };
        writer.program.supports = vec![0; day.outcomes.len()];
        day.derived.iter().for_each(|derived| writer.derive(derived.fact));
        day.order.iter().for_each(|place| writer.support(*place));
        writer.program
    }

    pub(crate) fn memory(&self) -> Memory {
        Memory {
            cells: vec![NONE; self.cell_columns],
            values: vec![NONE; self.value_columns],
            pairs: vec![[NONE; 2]; self.steps.len()],
            starts: self.cells.clone(),
            supports: self.supports.clone(),
        }
    }

    /// Works the program out for a block; `outcomes` gets, for each support, the families of each outcome.
    #[inline(always)]
    pub(crate) fn run(&self, planes: &[Column], layout: &Layout, memory: &mut Memory, outcomes: &mut [[Column; 5]]) {
        for var in layout.used() {
            let (first, count) = self.cells[*var];
            layout.cells(*var, planes, &mut memory.cells[first..first + count]);
        }
        for (number, step) in self.steps.iter().enumerate() {
            match step {
                Step::Fixed(holds) => memory.pairs[number] = if *holds { [EVERY, NONE] } else { [NONE, EVERY] },
                Step::Cells { first, cells, count } => {
                    memory.pairs[number] = split(&memory.cells[*first..first + count], *cells);
                }
                Step::Values { first, values, count } => {
                    let [some, others] = split(&memory.values[*first..first + count], *values);
                    memory.pairs[number] = [not(&others), not(&some)];
                }
                Step::All(parts) => memory.pairs[number] = join(parts, &memory.pairs, 0),
                Step::Any(parts) => memory.pairs[number] = join(parts, &memory.pairs, 1),
                Step::None(parts) => {
                    let [holds, fails] = join(parts, &memory.pairs, 1);
                    memory.pairs[number] = [fails, holds];
                }
                Step::Derive { into, lines, last, said, count } => {
                    memory.values[*into..into + count].fill(NONE);
                    let Memory { values, pairs, cells, .. } = memory;
                    let values = &mut values[*into..into + count];
                    follow(lines, *last, pairs, values);
                    if let Some(first) = said {
                        let silent = cells[*first];
                        for (value, column) in values.iter_mut().enumerate() {
                            let told = &cells[first + 1 + value];
                            for word in 0..WORDS {
                                column[word] = (column[word] & silent[word]) | told[word];
                            }
                        }
                    }
                }
                Step::Support { place, into, lines, last } => {
                    let possible = &mut memory.values[*into..into + 5];
                    possible.fill(NONE);
                    follow(lines, *last, &memory.pairs, possible);
                    settle(possible, &EVERY, &mut outcomes[*place]);
                }
            }
        }
    }
}

/// The families in any of the chosen columns, and those in any other.
#[inline(always)]
fn split(columns: &[Column], chosen: u64) -> Pair {
    let mut pair = [NONE; 2];
    for (place, column) in columns.iter().enumerate() {
        let side = &mut pair[usize::from(chosen >> place & 1 == 0)];
        side.iter_mut().zip(column).for_each(|(sum, word)| *sum |= word);
    }
    pair
}

#[inline(always)]
fn not(column: &Column) -> Column {
    column.map(|word| !word)
}

/// Joins parts: `both` is the side on which all must agree, the other side needs only one.
#[inline(always)]
fn join(parts: &[u32], pairs: &[Pair], both: usize) -> Pair {
    let mut agreed = EVERY;
    let mut any = NONE;
    for part in parts {
        let pair = &pairs[*part as usize];
        for word in 0..WORDS {
            agreed[word] &= pair[both][word];
            any[word] |= pair[1 - both][word];
        }
    }
    if both == 0 { [agreed, any] } else { [any, agreed] }
}

/// Follows ordered lines: each may decide the families still open for which it does not surely fail.
#[inline(always)]
fn follow(lines: &[(u32, u16)], last: u16, pairs: &[Pair], possible: &mut [Column]) {
    let mut open = EVERY;
    for (condition, outcome) in lines {
        let [holds, fails] = &pairs[*condition as usize];
        for word in 0..WORDS {
            let may = open[word] & !fails[word];
            if *outcome == ASKED {
                possible.iter_mut().for_each(|column| column[word] |= may);
            } else {
                possible[usize::from(*outcome)][word] |= may;
            }
            open[word] &= !holds[word];
        }
    }
    for word in 0..WORDS {
        if last == ASKED {
            possible.iter_mut().for_each(|column| column[word] |= open[word]);
        } else {
            possible[usize::from(last)][word] |= open[word];
        }
    }
}

/// Turns possible outcomes into outcomes for some families: the only one possible, or `depends` where there are several.
#[inline(always)]
pub(super) fn settle(possible: &[Column], whom: &Column, outcomes: &mut [Column; 5]) {
    for word in 0..WORDS {
        let (mut once, mut twice) = (0, 0);
        for column in possible {
            twice |= once & column[word];
            once |= column[word];
        }
        for (outcome, column) in outcomes.iter_mut().enumerate() {
            column[word] = (column[word] & !whom[word]) | (possible[outcome][word] & !twice & whom[word]);
        }
        outcomes[Outcome::Depends as usize][word] |= twice & whom[word];
    }
}

struct Writer<'a> {
    day: &'a Day,
    program: Program,
    known: FxHashMap<Atom, u32>,
    /// For each derived fact, where the columns of its possible values begin.
    derived: Vec<usize>,
}

impl Writer<'_> {
    fn add(&mut self, step: Step) -> u32 {
        self.program.steps.push(step);
        self.program.steps.len() as u32 - 1
    }

    fn columns(&mut self, count: usize) -> usize {
        self.program.value_columns += count;
        self.program.value_columns - count
    }

    fn derive(&mut self, fact: crate::fact::FactId) {
        let Origin::Derived(rule) = &self.day.law.facts[fact].origin else { return };
        let lines = self.lines(rule, &self.day.fact_trees[fact.index()]);
        let count = values_of(&self.day.law.facts[fact].kind);
        let into = self.columns(count);
        let said = self.day.variables.of(fact).map(|var| self.program.cells[usize::from(var)].0);
        self.add(Step::Derive { into, lines, last: rule.otherwise.outcome, said, count });
        self.derived[fact.index()] = into;
    }

    fn support(&mut self, place: usize) {
        let into = self.columns(5);
        self.program.supports[place] = into;
        let rule = &self.day.law.supports[place].rule;
        if self.day.lines[place] == NOT_ON_THIS_DAY {
            self.add(Step::Support { place, into, lines: Box::new([]), last: Outcome::No as u16 });
            return;
        }
        let lines = self.lines(rule, &self.day.rule_trees[place]);
        self.add(Step::Support { place, into, lines, last: rule.otherwise.outcome });
    }

    fn lines(&mut self, rule: &Lines, trees: &[Tree]) -> Box<[(u32, u16)]> {
        let day = self.day;
        trees.iter().zip(&rule.lines).map(|(tree, line)| (self.tree(*tree, day), line.outcome)).collect()
    }

    fn tree(&mut self, tree: Tree, day: &Day) -> u32 {
        let step = match day.forest.shape(tree) {
            Shape::Joint(join, parts) => {
                let parts = parts.iter().map(|part| self.tree(*part, day)).collect();
                match join {
                    Join::All => Step::All(parts),
                    Join::Any => Step::Any(parts),
                    Join::None => Step::None(parts),
                }
            }
            Shape::Leaf(atom) => {
                if let Some(known) = self.known.get(&atom) {
                    return *known;
                }
                let step = self.atom(atom);
                let number = self.add(step);
                self.known.insert(atom, number);
                return number;
            }
        };
        match &step {
            Step::All(parts) | Step::Any(parts) if parts.len() == 1 => parts[0],
            _ => self.add(step),
        }
    }

    fn atom(&self, atom: Atom) -> Step {
        match atom {
            Atom::Fixed(holds) => Step::Fixed(holds),
            Atom::Cells(var, cells) => {
                let (first, count) = self.program.cells[usize::from(var)];
                Step::Cells { first, cells, count }
            }
            Atom::Derived(fact, values) => {
                let count = values_of(&self.day.law.facts[fact].kind);
                Step::Values { first: self.derived[fact.index()], values, count }
            }
            Atom::Answer(place, outcomes) => {
                Step::Values { first: self.program.supports[place], values: u64::from(outcomes), count: 5 }
            }
        }
    }
}
