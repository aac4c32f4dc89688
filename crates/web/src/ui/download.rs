//! A document to take away: as PDF, as a Word file or as plain text, under a name that tells nothing.

use crate::App;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use paper::Document;

/// What kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// Plain text.
    Text,
    /// A Word file.
    Word,
    /// A PDF.
    Pdf,
}

const NO_PDF: &str =
    "We cannot make a PDF just now. You can print this page, or take it as a Word file or as plain text.";
const NO_WORD: &str = "We cannot make a Word file just now. You can print this page, or take it as plain text.";

impl Format {
    /// The kind of file by the end of its name.
    pub(crate) fn of(ending: &str) -> Option<Format> {
        match ending {
            "txt" => Some(Format::Text),
            "docx" => Some(Format::Word),
            "pdf" => Some(Format::Pdf),
            _ => None,
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Format::Text => "txt",
            Format::Word => "docx",
            Format::Pdf => "pdf",
        }
    }

    fn kind(self) -> &'static str {
        match self {
            Format::Text => "text/plain; charset=utf-8",
            Format::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Format::Pdf => "application/pdf",
        }
    }

    /// The document as such a file.
    ///
    /// # Errors
    /// Why it cannot be made just now, fit to be shown. What went wrong may hold words of the document, so only the
    /// kind of file is logged.
    pub(crate) async fn write(self, app: &App, document: &Document) -> Result<Vec<u8>, String> {
        let made = match (self, app.pdf()) {
            (Format::Text, _) => Ok(document.to_text().into_bytes()),
            (Format::Word, _) => document.to_docx().map_err(|_| NO_WORD.to_owned()),
            (Format::Pdf, None) => Err(NO_PDF.to_owned()),
            (Format::Pdf, Some(pdf)) => pdf.write(document).await.map_err(|error| error.to_string()),
        };
        if made.is_err() {
            tracing::error!(ending = self.ending(), "a document could not be written");
        }
        made
    }

    /// The file as an answer that browsers save. Whether anybody may keep it, the layers say, as of every answer.
    pub(crate) fn send(self, name: &str, bytes: Vec<u8>) -> Response {
        let headers = [
            (header::CONTENT_TYPE, self.kind().to_owned()),
            (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.{}\"", self.ending())),
        ];
        (headers, bytes).into_response()
    }
}
