//! Records that other programs read: what is absent is left out, and every field tells its own shape, so that
//! documents about the data are made from the data's own types.

use jiff::civil::Date;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The shape of a value.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Words.
    Text,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// An identifier.
    Uuid,
    /// An address.
    Uri,
    /// An address for email.
    Email,
    /// A civil date.
    Date,
    /// A moment.
    DateTime,
    /// A number, with or without a fraction.
    Number,
    /// A whole number.
    Integer,
    /// True or false.
    Flag,
    /// Several of one shape.
    List(fn() -> Shape),
    /// A record of that name and those fields.
    Record(&'static str, fn() -> Vec<Field>),
    /// Words by name.
    Map(fn() -> Shape),
}

/// A field of a record.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it says.
    pub says: &'static str,
    /// The shape of its value.
    pub shape: Shape,
    /// Whether it is always there.
    pub always: bool,
}

/// A value with a shape.
pub trait Shaped {
    /// Its shape.
    fn shape() -> Shape;
    /// Whether a record always holds it.
    const ALWAYS: bool = true;
    /// Whether there is nothing to say, so that it is left out.
    fn is_absent(&self) -> bool {
        false
    }
}

macro_rules! shaped {
    ($($kind:ty => $shape:ident),+) => { $(impl Shaped for $kind {
        fn shape() -> Shape { Shape::$shape }
    })+ };
}
shaped!(String => Text, &'static str => Text, Uuid => Uuid, Uri => Uri, Email => Email, Date => Date,
    Moment => DateTime, jiff::Timestamp => DateTime, f64 => Number, u32 => Integer, usize => Integer, bool => Flag);

impl<T: Shaped> Shaped for Option<T> {
    const ALWAYS: bool = false;
    fn shape() -> Shape {
        T::shape()
    }
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Shaped> Shaped for Box<T> {
    const ALWAYS: bool = T::ALWAYS;
    fn shape() -> Shape {
        T::shape()
    }
    fn is_absent(&self) -> bool {
        T::is_absent(self)
    }
}

impl<T: Shaped> Shaped for Vec<T> {
    const ALWAYS: bool = false;
    fn shape() -> Shape {
        Shape::List(T::shape)
    }
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Shaped> Shaped for BTreeMap<String, T> {
    const ALWAYS: bool = false;
    fn shape() -> Shape {
        Shape::Map(T::shape)
    }
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

/// An address on the web.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Uri(String);

impl Uri {
    /// Takes an address that begins as one and holds no space.
    pub fn new(text: &str) -> Option<Uri> {
        let fits = ["https://", "http://", "urn:"].iter().any(|start| text.starts_with(start));
        (fits && text.chars().all(|letter| letter.is_ascii_graphic())).then(|| Uri(text.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An address for email.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Email(String);

impl Email {
    /// Takes what has a name, one sign and a host.
    pub fn new(text: &str) -> Option<Email> {
        let (name, host) = text.split_once('@')?;
        let fits =
            |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_graphic() && letter != '@');
        (fits(name) && fits(host) && host.contains('.') && !host.ends_with('.')).then(|| Email(text.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The first moment of a day: what is known of when something changed is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub Date);

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}T00:00:00.000Z", self.0)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Makes records, for this crate and those above it: each is written without what is absent, and lists its fields.
#[macro_export]
macro_rules! records {
    ($($(#[doc = $says:literal])+ $name:ident { $($(#[doc = $about:literal])+ $field:ident : $kind:ty),+ $(,)? })+) => { $(
        $(#[doc = $says])+
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $($(#[doc = $about])+ pub $field: $kind),+
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct;
                let mut record = serializer.serialize_struct(stringify!($name), 1)?;
                $(if !$crate::exchange::Shaped::is_absent(&self.$field) {
                    record.serialize_field($crate::exchange::plain_name(stringify!($field)), &self.$field)?;
                })+
                record.end()
            }
        }

        impl $name {
            /// Its fields, in the order they are written.
            pub fn fields() -> Vec<$crate::exchange::Field> {
                vec![$($crate::exchange::Field {
                    name: $crate::exchange::plain_name(stringify!($field)),
                    says: concat!($($about),+),
                    shape: <$kind as $crate::exchange::Shaped>::shape(),
                    always: <$kind as $crate::exchange::Shaped>::ALWAYS,
                }),+]
            }
        }

        impl $crate::exchange::Shaped for $name {
            fn shape() -> $crate::exchange::Shape {
                $crate::exchange::Shape::Record(stringify!($name), $name::fields)
            }
        }
    )+ };
}

/// A field's name without the mark for a word of the language.
#[doc(hidden)]
pub fn plain_name(name: &'static str) -> &'static str {
    name.strip_prefix("r#").unwrap_or(name)
}
