//! The stages of each matter as a list of ways from one to another.

use super::{MatterKind, Practice};

/// One way from stage to stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way<'a> {
    /// The stage it is done in; none where it begins the matter.
    pub from: Option<&'a str>,
    /// The stage it leads to; the same one where it moves nothing.
    pub to: &'a str,
    /// The act.
    pub act: &'a str,
}

impl Practice {
    /// Every way through a kind of matter that goes from one stage to another, in the order of its stages.
    pub fn ways<'a>(&'a self, kind: &'a MatterKind) -> Vec<Way<'a>> {
        let mut ways = Vec::new();
        for act in self.acts.iter().filter(|act| act.matter == kind.name) {
            for to in &act.to {
                if act.begins {
                    ways.push(Way { from: None, to: &to.stage, act: &act.name });
                    continue;
                }
                let from = kind.stages.iter().filter(|stage| act.fits_stage(stage));
                ways.extend(from.filter(|stage| stage.name != to.stage).map(|stage| Way {
                    from: Some(&stage.name),
                    to: &to.stage,
                    act: &act.name,
                }));
            }
        }
        let place = |name: &str| kind.stages.iter().position(|stage| stage.name == name);
        ways.sort_by_key(|way| (way.from.and_then(place), place(way.to)));
        ways
    }
}
