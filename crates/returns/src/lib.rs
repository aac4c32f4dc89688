//! The national returns that children's casework gives rise to.
//!
//! Each year on 31 March a council tells the Department for Education what it did for each child. Two returns matter to
//! kinship families: the **Children in Need census** (`cin`, one XML file) and the return of **looked-after children**
//! (`ssda903`, a set of CSV files). This crate holds their code sets (`code`), what they ask of a child (`child`, `need`,
//! `care`), how they are written, and the mistakes that their validators would find, found earlier and told plainly
//! (`check`). What a case tells of its children, and what is still missing, is read in `told`, which alone knows casework.
//!
//! A child is written down once, over all the years. A return of a year is a view of that: what had happened by 31 March,
//! and nothing that came later. So the same child gives two years' returns that agree with each other.
//!
//! Nothing here reads a file or a clock. Adoption, unaccompanied children and care leavers are outside kinship casework:
//! their tables are written with headings and no rows, and a child who was adopted is a fault that says so.

pub mod care;
pub mod check;
pub mod child;
pub mod cin;
pub mod code;
pub mod need;
pub mod ssda903;
pub mod told;
pub mod year;

pub use check::{Fault, Rule, faults};
pub use child::{Birth, Child, Upn};
pub use code::{Code, Sure};
pub use told::{Collection, Missing, Told, told};
pub use year::Year;
