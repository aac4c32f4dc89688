//! A yearly return as a file: the census as XML, the return of looked-after children as its CSV files in one ZIP.
//!
//! That it was taken away is written into the audit chain, once for the council and once for each case whose child is in it.

use super::desk::CaseDesk;
use super::returns::{Asked, draw};
use crate::App;
use crate::account::{Deed, SignedIn};
use crate::clock::london;
use crate::language::{Said, say};
use crate::ui::Fault;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use returns::cin::{self, Census};
use returns::{Child, Collection, ssda903};
use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A file of a return.
struct File {
    name: String,
    kind: &'static str,
    bytes: Vec<u8>,
}

/// `/cases/{slug}/returns/{year}/{file}`.
pub(super) async fn file(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, ending, file)): Path<(String, String, String)>,
    Query(form): Query<BTreeMap<String, String>>,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(&app, signed, &slug, Deed::Oversee)?;
    let word = match file.as_str() {
        "cin.xml" => Collection::Need.word(),
        "ssda903.zip" => Collection::Care.word(),
        _ => return Err(Fault::not_found().into_response()),
    };
    let asked = ending.parse().ok().and_then(|ending| Asked::read(&desk, word, ending, app.clock().today()));
    let asked = asked.ok_or_else(|| Fault::not_found().into_response())?;
    let children = asked.children();
    let file = match asked.collection {
        Collection::Need => match head(&form) {
            Ok((council, serial)) => census(&app, &asked, council, serial, &children),
            Err(wrong) => return Ok(draw(&app, &desk, &asked, Some(wrong))),
        },
        Collection::Care => looked_after(&asked, &children),
    };
    let Some(file) = file else {
        tracing::error!(kind = word, "a return could not be written");
        return Err(Fault::of(StatusCode::INTERNAL_SERVER_ERROR).into_response());
    };
    taken(&app, &desk, &asked).await?;
    Ok(send(file))
}

/// Nothing leaves before it is written down that it does.
async fn taken(app: &App, desk: &CaseDesk, asked: &Asked) -> Result<(), Response> {
    let what = format!("{}, taken away", asked.name());
    desk.looked_over(app, &what).await.map_err(Fault::store)?;
    for id in asked.in_file() {
        desk.looked(app, id, &what).await.map_err(Fault::store)?;
    }
    Ok(())
}

/// The council's number and the file's, as they were typed.
fn head(form: &BTreeMap<String, String>) -> Result<(&str, u16), Said> {
    let said = |name: &str| form.get(name).map(|text| text.trim()).unwrap_or_default();
    let council = said("council");
    if council.len() != 3 || !council.bytes().all(|sign| sign.is_ascii_digit()) {
        return Err(say("returns-council-wrong"));
    }
    let serial = said("serial").parse().ok().filter(|serial| (1..=999).contains(serial));
    Ok((council, serial.ok_or_else(|| say("returns-serial-wrong"))?))
}

fn census(app: &App, asked: &Asked, council: &str, serial: u16, children: &[Child]) -> Option<File> {
    let written = london(app.clock().now());
    let census = Census { year: asked.year, council, release: env!("CARGO_PKG_VERSION"), serial, written };
    let text = cin::write(&census, children).ok()?;
    let name = format!("cin-{}.xml", asked.year.ends().year());
    Some(File { name, kind: "application/xml", bytes: text.into_bytes() })
}

fn looked_after(asked: &Asked, children: &[Child]) -> Option<File> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // The hour at which it was made stands in no file: the same cases give the same bytes.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for table in ssda903::write(asked.year, children).ok()? {
        archive.start_file(table.table.file_name(), options).ok()?;
        archive.write_all(table.text.as_bytes()).ok()?;
    }
    let bytes = archive.finish().ok()?.into_inner();
    Some(File { name: format!("ssda903-{}.zip", asked.year.ends().year()), kind: "application/zip", bytes })
}

fn send(file: File) -> Response {
    let headers = [
        (header::CONTENT_TYPE, file.kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", file.name)),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, file.bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_council_has_three_figures_and_a_file_a_number() {
        let form = |council: &str, serial: &str| {
            BTreeMap::from([("council".to_owned(), council.to_owned()), ("serial".to_owned(), serial.to_owned())])
        };
        assert_eq!(head(&form(" 210 ", "2")), Ok(("210", 2)));
        for (council, serial) in [("21", "1"), ("21a", "1"), ("", "1"), ("2100", "1"), ("210", "0"), ("210", "x")] {
            assert!(head(&form(council, serial)).is_err(), "{council} {serial}");
        }
    }
}
