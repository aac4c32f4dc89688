//! Other rule engines with the same rules: the rules are translated by program, and their answers are checked to
//! be the same before anything is timed.

pub mod cel;
pub mod openfisca;
pub mod rules;
pub mod zen;
