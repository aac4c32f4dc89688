//! The return of looked-after children (SSDA903) of one year, as its set of CSV files.

mod episodes;
mod health;
mod table;
mod yearly;

use crate::child::Child;
use crate::year::Year;

pub use episodes::{EndedBy, Episode, episodes};
pub(crate) use episodes::{asks_why, differ};
pub use health::looked_after_all_year;
pub(crate) use health::record_asked;
pub use table::{CannotWrite, File, Table};
pub(crate) use yearly::newly_begun;

/// Writes every table of the return, in the Department's order. Tables that kinship care gives no rows to have their
/// headings alone.
pub fn write(year: Year, children: &[Child]) -> Result<Vec<File>, CannotWrite> {
    let mut files: Vec<_> = Table::ALL.iter().copied().map(table::Rows::new).collect();
    for child in children.iter().filter(|child| in_care(year, child)) {
        for rows in &mut files {
            match rows.table() {
                Table::Header => yearly::header(rows, year, child),
                Table::Episodes => episodes::rows(rows, year, child),
                Table::Reviews => yearly::reviews(rows, year, child),
                Table::Health => health::row(rows, year, child),
                Table::PreviousPermanence => yearly::previous_permanence(rows, year, child),
                Table::Missing => yearly::missing(rows, year, child),
                Table::Workers => yearly::workers(rows, year, child),
                Table::Unaccompanied
                | Table::CareLeavers
                | Table::Adoptions
                | Table::PlacedForAdoption
                | Table::Deprivation => {}
            }
        }
    }
    files.into_iter().map(table::Rows::file).collect()
}

/// Whether a child was looked after at some time in the year.
fn in_care(year: Year, child: &Child) -> bool {
    !episodes(year, child).is_empty()
}
