//! What a council offers to kinship families, and which council that is: pure functions over
//! published data. No file, network, clock or database is touched here.

pub mod place;
