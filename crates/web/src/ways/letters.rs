//! The letters that help on a way, each with the words of its link. The letters themselves are in
//! `content/en/letters`.

/// A link to a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LetterLink {
    /// The name in addresses.
    pub id: &'static str,
    /// What the letter does.
    pub what: &'static str,
}

const LETTERS: [LetterLink; 12] = [
    LetterLink { id: "decision-in-writing", what: "Ask the council for its decision in writing" },
    LetterLink { id: "private-arrangement-challenge", what: "Ask the council to look again" },
    LetterLink { id: "private-fostering-notice", what: "Tell the council about private fostering" },
    LetterLink { id: "child-needs-assessment", what: "Ask the council to find out what the child needs" },
    LetterLink { id: "parent-authority", what: "A parent’s letter for the school and the doctor" },
    LetterLink { id: "child-benefit", what: "Tell Child Benefit that the child has come" },
    LetterLink { id: "special-guardianship-support", what: "Ask for special guardianship support" },
    LetterLink { id: "allowance-review", what: "Ask for your allowance to be looked at again" },
    LetterLink { id: "complaint-stage-1", what: "Make a complaint to the council" },
    LetterLink { id: "kinship-local-offer", what: "Ask the council for its kinship local offer" },
    LetterLink { id: "school-evidence", what: "Tell the school what the child may be able to get" },
    LetterLink { id: "young-person-help", what: "A letter you can send yourself" },
];

/// The links to letters, in the order asked for.
pub(super) fn links(ids: &[&str]) -> Vec<LetterLink> {
    ids.iter().filter_map(|id| LETTERS.into_iter().find(|letter| letter.id == *id)).collect()
}
