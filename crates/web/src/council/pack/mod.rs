//! A pack for the schools and one for the surgeries of a council's area: which help is truly tied to the legal status of a
//! child in kinship care and which is not, each by the law's own rules. It is the same for everybody and holds nothing of
//! any child; what one family may hand over is at `/find/sheet/school`.

mod answer;
mod kinds;
mod write;

pub(crate) use kinds::Packs;

use super::named::Named;
use crate::App;
use crate::find::Office;
use crate::language::{Piece, Said, say, say_with};
use crate::ui::download::Format;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kinds::Point;
use paper::{Document, Size};

/// Whom a pack is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pack {
    School,
    Surgery,
}

impl Pack {
    const ALL: [Pack; 2] = [Pack::School, Pack::Surgery];

    /// The name in addresses.
    fn id(self) -> &'static str {
        match self {
            Pack::School => "school",
            Pack::Surgery => "gp",
        }
    }

    /// What it is chosen by.
    fn name(self) -> Said {
        match self {
            Pack::School => say("pack-schools"),
            Pack::Surgery => say("pack-surgeries"),
        }
    }

    /// What it is, and what there is for one child.
    fn lead(self) -> Said {
        let key = match self {
            Pack::School => "pack-lead",
            Pack::Surgery => "pack-lead-gp",
        };
        let sheet = Piece::link(format!("/find/sheet/{}", self.id()));
        say_with(key, [("questions", Piece::link("/")), ("sheet", sheet), ("end", Piece::end("a"))])
    }

    fn title(self) -> &'static str {
        match self {
            Pack::School => "Children in kinship care: a pack for schools",
            Pack::Surgery => "Children in kinship care: a pack for GP surgeries",
        }
    }

    fn opening(self) -> &'static str {
        match self {
            Pack::School => {
                "Kinship care is when a child lives with family or a friend and not with a parent. This pack says what such \
                 a child can have at school. It says what is tied to the child's legal status, and what is not. It holds \
                 nothing of any child."
            }
            Pack::Surgery => {
                "Kinship care is when a child lives with family or a friend and not with a parent. This pack says how to \
                 register such a child, and who can say yes to treatment. It holds nothing of any child."
            }
        }
    }

    /// The heading of whom to ask.
    fn who(self) -> &'static str {
        match self {
            Pack::School => "The virtual school",
            Pack::Surgery => "Who to ask at the council",
        }
    }

    /// The name of the entry in `content/en/young/local.law` by which an offer is asked who that is.
    fn asks(self) -> &'static str {
        match self {
            Pack::School => "school",
            Pack::Surgery => "talk",
        }
    }

    /// What to do where the offer does not say.
    fn instead(self) -> &'static str {
        match self {
            Pack::School => "Phone the council and ask for the virtual school head.",
            Pack::Surgery => "Phone the council and ask for children's services.",
        }
    }

    /// Supports of other subjects that the office needs to know of.
    fn also(self) -> &'static [&'static str] {
        match self {
            Pack::School => &[],
            Pack::Surgery => &["parental_responsibility"],
        }
    }

    fn office(self, app: &App) -> &Office {
        match self {
            Pack::School => &app.offices().school,
            Pack::Surgery => &app.offices().surgery,
        }
    }

    fn points(self, app: &App) -> &[Point] {
        match self {
            Pack::School => &app.packs().school,
            Pack::Surgery => &app.packs().surgery,
        }
    }
}

#[derive(Template)]
#[template(path = "council/pack.html")]
struct PackPage {
    shell: Shell,
    slug: String,
    council: String,
    pack: Pack,
    document: Document,
    has_pdf: bool,
    /// What could not be done.
    notice: Option<String>,
}

impl PackPage {
    /// Every pack: its address's name, what it is chosen by, and whether it is the one shown.
    fn packs(&self) -> impl Iterator<Item = (&'static str, Said, bool)> + '_ {
        Pack::ALL.into_iter().map(|pack| (pack.id(), pack.name(), pack == self.pack))
    }
}

/// `/council/{slug}/pack/{file}`: the pack as a page, or as a file where its name ends so.
pub(super) async fn show(State(app): State<App>, Path((slug, name)): Path<(String, String)>) -> Response {
    let (id, ending) = name.split_once('.').map_or((name.as_str(), None), |(id, ending)| (id, Some(ending)));
    let format = ending.map(Format::of);
    let pack = Pack::ALL.into_iter().find(|pack| pack.id() == id);
    let published = app.published();
    let named = Named::find(&app, published.offers(), &slug);
    let (Some(pack), Some(named), true) = (pack, named, format != Some(None)) else {
        return Fault::not_found().into_response();
    };
    let document = write::write(&app, pack, &named, Size::Usual);
    let (mut status, mut notice) = (StatusCode::OK, None);
    if let Some(format) = format.flatten() {
        match format.write(&app, &document).await {
            Ok(bytes) => return format.send(&format!("{slug}-{id}-pack"), bytes),
            Err(why) => (status, notice) = (StatusCode::SERVICE_UNAVAILABLE, Some(why)),
        }
    }
    let shell = Shell::said(&say("pack-tab"), Part::Councils);
    let (council, has_pdf) = (named.full_name(), app.pdf().is_some());
    page::html(status, &PackPage { shell, slug, council, pack, document, has_pdf, notice })
}
