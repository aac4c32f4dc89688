//! The parameters that lists take: one table, from which requests are read and documents are written.

/// A parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parameter {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    /// What it does, for the document.
    pub(super) says: &'static str,
    /// A value that makes sense, for the document and its test.
    pub(super) example: &'static str,
}

/// What values a parameter takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words.
    Text,
    /// A whole number between two, both counted in.
    Whole(usize, usize),
    /// true or false.
    Flag,
    /// An identifier.
    Uuid,
    /// A day, or a moment of which the day counts.
    Moment,
    /// A moment, or a day from its beginning, in Greenwich.
    Instant,
    /// A full postcode.
    Postcode,
    /// Metres.
    Metres,
    /// Years.
    Age,
    /// One of these words.
    OneOf(&'static [&'static str]),
}

/// The most records on a page.
pub(super) const MOST_ON_A_PAGE: usize = 500;
/// How many there are on a page where nothing is said.
pub(super) const ON_A_PAGE: usize = 20;
const LAST_PAGE: usize = 1_000_000;

const fn parameter(name: &'static str, kind: Kind, example: &'static str, says: &'static str) -> Parameter {
    Parameter { name, kind, says, example }
}

pub(super) const PAGE: Parameter = parameter("page", Kind::Whole(1, LAST_PAGE), "1", "The page, counted from 1.");
pub(super) const PER_PAGE: Parameter = parameter(
    "per_page",
    Kind::Whole(1, MOST_ON_A_PAGE),
    "20",
    "How many records on a page: 20 where nothing is said, 500 at most. With `minimal` and without this, all are on one page.",
);
pub(super) const FORMAT: Parameter = parameter(
    "format",
    Kind::OneOf(&["json", "ndjson"]),
    "json",
    "`ndjson` streams every record that passes the filters, one on a line; `page` and `per_page` then do not count.",
);
pub(super) const SEARCH: Parameter = parameter(
    "search",
    Kind::Text,
    "school",
    "Words that must all be in the record, in any form: `allowance` finds `allowances`.",
);
pub(super) const MINIMAL: Parameter = parameter(
    "minimal",
    Kind::Flag,
    "true",
    "Only `id` and `last_modified` of each record: an index for keeping a copy.",
);
pub(super) const FULL: Parameter = parameter("full", Kind::Flag, "true", "Each record with everything in it.");
pub(super) const FULL_SERVICE: Parameter =
    parameter("full_service", Kind::Flag, "true", "Each organisation with its services, each with everything in it.");
pub(super) const MODIFIED_AFTER: Parameter = parameter(
    "modified_after",
    Kind::Moment,
    "2026-01-01T00:00:00Z",
    "Records that changed on that day or later. Changes are known to the day; a record without a date is listed as well.",
);
pub(super) const SINCE: Parameter = parameter(
    "since",
    Kind::Instant,
    "2026-01-01T00:00:00Z",
    "Changes at this moment or later. Give the moment of the newest change you have: it comes once more, so that none is missed.",
);
pub(super) const TERM: Parameter = parameter(
    "taxonomy_term_id",
    Kind::Uuid,
    "",
    "Records tagged with this term. May be given several times: a record must have all of them.",
);
pub(super) const TAXONOMY: Parameter =
    parameter("taxonomy_id", Kind::Uuid, "", "Records with any term of this taxonomy, or the terms of this taxonomy.");
pub(super) const ORGANIZATION: Parameter =
    parameter("organization_id", Kind::Uuid, "", "Records of services that this organisation gives.");
pub(super) const POSTCODE: Parameter = parameter(
    "postcode",
    Kind::Postcode,
    "SE5 8UB",
    "Services for the area of the council that answers for children at this postcode.",
);
pub(super) const PROXIMITY: Parameter = parameter(
    "proximity",
    Kind::Metres,
    "5000",
    "With `postcode`: only what is given within so many metres. Both points are the middle of a postcode sector, which may \
     be a mile off; what has no known place is left out.",
);
pub(super) const MINIMUM_AGE: Parameter = parameter(
    "minimum_age",
    Kind::Age,
    "5",
    "Services for some child of this age or older. A service that states no age is listed as well.",
);
pub(super) const MAXIMUM_AGE: Parameter = parameter(
    "maximum_age",
    Kind::Age,
    "11",
    "Services for some child of this age or younger. A service that states no age is listed as well.",
);
pub(super) const TOP_ONLY: Parameter =
    parameter("top_only", Kind::Flag, "true", "Only terms that stand under no other term.");
pub(super) const PARENT: Parameter = parameter("parent_id", Kind::Uuid, "", "Terms that stand under this term.");
