//! The answer on paper: whole, for a school, for a GP surgery, and for an adviser on the phone. Each is one document,
//! shown as a page and sent as a file.

mod answer;
mod call;
pub(crate) mod ink;
mod officer;
mod view;

pub(crate) use officer::{Office, Offices};

use super::session::Session;
use crate::App;
use crate::language::{Said, say};
use crate::ui::download::Format;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use paper::{Document, Kind, Size};
use serde::Deserialize;
use view::View;

#[derive(Template)]
#[template(path = "find/sheet.html")]
struct SheetPage {
    shell: Shell,
    sheet: Sheet,
    document: Document,
    is_large: bool,
    has_pdf: bool,
    /// What could not be done.
    notice: Option<String>,
    expired: bool,
    /// The name of the council in addresses, where it is known: its packs hold nothing of a family.
    council: Option<&'static str>,
}

/// Whom a sheet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sheet {
    Answer,
    School,
    Surgery,
    Call,
}

impl Sheet {
    const ALL: [Sheet; 4] = [Sheet::Answer, Sheet::School, Sheet::Surgery, Sheet::Call];

    /// The name in addresses.
    fn id(self) -> &'static str {
        match self {
            Sheet::Answer => "answer",
            Sheet::School => "school",
            Sheet::Surgery => "gp",
            Sheet::Call => "call",
        }
    }

    /// What a carer chooses it by.
    fn name(self) -> Said {
        say(match self {
            Sheet::Answer => "sheet-answer",
            Sheet::School => "sheet-school",
            Sheet::Surgery => "sheet-surgery",
            Sheet::Call => "sheet-call",
        })
    }

    /// What to know before handing it over.
    fn advice(self) -> Said {
        say(match self {
            Sheet::Answer => "sheet-answer-advice",
            Sheet::School => "sheet-school-advice",
            Sheet::Surgery => "sheet-surgery-advice",
            Sheet::Call => "sheet-call-advice",
        })
    }

    fn write(self, app: &App, view: &View, size: Size) -> Document {
        let blocks = match self {
            Sheet::Answer => answer::write(view),
            Sheet::School => app.offices().school.write(view),
            Sheet::Surgery => app.offices().surgery.write(view),
            Sheet::Call => call::write(view),
        };
        Document { title: "Sheet".to_owned(), kind: Kind::Sheet, size, blocks }
    }
}

impl SheetPage {
    /// The address of what the council's schools or surgeries can all be given, beside this sheet for one family.
    fn pack(&self) -> Option<String> {
        let is_officers = matches!(self.sheet, Sheet::School | Sheet::Surgery);
        self.council.filter(|_| is_officers).map(|slug| format!("/council/{slug}/pack/{}", self.sheet.id()))
    }

    /// Every sheet: its address's name, what it is chosen by, and whether it is the one shown.
    fn sheets(&self) -> impl Iterator<Item = (&'static str, Said, bool)> + '_ {
        Sheet::ALL.into_iter().map(|sheet| (sheet.id(), sheet.name(), sheet == self.sheet))
    }

    /// What the address of the other sheets and files ends in.
    fn sized(&self) -> &'static str {
        if self.is_large { "?size=large" } else { "" }
    }
}

/// The whole answer of a browser on paper, for an adviser to hand over.
pub(crate) fn whole_answer(app: &App, session: &Session) -> Document {
    let picture = session.picture(app);
    Sheet::Answer.write(app, &View::of(app, session, &picture), Size::default())
}

/// How the sheet should look.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Looks {
    #[serde(default)]
    size: Size,
}

/// `/find/sheet/{kind}`: the sheet as a page, or as a file where its name ends so.
pub(super) async fn show(
    State(app): State<App>,
    session: Session,
    Path(name): Path<String>,
    looks: Result<Query<Looks>, QueryRejection>,
) -> Response {
    let (id, ending) = name.split_once('.').map_or((name.as_str(), None), |(id, ending)| (id, Some(ending)));
    let format = ending.map(Format::of);
    let (Some(sheet), true) = (Sheet::ALL.into_iter().find(|sheet| sheet.id() == id), format != Some(None)) else {
        return Fault::not_found().into_response();
    };
    let size = looks.map(|Query(looks)| looks.size).unwrap_or_default();
    let document = {
        let picture = session.picture(&app);
        sheet.write(&app, &View::of(&app, &session, &picture), size)
    };
    let mut status = StatusCode::OK;
    let mut notice = None;
    if let Some(format) = format.flatten() {
        match format.write(&app, &document).await {
            Ok(bytes) => return session.keep(&app, format.send("sheet", bytes)),
            Err(why) => {
                status = StatusCode::SERVICE_UNAVAILABLE;
                notice = Some(why);
            }
        }
    }
    let page = SheetPage {
        shell: Shell::said(&say("sheet-tab"), Part::Find),
        sheet,
        document,
        is_large: size == Size::Large,
        has_pdf: app.pdf().is_some(),
        notice,
        expired: session.expired,
        council: session.council(&app).map(|council| council.slug.as_str()),
    };
    session.keep(&app, page::html(status, &page))
}
