//! Decision diagrams: a rule as one shared graph in which each fact is asked at most once on any way through.
//!
//! A node asks one variable and has a child for each of its cells; a leaf is a small number, the line of the
//! rule that decides. Equal parts are the same node, so a variable stands in a diagram only if it can matter:
//! that is what makes "which facts could still change the answer" exact. Nothing here knows about law.

use rustc_hash::{FxHashMap, FxHashSet};

/// A node, or a leaf where below [`LEAVES`].
pub(crate) type Node = u32;

/// How many different leaves there may be.
pub(crate) const LEAVES: u32 = 128;
/// The leaf for "does not hold".
pub(crate) const FALSE: Node = 0;
/// The leaf for "holds".
pub(crate) const TRUE: Node = 1;

/// An inner node: the variable it asks, and where its children and the ways to them stand.
#[derive(Clone, Copy, Debug)]
struct Fork {
    first_kid: u32,
    first_way: u32,
    var: u16,
    kids: u16,
    ways: u16,
}

/// One way on from an inner node: the cells that go there, as a set, and where that is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Way {
    pub(crate) cells: u64,
    pub(crate) kid: Node,
}

/// A store of diagrams that share their equal parts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Diagrams {
    forks: Vec<Fork>,
    kids: Vec<Node>,
    /// The ways on from each inner node, one for each different child; only of diagrams made ready to walk.
    ways: Vec<Way>,
    unique: FxHashMap<(u16, Box<[Node]>), Node>,
    memo: FxHashMap<(Node, Node, Node), Node>,
    relabelled: FxHashMap<(Node, u128), Node>,
}

impl Diagrams {
    /// How many inner nodes there are.
    pub(crate) fn len(&self) -> usize {
        self.forks.len()
    }

    /// The variable an inner node asks.
    #[inline]
    pub(crate) fn var(&self, node: Node) -> u16 {
        self.forks[(node - LEAVES) as usize].var
    }

    /// The child for a cell.
    #[inline]
    pub(crate) fn kid(&self, node: Node, cell: u32) -> Node {
        self.kids[(self.forks[(node - LEAVES) as usize].first_kid + cell) as usize]
    }

    /// Every child of an inner node, one for each cell.
    pub(crate) fn kids(&self, node: Node) -> &[Node] {
        let fork = self.forks[(node - LEAVES) as usize];
        &self.kids[fork.first_kid as usize..fork.first_kid as usize + usize::from(fork.kids)]
    }

    /// The variable an inner node asks, and the ways on from it, one for each different child.
    #[inline]
    pub(crate) fn fork(&self, node: Node) -> (usize, &[Way]) {
        let fork = self.forks[(node - LEAVES) as usize];
        let first = fork.first_way as usize;
        (usize::from(fork.var), &self.ways[first..first + usize::from(fork.ways)])
    }

    /// Follows a node as long as what is known leaves only one way.
    #[inline]
    pub(crate) fn descend(&self, mut node: Node, known: &[u64]) -> Node {
        while node >= LEAVES {
            let fork = self.forks[(node - LEAVES) as usize];
            let cells = known[usize::from(fork.var)];
            if !cells.is_power_of_two() {
                break;
            }
            node = self.kids[(fork.first_kid + cells.trailing_zeros()) as usize];
        }
        node
    }

    /// Every leaf that a node can end in, given what is known.
    pub(crate) fn leaves(&self, node: Node, known: &[u64]) -> u128 {
        let (mut leaves, mut seen, mut open) = (0, FxHashSet::default(), vec![node]);
        while let Some(node) = open.pop() {
            if node < LEAVES {
                leaves |= 1 << node;
            } else if seen.insert(node) {
                let cells = known[usize::from(self.var(node))];
                let kids = self.kids(node).iter().enumerate();
                open.extend(kids.filter(|(cell, _)| cells >> cell & 1 == 1).map(|(_, kid)| *kid));
            }
        }
        leaves
    }

    /// The node that asks a variable and goes to these children, one for each cell.
    pub(crate) fn node(&mut self, var: u16, kids: Vec<Node>) -> Node {
        if kids.windows(2).all(|pair| pair[0] == pair[1]) {
            return kids[0];
        }
        let key = (var, kids.into_boxed_slice());
        if let Some(known) = self.unique.get(&key) {
            return *known;
        }
        let node = self.add(var, &key.1);
        self.unique.insert(key, node);
        node
    }

    /// If `test` holds then `yes`, else `no`. Every other way to join diagrams is made of this one.
    pub(crate) fn choose(&mut self, test: Node, yes: Node, no: Node) -> Node {
        match test {
            TRUE => return yes,
            FALSE => return no,
            _ if yes == no => return yes,
            _ if yes == TRUE && no == FALSE => return test,
            _ => {}
        }
        if let Some(known) = self.memo.get(&(test, yes, no)) {
            return *known;
        }
        let asks = |node: Node| if node < LEAVES { u16::MAX } else { self.var(node) };
        let var = asks(test).min(asks(yes)).min(asks(no));
        let asking = [test, yes, no].into_iter().find(|node| asks(*node) == var).unwrap_or(test);
        let cells = self.kids(asking).len() as u32;
        let mut kids = Vec::with_capacity(cells as usize);
        for cell in 0..cells {
            let at = |node: Node| if node >= LEAVES && self.var(node) == var { self.kid(node, cell) } else { node };
            let (test, yes, no) = (at(test), at(yes), at(no));
            kids.push(self.choose(test, yes, no));
        }
        let node = self.node(var, kids);
        self.memo.insert((test, yes, no), node);
        node
    }

    /// The same diagram with "holds" for each leaf in the set and "does not hold" for every other.
    pub(crate) fn among(&mut self, node: Node, leaves: u128) -> Node {
        if node < LEAVES {
            return Node::from(leaves >> node & 1 == 1);
        }
        if let Some(done) = self.relabelled.get(&(node, leaves)) {
            return *done;
        }
        let kids = self.kids(node).to_vec();
        let kids = kids.into_iter().map(|kid| self.among(kid, leaves)).collect();
        let done = self.node(self.var(node), kids);
        self.relabelled.insert((node, leaves), done);
        done
    }

    /// These diagrams alone, without what only building needed: children before parents, and what is walked together
    /// side by side.
    pub(crate) fn only<'a>(&self, roots: impl Iterator<Item = &'a mut Node>) -> Diagrams {
        let mut only = Diagrams::default();
        let mut moved = FxHashMap::default();
        roots.for_each(|root| *root = self.move_to(*root, &mut only, &mut moved));
        only
    }

    fn move_to(&self, node: Node, only: &mut Diagrams, moved: &mut FxHashMap<Node, Node>) -> Node {
        if node < LEAVES {
            return node;
        }
        if let Some(place) = moved.get(&node) {
            return *place;
        }
        let kids: Vec<Node> = self.kids(node).iter().map(|kid| self.move_to(*kid, only, moved)).collect();
        let place = only.add(self.var(node), &kids);
        only.add_ways(place, &kids);
        moved.insert(node, place);
        place
    }

    fn add_ways(&mut self, node: Node, kids: &[Node]) {
        let start = self.ways.len();
        for (cell, kid) in kids.iter().enumerate() {
            match self.ways[start..].iter_mut().find(|way| way.kid == *kid) {
                Some(way) => way.cells |= 1 << cell,
                None => self.ways.push(Way { cells: 1 << cell, kid: *kid }),
            }
        }
        let fork = &mut self.forks[(node - LEAVES) as usize];
        fork.first_way = start as u32;
        fork.ways = (self.ways.len() - start) as u16;
    }

    fn add(&mut self, var: u16, kids: &[Node]) -> Node {
        let first_kid = self.kids.len() as u32;
        self.forks.push(Fork { first_kid, first_way: 0, var, kids: kids.len() as u16, ways: 0 });
        self.kids.extend_from_slice(kids);
        LEAVES + self.forks.len() as u32 - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_parts_are_one_node_and_idle_variables_vanish() {
        let mut all = Diagrams::default();
        let a = all.node(0, vec![FALSE, TRUE]);
        let b = all.node(1, vec![FALSE, TRUE]);
        let both = all.choose(a, b, FALSE);
        assert_eq!(all.choose(b, a, FALSE), both);
        let either_way = all.choose(b, TRUE, TRUE);
        assert_eq!(all.choose(a, either_way, TRUE), TRUE);
        assert_eq!(all.kid(both, 0), FALSE);
        assert_eq!(all.kid(both, 1), b);
    }

    #[test]
    fn leaves_of_one_set_become_one() {
        let mut all = Diagrams::default();
        let line = all.node(3, vec![2, 5, 7]);
        assert_eq!(all.among(line, 1 << 2 | 1 << 5 | 1 << 7), TRUE);
        assert_eq!(all.among(line, 0), FALSE);
    }
}
