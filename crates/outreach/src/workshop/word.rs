//! Values that files and forms know by a word.

/// A choice of a few values, each with the word by which forms and events know it.
macro_rules! words {
    ($(#[$note:meta])* pub enum $name:ident { $($(#[$each:meta])* $value:ident = $word:literal),+ $(,)? }) => {
        $(#[$note])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$each])* #[serde(rename = $word)] $value),+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [$name] = &[$($name::$value),+];

            /// The word for it.
            pub fn word(self) -> &'static str {
                match self { $($name::$value => $word),+ }
            }

            /// The value of a word.
            pub fn read(word: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }
        }
    };
}
pub(super) use words;

/// Values of the offer's format, kept by their words; a word that is no longer known is left out.
pub(super) mod welcomes {
    use offer::Welcome;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn serialize<S: Serializer>(list: &[Welcome], out: S) -> Result<S::Ok, S::Error> {
        list.iter().map(|one| one.word()).collect::<Vec<_>>().serialize(out)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Welcome>, D::Error> {
        let words = Vec::<String>::deserialize(from)?;
        let known = words.iter().filter_map(|word| Welcome::ALL.iter().copied().find(|one| one.word() == word));
        Ok(known.collect())
    }
}

/// The same of what makes a place open to more people.
pub(super) mod accesses {
    use offer::search::Access;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn serialize<S: Serializer>(list: &[Access], out: S) -> Result<S::Ok, S::Error> {
        list.iter().map(|one| one.word()).collect::<Vec<_>>().serialize(out)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Access>, D::Error> {
        let words = Vec::<String>::deserialize(from)?;
        let known = words.iter().filter_map(|word| Access::ALL.iter().copied().find(|one| one.word() == word));
        Ok(known.collect())
    }
}
