//! Advice: lines to ring, teams that answer questions, and answers that everybody may read.

mod answer;
mod event;
mod hours;
mod line;
mod question;
mod read;
mod seed;
mod template;

pub use answer::{Answer, REVIEWED_EVERY};
pub use event::{Event, Item, Record, Team};
pub use hours::{BankHolidays, Opening, Opens, Standing, Week};
pub use line::{Line, Nation};
pub use question::{Act, Asking, By, LONGEST_WORDS, Left, Question, Refusal, Safe, Said, State, overdue_by, promised};
pub use seed::lines;
pub use template::{Template, templates};
