//! Identifiers that stay the same: made from the council's name, the kind of record and its name in the offer.

use uuid::Uuid;

/// The space in which all of ours are made.
const KITH: Uuid = Uuid::from_u128(0x6b69_7468_6b69_5e70_8a66_6f66_6665_7273);

/// The identifier of a record by its path, such as `southwark/service/childcare`.
///
/// ```
/// use offer::exchange::identity;
/// let id = identity("southwark/service/childcare");
/// assert_eq!(id, identity("southwark/service/childcare"));
/// assert_eq!(id.get_version_num(), 5);
/// ```
pub fn identity(path: &str) -> Uuid {
    Uuid::new_v5(&KITH, path.as_bytes())
}

/// The path of a record, from which the identifiers of its parts are made.
#[derive(Clone, Debug)]
pub(crate) struct Path(String);

impl Path {
    pub(crate) fn new(council: &str, kind: &str, id: &str) -> Path {
        Path(format!("{council}/{kind}/{id}"))
    }

    pub(crate) fn id(&self) -> Uuid {
        identity(&self.0)
    }

    pub(crate) fn part(&self, kind: &str, name: impl std::fmt::Display) -> Path {
        Path(format!("{}/{kind}/{name}", self.0))
    }
}
