//! What a file really is, whatever its name says. A picture is drawn anew, so that nothing else that stood in it is kept:
//! where it was taken, by which phone, or something that is no picture.

use crate::language::{Said, say};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

const PDF: &str = "application/pdf";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const JPEG: &str = "image/jpeg";
const PNG: &str = "image/png";

/// How well a photo is drawn anew, of 100.
const QUALITY: u8 = 88;
/// The widest and the highest picture that is taken, in dots.
const LARGEST_SIDE: u32 = 12_000;
/// The memory a picture may take while it is drawn, in bytes.
const MOST_MEMORY: u64 = 200 * 1024 * 1024;

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotTaken {
    /// It is of a kind that is not kept.
    Kind,
    /// It is a picture that cannot be drawn.
    Broken,
    /// It holds nothing.
    Empty,
}

impl NotTaken {
    /// It in words, and what to do.
    pub(super) fn says(self) -> Said {
        match self {
            NotTaken::Kind => say("act-file-kind"),
            NotTaken::Broken => say("act-file-broken"),
            NotTaken::Empty => say("act-file-empty"),
        }
    }
}

/// A file that may be kept.
#[derive(Debug)]
pub(super) struct Looked {
    /// Its kind.
    pub kind: &'static str,
    /// How the name of such a file ends.
    pub ending: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Looks at a file.
///
/// # Errors
/// Why it is not taken, and what to do.
pub(super) fn look(bytes: Vec<u8>) -> Result<Looked, NotTaken> {
    if bytes.is_empty() {
        return Err(NotTaken::Empty);
    }
    match infer::get(&bytes).map(|kind| kind.mime_type()) {
        Some(PDF) => Ok(Looked { kind: PDF, ending: "pdf", bytes }),
        Some(WORD) => Ok(Looked { kind: WORD, ending: "docx", bytes }),
        Some(JPEG) => {
            Ok(Looked { kind: JPEG, ending: "jpg", bytes: drawn(&bytes, ImageFormat::Jpeg).ok_or(NotTaken::Broken)? })
        }
        Some(PNG) => {
            Ok(Looked { kind: PNG, ending: "png", bytes: drawn(&bytes, ImageFormat::Png).ok_or(NotTaken::Broken)? })
        }
        _ => Err(NotTaken::Kind),
    }
}

/// A picture drawn anew, the right way up.
fn drawn(bytes: &[u8], format: ImageFormat) -> Option<Vec<u8>> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let way_up = decoder.orientation().ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(way_up);
    let mut out = Vec::new();
    let written = match format {
        ImageFormat::Jpeg => {
            DynamicImage::from(picture.to_rgb8()).write_with_encoder(JpegEncoder::new_with_quality(&mut out, QUALITY))
        }
        format => picture.write_to(&mut Cursor::new(&mut out), format),
    };
    written.ok().map(|()| out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(format: ImageFormat) -> Vec<u8> {
        let mut out = Vec::new();
        DynamicImage::new_rgb8(40, 20).write_to(&mut Cursor::new(&mut out), format).unwrap();
        out
    }

    /// A photo with a part in front that says that it lies on its side, and where it was taken.
    fn told() -> Vec<u8> {
        let plain = photo(ImageFormat::Jpeg);
        let mut tiff = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
        tiff.extend_from_slice(b"GPS 51.4737 N 0.0693 W");
        let mut out = plain[..2].to_vec();
        out.extend_from_slice(&[0xff, 0xe1]);
        out.extend_from_slice(&u16::try_from(tiff.len() + 2).unwrap().to_be_bytes());
        out.extend_from_slice(&tiff);
        out.extend_from_slice(&plain[2..]);
        out.extend_from_slice(b"GPS after the end");
        out
    }

    #[test]
    fn a_photo_stands_upright_and_does_not_say_where_it_was_taken() {
        let looked = look(told()).unwrap();
        assert_eq!(looked.kind, JPEG);
        assert!(
            !looked.bytes.windows(3).any(|three| three == b"GPS")
                && !looked.bytes.windows(4).any(|four| four == b"Exif")
        );
        let picture = image::load_from_memory(&looked.bytes).unwrap();
        assert_eq!((picture.width(), picture.height()), (20, 40));
    }

    #[test]
    fn only_what_it_really_is_counts() {
        for (bytes, kind) in [
            (b"%PDF-1.7\n".to_vec(), Ok(PDF)),
            (photo(ImageFormat::Png), Ok(PNG)),
            (Vec::new(), Err(NotTaken::Empty)),
            (b"MZ\x90\0".to_vec(), Err(NotTaken::Kind)),
            (b"<!doctype html><script>1</script>".to_vec(), Err(NotTaken::Kind)),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(), Err(NotTaken::Kind)),
            (b"PK\x03\x04 a plain zip".to_vec(), Err(NotTaken::Kind)),
            (b"\xff\xd8\xff\xe0 no picture".to_vec(), Err(NotTaken::Broken)),
        ] {
            assert_eq!(look(bytes.clone()).map(|looked| looked.kind), kind, "{bytes:?}");
        }
        for end in 0..told().len() {
            let _ = look(told()[..end].to_vec());
        }
    }

    #[test]
    fn a_picture_that_would_fill_the_memory_is_not_drawn() {
        // A head that promises 60,000 dots each way.
        let mut png = photo(ImageFormat::Png);
        png[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
        assert_eq!(look(png).map(|looked| looked.kind), Err(NotTaken::Broken));
    }
}
