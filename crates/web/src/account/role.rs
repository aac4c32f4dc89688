//! Who may do what: one table, printed as documentation and walked by a test.

use crate::language::{Said, say};
use offer::RecordId;
use offer::publish::{Act, Desk, Officer};
use store::Grant;

/// What somebody may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Reads a council's draft and comments on it.
    Reader,
    /// Writes the records that are theirs.
    Editor,
    /// The second person: publishes, or sends back.
    Publisher,
    /// Answers for the offer.
    Lead,
    /// Looks after the people of a council who work here.
    Administrator,
    /// Of a charity: looks after its own entries, whichever council's offer they stand in.
    Adviser,
    /// Runs this installation.
    Operator,
    /// A social worker or family help worker.
    Worker,
    /// Decides in cases for the council.
    Manager,
    /// Brings family meetings about.
    Coordinator,
    /// Runs complaints.
    Complaints,
    /// Runs workshops, groups and advice lines, and sends updates.
    Organiser,
    /// Answers questions that people ask an advice team.
    AdviceWorker,
}

/// What there is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Deed {
    /// Read the draft, what was said about it, and how it came to be.
    Read,
    /// Say something about the draft.
    Comment,
    /// Mark what was said about the draft as dealt with.
    Settle,
    /// Write, take out and put back records.
    Write,
    /// Put records in order, bring them in from elsewhere, and give them to somebody.
    Arrange,
    /// Hold a consultation and report on it.
    Consult,
    /// Write down steps taken to reach families.
    Reach,
    /// Answer what readers say, hide it or erase it.
    Answer,
    /// Send the draft to the second person.
    Propose,
    /// Publish, send back, or withdraw.
    Publish,
    /// Invite people, and give and take away roles at a council.
    Team,
    /// Begin a council's offer, and give it its first administrator.
    Found,
    /// Work on the cases of families. Which act is whose is in the table of casework.
    Cases,
    /// See how the cases of a council stand together, who looked at what, which have been kept long enough, and what is told of
    /// them once a year.
    Oversee,
    /// See how the complaints of a year went.
    Complaints,
    /// Look after what a council or charity runs around the offer: workshops, groups, advice lines, updates.
    Host,
    /// Answer questions that people ask an advice team.
    Advise,
    /// See what was done about roles and accounts for the whole installation.
    Installation,
}

/// How far a role may do a deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Not at all.
    No,
    /// For what is theirs: records they wrote first or were given, comments they made.
    Own,
    /// For everything.
    All,
}

use Reach::{All, No, Own};

/// The table. The columns are the roles in the order of [`Role::ALL`].
#[rustfmt::skip]
const TABLE: [(Deed, [Reach; 13]); 18] = [
    //              reader editor publisher lead administrator adviser operator worker manager coordinator complaints organiser advice
    (Deed::Read,    [All,  All,   All,      All, All,          Own,    No,      No,    No,     No,         No, No,        No]),
    (Deed::Comment, [All,  All,   All,      All, All,          Own,    No,      No,    No,     No,         No, No,        No]),
    (Deed::Settle,  [Own,  Own,   Own,      All, Own,          Own,    No,      No,    No,     No,         No, No,        No]),
    (Deed::Write,   [No,   Own,   No,       All, No,           Own,    No,      No,    No,     No,         No, No,        No]),
    (Deed::Arrange, [No,   No,    No,       All, No,           No,     No,      No,    No,     No,         No, No,        No]),
    (Deed::Consult, [No,   No,    No,       All, No,           No,     No,      No,    No,     No,         No, No,        No]),
    (Deed::Reach,   [No,   All,   No,       All, No,           No,     No,      No,    No,     No,         No, No,        No]),
    (Deed::Answer,  [No,   All,   No,       All, No,           No,     No,      No,    No,     No,         No, No,        No]),
    (Deed::Propose, [No,   All,   No,       All, No,           No,     No,      No,    No,     No,         No, No,        No]),
    (Deed::Publish, [No,   No,    All,      All, No,           No,     No,      No,    No,     No,         No, No,        No]),
    (Deed::Team,    [No,   No,    No,       No,  All,          No,     All,     No,    No,     No,         No, No,        No]),
    (Deed::Found,   [No,   No,    No,       No,  No,           No,     All,     No,    No,     No,         No, No,        No]),
    (Deed::Cases,   [No,   No,    No,       No,  No,           No,     No,      All,   All,    All,        All, No,        No]),
    (Deed::Oversee, [No,   No,    No,       No,  No,           No,     No,      No,    All,    No,         No, No,        No]),
    (Deed::Complaints, [No, No,   No,       No,  No,           No,     No,      No,    All,    No,         All, No,        No]),
    (Deed::Host,    [No,   No,    No,       No,  No,           No,     No,      No,    No,     No,         No, All,       Own]),
    (Deed::Advise,  [No,   No,    No,       No,  No,           No,     No,      No,    No,     No,         No, No,        All]),
    (Deed::Installation, [No, No, No,       No,  No,           No,     All,     No,    No,     No,         No, No,        No]),
];

impl Role {
    /// Every role, in the order of the table's columns.
    pub const ALL: [Role; 13] = [
        Role::Reader,
        Role::Editor,
        Role::Publisher,
        Role::Lead,
        Role::Administrator,
        Role::Adviser,
        Role::Operator,
        Role::Worker,
        Role::Manager,
        Role::Coordinator,
        Role::Complaints,
        Role::Organiser,
        Role::AdviceWorker,
    ];

    /// The roles somebody may have at one council.
    pub const AT_COUNCIL: [Role; 11] = [
        Role::Reader,
        Role::Editor,
        Role::Publisher,
        Role::Lead,
        Role::Administrator,
        Role::Worker,
        Role::Manager,
        Role::Coordinator,
        Role::Complaints,
        Role::Organiser,
        Role::AdviceWorker,
    ];

    /// The word it is kept as.
    pub fn word(self) -> &'static str {
        match self {
            Role::Reader => "reader",
            Role::Editor => "editor",
            Role::Publisher => "publisher",
            Role::Lead => "lead",
            Role::Administrator => "administrator",
            Role::Adviser => "adviser",
            Role::Operator => "operator",
            Role::Worker => "worker",
            Role::Manager => "manager",
            Role::Coordinator => "coordinator",
            Role::Complaints => "complaints",
            Role::Organiser => "organiser",
            Role::AdviceWorker => "advice-worker",
        }
    }

    /// What it is, in a line.
    pub(crate) fn what(self) -> Said {
        match self {
            Role::Reader => say("role-reader"),
            Role::Editor => say("role-editor"),
            Role::Publisher => say("role-publisher"),
            Role::Lead => say("role-lead"),
            Role::Administrator => say("role-administrator"),
            Role::Adviser => say("role-adviser"),
            Role::Operator => say("role-operator"),
            Role::Worker => say("role-worker"),
            Role::Manager => say("role-manager"),
            Role::Coordinator => say("role-coordinator"),
            Role::Complaints => say("role-complaints"),
            Role::Organiser => say("role-organiser"),
            Role::AdviceWorker => say("role-advice-worker"),
        }
    }

    /// The role that a word means.
    pub fn read(word: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.word() == word)
    }

    /// How far this role may do a deed.
    pub fn may(self, deed: Deed) -> Reach {
        let row = TABLE.iter().find(|(known, _)| *known == deed);
        let place = Role::ALL.iter().position(|known| *known == self);
        row.zip(place).and_then(|((_, row), place)| row.get(place)).copied().unwrap_or(No)
    }
}

impl Deed {
    /// Every deed, in the order of the table.
    pub fn all() -> impl Iterator<Item = Deed> {
        TABLE.iter().map(|(deed, _)| *deed)
    }

    /// What it is, in words.
    pub(crate) fn what(self) -> Said {
        match self {
            Deed::Read => say("deed-read"),
            Deed::Comment => say("deed-comment"),
            Deed::Settle => say("deed-settle"),
            Deed::Write => say("deed-write"),
            Deed::Arrange => say("deed-arrange"),
            Deed::Consult => say("deed-consult"),
            Deed::Reach => say("deed-reach"),
            Deed::Answer => say("deed-answer"),
            Deed::Propose => say("deed-propose"),
            Deed::Publish => say("deed-publish"),
            Deed::Team => say("deed-team"),
            Deed::Found => say("deed-found"),
            Deed::Cases => say("deed-cases"),
            Deed::Oversee => say("deed-oversee"),
            Deed::Complaints => say("deed-complaints"),
            Deed::Host => say("deed-host"),
            Deed::Advise => say("deed-advise"),
            Deed::Installation => say("deed-installation"),
        }
    }

    /// The deed that an act on an offer is.
    pub(crate) fn of(act: &Act) -> Deed {
        match act {
            Act::Save { .. } | Act::Remove { .. } | Act::Restore { .. } => Deed::Write,
            Act::Move { .. } | Act::Import { .. } | Act::Assign { .. } => Deed::Arrange,
            Act::Comment { .. } => Deed::Comment,
            Act::Settle { .. } => Deed::Settle,
            Act::OpenConsultation { .. } | Act::Hear { .. } | Act::Report { .. } => Deed::Consult,
            Act::TakeStep { .. } => Deed::Reach,
            Act::Propose { .. } => Deed::Propose,
            Act::SendBack { .. } | Act::Publish { .. } | Act::Withdraw { .. } => Deed::Publish,
        }
    }
}

/// How far grants reach for a deed at a council; with no council, for the installation.
pub fn reach(grants: &[Grant], deed: Deed, council: Option<&str>) -> Reach {
    let counts = |grant: &&Grant| grant.council.is_none() || grant.council.as_deref() == council;
    let roles = grants.iter().filter(counts).filter_map(|grant| {
        let role = Role::read(grant.role.as_str())?;
        // A role of a council given for the whole installation is a slip, and gives nothing.
        (grant.council.is_some() == Role::AT_COUNCIL.contains(&role)).then_some(role)
    });
    roles.fold(No, |so_far, role| match (so_far, role.may(deed)) {
        (All, _) | (_, All) => All,
        (Own, _) | (_, Own) => Own,
        _ => No,
    })
}

/// Whether an act is on a record, or a comment, of somebody's own.
pub(crate) fn is_own(desk: &Desk, act: &Act, who: &Officer) -> bool {
    let record = match act {
        Act::Save { record, .. } => record.id(),
        Act::Remove { record, .. } | Act::Restore { record, .. } => record,
        Act::Comment { about: Some(record), .. } => record,
        Act::Settle { comment } => return desk.comments.iter().any(|one| one.id == *comment && one.by == *who),
        _ => return false,
    };
    is_own_record(desk, record, who)
}

/// Whether a record is somebody's own: they wrote it first or were given it, or nobody has written it yet.
pub(crate) fn is_own_record(desk: &Desk, record: &RecordId, who: &Officer) -> bool {
    let given = desk.assignments.iter().any(|known| known.record == *record && known.to == *who);
    given || desk.first_author(record).is_none_or(|author| author == who)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grant(role: &str, council: Option<&str>) -> Grant {
        Grant { role: role.parse().unwrap(), council: council.map(str::to_owned) }
    }

    #[test]
    fn a_role_at_one_council_is_none_at_another() {
        let grants = [grant("lead", Some("southwark")), grant("reader", Some("gateshead"))];
        assert_eq!(reach(&grants, Deed::Publish, Some("southwark")), All);
        assert_eq!(reach(&grants, Deed::Publish, Some("gateshead")), No);
        assert_eq!(reach(&grants, Deed::Read, Some("gateshead")), All);
        assert_eq!(reach(&grants, Deed::Read, Some("hertfordshire")), No);
        assert_eq!(reach(&grants, Deed::Found, None), No);
        assert_eq!(reach(&[grant("lead", None)], Deed::Publish, Some("southwark")), No);
        assert_eq!(reach(&[grant("operator", Some("southwark"))], Deed::Team, Some("southwark")), No);
    }

    #[test]
    fn nobody_both_looks_after_people_and_publishes() {
        let all = |role: &Role, deed| role.may(deed) != No;
        assert!(Role::ALL.iter().all(|role| !(all(role, Deed::Team) && all(role, Deed::Publish))));
        assert!(Deed::all().all(|deed| Role::ALL.iter().any(|role| role.may(deed) == All)));
    }
}
