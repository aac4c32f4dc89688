//! The endpoints of Open Referral, as one table: requests are led by it and documents are written from it.

use super::parameter::{self as given, Parameter};
use offer::exchange::{Field, Organization, Service, ServiceAtLocation, Taxonomy, Term};

/// One kind of record, with its list and its single records.
#[derive(Clone, Copy, Debug)]
pub(super) struct Endpoint {
    /// The name in addresses.
    pub(super) name: &'static str,
    /// One of them, in words.
    pub(super) one: &'static str,
    /// The name of the record.
    pub(super) record: &'static str,
    /// The fields of the record.
    pub(super) fields: fn() -> Vec<Field>,
    /// What the list takes.
    pub(super) list: &'static [Parameter],
    /// What a single record takes.
    pub(super) single: &'static [Parameter],
    /// Whether Open Referral UK asks for it of everyone.
    pub(super) is_required: bool,
    /// Which of the tables.
    pub(super) kind: Records,
}

/// The kinds of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Records {
    Services,
    Organizations,
    ServiceAtLocations,
    Taxonomies,
    Terms,
}

const SERVICE: &[Parameter] = &[
    given::SEARCH,
    given::PAGE,
    given::PER_PAGE,
    given::FORMAT,
    given::TERM,
    given::TAXONOMY,
    given::ORGANIZATION,
    given::MODIFIED_AFTER,
    given::MINIMAL,
    given::FULL,
    given::POSTCODE,
    given::PROXIMITY,
    given::MINIMUM_AGE,
    given::MAXIMUM_AGE,
];

/// Every endpoint but the one that tells of them.
pub(super) const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        name: "services",
        one: "service",
        record: "Service",
        fields: Service::fields,
        list: SERVICE,
        single: &[],
        is_required: true,
        kind: Records::Services,
    },
    Endpoint {
        name: "taxonomies",
        one: "taxonomy",
        record: "Taxonomy",
        fields: Taxonomy::fields,
        list: &[given::SEARCH, given::PAGE, given::PER_PAGE, given::FORMAT],
        single: &[],
        is_required: false,
        kind: Records::Taxonomies,
    },
    Endpoint {
        name: "taxonomy_terms",
        one: "taxonomy term",
        record: "Term",
        fields: Term::fields,
        list: &[
            given::SEARCH,
            given::PAGE,
            given::PER_PAGE,
            given::FORMAT,
            given::TAXONOMY,
            given::TOP_ONLY,
            given::PARENT,
        ],
        single: &[],
        is_required: false,
        kind: Records::Terms,
    },
    Endpoint {
        name: "organizations",
        one: "organisation",
        record: "Organization",
        fields: Organization::fields,
        list: &[given::SEARCH, given::FULL_SERVICE, given::FULL, given::PAGE, given::PER_PAGE, given::FORMAT],
        single: &[given::FULL_SERVICE],
        is_required: false,
        kind: Records::Organizations,
    },
    Endpoint {
        name: "service_at_locations",
        one: "service at a location",
        record: "ServiceAtLocation",
        fields: ServiceAtLocation::fields,
        list: SERVICE,
        single: &[],
        is_required: false,
        kind: Records::ServiceAtLocations,
    },
];
