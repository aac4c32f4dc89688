//! What a council offers to kinship families, and which council that is: pure functions over
//! published data. No file, network, clock or database is touched here.
//!
//! [`Offer::load`] reads a council's files and checks every name in them; [`Offer::matches`] holds its services
//! against one family's facts; [`Match::taken_away`] says where it gives that family less than national law;
//! [`Offer::check`] holds the whole offer against the law; [`Offer::write`] writes it back; [`exchange::Feed`] is the
//! same as open data. [`search::Search`] finds help by everyday words.

mod area;
pub mod check;
mod cited;
mod clerk;
pub mod comparison;
mod contact;
mod decision;
mod difference;
mod eligibility;
pub mod exchange;
mod head;
mod history;
mod key;
mod load;
mod matching;
mod money;
mod offer;
mod page;
pub mod place;
pub mod publish;
pub mod reading;
mod record;
mod reference;
mod schedule;
pub mod search;
mod section;
mod service;
mod stale;
mod stated;
mod versions;
mod written;

pub use area::DistrictContacts;
pub use cited::{Cited, Said, Source};
pub use contact::{Contact, DistrictsBy, Organisation, OrganisationKind};
pub use decision::{Body, Bound, Clock, Complaint, Length, Linked, Unit};
pub use difference::{Difference, KeyChange, What, differences, key_changes, merge};
pub use eligibility::{Eligibility, Published, Rule};
pub use head::{Address, Head, Layout, Status};
pub use history::{Event, Remark, RemarkKind};
pub use key::{Key, Need, Shape, keys, kinds};
pub use matching::{Answer, Match, PaymentMatch};
pub use money::{Amount, Band, Cohort, MeansTest, Payment, PaymentBasis, PaymentKind, Pence, PolicyStatus};
pub use offer::{Named, Offer, Offers, all, find};
pub use page::{Extent, Item, Page};
pub use record::{Record, RecordId};
pub use schedule::{Hours, Nth, Rhythm, Schedule};
pub use section::{Commitment, Led, Section, Statement, StatementKind};
pub use service::{Basis, Delivery, Provider, ProviderKind, Service, Tie, Welcome};
pub use stale::{Left, LeftKind, StaleFacts};
pub use stated::Stated;
pub use versions::Compared;
pub use written::{Id, Url};
