//! A certificate for somebody who came: one sheet, as a file.

use super::Shown;
use crate::App;
use crate::language::{Said, date, list, say, say_with};
use crate::ui::filters;
use outreach::workshop::Occasion;
use paper::{Block, Document, Kind, Size};

/// The sheet. It says who came to what, and nothing of why.
pub(super) fn document(app: &App, shown: &Shown, occasion: &Occasion, name: &str) -> Document {
    let hours = shown.workshop.times.hours;
    let days = list(occasion.days.iter().copied().map(date)).unwrap_or_else(|| "".into());
    let made = say_with("certificate-made", [("day", date(app.clock().today()).into())]);
    let who = say_with("certificate-who", [("name", name.into()), ("title", shown.workshop.title.as_str().into())]);
    let held = [
        ("host", shown.host.name.as_str().into()),
        ("days", days.into()),
        ("hours", filters::hours(hours.from, hours.to).into()),
    ];
    let held = say_with("certificate-held", held);
    // It is shown to councils and courts: it is in English, whatever the page is in.
    let english = |said: Said| said.english().to_owned();
    let title = english(say("certificate-title"));
    let blocks = vec![
        Block::heading(1, &title),
        Block::Lines { lines: vec![shown.host.name.clone(), english(made)], right: false },
        Block::paragraph(english(who)),
        Block::paragraph(english(held)),
        Block::note(english(say("certificate-note"))),
    ];
    Document { title, kind: Kind::Sheet, size: Size::Usual, blocks }
}
