//! Writing PDF, which another program does. This server knows none yet, so pages offer print, Word and text.

/// A program that writes PDF; there is none.
pub enum Pdf {}

/// Why a PDF could not be written.
#[derive(Debug)]
pub enum PdfError {}

impl Pdf {
    /// The document as PDF.
    ///
    /// # Errors
    /// Where the program fails.
    pub async fn write(&self, _document: &paper::Document) -> Result<Vec<u8>, PdfError> {
        match *self {}
    }
}
