//! Which procedure a complaint goes through: read from who complains and about what, with the provision that says so.

/// A procedure for complaints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Procedure {
    /// The three stages of the 2006 Regulations.
    Statutory,
    /// The council's own two stages.
    Corporate,
    /// A council's own appeal on a sum of money, beside which a complaint stays open.
    MoneyAppeal,
    /// A court's question, not the council's.
    Court,
}

impl Procedure {
    /// Every procedure.
    pub const ALL: [Procedure; 4] =
        [Procedure::Statutory, Procedure::Corporate, Procedure::MoneyAppeal, Procedure::Court];

    /// The word for it in the table.
    pub fn word(self) -> &'static str {
        match self {
            Procedure::Statutory => "statutory",
            Procedure::Corporate => "corporate",
            Procedure::MoneyAppeal => "money_appeal",
            Procedure::Court => "court",
        }
    }

    /// What it is called in a table.
    pub fn short(self) -> &'static str {
        match self {
            Procedure::Statutory => "Children’s procedure",
            Procedure::Corporate => "Council’s own",
            Procedure::MoneyAppeal => "Money appeal",
            Procedure::Court => "Court",
        }
    }

    /// The procedure that a word means.
    pub fn read(word: &str) -> Option<Procedure> {
        Procedure::ALL.into_iter().find(|procedure| procedure.word() == word)
    }

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Procedure::Statutory => "children’s complaints procedure, with three stages",
            Procedure::Corporate => "council’s own complaints procedure, with two stages",
            Procedure::MoneyAppeal => "council’s appeal on money",
            Procedure::Court => "court",
        }
    }
}

/// The procedure that fits, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// The procedure.
    pub procedure: Procedure,
    /// Why, in words.
    pub because: &'static str,
    /// The provisions that say so.
    pub cites: &'static [&'static str],
}

/// The procedure for a complaint by somebody (an answer to `complainant_is`) about something (one to `complaint_about`).
pub fn of(complainant: &str, about: &str) -> Route {
    match (about, complainant) {
        ("court_decision", _) => Route {
            procedure: Procedure::Court,
            because: "what a judge decided can only be changed by a court.",
            cites: &["rpr-2006/8"],
        },
        ("allowance_sum", _) => Route {
            procedure: Procedure::MoneyAppeal,
            because: "it asks for a sum to be worked out again. A complaint can be made as well, at any time.",
            cites: &["sgr-2005/16"],
        },
        ("special_guardianship", _) => Route {
            procedure: Procedure::Statutory,
            because: "it is about special guardianship support, which the 2006 Regulations name.",
            cites: &["rpr-2006/5", "ca-1989/26(3C)"],
        },
        (
            "child_help" | "looked_after" | "care_planning",
            // A special guardian has parental responsibility.
            "child" | "parent" | "responsible" | "foster_carer" | "special_guardian",
        ) => Route {
            procedure: Procedure::Statutory,
            because: "it is about help under Part 3 of the Children Act, from somebody the Act names.",
            cites: &["ca-1989/26(3)", "rpr-2006/3"],
        },
        ("child_help" | "looked_after" | "care_planning", "carer") => Route {
            procedure: Procedure::Statutory,
            because: "it is about help under Part 3 of the Children Act, and a carer has enough interest in the child.",
            cites: &["ca-1989/26(3)(e)"],
        },
        _ => Route {
            procedure: Procedure::Corporate,
            because: "it is not about what the 2006 Regulations cover.",
            cites: &["rpr-2006/3"],
        },
    }
}
