//! The records of Open Referral: the Human Services Data Specification 3.0 with all that a kinship offer can fill, which
//! is more than its UK profile names and valid under both. Names of fields are the standard's.
//!
//! `kith` in a record is ours: a supplier's own field, as the standard allows.

use super::record::{Email, Moment, Uri};
use jiff::civil::Date;
use uuid::Uuid;

crate::records! {
    /// A service.
    Service {
        /// The identifier; the same as long as the council keeps the service under its name.
        id: Uuid,
        /// The organisation that gives it.
        organization_id: Uuid,
        /// What a reader calls it.
        name: String,
        /// What it is.
        description: String,
        /// The page of the council it was found on.
        url: Option<Uri>,
        /// Where to write.
        email: Option<Email>,
        /// active, inactive (not begun, or only on an earlier version of the council's page) or defunct (ended).
        status: &'static str,
        /// How to reach it: oneself, or through somebody.
        application_process: Option<String>,
        /// What it costs.
        fees_description: Option<String>,
        /// Who it is for, in the published words.
        eligibility_description: Option<String>,
        /// The youngest age of a child it is for, where the published words draw that line.
        minimum_age: Option<f64>,
        /// The oldest age of a child it is for, where the published words draw that line.
        maximum_age: Option<f64>,
        /// The day its source was seen.
        assured_date: Option<Date>,
        /// What to know before relying on it.
        alert: Option<String>,
        /// When the record last changed; known to the day.
        last_modified: Option<Moment>,
        /// Telephone numbers of its contacts.
        phones: Vec<Phone>,
        /// When it is given.
        schedules: Vec<Schedule>,
        /// The area it serves.
        service_areas: Vec<ServiceArea>,
        /// Where it is given.
        service_at_locations: Vec<ServiceAtLocation>,
        /// The languages it is given in.
        languages: Vec<Language>,
        /// The organisation that gives it.
        organization: Option<Box<Organization>>,
        /// What it costs, one by one.
        cost_options: Vec<CostOption>,
        /// What to bring or send.
        required_documents: Vec<RequiredDocument>,
        /// Whom to ask.
        contacts: Vec<Contact>,
        /// The terms it is tagged with.
        attributes: Vec<Attribute>,
        /// What the standard has no field for.
        kith: Option<Box<Beside>>,
    }

    /// What the standard has no field for: where a record comes from, and what is not known.
    Beside {
        /// The name in addresses of the council, or of the charity that runs it.
        council: String,
        /// The council's code in national statistics.
        council_code: Option<String>,
        /// The name of the record in the council's offer; of a workshop or a group, what it is and its own name.
        key: String,
        /// Whether the offer is an example made from public pages and not the council's own publication.
        example: bool,
        /// What the council's page was read for and does not say.
        not_stated: Vec<&'static str>,
        /// What nobody has read the council's page for. Nothing is claimed.
        not_seen: Vec<&'static str>,
        /// What the council's page says there is none of.
        none: Vec<&'static str>,
        /// Room the council keeps to decide otherwise.
        discretion: Option<String>,
        /// How to be contacted safely.
        safe_contact: Option<String>,
        /// What is done so that everybody can use it.
        accessibility: Vec<String>,
        /// Plain remarks for the reader.
        notes: Vec<String>,
        /// The pages it was found on.
        sources: Vec<PageSeen>,
    }

    /// A page something was found on.
    PageSeen {
        /// Its title.
        title: String,
        /// Its address.
        url: Uri,
        /// The day it was read.
        seen: Option<Date>,
        /// How much of it was read: whole, start, contents or reported.
        extent: &'static str,
    }

    /// An organisation.
    Organization {
        /// The identifier.
        id: Uuid,
        /// Its name.
        name: String,
        /// What it does.
        description: String,
        /// Its address on the web.
        website: Option<Uri>,
        /// Where it is described as linked data.
        uri: Option<Uri>,
        /// The organisation it is part of.
        parent_organization_id: Option<Uuid>,
        /// Telephone numbers.
        phones: Vec<Phone>,
        /// Its identifiers in lists of others.
        organization_identifiers: Vec<OrganizationIdentifier>,
        /// The terms it is tagged with.
        attributes: Vec<Attribute>,
    }

    /// An identifier in a list of others.
    OrganizationIdentifier {
        /// The identifier of this entry.
        id: Uuid,
        /// The organisation.
        organization_id: Uuid,
        /// What kind of identifier.
        identifier_type: String,
        /// The identifier.
        identifier: String,
    }

    /// A service at a place.
    ServiceAtLocation {
        /// The identifier.
        id: Uuid,
        /// The service.
        service_id: Uuid,
        /// The place.
        location_id: Uuid,
        /// The place.
        location: Option<Location>,
        /// The service; left out inside a service.
        service: Option<Box<Service>>,
    }

    /// A place: physical, or virtual where a service is given by telephone or online.
    Location {
        /// The identifier.
        id: Uuid,
        /// physical or virtual.
        location_type: &'static str,
        /// Its name.
        name: String,
        /// What the council's page says of it.
        description: Option<String>,
        /// Its addresses.
        addresses: Vec<Address>,
    }

    /// An address.
    Address {
        /// The identifier.
        id: Uuid,
        /// The place it is of.
        location_id: Uuid,
        /// House and street.
        address_1: String,
        /// The town; the council's area, where the address names none.
        city: String,
        /// The region of England.
        region: Option<String>,
        /// The council's area, by the postcode.
        state_province: String,
        /// The postcode.
        postal_code: String,
        /// GB.
        country: &'static str,
        /// physical.
        address_type: &'static str,
    }

    /// When a service is given.
    Schedule {
        /// The identifier.
        id: Uuid,
        /// The service.
        service_id: Uuid,
        /// The first day.
        valid_from: Option<Date>,
        /// The last day.
        valid_to: Option<Date>,
        /// WEEKLY or MONTHLY, where the words say so.
        freq: Option<&'static str>,
        /// Every so many weeks or months.
        interval: Option<f64>,
        /// The first day of its rhythm, where it is counted from one.
        dtstart: Option<Date>,
        /// The days of the week, such as `MO,TU`, or which one of the month, such as `2TU`.
        byday: Option<String>,
        /// When it begins, such as 10:00.
        opens_at: Option<String>,
        /// When it ends.
        closes_at: Option<String>,
        /// What the council's page says.
        description: Option<String>,
        /// How it is given.
        attending_type: Option<String>,
    }

    /// The area a service is for.
    ServiceArea {
        /// The identifier.
        id: Uuid,
        /// The service.
        service_id: Uuid,
        /// In words.
        name: String,
        /// The code of the council's area in national statistics.
        extent: Option<String>,
        /// `text`: the extent is a code.
        extent_type: Option<&'static str>,
        /// The council's area as linked data.
        uri: Option<Uri>,
    }

    /// A language.
    Language {
        /// The identifier.
        id: Uuid,
        /// The service; or the contact's telephone number has it.
        service_id: Option<Uuid>,
        /// The number it is spoken at.
        phone_id: Option<Uuid>,
        /// In words.
        name: String,
    }

    /// What a service costs.
    CostOption {
        /// The identifier.
        id: Uuid,
        /// The service.
        service_id: Uuid,
        /// The sum.
        amount: Option<f64>,
        /// GBP, where there is a sum.
        currency: Option<&'static str>,
        /// In words.
        amount_description: String,
    }

    /// Something to bring or send.
    RequiredDocument {
        /// The identifier.
        id: Uuid,
        /// The service.
        service_id: Uuid,
        /// In words.
        document: String,
    }

    /// Whom to ask. Posts are named, never people.
    Contact {
        /// The identifier.
        id: Uuid,
        /// The service.
        service_id: Uuid,
        /// Who answers.
        name: String,
        /// The post.
        title: Option<String>,
        /// Where to write.
        email: Option<Email>,
        /// Telephone numbers.
        phones: Vec<Phone>,
    }

    /// A telephone number.
    Phone {
        /// The identifier.
        id: Uuid,
        /// The service.
        service_id: Option<Uuid>,
        /// The organisation.
        organization_id: Option<Uuid>,
        /// The contact whose it is.
        contact_id: Option<Uuid>,
        /// The number.
        number: String,
        /// What to ask, when, and for which area.
        description: Option<String>,
        /// The languages spoken there.
        languages: Vec<Language>,
    }

    /// A term that a record is tagged with.
    Attribute {
        /// The identifier.
        id: Uuid,
        /// The record.
        link_id: Uuid,
        /// What the term says of it: eligibility, need, basis, law, support, delivery or principle.
        link_type: &'static str,
        /// The kind of record.
        link_entity: &'static str,
        /// More about it, such as how the answer stands for families of that arrangement.
        value: Option<String>,
        /// The term.
        taxonomy_term_id: Uuid,
        /// The term.
        taxonomy_term: Term,
    }

    /// A taxonomy.
    Taxonomy {
        /// The identifier.
        id: Uuid,
        /// Its name.
        name: String,
        /// What it is for.
        description: String,
        /// Where it is published.
        uri: Uri,
        /// Its version.
        version: String,
    }

    /// A term of a taxonomy.
    Term {
        /// The identifier.
        id: Uuid,
        /// Its code.
        code: String,
        /// Its name.
        name: String,
        /// What it means.
        description: String,
        /// The term above it.
        parent_id: Option<Uuid>,
        /// The name of its taxonomy.
        taxonomy: String,
        /// Its taxonomy.
        taxonomy_id: Uuid,
        /// Where it is published.
        term_uri: Option<Uri>,
    }
}
