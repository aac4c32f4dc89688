//! Papers that people hand in: looked at before they are kept, sealed with the case's key, and given back only as files to
//! save.

mod look;

use super::act::Opened;
use super::caseload::NewPaper;
use super::desk::CaseDesk;
use super::sent::Upload;
use super::track::Tracker;
use crate::App;
use crate::account::{Deed, SignedIn};
use crate::language::{say, say_with};
use crate::ui::{Fault, show};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use casework::practice::{Act, Kind, Practice};
use casework::{Case, Officer, Paper};
use look::look;
use std::collections::BTreeSet;
use store::{File, FileId, StoreError};
use tokio::sync::Semaphore;

/// How many files are looked at at once.
static DRAWING: Semaphore = Semaphore::const_new(2);
/// How many papers a case holds: nobody reads more, and nobody fills the disk.
const MOST_PAPERS: usize = 300;
/// The longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 100;

/// A paper, as pages list it.
pub(super) struct PaperView {
    pub day: String,
    pub name: String,
    pub what: String,
    pub shows: String,
    pub file: String,
}

/// The field of an act in which a paper is handed in.
pub(super) fn field_of<'a>(act: &'a Act, practice: &Practice) -> Option<&'a str> {
    let is_paper = |field: &str| practice.fields.get(field).is_some_and(|field| field.kind == Kind::Paper);
    act.asks.iter().map(|column| column.field.as_str()).find(|field| is_paper(field))
}

/// The papers of a case, the newest first; of one person where they see only their own.
pub(super) fn papers(case: &Case, practice: &Practice, of: Option<&Officer>) -> Vec<PaperView> {
    let done = case.matters.iter().flat_map(|matter| &matter.done);
    let mut given: Vec<_> = done
        .filter(|done| of.is_none_or(|of| done.by == *of))
        .filter_map(|done| Some((done, done.values.values().find_map(casework::Value::paper)?)))
        .collect();
    given.sort_by_key(|(done, _)| std::cmp::Reverse(done.version));
    let words = |values: &casework::Values, field: &str| {
        let said = values.get(field).and_then(casework::Value::text).unwrap_or_default();
        let words = practice.fields.get(field).and_then(|field| field.words_of(said));
        words.unwrap_or(said).to_owned()
    };
    let view = |(done, paper): (&casework::matter::Done, &Paper)| PaperView {
        day: show::date(done.on),
        name: paper.name.clone(),
        what: words(&done.values, "paper_is"),
        shows: words(&done.values, "paper_shows"),
        file: paper.id.clone(),
    };
    given.into_iter().map(view).collect()
}

/// What a name may hold: no folder, nothing that breaks a line, and not too much of it. It ends as its kind does, so that
/// nothing is opened as what it only says it is.
fn clean(name: &str, ending: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = name.chars().filter(|sign| !sign.is_control()).collect();
    let stem = plain.rsplit_once('.').map_or(plain.as_str(), |(stem, _)| stem);
    let stem: String = stem.trim().chars().take(LONGEST_NAME).collect();
    let stem = if stem.is_empty() { "paper" } else { stem.as_str() };
    format!("{stem}.{ending}")
}

impl Opened {
    /// Looks at a file of the form: what the form then says of it, with the file where it must be kept, or what is wrong
    /// with it. The same file handed in again is kept once. It is kept with the act, so that a refused act leaves none.
    pub(super) async fn put(
        &self,
        app: &App,
        upload: Upload,
    ) -> Result<Result<(String, Option<NewPaper>), String>, StoreError> {
        // Each picture may take a lot of memory while it is drawn.
        let turn = DRAWING.acquire().await;
        let looked = tokio::task::spawn_blocking(move || look(upload.bytes).map(|looked| (looked, upload.name))).await;
        drop(turn);
        let (looked, name) = match looked {
            Ok(Ok(looked)) => looked,
            Ok(Err(wrong)) => return Ok(Err(wrong.says().plain().to_owned())),
            Err(_) => return Ok(Err(say("act-file-unread").plain().to_owned())),
        };
        let (store, stream, name) = (self.caseload.store(), self.id.stream()?, clean(&name, looked.ending));
        let known = store.files(&stream).await?;
        let len = i64::try_from(looked.bytes.len()).unwrap_or(i64::MAX);
        for file in known.iter().filter(|file| file.name == name && file.size == len) {
            if store.file(&stream, file.id).await?.is_some_and(|(_, bytes)| bytes == looked.bytes) {
                return Ok(Ok((format!("{} {name}", file.id), None)));
            }
        }
        if known.len() >= MOST_PAPERS {
            let says = say_with("act-too-many-papers", [("most", MOST_PAPERS.into())]);
            return Ok(Err(says.plain().to_owned()));
        }
        let id = FileId::new(app.clock().now());
        Ok(Ok((format!("{id} {name}"), Some(NewPaper { id, name, kind: looked.kind, bytes: looked.bytes }))))
    }
}

/// `/cases/{slug}/case/{case}/paper/{file}`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, name, file)): Path<(String, String, String)>,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(&app, signed, &slug, Deed::Cases)?;
    let (id, _) = desk.case(&app, &name).await?;
    let file: FileId = file.parse().map_err(|_| Fault::not_found().into_response())?;
    let found = desk.caseload.store().file(&id.stream().map_err(Fault::store)?, file).await.map_err(Fault::store)?;
    let (file, bytes) = found.ok_or_else(|| Fault::not_found().into_response())?;
    desk.looked(&app, &id, "a paper").await.map_err(Fault::store)?;
    Ok(send(&file, bytes))
}

/// `/track/case/paper/{file}`: one that this carer handed in.
pub(super) async fn read(tracker: Tracker, Path(file): Path<String>) -> Result<Response, Response> {
    let own = papers(&tracker.case, tracker.caseload.practice(), Some(&Officer::of(tracker.person)));
    let own: BTreeSet<&str> = own.iter().map(|paper| paper.file.as_str()).collect();
    let id = file.parse().ok().filter(|_| own.contains(file.as_str()));
    let id: FileId = id.ok_or_else(|| Fault::not_found().into_response())?;
    let stream = tracker.id.stream().map_err(Fault::store)?;
    let found = tracker.caseload.store().file(&stream, id).await.map_err(Fault::store)?;
    let (file, bytes) = found.ok_or_else(|| Fault::not_found().into_response())?;
    Ok(send(&file, bytes))
}

/// A file that a browser saves and never opens as a page of ours.
fn send(file: &File, bytes: Vec<u8>) -> Response {
    let name = show::part(&file.name);
    let headers = [
        (header::CONTENT_TYPE, file.media_type.clone()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{name}")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn a_name_leads_nowhere_and_breaks_nothing() {
        for (given, kept) in [
            ("report.pdf", "report.pdf"),
            ("..\\..\\evil.pdf", "evil.pdf"),
            ("/etc/passwd", "passwd.pdf"),
            ("a\r\nSet-Cookie: b.png", "aSet-Cookie: b.pdf"),
            ("letter.hta", "letter.pdf"),
            ("letter.pdf.exe", "letter.pdf.pdf"),
            (".pdf", "paper.pdf"),
            ("", "paper.pdf"),
        ] {
            assert_eq!(clean(given, "pdf"), kept, "{given:?}");
        }
        assert_eq!(clean(&format!("{}.{}", "ä".repeat(500), "p".repeat(500)), "pdf").chars().count(), 104);
    }
}
