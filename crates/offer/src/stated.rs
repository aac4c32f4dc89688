//! What a source says of something, when saying nothing, saying "none" and not having been read are three
//! different things.

/// A value as a council's pages give it.
///
/// ```
/// use offer::Stated;
///
/// let cost: Stated<String> = Stated::NotStated;
/// assert!(!cost.is_settled(), "a page that names no cost has not said that there is none");
/// assert!(Stated::<String>::None.is_settled());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stated<T> {
    /// The source gives this value.
    Is(T),
    /// The source was read and does not say.
    NotStated,
    /// The part of the source that might say was not read. Nothing is claimed.
    #[default]
    NotSeen,
    /// The source says that there is none.
    None,
}

impl<T> Stated<T> {
    /// The value, where there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Stated::Is(value) => Some(value),
            _ => None,
        }
    }

    /// Whether the source settles the matter, with a value or by saying that there is none.
    pub fn is_settled(&self) -> bool {
        matches!(self, Stated::Is(_) | Stated::None)
    }

    /// The same knowledge of something made from the value.
    pub fn map<U>(&self, make: impl FnOnce(&T) -> U) -> Stated<U> {
        match self {
            Stated::Is(value) => Stated::Is(make(value)),
            Stated::NotStated => Stated::NotStated,
            Stated::NotSeen => Stated::NotSeen,
            Stated::None => Stated::None,
        }
    }

    /// The word files use where there is no value.
    pub fn word(&self) -> Option<&'static str> {
        match self {
            Stated::Is(_) => None,
            Stated::NotStated => Some("not stated"),
            Stated::NotSeen => Some("not seen"),
            Stated::None => Some("none"),
        }
    }

    /// What a reader is told where there is no value.
    pub fn plain(&self) -> Option<&'static str> {
        match self {
            Stated::Is(_) => None,
            Stated::NotStated => Some("The page does not say."),
            Stated::NotSeen => Some("We did not see this part of the page."),
            Stated::None => Some("The page says there is none."),
        }
    }

    /// The absence that a word of a file means.
    pub(crate) fn absence(word: &str) -> Option<Self> {
        match word {
            "not stated" => Some(Stated::NotStated),
            "not seen" => Some(Stated::NotSeen),
            "none" => Some(Stated::None),
            _ => None,
        }
    }
}
