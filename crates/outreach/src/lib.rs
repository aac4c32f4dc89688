//! What councils and charities run around an offer: pure functions over what they publish. No file, network, clock or
//! database is touched here.

pub mod workshop;
