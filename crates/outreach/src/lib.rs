//! What councils and charities run around the offer: peer groups and advice.

pub mod advice;
pub mod form;
pub mod group;
