//! A form of casework as it was sent: its fields, and perhaps a file.

use super::LONGEST_FORM;
use crate::find::Fields;
use crate::ui::Fault;
use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::http::{StatusCode, header};
use store::LARGEST_FILE;

/// A form, and the file in it.
pub(super) struct Sent {
    /// What was written.
    pub fields: Fields,
    /// The file, where one was chosen.
    pub file: Option<Upload>,
}

/// A file as it came in: nobody has looked at it yet.
pub(super) struct Upload {
    /// The field it was chosen in.
    pub field: String,
    /// What it is called where it came from.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Fault;

    async fn from_request(mut request: Request, state: &S) -> Result<Sent, Fault> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if !kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
            return Ok(Sent { fields: Fields::from_request(request, state).await?, file: None });
        }
        DefaultBodyLimit::max(LARGEST_FILE + LONGEST_FORM).apply(&mut request);
        let mut parts = Multipart::from_request(request, state).await.map_err(|_| Fault::bad_request())?;
        let (mut fields, mut file) = (Vec::new(), None);
        while let Some(part) = parts.next_field().await.map_err(fault)? {
            let field = part.name().unwrap_or_default().to_owned();
            match part.file_name().map(str::to_owned) {
                None => fields.push((field, part.text().await.map_err(fault)?)),
                // A browser sends a file without a name where none was chosen.
                Some(name) => {
                    let bytes = part.bytes().await.map_err(fault)?.to_vec();
                    file = file.or((!name.is_empty()).then_some(Upload { field, name, bytes }));
                }
            }
        }
        Ok(Sent { fields: fields.into(), file })
    }
}

fn fault(error: MultipartError) -> Fault {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Fault::of(StatusCode::PAYLOAD_TOO_LARGE),
        _ => Fault::bad_request(),
    }
}
