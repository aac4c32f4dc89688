//! Which council answers for the children at a postcode, and how to find a council by name.
//!
//! Everything is embedded: nobody outside learns what a frightened person types. A [`Postcode`]
//! is looked up in the [`Index`] (every postcode of Great Britain and the islands, about a
//! tenth of a microsecond); what the directory's code there means today is in the tables of the
//! `places/` folder, so that most reorganisations of councils are an edit of text.
//!
//! A postcode is given to one council even where a boundary runs through its street: show the
//! council's name and let people correct it.
//!
//! ```
//! use offer::place::{Found, Places};
//!
//! let places = Places::embedded();
//! match places.find("se5 8ub") {
//!     Ok(Found::England { council, .. }) => assert_eq!(council.full_name, "London Borough of Southwark"),
//!     other => unreachable!("{other:?}"),
//! }
//! let error = places.find("SE5 8").unwrap_err();
//! assert_eq!(error.hint(), "The second half of a full postcode is one digit and two letters, like the 1AA of SW1A 1AA.");
//! ```

mod bits;
mod block;
mod council;
mod find;
mod found;
mod guess;
mod index;
mod pack;
mod postcode;
mod register;
mod spot;
mod table;
mod typed;

pub use council::{
    Council, CouncilCode, CouncilKind, District, Ending, Former, NMA_REGION_CAUTION, NmaRegion, NotACouncilCode,
    Region, Trust,
};
pub use find::{Places, Tables};
pub use found::{Found, Island, PlaceError};
pub use index::{Index, IndexError, Row};
pub use postcode::{Postcode, Sector};
pub use spot::{Miles, Spot};
pub use table::RegisterError;
