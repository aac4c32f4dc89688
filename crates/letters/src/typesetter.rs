//! Sets a document as a PDF: the templates built in, and the document as a file of data beside them.
//!
//! The words of a document reach the templates through `json()` alone, so they can never be read as markup or code.

use crate::fonts::Fonts;
use crate::proof;
use anyhow::{Context, Result, anyhow};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

const MAIN: (&str, &str) = ("document.typ", include_str!("../templates/document.typ"));
const BLOCKS: (&str, &str) = ("blocks.typ", include_str!("../templates/blocks.typ"));

/// What is said where the typesetter itself could not do its work.
const NOT_SET: &str = "This document could not be made into a PDF.";

/// Everything that is the same for every document.
pub(crate) struct Typesetter {
    library: LazyHash<Library>,
    fonts: Fonts,
    main: Source,
    blocks: Source,
    document: FileId,
    standards: PdfStandards,
}

/// One document on its way to paper.
struct Setting<'a> {
    typesetter: &'a Typesetter,
    document: Bytes,
}

impl Typesetter {
    /// Makes ready what every document needs.
    pub(crate) fn new() -> Result<Typesetter> {
        // Headings of rows are marked as such by a function that is still behind a feature.
        let features = [Feature::A11yExtras].into_iter().collect();
        let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
            .map_err(|fault| anyhow!("the standards do not go together: {}", fault.message()))?;
        Ok(Typesetter {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            fonts: Fonts::built_in(),
            main: source(MAIN)?,
            blocks: source(BLOCKS)?,
            document: file("document.json")?,
            standards,
        })
    }

    /// Writes a document, given as JSON, as a PDF.
    ///
    /// # Errors
    /// A sentence fit to be shown, which says why there is no PDF.
    pub(crate) fn write(&self, json: &[u8]) -> Result<Vec<u8>, String> {
        let document = proof::read(json, &self.fonts)?;
        let json = serde_json::to_vec(&document).map_err(|_| NOT_SET.to_owned())?;
        let written = self.set(json);
        // What was worked out for this document holds its words: forget it all.
        typst::comemo::evict(0);
        written
    }

    /// Writes nothing of anybody's, so that the first document finds everything ready.
    pub(crate) fn warm_up(&self) {
        // A sheet of one word cannot fail; if it does, the first document says so.
        let _ = self.write(br#"{"title":"Sheet","kind":"sheet","blocks":[{"is":"heading","level":1,"text":"Sheet"}]}"#);
    }

    fn set(&self, json: Vec<u8>) -> Result<Vec<u8>, String> {
        let setting = Setting { typesetter: self, document: Bytes::new(json) };
        // What the typesetter says may quote the words, so it is not passed on.
        let pages = typst::compile(&setting).output.map_err(|faults| { eprintln!("{faults:#?}"); NOT_SET.to_owned() })?;
        let options = PdfOptions {
            creator: Smart::Custom(None),
            timestamp: today().map(Timestamp::new_utc),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&pages, &options).map_err(|faults| { eprintln!("{faults:#?}"); NOT_SET.to_owned() })
    }
}

impl World for Setting<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.typesetter.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.typesetter.fonts.book
    }

    fn main(&self) -> FileId {
        self.typesetter.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let kept = [&self.typesetter.main, &self.typesetter.blocks];
        kept.into_iter().find(|source| source.id() == id).cloned().ok_or_else(no_such_file)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.typesetter.document { Ok(self.document.clone()) } else { Err(no_such_file()) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.typesetter.fonts.faces.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The day, which PDF/A asks for; not the time of day, which is nobody's business.
fn today() -> Option<Datetime> {
    let date = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let part = |number: i8| u8::try_from(number).ok();
    Datetime::from_ymd(date.year().into(), part(date.month())?, part(date.day())?)
}

fn source((name, text): (&str, &str)) -> Result<Source> {
    Ok(Source::new(file(name)?, text.into()))
}

fn file(name: &str) -> Result<FileId> {
    let path = VirtualPath::new(name).ok().with_context(|| format!("{name} is no path"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn no_such_file() -> FileError {
    FileError::NotFound(std::path::PathBuf::new())
}
