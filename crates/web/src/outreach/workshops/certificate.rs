//! A certificate for somebody who came: one sheet, as a file.

use super::Shown;
use crate::App;
use crate::ui::show;
use outreach::workshop::Occasion;
use paper::{Block, Document, Kind, Size};

/// The sheet. It says who came to what, and nothing of why.
pub(super) fn document(app: &App, shown: &Shown, occasion: &Occasion, name: &str) -> Document {
    let days: Vec<String> = occasion.days.iter().map(|day| show::date(*day)).collect();
    let hours = shown.workshop.times.hours;
    let blocks = vec![
        Block::heading(1, "Certificate of attendance"),
        Block::Lines {
            lines: vec![shown.host.name.clone(), format!("Made on {}", show::date(app.clock().today()))],
            right: false,
        },
        Block::paragraph(format!("{name} took part in “{}”.", shown.workshop.title)),
        Block::paragraph(format!("It was held by {} on {}, {hours}.", shown.host.name, days.join(", "))),
        Block::note("The organiser wrote down that this person came. The name is the one they gave when they booked."),
    ];
    Document { title: "Certificate of attendance".to_owned(), kind: Kind::Sheet, size: Size::Usual, blocks }
}
