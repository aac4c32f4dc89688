//! Offers as open data: the Open Referral records other programs read, made without loss of what is *not* known, and the
//! ways back in.

mod ages;
mod beside;
mod feed;
mod hsds;
mod identity;
mod import;
mod location;
mod organisation;
mod read;
mod record;
mod schedule;
mod service;
pub mod table;
mod taxonomy;

pub use feed::{Feed, Held};
pub use hsds::{
    Address, Attribute, Beside, Contact, CostOption, Language, Location, Organization, OrganizationIdentifier,
    PageSeen, Phone, RequiredDocument, Schedule, Service, ServiceArea, ServiceAtLocation, Taxonomy, Term,
};
pub use identity::identity;
pub use import::{Fetched, Imported, Incoming, import};
#[doc(hidden)]
pub use record::plain_name;
pub use record::{Email, Field, Moment, Shape, Shaped, Uri};
pub use taxonomy::Taxonomies;
pub use uuid::Uuid;
