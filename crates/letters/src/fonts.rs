//! The faces that documents are set in, built in so that every machine sets the same page.
//!
//! Atkinson Hyperlegible Next was drawn for readers with low vision: no two of its letters look alike. DejaVu Sans
//! stands in for the scripts it lacks (Greek, Cyrillic, Arabic and more) and draws the box to tick.

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

const FILES: [&[u8]; 3] = [
    include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
    include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
    include_bytes!("../fonts/DejaVuSans.ttf"),
];

/// The faces, and the book they are chosen from.
pub(crate) struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) faces: Vec<Font>,
}

impl Fonts {
    /// The faces built in.
    pub(crate) fn built_in() -> Fonts {
        let faces: Vec<Font> = FILES.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect();
        Fonts { book: LazyHash::new(FontBook::from_fonts(&faces)), faces }
    }

    /// Whether some face can draw the character.
    pub(crate) fn can_draw(&self, character: char) -> bool {
        self.faces.iter().any(|face| face.info().coverage.contains(u32::from(character)))
    }
}
